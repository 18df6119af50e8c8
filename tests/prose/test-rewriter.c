/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rewrite/prose-rewriter.h"

#include <string.h>

#include "check/prose-checker.h"
#include "prose-fixture.h"

/* The suggestions for the first mark of text: `kind “text” 0-7, …`. */
static char *
suggest (ProseRuleSet *rules, const char *language, const char *text)
{
  g_autoptr (ProseReport) report = check_text (rules, language, text);
  const ProseDiagnostic *mark =
      &g_array_index (prose_report_get_diagnostics (report), ProseDiagnostic, 0);
  g_autoptr (ProseRewriter) rewriter = prose_rewriter_new (rules);
  g_autofree char *sentence = dup_span (text, mark->sentence);
  g_autoptr (GPtrArray) suggestions = prose_rewriter_suggest (rewriter, mark, sentence);
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < suggestions->len; i++) {
    const ProseSuggestion *suggestion = suggestions->pdata[i];

    g_string_append_printf (string, "%s%s “%s” %u-%u", i > 0 ? ", " : "",
                            prose_rewrite_kind_to_string (suggestion->kind), suggestion->text,
                            suggestion->span.start, suggestion->span.end);
  }
  return g_string_free (g_steal_pointer (&string), FALSE);
}

/* The sentence as the first suggestion would leave it. */
static char *
rewrite (ProseRuleSet *rules, const char *language, const char *text)
{
  g_autoptr (ProseReport) report = check_text (rules, language, text);
  const ProseDiagnostic *mark =
      &g_array_index (prose_report_get_diagnostics (report), ProseDiagnostic, 0);
  g_autoptr (ProseRewriter) rewriter = prose_rewriter_new (rules);
  g_autofree char *sentence = dup_span (text, mark->sentence);
  g_autoptr (GPtrArray) suggestions = prose_rewriter_suggest (rewriter, mark, sentence);

  if (suggestions->len == 0)
    return NULL;
  return g_strdup (((ProseSuggestion *)suggestions->pdata[0])->sentence);
}

/* A rule with one rewrite, beside the word "hurry", which presses a little. */
static ProseRuleSet *
build (const char *phrase, const char *template_text)
{
  ProseRule *rule = make_rule ("command.act", phrase, NULL);
  ProseRule *other = make_rule ("other.hurry", "hurry", NULL);

  prose_rule_add_rewrite (rule, PROSE_REWRITE_PLAIN, template_text);
  other->weight = 1;
  return compile_rules (rule, other, NULL);
}

static char *
rewrite_by (const char *phrase, const char *template_text, const char *text)
{
  g_autoptr (ProseRuleSet) rules = build (phrase, template_text);

  return rewrite (rules, "en", text);
}

/* --- what is replaced --- */

static void
test_phrases_and_sentences (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();

  assert_string (suggest (rules, "en", "So act now, please."),
                 "choice “take your time” 3-10, "
                 "question “Would you like to see how it works?” 0-19");
  assert_string (suggest (rules, "da", "Ærligt talt: Køb nu, ven!"),
                 "question “Har du lyst til at se, hvordan den virker?” 0-27");
}

static void
test_places_are_those_of_the_document (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();

  assert_string (suggest (rules, "en", "Øl er øl.\n\nWell. So act now!"),
                 "choice “take your time” 22-29, "
                 "question “Would you like to see how it works?” 19-30");
}

static void
test_the_sentence_as_it_will_read (void)
{
  assert_string (rewrite_by ("act now", "take your time", "Please act now, ÆØÅ!"),
                 "Please take your time, ÆØÅ!");
  assert_string (rewrite_by ("act now", "It is here.", "Please act now, æøå!"), "It is here.");
}

/* Bullets and quotation marks around a sentence stay where they are. */
static void
test_what_stands_around_a_sentence_stays (void)
{
  assert_string (rewrite_by ("act now", "It is here.", "“Act now!”"), "“It is here.”");
  assert_string (rewrite_by ("act now", "It is here.", "• Act now!"), "• It is here.");
  assert_string (rewrite_by ("act now", "It is here.", "(So act now.)"), "(It is here.)");
  assert_string (rewrite_by ("act now", "take your time", "– »Act now!«"), "– »Take your time!«");
}

/* --- case --- */

static void
test_case_follows_the_place (void)
{
  assert_string (rewrite_by ("act now", "take your time", "Act now, friends!"),
                 "Take your time, friends!");
  assert_string (rewrite_by ("act now", "take your time", "act now, friends!"),
                 "take your time, friends!");
  assert_string (rewrite_by ("act now", "take your time", "Friends, Act now!"),
                 "Friends, take your time!");
  assert_string (rewrite_by ("act now", "øl er klar", "Act now, friends!"), "Øl er klar, friends!");
}

