/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-report.h"

#include <math.h>

#include "mellow-html.h"

/* How many of what moves a meter is shown beside it; the lists below have all. */
#define MOST_EVIDENCE 5

struct _MellowReport {
  const MellowReportWords *words;
  char *date;
  char *name; /* of the first text */
  GString *body;
  guint n_texts;
};

/* A text that is being added. */
typedef struct {
  const MellowReportWords *words;
  const MellowCheckedText *checked;
  const ProseMeasures *measures;
  ProseLineIndex *lines;
  GString *html;
  guint number;
} Page;

static const char style[] =
    ":root{--note:#1c71d8;--proof:#8a5a00;--pressure:#b3471d;--remove:#b3142b;--credit:#217346;"
    "--information:#1c71d8}"
    "@media(prefers-color-scheme:dark){:root{--note:#78aeed;--proof:#e5b45c;--pressure:#f0946c;"
    "--remove:#ff8593;--credit:#7bc99a;--information:#78aeed}}"
    "article+article{margin-top:4rem;border-top:3px double var(--line);padding-top:2rem}"
    ".verdict{font-size:1.1rem}"
    ".meters{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:1.5rem}"
    ".meters ul,.meters p{list-style:none;margin:.5rem 0 0;padding:0;font-size:.9rem}"
    ".bar{height:.6rem;border:1px solid var(--line);border-radius:.3rem;overflow:hidden}"
    ".bar div{height:100%}"
    ".bar .pressure{background:var(--pressure)}.bar .warmth{background:var(--credit)}"
    ".bar .information{background:var(--information)}"
    ".claims{font-size:.85rem}thead th{font-size:.85rem;color:var(--quiet)}"
    ".copy{white-space:pre-wrap;unicode-bidi:plaintext;border:1px solid var(--line);"
    "border-radius:.4rem;padding:1rem 1.25rem}"
    "mark{background:none;color:inherit;text-decoration:underline .12em;text-underline-offset:.2em}"
    "mark.note{text-decoration-color:var(--note);text-decoration-style:dotted}"
    "mark.proof{text-decoration-color:var(--proof);text-decoration-style:dashed}"
    "mark.pressure{text-decoration-color:var(--pressure)}"
    "mark.remove{text-decoration-color:var(--remove);text-decoration-style:double}"
    "sup a,a{color:inherit}sup{font-size:.7em;line-height:0;padding-inline-start:.1em}"
    ".marks>li{margin:0 0 1rem;padding-inline-start:.3rem}"
    ".marks p,.marks ul{margin:.2rem 0}"
    "b.note{color:var(--note)}b.proof{color:var(--proof)}b.pressure{color:var(--pressure)}"
    "b.remove{color:var(--remove)}b.credit{color:var(--credit)}"
    "@media print{:root{--note:#1c71d8;--proof:#8a5a00;--pressure:#b3471d;--remove:#b3142b;"
    "--credit:#217346;--information:#1c71d8}"
    ".bar div{print-color-adjust:exact;-webkit-print-color-adjust:exact}"
    "article+article{break-before:page;border:0;margin:0}a{text-decoration:none}}";

/**
 * mellow_report_new:
 * @words: the words of the report; they outlive it
 * @date: (nullable): the day that it tells, as `2026-12-31`
 *
 * Returns: (transfer full): a report on nothing yet
 */
MellowReport *
mellow_report_new (const MellowReportWords *words, const char *date)
{
  MellowReport *self = g_new0 (MellowReport, 1);

  self->words = words;
  self->date = g_strdup (date);
  self->body = g_string_new (NULL);
  return self;
}

void
mellow_report_free (MellowReport *self)
{
  g_string_free (self->body, TRUE);
  g_free (self->date);
  g_free (self->name);
  g_free (self);
}

/* --- parts --- */

static const char *
get_word (const Page *self, MellowReportWord word)
{
  return self->words->words[word];
}

static void
add (const Page *self, const char *html)
{
  g_string_append (self->html, html);
}

static void
add_text (const Page *self, const char *text)
{
  mellow_html_add_text (self->html, text, -1);
}

static void
begin_section (const Page *self, MellowReportWord heading)
{
  add (self, "<section>\n");
  mellow_html_add_element (self->html, "h2", get_word (self, heading));
}

