/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-dictionaries.h"
#include "mellow-spelling-words.h"
#include "mellow-word-list.h"

G_BEGIN_DECLS

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
 * MellowSpellingJudge:
 * @accepted: the words that are right in a text whatever a dictionary says
 * @dictionaries: the dictionaries to go by
 *
 * What the words of a text are held against.
 */
typedef struct {
  MellowWordList *accepted;
  MellowDictionaries *dictionaries;
} MellowSpellingJudge;

MellowDictionary *mellow_spelling_judge_get_dictionary (const MellowSpellingJudge *self,
                                                        const char *language);
gboolean mellow_spelling_judge_is_right (const MellowSpellingJudge *self,
                                         MellowDictionary *dictionary,
                                         const char *text,
                                         const MellowSpellingWord *word);
MellowSpelling mellow_spelling_judge_look_up (const MellowSpellingJudge *self,
                                              const char *language,
                                              const char *text,
                                              const MellowSpellingWord *word);

G_END_DECLS