static void
test_captures_read_as_inside_of_a_sentence (void)
{
  assert_string (rewrite_by ("{thing:1..2} now", "we have {thing} here.", "Lamps now!"),
                 "We have lamps here.");
  assert_string (rewrite_by ("{thing:1..2} now", "we have {thing} here.", "So LED now!"),
                 "We have so LED here.");
  assert_string (rewrite_by ("only {thing:1} left", "some {thing} here", "ONLY ØL LEFT!"),
                 "Some øl here!");
  assert_string (rewrite_by ("only {thing:1} left", "some {thing} here", "So only LED left!"),
                 "So some LED here!");
}

/* --- what is withheld --- */

static void
test_an_empty_capture_withholds (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();

  assert_string (suggest (rules, "en", "Only 3 lamps left!"),
                 "evidence “3 lamps in stock today” 0-17, plain “3 in stock today” 0-17, "
                 "question “Would one of the last 3 suit you?” 0-18");
  assert_string (suggest (rules, "en", "Only 3 left!"),
                 "plain “3 in stock today” 0-11, "
                 "question “Would one of the last 3 suit you?” 0-12");
}

static void
test_an_unknown_form_withholds (void)
{
  assert_string (rewrite_by ("{verb:(buy|grab)} now", "{verb:gerund} later", "So buy now!"),
                 "So buying later!");
  g_assert_null (rewrite_by ("{verb:(buy|grab)} now", "{verb:gerund} later", "So grab now!"));
}

/* A figure of the writer's is not to be lost on the way. */
static void
test_a_sentence_with_figures_is_not_recast (void)
{
  assert_string (rewrite_by ("act now", "take your time", "Act now at 50 kroner!"),
                 "Take your time at 50 kroner!");
  g_assert_null (rewrite_by ("act now", "It is here.", "Act now at 50 kroner!"));
  g_assert_null (rewrite_by ("act now", "It is here.", "For 50 kroner, act now!"));
  g_assert_null (rewrite_by ("act {n:number} times", "It is here.", "Act 3 times!"));
  assert_string (rewrite_by ("act {n:number} times", "It is here {n} times.", "Act 3 times!"),
                 "It is here 3 times.");
}

static void
test_a_rewrite_brings_no_new_mark (void)
{
  g_assert_null (rewrite_by ("act now", "hurry", "So act now!"));
  g_assert_null (rewrite_by ("act now", "hurry up", "So act now, hurry!"));
  g_assert_null (rewrite_by ("act now", "act now please", "So act now!"));
  assert_string (rewrite_by ("act now", "come by", "So act now, hurry!"), "So come by, hurry!");
}

/* A mere pointer has no weight, and can be rewritten all the same. */
static void
test_a_rule_of_weight_0 (void)
{
  ProseRule *rule = make_rule ("a.we", "we are proud", NULL);
  g_autoptr (ProseRuleSet) rules = NULL;

  rule->weight = 0;
  prose_rule_add_rewrite (rule, PROSE_REWRITE_BENEFIT, "you get more");
  rules = compile_rules (rule, NULL);
  assert_string (rewrite (rules, "en", "We are proud."), "You get more.");
}

/* --- which are shown --- */

static void
test_at_most_three_each_of_another_kind (void)
{
  ProseRule *rule = make_rule ("a.act", "act now", NULL);
  g_autoptr (ProseRuleSet) rules = NULL;

  prose_rule_add_rewrite (rule, PROSE_REWRITE_PLAIN, "come by");
  prose_rule_add_rewrite (rule, PROSE_REWRITE_PLAIN, "drop in");
  prose_rule_add_rewrite (rule, PROSE_REWRITE_BENEFIT, "{missing} it");
  prose_rule_add_rewrite (rule, PROSE_REWRITE_BENEFIT, "enjoy it");
  prose_rule_add_rewrite (rule, PROSE_REWRITE_CHOICE, "feel free");
  prose_rule_add_rewrite (rule, PROSE_REWRITE_QUESTION, "will you");
  rules = compile_rules (rule, NULL);

  assert_string (suggest (rules, "en", "Act now!"),
                 "plain “Come by” 0-7, benefit “Enjoy it” 0-7, choice “Feel free” 0-7");
}

static void
test_no_templates_no_suggestions (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();

  assert_string (suggest (rules, "en", "You let us down."), "");
}