/* A part of the copy. Whatever its letters do, they do it to themselves alone. */
static void
add_copy (const Page *self, ProseSpan span)
{
  g_autofree char *slice = mellow_checked_text_dup_slice (self->checked, span);

  add (self, "<bdi>");
  add_text (self, slice);
  add (self, "</bdi>");
}

static void
add_quote (const Page *self, ProseSpan span)
{
  add (self, "“");
  add_copy (self, span);
  add (self, "”");
}

static void
add_row (const Page *self, const char *title, const char *value)
{
  add (self, "<tr><th scope=\"row\">");
  add_text (self, title);
  add (self, "</th><td>");
  add_text (self, value);
  add (self, "</td></tr>\n");
}

static void
add_count (const Page *self, MellowReportWord title, gint64 count)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, count);

  add_row (self, get_word (self, title), value);
}

/* As the language of the report writes it, whatever the locale. */
static char *
format_figure (const Page *self, const char *format, double figure)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_auto (GStrv) parts =
      g_strsplit (g_ascii_formatd (buffer, sizeof buffer, format, figure), ".", 2);

  return g_strjoinv (self->words->decimal, parts);
}

static void
add_figure (const Page *self, MellowReportWord title, double figure)
{
  g_autofree char *value = format_figure (self, "%.1f", figure);

  add_row (self, get_word (self, title), value);
}

/* --- head --- */

static void
add_head (const Page *self)
{
  const char *language = prose_report_get_language (self->checked->report);
  g_autofree char *name = g_filename_display_name (self->checked->name);

  add (self, "<header>\n");
  mellow_html_add_element (self->html, "h1", name);
  add (self, "<p class=\"quiet\">");
  add_text (self, get_word (self, MELLOW_REPORT_LANGUAGE));
  add (self, ": ");
  add_text (self, language != NULL ? language : get_word (self, MELLOW_REPORT_LANGUAGE_UNKNOWN));
  add (self, " · ");
  add_text (self, get_word (self, MELLOW_REPORT_WORDS));
  g_string_append_printf (self->html, ": %" G_GINT64_FORMAT "</p>\n</header>\n",
                          self->measures->words);
}

/* --- tone --- */

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
add_points (const Page *self, double points)
{
  int n = round (points);

  g_string_append_printf (self->html, ", %d ", n);
  add_text (self, get_word (self, n == 1 ? MELLOW_REPORT_POINT : MELLOW_REPORT_POINTS));
}

static void
add_evidence_item (const Page *self, const ProseDiagnostic *diagnostic)
{
  add (self, "<li>");
  add_quote (self, diagnostic->span);
  add (self, " <span class=\"quiet\">");
  add_text (self, diagnostic->rule->category->title);
  add_points (self, prose_tone_get_points (self->measures, diagnostic));
  add (self, "</span></li>\n");
}

static void
add_evidence (const Page *self, ProseMeter meter)
{
  GArray *diagnostics = meter == PROSE_METER_PRESSURE
                            ? prose_report_get_diagnostics (self->checked->report)
                            : prose_report_get_credits (self->checked->report);
  g_autoptr (GPtrArray) ranked = rank (diagnostics, meter);
  gint64 facts = meter == PROSE_METER_INFORMATION ? self->measures->facts : 0;

  if (ranked->len == 0 && facts == 0) {
    add (self, "<p class=\"quiet\">");
    add_text (self, get_word (self, MELLOW_REPORT_NO_EVIDENCE));
    add (self, "</p>\n");
    return;
  }

  add (self, "<ul>\n");
  for (guint i = 0; i < MIN (ranked->len, MOST_EVIDENCE); i++)
    add_evidence_item (self, ranked->pdata[i]);
  if (facts > 0) {
    add (self, "<li>");
    add_text (self, get_word (self, MELLOW_REPORT_FACTS));
    g_string_append_printf (self->html, ": %" G_GINT64_FORMAT "<span class=\"quiet\">", facts);
    add_points (self, prose_tone_get_points_of_facts (self->measures));
    add (self, "</span></li>\n");
  }
  add (self, "</ul>\n");
}

