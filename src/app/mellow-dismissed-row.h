/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "mellow-parity-item.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_DISMISSED_ROW (mellow_dismissed_row_get_type ())
G_DECLARE_FINAL_TYPE (
    MellowDismissedRow, mellow_dismissed_row, MELLOW, DISMISSED_ROW, GtkListBoxRow)

GtkWidget *mellow_dismissed_row_new (MellowParityItem *item);
MellowParityItem *mellow_dismissed_row_get_item (MellowDismissedRow *self);
void mellow_dismissed_row_set_reason (MellowDismissedRow *self, ProseIgnoreReason reason);

G_END_DECLS
