/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tone/prose-tone-summary.h"

#include <math.h>
#include <string.h>

#include "prose-fixture.h"

/* The tone of an English text by the rules that never change. */
static ProseToneSummary
get_tone (const char *text)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (ProseReport) report = check_text (rules, "en", text);

  return prose_tone_summary_new (prose_report_get_measures (report));
}

static const char *
get_verdict (const char *text)
{
  return prose_verdict_to_string (get_tone (text).verdict);
}

static void
assert_same_meters (const ProseToneSummary *a, const ProseToneSummary *b)
{
  g_assert_cmpfloat (a->pressure, ==, b->pressure);
  g_assert_cmpfloat (a->warmth, ==, b->warmth);
  g_assert_cmpfloat (a->information, ==, b->information);
  g_assert_cmpfloat (a->lix, ==, b->lix);
}

/* --- random texts --- */

/* Sentences that press, that give credit, that inform, and that do neither. The
 * second of a pair says as much in as many words, without a mark. */
static const struct {
  const char *marked;
  const char *plain;
} clauses[] = {
  { "act now", "sit here" },
  { "only 3 lamps left", "those 3 lamps hang" },
  { "you let us down", "you sat right there" },
  { "we are proud", "we are early" },
  { "take your time", "bake your bread" },
  { "here is how", "there is rain" },
  { "the æblegrød is warm", "the æblegrød is warm" },
  { "it weighs 39 grams", "it weighs 39 grams" },
};

/* A random text of up to n clauses, in sentences; plain[i] is its clause
 * without a mark, if it is the one to be calmed. */
