/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a text that is being written keeps of its contract. */

#include "mellow-contract-watch.h"

#include <glib/gstdio.h>
#include <string.h>

#include "fixture.h"
#include "mellow-contract-words.h"

static char *
add_contract (const char *yaml)
{
  g_autofree char *replaced = NULL;
  g_autoptr (GError) error = NULL;
  char *file;

  file = mellow_contract_library_import (mellow_contract_library_get_default (), "nord.yaml", yaml,
                                         strlen (yaml), &replaced, &error);
  g_assert_no_error (error);
  return file;
}

/* A line for each deviation, the one for the whole before them. */
static char *
describe (MellowDraft *draft, MellowContractWatch *watch)
{
  const MellowContract *contract = mellow_contract_watch_get_contract (watch);
  MellowReview *review = mellow_draft_get_review (draft);
  g_autofree char *line = mellow_contract_words_describe (watch);
  GString *lines = g_string_new (line);

  for (guint i = 0; i < mellow_contract_watch_get_n_deviations (watch); i++) {
    const ProseDeviation *deviation = mellow_contract_watch_get_deviation (watch, i);
    g_autofree char *phrase =
        deviation->has_place ? mellow_review_dup_text (review, deviation->span) : NULL;
    g_autofree char *title = mellow_contract_words_get_title (deviation, phrase);
    g_autofree char *figure = mellow_contract_words_get_figure (deviation);
    g_autofree char *agreed = mellow_contract_words_get_agreed (deviation, contract->terms);

    g_string_append_printf (lines, "\n%s|%s|%s", title, figure != NULL ? figure : "", agreed);
  }
  return g_string_free (lines, FALSE);
}

#define assert_says(draft, watch, expected)                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *says_ = describe (draft, watch);                                              \
    g_assert_cmpstr (says_, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

static void
wait_for (MellowContractWatch *watch)
{
  wait_until (!mellow_contract_watch_is_behind (watch));
}

static void
test_no_contract_says_nothing (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("Act now!");
  g_autoptr (MellowContractWatch) watch = mellow_contract_watch_new (draft);

  assert_says (draft, watch, "");
  type_text (mellow_draft_get_buffer (draft), " Act now!");
  g_assert_false (mellow_contract_watch_is_behind (watch));
  assert_says (draft, watch, "");
}

/* A contract that is not there is said, and none other stands in for it. */
static void
test_a_contract_that_is_not_there (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("Act now!");
  g_autoptr (MellowContractWatch) watch = mellow_contract_watch_new (draft);
  g_autofree char *file = NULL;

  mellow_document_data_set_contract (mellow_draft_get_data (draft), "Nord");
  assert_says (draft, watch, "The contract “Nord” is not among yours");
  g_assert_cmpstr (mellow_document_data_get_contract (mellow_draft_get_data (draft)), ==, "Nord");

  file = add_contract ("client: Nord\npressure: {most: 20}\n");
  assert_says (draft, watch,
               "Firmer than Nord asks for\nFirmer than agreed|95.6|Agreed: 20 at most, calm");
  g_assert_true (
      mellow_contract_library_remove (mellow_contract_library_get_default (), file, NULL));
  assert_says (draft, watch, "The contract “Nord” is not among yours");
}

/* Figures follow every key, places the pause. */
static void
test_it_follows_the_text (void)
{
  g_autofree char *file = add_contract ("client: Nord\n"
                                        "questions: {most: 0}\n"
                                        "banned: [scarcity, choice]\n"
                                        "words: [Æble]\n");
  g_autoptr (MellowDraft) draft = create_draft ("It is here.");
  g_autoptr (MellowContractWatch) watch = mellow_contract_watch_new (draft);
  GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);

  mellow_document_data_set_contract (mellow_draft_get_data (draft), "Nord");
  wait_for (watch);
  assert_says (draft, watch, "");
  place_cursor (buffer, 0);
  type_text (buffer, "Ærø? Only 3 left. Take your time. ÆBLE. ");
  g_assert_true (mellow_contract_watch_is_behind (watch));
  assert_says (draft, watch,
               "More questions than Nord asks for\n"
               "More questions than agreed|20 %|Agreed: no sentence asks");
  mellow_contract_watch_catch_up (watch);
  g_assert_false (mellow_contract_watch_is_behind (watch));
  assert_says (draft, watch,
               "More questions than Nord asks for, and 3 more\n"
               "More questions than agreed|20 %|Agreed: no sentence asks\n"
               "“Only 3 left”||Stock scarcity: agreed to be left out\n"
               "“Take your time”||Choice: agreed to be left out\n"
               "“ÆBLE”||A word that was agreed to be left out");

  gtk_text_buffer_set_text (buffer, "It is here.", -1);
  wait_for (watch);
  assert_says (draft, watch, "");
  mellow_contract_library_remove (mellow_contract_library_get_default (), file, NULL);
}

