/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Review and highlighter together: what is underlined after which edit. Buffers
 * and tags need no display.
 */

#include "fixture.h"
#include "mellow-mark-style.h"

#define AD "Act now, only 3 left! We are proud, so do not let us down."

static void
assert_typed (const char *typed, const char *tags)
{
  g_autoptr (MellowDraft) draft = create_draft ("");
  GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);

  type_keys (buffer, typed);
  assert_tags (buffer, tags);
}

static void
test_severities (void)
{
  g_autoptr (MellowDraft) draft = create_draft (AD);

  assert_tags (mellow_draft_get_buffer (draft),
               "46-57 remove, 0-7 pressure, 9-20 proof, 22-34 note");
}

static void
test_non_ascii (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("Café 😀 for you and me.\n\nAct now, my friend.");

  assert_tags (mellow_draft_get_buffer (draft), "24-31 pressure");
}

static void
test_typed_word_is_held_back (void)
{
  assert_typed ("Act no", "");
  assert_typed ("Act now", "");
  assert_typed ("Act now,", "0-7 pressure");
  assert_typed ("Act now, only 3 left", "0-7 pressure");
  assert_typed ("Act now, only 3 left!", "0-7 pressure, 9-20 proof");
  assert_typed ("Act nowhere. ", "");
}

static void
test_pasted_word_is_not_held_back (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("Act now");

  assert_tags (mellow_draft_get_buffer (draft), "0-7 pressure");
}

static void
test_leaving_the_word_frees_its_mark (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("My friend: ");
  GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);

  type_keys (buffer, "act now");
  assert_tags (buffer, "");
  place_cursor (buffer, 3);
  assert_tags (buffer, "11-18 pressure");
}

static void
test_editing_inside_a_marked_word (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("Act now, my friend.");
  GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);
  GtkTextIter end;

  place_cursor (buffer, 7);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 7);
  gtk_text_buffer_backspace (buffer, &end, TRUE, TRUE);
  assert_text (buffer, "Act no, my friend.");
  assert_tags (buffer, "");
  type_keys (buffer, "w");
  assert_tags (buffer, "");
  place_cursor (buffer, 0);
  assert_tags (buffer, "0-7 pressure");
}

static void
test_typing_next_to_a_mark (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("Act now, my friend.");
  GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);

  place_cursor (buffer, 0);
  type_keys (buffer, "This: ");
  assert_tags (buffer, "6-13 pressure");
  place_cursor (buffer, 13);
  type_keys (buffer, "!");
  assert_tags (buffer, "6-13 pressure");
}

static void
test_line_ends (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("");
  GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);

  mellow_text_buffer_load (MELLOW_TEXT_BUFFER (buffer),
                           "Hello.\r\n\r\nAct now, friend.\r\nOnly 3 left.\r\n", -1);
  assert_tags (buffer, "10-17 pressure, 28-39 proof");
  place_cursor (buffer, 6);
  type_keys (buffer, "\n\nSo");
  assert_tags (buffer, "16-23 pressure, 34-45 proof");
}

static void
test_undo (void)
{
  g_autoptr (MellowDraft) draft = create_draft (AD);
  GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);
  g_autofree char *tags = tags_to_string (buffer);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, 2);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 30);
  gtk_text_buffer_delete (buffer, &start, &end);
  assert_tags (buffer, "18-29 remove");

  gtk_text_buffer_undo (buffer);
  assert_text (buffer, AD);
  assert_tags (buffer, tags);
  gtk_text_buffer_redo (buffer);
  assert_tags (buffer, "18-29 remove");
}

/* The buffer copies tags along with text. */
static void
test_copied_phrase_leaves_its_underline_behind (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("Act now, my friend. ");
  GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);
  GtkTextIter start, end, place;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, 4);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 7);
  gtk_text_buffer_get_end_iter (buffer, &place);
  gtk_text_buffer_insert_range (buffer, &place, &start, &end);

  assert_text (buffer, "Act now, my friend. now");
  assert_tags (buffer, "0-7 pressure");
}

static void
test_hidden_marks (void)
{
  g_autoptr (MellowDraft) draft = create_draft (AD);
  MellowHighlighter *highlighter = mellow_draft_get_highlighter (draft);
  GtkTextTag *tag = mellow_highlighter_get_tag (highlighter, PROSE_SEVERITY_PRESSURE);
  PangoUnderline underline;

  g_object_get (tag, "underline", &underline, NULL);
  g_assert_cmpint (underline, ==, PANGO_UNDERLINE_DOUBLE);

  mellow_highlighter_set_visible (highlighter, FALSE);
  g_object_get (tag, "underline", &underline, NULL);
  g_assert_cmpint (underline, ==, PANGO_UNDERLINE_NONE);
}

