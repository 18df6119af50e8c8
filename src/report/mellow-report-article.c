/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-report-article.h"

#include "mellow-html.h"

/**
 * mellow_report_article_begin:
 * @self: (out): an article
 * @words: the words of the report
 * @checked: a text and its check
 * @html: where it is appended
 * @number: the how many-th text of the report it is, from 1
 *
 * Begins what is told of a text. All that is given outlives it.
 */
void
mellow_report_article_begin (MellowReportArticle *self,
                             const MellowReportWords *words,
                             const MellowCheckedText *checked,
                             GString *html,
                             guint number)
{
  *self = (MellowReportArticle){ .words = words,
                                 .checked = checked,
                                 .measures = prose_report_get_measures (checked->report),
                                 .lines = mellow_checked_text_create_line_index (checked),
                                 .html = html,
                                 .number = number };
  g_string_append (html, "<article>\n");
}

/**
 * mellow_report_article_end:
 * @self: an article
 *
 * Ends it. Nothing can be added to it any more.
 */
void
mellow_report_article_end (MellowReportArticle *self)
{
  g_string_append (self->html, "</article>\n");
  prose_line_index_free (self->lines);
}

/**
 * mellow_report_article_begin_section:
 * @self: an article
 * @heading: what the section is about
 */
void
mellow_report_article_begin_section (const MellowReportArticle *self, MellowReportWord heading)
{
  g_string_append (self->html, "<section>\n");
  mellow_html_add_element (self->html, "h2", mellow_report_article_get_word (self, heading));
}

/**
 * mellow_report_article_end_section:
 * @self: an article
 */
void
mellow_report_article_end_section (const MellowReportArticle *self)
{
  g_string_append (self->html, "</section>\n");
}

/**
 * mellow_report_article_get_word:
 * @self: an article
 * @word: what is to be said
 *
 * Returns: how the language of the report says it
 */
const char *
mellow_report_article_get_word (const MellowReportArticle *self, MellowReportWord word)
{
  return self->words->words[word];
}

/**
 * mellow_report_article_dup_figure:
 * @self: an article
 * @format: how many digits it has (`%.1f`)
 * @figure: a figure
 *
 * Returns: (transfer full): the figure as the language of the report writes it, whatever the
 *   locale
 */
char *
mellow_report_article_dup_figure (const MellowReportArticle *self,
                                  const char *format,
                                  double figure)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_auto (GStrv) parts =
      g_strsplit (g_ascii_formatd (buffer, sizeof buffer, format, figure), ".", 2);

  return g_strjoinv (self->words->decimal, parts);
}

/**
 * mellow_report_article_add_word:
 * @self: an article
 * @word: what is to be said
 */
void
mellow_report_article_add_word (const MellowReportArticle *self, MellowReportWord word)
{
  mellow_html_add_text (self->html, mellow_report_article_get_word (self, word), -1);
}

/**
 * mellow_report_article_add_paragraph:
 * @self: an article
 * @word: what is to be said in a paragraph of its own
 */
void
mellow_report_article_add_paragraph (const MellowReportArticle *self, MellowReportWord word)
{
  mellow_html_add_element (self->html, "p", mellow_report_article_get_word (self, word));
}

/**
 * mellow_report_article_add_colon:
 * @self: an article
 *
 * Adds what comes after a name and before what is told of it.
 */
void
mellow_report_article_add_colon (const MellowReportArticle *self)
{
  g_string_append (self->html, self->words->colon);
}

/**
 * mellow_report_article_add_label:
 * @self: an article
 * @word: the name of what is told next
 */
void
mellow_report_article_add_label (const MellowReportArticle *self, MellowReportWord word)
{
  mellow_report_article_add_word (self, word);
  mellow_report_article_add_colon (self);
}

/**
 * mellow_report_article_add_line:
 * @self: an article
 * @place: a place in the text, in bytes
 *
 * Adds the number of the line there.
 */
void
mellow_report_article_add_line (const MellowReportArticle *self, guint place)
{
  mellow_report_article_add_word (self, MELLOW_REPORT_LINE);
  g_string_append_printf (self->html, " %u", prose_line_index_locate (self->lines, place).line);
}

/* Words of a text. Whatever their letters do, they do it to themselves alone. */
static void
add_isolated (const MellowReportArticle *self, const char *words)
{
  g_string_append (self->html, "<bdi>");
  mellow_html_add_text (self->html, words, -1);
  g_string_append (self->html, "</bdi>");
}

/**
 * mellow_report_article_add_copy:
 * @self: an article
 * @span: a part of the text
 */
void
mellow_report_article_add_copy (const MellowReportArticle *self, ProseSpan span)
{
  g_autofree char *slice = mellow_checked_text_dup_slice (self->checked, span);

  add_isolated (self, slice);
}

/**
 * mellow_report_article_add_quote:
 * @self: an article
 * @span: a part of the text
 *
 * Adds it in quotation marks.
 */
void
mellow_report_article_add_quote (const MellowReportArticle *self, ProseSpan span)
{
  g_autofree char *slice = mellow_checked_text_dup_slice (self->checked, span);

  mellow_report_article_add_words (self, slice);
}

/**
 * mellow_report_article_add_words:
 * @self: an article
 * @words: words that somebody wrote
 *
 * Adds them in quotation marks.
 */
void
mellow_report_article_add_words (const MellowReportArticle *self, const char *words)
{
  g_string_append (self->html, self->words->opening);
  add_isolated (self, words);
  g_string_append (self->html, self->words->closing);
}

/**
 * mellow_report_article_add_quoted:
 * @self: an article
 * @text: words of the rules
 *
 * Adds them in quotation marks.
 */
void
mellow_report_article_add_quoted (const MellowReportArticle *self, const char *text)
{
  g_string_append (self->html, self->words->opening);
  mellow_html_add_text (self->html, text, -1);
  g_string_append (self->html, self->words->closing);
}
