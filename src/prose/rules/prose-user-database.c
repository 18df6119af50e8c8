/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The file of the user's database: its schema and versions, how it is opened,
 * and what becomes of one that is damaged.
 *
 * Changes go through a rollback journal, SQLite's own default, and not through a
 * write-ahead log. Both survive a kill at any moment; but the log needs memory
 * that all programs share, which a home on the network does not give, and leaves
 * two more files that belong to the database and are forgotten when it is copied.
 * The log would make writers faster, but here there are a few writes a minute.
 */

#include "rules/prose-user-database.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "rules/prose-rule-database.h"
#include "rules/prose-rule-search.h"

/* How long to wait for another program that writes, in milliseconds. A change
 * takes it a few; who waits longer is better told. */
#define BUSY_TIMEOUT 2000

/* How many damaged databases may be put aside within a second. */
#define MOST_DAMAGED 100

/* clang-format off */
G_DEFINE_QUARK (prose-user-store-error-quark, prose_user_store_error)
/* clang-format on */

/* The steps from each version to the next; a new database takes all of them. A
 * step that was released is never changed. */
static const char *const migrations[] = {
  /* 1 */
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
  "  PRIMARY KEY (document, rule, phrase)) STRICT;" PROSE_RULE_SEARCH_SCHEMA,
  /* 2: who answers for a proof */
  "ALTER TABLE proof ADD COLUMN owner TEXT NOT NULL DEFAULT '';",
  /* 3: how texts were before */
  "CREATE TABLE snapshot (id INTEGER PRIMARY KEY AUTOINCREMENT, document TEXT NOT NULL,"
  "  name TEXT NOT NULL, text TEXT NOT NULL, created INTEGER NOT NULL, words INTEGER NOT NULL,"
  "  pressure REAL NOT NULL, warmth REAL NOT NULL, information REAL NOT NULL,"
  "  verdict TEXT NOT NULL) STRICT;"
  "CREATE INDEX snapshot_by_document ON snapshot (document, created);",
};

#define VERSION ((int)G_N_ELEMENTS (migrations))

/* What every whole database of this version can answer. */
static const char *const probes[] = {
  "SELECT language, name, category, text, changed FROM pack",
  "SELECT document, language, rule, reason, created FROM rule_off",
  ("SELECT level, document, rule, phrase, words_before, words_after, place, reason, created"
   " FROM ignored"),
  "SELECT document, rule, phrase, text, owner, valid_until, created FROM proof",
  "SELECT language, pack, rule FROM search",
  ("SELECT id, document, name, text, created, words, pressure, warmth, information, verdict"
   " FROM snapshot"),
};

/* --- errors --- */

typedef struct {
  int result; /* of SQLite */
  ProseUserStoreError code;
  const char *what;
} Failure;

static const Failure failures[] = {
  { SQLITE_BUSY, PROSE_USER_STORE_ERROR_LOCKED,
    "another program is using this file; close it, or try again in a moment" },
  { SQLITE_LOCKED, PROSE_USER_STORE_ERROR_LOCKED,
    "another program is using this file; close it, or try again in a moment" },
  { SQLITE_READONLY, PROSE_USER_STORE_ERROR_READ_ONLY, "this file cannot be written" },
  { SQLITE_FULL, PROSE_USER_STORE_ERROR_FULL, "there is no room left to write this file" },
  { SQLITE_CORRUPT, PROSE_USER_STORE_ERROR_DAMAGED, "this file is damaged" },
  { SQLITE_NOTADB, PROSE_USER_STORE_ERROR_DAMAGED, "this file is damaged" },
  /* No such table, or a format that SQLite does not know. */
  { SQLITE_ERROR, PROSE_USER_STORE_ERROR_DAMAGED, "this file is damaged" },
};

static const Failure other_failure = { 0, PROSE_USER_STORE_ERROR_FAILED,
                                       "this file cannot be used" };

static const Failure *
find_failure (int result)
{
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    if (failures[i].result == (result & 0xff))
      return &failures[i];

  return &other_failure;
}

/**
 * prose_user_database_fail:
 * @self: a database in which a call has failed
 * @error: return location for a #GError
 *
 * Sets @error to what SQLite says of its last call.
 *
 * Returns: %FALSE
 */
gboolean
prose_user_database_fail (ProseUserDatabase *self, GError **error)
{
  const Failure *failure = find_failure (sqlite3_extended_errcode (self->database));

  g_set_error (error, PROSE_USER_STORE_ERROR, failure->code, "%s: %s (%s)", self->path,
               failure->what, sqlite3_errmsg (self->database));
  return FALSE;
}

