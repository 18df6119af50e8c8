/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was agreed with a client, and what a text does not keep of it, in words. They
 * tell what is there; nobody is scolded. */

#include "mellow-contract-words.h"

#include <glib/gi18n.h>

#include "mellow-phrase.h"
#include "mellow-tone-words.h"

/* From here on a text is warm, and informative, as it is firm and pushy. */
#define SOME 20
#define MUCH 50

#define NOBODY_AGREED(corridor) ((corridor)->least <= 0 && (corridor)->most >= 100)

/* A figure as it is compared: a tenth where there is one, in the user's spelling. */
static char *
format_figure (double value)
{
  return g_strdup_printf ("%.4g", value);
}

static gboolean
is_beyond (const ProseDeviation *deviation)
{
  return deviation->value > deviation->limit;
}

/* --- what is not kept --- */

/* Translators: %s is a client. */
static const char *
get_meter_line (const ProseDeviation *deviation)
{
  if (g_str_equal (deviation->subject, prose_meter_to_string (PROSE_METER_PRESSURE)))
    return is_beyond (deviation) ? _ ("Firmer than %s asks for") : _ ("Softer than %s asks for");
  if (g_str_equal (deviation->subject, prose_meter_to_string (PROSE_METER_WARMTH)))
    return is_beyond (deviation) ? _ ("Warmer than %s asks for") : _ ("Cooler than %s asks for");

  return is_beyond (deviation) ? _ ("More information than %s asks for")
                               : _ ("Less information than %s asks for");
}

static char *
describe_first (const ProseDeviation *deviation, const char *name)
{
  const char *format;

  switch (deviation->kind) {
  case PROSE_DEVIATION_METER:
    format = get_meter_line (deviation);
    break;
  case PROSE_DEVIATION_QUESTIONS:
    format = is_beyond (deviation) ? _ ("More questions than %s asks for")
                                   : _ ("Fewer questions than %s asks for");
    break;
  case PROSE_DEVIATION_ADDRESS:
    format = _ ("Another form of address than %s asks for");
    break;
  case PROSE_DEVIATION_DEVICE:
    format = _ ("A phrase of a kind that %s leaves out");
    break;
  case PROSE_DEVIATION_WORD:
  default:
    format = _ ("A word that %s leaves out");
    break;
  }
  return g_strdup_printf (format, name);
}

/**
 * mellow_contract_words_describe:
 * @watch: a watch over a text
 *
 * Returns: (transfer full) (nullable): in one line, that the text departs from its
 *   contract, or why it cannot be held against it; %NULL if there is nothing to say
 */
char *
mellow_contract_words_describe (MellowContractWatch *watch)
{
  const char *name = mellow_contract_watch_get_name (watch);
  guint n = mellow_contract_watch_get_n_deviations (watch);
  g_autofree char *first = NULL;

  if (name == NULL)
    return NULL;
  if (mellow_contract_watch_get_contract (watch) == NULL)
    return g_strdup_printf (_ ("The contract “%s” is not among yours"), name);
  if (!mellow_contract_watch_knows_language (watch))
    return g_strdup_printf (_ ("Its language is not known: not held against %s"), name);
  if (n == 0)
    return NULL;

  first = describe_first (mellow_contract_watch_get_deviation (watch, 0), name);
  if (n == 1)
    return g_steal_pointer (&first);
  /* Translators: a deviation from a contract in words, and how many more there are. */
  return g_strdup_printf (ngettext ("%s, and %u more", "%s, and %u more", n - 1), first, n - 1);
}

/**
 * mellow_contract_words_describe_kept:
 * @n_deviations: how much a text does not keep
 *
 * Returns: (transfer full): whether it keeps its contract
 */
char *
mellow_contract_words_describe_kept (guint n_deviations)
{
  if (n_deviations == 0)
    return g_strdup (_ ("The open text keeps it"));

  return g_strdup_printf (
      ngettext ("%u deviation in the open text", "%u deviations in the open text", n_deviations),
      n_deviations);
}

