/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a text claims, as a list: its order, its words, its table. */

#include "mellow-claim-list.h"

#include "fixture.h"
#include "mellow-day.h"

#define AD "Æh! Only 3 left. Only 4 left. Act now. Only 5 left. Only 6 left."

static void
set_date (const char *date)
{
  mellow_day_set_date (mellow_day_get_default (), date);
}

/* The rule that asks for proofs of stock numbers. */
static const ProseRule *
find_rule (MellowDraft *draft)
{
  MellowReview *review = mellow_draft_get_review (draft);

  for (guint i = 0; i < mellow_review_get_n_marks (review); i++) {
    ProseDiagnostic mark = mellow_review_get_mark (review, i);

    if (mark.rule->severity == PROSE_SEVERITY_PROOF)
      return mark.rule;
  }
  g_assert_not_reached ();
}

static MellowIgnoredItem *
prove (MellowDraft *draft, const char *phrase, const char *text, const char *valid_until)
{
  g_autoptr (MellowProof) proof = mellow_proof_new (text, "Ida", valid_until);

  return mellow_ignored_list_prove (mellow_draft_get_ignored (draft), find_rule (draft), phrase,
                                    proof, NULL);
}

/* `Only 4 left: Open, …` */
static char *
claims_to_string (MellowClaimList *list)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++) {
    g_autoptr (MellowClaim) claim = g_list_model_get_item (G_LIST_MODEL (list), i);
    g_autofree char *standing = mellow_claim_describe_standing (claim);

    g_string_append_printf (string, "%s%s: %s", i > 0 ? ", " : "", mellow_claim_get_phrase (claim),
                            standing);
  }
  return g_string_free (string, FALSE);
}

#define assert_string(result, expected)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *string_ = result;                                                             \
    g_assert_cmpstr (string_, ==, expected);                                                       \
  }                                                                                                \
  G_STMT_END

static MellowClaim *
get_claim (MellowClaimList *list, guint i)
{
  g_autoptr (MellowClaim) claim = g_list_model_get_item (G_LIST_MODEL (list), i);

  return claim;
}

static void
test_order (void)
{
  g_autoptr (MellowDraft) draft = create_draft (AD);
  g_autoptr (MellowClaimList) list = mellow_claim_list_new (draft);

  set_date ("2026-12-01");
  assert_string (claims_to_string (list),
                 "Only 3 left: Open, Only 4 left: Open, Only 5 left: Open, Only 6 left: Open");
  assert_string (mellow_claim_list_describe (list), "4 claims");

  prove (draft, "Only 3 left", "the shelf", NULL);
  prove (draft, "Only 4 left", "the shelf", "2026-12-15");
  prove (draft, "Only 6 left", "the shelf", "2026-11-30");
  mellow_claim_list_update (list);
  assert_string (claims_to_string (list),
                 "Only 6 left: Proof ran out on 2026-11-30, Only 5 left: Open, "
                 "Only 4 left: Proven, runs out in 14 days, Only 3 left: Proven");
  assert_string (mellow_claim_list_describe (list),
                 "4 claims: 2 proven, 1 of them runs out soon, 1 expired");
}

/* It goes by the day, whatever day it is. */
static void
test_days (void)
{
  static const struct {
    const char *date, *standing;
  } days[] = {
    { "2026-12-16", "Only 3 left: Proven" },
    { "2026-12-17", "Only 3 left: Proven, runs out in 14 days" },
    { "2026-12-30", "Only 3 left: Proven, runs out in 1 day" },
    { "2026-12-31", "Only 3 left: Proven, runs out today" },
    { "2027-01-01", "Only 3 left: Proof ran out on 2026-12-31" },
    { "2026-12-01", "Only 3 left: Proven" },
  };
  g_autoptr (MellowDraft) draft = create_draft ("Only 3 left.");
  g_autoptr (MellowClaimList) list = mellow_claim_list_new (draft);

  prove (draft, "Only 3 left", "the shelf", "2026-12-31");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    set_date (days[i].date);
    mellow_claim_list_update (list);
    assert_string (claims_to_string (list), days[i].standing);
  }
}

