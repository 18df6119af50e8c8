/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads rules databases, a language at a time, when it is needed. */

#include "rules/prose-rule-loader.h"

#include <string.h>

#include "rules/prose-rule-database.h"
#include "rules/prose-rule-image.h"
#include "rules/prose-rule-store.h"

/* An open database, from which a rule set loads its languages. */
typedef struct {
  sqlite3 *database;
  char *path;
  char *reader;          /* (nullable): the language that families are named in */
  gboolean with_phrases; /* whether rules get the patterns they were made of */
} Source;

/* A language that is being loaded. Rules come in the order of their ids. */
typedef struct {
  Source *source;
  const char *language;
  ProseLexicon *lexicon;
  GPtrArray *rules;
  GHashTable *categories;  /* id → ProseCategory */
  GHashTable *rules_by_id; /* id → ProseRule */
  guint checksum;          /* of the rows so far */
} Loader;

/* What is done with each row of a query. */
typedef gboolean (*ReadRow) (Loader *self, sqlite3_stmt *row);

static void
source_free (Source *self)
{
  sqlite3_close (self->database);
  g_free (self->path);
  g_free (self->reader);
  g_free (self);
}

/* The text of a column, NULL for none. */
static const char *
get_optional_text (sqlite3_stmt *row, int column)
{
  return (const char *)sqlite3_column_text (row, column);
}

/* The text of a column that has one in every whole database. */
static const char *
get_text (sqlite3_stmt *row, int column)
{
  const char *text = get_optional_text (row, column);

  return text != NULL ? text : "";
}

static void
add_to_checksum (Loader *self, sqlite3_stmt *row)
{
  for (int i = 0; i < sqlite3_column_count (row); i++) {
    const char *text = get_text (row, i);

    self->checksum =
        self->checksum * 31 + prose_image_checksum ((const guint8 *)text, strlen (text));
  }
}

static gboolean
fail_content (Source *self, GError **error)
{
  g_set_error (error, PROSE_RULE_STORE_ERROR, PROSE_RULE_STORE_ERROR_DAMAGED,
               "%s: the rules database holds what no rule can be made of", self->path);
  return FALSE;
}

/* Reads the rows of a query that asks for the language by its parameter. */
static gboolean
read_rows (Loader *self, const char *sql, ReadRow read, GError **error)
{
  Source *source = self->source;
  g_autoptr (sqlite3_stmt) row = NULL;
  int result;

  if (sqlite3_prepare_v2 (source->database, sql, -1, &row, NULL) != SQLITE_OK)
    return prose_rule_database_fail (source->database, source->path, error);

  sqlite3_bind_text (row, 1, self->language, -1, SQLITE_STATIC);
  while ((result = sqlite3_step (row)) == SQLITE_ROW) {
    if (!read (self, row))
      return fail_content (source, error);
    add_to_checksum (self, row);
  }
  return result == SQLITE_DONE || prose_rule_database_fail (source->database, source->path, error);
}

static gboolean
read_lexicon_row (Loader *self, sqlite3_stmt *row)
{
  int kind = sqlite3_column_int (row, 0);

  if (kind < PROSE_LEXICON_LIST || kind > PROSE_LEXICON_FORM)
    return FALSE;

  prose_lexicon_add (self->lexicon, (ProseLexiconRecord){ .kind = kind,
                                                          .name = get_text (row, 1),
                                                          .tag = get_optional_text (row, 2),
                                                          .value = get_text (row, 3) });
  return TRUE;
}

static gboolean
read_category_row (Loader *self, sqlite3_stmt *row)
{
  ProseCategory *category;
  ProseMeter meter;
  ProseCoverage covers;

  if (!prose_meter_from_string (get_text (row, 3), &meter) ||
      !prose_coverage_from_string (get_text (row, 5), &covers))
    return FALSE;

  category = prose_category_new (self->language, get_text (row, 1), get_text (row, 2), meter,
                                 sqlite3_column_int (row, 4));
  prose_category_set_coverage (category, covers, get_optional_text (row, 6));
  prose_category_set_makes_claims (category, sqlite3_column_int (row, 7));
  g_hash_table_insert (self->categories, GINT_TO_POINTER (sqlite3_column_int (row, 0)), category);
  return TRUE;
}

/* The name within the family, which rules are made by. */
static const char *
get_short_name (const char *id)
{
  const char *dot = strchr (id, '.');

  return dot != NULL ? dot + 1 : id;
}

