/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rules/prose-program.h"
#include "rules/prose-rule.h"
#include "text/prose-token.h"

G_BEGIN_DECLS

/**
 * ProsePhrase:
 * @rule: (transfer none): the rule it belongs to
 * @order: the place of the rule among those of its language
 * @start: where its program starts
 *
 * One compiled phrase.
 */
typedef struct {
  const ProseRule *rule;
  guint order;
  guint start;
} ProsePhrase;

/* clang-format off */
/**
 * ProseLanguageRules:
 *
 * The rules of one language, ready to match: a rule image and the rules it was
 * made of. Immutable once it is shared.
 *
 *     word of the text ──▶ terms it satisfies ──▶ anchors, by term ──▶ phrases
 *     “remaining”          word “remaining”       ○ 0 … 2 tokens in    [still] (open|remaining) for you
 *                          lemma “remain” ───────▶ ○ 2 … 9 tokens in ──▶ (only|just) {count:number} … ~remain
 *                          suffix “*ing”            │  after: none
 *                          class word               │  companion: only|just, 2 … 9 tokens before
 *                                                   ▼
 *                                     tried only where the tokens around have these
 *
 * Every phrase is entered under the rarest terms that each of its matches must
 * have one of; the rest of it is looked at only around such a token.
 */
/* clang-format on */
typedef struct _ProseLanguageRules ProseLanguageRules;

ProseLanguageRules *prose_language_rules_new (ProseLexicon *lexicon,
                                              GPtrArray *rules,
                                              GBytes *image,
                                              GError **error);
ProseLanguageRules *prose_language_rules_compile (ProseLexicon *lexicon,
                                                  GPtrArray *rules,
                                                  GError **error);
void prose_language_rules_free (ProseLanguageRules *self);

void prose_language_rules_switch_off (ProseLanguageRules *self, const char *name);
gboolean prose_language_rules_is_off (ProseLanguageRules *self, guint order);
ProseLexicon *prose_language_rules_get_lexicon (ProseLanguageRules *self);
GPtrArray *prose_language_rules_get_rules (ProseLanguageRules *self);
guint prose_language_rules_get_n_terms (ProseLanguageRules *self);
const ProseInstruction *prose_language_rules_get_code (ProseLanguageRules *self);
ProsePhrase prose_language_rules_get_phrase (ProseLanguageRules *self, guint phrase);
const ProseAnchor *prose_language_rules_get_anchors (ProseLanguageRules *self,
                                                     guint term,
                                                     guint *n_anchors);
const guint *prose_language_rules_get_exceptions (ProseLanguageRules *self,
                                                  guint order,
                                                  guint *n_exceptions);
GPtrArray *prose_language_rules_dup_captures (ProseLanguageRules *self, const ProseRule *rule);
void prose_language_rules_collect_terms (ProseLanguageRules *self,
                                         const ProseToken *token,
                                         const GString *folded,
                                         GArray *terms);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseLanguageRules, prose_language_rules_free)

G_END_DECLS
