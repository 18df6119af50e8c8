/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-rule-pack.h"

#include <string.h>

#include "prose-fixture.h"
#include "rules/prose-yaml.h"

#define HEAD                                                                                       \
  "category: urgency\n"                                                                            \
  "title: Urgency\n"                                                                               \
  "meter: pressure\n"

#define SOFT_HEAD                                                                                  \
  "category: warmth\n"                                                                             \
  "title: Varme\n"                                                                                 \
  "meter: warmth\n"

/* The rule begins in line 4, and its id. */
#define RULE                                                                                       \
  "rules:\n"                                                                                       \
  "  - id: act-now\n"                                                                              \
  "    severity: pressure\n"                                                                       \
  "    weight: 6\n"

#define PROOFS                                                                                     \
  "    flags: [Act now!]\n"                                                                        \
  "    passes: [Act as you like.]\n"

/* --- reading --- */

static ProseRulePack *
read_yaml (const char *yaml)
{
  g_autoptr (ProseLexicon) lexicon = build_lexicon ("en");

  return read_pack (yaml, lexicon);
}

static void
test_whole_rule (void)
{
  g_autoptr (ProseRulePack) pack =
      read_yaml (HEAD "next-step: yes\n"
                      "claims: yes\n"
                      "covers: worry\n"
                      "example: Er den for lille, bytter vi.\n"
                      "rules:\n"
                      "  - id: only-n\n"
                      "    severity: proof\n"
                      "    weight: 7\n"
                      "    zone: fine-print\n"
                      "    guards: [quoted, name, quiet]\n"
                      "    phrases: ['kun {number} øl', act now]\n"
                      "    except: [kun 3 øl]\n"
                      "    why: Because.\n"
                      "    reference: A law\n"
                      "    ask: How many?\n"
                      "    rewrites:\n"
                      "      question: Would it suit you?\n"
                      "      benefit: ['{number} øl', take your time]\n"
                      "    flags: [Kun 4 øl]\n"
                      "    passes: [Kun 3 øl]\n");
  const ProseRule *rule = pack->rules->pdata[0];

  g_assert_cmpuint (pack->rules->len, ==, 1);
  g_assert_cmpstr (pack->category->id, ==, "urgency");
  g_assert_cmpstr (pack->category->title, ==, "Urgency");
  g_assert_cmpstr (pack->category->language, ==, "en");
  g_assert_true (pack->category->is_next_step);
  g_assert_true (pack->category->makes_claims);
  g_assert_cmpint (pack->category->covers, ==, PROSE_COVERAGE_WORRY);
  g_assert_cmpstr (pack->category->example, ==, "Er den for lille, bytter vi.");
  g_assert_cmpstr (rule->id, ==, "urgency.only-n");
  g_assert_cmpint (rule->severity, ==, PROSE_SEVERITY_PROOF);
  g_assert_cmpuint (rule->weight, ==, 7);
  g_assert_cmpint (rule->zone, ==, PROSE_ZONE_FINE_PRINT);
  g_assert_cmpint (rule->guards, ==, PROSE_GUARD_QUOTED | PROSE_GUARD_NAME | PROSE_GUARD_QUIET);
  g_assert_cmpstr (rule->phrases[0], ==, "kun {number} øl");
  g_assert_cmpstr (rule->phrases[1], ==, "act now");
  g_assert_cmpstr (rule->exceptions[0], ==, "kun 3 øl");
  g_assert_cmpstr (rule->why, ==, "Because.");
  g_assert_cmpstr (rule->reference, ==, "A law");
  g_assert_cmpstr (rule->ask, ==, "How many?");
  g_assert_cmpuint (rule->rewrites->len, ==, 3);
  g_assert_cmpint (g_array_index (rule->rewrites, ProseRewriteTemplate, 2).kind, ==,
                   PROSE_REWRITE_BENEFIT);
  g_assert_cmpstr (g_array_index (rule->rewrites, ProseRewriteTemplate, 1).text, ==, "{number} øl");
}

