/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-report-marks.h"

#include <string.h>

#include "prose-fixture.h"

/* What the report shows of a text that the rules mark, as the second of its texts. */
static char *
show (ProseRuleSet *rules, const char *text, void (*add) (const MellowReportArticle *))
{
  g_autoptr (ProseDocument) document = prose_document_new (text, -1);
  g_autoptr (ProseReport) report = check_text (rules, "en", text);
  g_autoptr (ProseRewriter) rewriter = prose_rewriter_new (rules);
  const MellowCheckedText checked = {
    .document = document, .report = report, .rewriter = rewriter, .rules = rules
  };
  GString *html = g_string_new (NULL);
  MellowReportArticle article;

  mellow_report_article_begin (&article, mellow_report_words_find ("en"), &checked, html, 2);
  add (&article);
  mellow_report_article_end (&article);
  return g_string_free (html, FALSE);
}

#define COPY(copy)                                                                                 \
  "<article>\n<section>\n<h2>The text</h2>\n<div class=\"copy\" dir=\"auto\" lang=\"en\">" copy    \
  "</div>\n</section>\n</article>\n"

static ProseRuleSet *
build (void)
{
  return compile_rules (make_rule ("scarcity.lamps", "only three lamps left", NULL), NULL);
}

static void
test_marked (void)
{
  g_autoptr (ProseRuleSet) rules = build ();

  assert_string (show (rules, "Æbler & only three lamps left.", mellow_report_marks_add_text),
                 COPY ("Æbler &amp; <mark class=\"pressure\" id=\"m2-1\">only three lamps left"
                       "</mark><sup><a href=\"#n2-1\">1</a></sup>."));
  assert_string (show (rules, "Three lamps.", mellow_report_marks_add_text), COPY ("Three lamps."));
}

static void
test_nothing_to_explain (void)
{
  g_autoptr (ProseRuleSet) rules = build ();

  assert_string (show (rules, "Three lamps.", mellow_report_marks_add_explanations),
                 "<article>\n<section>\n<h2>What the marks say</h2>\n<p>Nothing is marked.</p>\n"
                 "</section>\n</article>\n");
}

static void
test_explained (void)
{
  g_autoptr (ProseRuleSet) rules = build ();
  g_autofree char *html =
      show (rules, "One.\nOnly three lamps left.", mellow_report_marks_add_explanations);

  g_assert_nonnull (strstr (html, "<li id=\"n2-1\"><p><a href=\"#m2-1\">“<bdi>Only three lamps left"
                                  "</bdi>”</a> <b class=\"pressure\">pressure</b>"));
  g_assert_nonnull (strstr (html, ", line 2</span></p>\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-marks/marked", test_marked);
  g_test_add_func ("/report-marks/nothing-to-explain", test_nothing_to_explain);
  g_test_add_func ("/report-marks/explained", test_explained);

  return g_test_run ();
}
