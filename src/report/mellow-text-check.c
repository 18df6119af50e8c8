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
 * @marks: (element-type ProseDiagnostic): what is marked in it
 *
 * What is proven makes no mark, nor does what presses nobody, but it is a claim: so the
 * claims are looked for as if nothing were ignored, and quiet rules count.
 *
 * Returns: (transfer full) (element-type ProseClaim): the claims of the text
 */
GPtrArray *
mellow_text_find_claims (ProseChecker *checker,
                         ProseIgnoreList *ignored,
                         ProseDocument *document,
                         const char *language,
                         const GArray *marks)
{
  g_autoptr (ProseReport) whole = NULL;

  prose_checker_set_ignore_list (checker, NULL);
  prose_checker_set_finds_claims (checker, TRUE);
  whole = prose_checker_check (checker, document, language);
  prose_checker_set_finds_claims (checker, FALSE);
  prose_checker_set_ignore_list (checker, ignored);

  return prose_claims_new (document, prose_report_get_diagnostics (whole), marks, ignored);
}

/* The parts of a text; plain text has none until it is asked for them. */
static GPtrArray *
dup_segments (ProseDocument *document)
{
  GPtrArray *segments = prose_document_get_segments (document);
  gsize length;
  const char *text = prose_document_get_text (document, &length);

  return segments != NULL ? g_ptr_array_ref (segments)
                          : prose_format_read (prose_document_get_format (document), text, length);
}

static void
set_limits (ProseDocument *document, GPtrArray *pairs)
{
  const ProseFormat *format = prose_document_get_format (document);
  g_autoptr (GPtrArray) units = NULL;
  gsize length;
  const char *text = prose_document_get_text (document, &length);

  if (!prose_translation_has_units (format))
    return;

  units = prose_translation_read (format, text, length);
  prose_parity_pairs_set_limits (pairs, units);
}

/**
 * mellow_text_compare:
 * @rules: the rules to compare by
 * @document: a translation
 * @original: (nullable): what it is a translation of; %NULL if @document has both
 * @language: (nullable): the language of the translation; %NULL to tell it
 * @source_language: (nullable): that of the original, likewise
 *
 * Compares the tone of a text with that of its original.
 *
 * Returns: (transfer full) (nullable): what differs; %NULL if there is no original
 */
ProseParity *
mellow_text_compare (ProseRuleSet *rules,
                     ProseDocument *document,
                     ProseDocument *original,
                     const char *language,
                     const char *source_language)
{
  g_autoptr (GPtrArray) segments = NULL, sources = NULL, pairs = NULL;

  if (original == NULL && prose_document_get_segments (document) == NULL)
    return NULL;

  segments = dup_segments (document);
  if (original != NULL) {
    sources = dup_segments (original);
    pairs = prose_parity_pairs_align (sources, segments);
    return prose_parity_new (rules, pairs, source_language, language);
  }
  pairs = prose_parity_pairs_new (segments);
  set_limits (document, pairs);
  return pairs->len > 0 ? prose_parity_new (rules, pairs, source_language, language) : NULL;
}