static void
test_what_may_be_left_out (void)
{
  g_autoptr (ProseRulePack) pack = read_yaml (HEAD RULE "    phrases: [act now]\n" PROOFS);
  const ProseRule *rule = pack->rules->pdata[0];

  g_assert_false (pack->category->is_next_step);
  g_assert_false (pack->category->makes_claims);
  g_assert_cmpint (rule->zone, ==, PROSE_ZONE_ANY);
  g_assert_cmpint (rule->guards, ==, PROSE_GUARD_QUOTED | PROSE_GUARD_NEGATED | PROSE_GUARD_NAME);
  g_assert_null (rule->why);
  g_assert_null (rule->ask);
  g_assert_cmpuint (g_strv_length (rule->exceptions), ==, 0);
  g_assert_cmpuint (rule->rewrites->len, ==, 0);
}

/* Left out, it is that of the category. */
static void
test_a_name_of_its_own (void)
{
  g_autoptr (ProseRulePack) named = read_yaml ("name: Husets ånd\n" HEAD "rules: []\n");
  g_autoptr (ProseRulePack) plain = read_yaml (HEAD "rules: []\n");

  g_assert_cmpstr (named->name, ==, "Husets ånd");
  g_assert_cmpstr (plain->name, ==, "urgency");
}

static void
test_guards_can_be_switched_off (void)
{
  g_autoptr (ProseRulePack) pack =
      read_yaml (HEAD RULE "    guards: []\n    phrases: [act now]\n" PROOFS);

  g_assert_cmpint (((ProseRule *)pack->rules->pdata[0])->guards, ==, 0);
}

static void
test_soft_packs_give_credit (void)
{
  g_autoptr (ProseRulePack) pack = read_yaml (SOFT_HEAD "rules:\n"
                                                        "  - id: kaffe\n"
                                                        "    weight: 3\n"
                                                        "    phrases: [kaffen er klar]\n"
                                                        "    flags: [Kaffen er klar.]\n"
                                                        "    passes: [Kaffe er sort.]\n");
  const ProseRule *rule = pack->rules->pdata[0];

  g_assert_cmpint (rule->severity, ==, PROSE_SEVERITY_CREDIT);
  g_assert_cmpint (rule->guards, ==, 0);
  g_assert_cmpint (pack->category->meter, ==, PROSE_METER_WARMTH);
}

static void
test_examples (void)
{
  g_autoptr (ProseRulePack) pack = read_yaml (HEAD RULE "    phrases: [act now]\n"
                                                        "    flags:\n"
                                                        "      - Æ, act now!\n"
                                                        "      - text: You act now.\n"
                                                        "        span: act now\n"
                                                        "        question: Would you?\n"
                                                        "        plain: later\n"
                                                        "    passes: [Not now.]\n");
  const ProseRuleExample *plain = pack->examples->pdata[0];
  const ProseRuleExample *detailed = pack->examples->pdata[1];
  const ProseRuleExample *pass = pack->examples->pdata[2];

  g_assert_cmpuint (pack->examples->len, ==, 3);
  g_assert_cmpstr (plain->text, ==, "Æ, act now!");
  g_assert_true (plain->flags);
  g_assert_null (plain->span);
  g_assert_cmpstr (plain->place, ==, "test.yaml:10:9");
  g_assert_true (plain->rule == pack->rules->pdata[0]);
  g_assert_cmpstr (detailed->text, ==, "You act now.");
  g_assert_cmpstr (detailed->span, ==, "act now");
  g_assert_cmpuint (detailed->rewrites->len, ==, 2);
  g_assert_cmpint (g_array_index (detailed->rewrites, ProseRewriteTemplate, 0).kind, ==,
                   PROSE_REWRITE_QUESTION);
  g_assert_cmpstr (g_array_index (detailed->rewrites, ProseRewriteTemplate, 1).text, ==, "later");
  g_assert_false (pass->flags);
  g_assert_cmpstr (pass->place, ==, "test.yaml:15:14");
}

/* --- sets of the pack --- */

static void
assert_phrase_of_pack (const char *sets, const char *phrase, const char *expected)
{
  g_autofree char *yaml =
      g_strdup_printf (HEAD "sets:\n%s" RULE "    phrases: ['%s']\n" PROOFS, sets, phrase);
  g_autoptr (ProseRulePack) pack = read_yaml (yaml);

  g_assert_cmpstr (((ProseRule *)pack->rules->pdata[0])->phrases[0], ==, expected);
}

