/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-report-words.h"

#include "mellow-report-words-private.h"

/**
 * mellow_report_words_find:
 * @language: the code of a language (`da`)
 *
 * Returns: (nullable) (transfer none): the words of a report in it; %NULL if there are
 *   none
 */
const MellowReportWords *
mellow_report_words_find (const char *language)
{
  static const MellowReportWords *const all[] = {
    &mellow_report_words_en, &mellow_report_words_da, &mellow_report_words_de,
    &mellow_report_words_sv, &mellow_report_words_nb, &mellow_report_words_fr,
    &mellow_report_words_es,
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_str_equal (all[i]->language, language))
      return all[i];

  return NULL;
}
