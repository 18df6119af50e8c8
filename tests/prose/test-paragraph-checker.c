/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check/prose-paragraph-checker.h"

#include <string.h>

#include "prose-fixture.h"

/* What one paragraph gave. */
typedef struct {
  gboolean checked;
  GArray *diagnostics;
  GArray *credits;
  ProseMeasures measures;
} Result;

static Result
check (ProseRuleSet *rules, const char *language, ProseZone zone, const char *text)
{
  g_autoptr (ProseParagraphChecker) checker = prose_paragraph_checker_new (rules);
  Result result = {
    .diagnostics = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic)),
    .credits = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic)),
  };

  prose_paragraph_checker_read (checker, text, strlen (text));
  result.checked = prose_paragraph_checker_check (checker, language, zone, result.diagnostics,
                                                  result.credits, &result.measures);
  return result;
}

static void
result_clear (Result *self)
{
  g_array_unref (self->diagnostics);
  g_array_unref (self->credits);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

/* Marks with their loads: `0-7 urgency.act-now 600`. */
static char *
loads_to_string (ProseRuleSet *rules, ProseZone zone, const char *text)
{
  g_auto (Result) result = check (rules, "en", zone, text);
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < result.diagnostics->len; i++) {
    const ProseDiagnostic *diagnostic = &g_array_index (result.diagnostics, ProseDiagnostic, i);

    g_string_append_printf (string, "%s%u-%u %s %u", i > 0 ? ", " : "", diagnostic->span.start,
                            diagnostic->span.end, diagnostic->rule->id, diagnostic->load);
  }
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static char *
measure (const char *language, const char *text)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_auto (Result) result = check (rules, language, PROSE_ZONE_BODY, text);

  return measures_to_string (&result.measures);
}

#define assert_loads(rules, text, expected)                                                        \
  assert_string (loads_to_string (rules, PROSE_ZONE_BODY, text), expected)

/* A rule of one severity and weight. */
static ProseRule *
make_weighed_rule (const char *id, ProseSeverity severity, guint weight, const char *phrase)
{
  ProseRule *rule = make_rule (id, phrase, NULL);

  rule->severity = severity;
  rule->weight = weight;
  return rule;
}

/* --- what is found --- */

static void
test_marks_and_credits (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_auto (Result) result =
      check (rules, "en", PROSE_ZONE_BODY, "Act now! Or take your time. Only 3 left.");

  g_assert_true (result.checked);
  assert_string (prose_diagnostics_to_string (result.diagnostics),
                 "0-7 command.act-now, 28-39 scarcity.only-n-left");
  assert_string (prose_diagnostics_to_string (result.credits), "12-26 choice.your-call");
}

static void
test_no_rules_for_the_language (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_auto (Result) swedish = check (rules, "sv", PROSE_ZONE_BODY, "Act now!");
  g_auto (Result) unknown = check (rules, NULL, PROSE_ZONE_BODY, "Act now!");

  g_assert_false (swedish.checked);
  g_assert_false (unknown.checked);
  g_assert_cmpuint (swedish.diagnostics->len, ==, 0);
  assert_string (measures_to_string (&swedish.measures), "2 unchecked");
}

static void
test_sentence_and_captures (void)
{
  static const char text[] = "Æblerne! Only 3 red lamps left here. Bye.";
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_auto (Result) result = check (rules, "en", PROSE_ZONE_BODY, text);
  const ProseDiagnostic *mark = &g_array_index (result.diagnostics, ProseDiagnostic, 0);

  assert_string (dup_span (text, mark->span), "Only 3 red lamps left");
  assert_string (dup_span (text, mark->sentence), "Only 3 red lamps left here.");
  assert_string (dup_span (text, mark->captures[0]), "3");
  assert_string (dup_span (text, mark->captures[1]), "red lamps");
  g_assert_true (prose_span_is_empty (mark->captures[2]));
}

static void
test_an_empty_capture (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_auto (Result) result = check (rules, "en", PROSE_ZONE_BODY, "Only 3 left.");
  const ProseDiagnostic *mark = &g_array_index (result.diagnostics, ProseDiagnostic, 0);

  g_assert_cmpuint (prose_span_get_length (mark->captures[0]), ==, 1);
  g_assert_true (prose_span_is_empty (mark->captures[1]));
}

