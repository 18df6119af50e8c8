/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-options.h"

#include "check/prose-ignore-entry.h"

static gboolean
parse_format (const char *name, const char *value, gpointer data, GError **error)
{
  static const char *const formats[] = {
    [MELLOW_FORMAT_TEXT] = "text",
    [MELLOW_FORMAT_JSON] = "json",
    [MELLOW_FORMAT_SARIF] = "sarif",
    [MELLOW_FORMAT_HTML] = "html",
  };
  MellowOptions *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    if (g_str_equal (value, formats[i])) {
      self->format = i;
      return TRUE;
    }
  }

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               "unknown format “%s”: expected text, json, sarif or html", value);
  return FALSE;
}

static gboolean
parse_format_in (const char *name, const char *value, gpointer data, GError **error)
{
  MellowOptions *self = data;
  g_auto (GStrv) names = NULL;
  g_autofree char *known = NULL;

  self->format_in = prose_format_find (value);
  if (self->format_in != NULL)
    return TRUE;

  names = prose_format_list_names ();
  known = g_strjoinv (", ", names);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               "unknown format “%s”: expected one of %s", value, known);
  return FALSE;
}

static gboolean
parse_fail_on (const char *name, const char *value, gpointer data, GError **error)
{
  MellowOptions *self = data;

  if (g_str_equal (value, "parity")) {
    self->fail_on_parity = TRUE;
    return TRUE;
  }
  if (prose_severity_from_string (value, &self->fail_on) && self->fail_on != PROSE_SEVERITY_CREDIT)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               "unknown severity “%s”: expected note, proof, pressure, remove or parity", value);
  return FALSE;
}

static gboolean
parse_date (const char *name, const char *value, gpointer data, GError **error)
{
  MellowOptions *self = data;

  if (!prose_ignore_date_is_valid (value)) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 "“%s” is no day; “2026-12-31” is one", value);
    return FALSE;
  }
  g_free (self->date);
  self->date = g_strdup (value);
  return TRUE;
}

static gboolean
parse_language (const char *name, const char *value, gpointer data, GError **error)
{
  MellowOptions *self = data;

  g_free (self->language);
  self->language = g_str_equal (value, "auto") ? NULL : g_strdup (value);

  return TRUE;
}

static gboolean
parse_source_language (const char *name, const char *value, gpointer data, GError **error)
{
  MellowOptions *self = data;

  g_free (self->source_language);
  self->source_language = g_str_equal (value, "auto") ? NULL : g_strdup (value);

  return TRUE;
}

static gboolean
parse_report_language (const char *name, const char *value, gpointer data, GError **error)
{
  MellowOptions *self = data;
  const MellowReportWords *words = mellow_report_words_find (value);

  if (words == NULL) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 "no report is written in “%s”: expected one of en, da, de, sv, nb, fr, es", value);
    return FALSE;
  }
  self->report_words = words;
  return TRUE;
}

