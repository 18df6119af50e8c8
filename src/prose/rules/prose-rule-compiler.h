/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-program.h"
#include "rules/prose-rule.h"

G_BEGIN_DECLS

/**
 * ProseRuleCompiler:
 *
 * Compiles the rules of one language into a rule image, which matches without
 * any more work: the build does this once and the rules database keeps it.
 */
typedef struct _ProseRuleCompiler ProseRuleCompiler;

ProseRuleCompiler *prose_rule_compiler_new (ProseLexicon *lexicon);
void prose_rule_compiler_free (ProseRuleCompiler *self);
gboolean prose_rule_compiler_add (ProseRuleCompiler *self, const ProseRule *rule, GError **error);
GBytes *prose_rule_compiler_finish (ProseRuleCompiler *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseRuleCompiler, prose_rule_compiler_free)

G_END_DECLS
