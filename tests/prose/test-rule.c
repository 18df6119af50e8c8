/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-rule.h"

static void
test_severity_names (void)
{
  ProseSeverity severity = PROSE_SEVERITY_CREDIT;

  for (guint i = PROSE_SEVERITY_CREDIT; i <= PROSE_SEVERITY_REMOVE; i++) {
    g_assert_true (prose_severity_from_string (prose_severity_to_string (i), &severity));
    g_assert_cmpuint (severity, ==, i);
  }
  g_assert_cmpstr (prose_severity_to_string (PROSE_SEVERITY_PROOF), ==, "proof");
  g_assert_false (prose_severity_from_string ("Proof", &severity));
  g_assert_false (prose_severity_from_string ("", &severity));
  g_assert_false (prose_severity_from_string (NULL, &severity));
}

/* The quietest first, so that thresholds can compare. */
static void
test_severities_rise (void)
{
  g_assert_cmpint (PROSE_SEVERITY_CREDIT, <, PROSE_SEVERITY_NOTE);
  g_assert_cmpint (PROSE_SEVERITY_NOTE, <, PROSE_SEVERITY_PROOF);
  g_assert_cmpint (PROSE_SEVERITY_PROOF, <, PROSE_SEVERITY_PRESSURE);
  g_assert_cmpint (PROSE_SEVERITY_PRESSURE, <, PROSE_SEVERITY_REMOVE);
}

static void
test_meter_names (void)
{
  ProseMeter meter = PROSE_METER_PRESSURE;

  for (guint i = PROSE_METER_PRESSURE; i <= PROSE_METER_INFORMATION; i++) {
    g_assert_true (prose_meter_from_string (prose_meter_to_string (i), &meter));
    g_assert_cmpuint (meter, ==, i);
  }
  g_assert_cmpstr (prose_meter_to_string (PROSE_METER_WARMTH), ==, "warmth");
  g_assert_false (prose_meter_from_string ("varme", &meter));
}

static void
test_rewrite_kind_names (void)
{
  ProseRewriteKind kind = PROSE_REWRITE_BENEFIT;

  for (guint i = PROSE_REWRITE_BENEFIT; i <= PROSE_REWRITE_PLAIN; i++) {
    g_assert_true (prose_rewrite_kind_from_string (prose_rewrite_kind_to_string (i), &kind));
    g_assert_cmpuint (kind, ==, i);
  }
  g_assert_cmpstr (prose_rewrite_kind_to_string (PROSE_REWRITE_EVIDENCE), ==, "evidence");
  g_assert_false (prose_rewrite_kind_from_string ("spørgsmål", &kind));
}

static void
test_a_category_copies_its_words (void)
{
  char title[] = "Få tilbage";
  g_autoptr (ProseCategory) category =
      prose_category_new ("da", "scarcity", title, PROSE_METER_WARMTH, TRUE);

  title[0] = 'x';
  g_assert_cmpstr (category->title, ==, "Få tilbage");
  g_assert_true (category->language == g_intern_string ("da"));
  g_assert_cmpint (category->meter, ==, PROSE_METER_WARMTH);
  g_assert_true (category->is_next_step);
}

static void
test_a_rule_is_named_after_its_family (void)
{
  g_autoptr (ProseCategory) category =
      prose_category_new ("en", "scarcity", "Scarcity", PROSE_METER_PRESSURE, FALSE);
  g_autoptr (ProseRule) rule = prose_rule_new (category, "only-n-left");

  g_assert_cmpstr (rule->id, ==, "scarcity.only-n-left");
  g_assert_true (rule->category == category);
  g_assert_cmpint (rule->zone, ==, PROSE_ZONE_ANY);
  g_assert_cmpuint (rule->rewrites->len, ==, 0);
}

/* A mark needs its rule's family for as long as it needs the rule. */
static void
test_a_rule_keeps_its_category (void)
{
  ProseCategory *category =
      prose_category_new ("en", "scarcity", "Scarcity", PROSE_METER_PRESSURE, FALSE);
  ProseRule *rule = prose_rule_new (category, "only-n-left");
  g_autoptr (ProseRule) shared = prose_rule_ref (rule);

  prose_category_unref (category);
  prose_rule_unref (rule);
  g_assert_cmpstr (shared->category->title, ==, "Scarcity");
}

static void
test_rewrites_keep_their_order (void)
{
  g_autoptr (ProseCategory) category =
      prose_category_new ("da", "a", "A", PROSE_METER_PRESSURE, FALSE);
  g_autoptr (ProseRule) rule = prose_rule_new (category, "b");

  prose_rule_add_rewrite (rule, PROSE_REWRITE_QUESTION, "Har du lyst?");
  prose_rule_add_rewrite (rule, PROSE_REWRITE_BENEFIT, "på lager");

  g_assert_cmpuint (rule->rewrites->len, ==, 2);
  g_assert_cmpint (g_array_index (rule->rewrites, ProseRewriteTemplate, 0).kind, ==,
                   PROSE_REWRITE_QUESTION);
  g_assert_cmpstr (g_array_index (rule->rewrites, ProseRewriteTemplate, 1).text, ==, "på lager");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rule/severity-names", test_severity_names);
  g_test_add_func ("/rule/severities-rise", test_severities_rise);
  g_test_add_func ("/rule/meter-names", test_meter_names);
  g_test_add_func ("/rule/rewrite-kind-names", test_rewrite_kind_names);
  g_test_add_func ("/rule/a-category-copies-its-words", test_a_category_copies_its_words);
  g_test_add_func ("/rule/a-rule-is-named-after-its-family", test_a_rule_is_named_after_its_family);
  g_test_add_func ("/rule/a-rule-keeps-its-category", test_a_rule_keeps_its_category);
  g_test_add_func ("/rule/rewrites-keep-their-order", test_rewrites_keep_their_order);

  return g_test_run ();
}
