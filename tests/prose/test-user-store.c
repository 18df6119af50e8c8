/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the user decided comes back as it was kept: rules switched off, ignored phrases,
 * proofs.
 */

#include "user-store-fixture.h"

/* --- rules switched off --- */

static void
test_rules_off_come_back (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);

  assert_string (list_rules_off (store, NULL), "");
  add_rule_off (store, urgency_off);
  add_rule_off (store, (ProseRuleOff){ NULL, "en", "shame.let-down", .created = 5 });
  assert_string (list_rules_off (store, NULL), "[] en shame.let-down none at 5, " URGENCY_OFF);
  assert_string (list_rules_off (store, AD), "[] en shame.let-down none at 5, " URGENCY_OFF);
  assert_string (list_rules_off (store, MAIL), "[] en shame.let-down none at 5");
  assert_string (list_rules_off (store, ""), "[] en shame.let-down none at 5");

  g_clear_object (&store);
  store = open_store (fixture->path);
  assert_string (list_rules_off (store, NULL), "[] en shame.let-down none at 5, " URGENCY_OFF);
}

static void
test_a_rule_is_off_once (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);

  add_rule_off (store, urgency_off);
  add_rule_off (store, urgency_off);
  assert_string (list_rules_off (store, NULL), URGENCY_OFF);
  add_rule_off (store, (ProseRuleOff){ AD, "da", "hast.køb-nu", PROSE_IGNORE_REASON_INTENDED, 99 });
  assert_string (list_rules_off (store, NULL), "[" AD "] da hast.køb-nu intended at 7");
}

static void
test_a_rule_is_switched_on_again (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  g_autoptr (GPtrArray) all = NULL;

  add_rule_off (store, urgency_off);
  add_rule_off (store, (ProseRuleOff){ MAIL, "da", "hast.køb-nu", .created = 8 });
  all = prose_user_store_dup_rules_off (store, AD, NULL);

  g_assert_true (prose_user_store_remove_rule_off (store, all->pdata[0], NULL));
  assert_string (list_rules_off (store, NULL), "[" MAIL "] da hast.køb-nu none at 8");
  g_assert_true (prose_user_store_remove_rule_off (store, all->pdata[0], NULL));

  /* and undone */
  g_assert_true (prose_user_store_add_rule_off (store, all->pdata[0], NULL));
  assert_string (list_rules_off (store, AD), URGENCY_OFF);
}

static void
test_now_is_the_time (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GPtrArray) all = NULL;

  add_rule_off (store, (ProseRuleOff){ .language = "en", .rule = "a.b" });
  all = prose_user_store_dup_rules_off (store, NULL, NULL);
  g_assert_cmpint (((ProseRuleOff *)all->pdata[0])->created, >=, now);
  g_assert_cmpint (((ProseRuleOff *)all->pdata[0])->created, <=, now + 60);
}

/* --- ignored phrases --- */

static void
test_ignored_phrases_come_back (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);

  add_ignored (store, here);
  add_ignored (store, (ProseIgnoredPhrase){ PROSE_IGNORE_IN_DOCUMENT, MAIL, "a.b", "now",
                                            .created = 2, .reason = PROSE_IGNORE_REASON_INTENDED });
  add_ignored (store, (ProseIgnoredPhrase){ PROSE_IGNORE_EVERYWHERE, "", "a.b", "act now™",
                                            .created = 3, .reason = PROSE_IGNORE_REASON_BRAND });
#define IN_MAIL "document [" MAIL "] a.b: (now) 0 intended at 2"
#define EVERYWHERE "everywhere [] a.b: (act now™) 0 brand at 3"
  assert_string (list_ignored (store, NULL), HERE ", " IN_MAIL ", " EVERYWHERE);
  assert_string (list_ignored (store, AD), HERE ", " EVERYWHERE);
  assert_string (list_ignored (store, MAIL), IN_MAIL ", " EVERYWHERE);
  assert_string (list_ignored (store, ""), EVERYWHERE);

  g_clear_object (&store);
  store = open_store (fixture->path);
  assert_string (list_ignored (store, NULL), HERE ", " IN_MAIL ", " EVERYWHERE);
}

/* Here is a place, and the same words may stand at another one. */
static void
test_a_phrase_is_ignored_once (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  ProseIgnoredPhrase other = here;
  ProseIgnoredPhrase document = here;

  add_ignored (store, here);
  add_ignored (store, here);
  assert_string (list_ignored (store, NULL), HERE);

  other.place = 900;
  add_ignored (store, other);
  assert_string (list_ignored (store, NULL),
                 HERE ", here [" AD "] hast.køb-nu: æ ø(køb nu)å “é 900 proven at 1");
  g_assert_true (prose_user_store_remove_ignored_phrase (store, &other, NULL));

  /* In the whole document surroundings do not count. */
  document.level = PROSE_IGNORE_IN_DOCUMENT;
  add_ignored (store, document);
  document.before = NULL;
  document.place = 0;
  add_ignored (store, document);
  assert_string (list_ignored (store, NULL),
                 HERE ", document [" AD "] hast.køb-nu: (køb nu) 0 proven at 1");
}

static void
test_a_phrase_is_taken_back (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  g_autoptr (GPtrArray) all = NULL;

  add_ignored (store, here);
  all = prose_user_store_dup_ignored_phrases (store, NULL, NULL);
  g_assert_true (prose_user_store_remove_ignored_phrase (store, all->pdata[0], NULL));
  g_assert_true (prose_user_store_remove_ignored_phrase (store, all->pdata[0], NULL));
  assert_string (list_ignored (store, NULL), "");
  g_assert_true (prose_user_store_add_ignored_phrase (store, all->pdata[0], NULL));
  assert_string (list_ignored (store, NULL), HERE);
}

