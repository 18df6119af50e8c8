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
#include "mellow-setting.h"
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
  GHashTable *settings;         /* file of a project, or nothing → MellowSetting */
  const MellowSetting *setting; /* that of the file that is being checked */
  MellowJsonWriter json;
  MellowSarifOutput *sarif; /* NULL for another format */
  MellowReport *report;     /* likewise */
  const char *source_name;  /* the file that all others are compared with; NULL for none */
  ProseDocument *source;    /* that file, likewise */
  MellowBaseline *baseline; /* NULL for none */
  MellowProgress progress;
  guint n_dismissed; /* differences that the user leaves as they are */
  GString *output;   /* not yet on standard output */
  int status;
} Run;

static void
run_clear (Run *run)
{
  g_hash_table_unref (run->settings);
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

/* --- what is checked by --- */

/* Who explains a rule shows its phrases too; a report is in one language. */
static ProseRuleSet *
load_rules (const MellowOptions *options)
{
  const char *reader =
      options->format == MELLOW_FORMAT_HTML ? options->report_words->language : NULL;
  g_autofree char *path = mellow_find_rules_database ();
  g_autoptr (GError) error = NULL;
  ProseRuleSet *rules;

  rules = prose_rule_store_load_for_reader (path, reader, options->explain != NULL, &error);
  if (rules == NULL)
    complain (RULES_UNREADABLE, error->message);

  return rules;
}

static gboolean
refuse_known (Run *run, const GError *error)
{
  complain ("%s", error->message);
  raise_status (run, STATUS_FAILED);
  return FALSE;
}

static MellowSetting *
create_setting (Run *run, const char *path)
{
  g_autoptr (GError) error = NULL;
  MellowProject *project = NULL;
  MellowSetting *setting = NULL;
  ProseRuleSet *rules;

  if (path != NULL && (project = mellow_project_read (path, &error)) == NULL) {
    refuse_known (run, error);
    return NULL;
  }
  rules = load_rules (run->options);
  if (rules != NULL)
    setting = mellow_setting_new (run->options, project, rules, &error);
  else
    g_clear_pointer (&project, mellow_project_free);
  if (error != NULL)
    refuse_known (run, error);
  if (setting == NULL)
    raise_status (run, STATUS_FAILED);

  return setting;
}

/* That of a project; NULL if it has a mistake, which was told. */
static const MellowSetting *
get_setting (Run *run, const char *path)
{
  const char *key = path != NULL ? path : "";
  gpointer setting;

  if (!g_hash_table_lookup_extended (run->settings, key, NULL, &setting)) {
    setting = create_setting (run, path);
    g_hash_table_insert (run->settings, g_strdup (key), setting);
  }
  return setting;
}

static const MellowSetting *
find_setting (Run *run, const char *file)
{
  g_autofree char *path = run->options->no_project ? NULL : mellow_project_find (file);

  return get_setting (run, path);
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

  return mellow_text_find_claims (run->setting->checker, run->setting->ignored, document,
                                  run->setting->language, prose_report_get_diagnostics (report));
}

static GPtrArray *
create_deviations (Run *run, const MellowCheckedText *checked)
{
  if (run->setting->contract == NULL)
    return NULL;

  return prose_contract_check (run->setting->contract, checked->report, checked->document,
                               mellow_checked_text_get_lexicon (checked));
}

/* The tone of a text beside that of its original: in another file, or in its own. */
static ProseParity *
create_parity (Run *run, ProseDocument *document)
{
  const MellowSetting *setting = run->setting;
  ProseParity *parity =
      mellow_text_compare (prose_checker_get_rules (setting->checker), document, run->source,
                           setting->language, setting->source_language);

  if (parity != NULL && setting->dismissed != NULL) {
    prose_parity_leave_out (parity, setting->dismissed);
    run->n_dismissed += parity->dismissed->len;
  }
  return parity;
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

  report = mellow_text_check (run->setting->checker, run->setting->ignored, document,
                              run->setting->language);
  prose_rewriter_set_measures (run->setting->rewriter, prose_report_get_measures (report));

  claims = create_claims (run, document, report);
  checked = (MellowCheckedText){ .name = name,
                                 .line = line,
                                 .document = document,
                                 .report = report,
                                 .rewriter = run->setting->rewriter,
                                 .rules = prose_checker_get_rules (run->setting->checker),
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
  checked.client = run->setting->contract != NULL ? run->setting->contract->client : NULL;
  if (deviations != NULL && deviations->len > 0)
    raise_status (run, STATUS_FOUND);
  if (run->options->fail_on_parity && parity != NULL && parity->findings->len > 0)
    raise_status (run, STATUS_FOUND);
  write_checked (run, &checked);
  if (run->setting->contract != NULL && !mellow_checked_text_is_known (&checked))
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

  if (format == NULL && run->setting != NULL)
    format = run->setting->format;
  if (format == NULL)
    format = prose_format_of_file (name);
  document = prose_document_new_from_file (bytes, format, error);
  if (document != NULL && !run->options->each_line && !prose_document_is_imported (document))
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

  run->setting = find_setting (run, name);

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

/* What is to be checked, and what could not be looked through. */
typedef struct {
  GPtrArray *files;
  GPtrArray *folders;  /* that have a problem */
  GPtrArray *problems; /* of GError, one for each of those */
  gboolean is_broken;  /* whether a project has a mistake */
} Work;

static void
work_clear (Work *self)
{
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->folders);
  g_ptr_array_unref (self->problems);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/* A project leaves out what it does not want to have found. */
static void
add_file (Run *run, Work *work, const char *name, gboolean is_found)
{
  const MellowSetting *setting = find_setting (run, name);

  if (setting == NULL)
    work->is_broken = TRUE;
  else if (!is_found || setting->project == NULL ||
           !mellow_project_excludes (setting->project, name))
    g_ptr_array_add (work->files, g_strdup (name));
}

static void
add_folder (Run *run, Work *work, const char *name)
{
  const MellowFileFilter filter = { .include = (const char *const *)run->options->include,
                                    .exclude = (const char *const *)run->options->exclude };
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  GError *error = NULL;

  if (!mellow_file_walk (name, &filter, found, &error)) {
    g_ptr_array_add (work->folders, (gpointer)name);
    g_ptr_array_add (work->problems, error);
  }
  for (guint i = 0; i < found->len; i++)
    add_file (run, work, found->pdata[i], TRUE);
}

/* The files that were named, with those of a folder in its place. */
static Work
plan (Run *run, GStrv names)
{
  Work work = { .files = g_ptr_array_new_with_free_func (g_free),
                .folders = g_ptr_array_new (),
                .problems = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free) };

  for (guint i = 0; names[i] != NULL; i++)
    if (is_folder (names[i]) && !run->options->compare)
      add_folder (run, &work, names[i]);
    else
      add_file (run, &work, names[i], FALSE);

  return work;
}

static void
check_each (Run *run, const Work *work)
{
  for (guint i = 0; i < work->folders->len; i++)
    complain_about_file (run, work->folders->pdata[i], work->problems->pdata[i]);
  if (work->files->len == 0) {
    complain ("mellow-check: no file to check in the folders");
    raise_status (run, STATUS_FAILED);
  }
  mellow_progress_begin (&run->progress, work->files->len);
  for (guint i = 0; i < work->files->len; i++) {
    mellow_progress_show (&run->progress, i, work->files->pdata[i]);
    check_file (run, work->files->pdata[i]);
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
say_what_is_dismissed (Run *run)
{
  fflush (stdout);
  complain ("mellow-check: %u %s dismissed in %s", run->n_dismissed,
            run->n_dismissed == 1 ? "difference in tone was" : "differences in tone were",
            run->options->document_data);
}

static void
check_files (Run *run, GStrv files)
{
  g_auto (Work) work = plan (run, files);

  if (work.is_broken)
    return;

  begin_output (run);
  if (!run->options->compare)
    check_each (run, &work);
  else if (read_source (run, *files))
    check_file (run, files[1]);
  end_output (run);
  flush (run);
  if (run->baseline != NULL)
    say_what_is_known (run);
  if (run->n_dismissed > 0)
    say_what_is_dismissed (run);
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

/* What is about rules, not about texts, knows of no project. */
static void
run_on_rules (Run *run)
{
  const MellowOptions *options = run->options;
  const MellowSetting *setting = get_setting (run, NULL);

  if (setting == NULL)
    return;
  if (options->search != NULL)
    search_rules (run, setting->rules);
  else if (options->list_rules)
    mellow_rule_list_add (run->output, setting->rules, options->language);
  else if (options->explain != NULL)
    explain (run, setting->rules, options->explain);
  else
    prove_packs (run, setting->rules);
  flush (run);
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
is_about_rules (const MellowOptions *options)
{
  return options->list_rules || options->explain != NULL || options->test_packs != NULL;
}

static void
free_setting (gpointer setting)
{
  if (setting != NULL)
    mellow_setting_free (setting);
}

static void
complain_about_all_rules (Run *run)
{
  GHashTableIter settings;
  gpointer setting;

  g_hash_table_iter_init (&settings, run->settings);
  while (g_hash_table_iter_next (&settings, NULL, &setting))
    if (setting != NULL)
      complain_about_rules (run, ((const MellowSetting *)setting)->rules);
}

static int
run_options (const MellowOptions *options)
{
  g_auto (Run) run = { .options = options, .output = g_string_new (NULL) };

  run.settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_setting);
  run.json.text = run.output;
  if (is_about_rules (options))
    run_on_rules (&run);
  else if (use_baseline (&run))
    check_files (&run, options->files);
  complain_about_all_rules (&run);

  return finish_output (run.status);
}

static gboolean
has_task (const MellowOptions *options)
{
  return options->files != NULL || is_about_rules (options);
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
