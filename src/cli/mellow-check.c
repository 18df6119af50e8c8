/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The command line: checks files and writes what it found. Its options, output
 * and exit status are a contract; mellow-check(1) tells it. */

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "mellow-baseline.h"
#include "mellow-data.h"
#include "mellow-file-walk.h"
#include "mellow-input.h"
#include "mellow-json-output.h"
#include "mellow-options.h"
#include "mellow-pack-files.h"
#include "mellow-progress.h"
#include "mellow-report.h"
#include "mellow-rule-list.h"
#include "mellow-sarif-output.h"
#include "mellow-text-check.h"
#include "mellow-text-output.h"

/* Exit status, from best to worst. */
enum {
  STATUS_CLEAN = 0,
  STATUS_FOUND = 1,
  STATUS_FAILED = 2,
};

#define RULES_UNREADABLE "mellow-check: the rules cannot be read: %s"

/* A run over all files. */
typedef struct {
  const MellowOptions *options;
  ProseChecker *checker;
  ProseRewriter *rewriter;
  ProseIgnoreList *ignored; /* NULL for nothing */
  ProseContract *contract;  /* NULL for none */
  MellowJsonWriter json;
  MellowSarifOutput *sarif; /* NULL for another format */
  MellowReport *report;     /* likewise */
  const char *source_name;  /* the file that all others are compared with; NULL for none */
  ProseDocument *source;    /* that file, likewise */
  MellowBaseline *baseline; /* NULL for none */
  MellowProgress progress;
  GString *output; /* not yet on standard output */
  int status;
} Run;

