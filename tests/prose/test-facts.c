/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rewrite/prose-facts.h"

#include <string.h>

#include "prose-fixture.h"

static gboolean
survive (const char *before, const char *after)
{
  return prose_facts_survive (before, strlen (before), after, PROSE_NAMES_INSIDE, NULL);
}

static void
test_numbers (void)
{
  g_assert_true (survive ("only 3 lamps left", "3 lamps in stock"));
  g_assert_false (survive ("only 3 lamps left", "a few lamps"));
  g_assert_true (survive ("kun 1.999 kr. i dag", "prisen er 1.999 kr."));
  g_assert_false (survive ("save 20 % on 5 May", "save 20 % in spring"));
  g_assert_true (survive ("act now", "take your time"));
}

static void
test_addresses_and_placeholders (void)
{
  g_assert_false (survive ("see www.example.dk now", "see our page"));
  g_assert_true (survive ("see www.example.dk now", "www.example.dk has more"));
  g_assert_false (survive ("hurry, {{name}}", "take your time"));
  g_assert_false (survive ("hurry, %s", "take your time"));
  g_assert_true (survive ("50 % off", "50 % off, calmly"));
}

/* A name is what has a capital, but for the first word. */
static void
test_names (void)
{
  g_assert_false (survive ("Hurry to Århus", "Take your time"));
  g_assert_true (survive ("Hurry to Århus", "Århus is there all summer"));
  g_assert_true (survive ("Hurry home", "take your time"));
  g_assert_false (prose_facts_survive ("Århus is near", 14, "it is near", PROSE_NAMES_ALL, NULL));
  g_assert_true (prose_facts_survive ("to Århus", 9, "there", PROSE_NAMES_NONE, NULL));
}

/* Where nouns have one, too, it is what the lexicon does not know. */
static void
test_names_amid_nouns (void)
{
  g_autoptr (ProseLexicon) lexicon =
      read_lexicon ("language: de\n"
                    "lists: { options: [noun-capitals] }\n"
                    "words:\n"
                    "  - { class: noun, forms: [singular, plural], entries: [kurs kurse] }\n");

  g_assert_true (prose_facts_survive ("im Kochkurs", 11, "there", PROSE_NAMES_ALL, lexicon));
  g_assert_false (prose_facts_survive ("mit Anna", 8, "there", PROSE_NAMES_ALL, lexicon));
}

/* In a headline every word has one. */
static void
test_headlines_have_no_names (void)
{
  g_assert_true (survive ("Hurry Home Before Night", "take your time"));
  g_assert_true (survive ("SKYND DIG HJEM", "tag den med ro"));
  g_assert_false (survive ("Hurry Home Before 9", "take your time"));
}

static void
test_case_does_not_matter (void)
{
  g_assert_true (survive ("hurry to Ry", "RY is there"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/facts/numbers", test_numbers);
  g_test_add_func ("/facts/addresses-and-placeholders", test_addresses_and_placeholders);
  g_test_add_func ("/facts/names", test_names);
  g_test_add_func ("/facts/names-amid-nouns", test_names_amid_nouns);
  g_test_add_func ("/facts/headlines-have-no-names", test_headlines_have_no_names);
  g_test_add_func ("/facts/case-does-not-matter", test_case_does_not_matter);

  return g_test_run ();
}
