/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-review.h"
#include "mellow-spelling-words.h"

G_BEGIN_DECLS

/**
 * MellowBlockWord:
 * @text: what a reader sees of the segment it stands in
 * @word: where it stands in that
 * @language: (nullable): the language of the segment
 * @source: where it stands in the text, with the markup inside it
 *
 * A word of a formatted file.
 */
typedef struct {
  const char *text;
  MellowSpellingWord word;
  const char *language;
  ProseSpan source;
} MellowBlockWord;

GArray *mellow_spelling_block_find (MellowReview *review, guint offset);

G_END_DECLS
