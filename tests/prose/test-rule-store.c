/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-rule-store.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "database-fixture.h"
#include "prose-fixture.h"

static const char danish_pack[] = "category: hast\n"
                                  "title: Hast\n"
                                  "meter: pressure\n"
                                  "rules:\n"
                                  "  - id: køb-nu\n"
                                  "    severity: pressure\n"
                                  "    weight: 6\n"
                                  "    phrases: [~købe nu, ærlig talt nu]\n"
                                  "    flags: [Køb nu]\n"
                                  "    passes: [Nu]\n";

static void
write_packs (const char *path)
{
  static const char *const families[] = { "command", "scarcity", "shame", "choice" };
  g_autoptr (GPtrArray) packs =
      g_ptr_array_new_with_free_func ((GDestroyNotify)prose_rule_pack_free);
  g_autoptr (GPtrArray) lexicons =
      g_ptr_array_new_with_free_func ((GDestroyNotify)prose_lexicon_unref);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    g_ptr_array_add (packs, build_pack (families[i]));
  g_ptr_array_add (lexicons, build_lexicon ("en"));
  g_ptr_array_add (lexicons, build_lexicon ("da"));
  g_ptr_array_add (packs, read_pack (danish_pack, lexicons->pdata[1]));

  prose_rule_store_write (path, packs, lexicons, &error);
  g_assert_no_error (error);
}

/* Beside a family that only one language has, one that both have. */
static void
write_same_family (const char *path)
{
  static const char english[] =
      "category: hurry\ntitle: Hurry\nmeter: pressure\nrules:\n"
      "  - {id: now, severity: note, weight: 1, phrases: [now], flags: [Now],"
      " passes: [Then]}\n";
  static const char danish[] = "category: hurry\ntitle: Hast\nmeter: pressure\nrules:\n"
                               "  - {id: nu, severity: note, weight: 1, phrases: [nu], flags: [Nu],"
                               " passes: [Så]}\n";
  g_autoptr (GPtrArray) packs =
      g_ptr_array_new_with_free_func ((GDestroyNotify)prose_rule_pack_free);
  g_autoptr (GPtrArray) lexicons =
      g_ptr_array_new_with_free_func ((GDestroyNotify)prose_lexicon_unref);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (lexicons, build_lexicon ("en"));
  g_ptr_array_add (lexicons, build_lexicon ("da"));
  g_ptr_array_add (packs, read_pack (english, lexicons->pdata[0]));
  g_ptr_array_add (packs, build_pack ("scarcity"));
  g_ptr_array_add (packs, read_pack (danish, lexicons->pdata[1]));
  prose_rule_store_write (path, packs, lexicons, &error);
  g_assert_no_error (error);
}

/* Without waiting for the disk; a file that is there would keep its length. */
static void
write_file (const char *path, const char *content, gsize length)
{
  g_unlink (path);
  g_assert_true (
      g_file_set_contents_full (path, content, length, G_FILE_SET_CONTENTS_NONE, 0644, NULL));
}

static ProseRuleSet *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  ProseRuleSet *rules = prose_rule_store_load (path, &error);

  g_assert_no_error (error);
  return rules;
}

static ProseRuleSet *
load_with_phrases (const char *path)
{
  g_autoptr (GError) error = NULL;
  ProseRuleSet *rules = prose_rule_store_load_for_reader (path, NULL, TRUE, &error);

  g_assert_no_error (error);
  return rules;
}

/* Changes the database behind the back of its writer. */
static void
execute (const char *path, const char *sql)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

static void
assert_refuses (const char *path, ProseRuleStoreError code, const char *what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseRuleSet) rules = prose_rule_store_load (path, &error);
  g_autofree char *message = g_strdup_printf ("%s: %s", path, what);

  g_assert_null (rules);
  assert_failure (error, PROSE_RULE_STORE_ERROR, (int)code, message);
}

/* The database opens, but a language of it cannot be used, which it says. */
static void
assert_language_refused (const char *path, const char *language, const char *what)
{
  g_autoptr (ProseRuleSet) rules = load (path);
  g_autofree char *message = g_strdup_printf ("%s: %s", path, what);

  g_assert_null (prose_rule_set_get_language (rules, language));
  g_assert_cmpstr (prose_rule_set_get_problem (rules, language), ==, message);
}

