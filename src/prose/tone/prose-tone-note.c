/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Soft is not passive: what makes a text weak, and the measures of a whole text
 * that are worth a word (DOMAIN.md, D1 to D8). The thresholds are told in
 * docs of the model, `src/prose/tone/README.md`, each with its reason. */

#include "tone/prose-tone-note.h"

/* A text that is shorter, in words, owes nobody a next step, nor the reader a word. */
#define FEWEST_WORDS 40

/* Shares of few sentences say nothing. */
#define FEWEST_SENTENCES 5

/* Three questions in a row. */
#define FEWEST_STACKED 2

/* A fifth of the sentences. */
#define MUCH_ASKING 5

/* Calls to action: from three on, and more than five in a hundred words. */
#define FEWEST_CALLS 3
#define MOST_CALLS_PER_100_WORDS 5

/* Exclamation marks: from three on, and more than one in four sentences. */
#define FEWEST_EXCLAMATIONS 3
#define SENTENCES_PER_EXCLAMATION 4

/* Words of the seller: from four on, and more than of the reader. */
#define FEWEST_SELLER_WORDS 4

/* Each gives how many there are of what the note speaks of, 0 if there is nothing
 * to say. */
typedef gint64 (*CountFunction) (const ProseMeasures *measures);

static gint64
count_no_next_step (const ProseMeasures *measures)
{
  return measures->words >= FEWEST_WORDS && measures->invitations == 0 && measures->questions == 0;
}

static gint64
count_no_reader (const ProseMeasures *measures)
{
  return measures->words >= FEWEST_WORDS && measures->reader == 0 && measures->invitations == 0;
}

static gint64
count_hedges (const ProseMeasures *measures)
{
  return measures->hedged;
}

static gint64
count_stacked_questions (const ProseMeasures *measures)
{
  return measures->stacked_questions >= FEWEST_STACKED ? measures->stacked_questions + 1 : 0;
}

static gint64
count_asking (const ProseMeasures *measures)
{
  gboolean is_much = measures->sentences >= FEWEST_SENTENCES &&
                     measures->questions * MUCH_ASKING > measures->sentences;

  return is_much ? measures->questions : 0;
}

static gint64
count_calls (const ProseMeasures *measures)
{
  gboolean is_much = measures->invitations >= FEWEST_CALLS &&
                     measures->invitations * 100 > MOST_CALLS_PER_100_WORDS * measures->words;

  return is_much ? measures->invitations : 0;
}

static gint64
count_exclamations (const ProseMeasures *measures)
{
  gboolean is_much = measures->exclamations >= FEWEST_EXCLAMATIONS &&
                     measures->exclamations * SENTENCES_PER_EXCLAMATION > measures->sentences;

  return is_much ? measures->exclamations : 0;
}

static gint64
count_seller (const ProseMeasures *measures)
{
  gboolean is_more = measures->seller >= FEWEST_SELLER_WORDS && measures->seller > measures->reader;

  return is_more ? measures->seller : 0;
}

static const struct {
  const char *name;
  CountFunction count;
} notes[] = {
  [PROSE_TONE_NOTE_NO_NEXT_STEP] = { "no-next-step", count_no_next_step },
  [PROSE_TONE_NOTE_NO_READER] = { "no-reader", count_no_reader },
  [PROSE_TONE_NOTE_HEDGES] = { "hedges", count_hedges },
  [PROSE_TONE_NOTE_STACKED_QUESTIONS] = { "stacked-questions", count_stacked_questions },
  [PROSE_TONE_NOTE_MUCH_ASKING] = { "much-asking", count_asking },
  [PROSE_TONE_NOTE_MANY_CALLS] = { "many-calls", count_calls },
  [PROSE_TONE_NOTE_MANY_EXCLAMATIONS] = { "many-exclamations", count_exclamations },
  [PROSE_TONE_NOTE_MORE_SELLER] = { "more-seller", count_seller },
  [PROSE_TONE_NOTE_MIXED_ADDRESS] = { "mixed-address", prose_measures_count_mixed_address },
};

G_STATIC_ASSERT (G_N_ELEMENTS (notes) == PROSE_N_TONE_NOTES);

/* A pile of hedges is a weak text if a third of its sentences are such; questions
 * are, if half of it asks and nothing may be done next. */
static gboolean
is_weak (ProseToneNoteKind kind, const ProseMeasures *measures)
{
  switch (kind) {
  case PROSE_TONE_NOTE_NO_NEXT_STEP:
    return TRUE;
  case PROSE_TONE_NOTE_HEDGES:
    return measures->hedged * 3 >= measures->sentences;
  case PROSE_TONE_NOTE_STACKED_QUESTIONS:
    return measures->questions * 2 >= measures->sentences && measures->invitations == 0;
  case PROSE_TONE_NOTE_NO_READER:
    return measures->seller > 0;
  case PROSE_TONE_NOTE_MUCH_ASKING:
  case PROSE_TONE_NOTE_MANY_CALLS:
  case PROSE_TONE_NOTE_MANY_EXCLAMATIONS:
  case PROSE_TONE_NOTE_MORE_SELLER:
  case PROSE_TONE_NOTE_MIXED_ADDRESS:
  case PROSE_N_TONE_NOTES:
  default:
    return FALSE;
  }
}

/**
 * prose_tone_notes_new:
 * @measures: what a text amounts to
 *
 * Returns: (transfer full) (element-type ProseToneNote): what is to be said of it,
 *   what makes it weak first
 */
GArray *
prose_tone_notes_new (const ProseMeasures *measures)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (ProseToneNote));

  for (guint kind = 0; kind < PROSE_N_TONE_NOTES; kind++) {
    ProseToneNote note = { kind, notes[kind].count (measures), is_weak (kind, measures) };

    if (note.count > 0)
      g_array_append_val (found, note);
  }
  return found;
}

/**
 * prose_tone_is_weak:
 * @measures: what a text amounts to
 *
 * Returns: whether it leads nowhere, if it does not press
 */
gboolean
prose_tone_is_weak (const ProseMeasures *measures)
{
  for (guint kind = 0; kind < PROSE_N_TONE_NOTES; kind++)
    if (notes[kind].count (measures) > 0 && is_weak (kind, measures))
      return TRUE;

  return FALSE;
}

/**
 * prose_tone_note_kind_to_string:
 * @kind: a kind of note
 *
 * Returns: its name for machines (`no-next-step`)
 */
const char *
prose_tone_note_kind_to_string (ProseToneNoteKind kind)
{
  g_return_val_if_fail (kind < PROSE_N_TONE_NOTES, NULL);

  return notes[kind].name;
}
