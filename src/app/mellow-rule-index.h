/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-rule-entry.h"
#include "mellow-rule-library.h"

G_BEGIN_DECLS

/**
 * MellowRuleState:
 * @MELLOW_RULE_STATE_ANY: all rules
 * @MELLOW_RULE_STATE_ON: those that are on
 * @MELLOW_RULE_STATE_OFF: those that are off
 * @MELLOW_RULE_STATE_OWN: the user's own
 *
 * Which rules are listed, by what the user did with them.
 */
typedef enum {
  MELLOW_RULE_STATE_ANY,
  MELLOW_RULE_STATE_ON,
  MELLOW_RULE_STATE_OFF,
  MELLOW_RULE_STATE_OWN,
} MellowRuleState;

/* Rules of every severity. */
#define MELLOW_ANY_SEVERITY -1

#define MELLOW_TYPE_RULE_INDEX (mellow_rule_index_get_type ())
G_DECLARE_FINAL_TYPE (MellowRuleIndex, mellow_rule_index, MELLOW, RULE_INDEX, GObject)

MellowRuleIndex *mellow_rule_index_new (MellowRuleLibrary *library);
GListModel *mellow_rule_index_get_model (MellowRuleIndex *self);
guint mellow_rule_index_get_n_rules (MellowRuleIndex *self);
guint mellow_rule_index_find (MellowRuleIndex *self, const char *key);
MellowRuleEntry *mellow_rule_index_look_up (MellowRuleIndex *self, const char *key);
GPtrArray *mellow_rule_index_get_entries (MellowRuleIndex *self);

void mellow_rule_index_set_language (MellowRuleIndex *self, const char *language);
void mellow_rule_index_set_severity (MellowRuleIndex *self, int severity);
void mellow_rule_index_set_state (MellowRuleIndex *self, MellowRuleState state);
void mellow_rule_index_set_words (MellowRuleIndex *self, const char *words);

G_END_DECLS
