/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "mellow-mark-outline.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_GROUP_ROW (mellow_group_row_get_type ())
G_DECLARE_FINAL_TYPE (MellowGroupRow, mellow_group_row, MELLOW, GROUP_ROW, GtkWidget)

GtkWidget *mellow_group_row_new (void);
void mellow_group_row_show (MellowGroupRow *self,
                            MellowMarkOutline *outline,
                            MellowMarkGroup *group);
gboolean mellow_group_row_is_expanded (MellowGroupRow *self);

G_END_DECLS
