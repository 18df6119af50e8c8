/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-user-store.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "database-fixture.h"
#include "prose-fixture.h"
#include "rules/prose-yaml.h"

static ProseUserStore *
open_any (const char *path)
{
  g_autoptr (GError) error = NULL;
  ProseUserStore *store = prose_user_store_open (path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

/* Opens a store that has to be as it was left. */
static ProseUserStore *
open_store (const char *path)
{
  ProseUserStore *store = open_any (path);

  g_assert_cmpstr (prose_user_store_get_notice (store), ==, NULL);
  g_assert_null (prose_user_store_get_damaged_path (store));
  return store;
}

static void
assert_refuses (const char *path, ProseUserStoreError code, const char *what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseUserStore) store = prose_user_store_open (path, &error);
  g_autofree char *message = g_strdup_printf ("%s: %s", path, what);

  g_assert_null (store);
  assert_failure (error, PROSE_USER_STORE_ERROR, (int)code, message);
}

static void
execute (const char *path, const char *sql)
{
  sqlite3 *database;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  sqlite3_exec (database, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (database);
}

static void
write_file (const char *path, const char *content, gsize length)
{
  g_unlink (path);
  g_assert_true (
      g_file_set_contents_full (path, content, length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static GBytes *
read_file (const char *path)
{
  char *content;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  return g_bytes_new_take (content, length);
}

#define assert_file(path, expected)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GBytes) found_ = read_file (path);                                                  \
    g_assert_cmpmem (g_bytes_get_data (found_, NULL), g_bytes_get_size (found_),                   \
                     g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));              \
  }                                                                                                \
  G_STMT_END

static guint
count_files (const char *folder, const char *part)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  guint n = 0;

  for (const char *name; (name = g_dir_read_name (directory)) != NULL;)
    n += strstr (name, part) != NULL;

  return n;
}

/* --- notations --- */

#define END_LIST(string) g_string_free (g_steal_pointer (&(string)), FALSE)

static char *
list_rules_off (ProseUserStore *store, const char *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = prose_user_store_dup_rules_off (store, document, &error);
  g_autoptr (GString) string = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++) {
    const ProseRuleOff *off = all->pdata[i];

    g_string_append_printf (string, "%s[%s] %s %s %s at %d", i > 0 ? ", " : "", off->document,
                            off->language, off->rule, prose_ignore_reason_to_string (off->reason),
                            (int)off->created);
  }
  return END_LIST (string);
}

static char *
list_ignored (ProseUserStore *store, const char *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = prose_user_store_dup_ignored_phrases (store, document, &error);
  g_autoptr (GString) string = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++) {
    const ProseIgnoredPhrase *ignored = all->pdata[i];

    g_string_append_printf (string, "%s%s [%s] %s: %s(%s)%s %u %s at %d", i > 0 ? ", " : "",
                            prose_ignore_level_to_string (ignored->level), ignored->document,
                            ignored->rule, ignored->before, ignored->phrase, ignored->after,
                            ignored->place, prose_ignore_reason_to_string (ignored->reason),
                            (int)ignored->created);
  }
  return END_LIST (string);
}

static char *
join_proofs (GPtrArray *all)
{
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++) {
    const ProseProof *proof = all->pdata[i];

    g_string_append_printf (string, "%s[%s] %s (%s): %s, %s, until %s at %d", i > 0 ? "; " : "",
                            proof->document, proof->rule, proof->phrase, proof->text, proof->owner,
                            proof->valid_until != NULL ? proof->valid_until : "-",
                            (int)proof->created);
  }
  return END_LIST (string);
}

static char *
list_proofs (ProseUserStore *store, const char *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = prose_user_store_dup_proofs (store, document, &error);

  g_assert_no_error (error);
  return join_proofs (all);
}

static char *
list_packs (ProseUserStore *store, const char *language)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = prose_user_store_dup_packs (store, language, &error);
  g_autoptr (GString) string = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++) {
    const ProseUserPack *pack = all->pdata[i];

    g_string_append_printf (string, "%s%s %s: %s", i > 0 ? ", " : "", pack->language, pack->name,
                            pack->category);
  }
  return END_LIST (string);
}

static void
add_rule_off (ProseUserStore *store, ProseRuleOff rule_off)
{
  g_autoptr (GError) error = NULL;

  prose_user_store_add_rule_off (store, &rule_off, &error);
  g_assert_no_error (error);
}

static void
add_ignored (ProseUserStore *store, ProseIgnoredPhrase ignored)
{
  g_autoptr (GError) error = NULL;

  prose_user_store_add_ignored_phrase (store, &ignored, &error);
  g_assert_no_error (error);
}

static void
add_proof (ProseUserStore *store, ProseProof proof)
{
  g_autoptr (GError) error = NULL;

  prose_user_store_add_proof (store, &proof, &error);
  g_assert_no_error (error);
}

#define AD "file:///annoncer/for%C3%A5r.md"
#define MAIL "file:///breve/kurv.txt"

static const ProseRuleOff urgency_off = { AD, "da", "hast.køb-nu", PROSE_IGNORE_REASON_QUOTED, 7 };

#define URGENCY_OFF "[" AD "] da hast.køb-nu quoted at 7"

/* --- rules switched off --- */

static void
test_rules_off_come_back (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);

  assert_string (list_rules_off (store, NULL), "");
  add_rule_off (store, urgency_off);
  add_rule_off (store, (ProseRuleOff){ NULL, "en", "shame.let-down", .created = 5 });
  assert_string (list_rules_off (store, NULL), "[] en shame.let-down none at 5, " URGENCY_OFF);
  assert_string (list_rules_off (store, AD), "[] en shame.let-down none at 5, " URGENCY_OFF);
  assert_string (list_rules_off (store, MAIL), "[] en shame.let-down none at 5");
  assert_string (list_rules_off (store, ""), "[] en shame.let-down none at 5");

  g_clear_object (&store);
  store = open_store (fixture->path);
  assert_string (list_rules_off (store, NULL), "[] en shame.let-down none at 5, " URGENCY_OFF);
}

static void
test_a_rule_is_off_once (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);

  add_rule_off (store, urgency_off);
  add_rule_off (store, urgency_off);
  assert_string (list_rules_off (store, NULL), URGENCY_OFF);
  add_rule_off (store, (ProseRuleOff){ AD, "da", "hast.køb-nu", PROSE_IGNORE_REASON_INTENDED, 99 });
  assert_string (list_rules_off (store, NULL), "[" AD "] da hast.køb-nu intended at 7");
}

