/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which words of a draft are tagged as misspelt, after which edit. Buffers and
 * tags need no display.
 */

#include "dictionary-fixture.h"
#include "fixture.h"
#include "mellow-speller.h"
#include "mellow-spelling-tag.h"

#include <string.h>

#define ENGLISH "Would you like to see how it works?\n\n"
#define DANISH "Hvad spørger du om, når du køber noget nyt til hjemmet?\n"

typedef struct {
  MellowDictionaries *dictionaries;
  MellowDraft *draft;
  GtkTextBuffer *buffer;
  MellowSpeller *speller;
  MellowWordList *accepted;
  char *missing; /* the languages that were told to have no dictionary */
} Desk;

static void
on_dictionary_missing (Desk *desk, const char *language)
{
  g_autofree char *before = desk->missing;

  desk->missing = g_strconcat (before, language, ";", NULL);
}

static void
set_up (Desk *desk, gconstpointer unused)
{
  desk->dictionaries = mellow_dictionaries_new ();
  desk->draft = create_draft ("");
  desk->buffer = mellow_draft_get_buffer (desk->draft);
  desk->accepted = mellow_word_list_new ();
  desk->missing = g_strdup ("");
  desk->speller = mellow_speller_new (mellow_draft_get_review (desk->draft), desk->accepted,
                                      desk->dictionaries);
  g_signal_connect_swapped (desk->speller, "dictionary-missing", G_CALLBACK (on_dictionary_missing),
                            desk);
}

static void
tear_down (Desk *desk, gconstpointer unused)
{
  g_assert_finalize_object (desk->speller);
  g_object_unref (desk->accepted);
  g_object_unref (desk->draft);
  g_object_unref (desk->dictionaries);
  g_free (desk->missing);
  forget_own_words ();
}

static void
settle (Desk *desk)
{
  while (mellow_speller_is_busy (desk->speller))
    g_main_context_iteration (NULL, TRUE);
}

static void
load (Desk *desk, const char *text)
{
  mellow_text_buffer_load (MELLOW_TEXT_BUFFER (desk->buffer), text, -1);
}

/* The words that are tagged, each as it is tagged: `gardn sofaa`. */
static char *
dup_tagged (GtkTextBuffer *buffer)
{
  GtkTextTag *tag = mellow_spelling_tag_find (buffer);
  g_autoptr (GString) words = g_string_new (NULL);
  GtkTextIter start, end;

  gtk_text_buffer_get_start_iter (buffer, &start);
  while (gtk_text_iter_starts_tag (&start, tag) ||
         gtk_text_iter_forward_to_tag_toggle (&start, tag)) {
    g_autofree char *word = NULL;

    end = start;
    gtk_text_iter_forward_to_tag_toggle (&end, tag);
    word = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
    g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", word);
    start = end;
  }

  return g_strdup (words->str);
}

