/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rewrite/prose-rewriter.h"

#include <string.h>

#include "check/prose-checker.h"
#include "prose-fixture.h"
#include "toy-format.h"

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

/* As rewrite(), where the text ignores what entry says. */
static char *
rewrite_ignoring (ProseRuleSet *rules, const char *text, ProseIgnoreEntry *entry)
{
  g_autoptr (ProseIgnoreList) list = prose_ignore_list_new ();
  g_autoptr (ProseChecker) checker = prose_checker_new (rules);
  g_autoptr (ProseRewriter) rewriter = prose_rewriter_new (rules);
  g_autoptr (ProseDocument) document = prose_document_new (text, strlen (text));
  g_autoptr (ProseReport) report = NULL;
  g_autoptr (GPtrArray) suggestions = NULL;
  const ProseDiagnostic *mark;

  prose_ignore_list_add (list, entry);
  prose_checker_set_ignore_list (checker, list);
  prose_rewriter_set_ignore_list (rewriter, list);
  report = prose_checker_check (checker, document, "en");
  g_assert_cmpuint (prose_report_get_diagnostics (report)->len, ==, 1);
  mark = &g_array_index (prose_report_get_diagnostics (report), ProseDiagnostic, 0);
  suggestions = prose_rewriter_suggest (rewriter, mark, text + mark->sentence.start);

  prose_ignore_entry_unref (entry);
  if (suggestions->len == 0)
    return NULL;
  return g_strdup (((ProseSuggestion *)suggestions->pdata[0])->sentence);
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
  assert_string (rewrite_by ("act now", "It is here.", "»Act now!«"), "»It is here.«");
  assert_string (rewrite_by ("act now", "It is here.", "„Act now!“"), "„It is here.“");
  assert_string (rewrite_by ("act now", "It is here.", "« Act now ! »"), "« It is here. »");
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
  assert_string (rewrite_by ("{thing:1..2} now", "we have {thing} here.", "Note: Lamps now!"),
                 "We have lamps here.");
  assert_string (rewrite_by ("{thing:1} act now", "well, {thing} act", "I'll act now."),
                 "Well, I'll act.");
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

/* The same words, found by another rule as they stand now, are no new mark. */
static void
test_an_old_mark_of_another_rule (void)
{
  ProseRule *rule = make_rule ("command.act", "act now", NULL);
  g_autoptr (ProseRuleSet) rules = NULL;

  prose_rule_add_rewrite (rule, PROSE_REWRITE_CHOICE, "take your time");
  rules = compile_rules (rule, make_rule ("loud.buy", "øl now !", NULL),
                         make_rule ("calm.buy", "øl now .", NULL),
                         make_rule ("calm.time", "your time .", NULL), NULL);

  assert_string (rewrite (rules, "en", "Act now, here is øl now!"),
                 "Take your time, here is øl now!");
  g_assert_null (rewrite (rules, "en", "Act now."));
}

/* What the text measures after it, is what it measures now and the change. */
static void
test_the_change_it_makes (void)
{
  g_autoptr (ProseRuleSet) rules = build ("act now", "take your time");
  g_autoptr (ProseReport) before = check_text (rules, "en", "So act now. Hurry!");
  g_autoptr (ProseReport) after = check_text (rules, "en", "So take your time. Hurry!");
  g_autoptr (ProseRewriter) rewriter = prose_rewriter_new (rules);
  g_autoptr (GPtrArray) suggestions = prose_rewriter_suggest (
      rewriter, &g_array_index (prose_report_get_diagnostics (before), ProseDiagnostic, 0),
      "So act now.");
  g_autofree char *expected = measures_to_string (prose_report_get_measures (after));
  ProseMeasures measures = *prose_report_get_measures (before);

  prose_measures_add (&measures, &((ProseSuggestion *)suggestions->pdata[0])->change);
  assert_string (measures_to_string (&measures), expected);
}

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

/* --- clauses --- */

#define CLAUSES                                                                                    \
  "language: en\n"                                                                                 \
  "lists:\n"                                                                                       \
  "  openers: [and, or, so]\n"                                                                     \
  "  alternatives: [or]\n"                                                                         \
  "  inverters: [so]\n"                                                                            \
  "  unfinished: [the, her, almost]\n"                                                             \
  "  pronouns: [her]\n"                                                                            \
  "  finite: [is, was]\n"                                                                          \
  "  dependents: [with, ø]\n"                                                                     \
  "  names: [monday]\n"                                                                            \
  "  initials: [tv]\n"                                                                             \
  "  options: [title-case]\n"                                                                      \
  "  address-1: [you, your]\n"                                                                     \
  "  address-2: [thou, thy]\n"                                                                     \
  "sets:\n"                                                                                        \
  "  gain: '{clause} {verb:(sleep)} {rest:1..3} {end}'\n"                                          \
  "words:\n"                                                                                       \
  "  - class: verb\n"                                                                              \
  "    forms: [infinitive, present]\n"                                                             \
  "    entries: [sleep sleeps]\n"

/* Rules of English with the lexicon above; of the rewrites, one per kind. */
static ProseRuleSet *
build_with_clauses (const char *phrase, ProseRewriteKind kind, const char *template_text, ...)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_rule_unref);
  g_autoptr (GPtrArray) lexicons =
      g_ptr_array_new_with_free_func ((GDestroyNotify)prose_lexicon_unref);
  g_autoptr (GError) error = NULL;
  ProseRule *rule = make_rule ("command.act", phrase, NULL);
  ProseRuleSet *rule_set;
  va_list more;

  va_start (more, template_text);
  for (const char *text = template_text; text != NULL; text = va_arg (more, const char *)) {
    prose_rule_add_rewrite (rule, kind, text);
    kind = va_arg (more, ProseRewriteKind);
    if (kind > PROSE_REWRITE_PLAIN)
      break;
  }
  va_end (more);

  g_ptr_array_add (rules, rule);
  g_ptr_array_add (lexicons, read_lexicon (CLAUSES));
  rule_set = prose_rule_set_new (rules, lexicons, &error);
  g_assert_no_error (error);
  return rule_set;
}

