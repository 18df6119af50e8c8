/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Checking a whole text of which is known what it ignores. */

#include "mellow-text-check.h"

/**
 * mellow_text_check:
 * @checker: a checker
 * @ignored: (nullable): what the text ignores
 * @document: the text
 * @language: (nullable): its language; %NULL to tell it from the text
 *
 * Checks a text. What is ignored at one place is looked for among the marks, which are
 * then found anew.
 *
 * Returns: (transfer full): what was found
 */
ProseReport *
mellow_text_check (ProseChecker *checker,
                   ProseIgnoreList *ignored,
                   ProseDocument *document,
                   const char *language)
{
  g_autoptr (ProseReading) reading = NULL;
  ProseReport *report;

  prose_checker_set_ignore_list (checker, ignored);
  report = prose_checker_check (checker, document, language);
  if (ignored == NULL)
    return report;

  reading = prose_document_read (document);
  if (!prose_ignore_list_resolve (ignored, reading, prose_report_get_diagnostics (report)))
    return report;

  prose_report_unref (report);
  return prose_checker_check (checker, document, language);
}

/**
 * mellow_text_find_claims:
 * @checker: a checker
 * @ignored: (nullable): what the text ignores
 * @document: the text
 * @language: (nullable): its language; %NULL to tell it from the text
 * @report: what was found in it
 *
 * What is proven makes no mark, but it is a claim: so the claims are looked for as if
 * nothing were ignored.
 *
 * Returns: (transfer full) (element-type ProseClaim): the claims of the text
 */
GPtrArray *
mellow_text_find_claims (ProseChecker *checker,
                         ProseIgnoreList *ignored,
                         ProseDocument *document,
                         const char *language,
                         ProseReport *report)
{
  g_autoptr (ProseReport) whole = NULL;
  GArray *marks = prose_report_get_diagnostics (report);

  if (ignored == NULL)
    return prose_claims_new (document, marks, NULL, NULL);

  prose_checker_set_ignore_list (checker, NULL);
  whole = prose_checker_check (checker, document, language);
  prose_checker_set_ignore_list (checker, ignored);

  return prose_claims_new (document, prose_report_get_diagnostics (whole), marks, ignored);
}
