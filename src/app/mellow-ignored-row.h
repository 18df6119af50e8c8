/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "mellow-ignored-item.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_IGNORED_ROW (mellow_ignored_row_get_type ())
G_DECLARE_FINAL_TYPE (MellowIgnoredRow, mellow_ignored_row, MELLOW, IGNORED_ROW, GtkListBoxRow)

GtkWidget *mellow_ignored_row_new (MellowIgnoredItem *item, const char *rule, const char *reach);
MellowIgnoredItem *mellow_ignored_row_get_item (MellowIgnoredRow *self);
void mellow_ignored_row_update (MellowIgnoredRow *self);
void mellow_ignored_row_focus_near (GtkListBox *list, int index);

G_END_DECLS