static const char *
get_meter_title (const ProseDeviation *deviation)
{
  if (g_str_equal (deviation->subject, prose_meter_to_string (PROSE_METER_PRESSURE)))
    return is_beyond (deviation) ? _ ("Firmer than agreed") : _ ("Softer than agreed");
  if (g_str_equal (deviation->subject, prose_meter_to_string (PROSE_METER_WARMTH)))
    return is_beyond (deviation) ? _ ("Warmer than agreed") : _ ("Cooler than agreed");

  return is_beyond (deviation) ? _ ("More information than agreed")
                               : _ ("Less information than agreed");
}

/**
 * mellow_contract_words_get_title:
 * @deviation: what is not kept
 * @phrase: (nullable): what the text has there
 *
 * Returns: (transfer full): what there is
 */
char *
mellow_contract_words_get_title (const ProseDeviation *deviation, const char *phrase)
{
  switch (deviation->kind) {
  case PROSE_DEVIATION_METER:
    return g_strdup (get_meter_title (deviation));
  case PROSE_DEVIATION_QUESTIONS:
    return g_strdup (is_beyond (deviation) ? _ ("More questions than agreed")
                                           : _ ("Fewer questions than agreed"));
  case PROSE_DEVIATION_ADDRESS:
    /* Translators: a form of address, such as “De”. */
    return g_strdup_printf (_ ("The reader is “%s” here"), deviation->subject);
  case PROSE_DEVIATION_DEVICE:
  case PROSE_DEVIATION_WORD:
  default:
    return mellow_phrase_quote (phrase != NULL ? phrase : deviation->subject);
  }
}

/**
 * mellow_contract_words_get_figure:
 * @deviation: what is not kept
 *
 * Returns: (transfer full) (nullable): the figure that is outside
 */
char *
mellow_contract_words_get_figure (const ProseDeviation *deviation)
{
  switch (deviation->kind) {
  case PROSE_DEVIATION_METER:
    return format_figure (deviation->value);
  case PROSE_DEVIATION_QUESTIONS:
    return g_strdup_printf ("%.4g %%", deviation->value);
  case PROSE_DEVIATION_ADDRESS:
    return g_strdup_printf ("×%.0f", deviation->value);
  case PROSE_DEVIATION_DEVICE:
  case PROSE_DEVIATION_WORD:
  default:
    return NULL;
  }
}

static ProseMeter
get_meter (const ProseDeviation *deviation)
{
  ProseMeter meter = PROSE_METER_PRESSURE;

  prose_meter_from_string (deviation->subject, &meter);
  return meter;
}

/**
 * mellow_contract_words_get_agreed:
 * @deviation: what is not kept
 * @terms: what was agreed
 *
 * Returns: (transfer full): what was agreed on that
 */
char *
mellow_contract_words_get_agreed (const ProseDeviation *deviation, const ProseContract *terms)
{
  g_autofree char *corridor = NULL;

  switch (deviation->kind) {
  case PROSE_DEVIATION_METER:
    corridor = mellow_contract_words_describe_corridor (get_meter (deviation),
                                                        &terms->meters[get_meter (deviation)]);
    break;
  case PROSE_DEVIATION_QUESTIONS:
    corridor = mellow_contract_words_describe_questions (&terms->questions);
    break;
  case PROSE_DEVIATION_ADDRESS:
    return g_strdup_printf (_ ("Agreed is “%s”"), terms->address);
  case PROSE_DEVIATION_DEVICE:
    return g_strdup_printf (_ ("%s: agreed to be left out"), deviation->family);
  case PROSE_DEVIATION_WORD:
  default:
    return g_strdup (_ ("A word that was agreed to be left out"));
  }
  return g_strdup_printf (_ ("Agreed: %s"), corridor);
}

/* --- what was agreed --- */

/**
 * mellow_contract_words_get_meaning:
 * @meter: a meter
 * @value: what it shows
 *
 * Returns: (transfer none): what that means
 */
