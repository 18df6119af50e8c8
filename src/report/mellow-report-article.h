/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-checked-text.h"
#include "mellow-report-words.h"

G_BEGIN_DECLS

/**
 * MellowReportArticle:
 * @words: the words of the report
 * @checked: the text
 * @measures: what it amounts to
 * @lines: its lines
 * @html: where it is written
 * @number: the how many-th text of the report it is, from 1
 *
 * What a report tells of one text, while it is being written. Its parts are added one
 * after another; none knows the others.
 */
typedef struct {
  const MellowReportWords *words;
  const MellowCheckedText *checked;
  const ProseMeasures *measures;
  ProseLineIndex *lines;
  GString *html;
  guint number;
} MellowReportArticle;

void mellow_report_article_begin (MellowReportArticle *self,
                                  const MellowReportWords *words,
                                  const MellowCheckedText *checked,
                                  GString *html,
                                  guint number);
void mellow_report_article_end (MellowReportArticle *self);
void mellow_report_article_begin_section (const MellowReportArticle *self,
                                          MellowReportWord heading);
void mellow_report_article_end_section (const MellowReportArticle *self);

const char *mellow_report_article_get_word (const MellowReportArticle *self, MellowReportWord word);
char *mellow_report_article_dup_figure (const MellowReportArticle *self,
                                        const char *format,
                                        double figure);

void mellow_report_article_add_word (const MellowReportArticle *self, MellowReportWord word);
void mellow_report_article_add_paragraph (const MellowReportArticle *self, MellowReportWord word);
void mellow_report_article_add_colon (const MellowReportArticle *self);
void mellow_report_article_add_label (const MellowReportArticle *self, MellowReportWord word);
void mellow_report_article_add_line (const MellowReportArticle *self, guint place);
void mellow_report_article_add_copy (const MellowReportArticle *self, ProseSpan span);
void mellow_report_article_add_quote (const MellowReportArticle *self, ProseSpan span);
void mellow_report_article_add_words (const MellowReportArticle *self, const char *words);
void mellow_report_article_add_quoted (const MellowReportArticle *self, const char *text);

G_END_DECLS
