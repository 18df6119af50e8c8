/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a user has decided: rules switched off, phrases to leave alone, proofs of claims.
 * Own rules and snapshots of texts lie in the same database. */

#include "rules/prose-user-store.h"

#include <stdlib.h>
#include <string.h>

#include "rules/prose-user-row.h"

struct _ProseUserStore {
  GObject parent_instance;
  ProseUserDatabase *database;
};

G_DEFINE_FINAL_TYPE (ProseUserStore, prose_user_store, G_TYPE_OBJECT)

/* --- the store --- */

static void
prose_user_store_finalize (GObject *object)
{
  ProseUserStore *self = PROSE_USER_STORE (object);

  g_clear_pointer (&self->database, prose_user_database_free);
  G_OBJECT_CLASS (prose_user_store_parent_class)->finalize (object);
}

static void
prose_user_store_class_init (ProseUserStoreClass *class)
{
  G_OBJECT_CLASS (class)->finalize = prose_user_store_finalize;
}

static void
prose_user_store_init (ProseUserStore *self)
{
}

/**
 * prose_user_store_open:
 * @path: a file, such as `user.db`; its folders are made if they are missing
 * @error: return location for a #GError
 *
 * Opens the user's database. A missing one is made. A damaged one, or what is no
 * such database at all, is kept under another name while a new one is begun, and
 * prose_user_store_get_notice() says so. A file that cannot be written is opened
 * for reading.
 *
 * Returns: (transfer full): the store, for one thread, or %NULL with an error of
 *   %PROSE_USER_STORE_ERROR
 */
ProseUserStore *
prose_user_store_open (const char *path, GError **error)
{
  ProseUserDatabase *database;
  ProseUserStore *self;

  g_return_val_if_fail (path != NULL, NULL);

  database = prose_user_database_open (path, error);
  if (database == NULL)
    return NULL;

  self = g_object_new (PROSE_TYPE_USER_STORE, NULL);
  self->database = database;
  return self;
}

const char *
prose_user_store_get_path (ProseUserStore *self)
{
  g_return_val_if_fail (PROSE_IS_USER_STORE (self), NULL);

  return self->database->path;
}

/**
 * prose_user_store_get_notice:
 * @self: a store
 *
 * Returns: (nullable): what happened to a database that was there before, for
 *   the user; %NULL if all is as it was left
 */
const char *
prose_user_store_get_notice (ProseUserStore *self)
{
  g_return_val_if_fail (PROSE_IS_USER_STORE (self), NULL);

  return self->database->notice;
}

/**
 * prose_user_store_get_damaged_path:
 * @self: a store
 *
 * Returns: (nullable): where the database was put that was found damaged
 */
const char *
prose_user_store_get_damaged_path (ProseUserStore *self)
{
  g_return_val_if_fail (PROSE_IS_USER_STORE (self), NULL);

  return self->database->damaged_path;
}

/**
 * prose_user_store_get_database:
 * @self: a store
 *
 * Returns: (transfer none): its database, for those who keep something in it
 */
ProseUserDatabase *
prose_user_store_get_database (ProseUserStore *self)
{
  g_return_val_if_fail (PROSE_IS_USER_STORE (self), NULL);

  return self->database;
}

/* --- rules switched off --- */

static gboolean
read_reason (sqlite3_stmt *row, int column, ProseIgnoreReason *reason)
{
  return prose_ignore_reason_from_string ((const char *)sqlite3_column_text (row, column), reason);
}

static gpointer
read_rule_off_row (sqlite3_stmt *row)
{
  g_autoptr (ProseRuleOff) rule_off = g_new0 (ProseRuleOff, 1);

  rule_off->document = prose_user_row_dup_text (row, 0);
  rule_off->language = prose_user_row_dup_text (row, 1);
  rule_off->rule = prose_user_row_dup_text (row, 2);
  rule_off->created = sqlite3_column_int64 (row, 4);

  return read_reason (row, 3, &rule_off->reason) ? g_steal_pointer (&rule_off) : NULL;
}

