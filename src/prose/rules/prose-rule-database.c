/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What writing and reading of rules databases share. */

#include "rules/prose-rule-database.h"

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
