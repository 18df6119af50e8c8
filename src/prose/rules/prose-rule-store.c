/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rules database: SQLite, written by the build from the packs, shipped
 * read-only. The packs stay the source of truth. */

#include "rules/prose-rule-store.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "rules/prose-rule-compiler.h"
#include "rules/prose-rule-database.h"
#include "rules/prose-rule-loader.h"
#include "rules/prose-rule-pack.h"
#include "rules/prose-rule-search.h"

static const char schema[] =
    "CREATE TABLE category (id INTEGER PRIMARY KEY, language TEXT NOT NULL, name TEXT NOT NULL,"
    "  title TEXT NOT NULL, meter TEXT NOT NULL, is_next_step INTEGER NOT NULL, covers TEXT NOT "
    "NULL,"
    "  example TEXT, makes_claims INTEGER NOT NULL) STRICT;"
    "CREATE TABLE rule (id INTEGER PRIMARY KEY, category INTEGER NOT NULL REFERENCES category,"
    "  name TEXT NOT NULL, severity TEXT NOT NULL, weight INTEGER NOT NULL, zone TEXT NOT NULL,"
    "  guards INTEGER NOT NULL, why TEXT, reference TEXT, ask TEXT) STRICT;"
    "CREATE TABLE phrase (rule INTEGER NOT NULL REFERENCES rule, is_exception INTEGER NOT NULL,"
    "  pattern TEXT NOT NULL) STRICT;"
    "CREATE TABLE rewrite (rule INTEGER NOT NULL REFERENCES rule, kind TEXT NOT NULL,"
    "  template TEXT NOT NULL) STRICT;"
    "CREATE TABLE example (rule INTEGER NOT NULL REFERENCES rule, flags INTEGER NOT NULL,"
    "  text TEXT NOT NULL, span TEXT) STRICT;"
    "CREATE TABLE lexicon (language TEXT NOT NULL, kind INTEGER NOT NULL, name TEXT NOT NULL,"
    "  tag TEXT, value TEXT NOT NULL) STRICT;"
    /* What the rules of a language are compiled to: a rule image. */
    "CREATE TABLE image (language TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT;"
    /* Of the rows of each ProseRulePart of a language. */
    "CREATE TABLE checksum (language TEXT NOT NULL, part INTEGER NOT NULL,"
    "  value INTEGER NOT NULL, PRIMARY KEY (language, part)) STRICT;"
    "CREATE INDEX category_language ON category (language);"
    "CREATE INDEX rule_category ON rule (category);"
    "CREATE INDEX phrase_rule ON phrase (rule);"
    "CREATE INDEX rewrite_rule ON rewrite (rule);"
    "CREATE INDEX example_rule ON example (rule);"
    "CREATE INDEX lexicon_kind ON lexicon (language, kind);" PROSE_RULE_SEARCH_SCHEMA;

/* clang-format off */
G_DEFINE_QUARK (prose-rule-store-error-quark, prose_rule_store_error)
/* clang-format on */

/* A database that is being written, with a statement per table. */
typedef struct {
  sqlite3 *database;
  const char *path;
  GError **error;
} Writer;

static gboolean
execute (Writer *self, const char *sql)
{
  return sqlite3_exec (self->database, sql, NULL, NULL, NULL) == SQLITE_OK ||
         prose_rule_database_fail (self->database, self->path, self->error);
}

/* Inserts a row; the format has an 'i' per number and an 's' per text. */
static gboolean
insert (Writer *self, const char *sql, const char *format, ...)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  va_list arguments;

  if (sqlite3_prepare_v2 (self->database, sql, -1, &statement, NULL) != SQLITE_OK)
    return prose_rule_database_fail (self->database, self->path, self->error);

  va_start (arguments, format);
  for (int i = 0; format[i] != '\0'; i++) {
    if (format[i] == 'i')
      sqlite3_bind_int (statement, i + 1, va_arg (arguments, int));
    else
      sqlite3_bind_text (statement, i + 1, va_arg (arguments, const char *), -1, SQLITE_TRANSIENT);
  }
  va_end (arguments);

  return sqlite3_step (statement) == SQLITE_DONE ||
         prose_rule_database_fail (self->database, self->path, self->error);
}

