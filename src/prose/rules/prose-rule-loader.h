/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "rules/prose-rule-set.h"

G_BEGIN_DECLS

/**
 * ProseRulePart:
 * @PROSE_RULE_PART_RULES: what matching and rewriting need
 * @PROSE_RULE_PART_PHRASES: the phrases, exceptions and examples of the rules
 * @PROSE_RULE_PART_LEXICON: the whole lexicon
 *
 * The parts that a language of a rules database is read in.
 */
typedef enum {
  PROSE_RULE_PART_RULES,
  PROSE_RULE_PART_PHRASES,
  PROSE_RULE_PART_LEXICON,
} ProseRulePart;

#define PROSE_RULE_N_PARTS (PROSE_RULE_PART_LEXICON + 1)

ProseRuleSet *prose_rule_loader_open (const char *path,
                                      const char *reader,
                                      gboolean with_phrases,
                                      GError **error);
gboolean prose_rule_loader_sum_up (sqlite3 *database,
                                   const char *path,
                                   const char *language,
                                   ProseRulePart part,
                                   guint *checksum,
                                   GError **error);

G_END_DECLS
