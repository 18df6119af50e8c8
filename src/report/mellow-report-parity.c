/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-report-parity.h"

#include <math.h>

#include "mellow-html.h"

static void
add_tone_of (const MellowReportArticle *self, MellowReportWord side, const ProseMeasures *measures)
{
  ProseToneSummary tone = prose_tone_summary_new (measures);

  g_string_append (self->html, "<tr><th scope=\"row\">");
  mellow_report_article_add_word (self, side);
  g_string_append_printf (self->html, "</th><td>%ld</td><td>%ld</td></tr>\n",
                          lround (tone.pressure), lround (tone.warmth));
}

static void
add_both_tones (const MellowReportArticle *self)
{
  const ProseParity *parity = self->checked->parity;

  if (parity->n_compared == 0)
    return;

  g_string_append (self->html, "<table>\n<thead><tr><th></th>");
  for (guint i = PROSE_METER_PRESSURE; i <= PROSE_METER_WARMTH; i++) {
    g_string_append (self->html, "<th scope=\"col\">");
    mellow_html_add_text (self->html, self->words->meters[i], -1);
    g_string_append (self->html, "</th>");
  }
  g_string_append (self->html, "</tr></thead>\n<tbody>\n");
  add_tone_of (self, MELLOW_REPORT_ORIGINAL, &parity->source);
  add_tone_of (self, MELLOW_REPORT_TRANSLATION, &parity->target);
  g_string_append (self->html, "</tbody>\n</table>\n");
}

/* What there is to count of a difference, besides its words. */
static void
add_counts (const MellowReportArticle *self, const ProseParityFinding *finding)
{
  if (finding->kind == PROSE_PARITY_ADDRESS_MIXED) {
    g_string_append (self->html, "<p>");
    mellow_report_article_add_words (self, finding->form);
    g_string_append_printf (self->html, " %u, ", finding->count);
    mellow_report_article_add_words (self, finding->target_words);
    g_string_append_printf (self->html, " %u</p>\n", finding->places->len);
  } else if (finding->kind == PROSE_PARITY_TOO_LONG) {
    g_string_append_printf (self->html, "<p>%u ", finding->count);
    mellow_report_article_add_word (self, MELLOW_REPORT_CHARACTERS);
    g_string_append (self->html, ", ");
    mellow_report_article_add_word (self, MELLOW_REPORT_ALLOWED);
    g_string_append_printf (self->html, " %u</p>\n", finding->limit);
  }
}

/* The words of one side that it is about, or all of it. */
static void
add_side (const MellowReportArticle *self,
          MellowReportWord side,
          const char *words,
          const char *all)
{
  if (words == NULL && all == NULL)
    return;

  g_string_append (self->html, "<p><span class=\"quiet\">");
  mellow_report_article_add_word (self, side);
  mellow_report_article_add_colon (self);
  g_string_append (self->html, "</span>");
  mellow_report_article_add_words (self, words != NULL ? words : all);
  g_string_append (self->html, "</p>\n");
}

static void
add_difference (const MellowReportArticle *self, const ProseParityFinding *finding)
{
  gboolean is_about_words = finding->kind != PROSE_PARITY_ADDRESS_MIXED;

  g_string_append (self->html, "<li><p><b>");
  mellow_html_add_text (self->html, self->words->differences[finding->kind], -1);
  g_string_append (self->html, "</b> <span class=\"quiet\">");
  mellow_report_article_add_line (self, finding->target.start);
  g_string_append (self->html, "</span></p>\n");
  if (is_about_words) {
    add_side (self, MELLOW_REPORT_TRANSLATION, finding->target_words, finding->translation);
    add_side (self, MELLOW_REPORT_ORIGINAL, finding->source_words, finding->original);
  }
  add_counts (self, finding);
  g_string_append (self->html, "</li>\n");
}

static void
add_uncompared (const MellowReportArticle *self)
{
  const ProseParity *parity = self->checked->parity;

  for (guint gap = 0; gap < PROSE_N_PARITY_GAPS; gap++) {
    guint n = prose_parity_count_gap (parity, gap);

    if (n == 0)
      continue;
    g_string_append (self->html, "<p class=\"quiet\">");
    mellow_report_article_add_label (self, MELLOW_REPORT_PARITY_NOT_COMPARED);
    g_string_append_printf (self->html, "%u ", n);
    mellow_html_add_text (self->html, self->words->gaps[gap], -1);
    g_string_append (self->html, "</p>\n");
  }
}

static void
add_differences (const MellowReportArticle *self)
{
  const ProseParity *parity = self->checked->parity;

  add_both_tones (self);
  if (parity->findings->len == 0 && parity->dismissed->len == 0 && parity->n_compared > 0)
    mellow_report_article_add_paragraph (self, MELLOW_REPORT_PARITY_NONE);
  g_string_append (self->html, parity->findings->len > 0 ? "<ol class=\"marks\">\n" : "");
  for (guint i = 0; i < parity->findings->len; i++)
    add_difference (self, parity->findings->pdata[i]);
  g_string_append (self->html, parity->findings->len > 0 ? "</ol>\n" : "");
  if (parity->dismissed->len > 0) {
    g_string_append (self->html, "<p>");
    mellow_report_article_add_label (self, MELLOW_REPORT_PARITY_DISMISSED);
    g_string_append_printf (self->html, "%u</p>\n", parity->dismissed->len);
  }
  add_uncompared (self);
}

/**
 * mellow_report_parity_add:
 * @self: an article
 *
 * Adds how the tone differs from that of the original, if there is one.
 */
void
mellow_report_parity_add (const MellowReportArticle *self)
{
  const char *problem = self->checked->parity_problem;

  if (self->checked->parity == NULL && problem == NULL)
    return;

  mellow_report_article_begin_section (self, MELLOW_REPORT_PARITY);
  if (self->checked->parity != NULL) {
    add_differences (self);
  } else {
    g_string_append (self->html, "<p>");
    mellow_report_article_add_word (self, MELLOW_REPORT_PARITY_NO_FILE);
    g_string_append (self->html, " ");
    mellow_html_add_text (self->html, problem, -1);
    g_string_append (self->html, "</p>\n");
  }
  mellow_report_article_end_section (self);
}