#define NO_MORE (PROSE_REWRITE_PLAIN + 1)

static char *
recast (const char *template_text, const char *text)
{
  g_autoptr (ProseRuleSet) rules =
      build_with_clauses ("act now", PROSE_REWRITE_QUESTION, template_text, NO_MORE);

  return rewrite (rules, "en", text);
}

static void
test_the_rest_of_the_sentence_stays (void)
{
  assert_string (recast ("Would it suit you?", "The øl is here, so act now!"),
                 "The øl is here. Would it suit you?");
  assert_string (recast ("It is up to you.", "Act now, and sleep at 9 tonight ?"),
                 "Sleep at 9 tonight ? It is up to you.");
  assert_string (recast ("Would it suit you?", "Act now, and sleep at 9 tonight!"),
                 "Sleep at 9 tonight. Would it suit you?");
  assert_string (recast ("Would it suit you?", "“The øl is here, so act now.”"),
                 "“The øl is here. Would it suit you?”");
}

/* Nothing of weight is dropped. */
static void
test_what_would_be_lost_withholds (void)
{
  assert_string (recast ("Would it suit you?", "Act now with a friend."), "Would it suit you?");
  g_assert_null (recast ("Would it suit you?", "Act now with 3 friends."));
  g_assert_null (recast ("Would it suit you?", "Act now with Karen."));
  g_assert_null (recast ("Would it suit you?", "Act now with {{name}}."));
  g_assert_null (recast ("Would it suit you?", "Act now with a b c d e f g."));
}

/* A mark may reach over the end of its sentence, which does not go with it. */
static void
test_a_sentence_keeps_its_end (void)
{
  g_autoptr (ProseRuleSet) rules = build ("act now !", "you may");
  g_autoptr (ProseRuleSet) ended = build ("act now !", "may you?");

  assert_string (rewrite (rules, "en", "Act now! Or later."), "You may.");
  assert_string (rewrite (rules, "en", "“Act now!”"), "“You may.”");
  assert_string (rewrite (ended, "en", "Act now!"), "May you?");
}

/* Nothing ends twice, and nothing but an emoji ends in one. */
static void
test_one_end_is_enough (void)
{
  assert_string (rewrite_by ("act {n:1..3} now", "have {n}", "So act 9 approx. now."),
                 "So have 9 approx.");
  assert_string (recast ("Would it suit you?", "The øl is here 😀, so act now!"),
                 "The øl is here 😀 Would it suit you?");
}

static void
test_a_shouted_sentence_is_recast_calmly (void)
{
  assert_string (recast ("Would it suit you?", "THE ØL IS HERE SO ACT NOW!"),
                 "The øl is here. Would it suit you?");
}

