/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "database-fixture.h"
#include "prose-fixture.h"
#include "rules/prose-user-store.h"

G_BEGIN_DECLS

#define AD "file:///annoncer/for%C3%A5r.md"
#define MAIL "file:///breve/kurv.txt"

/* What a full store has, and how it is listed. */
extern const ProseRuleOff urgency_off;
extern const ProseIgnoredPhrase here;
extern const ProseProof test_result;
extern const char own_pack[];

#define URGENCY_OFF "[" AD "] da hast.køb-nu quoted at 7"
#define HERE "here [" AD "] hast.køb-nu: æ ø(køb nu)å “é 300 proven at 1"
#define TEST_RESULT                                                                                  \
  "[" AD "] superlativ.bedst (bedst i test): Tænk 3/2026, side 14, Åse Ørsted, until 2026-12-31 " \
  "at 4"

ProseUserStore *open_any (const char *path);
ProseUserStore *open_store (const char *path);
void assert_refuses (const char *path, ProseUserStoreError code, const char *what);
void write_file (const char *path, const char *content, gsize length);
GBytes *read_file (const char *path);

char *list_rules_off (ProseUserStore *store, const char *document);
char *list_ignored (ProseUserStore *store, const char *document);
char *join_proofs (GPtrArray *all);
char *list_proofs (ProseUserStore *store, const char *document);
char *list_packs (ProseUserStore *store, const char *language);

void add_rule_off (ProseUserStore *store, ProseRuleOff rule_off);
void add_ignored (ProseUserStore *store, ProseIgnoredPhrase ignored);
void add_proof (ProseUserStore *store, ProseProof proof);
void set_pack (ProseUserStore *store, const char *text);
char *search (ProseUserStore *store, const char *language, const char *words);

void fill (ProseUserStore *store);
void assert_full (ProseUserStore *store);
GBytes *make_full_file (const char *path);

#define assert_file(path, expected)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GBytes) found_ = read_file (path);                                                  \
    g_assert_cmpmem (g_bytes_get_data (found_, NULL), g_bytes_get_size (found_),                   \
                     g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));              \
  }                                                                                                \
  G_STMT_END

#define add_user_store_test(path, function)                                                        \
  g_test_add ("/user-store/" path, DatabaseFixture, NULL, database_fixture_set_up, function,       \
              database_fixture_tear_down)

G_END_DECLS
