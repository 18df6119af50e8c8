/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-sarif-output.h"

#include "mellow-json-writer.h"

#define SCHEMA "https://json.schemastore.org/sarif-2.1.0.json"

/* How many hexadecimal digits of a checksum a fingerprint has. */
#define FINGERPRINT_LENGTH 16

struct _MellowSarifOutput {
  MellowJsonWriter rules;
  MellowJsonWriter results;
  MellowJsonWriter notifications;
  GHashTable *indices; /* name of a rule → its place among the rules */
  gboolean has_problem;
};

/* A text whose results are being added. */
typedef struct {
  MellowSarifOutput *output;
  const MellowCheckedText *checked;
  ProseLineIndex *lines;
  char *uri;
  guint line;       /* the one that was looked at last, 0 for none */
  guint line_utf16; /* where it starts, in code units */
} Source;

static void
source_clear (Source *self)
{
  prose_line_index_free (self->lines);
  g_free (self->uri);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, source_clear)

/**
 * mellow_sarif_output_new:
 *
 * Returns: (transfer full): an empty log
 */
MellowSarifOutput *
mellow_sarif_output_new (void)
{
  MellowSarifOutput *self = g_new0 (MellowSarifOutput, 1);

  self->rules.text = g_string_new (NULL);
  self->results.text = g_string_new (NULL);
  self->notifications.text = g_string_new (NULL);
  self->indices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
mellow_sarif_output_free (MellowSarifOutput *self)
{
  g_string_free (self->rules.text, TRUE);
  g_string_free (self->results.text, TRUE);
  g_string_free (self->notifications.text, TRUE);
  g_hash_table_unref (self->indices);
  g_free (self);
}

/* --- parts --- */

static void
add_message (MellowJsonWriter *writer, const char *name, const char *text)
{
  mellow_json_begin_object (writer, name);
  mellow_json_add_string (writer, "text", text);
  mellow_json_end_object (writer);
}

/* A relative path stays one, so that the log holds wherever the files are. */
static char *
make_uri (const char *name)
{
  g_autofree char *uri = g_path_is_absolute (name) ? g_filename_to_uri (name, NULL, NULL) : NULL;

  return uri != NULL ? g_steal_pointer (&uri) : g_uri_escape_string (name, "/", FALSE);
}

static void
add_artifact (MellowJsonWriter *writer, const char *uri)
{
  mellow_json_begin_object (writer, "artifactLocation");
  mellow_json_add_string (writer, "uri", uri);
  mellow_json_end_object (writer);
}

static guint
find_line_start (const Source *source, ProsePosition position)
{
  const char *at = prose_document_get_text (source->checked->document, NULL) + position.byte;
  guint start = position.utf16;

  for (guint i = 1; i < position.column; i++) {
    at = g_utf8_prev_char (at);
    start -= g_utf8_get_char (at) > 0xffff ? 2 : 1;
  }
  return start;
}

/* Columns count code units of UTF-16 in this log, from 1. The start of a line is kept,
 * as a long one may have many marks. */
static guint
get_column (Source *source, ProsePosition position)
{
  if (source->line != position.line) {
    source->line = position.line;
    source->line_utf16 = find_line_start (source, position);
  }
  return position.utf16 - source->line_utf16 + 1;
}

/* Where a place is in the file, whose byte order mark counts. */
static guint
get_byte_offset (ProseDocument *document, ProsePosition position)
{
  switch (prose_document_get_encoding (document)) {
  case PROSE_ENCODING_UTF8_BOM:
    return position.byte + 3;
  case PROSE_ENCODING_UTF16_LE:
  case PROSE_ENCODING_UTF16_BE:
    return 2 * position.utf16 + 2;
  case PROSE_ENCODING_WINDOWS_1252:
  case PROSE_ENCODING_ISO_8859_1:
  case PROSE_ENCODING_ISO_8859_15:
  case PROSE_ENCODING_UTF8:
  default:
    return position.byte;
  }
}

static void
add_region (MellowJsonWriter *writer, Source *source, const char *name, ProseSpan span)
{
  ProsePosition start = prose_line_index_locate (source->lines, span.start);
  ProsePosition end = prose_line_index_locate (source->lines, span.end);
  guint offset = get_byte_offset (source->checked->document, start);

  mellow_json_begin_object (writer, name);
  mellow_json_add_integer (writer, "startLine", start.line);
  mellow_json_add_integer (writer, "startColumn", get_column (source, start));
  mellow_json_add_integer (writer, "endLine", end.line);
  mellow_json_add_integer (writer, "endColumn", get_column (source, end));
  mellow_json_add_integer (writer, "byteOffset", offset);
  mellow_json_add_integer (writer, "byteLength",
                           get_byte_offset (source->checked->document, end) - offset);
  mellow_json_end_object (writer);
}

/* The one place of a result; without a span, the file. */
static void
add_location (MellowJsonWriter *writer, Source *source, const ProseSpan *span)
{
  mellow_json_begin_array (writer, "locations");
  mellow_json_begin_object (writer, NULL);
  mellow_json_begin_object (writer, "physicalLocation");
  add_artifact (writer, source->uri);
  if (span != NULL)
    add_region (writer, source, "region", *span);
  mellow_json_end_object (writer);
  mellow_json_end_object (writer);
  mellow_json_end_array (writer);
}

/* --- rules --- */

static const char *
get_level (ProseSeverity severity)
{
  switch (severity) {
  case PROSE_SEVERITY_PRESSURE:
    return "warning";
  case PROSE_SEVERITY_REMOVE:
    return "error";
  case PROSE_SEVERITY_NOTE:
  case PROSE_SEVERITY_PROOF:
  case PROSE_SEVERITY_CREDIT:
  default:
    return "note";
  }
}

static void
add_level (MellowJsonWriter *writer, const char *level)
{
  mellow_json_begin_object (writer, "defaultConfiguration");
  mellow_json_add_string (writer, "level", level);
  mellow_json_end_object (writer);
}

/* All that a person may want to read beside the mark. */
static char *
dup_help (const ProseRule *rule)
{
  g_autoptr (GString) help = g_string_new (rule->why);

  if (rule->ask != NULL)
    g_string_append_printf (help, "%s%s", help->len > 0 ? "\n" : "", rule->ask);
  if (rule->reference != NULL)
    g_string_append_printf (help, "%s%s", help->len > 0 ? "\n" : "", rule->reference);
  if (help->len == 0)
    g_string_append (help, rule->category->title);

  return g_string_free (g_steal_pointer (&help), FALSE);
}

static const char *
get_reason (const ProseRule *rule)
{
  return rule->why != NULL ? rule->why : rule->category->title;
}

static void
write_rule (MellowJsonWriter *writer, const ProseRule *rule)
{
  g_autofree char *help = dup_help (rule);

  mellow_json_begin_object (writer, NULL);
  mellow_json_add_string (writer, "id", rule->id);
  add_message (writer, "shortDescription", rule->category->title);
  add_message (writer, "fullDescription", get_reason (rule));
  add_message (writer, "help", help);
  add_level (writer, get_level (rule->severity));
  mellow_json_begin_object (writer, "properties");
  mellow_json_add_string (writer, "category", rule->category->id);
  mellow_json_add_string (writer, "language", rule->category->language);
  mellow_json_add_string (writer, "severity", prose_severity_to_string (rule->severity));
  mellow_json_add_integer (writer, "weight", rule->weight);
  mellow_json_end_object (writer);
  mellow_json_end_object (writer);
}

/* Whether a rule is not among the rules yet; its place among them. */
static gboolean
is_new_rule (MellowSarifOutput *self, const char *name, guint *index)
{
  gpointer value;

  if (g_hash_table_lookup_extended (self->indices, name, NULL, &value)) {
    *index = GPOINTER_TO_UINT (value);
    return FALSE;
  }
  *index = g_hash_table_size (self->indices);
  g_hash_table_insert (self->indices, g_strdup (name), GUINT_TO_POINTER (*index));
  return TRUE;
}

/* Two languages may have a rule of the same name. */
static guint
find_rule (MellowSarifOutput *self, const ProseRule *rule)
{
  g_autofree char *name = g_strdup_printf ("%s %s", rule->category->language, rule->id);
  guint index;

  if (is_new_rule (self, name, &index))
    write_rule (&self->rules, rule);
  return index;
}

static void
write_contract_rule (MellowJsonWriter *writer, const char *id, const char *kind)
{
  g_autofree char *description = g_strdup_printf ("Tone contract: %s", kind);

  mellow_json_begin_object (writer, NULL);
  mellow_json_add_string (writer, "id", id);
  add_message (writer, "shortDescription", description);
  add_message (writer, "fullDescription", "The text does not keep what was agreed on its tone.");
  add_message (writer, "help", "The file of --contract has what was agreed.");
  add_level (writer, "error");
  mellow_json_end_object (writer);
}

/* --- results --- */

static void
begin_result (MellowJsonWriter *writer, const char *rule, guint index, const char *level)
{
  mellow_json_begin_object (writer, NULL);
  mellow_json_add_string (writer, "ruleId", rule);
  mellow_json_add_integer (writer, "ruleIndex", index);
  mellow_json_add_string (writer, "level", level);
}

/* By rule, phrase and the words around it a mark is known again when the text above
 * it has changed. */
static void
add_fingerprint (MellowJsonWriter *writer, const Source *source, const ProseDiagnostic *mark)
{
  gsize length;
  const char *text = prose_document_get_text (source->checked->document, &length);
  g_autoptr (ProseIgnoreKey) key = prose_ignore_key_new (text, length, mark);
  g_autofree char *known = g_strjoin ("\n", key->rule, key->phrase, key->before, key->after, NULL);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, known, -1);

  sum[FINGERPRINT_LENGTH] = '\0';
  mellow_json_begin_object (writer, "partialFingerprints");
  mellow_json_add_string (writer, "mellowPhrase/v1", sum);
  mellow_json_end_object (writer);
}