static gboolean
fail_damaged (ProseUserDatabase *self, const char *what, GError **error)
{
  g_set_error (error, PROSE_USER_STORE_ERROR, PROSE_USER_STORE_ERROR_DAMAGED, "%s: %s", self->path,
               what);
  return FALSE;
}

static gboolean
fail_errno (const char *path, const char *what, GError **error)
{
  int code = errno;

  g_set_error (error, PROSE_USER_STORE_ERROR,
               code == ENOSPC || code == EDQUOT  ? PROSE_USER_STORE_ERROR_FULL
               : code == EROFS || code == EACCES ? PROSE_USER_STORE_ERROR_READ_ONLY
                                                 : PROSE_USER_STORE_ERROR_FAILED,
               "%s: %s: %s", path, what, g_strerror (code));
  return FALSE;
}

/* --- statements --- */

/* Binds an 'i' of the format as a gint64, a 'd' as a double, an 's' as a text, which
 * is empty if it is NULL, and an 'n' as a text that may be NULL. */
static void
bind (sqlite3_stmt *statement, const char *format, va_list arguments)
{
  for (int i = 0; format[i] != '\0'; i++) {
    const char *text;

    if (format[i] == 'i') {
      sqlite3_bind_int64 (statement, i + 1, va_arg (arguments, gint64));
      continue;
    }
    if (format[i] == 'd') {
      sqlite3_bind_double (statement, i + 1, va_arg (arguments, double));
      continue;
    }
    text = va_arg (arguments, const char *);
    if (text == NULL && format[i] == 's')
      text = "";
    sqlite3_bind_text (statement, i + 1, text, -1, SQLITE_TRANSIENT);
  }
}

static sqlite3_stmt *
prepare (
    ProseUserDatabase *self, const char *sql, const char *format, va_list arguments, GError **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (self->database, sql, -1, &statement, NULL) != SQLITE_OK) {
    prose_user_database_fail (self, error);
    return NULL;
  }
  bind (statement, format, arguments);
  return statement;
}

/**
 * prose_user_database_query:
 * @self: a database
 * @error: return location for a #GError
 * @sql: a statement
 * @format: a letter for each of its parameters: `i` a #gint64, `d` a double, `s` a text,
 *   empty for %NULL, `n` a text or %NULL
 * @...: the parameters
 *
 * Returns: (transfer full): the statement, to be stepped through, or %NULL
 */
sqlite3_stmt *
prose_user_database_query (
    ProseUserDatabase *self, GError **error, const char *sql, const char *format, ...)
{
  sqlite3_stmt *statement;
  va_list arguments;

  va_start (arguments, format);
  statement = prepare (self, sql, format, arguments, error);
  va_end (arguments);

  return statement;
}

/**
 * prose_user_database_run:
 * @self: a database
 * @error: return location for a #GError
 * @sql: a statement that gives no rows
 * @format: its parameters, as for prose_user_database_query()
 * @...: the parameters
 *
 * Returns: whether it was done
 */
gboolean
prose_user_database_run (
    ProseUserDatabase *self, GError **error, const char *sql, const char *format, ...)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  va_list arguments;

  va_start (arguments, format);
  statement = prepare (self, sql, format, arguments, error);
  va_end (arguments);

  return statement != NULL &&
         (sqlite3_step (statement) == SQLITE_DONE || prose_user_database_fail (self, error));
}

static gboolean
execute (ProseUserDatabase *self, const char *sql, GError **error)
{
  return sqlite3_exec (self->database, sql, NULL, NULL, NULL) == SQLITE_OK ||
         prose_user_database_fail (self, error);
}

/**
 * prose_user_database_begin:
 * @self: a database
 * @error: return location for a #GError
 *
 * Begins a change of several steps. The right to write is taken at once: who
 * takes it later may find that another program has it, and cannot wait for it.
 *
 * Returns: whether it was begun
 */
gboolean
prose_user_database_begin (ProseUserDatabase *self, GError **error)
{
  return execute (self, "BEGIN IMMEDIATE", error);
}

/**
 * prose_user_database_end:
 * @self: a database with a change of several steps
 * @is_good: whether all steps were done; if not, none is
 * @error: return location for a #GError of ending it
 *
 * Returns: whether the whole change was done
 */
