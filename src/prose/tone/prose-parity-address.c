/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tone/prose-parity-address.h"

void
prose_parity_address_init (ProseParityAddress *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->places); i++)
    self->places[i] = g_array_new (FALSE, FALSE, sizeof (ProseSpan));
}

void
prose_parity_address_clear (ProseParityAddress *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->places); i++)
    g_array_unref (self->places[i]);
}

/**
 * prose_parity_address_add:
 * @self: the forms of address
 * @measures: what a translation amounts to
 * @place: where it stands in its file
 *
 * Adds how a translation addresses the reader.
 */
void
prose_parity_address_add (ProseParityAddress *self, const ProseMeasures *measures, ProseSpan place)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->places); i++)
    if (measures->address[i] > 0)
      g_array_append_val (self->places[i], place);
}

static char *
dup_form (ProseRuleSet *rules, const char *language, guint form)
{
  ProseLexicon *lexicon = language != NULL ? prose_rule_set_get_lexicon (rules, language) : NULL;
  char *name = lexicon != NULL ? prose_lexicon_dup_address (lexicon, form) : NULL;

  return name != NULL
             ? name
             : g_strdup (form == PROSE_ADDRESS_FIRST ? "the familiar form" : "the polite form");
}

/**
 * prose_parity_address_create_finding:
 * @self: the forms of address
 * @rules: the rules, which know the words of each form
 * @language: (nullable): the language of the translations
 *
 * Returns: (transfer full) (nullable): one difference for the whole translation, however often
 *   the forms change; %NULL if all of it keeps to one
 */
ProseParityFinding *
prose_parity_address_create_finding (const ProseParityAddress *self,
                                     ProseRuleSet *rules,
                                     const char *language)
{
  guint rare = self->places[PROSE_ADDRESS_FIRST]->len < self->places[PROSE_ADDRESS_SECOND]->len
                   ? PROSE_ADDRESS_FIRST
                   : PROSE_ADDRESS_SECOND;
  guint common = rare == PROSE_ADDRESS_FIRST ? PROSE_ADDRESS_SECOND : PROSE_ADDRESS_FIRST;
  g_autofree char *rare_name = NULL, *common_name = NULL;
  ProseParityFinding *finding;

  if (self->places[rare]->len == 0)
    return NULL;

  rare_name = dup_form (rules, language, rare);
  common_name = dup_form (rules, language, common);
  finding = prose_parity_finding_new (PROSE_PARITY_ADDRESS_MIXED, NULL, common_name, rare_name);
  finding->target = g_array_index (self->places[rare], ProseSpan, 0);
  finding->target_words = g_strdup (rare_name);
  finding->places = g_array_ref (self->places[rare]);
  finding->form = g_strdup (common_name);
  finding->count = self->places[common]->len;
  finding->message =
      g_strdup_printf ("the reader is “%s” in %u %s and “%s” in %u", common_name, finding->count,
                       finding->count == 1 ? "unit" : "units", rare_name, finding->places->len);
  return finding;
}
