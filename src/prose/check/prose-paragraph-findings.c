/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check/prose-paragraph-findings.h"

#include <string.h>

static gboolean
is_empty (ProseParagraphList *self)
{
  return prose_paragraph_list_get_sum (self, PROSE_PARAGRAPH_COUNT) == 0;
}

/**
 * prose_paragraph_findings_get:
 * @self: the paragraphs of a text
 * @position: the number of a mark, less than there are
 *
 * Returns: that mark
 */
ProseDiagnostic
prose_paragraph_findings_get (ProseParagraphList *self, guint position)
{
  ProseParagraphPlace place =
      prose_paragraph_list_find (self, PROSE_PARAGRAPH_DIAGNOSTICS, position);
  const ProseParagraph *paragraph = prose_paragraph_list_get (self, &place);

  return prose_diagnostic_shift (
      g_array_index (paragraph->diagnostics, ProseDiagnostic,
                     position - place.before[PROSE_PARAGRAPH_DIAGNOSTICS]),
      place.before[PROSE_PARAGRAPH_BYTES]);
}

/* How many marks of a paragraph end before offset, which is from its start. */
static guint
count_before (const ProseParagraph *paragraph, guint offset)
{
  guint n = 0;

  while (paragraph->diagnostics != NULL && n < paragraph->diagnostics->len &&
         g_array_index (paragraph->diagnostics, ProseDiagnostic, n).span.end < offset)
    n++;

  return n;
}

/**
 * prose_paragraph_findings_find:
 * @self: the paragraphs of a text
 * @offset: a place in the text, in bytes
 *
 * Returns: the number of the first mark that ends at @offset or after it; the
 *   number of all marks if there is none
 */
guint
prose_paragraph_findings_find (ProseParagraphList *self, guint offset)
{
  ProseParagraphPlace place;

  if (is_empty (self))
    return 0;

  /* A mark that ends where a paragraph starts belongs to the one before. */
  place = prose_paragraph_list_find (self, PROSE_PARAGRAPH_BYTES, offset > 0 ? offset - 1 : 0);
  return place.before[PROSE_PARAGRAPH_DIAGNOSTICS] +
         count_before (prose_paragraph_list_get (self, &place),
                       offset - place.before[PROSE_PARAGRAPH_BYTES]);
}

static void
append_found (GArray *all, const GArray *found, guint start, ProseSpan span)
{
  for (guint i = 0; found != NULL && i < found->len; i++) {
    ProseDiagnostic diagnostic =
        prose_diagnostic_shift (g_array_index (found, ProseDiagnostic, i), start);

    if (prose_span_overlaps (diagnostic.span, span))
      g_array_append_val (all, diagnostic);
  }
}

/**
 * prose_paragraph_findings_dup:
 * @self: the paragraphs of a text
 * @span: a part of the text
 * @credits: whether soft phrases are asked for, and not marks
 *
 * Returns: (transfer full) (element-type ProseDiagnostic): those that share a byte with
 *   @span, in order
 */
GArray *
prose_paragraph_findings_dup (ProseParagraphList *self, ProseSpan span, gboolean credits)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic));
  ProseParagraphPlace place;

  if (is_empty (self))
    return all;

  place = prose_paragraph_list_find (self, PROSE_PARAGRAPH_BYTES, span.start);
  do {
    const ProseParagraph *paragraph = prose_paragraph_list_get (self, &place);

    append_found (all, credits ? paragraph->credits : paragraph->diagnostics,
                  place.before[PROSE_PARAGRAPH_BYTES], span);
  } while (prose_paragraph_list_next (self, &place) &&
           place.before[PROSE_PARAGRAPH_BYTES] < span.end);

  return all;
}

static ProseSeverity
find_gravest (const GArray *diagnostics)
{
  ProseSeverity gravest = PROSE_SEVERITY_CREDIT;

  for (guint i = 0; diagnostics != NULL && i < diagnostics->len; i++)
    gravest = MAX (gravest, g_array_index (diagnostics, ProseDiagnostic, i).rule->severity);

  return gravest;
}

/**
 * prose_paragraph_findings_measure:
 * @self: the paragraphs of a text
 * @span: a part of the text
 * @gravest: (out): the severity of the gravest mark in it, %PROSE_SEVERITY_CREDIT if
 *   it has none
 *
 * Returns: what the paragraphs amount to that @span touches
 */
