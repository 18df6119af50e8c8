/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether files are what they were when they are opened, edited and saved: by the code of the
 * application, without its window. round-trip.py feeds it with files and sums up what it says.
 *
 * It reads the names of files, a line each, and prints a line for each: name, format, encoding,
 * numbers of bytes, segments, units, edits and of edits that are withheld, and what is wrong,
 * between tabs. MELLOW_RULES names the rules database that drafts are read by.
 */

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "mellow-draft-reader.h"
#include "mellow-draft-writer.h"
#include "mellow-file-name.h"

/* Of a file, so much is read again to look at edits, in bytes. */
#define MOST_READ (8u << 20)

/* A file on its way. */
typedef struct {
  const char *path;
  const ProseFormat *format;
  ProseEncoding encoding;
  GBytes *bytes;
  char *text;
  gsize length;
  guint n_segments;
  guint n_units;
  guint n_edits;
  guint n_withheld;
  GString *faults;
  GRand *random;
} Trip;

static int n_samples = 6;
static int seed = 1;
static char *scratch;
static ProseRuleSet *rules;

/* What is wrong, as `kind: where`. */
static void G_GNUC_PRINTF (3, 4) add_fault (Trip *self, const char *kind, const char *format, ...)
{
  g_autofree char *where = NULL;
  va_list arguments;

  va_start (arguments, format);
  where = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_strdelimit (where, "\t\r\n|", ' ');
  g_string_append_printf (self->faults, "%s%s: %s", self->faults->len > 0 ? " | " : "", kind,
                          where);
}

static void
trip_clear (Trip *self)
{
  g_bytes_unref (self->bytes);
  g_free (self->text);
  g_string_free (self->faults, TRUE);
  g_rand_free (self->random);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Trip, trip_clear)

/* --- opening and saving --- */

static void
keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **)user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static gboolean
load_as (MellowDraft *draft, GFile *file, ProseEncoding encoding, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mellow_draft_load_as_async (draft, file, encoding, NULL, keep_result, &result);
  return mellow_draft_load_finish (draft, wait_for (&result), error);
}

/* As the user would: in an encoding of single bytes if the file has none of the others. */
static gboolean
load (MellowDraft *draft, GFile *file, GError **error)
{
  g_autoptr (GError) own_error = NULL;

  if (load_as (draft, file, PROSE_ENCODING_UTF8, &own_error))
    return TRUE;
  if (g_error_matches (own_error, PROSE_DOCUMENT_ERROR, PROSE_DOCUMENT_ERROR_ENCODING))
    return load_as (draft, file, PROSE_ENCODING_WINDOWS_1252, error);

  g_propagate_error (error, g_steal_pointer (&own_error));
  return FALSE;
}