static void
test_a_rule_is_switched_on_again (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  g_autoptr (GPtrArray) all = NULL;

  add_rule_off (store, urgency_off);
  add_rule_off (store, (ProseRuleOff){ MAIL, "da", "hast.køb-nu", .created = 8 });
  all = prose_user_store_dup_rules_off (store, AD, NULL);

  g_assert_true (prose_user_store_remove_rule_off (store, all->pdata[0], NULL));
  assert_string (list_rules_off (store, NULL), "[" MAIL "] da hast.køb-nu none at 8");
  g_assert_true (prose_user_store_remove_rule_off (store, all->pdata[0], NULL));

  /* and undone */
  g_assert_true (prose_user_store_add_rule_off (store, all->pdata[0], NULL));
  assert_string (list_rules_off (store, AD), URGENCY_OFF);
}

static void
test_now_is_the_time (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GPtrArray) all = NULL;

  add_rule_off (store, (ProseRuleOff){ .language = "en", .rule = "a.b" });
  all = prose_user_store_dup_rules_off (store, NULL, NULL);
  g_assert_cmpint (((ProseRuleOff *)all->pdata[0])->created, >=, now);
  g_assert_cmpint (((ProseRuleOff *)all->pdata[0])->created, <=, now + 60);
}

/* --- ignored phrases --- */

static const ProseIgnoredPhrase here = {
  .level = PROSE_IGNORE_HERE,
  .document = AD,
  .rule = "hast.køb-nu",
  .phrase = "køb nu",
  .before = "æ ø",
  .after = "å “é",
  .place = 300,
  .created = 1,
  .reason = PROSE_IGNORE_REASON_PROVEN,
};

#define HERE "here [" AD "] hast.køb-nu: æ ø(køb nu)å “é 300 proven at 1"

static void
test_ignored_phrases_come_back (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);

  add_ignored (store, here);
  add_ignored (store, (ProseIgnoredPhrase){ PROSE_IGNORE_IN_DOCUMENT, MAIL, "a.b", "now",
                                            .created = 2, .reason = PROSE_IGNORE_REASON_INTENDED });
  add_ignored (store, (ProseIgnoredPhrase){ PROSE_IGNORE_EVERYWHERE, "", "a.b", "act now™",
                                            .created = 3, .reason = PROSE_IGNORE_REASON_BRAND });
#define IN_MAIL "document [" MAIL "] a.b: (now) 0 intended at 2"
#define EVERYWHERE "everywhere [] a.b: (act now™) 0 brand at 3"
  assert_string (list_ignored (store, NULL), HERE ", " IN_MAIL ", " EVERYWHERE);
  assert_string (list_ignored (store, AD), HERE ", " EVERYWHERE);
  assert_string (list_ignored (store, MAIL), IN_MAIL ", " EVERYWHERE);
  assert_string (list_ignored (store, ""), EVERYWHERE);

  g_clear_object (&store);
  store = open_store (fixture->path);
  assert_string (list_ignored (store, NULL), HERE ", " IN_MAIL ", " EVERYWHERE);
}

/* Here is a place, and the same words may stand at another one. */
static void
test_a_phrase_is_ignored_once (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  ProseIgnoredPhrase other = here;
  ProseIgnoredPhrase document = here;

  add_ignored (store, here);
  add_ignored (store, here);
  assert_string (list_ignored (store, NULL), HERE);

  other.place = 900;
  add_ignored (store, other);
  assert_string (list_ignored (store, NULL),
                 HERE ", here [" AD "] hast.køb-nu: æ ø(køb nu)å “é 900 proven at 1");
  g_assert_true (prose_user_store_remove_ignored_phrase (store, &other, NULL));

  /* In the whole document surroundings do not count. */
  document.level = PROSE_IGNORE_IN_DOCUMENT;
  add_ignored (store, document);
  document.before = NULL;
  document.place = 0;
  add_ignored (store, document);
  assert_string (list_ignored (store, NULL),
                 HERE ", document [" AD "] hast.køb-nu: (køb nu) 0 proven at 1");
}

static void
test_a_phrase_is_taken_back (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  g_autoptr (GPtrArray) all = NULL;

  add_ignored (store, here);
  all = prose_user_store_dup_ignored_phrases (store, NULL, NULL);
  g_assert_true (prose_user_store_remove_ignored_phrase (store, all->pdata[0], NULL));
  g_assert_true (prose_user_store_remove_ignored_phrase (store, all->pdata[0], NULL));
  assert_string (list_ignored (store, NULL), "");
  g_assert_true (prose_user_store_add_ignored_phrase (store, all->pdata[0], NULL));
  assert_string (list_ignored (store, NULL), HERE);
}

/* What reaches everywhere has no document, and all else has one. */
static void
test_a_level_needs_its_document (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  ProseIgnoredPhrase nowhere = here;
  ProseIgnoredPhrase everywhere = here;

  nowhere.document = NULL;
  everywhere.level = PROSE_IGNORE_EVERYWHERE;
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*has_right_document*");
  g_assert_false (prose_user_store_add_ignored_phrase (store, &nowhere, NULL));
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*has_right_document*");
  g_assert_false (prose_user_store_add_ignored_phrase (store, &everywhere, NULL));
  g_test_assert_expected_messages ();
}

/* --- proofs --- */

static const ProseProof test_result = {
  AD, "superlativ.bedst", "bedst i test", "Tænk 3/2026, side 14", "Åse Ørsted", "2026-12-31", 4,
};

#define TEST_RESULT                                                                                  \
  "[" AD "] superlativ.bedst (bedst i test): Tænk 3/2026, side 14, Åse Ørsted, until 2026-12-31 " \
  "at 4"

static void
test_proofs_come_back (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);

  add_proof (store, test_result);
  add_proof (store, (ProseProof){ NULL, "crowd.n-users", "40,000 users", "count", .created = 5 });
#define COUNT "[] crowd.n-users (40,000 users): count, , until - at 5"
  assert_string (list_proofs (store, NULL), TEST_RESULT "; " COUNT);
  assert_string (list_proofs (store, AD), TEST_RESULT "; " COUNT);
  assert_string (list_proofs (store, MAIL), COUNT);
  assert_string (list_proofs (store, ""), COUNT);

  g_clear_object (&store);
  store = open_store (fixture->path);
  assert_string (list_proofs (store, NULL), TEST_RESULT "; " COUNT);
}

static void
test_a_proof_takes_the_place_of_another (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  ProseProof newer = test_result;
  g_autoptr (GPtrArray) all = NULL;

  add_proof (store, test_result);
  add_proof (store, test_result);
  assert_string (list_proofs (store, NULL), TEST_RESULT);

  newer.text = "Tænk 3/2027";
  newer.valid_until = NULL;
  newer.created = 99;
  add_proof (store, newer);
  assert_string (list_proofs (store, NULL),
                 "[" AD "] superlativ.bedst (bedst i test): Tænk 3/2027, Åse Ørsted, until - at 4");

  all = prose_user_store_dup_proofs (store, NULL, NULL);
  g_assert_true (prose_user_store_remove_proof (store, all->pdata[0], NULL));
  g_assert_true (prose_user_store_remove_proof (store, all->pdata[0], NULL));
  assert_string (list_proofs (store, NULL), "");
  add_proof (store, test_result);
  assert_string (list_proofs (store, NULL), TEST_RESULT);
}

