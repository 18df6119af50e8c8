/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-report.h"

#include "mellow-html.h"
#include "mellow-report-claims.h"
#include "mellow-report-contract.h"
#include "mellow-report-marks.h"
#include "mellow-report-parity.h"
#include "mellow-report-tone.h"

struct _MellowReport {
  const MellowReportWords *words;
  char *date;
  char *name; /* of the first text */
  GString *body;
  guint n_texts;
};

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

static void
add_head (const MellowReportArticle *self)
{
  const char *language = prose_report_get_language (self->checked->report);
  g_autofree char *name = g_filename_display_name (self->checked->name);

  g_string_append (self->html, "<header>\n");
  mellow_html_add_element (self->html, "h1", name);
  g_string_append (self->html, "<p class=\"quiet\">");
  mellow_report_article_add_label (self, MELLOW_REPORT_LANGUAGE);
  mellow_html_add_text (self->html,
                        language != NULL
                            ? language
                            : mellow_report_article_get_word (self, MELLOW_REPORT_LANGUAGE_UNKNOWN),
                        -1);
  g_string_append (self->html, " · ");
  mellow_report_article_add_label (self, MELLOW_REPORT_WORDS);
  g_string_append_printf (self->html, "%" G_GINT64_FORMAT "</p>\n</header>\n",
                          self->measures->words);
}

static void
add_unchecked (const MellowReportArticle *self)
{
  GArray *parts = prose_report_get_unchecked (self->checked->report);

  if (parts->len == 0)
    return;

  mellow_report_article_begin_section (self, MELLOW_REPORT_NOT_CHECKED);
  g_string_append (self->html, "<ul>\n");
  for (guint i = 0; i < parts->len; i++) {
    const ProseUnchecked *part = &g_array_index (parts, ProseUnchecked, i);

    g_string_append (self->html, "<li>");
    mellow_report_article_add_line (self, part->span.start);
    mellow_report_article_add_colon (self);
    mellow_html_add_text (self->html, part->reason, -1);
    g_string_append (self->html, "</li>\n");
  }
  g_string_append (self->html, "</ul>\n");
  mellow_report_article_end_section (self);
}

static void
add_credits (const MellowReportArticle *self)
{
  GArray *credits = prose_report_get_credits (self->checked->report);

  if (credits->len == 0)
    return;

  mellow_report_article_begin_section (self, MELLOW_REPORT_CREDITS);
  g_string_append (self->html, "<ul>\n");
  for (guint i = 0; i < credits->len; i++) {
    const ProseDiagnostic *credit = &g_array_index (credits, ProseDiagnostic, i);

    g_string_append (self->html, "<li>");
    mellow_report_article_add_quote (self, credit->span);
    g_string_append (self->html, " <span class=\"quiet\">");
    mellow_html_add_text (self->html, credit->rule->category->title, -1);
    g_string_append (self->html, "</span></li>\n");
  }
  g_string_append (self->html, "</ul>\n");
  mellow_report_article_end_section (self);
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
  MellowReportArticle article;

  if (self->name == NULL)
    self->name = g_filename_display_name (checked->name);
  mellow_report_article_begin (&article, self->words, checked, self->body, ++self->n_texts);
  add_head (&article);
  mellow_report_tone_add_meters (&article);
  mellow_report_tone_add_notes (&article);
  mellow_report_contract_add (&article);
  mellow_report_parity_add (&article);
  mellow_report_marks_add_text (&article);
  add_unchecked (&article);
  mellow_report_marks_add_explanations (&article);
  mellow_report_claims_add (&article);
  add_credits (&article);
  mellow_report_tone_add_coverage (&article);
  mellow_report_tone_add_measures (&article);
  mellow_report_article_end (&article);
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
