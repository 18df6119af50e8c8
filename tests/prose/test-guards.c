/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check/prose-guards.h"

#include "prose-fixture.h"

/* What is marked in a text by a rule with some guards. */
static char *
check (const char *language, ProseGuards guards, const char *phrase, const char *text)
{
  g_autoptr (ProseLexicon) lexicon = build_lexicon (language);
  g_autoptr (ProseCategory) category =
      prose_category_new (language, "urgency", "Urgency", PROSE_METER_PRESSURE, FALSE);
  g_autoptr (ProseRule) rule = prose_rule_new (category, "rule");
  g_autoptr (GPtrArray) rules = g_ptr_array_new ();
  g_autoptr (GPtrArray) lexicons = g_ptr_array_new ();
  g_autoptr (ProseRuleSet) rule_set = NULL;

  rule->severity = PROSE_SEVERITY_PRESSURE;
  rule->guards = guards;
  rule->phrases = g_strsplit (phrase, ";", -1);
  g_ptr_array_add (rules, rule);
  g_ptr_array_add (lexicons, lexicon);
  rule_set = prose_rule_set_new (rules, lexicons, NULL);
  g_assert_nonnull (rule_set);
  return marks_to_string (rule_set, language, text);
}

#define assert_guarded(guard, phrase, text) assert_string (check ("en", guard, phrase, text), "")

#define assert_counts(guard, phrase, text, expected)                                               \
  assert_string (check ("en", guard, phrase, text), expected " urgency.rule")

#define ALL (PROSE_GUARD_QUOTED | PROSE_GUARD_NEGATED | PROSE_GUARD_NAME)

/* --- quotation marks --- */

static void
test_quoted (void)
{
  assert_guarded (PROSE_GUARD_QUOTED, "act now", "The old ad said “Act now” in red.");
  assert_guarded (PROSE_GUARD_QUOTED, "act now", "We never shout \"act now\" at you.");
  assert_string (check ("da", PROSE_GUARD_QUOTED, "køb nu", "Skiltet råbte »Køb nu« på Ærø."), "");
}

/* It is the seller's own voice, set in quotation marks for effect. */
static void
test_a_sentence_that_is_all_quotation (void)
{
  assert_counts (PROSE_GUARD_QUOTED, "act now", "“Act now!”", "3-10");
  assert_counts (PROSE_GUARD_QUOTED, "act now", "He: “Act now!”", "7-14");
}

static void
test_outside_of_the_quotation (void)
{
  assert_counts (PROSE_GUARD_QUOTED, "act now", "Act now for the “best tent” of all.", "0-7");
  assert_counts (PROSE_GUARD_QUOTED, "act now", "The “best tent” of all: act now, friends.",
                 "28-35");
  assert_counts (PROSE_GUARD_QUOTED, "act now", "A 12\" pan for you, so act now, friends.",
                 "22-29");
}

/* --- negation --- */

static void
test_negated (void)
{
  assert_guarded (PROSE_GUARD_NEGATED, "decide today", "You don’t have to decide today.");
  assert_guarded (PROSE_GUARD_NEGATED, "act now", "Never act now.");
  assert_string (check ("da", PROSE_GUARD_NEGATED, "købe nu", "Du skal ikke købe nu."), "");
}

static void
test_a_negation_too_far_away (void)
{
  assert_counts (PROSE_GUARD_NEGATED, "act now", "It is not too late for you: act now.", "28-35");
  assert_counts (PROSE_GUARD_NEGATED, "act now", "Not the lamp may act now.", "17-24");
  assert_guarded (PROSE_GUARD_NEGATED, "act now", "Not the lamp act now.");
}

static void
test_a_negation_of_another_clause (void)
{
  assert_counts (PROSE_GUARD_NEGATED, "act now", "Don't wait, act now.", "12-19");
  assert_counts (PROSE_GUARD_NEGATED, "act now", "Don't wait! Act now.", "12-19");
  assert_counts (PROSE_GUARD_NEGATED, "act now", "Don't – act now.", "10-17");
}

static void
test_negated_from_behind (void)
{
  assert_string (check ("da", PROSE_GUARD_NEGATED, "haster det", "Nu haster det ikke."), "");
  assert_string (check ("da", PROSE_GUARD_NEGATED, "haster det", "Nu haster det."),
                 "3-13 urgency.rule");
  assert_counts (PROSE_GUARD_NEGATED, "act now", "Act now not later.", "0-7");
}

/* --- names --- */

static void
test_names (void)
{
  assert_guarded (PROSE_GUARD_NAME, "act now", "We read the Act Now Magazine every day.");
  assert_guarded (PROSE_GUARD_NAME, "hurry", "We met at Mount Hurry in the spring.");
  assert_string (check ("da", PROSE_GUARD_NAME, "køb nu", "Vi læser altid Køb Nu i toget."), "");
}

static void
test_capitals_that_are_no_name (void)
{
  assert_counts (PROSE_GUARD_NAME, "act now", "Act now, the lamp is here.", "0-7");
  assert_counts (PROSE_GUARD_NAME, "act now", "ACT NOW, the lamp is here.", "0-7");
  assert_counts (PROSE_GUARD_NAME, "act now", "Our Lamp Is Here, So Act Now", "21-28");
  assert_counts (PROSE_GUARD_NAME, "hurry", "Hurry, the lamp is here.", "0-5");
}

/* Where nouns have a capital, that of another word tells. */
static void
test_names_amid_nouns (void)
{
  assert_string (check ("de", PROSE_GUARD_NAME, "letzte chance",
                        "Wir treffen uns heute im Café Letzte Chance."),
                 "");
  assert_string (
      check ("de", PROSE_GUARD_NAME, "chance", "Das ist auch so eine Chance von vielen."),
      "21-27 urgency.rule");
  assert_string (check ("de", PROSE_GUARD_NAME, "letzte chance", "Achtung: Letzte Chance heute."),
                 "9-22 urgency.rule");
}

/* --- together --- */

static void
test_only_the_guards_of_the_rule_count (void)
{
  assert_counts (0, "act now", "The old ad said “Act now” in red.", "19-26");
  assert_counts (0, "act now", "Never act now.", "6-13");
  assert_counts (0, "act now", "We read the Act Now Magazine every day.", "12-19");
  assert_counts (PROSE_GUARD_QUOTED, "act now", "Never act now.", "6-13");
  assert_counts (PROSE_GUARD_NAME, "act now", "Never act now.", "6-13");
  assert_guarded (ALL, "act now", "Never act now.");
  assert_counts (ALL, "act now", "Act now!", "0-7");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/guards/quoted", test_quoted);
  g_test_add_func ("/guards/a-sentence-that-is-all-quotation",
                   test_a_sentence_that_is_all_quotation);
  g_test_add_func ("/guards/outside-of-the-quotation", test_outside_of_the_quotation);
  g_test_add_func ("/guards/negated", test_negated);
  g_test_add_func ("/guards/a-negation-too-far-away", test_a_negation_too_far_away);
  g_test_add_func ("/guards/a-negation-of-another-clause", test_a_negation_of_another_clause);
  g_test_add_func ("/guards/negated-from-behind", test_negated_from_behind);
  g_test_add_func ("/guards/names", test_names);
  g_test_add_func ("/guards/names-amid-nouns", test_names_amid_nouns);
  g_test_add_func ("/guards/capitals-that-are-no-name", test_capitals_that_are_no_name);
  g_test_add_func ("/guards/only-the-guards-of-the-rule-count",
                   test_only_the_guards_of_the_rule_count);

  return g_test_run ();
}