static void
run_clear (Run *run)
{
  g_clear_object (&run->checker);
  g_clear_object (&run->rewriter);
  g_clear_pointer (&run->ignored, prose_ignore_list_unref);
  g_clear_pointer (&run->contract, prose_contract_free);
  g_clear_pointer (&run->sarif, mellow_sarif_output_free);
  g_clear_pointer (&run->report, mellow_report_free);
  g_clear_pointer (&run->source, prose_document_unref);
  g_clear_pointer (&run->baseline, mellow_baseline_free);
  g_string_free (run->output, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* Text for the user. Not g_printerr(), which would spell names and quotation
 * marks anew for the locale. */
G_GNUC_PRINTF (1, 2)
static void
complain (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  fputs (message, stderr);
  fputc ('\n', stderr);
}

/* The languages that have rules, as `en, da`. */
static char *
list_languages (ProseRuleSet *rules)
{
  g_autoptr (GPtrArray) codes = prose_rule_set_dup_languages (rules);

  g_ptr_array_add (codes, NULL);

  return g_strjoinv (", ", (char **)codes->pdata);
}

static gboolean
knows_language (ProseRuleSet *rules, const char *language)
{
  g_autofree char *known = NULL;

  if (language == NULL || prose_rule_set_has_language (rules, language))
    return TRUE;

  known = list_languages (rules);
  complain ("mellow-check: no rules for language “%s”: expected auto or one of %s", language,
            known);
  return FALSE;
}

static void
flush (Run *run)
{
  mellow_progress_hide (&run->progress);
  fwrite (run->output->str, 1, run->output->len, stdout);
  g_string_truncate (run->output, 0);
}

static void
raise_status (Run *run, int status)
{
  run->status = MAX (run->status, status);
}

/* Whether there is a mark that is to make the command fail. */
static gboolean
fails (Run *run, const MellowCheckedText *checked)
{
  GArray *diagnostics = mellow_checked_text_get_marks (checked);
  ProseSeverity least = run->options->fail_on;

  if (least == PROSE_SEVERITY_CREDIT)
    return FALSE;

  for (guint i = 0; i < diagnostics->len; i++)
    if (g_array_index (diagnostics, ProseDiagnostic, i).rule->severity >= least)
      return TRUE;

  return FALSE;
}

static void
write_text (Run *run, const MellowCheckedText *checked)
{
  g_autoptr (GString) unchecked = g_string_new (NULL);

  if (checked->claims != NULL)
    mellow_text_output_add_claims (run->output, checked);
  if (checked->deviations != NULL)
    mellow_text_output_add_deviations (run->output, checked);
  if (checked->claims == NULL && checked->deviations == NULL) {
    mellow_text_output_add (run->output, checked, run->options->verbose);
    if (checked->parity != NULL)
      mellow_text_output_add_parity (run->output, checked, run->options->verbose);
  }
  mellow_text_output_add_unchecked (unchecked, checked);
  if (checked->parity != NULL)
    mellow_text_output_add_uncompared (unchecked, checked);
  if (unchecked->len == 0)
    return;

  flush (run);
  fflush (stdout);
  fputs (unchecked->str, stderr);
}

static void
write_checked (Run *run, const MellowCheckedText *checked)
{
  switch (run->options->format) {
  case MELLOW_FORMAT_JSON:
    mellow_json_output_add (&run->json, checked);
    break;
  case MELLOW_FORMAT_SARIF:
    mellow_sarif_output_add (run->sarif, checked);
    break;
  case MELLOW_FORMAT_HTML:
    mellow_report_add (run->report, checked);
    break;
  case MELLOW_FORMAT_TEXT:
  default:
    write_text (run, checked);
    break;
  }
}

static GPtrArray *
create_claims (Run *run, ProseDocument *document, ProseReport *report)
{
  if (!run->options->claims && run->options->format != MELLOW_FORMAT_HTML)
    return NULL;

  return mellow_text_find_claims (run->checker, run->ignored, document, run->options->language,
                                  report);
}

static GPtrArray *
create_deviations (Run *run, const MellowCheckedText *checked)
{
  if (run->contract == NULL)
    return NULL;

  return prose_contract_check (run->contract, checked->report, checked->document,
                               mellow_checked_text_get_lexicon (checked));
}

/* The parts of a text; plain text has none until it is asked for them. */
static GPtrArray *
dup_segments (ProseDocument *document)
{
  GPtrArray *segments = prose_document_get_segments (document);
  gsize length;
  const char *text = prose_document_get_text (document, &length);

  return segments != NULL ? g_ptr_array_ref (segments)
                          : prose_format_read (prose_document_get_format (document), text, length);
}

static ProseParity *
compare_units (Run *run, GPtrArray *pairs)
{
  return prose_parity_new (prose_checker_get_rules (run->checker), pairs,
                           run->options->source_language, run->options->language);
}

/* The tone of a text beside that of its original: in another file, or in its own. */
static ProseParity *
create_parity (Run *run, ProseDocument *document)
{
  g_autoptr (GPtrArray) segments = NULL, sources = NULL, pairs = NULL;

  if (run->source == NULL && prose_document_get_segments (document) == NULL)
    return NULL;

  segments = dup_segments (document);
  if (run->source != NULL) {
    sources = dup_segments (run->source);
    pairs = prose_parity_pairs_align (sources, segments);
    return compare_units (run, pairs);
  }
  pairs = prose_parity_pairs_new (segments);
  return pairs->len > 0 ? compare_units (run, pairs) : NULL;
}

/* A text of which no word could be checked keeps nothing, and breaks nothing. */
static void
complain_about_language (Run *run, const char *name, guint line)
{
  static const char problem[] = "its language is not known: the contract could not be checked";
  g_autofree char *place = line > 0 ? g_strdup_printf ("%s:%u", name, line) : g_strdup (name);

  flush (run);
  fflush (stdout);
  complain ("%s: %s", place, problem);
  if (run->sarif != NULL)
    mellow_sarif_output_add_problem (run->sarif, name, problem);
  raise_status (run, STATUS_FAILED);
}

static void
check_text (Run *run, const char *name, guint line, ProseDocument *document)
{
  g_autoptr (ProseReport) report = NULL;
  g_autoptr (GPtrArray) claims = NULL;
  g_autoptr (GPtrArray) deviations = NULL;
  g_autoptr (ProseParity) parity = create_parity (run, document);
  g_autoptr (GArray) new_marks = NULL;
  MellowCheckedText checked;

  report = mellow_text_check (run->checker, run->ignored, document, run->options->language);
  prose_rewriter_set_measures (run->rewriter, prose_report_get_measures (report));

  claims = create_claims (run, document, report);
  checked = (MellowCheckedText){ .name = name,
                                 .line = line,
                                 .document = document,
                                 .report = report,
                                 .rewriter = run->rewriter,
                                 .rules = prose_checker_get_rules (run->checker),
                                 .claims = claims,
                                 .parity = parity,
                                 .source_name = run->source_name,
                                 .source = run->source };
  if (run->baseline != NULL)
    checked.new_marks = new_marks = mellow_baseline_take_known (run->baseline, &checked, parity);
  if (fails (run, &checked))
    raise_status (run, STATUS_FOUND);
  deviations = create_deviations (run, &checked);
  checked.deviations = deviations;
  checked.client = run->contract != NULL ? run->contract->client : NULL;
  if (deviations != NULL && deviations->len > 0)
    raise_status (run, STATUS_FOUND);
  if (run->options->fail_on_parity && parity != NULL && parity->findings->len > 0)
    raise_status (run, STATUS_FOUND);
  write_checked (run, &checked);
  if (run->contract != NULL && !mellow_checked_text_is_known (&checked))
    complain_about_language (run, name, line);
}

static void
check_line (Run *run, const char *name, guint number, const char *line, gsize length)
{
  g_autoptr (ProseDocument) document = NULL;

  if (length > 0 && line[length - 1] == '\r')
    length--;
  document = prose_document_new (line, length);

  run->json.needs_comma = FALSE;
  check_text (run, name, number, document);
  if (run->options->format == MELLOW_FORMAT_JSON)
    g_string_append_c (run->output, '\n');
  flush (run);
}

static void
check_each_line (Run *run, const char *name, ProseDocument *document)
{
  gsize length;
  const char *text = prose_document_get_text (document, &length);
  const char *end = text + length;
  guint number = 0;

  while (text < end) {
    const char *newline = memchr (text, '\n', end - text);
    const char *line_end = newline != NULL ? newline : end;

    check_line (run, name, ++number, text, line_end - text);
    text = newline != NULL ? newline + 1 : end;
  }
}

static ProseDocument *
read_document (Run *run, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = mellow_input_read (name, error);
  const ProseFormat *format = run->options->format_in;
  ProseDocument *document;

  if (bytes == NULL)
    return NULL;

  format = format != NULL ? format : prose_format_of_file (name);
  document = prose_document_new_from_file (bytes, format, error);
  if (document != NULL && !run->options->each_line)
    prose_document_set_format (document, format);
  return document;
}

/* The message of an error that has a place begins with it. */
static void
complain_about_file (Run *run, const char *name, const GError *error)
{
  const char *gap = g_ascii_isdigit (error->message[0]) ? "" : " ";

  flush (run);
  fflush (stdout);
  complain ("%s:%s%s", name, gap, error->message);
  if (run->sarif != NULL)
    mellow_sarif_output_add_problem (run->sarif, name, error->message);
  raise_status (run, STATUS_FAILED);
}

static void
check_file (Run *run, const char *name)
{
  g_autoptr (ProseDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  document = read_document (run, name, &error);
  if (document == NULL) {
    complain_about_file (run, name, error);
    return;
  }

  if (run->options->each_line)
    check_each_line (run, name, document);
  else
    check_text (run, name, 0, document);
  flush (run);
}

/* What stands before all files. */
static void
begin_output (Run *run)
{
  if (run->options->format == MELLOW_FORMAT_JSON && !run->options->each_line)
    mellow_json_output_begin (&run->json);
  else if (run->options->format == MELLOW_FORMAT_SARIF)
    run->sarif = mellow_sarif_output_new ();
  else if (run->options->format == MELLOW_FORMAT_HTML)
    run->report = mellow_report_new (run->options->report_words, run->options->date);
}

static void
end_output (Run *run)
{
  if (run->options->format == MELLOW_FORMAT_JSON && !run->options->each_line) {
    mellow_json_output_end (&run->json);
    g_string_append_c (run->output, '\n');
  } else if (run->options->format == MELLOW_FORMAT_SARIF) {
    mellow_sarif_output_write (run->sarif, MELLOW_VERSION, run->output);
  } else if (run->options->format == MELLOW_FORMAT_HTML) {
    mellow_report_write (run->report, run->output);
  }
}

/* Whether the file could be read that the next one is a translation of. */
static gboolean
read_source (Run *run, const char *name)
{
  g_autoptr (GError) error = NULL;

  run->source = read_document (run, name, &error);
  if (run->source == NULL) {
    complain_about_file (run, name, error);
    return FALSE;
  }
  run->source_name = name;
  return TRUE;
}

static gboolean
is_folder (const char *name)
{
  return !g_str_equal (name, "-") && g_file_test (name, G_FILE_TEST_IS_DIR);
}

/* The files that were named, with those of a folder in its place. */
static GPtrArray *
list_files (Run *run, GStrv names)
{
  const MellowFileFilter filter = { .include = (const char *const *)run->options->include,
                                    .exclude = (const char *const *)run->options->exclude };
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; names[i] != NULL; i++) {
    g_autoptr (GError) error = NULL;

    if (!is_folder (names[i]))
      g_ptr_array_add (files, g_strdup (names[i]));
    else if (!mellow_file_walk (names[i], &filter, files, &error))
      complain_about_file (run, names[i], error);
  }
  return files;
}

static void
check_all (Run *run, GStrv names)
{
  g_autoptr (GPtrArray) files = list_files (run, names);

  if (files->len == 0) {
    complain ("mellow-check: no file to check in the folders");
    raise_status (run, STATUS_FAILED);
  }
  mellow_progress_begin (&run->progress, files->len);
  for (guint i = 0; i < files->len; i++) {
    mellow_progress_show (&run->progress, i, files->pdata[i]);
    check_file (run, files->pdata[i]);
  }
  mellow_progress_hide (&run->progress);
}

static void
say_what_is_known (Run *run)
{
  guint n = mellow_baseline_get_n_known (run->baseline);

  fflush (stdout);
  complain ("mellow-check: %u %s known from %s", n, n == 1 ? "finding was" : "findings were",
            run->options->baseline);
}

static void
check_files (Run *run, GStrv files)
{
  begin_output (run);
  if (!run->options->compare)
    check_all (run, files);
  else if (read_source (run, *files))
    check_file (run, files[1]);
  end_output (run);
  flush (run);
  if (run->baseline != NULL)
    say_what_is_known (run);
}

static void
explain (Run *run, ProseRuleSet *rules, const char *id)
{
  if (mellow_rule_list_explain (run->output, rules, run->options->language, id)) {
    flush (run);
    return;
  }

  complain ("mellow-check: no rule “%s”: mellow-check --rules lists them", id);
  raise_status (run, STATUS_FAILED);
}

static void
prove_pack (Run *run, ProseRuleSet *rules, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) failures =
      mellow_pack_files_prove (rules, path, run->options->language, &error);

  if (failures == NULL) {
    complain ("%s", error->message);
    raise_status (run, STATUS_FAILED);
    return;
  }
  for (guint i = 0; i < failures->len; i++)
    g_string_append_printf (run->output, "%s\n", (char *)failures->pdata[i]);
  if (failures->len > 0)
    raise_status (run, STATUS_FOUND);
  flush (run);
}

static void
prove_packs (Run *run, ProseRuleSet *rules)
{
  for (guint i = 0; run->options->test_packs[i] != NULL; i++)
    prove_pack (run, rules, run->options->test_packs[i]);
}

static void
search_rules (Run *run, ProseRuleSet *rules)
{
  g_autofree char *path = mellow_find_rules_database ();
  g_autoptr (GError) error = NULL;

  if (!mellow_rule_list_search (run->output, rules, path, run->options->language,
                                run->options->search, &error)) {
    complain (RULES_UNREADABLE, error->message);
    raise_status (run, STATUS_FAILED);
  }
  flush (run);
}

/* Who explains a rule shows its phrases too. */
static ProseRuleSet *
load_rules (gboolean with_phrases)
{
  g_autofree char *path = mellow_find_rules_database ();
  g_autoptr (GError) error = NULL;
  ProseRuleSet *rules;

  rules = with_phrases ? prose_rule_store_load_with_phrases (path, &error)
                       : prose_rule_store_load (path, &error);
  if (rules == NULL)
    complain (RULES_UNREADABLE, error->message);

  return rules;
}

/* A language is loaded when a text first asks for it; only then a damaged
 * database shows. */
static void
complain_about_rules (Run *run, ProseRuleSet *rules)
{
  g_autoptr (GPtrArray) codes = prose_rule_set_dup_languages (rules);

  for (guint i = 0; i < codes->len; i++) {
    const char *problem = prose_rule_set_get_problem (rules, g_ptr_array_index (codes, i));

    if (problem == NULL)
      continue;
    complain (RULES_UNREADABLE, problem);
    raise_status (run, STATUS_FAILED);
  }
}

/* The content of a file of what is known of the texts; NULL if it cannot be read. */
static GBytes *
read_known (Run *run, const char *path)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = mellow_input_read (path, &error);

  if (bytes == NULL)
    complain_about_file (run, path, error);
  return bytes;
}

