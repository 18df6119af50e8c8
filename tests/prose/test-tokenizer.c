/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/prose-tokenizer.h"

#include <string.h>

#include "prose-fixture.h"

/* The tokens, with a bar between them: `Act|now|!`. */
static char *
tokens_to_string (const char *text)
{
  g_autoptr (GArray) tokens = tokenize (text);
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < tokens->len; i++) {
    ProseSpan span = g_array_index (tokens, ProseToken, i).span;

    if (i > 0)
      g_string_append_c (string, '|');
    g_string_append_len (string, text + span.start, prose_span_get_length (span));
  }
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static char *
kinds_to_string (const char *text)
{
  static const char *const names[] = { "word", "number", "mark", "symbol", "emoji", "url" };
  g_autoptr (GArray) tokens = tokenize (text);
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < tokens->len; i++)
    g_string_append_printf (string, "%s%s", i > 0 ? " " : "",
                            names[g_array_index (tokens, ProseToken, i).kind]);
  return g_string_free (g_steal_pointer (&string), FALSE);
}

/* Per token: "C" in capitals, "T" with a capital first, "." neither. */
static char *
cases_to_string (const char *text)
{
  g_autoptr (GArray) tokens = tokenize (text);
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < tokens->len; i++) {
    guint8 flags = g_array_index (tokens, ProseToken, i).flags;

    if (flags & PROSE_TOKEN_CAPS)
      g_string_append_c (string, 'C');
    else
      g_string_append_c (string, flags & PROSE_TOKEN_CAPITALISED ? 'T' : '.');
  }
  return g_string_free (g_steal_pointer (&string), FALSE);
}

/* Per token: "_" if white space stands before it, else "+". */
static char *
spaces_to_string (const char *text)
{
  g_autoptr (GArray) tokens = tokenize (text);
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < tokens->len; i++)
    g_string_append_c (
        string, g_array_index (tokens, ProseToken, i).flags & PROSE_TOKEN_SPACED ? '_' : '+');
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static void
test_words (void)
{
  assert_string (tokens_to_string ("Act now, my friend."), "Act|now|,|my|friend|.");
  assert_string (tokens_to_string ("Køb æbler på Ærø."), "Køb|æbler|på|Ærø|.");
  assert_string (tokens_to_string ("Купи сейчас; αγόρασε τώρα"), "Купи|сейчас|;|αγόρασε|τώρα");
  assert_string (tokens_to_string (""), "");
  assert_string (tokens_to_string (" \n\t\u00a0\u2028 "), "");
}

static void
test_inner_marks (void)
{
  assert_string (tokens_to_string ("Don't, e.g. now"), "Don't|,|e.g|.|now");
  assert_string (tokens_to_string ("We’re f.eks. her"), "We’re|f.eks|.|her");
  assert_string (tokens_to_string ("the buyers' 'choice'"), "the|buyers|'|'|choice|'");
  assert_string (tokens_to_string ("sugar-free"), "sugar|-|free");
  assert_string (tokens_to_string ("and/or"), "and|/|or");
  assert_string (tokens_to_string ("snake_case"), "snake_case");
}

static void
test_numbers (void)
{
  assert_string (tokens_to_string ("1.999,50 kr."), "1.999,50|kr|.");
  assert_string (tokens_to_string ("70% off, the 3rd of 24"), "70|%|off|,|the|3rd|of|24");
  assert_string (tokens_to_string ("$5 or £6"), "$|5|or|£|6");
  assert_string (tokens_to_string ("Now 5."), "Now|5|.");
  assert_string (tokens_to_string ("kl. 10.30"), "kl|.|10.30");
}

/* A space parts thousands in French, Swedish, Norwegian and Spanish, not in phone
 * numbers, years or sizes. */
static void
test_thousands (void)
{
  assert_string (tokens_to_string ("1 990 kr"), "1 990|kr");
  assert_string (tokens_to_string ("1\u00a0990 €, 12\u202f500,50\u00a0€"),
                 "1\u00a0990|€|,|12\u202f500,50|€");
  assert_string (tokens_to_string ("250 000 000 and 1\u2009000."), "250 000 000|and|1\u2009000|.");
  assert_string (kinds_to_string ("1 990"), "number");

  assert_string (tokens_to_string ("2024 200"), "2024|200");
  assert_string (tokens_to_string ("1 99 or 1 9900"), "1|99|or|1|9900");
  assert_string (tokens_to_string ("0 500 and 070 123 45 67"), "0|500|and|070|123|45|67");
  assert_string (tokens_to_string ("1,5 100 or 3rd 100"), "1,5|100|or|3rd|100");
  assert_string (tokens_to_string ("2 500ml"), "2|500ml");
  assert_string (tokens_to_string ("1  990, 1\n990"), "1|990|,|1|990");
  assert_string (tokens_to_string ("1 000 0"), "1 000|0");
  assert_string (tokens_to_string ("5 "), "5");
}

