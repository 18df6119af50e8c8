/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What writing, reading and searching of rules databases share. */

#include "rules/prose-rule-database.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "rules/prose-rule-store.h"

static ProseRuleStoreError
get_error_code (int result)
{
  switch (result & 0xff) {
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
  case SQLITE_ERROR: /* no such table: the file was cut off, or is another's */
    return PROSE_RULE_STORE_ERROR_DAMAGED;
  default:
    return PROSE_RULE_STORE_ERROR_FAILED;
  }
}

/**
 * prose_rule_database_fail:
 * @database: a database in which a call has failed
 * @path: its file
 * @error: return location for a #GError
 *
 * Sets @error to what SQLite says of its last call.
 *
 * Returns: %FALSE
 */
gboolean
prose_rule_database_fail (sqlite3 *database, const char *path, GError **error)
{
  int result = sqlite3_extended_errcode (database);

  g_set_error (error, PROSE_RULE_STORE_ERROR, get_error_code (result),
               "%s: the rules database cannot be used: %s", path, sqlite3_errmsg (database));
  return FALSE;
}

static gboolean
read_number (sqlite3 *database, const char *path, const char *pragma, int *number, GError **error)
{
  g_autoptr (sqlite3_stmt) row = NULL;

  if (sqlite3_prepare_v2 (database, pragma, -1, &row, NULL) != SQLITE_OK ||
      sqlite3_step (row) != SQLITE_ROW)
    return prose_rule_database_fail (database, path, error);

  *number = sqlite3_column_int (row, 0);
  return TRUE;
}

static gboolean
check_version (sqlite3 *database, const char *path, GError **error)
{
  int application, version;

  if (!read_number (database, path, "PRAGMA application_id", &application, error) ||
      !read_number (database, path, "PRAGMA user_version", &version, error))
    return FALSE;

  if (application != PROSE_RULE_DATABASE_ID) {
    g_set_error (error, PROSE_RULE_STORE_ERROR, PROSE_RULE_STORE_ERROR_DAMAGED,
                 "%s: this is not a rules database", path);
    return FALSE;
  }
  if (version > PROSE_RULE_DATABASE_VERSION) {
    g_set_error (error, PROSE_RULE_STORE_ERROR, PROSE_RULE_STORE_ERROR_VERSION,
                 "%s: the rules database was made by a newer version of Mellow", path);
    return FALSE;
  }
  return TRUE;
}

/* The size that the file's own header tells, in bytes: bytes 16 and 17 hold the
 * page size, big-endian, 28 to 31 the number of pages (the SQLite file format,
 * section 1.3). 0 if it cannot be read. */
static goffset
read_size_in_header (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  guint8 header[32];
  guint page_size, n_pages;

  if (stream == NULL || g_input_stream_read (G_INPUT_STREAM (stream), header, sizeof header, NULL,
                                             NULL) != sizeof header)
    return 0;

  page_size = header[16] << 8 | header[17];
  n_pages = (guint)header[28] << 24 | header[29] << 16 | header[30] << 8 | header[31];
  return (goffset)n_pages * (page_size == 1 ? 65536 : page_size);
}

/* A file that was cut off is shorter than its header says; SQLite would find
 * out only when it comes to a page that is missing. */
static gboolean
check_size (const char *path, GError **error)
{
  GStatBuf status;

  if (g_stat (path, &status) == 0 && status.st_size >= read_size_in_header (path))
    return TRUE;

  g_set_error (error, PROSE_RULE_STORE_ERROR, PROSE_RULE_STORE_ERROR_DAMAGED,
               "%s: the rules database is cut off", path);
  return FALSE;
}

/**
 * prose_rule_database_open:
 * @path: a rules database
 * @error: return location for a #GError
 *
 * Opens a rules database for reading, and looks whether this version can read
 * it and it is not cut off.
 *
 * Returns: (transfer full): the database, or %NULL with an error of
 *   %PROSE_RULE_STORE_ERROR
 */
sqlite3 *
prose_rule_database_open (const char *path, GError **error)
{
  g_autoptr (sqlite3) database = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_set_error (error, PROSE_RULE_STORE_ERROR, PROSE_RULE_STORE_ERROR_MISSING,
                 "%s: there is no rules database here", path);
    return NULL;
  }
  if (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) {
    prose_rule_database_fail (database, path, error);
    return NULL;
  }
  if (!check_version (database, path, error) || !check_size (path, error))
    return NULL;

  return g_steal_pointer (&database);
}
