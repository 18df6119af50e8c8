/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-dictionaries.h"
#include "mellow-review.h"
#include "mellow-word-list.h"

G_BEGIN_DECLS

/**
 * MELLOW_SPELLING_TAG:
 *
 * The name of the tag on misspelt words.
 */
#define MELLOW_SPELLING_TAG "misspelt"

/**
 * MellowSpelling:
 * @MELLOW_SPELLING_UNKNOWN: there is no dictionary, or no word for one
 * @MELLOW_SPELLING_RIGHT: the dictionary has it
 * @MELLOW_SPELLING_OWN: the user has added it to the dictionary
 * @MELLOW_SPELLING_ACCEPTED: it is right in this document
 * @MELLOW_SPELLING_WRONG: nobody knows it
 *
 * What is known of a word.
 */
typedef enum {
  MELLOW_SPELLING_UNKNOWN,
  MELLOW_SPELLING_RIGHT,
  MELLOW_SPELLING_OWN,
  MELLOW_SPELLING_ACCEPTED,
  MELLOW_SPELLING_WRONG,
} MellowSpelling;

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

void mellow_spelled_word_clear (MellowSpelledWord *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MellowSpelledWord, mellow_spelled_word_clear)

#define MELLOW_TYPE_SPELLER (mellow_speller_get_type ())
G_DECLARE_FINAL_TYPE (MellowSpeller, mellow_speller, MELLOW, SPELLER, GObject)

MellowSpeller *mellow_speller_new (MellowReview *review,
                                   MellowWordList *accepted,
                                   MellowDictionaries *dictionaries);
MellowReview *mellow_speller_get_review (MellowSpeller *self);
MellowWordList *mellow_speller_get_accepted (MellowSpeller *self);
MellowDictionaries *mellow_speller_get_dictionaries (MellowSpeller *self);
gboolean mellow_speller_is_enabled (MellowSpeller *self);
void mellow_speller_set_enabled (MellowSpeller *self, gboolean enabled);
gboolean mellow_speller_is_busy (MellowSpeller *self);

MellowSpelledWord mellow_speller_read_word (MellowSpeller *self, guint offset);
gboolean mellow_speller_find_next (MellowSpeller *self, GtkTextIter *start, GtkTextIter *end);

G_END_DECLS
