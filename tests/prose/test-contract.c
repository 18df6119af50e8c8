/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tone/prose-contract.h"

#include <string.h>

#include "prose-fixture.h"
#include "rules/prose-yaml.h"
#include "toy-format.h"

static ProseContract *
read_contract (const char *yaml)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (GError) error = NULL;
  ProseContract *contract = prose_contract_read ("nord.yaml", yaml, strlen (yaml), rules, &error);

  g_assert_no_error (error);
  return contract;
}

/* Where a text does not keep a contract, a line for each. */
static char *
check_language (const char *yaml, const char *text, const char *language, ProseLexicon *lexicon)
{
  g_autoptr (ProseContract) contract = read_contract (yaml);
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (ProseReport) report = check_text (rules, language, text);
  g_autoptr (ProseDocument) document = prose_document_new (text, -1);
  g_autoptr (GPtrArray) deviations = prose_contract_check (contract, report, document, lexicon);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < deviations->len; i++) {
    const ProseDeviation *deviation = deviations->pdata[i];

    if (deviation->has_place)
      g_string_append_printf (lines, "%u-%u ", deviation->span.start, deviation->span.end);
    g_string_append_printf (lines, "%s\n", deviation->message);
  }
  return g_string_free (lines, FALSE);
}

#define assert_deviations(yaml, text, expected)                                                    \
  assert_string (check_language (yaml, text, "en", NULL), expected)

static void
test_all_that_can_be_agreed (void)
{
  g_autoptr (ProseContract) contract = read_contract ("client: Nordlys\n"
                                                      "pressure: {most: 20}\n"
                                                      "warmth: {least: 15.5}\n"
                                                      "information: {least: 5, most: 90}\n"
                                                      "questions: {most: 20}\n"
                                                      "banned: [shame, command.act-now]\n"
                                                      "allowed: [all]\n"
                                                      "words: [synergy, 'best in class']\n");

  g_assert_cmpstr (contract->client, ==, "Nordlys");
  g_assert_cmpfloat (contract->meters[PROSE_METER_PRESSURE].least, ==, 0);
  g_assert_cmpfloat (contract->meters[PROSE_METER_PRESSURE].most, ==, 20);
  g_assert_cmpfloat (contract->meters[PROSE_METER_WARMTH].least, ==, 15.5);
  g_assert_cmpfloat (contract->meters[PROSE_METER_WARMTH].most, ==, 100);
  g_assert_cmpfloat (contract->meters[PROSE_METER_INFORMATION].least, ==, 5);
  g_assert_cmpfloat (contract->meters[PROSE_METER_INFORMATION].most, ==, 90);
  g_assert_cmpfloat (contract->questions.most, ==, 20);
  g_assert_cmpuint (contract->banned->len, ==, 2);
  g_assert_cmpstr (contract->allowed->pdata[0], ==, "all");
  g_assert_cmpstr (contract->words->pdata[1], ==, "best in class");
}

/* What was written is read again as it was, and written the same. */
static void
assert_written (const char *yaml, const char *expected)
{
  g_autoptr (ProseContract) contract = read_contract (yaml);
  g_autofree char *written = prose_contract_write (contract);
  g_autoptr (ProseContract) again = NULL;

  g_assert_cmpstr (written, ==, expected);
  again = read_contract (written);
  assert_string (prose_contract_write (again), expected);
}

static void
test_it_is_written (void)
{
  assert_written ("", "");
  assert_written ("warmth: {least: 0, most: 100}\n", "");
  assert_written ("words: [synergy, \"it's: [x]\"]\n"
                  "allowed: [command.act-now]\n"
                  "banned: [all, shame]\n"
                  "questions: {most: 20}\n"
                  "information: {least: 5, most: 90}\n"
                  "warmth: {least: 15.25}\n"
                  "client: 'Ærø: \"Nord\" # 1'\n",
                  "client: 'Ærø: \"Nord\" # 1'\n"
                  "warmth: {least: 15.25}\n"
                  "information: {least: 5, most: 90}\n"
                  "questions: {most: 20}\n"
                  "banned:\n  - 'all'\n  - 'shame'\n"
                  "allowed:\n  - 'command.act-now'\n"
                  "words:\n  - 'synergy'\n  - 'it''s: [x]'\n");
}

static void
test_nothing_agreed (void)
{
  assert_deviations ("", "Act now! Act now! Only 3 lamps left.", "");
  assert_deviations ("client: Nord\n", "Act now!", "");
}

static void
test_meters (void)
{
  assert_deviations ("pressure: {most: 20}\nwarmth: {least: 15}\n", "Take your time with it.", "");
  assert_deviations ("pressure: {most: 20}\nwarmth: {least: 15}\n", "Act now!",
                     "pressure: 95.6, agreed at most 20\nwarmth: 0, agreed at least 15\n");
  /* Of a text without words nothing is asked. */
  assert_deviations ("warmth: {least: 15}\n", " \n", "");
}

