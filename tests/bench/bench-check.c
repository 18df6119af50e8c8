/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How fast the engine is, next to ICU's word breaks over the same text in the
 * same run: only such figures can be compared between machines.
 *
 *   bench-check RULES.db TEXT… */

#include <stdio.h>
#include <stdlib.h>
#include <unicode/ubrk.h>

#include "bench-corpus.h"
#include "bench-fixture.h"
#include "text/prose-tokenizer.h"

#define N_RUNS 7
#define N_LOADS 25

/* --- rules as packs have them --- */

/* Of the words that many rules speak of, a text holds few. */
static void
append_synthetic_word (GString *phrase, BenchCorpus *corpus)
{
  if (g_rand_int_range (corpus->dice, 0, 8) == 0)
    g_string_append (phrase, bench_corpus_pick_word (corpus));
  else
    g_string_append_printf (phrase, "%s%s", bench_corpus_pick_word (corpus),
                            bench_corpus_pick_word (corpus));
}

/* As phrases of the packs are built: a choice, a gap or an optional word, and
 * another word. */
static char *
make_phrase (BenchCorpus *corpus)
{
  static const char *const middles[] = { "", "{0..2} ", "[so|very] ", "{number} ", "(a|the) " };
  g_autoptr (GString) phrase = g_string_new ("(");

  for (int n = g_rand_int_range (corpus->dice, 1, 4); n > 0; n--) {
    append_synthetic_word (phrase, corpus);
    g_string_append (phrase, n > 1 ? "|" : ") ");
  }
  g_string_append (phrase, middles[g_rand_int_range (corpus->dice, 0, G_N_ELEMENTS (middles))]);
  append_synthetic_word (phrase, corpus);
  return g_string_free (g_steal_pointer (&phrase), FALSE);
}

static ProseRuleSet *
make_rules (BenchCorpus *corpus, guint n)
{
  g_autoptr (ProseCategory) category =
      prose_category_new ("en", "bench", "Bench", PROSE_METER_PRESSURE, FALSE);
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_rule_unref);
  g_autoptr (GPtrArray) lexicons = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  ProseRuleSet *rule_set;

  for (guint i = 0; i < n; i++) {
    g_autofree char *name = g_strdup_printf ("rule-%u", i);
    ProseRule *rule = prose_rule_new (category, name);

    rule->severity = PROSE_SEVERITY_PRESSURE;
    rule->weight = 5;
    rule->guards = PROSE_GUARD_QUOTED | PROSE_GUARD_NEGATED | PROSE_GUARD_NAME;
    rule->phrases = g_new0 (char *, 3);
    rule->phrases[0] = make_phrase (corpus);
    rule->phrases[1] = make_phrase (corpus);
    g_ptr_array_add (rules, rule);
  }
  rule_set = prose_rule_set_new (rules, lexicons, &error);
  g_assert_no_error (error);
  return rule_set;
}

/* --- whole texts --- */

/* On UTF-16, which it is fastest on; the conversion is not counted. */
static guint
pass_icu (const GString *text, gpointer data)
{
  UBreakIterator *words = data;
  guint n = 0;

  ubrk_first (words);
  while (ubrk_next (words) != UBRK_DONE)
    n++;
  return n;
}

static guint
pass_tokens (const GString *text, gpointer data)
{
  GArray *tokens = data;

  g_array_set_size (tokens, 0);
  prose_tokenize (text->str, text->len, tokens);
  return tokens->len;
}

static void
print_pass (const char *name, double time, double icu, const GString *text, guint found)
{
  printf ("%-34s %9.1f ms %8.1f MB/s %7.2f × %9u\n", name, time, text->len / 1e3 / time, icu / time,
          found);
}

static void
bench_check (const char *name, ProseRuleSet *rules, const GString *text, double icu)
{
  g_autoptr (ProseChecker) checker = prose_checker_new (rules);
  guint found;
  double time = bench_time_pass (bench_pass_check, text, checker, N_RUNS, &found);

  print_pass (name, time, icu, text, found);
}

static void
bench_synthetic (BenchCorpus *corpus, guint n, const GString *text, double icu)
{
  g_autoptr (ProseRuleSet) rules = make_rules (corpus, n);
  g_autofree char *name = g_strdup_printf ("check, %u synthetic rules", n);

  bench_check (name, rules, text, icu);
}

static double
bench_icu (const GString *text)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree UChar *utf16 = (UChar *)g_utf8_to_utf16 (text->str, text->len, NULL, NULL, NULL);
  UBreakIterator *words = ubrk_open (UBRK_WORD, "en", utf16, -1, &status);
  guint found;
  double time = bench_time_pass (pass_icu, text, words, N_RUNS, &found);

  print_pass ("ICU word breaks", time, time, text, found);
  ubrk_close (words);
  return time;
}

static void
bench_tokens (const GString *text, double icu)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (ProseToken));
  guint found;
  double time = bench_time_pass (pass_tokens, text, tokens, N_RUNS, &found);

  print_pass ("tokens", time, icu, text, found);
}

static void
bench_whole_texts (ProseRuleSet *shipped, BenchCorpus *corpus, const GString *text)
{
  double icu;

  printf ("%-34s %12s %13s %9s %9s\n", "whole text", "time", "speed", "to ICU", "found");
  icu = bench_icu (text);
  bench_tokens (text, icu);
  bench_check ("check, shipped rules", shipped, text, icu);
  bench_synthetic (corpus, 500, text, icu);
  bench_synthetic (corpus, 2000, text, icu);
  bench_synthetic (corpus, 10000, text, icu);
}

/* --- loading --- */

/* Opening the database and making a language of it ready to match. */
static void
bench_loading (const char *path, const char *language)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *name = g_strdup_printf ("load shipped rules, %s", language);

  for (guint i = 0; i < N_LOADS; i++) {
    double start = bench_get_milliseconds ();
    double time;
    g_autoptr (ProseRuleSet) rules = bench_load_rules (path);

    prose_rule_set_get_language (rules, language);
    time = bench_get_milliseconds () - start;
    g_array_append_val (times, time);
  }
  bench_print_times (name, times);
}

int
main (int argc, char **argv)
{
  g_autoptr (BenchCorpus) corpus = NULL;
  g_autoptr (ProseRuleSet) shipped = NULL;
  GString *text;

  if (argc < 3) {
    fprintf (stderr, "usage: bench-check RULES.db TEXT…\n");
    return EXIT_FAILURE;
  }
  corpus = bench_corpus_new (argc - 2, argv + 2);
  shipped = bench_load_rules (argv[1]);
  text = bench_corpus_make_text (corpus, BENCH_MEGABYTE);

  printf ("%.2f MB of %u texts with %u distinct words\n\n", text->len / 1e6, corpus->texts->len,
          corpus->words->len);
  bench_whole_texts (shipped, corpus, text);
  bench_print_times_header ();
  bench_loading (argv[1], "en");
  bench_loading (argv[1], "da");

  g_string_free (text, TRUE);
  return EXIT_SUCCESS;
}
