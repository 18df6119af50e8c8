/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tone of a text is called, in the language of the window. It tells what is
 * there and what may help; it never scolds. */

#include "mellow-tone-words.h"

#include <glib/gi18n.h>

/**
 * mellow_tone_words_get_verdict:
 * @verdict: a verdict
 *
 * Returns: (transfer none): the verdict for the user
 */
const char *
mellow_tone_words_get_verdict (ProseVerdict verdict)
{
  switch (verdict) {
  case PROSE_VERDICT_FIRM:
    return _ ("Firm");
  case PROSE_VERDICT_PUSHY:
    return _ ("Pushy");
  case PROSE_VERDICT_TOO_WEAK:
    return _ ("Too weak");
  case PROSE_VERDICT_CALM:
  default:
    return _ ("Calm");
  }
}

/* The first note that makes the text weak; %PROSE_N_TONE_NOTES if none does. */
static ProseToneNoteKind
find_weakness (const ProseMeasures *measures)
{
  g_autoptr (GArray) notes = prose_tone_notes_new (measures);

  for (guint i = 0; i < notes->len; i++)
    if (g_array_index (notes, ProseToneNote, i).is_weak)
      return g_array_index (notes, ProseToneNote, i).kind;

  return PROSE_N_TONE_NOTES;
}

/* Only some notes make a text weak. */
static const char *
get_weak_verdict (ProseToneNoteKind kind)
{
  switch (kind) {
  case PROSE_TONE_NOTE_NO_NEXT_STEP:
    return _ ("Too weak: no next step");
  case PROSE_TONE_NOTE_NO_READER:
    return _ ("Too weak: not about the reader");
  case PROSE_TONE_NOTE_HEDGES:
    return _ ("Too weak: much is hedged");
  case PROSE_TONE_NOTE_STACKED_QUESTIONS:
    return _ ("Too weak: it mostly asks");
  default:
    return _ ("Too weak");
  }
}

static const char *
get_weak_reason (ProseToneNoteKind kind)
{
  switch (kind) {
  case PROSE_TONE_NOTE_NO_NEXT_STEP:
    return _ ("Calm, but it leads nowhere: the reader finds no next step.");
  case PROSE_TONE_NOTE_NO_READER:
    return _ ("Calm, but it speaks of the seller alone: readers do not find themselves in it.");
  case PROSE_TONE_NOTE_HEDGES:
    return _ ("Calm, but many sentences take back half of what they say.");
  case PROSE_TONE_NOTE_STACKED_QUESTIONS:
    return _ ("Calm, but it asks and asks, and offers no next step.");
  default:
    return _ ("Calm, but it leads nowhere.");
  }
}

/**
 * mellow_tone_words_describe_verdict:
 * @measures: what a text amounts to
 *
 * Returns: (transfer full): its tone in a word or two; for a weak text with what
 *   makes it so
 */
char *
mellow_tone_words_describe_verdict (const ProseMeasures *measures)
{
  ProseVerdict verdict = prose_tone_summary_new (measures).verdict;

  if (measures->words == 0)
    return g_strdup (measures->unchecked > 0 ? _ ("Language not known") : _ ("No verdict yet"));
  if (verdict == PROSE_VERDICT_TOO_WEAK)
    return g_strdup (get_weak_verdict (find_weakness (measures)));

  return g_strdup (mellow_tone_words_get_verdict (verdict));
}

/**
 * mellow_tone_words_get_reason:
 * @measures: what a text amounts to
 *
 * Returns: (transfer none): what its verdict means
 */
const char *
mellow_tone_words_get_reason (const ProseMeasures *measures)
{
  if (measures->words == 0)
    return measures->unchecked > 0
               ? _ ("There are no rules for the language of this text, so nothing is measured.")
               : _ ("The tone shows as you write.");

  switch (prose_tone_summary_new (measures).verdict) {
  case PROSE_VERDICT_FIRM:
    return _ ("Some phrases press the reader.");
  case PROSE_VERDICT_PUSHY:
    return _ ("The text presses the reader to decide.");
  case PROSE_VERDICT_TOO_WEAK:
    return get_weak_reason (find_weakness (measures));
  case PROSE_VERDICT_CALM:
  default:
    return _ ("Hardly anything presses the reader.");
  }
}

/* --- notes --- */

static char *
format_hedges (gulong n)
{
  return g_strdup_printf (ngettext ("%lu sentence softens what it says three times or more. One "
                                    "“perhaps” is enough.",
                                    "%lu sentences soften what they say three times or more. One "
                                    "“perhaps” each is enough.",
                                    n),
                          n);
}

static char *
format_stacked_questions (gulong n)
{
  return g_strdup_printf (ngettext ("%lu question follows upon another. An answer between them "
                                    "gives the reader a rest.",
                                    "%lu questions follow one upon another. An answer between "
                                    "them gives the reader a rest.",
                                    n),
                          n);
}

static char *
format_asking (gulong n)
{
  return g_strdup_printf (
      ngettext ("%lu question, more than one in five sentences. Fewer are heard better.",
                "%lu questions, more than one in five sentences. Fewer are heard better.", n),
      n);
}