static void
add_meter (const Page *self, ProseMeter meter, double exact)
{
  const char *name = self->words->meters[meter];
  int value = round (exact);

  add (self, "<div>\n<h3>");
  add_text (self, name);
  g_string_append_printf (self->html, " %d</h3>\n<div class=\"bar\" role=\"meter\" aria-label=\"",
                          value);
  add_text (self, name);
  g_string_append_printf (self->html,
                          "\" aria-valuemin=\"0\" aria-valuemax=\"100\" aria-valuenow=\"%d\">"
                          "<div class=\"%s\" style=\"width:%d%%\"></div></div>\n",
                          value, prose_meter_to_string (meter), value);
  add_evidence (self, meter);
  add (self, "</div>\n");
}

static void
add_tone (const Page *self)
{
  ProseToneSummary tone = prose_tone_summary_new (self->measures);

  begin_section (self, MELLOW_REPORT_TONE);
  if (self->measures->words > 0) {
    add (self, "<p class=\"verdict\">");
    add_text (self, self->words->verdicts[tone.verdict]);
    add (self, "</p>\n");
  }
  add (self, "<div class=\"meters\">\n");
  add_meter (self, PROSE_METER_PRESSURE, tone.pressure);
  add_meter (self, PROSE_METER_WARMTH, tone.warmth);
  add_meter (self, PROSE_METER_INFORMATION, tone.information);
  add (self, "</div>\n</section>\n");
}

static char *
slice (gpointer checked, ProseSpan span)
{
  return mellow_checked_text_dup_slice (checked, span);
}

static void
add_repeat (const Page *self, const ProseToneRepeat *repeat)
{
  add (self, "<li>");
  add_quote (self, repeat->span);
  add (self, " ");
  add_text (self, get_word (self, MELLOW_REPORT_REPEATED));
  g_string_append_printf (self->html, " (%u)</li>\n", repeat->count);
}

static void
add_notes (const Page *self)
{
  g_autoptr (GArray) notes = prose_tone_notes_new (self->measures);
  g_autoptr (GArray) repeats = prose_tone_repeats_new (
      prose_report_get_diagnostics (self->checked->report), slice, (gpointer)self->checked);

  if (notes->len == 0 && repeats->len == 0)
    return;

  begin_section (self, MELLOW_REPORT_NOTES);
  add (self, "<ul>\n");
  for (guint i = 0; i < notes->len; i++) {
    const ProseToneNote *note = &g_array_index (notes, ProseToneNote, i);

    add (self, "<li>");
    add_text (self, self->words->notes[note->kind]);
    if (note->count > 1)
      g_string_append_printf (self->html, " (%" G_GINT64_FORMAT ")", note->count);
    add (self, "</li>\n");
  }
  for (guint i = 0; i < repeats->len; i++)
    add_repeat (self, &g_array_index (repeats, ProseToneRepeat, i));
  add (self, "</ul>\n</section>\n");
}

/* The sentences that cover something, each by its first phrase. */
static void
add_covering (const Page *self, ProseCoverage coverage)
{
  GArray *credits = prose_report_get_credits (self->checked->report);
  guint end = 0;

  for (guint i = 0; i < credits->len; i++) {
    const ProseDiagnostic *credit = &g_array_index (credits, ProseDiagnostic, i);

    if (credit->rule->category->covers != coverage || credit->sentence.end <= end)
      continue;
    add (self, end > 0 ? "<br/>" : "");
    add_copy (self, credit->sentence);
    end = credit->sentence.end;
  }
}

/* What is missing, with a sentence in the text's own language and form of address. */
static void
add_missing (const Page *self, ProseCoverage coverage)
{
  const char *language = prose_report_get_language (self->checked->report);
  g_autofree char *example =
      prose_rewriter_dup_example (self->checked->rewriter, language, coverage);

  add_text (self, get_word (self, MELLOW_REPORT_NOT_FOUND));
  if (example == NULL)
    return;

  add (self, ", ");
  add_text (self, get_word (self, MELLOW_REPORT_EXAMPLE));
  add (self, ": “");
  add_text (self, example);
  add (self, "”");
}

static void
add_coverage (const Page *self)
{
  begin_section (self, MELLOW_REPORT_COVERAGE);
  mellow_html_add_element (self->html, "p", get_word (self, MELLOW_REPORT_COVERAGE_INTRODUCTION));
  add (self, "<table>\n<tbody>\n");
  for (guint i = PROSE_COVERAGE_NONE + 1; i < PROSE_N_COVERAGES; i++) {
    add (self, "<tr><th scope=\"row\">");
    add_text (self, self->words->coverages[i]);
    add (self, self->measures->covered[i] > 0 ? "</th><td>" : "</th><td class=\"quiet\">");
    if (self->measures->covered[i] > 0)
      add_covering (self, i);
    else
      add_missing (self, i);
    add (self, "</td></tr>\n");
  }
  add (self, "</tbody>\n</table>\n</section>\n");
}

