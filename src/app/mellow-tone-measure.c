/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-tone-measure.h"

#include <glib/gi18n.h>
#include <math.h>

static void
measure_free (MellowToneMeasure *self)
{
  g_free (self->value);
  g_free (self->meaning);
  g_free (self);
}

static void
add (GPtrArray *all, const char *title, char *value, const char *meaning)
{
  MellowToneMeasure *measure = g_new (MellowToneMeasure, 1);

  measure->title = title;
  measure->value = value;
  measure->meaning = g_strdup (meaning);
  g_ptr_array_add (all, measure);
}

/* The steps of Björnsson (1968), each with a kind of text that has it. */
static const char *
get_meaning_of_lix (double lix)
{
  if (lix < 30)
    return _ ("very easy, as in books for children");
  if (lix < 40)
    return _ ("easy, as in novels");
  if (lix < 50)
    return _ ("as in newspapers");
  if (lix < 60)
    return _ ("heavy, as in official papers");

  return _ ("very heavy, as in law books");
}

static void
add_lix (GPtrArray *all, const ProseMeasures *measures)
{
  double lix = prose_tone_summary_new (measures).lix;

  add (all, _ ("Readability (LIX)"), g_strdup_printf ("%.0f", lix), get_meaning_of_lix (lix));
}

static const char *
get_meaning_of_length (double words)
{
  if (words < 10)
    return _ ("short sentences");
  if (words <= 20)
    return _ ("sentences of middling length");

  return _ ("long sentences");
}

static void
add_sentence_length (GPtrArray *all, const ProseToneFigures *figures)
{
  double words = figures->sentence_length;

  add (all, _ ("Words per sentence"), g_strdup_printf ("%.1f", words),
       get_meaning_of_length (words));
}

/* One in so many, rounded. */
static gulong
get_one_in (gint64 n, gint64 of)
{
  return lround ((double)of / n);
}

static char *
describe_questions (const ProseMeasures *measures)
{
  gulong n;

  if (measures->questions == 0)
    return g_strdup (_ ("nothing is asked"));

  n = get_one_in (measures->questions, measures->sentences);
  return n < 2 ? g_strdup (_ ("nearly every sentence asks"))
               : g_strdup_printf (_ ("one sentence in %lu asks"), n);
}

static void
add_questions (GPtrArray *all, const ProseMeasures *measures, const ProseToneFigures *figures)
{
  g_autofree char *meaning = describe_questions (measures);

  /* Translators: a share in percent; %% is the sign. */
  add (all, _ ("Questions"), g_strdup_printf (_ ("%.0f%%"), figures->question_share), meaning);
}

static const char *
compare_people (const ProseMeasures *measures)
{
  if (measures->reader == 0 && measures->seller == 0)
    return _ ("speaks of neither reader nor seller");
  if (measures->reader > measures->seller)
    return _ ("speaks more of the reader");
  if (measures->reader < measures->seller)
    return _ ("speaks more of the seller");

  return _ ("speaks as much of both");
}

static void
add_people (GPtrArray *all, const ProseMeasures *measures)
{
  /* Translators: words such as “you” and “your” against “we” and “our”. */
  add (all, _ ("You and we"),
       g_strdup_printf ("%lu : %lu", (gulong)measures->reader, (gulong)measures->seller),
       compare_people (measures));
}

static char *
describe_rate (gint64 n, gint64 words)
{
  gulong one_in;

  if (n == 0)
    return g_strdup (_ ("none"));

  one_in = get_one_in (n, words);
  return g_strdup_printf (ngettext ("one in %lu word", "one in %lu words", one_in), one_in);
}

static void
add_rate (GPtrArray *all, const char *title, double rate, gint64 n, gint64 words)
{
  g_autofree char *meaning = describe_rate (n, words);

  add (all, title, g_strdup_printf ("%.1f", rate), meaning);
}

/* As the language has it: “De”. */
static char *
dup_address (const ProseMeasures *measures, ProseLexicon *lexicon)
{
  char *form = prose_tone_dup_address (measures, lexicon);

  return form != NULL ? form : g_strdup (measures->reader > 0 ? _ ("you") : _ ("none"));
}

static char *
describe_mix (ProseLexicon *lexicon)
{
  g_autofree char *first = prose_lexicon_dup_address (lexicon, PROSE_ADDRESS_FIRST);
  g_autofree char *second = prose_lexicon_dup_address (lexicon, PROSE_ADDRESS_SECOND);

  /* Translators: two forms of address, such as “du” and “De”. */
  return g_strdup_printf (_ ("“%s” and “%s” are mixed"), first, second);
}

static char *
describe_address (const ProseMeasures *measures, ProseLexicon *lexicon)
{
  gulong n = 0;

  for (guint i = 0; i < PROSE_N_ADDRESSES; i++)
    n += measures->address[i];
  if (n == 0 || lexicon == NULL)
    return g_strdup (measures->reader > 0 ? _ ("one form for all readers")
                                          : _ ("the reader is not spoken to"));
  if (prose_measures_count_mixed_address (measures) > 0)
    return describe_mix (lexicon);

  return g_strdup_printf (ngettext ("all through, %lu time", "all through, %lu times", n), n);
}

static void
add_address (GPtrArray *all, const ProseMeasures *measures, ProseLexicon *lexicon)
{
  g_autofree char *meaning = describe_address (measures, lexicon);

  add (all, _ ("Form of address"), dup_address (measures, lexicon), meaning);
}

static char *
format_time (gulong seconds)
{
  gulong minutes = lround (seconds / 60.0);

  return seconds < 90 ? g_strdup_printf (ngettext ("%lu second", "%lu seconds", seconds), seconds)
                      : g_strdup_printf (ngettext ("%lu minute", "%lu minutes", minutes), minutes);
}

static void
add_time (GPtrArray *all, const ProseToneFigures *figures)
{
  add (all, _ ("Reading time"), format_time (figures->reading_seconds),
       _ ("at 238 words a minute"));
}

/**
 * mellow_tone_measures_new:
 * @measures: what a text amounts to
 * @lexicon: (nullable): the words of its language
 *
 * Returns: (transfer full) (element-type MellowToneMeasure): what can be told of it in
 *   figures; nothing of a text that is not measured
 */
GPtrArray *
mellow_tone_measures_new (const ProseMeasures *measures, ProseLexicon *lexicon)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify)measure_free);
  ProseToneFigures figures = prose_tone_figures_new (measures);

  if (measures->words == 0 || measures->sentences == 0)
    return all;

  add_lix (all, measures);
  add_sentence_length (all, &figures);
  add_questions (all, measures, &figures);
  add_people (all, measures);
  add_rate (all, _ ("Calls to act per 100 words"), figures.calls, measures->invitations,
            measures->words);
  add_rate (all, _ ("Exclamation marks per 100 words"), figures.exclamations,
            measures->exclamations, measures->words);
  add_address (all, measures, lexicon);
  add_time (all, &figures);

  return all;
}
