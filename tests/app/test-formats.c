/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Formatted files in the window: what is read of them, what is said, how they look. */

#include <glib/gstdio.h>
#include <gtksourceview/gtksource.h>

#include "mellow-messages-pane.h"
#include "mellow-settings.h"
#include "mellow-suggestion-row.h"
#include "window-fixture.h"

#define PAGE                                                                                       \
  "<html lang=en><p class=\"act now\">Act now, friend. Only <b>3</b> left!</p>\n<p>Quiet "         \
  "<i>dish</i>washer&nbsp;here.</p>\n<p>Would you like to see how it works for you?</p>\n"

static MellowReview *
get_review (Fixture *fixture)
{
  return mellow_draft_get_review (fixture->draft);
}

static char *
write_page (const char *name, const char *text)
{
  char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static char *
open_page (Fixture *fixture, const char *name, const char *text)
{
  char *path = write_page (name, text);

  open_file (fixture, path);
  follow_window (fixture);
  wait_until (mellow_draft_get_file (fixture->draft) != NULL);
  return path;
}

static const char *
get_state (Fixture *fixture)
{
  g_autoptr (GVariant) state =
      g_action_group_get_action_state (G_ACTION_GROUP (fixture->window), "read-as");

  return g_intern_string (g_variant_get_string (state, NULL));
}

static void
read_as (Fixture *fixture, const char *format)
{
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "read-as",
                                      g_variant_new_string (format));
}

static void
test_read_as (Fixture *fixture)
{
  g_autofree char *path = open_page (fixture, "page.txt", PAGE);

  g_assert_cmpstr (get_state (fixture), ==, "text");
  g_assert_cmpuint (mellow_review_get_n_marks (get_review (fixture)), ==, 1);
  read_as (fixture, "html");
  g_assert_cmpstr (get_state (fixture), ==, "html");
  g_assert_cmpuint (mellow_review_get_n_marks (get_review (fixture)), ==, 2);
  g_assert_cmpuint (mellow_review_get_mark (get_review (fixture), 0).span.start, ==, 33);
  assert_text (fixture->buffer, PAGE);
  read_as (fixture, "text");
  g_assert_cmpstr (get_state (fixture), ==, "text");
  g_remove (path);
}

/* A name that tells the format wins over what was chosen for another one. */
static void
test_the_name_tells (Fixture *fixture)
{
  g_autofree char *path = open_page (fixture, "named.html", PAGE);
  g_autofree char *other = write_page ("page.md", "");
  g_autoptr (GFile) file = g_file_new_for_path (other);

  g_assert_cmpstr (get_state (fixture), ==, "html");
  read_as (fixture, "text");
  mellow_draft_set_file (fixture->draft, file);
  g_assert_cmpstr (get_state (fixture), ==, "markdown");
  g_remove (path);
  g_remove (other);
}

static const char *
get_colors (Fixture *fixture)
{
  GtkSourceLanguage *language =
      gtk_source_buffer_get_language (GTK_SOURCE_BUFFER (fixture->buffer));

  return language != NULL ? gtk_source_language_get_id (language) : NULL;
}

static const char *
get_scheme (Fixture *fixture)
{
  GtkSourceBuffer *buffer = GTK_SOURCE_BUFFER (fixture->buffer);

  return gtk_source_style_scheme_get_id (gtk_source_buffer_get_style_scheme (buffer));
}

static void
test_markup_in_colour (Fixture *fixture)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  g_autoptr (GSettings) settings = mellow_settings_new ();
  g_autofree char *path = NULL;

  g_assert_cmpstr (get_colors (fixture), ==, NULL);
  path = open_page (fixture, "colours.html", PAGE);
  g_assert_cmpstr (get_colors (fixture), ==, "html");
  g_assert_cmpstr (get_scheme (fixture), ==, "mellow");
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_cmpstr (get_scheme (fixture), ==, "mellow-dark");
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
  g_settings_set_boolean (settings, "show-units", FALSE);
  read_as (fixture, "po");
  g_assert_cmpstr (get_colors (fixture), ==, "gettext-translation");
  read_as (fixture, "xliff");
  g_assert_cmpstr (get_colors (fixture), ==, "xml");
  g_settings_reset (settings, "show-units");
  g_assert_cmpstr (get_colors (fixture), ==, NULL);
  read_as (fixture, "markdown");
  g_assert_cmpstr (get_colors (fixture), ==, "markdown");
  g_settings_set_boolean (settings, "color-markup", FALSE);
  g_assert_cmpstr (get_colors (fixture), ==, NULL);
  g_settings_set_boolean (settings, "color-markup", TRUE);
  g_assert_cmpstr (get_colors (fixture), ==, "markdown");
  read_as (fixture, "text");
  g_assert_cmpstr (get_colors (fixture), ==, NULL);
  g_remove (path);
}

/* What marks look like has to win over the colours of the markup. */
static void
test_marks_are_above_the_colours (Fixture *fixture)
{
  g_autofree char *path = open_page (fixture, "page.html", PAGE);
  GtkTextTag *mark = mellow_highlighter_get_tag (mellow_draft_get_highlighter (fixture->draft),
                                                 PROSE_SEVERITY_PRESSURE);
  GtkTextIter iter;
  g_autoptr (GSList) tags = NULL;

  gtk_text_buffer_get_end_iter (fixture->buffer, &iter);
  gtk_source_buffer_ensure_highlight (GTK_SOURCE_BUFFER (fixture->buffer), &iter, &iter);
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, 2);
  tags = gtk_text_iter_get_tags (&iter);
  g_assert_nonnull (tags);
  for (GSList *node = tags; node != NULL; node = node->next)
    g_assert_cmpint (gtk_text_tag_get_priority (node->data), <, gtk_text_tag_get_priority (mark));
  g_remove (path);
}

