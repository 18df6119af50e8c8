/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "rules/prose-rule-pack.h"

G_BEGIN_DECLS

/**
 * PROSE_RULE_SEARCH_SCHEMA:
 *
 * The table that rules are searched in. Letters with marks are letters of their
 * own: “å” is not “a”, and “ø” not “o”.
 */
#define PROSE_RULE_SEARCH_SCHEMA                                                                   \
  "CREATE VIRTUAL TABLE search USING fts5 (language UNINDEXED, pack UNINDEXED, rule, title,"       \
  "  phrases, why, examples, tokenize = 'unicode61 remove_diacritics 0');"

int prose_rule_search_add (sqlite3 *database, const ProseRulePack *pack, const char *titles);
GStrv prose_rule_search_find (sqlite3 *database, const char *language, const char *words);

G_END_DECLS