static gboolean
refuse_known (Run *run, const GError *error)
{
  complain ("%s", error->message);
  raise_status (run, STATUS_FAILED);
  return FALSE;
}

/* Whether the brief could be read, if there is one. */
static gboolean
use_brief (Run *run)
{
  const char *path = run->options->brief;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ProseBrief) brief = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return TRUE;

  bytes = read_known (run, path);
  if (bytes == NULL)
    return FALSE;
  brief = prose_brief_read (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  if (brief == NULL)
    return refuse_known (run, error);

  prose_rewriter_set_brief (run->rewriter, brief);
  return TRUE;
}

static void
ignore (Run *run, ProseIgnoreList *list)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  const char *date = run->options->date;

  run->ignored = prose_ignore_list_ref (list);
  prose_ignore_list_set_today (list, date != NULL ? date : today);
  prose_rewriter_set_ignore_list (run->rewriter, list);
}

/* Whether the data of the document could be read, if there is some. */
static gboolean
use_document_data (Run *run)
{
  const char *path = run->options->document_data;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ProseDocumentData) known = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return TRUE;

  bytes = read_known (run, path);
  if (bytes == NULL)
    return FALSE;
  known = prose_document_data_read (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                    &error);
  if (known == NULL)
    return refuse_known (run, error);

  prose_rewriter_set_brief (run->rewriter, known->brief);
  ignore (run, known->ignored);
  return TRUE;
}

