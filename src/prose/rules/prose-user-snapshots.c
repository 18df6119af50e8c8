/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-user-snapshots.h"

#include "rules/prose-user-row.h"

static gpointer
read_snapshot_row (sqlite3_stmt *row)
{
  ProseSnapshot *snapshot = g_new0 (ProseSnapshot, 1);

  snapshot->id = sqlite3_column_int64 (row, 0);
  snapshot->document = prose_user_row_dup_text (row, 1);
  snapshot->name = prose_user_row_dup_text (row, 2);
  snapshot->text = prose_user_row_dup_text (row, 3);
  snapshot->created = sqlite3_column_int64 (row, 4);
  snapshot->words = sqlite3_column_int64 (row, 5);
  snapshot->pressure = sqlite3_column_double (row, 6);
  snapshot->warmth = sqlite3_column_double (row, 7);
  snapshot->information = sqlite3_column_double (row, 8);
  snapshot->verdict = prose_user_row_dup_text (row, 9);
  return snapshot;
}

/**
 * prose_user_snapshots_dup:
 * @self: a store
 * @document: the URI of a document
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type ProseSnapshot): how the document was
 *   before, the last one first, or %NULL with an error
 */
GPtrArray *
prose_user_snapshots_dup (ProseUserStore *self, const char *document, GError **error)
{
  g_return_val_if_fail (PROSE_IS_USER_STORE (self), NULL);
  g_return_val_if_fail (document != NULL, NULL);

  return prose_user_rows_list (
      prose_user_store_get_database (self),
      "SELECT id, document, name, text, created, words, pressure, warmth, information,"
      " verdict FROM snapshot WHERE document = ? ORDER BY created DESC, id DESC",
      document, read_snapshot_row, (GDestroyNotify)prose_snapshot_free, error);
}

/* A new one gets a number that none had before. */
static gboolean
insert_snapshot (ProseUserDatabase *self, const ProseSnapshot *snapshot, GError **error)
{
  return prose_user_database_run (
      self, error,
      "INSERT INTO snapshot (id, document, name, text, created, words, pressure, warmth,"
      " information, verdict) VALUES (nullif (?, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      "isssiiddds", snapshot->id, snapshot->document, snapshot->name, snapshot->text,
      snapshot->created, snapshot->words, snapshot->pressure, snapshot->warmth,
      snapshot->information, snapshot->verdict);
}

/**
 * prose_user_snapshots_add:
 * @self: a store
 * @snapshot: how a document is now, or a snapshot that was removed
 * @error: return location for a #GError
 *
 * Keeps a snapshot, and says in it when and as what.
 *
 * Returns: whether it is kept
 */
gboolean
prose_user_snapshots_add (ProseUserStore *self, ProseSnapshot *snapshot, GError **error)
{
  ProseUserDatabase *database;

  g_return_val_if_fail (PROSE_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (snapshot->document != NULL && snapshot->text != NULL, FALSE);

  database = prose_user_store_get_database (self);
  snapshot->created = prose_user_row_get_time (snapshot->created);
  if (!insert_snapshot (database, snapshot, error))
    return FALSE;

  snapshot->id = sqlite3_last_insert_rowid (database->database);
  return TRUE;
}

/**
 * prose_user_snapshots_rename:
 * @self: a store
 * @id: a snapshot
 * @name: what the user calls it from now on
 * @error: return location for a #GError
 *
 * Returns: whether it is called so
 */
gboolean
prose_user_snapshots_rename (ProseUserStore *self, gint64 id, const char *name, GError **error)
{
  g_return_val_if_fail (PROSE_IS_USER_STORE (self), FALSE);

  return prose_user_database_run (prose_user_store_get_database (self), error,
                                  "UPDATE snapshot SET name = ? WHERE id = ?", "si", name, id);
}

/**
 * prose_user_snapshots_remove:
 * @self: a store
 * @id: a snapshot
 * @error: return location for a #GError
 *
 * Removes a snapshot; to undo it, add it again.
 *
 * Returns: whether it is gone
 */
gboolean
prose_user_snapshots_remove (ProseUserStore *self, gint64 id, GError **error)
{
  g_return_val_if_fail (PROSE_IS_USER_STORE (self), FALSE);

  return prose_user_database_run (prose_user_store_get_database (self), error,
                                  "DELETE FROM snapshot WHERE id = ?", "i", id);
}

/**
 * prose_user_snapshots_copy:
 * @self: a store
 * @from: a document
 * @to: another one
 * @error: return location for a #GError
 *
 * Gives a document the snapshots of another, beside its own. One that it has already,
 * since the text came from there, it does not get twice.
 *
 * Returns: whether it has them
 */
gboolean
prose_user_snapshots_copy (ProseUserStore *self, const char *from, const char *to, GError **error)
{
  g_return_val_if_fail (PROSE_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  return prose_user_database_run (
      prose_user_store_get_database (self), error,
      "INSERT INTO snapshot (document, name, text, created, words, pressure, warmth,"
      " information, verdict) SELECT ?, name, text, created, words, pressure, warmth,"
      " information, verdict FROM snapshot AS old WHERE document = ? AND NOT EXISTS"
      " (SELECT 1 FROM snapshot AS new WHERE new.document = ? AND new.created = old.created"
      " AND new.name = old.name AND new.text = old.text) ORDER BY id",
      "sss", to, from, to);
}

/**
 * prose_user_snapshots_remove_all:
 * @self: a store
 * @document: a document
 * @error: return location for a #GError
 *
 * Removes all snapshots of a document.
 *
 * Returns: whether they are gone
 */
gboolean
prose_user_snapshots_remove_all (ProseUserStore *self, const char *document, GError **error)
{
  g_return_val_if_fail (PROSE_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (document != NULL, FALSE);

  return prose_user_database_run (prose_user_store_get_database (self), error,
                                  "DELETE FROM snapshot WHERE document = ?", "s", document);
}