/* What was read before leaves no trace. */
static void
test_one_paragraph_after_the_other (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (ProseParagraphChecker) checker = prose_paragraph_checker_new (rules);
  static const char *const texts[] = { "Act now! Only 3 left.", "Køb nu!", "Act now!", "" };
  static const char *const languages[] = { "en", "da", "en", "en" };
  static const char *const expected[] = { "0-7 command.act-now, 9-20 scarcity.only-n-left",
                                          "0-7 command.koeb-nu", "0-7 command.act-now", "" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GArray) diagnostics = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic));
    g_autoptr (GArray) credits = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic));
    ProseMeasures measures = { 0 };

    prose_paragraph_checker_read (checker, texts[i], strlen (texts[i]));
    prose_paragraph_checker_check (checker, languages[i], PROSE_ZONE_BODY, diagnostics, credits,
                                   &measures);
    assert_string (prose_diagnostics_to_string (diagnostics), expected[i]);
  }
}

/* --- overlaps --- */

static void
test_the_graver_of_two_stays (void)
{
  g_autoptr (ProseRuleSet) rules =
      compile_rules (make_weighed_rule ("a.long", PROSE_SEVERITY_PROOF, 9, "act now or never"),
                     make_weighed_rule ("b.short", PROSE_SEVERITY_PRESSURE, 1, "now"), NULL);

  assert_check (rules, "Act now or never.", "4-7 b.short");
}

static void
test_the_longer_of_two_stays (void)
{
  g_autoptr (ProseRuleSet) rules = compile_rules (make_rule ("a.short", "act now", NULL),
                                                  make_rule ("b.long", "now or never", NULL), NULL);

  assert_check (rules, "Act now or never.", "4-16 b.long");
  assert_check (rules, "Act now or later.", "0-7 a.short");
}

static void
test_the_earlier_rule_of_two_stays (void)
{
  g_autoptr (ProseRuleSet) rules =
      compile_rules (make_rule ("b.first", "købe nu|act now", NULL),
                     make_rule ("a.second", "act now|act then", NULL), NULL);

  assert_check (rules, "Act now.", "0-7 b.first");
  assert_check (rules, "Act then.", "0-8 a.second");
}

static void
test_neighbours_both_stay (void)
{
  g_autoptr (ProseRuleSet) rules =
      compile_rules (make_rule ("a.act", "act", NULL), make_rule ("b.now", "now", NULL), NULL);

  assert_check (rules, "Act now.", "0-3 a.act, 4-7 b.now");
}

static void
test_credits_yield_to_marks_but_not_to_notes (void)
{
  ProseRule *credit = make_weighed_rule ("c.credit", PROSE_SEVERITY_CREDIT, 5, "now or later");
  ProseRule *note = make_weighed_rule ("d.note", PROSE_SEVERITY_NOTE, 1, "later then");
  g_autoptr (ProseRuleSet) rules =
      compile_rules (make_rule ("a.act", "act now", NULL), credit, note, NULL);

  assert_credits (rules, "Now or later.", "0-12 c.credit");
  assert_credits (rules, "Act now or later.", "");
  assert_credits (rules, "Now or later then.", "0-12 c.credit");
  assert_check (rules, "Now or later then.", "7-17 d.note");
}

/* --- zones --- */

static char *
check_in_zone (ProseZone rule_zone, ProseZone zone)
{
  ProseRule *rule = make_rule ("a.act", "act now", NULL);
  g_autoptr (ProseRuleSet) rules = NULL;

  rule->zone = rule_zone;
  rules = compile_rules (rule, NULL);
  return loads_to_string (rules, zone, "Act now!");
}

static void
test_zones (void)
{
  assert_string (check_in_zone (PROSE_ZONE_BUTTON, PROSE_ZONE_BUTTON), "0-7 a.act 600");
  assert_string (check_in_zone (PROSE_ZONE_BUTTON, PROSE_ZONE_BODY), "");
  assert_string (check_in_zone (PROSE_ZONE_ANY, PROSE_ZONE_BUTTON), "0-7 a.act 600");
}

