/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-report-article.h"

#include <string.h>

#include "prose-fixture.h"

static const char text[] = "Æ & <b>\nTwo\n";

/* An article on the text, begun in a language, and all that it is about. */
typedef struct {
  ProseRuleSet *rules;
  ProseDocument *document;
  ProseReport *report;
  MellowCheckedText checked;
  GString *html;
  MellowReportArticle article;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer language)
{
  fixture->rules = build_standard_rules ();
  fixture->document = prose_document_new (text, -1);
  fixture->report = check_text (fixture->rules, "en", text);
  fixture->checked =
      (MellowCheckedText){ .document = fixture->document, .report = fixture->report };
  fixture->html = g_string_new (NULL);
  mellow_report_article_begin (&fixture->article, mellow_report_words_find (language),
                               &fixture->checked, fixture->html, 1);
  g_assert_cmpstr (fixture->html->str, ==, "<article>\n");
  g_string_truncate (fixture->html, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer language)
{
  g_string_truncate (fixture->html, 0);
  mellow_report_article_end (&fixture->article);
  g_assert_cmpstr (fixture->html->str, ==, "</article>\n");
  g_string_free (fixture->html, TRUE);
  prose_report_unref (fixture->report);
  prose_document_unref (fixture->document);
  prose_rule_set_unref (fixture->rules);
}

static void
test_section (Fixture *fixture, gconstpointer language)
{
  mellow_report_article_begin_section (&fixture->article, MELLOW_REPORT_MARKS);
  mellow_report_article_add_paragraph (&fixture->article, MELLOW_REPORT_NO_MARKS);
  mellow_report_article_end_section (&fixture->article);
  g_assert_cmpstr (fixture->html->str, ==,
                   "<section>\n<h2>What the marks say</h2>\n<p>Nothing is marked.</p>\n"
                   "</section>\n");
}

static void
test_words_of_the_text (Fixture *fixture, gconstpointer language)
{
  mellow_report_article_add_copy (&fixture->article, (ProseSpan){ 0, 2 });
  mellow_report_article_add_quote (&fixture->article, (ProseSpan){ 3, 8 });
  g_assert_cmpstr (fixture->html->str, ==, "<bdi>Æ</bdi>“<bdi>&amp; &lt;b&gt;</bdi>”");
}

static void
test_words_of_others (Fixture *fixture, gconstpointer language)
{
  mellow_report_article_add_words (&fixture->article, "<i>");
  mellow_report_article_add_quoted (&fixture->article, "du & De");
  g_assert_cmpstr (fixture->html->str, ==, "“<bdi>&lt;i&gt;</bdi>”“du &amp; De”");
}

static void
test_lines (Fixture *fixture, gconstpointer language)
{
  mellow_report_article_add_line (&fixture->article, 2);
  mellow_report_article_add_colon (&fixture->article);
  mellow_report_article_add_line (&fixture->article, strlen ("Æ & <b>\n"));
  g_assert_cmpstr (fixture->html->str, ==, "line 1: line 2");
}

static void
test_in_french (Fixture *fixture, gconstpointer language)
{
  mellow_report_article_add_label (&fixture->article, MELLOW_REPORT_LINE);
  mellow_report_article_add_word (&fixture->article, MELLOW_REPORT_LINE);
  g_assert_cmpstr (fixture->html->str, ==, "ligne\302\240: ligne");
}

static void
test_figures (Fixture *fixture, gconstpointer language)
{
  assert_string (mellow_report_article_dup_figure (&fixture->article, "%.1f", 2.25), "2,2");
  assert_string (mellow_report_article_dup_figure (&fixture->article, "%.4g", 15), "15");
  assert_string (mellow_report_article_dup_figure (&fixture->article, "%.4g", 15.5), "15,5");
}

static void
add (const char *path, const char *language, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, language, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/report-article/section", "en", test_section);
  add ("/report-article/words-of-the-text", "en", test_words_of_the_text);
  add ("/report-article/words-of-others", "en", test_words_of_others);
  add ("/report-article/lines", "en", test_lines);
  add ("/report-article/in-french", "fr", test_in_french);
  add ("/report-article/figures", "da", test_figures);

  return g_test_run ();
}