static GdkRGBA
get_color (MellowHighlighter *highlighter, ProseSeverity severity)
{
  g_autoptr (GdkRGBA) color = NULL;

  g_object_get (mellow_highlighter_get_tag (highlighter, severity), "underline-rgba", &color, NULL);
  return *color;
}

static void
test_palettes (void)
{
  g_autoptr (MellowDraft) draft = create_draft (AD);
  MellowHighlighter *highlighter = mellow_draft_get_highlighter (draft);

  for (int i = PROSE_SEVERITY_NOTE; i <= PROSE_SEVERITY_REMOVE; i++) {
    GdkRGBA light, dark, strong, expected;

    mellow_highlighter_set_dark (highlighter, FALSE);
    light = get_color (highlighter, i);
    gdk_rgba_parse (&expected, mellow_mark_style_get_color (i, FALSE, FALSE));
    g_assert_true (gdk_rgba_equal (&light, &expected));

    mellow_highlighter_set_dark (highlighter, TRUE);
    dark = get_color (highlighter, i);
    g_assert_false (gdk_rgba_equal (&light, &dark));

    mellow_highlighter_set_high_contrast (highlighter, TRUE);
    strong = get_color (highlighter, i);
    gdk_rgba_parse (&expected, mellow_mark_style_get_color (i, TRUE, TRUE));
    g_assert_true (gdk_rgba_equal (&strong, &expected));
    mellow_highlighter_set_high_contrast (highlighter, FALSE);
  }
}

/* --- credits --- */

#define SOFT "Take your time, and act now. It is your call."
#define SOFT_TAGS "20-27 pressure, 0-14 credit, 29-44 credit"

static MellowDraft *
create_draft_with_credits (const char *text)
{
  MellowDraft *draft = create_draft (text);

  mellow_highlighter_set_shows_credits (mellow_draft_get_highlighter (draft), TRUE);
  return draft;
}

static void
test_credits_are_shown_when_asked_for (void)
{
  g_autoptr (MellowDraft) draft = create_draft (SOFT);
  MellowHighlighter *highlighter = mellow_draft_get_highlighter (draft);
  GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);

  assert_tags (buffer, "20-27 pressure");
  mellow_highlighter_set_shows_credits (highlighter, TRUE);
  assert_tags (buffer, SOFT_TAGS);
  mellow_highlighter_set_shows_credits (highlighter, FALSE);
  assert_tags (buffer, "20-27 pressure");
}

static void
test_credits_follow_edits (void)
{
  g_autoptr (MellowDraft) draft = create_draft_with_credits (SOFT);
  GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);

  place_cursor (buffer, 4);
  type_keys (buffer, "æ");
  assert_tags (buffer, "21-28 pressure, 30-45 credit");
  gtk_text_buffer_undo (buffer);
  assert_tags (buffer, SOFT_TAGS);
  place_cursor (buffer, 0);
  type_keys (buffer, "Take your time.\n\n");
  assert_tags (buffer, "37-44 pressure, 0-14 credit, 17-31 credit, 46-61 credit");
}

static void
test_credits_that_follow_each_other_are_one (void)
{
  g_autoptr (MellowDraft) draft = create_draft_with_credits ("Take your time take your time.");
  GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);

  assert_tags (buffer, "0-29 credit");
  place_cursor (buffer, 14);
  type_text (buffer, ",");
  assert_tags (buffer, "0-14 credit, 16-30 credit");
}

static void
test_credits_hide_with_the_marks (void)
{
  g_autoptr (MellowDraft) draft = create_draft_with_credits (SOFT);
  MellowHighlighter *highlighter = mellow_draft_get_highlighter (draft);
  GtkTextTag *tag = mellow_highlighter_get_tag (highlighter, PROSE_SEVERITY_CREDIT);
  gboolean has_color, has_tint;

  g_object_get (tag, "foreground-set", &has_color, "background-set", &has_tint, NULL);
  g_assert_true (has_color && has_tint);
  mellow_highlighter_set_visible (highlighter, FALSE);
  g_object_get (tag, "foreground-set", &has_color, "background-set", &has_tint, NULL);
  g_assert_false (has_color || has_tint);
}

