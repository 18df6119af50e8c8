/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-spelled-word.h"

#include "mellow-spelling-block.h"

void
mellow_spelled_word_clear (MellowSpelledWord *self)
{
  g_clear_pointer (&self->text, g_free);
}

static const MellowSpellingWord *
find_at (const GArray *words, guint position)
{
  for (guint i = 0; i < words->len; i++) {
    const MellowSpellingWord *word = &g_array_index (words, MellowSpellingWord, i);

    if (word->span.start <= position && position <= word->span.end)
      return word;
  }

  return NULL;
}

static MellowSpelledWord
read_in_text (MellowReview *review, const MellowSpellingJudge *judge, guint offset)
{
  MellowSpelledWord result = { 0 };
  g_autofree char *text = NULL;
  g_autoptr (GArray) words = NULL;
  const MellowSpellingWord *word;
  ProseSpan paragraph;

  result.language = mellow_review_find_paragraph (review, offset, &paragraph);
  text = mellow_review_dup_text (review, paragraph);
  words = mellow_spelling_words_find (text, prose_span_get_length (paragraph));
  word = find_at (words, offset - paragraph.start);
  if (word == NULL)
    return result;

  result.span = prose_span_shift (word->span, paragraph.start);
  result.text = mellow_spelling_words_dup (text, word->span);
  result.spelling = mellow_spelling_judge_look_up (judge, result.language, text, word);
  return result;
}

/* Of two words that have the place, the one that starts last: the text of an image stands
 * between those of its paragraph. */
static MellowSpelledWord
read_in_block (const GArray *words, const MellowSpellingJudge *judge, guint offset)
{
  for (guint i = words->len; i-- > 0;) {
    const MellowBlockWord *word = &g_array_index (words, MellowBlockWord, i);

    if (word->source.start <= offset && offset <= word->source.end)
      return (MellowSpelledWord){
        .span = word->source,
        .text = mellow_spelling_words_dup (word->text, word->word.span),
        .language = word->language,
        .spelling = mellow_spelling_judge_look_up (judge, word->language, word->text, &word->word),
      };
  }
  return (MellowSpelledWord){ 0 };
}

/**
 * mellow_spelled_word_read:
 * @review: a text and its languages
 * @judge: what to hold the word against
 * @offset: a place in bytes
 *
 * Returns: the word there, also right behind it
 */
MellowSpelledWord
mellow_spelled_word_read (MellowReview *review, const MellowSpellingJudge *judge, guint offset)
{
  g_autoptr (GArray) words = NULL;

  g_return_val_if_fail (MELLOW_IS_REVIEW (review), (MellowSpelledWord){ 0 });
  g_return_val_if_fail (judge != NULL, (MellowSpelledWord){ 0 });

  words = mellow_spelling_block_find (review, offset);
  return words != NULL ? read_in_block (words, judge, offset)
                       : read_in_text (review, judge, offset);
}
