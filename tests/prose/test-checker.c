/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check/prose-checker.h"

#include "prose-fixture.h"

/* What was not checked, and why: `9-16 there are no rules for this language`. */
static char *
unchecked_to_string (ProseReport *report)
{
  GArray *unchecked = prose_report_get_unchecked (report);
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < unchecked->len; i++) {
    const ProseUnchecked *part = &g_array_index (unchecked, ProseUnchecked, i);

    g_string_append_printf (string, "%s%u-%u %s", i > 0 ? ", " : "", part->span.start,
                            part->span.end, part->reason);
  }
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static void
assert_language (ProseRuleSet *rules, const char *text, const char *language)
{
  g_autoptr (ProseReport) report = check_text (rules, NULL, text);

  g_assert_cmpstr (prose_report_get_language (report), ==, language);
}

static void
test_marks_stand_in_the_whole_text (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();

  assert_check (rules, "Buy now, or ask us first.", "0-7 command.act-now");
  assert_check (rules, "Æbler!\n\nBuy now.\r\nOnly 3 left, so act now.",
                "9-16 command.act-now, 19-30 scarcity.only-n-left, 35-42 command.act-now");
  assert_check (rules, "Would you like to hear how it works?", "");
  assert_check (rules, "", "");
}

static void
test_the_rest_of_a_mark_moves_with_it (void)
{
  static const char text[] = "Æbler!\n\nOnly 3 lamps left.";
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (ProseReport) report = check_text (rules, "en", text);
  const ProseDiagnostic *mark =
      &g_array_index (prose_report_get_diagnostics (report), ProseDiagnostic, 0);

  assert_string (dup_span (text, mark->sentence), "Only 3 lamps left.");
  assert_string (dup_span (text, mark->captures[0]), "3");
  assert_string (dup_span (text, mark->captures[1]), "lamps");
}

/* A phrase may go over the end of a wrapped line, not over that of a paragraph. */
static void
test_phrases_over_line_ends (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();

  assert_check (rules, "Please be so kind and act\nnow", "22-29 command.act-now");
  assert_check (rules, "Please be so kind and act\n\nnow", "");
  assert_check_danish (rules, "Vær så venlig og køb\r\nnu", "19-27 command.koeb-nu");
}

static void
test_credits (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();

  assert_credits (rules, "Buy now.\nOr take your time.", "12-26 choice.your-call");
}

static void
test_language_of_the_document (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();

  assert_language (rules, "You can buy it now or later.", "en");
  assert_language (rules, "Du kan købe den nu eller senere.", "da");
  assert_language (rules, "Das ist nicht für dich.", "de");
  assert_language (rules, "Xyzzy", NULL);
  assert_language (rules, "", NULL);
}

/* No function word stands in a button, but its rules know it. */
static void
test_language_of_a_label (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (ProseReport) report = check_text (rules, NULL, "Bestil straks!");

  g_assert_cmpstr (prose_report_get_language (report), ==, "da");
  assert_string (prose_diagnostics_to_string (prose_report_get_diagnostics (report)),
                 "0-13 command.koeb-nu");
}

static void
test_a_paragraph_in_another_language (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();

  assert_string (
      marks_to_string (
          rules, NULL,
          "You can have it if you want it, and they can have it when they want it, so act now.\n\n"
          "Hvad synes du, hvis jeg ikke gør noget selv? Køb nu!\n\n"
          "Act now\n"),
      "75-82 command.act-now, 131-138 command.koeb-nu, 141-148 command.act-now");
}

/* Paragraphs whose language is clear are looked at before the others. */
static void
test_marks_come_in_the_order_of_the_text (void)
{
  static const char text[] = "Act now, æ!\n\nTake your time.\n\n"
                             "You can have it if you want it, and they can have it when they want "
                             "it, so act now, or take your time.\n";
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();

  assert_string (marks_to_string (rules, NULL, text),
                 "0-7 command.act-now, 106-113 command.act-now");
  assert_string (credits_to_string (rules, NULL, text),
                 "14-28 choice.your-call, 118-132 choice.your-call");
}

static void
test_a_chosen_language_counts_for_all (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  static const char text[] = "Du kan købe den nu. Køb nu! Act now!";

  assert_check (rules, text, "30-37 command.act-now");
  assert_check_danish (rules, text, "21-28 command.koeb-nu");
}

static void
test_what_was_not_checked_is_said (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (ProseReport) german =
      check_text (rules, NULL, "Das ist für dich.\n\n\nJetzt oder nie.");
  g_autoptr (ProseReport) mixed = check_text (
      rules, NULL, "Xyzzy jetzt\n\nDas ist nicht für dich und auch nicht für mich oder uns.");
  g_autoptr (ProseReport) unknown = check_text (rules, NULL, "Xyzzy æ\n");
  g_autoptr (ProseReport) chosen = check_text (rules, "sv", "Act now!");
  g_autoptr (ProseReport) english = check_text (rules, "en", "Act now!\n\nXyzzy");

  assert_string (unchecked_to_string (german), "0-19 there are no rules for this language, "
                                               "21-36 there are no rules for this language");
  assert_string (unchecked_to_string (mixed), "0-12 there are no rules for this language, "
                                              "13-71 there are no rules for this language");
  assert_string (unchecked_to_string (unknown), "0-9 the language was not recognised");
  assert_string (unchecked_to_string (chosen), "0-8 there are no rules for this language");
  assert_string (unchecked_to_string (english), "");
}

