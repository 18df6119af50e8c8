/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwToast *mellow_toast_new (const char *text);
AdwToast *mellow_toast_new_undoable (const char *text, const char *undo);

G_END_DECLS