static void
test_combining_marks (void)
{
  assert_string (tokens_to_string ("cafe\u0301s open"), "cafe\u0301s|open");
  assert_string (tokens_to_string ("til\u00adbud"), "til\u00adbud");
  assert_string (tokens_to_string ("fa\u030a nu"), "fa\u030a|nu");
}

static void
test_runs_of_marks (void)
{
  assert_string (tokens_to_string ("Wow!!! Really?!"), "Wow|!!!|Really|?|!");
  assert_string (tokens_to_string ("Wait... no…"), "Wait|...|no|…");
  assert_string (tokens_to_string ("$$$ ++"), "$$$|+|+");
  assert_string (tokens_to_string ("“Buy – now”"), "“|Buy|–|now|”");
}

static void
test_emoji (void)
{
  assert_string (tokens_to_string ("Køb👍🏽nu"), "Køb|👍🏽|nu");
  assert_string (tokens_to_string ("👍👍"), "👍|👍");
  assert_string (tokens_to_string ("👩‍👩‍👧 🇩🇰🇬🇧 ❤️"),
                 "👩‍👩‍👧|🇩🇰|🇬🇧|❤️");
  assert_string (kinds_to_string ("😀 🇩🇰 ❤️ ⏰"), "emoji emoji emoji emoji");
  assert_string (kinds_to_string ("© ™ ☎"), "symbol emoji emoji");
}

static void
test_addresses (void)
{
  assert_string (tokens_to_string ("See https://mellow.app/a?b=c, or www.x.dk."),
                 "See|https://mellow.app/a?b=c|,|or|www.x.dk|.");
  assert_string (tokens_to_string ("Seen (www.x.dk)? Or https://x.dk/?"),
                 "Seen|(|www.x.dk|)|?|Or|https://x.dk/|?");
  assert_string (tokens_to_string ("Write to a.b@example.com!"), "Write|to|a.b@example.com|!");
  assert_string (tokens_to_string ("(HTTP://EXAMPLE.COM/Ærø)"), "(|HTTP://EXAMPLE.COM/Ærø|)");
  assert_string (tokens_to_string ("“https://mellow.app” – www.blåbær.dk… www.x.dk–nu"),
                 "“|https://mellow.app|”|–|www.blåbær.dk|…|www.x.dk|–|nu");
  assert_string (kinds_to_string ("www.x.dk http://x"), "url url");
}

static void
test_what_only_looks_like_an_address (void)
{
  assert_string (tokens_to_string ("www http: a @ b"), "www|http|:|a|@|b");
  assert_string (tokens_to_string ("www. http:// x"), "www|.|http|:|//|x");
  assert_string (tokens_to_string ("twitter @mellow"), "twitter|@|mellow");
  assert_string (kinds_to_string ("www. a@ @b"), "word mark word mark mark word");
}

static void
test_kinds (void)
{
  assert_string (kinds_to_string ("Act 3rd 50 ! % é"), "word number number mark mark word");
  assert_string (kinds_to_string ("€ + ° §"), "symbol symbol symbol mark");
}

static void
test_case (void)
{
  assert_string (cases_to_string ("ACT Now please I"), "CT.T");
  assert_string (cases_to_string ("KØB Øl ÆØ Å østers"), "CTCT.");
  assert_string (cases_to_string ("iPhone McKay DON’T 3D 3RD"), ".TCTC");
}

static void
test_white_space_before (void)
{
  assert_string (spaces_to_string ("Act now!"), "__+");
  assert_string (spaces_to_string ("– yes–no –"), "__++_");
  assert_string (spaces_to_string ("50\u00a0% og\u202f!"), "____");
}

static void
test_length_ends_it (void)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (ProseToken));

  prose_tokenize ("buyer's", 3, tokens);
  g_assert_cmpuint (tokens->len, ==, 1);
  g_assert_cmpuint (g_array_index (tokens, ProseToken, 0).span.end, ==, 3);
  prose_tokenize ("now", 3, tokens);
  g_assert_cmpuint (tokens->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tokenizer/words", test_words);
  g_test_add_func ("/tokenizer/inner-marks", test_inner_marks);
  g_test_add_func ("/tokenizer/numbers", test_numbers);
  g_test_add_func ("/tokenizer/thousands", test_thousands);
  g_test_add_func ("/tokenizer/combining-marks", test_combining_marks);
  g_test_add_func ("/tokenizer/runs-of-marks", test_runs_of_marks);
  g_test_add_func ("/tokenizer/emoji", test_emoji);
  g_test_add_func ("/tokenizer/addresses", test_addresses);
  g_test_add_func ("/tokenizer/what-only-looks-like-an-address",
                   test_what_only_looks_like_an_address);
  g_test_add_func ("/tokenizer/kinds", test_kinds);
  g_test_add_func ("/tokenizer/case", test_case);
  g_test_add_func ("/tokenizer/white-space-before", test_white_space_before);
  g_test_add_func ("/tokenizer/length-ends-it", test_length_ends_it);

  return g_test_run ();
}
