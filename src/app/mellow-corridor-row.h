/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>
#include <prose.h>

G_BEGIN_DECLS

#define MELLOW_TYPE_CORRIDOR_ROW (mellow_corridor_row_get_type ())
G_DECLARE_FINAL_TYPE (
    MellowCorridorRow, mellow_corridor_row, MELLOW, CORRIDOR_ROW, AdwPreferencesRow)

MellowCorridorRow *mellow_corridor_row_new (const char *title);
ProseCorridor mellow_corridor_row_get_corridor (MellowCorridorRow *self);
void mellow_corridor_row_take_typed (MellowCorridorRow *self);
void mellow_corridor_row_set_corridor (MellowCorridorRow *self, const ProseCorridor *corridor);
void mellow_corridor_row_set_meaning (MellowCorridorRow *self, const char *meaning);

G_END_DECLS
