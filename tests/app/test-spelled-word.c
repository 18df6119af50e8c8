/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of the word at a place of a text. */

#include "dictionary-fixture.h"
#include "fixture.h"
#include "mellow-spelled-word.h"

#include <string.h>

#define DANISH "Hvad spørger du om, når du køber noget nyt til hjemmet?\n"

typedef struct {
  MellowDraft *draft;
  MellowSpellingJudge judge;
} Desk;

static MellowDictionary *
get_dictionary (Desk *desk, const char *language)
{
  return mellow_dictionaries_get (desk->judge.dictionaries, language);
}

static void
set_up (Desk *desk, gconstpointer unused)
{
  desk->draft = create_draft ("");
  desk->judge.accepted = mellow_word_list_new ();
  desk->judge.dictionaries = mellow_dictionaries_new ();
}

static void
tear_down (Desk *desk, gconstpointer unused)
{
  g_object_unref (desk->judge.accepted);
  g_object_unref (desk->judge.dictionaries);
  g_object_unref (desk->draft);
  forget_own_words ();
}

static void
load (Desk *desk, const char *text)
{
  mellow_text_buffer_load (MELLOW_TEXT_BUFFER (mellow_draft_get_buffer (desk->draft)), text, -1);
}

static void
assert_word (Desk *desk, guint offset, const char *text, MellowSpelling spelling)
{
  g_auto (MellowSpelledWord) word =
      mellow_spelled_word_read (mellow_draft_get_review (desk->draft), &desk->judge, offset);

  g_assert_cmpstr (word.text, ==, text);
  g_assert_cmpint (word.spelling, ==, spelling);
}

static void
test_of_a_text (Desk *desk, gconstpointer unused)
{
  load (desk, DANISH "\nWould you like our gardn of sofaa, tablee?");
  wait_for_dictionary (get_dictionary (desk, "en"));
  wait_for_dictionary (get_dictionary (desk, "da"));
  assert_word (desk, strlen (DANISH) + 1, "Would", MELLOW_SPELLING_RIGHT);
  assert_word (desk, strlen (DANISH) + 20, "gardn", MELLOW_SPELLING_WRONG);
  assert_word (desk, strlen (DANISH) + 25, "gardn", MELLOW_SPELLING_WRONG);
  assert_word (desk, 6, "spørger", MELLOW_SPELLING_RIGHT);
  assert_word (desk, strlen (DANISH), NULL, MELLOW_SPELLING_UNKNOWN);
  mellow_word_list_add (desk->judge.accepted, "sofaa");
  assert_word (desk, strlen (DANISH) + 30, "sofaa", MELLOW_SPELLING_ACCEPTED);
  mellow_dictionary_add_word (get_dictionary (desk, "en"), "tablee");
  assert_word (desk, strlen (DANISH) + 38, "tablee", MELLOW_SPELLING_OWN);
}

/* A dictionary is looked for in a thread. */
static void
test_without_a_dictionary (Desk *desk, gconstpointer unused)
{
  load (desk, DANISH);
  assert_word (desk, 6, "spørger", MELLOW_SPELLING_UNKNOWN);
}

static void
assert_word_in_page (Desk *desk, guint offset, const char *text, guint start, guint end)
{
  g_auto (MellowSpelledWord) word =
      mellow_spelled_word_read (mellow_draft_get_review (desk->draft), &desk->judge, offset);

  g_assert_cmpstr (word.text, ==, text);
  g_assert_cmpuint (word.span.start, ==, start);
  g_assert_cmpuint (word.span.end, ==, end);
}

static void
test_of_a_page (Desk *desk, gconstpointer unused)
{
  mellow_review_set_format (mellow_draft_get_review (desk->draft), prose_format_find ("html"));
  load (desk, "<html lang=da><p id=du>Hvad sp&oslash;<b>rger</b> du om?");
  assert_word_in_page (desk, 20, NULL, 0, 0);
  assert_word_in_page (desk, 23, "Hvad", 23, 27);
  assert_word_in_page (desk, 31, "spørger", 28, 45);
  assert_word_in_page (desk, 44, "spørger", 28, 45);
}

#define add(path, function) g_test_add (path, Desk, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  set_up_dictionaries ();

  add ("/spelled-word/of-a-text", test_of_a_text);
  add ("/spelled-word/without-a-dictionary", test_without_a_dictionary);
  add ("/spelled-word/of-a-page", test_of_a_page);

  status = g_test_run ();
  remove_dictionaries ();
  return status;
}
