/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-report-tone.h"

#include <math.h>

#include "mellow-html.h"

/* How many of what moves a meter is shown beside it; the lists below have all. */
#define MOST_EVIDENCE 5

/* What moves a meter, the heaviest first, else in the order of the text. */
static int
compare_loads (gconstpointer a, gconstpointer b)
{
  const ProseDiagnostic *first = *(const ProseDiagnostic *const *)a;
  const ProseDiagnostic *second = *(const ProseDiagnostic *const *)b;

  if (first->load != second->load)
    return first->load < second->load ? 1 : -1;

  return prose_diagnostic_compare_places (first, second);
}

static GPtrArray *
rank (const GArray *diagnostics, ProseMeter meter)
{
  GPtrArray *ranked = g_ptr_array_new ();

  for (guint i = 0; i < diagnostics->len; i++) {
    ProseDiagnostic *diagnostic = &g_array_index (diagnostics, ProseDiagnostic, i);

    if (diagnostic->rule->category->meter == meter && diagnostic->load > 0)
      g_ptr_array_add (ranked, diagnostic);
  }
  g_ptr_array_sort (ranked, compare_loads);
  return ranked;
}

static void
add_points (const MellowReportArticle *self, double points)
{
  int n = round (points);

  g_string_append_printf (self->html, ", %d ", n);
  mellow_report_article_add_word (self, n == 1 ? MELLOW_REPORT_POINT : MELLOW_REPORT_POINTS);
}

static void
add_evidence_item (const MellowReportArticle *self, const ProseDiagnostic *diagnostic)
{
  g_string_append (self->html, "<li>");
  mellow_report_article_add_quote (self, diagnostic->span);
  g_string_append (self->html, " <span class=\"quiet\">");
  mellow_html_add_text (self->html, diagnostic->rule->category->title, -1);
  add_points (self, prose_tone_get_points (self->measures, diagnostic));
  g_string_append (self->html, "</span></li>\n");
}

static void
add_evidence (const MellowReportArticle *self, ProseMeter meter)
{
  GArray *diagnostics = meter == PROSE_METER_PRESSURE
                            ? prose_report_get_diagnostics (self->checked->report)
                            : prose_report_get_credits (self->checked->report);
  g_autoptr (GPtrArray) ranked = rank (diagnostics, meter);
  gint64 facts = meter == PROSE_METER_INFORMATION ? self->measures->facts : 0;

  if (ranked->len == 0 && facts == 0) {
    mellow_html_add_element (self->html, "p class=\"quiet\"",
                             mellow_report_article_get_word (self, MELLOW_REPORT_NO_EVIDENCE));
    return;
  }

  g_string_append (self->html, "<ul>\n");
  for (guint i = 0; i < MIN (ranked->len, MOST_EVIDENCE); i++)
    add_evidence_item (self, ranked->pdata[i]);
  if (facts > 0) {
    g_string_append (self->html, "<li>");
    mellow_report_article_add_label (self, MELLOW_REPORT_FACTS);
    g_string_append_printf (self->html, "%" G_GINT64_FORMAT "<span class=\"quiet\">", facts);
    add_points (self, prose_tone_get_points_of_facts (self->measures));
    g_string_append (self->html, "</span></li>\n");
  }
  g_string_append (self->html, "</ul>\n");
}

static void
add_meter (const MellowReportArticle *self, ProseMeter meter, double exact)
{
  const char *name = self->words->meters[meter];
  int value = round (exact);

  g_string_append (self->html, "<div>\n<h3>");
  mellow_html_add_text (self->html, name, -1);
  g_string_append_printf (self->html, " %d</h3>\n<div class=\"bar\" role=\"meter\" aria-label=\"",
                          value);
  mellow_html_add_text (self->html, name, -1);
  g_string_append_printf (self->html,
                          "\" aria-valuemin=\"0\" aria-valuemax=\"100\" aria-valuenow=\"%d\">"
                          "<div class=\"%s\" style=\"width:%d%%\"></div></div>\n",
                          value, prose_meter_to_string (meter), value);
  add_evidence (self, meter);
  g_string_append (self->html, "</div>\n");
}

