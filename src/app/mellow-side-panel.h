/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-parity-pane.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_SIDE_PANEL (mellow_side_panel_get_type ())
G_DECLARE_FINAL_TYPE (MellowSidePanel, mellow_side_panel, MELLOW, SIDE_PANEL, GtkBox)

MellowParityPane *mellow_side_panel_get_parity (MellowSidePanel *self);
void mellow_side_panel_set_has_original (MellowSidePanel *self, gboolean has_original);
gboolean mellow_side_panel_shows_original (MellowSidePanel *self);
void mellow_side_panel_show_original (MellowSidePanel *self, gboolean shows_original);

G_END_DECLS
