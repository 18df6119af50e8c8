/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check/prose-passage-checker.h"

#include <string.h>

#include "prose-fixture.h"
#include "text/prose-directive.h"
#include "toy-format.h"

static ProseParagraph *
make_paragraph (const char *text)
{
  return prose_paragraph_new (text, strlen (text));
}

static ProseParagraph *
read_block (const char *text)
{
  ProseParagraph *paragraph = make_paragraph (text);

  paragraph->segments = prose_segments_new ();
  get_toy_format ()->read_block (paragraph->text, paragraph->length, &paragraph->state,
                                 paragraph->segments);
  prose_segments_sort (paragraph->segments, 0);
  return paragraph;
}

/* What is marked in it: `0-7 command.act-now, …`. */
static char *
marks_of (const ProseParagraph *paragraph)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; paragraph->diagnostics != NULL && i < paragraph->diagnostics->len; i++) {
    const ProseDiagnostic *mark = &g_array_index (paragraph->diagnostics, ProseDiagnostic, i);

    g_string_append_printf (string, "%s%u-%u %s", i > 0 ? ", " : "", mark->span.start,
                            mark->span.end, mark->rule->id);
  }
  return g_string_free (string, FALSE);
}

static ProsePassageChecker *
make_checker (const char *language)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  ProsePassageChecker *checker = prose_passage_checker_new (rules);

  prose_passage_checker_set_language (checker, language);
  return checker;
}

static void
test_replaces_what_was_found (void)
{
  g_autoptr (ProsePassageChecker) checker = make_checker ("en");
  g_autoptr (ProseParagraph) paragraph = make_paragraph ("Æblegrød! Act now.\n");

  for (guint i = 0; i < 2; i++) {
    prose_passage_checker_check (checker, paragraph, 100, NULL);
    assert_string (marks_of (paragraph), "12-19 command.act-now");
    g_assert_cmpint (paragraph->measures.sentences, ==, 2);
  }
}

/* Segments lie in each other: what is found is in the order of the text all the same. */
static void
test_passages_of_a_block (void)
{
  g_autoptr (ProsePassageChecker) checker = make_checker ("en");
  g_autoptr (ProseParagraph) paragraph = read_block ("See {buy now} why to <b>act</b> now.\n");

  prose_passage_checker_check (checker, paragraph, 0, NULL);
  assert_string (marks_of (paragraph), "5-12 command.act-now, 24-35 command.act-now");
}

static void
test_carries_what_is_muted (void)
{
  g_autoptr (ProsePassageChecker) checker = make_checker ("en");
  g_autoptr (ProseParagraph) paragraph = make_paragraph ("Act now. <!-- mellow on --> Buy now.");

  prose_passage_checker_check (checker, paragraph, 0, PROSE_MUTED_ALL);
  assert_string (marks_of (paragraph), "28-35 command.act-now");
  g_assert_cmpstr (paragraph->muted_before, ==, PROSE_MUTED_ALL);
  g_assert_null (paragraph->muted_after);
}

static void
test_says_what_no_rule_looked_at (void)
{
  g_autoptr (ProsePassageChecker) checker = make_checker ("fi");
  g_autoptr (ProseParagraph) paragraph = make_paragraph ("Act now.");

  prose_passage_checker_check (checker, paragraph, 0, NULL);
  g_assert_null (paragraph->diagnostics);
  g_assert_cmpuint (paragraph->n_unchecked, ==, 1);
  g_assert_cmpstr (paragraph->unchecked_language, ==, "fi");

  prose_passage_checker_set_language (checker, "en");
  prose_passage_checker_check (checker, paragraph, 0, NULL);
  g_assert_cmpuint (paragraph->n_unchecked, ==, 0);
  g_assert_null (paragraph->unchecked_language);
}

/* Finds the language of a text of one paragraph; takes it. Whether it is another one. */
static gboolean
finds_language (ProsePassageChecker *checker, ProseParagraph *paragraph)
{
  g_autoptr (ProseParagraphList) text = prose_paragraph_list_new ();
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();
  ProseLanguageVote vote;

  prose_passage_checker_vote (checker, paragraph);
  vote = paragraph->vote;
  g_ptr_array_add (paragraphs, paragraph);
  prose_paragraph_list_insert (text, 0, paragraphs);
  return prose_passage_checker_find_language (checker, text, &vote);
}

static void
test_the_language_of_a_text (void)
{
  g_autoptr (ProsePassageChecker) checker = make_checker (NULL);

  g_assert_null (prose_passage_checker_get_language (checker));
  g_assert_true (finds_language (checker, make_paragraph ("Det er ikke en bog og det er en hat")));
  g_assert_cmpstr (prose_passage_checker_get_language (checker), ==, "da");
  g_assert_false (finds_language (checker, make_paragraph ("Hun er ikke en del af det")));
  g_assert_true (finds_language (checker, make_paragraph ("Let us down")));
  g_assert_cmpstr (prose_passage_checker_get_language (checker), ==, "en");
}

/* What is chosen goes before what is found out, which is not forgotten. */
static void
test_a_language_that_was_chosen (void)
{
  g_autoptr (ProsePassageChecker) checker = make_checker ("en");

  g_assert_false (prose_passage_checker_set_language (checker, "en"));
  g_assert_false (finds_language (checker, make_paragraph ("Det er ikke en bog og det er en hat")));
  g_assert_cmpstr (prose_passage_checker_get_language (checker), ==, "en");
  g_assert_true (prose_passage_checker_set_language (checker, NULL));
  g_assert_cmpstr (prose_passage_checker_get_language (checker), ==, "da");
}

static void
test_the_language_of_a_place (void)
{
  g_autoptr (ProsePassageChecker) checker = make_checker (NULL);
  g_autoptr (ProseParagraph) paragraph =
      read_block ("This is not for you {das ist nicht für dich und das ist der Grund} and that is "
                  "the way it was\n");

  g_assert_cmpstr (prose_passage_checker_find_language_at (checker, paragraph, 2), ==, "en");
  g_assert_cmpstr (prose_passage_checker_find_language_at (checker, paragraph, 25), ==, "de");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/passage-checker/replaces-what-was-found", test_replaces_what_was_found);
  g_test_add_func ("/passage-checker/passages-of-a-block", test_passages_of_a_block);
  g_test_add_func ("/passage-checker/carries-what-is-muted", test_carries_what_is_muted);
  g_test_add_func ("/passage-checker/says-what-no-rule-looked-at",
                   test_says_what_no_rule_looked_at);
  g_test_add_func ("/passage-checker/the-language-of-a-text", test_the_language_of_a_text);
  g_test_add_func ("/passage-checker/a-language-that-was-chosen", test_a_language_that_was_chosen);
  g_test_add_func ("/passage-checker/the-language-of-a-place", test_the_language_of_a_place);

  return g_test_run ();
}
