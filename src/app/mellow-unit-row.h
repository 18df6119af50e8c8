/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-draft.h"
#include "mellow-translation.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_UNIT_ROW (mellow_unit_row_get_type ())
G_DECLARE_FINAL_TYPE (MellowUnitRow, mellow_unit_row, MELLOW, UNIT_ROW, GtkWidget)

GtkWidget *mellow_unit_row_new (MellowDraft *draft, MellowTranslation *translation);
void mellow_unit_row_set_item (MellowUnitRow *self, MellowTranslationItem *item);
MellowTranslationItem *mellow_unit_row_get_item (MellowUnitRow *self);

G_END_DECLS