#define NO_RULE "the rules database holds what no rule can be made of"

/* --- round trip --- */

static void
assert_same_strings (GStrv found, GStrv expected)
{
  guint n = expected != NULL ? g_strv_length (expected) : 0;

  g_assert_cmpuint (found != NULL ? g_strv_length (found) : 0, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (found[i], ==, expected[i]);
}

static void
assert_same_rule (const ProseRule *found, const ProseRule *expected)
{
  g_assert_cmpstr (found->id, ==, expected->id);
  g_assert_cmpstr (found->category->id, ==, expected->category->id);
  g_assert_cmpstr (found->category->title, ==, expected->category->title);
  g_assert_cmpstr (found->category->language, ==, expected->category->language);
  g_assert_cmpint (found->category->meter, ==, expected->category->meter);
  g_assert_cmpint (found->category->is_next_step, ==, expected->category->is_next_step);
  g_assert_cmpint (found->category->covers, ==, expected->category->covers);
  g_assert_cmpint (found->category->makes_claims, ==, expected->category->makes_claims);
  g_assert_cmpstr (found->category->example, ==, expected->category->example);
  g_assert_cmpint (found->severity, ==, expected->severity);
  g_assert_cmpuint (found->weight, ==, expected->weight);
  g_assert_cmpint (found->zone, ==, expected->zone);
  g_assert_cmpint (found->guards, ==, expected->guards);
  g_assert_cmpstr (found->why, ==, expected->why);
  g_assert_cmpstr (found->reference, ==, expected->reference);
  g_assert_cmpstr (found->ask, ==, expected->ask);
  assert_same_strings (found->phrases, expected->phrases);
  assert_same_strings (found->flagged, expected->flagged);
  assert_same_strings (found->passed, expected->passed);
  assert_same_strings (found->exceptions, expected->exceptions);
  g_assert_cmpuint (found->rewrites->len, ==, expected->rewrites->len);
  for (guint i = 0; i < expected->rewrites->len; i++) {
    const ProseRewriteTemplate *a = &g_array_index (found->rewrites, ProseRewriteTemplate, i);
    const ProseRewriteTemplate *b = &g_array_index (expected->rewrites, ProseRewriteTemplate, i);

    g_assert_cmpint (a->kind, ==, b->kind);
    g_assert_cmpstr (a->text, ==, b->text);
  }
}

static void
assert_same_pack (GPtrArray *rules, guint first, const ProseRulePack *pack)
{
  for (guint i = 0; i < pack->rules->len; i++)
    assert_same_rule (rules->pdata[first + i], pack->rules->pdata[i]);
}

static void
test_rules_come_back_as_they_were (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseLexicon) lexicon = build_lexicon ("da");
  g_autoptr (ProseRulePack) command = build_pack ("command");
  g_autoptr (ProseRulePack) scarcity = build_pack ("scarcity");
  g_autoptr (ProseRulePack) shame = build_pack ("shame");
  g_autoptr (ProseRulePack) choice = build_pack ("choice");
  g_autoptr (ProseRulePack) danish = read_pack (danish_pack, lexicon);
  g_autoptr (ProseRuleSet) loaded = NULL;
  g_autoptr (GPtrArray) rules = NULL;

  write_packs (fixture->path);
  loaded = load_with_phrases (fixture->path);
  rules = prose_rule_set_dup_rules (loaded);

  g_assert_cmpuint (rules->len, ==, 5);
  g_assert_cmpstr (((ProseRule *)rules->pdata[0])->id, ==, "hast.køb-nu");
  assert_same_pack (rules, 0, danish);
  assert_same_pack (rules, 1, command);
  assert_same_pack (rules, 2, scarcity);
  assert_same_pack (rules, 3, shame);
  assert_same_pack (rules, 4, choice);
}

/* The names of the families, each once, as somebody reads them: `Hurry, Scarcity`. */
static char *
list_titles (const char *path, const char *reader)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseRuleSet) rules = prose_rule_store_load_for_reader (path, reader, FALSE, &error);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GString) titles = g_string_new (NULL);
  const ProseCategory *last = NULL;

  g_assert_no_error (error);
  all = prose_rule_set_dup_rules (rules);
  for (guint i = 0; i < all->len; i++) {
    const ProseCategory *category = ((ProseRule *)all->pdata[i])->category;

    if (category != last)
      g_string_append_printf (titles, "%s%s", last != NULL ? ", " : "", category->title);
    last = category;
  }
  return g_string_free (g_steal_pointer (&titles), FALSE);
}