/* Outside of the pack nobody knows its sets. */
static void
test_sets_are_written_out (void)
{
  assert_phrase_of_pack ("  shop: butik|på hylden\n", "i <shop>", "i (butik|på hylden)");
  assert_phrase_of_pack ("  shop: x\n", "in {shop}", "in {shop:(x)}");
  assert_phrase_of_pack ("  shop: x\n", "in {where:shop}", "in {where:(x)}");
  assert_phrase_of_pack ("  shop: x\n", "in {where:<shop> y}", "in {where:(x) y}");
  assert_phrase_of_pack ("  shop: x\n", "in <soon>", "in <soon>");
  assert_phrase_of_pack ("  shop: x\n", "in \\<shop", "in \\<shop");
}

static void
test_sets_in_sets_are_written_out (void)
{
  assert_phrase_of_pack ("  a: x <b>\n  b: y\n", "z <a>", "z (x (y))");
  assert_phrase_of_pack ("  a: x {b}\n  b: y\n", "z <a>", "z (x {b:(y)})");
  assert_phrase_of_pack ("  a: x {what:b}\n  b: y\n", "z <a>", "z (x {what:(y)})");
}

/* A set that is called like a class or an edge is one only in angle brackets. */
static void
test_sets_named_like_a_class (void)
{
  assert_phrase_of_pack ("  title: x\n", "in {title}", "in {title}");
  assert_phrase_of_pack ("  title: x\n", "in {a:title}", "in {a:title}");
  assert_phrase_of_pack ("  title: x\n", "in <title>", "in (x)");
  assert_phrase_of_pack ("  end: x\n", "in {end}", "in {end}");
  assert_phrase_of_pack ("  end: x\n", "in {a:end}", "in {a:(x)}");
}

static void
test_what_is_written_out_compiles (void)
{
  g_autoptr (ProseRulePack) pack =
      read_yaml (HEAD "sets:\n"
                      "  a: so {b}\n"
                      "  b: øl|very <c>\n"
                      "  c: cheap\n" RULE "    phrases: ['buy <a> now']\n" PROOFS);
  g_autoptr (ProseRuleSet) rules = compile_rules (prose_rule_ref (pack->rules->pdata[0]), NULL);

  assert_check (rules, "Buy so very cheap now!", "0-21 urgency.act-now");
  assert_check (rules, "Buy so øl now!", "0-14 urgency.act-now");
}

/* --- what is wrong --- */

static void
assert_refuses (const char *yaml, const char *message)
{
  g_autoptr (ProseLexicon) lexicon = build_lexicon ("en");
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseRulePack) pack =
      prose_rule_pack_new ("urgency.yaml", yaml, strlen (yaml), lexicon, &error);

  g_assert_null (pack);
  assert_failure (error, PROSE_YAML_ERROR, PROSE_YAML_ERROR_CONTENT, message);
}

#define IN_QUOTES "; a text that begins with [ or { or holds “: ” stands in single quotes"

static void
test_no_pack (void)
{
  assert_refuses ("", "urgency.yaml:1:1: the pack is empty");
  assert_refuses ("# comment\n", "urgency.yaml:1:1: the pack is empty");
  assert_refuses ("- a\n", "urgency.yaml:1:1: a rule pack was expected");
}

static void
test_wrong_head (void)
{
  assert_refuses ("titel: x\n",
                  "urgency.yaml:1:1: “titel” is no key here; known are language, name, category, "
                  "title, meter, next-step, covers, example, claims, sets, rules");
  assert_refuses (HEAD "meter: warmth\n", "urgency.yaml:4:1: “meter” stands here twice");
  assert_refuses ("title: x\n", "urgency.yaml:1:1: “category” is missing here");
  assert_refuses ("category: [x]\n", "urgency.yaml:1:11: a text was expected" IN_QUOTES);
  assert_refuses ("category: x\n", "urgency.yaml:1:1: “title” is missing here");
  assert_refuses ("category: x\ntitle: Å\n", "urgency.yaml:1:1: “meter” is missing here");
  assert_refuses ("category: x\ntitle: Å\nmeter: varme\n",
                  "urgency.yaml:3:8: a meter is one of pressure, warmth, information");
  assert_refuses (HEAD "covers: alt\n",
                  "urgency.yaml:4:9: a family covers one of need, benefit, worry, limit, step, "
                  "choice");
  assert_refuses (HEAD "covers: need\n", "urgency.yaml:1:1: “example” is missing here");
}