/* What is shown as the limit is within it. */
static void
test_limits_are_met_as_they_are_shown (void)
{
  assert_deviations ("pressure: {most: 95.6}\n", "Act now!", "");
  assert_deviations ("pressure: {most: 95.5}\n", "Act now!",
                     "pressure: 95.6, agreed at most 95.5\n");
}

static void
test_questions (void)
{
  assert_deviations ("questions: {most: 50}\n", "Is it warm? It is.", "");
  assert_deviations ("questions: {most: 33}\n", "Is it warm? It is. It was.",
                     "questions: 33.3 % of the sentences, agreed at most 33 % of the sentences\n");
}

static void
test_devices (void)
{
  const char *text = "Act now! Only 3 lamps left. We are proud.";

  assert_deviations ("banned: [scarcity]\n", text,
                     "9-26 scarcity.only-n-left: “Only 3 lamps left” was agreed to be left out\n");
  assert_deviations ("banned: [command.act-now]\n", text,
                     "0-7 command.act-now: “Act now” was agreed to be left out\n");
}

/* The closest name decides. */
static void
test_what_is_allowed_all_the_same (void)
{
  const char *text = "Act now! Only 3 lamps left.";

  assert_deviations ("banned: [all]\nallowed: [scarcity]\n", text,
                     "0-7 command.act-now: “Act now” was agreed to be left out\n");
  assert_deviations ("banned: [command, scarcity]\nallowed: [command.act-now]\n", text,
                     "9-26 scarcity.only-n-left: “Only 3 lamps left” was agreed to be left out\n");
  assert_deviations ("banned: [command.act-now]\nallowed: [command, all]\n", text,
                     "0-7 command.act-now: “Act now” was agreed to be left out\n");
}

/* “all” is every mark; what speaks gently is banned by its name only. */
static void
test_soft_devices (void)
{
  assert_deviations ("banned: [all]\n", "Take your time.", "");
  assert_deviations ("banned: [choice]\n", "Take your time. Act now.",
                     "0-14 choice.your-call: “Take your time” was agreed to be left out\n");
}

/* Words are words: not parts of one, in capitals too, and over the end of a line. */
static void
test_words (void)
{
  assert_deviations ("words: [best in class, æble]\n", "BEST\nin class, Æble, æbler, bestin class.",
                     "0-13 words: “best in class” was agreed to be left out\n"
                     "15-20 words: “æble” was agreed to be left out\n");
}

/* What is said to be left alone is, and a comment is no copy. */
static void
test_words_that_are_muted (void)
{
  assert_deviations ("words: [synergy, mellow]\n",
                     "Synergy <!-- mellow off --> synergy <!-- mellow on --> synergy.",
                     "0-7 words: “synergy” was agreed to be left out\n"
                     "55-62 words: “synergy” was agreed to be left out\n");
  assert_deviations ("words: [synergy]\n",
                     "<!-- mellow off words --> synergy\n\n<!-- mellow off scarcity --> synergy "
                     "<!-- mellow on words --> synergy",
                     "97-104 words: “synergy” was agreed to be left out\n");
}

/* In a file of a format, what a reader sees counts, and stands where the file has it. */
static void
test_words_in_a_format (void)
{
  g_autoptr (ProseContract) contract = read_contract ("words: [blue lamp, æble]\n");
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (ProseChecker) checker = prose_checker_new (rules);
  g_autoptr (ProseDocument) document =
      prose_document_new ("A <blue lamp>blue <b>lamp, &;ble.\n= A blue lamp.\n", -1);
  g_autoptr (ProseReport) report = NULL;
  g_autoptr (GPtrArray) deviations = NULL;
  g_autoptr (GString) places = g_string_new (NULL);

  prose_document_set_format (document, get_toy_format ());
  report = prose_checker_check (checker, document, "en");
  deviations = prose_contract_check (contract, report, document, NULL);
  for (guint i = 0; i < deviations->len; i++) {
    const ProseDeviation *deviation = deviations->pdata[i];

    g_string_append_printf (places, "%u-%u %s\n", deviation->span.start, deviation->span.end,
                            deviation->subject);
  }
  g_assert_cmpstr (places->str, ==, "13-25 blue lamp\n27-32 æble\n");
}

static void
test_the_whole_comes_first (void)
{
  assert_deviations ("words: [it]\nbanned: [all]\nquestions: {least: 10}\n", "It is it. Act now.",
                     "questions: 0 % of the sentences, agreed at least 10 % of the sentences\n"
                     "0-2 words: “it” was agreed to be left out\n"
                     "6-8 words: “it” was agreed to be left out\n"
                     "10-17 command.act-now: “Act now” was agreed to be left out\n");
}

/* --- form of address --- */

