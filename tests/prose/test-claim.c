/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tone/prose-claim.h"

#include <string.h>

#include "prose-fixture.h"

#define TEXT "Act now! Only 3 lamps left. Only 5 chairs left."

static ProseIgnoreEntry *
add_proof (ProseIgnoreList *list, const char *phrase, const char *proof, const char *valid_until)
{
  g_autoptr (ProseIgnoreEntry) entry =
      prose_ignore_entry_new_for_claim ("en", "scarcity.only-n-left", phrase, proof, valid_until);

  g_assert_true (prose_ignore_list_add (list, entry));
  return entry;
}

static ProseReport *
check_by (ProseRuleSet *rules, const char *text, ProseIgnoreList *ignored, gboolean finds_claims)
{
  g_autoptr (ProseDocument) document = prose_document_new (text, strlen (text));
  g_autoptr (ProseChecker) checker = prose_checker_new (rules);

  prose_checker_set_ignore_list (checker, ignored);
  prose_checker_set_finds_claims (checker, finds_claims);
  return prose_checker_check (checker, document, "en");
}

/* The claims of a text: `9-26 open, …`. */
static char *
claims_by_rules_to_string (ProseRuleSet *rules, const char *text, ProseIgnoreList *ignored)
{
  g_autoptr (ProseDocument) document = prose_document_new (text, strlen (text));
  g_autoptr (ProseReport) whole = check_by (rules, text, NULL, TRUE);
  g_autoptr (ProseReport) shown = check_by (rules, text, ignored, FALSE);
  g_autoptr (GPtrArray) claims = prose_claims_new (document, prose_report_get_diagnostics (whole),
                                                   prose_report_get_diagnostics (shown), ignored);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < claims->len; i++) {
    const ProseClaim *claim = claims->pdata[i];

    g_string_append_printf (string, "%s%u-%u %s%s%s", i > 0 ? ", " : "", claim->mark.span.start,
                            claim->mark.span.end, prose_claim_state_to_string (claim->state),
                            claim->entry != NULL ? ": " : "",
                            claim->entry != NULL ? claim->entry->proof : "");
  }
  return g_string_free (string, FALSE);
}

/* By the rules that never change. */
static char *
claims_to_string (const char *text, ProseIgnoreList *ignored)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();

  return claims_by_rules_to_string (rules, text, ignored);
}

static void
test_what_is_a_claim (void)
{
  assert_string (claims_to_string (TEXT, NULL), "9-26 open, 28-46 open");
  assert_string (claims_to_string ("Act now, we are proud.", NULL), "");
}

/* A family may make claims, whatever the severity of its rules. */
static void
test_who_makes_claims (void)
{
  g_autoptr (ProseRule) rule = make_rule ("deadline.today", "today", NULL);

  rule->severity = PROSE_SEVERITY_PRESSURE;
  g_assert_false (prose_rule_makes_claims (rule));
  rule->severity = PROSE_SEVERITY_PROOF;
  g_assert_true (prose_rule_makes_claims (rule));
  rule->severity = PROSE_SEVERITY_PRESSURE;
  prose_category_set_makes_claims (rule->category, TRUE);
  g_assert_true (prose_rule_makes_claims (rule));
}

static void
test_proofs (void)
{
  g_autoptr (ProseIgnoreList) list = prose_ignore_list_new ();

  prose_ignore_list_set_today (list, "2026-11-29");
  add_proof (list, "only 3 LAMPS left", "the shelf", "2026-11-29");
  assert_string (claims_to_string (TEXT, list), "9-26 proven: the shelf, 28-46 open");

  prose_ignore_list_set_today (list, "2026-11-30");
  assert_string (claims_to_string (TEXT, list), "9-26 expired: the shelf, 28-46 open");
}

/* Of several proofs, the one that holds counts. */
static void
test_a_new_proof (void)
{
  g_autoptr (ProseIgnoreList) list = prose_ignore_list_new ();
  ProseIgnoreEntry *entry;

  prose_ignore_list_set_today (list, "2026-11-30");
  add_proof (list, "Only 3 lamps left", "an old one", "2026-11-29");
  entry = prose_ignore_list_get_entry (list, 0);
  g_assert_true (prose_ignore_entry_has_expired (entry, "2026-11-30"));
  entry->language = NULL; /* else it would be the very same claim */
  add_proof (list, "Only 3 lamps left", "a new one", NULL);
  assert_string (claims_to_string (TEXT, list), "9-26 proven: a new one, 28-46 open");
}

