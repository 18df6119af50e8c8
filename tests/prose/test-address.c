/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rewrite/prose-address.h"

#include "prose-fixture.h"

#define LEXICON                                                                                    \
  "language: da\n"                                                                                 \
  "lists:\n"                                                                                       \
  "  address-1: [du, dig, din, dit, dine]\n"                                                       \
  "  address-2: [de, dem, deres, deres, deres]\n"                                                  \
  "  address-3: [i, jer, jeres, jeres, jeres]\n"                                                   \
  "  capitalised: [de, dem, deres, i]\n"

static char *
convert (const char *text, guint address)
{
  g_autoptr (ProseLexicon) lexicon = read_lexicon (LEXICON);

  return prose_address_convert (text, lexicon, address);
}

static void
test_the_first_form_stays (void)
{
  assert_string (convert ("Vil du se dine æbler?", 0), "Vil du se dine æbler?");
}

static void
test_polite (void)
{
  assert_string (convert ("Vil du se dine æbler, før du vælger?", 1),
                 "Vil De se Deres æbler, før De vælger?");
  assert_string (convert ("Du får dit svar, og det passer dig.", 1),
                 "De får Deres svar, og det passer Dem.");
}

static void
test_several (void)
{
  assert_string (convert ("Du er velkommen; tag dig tid til din kaffe.", 2),
                 "I er velkommen; tag jer tid til jeres kaffe.");
  assert_string (convert ("Dine æbler", 2), "Jeres æbler");
}

/* A word is converted, not a part of one. */
static void
test_parts_of_words (void)
{
  assert_string (convert ("endurance, digital, {dine}", 1), "endurance, digital, {Deres}");
  assert_string (convert ("", 1), "");
}

/* A slot has its own text for each form; nothing in it is converted again. */
static void
test_slots (void)
{
  const char *template_text = "{address=Har du/Har De/Vil I} se din {thing}?";

  assert_string (convert (template_text, 0), "Har du se din {thing}?");
  assert_string (convert (template_text, 1), "Har De se Deres {thing}?");
  assert_string (convert ("Æbler, {address=som du vil/som De ønsker du/} {address=a/b/c}", 1),
                 "Æbler, som De ønsker du b");
  assert_string (convert ("Æbler{address=!//.}", 2), "Æbler.");
  g_assert_null (convert ("Har {address=du/De} set den?", 2));
  g_assert_null (convert ("Har {address=du/De", 0));
}

static void
test_a_language_without_forms (void)
{
  g_autoptr (ProseLexicon) lexicon = read_lexicon ("language: en\n");

  assert_string (prose_address_convert ("Do you like du?", lexicon, 1), "Do you like du?");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/address/the-first-form-stays", test_the_first_form_stays);
  g_test_add_func ("/address/polite", test_polite);
  g_test_add_func ("/address/several", test_several);
  g_test_add_func ("/address/parts-of-words", test_parts_of_words);
  g_test_add_func ("/address/slots", test_slots);
  g_test_add_func ("/address/a-language-without-forms", test_a_language_without_forms);

  return g_test_run ();
}
