/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rules database: SQLite, written by the build from the packs, shipped
 * read-only. The packs stay the source of truth. */

#include "rules/prose-rule-store.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "rules/prose-rule-compiler.h"
#include "rules/prose-rule-image.h"
#include "rules/prose-rule-pack.h"

/* "Mllw", so that the file is told from other databases. */
#define APPLICATION_ID 0x4d6c6c77
#define SCHEMA_VERSION 1

static const char schema[] =
    "CREATE TABLE category (id INTEGER PRIMARY KEY, language TEXT NOT NULL, name TEXT NOT NULL,"
    "  title TEXT NOT NULL, meter TEXT NOT NULL, is_next_step INTEGER NOT NULL) STRICT;"
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
    /* What the rules of a language are compiled to: a rule image; and a checksum of
     * all rows of that language. */
    "CREATE TABLE image (language TEXT PRIMARY KEY, data BLOB NOT NULL,"
    "  checksum INTEGER NOT NULL) STRICT;"
    "CREATE INDEX category_language ON category (language);"
    "CREATE INDEX rule_category ON rule (category);"
    "CREATE INDEX phrase_rule ON phrase (rule);"
    "CREATE INDEX rewrite_rule ON rewrite (rule);"
    "CREATE INDEX example_rule ON example (rule);"
    "CREATE INDEX lexicon_language ON lexicon (language);";

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_DEFINE_QUARK (prose - rule - store - error - quark, prose_rule_store_error)

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

static gboolean
fail (sqlite3 *database, const char *path, GError **error)
{
  int result = sqlite3_extended_errcode (database);

  g_set_error (error, PROSE_RULE_STORE_ERROR, get_error_code (result),
               "%s: the rules database cannot be used: %s", path, sqlite3_errmsg (database));
  return FALSE;
}

static gboolean sum_up_language (
    sqlite3 *database, const char *path, const char *language, guint *checksum, GError **error);

/* --- writing --- */

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
         fail (self->database, self->path, self->error);
}

/* Inserts a row; the format has an 'i' per number and an 's' per text. */
static gboolean
insert (Writer *self, const char *sql, const char *format, ...)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  va_list arguments;

  if (sqlite3_prepare_v2 (self->database, sql, -1, &statement, NULL) != SQLITE_OK)
    return fail (self->database, self->path, self->error);

  va_start (arguments, format);
  for (int i = 0; format[i] != '\0'; i++) {
    if (format[i] == 'i')
      sqlite3_bind_int (statement, i + 1, va_arg (arguments, int));
    else
      sqlite3_bind_text (statement, i + 1, va_arg (arguments, const char *), -1, SQLITE_TRANSIENT);
  }
  va_end (arguments);

  return sqlite3_step (statement) == SQLITE_DONE || fail (self->database, self->path, self->error);
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

  if (!insert (self, "INSERT INTO category VALUES (NULL, ?, ?, ?, ?, ?)", "ssssi",
               pack->category->language, pack->category->id, pack->category->title,
               prose_meter_to_string (pack->category->meter), pack->category->is_next_step))
    return FALSE;

  category = get_last_id (self);
  for (guint i = 0; i < pack->rules->len; i++)
    if (!write_rule (self, category, pack, pack->rules->pdata[i]))
      return FALSE;
  return TRUE;
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
  if (sqlite3_prepare_v2 (self->database, "INSERT INTO image VALUES (?, ?, 0)", -1, &statement,
                          NULL) != SQLITE_OK)
    return fail (self->database, self->path, self->error);

  sqlite3_bind_text (statement, 1, prose_lexicon_get_language (lexicon), -1, SQLITE_STATIC);
  sqlite3_bind_blob (statement, 2, g_bytes_get_data (image, NULL), g_bytes_get_size (image),
                     SQLITE_STATIC);
  return sqlite3_step (statement) == SQLITE_DONE || fail (self->database, self->path, self->error);
}

static gboolean
write_checksum (Writer *self, const char *language)
{
  guint checksum;

  return sum_up_language (self->database, self->path, language, &checksum, self->error) &&
         insert (self, "UPDATE image SET checksum = ? WHERE language = ?", "is", (int)checksum,
                 language);
}