/* What is quoted, or off, is nobody's claim. */
static void
test_ignored_for_another_reason (void)
{
  g_autoptr (ProseIgnoreList) list = prose_ignore_list_new ();
  g_autoptr (ProseIgnoreEntry) phrase = prose_ignore_entry_new_for_phrase (
      PROSE_IGNORE_IN_DOCUMENT, NULL, "scarcity.only-n-left", "Only 3 lamps left");
  g_autoptr (ProseIgnoreEntry) rule =
      prose_ignore_entry_new_for_rule (PROSE_IGNORE_IN_DOCUMENT, NULL, "scarcity");

  prose_ignore_list_add (list, phrase);
  assert_string (claims_to_string (TEXT, list), "28-46 open");
  prose_ignore_list_add (list, rule);
  assert_string (claims_to_string (TEXT, list), "");
}

/* What one rule is not to say of a phrase, another may say. */
static void
test_what_shows_when_something_is_ignored (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (ProseDocument) document = prose_document_new (TEXT, strlen (TEXT));
  g_autoptr (ProseReport) report = check_text (rules, "en", TEXT);
  GArray *marks = prose_report_get_diagnostics (report);
  g_autoptr (GArray) fewer = g_array_copy (marks);
  g_autoptr (GPtrArray) claims = NULL;

  g_array_remove_index (fewer, 1);
  claims = prose_claims_new (document, fewer, marks, NULL);
  g_assert_cmpuint (claims->len, ==, 2);
  g_assert_cmpuint (((ProseClaim *)claims->pdata[0])->mark.span.start, ==, 9);
  g_assert_cmpuint (((ProseClaim *)claims->pdata[1])->mark.span.start, ==, 28);
}

/* --- a proof counts for the words --- */

static ProseRule *
make_claim_rule (const char *id, ProseSeverity severity, const char *phrase)
{
  ProseRule *rule = make_rule (id, phrase, NULL);

  rule->severity = severity;
  prose_category_set_makes_claims (rule->category, TRUE);
  return rule;
}

/* Rules that mark each other's words: three ask for a proof, the others press, too. */
static ProseRuleSet *
build_crossing_rules (void)
{
  ProseRule *only =
      make_claim_rule ("stock.only-n-left", PROSE_SEVERITY_PROOF, "only {number} left");
  ProseRule *left =
      make_claim_rule ("stock.left", PROSE_SEVERITY_PROOF, "{number} left [in stock]");
  ProseRule *stock = make_claim_rule ("stock.stock", PROSE_SEVERITY_PROOF,
                                      "only {number} left in stock this week");
  ProseRule *hurry = make_claim_rule ("stock.hurry", PROSE_SEVERITY_PRESSURE, "hurry , only");
  ProseRule *ends = make_claim_rule ("deadline.ends-on", PROSE_SEVERITY_PRESSURE, "ends on sunday");
  ProseRule *sunday =
      make_claim_rule ("deadline.sunday", PROSE_SEVERITY_PRESSURE, "sunday at noon");

  return compile_rules (only, left, stock, hurry, ends, sunday, NULL);
}

static ProseIgnoreList *
create_proof (const char *rule, const char *phrase)
{
  ProseIgnoreList *list = prose_ignore_list_new ();
  g_autoptr (ProseIgnoreEntry) entry =
      prose_ignore_entry_new_for_claim ("en", rule, phrase, "the shelf", "2026-12-31");

  prose_ignore_list_set_today (list, "2026-12-31");
  prose_ignore_list_add (list, entry);
  return list;
}

static char *
marks_by_proof_to_string (ProseRuleSet *rules, const char *text, ProseIgnoreList *list)
{
  g_autoptr (ProseReport) report = check_by (rules, text, list, FALSE);
  GArray *marks = prose_report_get_diagnostics (report);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < marks->len; i++) {
    const ProseDiagnostic *mark = &g_array_index (marks, ProseDiagnostic, i);

    g_string_append_printf (string, "%s%u-%u %s", i > 0 ? ", " : "", mark->span.start,
                            mark->span.end, mark->rule->id);
  }
  return g_string_free (string, FALSE);
}