static void
test_pressure_weighs_more_where_it_is_met_first (void)
{
  assert_string (check_in_zone (PROSE_ZONE_ANY, PROSE_ZONE_HEADLINE), "0-7 a.act 900");
  assert_string (check_in_zone (PROSE_ZONE_ANY, PROSE_ZONE_SUBJECT), "0-7 a.act 1200");
  assert_string (check_in_zone (PROSE_ZONE_ANY, PROSE_ZONE_DECLINE), "0-7 a.act 1200");
  assert_string (check_in_zone (PROSE_ZONE_ANY, PROSE_ZONE_FINE_PRINT), "0-7 a.act 600");
}

/* --- loads --- */

static void
test_families_in_one_sentence_strengthen_each_other (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();

  assert_loads (rules, "Act now! Only 3 left!",
                "0-7 command.act-now 600, 9-20 scarcity.only-n-left 700");
  assert_loads (rules, "Act now, only 3 left!",
                "0-7 command.act-now 750, 9-20 scarcity.only-n-left 875");
  assert_loads (rules, "Act now, only 3 left, you let us down!",
                "0-7 command.act-now 900, 9-20 scarcity.only-n-left 1050, 26-37 shame.let-down "
                "1350");
}

static void
test_one_family_does_not_strengthen_itself (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();

  assert_loads (rules, "Act now, buy now!", "0-7 command.act-now 600, 9-16 command.act-now 600");
}

static void
test_strengthening_ends_at_double (void)
{
  g_autoptr (ProseRuleSet) rules =
      compile_rules (make_rule ("a.a", "aa", NULL), make_rule ("b.b", "bb", NULL),
                     make_rule ("c.c", "cc", NULL), make_rule ("d.d", "dd", NULL),
                     make_rule ("e.e", "ee", NULL), make_rule ("f.f", "ff", NULL), NULL);

  assert_loads (rules, "aa bb cc dd ee",
                "0-2 a.a 1200, 3-5 b.b 1200, 6-8 c.c 1200, 9-11 d.d 1200, 12-14 e.e 1200");
  assert_loads (rules, "aa bb cc dd ee ff",
                "0-2 a.a 1200, 3-5 b.b 1200, 6-8 c.c 1200, 9-11 d.d 1200, 12-14 e.e 1200, 15-17 "
                "f.f 1200");
}

/* A rule of weight 0 points something out, and presses nobody. */
static void
test_weight_0_strengthens_nothing (void)
{
  g_autoptr (ProseRuleSet) rules =
      compile_rules (make_rule ("a.act", "act now", NULL),
                     make_weighed_rule ("b.dear", PROSE_SEVERITY_NOTE, 0, "dear"), NULL);

  assert_loads (rules, "Act now, dear!", "0-7 a.act 600, 9-13 b.dear 0");
}

static void
test_a_pile_of_hedges (void)
{
  assert_string (measure ("en", "Perhaps it might be rather mild."),
                 "6 words, 1 sentences, 1 long, 8 units, 1 hedged");
  assert_string (measure ("en", "Perhaps it might be mild. Rather."),
                 "6 words, 2 sentences, 1 long, 16 units");
}

static void
test_questions_upon_questions (void)
{
  assert_string (measure ("en", "Red? Blue? Green."),
                 "3 words, 3 sentences, 2 questions, 24 units, 1 stacked");
  assert_string (measure ("en", "Red? Blue. Green?"),
                 "3 words, 3 sentences, 2 questions, 24 units");
}

/* Warmth is not to be had by saying the same thing twice in a breath. */
static void
test_one_credit_of_a_family_per_sentence (void)
{
  assert_string (measure ("en", "Take your time, it is your call."),
                 "7 words, 1 sentences, 8 units, 2 reader, 500 warmth, 2 invitations, 2 choice");
  assert_string (measure ("en", "Take your time. It is your call."),
                 "7 words, 2 sentences, 16 units, 2 reader, 1000 warmth, 2 invitations, 2 choice");
}

static void
test_credits_move_their_own_meter (void)
{
  assert_string (measure ("en", "Here is how it is done."),
                 "6 words, 1 sentences, 8 units, 400 information");
}

/* --- measures --- */

static void
test_measures (void)
{
  assert_string (measure ("en", "Would you like our 3 handsome lamps?"),
                 "7 words, 1 sentences, 1 questions, 1 long, 8 units, 1 facts, 1 reader, 1 seller");
  assert_string (measure ("da", "Vi har ét råd til dig om dine smukke æbletræer, du kan bruge!!"),
                 "13 words, 1 sentences, 2 exclamations, 1 long, 13 units, 2 reader, 1 seller");
}