static gboolean
read_rule_row (Loader *self, sqlite3_stmt *row)
{
  ProseCategory *category =
      g_hash_table_lookup (self->categories, GINT_TO_POINTER (sqlite3_column_int (row, 1)));
  ProseRule *rule;

  if (category == NULL)
    return FALSE;

  rule = prose_rule_new (category, get_short_name (get_text (row, 2)));
  g_ptr_array_add (self->rules, rule);
  g_hash_table_insert (self->rules_by_id, GINT_TO_POINTER (sqlite3_column_int (row, 0)), rule);
  rule->weight = sqlite3_column_int (row, 4);
  rule->guards = sqlite3_column_int (row, 6);
  rule->why = g_strdup (get_optional_text (row, 7));
  rule->reference = g_strdup (get_optional_text (row, 8));
  rule->ask = g_strdup (get_optional_text (row, 9));

  return prose_severity_from_string (get_text (row, 3), &rule->severity) &&
         prose_zone_from_string (get_text (row, 5), &rule->zone);
}

static ProseRule *
find_rule (Loader *self, sqlite3_stmt *row)
{
  return g_hash_table_lookup (self->rules_by_id, GINT_TO_POINTER (sqlite3_column_int (row, 0)));
}

static gboolean
read_phrase_row (Loader *self, sqlite3_stmt *row)
{
  ProseRule *rule = find_rule (self, row);

  if (rule == NULL)
    return FALSE;

  prose_rule_add_phrase (rule, sqlite3_column_int (row, 1), get_text (row, 2));
  return TRUE;
}

static gboolean
read_example_row (Loader *self, sqlite3_stmt *row)
{
  ProseRule *rule = find_rule (self, row);

  if (rule == NULL)
    return FALSE;

  prose_rule_add_example (rule, sqlite3_column_int (row, 1), get_text (row, 2));
  return TRUE;
}

static gboolean
read_rewrite_row (Loader *self, sqlite3_stmt *row)
{
  ProseRule *rule = find_rule (self, row);
  ProseRewriteKind kind;

  if (rule == NULL || !prose_rewrite_kind_from_string (get_text (row, 1), &kind))
    return FALSE;

  prose_rule_add_rewrite (rule, kind, get_text (row, 2));
  return TRUE;
}

static gboolean
read_lexicon (Loader *self, GError **error)
{
  return read_rows (self,
                    "SELECT kind, name, tag, value FROM lexicon WHERE language = ?"
                    " ORDER BY kind, rowid",
                    read_lexicon_row, error);
}

static gboolean
read_phrases (Loader *self, GError **error)
{
  return read_rows (self,
                    "SELECT rule, is_exception, pattern FROM category JOIN rule ON"
                    " category = category.id JOIN phrase ON rule = rule.id"
                    " WHERE language = ? ORDER BY phrase.rowid",
                    read_phrase_row, error) &&
         read_rows (self,
                    "SELECT rule, flags, text FROM category JOIN rule ON"
                    " category = category.id JOIN example ON rule = rule.id"
                    " WHERE language = ? ORDER BY example.rowid",
                    read_example_row, error);
}

/* What matching and rewriting need. Of the lexicon these are the lists; sets and
 * forms are most of it, and can wait. */
static gboolean
read_rules (Loader *self, GError **error)
{
  return read_rows (self,
                    "SELECT kind, name, tag, value FROM lexicon WHERE language = ? AND kind = 0"
                    " ORDER BY rowid",
                    read_lexicon_row, error) &&
         read_rows (self,
                    "SELECT id, name, title, meter, is_next_step, covers, example, makes_claims"
                    " FROM category"
                    " WHERE language = ? ORDER BY id",
                    read_category_row, error) &&
         read_rows (self,
                    "SELECT rule.id, category, rule.name, severity, weight, zone, guards, why,"
                    " reference, ask FROM category JOIN rule ON category = category.id"
                    " WHERE language = ? ORDER BY rule.id",
                    read_rule_row, error) &&
         read_rows (self,
                    "SELECT rule, kind, template FROM category JOIN rule ON"
                    " category = category.id JOIN rewrite ON rule = rule.id"
                    " WHERE language = ? ORDER BY rewrite.rowid",
                    read_rewrite_row, error);
}

/* The parts that a language is read in, each with a checksum of its rows. */
static gboolean (*const readers[PROSE_RULE_N_PARTS]) (Loader *, GError **) = {
  [PROSE_RULE_PART_RULES] = read_rules,
  [PROSE_RULE_PART_PHRASES] = read_phrases,
  [PROSE_RULE_PART_LEXICON] = read_lexicon,
};

