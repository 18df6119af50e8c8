/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What may be said instead of what is marked, by what the writer knows, one mark at a time
 * or all of a rule.
 */

#include "fixture.h"

typedef struct {
  ProseRuleSet *rules;
  ProseLiveChecker *checker;
  MellowAdviser *adviser;
} Desk;

static void
set_up (Desk *desk, const void *text)
{
  desk->rules = load_test_rules ();
  desk->checker = prose_live_checker_new (desk->rules);
  desk->adviser = mellow_adviser_new (desk->rules, desk->checker, NULL);
  prose_live_checker_set_text (desk->checker, text, -1);
}

static void
tear_down (Desk *desk, const void *text)
{
  g_assert_finalize_object (desk->adviser);
  g_assert_finalize_object (desk->checker);
  prose_rule_set_unref (desk->rules);
}

static GPtrArray *
suggest (Desk *desk, guint position)
{
  ProseDiagnostic mark = prose_live_checker_get_diagnostic (desk->checker, position);

  return mellow_adviser_suggest (desk->adviser, &mark);
}

/* The rewrites of the rule of a mark, as the sentences that they make. */
static void
assert_alike (Desk *desk, guint position, const char *expected)
{
  ProseSpan whole = { 0, prose_live_checker_get_length (desk->checker) };
  ProseDiagnostic mark = prose_live_checker_get_diagnostic (desk->checker, position);
  g_autoptr (GArray) marks = prose_live_checker_dup_diagnostics (desk->checker, whole);
  g_autoptr (GPtrArray) edits = mellow_adviser_find_alike (desk->adviser, marks, mark.rule);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < edits->len; i++) {
    const MellowEdit *edit = edits->pdata[i];

    g_string_append_printf (lines, "%s → %s\n", edit->before, edit->after);
  }
  g_assert_cmpstr (lines->str, ==, expected);
}

static ProseBrief *
create_brief (const char *product)
{
  ProseBrief *brief = prose_brief_new ();

  prose_brief_set (brief, "product", product);
  prose_brief_add_benefit (brief, "keeps you dry");
  return brief;
}

static void
test_goes_by_the_brief (Desk *desk, const void *text)
{
  g_autoptr (ProseBrief) brief = create_brief ("The tent");
  g_autoptr (GPtrArray) before = suggest (desk, 0);
  g_autoptr (GPtrArray) after = NULL;

  g_assert_cmpuint (before->len, ==, 0);
  mellow_adviser_set_brief (desk->adviser, brief);
  after = suggest (desk, 0);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_cmpstr (((ProseSuggestion *)after->pdata[0])->wording, ==, "The tent keeps you dry.");
}

static void
test_knows_a_brief_that_says_the_same (Desk *desk, const void *text)
{
  g_autoptr (ProseBrief) empty = prose_brief_new ();
  g_autoptr (ProseBrief) brief = create_brief ("Smørrebrød");
  g_autoptr (ProseBrief) same = create_brief ("Smørrebrød");
  g_autoptr (ProseBrief) other = create_brief ("The tent");

  g_assert_false (mellow_adviser_set_brief (desk->adviser, empty));
  g_assert_true (mellow_adviser_set_brief (desk->adviser, brief));
  g_assert_false (mellow_adviser_set_brief (desk->adviser, same));
  g_assert_true (mellow_adviser_set_brief (desk->adviser, other));
  g_assert_true (mellow_adviser_set_brief (desk->adviser, NULL));
}

static void
test_rewrites_all_of_a_rule (Desk *desk, const void *text)
{
  assert_alike (desk, 0,
                "Act now, friends. → Take your time, friends.\n"
                "Køb, order now. → Køb, take your time.\n");
}

static void
test_rewrites_a_sentence_once (Desk *desk, const void *text)
{
  assert_alike (desk, 0,
                "Act now, and order now, friends. → "
                "Take your time, and order now, friends.\n");
}

static void
test_what_needs_facts_is_not_alike (Desk *desk, const void *text)
{
  g_autoptr (ProseBrief) brief = create_brief ("The tent");
  g_autoptr (GPtrArray) suggestions = NULL;

  mellow_adviser_set_brief (desk->adviser, brief);
  suggestions = suggest (desk, 0);
  g_assert_cmpuint (suggestions->len, >, 0);
  g_assert_null (mellow_adviser_find_common (suggestions));
  assert_alike (desk, 0, "");
}

static void
test_rewrite_is_withheld_by_a_tag (Desk *desk, const void *text)
{
  ProseDiagnostic split, whole;
  g_autoptr (GPtrArray) suggestions = NULL;

  prose_live_checker_set_format (desk->checker, prose_format_find ("html"));
  split = prose_live_checker_get_diagnostic (desk->checker, 0);
  whole = prose_live_checker_get_diagnostic (desk->checker, 1);

  suggestions = mellow_adviser_suggest (desk->adviser, &split);
  g_assert_cmpuint (suggestions->len, ==, 0);
  g_assert_true (mellow_adviser_is_rewrite_withheld (desk->adviser, &split));
  g_ptr_array_unref (suggestions);
  suggestions = mellow_adviser_suggest (desk->adviser, &whole);
  g_assert_cmpuint (suggestions->len, >, 0);
}

static void
test_plain_text_withholds_nothing (Desk *desk, const void *text)
{
  ProseDiagnostic mark = prose_live_checker_get_diagnostic (desk->checker, 0);

  g_assert_false (mellow_adviser_is_rewrite_withheld (desk->adviser, &mark));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add(name, text, test) g_test_add ("/adviser/" name, Desk, text, set_up, test, tear_down)
  add ("goes-by-the-brief", "We are proud of it.", test_goes_by_the_brief);
  add ("knows-a-brief-that-says-the-same", "", test_knows_a_brief_that_says_the_same);
  add ("rewrites-all-of-a-rule", "Act now, friends. We walk. Køb, order now.",
       test_rewrites_all_of_a_rule);
  add ("rewrites-a-sentence-once", "Act now, and order now, friends.",
       test_rewrites_a_sentence_once);
  add ("what-needs-facts-is-not-alike", "We are proud of it. We are proud of you.",
       test_what_needs_facts_is_not_alike);
  add ("rewrite-is-withheld-by-a-tag",
       "<html lang=en><p>A<b>c</b>t <i>n</i>o<b>w</b>, friend.</p>\n<p>Act now!</p>",
       test_rewrite_is_withheld_by_a_tag);
  add ("plain-text-withholds-nothing", "Act now, friends.", test_plain_text_withholds_nothing);
#undef add

  return g_test_run ();
}
