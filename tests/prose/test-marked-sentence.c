/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check/prose-marked-sentence.h"

#include <string.h>

#include "prose-fixture.h"
#include "toy-format.h"

#define TEXT "Nu & her.\nÆble: <b>only</b> 3 l&;mps left.\n"

static ProseDiagnostic
find_mark (void)
{
  ProseDiagnostic mark = { .sentence = { strstr (TEXT, "Æble") - TEXT, strlen (TEXT) - 1 },
                           .span = { strstr (TEXT, "only") - TEXT,
                                     strstr (TEXT, " left") - TEXT } };

  return mark;
}

static void
assert_read (const ProseMarkedSentence *sentence)
{
  g_assert_cmpstr (sentence->text, ==, "Æble: only 3 læmps left.");
  g_assert_cmpstr (sentence->phrase, ==, "only 3 læmps");
  assert_string (dup_span (sentence->text, sentence->place), sentence->phrase);
}

static void
test_what_a_reader_sees_of_a_file (void)
{
  g_autoptr (ProseDocument) document = prose_document_new (TEXT, strlen (TEXT));
  ProseDiagnostic mark = find_mark ();
  g_auto (ProseMarkedSentence) sentence = { NULL };

  prose_document_set_format (document, get_toy_format ());
  sentence = prose_marked_sentence_of_document (document, &mark);
  assert_read (&sentence);
}

static void
test_while_it_is_edited (void)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (ProseLiveChecker) live = prose_live_checker_new (rules);
  ProseDiagnostic mark = find_mark ();
  g_auto (ProseMarkedSentence) sentence = { NULL };

  prose_live_checker_set_format (live, get_toy_format ());
  prose_live_checker_set_text (live, TEXT, -1);
  sentence = prose_marked_sentence_of_live (live, &mark);
  assert_read (&sentence);
}

/* A proof is found by the words, whatever markup stands between them. */
static void
test_the_proof_of_what_is_marked (void)
{
  static const char text[] = "Nu.\nSee <b>only</b> 3 lamps left.\n";
  g_autoptr (ProseIgnoreList) list = prose_ignore_list_new ();
  g_autoptr (ProseIgnoreEntry) proof = prose_ignore_entry_new_for_claim (
      "en", "scarcity.only-n-left", "only 3 lamps left", "counted", NULL);
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (ProseLiveChecker) live = prose_live_checker_new (rules);
  g_auto (ProseMarkedSentence) sentence = { NULL };
  ProseDiagnostic mark;

  prose_live_checker_set_format (live, get_toy_format ());
  prose_live_checker_set_language (live, "en");
  prose_live_checker_set_text (live, text, -1);
  mark = prose_live_checker_get_diagnostic (live, 0);
  sentence = prose_marked_sentence_of_live (live, &mark);

  g_assert_null (prose_marked_sentence_find_proof (&sentence, mark.rule, list));
  prose_ignore_list_add (list, proof);
  g_assert_true (prose_marked_sentence_find_proof (&sentence, mark.rule, list) == proof);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/marked-sentence/what-a-reader-sees-of-a-file",
                   test_what_a_reader_sees_of_a_file);
  g_test_add_func ("/marked-sentence/while-it-is-edited", test_while_it_is_edited);
  g_test_add_func ("/marked-sentence/the-proof-of-what-is-marked",
                   test_the_proof_of_what_is_marked);

  return g_test_run ();
}
