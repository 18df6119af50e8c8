/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "rules/prose-ignored-phrase.h"
#include "rules/prose-proof.h"
#include "rules/prose-rule-off.h"
#include "rules/prose-user-database.h"

G_BEGIN_DECLS

#define PROSE_TYPE_USER_STORE (prose_user_store_get_type ())
G_DECLARE_FINAL_TYPE (ProseUserStore, prose_user_store, PROSE, USER_STORE, GObject)

ProseUserStore *prose_user_store_open (const char *path, GError **error);
const char *prose_user_store_get_path (ProseUserStore *self);
const char *prose_user_store_get_notice (ProseUserStore *self);
const char *prose_user_store_get_damaged_path (ProseUserStore *self);
ProseUserDatabase *prose_user_store_get_database (ProseUserStore *self);

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

G_END_DECLS
