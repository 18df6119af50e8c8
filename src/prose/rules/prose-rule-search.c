/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Full-text search over what rules say, by SQLite's FTS5, in the shipped database
 * and in the user's. */

#include "rules/prose-rule-search.h"

#include "rules/prose-rule-database.h"

/* More words do not make a search any narrower, and FTS5 has a limit of its own. */
#define MOST_WORDS 32

/* What stands between the words of a pattern. */
#define PATTERN_SIGNS " ()[]{}|<>:~*+!?.,;^$\"\\"

static void
append_words (GString *words, GHashTable *known, const char *pattern)
{
  g_auto (GStrv) parts = g_strsplit_set (pattern, PATTERN_SIGNS, -1);

  for (guint i = 0; parts[i] != NULL; i++) {
    if (*parts[i] == '\0' || g_hash_table_contains (known, parts[i]))
      continue;
    g_string_append_printf (words, "%s ", parts[i]);
    g_hash_table_add (known, g_strdup (parts[i]));
  }
}

/* Each word of the phrases once: they have their sets written out, so that the
 * same words stand in many of them. */
static char *
list_phrase_words (const ProseRule *rule)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; rule->phrases[i] != NULL; i++)
    append_words (words, known, rule->phrases[i]);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
join_examples (const ProseRulePack *pack, const ProseRule *rule)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  for (guint i = 0; i < pack->examples->len; i++) {
    const ProseRuleExample *example = pack->examples->pdata[i];

    if (example->rule == rule)
      g_string_append_printf (texts, "%s\n", example->text);
  }
  return g_string_free (g_steal_pointer (&texts), FALSE);
}

static int
insert_rule (sqlite3_stmt *statement,
             const ProseRulePack *pack,
             const ProseRule *rule,
             const char *titles)
{
  g_autofree char *phrases = list_phrase_words (rule);
  g_autofree char *examples = join_examples (pack, rule);
  const char *const values[] = {
    rule->category->language, pack->name, rule->id, titles, phrases, rule->why, examples,
  };
  int result;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    sqlite3_bind_text (statement, i + 1, values[i], -1, SQLITE_STATIC);
  result = sqlite3_step (statement);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return result == SQLITE_DONE ? SQLITE_OK : result;
}

/**
 * prose_rule_search_add:
 * @database: a database with the table of %PROSE_RULE_SEARCH_SCHEMA
 * @pack: a pack
 * @titles: the names of its family, in whatever languages it may be shown
 *
 * Makes the rules of a pack known to the search.
 *
 * Returns: %SQLITE_OK, or what went wrong in @database
 */
int
prose_rule_search_add (sqlite3 *database, const ProseRulePack *pack, const char *titles)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  int result = sqlite3_prepare_v2 (database, "INSERT INTO search VALUES (?, ?, ?, ?, ?, ?, ?)", -1,
                                   &statement, NULL);

  for (guint i = 0; result == SQLITE_OK && i < pack->rules->len; i++)
    result = insert_rule (statement, pack, pack->rules->pdata[i], titles);

  return result;
}

/* --- finding --- */

static gboolean
has_word (const char *part)
{
  for (const char *p = part; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

static void
append_quoted (GString *query, const char *part)
{
  g_string_append (query, query->len > 0 ? " \"" : "\"");
  for (const char *p = part; *p != '\0'; p++) {
    if (*p == '"')
      g_string_append_c (query, '"');
    g_string_append_c (query, *p);
  }
  g_string_append_c (query, '"');
}

/* What the user typed as a query of FTS5: every word quoted, so that none is an
 * operator, and the last one only begun. NULL if there is no word in it. */
static char *
make_query (const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  g_auto (GStrv) parts = g_strsplit_set (valid, " \t\r\n", -1);
  g_autoptr (GString) query = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; parts[i] != NULL && n < MOST_WORDS; i++) {
    if (!has_word (parts[i]))
      continue;
    append_quoted (query, parts[i]);
    n++;
  }
  if (n == 0)
    return NULL;

  g_string_append_c (query, '*');
  return g_string_free (g_steal_pointer (&query), FALSE);
}

/* A word in the name of a rule says more than one in an example. */
static const char find_sql[] = "SELECT rule FROM search WHERE search MATCH ? AND language = ?"
                               " ORDER BY bm25 (search, 0.0, 0.0, 8.0, 4.0, 4.0, 2.0, 1.0), rowid";

static const char *
get_id (sqlite3_stmt *row)
{
  const char *id = (const char *)sqlite3_column_text (row, 0);

  return id != NULL && g_utf8_validate (id, -1, NULL) ? id : NULL;
}

/**
 * prose_rule_search_find:
 * @database: a database with the table of %PROSE_RULE_SEARCH_SCHEMA
 * @language: whose rules
 * @words: what the user typed, whatever it is
 *
 * Finds the rules that have all words in their name, title, phrases, reason or
 * examples; the last word may be the beginning of one.
 *
 * Returns: (transfer full) (nullable): the ids of the rules, the best first;
 *   %NULL if something went wrong in @database
 */
GStrv
prose_rule_search_find (sqlite3 *database, const char *language, const char *words)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (sqlite3_stmt) row = NULL;
  g_autofree char *query = make_query (words);
  int result;

  if (query == NULL)
    return g_strv_builder_end (ids);
  if (sqlite3_prepare_v2 (database, find_sql, -1, &row, NULL) != SQLITE_OK)
    return NULL;

  sqlite3_bind_text (row, 1, query, -1, SQLITE_STATIC);
  sqlite3_bind_text (row, 2, language, -1, SQLITE_STATIC);
  while ((result = sqlite3_step (row)) == SQLITE_ROW)
    if (get_id (row) != NULL)
      g_strv_builder_add (ids, get_id (row));

  return result == SQLITE_DONE ? g_strv_builder_end (ids) : NULL;
}
