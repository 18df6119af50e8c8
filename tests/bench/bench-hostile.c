/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Input made to be slow. Twice the text should take twice the time: a ratio
 * above 2.2 is marked with a star.
 *
 *   bench-hostile RULES.db */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench-corpus.h"
#include "bench-fixture.h"

#define N_RUNS 3
#define MOST_RATIO 2.2

/* A text that says the same thing over and over. */
typedef struct {
  const char *name;
  const char *unit;
} HostileInput;

static const HostileInput inputs[] = {
  { "one word, no space", "a" },
  { "one word, with digits", "a1" },
  { "one word, with apostrophes", "a'" },
  { "one word, with hyphens", "buy-now-" },
  { "an address without end", "http://a.b/" },
  { "a mail address without end", "a@b." },
  { "one word repeated", "free " },
  { "one word a line", "free\n" },
  { "one word a paragraph", "free\n\n" },
  { "a rule's first word", "only " },
  { "captures", "only 3 3 3 " },
  { "a whole phrase", "only 3 left in stock " },
  { "several phrases", "buy now order today act fast only 3 left " },
  { "opening quotation marks", "\342\200\234buy now " },
  { "closing quotation marks", "buy now\342\200\235 " },
  { "straight quotation marks", "\"buy now " },
  { "only quotation marks", "\"" },
  { "negated", "do not buy now " },
  { "exclamation marks", "!" },
  { "exclamation marks, spaced", "! " },
  { "opening brackets", "(" },
  { "opening brackets of markup", "<" },
  { "comments not closed", "<!-- " },
  { "ranges not closed", "<!-- mellow off x -->" },
  { "ranges for many rules", "<!-- mellow off x y z --> only 3 left <!-- mellow on x -->\n" },
  { "digits with dots", "1." },
  { "digits with commas", "1,000," },
  { "clocks", "9:" },
  { "short sentences", "Buy. Now. " },
  { "abbreviations", "e.g. " },
  { "ellipses", "..." },
  { "capitals", "BUY NOW ONLY TODAY " },
  { "capitals, no space", "BUYNOW" },
  { "title case", "Buy Now Only Today " },
  { "combining marks", "\314\201" },
  { "letters with marks", "e\314\201\314\200\314\202" },
  { "soft hyphens", "\302\255" },
  { "line ends of CR", "buy now\r" },
  { "only CR", "\r" },
  { "only LF", "\n" },
  { "emoji", "\360\237\224\245" },
  { "emoji joined", "\360\237\221\251\342\200\215" },
  { "flags", "\360\237\207\251\360\237\207\260" },
  { "list items", "- buy now\n" },
  { "Thai, no space", "\340\270\201\340\270\262\340\270\243" },
  { "Chinese, no space", "\350\264\255\344\271\260" },
};

static GString *
make_text (const char *unit, gsize length)
{
  GString *text = g_string_sized_new (length + strlen (unit));

  while (text->len < length)
    g_string_append (text, unit);
  return text;
}

static double
time_text (const HostileInput *input, gsize length, ProseChecker *checker, guint *found)
{
  GString *text = make_text (input->unit, length);
  double time = bench_time_pass (bench_pass_check_english, text, checker, N_RUNS, found);

  g_string_free (text, TRUE);
  return time;
}

static const char *
get_star (double ratio)
{
  return ratio > MOST_RATIO ? "*" : " ";
}

static void
bench_input (const HostileInput *input, ProseChecker *checker)
{
  guint found;
  double half = time_text (input, BENCH_MEGABYTE / 2, checker, &found);
  double one = time_text (input, BENCH_MEGABYTE, checker, &found);
  double two = time_text (input, 2 * BENCH_MEGABYTE, checker, &found);

  printf ("%-28s %7.1f ms %7.1f ms %7.1f ms %6.2f%s %6.2f%s %8u\n", input->name, half, one, two,
          one / half, get_star (one / half), two / one, get_star (two / one), found);
  fflush (stdout);
}

int
main (int argc, char **argv)
{
  g_autoptr (ProseRuleSet) shipped = NULL;
  g_autoptr (ProseChecker) checker = NULL;

  if (argc != 2) {
    fprintf (stderr, "usage: bench-hostile RULES.db\n");
    return EXIT_FAILURE;
  }
  shipped = bench_load_rules (argv[1]);
  checker = prose_checker_new (shipped);
  prose_rule_set_get_language (shipped, "en");

  printf ("%-28s %10s %10s %10s %7s %7s %8s\n", "the same, over and over", "0.5 MB", "1 MB", "2 MB",
          "to 1", "to 2", "found");
  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    bench_input (&inputs[i], checker);
  return EXIT_SUCCESS;
}