static void
test_families_are_named_for_the_reader (DatabaseFixture *fixture, gconstpointer unused)
{
  write_same_family (fixture->path);
  assert_string (list_titles (fixture->path, NULL), "Hast, Hurry, Scarcity");
  assert_string (list_titles (fixture->path, "en"), "Hurry, Hurry, Scarcity");
  assert_string (list_titles (fixture->path, "da"), "Hast, Hast, Scarcity");
  assert_string (list_titles (fixture->path, "pl"), "Hast, Hurry, Scarcity");
}

/* Who only checks does not need them, and does not wait for them. */
static void
test_phrases_are_left_in_the_file (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseRuleSet) rules = NULL;
  g_autoptr (GPtrArray) all = NULL;

  write_packs (fixture->path);
  rules = load (fixture->path);
  all = prose_rule_set_dup_rules (rules);
  g_assert_cmpuint (all->len, ==, 5);
  for (guint i = 0; i < all->len; i++) {
    assert_same_strings (((ProseRule *)all->pdata[i])->phrases, NULL);
    assert_same_strings (((ProseRule *)all->pdata[i])->flagged, NULL);
  }
}

static void
test_rules_work_as_before (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseRuleSet) rules = NULL;

  write_packs (fixture->path);
  rules = load (fixture->path);
  assert_check (rules, "Act now, only 3 lamps left!",
                "0-7 command.act-now, 9-26 scarcity.only-n-left");
  assert_check (rules, "Only 3 days left. Never act now.", "");
  assert_credits (rules, "Take your time.", "0-14 choice.your-call");
  assert_check_danish (rules, "Ærligt: købte nu, ærlig talt nu!",
                       "9-18 hast.køb-nu, 20-34 hast.køb-nu");
}

static void
assert_same_lexicon (ProseLexicon *found, ProseLexicon *expected)
{
  const GArray *a = prose_lexicon_get_records (found);
  const GArray *b = prose_lexicon_get_records (expected);

  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < b->len; i++) {
    const ProseLexiconRecord *record = &g_array_index (a, ProseLexiconRecord, i);
    const ProseLexiconRecord *original = &g_array_index (b, ProseLexiconRecord, i);

    g_assert_cmpint (record->kind, ==, original->kind);
    g_assert_cmpstr (record->name, ==, original->name);
    g_assert_cmpstr (record->tag, ==, original->tag);
    g_assert_cmpstr (record->value, ==, original->value);
  }
}

static void
test_lexicons_come_back_as_they_were (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseLexicon) english = build_lexicon ("en");
  g_autoptr (ProseLexicon) danish = build_lexicon ("da");
  g_autoptr (ProseRuleSet) rules = NULL;

  write_packs (fixture->path);
  rules = load (fixture->path);
  assert_same_lexicon (prose_rule_set_get_lexicon (rules, "en"), english);
  assert_same_lexicon (prose_rule_set_get_lexicon (rules, "da"), danish);
}

/* The build can be compared byte by byte, and what was there before is gone. */
static void
test_the_same_packs_give_the_same_file (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize first_length, second_length;

  write_packs (fixture->path);
  g_assert_true (g_file_get_contents (fixture->path, &first, &first_length, NULL));
  write_packs (fixture->path);
  g_assert_true (g_file_get_contents (fixture->path, &second, &second_length, NULL));
  g_assert_cmpmem (first, first_length, second, second_length);
}

static void
test_an_empty_store (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (ProseRuleSet) rules = NULL;
  g_autoptr (GPtrArray) loaded = NULL;

  g_assert_true (prose_rule_store_write (fixture->path, none, none, NULL));
  rules = load (fixture->path);
  loaded = prose_rule_set_dup_rules (rules);
  g_assert_cmpuint (loaded->len, ==, 0);
}

