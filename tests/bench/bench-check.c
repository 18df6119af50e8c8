/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How fast the engine is, next to ICU's word breaks over the same text in the
 * same run: only such figures can be compared between machines.
 *
 *   bench-check RULES.db TEXT…
 *
 * The texts are the corpus; a megabyte is made of them by repeating them with
 * other words and numbers. Pseudo-random, the same in every run. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unicode/ubrk.h>

#include "prose.h"
#include "text/prose-tokenizer.h"

#define KILOBYTE 1000
#define MEGABYTE (1000 * KILOBYTE)

/* The best of so many runs counts: the rest is what else the machine does. */
#define N_RUNS 7

#define N_LOADS 25
#define N_EDITS 2000

static GRand *dice;

/* Of this process alone: other ones on the machine do not count. */
static double
get_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

/* --- texts --- */

static GPtrArray *
read_texts (int n, char **paths)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < n; i++) {
    g_autoptr (GError) error = NULL;
    char *text;

    if (!g_file_get_contents (paths[i], &text, NULL, &error)) {
      fprintf (stderr, "%s\n", error->message);
      exit (EXIT_FAILURE);
    }
    g_ptr_array_add (texts, text);
  }
  return texts;
}

/* The distinct words of texts, three letters or more. */
static GPtrArray *
collect_words (GPtrArray *texts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; i < texts->len; i++) {
    const char *text = texts->pdata[i];
    g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (ProseToken));

    prose_tokenize (text, strlen (text), tokens);
    for (guint j = 0; j < tokens->len; j++) {
      const ProseToken *token = &g_array_index (tokens, ProseToken, j);
      guint length = prose_span_get_length (token->span);
      g_autofree char *word = g_utf8_strdown (text + token->span.start, length);
      const char *interned = g_intern_string (word);

      if (token->kind == PROSE_TOKEN_WORD && length >= 3 &&
          g_hash_table_add (seen, (gpointer)interned))
        g_ptr_array_add (words, (gpointer)interned);
    }
  }
  return words;
}

static const char *
pick_word (GPtrArray *words)
{
  return words->pdata[g_rand_int_range (dice, 0, words->len)];
}

/* A word of the texts, or now and then one that is in none of them. */
static void
append_other_word (GString *out, GPtrArray *words)
{
  g_string_append (out, pick_word (words));
  if (g_rand_int_range (dice, 0, 3) == 0)
    g_string_append (out, pick_word (words));
}

/* One word in eight becomes another, and each number. */
static void
append_varied (GString *out, const char *text, GPtrArray *words)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (ProseToken));
  guint end = 0;

  prose_tokenize (text, strlen (text), tokens);
  for (guint i = 0; i < tokens->len; i++) {
    const ProseToken *token = &g_array_index (tokens, ProseToken, i);

    g_string_append_len (out, text + end, token->span.start - end);
    end = token->span.end;
    if (token->kind == PROSE_TOKEN_NUMBER)
      g_string_append_printf (out, "%d", g_rand_int_range (dice, 2, 2000));
    else if (token->kind == PROSE_TOKEN_WORD && g_rand_int_range (dice, 0, 8) == 0)
      append_other_word (out, words);
    else
      g_string_append_len (out, text + token->span.start, prose_span_get_length (token->span));
  }
  g_string_append (out, text + end);
}

static GString *
make_text (GPtrArray *texts, GPtrArray *words, gsize length)
{
  GString *out = g_string_sized_new (length + 10 * KILOBYTE);

  for (guint i = 0; out->len < length; i = (i + 1) % texts->len) {
    append_varied (out, texts->pdata[i], words);
    g_string_append (out, "\n\n");
  }
  return out;
}

/* --- rules --- */

/* Of the words that many rules speak of, a text holds few. */
static void
append_synthetic_word (GString *phrase, GPtrArray *words)
{
  if (g_rand_int_range (dice, 0, 8) == 0)
    g_string_append (phrase, pick_word (words));
  else
    g_string_append_printf (phrase, "%s%s", pick_word (words), pick_word (words));
}

/* As phrases of the packs are built: a choice, a gap or an optional word, and
 * another word. */
static char *
make_phrase (GPtrArray *words)
{
  static const char *const middles[] = { "", "{0..2} ", "[so|very] ", "{number} ", "(a|the) " };
  g_autoptr (GString) phrase = g_string_new ("(");

  for (int n = g_rand_int_range (dice, 1, 4); n > 0; n--) {
    append_synthetic_word (phrase, words);
    g_string_append (phrase, n > 1 ? "|" : ") ");
  }
  g_string_append (phrase, middles[g_rand_int_range (dice, 0, G_N_ELEMENTS (middles))]);
  append_synthetic_word (phrase, words);
  return g_string_free (g_steal_pointer (&phrase), FALSE);
}

static ProseRuleSet *
make_rules (GPtrArray *words, guint n)
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
    rule->phrases[0] = make_phrase (words);
    rule->phrases[1] = make_phrase (words);
    g_ptr_array_add (rules, rule);
  }
  rule_set = prose_rule_set_new (rules, lexicons, &error);
  g_assert_no_error (error);
  return rule_set;
}