/* What is a name keeps its capital, and so does what only looks like a small word. */
static void
test_capitals_that_stay (void)
{
  g_autoptr (ProseRuleSet) rules = build_with_clauses ("{thing:1..2} now", PROSE_REWRITE_CHOICE,
                                                       "We have {thing} here.", NO_MORE);

  assert_string (rewrite (rules, "en", "Monday now!"), "We have Monday here.");
  assert_string (rewrite (rules, "en", "Lamps now!"), "We have lamps here.");
  assert_string (rewrite (rules, "en", "TV MONDAY NOW!"), "We have TV Monday here.");
  assert_string (rewrite (rules, "en", "Ø lamps now!"), "We have ø lamps here.");
  assert_string (rewrite (rules, "en", "Ø is now!"), "We have Ø is here.");
}

static void
test_a_gain_of_the_copy (void)
{
  assert_string (recast ("Would you like to {gain}?", "Act now and sleep well on Sundays"),
                 "Would you like to sleep well on Sundays?");
  g_assert_null (recast ("Would you like to {gain}?", "Act now, friend."));
}

/* --- leaving out --- */

static void
test_a_phrase_is_left_out (void)
{
  assert_string (rewrite_by ("act now", "", "Act now, the øl is here."), "The øl is here.");
  assert_string (rewrite_by ("act now", "", "The øl is here, act now."), "The øl is here.");
  assert_string (rewrite_by ("act now", "", "The øl, act now, is here."), "The øl, is here.");
  assert_string (rewrite_by ("really", "", "A really good øl."), "A good øl.");
  assert_string (rewrite_by ("act now", "", "The øl is here, and act now."), "The øl is here.");
  assert_string (rewrite_by ("act now", "", "Act now – the øl is here."), "The øl is here.");
  assert_string (rewrite_by ("act now", "", "The øl is here — act now!"), "The øl is here!");
  assert_string (rewrite_by ("act now", "", "The øl is here - act now!"), "The øl is here!");
  assert_string (rewrite_by ("act now", "", "The øl is here, act now !"), "The øl is here !");
  assert_string (rewrite_by ("act now", "", "Act now\u00a0: the øl is here."), "The øl is here.");
  assert_string (rewrite_by ("act now", "", "The øl is here\u202f; act now."), "The øl is here.");
}

static void
test_nothing_is_left (void)
{
  g_assert_null (rewrite_by ("act now", "", "Act now!"));
  g_assert_null (rewrite_by ("act now", "", "Act now, friends!"));
  g_assert_null (rewrite_by ("act {n:number} times", "", "Act 3 times, friend."));
}

/* What was joined to the phrase comes first now, and what was its other choice does
 * not. */
static void
test_what_was_joined_comes_first (void)
{
  g_autoptr (ProseRuleSet) rules = build_with_clauses ("act now", PROSE_REWRITE_PLAIN, "", NO_MORE);

  assert_string (rewrite (rules, "en", "Act now, and the øl is here."), "The øl is here.");
  assert_string (rewrite (rules, "en", "Act now, so is the øl here."), "So is the øl here.");
  g_assert_null (rewrite (rules, "en", "Act now or the øl is gone."));
}

static void
test_nothing_ends_unfinished (void)
{
  g_autoptr (ProseRuleSet) rules = build_with_clauses ("act now", PROSE_REWRITE_PLAIN, "", NO_MORE);

  g_assert_null (rewrite (rules, "en", "The øl is almost act now."));
  g_assert_null (rewrite (rules, "en", "The øl is almost act now 😀"));
  assert_string (rewrite (rules, "en", "The øl is her act now."), "The øl is her.");
  assert_string (rewrite (rules, "en", "The øl is almost act now here."), "The øl is almost here.");
}

static void
test_no_capture_breaks_off (void)
{
  g_autoptr (ProseRuleSet) phrase =
      build_with_clauses ("get {thing:1..3} now", PROSE_REWRITE_PLAIN, "have {thing}", NO_MORE);
  g_autoptr (ProseRuleSet) sentence = build_with_clauses (
      "get {thing:1..3} now", PROSE_REWRITE_CHOICE, "Get {thing}, if you like.", NO_MORE);

  g_autoptr (ProseRuleSet) part =
      build_with_clauses ("get {thing:2..2}", PROSE_REWRITE_PLAIN, "have {thing}", NO_MORE);

  g_assert_null (rewrite (phrase, "en", "Get øl almost now."));
  g_assert_null (rewrite (part, "en", "Get øl almost, friends."));
  assert_string (rewrite (part, "en", "Get øl almost free."), "Have øl almost free.");
  assert_string (rewrite (phrase, "en", "Get cold øl now."), "Have cold øl.");
  g_assert_null (rewrite (sentence, "en", "Get øl almost now."));
  assert_string (rewrite (sentence, "en", "Get her now."), "Get her, if you like.");
}