gboolean
prose_user_database_end (ProseUserDatabase *self, gboolean is_good, GError **error)
{
  if (is_good && execute (self, "COMMIT", error))
    return TRUE;

  sqlite3_exec (self->database, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

/* --- what is in the file --- */

static gboolean
read_number (ProseUserDatabase *self, const char *sql, gint64 *number, GError **error)
{
  g_autoptr (sqlite3_stmt) row = prose_user_database_query (self, error, sql, "");

  if (row == NULL)
    return FALSE;
  if (sqlite3_step (row) != SQLITE_ROW)
    return prose_user_database_fail (self, error);

  *number = sqlite3_column_int64 (row, 0);
  return TRUE;
}

/* Reads the version, 0 of a database in which nothing is yet. Before anything
 * else is looked at: of a newer one this version understands no more. */
static gboolean
read_version (ProseUserDatabase *self, gint64 *version, GError **error)
{
  gint64 application, n_tables;

  if (!read_number (self, "PRAGMA application_id", &application, error) ||
      !read_number (self, "PRAGMA user_version", version, error))
    return FALSE;
  if (application == PROSE_USER_DATABASE_ID && *version > VERSION) {
    g_set_error (error, PROSE_USER_STORE_ERROR, PROSE_USER_STORE_ERROR_VERSION,
                 "%s: this file was made by a newer version of Mellow", self->path);
    return FALSE;
  }
  if (application == PROSE_USER_DATABASE_ID && *version > 0)
    return TRUE;
  if (!read_number (self, "SELECT count (*) FROM sqlite_schema", &n_tables, error))
    return FALSE;
  if (application != 0 || *version != 0 || n_tables > 0)
    return fail_damaged (self, "this is another program's file", error);

  return TRUE;
}

/* A file that was cut off, or of which the last page is not whole. */
static gboolean
check_size (ProseUserDatabase *self, GError **error)
{
  gint64 page_size, n_pages;
  GStatBuf status;

  if (!read_number (self, "PRAGMA page_size", &page_size, error) ||
      !read_number (self, "PRAGMA page_count", &n_pages, error))
    return FALSE;
  if (g_stat (self->path, &status) == 0 && status.st_size >= page_size * n_pages &&
      status.st_size % page_size == 0)
    return TRUE;

  return fail_damaged (self, "this file is cut off", error);
}

static gboolean
check_pages (ProseUserDatabase *self, GError **error)
{
  g_autoptr (sqlite3_stmt) row =
      prose_user_database_query (self, error, "PRAGMA quick_check (1)", "");

  if (row == NULL)
    return FALSE;
  if (sqlite3_step (row) != SQLITE_ROW)
    return prose_user_database_fail (self, error);
  if (g_strcmp0 ((const char *)sqlite3_column_text (row, 0), "ok") == 0)
    return TRUE;

  return fail_damaged (self, "this file is damaged", error);
}

static gboolean
check_tables (ProseUserDatabase *self, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (probes); i++) {
    g_autoptr (sqlite3_stmt) probe = prose_user_database_query (self, error, probes[i], "");

    if (probe == NULL)
      return FALSE;
  }
  return TRUE;
}

/* All within one reading, so that no other program changes the file meanwhile. An
 * interrupted change of a program that died is taken back first, by SQLite. */
static gboolean
check_file (ProseUserDatabase *self, gint64 *version, GError **error)
{
  gint64 unused;
  gboolean is_good;

  if (!execute (self, "BEGIN", error))
    return FALSE;

  is_good = read_version (self, version, error) &&
            read_number (self, "SELECT count (*) FROM sqlite_schema", &unused, error) &&
            check_size (self, error) && check_pages (self, error);
  return prose_user_database_end (self, is_good, error);
}

/* --- versions --- */

static gboolean
migrate_in_transaction (ProseUserDatabase *self, gint64 *version, GError **error)
{
  g_autofree char *pragmas = g_strdup_printf (
      "PRAGMA application_id = %d; PRAGMA user_version = %d", PROSE_USER_DATABASE_ID, VERSION);

  /* Again: another program may just have done it. */
  if (!read_version (self, version, error))
    return FALSE;
  for (gint64 i = *version; i < VERSION; i++)
    if (!execute (self, migrations[i], error))
      return FALSE;

  return execute (self, pragmas, error);
}

static gboolean
migrate (ProseUserDatabase *self, gint64 *version, GError **error)
{
  gboolean is_good;

  if (!prose_user_database_begin (self, error))
    return FALSE;

  is_good = migrate_in_transaction (self, version, error);
  return prose_user_database_end (self, is_good, error);
}

/* --- opening --- */

void
prose_user_database_free (ProseUserDatabase *self)
{
  sqlite3_close (self->database);
  g_free (self->path);
  g_free (self->damaged_path);
  g_free (self->notice);
  g_free (self);
}

/* What a file says is not trusted: its own code is not run, and its inner tables
 * are not to be written by hand. */
static void
configure (sqlite3 *database)
{
  sqlite3_busy_timeout (database, BUSY_TIMEOUT);
  sqlite3_db_config (database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_exec (database, "PRAGMA cell_size_check = ON", NULL, NULL, NULL);
}

/* Nobody else is to read what somebody writes for a client. SQLite would make a
 * file that others can read. */
static gboolean
make_file (const char *path, gboolean *is_new, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int file;

  *is_new = FALSE;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail_errno (folder, "this folder cannot be made", error);

  file = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  if (file < 0)
    return errno == EEXIST || fail_errno (path, "this file cannot be made", error);

  close (file);
  *is_new = TRUE;
  return TRUE;
}

static char *
describe_emptied (const char *path)
{
  return g_strdup_printf ("%s was empty, and a new one was begun. If there were own rules, "
                          "ignored phrases, proofs or snapshots in it, they are gone.",
                          path);
}

static ProseUserDatabase *
open_file (const char *path, GError **error)
{
  g_autoptr (ProseUserDatabase) self = g_new0 (ProseUserDatabase, 1);
  gboolean is_new;
  gint64 version;

  self->path = g_strdup (path);
  if (!make_file (path, &is_new, error))
    return NULL;
  if (sqlite3_open_v2 (path, &self->database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) !=
      SQLITE_OK) {
    prose_user_database_fail (self, error);
    return NULL;
  }
  configure (self->database);
  if (!check_file (self, &version, error) ||
      (version < VERSION && !migrate (self, &version, error)) || !check_tables (self, error))
    return NULL;

  /* Another program may have left it with a log; if it is still at it, so be it. */
  sqlite3_exec (self->database, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
  if (version == 0 && !is_new)
    self->notice = describe_emptied (path);
  return g_steal_pointer (&self);
}

/* --- setting aside --- */

/* A name that no file has, with an empty file that keeps others from taking it. */
static char *
reserve_name (const char *path, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%d-%H%M%S");

  for (guint i = 1; i <= MOST_DAMAGED; i++) {
    g_autofree char *name = i == 1 ? g_strdup_printf ("%s.damaged-%s", path, time)
                                   : g_strdup_printf ("%s.damaged-%s-%u", path, time, i);
    int file = g_open (name, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

    if (file >= 0) {
      close (file);
      return g_steal_pointer (&name);
    }
    if (errno != EEXIST)
      break;
  }
  fail_errno (path, "this file is damaged, and cannot be set aside", error);
  return NULL;
}

/* A journal belongs to its database: beside a new one it would be read into that. */
static gboolean
move_side_files (const char *path, const char *name, GError **error)
{
  static const char *const endings[] = { "-journal", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *from = g_strconcat (path, endings[i], NULL);
    g_autofree char *to = g_strconcat (name, endings[i], NULL);

    if (g_rename (from, to) != 0 && errno != ENOENT)
      return fail_errno (from, "this file of a damaged database cannot be set aside", error);
  }
  return TRUE;
}

static char *
set_aside (const char *path, GError **error)
{
  g_autofree char *name = reserve_name (path, error);

  if (name == NULL)
    return NULL;
  if (move_side_files (path, name, error)) {
    if (g_rename (path, name) == 0)
      return g_steal_pointer (&name);
    fail_errno (path, "this file is damaged, and cannot be set aside", error);
  }
  g_unlink (name);
  return NULL;
}

static ProseUserDatabase *
begin_anew (const char *path, const GError *problem, GError **error)
{
  g_autofree char *name = set_aside (path, error);
  ProseUserDatabase *self;

  if (name == NULL)
    return NULL;
  self = open_file (path, error);
  if (self == NULL)
    return NULL;

  g_free (self->notice);
  self->notice = g_strdup_printf ("%s. It was kept as %s, and a new one was begun: own rules, "
                                  "ignored phrases, proofs and snapshots are still in the old one.",
                                  problem->message, name);
  self->damaged_path = g_steal_pointer (&name);
  return self;
}

/**
 * prose_user_database_open:
 * @path: a file; its folders are made if they are missing
 * @error: return location for a #GError
 *
 * Opens the user's database. A missing one is made, an older one is brought up
 * to date, and a damaged one, or what is no such database at all, is kept under
 * another name while a new one is begun.
 *
 * Returns: (transfer full): the database, or %NULL with an error of
 *   %PROSE_USER_STORE_ERROR
 */
ProseUserDatabase *
prose_user_database_open (const char *path, GError **error)
{
  g_autoptr (GError) problem = NULL;
  ProseUserDatabase *self = open_file (path, &problem);

  if (self != NULL)
    return self;
  if (g_error_matches (problem, PROSE_USER_STORE_ERROR, PROSE_USER_STORE_ERROR_DAMAGED))
    return begin_anew (path, problem, error);

  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}