/* Only files of translations have segments that are known by something. */
static void
add_segment (MellowJsonWriter *writer, const char *id)
{
  if (id == NULL)
    return;

  mellow_json_begin_object (writer, "properties");
  mellow_json_add_string (writer, "segment", id);
  mellow_json_end_object (writer);
}

static void
add_fix (MellowJsonWriter *writer, Source *source, const ProseSuggestion *suggestion)
{
  mellow_json_begin_object (writer, NULL);
  add_message (writer, "description", suggestion->sentence);
  mellow_json_begin_array (writer, "artifactChanges");
  mellow_json_begin_object (writer, NULL);
  add_artifact (writer, source->uri);
  mellow_json_begin_array (writer, "replacements");
  mellow_json_begin_object (writer, NULL);
  add_region (writer, source, "deletedRegion", suggestion->span);
  add_message (writer, "insertedContent", suggestion->text);
  mellow_json_end_object (writer);
  mellow_json_end_array (writer);
  mellow_json_end_object (writer);
  mellow_json_end_array (writer);
  mellow_json_end_object (writer);
}

static void
add_fixes (MellowJsonWriter *writer, Source *source, const ProseDiagnostic *mark)
{
  g_autoptr (GPtrArray) suggestions = mellow_checked_text_suggest (source->checked, mark);

  if (suggestions->len == 0)
    return;

  mellow_json_begin_array (writer, "fixes");
  for (guint i = 0; i < suggestions->len; i++)
    add_fix (writer, source, suggestions->pdata[i]);
  mellow_json_end_array (writer);
}

