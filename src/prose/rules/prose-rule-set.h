/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "rules/prose-language-rules.h"

G_BEGIN_DECLS

/**
 * ProseRuleSet:
 *
 * Rules of any number of languages, ready to match; a language is loaded when
 * it is first asked for. The rules of a language lie in layers: the shipped ones,
 * and over them those that were added, of the user or of a run.
 *
 * Immutable to the eye once it is shared, and reference-counted; several threads
 * may match with one set, each with a [class@Prose.Checker] of its own.
 */
typedef struct _ProseRuleSet ProseRuleSet;

/**
 * ProseRuleSetLoader:
 * @source: where the rules come from
 * @language: the language that is wanted
 * @error: return location for a #GError
 *
 * Loads the rules of one language. Called once per language, never by two
 * threads at a time.
 *
 * Returns: (transfer full): the rules, or %NULL with an error
 */
typedef ProseLanguageRules *(*ProseRuleSetLoader) (gpointer source,
                                                   const char *language,
                                                   GError **error);

/**
 * ProseLexiconLoader:
 * @source: where the rules come from
 * @language: the language that is wanted
 *
 * Loads the whole lexicon of a language. Matching needs only its lists, which
 * come with the rules; the inflected forms are for rewrites.
 *
 * Returns: (transfer full) (nullable): the lexicon
 */
typedef ProseLexicon *(*ProseLexiconLoader) (gpointer source, const char *language);

ProseRuleSet *prose_rule_set_new (GPtrArray *rules, GPtrArray *lexicons, GError **error);
ProseRuleSet *prose_rule_set_new_with_loader (const char *const *languages,
                                              ProseRuleSetLoader loader,
                                              gpointer source,
                                              GDestroyNotify free_source);
void prose_rule_set_set_lexicon_loader (ProseRuleSet *self, ProseLexiconLoader loader);
gboolean prose_rule_set_add_rules (ProseRuleSet *self, GPtrArray *rules, GError **error);
void prose_rule_set_switch_off (ProseRuleSet *self, const char *language, const char *name);
void prose_rule_set_ignore (ProseRuleSet *self, const char *rule, const char *phrase);
gboolean prose_rule_set_ignores_any (ProseRuleSet *self);
gboolean prose_rule_set_ignores (ProseRuleSet *self, const ProseRule *rule, const char *phrase);
ProseRuleSet *prose_rule_set_ref (ProseRuleSet *self);
void prose_rule_set_unref (ProseRuleSet *self);
GPtrArray *prose_rule_set_dup_rules (ProseRuleSet *self);
GPtrArray *prose_rule_set_dup_languages (ProseRuleSet *self);
gboolean prose_rule_set_has_language (ProseRuleSet *self, const char *language);
ProseLexicon *prose_rule_set_get_lexicon (ProseRuleSet *self, const char *language);
ProseLexicon *prose_rule_set_dup_lexicon (ProseRuleSet *self, const char *language);
const char *prose_rule_set_find_example (ProseRuleSet *self,
                                         const char *language,
                                         ProseCoverage coverage);
ProseLanguageRules *prose_rule_set_get_language (ProseRuleSet *self, const char *language);
GPtrArray *prose_rule_set_get_layers (ProseRuleSet *self, const char *language);
GPtrArray *prose_rule_set_dup_captures (ProseRuleSet *self, const ProseRule *rule);
const char *prose_rule_set_get_problem (ProseRuleSet *self, const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseRuleSet, prose_rule_set_unref)

G_END_DECLS
