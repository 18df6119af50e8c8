/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tone/prose-tone-figures.h"

/* Silent reading of non-fiction (Brysbaert 2019). */
#define WORDS_PER_MINUTE 238

static double
get_per_hundred (gint64 count, gint64 whole)
{
  return whole > 0 ? 100.0 * count / whole : 0;
}

/**
 * prose_tone_figures_new:
 * @measures: what a text amounts to
 *
 * Returns: its figures
 */
ProseToneFigures
prose_tone_figures_new (const ProseMeasures *measures)
{
  gint64 sentences = measures->sentences;

  return (ProseToneFigures){
    .sentence_length = sentences > 0 ? (double)measures->words / sentences : 0,
    .question_share = get_per_hundred (measures->questions, sentences),
    .calls = get_per_hundred (measures->invitations, measures->words),
    .exclamations = get_per_hundred (measures->exclamations, measures->words),
    .reading_seconds =
        ((measures->words + measures->unchecked) * 60 + WORDS_PER_MINUTE - 1) / WORDS_PER_MINUTE,
  };
}

/**
 * prose_tone_dup_address:
 * @measures: what a text amounts to
 * @lexicon: (nullable): the lexicon of its language
 *
 * Returns: (transfer full) (nullable): the form of address that the text uses most, by
 *   its first word (`De`); %NULL if it uses none, or the language has but one
 */
char *
prose_tone_dup_address (const ProseMeasures *measures, ProseLexicon *lexicon)
{
  guint address = prose_measures_get_address (measures);

  return lexicon != NULL && measures->address[address] > 0
             ? prose_lexicon_dup_address (lexicon, address)
             : NULL;
}