static void
add_mark (Source *source, const ProseDiagnostic *mark)
{
  MellowJsonWriter *writer = &source->output->results;
  g_autofree char *phrase = mellow_checked_text_dup_slice (source->checked, mark->span);
  g_autofree char *message = g_strdup_printf ("“%s” %s", phrase, get_reason (mark->rule));

  begin_result (writer, mark->rule->id, find_rule (source->output, mark->rule),
                get_level (mark->rule->severity));
  add_message (writer, "message", message);
  add_location (writer, source, &mark->span);
  add_fingerprint (writer, source, mark);
  add_fixes (writer, source, mark);
  add_segment (writer, mellow_checked_text_get_segment_id (source->checked, mark->span.start));
  mellow_json_end_object (writer);
}

/* --- parity --- */

/* What was lost may be a gap in the rules; what was added is in the text. */
static const char *
get_parity_level (ProseParityKind kind)
{
  switch (kind) {
  case PROSE_PARITY_PRESSURE_ADDED:
  case PROSE_PARITY_QUESTION_TO_COMMAND:
  case PROSE_PARITY_CLAIM_STRENGTHENED:
  case PROSE_PARITY_ADDRESS_MIXED:
  case PROSE_PARITY_TOO_LONG:
    return "warning";
  case PROSE_PARITY_PRESSURE_LOST:
  case PROSE_PARITY_WARMTH_LOST:
  case PROSE_PARITY_CLAIM_WEAKENED:
  default:
    return "note";
  }
}