/* Whichever rule was asked for the proof, and whichever would mark the words next. */
static void
test_a_proof_counts_for_the_words (void)
{
  static const char *const texts[] = { "Only 3 left.", "We have only 3 left in stock.",
                                       "Æh, only 3 left in stock this week!" };
  g_autoptr (ProseRuleSet) rules = build_crossing_rules ();
  g_autoptr (ProseIgnoreList) list = create_proof ("stock.only-n-left", "Only 3 left");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_string (marks_by_proof_to_string (rules, texts[i], list), "");
  assert_string (claims_by_rules_to_string (rules, texts[0], list), "0-11 proven: the shelf");
  assert_string (claims_by_rules_to_string (rules, texts[1], list), "13-28 proven: the shelf");
  assert_string (claims_by_rules_to_string (rules, texts[2], list), "5-35 proven: the shelf");
  assert_string (marks_by_proof_to_string (rules, "Only 4 left.", list), "0-11 stock.only-n-left");
}

static void
test_what_presses_is_not_proven (void)
{
  g_autoptr (ProseRuleSet) rules = build_crossing_rules ();
  g_autoptr (ProseIgnoreList) list = create_proof ("stock.only-n-left", "only 3 left");

  assert_string (marks_by_proof_to_string (rules, "Hurry, only 3 left.", list), "0-11 stock.hurry");
}

/* Whoever proves that presses what may be true is not asked the same again. */
static void
test_a_second_rule_as_grave (void)
{
  g_autoptr (ProseRuleSet) rules = build_crossing_rules ();
  g_autoptr (ProseIgnoreList) list = create_proof ("deadline.ends-on", "ends on Sunday");

  assert_string (marks_by_proof_to_string (rules, "It ends on Sunday at noon.", NULL),
                 "3-17 deadline.ends-on");
  assert_string (marks_by_proof_to_string (rules, "It ends on Sunday at noon.", list), "");
  assert_string (claims_by_rules_to_string (rules, "It ends on Sunday at noon.", list),
                 "3-17 proven: the shelf");
  assert_string (marks_by_proof_to_string (rules, "It is Sunday at noon.", list),
                 "6-20 deadline.sunday");
}

/* All rules that the proof silenced speak again when its day is over, and the list has
 * one row. */
static void
test_a_proof_for_the_words_expires (void)
{
  g_autoptr (ProseRuleSet) rules = build_crossing_rules ();
  g_autoptr (ProseIgnoreList) list = create_proof ("stock.only-n-left", "only 3 left");

  prose_ignore_list_set_today (list, "2027-01-01");
  assert_string (marks_by_proof_to_string (rules, "Only 3 left in stock this week!", list),
                 "0-30 stock.stock");
  assert_string (claims_by_rules_to_string (rules, "Only 3 left in stock this week!", list),
                 "0-30 expired: the shelf");
}

/* What is edited is told of the marks of other rules, too. */
static void
test_a_proof_while_writing (void)
{
  g_autoptr (ProseRuleSet) rules = build_crossing_rules ();
  g_autoptr (ProseLiveChecker) checker = prose_live_checker_new (rules);
  g_autoptr (ProseIgnoreList) list = prose_ignore_list_new ();
  g_autoptr (ProseIgnoreList) proof = create_proof ("stock.only-n-left", "only 3 left");
  ProseIgnoreEntry *entry = prose_ignore_list_get_entry (proof, 0);

  prose_live_checker_set_ignore_list (checker, list);
  prose_live_checker_set_text (checker, "Ah.\nOnly 3 left in stock this week!\n", -1);
  g_assert_cmpuint (prose_live_checker_get_n_diagnostics (checker), ==, 1);
  g_assert_cmpuint (prose_live_checker_add_ignored (checker, entry).removed, ==, 1);
  g_assert_cmpuint (prose_live_checker_get_n_diagnostics (checker), ==, 0);
  prose_live_checker_remove_ignored (checker, entry);
  g_assert_cmpuint (prose_live_checker_get_n_diagnostics (checker), ==, 1);
}

/* --- claims that press nobody --- */

/* A plain date is a claim and no mark; beside it, a rule that does press. */
static ProseRuleSet *
build_quiet_rules (void)
{
  ProseRule *until =
      make_claim_rule ("deadline.until", PROSE_SEVERITY_PROOF, "until {number} december at noon");
  ProseRule *only = make_claim_rule ("deadline.only", PROSE_SEVERITY_NOTE, "only until {number}");

  until->guards |= PROSE_GUARD_QUIET;
  return compile_rules (until, only, NULL);
}

#define PLAIN "It runs until 31 december at noon."