/**
 * mellow_report_tone_add_meters:
 * @self: an article
 *
 * Adds the verdict, and the meters with what moves them.
 */
void
mellow_report_tone_add_meters (const MellowReportArticle *self)
{
  ProseToneSummary tone = prose_tone_summary_new (self->measures);

  mellow_report_article_begin_section (self, MELLOW_REPORT_TONE);
  if (self->measures->words > 0) {
    g_string_append (self->html, "<p class=\"verdict\">");
    mellow_html_add_text (self->html, self->words->verdicts[tone.verdict], -1);
    g_string_append (self->html, "</p>\n");
  }
  g_string_append (self->html, "<div class=\"meters\">\n");
  add_meter (self, PROSE_METER_PRESSURE, tone.pressure);
  add_meter (self, PROSE_METER_WARMTH, tone.warmth);
  add_meter (self, PROSE_METER_INFORMATION, tone.information);
  g_string_append (self->html, "</div>\n");
  mellow_report_article_end_section (self);
}

static char *
slice (gpointer checked, ProseSpan span)
{
  return mellow_checked_text_dup_slice (checked, span);
}

static void
add_repeat (const MellowReportArticle *self, const ProseToneRepeat *repeat)
{
  g_string_append (self->html, "<li>");
  mellow_report_article_add_quote (self, repeat->span);
  g_string_append (self->html, " ");
  mellow_report_article_add_word (self, MELLOW_REPORT_REPEATED);
  g_string_append_printf (self->html, " (%u)</li>\n", repeat->count);
}

/**
 * mellow_report_tone_add_notes:
 * @self: an article
 *
 * Adds what is to be said of the text as a whole, if there is something.
 */
void
mellow_report_tone_add_notes (const MellowReportArticle *self)
{
  g_autoptr (GArray) notes = prose_tone_notes_new (self->measures);
  g_autoptr (GArray) repeats = prose_tone_repeats_new (
      prose_report_get_diagnostics (self->checked->report), slice, (gpointer)self->checked);

  if (notes->len == 0 && repeats->len == 0)
    return;

  mellow_report_article_begin_section (self, MELLOW_REPORT_NOTES);
  g_string_append (self->html, "<ul>\n");
  for (guint i = 0; i < notes->len; i++) {
    const ProseToneNote *note = &g_array_index (notes, ProseToneNote, i);

    g_string_append (self->html, "<li>");
    mellow_html_add_text (self->html, self->words->notes[note->kind], -1);
    if (note->count > 1)
      g_string_append_printf (self->html, " (%" G_GINT64_FORMAT ")", note->count);
    g_string_append (self->html, "</li>\n");
  }
  for (guint i = 0; i < repeats->len; i++)
    add_repeat (self, &g_array_index (repeats, ProseToneRepeat, i));
  g_string_append (self->html, "</ul>\n");
  mellow_report_article_end_section (self);
}

/* The sentences that cover something, each by its first phrase. */
static void
add_covering (const MellowReportArticle *self, ProseCoverage coverage)
{
  GArray *credits = prose_report_get_credits (self->checked->report);
  guint end = 0;

  for (guint i = 0; i < credits->len; i++) {
    const ProseDiagnostic *credit = &g_array_index (credits, ProseDiagnostic, i);

    if (credit->rule->category->covers != coverage || credit->sentence.end <= end)
      continue;
    g_string_append (self->html, end > 0 ? "<br/>" : "");
    mellow_report_article_add_copy (self, credit->sentence);
    end = credit->sentence.end;
  }
}

/* What is missing, with a sentence in the text's own language and form of address. */
static void
add_missing (const MellowReportArticle *self, ProseCoverage coverage)
{
  const char *language = prose_report_get_language (self->checked->report);
  g_autofree char *example =
      prose_rewriter_dup_example (self->checked->rewriter, language, coverage);

  mellow_report_article_add_word (self, MELLOW_REPORT_NOT_FOUND);
  if (example == NULL)
    return;

  g_string_append (self->html, ", ");
  mellow_report_article_add_label (self, MELLOW_REPORT_EXAMPLE);
  mellow_report_article_add_quoted (self, example);
}