static char *
list_expired (ProseUserStore *store, const char *date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) expired = prose_user_store_dup_expired_proofs (store, date, &error);

  g_assert_no_error (error);
  return join_proofs (expired);
}

static void
test_proofs_expire (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);

  add_proof (store, test_result);
  add_proof (store, (ProseProof){ MAIL, "a.b", "p", "t", "o", "2026-02-28", 9 });
  add_proof (store, (ProseProof){ "", "a.b", "for ever", "t", .created = 9 });
#define FEBRUARY "[" MAIL "] a.b (p): t, o, until 2026-02-28 at 9"
  assert_string (list_expired (store, "2026-02-28"), "");
  assert_string (list_expired (store, "2026-03-01"), FEBRUARY);
  assert_string (list_expired (store, "2026-12-31"), FEBRUARY);
  assert_string (list_expired (store, "2027-01-01"), FEBRUARY "; " TEST_RESULT);

  g_assert_false (prose_proof_has_expired (&test_result, "2026-12-31"));
  g_assert_true (prose_proof_has_expired (&test_result, "2027-01-01"));
  g_assert_false (prose_proof_has_expired (&(ProseProof){ .valid_until = NULL }, "2027-01-01"));
}

static void
test_a_proof_is_valid_until_a_day (DatabaseFixture *fixture, gconstpointer unused)
{
  static const char *const wrong[] = { "",           "2026",       "31-12-2026",
                                       "2026-13-01", "2026-02-29", "2026-1-1",
                                       "2026-12-3x", "2026/12/31", "2026-12-310",
                                       "0000-01-01", "２０２６-12" };
  g_autoptr (ProseUserStore) store = open_store (fixture->path);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (GError) error = NULL;
    ProseProof proof = test_result;
    g_autofree char *expected =
        g_strdup_printf ("“%s” is no date; one is written 2026-12-31", wrong[i]);

    proof.valid_until = (char *)wrong[i];
    g_assert_false (prose_user_store_add_proof (store, &proof, &error));
    assert_failure (error, PROSE_USER_STORE_ERROR, PROSE_USER_STORE_ERROR_INVALID, expected);
  }
  assert_string (list_proofs (store, NULL), "");
  add_proof (store, (ProseProof){ AD, "a", "b", "c", .valid_until = "2028-02-29" });
}

/* --- own rules --- */

static const char own_pack[] = "# Vores egne ord: æ, ø, å\n"
                               "language: da\n"
                               "name: Husets ord\n"
                               "category: hus\n"
                               "title: Husets ord\n"
                               "meter: pressure\n"
                               "rules:\n"
                               "  - id: kanon\n"
                               "    severity: note\n"
                               "    weight: 2\n"
                               "    phrases: [~købe kanon, kanontilbud]\n"
                               "    why: Vi siger det med færre ord.\n"
                               "    flags: [Et kanontilbud!]\n"
                               "    passes: [En kanon fra 1801.]\n";

static const char other_pack[] =
    "{language: da, category: ros, title: Ros, meter: warmth, rules: [\n"
    "  {id: tak, weight: 3, phrases: [tak], flags: [Tak!], passes: [Et tag.]}]}";

static const char english_pack[] =
    "{language: en, category: house, title: House, meter: warmth, rules: [\n"
    "  {id: thanks, weight: 3, phrases: [thanks], flags: [Thanks!], passes: [Tanks.]}]}\n";

static void
set_pack (ProseUserStore *store, const char *text)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseUserPack) pack =
      prose_user_store_set_pack (store, "own.yaml", text, rules, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (pack->text, ==, text);
}

static void
assert_pack_refused (ProseUserStore *store, const char *text, const char *message)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (GError) error = NULL;

  g_assert_null (prose_user_store_set_pack (store, "own.yaml", text, rules, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, message);
  g_assert_true (error->domain == PROSE_YAML_ERROR);
}

static void
test_packs_come_back (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  g_autoptr (GPtrArray) packs = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  set_pack (store, own_pack);
  set_pack (store, english_pack);
  set_pack (store, other_pack);
  assert_string (list_packs (store, NULL), "da Husets ord: hus, da ros: ros, en house: house");
  assert_string (list_packs (store, "en"), "en house: house");
  assert_string (list_packs (store, "sv"), "");

  g_clear_object (&store);
  store = open_store (fixture->path);
  packs = prose_user_store_dup_packs (store, "da", NULL);
  g_assert_cmpstr (((ProseUserPack *)packs->pdata[0])->text, ==, own_pack);
  g_assert_cmpint (((ProseUserPack *)packs->pdata[0])->changed, >=, now);
}

static void
test_a_pack_is_replaced_and_removed (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autofree char *newer = g_strconcat (own_pack, "    # til senere\n", NULL);
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  g_autoptr (GPtrArray) packs = NULL;

  set_pack (store, own_pack);
  set_pack (store, own_pack);
  set_pack (store, newer);
  packs = prose_user_store_dup_packs (store, NULL, NULL);
  g_assert_cmpuint (packs->len, ==, 1);
  g_assert_cmpstr (((ProseUserPack *)packs->pdata[0])->text, ==, newer);

  g_assert_true (prose_user_store_remove_pack (store, packs->pdata[0], NULL));
  g_assert_true (prose_user_store_remove_pack (store, packs->pdata[0], NULL));
  assert_string (list_packs (store, NULL), "");
  set_pack (store, newer);
  assert_string (list_packs (store, NULL), "da Husets ord: hus");
}

static void
test_a_pack_that_is_wrong (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);

  set_pack (store, own_pack);
  assert_pack_refused (store, "", "own.yaml:1:1: there is no pack in this file");
  assert_pack_refused (store, "# a\n\n", "own.yaml:1:1: there is no pack in this file");
  assert_pack_refused (store, "words\n", "own.yaml:1:1: a rule pack was expected");
  assert_pack_refused (store, "~\n", "own.yaml:1:1: a rule pack was expected");
  assert_pack_refused (store, "category: hus\n", "own.yaml:1:1: “language” is missing here");
  assert_pack_refused (store, "language: dansk\n",
                       "own.yaml:1:11: “dansk” is no code of a language; “en” is one, and “da”");
  assert_pack_refused (store, "language: da\n", "own.yaml:1:1: “category” is missing here");
  assert_pack_refused (store,
                       "\nlanguage: da\ncategory: å\ntitle: å\nmeter: warmth\nname: ''\nrules: []",
                       "own.yaml:2:1: the pack has an empty name");
  assert_pack_refused (store,
                       "language: da\ncategory: å\ntitle: å\nmeter: warmth\nname: [a]\nrules: []",
                       "own.yaml:5:7: a text was expected; a text that begins with [ or { or holds "
                       "“: ” stands in single quotes");
  assert_pack_refused (store,
                       "language: da\ncategory: a\ntitle: a\nmeter: warmth\nrules:\n"
                       "  - {id: a, weight: 1, phrases: ['<ukendt> ord']}\n",
                       "own.yaml:6:35: there is no set <ukendt>");
  assert_pack_refused (store, "language: da\n---\nlanguage: en\n",
                       "own.yaml:3:1: a second pack begins here; one was expected");
  assert_pack_refused (
      store, "language: da\n\xff\n",
      "own.yaml:2:1: this line is not UTF-8; save the file as UTF-8 and try again");
  assert_string (list_packs (store, NULL), "da Husets ord: hus");
}

