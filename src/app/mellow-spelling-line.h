/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mellow_spelling_line_snapshot (GtkTextView *view, GtkSnapshot *snapshot);

G_END_DECLS
