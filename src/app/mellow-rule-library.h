/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <prose.h>

G_BEGIN_DECLS

#define MELLOW_TYPE_RULE_LIBRARY (mellow_rule_library_get_type ())
G_DECLARE_FINAL_TYPE (MellowRuleLibrary, mellow_rule_library, MELLOW, RULE_LIBRARY, GObject)

MellowRuleLibrary *mellow_rule_library_new (const char *database, const char *store);
ProseRuleSet *mellow_rule_library_get_rules (MellowRuleLibrary *self);
ProseUserStore *mellow_rule_library_get_store (MellowRuleLibrary *self);
const char *mellow_rule_library_get_problem (MellowRuleLibrary *self);
const char *mellow_rule_library_get_notice (MellowRuleLibrary *self);

GPtrArray *mellow_rule_library_dup_entries (MellowRuleLibrary *self);
GPtrArray *mellow_rule_library_dup_languages (MellowRuleLibrary *self);
GPtrArray *mellow_rule_library_search (MellowRuleLibrary *self, const char *words);

gboolean mellow_rule_library_set_off (MellowRuleLibrary *self,
                                      const ProseRule *rule,
                                      gboolean is_off,
                                      GError **error);
GPtrArray *mellow_rule_library_dup_off (MellowRuleLibrary *self, GError **error);
gboolean mellow_rule_library_set_rule_off (MellowRuleLibrary *self,
                                           const ProseRuleOff *off,
                                           gboolean is_off,
                                           GError **error);

char *mellow_rule_library_dup_pack (MellowRuleLibrary *self,
                                    const char *language,
                                    const char *name,
                                    GError **error);
gboolean mellow_rule_library_set_pack (MellowRuleLibrary *self, const char *text, GError **error);
gboolean mellow_rule_library_remove_pack (MellowRuleLibrary *self,
                                          const char *language,
                                          const char *name,
                                          GError **error);
int mellow_rule_library_import (
    MellowRuleLibrary *self, const char *file_name, const char *data, gsize length, GError **error);
char *mellow_rule_library_export (MellowRuleLibrary *self, const char *language, GError **error);

GPtrArray *mellow_rule_library_dup_ignored (MellowRuleLibrary *self, GError **error);
gboolean mellow_rule_library_set_ignored (MellowRuleLibrary *self,
                                          const ProseIgnoredPhrase *phrase,
                                          gboolean is_ignored,
                                          GError **error);

G_END_DECLS