/**
 * mellow_report_tone_add_coverage:
 * @self: an article
 *
 * Adds what good advice does, and what of it the text does.
 */
void
mellow_report_tone_add_coverage (const MellowReportArticle *self)
{
  mellow_report_article_begin_section (self, MELLOW_REPORT_COVERAGE);
  mellow_report_article_add_paragraph (self, MELLOW_REPORT_COVERAGE_INTRODUCTION);
  g_string_append (self->html, "<table>\n<tbody>\n");
  for (guint i = PROSE_COVERAGE_NONE + 1; i < PROSE_N_COVERAGES; i++) {
    g_string_append (self->html, "<tr><th scope=\"row\">");
    mellow_html_add_text (self->html, self->words->coverages[i], -1);
    g_string_append (self->html,
                     self->measures->covered[i] > 0 ? "</th><td>" : "</th><td class=\"quiet\">");
    if (self->measures->covered[i] > 0)
      add_covering (self, i);
    else
      add_missing (self, i);
    g_string_append (self->html, "</td></tr>\n");
  }
  g_string_append (self->html, "</tbody>\n</table>\n");
  mellow_report_article_end_section (self);
}

static void
add_row (const MellowReportArticle *self, const char *title, const char *value)
{
  g_string_append (self->html, "<tr><th scope=\"row\">");
  mellow_html_add_text (self->html, title, -1);
  g_string_append (self->html, "</th><td>");
  mellow_html_add_text (self->html, value, -1);
  g_string_append (self->html, "</td></tr>\n");
}

static void
add_count (const MellowReportArticle *self, MellowReportWord title, gint64 count)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, count);

  add_row (self, mellow_report_article_get_word (self, title), value);
}

static void
add_figure (const MellowReportArticle *self, MellowReportWord title, double figure)
{
  g_autofree char *value = mellow_report_article_dup_figure (self, "%.1f", figure);

  add_row (self, mellow_report_article_get_word (self, title), value);
}

/**
 * mellow_report_tone_add_measures:
 * @self: an article
 *
 * Adds the figures of the text.
 */
void
mellow_report_tone_add_measures (const MellowReportArticle *self)
{
  ProseToneFigures figures = prose_tone_figures_new (self->measures);
  ProseToneSummary tone = prose_tone_summary_new (self->measures);
  g_autofree char *address =
      prose_tone_dup_address (self->measures, mellow_checked_text_get_lexicon (self->checked));
  g_autofree char *time =
      g_strdup_printf ("%u %s", figures.reading_seconds,
                       mellow_report_article_get_word (self, MELLOW_REPORT_SECONDS));

  mellow_report_article_begin_section (self, MELLOW_REPORT_MEASURES);
  g_string_append (self->html, "<table>\n<tbody>\n");
  add_row (self, mellow_report_article_get_word (self, MELLOW_REPORT_READING_TIME), time);
  add_figure (self, MELLOW_REPORT_SENTENCE_LENGTH, figures.sentence_length);
  add_figure (self, MELLOW_REPORT_LIX, tone.lix);
  add_figure (self, MELLOW_REPORT_QUESTION_SHARE, figures.question_share);
  add_count (self, MELLOW_REPORT_YOU, self->measures->reader);
  add_count (self, MELLOW_REPORT_WE, self->measures->seller);
  add_figure (self, MELLOW_REPORT_CALLS, figures.calls);
  add_figure (self, MELLOW_REPORT_EXCLAMATIONS, figures.exclamations);
  if (address != NULL)
    add_row (self, mellow_report_article_get_word (self, MELLOW_REPORT_ADDRESS), address);
  g_string_append (self->html, "</tbody>\n</table>\n");
  mellow_report_article_end_section (self);
}