/* What saving the draft writes into another file. */
static GBytes *
save (Trip *self, MellowDraft *draft)
{
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *path = g_build_filename (scratch, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *bytes = NULL;

  mellow_draft_save_async (draft, file, TRUE, NULL, keep_result, &result);
  if (mellow_draft_save_finish (draft, wait_for (&result), NULL, &error))
    bytes = g_file_load_bytes (file, NULL, NULL, &error);
  if (bytes == NULL)
    add_fault (self, "save", "%s", error->message);
  g_remove (path);
  return bytes;
}

static void
check_saved (Trip *self, MellowDraft *draft, const char *kind)
{
  g_autoptr (GBytes) saved = save (self, draft);

  if (saved != NULL && !g_bytes_equal (saved, self->bytes))
    add_fault (self, kind, "%zu bytes became %zu", g_bytes_get_size (self->bytes),
               g_bytes_get_size (saved));
}

/* --- blocks and runs --- */

static gboolean
is_bound (const Trip *self, guint place)
{
  return place == self->length || (self->text[place] & 0xc0) != 0x80;
}

/* Whether a run stands behind the one before and says what it is. */
static gboolean
is_run_right (const Trip *self, const ProseCopy *copy, guint i, guint last)
{
  const ProseRun *run = prose_copy_get_run (copy, i);
  gboolean is_end = i + 1 == prose_copy_get_n_runs (copy);
  guint end = is_end ? prose_copy_get_length (copy) : prose_copy_get_run (copy, i + 1)->copy;
  ProseSpan back = prose_copy_from_source (copy, run->source);

  if (run->source.start < last || run->source.end < run->source.start ||
      run->source.end > self->length || end <= run->copy)
    return FALSE;
  if (!is_bound (self, run->source.start) || !is_bound (self, run->source.end))
    return FALSE;
  if (run->is_verbatim && (prose_span_get_length (run->source) != end - run->copy ||
                           memcmp (prose_copy_get_text (copy) + run->copy,
                                   self->text + run->source.start, end - run->copy) != 0))
    return FALSE;

  return prose_span_is_empty (run->source) || (back.start == run->copy && back.end == end);
}

static void
check_segment (Trip *self, const ProseSegment *segment)
{
  const ProseCopy *copy = segment->copy;
  guint last = 0;

  if (!g_utf8_validate (prose_copy_get_text (copy), -1, NULL) || prose_copy_is_blank (copy))
    add_fault (self, "copy", "at byte %u", prose_copy_get_source (copy).start);
  for (guint i = 0; i < prose_copy_get_n_runs (copy); i++) {
    if (!is_run_right (self, copy, i, last))
      add_fault (self, "run", "at byte %u", prose_copy_get_run (copy, i)->source.start);
    last = prose_copy_get_run (copy, i)->source.end;
  }
}

static void
check_blocks (Trip *self)
{
  ProseFormatState state = { 0 };
  guint start = 0;

  while (start < self->length) {
    guint end = self->format->find_block_end (self->text, self->length, start, &state);

    if (end <= start || end > self->length || !is_bound (self, end)) {
      add_fault (self, "block", "%u to %u", start, end);
      return;
    }
    start = end;
  }
}

/* --- edits of segments --- */

static char *
splice (const Trip *self, ProseSpan span, const char *come)
{
  GString *text = g_string_sized_new (self->length + strlen (come));

  g_string_append_len (text, self->text, span.start);
  g_string_append (text, come);
  g_string_append_len (text, self->text + span.end, self->length - span.end);
  return g_string_free (text, FALSE);
}

static const char *
get_text (GPtrArray *segments, guint i)
{
  return prose_copy_get_text (((ProseSegment *)segments->pdata[i])->copy);
}

/* The first segment that reads otherwise than it should after the edit of one; -1 if none
 * does. */
static int
find_other (GPtrArray *before, GPtrArray *after, guint edited, const char *expected)
{
  for (guint i = 0; i < before->len; i++)
    if (i >= after->len ||
        !g_str_equal (get_text (after, i), i == edited ? expected : get_text (before, i)))
      return i;

  return after->len > before->len ? (int)before->len : -1;
}

/* Puts a replacement in the place of a part of a segment, and reads the file again. */
static void
check_edit (Trip *self, GPtrArray *segments, guint i, ProseSpan span, const char *replacement)
{
  const ProseCopy *copy = ((ProseSegment *)segments->pdata[i])->copy;
  g_autoptr (GString) expected = g_string_new (prose_copy_get_text (copy));
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *come = NULL;
  g_autofree char *text = NULL;
  ProseSpan source;
  int other;

  come = prose_copy_rewrite (copy, self->text, span, replacement, &source);
  if (come == NULL) {
    self->n_withheld++;
    return;
  }

  self->n_edits++;
  g_string_erase (expected, span.start, prose_span_get_length (span));
  g_string_insert (expected, span.start, replacement);
  text = splice (self, source, come);
  again = prose_format_read (self->format, text, strlen (text));
  other = find_other (segments, again, i, expected->str);
  if (other >= 0)
    add_fault (self, (guint)other == i ? "edit" : "edit-beside", "“%s” at byte %u gave “%.60s”",
               replacement, source.start, (guint)other < again->len ? get_text (again, other) : "");
}

/* A word of the copy, behind a place if there is one; empty if it has none. */
static ProseSpan
find_word (const char *copy, guint place)
{
  ProseSpan word = { place, place };

  while (copy[word.start] != '\0' &&
         (!g_ascii_isalpha (copy[word.start]) || (word.start > 0 && copy[word.start - 1] != ' ')))
    word.start++;
  word.end = word.start;
  while (g_ascii_isalpha (copy[word.end]))
    word.end++;
  return word;
}

static ProseSpan
choose_word (Trip *self, const ProseCopy *copy)
{
  guint place = g_rand_int_range (self->random, 0, prose_copy_get_length (copy) + 1);
  ProseSpan word = find_word (prose_copy_get_text (copy), place);

  return word.end > word.start ? word : find_word (prose_copy_get_text (copy), 0);
}

/* In strings that are translated a tag is a tag. */
static const char *
choose_replacement (Trip *self)
{
  static const char *const any[] = { "\"a\"", "*a*", "_a_", "[a]", "`a`", "&amp;", "a <b> c" };
  static const char *const plain[] = {
    "quite quiet", "ø", "Q&A", "it's", "a\\b", "a & b", "a = b"
  };
  guint n = g_rand_int_range (self->random, 0, G_N_ELEMENTS (plain) + G_N_ELEMENTS (any));

  if (prose_translation_has_units (self->format) || n < G_N_ELEMENTS (plain))
    return plain[n % G_N_ELEMENTS (plain)];

  return any[n - G_N_ELEMENTS (plain)];
}

/* These are what they are by their first words and brackets. */
static gboolean
is_form (const ProseCopy *copy)
{
  const char *text = prose_copy_get_text (copy);

  return g_str_has_prefix (text, "Subject") || *text == '[';
}

/* A label with a sign before its key is one while it is short, and a letter follows. */
static gboolean
is_label (const Trip *self, const ProseCopy *copy)
{
  ProseSpan source = prose_copy_get_source (copy);
  g_autofree char *spelled = NULL;

  if (!prose_translation_has_units (self->format) || prose_copy_get_length (copy) > 80)
    return FALSE;

  spelled = g_strndup (self->text + source.start, prose_span_get_length (source));
  return strpbrk (spelled, "_&") != NULL ||
         (source.start > 0 && strchr ("_&", self->text[source.start - 1]) != NULL);
}

static void
check_edits (Trip *self, GPtrArray *segments)
{
  guint n = MIN ((guint)n_samples, 1 + MOST_READ / 2 / (self->length + 1));

  for (guint k = 0; segments->len > 0 && k < n; k++) {
    guint i = g_rand_int_range (self->random, 0, segments->len);
    const ProseCopy *copy = ((ProseSegment *)segments->pdata[i])->copy;
    guint end = prose_copy_get_length (copy);

    if (is_form (copy) || is_label (self, copy))
      continue;
    check_edit (self, segments, i, (ProseSpan){ end, end }, " as well");
    check_edit (self, segments, i, choose_word (self, copy), choose_replacement (self));
  }
}

/* --- units --- */

static void
check_same_target (Trip *self, const ProseTranslationUnit *unit, guint n)
{
  g_autofree char *spelled = NULL;
  ProseSpan span;

  spelled = prose_translation_write_target (unit, n, prose_translation_unit_get_target (unit, n),
                                            &span, NULL);
  if (spelled == NULL || strlen (spelled) != prose_span_get_length (span) ||
      memcmp (spelled, self->text + span.start, strlen (spelled)) != 0)
    add_fault (self, "target", "%s", unit->id);
}

/* Whether all targets are what they were, but one is as expected. */
static gboolean
are_targets_right (
    GPtrArray *before, GPtrArray *after, guint edited, guint edited_n, const char *expected)
{
  if (before->len != after->len)
    return FALSE;

  for (guint i = 0; i < before->len; i++) {
    const ProseTranslationUnit *unit = before->pdata[i], *other = after->pdata[i];

    if (unit->targets->len != other->targets->len)
      return FALSE;
    for (guint n = 0; n < unit->targets->len; n++)
      if (!g_str_equal (prose_translation_unit_get_target (other, n),
                        i == edited && n == edited_n ? expected
                                                     : prose_translation_unit_get_target (unit, n)))
        return FALSE;
  }
  return TRUE;
}

static void
check_new_target (Trip *self, GPtrArray *units, guint i, guint n)
{
  const ProseTranslationUnit *unit = units->pdata[i];
  g_autofree char *new_text =
      g_strconcat ("<ny> & \"", prose_translation_unit_get_target (unit, n), "\" as well\nø", NULL);
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *spelled = NULL;
  g_autofree char *text = NULL;
  ProseSpan span;

  spelled = prose_translation_write_target (unit, n, new_text, &span, NULL);
  if (spelled == NULL) {
    self->n_withheld++;
    return;
  }

  self->n_edits++;
  text = splice (self, span, spelled);
  again = prose_translation_read (self->format, text, strlen (text));
  if (!are_targets_right (units, again, i, n, new_text))
    add_fault (self, "new-target", "%s", unit->id);
}

static void
check_units (Trip *self)
{
  g_autoptr (GPtrArray) units = prose_translation_read (self->format, self->text, self->length);
  guint n_edits = MIN ((guint)n_samples, 1 + MOST_READ / 2 / (self->length + 1));

  self->n_units = units->len;
  for (guint i = 0; i < units->len; i++) {
    const ProseTranslationUnit *unit = units->pdata[i];

    for (guint n = 0; n < unit->targets->len; n++)
      check_same_target (self, unit, n);
  }
  for (guint k = 0; units->len > 0 && k < n_edits; k++) {
    guint i = g_rand_int_range (self->random, 0, units->len);
    const ProseTranslationUnit *unit = units->pdata[i];

    if (unit->targets->len > 0)
      check_new_target (self, units, i, g_rand_int_range (self->random, 0, unit->targets->len));
  }
}

/* --- an edit in the application --- */

/* Whether two files are the same outside of a part of the first. */
static gboolean
is_same_outside (GBytes *before, GBytes *after, ProseSpan span)
{
  gsize n, m;
  const char *a = g_bytes_get_data (before, &n);
  const char *b = g_bytes_get_data (after, &m);
  gsize n_behind = n - span.end;

  return m >= span.start + n_behind && memcmp (a, b, span.start) == 0 &&
         memcmp (a + span.end, b + m - n_behind, n_behind) == 0;
}

static guint
get_mark_length (ProseEncoding encoding)
{
  return encoding == PROSE_ENCODING_UTF8_BOM ? 3 : 0;
}

static gboolean
is_utf8 (ProseEncoding encoding)
{
  return encoding == PROSE_ENCODING_UTF8 || encoding == PROSE_ENCODING_UTF8_BOM;
}

/* Rewrites a word as a card does, saves; takes it back, and saves again. */
static void
check_edit_of_draft (Trip *self, MellowDraft *draft, GPtrArray *segments)
{
  MellowReview *review = mellow_draft_get_review (draft);
  const ProseCopy *copy;
  g_autoptr (GBytes) saved = NULL;
  ProseSpan word, span;

  if (segments->len == 0)
    return;

  copy = ((ProseSegment *)segments->pdata[g_rand_int_range (self->random, 0, segments->len)])->copy;
  word = choose_word (self, copy);
  if (prose_span_is_empty (word))
    return;

  span = prose_copy_to_source (copy, word);
  if (!mellow_review_rewrite (review, span, "softly")) {
    self->n_withheld++;
    return;
  }

  self->n_edits++;
  saved = save (self, draft);
  if (saved != NULL && is_utf8 (self->encoding) &&
      !is_same_outside (self->bytes, saved,
                        prose_span_shift (span, get_mark_length (self->encoding))))
    add_fault (self, "edit-of-draft", "at byte %u", span.start);
  gtk_text_buffer_undo (mellow_draft_get_buffer (draft));
  check_saved (self, draft, "undo");
}

/* --- files --- */

static void
check_text (Trip *self, MellowDraft *draft)
{
  g_autoptr (GPtrArray) segments = NULL;

  check_blocks (self);
  segments = prose_format_read (self->format, self->text, self->length);
  self->n_segments = segments->len;
  for (guint i = 0; i < segments->len; i++)
    check_segment (self, segments->pdata[i]);
  check_edits (self, segments);
  if (prose_translation_has_units (self->format))
    check_units (self);
  check_edit_of_draft (self, draft, segments);
}

/* What the draft has is what the command line reads. */
static void
check_document (Trip *self)
{
  g_autoptr (ProseDocument) document = NULL;
  gsize length;

  if (prose_encoding_is_single_byte (self->encoding))
    return;

  document = prose_document_new_from_file (self->bytes, self->format, NULL);
  if (document == NULL || !g_str_equal (prose_document_get_text (document, &length), self->text) ||
      length != self->length)
    add_fault (self, "document", "is another text");
}

static void
print_trip (const Trip *self)
{
  printf ("%s\t%s\t%s\t%zu\t%u\t%u\t%u\t%u\t%s\n", self->path, self->format->name,
          prose_encoding_get_name (self->encoding), g_bytes_get_size (self->bytes),
          self->n_segments, self->n_units, self->n_edits, self->n_withheld, self->faults->str);
  fflush (stdout);
}

static void
check_file (const char *path)
{
  g_autoptr (MellowDraft) draft = mellow_draft_new (rules);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (Trip) trip = { .path = path,
                         .format = mellow_file_find_format (file),
                         .faults = g_string_new (NULL),
                         .random = g_rand_new_with_seed (seed ^ g_str_hash (path)) };

  bytes = g_file_load_bytes (file, NULL, NULL, &error);
  trip.bytes = bytes != NULL ? g_bytes_ref (bytes) : g_bytes_new (NULL, 0);
  if (bytes == NULL || !load (draft, file, &error)) {
    add_fault (&trip, "refused", "%s", error->message);
    print_trip (&trip);
    return;
  }

  trip.encoding = mellow_file_tie_get_encoding (mellow_draft_get_tie (draft));
  trip.text = mellow_text_buffer_dup_text (MELLOW_TEXT_BUFFER (mellow_draft_get_buffer (draft)));
  trip.length = strlen (trip.text);
  check_document (&trip);
  check_saved (&trip, draft, "saved");
  check_text (&trip, draft);
  print_trip (&trip);
}

int
main (int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "samples", 0, 0, G_OPTION_ARG_INT, &n_samples, "edit so many segments of each file", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "choose others", "N" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("< NAMES");
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  size_t size = 0;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error)) {
    g_printerr ("%s\n", error->message);
    return 2;
  }
  rules = prose_rule_store_load (g_getenv ("MELLOW_RULES"), &error);
  if (rules != NULL)
    scratch = g_dir_make_tmp ("mellow-XXXXXX", &error);
  if (scratch == NULL) {
    g_printerr ("%s\n", error->message);
    return 2;
  }

  while (getline (&line, &size, stdin) > 0)
    check_file (g_strchomp (line));

  g_rmdir (scratch);
  g_free (scratch);
  prose_rule_set_unref (rules);
  return 0;
}
