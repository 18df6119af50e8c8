/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rewrite/prose-gain.h"

#include "prose-fixture.h"

#define LEXICON                                                                                    \
  "language: da\n"                                                                                 \
  "lists:\n"                                                                                       \
  "  openers: [og]\n"                                                                              \
  "sets:\n"                                                                                        \
  "  gain: '{clause} {verb:(spar|sov|slip for)} {rest:1..4} {end}'\n"                              \
  "words:\n"                                                                                       \
  "  - class: verb\n"                                                                              \
  "    forms: [infinitive, imperative]\n"                                                          \
  "    entries: [spare spar, sove sov, slippe slip]\n"

static char *
find (const char *yaml, const char *sentence)
{
  g_autoptr (ProseLexicon) lexicon = read_lexicon (yaml);
  g_autoptr (ProseGainFinder) finder = prose_gain_finder_new (lexicon);

  return prose_gain_finder_find (finder, sentence);
}

static void
test_gains (void)
{
  assert_string (find (LEXICON, "Køb nu, og spar 20 % på øl!"), "spare 20 % på øl");
  assert_string (find (LEXICON, "SOV bedre."), "sove bedre");
  assert_string (find (LEXICON, "Bestil og slip for opvasken."), "slippe for opvasken");
}

static void
test_no_gain (void)
{
  g_assert_null (find (LEXICON, "Køb nu!"));
  g_assert_null (find (LEXICON, "Sov."));
  g_assert_null (find (LEXICON, ""));
}

static void
test_a_language_that_does_not_say (void)
{
  g_assert_null (find ("language: da\n", "Køb nu, og spar 20 % på øl!"));
}

static void
test_one_finder_for_many_sentences (void)
{
  g_autoptr (ProseLexicon) lexicon = read_lexicon (LEXICON);
  g_autoptr (ProseGainFinder) finder = prose_gain_finder_new (lexicon);

  assert_string (prose_gain_finder_find (finder, "Spar tid."), "spare tid");
  g_assert_null (prose_gain_finder_find (finder, "Brug tid."));
  assert_string (prose_gain_finder_find (finder, "Spar penge."), "spare penge");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gain/gains", test_gains);
  g_test_add_func ("/gain/no-gain", test_no_gain);
  g_test_add_func ("/gain/a-language-that-does-not-say", test_a_language_that_does_not_say);
  g_test_add_func ("/gain/one-finder-for-many-sentences", test_one_finder_for_many_sentences);

  return g_test_run ();
}