static void
add_measures (const Page *self)
{
  ProseToneFigures figures = prose_tone_figures_new (self->measures);
  ProseToneSummary tone = prose_tone_summary_new (self->measures);
  g_autofree char *address =
      prose_tone_dup_address (self->measures, mellow_checked_text_get_lexicon (self->checked));
  g_autofree char *time =
      g_strdup_printf ("%u %s", figures.reading_seconds, get_word (self, MELLOW_REPORT_SECONDS));

  begin_section (self, MELLOW_REPORT_MEASURES);
  add (self, "<table>\n<tbody>\n");
  add_row (self, get_word (self, MELLOW_REPORT_READING_TIME), time);
  add_figure (self, MELLOW_REPORT_SENTENCE_LENGTH, figures.sentence_length);
  add_figure (self, MELLOW_REPORT_LIX, tone.lix);
  add_figure (self, MELLOW_REPORT_QUESTION_SHARE, figures.question_share);
  add_count (self, MELLOW_REPORT_YOU, self->measures->reader);
  add_count (self, MELLOW_REPORT_WE, self->measures->seller);
  add_figure (self, MELLOW_REPORT_CALLS, figures.calls);
  add_figure (self, MELLOW_REPORT_EXCLAMATIONS, figures.exclamations);
  if (address != NULL)
    add_row (self, get_word (self, MELLOW_REPORT_ADDRESS), address);
  add (self, "</tbody>\n</table>\n</section>\n");
}

/* The name of what is outside its corridor. */
static const char *
get_title (const Page *self, const ProseDeviation *deviation)
{
  ProseMeter meter;

  if (deviation->kind == PROSE_DEVIATION_METER &&
      prose_meter_from_string (deviation->subject, &meter))
    return self->words->meters[meter];

  return get_word (self, MELLOW_REPORT_QUESTION_SHARE);
}

static void
add_beyond (const Page *self, const ProseDeviation *deviation)
{
  gboolean is_less = deviation->value < deviation->limit;
  g_autofree char *value = format_figure (self, "%.4g", deviation->value);
  g_autofree char *limit = format_figure (self, "%.4g", deviation->limit);

  add_text (self, get_title (self, deviation));
  g_string_append_printf (self->html, ": %s, ", value);
  add_text (self,
            get_word (self, is_less ? MELLOW_REPORT_AGREED_LEAST : MELLOW_REPORT_AGREED_MOST));
  g_string_append_printf (self->html, " %s", limit);
}

static void
add_other_address (const Page *self, const ProseDeviation *deviation)
{
  add_text (self, get_word (self, MELLOW_REPORT_ADDRESS));
  add (self, ": “");
  add_text (self, deviation->subject);
  add (self, "”, ");
  add_text (self, get_word (self, MELLOW_REPORT_AGREED_OTHERWISE));
}

static void
add_left_out (const Page *self, const ProseDeviation *deviation)
{
  ProsePosition position = prose_line_index_locate (self->lines, deviation->span.start);

  add_quote (self, deviation->span);
  add (self, " ");
  add_text (self, get_word (self, MELLOW_REPORT_AGREED_OUT));
  add (self, " <span class=\"quiet\">");
  if (deviation->kind == PROSE_DEVIATION_DEVICE) {
    add_text (self, deviation->subject);
    add (self, ", ");
  }
  add_text (self, get_word (self, MELLOW_REPORT_LINE));
  g_string_append_printf (self->html, " %u</span>", position.line);
}

static void
add_deviation (const Page *self, const ProseDeviation *deviation)
{
  switch (deviation->kind) {
  case PROSE_DEVIATION_DEVICE:
  case PROSE_DEVIATION_WORD:
    add_left_out (self, deviation);
    break;
  case PROSE_DEVIATION_ADDRESS:
    add_other_address (self, deviation);
    break;
  case PROSE_DEVIATION_METER:
  case PROSE_DEVIATION_QUESTIONS:
  default:
    add_beyond (self, deviation);
    break;
  }
}