/* A plain number is no mark before its proof has run out. */
static void
test_what_is_said_plainly (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("We have 14 lamps here.");
  g_autoptr (MellowClaimList) list = mellow_claim_list_new (draft);
  g_autoptr (MellowProof) proof = mellow_proof_new ("the shelf", "Ida", "2026-12-31");
  MellowReview *review = mellow_draft_get_review (draft);

  set_date ("2026-12-31");
  assert_string (claims_to_string (list), "14 lamps here: Open");
  mellow_ignored_list_prove (mellow_draft_get_ignored (draft),
                             mellow_claim_get_rule (get_claim (list, 0)), "14 lamps here", proof,
                             NULL);
  mellow_claim_list_update (list);
  assert_string (claims_to_string (list), "14 lamps here: Proven, runs out today");
  g_assert_cmpuint (mellow_review_get_n_marks (review), ==, 0);

  set_date ("2027-01-01");
  mellow_claim_list_update (list);
  assert_string (claims_to_string (list), "14 lamps here: Proof ran out on 2026-12-31");
  g_assert_cmpuint (mellow_review_get_n_marks (review), ==, 1);
}

/* What stays is not told of, so that its row stays, too. */
static void
test_an_edit (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("Only 3 left.\n\nOnly 5 left.\n\n");
  g_autoptr (MellowClaimList) list = mellow_claim_list_new (draft);
  GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);
  MellowClaim *first = get_claim (list, 0);
  MellowClaim *second = get_claim (list, 1);

  place_cursor (buffer, 12);
  type_text (buffer, " Æ! Only 4 left.");
  wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == 3);
  assert_string (claims_to_string (list),
                 "Only 3 left: Open, Only 4 left: Open, Only 5 left: Open");
  g_assert_true (get_claim (list, 0) == first);
  g_assert_true (get_claim (list, 2) == second);
  g_assert_cmpuint (mellow_claim_get_span (second).start, ==, 31);
}

static void
test_excerpts (void)
{
  g_autofree char *filler = g_strnfill (60, 'x');
  g_autofree char *text =
      g_strdup_printf ("So then  %s\nhere, only 3 left, in %s yes indeed", filler, filler);
  g_autofree char *expected = g_strdup_printf ("…%s here, only 3 left, in %s yes…", filler, filler);
  g_autoptr (MellowDraft) draft = create_draft (text);
  g_autoptr (MellowClaimList) list = mellow_claim_list_new (draft);
  const char *excerpt;
  ProseSpan words;

  excerpt = mellow_claim_get_excerpt (get_claim (list, 0), &words);
  g_assert_cmpstr (excerpt, ==, expected);
  g_assert_true (g_str_has_prefix (excerpt + words.start, "only 3 left"));
  g_assert_cmpuint (words.end - words.start, ==, strlen ("only 3 left"));
}

static void
test_kinds (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("Only 3 left.");
  g_autoptr (MellowClaimList) list = mellow_claim_list_new (draft);

  g_assert_cmpstr (mellow_claim_get_kind (get_claim (list, 0)), ==, "Stock number");
}

static void
test_table (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("We have\tonly 3\nleft.");
  g_autoptr (MellowClaimList) list = mellow_claim_list_new (draft);

  set_date ("2026-12-01");
  prove (draft, "only 3\nleft", "a\tshelf,\nby the door", "2026-12-31");
  mellow_claim_list_update (list);
  assert_string (
      mellow_claim_list_dup_table (list),
      "Claim\tSentence\tKind\tState\tWhy it may want a proof\tReference\tProof\tOwner\t"
      "Valid until\n"
      "only 3 left\tWe have only 3 left.\tStock number\tProven\t"
      "A shrinking stock pushes the reader to decide. It is fair only while it is true.\t"
      "UCPD Annex I, 7 and 18\ta shelf, by the door\tIda\t2026-12-31\n");
}

/* Proofs are kept by their words, and a list that nobody watches costs nothing. */
static void
test_the_end (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("Only 3 left.");
  MellowClaimList *list = mellow_claim_list_new (draft);

  type_text (mellow_draft_get_buffer (draft), " Only 4 left. ");
  g_assert_finalize_object (list);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/claim-list/order", test_order);
  g_test_add_func ("/claim-list/days", test_days);
  g_test_add_func ("/claim-list/what-is-said-plainly", test_what_is_said_plainly);
  g_test_add_func ("/claim-list/an-edit", test_an_edit);
  g_test_add_func ("/claim-list/excerpts", test_excerpts);
  g_test_add_func ("/claim-list/kinds", test_kinds);
  g_test_add_func ("/claim-list/table", test_table);
  g_test_add_func ("/claim-list/the-end", test_the_end);

  return g_test_run ();
}
