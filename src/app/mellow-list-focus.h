/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the focus is in a panel that has a list. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *mellow_list_focus_find (GtkWidget *panel);
GtkWidget *mellow_list_focus_find_row (GtkWidget *panel, GtkWidget *list);

G_END_DECLS
