/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-review.h"
#include "mellow-spelling-judge.h"

G_BEGIN_DECLS

/**
 * MellowSpelledWord:
 * @span: where it stands, in bytes; empty if there is none
 * @text: (nullable): the word as dictionaries write it
 * @language: (nullable): the language of its paragraph
 * @spelling: what is known of it
 *
 * A word of a text.
 */
typedef struct {
  ProseSpan span;
  char *text;
  const char *language;
  MellowSpelling spelling;
} MellowSpelledWord;

MellowSpelledWord mellow_spelled_word_read (MellowReview *review,
                                            const MellowSpellingJudge *judge,
                                            guint offset);
void mellow_spelled_word_clear (MellowSpelledWord *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MellowSpelledWord, mellow_spelled_word_clear)

G_END_DECLS
