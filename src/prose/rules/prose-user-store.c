/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a user has decided: own rules, rules switched off, phrases to leave alone,
 * proofs of claims; and how a text was before. */

#include "rules/prose-user-store.h"

#include <stdlib.h>
#include <string.h>

#include "rules/prose-rule-database.h"
#include "rules/prose-rule-search.h"
#include "rules/prose-yaml.h"

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

/* --- rows --- */

/* Makes a value of a row; NULL if the row holds what no value can be made of. */
typedef gpointer (*ReadRow) (sqlite3_stmt *row);

/* What is shown has to be UTF-8, whatever became of the file. */
static char *
dup_optional_text (sqlite3_stmt *row, int column)
{
  const char *text = (const char *)sqlite3_column_text (row, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

static char *
dup_text (sqlite3_stmt *row, int column)
{
  char *text = dup_optional_text (row, column);

  return text != NULL ? text : g_strdup ("");
}

static gboolean
read_reason (sqlite3_stmt *row, int column, ProseIgnoreReason *reason)
{
  return prose_ignore_reason_from_string ((const char *)sqlite3_column_text (row, column), reason);
}

static gboolean
fail_content (ProseUserStore *self, GError **error)
{
  g_set_error (error, PROSE_USER_STORE_ERROR, PROSE_USER_STORE_ERROR_DAMAGED,
               "%s: this file holds what makes no sense; it may be damaged", self->database->path);
  return FALSE;
}

static gboolean
read_rows (ProseUserStore *self, sqlite3_stmt *row, ReadRow read, GPtrArray *values, GError **error)
{
  int result;

  while ((result = sqlite3_step (row)) == SQLITE_ROW) {
    gpointer value = read (row);

    if (value == NULL)
      return fail_content (self, error);
    g_ptr_array_add (values, value);
  }
  return result == SQLITE_DONE || prose_user_database_fail (self->database, error);
}

/* The values of a query with one parameter, which may be NULL. */
static GPtrArray *
list (ProseUserStore *self,
      const char *sql,
      const char *parameter,
      ReadRow read,
      GDestroyNotify free_value,
      GError **error)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (free_value);
  g_autoptr (sqlite3_stmt) row =
      prose_user_database_query (self->database, error, sql, "n", parameter);

  if (row == NULL || !read_rows (self, row, read, values, error))
    return NULL;

  return g_steal_pointer (&values);
}

static gint64
get_time (gint64 time)
{
  return time != 0 ? time : g_get_real_time () / G_USEC_PER_SEC;
}

/* --- own rules --- */

static gpointer
read_pack_row (sqlite3_stmt *row)
{
  ProseUserPack *pack = g_new0 (ProseUserPack, 1);

  pack->language = dup_text (row, 0);
  pack->name = dup_text (row, 1);
  pack->category = dup_text (row, 2);
  pack->text = dup_text (row, 3);
  pack->changed = sqlite3_column_int64 (row, 4);
  return pack;
}

/**
 * prose_user_store_dup_packs:
 * @self: a store
 * @language: (nullable): a language; %NULL for all
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type ProseUserPack): the packs of own rules,
 *   by language and name, or %NULL with an error
 */
GPtrArray *
prose_user_store_dup_packs (ProseUserStore *self, const char *language, GError **error)
{
  g_return_val_if_fail (PROSE_IS_USER_STORE (self), NULL);

  return list (self,
               "SELECT language, name, category, text, changed FROM pack"
               " WHERE ?1 IS NULL OR language = ?1 ORDER BY language, name",
               language, read_pack_row, (GDestroyNotify)prose_user_pack_free, error);
}

/* Removes a pack, and what the search knows of it. */
static gboolean
delete_pack (ProseUserStore *self, const ProseUserPack *pack, GError **error)
{
  return prose_user_database_run (self->database, error,
                                  "DELETE FROM search WHERE language = ? AND pack = ?", "ss",
                                  pack->language, pack->name) &&
         prose_user_database_run (self->database, error,
                                  "DELETE FROM pack WHERE language = ? AND name = ?", "ss",
                                  pack->language, pack->name);
}

static gboolean
insert_pack (ProseUserStore *self,
             const ProseUserPack *pack,
             const ProseRulePack *content,
             GError **error)
{
  return prose_user_database_run (self->database, error, "INSERT INTO pack VALUES (?, ?, ?, ?, ?)",
                                  "ssssi", pack->language, pack->name, pack->category, pack->text,
                                  pack->changed) &&
         (prose_rule_search_add (self->database->database, content) == SQLITE_OK ||
          prose_user_database_fail (self->database, error));
}

/* Adds the pack that has the name of another one to what is replaced. */
static gboolean
find_replaced (ProseUserStore *self, const ProseUserPack *pack, GPtrArray *replaced, GError **error)
{
  g_autoptr (sqlite3_stmt) row = prose_user_database_query (
      self->database, error,
      "SELECT language, name, category, text, changed FROM pack WHERE language = ? AND name = ?",
      "ss", pack->language, pack->name);

  return row != NULL && read_rows (self, row, read_pack_row, replaced, error);
}

static gboolean
put_packs (ProseUserStore *self,
           GPtrArray *packs,
           GPtrArray *contents,
           GPtrArray *replaced,
           GError **error)
{
  for (guint i = 0; i < packs->len; i++) {
    ProseUserPack *pack = g_ptr_array_index (packs, i);

    pack->changed = get_time (0);
    if (!find_replaced (self, pack, replaced, error) || !delete_pack (self, pack, error) ||
        !insert_pack (self, pack, g_ptr_array_index (contents, i), error))
      return FALSE;
  }
  return TRUE;
}

/* Either all of them or none. */
static gboolean
put_packs_at_once (ProseUserStore *self,
                   GPtrArray *packs,
                   GPtrArray *contents,
                   GPtrArray *replaced,
                   GError **error)
{
  gboolean is_good;

  if (!prose_user_database_begin (self->database, error))
    return FALSE;

  is_good = put_packs (self, packs, contents, replaced, error);
  return prose_user_database_end (self->database, is_good, error);
}

static gboolean
is_same_pack (const ProseUserPack *pack, const ProseUserPack *other)
{
  return g_str_equal (pack->language, other->language) && g_str_equal (pack->name, other->name);
}

static gboolean
has_pack (GPtrArray *packs, const ProseUserPack *pack)
{
  return g_ptr_array_find_with_equal_func (packs, pack, (GEqualFunc)is_same_pack, NULL);
}

/* Reads the packs of a file, each as it is kept, and its content. */
static GPtrArray *
read_packs (const char *file_name,
            GPtrArray *parts,
            ProseRuleSet *rules,
            GPtrArray *contents,
            GError **error)
{
  g_autoptr (GPtrArray) packs =
      g_ptr_array_new_with_free_func ((GDestroyNotify)prose_user_pack_free);

  for (guint i = 0; i < parts->len; i++) {
    const ProsePackPart *part = g_ptr_array_index (parts, i);
    g_autoptr (ProseRulePack) content = NULL;
    g_autoptr (ProseUserPack) pack = prose_user_pack_new (file_name, part, rules, &content, error);

    if (pack == NULL)
      return NULL;
    if (has_pack (packs, pack)) {
      g_set_error (error, PROSE_YAML_ERROR, PROSE_YAML_ERROR_CONTENT,
                   "%s:%u:1: another pack of this file is called “%s”", file_name, part->line + 1,
                   pack->name);
      return NULL;
    }
    g_ptr_array_add (packs, g_steal_pointer (&pack));
    g_ptr_array_add (contents, g_steal_pointer (&content));
  }
  return g_steal_pointer (&packs);
}

/**
 * prose_user_store_import:
 * @self: a store
 * @file_name: what the file is called, for messages
 * @data: its content, one or more packs as `data/rules/README.md` describes them
 * @length: its length in bytes
 * @rules: (nullable): the rules whose lexicons the phrases may name
 * @replaced: (out) (optional) (element-type ProseUserPack): the packs that were
 *   replaced, so that it can be undone
 * @error: return location for a #GError
 *
 * Puts all packs of a file into the store, or none of them if one is wrong. A
 * pack replaces the one of the same language and name.
 *
 * Returns: (transfer full) (element-type ProseUserPack): the packs, or %NULL with
 *   an error: of %PROSE_YAML_ERROR with the message `file:line:column: what is
 *   wrong`, or of %PROSE_USER_STORE_ERROR
 */
GPtrArray *
prose_user_store_import (ProseUserStore *self,
                         const char *file_name,
                         const char *data,
                         gsize length,
                         ProseRuleSet *rules,
                         GPtrArray **replaced,
                         GError **error)
{
  g_autoptr (GPtrArray) contents =
      g_ptr_array_new_with_free_func ((GDestroyNotify)prose_rule_pack_free);
  g_autoptr (GPtrArray) old = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_user_pack_free);
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GPtrArray) packs = NULL;

  g_return_val_if_fail (PROSE_IS_USER_STORE (self), NULL);

  parts = prose_pack_file_split (file_name, data, length, error);
  if (parts == NULL)
    return NULL;
  packs = read_packs (file_name, parts, rules, contents, error);
  if (packs == NULL || !put_packs_at_once (self, packs, contents, old, error))
    return NULL;

  if (replaced != NULL)
    *replaced = g_steal_pointer (&old);
  return g_steal_pointer (&packs);
}