static int
get_last_id (Writer *self)
{
  return sqlite3_last_insert_rowid (self->database);
}

static gboolean
write_phrases (Writer *self, int rule, GStrv patterns, gboolean is_exception)
{
  for (guint i = 0; patterns[i] != NULL; i++)
    if (!insert (self, "INSERT INTO phrase VALUES (?, ?, ?)", "iis", rule, is_exception,
                 patterns[i]))
      return FALSE;

  return TRUE;
}

static gboolean
write_rewrites (Writer *self, int id, const ProseRule *rule)
{
  for (guint i = 0; i < rule->rewrites->len; i++) {
    const ProseRewriteTemplate *rewrite = &g_array_index (rule->rewrites, ProseRewriteTemplate, i);

    if (!insert (self, "INSERT INTO rewrite VALUES (?, ?, ?)", "iss", id,
                 prose_rewrite_kind_to_string (rewrite->kind), rewrite->text))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_examples (Writer *self, int id, const ProseRulePack *pack, const ProseRule *rule)
{
  for (guint i = 0; i < pack->examples->len; i++) {
    const ProseRuleExample *example = pack->examples->pdata[i];

    if (example->rule == rule && !insert (self, "INSERT INTO example VALUES (?, ?, ?, ?)", "iiss",
                                          id, example->flags, example->text, example->span))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_rule (Writer *self, int category, const ProseRulePack *pack, const ProseRule *rule)
{
  int id;

  if (!insert (self, "INSERT INTO rule VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)", "issisisss",
               category, rule->id, prose_severity_to_string (rule->severity), (int)rule->weight,
               prose_zone_to_string (rule->zone), (int)rule->guards, rule->why, rule->reference,
               rule->ask))
    return FALSE;

  id = get_last_id (self);
  return write_phrases (self, id, rule->phrases, FALSE) &&
         write_phrases (self, id, rule->exceptions, TRUE) && write_rewrites (self, id, rule) &&
         write_examples (self, id, pack, rule);
}

static gboolean
write_pack (Writer *self, const ProseRulePack *pack)
{
  int category;

  if (!insert (self, "INSERT INTO category VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)", "ssssissi",
               pack->category->language, pack->category->id, pack->category->title,
               prose_meter_to_string (pack->category->meter), pack->category->is_next_step,
               prose_coverage_to_string (pack->category->covers), pack->category->example,
               pack->category->makes_claims))
    return FALSE;

  category = get_last_id (self);
  for (guint i = 0; i < pack->rules->len; i++)
    if (!write_rule (self, category, pack, pack->rules->pdata[i]))
      return FALSE;
  return TRUE;
}

/* The names of a family, in all languages that have it. */
static char *
join_titles (GPtrArray *packs, const char *family)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < packs->len; i++) {
    const ProseCategory *category = ((const ProseRulePack *)packs->pdata[i])->category;

    if (g_str_equal (category->id, family))
      g_string_append_printf (titles, "%s\n", category->title);
  }
  return g_string_free (g_steal_pointer (&titles), FALSE);
}

/* Before all else, so that the pages which FTS5 needs on its way are used again. */
static gboolean
write_search (Writer *self, GPtrArray *packs)
{
  for (guint i = 0; i < packs->len; i++) {
    const ProseRulePack *pack = packs->pdata[i];
    g_autofree char *titles = join_titles (packs, pack->category->id);

    if (prose_rule_search_add (self->database, pack, titles) != SQLITE_OK)
      return prose_rule_database_fail (self->database, self->path, self->error);
  }
  return execute (self, "INSERT INTO search (search) VALUES ('optimize')");
}

static gboolean
write_lexicon (Writer *self, ProseLexicon *lexicon)
{
  const GArray *records = prose_lexicon_get_records (lexicon);

  for (guint i = 0; i < records->len; i++) {
    const ProseLexiconRecord *record = &g_array_index (records, ProseLexiconRecord, i);

    if (!insert (self, "INSERT INTO lexicon VALUES (?, ?, ?, ?, ?)", "sisss",
                 prose_lexicon_get_language (lexicon), record->kind, record->name, record->tag,
                 record->value))
      return FALSE;
  }
  return TRUE;
}

static GBytes *
compile_image (GPtrArray *packs, ProseLexicon *lexicon, GError **error)
{
  g_autoptr (ProseRuleCompiler) compiler = prose_rule_compiler_new (lexicon);

  for (guint i = 0; i < packs->len; i++) {
    const ProseRulePack *pack = packs->pdata[i];

    if (!g_str_equal (pack->category->language, prose_lexicon_get_language (lexicon)))
      continue;
    for (guint j = 0; j < pack->rules->len; j++)
      if (!prose_rule_compiler_add (compiler, pack->rules->pdata[j], error))
        return NULL;
  }
  return prose_rule_compiler_finish (compiler);
}

static gboolean
write_image (Writer *self, GPtrArray *packs, ProseLexicon *lexicon)
{
  g_autoptr (GBytes) image = compile_image (packs, lexicon, self->error);
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (image == NULL)
    return FALSE;
  if (sqlite3_prepare_v2 (self->database, "INSERT INTO image VALUES (?, ?)", -1, &statement,
                          NULL) != SQLITE_OK)
    return prose_rule_database_fail (self->database, self->path, self->error);

  sqlite3_bind_text (statement, 1, prose_lexicon_get_language (lexicon), -1, SQLITE_STATIC);
  sqlite3_bind_blob (statement, 2, g_bytes_get_data (image, NULL), g_bytes_get_size (image),
                     SQLITE_STATIC);
  return sqlite3_step (statement) == SQLITE_DONE ||
         prose_rule_database_fail (self->database, self->path, self->error);
}

static gboolean
write_checksums (Writer *self, const char *language)
{
  for (int part = 0; part < PROSE_RULE_N_PARTS; part++) {
    guint checksum;

    if (!prose_rule_loader_sum_up (self->database, self->path, language, part, &checksum,
                                   self->error) ||
        !insert (self, "INSERT INTO checksum VALUES (?, ?, ?)", "sii", language, part,
                 (int)checksum))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_all (Writer *self, GPtrArray *packs, GPtrArray *lexicons)
{
  g_autofree char *pragmas =
      g_strdup_printf ("PRAGMA page_size = 32768; PRAGMA application_id = %d;"
                       "PRAGMA user_version = %d; BEGIN;",
                       PROSE_RULE_DATABASE_ID, PROSE_RULE_DATABASE_VERSION);

  if (!execute (self, pragmas) || !execute (self, schema) || !write_search (self, packs))
    return FALSE;
  for (guint i = 0; i < lexicons->len; i++)
    if (!write_lexicon (self, lexicons->pdata[i]) || !write_image (self, packs, lexicons->pdata[i]))
      return FALSE;
  for (guint i = 0; i < packs->len; i++)
    if (!write_pack (self, packs->pdata[i]))
      return FALSE;

  for (guint i = 0; i < lexicons->len; i++)
    if (!write_checksums (self, prose_lexicon_get_language (lexicons->pdata[i])))
      return FALSE;

  return execute (self, "COMMIT");
}

static ProseLexicon *
find_lexicon (GPtrArray *lexicons, const char *language)
{
  for (guint i = 0; i < lexicons->len; i++)
    if (g_str_equal (prose_lexicon_get_language (lexicons->pdata[i]), language))
      return lexicons->pdata[i];

  return NULL;
}

/* Where a family stands in the order of its language. */
static guint
get_place (const ProseRulePack *pack, GPtrArray *lexicons)
{
  ProseLexicon *lexicon = find_lexicon (lexicons, pack->category->language);

  return lexicon != NULL ? prose_lexicon_get_place (lexicon, "families", pack->category->id)
                         : G_MAXUINT;
}

static int
compare_packs (gconstpointer a, gconstpointer b, gpointer lexicons)
{
  guint first = get_place (*(const ProseRulePack *const *)a, lexicons);
  guint second = get_place (*(const ProseRulePack *const *)b, lexicons);

  return (first > second) - (first < second);
}

/* Of two rules that find the same the earlier one counts: their order is that of
 * the families in the lexicon, and within a family that of its pack. */
static GPtrArray *
sort_packs (GPtrArray *packs, GPtrArray *lexicons)
{
  GPtrArray *sorted = g_ptr_array_copy (packs, NULL, NULL);

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort_with_data (sorted, compare_packs, lexicons);
  return sorted;
}

/**
 * prose_rule_store_write:
 * @path: the file to write; one that is there is replaced
 * @packs: (element-type ProseRulePack): the packs
 * @lexicons: (element-type ProseLexicon): the lexicons, one per language
 * @error: return location for a #GError
 *
 * Writes a rules database. The same packs give the same content.
 *
 * Returns: whether it was written
 */
gboolean
prose_rule_store_write (const char *path, GPtrArray *packs, GPtrArray *lexicons, GError **error)
{
  g_autoptr (GPtrArray) sorted = sort_packs (packs, lexicons);
  g_autoptr (sqlite3) database = NULL;
  Writer writer = { .path = path, .error = error };

  g_unlink (path);
  if (sqlite3_open (path, &database) != SQLITE_OK)
    return prose_rule_database_fail (database, path, error);

  writer.database = database;
  return write_all (&writer, sorted, lexicons);
}

/**
 * prose_rule_store_load:
 * @path: a rules database
 * @error: return location for a #GError
 *
 * Opens a rules database. Its languages are loaded when they are first needed;
 * their rules know what they find, but not the phrases they were made of.
 *
 * Returns: (transfer full): its rules, or %NULL with an error of
 *   %PROSE_RULE_STORE_ERROR
 */
ProseRuleSet *
prose_rule_store_load (const char *path, GError **error)
{
  return prose_rule_loader_open (path, NULL, FALSE, error);
}

/**
 * prose_rule_store_load_for_reader:
 * @path: a rules database
 * @reader: (nullable): the language of whoever reads the names of families, where it
 *   has rules; %NULL for each family in its own language
 * @with_phrases: whether each rule gets its phrases and exceptions, for whoever shows
 *   them
 * @error: return location for a #GError
 *
 * As prose_rule_store_load(), for whoever shows the rules to somebody. A window in
 * Danish calls the families by their Danish names, in whatever language the text is.
 *
 * Returns: (transfer full): its rules, or %NULL with an error of
 *   %PROSE_RULE_STORE_ERROR
 */
ProseRuleSet *
prose_rule_store_load_for_reader (const char *path,
                                  const char *reader,
                                  gboolean with_phrases,
                                  GError **error)
{
  return prose_rule_loader_open (path, reader, with_phrases, error);
}

/**
 * prose_rule_store_search:
 * @path: a rules database
 * @language: whose rules
 * @words: what the user typed, whatever it is
 * @error: return location for a #GError
 *
 * Finds the rules that have all words in their name, title, phrases, reason or
 * examples; the last word may be the beginning of one.
 *
 * Returns: (transfer full): the ids of the rules, the best first, or %NULL with
 *   an error of %PROSE_RULE_STORE_ERROR
 */
GStrv
prose_rule_store_search (const char *path, const char *language, const char *words, GError **error)
{
  g_autoptr (sqlite3) database = NULL;
  GStrv ids;

  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (words != NULL, NULL);

  database = prose_rule_database_open (path, error);
  if (database == NULL)
    return NULL;

  ids = prose_rule_search_find (database, language, words);
  if (ids == NULL)
    prose_rule_database_fail (database, path, error);
  return ids;
}
