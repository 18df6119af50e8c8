/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The file of the store: made, set aside when it is damaged, brought up to date. */

#include "user-store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

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

static guint
count_files (const char *folder, const char *part)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  guint n = 0;

  for (const char *name; (name = g_dir_read_name (directory)) != NULL;)
    n += strstr (name, part) != NULL;

  return n;
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
assert_empty (ProseUserStore *store)
{
  assert_string (list_rules_off (store, NULL), "");
  assert_string (list_ignored (store, NULL), "");
  assert_string (list_proofs (store, NULL), "");
  assert_string (list_packs (store, NULL), "");
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
                               "ignored phrases, proofs and snapshots are still in the old one.",
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
                       "phrases, proofs or snapshots in it, they are gone.",
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
  forget (prose_user_packs_dup (store, NULL, NULL));
  forget (prose_user_store_dup_rules_off (store, NULL, NULL));
  forget (prose_user_store_dup_ignored_phrases (store, AD, NULL));
  forget (prose_user_store_dup_proofs (store, AD, NULL));
  g_strfreev (prose_user_packs_search (store, "da", "kanon", NULL));

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
  g_assert_null (prose_user_packs_search (store, "da", "kanon", &search_error));
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
assert_keeps_snapshots (ProseUserStore *store)
{
  ProseSnapshot snapshot = { .document = (char *)AD, .name = "før", .text = "", .verdict = "calm" };
  g_autoptr (GPtrArray) all = NULL;

  g_assert_true (prose_user_snapshots_add (store, &snapshot, NULL));
  all = prose_user_snapshots_dup (store, AD, NULL);
  g_assert_cmpuint (all->len, ==, 1);
}

/* The step from version 2, whose file has what version 1 had and owners. */
static void
test_version_2_gets_snapshots (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = NULL;

  execute (fixture->path, version_1);
  execute (fixture->path, "ALTER TABLE proof ADD COLUMN owner TEXT NOT NULL DEFAULT '';"
                          "UPDATE proof SET owner = 'Åse'; PRAGMA user_version = 2;");
  store = open_store (fixture->path);
  assert_string (list_proofs (store, NULL),
                 "[" AD "] superlativ.bedst (bedst i test): Tænk, Åse, until - at 4");
  assert_keeps_snapshots (store);
}

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
  assert_keeps_snapshots (store);

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_user_store_test ("a-missing-file-is-made", test_a_missing_file_is_made);
  add_user_store_test ("no-place-for-a-file", test_no_place_for_a_file);
  add_user_store_test ("no-database-is-set-aside", test_no_database_is_set_aside);
  add_user_store_test ("none-that-was-set-aside-is-overwritten",
                       test_none_that_was_set_aside_is_overwritten);
  add_user_store_test ("a-journal-goes-along", test_a_journal_goes_along);
  add_user_store_test ("another-database-is-set-aside", test_another_database_is_set_aside);
  add_user_store_test ("a-missing-table-is-damage", test_a_missing_table_is_damage);
  add_user_store_test ("an-emptied-file", test_an_emptied_file);
  add_user_store_test ("cut-off", test_cut_off);
  add_user_store_test ("changed-bytes", test_changed_bytes);
  add_user_store_test ("damage-that-shows-later", test_damage_that_shows_later);
  add_user_store_test ("rows-that-make-no-sense", test_rows_that_make_no_sense);
  add_user_store_test ("a-newer-version-is-not-touched", test_a_newer_version_is_not_touched);
  add_user_store_test ("an-older-version-is-brought-up-to-date",
                       test_an_older_version_is_brought_up_to_date);
  add_user_store_test ("version-2-gets-snapshots", test_version_2_gets_snapshots);
  add_user_store_test ("a-step-that-fails-changes-nothing", test_a_step_that_fails_changes_nothing);

  return g_test_run ();
}
