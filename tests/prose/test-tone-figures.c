/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tone/prose-tone-figures.h"

#include "prose-fixture.h"

static void
test_figures (void)
{
  ProseMeasures measures = {
    .words = 119, .sentences = 10, .questions = 3, .exclamations = 2, .invitations = 4
  };
  ProseToneFigures figures = prose_tone_figures_new (&measures);

  g_assert_cmpfloat_with_epsilon (figures.sentence_length, 11.9, 1e-9);
  g_assert_cmpfloat_with_epsilon (figures.question_share, 30, 1e-9);
  g_assert_cmpfloat_with_epsilon (figures.calls, 400.0 / 119, 1e-9);
  g_assert_cmpfloat_with_epsilon (figures.exclamations, 200.0 / 119, 1e-9);
  g_assert_cmpuint (figures.reading_seconds, ==, 30);
}

/* A word is read, too. */
static void
test_short_texts (void)
{
  ProseMeasures measures = { .words = 1 };
  ProseToneFigures figures = prose_tone_figures_new (&measures);

  g_assert_cmpuint (figures.reading_seconds, ==, 1);
  g_assert_cmpfloat (figures.sentence_length, ==, 0);

  figures = prose_tone_figures_new (&(ProseMeasures){ 0 });
  g_assert_cmpuint (figures.reading_seconds, ==, 0);
  g_assert_cmpfloat (figures.calls, ==, 0);
}

static void
test_form_of_address (void)
{
  g_autoptr (ProseLexicon) danish = read_lexicon ("language: da\n"
                                                  "lists:\n"
                                                  "  address-1: [du, dig]\n"
                                                  "  address-2: [de, dem]\n"
                                                  "  capitalised: [de, dem]\n");
  g_autoptr (ProseLexicon) english = build_lexicon ("en");
  const ProseMeasures polite = { .address = { 1, 2, 0 } };
  const ProseMeasures none = { .words = 9 };

  assert_string (prose_tone_dup_address (&polite, danish), "De");
  assert_string (prose_tone_dup_address (&none, danish), NULL);
  assert_string (prose_tone_dup_address (&polite, english), NULL);
  assert_string (prose_tone_dup_address (&polite, NULL), NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tone-figures/figures", test_figures);
  g_test_add_func ("/tone-figures/short-texts", test_short_texts);
  g_test_add_func ("/tone-figures/form-of-address", test_form_of_address);

  return g_test_run ();
}