static void
assert_same_as_from_scratch (GtkTextBuffer *buffer)
{
  g_autofree char *text = dup_text (buffer);
  g_autofree char *tags = NULL;
  g_autoptr (MellowDraft) fresh = create_draft_with_credits ("");

  mellow_text_buffer_load (MELLOW_TEXT_BUFFER (mellow_draft_get_buffer (fresh)), text, -1);
  tags = tags_to_string (mellow_draft_get_buffer (fresh));
  assert_tags (buffer, tags);
}

/* How many runs of the text are underlined that begin at offset or behind it. */
static guint
count_underlined (MellowDraft *draft, int offset)
{
  GtkTextTag *tag =
      mellow_highlighter_get_tag (mellow_draft_get_highlighter (draft), PROSE_SEVERITY_PRESSURE);
  GtkTextIter iter;
  guint n = 0;

  gtk_text_buffer_get_iter_at_offset (mellow_draft_get_buffer (draft), &iter, offset);
  do
    n += gtk_text_iter_starts_tag (&iter, tag);
  while (gtk_text_iter_forward_to_tag_toggle (&iter, tag));
  return n;
}

/* One line of so many sentences of 19 characters, and 20 bytes. */
static MellowDraft *
create_long_line (guint n_sentences)
{
  g_autoptr (GString) text = g_string_new ("\n");

  for (guint i = 0; i < n_sentences; i++)
    g_string_append (text, "Act now, dear Zoë. ");
  return create_draft (text->str);
}

static void
test_longest_line_is_marked_to_its_end (void)
{
  g_autoptr (MellowDraft) draft = create_long_line (1000);

  g_assert_cmpuint (count_underlined (draft, 0), ==, 1000);
}

/* The marks are all there; only the underlines are not. */
static void
test_of_a_very_long_line_only_the_beginning_is_marked (void)
{
  g_autoptr (MellowDraft) draft = create_long_line (1500);

  g_assert_cmpuint (mellow_review_get_n_marks (mellow_draft_get_review (draft)), ==, 1500);
  g_assert_cmpuint (count_underlined (draft, 0), ==, 1000);

  place_cursor (mellow_draft_get_buffer (draft), 1 + 400 * 19);
  type_text (mellow_draft_get_buffer (draft), "\n");
  g_assert_cmpuint (count_underlined (draft, 0), ==, 1400);
  g_assert_cmpuint (count_underlined (draft, 1 + 400 * 19), ==, 1000);

  gtk_text_buffer_undo (mellow_draft_get_buffer (draft));
  g_assert_cmpuint (count_underlined (draft, 0), ==, 1000);
}

static void
test_random_edits (void)
{
  for (int round = 0; round < 20; round++) {
    g_autoptr (MellowDraft) draft = create_draft_with_credits (AD);
    GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);

    for (int i = 0; i < 60; i++)
      edit_at_random (buffer);

    place_cursor (buffer, -1);
    place_cursor (buffer, 0);
    assert_same_as_from_scratch (buffer);
  }
}

static void
count (guint *n)
{
  (*n)++;
}

/* A tag that is put on or taken off lays out all text it goes over anew. */
static void
test_same_current_phrase_changes_no_tag (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("Äh: act now, only 3 left!");
  MellowHighlighter *highlighter = mellow_draft_get_highlighter (draft);
  GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);
  guint n = 0;

  mellow_highlighter_set_current (highlighter, (ProseSpan){ 5, 12 });
  g_signal_connect_swapped (buffer, "apply-tag", G_CALLBACK (count), &n);
  g_signal_connect_swapped (buffer, "remove-tag", G_CALLBACK (count), &n);
  mellow_highlighter_set_current (highlighter, (ProseSpan){ 5, 12 });
  g_assert_cmpuint (n, ==, 0);
  mellow_highlighter_set_current (highlighter, (ProseSpan){ 14, 25 });
  g_assert_cmpuint (n, ==, 2);
  mellow_highlighter_set_current (highlighter, (ProseSpan){ 0, 0 });
  g_assert_cmpuint (n, ==, 3);
  mellow_highlighter_set_current (highlighter, (ProseSpan){ 0, 0 });
  g_assert_cmpuint (n, ==, 3);
}

/* --- formats --- */

static MellowDraft *
create_page (const char *text)
{
  MellowDraft *draft = create_draft (text);

  mellow_review_set_format (mellow_draft_get_review (draft), prose_format_find ("html"));
  return draft;
}

