/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-user-row.h"

#include "rules/prose-rule-database.h"

/**
 * prose_user_row_dup_optional_text:
 * @row: a row
 * @column: one of its columns
 *
 * Returns: (transfer full) (nullable): its text, which is UTF-8 whatever became of the file,
 *   since it is shown; %NULL for none
 */
char *
prose_user_row_dup_optional_text (sqlite3_stmt *row, int column)
{
  const char *text = (const char *)sqlite3_column_text (row, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

/**
 * prose_user_row_dup_text:
 * @row: a row
 * @column: one of its columns
 *
 * Returns: (transfer full): as prose_user_row_dup_optional_text(), empty for none
 */
char *
prose_user_row_dup_text (sqlite3_stmt *row, int column)
{
  char *text = prose_user_row_dup_optional_text (row, column);

  return text != NULL ? text : g_strdup ("");
}

static gboolean
fail_content (ProseUserDatabase *self, GError **error)
{
  g_set_error (error, PROSE_USER_STORE_ERROR, PROSE_USER_STORE_ERROR_DAMAGED,
               "%s: this file holds what makes no sense; it may be damaged", self->path);
  return FALSE;
}

/**
 * prose_user_rows_read:
 * @database: the database
 * @row: (transfer none): a query
 * @read: what makes a value of a row
 * @values: where they are appended
 * @error: return location for a #GError
 *
 * Returns: whether all rows were read, and made sense
 */
gboolean
prose_user_rows_read (ProseUserDatabase *database,
                      sqlite3_stmt *row,
                      ProseUserRowFunc read,
                      GPtrArray *values,
                      GError **error)
{
  int result;

  while ((result = sqlite3_step (row)) == SQLITE_ROW) {
    gpointer value = read (row);

    if (value == NULL)
      return fail_content (database, error);
    g_ptr_array_add (values, value);
  }
  return result == SQLITE_DONE || prose_user_database_fail (database, error);
}

/**
 * prose_user_rows_list:
 * @database: the database
 * @sql: a query with one parameter
 * @parameter: (nullable): that parameter
 * @read: what makes a value of a row
 * @free_value: what frees it
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the values of the query, or %NULL with an error
 */
GPtrArray *
prose_user_rows_list (ProseUserDatabase *database,
                      const char *sql,
                      const char *parameter,
                      ProseUserRowFunc read,
                      GDestroyNotify free_value,
                      GError **error)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (free_value);
  g_autoptr (sqlite3_stmt) row = prose_user_database_query (database, error, sql, "n", parameter);

  if (row == NULL || !prose_user_rows_read (database, row, read, values, error))
    return NULL;

  return g_steal_pointer (&values);
}

/**
 * prose_user_row_get_time:
 * @time: a time, in seconds since 1970; 0 for now
 *
 * Returns: the time that is kept in a row
 */
gint64
prose_user_row_get_time (gint64 time)
{
  return time != 0 ? time : g_get_real_time () / G_USEC_PER_SEC;
}
