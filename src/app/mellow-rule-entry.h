/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <prose.h>

G_BEGIN_DECLS

#define MELLOW_TYPE_RULE_ENTRY (mellow_rule_entry_get_type ())
G_DECLARE_FINAL_TYPE (MellowRuleEntry, mellow_rule_entry, MELLOW, RULE_ENTRY, GObject)

MellowRuleEntry *mellow_rule_entry_new (ProseRule *rule, const ProseRulePack *pack);
MellowRuleEntry *mellow_rule_entry_new_heading (const char *title);

ProseRule *mellow_rule_entry_get_rule (MellowRuleEntry *self);
const char *mellow_rule_entry_get_title (MellowRuleEntry *self);
const char *mellow_rule_entry_get_key (MellowRuleEntry *self);
const char *mellow_rule_entry_get_pack (MellowRuleEntry *self);
gboolean mellow_rule_entry_is_alone (MellowRuleEntry *self);
gboolean mellow_rule_entry_is_off (MellowRuleEntry *self);
void mellow_rule_entry_set_off (MellowRuleEntry *self, gboolean is_off);

char *mellow_rule_title_new (const char *id);
char *mellow_rule_key_new (const char *language, const char *rule);

G_END_DECLS