static void
test_emoji_beside_what_is_left_out (void)
{
  assert_string (rewrite_by ("act now", "", "The øl is here, act now 😀"), "The øl is here 😀");
  assert_string (rewrite_by ("act now", "", "The øl is here, act now 🎟️!"),
                 "The øl is here 🎟️!");
  assert_string (rewrite_by ("act now", "", "The øl 😀 act now 😀"), "The øl 😀");
  assert_string (rewrite_by ("act now", "", "The øl 😀 act now 😀 is it"), "The øl 😀 is it");
  assert_string (rewrite_by ("act now", "", "😀 Act now 😀 øl is here"), "😀 Øl is here");
  assert_string (rewrite_by ("act now", "", "Act now 😀 øl is here"), "😀 Øl is here");
  assert_string (rewrite_by ("act now", "", "The øl 😀 Act now: it is here"), "The øl 😀 It is here");
  g_assert_null (rewrite_by ("act now", "", "😀 Act now 😀"));
}

static void
test_an_emoji_is_left_out (void)
{
  g_autoptr (ProseRuleSet) rules = build ("🔥", "");

  assert_string (rewrite (rules, "en", "🔥 Øl!"), "Øl!");
  assert_string (rewrite (rules, "en", "The øl is here 🔥"), "The øl is here");
  assert_string (rewrite (rules, "en", "The 🔥 øl"), "The øl");
  assert_string (rewrite (rules, "en", "The øl 🔥🔥 is here"), "The øl 🔥 is here");
  g_assert_null (rewrite (rules, "en", "🔥!"));
}

/* What is said begins as a sentence does. */
static void
test_what_is_left_out_of_what_is_said (void)
{
  assert_string (rewrite_by ("act now", "", "Ida: “Act now, and ring us today.”"),
                 "Ida: “Ring us today.”");
  assert_string (rewrite_by ("act now", "", "Ida: »Act now, ring us today.«"),
                 "Ida: »Ring us today.«");
  assert_string (rewrite_by ("act now", "ring us", "Ida: \"Act now, it is øl.\""),
                 "Ida: \"Ring us, it is øl.\"");
}

/* What an emoji parts is two sentences. */
static void
test_a_phrase_across_an_emoji (void)
{
  g_assert_null (rewrite_by ("wow {emoji} all", "", "The wow 😀 all must go!"));
  g_assert_null (rewrite_by ("wow {emoji} all", "øl", "The wow 😀 all must go!"));
  assert_string (rewrite_by ("wow {emoji} all", "øl", "Wow 😀 all must go!"), "Øl must go!");
}

/* What stands after an emoji begins as a sentence does. */
static void
test_case_after_an_emoji (void)
{
  assert_string (rewrite_by ("act now", "take your time", "The øl 😀 Act now, friends!"),
                 "The øl 😀 Take your time, friends!");
  assert_string (rewrite_by ("{emoji} {caps}", "it is here", "😀 WOW: two øl"),
                 "It is here: two øl");
  assert_string (recast ("Would it suit you?", "The øl is here 🎟️, so act now!"),
                 "The øl is here 🎟️ Would it suit you?");
}

static void
test_a_stump_is_no_phrase (void)
{
  g_autoptr (ProseRuleSet) rules = build_with_clauses ("(sleep|such) with the {thing:1}",
                                                       PROSE_REWRITE_PLAIN, "the {thing}", NO_MORE);

  g_assert_null (rewrite (rules, "en", "Sleep with the øl."));
  assert_string (rewrite (rules, "en", "Such with the øl."), "The øl.");
  assert_string (rewrite (rules, "en", "Sleep with the øl on Monday."), "The øl on Monday.");
}