static void
test_wrong_rules (void)
{
  assert_refuses (HEAD, "urgency.yaml:1:1: “rules” is missing here");
  assert_refuses (HEAD "rules: x\n", "urgency.yaml:4:8: a list of rules was expected");
  assert_refuses (HEAD "rules: [x]\n", "urgency.yaml:4:9: a rule was expected");
  assert_refuses (HEAD "rules:\n  - ide: x\n",
                  "urgency.yaml:5:5: “ide” is no key here; known are id, severity, weight, zone, "
                  "guards, phrases, except, why, ask, reference, rewrites, flags, passes");
  assert_refuses (HEAD "rules:\n  - weight: 3\n", "urgency.yaml:5:5: “id” is missing here");
  assert_refuses (HEAD RULE "    phrases: [a b]\n" PROOFS "  - id: act-now\n",
                  "urgency.yaml:11:5: another rule of this pack has the id “act-now”");
}

static void
test_wrong_severity (void)
{
  assert_refuses (HEAD "rules:\n  - id: x\n", "urgency.yaml:5:5: “severity” is missing here");
  assert_refuses (HEAD "rules:\n  - id: x\n    severity: alvorlig\n",
                  "urgency.yaml:6:15: a severity is one of note, pressure, proof, remove");
  assert_refuses (HEAD "rules:\n  - id: x\n    severity: credit\n",
                  "urgency.yaml:6:15: a severity is one of note, pressure, proof, remove");
  assert_refuses (SOFT_HEAD "rules:\n  - id: x\n    severity: note\n",
                  "urgency.yaml:6:15: a soft pack gives credit: its rules have no severity");
}

static void
test_wrong_weight (void)
{
#define WEIGHT(weight) HEAD "rules:\n  - id: x\n    severity: note\n    weight: " weight "\n"
  assert_refuses (HEAD "rules:\n  - id: x\n    severity: note\n",
                  "urgency.yaml:5:5: “weight” is missing here");
  assert_refuses (WEIGHT ("11"), "urgency.yaml:7:13: a weight is a whole number from 0 to 10");
  assert_refuses (WEIGHT ("-1"), "urgency.yaml:7:13: a weight is a whole number from 0 to 10");
  assert_refuses (WEIGHT ("6.5"), "urgency.yaml:7:13: a weight is a whole number from 0 to 10");
  assert_refuses (WEIGHT ("seks"), "urgency.yaml:7:13: a weight is a whole number from 0 to 10");
#undef WEIGHT
}

static void
test_wrong_zone_and_guards (void)
{
  assert_refuses (HEAD RULE "    zone: knap\n",
                  "urgency.yaml:8:11: a zone is one of headline, subject, button, decline, "
                  "fine-print, description, body");
  assert_refuses (HEAD RULE "    guards: quoted\n",
                  "urgency.yaml:8:13: a list of guards was expected");
  assert_refuses (HEAD RULE "    guards: [quoted, names]\n",
                  "urgency.yaml:8:22: a guard is one of quoted, negated, name, quiet");
}

static void
test_wrong_words (void)
{
  assert_refuses (HEAD RULE "    why: [a]\n", "urgency.yaml:8:10: a text was expected" IN_QUOTES);
  assert_refuses (HEAD RULE "    reference: [a]\n",
                  "urgency.yaml:8:16: a text was expected" IN_QUOTES);
  assert_refuses (HEAD RULE "    ask: {a: b}\n",
                  "urgency.yaml:8:10: a text was expected" IN_QUOTES);
}

static void
test_wrong_phrases (void)
{
  assert_refuses (HEAD RULE, "urgency.yaml:5:5: the rule has no phrases");
  assert_refuses (HEAD RULE "    phrases: act now\n", "urgency.yaml:8:14: a list was expected");
  assert_refuses (HEAD RULE "    phrases: []\n", "urgency.yaml:8:14: the rule has no phrases");
}

/* A phrase in brackets that stands in no quotes is a list to YAML. */
static void
test_phrases_that_yaml_reads_itself (void)
{
  assert_refuses (HEAD RULE "    phrases:\n      - [only]\n",
                  "urgency.yaml:9:9: a phrase was expected" IN_QUOTES);
  assert_refuses (HEAD RULE "    phrases:\n      - {number}\n",
                  "urgency.yaml:9:9: a phrase was expected" IN_QUOTES);
  assert_refuses (HEAD RULE "    phrases:\n      - act now: today\n",
                  "urgency.yaml:9:9: a phrase was expected" IN_QUOTES);
}

