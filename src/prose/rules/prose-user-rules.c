/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the user has decided for all documents, laid over the shipped rules. */

#include "rules/prose-user-rules.h"

#include <string.h>

#include "rules/prose-rule-pack.h"
#include "rules/prose-user-packs.h"

/* Everywhere is the empty document. */
#define EVERYWHERE ""

static gboolean
add_pack (ProseRuleSet *rules, const ProseUserPack *pack, GError **error)
{
  g_autoptr (ProseLexicon) lexicon = prose_rule_set_dup_lexicon (rules, pack->language);
  g_autoptr (ProseRulePack) read =
      prose_rule_pack_new (pack->name, pack->text, strlen (pack->text), lexicon, error);

  return read != NULL && prose_rule_set_add_rules (rules, read->rules, error);
}

/* One pack that no longer fits, of a set that is gone for instance, does not keep
 * the others away. The first error is told. */
static void
add_packs (ProseRuleSet *rules, GPtrArray *packs, GError **error)
{
  for (guint i = 0; i < packs->len; i++) {
    g_autoptr (GError) problem = NULL;

    if (!add_pack (rules, packs->pdata[i], &problem) && error != NULL && *error == NULL)
      g_propagate_error (error, g_steal_pointer (&problem));
  }
}

static void
switch_off (ProseRuleSet *rules, GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++) {
    const ProseRuleOff *off = list->pdata[i];

    prose_rule_set_switch_off (rules, off->language, off->rule);
  }
}

static void
ignore (ProseRuleSet *rules, GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++) {
    const ProseIgnoredPhrase *ignored = list->pdata[i];

    prose_rule_set_ignore (rules, ignored->rule, ignored->phrase);
  }
}

/**
 * prose_user_rules_apply:
 * @store: the store of a user
 * @rules: a rule set that is not shared yet
 * @error: return location for a #GError
 *
 * Lays own rules over those that are there, switches off what the user does not
 * want anywhere, and ignores the phrases that are ignored everywhere.
 *
 * Returns: whether all of it could be used; what could be is in use even if not
 */
gboolean
prose_user_rules_apply (ProseUserStore *store, ProseRuleSet *rules, GError **error)
{
  g_autoptr (GPtrArray) packs = prose_user_packs_dup (store, NULL, error);
  g_autoptr (GPtrArray) off = NULL;
  g_autoptr (GPtrArray) ignored = NULL;
  g_autoptr (GError) problem = NULL;

  if (packs == NULL)
    return FALSE;
  off = prose_user_store_dup_rules_off (store, EVERYWHERE, error);
  if (off == NULL)
    return FALSE;
  ignored = prose_user_store_dup_ignored_phrases (store, EVERYWHERE, error);
  if (ignored == NULL)
    return FALSE;

  add_packs (rules, packs, &problem);
  switch_off (rules, off);
  ignore (rules, ignored);
  if (problem == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}