const char *
mellow_contract_words_get_meaning (ProseMeter meter, double value)
{
  switch (meter) {
  case PROSE_METER_WARMTH:
    return value >= MUCH ? _ ("very warm") : value >= SOME ? _ ("warm") : _ ("cool");
  case PROSE_METER_INFORMATION:
    return value >= MUCH   ? _ ("full of facts and reasons")
           : value >= SOME ? _ ("some facts and reasons")
                           : _ ("hardly any facts");
  case PROSE_METER_PRESSURE:
  default:
    return value >= MUCH ? _ ("pushy") : value >= SOME ? _ ("firm") : _ ("calm");
  }
}

/* `20 to 50`, `20 at most`. */
static char *
format_corridor (const ProseCorridor *corridor)
{
  g_autofree char *least = format_figure (corridor->least);
  g_autofree char *most = format_figure (corridor->most);

  if (corridor->least <= 0)
    return g_strdup_printf (_ ("%s at most"), most);
  if (corridor->most >= 100)
    return g_strdup_printf (_ ("%s at least"), least);

  return g_strdup_printf (_ ("%s to %s"), least, most);
}

/**
 * mellow_contract_words_describe_corridor:
 * @meter: a meter
 * @corridor: where it is to stay
 *
 * Returns: (transfer full): that, and what it means
 */
char *
mellow_contract_words_describe_corridor (ProseMeter meter, const ProseCorridor *corridor)
{
  const char *from = mellow_contract_words_get_meaning (meter, corridor->least);
  /* A corridor that ends where the next word begins does not reach into it. */
  const char *to = mellow_contract_words_get_meaning (meter, corridor->most - 0.1);
  g_autofree char *numbers = NULL;

  if (NOBODY_AGREED (corridor))
    return g_strdup (_ ("as it comes"));

  numbers = format_corridor (corridor);
  if (g_str_equal (from, to))
    return g_strdup_printf ("%s, %s", numbers, from);
  /* Translators: “20 to 60, firm to pushy”. */
  return g_strdup_printf (_ ("%s, %s to %s"), numbers, from, to);
}

/**
 * mellow_contract_words_describe_questions:
 * @corridor: how many of a hundred sentences may ask
 *
 * Returns: (transfer full): that in words
 */
char *
mellow_contract_words_describe_questions (const ProseCorridor *corridor)
{
  g_autofree char *numbers = NULL;

  if (NOBODY_AGREED (corridor))
    return g_strdup (_ ("as it comes"));
  if (corridor->most <= 0)
    return g_strdup (_ ("no sentence asks"));

  numbers = format_corridor (corridor);
  return g_strdup_printf (_ ("%s of a hundred sentences"), numbers);
}

static void
append (GString *line, char *part)
{
  g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part);
  g_free (part);
}

static void
append_corridor (GString *line, const char *title, const ProseCorridor *corridor)
{
  g_autofree char *numbers = format_corridor (corridor);

  if (!NOBODY_AGREED (corridor))
    append (line, g_strdup_printf ("%s %s", title, numbers));
}

/**
 * mellow_contract_words_sum_up:
 * @terms: what was agreed
 *
 * Returns: (transfer full): that in a line
 */
char *
mellow_contract_words_sum_up (const ProseContract *terms)
{
  GString *line = g_string_new (NULL);
  guint n_banned = terms->banned->len, n_words = terms->words->len;

  for (guint i = 0; i < G_N_ELEMENTS (terms->meters); i++)
    append_corridor (line, mellow_tone_words_get_meter (i), &terms->meters[i]);
  append_corridor (line, _ ("Questions"), &terms->questions);
  if (terms->address != NULL)
    append (line, mellow_phrase_quote (terms->address));
  if (n_banned > 0)
    append (line, g_strdup_printf (ngettext ("%u device left out", "%u devices left out", n_banned),
                                   n_banned));
  if (n_words > 0)
    append (line,
            g_strdup_printf (ngettext ("%u word left out", "%u words left out", n_words), n_words));
  if (line->len == 0)
    g_string_append (line, _ ("Nothing is agreed yet"));

  return g_string_free (line, FALSE);
}
