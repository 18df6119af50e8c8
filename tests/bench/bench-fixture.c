/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-fixture.h"

#include <stdio.h>
#include <stdlib.h>
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
  printf ("\n%-34s %12s %12s %12s\n", "each time", "median", "p99", "most");
}

void
bench_print_times (const char *name, GArray *times)
{
  const double *sorted = (const double *)times->data;

  g_array_sort (times, compare_times);
  printf ("%-34s %9.3f ms %9.3f ms %9.3f ms\n", name, sorted[times->len / 2],
          sorted[times->len * 99 / 100], sorted[times->len - 1]);
}