static gboolean
write_all (Writer *self, GPtrArray *packs, GPtrArray *lexicons)
{
  g_autofree char *pragmas =
      g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d; BEGIN;",
                       APPLICATION_ID, SCHEMA_VERSION);

  if (!execute (self, pragmas) || !execute (self, schema))
    return FALSE;
  for (guint i = 0; i < lexicons->len; i++)
    if (!write_lexicon (self, lexicons->pdata[i]) || !write_image (self, packs, lexicons->pdata[i]))
      return FALSE;
  for (guint i = 0; i < packs->len; i++)
    if (!write_pack (self, packs->pdata[i]))
      return FALSE;

  for (guint i = 0; i < lexicons->len; i++)
    if (!write_checksum (self, prose_lexicon_get_language (lexicons->pdata[i])))
      return FALSE;

  return execute (self, "COMMIT");
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
  g_autoptr (sqlite3) database = NULL;
  Writer writer = { .path = path, .error = error };

  g_unlink (path);
  if (sqlite3_open (path, &database) != SQLITE_OK)
    return fail (database, path, error);

  writer.database = database;
  return write_all (&writer, packs, lexicons);
}

/* --- reading --- */

/* An open database, from which a rule set loads its languages. */
typedef struct {
  sqlite3 *database;
  char *path;
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
    return fail (source->database, source->path, error);

  sqlite3_bind_text (row, 1, self->language, -1, SQLITE_STATIC);
  while ((result = sqlite3_step (row)) == SQLITE_ROW) {
    if (!read (self, row))
      return fail_content (source, error);
    add_to_checksum (self, row);
  }
  return result == SQLITE_DONE || fail (source->database, source->path, error);
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
  ProseMeter meter;

  if (!prose_meter_from_string (get_text (row, 3), &meter))
    return FALSE;

  g_hash_table_insert (self->categories, GINT_TO_POINTER (sqlite3_column_int (row, 0)),
                       prose_category_new (self->language, get_text (row, 1), get_text (row, 2),
                                           meter, sqlite3_column_int (row, 4)));
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

static void
append_pattern (GStrv *patterns, const char *pattern)
{
  guint n = *patterns != NULL ? g_strv_length (*patterns) : 0;

  *patterns = g_renew (char *, *patterns, n + 2);
  (*patterns)[n] = g_strdup (pattern);
  (*patterns)[n + 1] = NULL;
}

static gboolean
read_phrase_row (Loader *self, sqlite3_stmt *row)
{
  ProseRule *rule = find_rule (self, row);

  if (rule == NULL)
    return FALSE;

  append_pattern (sqlite3_column_int (row, 1) ? &rule->exceptions : &rule->phrases,
                  get_text (row, 2));
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
read_language (Loader *self, GError **error)
{
  return read_rows (self,
                    "SELECT kind, name, tag, value FROM lexicon WHERE language = ?"
                    " ORDER BY rowid",
                    read_lexicon_row, error) &&
         read_rows (self,
                    "SELECT id, name, title, meter, is_next_step FROM category"
                    " WHERE language = ? ORDER BY id",
                    read_category_row, error) &&
         read_rows (self,
                    "SELECT rule.id, category, rule.name, severity, weight, zone, guards, why,"
                    " reference, ask FROM category JOIN rule ON category = category.id"
                    " WHERE language = ? ORDER BY rule.id",
                    read_rule_row, error) &&
         read_rows (self,
                    "SELECT rule, is_exception, pattern FROM category JOIN rule ON"
                    " category = category.id JOIN phrase ON rule = rule.id"
                    " WHERE language = ? ORDER BY phrase.rowid",
                    read_phrase_row, error) &&
         read_rows (self,
                    "SELECT rule, kind, template FROM category JOIN rule ON"
                    " category = category.id JOIN rewrite ON rule = rule.id"
                    " WHERE language = ? ORDER BY rewrite.rowid",
                    read_rewrite_row, error);
}

/* The image of the language and the checksum of its rows; an empty image if there
 * is none. */
static GBytes *
read_image (Loader *self, guint *checksum)
{
  g_autoptr (sqlite3_stmt) row = NULL;

  *checksum = 0;
  if (sqlite3_prepare_v2 (self->source->database,
                          "SELECT data, checksum FROM image WHERE language = ?", -1, &row,
                          NULL) != SQLITE_OK)
    return g_bytes_new (NULL, 0);

  sqlite3_bind_text (row, 1, self->language, -1, SQLITE_STATIC);
  if (sqlite3_step (row) != SQLITE_ROW)
    return g_bytes_new (NULL, 0);

  *checksum = (guint)sqlite3_column_int64 (row, 1);
  return g_bytes_new (sqlite3_column_blob (row, 0), sqlite3_column_bytes (row, 0));
}

/* An image that this machine cannot use, one of another byte order for
 * instance, only costs time: the phrases are there. */
static ProseLanguageRules *
make_rules (Loader *self, GError **error)
{
  guint checksum;
  g_autoptr (GBytes) image = read_image (self, &checksum);
  ProseLanguageRules *rules;

  if (checksum != self->checksum) {
    fail_content (self->source, error);
    return NULL;
  }
  rules = prose_language_rules_new (self->lexicon, self->rules, image, NULL);
  if (rules != NULL)
    return rules;

  return prose_language_rules_compile (self->lexicon, self->rules, error);
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
  prose_lexicon_unref (self->lexicon);
  g_ptr_array_unref (self->rules);
  g_hash_table_unref (self->categories);
  g_hash_table_unref (self->rules_by_id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Loader, loader_clear)

static ProseLanguageRules *
load_language (gpointer source, const char *language, GError **error)
{
  g_auto (Loader) loader;

  loader_init (&loader, source, language);
  if (!read_language (&loader, error))
    return NULL;

  return make_rules (&loader, error);
}

/* The checksum of the rows of a language, as a loader will see them. */
static gboolean
sum_up_language (
    sqlite3 *database, const char *path, const char *language, guint *checksum, GError **error)
{
  Source source = { database, (char *)path };
  g_auto (Loader) loader;

  loader_init (&loader, &source, language);
  if (!read_language (&loader, error))
    return FALSE;

  *checksum = loader.checksum;
  return TRUE;
}

static gboolean
read_number (Source *self, const char *pragma, int *number, GError **error)
{
  g_autoptr (sqlite3_stmt) row = NULL;

  if (sqlite3_prepare_v2 (self->database, pragma, -1, &row, NULL) != SQLITE_OK ||
      sqlite3_step (row) != SQLITE_ROW)
    return fail (self->database, self->path, error);

  *number = sqlite3_column_int (row, 0);
  return TRUE;
}

static gboolean
check_version (Source *self, GError **error)
{
  int application, version;

  if (!read_number (self, "PRAGMA application_id", &application, error) ||
      !read_number (self, "PRAGMA user_version", &version, error))
    return FALSE;

  if (application != APPLICATION_ID) {
    g_set_error (error, PROSE_RULE_STORE_ERROR, PROSE_RULE_STORE_ERROR_DAMAGED,
                 "%s: this is not a rules database", self->path);
    return FALSE;
  }
  if (version > SCHEMA_VERSION) {
    g_set_error (error, PROSE_RULE_STORE_ERROR, PROSE_RULE_STORE_ERROR_VERSION,
                 "%s: the rules database was made by a newer version of Mellow", self->path);
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
check_size (Source *self, GError **error)
{
  GStatBuf status;

  if (g_stat (self->path, &status) == 0 && status.st_size >= read_size_in_header (self->path))
    return TRUE;

  g_set_error (error, PROSE_RULE_STORE_ERROR, PROSE_RULE_STORE_ERROR_DAMAGED,
               "%s: the rules database is cut off", self->path);
  return FALSE;
}

static GStrv
read_languages (Source *self, GError **error)
{
  g_autoptr (GStrvBuilder) languages = g_strv_builder_new ();
  g_autoptr (sqlite3_stmt) row = NULL;
  int result;

  if (sqlite3_prepare_v2 (self->database,
                          "SELECT language FROM image UNION SELECT language FROM category", -1,
                          &row, NULL) != SQLITE_OK) {
    fail (self->database, self->path, error);
    return NULL;
  }
  while ((result = sqlite3_step (row)) == SQLITE_ROW)
    g_strv_builder_add (languages, get_text (row, 0));
  if (result != SQLITE_DONE) {
    fail (self->database, self->path, error);
    return NULL;
  }
  return g_strv_builder_end (languages);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Source, source_free)

/**
 * prose_rule_store_load:
 * @path: a rules database
 * @error: return location for a #GError
 *
 * Opens a rules database. Its languages are loaded when they are first needed.
 *
 * Returns: (transfer full): its rules, or %NULL with an error of
 *   %PROSE_RULE_STORE_ERROR
 */
ProseRuleSet *
prose_rule_store_load (const char *path, GError **error)
{
  g_autoptr (Source) source = g_new0 (Source, 1);
  g_auto (GStrv) languages = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_set_error (error, PROSE_RULE_STORE_ERROR, PROSE_RULE_STORE_ERROR_MISSING,
                 "%s: there is no rules database here", path);
    return NULL;
  }
  source->path = g_strdup (path);
  if (sqlite3_open_v2 (path, &source->database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) {
    fail (source->database, path, error);
    return NULL;
  }
  if (!check_version (source, error) || !check_size (source, error))
    return NULL;
  languages = read_languages (source, error);
  if (languages == NULL)
    return NULL;

  return prose_rule_set_new_with_loader ((const char *const *)languages, load_language,
                                         g_steal_pointer (&source), (GDestroyNotify)source_free);
}