/* Nothing is promised of a text that nobody could check. */
static void
test_a_language_that_is_not_known (void)
{
  g_autofree char *file = add_contract ("client: Nord\nwarmth: {least: 20}\n");
  g_autoptr (MellowDraft) draft = create_draft ("Tämä on hyvä kirja, ja se on uusi.");
  g_autoptr (MellowContractWatch) watch = mellow_contract_watch_new (draft);

  mellow_document_data_set_contract (mellow_draft_get_data (draft), "Nord");
  wait_for (watch);
  assert_says (draft, watch, "Its language is not known: not held against Nord");
  gtk_text_buffer_set_text (mellow_draft_get_buffer (draft), "", -1);
  assert_says (draft, watch, "");
  mellow_contract_library_remove (mellow_contract_library_get_default (), file, NULL);
}

static void
test_another_contract (void)
{
  g_autofree char *file = add_contract ("client: Nord\nwords: [here]\n");
  g_autofree char *other = add_contract ("client: Syd\nwarmth: {least: 20}\n");
  g_autoptr (MellowDraft) draft = create_draft ("It is here.");
  g_autoptr (MellowContractWatch) watch = mellow_contract_watch_new (draft);

  mellow_document_data_set_contract (mellow_draft_get_data (draft), "Nord");
  wait_for (watch);
  assert_says (draft, watch,
               "A word that Nord leaves out\n“here”||A word that was agreed to be left out");
  mellow_document_data_set_contract (mellow_draft_get_data (draft), "Syd");
  wait_for (watch);
  assert_says (draft, watch,
               "Cooler than Syd asks for\n"
               "Cooler than agreed|0|Agreed: 20 at least, warm to very warm");
  mellow_document_data_set_contract (mellow_draft_get_data (draft), NULL);
  assert_says (draft, watch, "");
  mellow_contract_library_remove (mellow_contract_library_get_default (), file, NULL);
  mellow_contract_library_remove (mellow_contract_library_get_default (), other, NULL);
}

/* A text that is open, and one that is not, know the new name. */
static void
test_a_contract_gets_another_name (void)
{
  MellowContractLibrary *library = mellow_contract_library_get_default ();
  g_autofree char *file = add_contract ("client: \"Nord's\"\n");
  g_autoptr (MellowDraft) draft = create_draft ("It is here.");
  g_autoptr (GFile) text = g_file_new_for_path ("/nonexistent/ad.txt");
  g_autoptr (MellowDocumentData) closed = mellow_document_data_new ();
  g_autoptr (ProseContract) terms = prose_contract_new ();

  mellow_document_data_set_contract (mellow_draft_get_data (draft), "Nord's");
  mellow_document_data_set_contract (closed, "Nord's");
  mellow_document_data_set_messages (closed, (const char *const[]){ "contract: 'Nord''s'", NULL });
  g_assert_true (mellow_document_data_save (closed, text, TRUE, NULL));
  g_clear_object (&closed);

  terms->client = g_strdup ("Syd: 'a'");
  g_assert_true (mellow_contract_library_change (library, file, terms, NULL));
  mellow_document_data_rename_contract ("Nord's", "Syd: 'a'");
  g_assert_cmpstr (mellow_document_data_get_contract (mellow_draft_get_data (draft)), ==,
                   "Syd: 'a'");
  closed = mellow_document_data_new ();
  g_assert_true (mellow_document_data_load (closed, text, NULL));
  g_assert_cmpstr (mellow_document_data_get_contract (closed), ==, "Syd: 'a'");
  g_assert_cmpstr (mellow_document_data_get_messages (closed)[0], ==, "contract: 'Nord''s'");
  mellow_contract_library_remove (library, file, NULL);
}

static void
assert_summed_up (const char *yaml, const char *expected)
{
  g_autoptr (ProseContract) terms =
      prose_contract_read ("nord.yaml", yaml, strlen (yaml), NULL, NULL);
  g_autofree char *line = mellow_contract_words_sum_up (terms);

  g_assert_cmpstr (line, ==, expected);
}

static void
test_summed_up (void)
{
  assert_summed_up ("client: Nord\n", "Nothing is agreed yet");
  assert_summed_up (
      "pressure: {most: 20}\nwarmth: {least: 15.5}\ninformation: {least: 10, most: 90}\n"
      "questions: {most: 20}\naddress: du\nbanned: [shame]\nwords: [a, b]\n",
      "Pressure 20 at most · Warmth 15.5 at least · Information 10 to 90 · Questions "
      "20 at most · “du” · 1 device left out · 2 words left out");
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("mellow-contract-watch-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/contract-watch/no-contract-says-nothing", test_no_contract_says_nothing);
  g_test_add_func ("/contract-watch/a-contract-that-is-not-there",
                   test_a_contract_that_is_not_there);
  g_test_add_func ("/contract-watch/it-follows-the-text", test_it_follows_the_text);
  g_test_add_func ("/contract-watch/a-language-that-is-not-known",
                   test_a_language_that_is_not_known);
  g_test_add_func ("/contract-watch/another-contract", test_another_contract);
  g_test_add_func ("/contract-watch/a-contract-gets-another-name",
                   test_a_contract_gets_another_name);
  g_test_add_func ("/contract-watch/summed-up", test_summed_up);

  return g_test_run ();
}