static void
add_deviations (const Page *self)
{
  GPtrArray *deviations = self->checked->deviations;

  if (deviations == NULL)
    return;

  begin_section (self, MELLOW_REPORT_CONTRACT);
  if (self->checked->client != NULL)
    mellow_html_add_element (self->html, "p", self->checked->client);
  if (!mellow_checked_text_is_known (self->checked))
    mellow_html_add_element (self->html, "p", get_word (self, MELLOW_REPORT_CONTRACT_NOT_CHECKED));
  else if (deviations->len == 0)
    mellow_html_add_element (self->html, "p", get_word (self, MELLOW_REPORT_CONTRACT_KEPT));
  add (self, deviations->len > 0 ? "<ul>\n" : "");
  for (guint i = 0; i < deviations->len; i++) {
    add (self, "<li>");
    add_deviation (self, deviations->pdata[i]);
    add (self, "</li>\n");
  }
  add (self, deviations->len > 0 ? "</ul>\n" : "");
  add (self, "</section>\n");
}

/* --- text and marks --- */

static void
add_number (const Page *self, guint mark)
{
  g_string_append_printf (self->html, "<sup><a href=\"#n%u-%u\">%u</a></sup>", self->number, mark,
                          mark);
}

/* A mark, where a reader sees it, and the number of its explanation. */
typedef struct {
  const ProseDiagnostic *diagnostic;
  ProseSpan span; /* in bytes of the reading */
  guint number;
} PlacedMark;

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
add_mark (const Page *self, const PlacedMark *mark, const char *text, guint at)
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
  add (self, "</mark>");
  add_number (self, mark->number);
  return mark->span.end;
}

/* What a reader sees of the file, without its markup. */
static void
add_marked_text (const Page *self)
{
  const char *language = prose_report_get_language (self->checked->report);
  g_autoptr (ProseReading) reading = prose_document_read (self->checked->document);
  g_autoptr (GArray) marks =
      place_marks (prose_report_get_diagnostics (self->checked->report), reading);
  const char *text = prose_reading_get_text (reading);
  guint at = 0;

  begin_section (self, MELLOW_REPORT_TEXT);
  add (self, "<div class=\"copy\" dir=\"auto\"");
  if (language != NULL)
    g_string_append_printf (self->html, " lang=\"%s\"", language);
  add (self, ">");
  for (guint i = 0; i < marks->len; i++)
    at = add_mark (self, &g_array_index (marks, PlacedMark, i), text, at);
  mellow_html_add_text (self->html, text + at, prose_reading_get_length (reading) - at);
  add (self, "</div>\n</section>\n");
}

static void
add_rewrites (const Page *self, const ProseDiagnostic *mark)
{
  g_autoptr (GPtrArray) suggestions = mellow_checked_text_suggest (self->checked, mark);

  if (suggestions->len == 0)
    return;

  mellow_html_add_element (self->html, "p", get_word (self, MELLOW_REPORT_REWRITES));
  add (self, "<ul>\n");
  for (guint i = 0; i < suggestions->len; i++) {
    const ProseSuggestion *suggestion = suggestions->pdata[i];

    mellow_html_add_element (self->html, "li", suggestion->sentence);
  }
  add (self, "</ul>\n");
}

static void
add_labelled (const Page *self, MellowReportWord label, const char *text)
{
  if (text == NULL)
    return;

  add (self, "<p class=\"quiet\">");
  add_text (self, get_word (self, label));
  add (self, ": ");
  add_text (self, text);
  add (self, "</p>\n");
}

static void
add_explanation (const Page *self, const ProseDiagnostic *mark, guint number)
{
  const ProseRule *rule = mark->rule;

  g_string_append_printf (self->html, "<li id=\"n%u-%u\"><p><a href=\"#m%u-%u\">", self->number,
                          number, self->number, number);
  add_quote (self, mark->span);
  g_string_append_printf (self->html, "</a> <b class=\"%s\">",
                          prose_severity_to_string (rule->severity));
  add_text (self, self->words->severities[rule->severity]);
  add (self, "</b> <span class=\"quiet\">");
  add_text (self, rule->category->title);
  g_string_append_printf (self->html, ", ");
  add_text (self, get_word (self, MELLOW_REPORT_LINE));
  g_string_append_printf (self->html, " %u</span></p>\n",
                          prose_line_index_locate (self->lines, mark->span.start).line);
  mellow_html_add_element (self->html, "p", rule->why);
  add_rewrites (self, mark);
  add_labelled (self, MELLOW_REPORT_ASK, rule->ask);
  add_labelled (self, MELLOW_REPORT_REFERENCE, rule->reference);
  add (self, "</li>\n");
}