static void
test_articles_follow (void)
{
  assert_string (rewrite_by ("only {thing:1}", "a {thing}", "So only offer."), "So an offer.");
  assert_string (rewrite_by ("only {thing:1}", "an {thing}", "So only LED."), "So an LED.");
}

/* --- what holds for every rewrite --- */

static gint64
get_load (ProseRuleSet *rules, const char *text)
{
  g_autoptr (ProseReport) report = check_text (rules, "en", text);

  return prose_report_get_measures (report)->load[PROSE_METER_PRESSURE];
}

static void
assert_suggestions_are_sound (ProseRuleSet *rules,
                              const char *sentence,
                              const ProseDiagnostic *mark,
                              GPtrArray *suggestions)
{
  for (guint i = 0; i < suggestions->len; i++) {
    const ProseSuggestion *suggestion = suggestions->pdata[i];
    g_autoptr (GString) applied = g_string_new (sentence);

    g_string_erase (applied, suggestion->span.start, prose_span_get_length (suggestion->span));
    g_string_insert (applied, suggestion->span.start, suggestion->text);
    g_assert_cmpstr (applied->str, ==, suggestion->sentence);
    g_assert_true (prose_span_contains (suggestion->span, mark->span));
    g_assert_null (strchr (suggestion->text, '{'));
    g_assert_cmpint (get_load (rules, applied->str), <, get_load (rules, sentence));
  }
}

static void
test_random_sentences (void)
{
  static const char *const words[] = {
    "act now", "only 3",      "lamps", "left", "Buy today", "“", "”", ",", "æøå",
    "you",     "let us down", "–",     "!",    "ORDER NOW", "*", "(", ")", "a"
  };
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (ProseRewriter) rewriter = prose_rewriter_new (rules);
  guint n_suggestions = 0;

  for (guint i = 0; i < 3000; i++) {
    g_autoptr (GString) sentence = g_string_new (NULL);
    g_autoptr (ProseReport) report = NULL;
    const GArray *marks;

    for (int n = g_test_rand_int_range (1, 9); n > 0; n--)
      g_string_append_printf (sentence, "%s ",
                              words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
    report = check_text (rules, "en", sentence->str);
    marks = prose_report_get_diagnostics (report);
    for (guint j = 0; j < marks->len; j++) {
      const ProseDiagnostic *mark = &g_array_index (marks, ProseDiagnostic, j);
      g_autofree char *text = dup_span (sentence->str, mark->sentence);
      ProseDiagnostic moved = *mark;
      g_autoptr (GPtrArray) suggestions = NULL;

      moved.span.start -= mark->sentence.start;
      moved.span.end -= mark->sentence.start;
      moved.sentence = (ProseSpan){ 0, strlen (text) };
      for (guint k = 0; k < PROSE_MAX_CAPTURES; k++)
        if (!prose_span_is_empty (moved.captures[k]))
          moved.captures[k] = (ProseSpan){ moved.captures[k].start - mark->sentence.start,
                                           moved.captures[k].end - mark->sentence.start };
      suggestions = prose_rewriter_suggest (rewriter, &moved, text);
      assert_suggestions_are_sound (rules, text, &moved, suggestions);
      n_suggestions += suggestions->len;
    }
  }
  g_assert_cmpuint (n_suggestions, >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add_test(path, function) g_test_add_func ("/rewriter/" path, function)
  add_test ("phrases-and-sentences", test_phrases_and_sentences);
  add_test ("places-are-those-of-the-document", test_places_are_those_of_the_document);
  add_test ("the-sentence-as-it-will-read", test_the_sentence_as_it_will_read);
  add_test ("what-stands-around-a-sentence-stays", test_what_stands_around_a_sentence_stays);
  add_test ("case-follows-the-place", test_case_follows_the_place);
  add_test ("captures-read-as-inside-of-a-sentence", test_captures_read_as_inside_of_a_sentence);
  add_test ("an-empty-capture-withholds", test_an_empty_capture_withholds);
  add_test ("an-unknown-form-withholds", test_an_unknown_form_withholds);
  add_test ("a-sentence-with-figures-is-not-recast", test_a_sentence_with_figures_is_not_recast);
  add_test ("a-rewrite-brings-no-new-mark", test_a_rewrite_brings_no_new_mark);
  add_test ("a-rule-of-weight-0", test_a_rule_of_weight_0);
  add_test ("at-most-three-each-of-another-kind", test_at_most_three_each_of_another_kind);
  add_test ("no-templates-no-suggestions", test_no_templates_no_suggestions);
  add_test ("articles-follow", test_articles_follow);
  add_test ("random-sentences", test_random_sentences);

  return g_test_run ();
}