/* The image only saves time: another machine may not be able to read it. */
static void
test_an_image_that_cannot_be_used (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseRuleSet) rules = NULL;

  write_packs (fixture->path);
  execute (fixture->path, "UPDATE image SET data = x'00112233'");
  rules = load (fixture->path);
  assert_check (rules, "Act now!", "0-7 command.act-now");
  assert_check_danish (rules, "Købte nu!", "0-9 hast.køb-nu");
}

/* --- what is wrong --- */

static void
test_missing (DatabaseFixture *fixture, gconstpointer unused)
{
  assert_refuses (fixture->path, PROSE_RULE_STORE_ERROR_MISSING, "there is no rules database here");
}

static void
test_not_a_database (DatabaseFixture *fixture, gconstpointer unused)
{
  g_file_set_contents (fixture->path,
                       "Kære læser, dette er ingen database, men en lang tekst.\n"
                       "Den er lang nok til at blive læst som en.\n",
                       -1, NULL);
  assert_refuses (fixture->path, PROSE_RULE_STORE_ERROR_DAMAGED,
                  "the rules database cannot be used: file is not a database");
}

static void
test_empty_file (DatabaseFixture *fixture, gconstpointer unused)
{
  g_file_set_contents (fixture->path, "", 0, NULL);
  assert_refuses (fixture->path, PROSE_RULE_STORE_ERROR_DAMAGED, "this is not a rules database");
}

static void
test_another_database (DatabaseFixture *fixture, gconstpointer unused)
{
  execute (fixture->path, "CREATE TABLE rule (id)");
  assert_refuses (fixture->path, PROSE_RULE_STORE_ERROR_DAMAGED, "this is not a rules database");
}

static void
test_a_newer_version (DatabaseFixture *fixture, gconstpointer unused)
{
  write_packs (fixture->path);
  execute (fixture->path, "PRAGMA user_version = 99");
  assert_refuses (fixture->path, PROSE_RULE_STORE_ERROR_VERSION,
                  "the rules database was made by a newer version of Mellow");
}

static void
test_a_folder (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (prose_rule_store_load (fixture->folder, &error));
  g_assert_error (error, PROSE_RULE_STORE_ERROR, PROSE_RULE_STORE_ERROR_FAILED);
}

/* Cut off anywhere, the file is refused, and at once. */
static void
test_cut_off (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autofree char *whole = NULL;
  gsize length;

  write_packs (fixture->path);
  g_assert_true (g_file_get_contents (fixture->path, &whole, &length, NULL));
  for (gsize n = 1; n < length; n += n < 200 ? 1 : 997) {
    g_autoptr (GError) error = NULL;

    write_file (fixture->path, whole, n);
    g_assert_null (prose_rule_store_load (fixture->path, &error));
    g_assert_error (error, PROSE_RULE_STORE_ERROR, PROSE_RULE_STORE_ERROR_DAMAGED);
  }
}

/* What a byte that has changed does to a language: it works as before, or it is
 * refused with a reason. */
static void
assert_works_or_says_why (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseRuleSet) rules = prose_rule_store_load (path, &error);

  if (rules == NULL) {
    g_assert_error (error, PROSE_RULE_STORE_ERROR, error->code);
    return;
  }
  if (!prose_rule_set_has_language (rules, "en"))
    return;
  if (prose_rule_set_get_language (rules, "en") == NULL) {
    g_assert_nonnull (prose_rule_set_get_problem (rules, "en"));
    return;
  }
  assert_check (rules, "Act now, only 3 lamps left!",
                "0-7 command.act-now, 9-26 scarcity.only-n-left");
}

static void
test_changed_bytes (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autofree char *whole = NULL;
  gsize length;

  write_packs (fixture->path);
  g_assert_true (g_file_get_contents (fixture->path, &whole, &length, NULL));
  for (guint i = 0; i < 1000; i++) {
    gsize place = (gsize)g_test_rand_int_range (0, length);
    char byte = whole[place];

    whole[place] ^= 1 << g_test_rand_int_range (0, 8);
    write_file (fixture->path, whole, length);
    whole[place] = byte;
    assert_works_or_says_why (fixture->path);
  }
}