static char *
make_text (const guint *chosen, const gboolean *ends, guint n, guint calmed)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++) {
    g_string_append (text, i == calmed ? clauses[chosen[i]].plain : clauses[chosen[i]].marked);
    g_string_append (text, ends[i] ? "! " : ", ");
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
pick (guint *chosen, gboolean *ends, guint n)
{
  for (guint i = 0; i < n; i++) {
    chosen[i] = g_test_rand_int_range (0, G_N_ELEMENTS (clauses));
    ends[i] = g_test_rand_bit ();
  }
}

/* --- properties --- */

static void
test_removing_a_mark_never_raises_pressure (void)
{
  for (guint i = 0; i < 300; i++) {
    guint chosen[12];
    gboolean ends[12];
    guint n = g_test_rand_int_range (1, 13);
    g_autofree char *text = NULL;
    double before;

    pick (chosen, ends, n);
    text = make_text (chosen, ends, n, G_MAXUINT);
    before = get_tone (text).pressure;
    for (guint calmed = 0; calmed < n; calmed++) {
      g_autofree char *calmer = make_text (chosen, ends, n, calmed);

      g_assert_cmpfloat (get_tone (calmer).pressure, <=, before);
    }
  }
}

static void
test_a_mark_always_raises_pressure (void)
{
  g_assert_cmpfloat (get_tone ("Sit here, and bake your bread.").pressure, ==, 0);
  g_assert_cmpfloat (get_tone ("Act now, and bake your bread.").pressure, >, 0);
  g_assert_cmpfloat (get_tone ("Act now, you let us down.").pressure, >,
                     get_tone ("Act now, you sat right there.").pressure);
}

static void
test_doubling_a_text_changes_no_meter (void)
{
  for (guint i = 0; i < 300; i++) {
    guint chosen[12];
    gboolean ends[12];
    guint n = g_test_rand_int_range (1, 13);
    g_autofree char *text = NULL;
    g_autofree char *doubled = NULL;
    ProseToneSummary once, twice;

    pick (chosen, ends, n);
    text = make_text (chosen, ends, n, G_MAXUINT);
    doubled = g_strdup_printf ("%s\n\n%s", text, text);
    once = get_tone (text);
    twice = get_tone (doubled);
    assert_same_meters (&once, &twice);
  }
}

/* The same words, once in one sentence and once in two of enough words each. */
static void
test_marks_stacked_weigh_more_than_apart (void)
{
  ProseToneSummary stacked =
      get_tone ("Please be so very good and act now, because there are only 3 lamps left here.");
  ProseToneSummary apart =
      get_tone ("Please be so very good and act now. Because there are only 3 lamps left here.");
  ProseToneSummary same_family =
      get_tone ("Please be so very good and act now, because the other ones all here order now.");

  g_assert_cmpfloat (stacked.pressure, >, apart.pressure + 1);
  g_assert_cmpfloat (same_family.pressure, <, stacked.pressure);
}

static void
assert_shares_add_up (ProseRuleSet *rules, const char *text)
{
  g_autoptr (ProseReport) report = check_text (rules, "en", text);
  const ProseMeasures *measures = prose_report_get_measures (report);
  const GArray *marks = prose_report_get_diagnostics (report);
  const GArray *credits = prose_report_get_credits (report);
  double sum = 0;

  for (guint i = 0; i < marks->len; i++) {
    double share = prose_tone_get_share (measures, &g_array_index (marks, ProseDiagnostic, i));

    g_assert_cmpfloat (share, >=, 0);
    sum += share;
  }
  for (guint i = 0; i < credits->len; i++)
    g_assert_cmpfloat (
        prose_tone_get_share (measures, &g_array_index (credits, ProseDiagnostic, i)), ==, 0);
  g_assert_cmpfloat_with_epsilon (sum, prose_tone_summary_new (measures).pressure, 1e-9);
}

static void
test_shares_add_up_to_the_meter (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();

  for (guint i = 0; i < 300; i++) {
    guint chosen[12];
    gboolean ends[12];
    guint n = g_test_rand_int_range (1, 13);
    g_autofree char *text = NULL;

    pick (chosen, ends, n);
    text = make_text (chosen, ends, n, G_MAXUINT);
    assert_shares_add_up (rules, text);
  }
}

static void
assert_points_add_up (ProseRuleSet *rules, const char *text)
{
  g_autoptr (ProseReport) report = check_text (rules, "en", text);
  const ProseMeasures *measures = prose_report_get_measures (report);
  ProseToneSummary summary = prose_tone_summary_new (measures);
  const GArray *credits = prose_report_get_credits (report);
  double sums[3] = { 0, 0, prose_tone_get_points_of_facts (measures) };

  for (guint i = 0; i < credits->len; i++) {
    const ProseDiagnostic *credit = &g_array_index (credits, ProseDiagnostic, i);

    sums[credit->rule->category->meter] += prose_tone_get_points (measures, credit);
  }
  g_assert_cmpfloat_with_epsilon (sums[PROSE_METER_WARMTH], summary.warmth, 1e-9);
  g_assert_cmpfloat_with_epsilon (sums[PROSE_METER_INFORMATION], summary.information, 1e-9);
}

static void
test_points_of_credits_and_facts_add_up (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();

  assert_points_add_up (rules, "");
  assert_points_add_up (rules, "Take your time. It weighs 39 grams, and costs 45 kr.");
  assert_points_add_up (rules, "Take your time, take your time. It is heavy because it is made of "
                               "steel, and has 3 doors.");
}

static void
test_shares_follow_the_weights (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (ProseReport) report =
      check_text (rules, "en", "Act now, only 3 left, and take your time.");
  const ProseMeasures *measures = prose_report_get_measures (report);
  const GArray *marks = prose_report_get_diagnostics (report);
  double first = prose_tone_get_share (measures, &g_array_index (marks, ProseDiagnostic, 0));
  double second = prose_tone_get_share (measures, &g_array_index (marks, ProseDiagnostic, 1));

  g_assert_cmpfloat_with_epsilon (first / second, 6.0 / 7.0, 1e-9);
}

/* Facts move their own meter, and no other. */
static void
test_information_is_never_penalised (void)
{
  ProseToneSummary vague = get_tone ("Act now, take your time, it weighs some grams here.");
  ProseToneSummary exact = get_tone ("Act now, take your time, it weighs 39 grams here.");

  g_assert_cmpfloat (exact.information, >, vague.information);
  g_assert_cmpfloat (exact.pressure, ==, vague.pressure);
  g_assert_cmpfloat (exact.warmth, ==, vague.warmth);
}

static void
test_meters_stay_between_0_and_100 (void)
{
  ProseMeasures heavy = { .units = 1, .load = { 1000000, 1000000, 1000000 }, .facts = 1000 };
  ProseMeasures none = { 0 };
  ProseToneSummary most = prose_tone_summary_new (&heavy);
  ProseToneSummary least = prose_tone_summary_new (&none);

  g_assert_cmpfloat (most.pressure, <=, 100);
  g_assert_cmpfloat (most.warmth, <=, 100);
  g_assert_cmpfloat (most.information, <=, 100);
  g_assert_cmpfloat (most.pressure, >, 99);
  g_assert_cmpfloat (least.pressure, ==, 0);
  g_assert_cmpfloat (least.warmth, ==, 0);
  g_assert_cmpfloat (least.information, ==, 0);
  g_assert_cmpfloat (least.lix, ==, 0);
}

static void
test_more_load_is_more_pressure (void)
{
  double before = -1;

  for (gint64 load = 0; load < 5000; load += 100) {
    ProseMeasures measures = { .units = 100, .load = { load } };
    double pressure = prose_tone_summary_new (&measures).pressure;

    g_assert_cmpfloat (pressure, >, before);
    before = pressure;
  }
}

/* --- words --- */

static void
test_lix (void)
{
  ProseMeasures measures = { .words = 50, .sentences = 5, .long_words = 10 };

  g_assert_cmpfloat (prose_tone_summary_new (&measures).lix, ==, 50 / 5 + 100 * 10 / 50);
  g_assert_cmpfloat (get_tone ("Æblegrøden er her.").lix, ==, 3 + 100.0 / 3);
}

/* One device of weight 6 in 50 words reads as firm, three as pushy. */
static void
test_verdicts (void)
{
  ProseMeasures calm = { .words = 50, .units = 50, .questions = 1, .load = { 100 } };
  ProseMeasures firm = { .words = 50, .units = 50, .load = { 600 } };
  ProseMeasures pushy = { .words = 50, .units = 50, .load = { 1800 } };

  g_assert_cmpint (prose_tone_summary_new (&calm).verdict, ==, PROSE_VERDICT_CALM);
  g_assert_cmpint (prose_tone_summary_new (&firm).verdict, ==, PROSE_VERDICT_FIRM);
  g_assert_cmpint (prose_tone_summary_new (&pushy).verdict, ==, PROSE_VERDICT_PUSHY);
  g_assert_cmpstr (get_verdict ("Act now, only 3 left, you let us down!"), ==, "pushy");
  g_assert_cmpstr (get_verdict ("The æblegrød is warm."), ==, "calm");
}

/* Calm, but it leads nowhere: no question, no next step in forty words. */
static void
test_too_weak (void)
{
  ProseMeasures weak = { .words = 40, .units = 40 };
  ProseMeasures shorter = { .words = 39, .units = 39 };
  ProseMeasures asking = { .words = 40, .units = 40, .questions = 1 };
  ProseMeasures inviting = { .words = 40, .units = 40, .invitations = 1 };
  ProseMeasures pushy = { .words = 40, .units = 40, .load = { 4000 } };

  g_assert_cmpint (prose_tone_summary_new (&weak).verdict, ==, PROSE_VERDICT_TOO_WEAK);
  g_assert_cmpint (prose_tone_summary_new (&shorter).verdict, ==, PROSE_VERDICT_CALM);
  g_assert_cmpint (prose_tone_summary_new (&asking).verdict, ==, PROSE_VERDICT_CALM);
  g_assert_cmpint (prose_tone_summary_new (&inviting).verdict, ==, PROSE_VERDICT_CALM);
  g_assert_cmpint (prose_tone_summary_new (&pushy).verdict, ==, PROSE_VERDICT_PUSHY);
}

static void
test_verdict_names (void)
{
  g_assert_cmpstr (prose_verdict_to_string (PROSE_VERDICT_CALM), ==, "calm");
  g_assert_cmpstr (prose_verdict_to_string (PROSE_VERDICT_FIRM), ==, "firm");
  g_assert_cmpstr (prose_verdict_to_string (PROSE_VERDICT_PUSHY), ==, "pushy");
  g_assert_cmpstr (prose_verdict_to_string (PROSE_VERDICT_TOO_WEAK), ==, "too weak");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add_test(path, function) g_test_add_func ("/tone-summary/" path, function)
  add_test ("removing-a-mark-never-raises-pressure", test_removing_a_mark_never_raises_pressure);
  add_test ("a-mark-always-raises-pressure", test_a_mark_always_raises_pressure);
  add_test ("doubling-a-text-changes-no-meter", test_doubling_a_text_changes_no_meter);
  add_test ("marks-stacked-weigh-more-than-apart", test_marks_stacked_weigh_more_than_apart);
  add_test ("shares-add-up-to-the-meter", test_shares_add_up_to_the_meter);
  add_test ("points-of-credits-and-facts-add-up", test_points_of_credits_and_facts_add_up);
  add_test ("shares-follow-the-weights", test_shares_follow_the_weights);
  add_test ("information-is-never-penalised", test_information_is_never_penalised);
  add_test ("meters-stay-between-0-and-100", test_meters_stay_between_0_and_100);
  add_test ("more-load-is-more-pressure", test_more_load_is_more_pressure);
  add_test ("lix", test_lix);
  add_test ("verdicts", test_verdicts);
  add_test ("too-weak", test_too_weak);
  add_test ("verdict-names", test_verdict_names);

  return g_test_run ();
}