/* At the very character, in quotes or not, after letters of two bytes. */
static void
test_wrong_patterns (void)
{
  assert_refuses (HEAD RULE "    phrases:\n      - act (now\n",
                  "urgency.yaml:9:13: “(” has no closing “)”");
  assert_refuses (HEAD RULE "    phrases:\n      - 'køb (nu'\n",
                  "urgency.yaml:9:14: “(” has no closing “)”");
  assert_refuses (HEAD RULE "    phrases: [act now, æøå ~øl]\n",
                  "urgency.yaml:8:28: the lexicon has no entry “øl” for ~øl");
  assert_refuses (HEAD RULE "    phrases: ['[act] [now]']\n",
                  "urgency.yaml:8:16: a phrase needs a word or sign that is not optional");
  assert_refuses (HEAD RULE "    phrases: [act]\n    except:\n      - a <later>\n",
                  "urgency.yaml:10:11: there is no set <later>");
}

static void
test_wrong_sets (void)
{
  assert_refuses (HEAD "sets: x\n", "urgency.yaml:4:7: a map of sets was expected");
  assert_refuses (HEAD "sets:\n  [a]: x\n",
                  "urgency.yaml:5:3: the name of a set was expected" IN_QUOTES);
  assert_refuses (HEAD "sets:\n  a: [x]\n", "urgency.yaml:5:6: a phrase was expected" IN_QUOTES);
  assert_refuses (HEAD "sets:\n  a: æ (x\n", "urgency.yaml:5:8: “(” has no closing “)”");
  assert_refuses (HEAD "sets:\n  a: x\n  a: y\n", "urgency.yaml:6:3: “a” stands here twice");
  assert_refuses (HEAD "sets:\n  a: so <a>\n",
                  "urgency.yaml:5:9: groups and sets nest too deep here; does a set name itself?");
}

#define PHRASE "    phrases: ['act {n:number} now']\n"

static void
test_wrong_rewrites (void)
{
  assert_refuses (HEAD RULE PHRASE "    rewrites: [x]\n",
                  "urgency.yaml:9:15: a map of rewrites was expected");
  assert_refuses (HEAD RULE PHRASE "    rewrites:\n      spørgsmål: x\n",
                  "urgency.yaml:10:7: “spørgsmål” is no kind of rewrite; known are benefit, "
                  "question, choice, evidence, plain");
  assert_refuses (HEAD RULE PHRASE "    rewrites:\n      [plain]: x\n",
                  "urgency.yaml:10:7: “…” is no kind of rewrite; known are benefit, question, "
                  "choice, evidence, plain");
  assert_refuses (HEAD RULE PHRASE "    rewrites:\n      plain: x\n      plain: y\n",
                  "urgency.yaml:11:7: “plain” stands here twice");
  assert_refuses (HEAD RULE PHRASE "    rewrites:\n      plain: {a: b}\n",
                  "urgency.yaml:10:14: a template was expected" IN_QUOTES);
  assert_refuses (HEAD RULE PHRASE "    rewrites:\n      plain: [x, [y]]\n",
                  "urgency.yaml:10:18: a template was expected" IN_QUOTES);
}

static void
test_wrong_templates (void)
{
  assert_refuses (HEAD RULE PHRASE "    rewrites:\n      plain: æ {thing} left\n",
                  "urgency.yaml:10:16: no phrase of the rule captures “thing”");
  assert_refuses (HEAD RULE PHRASE "    rewrites:\n      plain: 'å {m:plural} left'\n",
                  "urgency.yaml:10:17: no phrase of the rule captures “m”");
  assert_refuses (HEAD RULE PHRASE "    rewrites:\n      plain: '{unless thing} left'\n",
                  "urgency.yaml:10:15: no phrase of the rule captures “thing”");
  assert_refuses (HEAD RULE PHRASE "    rewrites:\n      plain: [a, 'b {n left']\n",
                  "urgency.yaml:10:21: “{” has no closing “}”");
}

