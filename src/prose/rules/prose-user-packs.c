/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-user-packs.h"

#include <string.h>

#include "rules/prose-rule-database.h"
#include "rules/prose-rule-search.h"
#include "rules/prose-user-row.h"
#include "rules/prose-yaml.h"

static gpointer
read_pack_row (sqlite3_stmt *row)
{
  ProseUserPack *pack = g_new0 (ProseUserPack, 1);

  pack->language = prose_user_row_dup_text (row, 0);
  pack->name = prose_user_row_dup_text (row, 1);
  pack->category = prose_user_row_dup_text (row, 2);
  pack->text = prose_user_row_dup_text (row, 3);
  pack->changed = sqlite3_column_int64 (row, 4);
  return pack;
}

/**
 * prose_user_packs_dup:
 * @self: a store
 * @language: (nullable): a language; %NULL for all
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type ProseUserPack): the packs of own rules,
 *   by language and name, or %NULL with an error
 */
GPtrArray *
prose_user_packs_dup (ProseUserStore *self, const char *language, GError **error)
{
  g_return_val_if_fail (PROSE_IS_USER_STORE (self), NULL);

  return prose_user_rows_list (prose_user_store_get_database (self),
                               "SELECT language, name, category, text, changed FROM pack"
                               " WHERE ?1 IS NULL OR language = ?1 ORDER BY language, name",
                               language, read_pack_row, (GDestroyNotify)prose_user_pack_free,
                               error);
}

/* Removes a pack, and what the search knows of it. */
static gboolean
delete_pack (ProseUserDatabase *self, const ProseUserPack *pack, GError **error)
{
  return prose_user_database_run (self, error, "DELETE FROM search WHERE language = ? AND pack = ?",
                                  "ss", pack->language, pack->name) &&
         prose_user_database_run (self, error, "DELETE FROM pack WHERE language = ? AND name = ?",
                                  "ss", pack->language, pack->name);
}

static gboolean
insert_pack (ProseUserDatabase *self,
             const ProseUserPack *pack,
             const ProseRulePack *content,
             GError **error)
{
  return prose_user_database_run (self, error, "INSERT INTO pack VALUES (?, ?, ?, ?, ?)", "ssssi",
                                  pack->language, pack->name, pack->category, pack->text,
                                  pack->changed) &&
         (prose_rule_search_add (self->database, content, content->category->title) == SQLITE_OK ||
          prose_user_database_fail (self, error));
}

/* Adds the pack that has the name of another one to what is replaced. */
static gboolean
find_replaced (ProseUserDatabase *self,
               const ProseUserPack *pack,
               GPtrArray *replaced,
               GError **error)
{
  g_autoptr (sqlite3_stmt) row = prose_user_database_query (
      self, error,
      "SELECT language, name, category, text, changed FROM pack WHERE language = ? AND name = ?",
      "ss", pack->language, pack->name);

  return row != NULL && prose_user_rows_read (self, row, read_pack_row, replaced, error);
}

static gboolean
put_packs (ProseUserDatabase *self,
           GPtrArray *packs,
           GPtrArray *contents,
           GPtrArray *replaced,
           GError **error)
{
  for (guint i = 0; i < packs->len; i++) {
    ProseUserPack *pack = g_ptr_array_index (packs, i);

    pack->changed = prose_user_row_get_time (0);
    if (!find_replaced (self, pack, replaced, error) || !delete_pack (self, pack, error) ||
        !insert_pack (self, pack, g_ptr_array_index (contents, i), error))
      return FALSE;
  }
  return TRUE;
}

/* Either all of them or none. */
static gboolean
put_packs_at_once (ProseUserDatabase *self,
                   GPtrArray *packs,
                   GPtrArray *contents,
                   GPtrArray *replaced,
                   GError **error)
{
  gboolean is_good;

  if (!prose_user_database_begin (self, error))
    return FALSE;

  is_good = put_packs (self, packs, contents, replaced, error);
  return prose_user_database_end (self, is_good, error);
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
 * prose_user_packs_import:
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
prose_user_packs_import (ProseUserStore *self,
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
  if (packs == NULL ||
      !put_packs_at_once (prose_user_store_get_database (self), packs, contents, old, error))
    return NULL;

  if (replaced != NULL)
    *replaced = g_steal_pointer (&old);
  return g_steal_pointer (&packs);
}

/**
 * prose_user_packs_set:
 * @self: a store
 * @file_name: what the pack is called in messages
 * @text: the pack, YAML
 * @rules: (nullable): the rules whose lexicons the phrases may name
 * @error: return location for a #GError
 *
 * Adds a pack, or replaces the one of the same language and name.
 *
 * Returns: (transfer full): the pack as it is kept, or %NULL with an error as of
 *   prose_user_packs_import()
 */
ProseUserPack *
prose_user_packs_set (ProseUserStore *self,
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
  packs = prose_user_packs_import (self, file_name, text, strlen (text), rules, NULL, error);

  return packs != NULL ? g_ptr_array_steal_index (packs, 0) : NULL;
}

/**
 * prose_user_packs_remove:
 * @self: a store
 * @pack: a pack, known by language and name
 * @error: return location for a #GError
 *
 * Removes a pack; to undo it, set its text again.
 *
 * Returns: whether it is gone
 */
gboolean
prose_user_packs_remove (ProseUserStore *self, const ProseUserPack *pack, GError **error)
{
  ProseUserDatabase *database;
  gboolean is_good;

  g_return_val_if_fail (PROSE_IS_USER_STORE (self), FALSE);

  database = prose_user_store_get_database (self);
  if (!prose_user_database_begin (database, error))
    return FALSE;

  is_good = delete_pack (database, pack, error);
  return prose_user_database_end (database, is_good, error);
}

/**
 * prose_user_packs_export:
 * @self: a store
 * @language: a language
 * @error: return location for a #GError
 *
 * Returns: (transfer full): a file with all own rules of @language, for
 *   prose_user_packs_import(); empty if there are none, %NULL with an error
 */
char *
prose_user_packs_export (ProseUserStore *self, const char *language, GError **error)
{
  g_autoptr (GPtrArray) packs = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  g_return_val_if_fail (PROSE_IS_USER_STORE (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  packs = prose_user_packs_dup (self, language, error);
  if (packs == NULL)
    return NULL;

  for (guint i = 0; i < packs->len; i++)
    g_ptr_array_add (texts, ((ProseUserPack *)g_ptr_array_index (packs, i))->text);
  g_ptr_array_add (texts, NULL);
  return prose_pack_file_join ((const char *const *)texts->pdata);
}

/**
 * prose_user_packs_search:
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
prose_user_packs_search (ProseUserStore *self,
                         const char *language,
                         const char *words,
                         GError **error)
{
  ProseUserDatabase *database;
  GStrv ids;

  g_return_val_if_fail (PROSE_IS_USER_STORE (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (words != NULL, NULL);

  database = prose_user_store_get_database (self);
  ids = prose_rule_search_find (database->database, language, words);
  if (ids == NULL)
    prose_user_database_fail (database, error);
  return ids;
}
