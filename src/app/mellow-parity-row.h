/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "mellow-parity-item.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_PARITY_ROW (mellow_parity_row_get_type ())
G_DECLARE_FINAL_TYPE (MellowParityRow, mellow_parity_row, MELLOW, PARITY_ROW, GtkWidget)

GtkWidget *mellow_parity_row_new (void);
void mellow_parity_row_show (MellowParityRow *self, MellowParityItem *item);
MellowParityItem *mellow_parity_row_get_item (MellowParityRow *self);
void mellow_parity_row_set_place (MellowParityRow *self, guint place);

G_END_DECLS