static void
test_measures_are_sums (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (ProseReport) whole = check_text (rules, "en", "Act now!\n\nIs it your lamp?");
  g_autoptr (ProseReport) first = check_text (rules, "en", "Act now!");
  g_autoptr (ProseReport) second = check_text (rules, "en", "Is it your lamp?");
  ProseMeasures sum = *prose_report_get_measures (first);

  prose_measures_add (&sum, prose_report_get_measures (second));
  g_assert_cmpmem (prose_report_get_measures (whole), sizeof sum, &sum, sizeof sum);
  g_assert_cmpint (sum.words, ==, 6);
}

/* A report may outlive its checker and its rules' other owners. */
static void
test_a_report_keeps_its_rules (void)
{
  ProseRuleSet *rules = build_standard_rules ();
  ProseReport *report = check_text (rules, "en", "Act now!");
  g_autoptr (ProseReport) shared = prose_report_ref (report);

  prose_rule_set_unref (rules);
  prose_report_unref (report);
  assert_string (prose_diagnostics_to_string (prose_report_get_diagnostics (shared)),
                 "0-7 command.act-now");
}

static void
test_one_checker_for_many_documents (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  ProseChecker *checker = prose_checker_new (rules);

  g_assert_true (prose_checker_get_rules (checker) == rules);
  for (guint i = 0; i < 3; i++) {
    g_autoptr (ProseDocument) danish = prose_document_new ("Nu skal du se: Køb nu!", -1);
    g_autoptr (ProseDocument) english = prose_document_new ("You can see it: act now!", -1);
    g_autoptr (ProseReport) first = prose_checker_check (checker, danish, NULL);
    g_autoptr (ProseReport) second = prose_checker_check (checker, english, NULL);

    assert_string (prose_diagnostics_to_string (prose_report_get_diagnostics (first)),
                   "15-22 command.koeb-nu");
    assert_string (prose_diagnostics_to_string (prose_report_get_diagnostics (second)),
                   "16-23 command.act-now");
  }
  g_assert_finalize_object (checker);
}

/* Nothing in a text may bring the checker down, nor a mark out of its place. */
static void
test_random_texts (void)
{
  static const char *const pieces[] = {
    "act", " ", "now", ",",      "!", "only", "3",     "left",   "“",   "”",  "-", "\n",
    "\r",  "æ", "😀",   "\u0301", ".", "not",  "lamps", "\u2029", "køb", "nu", "(", "$",
  };
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (ProseChecker) checker = prose_checker_new (rules);

  for (guint i = 0; i < 5000; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (ProseDocument) document = NULL;
    g_autoptr (ProseReport) report = NULL;
    GArray *found;
    guint end = 0;

    for (int n = g_test_rand_int_range (0, 40); n > 0; n--)
      g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
    document = prose_document_new (text->str, text->len);
    report = prose_checker_check (checker, document, g_test_rand_bit () ? "en" : NULL);
    found = prose_report_get_diagnostics (report);

    for (guint j = 0; j < found->len; j++) {
      const ProseDiagnostic *mark = &g_array_index (found, ProseDiagnostic, j);

      g_assert_cmpuint (mark->span.start, >=, end);
      g_assert_cmpuint (mark->span.end, >, mark->span.start);
      g_assert_true (prose_span_contains (mark->sentence, mark->span));
      g_assert_cmpuint (mark->sentence.end, <=, text->len);
      end = mark->span.end;
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add_test(path, function) g_test_add_func ("/checker/" path, function)
  add_test ("marks-stand-in-the-whole-text", test_marks_stand_in_the_whole_text);
  add_test ("the-rest-of-a-mark-moves-with-it", test_the_rest_of_a_mark_moves_with_it);
  add_test ("phrases-over-line-ends", test_phrases_over_line_ends);
  add_test ("credits", test_credits);
  add_test ("language-of-the-document", test_language_of_the_document);
  add_test ("language-of-a-label", test_language_of_a_label);
  add_test ("a-paragraph-in-another-language", test_a_paragraph_in_another_language);
  add_test ("marks-come-in-the-order-of-the-text", test_marks_come_in_the_order_of_the_text);
  add_test ("a-chosen-language-counts-for-all", test_a_chosen_language_counts_for_all);
  add_test ("what-was-not-checked-is-said", test_what_was_not_checked_is_said);
  add_test ("measures-are-sums", test_measures_are_sums);
  add_test ("a-report-keeps-its-rules", test_a_report_keeps_its_rules);
  add_test ("one-checker-for-many-documents", test_one_checker_for_many_documents);
  add_test ("random-texts", test_random_texts);

  return g_test_run ();
}
