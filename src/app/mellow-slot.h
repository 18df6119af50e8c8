/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean mellow_slot_select_next (GtkTextBuffer *buffer);

G_END_DECLS
