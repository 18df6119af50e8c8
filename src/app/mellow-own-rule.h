/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <prose.h>

G_BEGIN_DECLS

/* How many kinds of rewrite there are. */
#define MELLOW_N_REWRITES (PROSE_REWRITE_PLAIN + 1)

/**
 * MellowOwnRule:
 * @language: the language it is for
 * @name: its name for the user, and that of its pack
 * @category: the family it belongs to
 * @title: the name of that family
 * @severity: how it marks
 * @why: the reason, for whoever writes
 * @phrases: (element-type utf8): what it finds
 * @rewrites: a wording for each kind of rewrite; empty for none
 * @flagged: a text that it marks
 * @passed: a text that it leaves alone
 *
 * A rule of the user's own as a form has it. As a pack, it is one with a single
 * rule. Each text is empty rather than %NULL.
 */
typedef struct {
  char *language;
  char *name;
  char *category;
  char *title;
  ProseSeverity severity;
  char *why;
  GPtrArray *phrases;
  char *rewrites[MELLOW_N_REWRITES];
  char *flagged;
  char *passed;
} MellowOwnRule;

MellowOwnRule *mellow_own_rule_new (void);
MellowOwnRule *mellow_own_rule_new_from_pack (const ProseRulePack *pack);
gboolean mellow_own_rule_can_hold (const ProseRulePack *pack);
void mellow_own_rule_free (MellowOwnRule *self);
char *mellow_own_rule_dup_id (const MellowOwnRule *self);
char *mellow_own_rule_write (const MellowOwnRule *self);

ProseRulePack *mellow_own_rule_read (const MellowOwnRule *self,
                                     ProseLexicon *lexicon,
                                     GError **error);
ProseRuleSet *mellow_own_rule_compile (const MellowOwnRule *self, ProseLexicon *lexicon);
char *mellow_own_rule_find_phrase_problem (const MellowOwnRule *self,
                                           ProseLexicon *lexicon,
                                           guint phrase);
char *mellow_own_rule_find_rewrite_problem (const MellowOwnRule *self,
                                            ProseLexicon *lexicon,
                                            ProseRewriteKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MellowOwnRule, mellow_own_rule_free)

G_END_DECLS
