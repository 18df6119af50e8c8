/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which words of a text go to the dictionary, and how they are written there. */

#include "mellow-spelling-words.h"

#include <string.h>

static void
append_word (GString *line, const char *text, const MellowSpellingWord *word)
{
  g_autofree char *plain = mellow_spelling_words_dup (text, word->span);
  g_autofree char *whole = mellow_spelling_words_dup (text, word->whole);

  g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", plain);
  if (!g_str_equal (plain, whole))
    g_string_append_printf (line, "(%s)", whole);
}

/* The words, each followed by its other reading in brackets. */
static void
assert_words (const char *text, const char *expected)
{
  g_autoptr (GArray) words = mellow_spelling_words_find (text, strlen (text));
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    append_word (line, text, &g_array_index (words, MellowSpellingWord, i));
  g_assert_cmpstr (line->str, ==, expected);
}

static void
test_plain_words (void)
{
  assert_words ("", "");
  assert_words ("Our new sofa, at last!", "Our new sofa at last");
  assert_words ("Køb blåbær på øen", "Køb blåbær på øen");
}

static void
test_names_are_left_out (void)
{
  assert_words ("Free SMS from NASA", "Free from");
  assert_words ("the mp3 of 3rd grade", "the of grade");
  assert_words ("An iPhone and PowerPoint here", "An and here");
  assert_words ("write to @anna about #haven now", "write to about now");
  assert_words ("a snake_case name", "name");
  assert_words ("SMS'er og andet", "og andet");
}

static void
test_addresses_are_left_out (void)
{
  assert_words ("See https://exmple.org/vaer-med?x=teh now", "See now");
  assert_words ("mail anna@exmple.dk today", "mail today");
  assert_words ("open brochre.pdf here", "open here");
}

static void
test_placeholders_are_left_out (void)
{
  assert_words ("Dear {{frist_name}}, hello", "Dear hello");
  assert_words ("Dear {{ first_nam | captalize }} hello", "Dear hello");
  assert_words ("{% if custmer %}hello{% endif %}", "hello");
  assert_words ("Hello %s and %(nmae)s and %1$s or %-5.2lf", "Hello and and or");
  assert_words ("Hello ${nmae} and $nmae and *|FNAME|* and *|Frist|*", "Hello and and and");
  assert_words ("Hello {0} and {nmae}", "Hello and");
  assert_words ("50 %rabat", "rabat");
}

static void
test_markup_is_left_out (void)
{
  assert_words ("<a hreff=\"x\" titel='teh'>hello</a>", "hello");
  assert_words ("a &nbps; b &oslash; hello `cmd nmae` there", "hello there");
  assert_words ("5 < six and seven > four", "six and seven four");
}

/* A bracket that is never closed protects nothing. */
static void
test_a_lonely_bracket (void)
{
  assert_words ("Dear {{name hello", "Dear name hello");
  assert_words ("a `tick hello", "tick hello");
}

static void
test_compounds_and_abbreviations (void)
{
  assert_words ("a co-worker", "co(co-worker) worker(co-worker)");
  assert_words ("have- og husdør", "have(have-) og husdør");
  assert_words ("kr. og f.eks. nu", "kr(kr.) og nu");
  assert_words ("Done.", "Done(Done.)");
}

static void
test_plain_spelling (void)
{
  assert_words ("don\u2019t", "don't");
  assert_words ("hus\u00addør", "husdør");
  assert_words ("bla\u030abær", "blåbær");
}

/* A word that no dictionary has, and text that could take long to look through. */
static void
test_odd_text (void)
{
  g_autofree char *long_word = g_strnfill (5000, 'a');
  g_autofree char *brackets = g_strnfill (8000, '{');
  g_autoptr (GString) hyphens = g_string_new ("ab");

  assert_words (long_word, "");
  assert_words (brackets, "");
  for (guint i = 0; i < 2000; i++)
    g_string_append (hyphens, "-ab");
  {
    g_autoptr (GArray) words = mellow_spelling_words_find (hyphens->str, hyphens->len);

    g_assert_cmpuint (words->len, ==, 2001);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/spelling-words/plain-words", test_plain_words);
  g_test_add_func ("/spelling-words/names-are-left-out", test_names_are_left_out);
  g_test_add_func ("/spelling-words/addresses-are-left-out", test_addresses_are_left_out);
  g_test_add_func ("/spelling-words/placeholders-are-left-out", test_placeholders_are_left_out);
  g_test_add_func ("/spelling-words/markup-is-left-out", test_markup_is_left_out);
  g_test_add_func ("/spelling-words/a-lonely-bracket", test_a_lonely_bracket);
  g_test_add_func ("/spelling-words/compounds-and-abbreviations", test_compounds_and_abbreviations);
  g_test_add_func ("/spelling-words/plain-spelling", test_plain_spelling);
  g_test_add_func ("/spelling-words/odd-text", test_odd_text);

  return g_test_run ();
}
