/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The command line: checks files and writes what it found. Its options, output
 * and exit status are a contract; mellow-check(1) tells it. */

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mellow-data.h"
#include "mellow-input.h"
#include "mellow-json-output.h"
#include "mellow-rule-list.h"
#include "mellow-text-output.h"

/* Exit status, from best to worst. */
enum {
  STATUS_CLEAN = 0,
  STATUS_FOUND = 1,
  STATUS_FAILED = 2,
};

#define RULES_UNREADABLE "mellow-check: the rules cannot be read: %s"

/* What the user asked for. */
typedef struct {
  char *language; /* NULL for auto */
  char *format;
  char *fail_on;
  char *explain;
  gboolean each_line;
  gboolean verbose;
  gboolean list_rules;
  gboolean version;
  GStrv files;
} Options;

/* A run over all files. */
typedef struct {
  const char *language; /* NULL for auto */
  gboolean is_json;
  gboolean each_line;
  gboolean verbose;
  ProseSeverity fail_on; /* PROSE_SEVERITY_CREDIT: findings never fail */
  ProseChecker *checker;
  ProseRewriter *rewriter;
  MellowJsonWriter json;
  GString *output; /* not yet on standard output */
  int status;
} Run;

static void
options_clear (Options *options)
{
  g_free (options->language);
  g_free (options->format);
  g_free (options->fail_on);
  g_free (options->explain);
  g_strfreev (options->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
run_clear (Run *run)
{
  g_clear_object (&run->checker);
  g_clear_object (&run->rewriter);
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

static gboolean
parse_options (Options *options, char ***arguments, GError **error)
{
  const GOptionEntry entries[] = {
    { "language", 'l', 0, G_OPTION_ARG_STRING, &options->language,
      "Language of the texts: auto, or the code of one that has rules (default: auto)", "CODE" },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options->format,
      "How to write the findings: text or json (default: text)", "FORMAT" },
    { "each-line", 'e', 0, G_OPTION_ARG_NONE, &options->each_line,
      "Take every line as a text of its own", NULL },
    { "fail-on", 0, 0, G_OPTION_ARG_STRING, &options->fail_on,
      "Exit with 1 at findings this grave: note, proof, pressure or remove", "SEVERITY" },
    { "verbose", 'v', 0, G_OPTION_ARG_NONE, &options->verbose,
      "In text, add other wordings and the tone", NULL },
    { "rules", 0, 0, G_OPTION_ARG_NONE, &options->list_rules, "List the rules", NULL },
    { "explain", 0, 0, G_OPTION_ARG_STRING, &options->explain, "Tell all about a rule", "RULE" },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, "Tell the version", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("FILE…");

  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_summary (context, "Marks pushy phrasing in copy, and says why.");
  g_option_context_set_description (
      context, "The file “-” is standard input. Exit status: 0 nothing at or above --fail-on,\n"
               "1 findings, 2 something could not be checked.");

  return g_option_context_parse_strv (context, arguments, error);
}

static gboolean
set_format (Run *run, const char *format)
{
  if (format != NULL && !g_str_equal (format, "text") && !g_str_equal (format, "json")) {
    complain ("mellow-check: unknown format “%s”: expected text or json", format);
    return FALSE;
  }
  run->is_json = g_strcmp0 (format, "json") == 0;

  return TRUE;
}

static gboolean
set_fail_on (Run *run, const char *severity)
{
  if (severity == NULL)
    return TRUE;

  if (!prose_severity_from_string (severity, &run->fail_on) ||
      run->fail_on == PROSE_SEVERITY_CREDIT) {
    complain ("mellow-check: unknown severity “%s”: expected note, proof, pressure or remove",
              severity);
    return FALSE;
  }

  return TRUE;
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
set_language (Run *run, ProseRuleSet *rules, const char *language)
{
  g_autofree char *known = NULL;

  if (language == NULL || g_str_equal (language, "auto"))
    return TRUE;

  if (!prose_rule_set_has_language (rules, language)) {
    known = list_languages (rules);
    complain ("mellow-check: no rules for language “%s”: expected auto or one of %s", language,
              known);
    return FALSE;
  }
  run->language = language;

  return TRUE;
}

static void
flush (Run *run)
{
  fwrite (run->output->str, 1, run->output->len, stdout);
  g_string_truncate (run->output, 0);
}

static void
raise_status (Run *run, int status)
{
  run->status = MAX (run->status, status);
}

static gboolean
has_finding (ProseReport *report, ProseSeverity least)
{
  GArray *diagnostics = prose_report_get_diagnostics (report);

  for (guint i = 0; i < diagnostics->len; i++)
    if (g_array_index (diagnostics, ProseDiagnostic, i).rule->severity >= least)
      return TRUE;

  return FALSE;
}

static void
write_text (Run *run, const MellowCheckedText *checked)
{
  g_autoptr (GString) unchecked = g_string_new (NULL);

  mellow_text_output_add (run->output, checked, run->verbose);
  mellow_text_output_add_unchecked (unchecked, checked);
  if (unchecked->len == 0)
    return;

  flush (run);
  fflush (stdout);
  fputs (unchecked->str, stderr);
}

static void
check_text (Run *run, const char *name, guint line, ProseDocument *document)
{
  g_autoptr (ProseReport) report = NULL;
  MellowCheckedText checked;

  report = prose_checker_check (run->checker, document, run->language);
  if (run->fail_on != PROSE_SEVERITY_CREDIT && has_finding (report, run->fail_on))
    raise_status (run, STATUS_FOUND);

  checked = (MellowCheckedText){ name, line, document, report, run->rewriter };
  if (run->is_json)
    mellow_json_output_add (&run->json, &checked);
  else
    write_text (run, &checked);
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
  if (run->is_json)
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
read_document (const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = mellow_input_read (name, error);

  return bytes != NULL ? prose_document_new_from_bytes (bytes, error) : NULL;
}

/* The message of an error that has a place begins with it. */
static void
complain_about_file (Run *run, const char *name, const GError *error)
{
  const char *gap = g_ascii_isdigit (error->message[0]) ? "" : " ";

  flush (run);
  fflush (stdout);
  complain ("%s:%s%s", name, gap, error->message);
  raise_status (run, STATUS_FAILED);
}

static void
check_file (Run *run, const char *name)
{
  g_autoptr (ProseDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  document = read_document (name, &error);
  if (document == NULL) {
    complain_about_file (run, name, error);
    return;
  }

  if (run->each_line)
    check_each_line (run, name, document);
  else
    check_text (run, name, 0, document);
  flush (run);
}

static void
check_files (Run *run, GStrv files)
{
  gboolean is_one_object = run->is_json && !run->each_line;

  if (is_one_object)
    mellow_json_output_begin (&run->json);
  for (guint i = 0; files[i] != NULL; i++)
    check_file (run, files[i]);
  if (is_one_object) {
    mellow_json_output_end (&run->json);
    g_string_append_c (run->output, '\n');
  }
  flush (run);
}

static void
explain (Run *run, ProseRuleSet *rules, const char *id)
{
  if (mellow_rule_list_explain (run->output, rules, run->language, id)) {
    flush (run);
    return;
  }

  complain ("mellow-check: no rule “%s”: mellow-check --rules lists them", id);
  raise_status (run, STATUS_FAILED);
}

static ProseRuleSet *
load_rules (void)
{
  g_autofree char *path = mellow_find_rules_database ();
  g_autoptr (GError) error = NULL;
  ProseRuleSet *rules;

  rules = prose_rule_store_load (path, &error);
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

static void
run_with_rules (Run *run, const Options *options, ProseRuleSet *rules)
{
  if (options->list_rules) {
    mellow_rule_list_add (run->output, rules, run->language);
    flush (run);
  } else if (options->explain != NULL) {
    explain (run, rules, options->explain);
  } else {
    run->checker = prose_checker_new (rules);
    run->rewriter = prose_rewriter_new (rules);
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

static int
run_options (const Options *options)
{
  g_auto (Run) run = { .output = g_string_new (NULL) };
  g_autoptr (ProseRuleSet) rules = NULL;

  run.json.text = run.output;
  run.each_line = options->each_line;
  run.verbose = options->verbose;
  if (!set_format (&run, options->format) || !set_fail_on (&run, options->fail_on))
    return STATUS_FAILED;

  rules = load_rules ();
  if (rules == NULL || !set_language (&run, rules, options->language))
    return STATUS_FAILED;

  run_with_rules (&run, options, rules);

  return finish_output (run.status);
}

static gboolean
has_task (const Options *options)
{
  return options->files != NULL || options->list_rules || options->explain != NULL;
}

int
main (int argc, char **argv)
{
  g_auto (Options) options = { NULL };
  g_auto (GStrv) arguments = g_strdupv (argv);
  g_autoptr (GError) error = NULL;

  /* Names and messages are UTF-8, whatever the locale. */
  setlocale (LC_CTYPE, "C.UTF-8");
  if (!parse_options (&options, &arguments, &error)) {
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
