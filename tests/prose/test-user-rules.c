/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-user-rules.h"

#include <glib/gstdio.h>
#include <string.h>

#include "database-fixture.h"
#include "prose-fixture.h"

#define OWN_PACK                                                                                   \
  "language: en\n"                                                                                 \
  "category: house\n"                                                                              \
  "title: House\n"                                                                                 \
  "meter: pressure\n"                                                                              \
  "rules:\n"                                                                                       \
  "  - id: utilise\n"                                                                              \
  "    severity: pressure\n"                                                                       \
  "    weight: 1\n"                                                                                \
  "    phrases: [utilise the øl]\n"                                                               \
  "    why: We say use.\n"                                                                         \
  "    ask: Why?\n"                                                                                \
  "    flags: [Utilise the øl.]\n"                                                                \
  "    passes: [Use the øl.]\n"

typedef struct {
  DatabaseFixture database;
  ProseUserStore *store;
  ProseRuleSet *rules;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  database_fixture_set_up (&fixture->database, unused);
  fixture->store = prose_user_store_open (fixture->database.path, NULL);
  g_assert_nonnull (fixture->store);
  fixture->rules = compile_rules (make_rule ("a.act", "act now", NULL),
                                  make_rule ("b.buy", "buy now", NULL), NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  prose_rule_set_unref (fixture->rules);
  g_assert_finalize_object (fixture->store);
  database_fixture_tear_down (&fixture->database, unused);
}

static void
apply (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  prose_user_rules_apply (fixture->store, fixture->rules, &error);
  g_assert_no_error (error);
}

static void
add_pack (Fixture *fixture, const char *yaml)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseUserPack) pack =
      prose_user_packs_set (fixture->store, "own.yaml", yaml, NULL, &error);

  g_assert_no_error (error);
}

static void
test_nothing (Fixture *fixture, gconstpointer unused)
{
  apply (fixture);
  assert_check (fixture->rules, "Act now, buy now.", "0-7 a.act, 9-16 b.buy");
}

static void
test_own_rules (Fixture *fixture, gconstpointer unused)
{
  add_pack (fixture, OWN_PACK);
  apply (fixture);
  assert_check (fixture->rules, "Utilise the øl. Act now.", "0-15 house.utilise, 17-24 a.act");
}

static void
test_rules_off (Fixture *fixture, gconstpointer unused)
{
  ProseRuleOff everywhere = { "", "en", "a.act", PROSE_IGNORE_REASON_NONE, 0 };
  ProseRuleOff elsewhere = { "file:///ad.txt", "en", "b.buy", PROSE_IGNORE_REASON_NONE, 0 };

  g_assert_true (prose_user_store_add_rule_off (fixture->store, &everywhere, NULL));
  g_assert_true (prose_user_store_add_rule_off (fixture->store, &elsewhere, NULL));
  apply (fixture);
  assert_check (fixture->rules, "Act now, buy now.", "9-16 b.buy");
}

static void
test_ignored_phrases (Fixture *fixture, gconstpointer unused)
{
  ProseIgnoredPhrase ignored = { .level = PROSE_IGNORE_EVERYWHERE,
                                 .document = "",
                                 .rule = "a.act",
                                 .phrase = "act now",
                                 .before = "",
                                 .after = "",
                                 .reason = PROSE_IGNORE_REASON_BRAND };

  g_assert_true (prose_user_store_add_ignored_phrase (fixture->store, &ignored, NULL));
  apply (fixture);
  assert_check (fixture->rules, "ACT NOW, buy now.", "9-16 b.buy");
}

/* What was right when it was kept may not be any more: a set that its phrases
 * name is gone. The rest is in use all the same. */
static void
test_a_pack_that_no_longer_fits (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseRuleSet) standard = build_standard_rules ();
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (ProseRuleSet) bare = prose_rule_set_new (nothing, nothing, NULL);
  g_autoptr (ProseUserPack) pack = NULL;
  g_autoptr (GError) error = NULL;
  const char *lemma = "language: en\n"
                      "category: lemma\n"
                      "title: Lemma\n"
                      "meter: pressure\n"
                      "rules:\n"
                      "  - id: buy\n"
                      "    severity: pressure\n"
                      "    weight: 1\n"
                      "    phrases: [~buy the øl]\n"
                      "    why: So.\n"
                      "    flags: [Buy the øl.]\n"
                      "    passes: [Øl.]\n";

  pack = prose_user_packs_set (fixture->store, "lemma.yaml", lemma, standard, &error);
  g_assert_no_error (error);
  add_pack (fixture, OWN_PACK);

  g_assert_false (prose_user_rules_apply (fixture->store, bare, &error));
  g_assert_true (g_str_has_prefix (error->message, "lemma:9:"));
  assert_check (bare, "Utilise the øl.", "0-15 house.utilise");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add_test(path, function)                                                                   \
  g_test_add ("/user-rules/" path, Fixture, NULL, set_up, function, tear_down)
  add_test ("nothing", test_nothing);
  add_test ("own-rules", test_own_rules);
  add_test ("rules-off", test_rules_off);
  add_test ("ignored-phrases", test_ignored_phrases);
  add_test ("a-pack-that-no-longer-fits", test_a_pack_that_no_longer_fits);

  return g_test_run ();
}