static void
test_changed_rows (DatabaseFixture *fixture, gconstpointer unused)
{
  static const char *const changes[] = {
    "UPDATE rule SET weight = 3 WHERE name = 'command.act-now'",
    "UPDATE rule SET severity = 'alvorlig' WHERE name = 'command.act-now'",
    "UPDATE rule SET category = 99 WHERE name = 'command.act-now'",
    "UPDATE rewrite SET kind = 'spørgsmål' WHERE kind = 'question'",
    "UPDATE category SET meter = 'øl' WHERE name = 'command'",
    "UPDATE category SET covers = 'øl' WHERE name = 'command'",
    "UPDATE lexicon SET value = 'maybe' WHERE name = 'negations'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    write_packs (fixture->path);
    execute (fixture->path, changes[i]);
    assert_language_refused (fixture->path, "en", NO_RULE);
  }
}

static void
test_one_damaged_language_leaves_the_others (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseRuleSet) rules = NULL;

  write_packs (fixture->path);
  execute (fixture->path, "UPDATE rule SET weight = 3 WHERE name = 'hast.køb-nu'");
  assert_language_refused (fixture->path, "da", NO_RULE);
  rules = load (fixture->path);
  assert_check (rules, "Act now!", "0-7 command.act-now");
}

/* A missing table, and texts that are none. */
static void
test_another_shape (DatabaseFixture *fixture, gconstpointer unused)
{
  write_packs (fixture->path);
  execute (fixture->path, "DROP TABLE rewrite");
  assert_language_refused (fixture->path, "en",
                           "the rules database cannot be used: no such table: rewrite");

  write_packs (fixture->path);
  execute (fixture->path,
           "DROP TABLE lexicon; CREATE TABLE lexicon (language, kind, name, tag, value);"
           "INSERT INTO lexicon VALUES ('en', 0, NULL, NULL, NULL), ('en', 2, NULL, NULL, NULL);"
           "DROP TABLE category; CREATE TABLE category (id, language, name, title, meter,"
           "  is_next_step, covers, example, makes_claims);"
           "INSERT INTO category VALUES (1, 'en', NULL, NULL, NULL, NULL, NULL, NULL, NULL)");
  assert_language_refused (fixture->path, "en", NO_RULE);

  write_packs (fixture->path);
  execute (fixture->path, "DROP TABLE image");
  assert_refuses (fixture->path, PROSE_RULE_STORE_ERROR_DAMAGED,
                  "the rules database cannot be used: no such table: image");
}

static void
test_nowhere_to_write (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "mappe", "rules.db", NULL);
  g_autofree char *message =
      g_strdup_printf ("%s: the rules database cannot be used: unable to open database file", path);
  g_autoptr (GError) error = NULL;

  g_assert_false (prose_rule_store_write (path, none, none, &error));
  assert_failure (error, PROSE_RULE_STORE_ERROR, PROSE_RULE_STORE_ERROR_FAILED, message);
}

/* --- search --- */

/* What a search finds, as `command.act-now, …`. */
static char *
search (const char *path, const char *language, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = prose_rule_store_search (path, language, words, &error);

  g_assert_no_error (error);
  return g_strjoinv (", ", ids);
}

#define assert_search(path, language, words, expected)                                             \
  assert_string (search (path, language, words), expected)

static void
test_search_looks_in_all_that_a_rule_says (DatabaseFixture *fixture, gconstpointer unused)
{
  write_packs (fixture->path);
  assert_search (fixture->path, "en", "act-now", "command.act-now");
  assert_search (fixture->path, "en", "Scarcity", "scarcity.only-n-left");
  assert_search (fixture->path, "en", "bestow", "");
  assert_search (fixture->path, "en", "remain", "scarcity.only-n-left");
  assert_search (fixture->path, "en", "bare COMMAND", "command.act-now");
  assert_search (fixture->path, "en", "sit down", "shame.let-down");
  assert_search (fixture->path, "en", "bare bulb", "");
  assert_search (fixture->path, "da", "command", "");
}

/* By each name that a reader may see over it. */
static void
test_search_knows_a_family_by_all_its_names (DatabaseFixture *fixture, gconstpointer unused)
{
  write_same_family (fixture->path);
  assert_search (fixture->path, "en", "hast", "hurry.now");
  assert_search (fixture->path, "da", "Hurry", "hurry.nu");
  assert_search (fixture->path, "da", "scarcity", "");
}