/**
 * prose_user_store_set_pack:
 * @self: a store
 * @file_name: what the pack is called in messages
 * @text: the pack, YAML
 * @rules: (nullable): the rules whose lexicons the phrases may name
 * @error: return location for a #GError
 *
 * Adds a pack, or replaces the one of the same language and name.
 *
 * Returns: (transfer full): the pack as it is kept, or %NULL with an error as of
 *   prose_user_store_import()
 */
ProseUserPack *
prose_user_store_set_pack (ProseUserStore *self,
                           const char *file_name,
                           const char *text,
                           ProseRuleSet *rules,
                           GError **error)
{
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GPtrArray) packs = NULL;

  g_return_val_if_fail (PROSE_IS_USER_STORE (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  parts = prose_pack_file_split (file_name, text, strlen (text), error);
  if (parts == NULL)
    return NULL;
  if (parts->len > 1) {
    const ProsePackPart *second = g_ptr_array_index (parts, 1);

    g_set_error (error, PROSE_YAML_ERROR, PROSE_YAML_ERROR_CONTENT,
                 "%s:%u:1: a second pack begins here; one was expected", file_name,
                 second->line + 1);
    return NULL;
  }
  packs = prose_user_store_import (self, file_name, text, strlen (text), rules, NULL, error);

  return packs != NULL ? g_ptr_array_steal_index (packs, 0) : NULL;
}

/**
 * prose_user_store_remove_pack:
 * @self: a store
 * @pack: a pack, known by language and name
 * @error: return location for a #GError
 *
 * Removes a pack; to undo it, set its text again.
 *
 * Returns: whether it is gone
 */
gboolean
prose_user_store_remove_pack (ProseUserStore *self, const ProseUserPack *pack, GError **error)
{
  gboolean is_good;

  g_return_val_if_fail (PROSE_IS_USER_STORE (self), FALSE);

  if (!prose_user_database_begin (self->database, error))
    return FALSE;

  is_good = delete_pack (self, pack, error);
  return prose_user_database_end (self->database, is_good, error);
}

/**
 * prose_user_store_export:
 * @self: a store
 * @language: a language
 * @error: return location for a #GError
 *
 * Returns: (transfer full): a file with all own rules of @language, for
 *   prose_user_store_import(); empty if there are none, %NULL with an error
 */
char *
prose_user_store_export (ProseUserStore *self, const char *language, GError **error)
{
  g_autoptr (GPtrArray) packs = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  g_return_val_if_fail (PROSE_IS_USER_STORE (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  packs = prose_user_store_dup_packs (self, language, error);
  if (packs == NULL)
    return NULL;

  for (guint i = 0; i < packs->len; i++)
    g_ptr_array_add (texts, ((ProseUserPack *)g_ptr_array_index (packs, i))->text);
  g_ptr_array_add (texts, NULL);
  return prose_pack_file_join ((const char *const *)texts->pdata);
}

/**
 * prose_user_store_search:
 * @self: a store
 * @language: whose rules
 * @words: what the user typed, whatever it is
 * @error: return location for a #GError
 *
 * Searches the own rules as prose_rule_store_search() does the shipped ones.
 *
 * Returns: (transfer full): the ids of the rules, the best first, or %NULL with
 *   an error
 */
GStrv
prose_user_store_search (ProseUserStore *self,
                         const char *language,
                         const char *words,
                         GError **error)
{
  GStrv ids;

  g_return_val_if_fail (PROSE_IS_USER_STORE (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (words != NULL, NULL);

  ids = prose_rule_search_find (self->database->database, language, words);
  if (ids == NULL)
    prose_user_database_fail (self->database, error);
  return ids;
}

/* --- rules switched off --- */

static gpointer
read_rule_off_row (sqlite3_stmt *row)
{
  g_autoptr (ProseRuleOff) rule_off = g_new0 (ProseRuleOff, 1);

  rule_off->document = dup_text (row, 0);
  rule_off->language = dup_text (row, 1);
  rule_off->rule = dup_text (row, 2);
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

  return list (self,
               "SELECT document, language, rule, reason, created FROM rule_off"
               " WHERE ?1 IS NULL OR document IN (?1, '') ORDER BY created, rowid",
               document, read_rule_off_row, (GDestroyNotify)prose_rule_off_free, error);
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
      prose_ignore_reason_to_string (rule_off->reason), get_time (rule_off->created));
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

  ignored->document = dup_text (row, 1);
  ignored->rule = dup_text (row, 2);
  ignored->phrase = dup_text (row, 3);
  ignored->before = dup_text (row, 4);
  ignored->after = dup_text (row, 5);
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

  return list (self,
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
      get_time (ignored->created));
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

  proof->document = dup_text (row, 0);
  proof->rule = dup_text (row, 1);
  proof->phrase = dup_text (row, 2);
  proof->text = dup_text (row, 3);
  proof->owner = dup_text (row, 4);
  proof->valid_until = dup_optional_text (row, 5);
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

  return list (self,
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

  return list (self,
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
      proof->valid_until, get_time (proof->created));
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

/* --- snapshots --- */

static gpointer
read_snapshot_row (sqlite3_stmt *row)
{
  ProseSnapshot *snapshot = g_new0 (ProseSnapshot, 1);

  snapshot->id = sqlite3_column_int64 (row, 0);
  snapshot->document = dup_text (row, 1);
  snapshot->name = dup_text (row, 2);
  snapshot->text = dup_text (row, 3);
  snapshot->created = sqlite3_column_int64 (row, 4);
  snapshot->words = sqlite3_column_int64 (row, 5);
  snapshot->pressure = sqlite3_column_double (row, 6);
  snapshot->warmth = sqlite3_column_double (row, 7);
  snapshot->information = sqlite3_column_double (row, 8);
  snapshot->verdict = dup_text (row, 9);
  return snapshot;
}

/**
 * prose_user_store_dup_snapshots:
 * @self: a store
 * @document: the URI of a document
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type ProseSnapshot): how the document was
 *   before, the last one first, or %NULL with an error
 */
GPtrArray *
prose_user_store_dup_snapshots (ProseUserStore *self, const char *document, GError **error)
{
  g_return_val_if_fail (PROSE_IS_USER_STORE (self), NULL);
  g_return_val_if_fail (document != NULL, NULL);

  return list (self,
               "SELECT id, document, name, text, created, words, pressure, warmth, information,"
               " verdict FROM snapshot WHERE document = ? ORDER BY created DESC, id DESC",
               document, read_snapshot_row, (GDestroyNotify)prose_snapshot_free, error);
}

/* A new one gets a number that none had before. */
static gboolean
insert_snapshot (ProseUserStore *self, const ProseSnapshot *snapshot, GError **error)
{
  return prose_user_database_run (
      self->database, error,
      "INSERT INTO snapshot (id, document, name, text, created, words, pressure, warmth,"
      " information, verdict) VALUES (nullif (?, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      "isssiiddds", snapshot->id, snapshot->document, snapshot->name, snapshot->text,
      snapshot->created, snapshot->words, snapshot->pressure, snapshot->warmth,
      snapshot->information, snapshot->verdict);
}

/**
 * prose_user_store_add_snapshot:
 * @self: a store
 * @snapshot: how a document is now, or a snapshot that was removed
 * @error: return location for a #GError
 *
 * Keeps a snapshot, and says in it when and as what.
 *
 * Returns: whether it is kept
 */
gboolean
prose_user_store_add_snapshot (ProseUserStore *self, ProseSnapshot *snapshot, GError **error)
{
  g_return_val_if_fail (PROSE_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (snapshot->document != NULL && snapshot->text != NULL, FALSE);

  snapshot->created = get_time (snapshot->created);
  if (!insert_snapshot (self, snapshot, error))
    return FALSE;

  snapshot->id = sqlite3_last_insert_rowid (self->database->database);
  return TRUE;
}

/**
 * prose_user_store_rename_snapshot:
 * @self: a store
 * @id: a snapshot
 * @name: what the user calls it from now on
 * @error: return location for a #GError
 *
 * Returns: whether it is called so
 */
gboolean
prose_user_store_rename_snapshot (ProseUserStore *self, gint64 id, const char *name, GError **error)
{
  g_return_val_if_fail (PROSE_IS_USER_STORE (self), FALSE);

  return prose_user_database_run (self->database, error,
                                  "UPDATE snapshot SET name = ? WHERE id = ?", "si", name, id);
}

/**
 * prose_user_store_remove_snapshot:
 * @self: a store
 * @id: a snapshot
 * @error: return location for a #GError
 *
 * Removes a snapshot; to undo it, add it again.
 *
 * Returns: whether it is gone
 */
gboolean
prose_user_store_remove_snapshot (ProseUserStore *self, gint64 id, GError **error)
{
  g_return_val_if_fail (PROSE_IS_USER_STORE (self), FALSE);

  return prose_user_database_run (self->database, error, "DELETE FROM snapshot WHERE id = ?", "i",
                                  id);
}

/**
 * prose_user_store_copy_snapshots:
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
prose_user_store_copy_snapshots (ProseUserStore *self,
                                 const char *from,
                                 const char *to,
                                 GError **error)
{
  g_return_val_if_fail (PROSE_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  return prose_user_database_run (
      self->database, error,
      "INSERT INTO snapshot (document, name, text, created, words, pressure, warmth,"
      " information, verdict) SELECT ?, name, text, created, words, pressure, warmth,"
      " information, verdict FROM snapshot AS old WHERE document = ? AND NOT EXISTS"
      " (SELECT 1 FROM snapshot AS new WHERE new.document = ? AND new.created = old.created"
      " AND new.name = old.name AND new.text = old.text) ORDER BY id",
      "sss", to, from, to);
}

/**
 * prose_user_store_remove_snapshots:
 * @self: a store
 * @document: a document
 * @error: return location for a #GError
 *
 * Removes all snapshots of a document.
 *
 * Returns: whether they are gone
 */
gboolean
prose_user_store_remove_snapshots (ProseUserStore *self, const char *document, GError **error)
{
  g_return_val_if_fail (PROSE_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (document != NULL, FALSE);

  return prose_user_database_run (self->database, error, "DELETE FROM snapshot WHERE document = ?",
                                  "s", document);
}
