/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-page.h"
#include "mellow-parity-watch.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_PARITY_PANE (mellow_parity_pane_get_type ())
G_DECLARE_FINAL_TYPE (MellowParityPane, mellow_parity_pane, MELLOW, PARITY_PANE, GtkWidget)

MellowParityPane *mellow_parity_pane_new (void);
void mellow_parity_pane_set_page (MellowParityPane *self, MellowPage *page);
MellowParityItem *mellow_parity_pane_get_selected (MellowParityPane *self);
void mellow_parity_pane_walk (MellowParityPane *self, int step);
void mellow_parity_pane_dismiss (MellowParityPane *self);
void mellow_parity_pane_set_kind (MellowParityPane *self, int kind);

G_END_DECLS
