/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-report-claims.h"

#include "mellow-html.h"

static void
add_cell (const MellowReportArticle *self, const char *text)
{
  g_string_append (self->html, "<td>");
  mellow_html_add_text (self->html, text != NULL ? text : "", -1);
  g_string_append (self->html, "</td>");
}

static void
add_claim (const MellowReportArticle *self, const ProseClaim *claim)
{
  const ProseIgnoreEntry *entry = claim->entry;
  const ProseRule *rule = claim->mark.rule;

  g_string_append (self->html, "<tr><td>");
  mellow_report_article_add_quote (self, claim->mark.span);
  g_string_append (self->html, "</td><td>");
  mellow_html_add_text (self->html, rule->why != NULL ? rule->why : "", -1);
  if (rule->ask != NULL) {
    g_string_append (self->html, "<br/>");
    mellow_html_add_text (self->html, rule->ask, -1);
  }
  g_string_append (self->html, "</td>");
  add_cell (self, rule->reference);
  g_string_append (self->html, "<td>");
  mellow_html_add_text (self->html, self->words->states[claim->state], -1);
  if (entry != NULL && entry->proof != NULL) {
    g_string_append (self->html, "<br/>");
    mellow_html_add_text (self->html, entry->proof, -1);
  }
  g_string_append (self->html, "</td>");
  add_cell (self, entry != NULL ? entry->owner : NULL);
  add_cell (self, entry != NULL ? entry->valid_until : NULL);
  g_string_append (self->html, "</tr>\n");
}

static void
add_claims_head (const MellowReportArticle *self)
{
  static const MellowReportWord titles[] = {
    MELLOW_REPORT_CLAIM, MELLOW_REPORT_WHY,   MELLOW_REPORT_REFERENCE,
    MELLOW_REPORT_PROOF, MELLOW_REPORT_OWNER, MELLOW_REPORT_VALID_UNTIL,
  };

  g_string_append (self->html, "<table class=\"claims\">\n<thead><tr>");
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
    g_string_append (self->html, "<th scope=\"col\">");
    mellow_report_article_add_word (self, titles[i]);
    g_string_append (self->html, "</th>");
  }
  g_string_append (self->html, "</tr></thead>\n<tbody>\n");
}

/**
 * mellow_report_claims_add:
 * @self: an article
 *
 * Adds the claims of the text with what is known of their proof, if somebody asks for them.
 */
void
mellow_report_claims_add (const MellowReportArticle *self)
{
  GPtrArray *claims = self->checked->claims;

  if (claims == NULL || claims->len == 0)
    return;

  mellow_report_article_begin_section (self, MELLOW_REPORT_CLAIMS);
  mellow_report_article_add_paragraph (self, MELLOW_REPORT_CLAIMS_INTRODUCTION);
  add_claims_head (self);
  for (guint i = 0; i < claims->len; i++)
    add_claim (self, claims->pdata[i]);
  g_string_append (self->html, "</tbody>\n</table>\n");
  mellow_report_article_end_section (self);
}
