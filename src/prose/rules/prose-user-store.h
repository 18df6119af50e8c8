/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "rules/prose-user-database.h"
#include "rules/prose-user-pack.h"

G_BEGIN_DECLS

/**
 * ProseIgnoreReason:
 * @PROSE_IGNORE_REASON_NONE: none was given
 * @PROSE_IGNORE_REASON_INTENDED: it is meant so
 * @PROSE_IGNORE_REASON_PROVEN: it is true, and proven
 * @PROSE_IGNORE_REASON_QUOTED: somebody else says it
 * @PROSE_IGNORE_REASON_BRAND: it is a term of the brand
 *
 * Why something is not to be marked.
 */
typedef enum {
  PROSE_IGNORE_REASON_NONE,
  PROSE_IGNORE_REASON_INTENDED,
  PROSE_IGNORE_REASON_PROVEN,
  PROSE_IGNORE_REASON_QUOTED,
  PROSE_IGNORE_REASON_BRAND,
} ProseIgnoreReason;

/**
 * ProseIgnoreLevel:
 * @PROSE_IGNORE_HERE: this phrase at this place
 * @PROSE_IGNORE_IN_DOCUMENT: the phrase in one document
 * @PROSE_IGNORE_EVERYWHERE: the phrase in all documents
 *
 * How far an ignored phrase reaches.
 */
typedef enum {
  PROSE_IGNORE_HERE,
  PROSE_IGNORE_IN_DOCUMENT,
  PROSE_IGNORE_EVERYWHERE,
} ProseIgnoreLevel;

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

/**
 * ProseIgnoredPhrase:
 * @level: how far it reaches
 * @document: the document's URI; empty if it reaches everywhere
 * @rule: the id of the rule that would mark it
 * @phrase: the phrase, its words folded
 * @before: the two words before it, folded; for here only
 * @after: the two words after it, folded; for here only
 * @place: where it stood when it was last seen, in bytes; for here only
 * @reason: why
 * @created: when, in seconds since 1970; 0 for now
 *
 * A phrase that is ignored. Rule, phrase, surroundings and place are those of a
 * [struct@Prose.IgnoreKey]. Known by all but the reason and the time.
 */
typedef struct {
  ProseIgnoreLevel level;
  char *document;
  char *rule;
  char *phrase;
  char *before;
  char *after;
  guint place;
  ProseIgnoreReason reason;
  gint64 created;
} ProseIgnoredPhrase;

/**
 * ProseProof:
 * @document: the document's URI; empty for all documents
 * @rule: the id of the rule that asks for the proof
 * @phrase: the claim, its words folded
 * @text: the proof: an address, a note
 * @owner: who answers for it; may be empty
 * @valid_until: (nullable): the last day on which it holds, as `2026-12-31`
 * @created: when, in seconds since 1970; 0 for now
 *
 * The proof of a claim. Known by document, rule and phrase.
 */
typedef struct {
  char *document;
  char *rule;
  char *phrase;
  char *text;
  char *owner;
  char *valid_until;
  gint64 created;
} ProseProof;

#define PROSE_TYPE_USER_STORE (prose_user_store_get_type ())
G_DECLARE_FINAL_TYPE (ProseUserStore, prose_user_store, PROSE, USER_STORE, GObject)

ProseUserStore *prose_user_store_open (const char *path, GError **error);
const char *prose_user_store_get_path (ProseUserStore *self);
const char *prose_user_store_get_notice (ProseUserStore *self);
const char *prose_user_store_get_damaged_path (ProseUserStore *self);

GPtrArray *prose_user_store_dup_packs (ProseUserStore *self, const char *language, GError **error);
ProseUserPack *prose_user_store_set_pack (ProseUserStore *self,
                                          const char *file_name,
                                          const char *text,
                                          ProseRuleSet *rules,
                                          GError **error);
gboolean prose_user_store_remove_pack (ProseUserStore *self,
                                       const ProseUserPack *pack,
                                       GError **error);
char *prose_user_store_export (ProseUserStore *self, const char *language, GError **error);
GPtrArray *prose_user_store_import (ProseUserStore *self,
                                    const char *file_name,
                                    const char *data,
                                    gsize length,
                                    ProseRuleSet *rules,
                                    GPtrArray **replaced,
                                    GError **error);
GStrv prose_user_store_search (ProseUserStore *self,
                               const char *language,
                               const char *words,
                               GError **error);

GPtrArray *prose_user_store_dup_rules_off (ProseUserStore *self,
                                           const char *document,
                                           GError **error);
gboolean prose_user_store_add_rule_off (ProseUserStore *self,
                                        const ProseRuleOff *rule_off,
                                        GError **error);
gboolean prose_user_store_remove_rule_off (ProseUserStore *self,
                                           const ProseRuleOff *rule_off,
                                           GError **error);

GPtrArray *prose_user_store_dup_ignored_phrases (ProseUserStore *self,
                                                 const char *document,
                                                 GError **error);
gboolean prose_user_store_add_ignored_phrase (ProseUserStore *self,
                                              const ProseIgnoredPhrase *ignored,
                                              GError **error);
gboolean prose_user_store_remove_ignored_phrase (ProseUserStore *self,
                                                 const ProseIgnoredPhrase *ignored,
                                                 GError **error);

GPtrArray *prose_user_store_dup_proofs (ProseUserStore *self, const char *document, GError **error);
GPtrArray *prose_user_store_dup_expired_proofs (ProseUserStore *self,
                                                const char *date,
                                                GError **error);
gboolean prose_user_store_add_proof (ProseUserStore *self, const ProseProof *proof, GError **error);
gboolean prose_user_store_remove_proof (ProseUserStore *self,
                                        const ProseProof *proof,
                                        GError **error);
gboolean prose_proof_has_expired (const ProseProof *self, const char *date);

const char *prose_ignore_reason_to_string (ProseIgnoreReason reason);
gboolean prose_ignore_reason_from_string (const char *name, ProseIgnoreReason *reason);
const char *prose_ignore_level_to_string (ProseIgnoreLevel level);
gboolean prose_ignore_level_from_string (const char *name, ProseIgnoreLevel *level);

void prose_rule_off_free (ProseRuleOff *self);
void prose_ignored_phrase_free (ProseIgnoredPhrase *self);
void prose_proof_free (ProseProof *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseRuleOff, prose_rule_off_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseIgnoredPhrase, prose_ignored_phrase_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseProof, prose_proof_free)

G_END_DECLS