/* Whether the contract could be read, if there is one. */
static gboolean
use_contract (Run *run, ProseRuleSet *rules)
{
  const char *path = run->options->contract;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return TRUE;

  bytes = read_known (run, path);
  if (bytes == NULL)
    return FALSE;
  run->contract = prose_contract_read (path, g_bytes_get_data (bytes, NULL),
                                       g_bytes_get_size (bytes), rules, &error);

  return run->contract != NULL || refuse_known (run, error);
}

/* Whether the earlier findings could be read, if there are any. */
static gboolean
use_baseline (Run *run)
{
  const char *path = run->options->baseline;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return TRUE;

  bytes = read_known (run, path);
  if (bytes == NULL)
    return FALSE;
  run->baseline = mellow_baseline_read (path, bytes, &error);

  return run->baseline != NULL || refuse_known (run, error);
}

static void
run_with_rules (Run *run, ProseRuleSet *rules)
{
  const MellowOptions *options = run->options;

  if (options->search != NULL) {
    search_rules (run, rules);
  } else if (options->list_rules) {
    mellow_rule_list_add (run->output, rules, run->options->language);
    flush (run);
  } else if (options->explain != NULL) {
    explain (run, rules, options->explain);
  } else if (options->test_packs != NULL) {
    prove_packs (run, rules);
  } else {
    run->checker = prose_checker_new (rules);
    run->rewriter = prose_rewriter_new (rules);
    if (use_document_data (run) && use_brief (run) && use_contract (run, rules) &&
        use_baseline (run))
      check_files (run, options->files);
  }
  complain_about_rules (run, rules);
}