ProseMeasures
prose_paragraph_findings_measure (ProseParagraphList *self, ProseSpan span, ProseSeverity *gravest)
{
  ProseMeasures measures = { 0 };
  ProseParagraphPlace place;

  *gravest = PROSE_SEVERITY_CREDIT;
  if (is_empty (self))
    return measures;

  place = prose_paragraph_list_find (self, PROSE_PARAGRAPH_BYTES, span.start);
  do {
    const ProseParagraph *paragraph = prose_paragraph_list_get (self, &place);

    prose_measures_add (&measures, &paragraph->measures);
    *gravest = MAX (*gravest, find_gravest (paragraph->diagnostics));
  } while (prose_paragraph_list_next (self, &place) &&
           place.before[PROSE_PARAGRAPH_BYTES] < span.end);

  return measures;
}

/* --- what is ignored --- */

static gboolean
finds_marks_of (const ProseParagraph *paragraph, const ProseIgnoreEntry *entry)
{
  for (guint credits = 0; credits < 2; credits++) {
    const GArray *found = credits ? paragraph->credits : paragraph->diagnostics;

    for (guint i = 0; found != NULL && i < found->len; i++)
      if (prose_ignore_entry_concerns (entry, g_array_index (found, ProseDiagnostic, i).rule))
        return TRUE;
  }
  return FALSE;
}

static gboolean
ignores_marks_of (const ProseParagraph *paragraph, const ProseIgnoreEntry *entry)
{
  for (guint i = 0; paragraph->ignored != NULL && i < paragraph->ignored->len; i++)
    if (prose_ignore_entry_concerns (entry, paragraph->ignored->pdata[i]))
      return TRUE;

  return FALSE;
}

/* Whether what entry ignores or ignored is in the paragraph, as far as that is
 * known. */
static gboolean
may_concern (const ProseParagraph *paragraph, guint start, const ProseIgnoreEntry *entry)
{
  ProseSpan span = { start, start + paragraph->length };

  if (prose_ignore_entry_is_here (entry) &&
      (entry->key->place < span.start || entry->key->place >= span.end))
    return FALSE;

  return finds_marks_of (paragraph, entry) || ignores_marks_of (paragraph, entry);
}

/**
 * prose_paragraph_findings_list_concerned:
 * @self: the paragraphs of a text
 * @entry: what is ignored, or was
 *
 * Returns: (transfer full) (element-type guint): the numbers of the paragraphs that have to
 *   be checked when @entry comes or goes
 */
GArray *
prose_paragraph_findings_list_concerned (ProseParagraphList *self, const ProseIgnoreEntry *entry)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean is_here = prose_ignore_entry_is_here (entry);
  ProseParagraphPlace place;

  if (is_empty (self))
    return numbers;

  place = prose_paragraph_list_find (self, PROSE_PARAGRAPH_BYTES, is_here ? entry->key->place : 0);
  do {
    if (may_concern (prose_paragraph_list_get (self, &place), place.before[PROSE_PARAGRAPH_BYTES],
                     entry))
      g_array_append_val (numbers, place.before[PROSE_PARAGRAPH_COUNT]);
  } while (!is_here && prose_paragraph_list_next (self, &place));

  return numbers;
}

/* --- what was not checked --- */

static void
count_unchecked (GArray *languages, const ProseParagraph *paragraph)
{
  ProseUncheckedLanguage found = { paragraph->unchecked_language, paragraph->n_unchecked };

  for (guint i = 0; i < languages->len; i++) {
    ProseUncheckedLanguage *known = &g_array_index (languages, ProseUncheckedLanguage, i);

    if (known->language != found.language)
      continue;
    known->n_paragraphs += found.n_paragraphs;
    return;
  }
  g_array_append_val (languages, found);
}

/* Those with most paragraphs first; of equal ones the known, by their codes. */
static int
compare_unchecked (gconstpointer a, gconstpointer b)
{
  const ProseUncheckedLanguage *first = a, *second = b;

  if (first->n_paragraphs != second->n_paragraphs)
    return first->n_paragraphs < second->n_paragraphs ? 1 : -1;

  return first->language != NULL && second->language != NULL
             ? strcmp (first->language, second->language)
             : (first->language == NULL) - (second->language == NULL);
}

/**
 * prose_paragraph_findings_list_unchecked:
 * @self: the paragraphs of a text, at least one
 *
 * Returns: (transfer full) (element-type ProseUncheckedLanguage): the languages of paragraphs
 *   that no rule looked at, those with most paragraphs first
 */
GArray *
prose_paragraph_findings_list_unchecked (ProseParagraphList *self)
{
  GArray *languages = g_array_new (FALSE, FALSE, sizeof (ProseUncheckedLanguage));
  ProseParagraphPlace place = prose_paragraph_list_find (self, PROSE_PARAGRAPH_COUNT, 0);

  do {
    const ProseParagraph *paragraph = prose_paragraph_list_get (self, &place);

    if (paragraph->n_unchecked > 0)
      count_unchecked (languages, paragraph);
  } while (prose_paragraph_list_next (self, &place));

  g_array_sort (languages, compare_unchecked);
  return languages;
}