static GOptionContext *
make_context (MellowOptions *self)
{
  const GOptionEntry entries[] = {
    { "language", 'l', 0, G_OPTION_ARG_CALLBACK, parse_language,
      "Language of the texts: auto, or the code of one that has rules (default: auto)", "CODE" },
    { "format", 'f', 0, G_OPTION_ARG_CALLBACK, parse_format,
      "How to write the findings: text, json, sarif or html (default: text)", "FORMAT" },
    { "format-in", 0, 0, G_OPTION_ARG_CALLBACK, parse_format_in,
      "How to read the files (default: as their names end; standard input as text)", "FORMAT" },
    { "report-language", 0, 0, G_OPTION_ARG_CALLBACK, parse_report_language,
      "Language that an HTML report speaks itself: en, da, de, sv, nb, fr or es (default: en)",
      "CODE" },
    { "each-line", 'e', 0, G_OPTION_ARG_NONE, &self->each_line,
      "Take every line as a text of its own", NULL },
    { "fail-on", 0, 0, G_OPTION_ARG_CALLBACK, parse_fail_on,
      "Exit with 1 at findings this grave: note, proof, pressure or remove; or at parity: any "
      "difference in tone from the original; may be given twice",
      "SEVERITY" },
    { "compare", 0, 0, G_OPTION_ARG_NONE, &self->compare,
      "Of two files, check the second, and compare its tone with that of the first, which it is "
      "translated from",
      NULL },
    { "baseline", 0, 0, G_OPTION_ARG_FILENAME, &self->baseline,
      "Report only what is new since an earlier run, of which this is the JSON", "FILE.json" },
    { "include", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->include,
      "Of folders, check only files that match; may be given more than once", "GLOB" },
    { "exclude", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->exclude,
      "Of folders, leave out files and folders that match; may be given more than once", "GLOB" },
    { "no-project", 0, 0, G_OPTION_ARG_NONE, &self->no_project,
      "Read no .mellow.yaml in the folder of a file, or around it", NULL },
    { "source-language", 0, 0, G_OPTION_ARG_CALLBACK, parse_source_language,
      "Language that translations are made from: auto, or a code (default: auto)", "CODE" },
    { "verbose", 'v', 0, G_OPTION_ARG_NONE, &self->verbose,
      "In text, add other wordings and the tone", NULL },
    { "rules", 0, 0, G_OPTION_ARG_NONE, &self->list_rules, "List the rules", NULL },
    { "search", 0, 0, G_OPTION_ARG_STRING, &self->search,
      "With --rules, list only those about these words, the best first", "WORDS" },
    { "explain", 0, 0, G_OPTION_ARG_STRING, &self->explain, "Tell all about a rule", "RULE" },
    { "brief", 'b', 0, G_OPTION_ARG_FILENAME, &self->brief,
      "What the rewrites may tell of the product, its benefits and facts", "FILE.yaml" },
    { "document-data", 0, 0, G_OPTION_ARG_FILENAME, &self->document_data,
      "What is known of the one text to check: its brief, and what is ignored in it", "FILE.yaml" },
    { "claims", 0, 0, G_OPTION_ARG_NONE, &self->claims,
      "List what may want a proof, and what is known of it, in place of the marks", NULL },
    { "contract", 0, 0, G_OPTION_ARG_FILENAME, &self->contract,
      "List where the texts do not keep what was agreed; exit with 1 if there is something",
      "FILE.yaml" },
    { "date", 0, 0, G_OPTION_ARG_CALLBACK, parse_date,
      "The day of the report, by which proofs expire, too (default: none, and today)",
      "YYYY-MM-DD" },
    { "rules-from", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->rules_from,
      "Add the rules of a pack for this run; may be given more than once", "PACK.yaml" },
    { "test-pack", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->test_packs,
      "Prove the rules of a pack by their own examples", "PACK.yaml" },
    { "version", 0, 0, G_OPTION_ARG_NONE, &self->version, "Tell the version", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->files, NULL, NULL },
    { NULL },
  };
  GOptionGroup *group = g_option_group_new (NULL, NULL, NULL, self, NULL);
  GOptionContext *context = g_option_context_new ("FILE…");

  g_option_group_add_entries (group, entries);
  g_option_context_set_main_group (context, group);
  g_option_context_set_summary (context, "Marks pushy phrasing in copy, and says why.");
  g_option_context_set_description (context,
                                    "The file “-” is standard input; folders are searched. Exit "
                                    "status: 0 nothing at or above --fail-on,\n"
                                    "1 findings, 2 something could not be checked.");

  return context;
}

static gboolean
refuse (const char *message, GError **error)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, message);
  return FALSE;
}

/**
 * mellow_options_parse:
 * @self: options, all zero
 * @arguments: (array zero-terminated=1): the command line
 * @error: return location
 *
 * Reads the command line. `--help` is answered at once, and ends the program.
 *
 * Returns: whether it makes sense
 */
gboolean
mellow_options_parse (MellowOptions *self, char **arguments, GError **error)
{
  g_autoptr (GOptionContext) context = make_context (self);
  g_auto (GStrv) rest = g_strdupv (arguments);

  self->report_words = mellow_report_words_find ("en");
  if (!g_option_context_parse_strv (context, &rest, error))
    return FALSE;
  if (self->search != NULL && !self->list_rules)
    return refuse ("--search goes with --rules", error);
  if (self->document_data != NULL &&
      (self->each_line || self->files == NULL || g_strv_length (self->files) != 1))
    return refuse ("--document-data goes with one file, taken as one text", error);

  if (self->compare && (self->each_line || self->files == NULL || g_strv_length (self->files) != 2))
    return refuse ("--compare goes with two files, taken as one text each", error);

  if (self->baseline != NULL && self->format == MELLOW_FORMAT_HTML)
    return refuse ("--baseline goes with text, JSON and SARIF", error);

  if (self->claims && self->format == MELLOW_FORMAT_SARIF)
    return refuse ("--claims goes with text, JSON and HTML", error);
  if (self->each_line && self->format >= MELLOW_FORMAT_SARIF)
    return refuse ("--each-line goes with text and JSON", error);

  return TRUE;
}

/**
 * mellow_options_clear:
 *
 * Frees what the options hold.
 */
void
mellow_options_clear (MellowOptions *self)
{
  g_free (self->language);
  g_free (self->source_language);
  g_free (self->baseline);
  g_strfreev (self->include);
  g_strfreev (self->exclude);
  g_free (self->search);
  g_free (self->explain);
  g_free (self->brief);
  g_free (self->document_data);
  g_free (self->contract);
  g_free (self->date);
  g_strfreev (self->rules_from);
  g_strfreev (self->test_packs);
  g_strfreev (self->files);
}