static char *
format_calls (gulong n)
{
  return g_strdup_printf (
      ngettext ("%lu next step for so few words. One or two are easier to take.",
                "%lu next steps for so few words. One or two are easier to take.", n),
      n);
}

static char *
format_exclamations (gulong n)
{
  return g_strdup_printf (ngettext ("%lu exclamation mark. A calm voice needs few of them.",
                                    "%lu exclamation marks. A calm voice needs few of them.", n),
                          n);
}

static char *
format_seller (gulong n)
{
  return g_strdup_printf (ngettext ("%lu word speaks of the seller, more than speak of the reader.",
                                    "%lu words speak of the seller, more than speak of the reader.",
                                    n),
                          n);
}

static char *
format_address (gulong n)
{
  return g_strdup_printf (ngettext ("The reader is spoken to in two ways, familiar and polite; the "
                                    "rarer one comes %lu time.",
                                    "The reader is spoken to in two ways, familiar and polite; the "
                                    "rarer one comes %lu times.",
                                    n),
                          n);
}

/**
 * mellow_tone_words_describe_note:
 * @note: a note on a whole text
 *
 * Returns: (transfer full): the note in a sentence or two
 */
char *
mellow_tone_words_describe_note (const ProseToneNote *note)
{
  gulong n = note->count;

  switch (note->kind) {
  case PROSE_TONE_NOTE_NO_NEXT_STEP:
    return g_strdup (_ ("Readers who like it find no next step here."));
  case PROSE_TONE_NOTE_NO_READER:
    return g_strdup (_ ("It does not speak of the reader yet."));
  case PROSE_TONE_NOTE_HEDGES:
    return format_hedges (n);
  case PROSE_TONE_NOTE_STACKED_QUESTIONS:
    return format_stacked_questions (n);
  case PROSE_TONE_NOTE_MUCH_ASKING:
    return format_asking (n);
  case PROSE_TONE_NOTE_MANY_CALLS:
    return format_calls (n);
  case PROSE_TONE_NOTE_MANY_EXCLAMATIONS:
    return format_exclamations (n);
  case PROSE_TONE_NOTE_MORE_SELLER:
    return format_seller (n);
  case PROSE_TONE_NOTE_MIXED_ADDRESS:
    return format_address (n);
  case PROSE_N_TONE_NOTES:
  default:
    g_return_val_if_reached (NULL);
  }
}

/**
 * mellow_tone_words_describe_repeat:
 * @phrase: a phrase that presses
 * @count: how often the text says it
 *
 * Returns: (transfer full): that it does, in a sentence or two
 */
char *
mellow_tone_words_describe_repeat (const char *phrase, guint count)
{
  return g_strdup_printf (ngettext ("“%s” is said word for word %u time. Other words are heard "
                                    "better.",
                                    "“%s” is said word for word %u times. Other words are heard "
                                    "better.",
                                    count),
                          phrase, count);
}

/**
 * mellow_tone_words_get_help:
 * @kind: a kind of note
 *
 * Returns: what a sentence would do that helps; %PROSE_COVERAGE_NONE where rather
 *   fewer words help
 */
ProseCoverage
mellow_tone_words_get_help (ProseToneNoteKind kind)
{
  switch (kind) {
  case PROSE_TONE_NOTE_NO_NEXT_STEP:
  case PROSE_TONE_NOTE_STACKED_QUESTIONS:
    return PROSE_COVERAGE_STEP;
  case PROSE_TONE_NOTE_NO_READER:
  case PROSE_TONE_NOTE_HEDGES:
    return PROSE_COVERAGE_BENEFIT;
  default:
    return PROSE_COVERAGE_NONE;
  }
}

/* --- names --- */

/**
 * mellow_tone_words_get_coverage:
 * @coverage: something that good advice does
 *
 * Returns: (transfer none): its name for the user
 */
const char *
mellow_tone_words_get_coverage (ProseCoverage coverage)
{
  switch (coverage) {
  case PROSE_COVERAGE_NEED:
    return _ ("Asks what is needed");
  case PROSE_COVERAGE_BENEFIT:
    return _ ("Says what the reader gains");
  case PROSE_COVERAGE_WORRY:
    return _ ("Soothes a worry");
  case PROSE_COVERAGE_LIMIT:
    return _ ("Is open about a limit");
  case PROSE_COVERAGE_STEP:
    return _ ("Offers a small step");
  case PROSE_COVERAGE_CHOICE:
    return _ ("Leaves the choice");
  case PROSE_COVERAGE_NONE:
  case PROSE_N_COVERAGES:
  default:
    g_return_val_if_reached (NULL);
  }
}

/**
 * mellow_tone_words_get_meter:
 * @meter: a meter
 *
 * Returns: (transfer none): its name for the user
 */
const char *
mellow_tone_words_get_meter (ProseMeter meter)
{
  switch (meter) {
  case PROSE_METER_WARMTH:
    return _ ("Warmth");
  case PROSE_METER_INFORMATION:
    return _ ("Information");
  case PROSE_METER_PRESSURE:
  default:
    return _ ("Pressure");
  }
}
