/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-report-words.h"

static void
assert_all_said (const char *const *words, guint first, guint n)
{
  for (guint i = first; i < n; i++) {
    if (words[i] == NULL || *words[i] == '\0')
      g_error ("word %u is missing", i);
    g_assert_true (g_utf8_validate (words[i], -1, NULL));
  }
}

static void
test_complete (gconstpointer language)
{
  const MellowReportWords *words = mellow_report_words_find (language);

  g_assert_cmpstr (words->language, ==, language);
  assert_all_said (&words->colon, 0, 1);
  assert_all_said (&words->opening, 0, 1);
  assert_all_said (&words->closing, 0, 1);
  assert_all_said (words->words, 0, G_N_ELEMENTS (words->words));
  assert_all_said (words->meters, 0, G_N_ELEMENTS (words->meters));
  assert_all_said (words->verdicts, 0, G_N_ELEMENTS (words->verdicts));
  assert_all_said (words->severities, 0, G_N_ELEMENTS (words->severities));
  assert_all_said (words->notes, 0, G_N_ELEMENTS (words->notes));
  assert_all_said (words->coverages, PROSE_COVERAGE_NONE + 1, G_N_ELEMENTS (words->coverages));
  assert_all_said (words->states, 0, G_N_ELEMENTS (words->states));
  assert_all_said (words->differences, 0, G_N_ELEMENTS (words->differences));
  assert_all_said (words->gaps, 0, G_N_ELEMENTS (words->gaps));
}

static void
test_another_language (void)
{
  g_assert_null (mellow_report_words_find ("tlh"));
  g_assert_null (mellow_report_words_find (""));
}

int
main (int argc, char **argv)
{
  static const char *const languages[] = { "en", "da", "de", "sv", "nb", "fr", "es" };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
    g_autofree char *path = g_strconcat ("/report-words/complete/", languages[i], NULL);

    g_test_add_data_func (path, languages[i], test_complete);
  }
  g_test_add_func ("/report-words/another-language", test_another_language);

  return g_test_run ();
}