static char *
check_address (const char *agreed, ProseMeasures measures)
{
  g_autofree char *yaml = g_strdup_printf ("address: %s\n", agreed);
  g_autoptr (ProseLexicon) lexicon = read_lexicon ("language: da\n"
                                                   "lists:\n"
                                                   "  address-1: [du]\n"
                                                   "  address-2: [de]\n"
                                                   "  address-3: [i]\n"
                                                   "  capitalised: [de, i]\n");
  g_autoptr (ProseContract) contract =
      prose_contract_read ("nord.yaml", yaml, strlen (yaml), NULL, NULL);
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (ProseReport) report = check_text (rules, "da", "");
  g_autoptr (ProseDocument) document = prose_document_new ("", 0);
  g_autoptr (GPtrArray) deviations = NULL;
  GString *lines = g_string_new (NULL);

  *(ProseMeasures *)prose_report_get_measures (report) = measures;
  deviations = prose_contract_check (contract, report, document, lexicon);
  for (guint i = 0; i < deviations->len; i++)
    g_string_append_printf (lines, "%s\n", ((ProseDeviation *)deviations->pdata[i])->message);
  return g_string_free (lines, FALSE);
}

#define assert_address(agreed, expected, ...)                                                      \
  assert_string (check_address (agreed, (ProseMeasures){ .address = { __VA_ARGS__ } }), expected)

static void
test_form_of_address (void)
{
  assert_address ("du", "", 3, 0, 0);
  assert_address ("du", "address: “De” is used, agreed is “du”\n", 3, 1, 0);
  assert_address ("du", "", 3, 0, 1);
  assert_address ("De",
                  "address: “du” is used, agreed is “De”\naddress: “I” is used, agreed is “De”\n",
                  3, 1, 1);
  assert_address ("Sie", "", 3, 1, 1);
}

/* --- damage --- */

static void
assert_refused (const char *yaml, const char *message)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (GError) error = NULL;

  g_assert_null (prose_contract_read ("nord.yaml", yaml, strlen (yaml), rules, &error));
  assert_failure (error, PROSE_YAML_ERROR, PROSE_YAML_ERROR_CONTENT, message);
}

static void
test_damage_has_its_place (void)
{
  assert_refused ("- x\n", "nord.yaml:1:1: a map was expected");
  assert_refused ("presure: {most: 2}\n",
                  "nord.yaml:1:1: “presure” is no key here; known are client, pressure, warmth, "
                  "information, questions, address, banned, allowed, words");
  assert_refused ("pressure: 20\n",
                  "nord.yaml:1:11: a corridor, such as {least: 10, most: 20}, was expected");
  assert_refused ("pressure: {max: 20}\n",
                  "nord.yaml:1:12: “max” is no key here; known are least, most");
  assert_refused ("pressure: {most: much}\n",
                  "nord.yaml:1:18: a number from 0 to 100 was expected");
  assert_refused ("pressure: {most: 101}\n", "nord.yaml:1:18: a number from 0 to 100 was expected");
  assert_refused ("pressure: {most: 1x}\n", "nord.yaml:1:18: a number from 0 to 100 was expected");
  assert_refused ("pressure: {most: -1}\n", "nord.yaml:1:18: a number from 0 to 100 was expected");
  assert_refused ("pressure: {most: [1]}\n", "nord.yaml:1:18: a number from 0 to 100 was expected");
  assert_refused ("warmth: {least: 20, most: 10}\n",
                  "nord.yaml:1:9: “least” is more than “most” here");
  assert_refused ("banned: shame\n", "nord.yaml:1:9: a list was expected");
  assert_refused ("banned: [{}]\n",
                  "nord.yaml:1:10: a text was expected; a text that begins with [ or { or holds "
                  "“: ” stands in single quotes");
  assert_refused ("banned: [shame, gilt]\n",
                  "nord.yaml:1:17: there is no rule “gilt”, and no family");
  assert_refused ("banned: [shame]\nallowed: [all, shame]\n",
                  "nord.yaml:2:16: “shame” is banned above, and allowed here");
  assert_refused ("words: ['…']\n", "nord.yaml:1:10: there is no word in “…”");
  assert_refused ("client: ''\n", "nord.yaml:1:10: “client” says nothing here");
  assert_refused ("address: Sie\n", "nord.yaml:1:10: no language has the form of address “Sie”");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/contract/all-that-can-be-agreed", test_all_that_can_be_agreed);
  g_test_add_func ("/contract/it-is-written", test_it_is_written);
  g_test_add_func ("/contract/nothing-agreed", test_nothing_agreed);
  g_test_add_func ("/contract/meters", test_meters);
  g_test_add_func ("/contract/limits-are-met-as-they-are-shown",
                   test_limits_are_met_as_they_are_shown);
  g_test_add_func ("/contract/questions", test_questions);
  g_test_add_func ("/contract/devices", test_devices);
  g_test_add_func ("/contract/what-is-allowed-all-the-same", test_what_is_allowed_all_the_same);
  g_test_add_func ("/contract/soft-devices", test_soft_devices);
  g_test_add_func ("/contract/words", test_words);
  g_test_add_func ("/contract/words-that-are-muted", test_words_that_are_muted);
  g_test_add_func ("/contract/words-in-a-format", test_words_in_a_format);
  g_test_add_func ("/contract/the-whole-comes-first", test_the_whole_comes_first);
  g_test_add_func ("/contract/form-of-address", test_form_of_address);
  g_test_add_func ("/contract/damage-has-its-place", test_damage_has_its_place);

  return g_test_run ();
}
