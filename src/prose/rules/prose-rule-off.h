/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-ignore-reason.h"

G_BEGIN_DECLS

/**
 * ProseRuleOff:
 * @document: the document's URI; empty for all documents
 * @language: the language of the rule
 * @rule: the id of the rule
 * @reason: why
 * @created: when, in seconds since 1970; 0 for now
 *
 * A rule that is switched off. Known by document, language and rule.
 */
typedef struct {
  char *document;
  char *language;
  char *rule;
  ProseIgnoreReason reason;
  gint64 created;
} ProseRuleOff;

void prose_rule_off_free (ProseRuleOff *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseRuleOff, prose_rule_off_free)

G_END_DECLS