static void
write_parity_rule (MellowJsonWriter *writer, const char *id, ProseParityKind kind)
{
  static const char *const descriptions[] = {
    [PROSE_PARITY_PRESSURE_ADDED] = "The translation presses where the original does not.",
    [PROSE_PARITY_PRESSURE_LOST] = "The original presses, the translation does not.",
    [PROSE_PARITY_QUESTION_TO_COMMAND] = "The original asks, the translation commands.",
    [PROSE_PARITY_WARMTH_LOST] = "What is warm in the original is not in the translation.",
    [PROSE_PARITY_CLAIM_STRENGTHENED] = "The translation claims more than the original.",
    [PROSE_PARITY_CLAIM_WEAKENED] = "The translation claims less than the original.",
    [PROSE_PARITY_ADDRESS_MIXED] = "The translation speaks to the reader in two forms.",
    [PROSE_PARITY_TOO_LONG] = "The translation is longer than it may be.",
  };

  mellow_json_begin_object (writer, NULL);
  mellow_json_add_string (writer, "id", id);
  add_message (writer, "shortDescription", descriptions[kind]);
  add_level (writer, get_parity_level (kind));
  mellow_json_end_object (writer);
}

static void
add_parity_fingerprint (MellowJsonWriter *writer, const ProseParityFinding *finding)
{
  mellow_json_begin_object (writer, "partialFingerprints");
  mellow_json_add_string (writer, "mellowParity/v1", finding->key);
  mellow_json_end_object (writer);
}

/* The original, in its own file or beside the translation. */
static void
add_original (MellowJsonWriter *writer, Source *original, ProseSpan span)
{
  if (prose_span_is_empty (span))
    return;

  mellow_json_begin_array (writer, "relatedLocations");
  mellow_json_begin_object (writer, NULL);
  mellow_json_begin_object (writer, "physicalLocation");
  add_artifact (writer, original->uri);
  add_region (writer, original, "region", span);
  mellow_json_end_object (writer);
  add_message (writer, "message", "the original");
  mellow_json_end_object (writer);
  mellow_json_end_array (writer);
}

static void
add_difference (Source *source, Source *original, const ProseParityFinding *finding)
{
  MellowJsonWriter *writer = &source->output->results;
  g_autofree char *id = g_strconcat ("parity.", prose_parity_kind_to_string (finding->kind), NULL);
  guint index;

  if (is_new_rule (source->output, id, &index))
    write_parity_rule (&source->output->rules, id, finding->kind);
  begin_result (writer, id, index, get_parity_level (finding->kind));
  add_message (writer, "message", finding->message);
  add_location (writer, source, &finding->target);
  add_original (writer, original, finding->source);
  add_parity_fingerprint (writer, finding);
  add_segment (writer, finding->id);
  mellow_json_end_object (writer);
}

static void
add_parity (Source *source)
{
  const MellowCheckedText *checked = source->checked;
  MellowCheckedText original_text = *checked;
  g_auto (Source) original = { .output = source->output,
                               .checked = &original_text,
                               .lines = mellow_checked_text_create_source_line_index (checked),
                               .uri = make_uri (checked->source_name != NULL ? checked->source_name
                                                                             : checked->name) };

  if (checked->source != NULL)
    original_text.document = checked->source;
  for (guint i = 0; i < checked->parity->findings->len; i++)
    add_difference (source, &original, checked->parity->findings->pdata[i]);
}

static void
add_deviation (Source *source, const ProseDeviation *deviation)
{
  MellowJsonWriter *writer = &source->output->results;
  const char *kind = prose_deviation_kind_to_string (deviation->kind);
  g_autofree char *id = g_strconcat ("contract.", kind, NULL);
  guint index;

  if (is_new_rule (source->output, id, &index))
    write_contract_rule (&source->output->rules, id, kind);
  begin_result (writer, id, index, "error");
  add_message (writer, "message", deviation->message);
  add_location (writer, source, deviation->has_place ? &deviation->span : NULL);
  mellow_json_end_object (writer);
}

/* --- notifications --- */