/* Which form of address is counted: `du 1, De 0, I 2`. */
static char *
count_addresses (const char *text)
{
  g_autoptr (ProseRuleSet) rules = build_rules ("language: da\n"
                                                "lists:\n"
                                                "  address-1: [du]\n"
                                                "  address-2: [de]\n"
                                                "  address-3: [i]\n"
                                                "  capitalised: [de, i]\n",
                                                NULL);
  g_auto (Result) result = check (rules, "da", PROSE_ZONE_BODY, text);
  const ProseMeasures *measures = &result.measures;

  return g_strdup_printf ("du %d, De %d, I %d", (int)measures->address[0],
                          (int)measures->address[1], (int)measures->address[2]);
}

static int
count_polite (const char *text)
{
  g_autoptr (ProseRuleSet) rules = build_rules ("language: de\n"
                                                "lists:\n"
                                                "  address-1: [du]\n"
                                                "  address-2: [sie, ihr]\n"
                                                "  capitalised: [sie, ihr]\n"
                                                "  options: [polite-starts]\n",
                                                NULL);
  g_auto (Result) result = check (rules, "de", PROSE_ZONE_BODY, text);

  return result.measures.address[1];
}

/* Who it is tells the verb. */
static void
test_polite_starts (void)
{
  g_assert_cmpint (count_polite ("Sie sparen Zeit. Sie sind da. Sie können wählen."), ==, 3);
  g_assert_cmpint (count_polite ("Sie spart Zeit. Sie ist da. Sie kann wählen."), ==, 0);
  g_assert_cmpint (count_polite ("Sie? Sie"), ==, 0);
  g_assert_cmpint (count_polite ("Sparen Sie Zeit. Es freut sie, sie sparen."), ==, 1);
  g_assert_cmpint (count_polite ("SIE SPAREN ZEIT"), ==, 0);
}

static void
test_forms_of_address_told_by_a_capital (void)
{
  assert_string (count_addresses ("Her kan du se, hvad I vil, og hvad de kan i dag."),
                 "du 1, De 0, I 1");
  assert_string (count_addresses ("I dag kan du. De kan ikke. Kan De? Kan I?"), "du 1, De 1, I 1");
  assert_string (count_addresses ("SPAR PÅ ALLE SENGE I DAG, OG SE, HVAD DE KAN"),
                 "du 0, De 0, I 0");
  assert_string (count_addresses ("Nyhed: De er her – I dag. 1. De nye. 🔥 I dag (De er få)"),
                 "du 0, De 0, I 0");
  assert_string (count_addresses ("Kære kunde, De kan vælge, når I vil."), "du 0, De 1, I 1");
}

static void
test_a_sentence_counts_eight_words_at_least (void)
{
  assert_string (measure ("en", "Go."), "1 words, 1 sentences, 8 units");
  assert_string (measure ("en", "Go. Go."), "2 words, 2 sentences, 16 units");
  assert_string (measure ("en", "a b c d e f g h i"), "9 words, 1 sentences, 9 units");
}

static void
test_marks_alone_are_no_sentence (void)
{
  assert_string (measure ("en", "!!! ???"), "3 exclamations");
  assert_string (measure ("en", "— 😀 —"), "");
}

/* --- languages --- */

static void
test_trying_languages (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (ProseParagraphChecker) checker = prose_paragraph_checker_new (rules);

  static const ProseLanguageVote none;

#define try(text) prose_paragraph_checker_try_languages (checker, &none, text, strlen (text))
  g_assert_cmpstr (try ("Order now"), ==, "en");
  g_assert_cmpstr (try ("Bestil straks"), ==, "da");
  g_assert_null (try ("Mellow"));
  g_assert_null (try (""));
#undef try
}