static void
test_wrong_examples (void)
{
  assert_refuses (HEAD RULE PHRASE, "urgency.yaml:5:5: the rule has no “flags” to prove it");
  assert_refuses (HEAD RULE PHRASE "    flags: [x]\n",
                  "urgency.yaml:5:5: the rule has no “passes” to prove it");
  assert_refuses (HEAD RULE PHRASE "    flags: []\n    passes: [x]\n",
                  "urgency.yaml:9:12: there is no text here to prove the rule");
  assert_refuses (HEAD RULE PHRASE "    flags: x\n",
                  "urgency.yaml:9:12: a list of texts was expected");
  assert_refuses (HEAD RULE PHRASE "    flags: [[x]]\n",
                  "urgency.yaml:9:13: a text was expected" IN_QUOTES);
  assert_refuses (HEAD RULE PHRASE "    flags:\n      - tekst: x\n",
                  "urgency.yaml:10:9: “tekst” is no key here; known are text, span, benefit, "
                  "question, choice, evidence, plain");
  assert_refuses (HEAD RULE PHRASE "    flags:\n      - span: x\n",
                  "urgency.yaml:10:9: “text” is missing here");
  assert_refuses (HEAD RULE PHRASE "    flags:\n      - text: Køb nu\n        span: køb nu\n",
                  "urgency.yaml:10:9: the text does not hold the span “køb nu”");
  assert_refuses (HEAD RULE PHRASE "    flags:\n      - text: a\n        plain: [b]\n",
                  "urgency.yaml:11:16: a text was expected" IN_QUOTES);
}

/* Files that would bring a careless reader down. */
static void
test_hostile_packs (void)
{
  assert_refuses (HEAD "rules: &a [*a]\n", "urgency.yaml:4:8: a rule was expected");
  assert_refuses (HEAD RULE PHRASE "    rewrites:\n      plain: &a [*a]\n",
                  "urgency.yaml:10:14: a template was expected" IN_QUOTES);
  assert_refuses (HEAD "sets: &a {x: *a}\n", "urgency.yaml:4:7: a phrase was expected" IN_QUOTES);
}

static void
test_the_language_of_a_pack (void)
{
  const char *danish = "language: da\n" HEAD RULE;

  g_assert_null (prose_rule_pack_dup_language (HEAD RULE, strlen (HEAD RULE)));
  g_assert_null (prose_rule_pack_dup_language ("language: [da]\n", 15));
  g_assert_null (prose_rule_pack_dup_language ("- language: da\n", 15));
  g_assert_null (prose_rule_pack_dup_language ("language: {\n", 12));
  g_assert_null (prose_rule_pack_dup_language ("", 0));
  assert_string (prose_rule_pack_dup_language (danish, strlen (danish)), "da");
  assert_refuses ("language: da\n" HEAD RULE,
                  "urgency.yaml:1:11: the language “en” was expected here");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add_test(path, function) g_test_add_func ("/rule-pack/" path, function)
  add_test ("whole-rule", test_whole_rule);
  add_test ("what-may-be-left-out", test_what_may_be_left_out);
  add_test ("a-name-of-its-own", test_a_name_of_its_own);
  add_test ("guards-can-be-switched-off", test_guards_can_be_switched_off);
  add_test ("soft-packs-give-credit", test_soft_packs_give_credit);
  add_test ("examples", test_examples);
  add_test ("sets-are-written-out", test_sets_are_written_out);
  add_test ("sets-in-sets-are-written-out", test_sets_in_sets_are_written_out);
  add_test ("sets-named-like-a-class", test_sets_named_like_a_class);
  add_test ("what-is-written-out-compiles", test_what_is_written_out_compiles);
  add_test ("no-pack", test_no_pack);
  add_test ("wrong-head", test_wrong_head);
  add_test ("wrong-rules", test_wrong_rules);
  add_test ("wrong-severity", test_wrong_severity);
  add_test ("wrong-weight", test_wrong_weight);
  add_test ("wrong-zone-and-guards", test_wrong_zone_and_guards);
  add_test ("wrong-words", test_wrong_words);
  add_test ("wrong-phrases", test_wrong_phrases);
  add_test ("phrases-that-yaml-reads-itself", test_phrases_that_yaml_reads_itself);
  add_test ("wrong-patterns", test_wrong_patterns);
  add_test ("wrong-sets", test_wrong_sets);
  add_test ("wrong-rewrites", test_wrong_rewrites);
  add_test ("wrong-templates", test_wrong_templates);
  add_test ("wrong-examples", test_wrong_examples);
  add_test ("hostile-packs", test_hostile_packs);
  add_test ("the-language-of-a-pack", test_the_language_of_a_pack);

  return g_test_run ();
}