/* Rules of a language that none of ours are in. */
static void
test_a_pack_of_another_language (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseUserPack) pack = prose_user_store_set_pack (
      store, "sv.yaml",
      "{language: sv, category: skynda, title: Skynda, meter: warmth, rules: [{id: nu, weight: 1,"
      " phrases: [skynda dig], flags: [Skynda dig], passes: [Nej]}]}",
      NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (pack->language, ==, "sv");
  assert_string (list_packs (store, NULL), "sv skynda: skynda");
}

/* --- export and import --- */

static char *
export_rules (ProseUserStore *store, const char *language)
{
  g_autoptr (GError) error = NULL;
  char *file = prose_user_store_export (store, language, &error);

  g_assert_no_error (error);
  return file;
}

static GPtrArray *
import_rules (ProseUserStore *store, const char *file, GPtrArray **replaced)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (GError) error = NULL;
  GPtrArray *packs =
      prose_user_store_import (store, "fil.yaml", file, strlen (file), rules, replaced, &error);

  g_assert_no_error (error);
  return packs;
}

static void
assert_import_refused (ProseUserStore *store, const char *file, const char *message)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (GError) error = NULL;

  g_assert_null (
      prose_user_store_import (store, "fil.yaml", file, strlen (file), rules, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_what_is_exported_is_imported (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autofree char *other_path = g_build_filename (fixture->folder, "other.db", NULL);
  g_autofree char *expected = g_strconcat (own_pack, "---\n", other_pack, "\n", NULL);
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  g_autoptr (ProseUserStore) other = open_store (other_path);
  g_autoptr (GPtrArray) packs = NULL;
  g_autoptr (GPtrArray) replaced = NULL;
  g_autofree char *file = NULL;

  assert_string (export_rules (store, "da"), "");
  set_pack (store, other_pack);
  set_pack (store, own_pack);
  set_pack (store, english_pack);
  file = export_rules (store, "da");
  g_assert_cmpstr (file, ==, expected);

  packs = import_rules (other, file, &replaced);
  g_assert_cmpuint (packs->len, ==, 2);
  g_assert_cmpuint (replaced->len, ==, 0);
  assert_string (list_packs (other, NULL), "da Husets ord: hus, da ros: ros");
  assert_string (export_rules (other, "da"), file);
  assert_string (export_rules (other, "en"), "");
}

static void
test_an_import_is_undone (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autofree char *newer = g_strconcat (own_pack, "# ny\n---\n", english_pack, NULL);
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  g_autoptr (GPtrArray) packs = NULL;
  g_autoptr (GPtrArray) replaced = NULL;

  set_pack (store, own_pack);
  packs = import_rules (store, newer, &replaced);
  assert_string (list_packs (store, NULL), "da Husets ord: hus, en house: house");

  for (guint i = 0; i < packs->len; i++)
    g_assert_true (prose_user_store_remove_pack (store, packs->pdata[i], NULL));
  g_assert_cmpuint (replaced->len, ==, 1);
  set_pack (store, ((ProseUserPack *)replaced->pdata[0])->text);
  assert_string (export_rules (store, "da"), own_pack);
  assert_string (export_rules (store, "en"), "");
}

static void
test_files_of_packs_as_people_write_them (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autofree char *marked = g_strconcat ("\xef\xbb\xbf# Fra kunden\n\n--- # første\n", own_pack,
                                         "...\n# og\n---\n", english_pack, "---\n# slut\n", NULL);
  g_autofree char *kept = g_strconcat ("# Fra kunden\n\n    # første\n", own_pack, NULL);
  g_autofree char *kept_english = g_strconcat ("# og\n\n", english_pack, NULL);
  g_auto (GStrv) lines = g_strsplit (own_pack, "\n", -1);
  g_autofree char *dos = g_strjoinv ("\r\n", lines);
  g_autofree char *dos_file = g_strconcat ("---\r\n", dos, "---\r\n", english_pack, NULL);
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  g_autoptr (GPtrArray) first = import_rules (store, marked, NULL);
  g_autoptr (GPtrArray) second = NULL;

  g_assert_cmpuint (first->len, ==, 2);
  assert_string (export_rules (store, "da"), kept);
  assert_string (export_rules (store, "en"), kept_english);

  second = import_rules (store, dos_file, NULL);
  g_assert_cmpuint (second->len, ==, 2);
  assert_string (export_rules (store, "da"), dos);
}

/* The place is one of the whole file, and nothing of it is taken. */
static void
test_a_file_with_one_wrong_pack (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autofree char *wrong = g_strconcat (own_pack, "---\nlanguage: en\ncategory: [x]\n", NULL);
  g_autofree char *twice = g_strconcat (own_pack, "---\n", own_pack, NULL);
  g_autofree char *broken = g_strconcat (own_pack, "---\nlanguage: 'en\n", NULL);
  g_autofree char *hidden = g_strconcat (own_pack, "\u2028---\n", english_pack, NULL);
  g_autoptr (GString) many = g_string_new (NULL);
  g_autoptr (ProseUserStore) store = open_store (fixture->path);

  assert_import_refused (store, wrong,
                         "fil.yaml:17:11: a text was expected; a text that begins with [ or { or "
                         "holds “: ” stands in single quotes");
  assert_import_refused (store, twice,
                         "fil.yaml:16:1: another pack of this file is called “Husets ord”");
  assert_import_refused (store, broken,
                         "fil.yaml:17:1: this is not YAML: found unexpected end of stream (a text "
                         "that begins with one of [ ] { } * & ! | > ' \" % @ stands in single "
                         "quotes)");
  assert_import_refused (store, hidden,
                         "fil.yaml:16:1: a second document begins here; one was expected");
  assert_import_refused (store, "", "fil.yaml:1:1: there is no pack in this file");
  for (guint i = 0; i < 1000; i++)
    g_string_append (many, "---\na: b\n");
  assert_import_refused (store, many->str,
                         "fil.yaml:1:1: there are more than 256 packs in this file");
  assert_string (list_packs (store, NULL), "");
}

/* --- search --- */

static char *
search (ProseUserStore *store, const char *language, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = prose_user_store_search (store, language, words, &error);

  g_assert_no_error (error);
  return g_strjoinv (", ", ids);
}

static void
test_own_rules_are_found (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  g_autoptr (GPtrArray) packs = NULL;

  assert_string (search (store, "da", "kanon"), "");
  set_pack (store, own_pack);
  set_pack (store, own_pack);
  set_pack (store, english_pack);
  assert_string (search (store, "da", "KANON"), "hus.kanon");
  assert_string (search (store, "da", "færre or"), "hus.kanon");
  assert_string (search (store, "da", "faerre"), "");
  assert_string (search (store, "da", "køb"), "hus.kanon");
  assert_string (search (store, "da", "kob"), "");
  assert_string (search (store, "da", "thanks"), "");
  assert_string (search (store, "en", "tha"), "house.thanks");

  packs = prose_user_store_dup_packs (store, "da", NULL);
  g_assert_true (prose_user_store_remove_pack (store, packs->pdata[0], NULL));
  assert_string (search (store, "da", "kanon"), "");
  assert_string (search (store, "en", "thanks"), "house.thanks");
}

static void
test_search_takes_whatever_is_typed (DatabaseFixture *fixture, gconstpointer unused)
{
  static const char *const odd[] = { "",  " ",   "\"",   "*",        "(",  "\xff", "🍎",
                                     "-", "a:b", "NEAR", "\"a\" OR", "';", "^",    "{}" };
  g_autoptr (ProseUserStore) store = open_store (fixture->path);

  set_pack (store, own_pack);
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    assert_string (search (store, "da", odd[i]), "");
  assert_string (search (store, "da'; DROP TABLE pack; --", "kanon"), "");
  assert_string (search (store, "da", "\"kanon"), "hus.kanon");
}

/* --- the file --- */

static guint
get_mode (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return status.st_mode & 0777;
}

static void
test_a_missing_file_is_made (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autofree char *outer = g_build_filename (fixture->folder, "data", NULL);
  g_autofree char *folder = g_build_filename (outer, "mellow på ø", NULL);
  g_autofree char *path = g_build_filename (folder, "user.db", NULL);
  g_autoptr (ProseUserStore) store = open_store (path);

  g_assert_cmpstr (prose_user_store_get_path (store), ==, path);
  g_assert_cmpuint (get_mode (outer), ==, 0700);
  g_assert_cmpuint (get_mode (folder), ==, 0700);
  g_assert_cmpuint (get_mode (path), ==, 0600);
  add_rule_off (store, urgency_off);
  g_assert_cmpuint (count_files (folder, ""), ==, 1);
}

static void
test_no_place_for_a_file (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (fixture->path, "mappe", "user.db", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *message =
      g_strdup_printf ("%s: this folder cannot be made: Not a directory", folder);
  g_autoptr (GError) error = NULL;

  write_file (fixture->path, "x", 1);
  g_assert_null (prose_user_store_open (path, &error));
  assert_failure (error, PROSE_USER_STORE_ERROR, PROSE_USER_STORE_ERROR_FAILED, message);
  assert_refuses (fixture->folder, PROSE_USER_STORE_ERROR_FAILED,
                  "this file cannot be used (unable to open database file)");
}

static void
fill (ProseUserStore *store)
{
  add_rule_off (store, urgency_off);
  add_ignored (store, here);
  add_proof (store, test_result);
  set_pack (store, own_pack);
}

static void
assert_full (ProseUserStore *store)
{
  assert_string (list_rules_off (store, NULL), URGENCY_OFF);
  assert_string (list_ignored (store, NULL), HERE);
  assert_string (list_proofs (store, NULL), TEST_RESULT);
  assert_string (list_packs (store, NULL), "da Husets ord: hus");
  assert_string (search (store, "da", "kanon"), "hus.kanon");
}

static void
assert_empty (ProseUserStore *store)
{
  assert_string (list_rules_off (store, NULL), "");
  assert_string (list_ignored (store, NULL), "");
  assert_string (list_proofs (store, NULL), "");
  assert_string (list_packs (store, NULL), "");
}

static GBytes *
make_full_file (const char *path)
{
  g_autoptr (ProseUserStore) store = open_store (path);

  fill (store);
  g_clear_object (&store);
  return read_file (path);
}

/* Opens what is there, which has to be set aside, unchanged and with a message. */
static void
assert_set_aside (const char *path, const char *what)
{
  g_autoptr (GBytes) before = read_file (path);
  g_autoptr (ProseUserStore) store = open_any (path);
  const char *kept = prose_user_store_get_damaged_path (store);
  g_autofree char *beginning = g_strdup_printf ("%s.damaged-2", path);
  g_autofree char *message = NULL;

  g_assert_nonnull (kept);
  g_assert_true (g_str_has_prefix (kept, beginning));
  assert_file (kept, before);
  if (what != NULL) {
    message = g_strdup_printf ("%s: %s. It was kept as %s, and a new one was begun: own rules, "
                               "ignored phrases and proofs are still in the old one.",
                               path, what, kept);
    g_assert_cmpstr (prose_user_store_get_notice (store), ==, message);
  }
  g_assert_nonnull (prose_user_store_get_notice (store));
  assert_empty (store);
  fill (store);
  assert_full (store);
}

static void
test_no_database_is_set_aside (DatabaseFixture *fixture, gconstpointer unused)
{
  write_file (fixture->path, "Kære dagbog", strlen ("Kære dagbog"));
  assert_set_aside (fixture->path, "this file is damaged (file is not a database)");
  {
    g_autoptr (ProseUserStore) store = open_store (fixture->path);

    assert_full (store);
  }
}

/* Within one second, too, each has its own name. */
static void
test_none_that_was_set_aside_is_overwritten (DatabaseFixture *fixture, gconstpointer unused)
{
  for (guint i = 1; i <= 5; i++) {
    g_autofree char *content = g_strdup_printf ("Nummer %u, som ikke er en database", i);

    write_file (fixture->path, content, strlen (content));
    assert_set_aside (fixture->path, "this file is damaged (file is not a database)");
    g_assert_cmpuint (count_files (fixture->folder, ".damaged-"), ==, i);
  }
}

/* A journal that stays behind would be read into the new database. */
static void
test_a_journal_goes_along (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);

  write_file (fixture->path, "Kære dagbog", strlen ("Kære dagbog"));
  write_file (journal, "og en til", strlen ("og en til"));
  assert_set_aside (fixture->path, NULL);
  g_assert_cmpuint (count_files (fixture->folder, "-journal"), <=, 1);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
}

static void
test_another_database_is_set_aside (DatabaseFixture *fixture, gconstpointer unused)
{
  execute (fixture->path, "CREATE TABLE pack (id)");
  assert_set_aside (fixture->path, "this is another program's file");
  execute (fixture->path, "PRAGMA application_id = 77; PRAGMA user_version = 99");
  assert_set_aside (fixture->path, "this is another program's file");
}

static void
test_a_missing_table_is_damage (DatabaseFixture *fixture, gconstpointer unused)
{

  g_bytes_unref (make_full_file (fixture->path));
  execute (fixture->path, "DROP TABLE ignored");
  assert_set_aside (fixture->path, "this file is damaged (no such table: ignored)");
}

static void
test_an_emptied_file (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autofree char *message =
      g_strdup_printf ("%s was empty, and a new one was begun. If there were own rules, ignored "
                       "phrases or proofs in it, they are gone.",
                       fixture->path);
  g_autoptr (ProseUserStore) store = NULL;

  write_file (fixture->path, "", 0);
  store = open_any (fixture->path);
  g_assert_cmpstr (prose_user_store_get_notice (store), ==, message);
  g_assert_null (prose_user_store_get_damaged_path (store));
  fill (store);
  assert_full (store);
}

/* Cut off anywhere: what is left is kept, and the user is told. */
static void
test_cut_off (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (GBytes) whole = make_full_file (fixture->path);
  gsize length = g_bytes_get_size (whole);
  const char *data = g_bytes_get_data (whole, NULL);

  for (gsize n = 1; n < length; n += n < 128 ? 9 : 1499) {
    g_autoptr (GBytes) cut = g_bytes_new (data, n);
    g_autoptr (ProseUserStore) store = NULL;

    write_file (fixture->path, data, n);
    store = open_any (fixture->path);
    g_assert_nonnull (prose_user_store_get_damaged_path (store));
    assert_file (prose_user_store_get_damaged_path (store), cut);
    g_unlink (prose_user_store_get_damaged_path (store));
    assert_empty (store);
  }
}

static void
forget (GPtrArray *values)
{
  g_clear_pointer (&values, g_ptr_array_unref);
}

/* Whatever a question to a damaged store gives, it is an answer or an error. */
static void
ask_everything (ProseUserStore *store)
{
  forget (prose_user_store_dup_packs (store, NULL, NULL));
  forget (prose_user_store_dup_rules_off (store, NULL, NULL));
  forget (prose_user_store_dup_ignored_phrases (store, AD, NULL));
  forget (prose_user_store_dup_proofs (store, AD, NULL));
  g_strfreev (prose_user_store_search (store, "da", "kanon", NULL));

  prose_user_store_add_rule_off (store, &urgency_off, NULL);
  prose_user_store_remove_ignored_phrase (store, &here, NULL);
}

/* One bit is another, most often where the file tells about itself. */
static void
test_changed_bytes (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (GBytes) whole = make_full_file (fixture->path);
  gsize length = g_bytes_get_size (whole);

  for (guint i = 0; i < 300; i++) {
    g_autofree char *data = g_memdup2 (g_bytes_get_data (whole, NULL), length);
    gsize place = g_test_rand_int_range (0, i % 2 ? length : 4096);
    g_autoptr (GError) error = NULL;
    g_autoptr (ProseUserStore) store = NULL;

    data[place] ^= 1 << g_test_rand_int_range (0, 8);
    write_file (fixture->path, data, length);
    store = prose_user_store_open (fixture->path, &error);
    if (store == NULL) {
      g_assert_error (error, PROSE_USER_STORE_ERROR, error->code);
      continue;
    }
    if (prose_user_store_get_damaged_path (store) != NULL)
      g_unlink (prose_user_store_get_damaged_path (store));
    ask_everything (store);
  }
}

/* The pages go bad while the store is open. */
static void
test_damage_that_shows_later (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (GBytes) whole = make_full_file (fixture->path);
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  FILE *file = g_fopen (fixture->path, "r+b");
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) search_error = NULL;

  /* The counter of changes, so that no page is taken from memory. */
  fseek (file, 24, SEEK_SET);
  fputs ("\x7f\x7f\x7f\x7f", file);
  fseek (file, 4096, SEEK_SET);
  for (gsize i = 4096; i < g_bytes_get_size (whole); i++)
    fputc (0x5a, file);
  fclose (file);

  g_assert_null (prose_user_store_dup_rules_off (store, NULL, &error));
  g_assert_error (error, PROSE_USER_STORE_ERROR, PROSE_USER_STORE_ERROR_DAMAGED);
  g_assert_true (g_str_has_prefix (error->message, fixture->path));
  g_assert_null (prose_user_store_search (store, "da", "kanon", &search_error));
  g_assert_error (search_error, PROSE_USER_STORE_ERROR, PROSE_USER_STORE_ERROR_DAMAGED);
  ask_everything (store);
}

static void
test_rows_that_make_no_sense (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = NULL;
  g_autofree char *message =
      g_strdup_printf ("%s: this file holds what makes no sense; it may be damaged", fixture->path);
  g_autoptr (GError) reason = NULL;
  g_autoptr (GError) level = NULL;

  g_bytes_unref (make_full_file (fixture->path));
  execute (fixture->path, "UPDATE rule_off SET reason = 'øl'; UPDATE ignored SET level = 'øl';"
                          "UPDATE proof SET text = CAST (x'c328' AS TEXT)");
  store = open_store (fixture->path);
  g_assert_null (prose_user_store_dup_rules_off (store, NULL, &reason));
  assert_failure (reason, PROSE_USER_STORE_ERROR, PROSE_USER_STORE_ERROR_DAMAGED, message);
  g_assert_null (prose_user_store_dup_ignored_phrases (store, NULL, &level));
  assert_failure (level, PROSE_USER_STORE_ERROR, PROSE_USER_STORE_ERROR_DAMAGED, message);
  assert_string (list_proofs (store, NULL), "[" AD "] superlativ.bedst (bedst i test): \uFFFD(, "
                                            "Åse Ørsted, until 2026-12-31 at 4");
}

/* --- versions --- */

static void
test_a_newer_version_is_not_touched (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (GBytes) newer = NULL;

  g_bytes_unref (make_full_file (fixture->path));
  execute (fixture->path, "PRAGMA user_version = 99; DROP TABLE ignored");
  newer = read_file (fixture->path);
  assert_refuses (fixture->path, PROSE_USER_STORE_ERROR_VERSION,
                  "this file was made by a newer version of Mellow");
  assert_file (fixture->path, newer);
  g_assert_cmpuint (count_files (fixture->folder, ""), ==, 1);
}

/* The schema of version 1, as it was. */
static const char version_1[] =
    "PRAGMA application_id = 0x4d6c6c75; PRAGMA user_version = 1;"
    "CREATE TABLE pack (language TEXT NOT NULL, name TEXT NOT NULL, category TEXT NOT NULL,"
    "  text TEXT NOT NULL, changed INTEGER NOT NULL, PRIMARY KEY (language, name)) STRICT;"
    "CREATE TABLE rule_off (document TEXT NOT NULL, language TEXT NOT NULL, rule TEXT NOT NULL,"
    "  reason TEXT NOT NULL, created INTEGER NOT NULL,"
    "  PRIMARY KEY (document, language, rule)) STRICT;"
    "CREATE TABLE ignored (level TEXT NOT NULL, document TEXT NOT NULL, rule TEXT NOT NULL,"
    "  phrase TEXT NOT NULL, words_before TEXT NOT NULL, words_after TEXT NOT NULL,"
    "  place INTEGER NOT NULL, reason TEXT NOT NULL, created INTEGER NOT NULL,"
    "  PRIMARY KEY (level, document, rule, phrase, words_before, words_after, place)) STRICT;"
    "CREATE TABLE proof (document TEXT NOT NULL, rule TEXT NOT NULL, phrase TEXT NOT NULL,"
    "  text TEXT NOT NULL, valid_until TEXT, created INTEGER NOT NULL,"
    "  PRIMARY KEY (document, rule, phrase)) STRICT;"
    "CREATE VIRTUAL TABLE search USING fts5 (language UNINDEXED, pack UNINDEXED, rule, title,"
    "  phrases, why, examples, tokenize = 'unicode61 remove_diacritics 0');"
    "INSERT INTO rule_off VALUES ('" AD "', 'da', 'hast.køb-nu', 'quoted', 7);"
    "INSERT INTO proof VALUES ('" AD "', 'superlativ.bedst', 'bedst i test', 'Tænk', NULL, 4);";

static void
test_an_older_version_is_brought_up_to_date (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = NULL;

  execute (fixture->path, version_1);
  store = open_store (fixture->path);
  assert_string (list_rules_off (store, NULL), URGENCY_OFF);
  assert_string (list_proofs (store, NULL),
                 "[" AD "] superlativ.bedst (bedst i test): Tænk, , until - at 4");
  add_proof (store, test_result);
  assert_string (list_proofs (store, NULL), TEST_RESULT);
  set_pack (store, own_pack);
  assert_string (search (store, "da", "kanon"), "hus.kanon");

  g_clear_object (&store);
  store = open_store (fixture->path);
  assert_string (list_proofs (store, NULL), TEST_RESULT);
}

/* All of the steps or none. */
static void
test_a_step_that_fails_changes_nothing (DatabaseFixture *fixture, gconstpointer unused)
{
  execute (fixture->path, version_1);
  execute (fixture->path, "ALTER TABLE proof RENAME TO elsewhere");
  assert_set_aside (fixture->path, "this file is damaged (no such table: proof)");
  g_assert_cmpuint (count_files (fixture->folder, ".damaged-"), ==, 1);
}

/* --- other programs --- */

static void
test_two_stores_of_one_file (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  g_autoptr (ProseUserStore) other = open_store (fixture->path);

  fill (store);
  assert_full (other);
  g_assert_true (prose_user_store_remove_rule_off (other, &urgency_off, NULL));
  assert_string (list_rules_off (store, NULL), "");
}

#define IN_USE "another program is using this file; close it, or try again in a moment"

static void
test_locked (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (GBytes) whole = make_full_file (fixture->path);
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  g_autoptr (GError) error = NULL;
  gint64 begin = g_get_monotonic_time ();
  sqlite3 *other;

  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  sqlite3_exec (other, "BEGIN EXCLUSIVE", NULL, NULL, NULL);
  assert_refuses (fixture->path, PROSE_USER_STORE_ERROR_LOCKED, IN_USE " (database is locked)");
  g_assert_cmpint (g_get_monotonic_time () - begin, >, G_USEC_PER_SEC);
  g_assert_false (prose_user_store_remove_proof (store, &test_result, &error));
  g_assert_error (error, PROSE_USER_STORE_ERROR, PROSE_USER_STORE_ERROR_LOCKED);

  sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (other);
  assert_full (store);
  assert_file (fixture->path, whole);
}

static gpointer
let_go_soon (gpointer database)
{
  g_usleep (G_USEC_PER_SEC / 5);
  sqlite3_exec (database, "ROLLBACK", NULL, NULL, NULL);
  return NULL;
}

static void
test_a_moment_is_waited_for (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  sqlite3 *other;
  GThread *thread;

  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  sqlite3_exec (other, "BEGIN EXCLUSIVE", NULL, NULL, NULL);
  thread = g_thread_new ("other", let_go_soon, other);
  fill (store);
  g_thread_join (thread);
  sqlite3_close (other);
  assert_full (store);
}

/* --- the disk --- */

/* As somebody whom the file modes hold for; FALSE if there is nobody such. */
static gboolean
drop_rights (DatabaseFixture *fixture)
{
  if (geteuid () != 0)
    return TRUE;

  return chown (fixture->folder, 65534, 65534) == 0 && chown (fixture->path, 65534, 65534) == 0 &&
         seteuid (65534) == 0;
}

static void
regain_rights (void)
{
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
}

static void
test_read_only (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (GBytes) whole = make_full_file (fixture->path);
  g_autoptr (ProseUserStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = g_strdup_printf (
      "%s: this file cannot be written (attempt to write a readonly database)", fixture->path);

  g_chmod (fixture->path, 0400);
  g_chmod (fixture->folder, 0500);
  if (!drop_rights (fixture)) {
    g_test_skip ("rights cannot be dropped");
    return;
  }
  store = open_store (fixture->path);
  assert_full (store);
  g_assert_false (prose_user_store_remove_proof (store, &test_result, &error));
  assert_failure (error, PROSE_USER_STORE_ERROR, PROSE_USER_STORE_ERROR_READ_ONLY, message);
  assert_full (store);
  g_clear_object (&store);
  regain_rights ();

  g_chmod (fixture->folder, 0700);
  assert_file (fixture->path, whole);
}

/* Where nothing can be set aside, nothing is. */
static void
test_damaged_and_read_only (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (GBytes) before = NULL;
  gboolean is_nobody;

  write_file (fixture->path, "Kære dagbog", strlen ("Kære dagbog"));
  before = read_file (fixture->path);
  g_chmod (fixture->folder, 0500);
  is_nobody = drop_rights (fixture);
  if (is_nobody)
    assert_refuses (fixture->path, PROSE_USER_STORE_ERROR_READ_ONLY,
                    "this file is damaged, and cannot be set aside: Permission denied");
  else
    g_test_skip ("rights cannot be dropped");
  regain_rights ();

  g_chmod (fixture->folder, 0700);
  assert_file (fixture->path, before);
}

/* A limit of the file size stands for a disk that is full. */
static void
test_a_full_disk (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (GBytes) whole = make_full_file (fixture->path);
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strnfill (200000, 'x');
  struct rlimit unlimited, limit;

  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &unlimited);
  limit = unlimited;
  limit.rlim_cur = g_bytes_get_size (whole);
  setrlimit (RLIMIT_FSIZE, &limit);
  g_assert_false (prose_user_store_add_proof (
      store, &(ProseProof){ AD, "a.b", "c", text, .created = 1 }, &error));
  setrlimit (RLIMIT_FSIZE, &unlimited);
  signal (SIGXFSZ, SIG_DFL);

  g_assert_nonnull (error);
  g_assert_true (error->domain == PROSE_USER_STORE_ERROR);
  assert_full (store);
  g_clear_object (&store);
  store = open_store (fixture->path);
  assert_full (store);
}

/* --- being killed --- */

/* Adds rules one after the other, and tells of each when it is kept. */
static void
add_until_killed (const char *path, int output)
{
  g_autoptr (ProseUserStore) store = prose_user_store_open (path, NULL);

  for (int i = 1;; i++) {
    g_autofree char *rule = g_strdup_printf ("rule.%d", i);
    ProseRuleOff off = { AD, "da", rule, .created = i };

    if (!prose_user_store_add_rule_off (store, &off, NULL) ||
        write (output, &i, sizeof i) != sizeof i)
      _exit (1);
  }
}

static int
kill_a_writer (const char *path, guint wait)
{
  int ends[2];
  int last = 0;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    add_until_killed (path, ends[1]);
  close (ends[1]);
  g_usleep (wait);
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  while (read (ends[0], &last, sizeof last) == sizeof last)
    ;
  close (ends[0]);
  return last;
}

static void
test_what_was_kept_survives_a_kill (DatabaseFixture *fixture, gconstpointer unused)
{
  for (guint i = 0; i < 12; i++) {
    int last = kill_a_writer (fixture->path, 3000 + 7000 * i);
    g_autoptr (ProseUserStore) store = open_any (fixture->path);
    g_autoptr (GPtrArray) all = prose_user_store_dup_rules_off (store, NULL, NULL);

    /* Killed before anything was in it, the file may be empty. */
    g_assert_null (prose_user_store_get_damaged_path (store));
    g_assert_cmpint (all->len, >=, last);
    g_assert_cmpint (all->len, <=, last + 1);
    for (guint j = 0; j < all->len; j++)
      g_assert_true (prose_user_store_remove_rule_off (store, all->pdata[j], NULL));
  }
}

/* Leaves a change half in the file: the pages have to go there, as there is no
 * room for them in memory. */
static void
die_in_a_change (const char *path)
{
  sqlite3 *database;

  sqlite3_open (path, &database);
  sqlite3_exec (database,
                "PRAGMA cache_size = 1; BEGIN;"
                "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n LIMIT 5000)"
                " INSERT INTO rule_off SELECT 'x', 'da', CAST (i AS TEXT), 'none', i FROM n;"
                "UPDATE proof SET text = 'half'",
                NULL, NULL, NULL);
  _exit (0);
}

static void
test_half_a_change_is_taken_back (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (GBytes) whole = make_full_file (fixture->path);
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autoptr (ProseUserStore) store = NULL;
  g_autoptr (GBytes) half = NULL;
  pid_t child = fork ();

  if (child == 0)
    die_in_a_change (fixture->path);
  waitpid (child, NULL, 0);
  half = read_file (fixture->path);
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (g_bytes_get_size (half), >, g_bytes_get_size (whole));

  store = open_store (fixture->path);
  assert_full (store);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add_test(path, function)                                                                   \
  g_test_add ("/user-store/" path, DatabaseFixture, NULL, database_fixture_set_up, function,       \
              database_fixture_tear_down)
  add_test ("rules-off-come-back", test_rules_off_come_back);
  add_test ("a-rule-is-off-once", test_a_rule_is_off_once);
  add_test ("a-rule-is-switched-on-again", test_a_rule_is_switched_on_again);
  add_test ("now-is-the-time", test_now_is_the_time);
  add_test ("ignored-phrases-come-back", test_ignored_phrases_come_back);
  add_test ("a-phrase-is-ignored-once", test_a_phrase_is_ignored_once);
  add_test ("a-phrase-is-taken-back", test_a_phrase_is_taken_back);
  add_test ("a-level-needs-its-document", test_a_level_needs_its_document);
  add_test ("proofs-come-back", test_proofs_come_back);
  add_test ("a-proof-takes-the-place-of-another", test_a_proof_takes_the_place_of_another);
  add_test ("proofs-expire", test_proofs_expire);
  add_test ("a-proof-is-valid-until-a-day", test_a_proof_is_valid_until_a_day);
  add_test ("packs-come-back", test_packs_come_back);
  add_test ("a-pack-is-replaced-and-removed", test_a_pack_is_replaced_and_removed);
  add_test ("a-pack-that-is-wrong", test_a_pack_that_is_wrong);
  add_test ("a-pack-of-another-language", test_a_pack_of_another_language);
  add_test ("what-is-exported-is-imported", test_what_is_exported_is_imported);
  add_test ("an-import-is-undone", test_an_import_is_undone);
  add_test ("files-of-packs-as-people-write-them", test_files_of_packs_as_people_write_them);
  add_test ("a-file-with-one-wrong-pack", test_a_file_with_one_wrong_pack);
  add_test ("own-rules-are-found", test_own_rules_are_found);
  add_test ("search-takes-whatever-is-typed", test_search_takes_whatever_is_typed);
  add_test ("a-missing-file-is-made", test_a_missing_file_is_made);
  add_test ("no-place-for-a-file", test_no_place_for_a_file);
  add_test ("no-database-is-set-aside", test_no_database_is_set_aside);
  add_test ("none-that-was-set-aside-is-overwritten", test_none_that_was_set_aside_is_overwritten);
  add_test ("a-journal-goes-along", test_a_journal_goes_along);
  add_test ("another-database-is-set-aside", test_another_database_is_set_aside);
  add_test ("a-missing-table-is-damage", test_a_missing_table_is_damage);
  add_test ("an-emptied-file", test_an_emptied_file);
  add_test ("cut-off", test_cut_off);
  add_test ("changed-bytes", test_changed_bytes);
  add_test ("damage-that-shows-later", test_damage_that_shows_later);
  add_test ("rows-that-make-no-sense", test_rows_that_make_no_sense);
  add_test ("a-newer-version-is-not-touched", test_a_newer_version_is_not_touched);
  add_test ("an-older-version-is-brought-up-to-date", test_an_older_version_is_brought_up_to_date);
  add_test ("a-step-that-fails-changes-nothing", test_a_step_that_fails_changes_nothing);
  add_test ("two-stores-of-one-file", test_two_stores_of_one_file);
  add_test ("locked", test_locked);
  add_test ("a-moment-is-waited-for", test_a_moment_is_waited_for);
  add_test ("read-only", test_read_only);
  add_test ("damaged-and-read-only", test_damaged_and_read_only);
  add_test ("a-full-disk", test_a_full_disk);
  add_test ("what-was-kept-survives-a-kill", test_what_was_kept_survives_a_kill);
  add_test ("half-a-change-is-taken-back", test_half_a_change_is_taken_back);

  return g_test_run ();
}
