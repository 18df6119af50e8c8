/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What typing a character costs until its marks are known, in texts of four
 * lengths: it should hardly grow with them.
 *
 *   bench-edit RULES.db TEXT… */

#include <stdio.h>
#include <stdlib.h>

#include "bench-corpus.h"
#include "bench-fixture.h"

#define N_EDITS 2000

static void
add_time (GArray *times, double start)
{
  double time = bench_get_milliseconds () - start;

  g_array_append_val (times, time);
}

/* Where a character of the text begins. */
static guint
pick_offset (BenchCorpus *corpus, const GString *text)
{
  guint offset = g_rand_int_range (corpus->dice, 0, text->len);

  while (((guchar)text->str[offset] & 0xc0) == 0x80)
    offset--;
  return offset;
}

/* Types a character at random places, and takes it back. */
static void
time_edits (ProseLiveChecker *live, BenchCorpus *corpus, const GString *text, GArray *times)
{
  for (guint i = 0; i < N_EDITS; i++) {
    guint at = pick_offset (corpus, text);
    double start = bench_get_milliseconds ();

    prose_live_checker_insert (live, at, "e", 1);
    add_time (times, start);
    start = bench_get_milliseconds ();
    prose_live_checker_delete (live, (ProseSpan){ at, at + 1 });
    add_time (times, start);
  }
}

static void
bench_editing (ProseRuleSet *rules, BenchCorpus *corpus, gsize length)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (ProseLiveChecker) live = prose_live_checker_new (rules);
  g_autofree char *name = g_strdup_printf ("edit in %g MB", length / 1e6);
  GString *text = bench_corpus_make_text (corpus, length);

  prose_live_checker_set_text (live, text->str, text->len);
  time_edits (live, corpus, text, times);
  bench_print_times (name, times);
  g_string_free (text, TRUE);
}

int
main (int argc, char **argv)
{
  g_autoptr (BenchCorpus) corpus = NULL;
  g_autoptr (ProseRuleSet) shipped = NULL;

  if (argc < 3) {
    fprintf (stderr, "usage: bench-edit RULES.db TEXT…\n");
    return EXIT_FAILURE;
  }
  corpus = bench_corpus_new (argc - 2, argv + 2);
  shipped = bench_load_rules (argv[1]);

  bench_print_times_header ();
  for (gsize length = 10 * BENCH_KILOBYTE; length <= 10 * BENCH_MEGABYTE; length *= 10)
    bench_editing (shipped, corpus, length);
  return EXIT_SUCCESS;
}