static void
test_search_takes_the_last_word_as_begun (DatabaseFixture *fixture, gconstpointer unused)
{
  write_packs (fixture->path);
  assert_search (fixture->path, "en", "lam", "scarcity.only-n-left");
  assert_search (fixture->path, "en", "lam stock", "");
  assert_search (fixture->path, "en", "lamps sto", "scarcity.only-n-left");
  assert_search (fixture->path, "en", "lamps sto !", "scarcity.only-n-left");
}

static void
test_search_keeps_danish_letters_apart (DatabaseFixture *fixture, gconstpointer unused)
{
  write_packs (fixture->path);
  assert_search (fixture->path, "da", "køb", "hast.køb-nu");
  assert_search (fixture->path, "da", "KØBE", "hast.køb-nu");
  assert_search (fixture->path, "da", "kob", "");
  assert_search (fixture->path, "da", "ærlig", "hast.køb-nu");
  assert_search (fixture->path, "da", "aerlig", "");
}

/* The name of a rule counts for more than its examples. */
static void
test_search_puts_the_best_first (DatabaseFixture *fixture, gconstpointer unused)
{
  static const char pack[] =
      "{category: hast, title: Hast, meter: warmth, rules: ["
      "{id: nu, weight: 1, phrases: [nu], flags: [Hellere lampe], passes: [x]},"
      "{id: lampe, weight: 1, phrases: [lys], flags: [Lys], passes: [x]}]}";
  g_autoptr (GPtrArray) packs =
      g_ptr_array_new_with_free_func ((GDestroyNotify)prose_rule_pack_free);
  g_autoptr (GPtrArray) lexicons =
      g_ptr_array_new_with_free_func ((GDestroyNotify)prose_lexicon_unref);

  g_ptr_array_add (lexicons, build_lexicon ("da"));
  g_ptr_array_add (packs, read_pack (pack, lexicons->pdata[0]));
  g_assert_true (prose_rule_store_write (fixture->path, packs, lexicons, NULL));
  assert_search (fixture->path, "da", "lampe", "hast.lampe, hast.nu");
}

static void
test_search_takes_whatever_is_typed (DatabaseFixture *fixture, gconstpointer unused)
{
  static const char *const nothing[] = {
    "",    " ", "\t\r\n", "\"", "\"\"\"", "*",        "'",  "-",
    "^",   "(",

    "AND", "🍎", "{}:",    "\\", "\xff",   "\xc3\x28", "%_", "NEAR(\"a\" \"b\", 3)",
  };
  static const char *const something[] = {
    "now*", "\"now", "now\"", "(now)", "^now", "act:now", "act + now", "- now", "no\" w\" act",
  };
  g_autofree char *many = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  write_packs (fixture->path);
  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    assert_search (fixture->path, "en", nothing[i], "");
  for (guint i = 0; i + 1 < G_N_ELEMENTS (something); i++)
    assert_search (fixture->path, "en", something[i], "command.act-now");
  assert_search (fixture->path, "en", something[G_N_ELEMENTS (something) - 1], "");

  assert_search (fixture->path, "en", "NOT", "shame.let-down");
  assert_search (fixture->path, "en", "OR", "command.act-now");
  for (guint i = 0; i < 5000; i++)
    g_string_append (words, "now ");
  assert_search (fixture->path, "en", words->str, "command.act-now");
  many = g_strnfill (100000, 'a');
  assert_search (fixture->path, "en", many, "");
}

static void
test_search_in_what_is_no_database (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) damaged = NULL;

  g_assert_null (prose_rule_store_search (fixture->path, "en", "now", &missing));
  g_assert_error (missing, PROSE_RULE_STORE_ERROR, PROSE_RULE_STORE_ERROR_MISSING);

  write_packs (fixture->path);
  execute (fixture->path, "DROP TABLE search");
  g_assert_null (prose_rule_store_search (fixture->path, "en", "now", &damaged));
  g_assert_error (damaged, PROSE_RULE_STORE_ERROR, PROSE_RULE_STORE_ERROR_DAMAGED);
}