/* What reaches everywhere has no document, and all else has one. */
static void
test_a_level_needs_its_document (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  ProseIgnoredPhrase nowhere = here;
  ProseIgnoredPhrase everywhere = here;

  nowhere.document = NULL;
  everywhere.level = PROSE_IGNORE_EVERYWHERE;
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*has_right_document*");
  g_assert_false (prose_user_store_add_ignored_phrase (store, &nowhere, NULL));
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*has_right_document*");
  g_assert_false (prose_user_store_add_ignored_phrase (store, &everywhere, NULL));
  g_test_assert_expected_messages ();
}

/* --- proofs --- */

static void
test_proofs_come_back (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);

  add_proof (store, test_result);
  add_proof (store, (ProseProof){ NULL, "crowd.n-users", "40,000 users", "count", .created = 5 });
#define COUNT "[] crowd.n-users (40,000 users): count, , until - at 5"
  assert_string (list_proofs (store, NULL), TEST_RESULT "; " COUNT);
  assert_string (list_proofs (store, AD), TEST_RESULT "; " COUNT);
  assert_string (list_proofs (store, MAIL), COUNT);
  assert_string (list_proofs (store, ""), COUNT);

  g_clear_object (&store);
  store = open_store (fixture->path);
  assert_string (list_proofs (store, NULL), TEST_RESULT "; " COUNT);
}

static void
test_a_proof_takes_the_place_of_another (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  ProseProof newer = test_result;
  g_autoptr (GPtrArray) all = NULL;

  add_proof (store, test_result);
  add_proof (store, test_result);
  assert_string (list_proofs (store, NULL), TEST_RESULT);

  newer.text = "Tænk 3/2027";
  newer.valid_until = NULL;
  newer.created = 99;
  add_proof (store, newer);
  assert_string (list_proofs (store, NULL),
                 "[" AD "] superlativ.bedst (bedst i test): Tænk 3/2027, Åse Ørsted, until - at 4");

  all = prose_user_store_dup_proofs (store, NULL, NULL);
  g_assert_true (prose_user_store_remove_proof (store, all->pdata[0], NULL));
  g_assert_true (prose_user_store_remove_proof (store, all->pdata[0], NULL));
  assert_string (list_proofs (store, NULL), "");
  add_proof (store, test_result);
  assert_string (list_proofs (store, NULL), TEST_RESULT);
}

static char *
list_expired (ProseUserStore *store, const char *date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) expired = prose_user_store_dup_expired_proofs (store, date, &error);

  g_assert_no_error (error);
  return join_proofs (expired);
}

static void
test_proofs_expire (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);

  add_proof (store, test_result);
  add_proof (store, (ProseProof){ MAIL, "a.b", "p", "t", "o", "2026-02-28", 9 });
  add_proof (store, (ProseProof){ "", "a.b", "for ever", "t", .created = 9 });
#define FEBRUARY "[" MAIL "] a.b (p): t, o, until 2026-02-28 at 9"
  assert_string (list_expired (store, "2026-02-28"), "");
  assert_string (list_expired (store, "2026-03-01"), FEBRUARY);
  assert_string (list_expired (store, "2026-12-31"), FEBRUARY);
  assert_string (list_expired (store, "2027-01-01"), FEBRUARY "; " TEST_RESULT);

  g_assert_false (prose_proof_has_expired (&test_result, "2026-12-31"));
  g_assert_true (prose_proof_has_expired (&test_result, "2027-01-01"));
  g_assert_false (prose_proof_has_expired (&(ProseProof){ .valid_until = NULL }, "2027-01-01"));
}

static void
test_a_proof_is_valid_until_a_day (DatabaseFixture *fixture, gconstpointer unused)
{
  static const char *const wrong[] = { "",           "2026",       "31-12-2026",
                                       "2026-13-01", "2026-02-29", "2026-1-1",
                                       "2026-12-3x", "2026/12/31", "2026-12-310",
                                       "0000-01-01", "２０２６-12" };
  g_autoptr (ProseUserStore) store = open_store (fixture->path);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (GError) error = NULL;
    ProseProof proof = test_result;
    g_autofree char *expected =
        g_strdup_printf ("“%s” is no date; one is written 2026-12-31", wrong[i]);

    proof.valid_until = (char *)wrong[i];
    g_assert_false (prose_user_store_add_proof (store, &proof, &error));
    assert_failure (error, PROSE_USER_STORE_ERROR, PROSE_USER_STORE_ERROR_INVALID, expected);
  }
  assert_string (list_proofs (store, NULL), "");
  add_proof (store, (ProseProof){ AD, "a", "b", "c", .valid_until = "2028-02-29" });
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_user_store_test ("rules-off-come-back", test_rules_off_come_back);
  add_user_store_test ("a-rule-is-off-once", test_a_rule_is_off_once);
  add_user_store_test ("a-rule-is-switched-on-again", test_a_rule_is_switched_on_again);
  add_user_store_test ("now-is-the-time", test_now_is_the_time);
  add_user_store_test ("ignored-phrases-come-back", test_ignored_phrases_come_back);
  add_user_store_test ("a-phrase-is-ignored-once", test_a_phrase_is_ignored_once);
  add_user_store_test ("a-phrase-is-taken-back", test_a_phrase_is_taken_back);
  add_user_store_test ("a-level-needs-its-document", test_a_level_needs_its_document);
  add_user_store_test ("proofs-come-back", test_proofs_come_back);
  add_user_store_test ("a-proof-takes-the-place-of-another",
                       test_a_proof_takes_the_place_of_another);
  add_user_store_test ("proofs-expire", test_proofs_expire);
  add_user_store_test ("a-proof-is-valid-until-a-day", test_a_proof_is_valid_until_a_day);

  return g_test_run ();
}