static void
test_a_message_across_tags (Fixture *fixture)
{
  g_autofree char *path = open_page (fixture, "page.html", PAGE);
  MellowMessagesPane *pane;
  GtkListBox *list;
  GtkListBoxRow *row;
  GtkTextIter start, end;

  activate (fixture, "win.messages");
  pane = find_widget (fixture->window, MELLOW_TYPE_MESSAGES_PANE);
  g_assert_true (mellow_messages_pane_pin (pane, "quiet dishwasher"));
  list = find_widget (pane, GTK_TYPE_LIST_BOX);
  row = gtk_list_box_get_row_at_index (list, 1);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                   "Line 2 · word for word · “Quiet dishwasher”");
  gtk_widget_activate (GTK_WIDGET (row));
  wait_until (gtk_text_buffer_get_selection_bounds (fixture->buffer, &start, &end));
  g_assert_cmpint (gtk_text_iter_get_line (&start), ==, 1);
  g_assert_cmpint (gtk_text_iter_get_line_offset (&start), ==, 3);
  g_assert_cmpint (gtk_text_iter_get_line_offset (&end), ==, 26);
  g_remove (path);
}

static void
test_a_rewrite_that_a_tag_withholds (Fixture *fixture)
{
  g_autofree char *path =
      open_page (fixture, "page.html",
                 "<html lang=en><p>A<b>c</b>t <i>n</i>o<b>w</b>, friend.</p>\n<p>Act now!</p>");
  MellowSuggestionRow *row = MELLOW_SUGGESTION_ROW (mellow_suggestion_row_new ());
  g_autoptr (MellowMark) split = mellow_mark_new (get_review (fixture), 0);
  g_autoptr (MellowMark) whole = mellow_mark_new (get_review (fixture), 1);

  g_object_ref_sink (row);
  g_assert_cmpuint (mellow_mark_get_suggestions (whole)->len, >, 0);
  g_assert_false (mellow_mark_is_rewrite_withheld (whole));
  g_assert_cmpuint (mellow_mark_get_suggestions (split)->len, ==, 0);
  g_assert_true (mellow_mark_is_rewrite_withheld (split));
  mellow_suggestion_row_set_expanded (row, TRUE);
  mellow_suggestion_row_set_mark (row, whole);
  g_assert_false (says (row, "A tag stands among these words, so only you can rewrite them."));
  mellow_suggestion_row_set_mark (row, split);
  g_assert_true (says (row, "A tag stands among these words, so only you can rewrite them."));
  g_object_unref (row);
  g_remove (path);
}

#define TWO_LANGUAGES                                                                              \
  "<p lang=\"pl\">Kup teraz.</p>\n<p lang=en>Act now, friend.</p>\n<p lang=pl>Tylko trzy.</p>\n"

/* What was not checked is said, and how much it is. */
static void
test_what_is_not_checked (Fixture *fixture)
{
  g_autofree char *path = open_page (fixture, "two.html", TWO_LANGUAGES);

  wait_until (says (fixture->window, "2 paragraphs in Polish are not checked"));
  place_cursor (fixture->buffer, 9);
  type_text (fixture->buffer, "en\" title=\"");
  wait_until (says (fixture->window, "1 paragraph in Polish is not checked"));
  read_as (fixture, "text");
  wait_until (!says (fixture->window, "1 paragraph in Polish is not checked"));
  gtk_text_buffer_undo (fixture->buffer);
  g_remove (path);
}

/* For the next time the file is opened, too. */
static void
test_read_as_is_kept (Fixture *fixture)
{
  g_autofree char *path = open_page (fixture, "kept.txt", PAGE);

  read_as (fixture, "html");
  activate (fixture, "win.new-tab");
  open_file (fixture, path);
  activate (fixture, "win.close-tab");
  wait_until ((follow_window (fixture), mellow_draft_get_file (fixture->draft) == NULL));
  open_file (fixture, path);
  follow_window (fixture);
  wait_until (mellow_draft_get_file (fixture->draft) != NULL);
  g_assert_cmpstr (get_state (fixture), ==, "html");
  g_assert_cmpuint (mellow_review_get_n_marks (get_review (fixture)), ==, 2);
  read_as (fixture, "text");
  g_remove (path);
}

int
main (int argc, char **argv)
{
  const char *fixed = g_getenv ("MELLOW_FIXED_RULES");

  gtk_test_init (&argc, &argv, NULL);

  add ("/formats/read-as", test_read_as, fixed);
  add ("/formats/read-as-is-kept", test_read_as_is_kept, fixed);
  add ("/formats/what-is-not-checked", test_what_is_not_checked, fixed);
  add ("/formats/the-name-tells", test_the_name_tells, fixed);
  add ("/formats/markup-in-colour", test_markup_in_colour, fixed);
  add ("/formats/marks-are-above-the-colours", test_marks_are_above_the_colours, fixed);
  add ("/formats/a-message-across-tags", test_a_message_across_tags, fixed);
  add ("/formats/a-rewrite-that-a-tag-withholds", test_a_rewrite_that_a_tag_withholds, fixed);

  return g_test_run ();
}
