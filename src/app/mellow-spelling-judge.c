/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-spelling-judge.h"

/**
 * mellow_spelling_judge_get_dictionary:
 * @self: a judge
 * @language: (nullable): a language
 *
 * Returns: (transfer none) (nullable): the dictionary of @language, if it can be asked
 */
MellowDictionary *
mellow_spelling_judge_get_dictionary (const MellowSpellingJudge *self, const char *language)
{
  MellowDictionary *dictionary;

  if (language == NULL)
    return NULL;

  dictionary = mellow_dictionaries_get (self->dictionaries, language);
  return mellow_dictionary_get_state (dictionary) == MELLOW_DICTIONARY_READY ? dictionary : NULL;
}

static gboolean
is_known (const MellowSpellingJudge *self,
          MellowDictionary *dictionary,
          const char *text,
          ProseSpan span)
{
  g_autofree char *word = mellow_spelling_words_dup (text, span);

  return mellow_dictionary_knows (dictionary, word) || mellow_word_list_has (self->accepted, word);
}

/**
 * mellow_spelling_judge_is_right:
 * @self: a judge
 * @dictionary: that of the language of the word
 * @text: a text
 * @word: a word in it
 *
 * Returns: whether the word is right, as it is or with what may belong to it
 */
gboolean
mellow_spelling_judge_is_right (const MellowSpellingJudge *self,
                                MellowDictionary *dictionary,
                                const char *text,
                                const MellowSpellingWord *word)
{
  return is_known (self, dictionary, text, word->span) ||
         (prose_span_get_length (word->whole) > prose_span_get_length (word->span) &&
          is_known (self, dictionary, text, word->whole));
}

/**
 * mellow_spelling_judge_look_up:
 * @self: a judge
 * @language: (nullable): the language of the word
 * @text: a text
 * @word: a word in it
 *
 * Returns: what is known of the word
 */
MellowSpelling
mellow_spelling_judge_look_up (const MellowSpellingJudge *self,
                               const char *language,
                               const char *text,
                               const MellowSpellingWord *word)
{
  MellowDictionary *dictionary = mellow_spelling_judge_get_dictionary (self, language);
  g_autofree char *plain = mellow_spelling_words_dup (text, word->span);

  if (dictionary == NULL)
    return MELLOW_SPELLING_UNKNOWN;
  if (mellow_dictionary_has_own_word (dictionary, plain))
    return MELLOW_SPELLING_OWN;
  if (mellow_word_list_has (self->accepted, plain))
    return MELLOW_SPELLING_ACCEPTED;

  return mellow_spelling_judge_is_right (self, dictionary, text, word) ? MELLOW_SPELLING_RIGHT
                                                                       : MELLOW_SPELLING_WRONG;
}
