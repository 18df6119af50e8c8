/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-draft.h"
#include "mellow-unit-filter.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_UNIT_LIST (mellow_unit_list_get_type ())
G_DECLARE_FINAL_TYPE (MellowUnitList, mellow_unit_list, MELLOW, UNIT_LIST, GtkBox)

void mellow_unit_list_set_translation (MellowUnitList *self,
                                       MellowDraft *draft,
                                       MellowTranslation *translation);
void mellow_unit_list_set_item (MellowUnitList *self, MellowTranslationItem *item);
void mellow_unit_list_set_narrow (MellowUnitList *self, gboolean is_narrow);
void mellow_unit_list_show_item (MellowUnitList *self);
void mellow_unit_list_search (MellowUnitList *self);
MellowTranslationItem *mellow_unit_list_dup_next (MellowUnitList *self,
                                                  MellowUnitKind kind,
                                                  int step);

G_END_DECLS