/* A full disk or a closed pipe must not pass for a clean text. */
static int
finish_output (int status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;

  complain ("mellow-check: the output could not be written");
  return STATUS_FAILED;
}

static gboolean
add_packs (ProseRuleSet *rules, const MellowOptions *options)
{
  const char *const *paths = (const char *const *)options->rules_from;
  g_autoptr (GError) error = NULL;

  if (paths == NULL || mellow_pack_files_add (rules, paths, options->language, &error))
    return TRUE;

  complain ("%s", error->message);
  return FALSE;
}

static int
run_options (const MellowOptions *options)
{
  g_auto (Run) run = { .options = options, .output = g_string_new (NULL) };
  g_autoptr (ProseRuleSet) rules = load_rules (options->explain != NULL);

  if (rules == NULL || !add_packs (rules, options) || !knows_language (rules, options->language) ||
      !knows_language (rules, options->source_language))
    return STATUS_FAILED;

  run.json.text = run.output;
  run_with_rules (&run, rules);

  return finish_output (run.status);
}

static gboolean
has_task (const MellowOptions *options)
{
  return options->files != NULL || options->list_rules || options->explain != NULL ||
         options->test_packs != NULL;
}

int
main (int argc, char **argv)
{
  g_auto (MellowOptions) options = { NULL };
  g_autoptr (GError) error = NULL;

  /* Names and messages are UTF-8, whatever the locale. */
  setlocale (LC_CTYPE, "C.UTF-8");
  if (!mellow_options_parse (&options, argv, &error)) {
    complain ("mellow-check: %s; see mellow-check --help", error->message);
    return STATUS_FAILED;
  }
  if (options.version) {
    puts ("mellow-check " MELLOW_VERSION);
    return STATUS_CLEAN;
  }
  if (!has_task (&options)) {
    complain ("mellow-check: no file to check; see mellow-check --help");
    return STATUS_FAILED;
  }

  return run_options (&options);
}