static void
assert_wrong (Desk *desk, const char *expected)
{
  g_autofree char *words = NULL;

  settle (desk);
  words = dup_tagged (desk->buffer);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_nothing (Desk *desk, gconstpointer unused)
{
  assert_wrong (desk, "");
  load (desk, ENGLISH);
  assert_wrong (desk, "");
}

static void
test_wrong_words (Desk *desk, gconstpointer unused)
{
  load (desk, "Would you like to sea our gardn? Let us see what you like of it.");
  assert_wrong (desk, "sea gardn");
}

static void
test_each_paragraph_in_its_language (Desk *desk, gconstpointer unused)
{
  load (desk, ENGLISH DANISH "\nWould you like to see hvad it works?\n\n"
                             "Hvad spørger du om, når du køber like nyt til hjemmet?\n");
  assert_wrong (desk, "hvad like");
}

static void
test_unknown_language (Desk *desk, gconstpointer unused)
{
  load (desk, "Gardn");
  assert_wrong (desk, "");
  g_assert_cmpstr (desk->missing, ==, "");
}

static void
test_line_ends_and_letters (Desk *desk, gconstpointer unused)
{
  load (desk, "Hvad spørger du om, når du kæber 😀 noget nyt?\r\n\r\nHvad køber du om øøen, når du "
              "spørger?\r\nHvis du vil, ligger der noget nyt til hjemmet.");
  assert_wrong (desk, "kæber øøen der");
}

static void
test_no_dictionary (Desk *desk, gconstpointer unused)
{
  g_autoptr (MellowDictionary) finnish = mellow_dictionary_new ("fi_FI", TRUE);

  wait_for_dictionary (finnish);
  if (mellow_dictionary_get_state (finnish) != MELLOW_DICTIONARY_MISSING) {
    g_test_skip ("there is a Finnish dictionary here");
    return;
  }

  load (desk, "Mitä sinä haluat ostaa tänään, kun kaikki on niin hyvää?\n\n" ENGLISH
              "Would you like to sea how it works?\n\nMutta mitä sinä haluat siitä tänään?");
  assert_wrong (desk, "sea");
  g_assert_cmpstr (desk->missing, ==, "fi;");
}

static void
test_typed_word_is_left_alone (Desk *desk, gconstpointer unused)
{
  load (desk, ENGLISH);
  place_cursor (desk->buffer, strlen (ENGLISH));
  type_keys (desk->buffer, "Would you like our gardn");
  assert_wrong (desk, "");
  type_keys (desk->buffer, " ");
  assert_wrong (desk, "gardn");
}

static void
test_typed_word_is_checked_when_left (Desk *desk, gconstpointer unused)
{
  load (desk, ENGLISH);
  place_cursor (desk->buffer, 6);
  type_keys (desk->buffer, "our");
  assert_wrong (desk, "");
  place_cursor (desk->buffer, 7);
  assert_wrong (desk, "");
  place_cursor (desk->buffer, 20);
  assert_wrong (desk, "ouryou");
}

static void
test_editing_a_wrong_word (Desk *desk, gconstpointer unused)
{
  load (desk, "Would you like to see our gardn?\n");
  assert_wrong (desk, "gardn");
  place_cursor (desk->buffer, 30);
  type_keys (desk->buffer, "e");
  assert_wrong (desk, "");
  place_cursor (desk->buffer, 0);
  assert_wrong (desk, "");
  gtk_text_buffer_undo (desk->buffer);
  assert_wrong (desk, "gardn");
}

static void
test_pasted_and_undone (Desk *desk, gconstpointer unused)
{
  load (desk, ENGLISH);
  place_cursor (desk->buffer, strlen (ENGLISH));
  type_text (desk->buffer, "Would you like our gardn and the sofaa?");
  assert_wrong (desk, "gardn sofaa");
  gtk_text_buffer_undo (desk->buffer);
  assert_wrong (desk, "");
  gtk_text_buffer_redo (desk->buffer);
  assert_wrong (desk, "gardn sofaa");
}

static void
test_accepted_words (Desk *desk, gconstpointer unused)
{
  static const char *const kept[] = { "sofaa", NULL };
  g_auto (GStrv) words = NULL;

  load (desk, "Would you like our gardn? Gardn and sofaa to you.");
  assert_wrong (desk, "gardn Gardn sofaa");
  mellow_word_list_add (desk->accepted, "gardn");
  assert_wrong (desk, "sofaa");
  words = mellow_word_list_dup_words (desk->accepted);
  g_assert_cmpstr (words[0], ==, "gardn");
  g_assert_null (words[1]);

  mellow_word_list_set_words (desk->accepted, kept);
  assert_wrong (desk, "gardn Gardn");
  mellow_word_list_remove (desk->accepted, "Sofaa");
  assert_wrong (desk, "gardn Gardn sofaa");
}

static void
test_own_words (Desk *desk, gconstpointer unused)
{
  load (desk, "Would you like our gardn?");
  assert_wrong (desk, "gardn");
  mellow_dictionary_add_word (mellow_dictionaries_get (desk->dictionaries, "en"), "gardn");
  assert_wrong (desk, "");
}

static void
test_variant_of_english (Desk *desk, gconstpointer unused)
{
  load (desk, "Would you like to see our color or colour?");
  assert_wrong (desk, "or colour");
  mellow_dictionaries_set_english_variant (desk->dictionaries, "en_GB");
  assert_wrong (desk, "color or");
}

static void
test_switched_off (Desk *desk, gconstpointer unused)
{
  load (desk, "Would you like our gardn?");
  assert_wrong (desk, "gardn");
  mellow_speller_set_enabled (desk->speller, FALSE);
  assert_wrong (desk, "");
  place_cursor (desk->buffer, 0);
  type_text (desk->buffer, "Sofaa. ");
  assert_wrong (desk, "");
  mellow_speller_set_enabled (desk->speller, TRUE);
  assert_wrong (desk, "Sofaa gardn");
}

static void
assert_next (Desk *desk, int from, int expected)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (desk->buffer, &start, from);
  g_assert_true (
      mellow_spelling_tag_find_next (mellow_spelling_tag_find (desk->buffer), &start, &end));
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, expected);
}