static void
add_explanations (const Page *self)
{
  GArray *marks = prose_report_get_diagnostics (self->checked->report);

  begin_section (self, MELLOW_REPORT_MARKS);
  if (marks->len == 0)
    mellow_html_add_element (self->html, "p", get_word (self, MELLOW_REPORT_NO_MARKS));
  add (self, marks->len > 0 ? "<ol class=\"marks\">\n" : "");
  for (guint i = 0; i < marks->len; i++)
    add_explanation (self, &g_array_index (marks, ProseDiagnostic, i), i + 1);
  add (self, marks->len > 0 ? "</ol>\n" : "");
  add (self, "</section>\n");
}

static void
add_unchecked (const Page *self)
{
  GArray *parts = prose_report_get_unchecked (self->checked->report);

  if (parts->len == 0)
    return;

  begin_section (self, MELLOW_REPORT_NOT_CHECKED);
  add (self, "<ul>\n");
  for (guint i = 0; i < parts->len; i++) {
    const ProseUnchecked *part = &g_array_index (parts, ProseUnchecked, i);

    add (self, "<li>");
    add_text (self, get_word (self, MELLOW_REPORT_LINE));
    g_string_append_printf (self->html,
                            " %u: ", prose_line_index_locate (self->lines, part->span.start).line);
    add_text (self, part->reason);
    add (self, "</li>\n");
  }
  add (self, "</ul>\n</section>\n");
}

/* --- the original --- */

static void
add_words (const Page *self, const char *words)
{
  add (self, "“<bdi>");
  add_text (self, words);
  add (self, "</bdi>”");
}

static void
add_tone_of (const Page *self, MellowReportWord side, const ProseMeasures *measures)
{
  ProseToneSummary tone = prose_tone_summary_new (measures);

  add (self, "<tr><th scope=\"row\">");
  add_text (self, get_word (self, side));
  g_string_append_printf (self->html, "</th><td>%ld</td><td>%ld</td></tr>\n",
                          lround (tone.pressure), lround (tone.warmth));
}

static void
add_both_tones (const Page *self)
{
  const ProseParity *parity = self->checked->parity;

  if (parity->n_compared == 0)
    return;

  add (self, "<table>\n<thead><tr><th></th>");
  for (guint i = PROSE_METER_PRESSURE; i <= PROSE_METER_WARMTH; i++) {
    add (self, "<th scope=\"col\">");
    add_text (self, self->words->meters[i]);
    add (self, "</th>");
  }
  add (self, "</tr></thead>\n<tbody>\n");
  add_tone_of (self, MELLOW_REPORT_ORIGINAL, &parity->source);
  add_tone_of (self, MELLOW_REPORT_TRANSLATION, &parity->target);
  add (self, "</tbody>\n</table>\n");
}

/* What there is to count of a difference, besides its words. */
static void
add_counts (const Page *self, const ProseParityFinding *finding)
{
  if (finding->kind == PROSE_PARITY_ADDRESS_MIXED) {
    add (self, "<p>");
    add_words (self, finding->form);
    g_string_append_printf (self->html, " %u, ", finding->count);
    add_words (self, finding->target_words);
    g_string_append_printf (self->html, " %u</p>\n", finding->places->len);
  } else if (finding->kind == PROSE_PARITY_TOO_LONG) {
    g_string_append_printf (self->html, "<p>%u ", finding->count);
    add_text (self, get_word (self, MELLOW_REPORT_CHARACTERS));
    add (self, ", ");
    add_text (self, get_word (self, MELLOW_REPORT_ALLOWED));
    g_string_append_printf (self->html, " %u</p>\n", finding->limit);
  }
}

/* The words of one side that it is about, or all of it. */
static void
add_side (const Page *self, MellowReportWord side, const char *words, const char *all)
{
  if (words == NULL && all == NULL)
    return;

  add (self, "<p><span class=\"quiet\">");
  add_text (self, get_word (self, side));
  add (self, ":</span> ");
  add_words (self, words != NULL ? words : all);
  add (self, "</p>\n");
}