static ProseRuleSet *
load_rules (const char *path)
{
  g_autoptr (GError) error = NULL;
  ProseRuleSet *rules = prose_rule_store_load (path, &error);

  if (rules != NULL)
    return rules;

  fprintf (stderr, "%s\n", error->message);
  exit (EXIT_FAILURE);
}

/* --- whole texts --- */

/* What is timed: one pass over a text. Returns how much it found. */
typedef guint (*Pass) (const GString *text, gpointer data);

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

static guint
pass_check (const GString *text, gpointer data)
{
  g_autoptr (ProseDocument) document = prose_document_new (text->str, text->len);
  g_autoptr (ProseReport) report = prose_checker_check (data, document, NULL);

  return prose_report_get_diagnostics (report)->len;
}

/* The best time of a pass, in milliseconds. */
static double
time_pass (Pass pass, const GString *text, gpointer data, guint *found)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_RUNS; i++) {
    double start = get_milliseconds ();

    *found = pass (text, data);
    best = MIN (best, get_milliseconds () - start);
  }
  return best;
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
  double time = time_pass (pass_check, text, checker, &found);

  print_pass (name, time, icu, text, found);
}

static void
bench_synthetic (GPtrArray *words, guint n, const GString *text, double icu)
{
  g_autoptr (ProseRuleSet) rules = make_rules (words, n);
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
  double time = time_pass (pass_icu, text, words, &found);

  print_pass ("ICU word breaks", time, time, text, found);
  ubrk_close (words);
  return time;
}

static void
bench_tokens (const GString *text, double icu)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (ProseToken));
  guint found;
  double time = time_pass (pass_tokens, text, tokens, &found);

  print_pass ("tokens", time, icu, text, found);
}

static void
bench_whole_texts (ProseRuleSet *shipped, GPtrArray *words, const GString *text)
{
  double icu;

  printf ("%-34s %12s %13s %9s %9s\n", "whole text", "time", "speed", "to ICU", "found");
  icu = bench_icu (text);
  bench_tokens (text, icu);
  bench_check ("check, shipped rules", shipped, text, icu);
  bench_synthetic (words, 500, text, icu);
  bench_synthetic (words, 2000, text, icu);
  bench_synthetic (words, 10000, text, icu);
}

/* --- many short times --- */

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double first = *(const double *)a;
  double second = *(const double *)b;

  return (first > second) - (first < second);
}

static void
print_times (const char *name, GArray *times)
{
  const double *sorted = (const double *)times->data;

  g_array_sort (times, compare_times);
  printf ("%-34s %9.3f ms %9.3f ms %9.3f ms\n", name, sorted[times->len / 2],
          sorted[times->len * 99 / 100], sorted[times->len - 1]);
}

static void
add_time (GArray *times, double start)
{
  double time = get_milliseconds () - start;

  g_array_append_val (times, time);
}

/* Opening the database and making a language of it ready to match. */
static void
bench_loading (const char *path, const char *language)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *name = g_strdup_printf ("load shipped rules, %s", language);

  for (guint i = 0; i < N_LOADS; i++) {
    double start = get_milliseconds ();
    g_autoptr (ProseRuleSet) rules = load_rules (path);

    prose_rule_set_get_language (rules, language);
    add_time (times, start);
  }
  print_times (name, times);
}

/* Types a character at random places, and takes it back. */
static void
bench_editing (ProseRuleSet *rules, GPtrArray *texts, GPtrArray *words, gsize length)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (ProseLiveChecker) live = prose_live_checker_new (rules);
  g_autofree char *name = g_strdup_printf ("edit in %g MB", length / 1e6);
  GString *text = make_text (texts, words, length);

  prose_live_checker_set_text (live, text->str, text->len);
  for (guint i = 0; i < N_EDITS; i++) {
    guint at = g_rand_int_range (dice, 0, text->len);
    double start;

    while (((guchar)text->str[at] & 0xc0) == 0x80)
      at--;
    start = get_milliseconds ();
    prose_live_checker_insert (live, at, "e", 1);
    add_time (times, start);
    start = get_milliseconds ();
    prose_live_checker_delete (live, (ProseSpan){ at, at + 1 });
    add_time (times, start);
  }
  print_times (name, times);
  g_string_free (text, TRUE);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (ProseRuleSet) shipped = NULL;
  GString *text;

  if (argc < 3) {
    fprintf (stderr, "usage: bench-check RULES.db TEXT…\n");
    return EXIT_FAILURE;
  }
  dice = g_rand_new_with_seed (20240601);
  texts = read_texts (argc - 2, argv + 2);
  words = collect_words (texts);
  shipped = load_rules (argv[1]);
  text = make_text (texts, words, MEGABYTE);

  printf ("%.2f MB of %u texts with %u distinct words\n\n", text->len / 1e6, texts->len,
          words->len);
  bench_whole_texts (shipped, words, text);
  printf ("\n%-34s %12s %12s %12s\n", "each time", "median", "p99", "most");
  bench_loading (argv[1], "en");
  bench_loading (argv[1], "da");
  bench_editing (shipped, texts, words, 100 * KILOBYTE);
  bench_editing (shipped, texts, words, MEGABYTE);
  bench_editing (shipped, texts, words, 10 * MEGABYTE);

  g_string_free (text, TRUE);
  g_rand_free (dice);
  return EXIT_SUCCESS;
}
