/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-draft.h"
#include "mellow-translation.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_UNIT_SOURCE (mellow_unit_source_get_type ())
G_DECLARE_FINAL_TYPE (MellowUnitSource, mellow_unit_source, MELLOW, UNIT_SOURCE, GtkBox)

void mellow_unit_source_set_translation (MellowUnitSource *self,
                                         MellowDraft *draft,
                                         MellowTranslation *translation);
void mellow_unit_source_set_item (MellowUnitSource *self, MellowTranslationItem *item);
void mellow_unit_source_select (MellowUnitSource *self, ProseSpan span);
void mellow_unit_source_select_nothing (MellowUnitSource *self);

G_END_DECLS
