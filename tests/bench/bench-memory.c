/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the engine takes of memory: with the shipped rules loaded, and by a
 * check of a megabyte. Linux only; elsewhere the table holds dashes.
 *
 *   bench-memory RULES.db TEXT… */

#include <stdio.h>
#include <stdlib.h>

#include "bench-corpus.h"
#include "bench-fixture.h"

/* The peak counts from here on. Where that cannot be asked for, it counts from
 * the start. */
static void
forget_peak (void)
{
  FILE *file = fopen ("/proc/self/clear_refs", "w");

  if (file == NULL)
    return;
  fputs ("5", file);
  fclose (file);
}

static void
print_memory (const char *name)
{
  g_autofree char *now = bench_dup_memory ("VmRSS");
  g_autofree char *peak = bench_dup_memory ("VmHWM");

  printf ("%-34s %12s %12s\n", name, now, peak);
}

int
main (int argc, char **argv)
{
  g_autoptr (BenchCorpus) corpus = NULL;
  g_autoptr (ProseRuleSet) shipped = NULL;
  g_autoptr (ProseChecker) checker = NULL;
  GString *text;

  if (argc < 3) {
    fprintf (stderr, "usage: bench-memory RULES.db TEXT…\n");
    return EXIT_FAILURE;
  }
  corpus = bench_corpus_new (argc - 2, argv + 2);
  text = bench_corpus_make_text (corpus, BENCH_MEGABYTE);
  forget_peak ();
  printf ("\n%-34s %12s %12s\n", "resident memory", "now", "peak");
  print_memory ("a text of 1 MB, no rules");

  shipped = bench_load_rules (argv[1]);
  prose_rule_set_get_language (shipped, "en");
  checker = prose_checker_new (shipped);
  print_memory ("shipped rules loaded, en");

  bench_pass_check (text, checker);
  print_memory ("text checked, report freed");

  g_string_free (text, TRUE);
  return EXIT_SUCCESS;
}