static gboolean
get_checksum (Loader *self, ProseRulePart part, guint *checksum)
{
  g_autoptr (sqlite3_stmt) row = NULL;

  if (sqlite3_prepare_v2 (self->source->database,
                          "SELECT value FROM checksum WHERE language = ? AND part = ?", -1, &row,
                          NULL) != SQLITE_OK)
    return FALSE;

  sqlite3_bind_text (row, 1, self->language, -1, SQLITE_STATIC);
  sqlite3_bind_int (row, 2, part);
  if (sqlite3_step (row) != SQLITE_ROW)
    return FALSE;

  *checksum = (guint)sqlite3_column_int64 (row, 0);
  return TRUE;
}

static gboolean
read_part (Loader *self, ProseRulePart part, GError **error)
{
  guint checksum;

  self->checksum = 0;
  if (!readers[part](self, error))
    return FALSE;
  if (get_checksum (self, part, &checksum) && checksum == self->checksum)
    return TRUE;

  return fail_content (self->source, error);
}

/* The bytes of an image, read straight into their place: it is by far the
 * largest value of the database. */
static GBytes *
read_blob (Source *self, sqlite3_int64 row_id)
{
  sqlite3_blob *blob = NULL;
  GBytes *bytes = NULL;

  if (sqlite3_blob_open (self->database, "main", "image", "data", row_id, 0, &blob) == SQLITE_OK) {
    int n = sqlite3_blob_bytes (blob);
    g_autofree guint8 *data = g_malloc (MAX (n, 1));

    if (sqlite3_blob_read (blob, data, n, 0) == SQLITE_OK)
      bytes = g_bytes_new_take (g_steal_pointer (&data), n);
  }
  sqlite3_blob_close (blob);
  return bytes != NULL ? bytes : g_bytes_new (NULL, 0);
}

/* The image of the language; an empty one if there is none. */
static GBytes *
read_image (Loader *self)
{
  g_autoptr (sqlite3_stmt) row = NULL;

  if (sqlite3_prepare_v2 (self->source->database, "SELECT rowid FROM image WHERE language = ?", -1,
                          &row, NULL) != SQLITE_OK)
    return g_bytes_new (NULL, 0);

  sqlite3_bind_text (row, 1, self->language, -1, SQLITE_STATIC);
  if (sqlite3_step (row) != SQLITE_ROW)
    return g_bytes_new (NULL, 0);

  return read_blob (self->source, sqlite3_column_int64 (row, 0));
}

/* An image that this machine cannot use, one of another byte order for
 * instance, only costs time: the phrases are there. */
static ProseLanguageRules *
compile_again (Loader *self, GError **error)
{
  g_clear_pointer (&self->lexicon, prose_lexicon_unref);
  self->lexicon = prose_lexicon_new (self->language);
  if (!read_part (self, PROSE_RULE_PART_LEXICON, error))
    return NULL;
  if (!self->source->with_phrases && !read_part (self, PROSE_RULE_PART_PHRASES, error))
    return NULL;

  return prose_language_rules_compile (self->lexicon, self->rules, error);
}

static ProseLanguageRules *
make_rules (Loader *self, GError **error)
{
  g_autoptr (GBytes) image = read_image (self);
  ProseLanguageRules *rules = prose_language_rules_new (self->lexicon, self->rules, image, NULL);

  return rules != NULL ? rules : compile_again (self, error);
}

static void
loader_init (Loader *self, Source *source, const char *language)
{
  *self = (Loader){
    .source = source,
    .language = language,
    .lexicon = prose_lexicon_new (language),
    .rules = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_rule_unref),
    .categories = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)prose_category_unref),
    .rules_by_id = g_hash_table_new (NULL, NULL),
  };
}