static void
add_difference (const Page *self, const ProseParityFinding *finding)
{
  gboolean is_about_words = finding->kind != PROSE_PARITY_ADDRESS_MIXED;

  add (self, "<li><p><b>");
  add_text (self, self->words->differences[finding->kind]);
  add (self, "</b> <span class=\"quiet\">");
  add_text (self, get_word (self, MELLOW_REPORT_LINE));
  g_string_append_printf (self->html, " %u",
                          prose_line_index_locate (self->lines, finding->target.start).line);
  add (self, "</span></p>\n");
  if (is_about_words) {
    add_side (self, MELLOW_REPORT_TRANSLATION, finding->target_words, finding->translation);
    add_side (self, MELLOW_REPORT_ORIGINAL, finding->source_words, finding->original);
  }
  add_counts (self, finding);
  add (self, "</li>\n");
}

static guint
count_gap (const ProseParity *parity, ProseParityGap gap)
{
  guint n = 0;

  for (guint i = 0; i < parity->skipped->len; i++)
    n += ((const ProseParitySkip *)parity->skipped->pdata[i])->gap == gap;

  return n;
}

static void
add_uncompared (const Page *self)
{
  const ProseParity *parity = self->checked->parity;

  for (guint gap = 0; gap < PROSE_N_PARITY_GAPS; gap++) {
    guint n = count_gap (parity, gap);

    if (n == 0)
      continue;
    add (self, "<p class=\"quiet\">");
    add_text (self, get_word (self, MELLOW_REPORT_PARITY_NOT_COMPARED));
    g_string_append_printf (self->html, ": %u ", n);
    add_text (self, self->words->gaps[gap]);
    add (self, "</p>\n");
  }
}

static void
add_differences (const Page *self)
{
  const ProseParity *parity = self->checked->parity;

  add_both_tones (self);
  if (parity->findings->len == 0 && parity->dismissed->len == 0 && parity->n_compared > 0)
    mellow_html_add_element (self->html, "p", get_word (self, MELLOW_REPORT_PARITY_NONE));
  add (self, parity->findings->len > 0 ? "<ol class=\"marks\">\n" : "");
  for (guint i = 0; i < parity->findings->len; i++)
    add_difference (self, parity->findings->pdata[i]);
  add (self, parity->findings->len > 0 ? "</ol>\n" : "");
  if (parity->dismissed->len > 0) {
    add (self, "<p>");
    add_text (self, get_word (self, MELLOW_REPORT_PARITY_DISMISSED));
    g_string_append_printf (self->html, ": %u</p>\n", parity->dismissed->len);
  }
  add_uncompared (self);
}

static void
add_parity (const Page *self)
{
  const char *problem = self->checked->parity_problem;

  if (self->checked->parity == NULL && problem == NULL)
    return;

  begin_section (self, MELLOW_REPORT_PARITY);
  if (self->checked->parity != NULL) {
    add_differences (self);
  } else {
    add (self, "<p>");
    add_text (self, get_word (self, MELLOW_REPORT_PARITY_NO_FILE));
    add (self, " ");
    add_text (self, problem);
    add (self, "</p>\n");
  }
  add (self, "</section>\n");
}

/* --- credits and claims --- */

static void
add_credits (const Page *self)
{
  GArray *credits = prose_report_get_credits (self->checked->report);

  if (credits->len == 0)
    return;

  begin_section (self, MELLOW_REPORT_CREDITS);
  add (self, "<ul>\n");
  for (guint i = 0; i < credits->len; i++) {
    const ProseDiagnostic *credit = &g_array_index (credits, ProseDiagnostic, i);

    add (self, "<li>");
    add_quote (self, credit->span);
    add (self, " <span class=\"quiet\">");
    add_text (self, credit->rule->category->title);
    add (self, "</span></li>\n");
  }
  add (self, "</ul>\n</section>\n");
}

static void
add_cell (const Page *self, const char *text)
{
  add (self, "<td>");
  add_text (self, text != NULL ? text : "");
  add (self, "</td>");
}

