/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the window speaks of a difference between the tone of a text and that of its
 * original. */

#include "mellow-parity-words.h"

#include <glib/gi18n.h>

#include "mellow-phrase.h"

static const struct {
  const char *title;
  const char *icon;
} kinds[PROSE_N_PARITY_KINDS] = {
  [PROSE_PARITY_PRESSURE_ADDED] = { N_ ("More Pressure"), "mellow-pressure-added-symbolic" },
  [PROSE_PARITY_PRESSURE_LOST] = { N_ ("Less Pressure"), "mellow-pressure-lost-symbolic" },
  [PROSE_PARITY_QUESTION_TO_COMMAND] = { N_ ("Question Became Command"),
                                         "mellow-question-to-command-symbolic" },
  [PROSE_PARITY_WARMTH_LOST] = { N_ ("Less Warmth"), "mellow-warmth-lost-symbolic" },
  [PROSE_PARITY_CLAIM_STRENGTHENED] = { N_ ("Stronger Claim"),
                                        "mellow-claim-strengthened-symbolic" },
  [PROSE_PARITY_CLAIM_WEAKENED] = { N_ ("Weaker Claim"), "mellow-claim-weakened-symbolic" },
  [PROSE_PARITY_ADDRESS_MIXED] = { N_ ("Two Forms of Address"), "mellow-address-mixed-symbolic" },
  [PROSE_PARITY_TOO_LONG] = { N_ ("Too Long"), "mellow-too-long-symbolic" },
};

/**
 * mellow_parity_words_get_title:
 * @kind: how tones differ
 *
 * Returns: (transfer none): its name
 */
const char *
mellow_parity_words_get_title (ProseParityKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);

  return _ (kinds[kind].title);
}

/**
 * mellow_parity_words_get_icon:
 * @kind: how tones differ
 *
 * Returns: (transfer none): the name of its icon, which has a shape of its own
 */
const char *
mellow_parity_words_get_icon (ProseParityKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);

  return kinds[kind].icon;
}

/**
 * mellow_parity_words_dup_target:
 * @item: a difference
 *
 * Returns: (transfer full) (nullable): the words of the translation that it is about, in
 *   quotation marks; all of the unit if it is about no words in it
 */
char *
mellow_parity_words_dup_target (MellowParityItem *item)
{
  const ProseParityFinding *finding;
  const char *words;

  g_return_val_if_fail (MELLOW_IS_PARITY_ITEM (item), NULL);

  finding = mellow_parity_item_get_finding (item);
  words = finding->target_words != NULL ? finding->target_words : finding->translation;
  return words != NULL ? mellow_phrase_quote (words) : NULL;
}

/**
 * mellow_parity_words_dup_source:
 * @item: a difference
 *
 * Returns: (transfer full) (nullable): the words of the original that it is about, likewise;
 *   %NULL if it is about the whole translation
 */
char *
mellow_parity_words_dup_source (MellowParityItem *item)
{
  const ProseParityFinding *finding;
  const char *words;

  g_return_val_if_fail (MELLOW_IS_PARITY_ITEM (item), NULL);

  finding = mellow_parity_item_get_finding (item);
  words = finding->source_words != NULL ? finding->source_words : finding->original;
  return words != NULL ? mellow_phrase_quote (words) : NULL;
}

/* --- why --- */

static char *
describe_pressure_lost (const ProseParityFinding *finding)
{
  return g_strdup (finding->target_words != NULL
                       ? _ ("The original presses more. That may well be a gain.")
                       : _ ("The original presses here. That may well be a gain."));
}

static char *
describe_stronger_claim (const ProseParityFinding *finding)
{
  g_autofree char *words = NULL;

  if (finding->source_words == NULL)
    return g_strdup (_ ("The original does not claim this."));
  if (!finding->is_hedge)
    return g_strdup (_ ("The original claims less."));

  words = mellow_phrase_quote_short (finding->source_words);
  /* Translators: %s is a word in quotation marks, such as “perhaps”. */
  return g_strdup_printf (_ ("%s softens this in the original, and has no like here."), words);
}

static char *
describe_weaker_claim (const ProseParityFinding *finding)
{
  g_autofree char *words = NULL;

  if (finding->target_words == NULL)
    return g_strdup (_ ("The original claims this, and the translation does not."));
  if (!finding->is_hedge)
    return g_strdup (_ ("The original claims more."));

  words = mellow_phrase_quote_short (finding->target_words);
  /* Translators: %s is a word in quotation marks, such as “perhaps”. */
  return g_strdup_printf (_ ("%s softens what the original says as a fact."), words);
}

static char *
describe_address (const ProseParityFinding *finding)
{
  g_autofree char *more = mellow_phrase_quote_short (finding->form);
  g_autofree char *less = mellow_phrase_quote_short (finding->target_words);

  /* Translators: two forms of address in quotation marks, each with how often it is used:
   * “du” 312 times, “De” 37 times. */
  return g_strdup_printf (_ ("The reader is %s (%u) and %s (%u). One form throughout is calmer."),
                          more, finding->count, less, finding->places->len);
}

/**
 * mellow_parity_words_dup_reason:
 * @item: a difference
 *
 * Returns: (transfer full): a sentence on what differs
 */
char *
mellow_parity_words_dup_reason (MellowParityItem *item)
{
  const ProseParityFinding *finding;

  g_return_val_if_fail (MELLOW_IS_PARITY_ITEM (item), NULL);

  finding = mellow_parity_item_get_finding (item);
  switch (finding->kind) {
  case PROSE_PARITY_PRESSURE_ADDED:
    return g_strdup (finding->source_words != NULL ? _ ("The original presses less.")
                                                   : _ ("The original does not press here."));
  case PROSE_PARITY_PRESSURE_LOST:
    return describe_pressure_lost (finding);
  case PROSE_PARITY_QUESTION_TO_COMMAND:
    return g_strdup (_ ("The original asks, and leaves it to the reader."));
  case PROSE_PARITY_WARMTH_LOST:
    return g_strdup (_ ("Nothing in the translation is as warm as this."));
  case PROSE_PARITY_CLAIM_STRENGTHENED:
    return describe_stronger_claim (finding);
  case PROSE_PARITY_CLAIM_WEAKENED:
    return describe_weaker_claim (finding);
  case PROSE_PARITY_ADDRESS_MIXED:
    return describe_address (finding);
  case PROSE_PARITY_TOO_LONG:
  default:
    return g_strdup_printf (_ ("It has %u characters, and there is room for %u."), finding->count,
                            finding->limit);
  }
}

/**
 * mellow_parity_words_dup_gap:
 * @gap: why something was not compared
 * @n: how much
 *
 * Returns: (transfer full): that in words
 */
char *
mellow_parity_words_dup_gap (ProseParityGap gap, guint n)
{
  switch (gap) {
  case PROSE_PARITY_GAP_UNTRANSLATED:
    return g_strdup_printf (ngettext ("%u is not translated", "%u are not translated", n), n);
  case PROSE_PARITY_GAP_NO_ORIGINAL:
    return g_strdup_printf (ngettext ("%u has no original", "%u have no original", n), n);
  case PROSE_PARITY_GAP_UNKNOWN_LANGUAGE:
    return g_strdup_printf (ngettext ("%u is in a language that is not known",
                                      "%u are in a language that is not known", n),
                            n);
  case PROSE_PARITY_GAP_NO_RULES:
  default:
    return g_strdup_printf (
        ngettext ("%u is in a language without rules", "%u are in a language without rules", n), n);
  }
}
