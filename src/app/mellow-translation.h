/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-review.h"
#include "mellow-translation-item.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_TRANSLATION (mellow_translation_get_type ())
G_DECLARE_FINAL_TYPE (MellowTranslation, mellow_translation, MELLOW, TRANSLATION, GObject)

MellowTranslation *mellow_translation_new (MellowReview *review);
MellowReview *mellow_translation_get_review (MellowTranslation *self);
gboolean mellow_translation_is_busy (MellowTranslation *self);
MellowTranslationItem *mellow_translation_get (MellowTranslation *self, guint position);
guint mellow_translation_find (MellowTranslation *self, guint offset);
GArray *mellow_translation_get_source_marks (MellowTranslation *self, MellowTranslationItem *item);
GArray *mellow_translation_dup_target_marks (MellowTranslation *self,
                                             MellowTranslationItem *item,
                                             guint n);
gboolean mellow_translation_has_marks (MellowTranslation *self, MellowTranslationItem *item);

G_END_DECLS
