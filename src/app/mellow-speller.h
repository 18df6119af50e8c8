/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-review.h"
#include "mellow-spelling-judge.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_SPELLER (mellow_speller_get_type ())
G_DECLARE_FINAL_TYPE (MellowSpeller, mellow_speller, MELLOW, SPELLER, GObject)

MellowSpeller *mellow_speller_new (MellowReview *review,
                                   MellowWordList *accepted,
                                   MellowDictionaries *dictionaries);
MellowReview *mellow_speller_get_review (MellowSpeller *self);
const MellowSpellingJudge *mellow_speller_get_judge (MellowSpeller *self);
gboolean mellow_speller_is_enabled (MellowSpeller *self);
void mellow_speller_set_enabled (MellowSpeller *self, gboolean enabled);
gboolean mellow_speller_is_busy (MellowSpeller *self);

G_END_DECLS