/* Whether the search works does not matter to who only checks. */
static void
test_loading_does_not_read_the_search (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseRuleSet) rules = NULL;

  write_packs (fixture->path);
  execute (fixture->path, "UPDATE search_data SET block = x'00'; UPDATE search_config SET v = 99");
  rules = load (fixture->path);
  assert_check (rules, "Act now!", "0-7 command.act-now");
}

#define PACK(family)                                                                               \
  "category: " family "\n"                                                                         \
  "title: X\n"                                                                                     \
  "meter: pressure\n"                                                                              \
  "rules:\n"                                                                                       \
  "  - id: nu\n"                                                                                   \
  "    severity: pressure\n"                                                                       \
  "    weight: 5\n"                                                                                \
  "    phrases: [nu er det øl]\n"                                                                 \
  "    why: Derfor.\n"                                                                             \
  "    flags: [Nu er det øl.]\n"                                                                  \
  "    passes: [Øl.]\n"

/* Of two rules that find the same, the one of the family that the lexicon names
 * first; families that it does not name come last. */
static void
test_families_have_an_order (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseLexicon) lexicon =
      read_lexicon ("language: da\nlists:\n  families: [zebra, abe]\n");
  g_autoptr (GPtrArray) packs =
      g_ptr_array_new_with_free_func ((GDestroyNotify)prose_rule_pack_free);
  g_autoptr (GPtrArray) lexicons = g_ptr_array_new ();
  g_autoptr (ProseRuleSet) rules = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (lexicons, lexicon);
  g_ptr_array_add (packs, read_pack (PACK ("aaa"), lexicon));
  g_ptr_array_add (packs, read_pack (PACK ("abe"), lexicon));
  g_ptr_array_add (packs, read_pack (PACK ("zebra"), lexicon));
  prose_rule_store_write (fixture->path, packs, lexicons, &error);
  g_assert_no_error (error);

  rules = load (fixture->path);
  assert_check_danish (rules, "Nu er det øl.", "0-13 zebra.nu");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add_test(path, function)                                                                   \
  g_test_add ("/rule-store/" path, DatabaseFixture, NULL, database_fixture_set_up, function,       \
              database_fixture_tear_down)
  add_test ("rules-come-back-as-they-were", test_rules_come_back_as_they_were);
  add_test ("families-are-named-for-the-reader", test_families_are_named_for_the_reader);
  add_test ("phrases-are-left-in-the-file", test_phrases_are_left_in_the_file);
  add_test ("rules-work-as-before", test_rules_work_as_before);
  add_test ("lexicons-come-back-as-they-were", test_lexicons_come_back_as_they_were);
  add_test ("the-same-packs-give-the-same-file", test_the_same_packs_give_the_same_file);
  add_test ("an-empty-store", test_an_empty_store);
  add_test ("an-image-that-cannot-be-used", test_an_image_that_cannot_be_used);
  add_test ("missing", test_missing);
  add_test ("not-a-database", test_not_a_database);
  add_test ("empty-file", test_empty_file);
  add_test ("another-database", test_another_database);
  add_test ("a-newer-version", test_a_newer_version);
  add_test ("a-folder", test_a_folder);
  add_test ("cut-off", test_cut_off);
  add_test ("changed-bytes", test_changed_bytes);
  add_test ("changed-rows", test_changed_rows);
  add_test ("one-damaged-language-leaves-the-others", test_one_damaged_language_leaves_the_others);
  add_test ("another-shape", test_another_shape);
  add_test ("nowhere-to-write", test_nowhere_to_write);
  add_test ("search-looks-in-all-that-a-rule-says", test_search_looks_in_all_that_a_rule_says);
  add_test ("search-knows-a-family-by-all-its-names", test_search_knows_a_family_by_all_its_names);
  add_test ("search-takes-the-last-word-as-begun", test_search_takes_the_last_word_as_begun);
  add_test ("search-keeps-danish-letters-apart", test_search_keeps_danish_letters_apart);
  add_test ("search-puts-the-best-first", test_search_puts_the_best_first);
  add_test ("search-takes-whatever-is-typed", test_search_takes_whatever_is_typed);
  add_test ("search-in-what-is-no-database", test_search_in_what_is_no_database);
  add_test ("loading-does-not-read-the-search", test_loading_does_not_read_the_search);
  add_test ("families-have-an-order", test_families_have_an_order);

  return g_test_run ();
}
