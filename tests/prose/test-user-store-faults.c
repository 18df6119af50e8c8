/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What happens to the store from outside: other programs, the disk, a kill. */

#include "user-store-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

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

  add_user_store_test ("two-stores-of-one-file", test_two_stores_of_one_file);
  add_user_store_test ("locked", test_locked);
  add_user_store_test ("a-moment-is-waited-for", test_a_moment_is_waited_for);
  add_user_store_test ("read-only", test_read_only);
  add_user_store_test ("damaged-and-read-only", test_damaged_and_read_only);
  add_user_store_test ("a-full-disk", test_a_full_disk);
  add_user_store_test ("what-was-kept-survives-a-kill", test_what_was_kept_survives_a_kill);
  add_user_store_test ("half-a-change-is-taken-back", test_half_a_change_is_taken_back);

  return g_test_run ();
}