static void
test_finding_the_next (Desk *desk, gconstpointer unused)
{
  GtkTextIter start, end;

  load (desk, "Gardn of our sofaa, would you like it?");
  settle (desk);
  assert_next (desk, 0, 0);
  assert_next (desk, 1, 13);
  assert_next (desk, 5, 13);
  assert_next (desk, 14, 0);
  load (desk, ENGLISH);
  settle (desk);
  gtk_text_buffer_get_start_iter (desk->buffer, &start);
  g_assert_false (
      mellow_spelling_tag_find_next (mellow_spelling_tag_find (desk->buffer), &start, &end));
}

static void
count (guint *n)
{
  (*n)++;
}

/* What is right already is not touched: each tag costs the layout of its line. */
static void
test_tags_that_stay_are_not_touched (Desk *desk, gconstpointer unused)
{
  guint n = 0;

  load (desk, "Would you like our gardn and the sofaa?");
  settle (desk);
  g_signal_connect_swapped (desk->buffer, "apply-tag", G_CALLBACK (count), &n);
  g_signal_connect_swapped (desk->buffer, "remove-tag", G_CALLBACK (count), &n);
  place_cursor (desk->buffer, 0);
  type_text (desk->buffer, "Hello. ");
  assert_wrong (desk, "gardn sofaa");
  g_assert_cmpuint (n, ==, 0);
}

/* A long paragraph is cut into windows, between words and not within one. */
static void
test_a_long_paragraph (Desk *desk, gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "would you like our blåbærgarden of it, and what of this sofa\n");
  load (desk, text->str);
  settle (desk);
  for (guint i = 0; i < 1000; i++)
    assert_next (desk, i * 61, i * 61 + 19);
}

static void
test_a_very_long_line (Desk *desk, gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkTextIter start, end;

  for (guint i = 0; i < 2000; i++)
    g_string_append (text, "would you like our gardn of it, ");
  load (desk, text->str);
  settle (desk);
  assert_next (desk, 0, 19);
  assert_next (desk, 19900, 19923);
  gtk_text_buffer_get_iter_at_offset (desk->buffer, &start, 30000);
  g_assert_true (
      mellow_spelling_tag_find_next (mellow_spelling_tag_find (desk->buffer), &start, &end));
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, 19);
}

static void
assert_same_as_from_scratch (Desk *desk)
{
  g_autofree char *text = dup_text (desk->buffer);
  g_autofree char *words = NULL;
  Desk fresh = { 0 };

  set_up (&fresh, NULL);
  load (&fresh, text);
  settle (&fresh);
  words = dup_tagged (fresh.buffer);
  assert_wrong (desk, words);
  tear_down (&fresh, NULL);
}

/* Slices and edits in any order come to the same as a check of the whole. */
static void
test_random_edits (Desk *desk, gconstpointer unused)
{
  for (guint round = 0; round < 20; round++) {
    load (desk, ENGLISH "Would you like our gardn and the sofaa?\n\n" DANISH);
    for (guint i = 0; i < 40; i++) {
      edit_at_random (desk->buffer);
      if (g_test_rand_bit ())
        g_main_context_iteration (NULL, FALSE);
    }
    place_cursor (desk->buffer, -1);
    place_cursor (desk->buffer, 0);
    assert_same_as_from_scratch (desk);
  }
}

/* --- formats --- */

