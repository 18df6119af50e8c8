/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Of this process alone: other ones on the machine do not count. */
double
bench_get_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

/* Rules that cannot be loaded end the program. */
ProseRuleSet *
bench_load_rules (const char *path)
{
  g_autoptr (GError) error = NULL;
  ProseRuleSet *rules = prose_rule_store_load (path, &error);

  if (rules != NULL)
    return rules;

  fprintf (stderr, "%s\n", error->message);
  exit (EXIT_FAILURE);
}

/* --- whole texts --- */

static guint
check (const GString *text, ProseChecker *checker, const char *language)
{
  g_autoptr (ProseDocument) document = prose_document_new (text->str, text->len);
  g_autoptr (ProseReport) report = prose_checker_check (checker, document, language);

  return prose_report_get_diagnostics (report)->len;
}

guint
bench_pass_check (const GString *text, gpointer checker)
{
  return check (text, checker, NULL);
}

/* Whatever language the text seems to be in. */
guint
bench_pass_check_english (const GString *text, gpointer checker)
{
  return check (text, checker, "en");
}

/* The best time of n_runs passes, in milliseconds: the rest is what else the
 * machine does. */
double
bench_time_pass (BenchPass pass, const GString *text, gpointer data, guint n_runs, guint *found)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < n_runs; i++) {
    double start = bench_get_milliseconds ();

    *found = pass (text, data);
    best = MIN (best, bench_get_milliseconds () - start);
  }
  return best;
}

/* Those of the files whose names have kind in them. */
static BenchCorpus *
create_corpus (const char *kind, int n_paths, char **paths)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (int i = 0; i < n_paths; i++)
    if (strstr (paths[i], kind) != NULL)
      g_ptr_array_add (chosen, paths[i]);

  return bench_corpus_new (chosen->len, (char **)chosen->pdata);
}

static GString *
make_marked_text (ProseRuleSet *rules, int n_texts, char **texts)
{
  g_autoptr (BenchCorpus) pushy = create_corpus (".pushy.", n_texts, texts);
  g_autoptr (BenchCorpus) soft = create_corpus (".soft.", n_texts, texts);
  g_autoptr (ProseChecker) checker = prose_checker_new (rules);
  GString *text = g_string_sized_new (BENCH_MEGABYTE + 10 * BENCH_KILOBYTE);
  gsize n_marks = 0;

  while (text->len < BENCH_MEGABYTE) {
    BenchCorpus *corpus = n_marks * 100 < text->len ? pushy : soft;
    GString *piece = bench_corpus_make_text (corpus, 2 * BENCH_KILOBYTE);

    n_marks += bench_pass_check (piece, checker);
    g_string_append_len (text, piece->str, piece->len);
    g_string_free (piece, TRUE);
  }
  return text;
}

/* Writes a megabyte with a mark for each 100 bytes of it: pushy copy, and soft copy
 * wherever there are enough marks already. */
void
bench_write_marked_text (const char *path, const char *rules, int n_texts, char **texts)
{
  g_autoptr (ProseRuleSet) shipped = bench_load_rules (rules);
  g_autoptr (GError) error = NULL;
  GString *text = make_marked_text (shipped, n_texts, texts);

  if (!g_file_set_contents (path, text->str, text->len, &error)) {
    fprintf (stderr, "%s\n", error->message);
    exit (EXIT_FAILURE);
  }
  g_string_free (text, TRUE);
}

/* --- many short times --- */

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double first = *(const double *)a;
  double second = *(const double *)b;

  return (first > second) - (first < second);
}

void
bench_print_times_header (void)
{
  printf ("\n%-34s %12s %12s %12s %12s\n", "each time", "median", "p95", "p99", "most");
}

void
bench_print_times (const char *name, GArray *times)
{
  const double *sorted = (const double *)times->data;

  g_array_sort (times, compare_times);
  printf ("%-34s %9.3f ms %9.3f ms %9.3f ms %9.3f ms\n", name, sorted[times->len / 2],
          sorted[times->len * 95 / 100], sorted[times->len * 99 / 100], sorted[times->len - 1]);
}

/* --- memory --- */

/* A figure of /proc/self/status in MB, as text; "-" where there is none. */
char *
bench_dup_memory (const char *name)
{
  g_autofree char *status = NULL;
  g_autofree char *label = g_strdup_printf ("\n%s:", name);
  const char *at;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return g_strdup ("-");
  at = strstr (status, label);
  if (at == NULL)
    return g_strdup ("-");
  return g_strdup_printf ("%.1f MB", g_ascii_strtoull (at + strlen (label), NULL, 10) / 1024.0);
}
