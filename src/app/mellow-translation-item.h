/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <prose.h>

G_BEGIN_DECLS

#define MELLOW_TYPE_TRANSLATION_ITEM (mellow_translation_item_get_type ())
G_DECLARE_FINAL_TYPE (
    MellowTranslationItem, mellow_translation_item, MELLOW, TRANSLATION_ITEM, GObject)

MellowTranslationItem *mellow_translation_item_new (ProseTranslationUnit *unit,
                                                    guint start,
                                                    guint begin);
void mellow_translation_item_set_unit (MellowTranslationItem *self,
                                       ProseTranslationUnit *unit,
                                       guint start,
                                       guint begin);
void mellow_translation_item_move (MellowTranslationItem *self, int distance);
void mellow_translation_item_tell (MellowTranslationItem *self);

const ProseTranslationUnit *mellow_translation_item_get_unit (MellowTranslationItem *self);
guint mellow_translation_item_get_start (MellowTranslationItem *self);
guint mellow_translation_item_get_place (MellowTranslationItem *self);
guint mellow_translation_item_get_n_targets (MellowTranslationItem *self);
const ProseCopy *mellow_translation_item_get_copy (MellowTranslationItem *self, guint n);
ProseSpan mellow_translation_item_get_content (MellowTranslationItem *self, guint n);
int mellow_translation_item_find_target (MellowTranslationItem *self, guint offset);
guint mellow_translation_item_find_empty_target (MellowTranslationItem *self);
guint mellow_translation_item_to_text (MellowTranslationItem *self, guint n, guint offset);
guint mellow_translation_item_to_file (MellowTranslationItem *self, guint n, guint position);
gboolean mellow_translation_item_has_faults (MellowTranslationItem *self);
gboolean mellow_translation_item_is_too_long (MellowTranslationItem *self);

GArray *mellow_translation_item_get_source_marks (MellowTranslationItem *self);
void mellow_translation_item_take_source_marks (MellowTranslationItem *self, GArray *marks);

G_END_DECLS
