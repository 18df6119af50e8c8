/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-report-marks.h"

#include "mellow-html.h"

/* A mark, where a reader sees it, and the number of its explanation. */
typedef struct {
  const ProseDiagnostic *diagnostic;
  ProseSpan span; /* in bytes of the reading */
  guint number;
} PlacedMark;

static void
add_number (const MellowReportArticle *self, guint mark)
{
  g_string_append_printf (self->html, "<sup><a href=\"#n%u-%u\">%u</a></sup>", self->number, mark,
                          mark);
}

static int
compare_placed (gconstpointer a, gconstpointer b)
{
  const PlacedMark *first = a, *second = b;

  if (first->span.start != second->span.start)
    return first->span.start < second->span.start ? -1 : 1;

  return first->number < second->number ? -1 : 1;
}

/* In the order of what a reader sees, which is not quite that of the file: the text of an
 * attribute comes after that around it. */
static GArray *
place_marks (const GArray *diagnostics, const ProseReading *reading)
{
  GArray *placed = g_array_new (FALSE, FALSE, sizeof (PlacedMark));

  for (guint i = 0; i < diagnostics->len; i++) {
    const ProseDiagnostic *diagnostic = &g_array_index (diagnostics, ProseDiagnostic, i);
    PlacedMark mark = { diagnostic, prose_reading_from_source (reading, diagnostic->span), i + 1 };

    g_array_append_val (placed, mark);
  }
  g_array_sort (placed, compare_placed);
  return placed;
}

/* A mark in the text. Of one that begins in another, only the number is shown. */
static guint
add_mark (const MellowReportArticle *self, const PlacedMark *mark, const char *text, guint at)
{
  if (mark->span.start < at) {
    add_number (self, mark->number);
    return at;
  }

  mellow_html_add_text (self->html, text + at, mark->span.start - at);
  g_string_append_printf (self->html, "<mark class=\"%s\" id=\"m%u-%u\">",
                          prose_severity_to_string (mark->diagnostic->rule->severity), self->number,
                          mark->number);
  mellow_html_add_text (self->html, text + mark->span.start, prose_span_get_length (mark->span));
  g_string_append (self->html, "</mark>");
  add_number (self, mark->number);
  return mark->span.end;
}

/**
 * mellow_report_marks_add_text:
 * @self: an article
 *
 * Adds what a reader sees of the text, without its markup, each mark with its number.
 */
void
mellow_report_marks_add_text (const MellowReportArticle *self)
{
  const char *language = prose_report_get_language (self->checked->report);
  g_autoptr (ProseReading) reading = prose_document_read (self->checked->document);
  g_autoptr (GArray) marks =
      place_marks (prose_report_get_diagnostics (self->checked->report), reading);
  const char *text = prose_reading_get_text (reading);
  guint at = 0;

  mellow_report_article_begin_section (self, MELLOW_REPORT_TEXT);
  g_string_append (self->html, "<div class=\"copy\" dir=\"auto\"");
  if (language != NULL)
    g_string_append_printf (self->html, " lang=\"%s\"", language);
  g_string_append (self->html, ">");
  for (guint i = 0; i < marks->len; i++)
    at = add_mark (self, &g_array_index (marks, PlacedMark, i), text, at);
  mellow_html_add_text (self->html, text + at, prose_reading_get_length (reading) - at);
  g_string_append (self->html, "</div>\n");
  mellow_report_article_end_section (self);
}

static void
add_rewrites (const MellowReportArticle *self, const ProseDiagnostic *mark)
{
  g_autoptr (GPtrArray) suggestions = mellow_checked_text_suggest (self->checked, mark);

  if (suggestions->len == 0)
    return;

  mellow_report_article_add_paragraph (self, MELLOW_REPORT_REWRITES);
  g_string_append (self->html, "<ul>\n");
  for (guint i = 0; i < suggestions->len; i++) {
    const ProseSuggestion *suggestion = suggestions->pdata[i];

    mellow_html_add_element (self->html, "li", suggestion->sentence);
  }
  g_string_append (self->html, "</ul>\n");
}

static void
add_labelled (const MellowReportArticle *self, MellowReportWord label, const char *text)
{
  if (text == NULL)
    return;

  g_string_append (self->html, "<p class=\"quiet\">");
  mellow_report_article_add_label (self, label);
  mellow_html_add_text (self->html, text, -1);
  g_string_append (self->html, "</p>\n");
}

static void
add_explanation (const MellowReportArticle *self, const ProseDiagnostic *mark, guint number)
{
  const ProseRule *rule = mark->rule;

  g_string_append_printf (self->html, "<li id=\"n%u-%u\"><p><a href=\"#m%u-%u\">", self->number,
                          number, self->number, number);
  mellow_report_article_add_quote (self, mark->span);
  g_string_append_printf (self->html, "</a> <b class=\"%s\">",
                          prose_severity_to_string (rule->severity));
  mellow_html_add_text (self->html, self->words->severities[rule->severity], -1);
  g_string_append (self->html, "</b> <span class=\"quiet\">");
  mellow_html_add_text (self->html, rule->category->title, -1);
  g_string_append_printf (self->html, ", ");
  mellow_report_article_add_line (self, mark->span.start);
  g_string_append (self->html, "</span></p>\n");
  mellow_html_add_element (self->html, "p", rule->why);
  add_rewrites (self, mark);
  add_labelled (self, MELLOW_REPORT_ASK, rule->ask);
  add_labelled (self, MELLOW_REPORT_REFERENCE, rule->reference);
  g_string_append (self->html, "</li>\n");
}

/**
 * mellow_report_marks_add_explanations:
 * @self: an article
 *
 * Adds what each mark says, under its number, and what could be said instead.
 */
void
mellow_report_marks_add_explanations (const MellowReportArticle *self)
{
  GArray *marks = prose_report_get_diagnostics (self->checked->report);

  mellow_report_article_begin_section (self, MELLOW_REPORT_MARKS);
  if (marks->len == 0)
    mellow_report_article_add_paragraph (self, MELLOW_REPORT_NO_MARKS);
  g_string_append (self->html, marks->len > 0 ? "<ol class=\"marks\">\n" : "");
  for (guint i = 0; i < marks->len; i++)
    add_explanation (self, &g_array_index (marks, ProseDiagnostic, i), i + 1);
  g_string_append (self->html, marks->len > 0 ? "</ol>\n" : "");
  mellow_report_article_end_section (self);
}