static void
test_tags_in_a_phrase_are_left_out (void)
{
  g_autoptr (MellowDraft) draft = create_page ("<p>Only <b>3</b> left!</p>");

  assert_tags (mellow_draft_get_buffer (draft), "3-8 proof, 11-12 proof, 16-21 proof");
}

static void
test_a_phrase_goes_on_behind_the_text_of_an_image (void)
{
  g_autoptr (MellowDraft) draft =
      create_page ("<p>Act <img alt=\"Act now\" src=\"Act now\"> now, friend.</p>");

  assert_tags (mellow_draft_get_buffer (draft), "3-7 pressure, 17-24 pressure, 41-44 pressure");
}

static void
test_typing_into_a_tag_moves_the_runs (void)
{
  g_autoptr (MellowDraft) draft = create_page ("<p>Only <b>3</b> left!</p>");
  GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);

  place_cursor (buffer, 10);
  type_keys (buffer, " class=x");
  place_cursor (buffer, 0);
  assert_tags (buffer, "3-8 proof, 19-20 proof, 24-29 proof");
}

static void
test_the_current_phrase_without_its_tags (void)
{
  g_autoptr (MellowDraft) draft = create_page ("<p>Only <b>3</b> left!</p>");
  GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);
  MellowHighlighter *highlighter = mellow_draft_get_highlighter (draft);
  GtkTextTag *current =
      gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "mark_current");
  GtkTextIter iter;

  mellow_highlighter_set_current (highlighter, (ProseSpan){ 3, 21 });
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 4);
  g_assert_true (gtk_text_iter_has_tag (&iter, current));
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 9);
  g_assert_false (gtk_text_iter_has_tag (&iter, current));
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 17);
  g_assert_true (gtk_text_iter_has_tag (&iter, current));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/highlighter/severities", test_severities);
  g_test_add_func ("/highlighter/non-ascii", test_non_ascii);
  g_test_add_func ("/highlighter/typed-word-is-held-back", test_typed_word_is_held_back);
  g_test_add_func ("/highlighter/pasted-word-is-not-held-back", test_pasted_word_is_not_held_back);
  g_test_add_func ("/highlighter/leaving-the-word-frees-its-mark",
                   test_leaving_the_word_frees_its_mark);
  g_test_add_func ("/highlighter/editing-inside-a-marked-word", test_editing_inside_a_marked_word);
  g_test_add_func ("/highlighter/typing-next-to-a-mark", test_typing_next_to_a_mark);
  g_test_add_func ("/highlighter/line-ends", test_line_ends);
  g_test_add_func ("/highlighter/undo", test_undo);
  g_test_add_func ("/highlighter/copied-phrase-leaves-its-underline-behind",
                   test_copied_phrase_leaves_its_underline_behind);
  g_test_add_func ("/highlighter/hidden-marks", test_hidden_marks);
  g_test_add_func ("/highlighter/palettes", test_palettes);
  g_test_add_func ("/highlighter/credits-are-shown-when-asked-for",
                   test_credits_are_shown_when_asked_for);
  g_test_add_func ("/highlighter/credits-follow-edits", test_credits_follow_edits);
  g_test_add_func ("/highlighter/credits-that-follow-each-other-are-one",
                   test_credits_that_follow_each_other_are_one);
  g_test_add_func ("/highlighter/credits-hide-with-the-marks", test_credits_hide_with_the_marks);
  g_test_add_func ("/highlighter/longest-line-is-marked-to-its-end",
                   test_longest_line_is_marked_to_its_end);
  g_test_add_func ("/highlighter/of-a-very-long-line-only-the-beginning-is-marked",
                   test_of_a_very_long_line_only_the_beginning_is_marked);
  g_test_add_func ("/highlighter/random-edits", test_random_edits);
  g_test_add_func ("/highlighter/same-current-phrase-changes-no-tag",
                   test_same_current_phrase_changes_no_tag);

  g_test_add_func ("/highlighter/tags-in-a-phrase-are-left-out",
                   test_tags_in_a_phrase_are_left_out);
  g_test_add_func ("/highlighter/a-phrase-goes-on-behind-the-text-of-an-image",
                   test_a_phrase_goes_on_behind_the_text_of_an_image);
  g_test_add_func ("/highlighter/typing-into-a-tag-moves-the-runs",
                   test_typing_into_a_tag_moves_the_runs);
  g_test_add_func ("/highlighter/the-current-phrase-without-its-tags",
                   test_the_current_phrase_without_its_tags);

  return g_test_run ();
}