static void
add_claim (const Page *self, const ProseClaim *claim)
{
  const ProseIgnoreEntry *entry = claim->entry;
  const ProseRule *rule = claim->mark.rule;

  add (self, "<tr><td>");
  add_quote (self, claim->mark.span);
  add (self, "</td><td>");
  add_text (self, rule->why != NULL ? rule->why : "");
  if (rule->ask != NULL) {
    add (self, "<br/>");
    add_text (self, rule->ask);
  }
  add (self, "</td>");
  add_cell (self, rule->reference);
  add (self, "<td>");
  add_text (self, self->words->states[claim->state]);
  if (entry != NULL && entry->proof != NULL) {
    add (self, "<br/>");
    add_text (self, entry->proof);
  }
  add (self, "</td>");
  add_cell (self, entry != NULL ? entry->owner : NULL);
  add_cell (self, entry != NULL ? entry->valid_until : NULL);
  add (self, "</tr>\n");
}

static void
add_claims_head (const Page *self)
{
  static const MellowReportWord titles[] = {
    MELLOW_REPORT_CLAIM, MELLOW_REPORT_WHY,   MELLOW_REPORT_REFERENCE,
    MELLOW_REPORT_PROOF, MELLOW_REPORT_OWNER, MELLOW_REPORT_VALID_UNTIL,
  };

  add (self, "<table class=\"claims\">\n<thead><tr>");
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
    add (self, "<th scope=\"col\">");
    add_text (self, get_word (self, titles[i]));
    add (self, "</th>");
  }
  add (self, "</tr></thead>\n<tbody>\n");
}

static void
add_claims (const Page *self)
{
  GPtrArray *claims = self->checked->claims;

  if (claims == NULL || claims->len == 0)
    return;

  begin_section (self, MELLOW_REPORT_CLAIMS);
  mellow_html_add_element (self->html, "p", get_word (self, MELLOW_REPORT_CLAIMS_INTRODUCTION));
  add_claims_head (self);
  for (guint i = 0; i < claims->len; i++)
    add_claim (self, claims->pdata[i]);
  add (self, "</tbody>\n</table>\n</section>\n");
}

/**
 * mellow_report_add:
 * @self: a report
 * @checked: a text and its check
 *
 * Adds what was found in a text.
 */
void
mellow_report_add (MellowReport *self, const MellowCheckedText *checked)
{
  g_autoptr (ProseLineIndex) lines = mellow_checked_text_create_line_index (checked);
  const Page page = { .words = self->words,
                      .checked = checked,
                      .measures = prose_report_get_measures (checked->report),
                      .lines = lines,
                      .html = self->body,
                      .number = ++self->n_texts };

  if (self->name == NULL)
    self->name = g_filename_display_name (checked->name);
  add (&page, "<article>\n");
  add_head (&page);
  add_tone (&page);
  add_notes (&page);
  add_deviations (&page);
  add_parity (&page);
  add_marked_text (&page);
  add_unchecked (&page);
  add_explanations (&page);
  add_claims (&page);
  add_credits (&page);
  add_coverage (&page);
  add_measures (&page);
  add (&page, "</article>\n");
}

/**
 * mellow_report_dup_title:
 * @self: a report
 *
 * Returns: (transfer full): what it is called in a list of pages; a report on one text
 *   has its name
 */
char *
mellow_report_dup_title (MellowReport *self)
{
  const char *title = self->words->words[MELLOW_REPORT_TITLE];

  return self->n_texts == 1 ? g_strdup_printf ("%s · %s", self->name, title) : g_strdup (title);
}

/**
 * mellow_report_dup_body:
 * @self: a report
 *
 * Returns: (transfer full): what the page says, as one element `body` that XML can read,
 *   too: for whoever draws it
 */
char *
mellow_report_dup_body (MellowReport *self)
{
  GString *html = g_string_new ("<body>\n<p class=\"quiet\">");

  mellow_html_add_text (html, self->words->words[MELLOW_REPORT_TITLE], -1);
  if (self->date != NULL) {
    g_string_append (html, " · ");
    mellow_html_add_text (html, self->date, -1);
  }
  g_string_append_printf (html, "</p>\n%s</body>\n", self->body->str);
  return g_string_free (html, FALSE);
}

/**
 * mellow_report_write:
 * @self: a report
 * @html: where the page is appended
 */
void
mellow_report_write (MellowReport *self, GString *html)
{
  g_autofree char *title = mellow_report_dup_title (self);
  g_autofree char *body = mellow_report_dup_body (self);

  mellow_html_begin_page (html, self->words->language, title, style);
  g_string_append (html, body);
  mellow_html_end_page (html);
}
