/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-rule-entry.h"

#include <string.h>

/**
 * MellowRuleEntry:
 *
 * A rule in the list of all rules, shipped or of the user's own; or the heading
 * above the rules of a family.
 */
struct _MellowRuleEntry {
  GObject parent_instance;

  ProseRule *rule; /* NULL for a heading */
  char *title;
  char *key;
  char *pack;        /* the name of its pack, NULL for a shipped rule */
  gboolean is_alone; /* whether the pack has no other rule */
  gboolean is_off;
};

G_DEFINE_FINAL_TYPE (MellowRuleEntry, mellow_rule_entry, G_TYPE_OBJECT)

static void
mellow_rule_entry_finalize (GObject *object)
{
  MellowRuleEntry *self = MELLOW_RULE_ENTRY (object);

  g_clear_pointer (&self->rule, prose_rule_unref);
  g_free (self->title);
  g_free (self->key);
  g_free (self->pack);

  G_OBJECT_CLASS (mellow_rule_entry_parent_class)->finalize (object);
}

static void
mellow_rule_entry_class_init (MellowRuleEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mellow_rule_entry_finalize;
}

static void
mellow_rule_entry_init (MellowRuleEntry *self)
{
}

/**
 * mellow_rule_title_new:
 * @id: the id of a rule
 *
 * Returns: (transfer full): its name for the user: `scarcity.only-n-left` reads as
 *   “Only n left”
 */
char *
mellow_rule_title_new (const char *id)
{
  const char *dot = strchr (id, '.');
  g_autofree char *words = g_strdelimit (g_strdup (dot != NULL ? dot + 1 : id), "-_", ' ');
  g_autofree char *first = g_utf8_substring (words, 0, *words != '\0' ? 1 : 0);
  g_autofree char *capital = g_utf8_strup (first, -1);

  return g_strconcat (capital, words + strlen (first), NULL);
}

/**
 * mellow_rule_key_new:
 * @language: a language
 * @rule: the id of a rule of it
 *
 * Returns: (transfer full): what that rule is known by among all rules
 */
char *
mellow_rule_key_new (const char *language, const char *rule)
{
  return g_strjoin ("\t", language, rule, NULL);
}

/**
 * mellow_rule_entry_new:
 * @rule: a rule
 * @pack: (nullable): the pack of the user's own that it comes from
 *
 * Returns: (transfer full): the entry of @rule
 */
MellowRuleEntry *
mellow_rule_entry_new (ProseRule *rule, const ProseRulePack *pack)
{
  MellowRuleEntry *self = g_object_new (MELLOW_TYPE_RULE_ENTRY, NULL);

  self->rule = prose_rule_ref (rule);
  self->key = mellow_rule_key_new (rule->category->language, rule->id);
  self->pack = pack != NULL ? g_strdup (pack->name) : NULL;
  self->is_alone = pack != NULL && pack->rules->len == 1;
  self->title = self->is_alone ? g_strdup (pack->name) : mellow_rule_title_new (rule->id);
  return self;
}

/**
 * mellow_rule_entry_new_heading:
 * @title: what stands below it
 *
 * Returns: (transfer full): a heading
 */
MellowRuleEntry *
mellow_rule_entry_new_heading (const char *title)
{
  MellowRuleEntry *self = g_object_new (MELLOW_TYPE_RULE_ENTRY, NULL);

  self->title = g_strdup (title);
  return self;
}

/**
 * mellow_rule_entry_get_rule:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the rule, %NULL for a heading
 */
ProseRule *
mellow_rule_entry_get_rule (MellowRuleEntry *self)
{
  g_return_val_if_fail (MELLOW_IS_RULE_ENTRY (self), NULL);

  return self->rule;
}

/**
 * mellow_rule_entry_get_title:
 * @self: an entry
 *
 * Returns: (transfer none): its name for the user
 */
const char *
mellow_rule_entry_get_title (MellowRuleEntry *self)
{
  g_return_val_if_fail (MELLOW_IS_RULE_ENTRY (self), NULL);

  return self->title;
}

/**
 * mellow_rule_entry_get_key:
 * @self: the entry of a rule
 *
 * Returns: (transfer none): see mellow_rule_key_new()
 */
const char *
mellow_rule_entry_get_key (MellowRuleEntry *self)
{
  g_return_val_if_fail (MELLOW_IS_RULE_ENTRY (self), NULL);

  return self->key;
}

/**
 * mellow_rule_entry_get_pack:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the pack of own rules that it comes from,
 *   %NULL for a rule that came with Mellow
 */
const char *
mellow_rule_entry_get_pack (MellowRuleEntry *self)
{
  g_return_val_if_fail (MELLOW_IS_RULE_ENTRY (self), NULL);

  return self->pack;
}

/**
 * mellow_rule_entry_is_alone:
 * @self: an entry
 *
 * Returns: whether it is an own rule, and the only one of its pack
 */
gboolean
mellow_rule_entry_is_alone (MellowRuleEntry *self)
{
  g_return_val_if_fail (MELLOW_IS_RULE_ENTRY (self), FALSE);

  return self->is_alone;
}

/**
 * mellow_rule_entry_is_off:
 * @self: an entry
 *
 * Returns: whether the rule is off everywhere
 */
gboolean
mellow_rule_entry_is_off (MellowRuleEntry *self)
{
  g_return_val_if_fail (MELLOW_IS_RULE_ENTRY (self), FALSE);

  return self->is_off;
}

void
mellow_rule_entry_set_off (MellowRuleEntry *self, gboolean is_off)
{
  g_return_if_fail (MELLOW_IS_RULE_ENTRY (self));

  self->is_off = is_off;
}
