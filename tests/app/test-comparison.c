/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two versions of a text: what went and came, and the page that is sent to a client. */

#include <string.h>

#include "fixture.h"
#include "mellow-comparison-page.h"
#include "mellow-comparison.h"

#define BEFORE                                                                                      \
  "A tent\n\nAct now! Only 3 left. Æ & <b>we are proud</b> of our tent, act now. It is green. It " \
  "is dry in any rain."
#define AFTER "A tent\n\nTake your time. Only 3 left. Æ & <b>it</b> is green and dry in any rain."

static MellowComparison *
compare_as (const ProseFormat *format, const char *known, const char *before, const char *after)
{
  g_autoptr (ProseRuleSet) rules = load_test_rules ();

  return mellow_comparison_new (rules, known, format, "Version 1", before, "Now & “then”", after);
}

static MellowComparison *
compare (const char *known, const char *before, const char *after)
{
  return compare_as (prose_format_get_text (), known, before, after);
}

static void
assert_devices (GPtrArray *devices, const char *expected)
{
  g_autofree char *described = mellow_comparison_describe_devices (devices);

  g_assert_cmpstr (described, ==, expected);
}

static void
test_what_went_and_came (void)
{
  g_autoptr (MellowComparison) comparison = compare ("", BEFORE, AFTER);

  assert_devices (comparison->marks_gone, "“Act now” (Buy command) ×2, “we are proud” "
                                          "(Seller-centred line)");
  assert_devices (comparison->marks_new, "");
  assert_devices (comparison->credits_new, "“Take your time” (Choice)");
  assert_devices (comparison->credits_gone, "");
  g_assert_cmpfloat (comparison->before.tone.pressure, >, comparison->after.tone.pressure);
}

/* By rule and words, wherever they stand. */
static void
test_what_moved_stays (void)
{
  g_autoptr (MellowComparison) comparison =
      compare ("", "Act now! It is green.", "It is green. ACT NOW, do.");

  assert_devices (comparison->marks_gone, "");
  assert_devices (comparison->marks_new, "");
}

/* What the document ignores counts in neither. */
static void
test_ignored_in_both (void)
{
  g_autoptr (MellowComparison) comparison =
      compare ("ignored:\n  - rule: buy-command.act-now\n    phrase: act now\n",
               "Act now! Only 3 left.", "Buy it.");

  assert_devices (comparison->marks_gone, "“Only 3 left” (Stock scarcity)");
  g_assert_cmpuint (prose_report_get_diagnostics (comparison->before.report)->len, ==, 1);
}

static void
test_the_same (void)
{
  g_autoptr (MellowComparison) comparison = compare ("", AFTER, AFTER);
  g_autofree char *page = mellow_comparison_page_write (comparison, "ad.txt");

  for (guint i = 0; i < comparison->alignments->len; i++)
    g_assert_cmpint (g_array_index (comparison->alignments, ProseAlignment, i).kind, ==,
                     PROSE_ALIGNMENT_EQUAL);
  g_assert_nonnull (strstr (page, "No device of tone went or came."));
  g_assert_null (strstr (page, "<ins>"));
  g_assert_null (strstr (page, "<del>"));
}

static void
test_nothing (void)
{
  g_autoptr (MellowComparison) comparison = compare ("", "", "");
  g_autofree char *page = mellow_comparison_page_write (comparison, "");

  g_assert_cmpuint (comparison->alignments->len, ==, 0);
  g_assert_true (g_str_has_suffix (page, "</html>\n"));
}

/* The whole page, as it is kept beside this test; each byte. */
static void
test_the_page (void)
{
  g_autoptr (MellowComparison) comparison = compare ("", BEFORE, AFTER);
  g_autofree char *page = mellow_comparison_page_write (comparison, "ad <1>.txt");
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "app", "before-after.html", NULL);
  g_autofree char *expected = NULL;

  if (g_getenv ("MELLOW_WRITE_PAGE") != NULL)
    g_assert_true (g_file_set_contents (path, page, -1, NULL));
  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  g_assert_cmpstr (page, ==, expected);
}

/* Nothing from outside, nothing that runs, and what is written is no markup. */
static void
test_hostile_text (void)
{
  const char *hostile = "<script>alert(1)</script> \"quoted\" 'so' & <img src=x onerror=y>";
  g_autoptr (ProseRuleSet) rules = load_test_rules ();
  g_autoptr (MellowComparison) comparison =
      mellow_comparison_new (rules, "", prose_format_get_text (), "<script>\"x", hostile,
                             "\" onload=\"y", "</td></table><script src=//x>");
  g_autofree char *page = mellow_comparison_page_write (comparison, "</title><script>");

  g_assert_null (strstr (page, "<script"));
  g_assert_null (strstr (page, "<img"));
  g_assert_null (strstr (page, "http:"));
  g_assert_null (strstr (page, "https:"));
  g_assert_null (strstr (page, "onload=\"y"));
  g_assert_nonnull (strstr (page, "&lt;script&gt;"));
}

/* The words of a page are compared, not its tags. */
static void
test_two_pages (void)
{
  g_autoptr (MellowComparison) comparison =
      compare_as (prose_format_find ("html"), "",
                  "<h1>A tent</h1><p class=a>A<b>ct</b> now! It is <i>green</i>.</p>",
                  "<h1 id=x>A tent</h1>\n<p class=b>Take your&#32;time. It is green.</p>");
  g_autofree char *page = mellow_comparison_page_write (comparison, "ad.html");

  assert_devices (comparison->marks_gone, "“Act now” (Buy command)");
  assert_devices (comparison->credits_new, "“Take your time” (Choice)");
  g_assert_cmpstr (comparison->after.text, ==, "A tent\n\nTake your time. It is green.");
  g_assert_cmpint (g_array_index (comparison->alignments, ProseAlignment, 0).kind, ==,
                   PROSE_ALIGNMENT_EQUAL);
  g_assert_cmpint (
      g_array_index (comparison->alignments, ProseAlignment, comparison->alignments->len - 1).kind,
      ==, PROSE_ALIGNMENT_EQUAL);
  g_assert_nonnull (strstr (page, "<u>Act now</u>"));
  g_assert_null (strstr (page, "&lt;b&gt;"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/comparison/what-went-and-came", test_what_went_and_came);
  g_test_add_func ("/comparison/what-moved-stays", test_what_moved_stays);
  g_test_add_func ("/comparison/ignored-in-both", test_ignored_in_both);
  g_test_add_func ("/comparison/the-same", test_the_same);
  g_test_add_func ("/comparison/nothing", test_nothing);
  g_test_add_func ("/comparison/the-page", test_the_page);
  g_test_add_func ("/comparison/hostile-text", test_hostile_text);

  g_test_add_func ("/comparison/two-pages", test_two_pages);

  return g_test_run ();
}