/**
 * prose_user_store_dup_rules_off:
 * @self: a store
 * @document: (nullable): the URI of a document, for what holds in it; empty for
 *   what holds everywhere; %NULL for all there is
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type ProseRuleOff): the rules that are
 *   switched off, the oldest first, or %NULL with an error
 */
GPtrArray *
prose_user_store_dup_rules_off (ProseUserStore *self, const char *document, GError **error)
{
  g_return_val_if_fail (PROSE_IS_USER_STORE (self), NULL);

  return prose_user_rows_list (self->database,
                               "SELECT document, language, rule, reason, created FROM rule_off"
                               " WHERE ?1 IS NULL OR document IN (?1, '') ORDER BY created, rowid",
                               document, read_rule_off_row, (GDestroyNotify)prose_rule_off_free,
                               error);
}

/**
 * prose_user_store_add_rule_off:
 * @self: a store
 * @rule_off: a rule to switch off
 * @error: return location for a #GError
 *
 * Switches a rule off. One that is off already keeps its time and takes the
 * reason.
 *
 * Returns: whether it is off
 */
gboolean
prose_user_store_add_rule_off (ProseUserStore *self, const ProseRuleOff *rule_off, GError **error)
{
  g_return_val_if_fail (PROSE_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (rule_off->language != NULL && rule_off->rule != NULL, FALSE);

  return prose_user_database_run (
      self->database, error,
      "INSERT INTO rule_off (document, language, rule, reason, created) VALUES (?, ?, ?, ?, ?)"
      " ON CONFLICT DO UPDATE SET reason = excluded.reason",
      "ssssi", rule_off->document, rule_off->language, rule_off->rule,
      prose_ignore_reason_to_string (rule_off->reason),
      prose_user_row_get_time (rule_off->created));
}

/**
 * prose_user_store_remove_rule_off:
 * @self: a store
 * @rule_off: what was switched off
 * @error: return location for a #GError
 *
 * Switches a rule on again; to undo it, add it again.
 *
 * Returns: whether it is no longer off
 */
gboolean
prose_user_store_remove_rule_off (ProseUserStore *self,
                                  const ProseRuleOff *rule_off,
                                  GError **error)
{
  g_return_val_if_fail (PROSE_IS_USER_STORE (self), FALSE);

  return prose_user_database_run (
      self->database, error,
      "DELETE FROM rule_off WHERE document = ? AND language = ? AND rule = ?", "sss",
      rule_off->document, rule_off->language, rule_off->rule);
}

/* --- ignored phrases --- */

static gpointer
read_ignored_row (sqlite3_stmt *row)
{
  g_autoptr (ProseIgnoredPhrase) ignored = g_new0 (ProseIgnoredPhrase, 1);

  ignored->document = prose_user_row_dup_text (row, 1);
  ignored->rule = prose_user_row_dup_text (row, 2);
  ignored->phrase = prose_user_row_dup_text (row, 3);
  ignored->before = prose_user_row_dup_text (row, 4);
  ignored->after = prose_user_row_dup_text (row, 5);
  ignored->place = sqlite3_column_int64 (row, 6);
  ignored->created = sqlite3_column_int64 (row, 8);

  return prose_ignore_level_from_string ((const char *)sqlite3_column_text (row, 0),
                                         &ignored->level) &&
                 read_reason (row, 7, &ignored->reason)
             ? g_steal_pointer (&ignored)
             : NULL;
}

/**
 * prose_user_store_dup_ignored_phrases:
 * @self: a store
 * @document: (nullable): the URI of a document, for what holds in it; empty for
 *   what holds everywhere; %NULL for all there is
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type ProseIgnoredPhrase): the phrases that
 *   are ignored, the oldest first, or %NULL with an error
 */
GPtrArray *
prose_user_store_dup_ignored_phrases (ProseUserStore *self, const char *document, GError **error)
{
  g_return_val_if_fail (PROSE_IS_USER_STORE (self), NULL);

  return prose_user_rows_list (
      self->database,
      "SELECT level, document, rule, phrase, words_before, words_after, place, reason,"
      " created FROM ignored WHERE ?1 IS NULL OR document IN (?1, '')"
      " ORDER BY created, rowid",
      document, read_ignored_row, (GDestroyNotify)prose_ignored_phrase_free, error);
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* What reaches everywhere belongs to no document, and all else to one. */
static gboolean
has_right_document (const ProseIgnoredPhrase *ignored)
{
  return (ignored->level == PROSE_IGNORE_EVERYWHERE) == is_empty (ignored->document);
}

/* The surroundings count for a phrase at one place only. */
static void
get_surroundings (const ProseIgnoredPhrase *ignored,
                  const char **before,
                  const char **after,
                  gint64 *place)
{
  gboolean is_here = ignored->level == PROSE_IGNORE_HERE;

  *before = is_here ? ignored->before : "";
  *after = is_here ? ignored->after : "";
  *place = is_here ? ignored->place : 0;
}

/**
 * prose_user_store_add_ignored_phrase:
 * @self: a store
 * @ignored: a phrase to ignore
 * @error: return location for a #GError
 *
 * Ignores a phrase. One that is ignored already keeps its time and takes the
 * reason.
 *
 * Returns: whether it is ignored
 */
gboolean
prose_user_store_add_ignored_phrase (ProseUserStore *self,
                                     const ProseIgnoredPhrase *ignored,
                                     GError **error)
{
  const char *before, *after;
  gint64 place;

  g_return_val_if_fail (PROSE_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (ignored->rule != NULL && ignored->phrase != NULL, FALSE);
  g_return_val_if_fail (has_right_document (ignored), FALSE);

  get_surroundings (ignored, &before, &after, &place);
  return prose_user_database_run (
      self->database, error,
      "INSERT INTO ignored (level, document, rule, phrase, words_before, words_after, place,"
      " reason, created) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
      " ON CONFLICT DO UPDATE SET reason = excluded.reason",
      "ssssssisi", prose_ignore_level_to_string (ignored->level), ignored->document, ignored->rule,
      ignored->phrase, before, after, place, prose_ignore_reason_to_string (ignored->reason),
      prose_user_row_get_time (ignored->created));
}

/**
 * prose_user_store_remove_ignored_phrase:
 * @self: a store
 * @ignored: an ignored phrase
 * @error: return location for a #GError
 *
 * Takes a phrase back into account; to undo it, add it again.
 *
 * Returns: whether it is no longer ignored
 */
gboolean
prose_user_store_remove_ignored_phrase (ProseUserStore *self,
                                        const ProseIgnoredPhrase *ignored,
                                        GError **error)
{
  const char *before, *after;
  gint64 place;

  g_return_val_if_fail (PROSE_IS_USER_STORE (self), FALSE);

  get_surroundings (ignored, &before, &after, &place);
  return prose_user_database_run (
      self->database, error,
      "DELETE FROM ignored WHERE level = ? AND document = ? AND rule = ? AND phrase = ?"
      " AND words_before = ? AND words_after = ? AND place = ?",
      "ssssssi", prose_ignore_level_to_string (ignored->level), ignored->document, ignored->rule,
      ignored->phrase, before, after, place);
}

/* --- proofs --- */

static gpointer
read_proof_row (sqlite3_stmt *row)
{
  ProseProof *proof = g_new0 (ProseProof, 1);

  proof->document = prose_user_row_dup_text (row, 0);
  proof->rule = prose_user_row_dup_text (row, 1);
  proof->phrase = prose_user_row_dup_text (row, 2);
  proof->text = prose_user_row_dup_text (row, 3);
  proof->owner = prose_user_row_dup_text (row, 4);
  proof->valid_until = prose_user_row_dup_optional_text (row, 5);
  proof->created = sqlite3_column_int64 (row, 6);
  return proof;
}

/**
 * prose_user_store_dup_proofs:
 * @self: a store
 * @document: (nullable): the URI of a document, for what holds in it; empty for
 *   what holds everywhere; %NULL for all there is
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type ProseProof): the proofs, those that have
 *   expired too, the oldest first, or %NULL with an error
 */
GPtrArray *
prose_user_store_dup_proofs (ProseUserStore *self, const char *document, GError **error)
{
  g_return_val_if_fail (PROSE_IS_USER_STORE (self), NULL);

  return prose_user_rows_list (
      self->database,
      "SELECT document, rule, phrase, text, owner, valid_until, created FROM proof"
      " WHERE ?1 IS NULL OR document IN (?1, '') ORDER BY created, rowid",
      document, read_proof_row, (GDestroyNotify)prose_proof_free, error);
}

/**
 * prose_user_store_dup_expired_proofs:
 * @self: a store
 * @date: a day, as `2026-12-31`
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type ProseProof): the proofs of all documents
 *   that no longer hold on @date, the one that expired first before the others,
 *   or %NULL with an error
 */
GPtrArray *
prose_user_store_dup_expired_proofs (ProseUserStore *self, const char *date, GError **error)
{
  g_return_val_if_fail (PROSE_IS_USER_STORE (self), NULL);
  g_return_val_if_fail (date != NULL, NULL);

  return prose_user_rows_list (
      self->database,
      "SELECT document, rule, phrase, text, owner, valid_until, created FROM proof"
      " WHERE valid_until < ? ORDER BY valid_until, rowid",
      date, read_proof_row, (GDestroyNotify)prose_proof_free, error);
}

/* Whether the text is a day of the calendar, as 2026-12-31. Such texts sort by
 * time. */
static gboolean
is_date (const char *text)
{
  static const char form[] = "dddd-dd-dd";

  if (strlen (text) != strlen (form))
    return FALSE;
  for (guint i = 0; form[i] != '\0'; i++)
    if (form[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != form[i])
      return FALSE;

  return g_date_valid_dmy (atoi (text + 8), atoi (text + 5), atoi (text));
}

/**
 * prose_user_store_add_proof:
 * @self: a store
 * @proof: a proof
 * @error: return location for a #GError
 *
 * Keeps a proof. It takes the place of an earlier one of the same claim, and the
 * time of that.
 *
 * Returns: whether it is kept; an error of %PROSE_USER_STORE_ERROR_INVALID says
 *   that it is valid until no day of the calendar
 */
gboolean
prose_user_store_add_proof (ProseUserStore *self, const ProseProof *proof, GError **error)
{
  g_return_val_if_fail (PROSE_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (proof->rule != NULL && proof->phrase != NULL, FALSE);

  if (proof->valid_until != NULL && !is_date (proof->valid_until)) {
    g_set_error (error, PROSE_USER_STORE_ERROR, PROSE_USER_STORE_ERROR_INVALID,
                 "“%s” is no date; one is written 2026-12-31", proof->valid_until);
    return FALSE;
  }
  return prose_user_database_run (
      self->database, error,
      "INSERT INTO proof (document, rule, phrase, text, owner, valid_until, created)"
      " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET text = excluded.text,"
      " owner = excluded.owner, valid_until = excluded.valid_until",
      "sssssni", proof->document, proof->rule, proof->phrase, proof->text, proof->owner,
      proof->valid_until, prose_user_row_get_time (proof->created));
}

/**
 * prose_user_store_remove_proof:
 * @self: a store
 * @proof: a proof
 * @error: return location for a #GError
 *
 * Removes a proof; to undo it, add it again.
 *
 * Returns: whether it is gone
 */
gboolean
prose_user_store_remove_proof (ProseUserStore *self, const ProseProof *proof, GError **error)
{
  g_return_val_if_fail (PROSE_IS_USER_STORE (self), FALSE);

  return prose_user_database_run (
      self->database, error, "DELETE FROM proof WHERE document = ? AND rule = ? AND phrase = ?",
      "sss", proof->document, proof->rule, proof->phrase);
}
