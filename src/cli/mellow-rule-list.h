/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-rule-set.h"

G_BEGIN_DECLS

void mellow_rule_list_add (GString *output, ProseRuleSet *rules, const char *language);
gboolean mellow_rule_list_search (GString *output,
                                  ProseRuleSet *rules,
                                  const char *database,
                                  const char *language,
                                  const char *words,
                                  GError **error);
gboolean mellow_rule_list_explain (GString *output,
                                   ProseRuleSet *rules,
                                   const char *language,
                                   const char *id);

G_END_DECLS