/* Rules of a language that the words hardly speak for find something by chance. */
static void
test_trying_likely_languages (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (ProseParagraphChecker) checker = prose_paragraph_checker_new (rules);
  ProseLanguageVote english = { .score = { 8, 0 } };
  ProseLanguageVote danish = { .score = { 0, 8 } };
  ProseLanguageVote rather_danish = { .score = { 2, 3 } };
  static const char both[] = "Bestil straks! Order now! Act now!";

#define try(vote, text)                                                                            \
  prose_paragraph_checker_try_languages (checker, &(vote), text, strlen (text))
  g_assert_cmpstr (try (english, both), ==, "en");
  g_assert_cmpstr (try (danish, both), ==, "da");
  g_assert_cmpstr (try (rather_danish, both), ==, "da");
  g_assert_cmpstr (try (rather_danish, "Order now"), ==, "en");
  g_assert_null (try (english, "Bestil straks"));
#undef try
}

static void
test_long_texts_have_to_tell_by_their_words (void)
{
  static const ProseLanguageVote none;
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (ProseParagraphChecker) checker = prose_paragraph_checker_new (rules);
  g_autoptr (GString) text = g_string_new ("Bestil straks ");

  while (text->len < PROSE_LONGEST_LABEL)
    g_string_append_c (text, 'x');
  g_assert_cmpstr (prose_paragraph_checker_try_languages (checker, &none, text->str, text->len), ==,
                   "da");
  g_string_append_c (text, 'x');
  g_assert_null (prose_paragraph_checker_try_languages (checker, &none, text->str, text->len));
}

static void
test_vote (void)
{
  static const char text[] = "Hvad synes du?";
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (ProseParagraphChecker) checker = prose_paragraph_checker_new (rules);
  ProseLanguageVote vote;

  prose_paragraph_checker_read (checker, text, strlen (text));
  vote = prose_paragraph_checker_vote (checker);
  g_assert_cmpstr (prose_language_vote_get_winner (&vote, 1), ==, "da");
  g_assert_true (prose_paragraph_checker_get_rules (checker) == rules);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add_test(path, function) g_test_add_func ("/paragraph-checker/" path, function)
  add_test ("marks-and-credits", test_marks_and_credits);
  add_test ("no-rules-for-the-language", test_no_rules_for_the_language);
  add_test ("sentence-and-captures", test_sentence_and_captures);
  add_test ("an-empty-capture", test_an_empty_capture);
  add_test ("one-paragraph-after-the-other", test_one_paragraph_after_the_other);
  add_test ("the-graver-of-two-stays", test_the_graver_of_two_stays);
  add_test ("the-longer-of-two-stays", test_the_longer_of_two_stays);
  add_test ("the-earlier-rule-of-two-stays", test_the_earlier_rule_of_two_stays);
  add_test ("neighbours-both-stay", test_neighbours_both_stay);
  add_test ("credits-yield-to-marks-but-not-to-notes",
            test_credits_yield_to_marks_but_not_to_notes);
  add_test ("zones", test_zones);
  add_test ("pressure-weighs-more-where-it-is-met-first",
            test_pressure_weighs_more_where_it_is_met_first);
  add_test ("families-in-one-sentence-strengthen-each-other",
            test_families_in_one_sentence_strengthen_each_other);
  add_test ("one-family-does-not-strengthen-itself", test_one_family_does_not_strengthen_itself);
  add_test ("strengthening-ends-at-double", test_strengthening_ends_at_double);
  add_test ("weight-0-strengthens-nothing", test_weight_0_strengthens_nothing);
  add_test ("one-credit-of-a-family-per-sentence", test_one_credit_of_a_family_per_sentence);
  add_test ("credits-move-their-own-meter", test_credits_move_their_own_meter);
  add_test ("measures", test_measures);
  add_test ("polite-starts", test_polite_starts);
  add_test ("forms-of-address-told-by-a-capital", test_forms_of_address_told_by_a_capital);
  add_test ("a-sentence-counts-eight-words-at-least", test_a_sentence_counts_eight_words_at_least);
  add_test ("marks-alone-are-no-sentence", test_marks_alone_are_no_sentence);
  add_test ("a-pile-of-hedges", test_a_pile_of_hedges);
  add_test ("questions-upon-questions", test_questions_upon_questions);
  add_test ("trying-languages", test_trying_languages);
  add_test ("trying-likely-languages", test_trying_likely_languages);
  add_test ("long-texts-have-to-tell-by-their-words", test_long_texts_have_to_tell_by_their_words);
  add_test ("vote", test_vote);

  return g_test_run ();
}
