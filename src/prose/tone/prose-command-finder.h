/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-rule-set.h"
#include "tone/prose-parity-side.h"

G_BEGIN_DECLS

/**
 * ProseParityCommand:
 * @words: the words, in bytes of the copy of the translation
 * @mark: (nullable): the mark or soft phrase that they are; %NULL if they are a verb, or a cry
 * @only_presses: whether they press, and do not tell the reader what to do
 *
 * What a translation says where its original asks.
 */
typedef struct {
  ProseSpan words;
  const ProseDiagnostic *mark;
  gboolean only_presses;
} ProseParityCommand;

/**
 * ProseCommandFinder:
 * @rules: the rules
 * @lexicon: (nullable): the words of the last translation whose verbs were looked at, with
 *   their forms, which are loaded when they are first asked for
 *
 * Finds what became of questions.
 */
typedef struct {
  ProseRuleSet *rules;
  ProseLexicon *lexicon;
} ProseCommandFinder;

void prose_command_finder_init (ProseCommandFinder *self, ProseRuleSet *rules);
void prose_command_finder_clear (ProseCommandFinder *self);
gboolean prose_command_finder_find (ProseCommandFinder *self,
                                    const ProseParitySide *source,
                                    const ProseParitySide *target,
                                    const char *language,
                                    ProseParityCommand *command);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ProseCommandFinder, prose_command_finder_clear)

G_END_DECLS
