/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-report-contract.h"

#include "mellow-html.h"

/* The name of what is outside its corridor. */
static const char *
get_title (const MellowReportArticle *self, const ProseDeviation *deviation)
{
  ProseMeter meter;

  if (deviation->kind == PROSE_DEVIATION_METER &&
      prose_meter_from_string (deviation->subject, &meter))
    return self->words->meters[meter];

  return mellow_report_article_get_word (self, MELLOW_REPORT_QUESTION_SHARE);
}

static void
add_beyond (const MellowReportArticle *self, const ProseDeviation *deviation)
{
  gboolean is_less = deviation->value < deviation->limit;
  g_autofree char *value = mellow_report_article_dup_figure (self, "%.4g", deviation->value);
  g_autofree char *limit = mellow_report_article_dup_figure (self, "%.4g", deviation->limit);

  mellow_html_add_text (self->html, get_title (self, deviation), -1);
  mellow_report_article_add_colon (self);
  g_string_append_printf (self->html, "%s, ", value);
  mellow_report_article_add_word (self,
                                  is_less ? MELLOW_REPORT_AGREED_LEAST : MELLOW_REPORT_AGREED_MOST);
  g_string_append_printf (self->html, " %s", limit);
}

static void
add_other_address (const MellowReportArticle *self, const ProseDeviation *deviation)
{
  mellow_report_article_add_label (self, MELLOW_REPORT_ADDRESS);
  mellow_report_article_add_quoted (self, deviation->subject);
  g_string_append (self->html, ", ");
  mellow_report_article_add_word (self, MELLOW_REPORT_AGREED_OTHERWISE);
}

static void
add_left_out (const MellowReportArticle *self, const ProseDeviation *deviation)
{
  mellow_report_article_add_quote (self, deviation->span);
  g_string_append (self->html, " ");
  mellow_report_article_add_word (self, MELLOW_REPORT_AGREED_OUT);
  g_string_append (self->html, " <span class=\"quiet\">");
  if (deviation->kind == PROSE_DEVIATION_DEVICE) {
    mellow_html_add_text (self->html, deviation->subject, -1);
    g_string_append (self->html, ", ");
  }
  mellow_report_article_add_line (self, deviation->span.start);
  g_string_append (self->html, "</span>");
}

static void
add_deviation (const MellowReportArticle *self, const ProseDeviation *deviation)
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

/**
 * mellow_report_contract_add:
 * @self: an article
 *
 * Adds where the text does not keep a contract, if there is one.
 */
void
mellow_report_contract_add (const MellowReportArticle *self)
{
  GPtrArray *deviations = self->checked->deviations;

  if (deviations == NULL)
    return;

  mellow_report_article_begin_section (self, MELLOW_REPORT_CONTRACT);
  if (self->checked->client != NULL)
    mellow_html_add_element (self->html, "p", self->checked->client);
  if (!mellow_checked_text_is_known (self->checked))
    mellow_report_article_add_paragraph (self, MELLOW_REPORT_CONTRACT_NOT_CHECKED);
  else if (deviations->len == 0)
    mellow_report_article_add_paragraph (self, MELLOW_REPORT_CONTRACT_KEPT);
  g_string_append (self->html, deviations->len > 0 ? "<ul>\n" : "");
  for (guint i = 0; i < deviations->len; i++) {
    g_string_append (self->html, "<li>");
    add_deviation (self, deviations->pdata[i]);
    g_string_append (self->html, "</li>\n");
  }
  g_string_append (self->html, deviations->len > 0 ? "</ul>\n" : "");
  mellow_report_article_end_section (self);
}