static void
loader_clear (Loader *self)
{
  g_clear_pointer (&self->lexicon, prose_lexicon_unref);
  g_ptr_array_unref (self->rules);
  g_hash_table_unref (self->categories);
  g_hash_table_unref (self->rules_by_id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Loader, loader_clear)

/* A family that the reader's language does not have keeps its own name. */
static void
name_families_for_reader (Loader *self)
{
  Source *source = self->source;
  g_autoptr (sqlite3_stmt) row = NULL;

  if (source->reader == NULL || g_str_equal (source->reader, self->language) ||
      sqlite3_prepare_v2 (source->database,
                          "SELECT own.id, theirs.title FROM category AS own JOIN category AS theirs"
                          " ON own.name = theirs.name WHERE own.language = ?"
                          " AND theirs.language = ?",
                          -1, &row, NULL) != SQLITE_OK)
    return;

  sqlite3_bind_text (row, 1, self->language, -1, SQLITE_STATIC);
  sqlite3_bind_text (row, 2, source->reader, -1, SQLITE_STATIC);
  while (sqlite3_step (row) == SQLITE_ROW) {
    gpointer id = GINT_TO_POINTER (sqlite3_column_int (row, 0));

    prose_category_set_title (g_hash_table_lookup (self->categories, id), get_text (row, 1));
  }
}

static ProseLanguageRules *
load_language (gpointer source, const char *language, GError **error)
{
  g_auto (Loader) loader;

  loader_init (&loader, source, language);
  if (!read_part (&loader, PROSE_RULE_PART_RULES, error))
    return NULL;
  name_families_for_reader (&loader);
  if (loader.source->with_phrases && !read_part (&loader, PROSE_RULE_PART_PHRASES, error))
    return NULL;

  return make_rules (&loader, error);
}

static ProseLexicon *
load_lexicon (gpointer source, const char *language)
{
  g_auto (Loader) loader;

  loader_init (&loader, source, language);
  if (!read_part (&loader, PROSE_RULE_PART_LEXICON, NULL))
    return NULL;

  return g_steal_pointer (&loader.lexicon);
}

/**
 * prose_rule_loader_sum_up:
 * @database: an open database
 * @path: its file
 * @language: a language of it
 * @part: a part of that language
 * @checksum: (out): the checksum of its rows
 * @error: return location for a #GError
 *
 * Reads a part as a loader does, so that a writer can note its checksum.
 *
 * Returns: whether it could be read
 */
gboolean
prose_rule_loader_sum_up (sqlite3 *database,
                          const char *path,
                          const char *language,
                          ProseRulePart part,
                          guint *checksum,
                          GError **error)
{
  Source source = { .database = database, .path = (char *)path };
  g_auto (Loader) loader;

  loader_init (&loader, &source, language);
  /* Phrases belong to rules, which have to be there. */
  if (part == PROSE_RULE_PART_PHRASES && !readers[PROSE_RULE_PART_RULES](&loader, error))
    return FALSE;
  loader.checksum = 0;
  if (!readers[part](&loader, error))
    return FALSE;

  *checksum = loader.checksum;
  return TRUE;
}

/* --- opening --- */

static GStrv
read_languages (Source *self, GError **error)
{
  g_autoptr (GStrvBuilder) languages = g_strv_builder_new ();
  g_autoptr (sqlite3_stmt) row = NULL;
  int result;

  if (sqlite3_prepare_v2 (self->database,
                          "SELECT language FROM image UNION SELECT language FROM category", -1,
                          &row, NULL) != SQLITE_OK) {
    prose_rule_database_fail (self->database, self->path, error);
    return NULL;
  }
  while ((result = sqlite3_step (row)) == SQLITE_ROW)
    g_strv_builder_add (languages, get_text (row, 0));
  if (result != SQLITE_DONE) {
    prose_rule_database_fail (self->database, self->path, error);
    return NULL;
  }
  return g_strv_builder_end (languages);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Source, source_free)

/**
 * prose_rule_loader_open:
 * @path: a rules database
 * @reader: (nullable): the language that families are named in, where it has them;
 *   %NULL for each in its own
 * @with_phrases: whether rules get the phrases they were made of
 * @error: return location for a #GError
 *
 * Returns: (transfer full): a rule set that loads its languages from @path, or
 *   %NULL with an error of %PROSE_RULE_STORE_ERROR
 */
ProseRuleSet *
prose_rule_loader_open (const char *path, const char *reader, gboolean with_phrases, GError **error)
{
  g_autoptr (Source) source = g_new0 (Source, 1);
  g_auto (GStrv) languages = NULL;
  ProseRuleSet *rules;

  source->database = prose_rule_database_open (path, error);
  if (source->database == NULL)
    return NULL;

  source->path = g_strdup (path);
  source->reader = g_strdup (reader);
  source->with_phrases = with_phrases;
  languages = read_languages (source, error);
  if (languages == NULL)
    return NULL;

  rules = prose_rule_set_new_with_loader ((const char *const *)languages, load_language,
                                          g_steal_pointer (&source), (GDestroyNotify)source_free);
  prose_rule_set_set_lexicon_loader (rules, load_lexicon);
  return rules;
}