static void
test_a_quiet_claim (void)
{
  g_autoptr (ProseRuleSet) rules = build_quiet_rules ();
  g_autoptr (ProseIgnoreList) list = create_proof ("deadline.until", "until 31 december at noon");

  assert_string (marks_by_proof_to_string (rules, PLAIN, NULL), "");
  assert_string (claims_by_rules_to_string (rules, PLAIN, NULL), "8-33 open");
  assert_string (marks_by_proof_to_string (rules, PLAIN, list), "");
  assert_string (claims_by_rules_to_string (rules, PLAIN, list), "8-33 proven: the shelf");
}

/* What was true until then may have been forgotten in the text. */
static void
test_a_quiet_claim_that_expired (void)
{
  g_autoptr (ProseRuleSet) rules = build_quiet_rules ();
  g_autoptr (ProseIgnoreList) list = create_proof ("deadline.until", "until 31 december at noon");

  prose_ignore_list_set_today (list, "2027-01-05");
  assert_string (marks_by_proof_to_string (rules, PLAIN, list), "8-33 deadline.until");
  assert_string (claims_by_rules_to_string (rules, PLAIN, list), "8-33 expired: the shelf");
}

/* What is marked on the same words stays so, and is the one row of the list. */
static void
test_a_quiet_claim_beside_a_mark (void)
{
  g_autoptr (ProseRuleSet) rules = build_quiet_rules ();
  const char *text = "It is only until 31 december at noon.";

  assert_string (marks_by_proof_to_string (rules, text, NULL), "6-19 deadline.only");
  assert_string (claims_by_rules_to_string (rules, text, NULL), "6-19 open");
}

static void
test_a_quiet_claim_while_writing (void)
{
  g_autoptr (ProseRuleSet) rules = build_quiet_rules ();
  g_autoptr (ProseLiveChecker) checker = prose_live_checker_new (rules);
  g_autoptr (ProseIgnoreList) list = prose_ignore_list_new ();
  g_autoptr (ProseIgnoreList) proof = create_proof ("deadline.until", "until 31 december at noon");
  ProseIgnoreEntry *entry = prose_ignore_list_get_entry (proof, 0);

  prose_ignore_list_set_today (list, "2026-12-31");
  prose_live_checker_set_ignore_list (checker, list);
  prose_live_checker_set_text (checker, "Ah.\n" PLAIN "\n", -1);
  prose_live_checker_add_ignored (checker, entry);
  g_assert_cmpuint (prose_live_checker_get_n_diagnostics (checker), ==, 0);
  prose_live_checker_set_today (checker, "2027-01-01");
  g_assert_cmpuint (prose_live_checker_get_n_diagnostics (checker), ==, 1);
  prose_live_checker_remove_ignored (checker, entry);
  g_assert_cmpuint (prose_live_checker_get_n_diagnostics (checker), ==, 0);
  prose_live_checker_add_ignored (checker, entry);
  g_assert_cmpuint (prose_live_checker_get_n_diagnostics (checker), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/claim/what-is-a-claim", test_what_is_a_claim);
  g_test_add_func ("/claim/who-makes-claims", test_who_makes_claims);
  g_test_add_func ("/claim/proofs", test_proofs);
  g_test_add_func ("/claim/a-new-proof", test_a_new_proof);
  g_test_add_func ("/claim/ignored-for-another-reason", test_ignored_for_another_reason);
  g_test_add_func ("/claim/what-shows-when-something-is-ignored",
                   test_what_shows_when_something_is_ignored);
  g_test_add_func ("/claim/a-proof-counts-for-the-words", test_a_proof_counts_for_the_words);
  g_test_add_func ("/claim/what-presses-is-not-proven", test_what_presses_is_not_proven);
  g_test_add_func ("/claim/a-second-rule-as-grave", test_a_second_rule_as_grave);
  g_test_add_func ("/claim/a-proof-for-the-words-expires", test_a_proof_for_the_words_expires);
  g_test_add_func ("/claim/a-proof-while-writing", test_a_proof_while_writing);
  g_test_add_func ("/claim/a-quiet-claim", test_a_quiet_claim);
  g_test_add_func ("/claim/a-quiet-claim-that-expired", test_a_quiet_claim_that_expired);
  g_test_add_func ("/claim/a-quiet-claim-beside-a-mark", test_a_quiet_claim_beside_a_mark);
  g_test_add_func ("/claim/a-quiet-claim-while-writing", test_a_quiet_claim_while_writing);

  return g_test_run ();
}
