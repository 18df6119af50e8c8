/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tone/prose-claim.h"

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

/* The claims of a text by the rules that never change: `9-26 open, …`. */
static char *
claims_to_string (const char *text, const ProseIgnoreList *ignored)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (ProseReport) report = check_text (rules, "en", text);
  g_autoptr (GPtrArray) claims =
      prose_claims_new (text, prose_report_get_diagnostics (report), NULL, ignored);
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
  g_assert_false (prose_claim_is_made_by (rule));
  rule->severity = PROSE_SEVERITY_PROOF;
  g_assert_true (prose_claim_is_made_by (rule));
  rule->severity = PROSE_SEVERITY_PRESSURE;
  prose_category_set_makes_claims (rule->category, TRUE);
  g_assert_true (prose_claim_is_made_by (rule));
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
  g_autoptr (ProseReport) report = check_text (rules, "en", TEXT);
  GArray *marks = prose_report_get_diagnostics (report);
  g_autoptr (GArray) fewer = g_array_copy (marks);
  g_autoptr (GPtrArray) claims = NULL;

  g_array_remove_index (fewer, 1);
  claims = prose_claims_new (TEXT, fewer, marks, NULL);
  g_assert_cmpuint (claims->len, ==, 2);
  g_assert_cmpuint (((ProseClaim *)claims->pdata[0])->mark.span.start, ==, 9);
  g_assert_cmpuint (((ProseClaim *)claims->pdata[1])->mark.span.start, ==, 28);
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

  return g_test_run ();
}
