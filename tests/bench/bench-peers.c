/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes the text of the other benchmarks to a file, for other checkers to read
 * (peers.mjs), and prints the head of their table with the engine's own row.
 *
 *   bench-peers OUTPUT RULES.db TEXT… */

#include <stdio.h>
#include <stdlib.h>

#include "bench-corpus.h"
#include "bench-fixture.h"

#define N_RUNS 7

static void
write_text (const char *path, const GString *text)
{
  g_autoptr (GError) error = NULL;

  if (g_file_set_contents (path, text->str, text->len, &error))
    return;

  fprintf (stderr, "%s\n", error->message);
  exit (EXIT_FAILURE);
}

int
main (int argc, char **argv)
{
  g_autoptr (BenchCorpus) corpus = NULL;
  g_autoptr (ProseRuleSet) shipped = NULL;
  g_autoptr (ProseChecker) checker = NULL;
  GString *text;
  guint found;
  double time;

  if (argc < 4) {
    fprintf (stderr, "usage: bench-peers OUTPUT RULES.db TEXT…\n");
    return EXIT_FAILURE;
  }
  corpus = bench_corpus_new (argc - 3, argv + 3);
  shipped = bench_load_rules (argv[2]);
  checker = prose_checker_new (shipped);
  text = bench_corpus_make_text (corpus, BENCH_MEGABYTE);
  write_text (argv[1], text);

  time = bench_time_pass (bench_pass_check, text, checker, N_RUNS, &found);
  printf ("%-24s %9s %12s %13s %9s\n", "checker", "text", "time", "speed", "found");
  printf ("%-24s %6.2f MB %9.1f ms %8.3f MB/s %9u\n", "mellow", text->len / 1e6, time,
          text->len / 1e3 / time, found);
  g_string_free (text, TRUE);
  return EXIT_SUCCESS;
}