/* Of a rule with several phrases a template may be for some: by what they captured. */
static void
test_a_template_for_one_phrase (void)
{
  g_autoptr (ProseRuleSet) rules =
      build_with_clauses ("(act now|{cry:(wow)})", PROSE_REWRITE_PLAIN, "{if cry}",
                          PROSE_REWRITE_QUESTION, "{unless cry} Would it suit you?", NO_MORE);

  assert_string (suggest (rules, "en", "Wow, the øl is here."), "plain “T” 0-6");
  assert_string (suggest (rules, "en", "The øl is here, so act now."),
                 "question “The øl is here. Would it suit you?” 0-28");
}

/* --- what is known of the text --- */

static char *
suggest_with (ProseRuleSet *rules, const char *text, ProseBrief *brief, ProseMeasures measures)
{
  g_autoptr (ProseReport) report = check_text (rules, "en", text);
  const ProseDiagnostic *mark =
      &g_array_index (prose_report_get_diagnostics (report), ProseDiagnostic, 0);
  g_autoptr (ProseRewriter) rewriter = prose_rewriter_new (rules);
  g_autoptr (GPtrArray) suggestions = NULL;
  g_autoptr (GString) string = g_string_new (NULL);

  prose_rewriter_set_brief (rewriter, brief);
  prose_rewriter_set_measures (rewriter, &measures);
  suggestions = prose_rewriter_suggest (rewriter, mark, text);
  for (guint i = 0; i < suggestions->len; i++)
    g_string_append_printf (string, "%s%s", i > 0 ? " | " : "",
                            ((ProseSuggestion *)suggestions->pdata[i])->text);
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static void
test_a_brief_fills_slots (void)
{
  g_autoptr (ProseRuleSet) rules =
      build_with_clauses ("act now", PROSE_REWRITE_BENEFIT, "{product} {benefit}.",
                          PROSE_REWRITE_BENEFIT, "It is here.", NO_MORE);
  g_autoptr (ProseBrief) brief = prose_brief_new ();

  assert_string (suggest_with (rules, "Act now!", NULL, (ProseMeasures){ 0 }), "It is here.");
  prose_brief_set (brief, "product", "the øl");
  assert_string (suggest_with (rules, "Act now!", brief, (ProseMeasures){ 0 }), "It is here.");
  prose_brief_add_benefit (brief, "keeps");
  assert_string (suggest_with (rules, "Act now!", brief, (ProseMeasures){ 0 }), "The øl keeps.");
}

static void
test_questions_sink_where_the_text_asks (void)
{
  g_autoptr (ProseRuleSet) rules =
      build_with_clauses ("try {thing:1} now", PROSE_REWRITE_QUESTION, "Will {thing} do?",
                          PROSE_REWRITE_CHOICE, "There is {thing}.", NO_MORE);
  const char *text = "Try øl now!";

  assert_string (suggest_with (rules, text, NULL, (ProseMeasures){ .sentences = 20 }),
                 "Will øl do? | There is øl.");
  assert_string (
      suggest_with (rules, text, NULL, (ProseMeasures){ .sentences = 20, .questions = 4 }),
      "There is øl. | Will øl do?");
  assert_string (
      suggest_with (rules, text, NULL, (ProseMeasures){ .sentences = 20, .questions = 3 }),
      "Will øl do? | There is øl.");
  assert_string (
      suggest_with (rules, text, NULL, (ProseMeasures){ .sentences = 2, .questions = 1 }),
      "Will øl do? | There is øl.");
}

/* What fits any copy is shown where nothing speaks of this one. */
static void
test_general_sentences_come_last (void)
{
  g_autoptr (ProseRuleSet) rules =
      build_with_clauses ("try [{thing:1}] now", PROSE_REWRITE_CHOICE, "Take your time.",
                          PROSE_REWRITE_QUESTION, "Will {thing} do?", NO_MORE);

  assert_string (suggest_with (rules, "Try øl now!", NULL, (ProseMeasures){ 0 }), "Will øl do?");
  assert_string (suggest_with (rules, "Try now!", NULL, (ProseMeasures){ 0 }), "Take your time.");
}

/* But one that turns to the reader is not missing. */
static void
test_a_general_question_stands_in (void)
{
  g_autoptr (ProseRuleSet) rules =
      build_with_clauses ("try {thing:1} now", PROSE_REWRITE_QUESTION, "Will it do?",
                          PROSE_REWRITE_CHOICE, "Take your time.", NO_MORE);
  ProseRule *plain = make_rule ("command.try", "try {thing:1} now", NULL);
  g_autoptr (ProseRuleSet) more = NULL;

  assert_string (suggest_with (rules, "Try øl now!", NULL, (ProseMeasures){ 0 }), "Will it do?");
  prose_rule_add_rewrite (plain, PROSE_REWRITE_QUESTION, "Will it do?");
  prose_rule_add_rewrite (plain, PROSE_REWRITE_CHOICE, "Take your time.");
  prose_rule_add_rewrite (plain, PROSE_REWRITE_PLAIN, "There is {thing}.");
  more = compile_rules (plain, NULL);
  assert_string (suggest_with (more, "Try øl now!", NULL, (ProseMeasures){ 0 }),
                 "There is øl. | Will it do?");
}

/* A general question is not for a mark that keeps its own things and asks the writer. */
static void
test_a_general_question_gives_way (void)
{
  ProseRule *rule = make_rule ("command.try", "try {thing:1} now", NULL);
  g_autoptr (ProseRuleSet) rules = NULL;

  rule->ask = g_strdup ("Which one is it?");
  prose_rule_add_rewrite (rule, PROSE_REWRITE_QUESTION, "Will it do?");
  prose_rule_add_rewrite (rule, PROSE_REWRITE_PLAIN, "there is {thing}");
  rules = compile_rules (rule, NULL);

  assert_string (suggest_with (rules, "Try øl now!", NULL, (ProseMeasures){ 0 }), "There is øl");
  assert_string (suggest_with (rules, "Try 3 now or 5!", NULL, (ProseMeasures){ 0 }), "There is 3");
}

static void
test_the_form_of_address_follows (void)
{
  g_autoptr (ProseRuleSet) rules =
      build_with_clauses ("act now", PROSE_REWRITE_CHOICE, "Take your time if you like.", NO_MORE);
  g_autoptr (ProseBrief) brief = prose_brief_new ();

  assert_string (suggest_with (rules, "Act now!", NULL, (ProseMeasures){ .address = { 0, 2, 1 } }),
                 "Take thy time if thou like.");
  prose_brief_set (brief, "address", "you");
  assert_string (suggest_with (rules, "Act now!", brief, (ProseMeasures){ .address = { 0, 2 } }),
                 "Take your time if you like.");
}

static void
test_title_case (void)
{
  g_autoptr (ProseRuleSet) rules = build_with_clauses (
      "act now and win [big]", PROSE_REWRITE_CHOICE, "take a look when you like", NO_MORE);

  assert_string (rewrite (rules, "en", "Act Now and Win Big at the Fair"),
                 "Take a Look When You Like at the Fair");
  assert_string (rewrite (rules, "en", "Act Now and win at the fair"),
                 "Take a look when you like at the fair");
  assert_string (rewrite (rules, "en", "Act now and win at the fair"),
                 "Take a look when you like at the fair");
}

/* Spanish sentences open as they close. */
static void
test_opening_marks (void)
{
  assert_string (rewrite_by ("act now", "¿Would you?", "¡Act now!"), "¿Would you?");
  assert_string (rewrite_by ("act now", "¿Would you?", "¿Act now?"), "¿Would you?");
  assert_string (rewrite_by ("act now", "Look.", "The tent is back: ¡act now!"),
                 "The tent is back. Look.");
  assert_string (rewrite_by ("act now", "have a look", "¡Act now, friends!"),
                 "¡Have a look, friends!");
  assert_string (rewrite_by ("act now !", "have a look", "¡Act now!"), "Have a look.");
  assert_string (rewrite_by ("act now !", "have a look", "¡Our tent, act now!"),
                 "Our tent, have a look.");
  assert_string (rewrite_by ("act now", "", "All our tents are back, ¡act now!"),
                 "All our tents are back.");
  assert_string (rewrite_by ("act now", "", "¡Act now, all our tents are back!"),
                 "¡All our tents are back!");
}

static void
test_what_can_be_applied_to_all (void)
{
  g_autoptr (ProseRuleSet) rules =
      build_with_clauses ("act {when:(now|today)}", PROSE_REWRITE_CHOICE, "come {when}",
                          PROSE_REWRITE_BENEFIT, "take your time", NO_MORE);
  g_autoptr (ProseReport) report = check_text (rules, "en", "Act now!");
  g_autoptr (ProseRewriter) rewriter = prose_rewriter_new (rules);
  g_autoptr (GPtrArray) suggestions = prose_rewriter_suggest (
      rewriter, &g_array_index (prose_report_get_diagnostics (report), ProseDiagnostic, 0),
      "Act now!");

  g_assert_cmpuint (suggestions->len, ==, 2);
  g_assert_true (((ProseSuggestion *)suggestions->pdata[0])->needs_facts);
  g_assert_false (((ProseSuggestion *)suggestions->pdata[1])->needs_facts);
}

/* --- in a file of another format --- */

/* The page of a small format with the first suggestion for its first mark; NULL if there
 * is none. */
static char *
rewrite_page (ProseRuleSet *rules, const char *page)
{
  g_autoptr (ProseDocument) document = prose_document_new (page, -1);
  g_autoptr (ProseChecker) checker = prose_checker_new (rules);
  g_autoptr (ProseRewriter) rewriter = prose_rewriter_new (rules);
  g_autoptr (ProseReport) report = NULL;
  g_autoptr (GPtrArray) suggestions = NULL;
  const ProseSuggestion *first;
  const ProseDiagnostic *mark;

  prose_document_set_format (document, get_toy_format ());
  report = prose_checker_check (checker, document, "en");
  mark = &g_array_index (prose_report_get_diagnostics (report), ProseDiagnostic, 0);
  suggestions = prose_rewriter_suggest_in_segment (
      rewriter, mark, prose_document_find_segment (document, mark->span.start), page, 0);
  if (suggestions->len == 0)
    return NULL;

  first = suggestions->pdata[0];
  return g_strdup_printf ("%.*s[%s]%s | %s | %s", (int)first->span.start, page, first->text,
                          page + first->span.end, first->wording, first->sentence);
}

static void
test_in_a_segment (void)
{
  g_autoptr (ProseRuleSet) rules =
      build_with_clauses ("only {n:number} left", PROSE_REWRITE_EVIDENCE, "{n} & no more", NO_MORE);
  g_autoptr (ProseRuleSet) commands =
      build_with_clauses ("act now", PROSE_REWRITE_CHOICE, "take a look", NO_MORE);

  assert_string (rewrite_page (rules, "Hi.\nB&;r: only <b>3</b> left!\n"),
                 "Hi.\nB&;r: [<b>3</b> &amp; no more]!\n | 3 & no more | Bær: 3 & no more!");
  assert_string (rewrite_page (commands, "So <i>act now</i>, &;!\n"),
                 "So <i>[take a look]</i>, &;!\n | take a look | So take a look, æ!");
  g_assert_null (rewrite_page (commands, "So act <i>now</i>!\n"));
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
assert_random_sentences (ProseRuleSet *rules)
{
  static const char *const words[] = { "act now", "only 3",    "lamps", "left", "Buy today",   "“",
                                       "”",       ",",         "æøå",   "you",  "let us down", "–",
                                       "!",       "ORDER NOW", "*",     "(",    ")",           "a",
                                       "😀",       "4.999,-",   "and",   "or",   "two-three",   ".",
                                       ":" };
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

static void
test_random_sentences (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (ProseRuleSet) removing = build ("(act now|lamps left|left {emoji} you|😀)", "");

  assert_random_sentences (rules);
  assert_random_sentences (removing);
}

/* The writer's brand may stand in a rewrite, and beside one. */
static void
test_what_is_ignored_is_no_new_mark (void)
{
  g_autoptr (ProseRuleSet) rules = build ("act now", "hurry slowly");
  g_autoptr (ProseRuleSet) plain = build ("act now", "take your time");
  g_autoptr (ProseReport) report = check_text (plain, "en", "Ærø! Hurry, act now, hurry.");
  GArray *marks = prose_report_get_diagnostics (report);
  const char *text = "Ærø! Hurry, act now, hurry.";

  assert_string (rewrite (rules, "en", "Please act now, friend."), NULL);
  assert_string (rewrite_ignoring (rules, "Please act now, friend.",
                                   prose_ignore_entry_new_for_phrase (
                                       PROSE_IGNORE_IN_DOCUMENT, "en", "other.hurry", "Hurry")),
                 "Please hurry slowly, friend.");
  assert_string (rewrite_ignoring (plain, "Hurry, act now, hurry.",
                                   prose_ignore_entry_new_for_rule (PROSE_IGNORE_IN_DOCUMENT, "en",
                                                                    "other.hurry")),
                 "Hurry, take your time, hurry.");

  g_assert_cmpuint (marks->len, ==, 3);
  for (guint i = 0; i < 3; i += 2) {
    g_autoptr (ProseIgnoreList) list = prose_ignore_list_new ();
    g_autoptr (ProseIgnoreEntry) here = prose_ignore_entry_new_for_mark (
        PROSE_IGNORE_HERE, text, strlen (text), &g_array_index (marks, ProseDiagnostic, i));
    g_autoptr (ProseRewriter) rewriter = prose_rewriter_new (plain);
    g_autoptr (GPtrArray) suggestions = NULL;
    const ProseSuggestion *first;

    prose_ignore_list_add (list, here);
    prose_rewriter_set_ignore_list (rewriter, list);
    suggestions = prose_rewriter_suggest (rewriter, &g_array_index (marks, ProseDiagnostic, 1),
                                          text + strlen ("Ærø! "));
    g_assert_cmpuint (suggestions->len, ==, 1);
    first = suggestions->pdata[0];
    g_assert_cmpstr (first->sentence, ==, "Hurry, take your time, hurry.");
    /* One of the two other marks counts, before and after. */
    g_assert_cmpint (first->change.load[PROSE_METER_PRESSURE], <, 0);
  }
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
  add_test ("capitals-that-stay", test_capitals_that_stay);
  add_test ("an-empty-capture-withholds", test_an_empty_capture_withholds);
  add_test ("an-unknown-form-withholds", test_an_unknown_form_withholds);
  add_test ("a-sentence-with-figures-is-not-recast", test_a_sentence_with_figures_is_not_recast);
  add_test ("a-rewrite-brings-no-new-mark", test_a_rewrite_brings_no_new_mark);
  add_test ("a-rule-of-weight-0", test_a_rule_of_weight_0);
  add_test ("an-old-mark-of-another-rule", test_an_old_mark_of_another_rule);
  add_test ("the-change-it-makes", test_the_change_it_makes);
  add_test ("at-most-three-each-of-another-kind", test_at_most_three_each_of_another_kind);
  add_test ("no-templates-no-suggestions", test_no_templates_no_suggestions);
  add_test ("articles-follow", test_articles_follow);
  add_test ("the-rest-of-the-sentence-stays", test_the_rest_of_the_sentence_stays);
  add_test ("what-would-be-lost-withholds", test_what_would_be_lost_withholds);
  add_test ("a-sentence-keeps-its-end", test_a_sentence_keeps_its_end);
  add_test ("one-end-is-enough", test_one_end_is_enough);
  add_test ("a-shouted-sentence-is-recast-calmly", test_a_shouted_sentence_is_recast_calmly);
  add_test ("a-gain-of-the-copy", test_a_gain_of_the_copy);
  add_test ("a-phrase-is-left-out", test_a_phrase_is_left_out);
  add_test ("opening-marks", test_opening_marks);
  add_test ("nothing-is-left", test_nothing_is_left);
  add_test ("a-template-for-one-phrase", test_a_template_for_one_phrase);
  add_test ("what-was-joined-comes-first", test_what_was_joined_comes_first);
  add_test ("nothing-ends-unfinished", test_nothing_ends_unfinished);
  add_test ("no-capture-breaks-off", test_no_capture_breaks_off);
  add_test ("emoji-beside-what-is-left-out", test_emoji_beside_what_is_left_out);
  add_test ("an-emoji-is-left-out", test_an_emoji_is_left_out);
  add_test ("a-phrase-across-an-emoji", test_a_phrase_across_an_emoji);
  add_test ("what-is-left-out-of-what-is-said", test_what_is_left_out_of_what_is_said);
  add_test ("case-after-an-emoji", test_case_after_an_emoji);
  add_test ("a-stump-is-no-phrase", test_a_stump_is_no_phrase);
  add_test ("a-brief-fills-slots", test_a_brief_fills_slots);
  add_test ("questions-sink-where-the-text-asks", test_questions_sink_where_the_text_asks);
  add_test ("general-sentences-come-last", test_general_sentences_come_last);
  add_test ("a-general-question-stands-in", test_a_general_question_stands_in);
  add_test ("a-general-question-gives-way", test_a_general_question_gives_way);
  add_test ("the-form-of-address-follows", test_the_form_of_address_follows);
  add_test ("title-case", test_title_case);
  add_test ("what-can-be-applied-to-all", test_what_can_be_applied_to_all);
  add_test ("in-a-segment", test_in_a_segment);
  add_test ("random-sentences", test_random_sentences);

  g_test_add_func ("/rewriter/what-is-ignored-is-no-new-mark", test_what_is_ignored_is_no_new_mark);
  return g_test_run ();
}
