/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <prose.h>

G_BEGIN_DECLS

/**
 * MellowSpellingWord:
 * @span: the word
 * @whole: the word with what may belong to it: the other parts of a compound
 *   with hyphens, the full stop of an abbreviation
 *
 * A word to look up in a dictionary. It is right if either reading is.
 */
typedef struct {
  ProseSpan span;
  ProseSpan whole;
} MellowSpellingWord;

GArray *mellow_spelling_words_find (const char *text, gsize length);
char *mellow_spelling_words_dup (const char *text, ProseSpan span);

G_END_DECLS