static void
load_page (Desk *desk, const char *text)
{
  mellow_review_set_format (mellow_draft_get_review (desk->draft), prose_format_find ("html"));
  load (desk, text);
}

static void
test_only_copy_is_spelled (Desk *desk, gconstpointer unused)
{
  load_page (desk, "<html lang=en><!-- gardn --><script>gardn ()</script>"
                   "<p clss=gardn>Would you like to sea our gardn&excl;</p>"
                   "<p>Let us see <img src=sofaa alt='what you hav'> sofaa of <code>gardn</code>");
  assert_wrong (desk, "sea gardn hav sofaa");
}

static void
test_a_tag_inside_a_word (Desk *desk, gconstpointer unused)
{
  load_page (desk, "<html lang=en><p>Would you like to s<b>e</b>e our g<i>ard</i>n, of so<wbr>faa");
  assert_wrong (desk, "g ard n so faa");
}

static void
test_segments_in_their_languages (Desk *desk, gconstpointer unused)
{
  load_page (desk, "<html lang=en><p title='hvad'>Would you like to see it?</p>"
                   "<p lang=da>Hvad sp&oslash;rger du om? Like.</p><p lang=da>hvad</p>");
  assert_wrong (desk, "hvad Like");
}

static void
test_editing_a_page (Desk *desk, gconstpointer unused)
{
  load_page (desk, "<html lang=en><p>Would you <b>like</b> to see our gardn?</p>");
  settle (desk);
  place_cursor (desk->buffer, 34);
  type_keys (desk->buffer, "k ");
  place_cursor (desk->buffer, 0);
  assert_wrong (desk, "likek gardn");
}

static void
test_correcting_a_word_of_a_page (Desk *desk, gconstpointer unused)
{
  MellowReview *review = mellow_draft_get_review (desk->draft);

  load_page (desk, "<p title='The gardn'>g<b>ar</b>dn</p>");
  g_assert_true (mellow_review_rewrite (review, (ProseSpan){ 14, 19 }, "'garden'"));
  assert_text (desk->buffer, "<p title='The &#39;garden&#39;'>g<b>ar</b>dn</p>");
  g_assert_false (mellow_review_rewrite (review, (ProseSpan){ 32, 43 }, "garden"));
  assert_text (desk->buffer, "<p title='The &#39;garden&#39;'>g<b>ar</b>dn</p>");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  set_up_dictionaries ();

#define add_test(path, function)                                                                   \
  g_test_add ("/speller/" path, Desk, NULL, set_up, function, tear_down)
  add_test ("nothing", test_nothing);
  add_test ("wrong-words", test_wrong_words);
  add_test ("each-paragraph-in-its-language", test_each_paragraph_in_its_language);
  add_test ("unknown-language", test_unknown_language);
  add_test ("line-ends-and-letters", test_line_ends_and_letters);
  add_test ("no-dictionary", test_no_dictionary);
  add_test ("typed-word-is-left-alone", test_typed_word_is_left_alone);
  add_test ("typed-word-is-checked-when-left", test_typed_word_is_checked_when_left);
  add_test ("editing-a-wrong-word", test_editing_a_wrong_word);
  add_test ("pasted-and-undone", test_pasted_and_undone);
  add_test ("accepted-words", test_accepted_words);
  add_test ("own-words", test_own_words);
  add_test ("variant-of-english", test_variant_of_english);
  add_test ("switched-off", test_switched_off);
  add_test ("finding-the-next", test_finding_the_next);
  add_test ("tags-that-stay-are-not-touched", test_tags_that_stay_are_not_touched);
  add_test ("a-long-paragraph", test_a_long_paragraph);
  add_test ("a-very-long-line", test_a_very_long_line);
  add_test ("random-edits", test_random_edits);

  add_test ("only-copy-is-spelled", test_only_copy_is_spelled);
  add_test ("a-tag-inside-a-word", test_a_tag_inside_a_word);
  add_test ("segments-in-their-languages", test_segments_in_their_languages);
  add_test ("editing-a-page", test_editing_a_page);
  add_test ("correcting-a-word-of-a-page", test_correcting_a_word_of_a_page);

  status = g_test_run ();
  remove_dictionaries ();
  return status;
}
