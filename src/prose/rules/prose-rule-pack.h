/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-lexicon.h"
#include "rules/prose-rule.h"

G_BEGIN_DECLS

/**
 * ProseRuleExample:
 * @rule: (transfer none): the rule it proves
 * @flags: whether the rule must mark @text; if not, it must leave it alone
 * @text: the example
 * @span: (nullable): the exact text of the mark
 * @rewrites: (element-type ProseRewriteTemplate): rewrites that are expected
 * @place: where it stands, as `name:line:column`
 *
 * A text by which a rule proves itself.
 */
typedef struct {
  const ProseRule *rule;
  gboolean flags;
  char *text;
  char *span;
  GArray *rewrites;
  char *place;
} ProseRuleExample;

/**
 * ProseRulePack:
 * @name: what it is called: its own name, or that of its family
 * @category: the family, with its language
 * @rules: (element-type ProseRule): its rules
 * @examples: (element-type ProseRuleExample): the texts that prove them
 *
 * A file of rules of one family and one language.
 */
typedef struct {
  char *name;
  ProseCategory *category;
  GPtrArray *rules;
  GPtrArray *examples;
} ProseRulePack;

ProseRulePack *prose_rule_pack_new (
    const char *name, const char *data, gsize length, ProseLexicon *lexicon, GError **error);
char *prose_rule_pack_dup_language (const char *data, gsize length);
void prose_rule_pack_free (ProseRulePack *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseRulePack, prose_rule_pack_free)

G_END_DECLS
