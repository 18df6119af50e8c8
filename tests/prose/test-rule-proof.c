/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rewrite/prose-rule-proof.h"

#include "prose-fixture.h"

/* What proving a pack of one rule says, a line for each failure. */
static char *
prove (const char *language, const char *rule)
{
  g_autofree char *yaml = g_strdup_printf ("category: urgency\n"
                                           "title: Urgency\n"
                                           "meter: pressure\n"
                                           "rules:\n"
                                           "  - id: act-now\n"
                                           "    severity: pressure\n"
                                           "    weight: 6\n%s",
                                           rule);
  g_autoptr (ProseLexicon) lexicon = build_lexicon (language);
  g_autoptr (ProseRulePack) pack = read_pack (yaml, lexicon);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) failures = prose_rule_proof_run (pack, lexicon, &error);

  g_assert_no_error (error);
  g_ptr_array_add (failures, NULL);
  return g_strjoinv ("\n", (char **)failures->pdata);
}

static void
test_a_rule_that_proves_itself (void)
{
  assert_string (prove ("en", "    phrases: [act now]\n"
                              "    rewrites: {choice: take your time}\n"
                              "    flags:\n"
                              "      - Act now!\n"
                              "      - text: So act now.\n"
                              "        span: act now\n"
                              "        choice: take your time\n"
                              "    passes: [Never act now., The act is now over.]\n"),
                 "");
  assert_string (prove ("da", "    phrases: [køb nu]\n"
                              "    flags: [Køb nu!]\n"
                              "    passes: [Nu er det et køb.]\n"),
                 "");
}

static void
test_flags_that_mark_nothing (void)
{
  assert_string (prove ("en", "    phrases: [act now]\n"
                              "    flags: [Act then!, Act now!, Ær]\n"
                              "    passes: [x]\n"),
                 "test.yaml:9:13: urgency.act-now: marks nothing in “Act then!”\n"
                 "test.yaml:9:34: urgency.act-now: marks nothing in “Ær”");
}

static void
test_another_span (void)
{
  assert_string (prove ("en", "    phrases: [act now, buy it]\n"
                              "    flags:\n"
                              "      - text: Æ, so act now, buy it.\n"
                              "        span: so act now\n"
                              "      - text: So act now, buy it.\n"
                              "        span: buy it\n"
                              "    passes: [x]\n"),
                 "test.yaml:10:9: urgency.act-now: marks “act now”, “buy it” instead of "
                 "“so act now”");
}

static void
test_another_rewrite (void)
{
  assert_string (prove ("en", "    phrases: [act now]\n"
                              "    rewrites: {choice: tag din tid på øl}\n"
                              "    flags:\n"
                              "      - text: Act now!\n"
                              "        choice: Take your time\n"
                              "        question: Would you?\n"
                              "      - text: So act now!\n"
                              "        choice: tag din tid på øl\n"
                              "    passes: [x]\n"),
                 "test.yaml:11:9: urgency.act-now: there is no question rewrite here\n"
                 "test.yaml:11:9: urgency.act-now: the choice rewrite is “Tag din tid på øl”");
}

/* Other rules of the pack would hide what a rule does not do. */
static void
test_each_rule_stands_alone (void)
{
  assert_string (prove ("en", "    phrases: [act now]\n"
                              "    flags: [Act now!, Act then!]\n"
                              "    passes: [Act then.]\n"
                              "  - id: then\n"
                              "    severity: remove\n"
                              "    weight: 1\n"
                              "    phrases: [act then]\n"
                              "    flags: [Act then!]\n"
                              "    passes: [Act now!]\n"),
                 "test.yaml:9:23: urgency.act-now: marks nothing in “Act then!”");
}

/* Where it counts, and nowhere else. */
static void
test_a_rule_of_a_zone (void)
{
  assert_string (prove ("en", "    zone: button\n"
                              "    phrases: [act now]\n"
                              "    rewrites: {choice: take your time}\n"
                              "    flags:\n"
                              "      - text: Act now!\n"
                              "        choice: Take your time\n"
                              "    passes: [Act then.]\n"),
                 "");
}

static void
test_a_soft_rule (void)
{
  g_autoptr (ProseRulePack) pack = build_pack ("choice");
  g_autoptr (ProseLexicon) lexicon = build_lexicon ("en");
  g_autoptr (GPtrArray) failures = prose_rule_proof_run (pack, lexicon, NULL);
  ProseRuleExample *example = pack->examples->pdata[0];

  g_assert_cmpuint (failures->len, ==, 0);

  example->flags = FALSE;
  g_clear_pointer (&failures, g_ptr_array_unref);
  failures = prose_rule_proof_run (pack, lexicon, NULL);
  g_assert_cmpuint (failures->len, ==, 1);
}

static void
test_passes_that_are_marked (void)
{
  assert_string (prove ("da", "    phrases: [køb nu]\n"
                              "    flags: [Køb nu!]\n"
                              "    passes: ['Æ: køb nu, KØB NU', Køb ikke nu]\n"),
                 "test.yaml:10:14: urgency.act-now: should pass, but marks “køb nu”, “KØB NU”");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add_test(path, function) g_test_add_func ("/rule-proof/" path, function)
  add_test ("a-rule-that-proves-itself", test_a_rule_that_proves_itself);
  add_test ("flags-that-mark-nothing", test_flags_that_mark_nothing);
  add_test ("another-span", test_another_span);
  add_test ("another-rewrite", test_another_rewrite);
  add_test ("each-rule-stands-alone", test_each_rule_stands_alone);
  add_test ("a-rule-of-a-zone", test_a_rule_of_a_zone);
  add_test ("a-soft-rule", test_a_soft_rule);
  add_test ("passes-that-are-marked", test_passes_that_are_marked);

  return g_test_run ();
}