static void
begin_notification (MellowJsonWriter *writer, const char *level, const char *message)
{
  mellow_json_begin_object (writer, NULL);
  mellow_json_add_string (writer, "level", level);
  add_message (writer, "message", message);
}

static void
add_unchecked (Source *source)
{
  MellowJsonWriter *writer = &source->output->notifications;
  GArray *parts = prose_report_get_unchecked (source->checked->report);

  for (guint i = 0; i < parts->len; i++) {
    const ProseUnchecked *part = &g_array_index (parts, ProseUnchecked, i);
    g_autofree char *message = g_strconcat ("not checked: ", part->reason, NULL);

    begin_notification (writer, "warning", message);
    add_location (writer, source, &part->span);
    mellow_json_end_object (writer);
  }
}

/**
 * mellow_sarif_output_add_problem:
 * @name: a file that could not be checked
 * @message: why
 */
void
mellow_sarif_output_add_problem (MellowSarifOutput *self, const char *name, const char *message)
{
  MellowJsonWriter *writer = &self->notifications;
  g_auto (Source) source = { .uri = make_uri (name), .lines = prose_line_index_new ("", 0) };

  self->has_problem = TRUE;
  begin_notification (writer, "error", message);
  add_location (writer, &source, NULL);
  mellow_json_end_object (writer);
}

/**
 * mellow_sarif_output_add:
 * @checked: a text and its check
 *
 * Adds a result for each mark, and for each deviation from the contract.
 */
void
mellow_sarif_output_add (MellowSarifOutput *self, const MellowCheckedText *checked)
{
  GArray *marks = mellow_checked_text_get_marks (checked);
  g_auto (Source) source = { .output = self,
                             .checked = checked,
                             .lines = mellow_checked_text_create_line_index (checked),
                             .uri = make_uri (checked->name) };

  for (guint i = 0; i < marks->len; i++)
    add_mark (&source, &g_array_index (marks, ProseDiagnostic, i));
  for (guint i = 0; checked->deviations != NULL && i < checked->deviations->len; i++)
    add_deviation (&source, checked->deviations->pdata[i]);
  if (checked->parity != NULL)
    add_parity (&source);
  add_unchecked (&source);
}

/* --- writing --- */

static void
add_array (MellowJsonWriter *writer, const char *name, const MellowJsonWriter *items)
{
  mellow_json_begin_array (writer, name);
  g_string_append (writer->text, items->text->str);
  mellow_json_end_array (writer);
}

static void
write_tool (MellowJsonWriter *writer, MellowSarifOutput *self, const char *version)
{
  mellow_json_begin_object (writer, "tool");
  mellow_json_begin_object (writer, "driver");
  mellow_json_add_string (writer, "name", "Mellow");
  mellow_json_add_string (writer, "version", version);
  mellow_json_add_string (writer, "semanticVersion", version);
  add_array (writer, "rules", &self->rules);
  mellow_json_end_object (writer);
  mellow_json_end_object (writer);
}

static void
write_invocation (MellowJsonWriter *writer, MellowSarifOutput *self)
{
  mellow_json_begin_array (writer, "invocations");
  mellow_json_begin_object (writer, NULL);
  mellow_json_add_boolean (writer, "executionSuccessful", !self->has_problem);
  add_array (writer, "toolExecutionNotifications", &self->notifications);
  mellow_json_end_object (writer);
  mellow_json_end_array (writer);
}

/**
 * mellow_sarif_output_write:
 * @version: the version of the program
 * @output: where the log is appended
 */
void
mellow_sarif_output_write (MellowSarifOutput *self, const char *version, GString *output)
{
  MellowJsonWriter writer = { .text = output };

  mellow_json_begin_object (&writer, NULL);
  mellow_json_add_string (&writer, "$schema", SCHEMA);
  mellow_json_add_string (&writer, "version", "2.1.0");
  mellow_json_begin_array (&writer, "runs");
  mellow_json_begin_object (&writer, NULL);
  write_tool (&writer, self, version);
  write_invocation (&writer, self);
  mellow_json_add_string (&writer, "columnKind", "utf16CodeUnits");
  add_array (&writer, "results", &self->results);
  mellow_json_end_object (&writer);
  mellow_json_end_array (&writer);
  mellow_json_end_object (&writer);
  g_string_append_c (output, '\n');
}
