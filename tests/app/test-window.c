/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The real window on a real display: keys and clicks go in, and what is tagged,
 * listed and written comes out.
 */

#include <glib/gstdio.h>
#include <string.h>

#include "mellow-card.h"
#include "mellow-rewrite-all-dialog.h"
#include "mellow-rewrite-button.h"
#include "mellow-suggestion-panel.h"
#include "mellow-suggestion-row.h"
#include "mellow-text-view.h"
#include "mellow-tone-meter.h"
#include "window-fixture.h"

#define AD "Act now, only 3 left!"
#define AD_TAGS "0-7 pressure, 9-20 proof"
#define AD_MARKS "Act now (buy-command.act-now), only 3 left (scarcity.only-n-left)"

static void
apply_rewrite (Fixture *fixture, guint number)
{
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.apply-rewrite", "u", number));
}

static int
get_cursor (Fixture *fixture)
{
  int cursor;

  g_object_get (fixture->buffer, "cursor-position", &cursor, NULL);
  return cursor;
}

static MellowMark *
get_selected (Fixture *fixture)
{
  return mellow_suggestion_panel_get_selected (
      find_widget (fixture->window, MELLOW_TYPE_SUGGESTION_PANEL));
}

static const char *
get_selected_phrase (Fixture *fixture)
{
  MellowMark *mark = get_selected (fixture);

  return mark != NULL ? mellow_mark_get_phrase (mark) : NULL;
}

/* --- writing --- */

static void
assert_ad_is_marked (Fixture *fixture)
{
  assert_text (fixture->buffer, AD);
  assert_tags (fixture->buffer, AD_TAGS);
  assert_marks (fixture->marks, AD_MARKS);
}

static void
test_typing (Fixture *fixture)
{
  type_keys (fixture->buffer, AD);
  assert_ad_is_marked (fixture);
}

static void
test_typing_with_keys (Fixture *fixture)
{
  if (!has_hand ())
    return;

  use_hand ("type", "--delay", "5", AD, NULL);
  wait_until (gtk_text_buffer_get_char_count (fixture->buffer) == (int)strlen (AD));
  assert_ad_is_marked (fixture);
}

static void
test_tone_moves (Fixture *fixture)
{
  MellowToneMeter *pressure = find_widget (fixture->window, MELLOW_TYPE_TONE_METER);
  double before;

  g_assert_cmpfloat (mellow_tone_meter_get_value (pressure), ==, 0);
  type_keys (fixture->buffer, AD);
  before = mellow_tone_meter_get_value (pressure);
  g_assert_cmpfloat (before, >, 0);
  type_keys (fixture->buffer, " The kettle is on, and you are welcome to look around in the shop.");
  g_assert_cmpfloat (mellow_tone_meter_get_value (pressure), <, before);
}

/* --- rewriting --- */

static void
assert_rewritten_and_undo (Fixture *fixture)
{
  assert_text (fixture->buffer, "Act now, 3 in stock today!");
  assert_tags (fixture->buffer, "0-7 pressure");
  assert_marks (fixture->marks, "Act now (buy-command.act-now)");
  g_assert_false (gtk_text_buffer_get_has_selection (fixture->buffer));

  activate (fixture, "win.undo");
  assert_ad_is_marked (fixture);
}

static guint
find_evidence (MellowMark *mark)
{
  GPtrArray *suggestions = mellow_mark_get_suggestions (mark);

  for (guint i = 0; i < suggestions->len; i++)
    if (((ProseSuggestion *)g_ptr_array_index (suggestions, i))->kind == PROSE_REWRITE_EVIDENCE)
      return i;

  g_assert_not_reached ();
}

static void
test_rewrite_by_action (Fixture *fixture)
{
  type_keys (fixture->buffer, AD);
  place_cursor (fixture->buffer, 12);
  g_assert_cmpstr (get_selected_phrase (fixture), ==, "only 3 left");
  apply_rewrite (fixture, find_evidence (get_selected (fixture)));
  assert_rewritten_and_undo (fixture);
  activate (fixture, "win.redo");
  assert_text (fixture->buffer, "Act now, 3 in stock today!");
}

static void
test_rewrite_by_key (Fixture *fixture)
{
  static const char *const keys[] = { "ctrl+1", "ctrl+2", "ctrl+3" };

  if (!has_hand ())
    return;

  type_keys (fixture->buffer, AD);
  place_cursor (fixture->buffer, 12);
  use_hand ("key", keys[find_evidence (get_selected (fixture))], NULL);
  wait_until (g_list_model_get_n_items (fixture->marks) == 1);
  assert_text (fixture->buffer, "Act now, 3 in stock today!");
  use_hand ("key", "ctrl+z", NULL);
  wait_until (g_list_model_get_n_items (fixture->marks) == 2);
  assert_ad_is_marked (fixture);
}

static MellowRewriteButton *
find_rewrite_button (Fixture *fixture, guint number)
{
  gpointer button = find_widget (fixture->window, MELLOW_TYPE_REWRITE_BUTTON);

  while (button != NULL && number-- > 0)
    button = gtk_widget_get_next_sibling (button);

  return button;
}

static void
test_rewrite_by_click (Fixture *fixture)
{
  guint evidence;

  if (!has_hand ())
    return;

  type_keys (fixture->buffer, AD);
  place_cursor (fixture->buffer, 12);
  evidence = find_evidence (get_selected (fixture));
  wait_until (find_rewrite_button (fixture, evidence) != NULL);
  click (fixture, find_rewrite_button (fixture, evidence));
  wait_until (g_list_model_get_n_items (fixture->marks) == 1);
  assert_rewritten_and_undo (fixture);
}

static void
test_rewrite_without_mark (Fixture *fixture)
{
  apply_rewrite (fixture, 0);
  assert_text (fixture->buffer, "");
  type_keys (fixture->buffer, AD " Goodbye.");
  apply_rewrite (fixture, 0);
  assert_text (fixture->buffer, AD " Goodbye.");
}

/* --- the card --- */

static MellowCard *
get_card (Fixture *fixture)
{
  return find_widget (mellow_window_get_page (fixture->window), MELLOW_TYPE_CARD);
}

static gboolean
shows_card (Fixture *fixture)
{
  return gtk_widget_get_mapped (GTK_WIDGET (get_card (fixture)));
}

static const char *
get_phrase_of_card (Fixture *fixture)
{
  MellowMark *mark = mellow_card_get_mark (get_card (fixture));

  return mark != NULL ? mellow_mark_get_phrase (mark) : NULL;
}

/* Where a character is on the screen. */
static void
find_character (Fixture *fixture, int offset, int *x, int *y)
{
  GtkTextView *view =
      GTK_TEXT_VIEW (mellow_page_get_view (mellow_window_get_page (fixture->window)));
  double surface_x, surface_y, window_x, window_y;
  GdkRectangle place;
  GtkTextIter iter;

  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, offset);
  gtk_text_view_get_iter_location (view, &iter, &place);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x,
                                         &place.y);
  gtk_widget_translate_coordinates (GTK_WIDGET (view), GTK_WIDGET (fixture->window),
                                    place.x + place.width / 2, place.y + place.height / 2,
                                    &window_x, &window_y);
  gtk_native_get_surface_transform (GTK_NATIVE (fixture->window), &surface_x, &surface_y);
  *x = surface_x + window_x;
  *y = surface_y + window_y;
}

/* A hand comes from somewhere. */
static void
point_at (Fixture *fixture, int offset)
{
  g_autofree char *x_text = NULL, *y_text = NULL, *from = NULL;
  int x, y;

  find_character (fixture, offset, &x, &y);
  x_text = g_strdup_printf ("%d", x);
  y_text = g_strdup_printf ("%d", y);
  from = g_strdup_printf ("%d", y - 2);
  use_hand ("mousemove", "--sync", x_text, from, "sleep", "0.1", NULL);
  use_hand ("mousemove", "--sync", x_text, y_text, NULL);
}

static gboolean
has_focus_in_text (Fixture *fixture)
{
  return gtk_widget_has_focus (
      GTK_WIDGET (mellow_page_get_view (mellow_window_get_page (fixture->window))));
}

static void
test_card_by_keys (Fixture *fixture)
{
  if (!has_hand ())
    return;

  type_keys (fixture->buffer, AD " ");
  place_cursor (fixture->buffer, 12);
  use_hand ("key", "ctrl+period", NULL);
  wait_until (shows_card (fixture));
  g_assert_cmpstr (get_phrase_of_card (fixture), ==, "only 3 left");
  use_hand ("key", "Escape", NULL);
  wait_until (!shows_card (fixture));
  use_hand ("type", "x", NULL);
  wait_until (gtk_text_buffer_get_char_count (fixture->buffer) == (int)strlen (AD " ") + 1);
  use_hand ("key", "ctrl+z", "ctrl+period", NULL);
  wait_until (shows_card (fixture));
  wait_until (MELLOW_IS_REWRITE_BUTTON (gtk_root_get_focus (GTK_ROOT (fixture->window))));
  use_hand ("key", "space", NULL);
  wait_until (g_list_model_get_n_items (fixture->marks) == 1);
  wait_until (!shows_card (fixture));
  g_assert_true (has_focus_in_text (fixture));
}

static gboolean
has_focus_in_card (Fixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL && gtk_widget_get_ancestor (focus, MELLOW_TYPE_CARD) != NULL;
}

static void
open_card_by_key (Fixture *fixture)
{
  use_hand ("key", "ctrl+period", NULL);
  wait_until (has_focus_in_card (fixture));
}

/* Presses the key until the focus is back where it was, and has been elsewhere in the
 * card meanwhile. */
static void
go_round_card (Fixture *fixture, const char *key)
{
  GtkRoot *root = GTK_ROOT (fixture->window);
  GtkWidget *first = gtk_root_get_focus (root);

  for (guint i = 0; i < 12 && (i == 0 || gtk_root_get_focus (root) != first); i++) {
    GtkWidget *before = gtk_root_get_focus (root);

    use_hand ("key", key, NULL);
    wait_until (gtk_root_get_focus (root) != before);
    g_assert_true (has_focus_in_card (fixture));
  }
  g_assert_true (gtk_root_get_focus (root) == first);
}

static void
test_tab_goes_round_in_the_card (Fixture *fixture)
{
  if (!has_hand ())
    return;

  type_keys (fixture->buffer, AD " ");
  place_cursor (fixture->buffer, 12);
  open_card_by_key (fixture);
  go_round_card (fixture, "shift+Tab");
  go_round_card (fixture, "Tab");
  use_hand ("key", "Escape", NULL);
  wait_until (!shows_card (fixture) && has_focus_in_text (fixture));
}

static void
test_no_card_without_a_mark (Fixture *fixture)
{
  type_keys (fixture->buffer, AD " Hello.");
  activate (fixture, "win.show-card");
  g_assert_false (shows_card (fixture));
}

/* Writing goes on, and puts it away. */
static void
test_card_by_click (Fixture *fixture)
{
  if (!has_hand ())
    return;

  type_keys (fixture->buffer, AD " ");
  point_at (fixture, 12);
  use_hand ("click", "1", NULL);
  wait_until (shows_card (fixture));
  g_assert_cmpstr (get_phrase_of_card (fixture), ==, "only 3 left");
  use_hand ("type", "x", NULL);
  wait_until (!shows_card (fixture));
  g_assert_cmpint (gtk_text_buffer_get_char_count (fixture->buffer), ==, strlen (AD " ") + 1);
}

static void
test_card_by_rest (Fixture *fixture)
{
  if (!has_hand ())
    return;

  type_keys (fixture->buffer, AD "\n\n\n\n\n\n\n\n\nHello there.");
  point_at (fixture, 3);
  wait_until (shows_card (fixture));
  g_assert_cmpstr (get_phrase_of_card (fixture), ==, "Act now");
  point_at (fixture, 12);
  wait_until (g_strcmp0 (get_phrase_of_card (fixture), "only 3 left") == 0);
  use_hand ("mousemove", "--sync", "900", "700", NULL);
  wait_until (!shows_card (fixture));
}

/* A popover keeps off what it points to: all lines of the sentence. */
static void
test_card_leaves_its_sentence_free (Fixture *fixture)
{
  GtkWidget *page = GTK_WIDGET (mellow_window_get_page (fixture->window));
  double page_x, page_y;
  GdkRectangle free;
  int x, y, end_x, end_y;

  type_keys (fixture->buffer,
             "Act now and see how a very long sentence goes on and on over more than one line, as "
             "sentences do that somebody wrote in a hurry and never came back to. ");
  place_cursor (fixture->buffer, 3);
  find_character (fixture, 0, &x, &y);
  find_character (fixture, 140, &end_x, &end_y);
  g_assert_cmpint (end_y, >, y);
  activate (fixture, "win.show-card");
  wait_until (shows_card (fixture));
  g_assert_true (gtk_popover_get_pointing_to (GTK_POPOVER (get_card (fixture)), &free));
  gtk_widget_translate_coordinates (page, GTK_WIDGET (fixture->window), free.x, free.y, &page_x,
                                    &page_y);
  g_assert_cmpfloat (page_y, <, y);
  g_assert_cmpfloat (page_y + free.height, >, end_y);
}

/* --- all alike --- */

#define ALIKE "Act now! Here is øl. Act now! Then act now and act now."

/* The first window that is a dialog. */
static gpointer
find_rewrite_all (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (MELLOW_IS_REWRITE_ALL_DIALOG (l->data))
      return l->data;

  return NULL;
}

static gpointer
open_rewrite_all (Fixture *fixture)
{
  gpointer row;

  type_keys (fixture->buffer, ALIKE);
  place_cursor (fixture->buffer, 3);
  wait_until (find_rewrite_button (fixture, 0) != NULL);
  row = gtk_widget_get_ancestor (GTK_WIDGET (find_rewrite_button (fixture, 0)),
                                 MELLOW_TYPE_SUGGESTION_ROW);
  g_assert_true (gtk_widget_activate_action (row, "suggestion.rewrite-all", NULL));
  wait_until (find_rewrite_all () != NULL);
  return find_rewrite_all ();
}

/* One rewrite a sentence, one step to undo. */
static void
test_rewrite_all (Fixture *fixture)
{
  gpointer dialog = open_rewrite_all (fixture);

  g_assert_true (gtk_widget_activate_action (dialog, "dialog.apply", NULL));
  wait_until (find_rewrite_all () == NULL);
  assert_text (fixture->buffer,
               "Take your time! Here is øl. Take your time! Then take your time and act now.");
  activate (fixture, "win.undo");
  assert_text (fixture->buffer, ALIKE);
}

/* What is not chosen stays as it is. */
static void
test_rewrite_some (Fixture *fixture)
{
  gpointer dialog = open_rewrite_all (fixture);
  GtkCheckButton *check = find_widget (dialog, GTK_TYPE_CHECK_BUTTON);

  gtk_check_button_set_active (check, FALSE);
  g_assert_true (gtk_widget_activate_action (dialog, "dialog.apply", NULL));
  wait_until (find_rewrite_all () == NULL);
  assert_text (fixture->buffer,
               "Act now! Here is øl. Take your time! Then take your time and act now.");
}

static void
test_rewrite_all_cancelled (Fixture *fixture)
{
  gpointer dialog = open_rewrite_all (fixture);

  g_assert_true (gtk_widget_activate_action (dialog, "window.close", NULL));
  wait_until (find_rewrite_all () == NULL);
  assert_text (fixture->buffer, ALIKE);
}

/* --- panel and cursor --- */

static void
test_walk (Fixture *fixture)
{
  type_keys (fixture->buffer, "Hello! " AD " Goodbye.");
  g_assert_null (get_selected (fixture));

  activate (fixture, "win.next-mark");
  g_assert_cmpint (get_cursor (fixture), ==, 7);
  g_assert_cmpstr (get_selected_phrase (fixture), ==, "Act now");
  activate (fixture, "win.next-mark");
  g_assert_cmpint (get_cursor (fixture), ==, 16);
  activate (fixture, "win.next-mark");
  g_assert_cmpint (get_cursor (fixture), ==, 7);
  activate (fixture, "win.previous-mark");
  g_assert_cmpint (get_cursor (fixture), ==, 16);

  place_cursor (fixture->buffer, 2);
  g_assert_null (get_selected (fixture));
  activate (fixture, "win.previous-mark");
  g_assert_cmpint (get_cursor (fixture), ==, 16);
}

static void
test_walk_with_keys (Fixture *fixture)
{
  if (!has_hand ())
    return;

  type_keys (fixture->buffer, "Hello! " AD " Goodbye.");
  use_hand ("key", "F8", NULL);
  wait_until (get_cursor (fixture) == 7);
  use_hand ("key", "F8", NULL);
  wait_until (get_cursor (fixture) == 16);
  use_hand ("key", "shift+F8", NULL);
  wait_until (get_cursor (fixture) == 7);
}

static void
test_panel_leads_cursor (Fixture *fixture)
{
  GtkListView *list = find_widget (fixture->window, GTK_TYPE_LIST_VIEW);

  type_keys (fixture->buffer, "Hello! " AD " Goodbye.");
  gtk_selection_model_select_item (gtk_list_view_get_model (list), 1, TRUE);
  g_assert_cmpint (get_cursor (fixture), ==, 16);
  g_assert_cmpstr (get_selected_phrase (fixture), ==, "only 3 left");
}

static gpointer
find_expanded_row (GtkListView *list)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (list));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child)) {
    MellowSuggestionRow *row = find_widget (child, MELLOW_TYPE_SUGGESTION_ROW);

    if (row != NULL && mellow_suggestion_row_get_expanded (row))
      return row;
  }

  return NULL;
}

static void
test_row_at_cursor_is_expanded (Fixture *fixture)
{
  GtkListView *list = find_widget (fixture->window, GTK_TYPE_LIST_VIEW);

  type_keys (fixture->buffer, AD);
  g_assert_null (find_expanded_row (list));
  place_cursor (fixture->buffer, 3);
  wait_until (find_expanded_row (list) != NULL);
  g_assert_cmpstr (
      mellow_mark_get_phrase (mellow_suggestion_row_get_mark (find_expanded_row (list))), ==,
      "Act now");
}

/* --- looks --- */

static void
set_setting (Fixture *fixture, const char *action, const char *value)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), action,
                                  g_variant_new_string (value));
}

static GdkRGBA
get_underline_color (Fixture *fixture)
{
  MellowHighlighter *highlighter = mellow_draft_get_highlighter (fixture->draft);
  g_autoptr (GdkRGBA) color = NULL;

  g_object_get (mellow_highlighter_get_tag (highlighter, PROSE_SEVERITY_PRESSURE), "underline-rgba",
                &color, NULL);
  return *color;
}

static void
test_dark_and_light (Fixture *fixture)
{
  GdkRGBA light, dark, again;

  set_setting (fixture, "color-scheme", "light");
  light = get_underline_color (fixture);
  set_setting (fixture, "color-scheme", "dark");
  g_assert_true (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  dark = get_underline_color (fixture);
  g_assert_false (gdk_rgba_equal (&light, &dark));
  set_setting (fixture, "color-scheme", "light");
  again = get_underline_color (fixture);
  g_assert_true (gdk_rgba_equal (&light, &again));
  set_setting (fixture, "color-scheme", "system");
}

static void
test_folding (Fixture *fixture)
{
  GtkWidget *panel = find_widget (fixture->window, MELLOW_TYPE_SIDE_PANEL);
  GtkTextTag *tag = mellow_highlighter_get_tag (mellow_draft_get_highlighter (fixture->draft),
                                                PROSE_SEVERITY_PRESSURE);
  PangoUnderline underline;

  activate (fixture, "win.show-panel");
  g_assert_false (gtk_widget_get_visible (panel));
  activate (fixture, "win.show-panel");
  g_assert_true (gtk_widget_get_visible (panel));

  activate (fixture, "win.show-marks");
  g_object_get (tag, "underline", &underline, NULL);
  g_assert_cmpint (underline, ==, PANGO_UNDERLINE_NONE);
  activate (fixture, "win.show-marks");
  g_object_get (tag, "underline", &underline, NULL);
  g_assert_cmpint (underline, !=, PANGO_UNDERLINE_NONE);
}

static GtkOrientation
get_split (Fixture *fixture)
{
  return gtk_orientable_get_orientation (find_widget (fixture->window, GTK_TYPE_PANED));
}

static void
set_width (Fixture *fixture, int width)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 700);
}

static void
test_narrow_window (Fixture *fixture)
{
  g_assert_cmpint (get_split (fixture), ==, GTK_ORIENTATION_HORIZONTAL);
  set_width (fixture, 680);
  wait_until (get_split (fixture) == GTK_ORIENTATION_VERTICAL);
  set_width (fixture, 520);
  wait_until (gtk_widget_get_width (GTK_WIDGET (fixture->window)) <= 520);
  set_width (fixture, 1000);
  wait_until (get_split (fixture) == GTK_ORIENTATION_HORIZONTAL);
}

static void
test_text_column (Fixture *fixture)
{
  GtkTextView *view = find_widget (fixture->window, MELLOW_TYPE_TEXT_VIEW);
  int narrow;

  wait_until (has_place (view));
  narrow = gtk_text_view_get_left_margin (view);
  set_width (fixture, 1270);
  wait_until (gtk_text_view_get_left_margin (view) > narrow);
  g_assert_cmpint (gtk_text_view_get_left_margin (view), ==, gtk_text_view_get_right_margin (view));
}

/* What is inside of a tab bar is made by libadwaita. */
static void
assert_says_what_it_is (GtkWidget *widget)
{
  if (ADW_IS_TAB_BAR (widget))
    return;
  if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL &&
      gtk_widget_get_tooltip_text (widget) != NULL)
    g_assert_true (
        gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL));
  if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL &&
      gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) != NULL &&
      g_str_has_prefix (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "win."))
    g_assert_nonnull (gtk_widget_get_tooltip_text (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_says_what_it_is (child);
}

static void
test_icon_buttons_say_what_they_are (Fixture *fixture)
{
  assert_says_what_it_is (GTK_WIDGET (fixture->window));
}

/* --- files --- */

static void
test_open_and_save (Fixture *fixture)
{
  static const char bytes[] = "\xef\xbb\xbf" AD "\r\nKøb\r\nblåbær";
  static const char edited[] = "\xef\xbb\xbf" AD "\r\n\r\nKøb\r\nblåbær";
  g_autofree char *directory = g_dir_make_tmp ("mellow-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "ad.txt", NULL);
  g_autofree char *saved = NULL;
  gsize length;

  g_assert_true (g_file_set_contents (path, bytes, sizeof bytes - 1, NULL));
  open_file (fixture, path);
  wait_until (gtk_text_buffer_get_char_count (fixture->buffer) > 0);
  g_assert_cmpuint (count_windows (fixture), ==, 1);
  assert_tags (fixture->buffer, AD_TAGS);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "ad.txt");

  place_cursor (fixture->buffer, strlen (AD));
  type_keys (fixture->buffer, "\n");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "• ad.txt");
  activate (fixture, "win.save");
  g_assert_false (mellow_draft_is_modified (fixture->draft));
  activate (fixture, "win.save");
  wait_until (!mellow_page_is_saving (mellow_window_get_page (fixture->window)));

  g_assert_true (g_file_get_contents (path, &saved, &length, NULL));
  g_assert_cmpmem (saved, length, edited, sizeof edited - 1);
  g_remove (path);
  g_rmdir (directory);
}

static void
test_file_that_is_not_there (Fixture *fixture)
{
  open_file (fixture, "/nonexistent/ad.txt");
  wait_until (mellow_draft_get_file (fixture->draft) != NULL);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "ad.txt");
}

static void
test_binary_file_is_refused (Fixture *fixture)
{
  open_file (fixture, g_getenv ("MELLOW_FIXED_RULES"));
  answer_dialog ("close");
  g_assert_null (mellow_draft_get_file (fixture->draft));
  assert_text (fixture->buffer, "");
}

static void
test_closing_unsaved_text_asks (Fixture *fixture)
{
  type_keys (fixture->buffer, AD);
  gtk_window_close (GTK_WINDOW (fixture->window));
  answer_dialog ("cancel");
  assert_text (fixture->buffer, AD);

  gtk_window_close (GTK_WINDOW (fixture->window));
  answer_dialog ("discard");
  wait_until (count_windows (fixture) == 0);
}

static void
test_closing_saved_text_does_not_ask (Fixture *fixture)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_until (count_windows (fixture) == 0);
}

/* --- tabs --- */

static AdwTabView *
get_tabs (Fixture *fixture)
{
  return find_widget (fixture->window, ADW_TYPE_TAB_VIEW);
}

static int
count_tabs (Fixture *fixture)
{
  return adw_tab_view_get_n_pages (get_tabs (fixture));
}

static GListModel *
get_listed_marks (Fixture *fixture)
{
  GtkListView *list =
      find_widget (find_widget (fixture->window, MELLOW_TYPE_SUGGESTION_PANEL), GTK_TYPE_LIST_VIEW);

  return G_LIST_MODEL (gtk_list_view_get_model (list));
}

/* Panel and title are those of the text that is seen. */
static void
test_tabs (Fixture *fixture)
{
  MellowDraft *first = fixture->draft;

  type_keys (fixture->buffer, AD " ");
  activate (fixture, "win.new-tab");
  follow_window (fixture);
  g_assert_cmpint (count_tabs (fixture), ==, 2);
  g_assert_true (fixture->draft != first);
  g_assert_cmpuint (g_list_model_get_n_items (get_listed_marks (fixture)), ==, 0);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "New Draft");

  type_keys (fixture->buffer, "Act now. ");
  g_assert_cmpuint (g_list_model_get_n_items (get_listed_marks (fixture)), ==, 1);
  adw_tab_view_select_previous_page (get_tabs (fixture));
  g_assert_cmpuint (g_list_model_get_n_items (get_listed_marks (fixture)), ==, 2);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "• New Draft");

  activate (fixture, "win.undo");
  g_assert_true (mellow_page_get_draft (mellow_window_get_page (fixture->window)) == first);
  assert_text (fixture->buffer, "Act now. ");
  follow_window (fixture);
}

static void
test_tabs_with_keys (Fixture *fixture)
{
  if (!has_hand ())
    return;

  use_hand ("key", "ctrl+t", NULL);
  wait_until (count_tabs (fixture) == 2);
  use_hand ("type", "Act now ", NULL);
  follow_window (fixture);
  wait_until (g_list_model_get_n_items (fixture->marks) == 1);
  use_hand ("key", "ctrl+Page_Up", NULL);
  wait_until (adw_tab_view_get_selected_page (get_tabs (fixture)) ==
              adw_tab_view_get_nth_page (get_tabs (fixture), 0));
  use_hand ("key", "ctrl+w", NULL);
  wait_until (count_tabs (fixture) == 1);
  g_assert_true (mellow_page_get_draft (mellow_window_get_page (fixture->window)) ==
                 fixture->draft);
}

static void
test_closing_an_unsaved_tab_asks (Fixture *fixture)
{
  activate (fixture, "win.new-tab");
  follow_window (fixture);
  type_keys (fixture->buffer, AD);
  activate (fixture, "win.close-tab");
  answer_dialog ("cancel");
  g_assert_cmpint (count_tabs (fixture), ==, 2);

  activate (fixture, "win.close-tab");
  answer_dialog ("discard");
  wait_until (count_tabs (fixture) == 1);
  follow_window (fixture);
}

static void
test_the_last_tab_closes_the_window (Fixture *fixture)
{
  activate (fixture, "win.close-tab");
  wait_until (count_windows (fixture) == 0);
}

/* One question for all of them, that names each. */
static void
test_closing_several_unsaved_texts_asks_once (Fixture *fixture)
{
  type_keys (fixture->buffer, AD);
  activate (fixture, "win.new-tab");
  activate (fixture, "win.new-tab");
  follow_window (fixture);
  type_keys (fixture->buffer, AD);
  gtk_window_close (GTK_WINDOW (fixture->window));
  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_until (find_dialog () != NULL);
  g_assert_cmpstr (adw_message_dialog_get_body (find_dialog ()), ==,
                   "These texts have changes that are not saved. Without saving they are lost.\n"
                   "\n• New Draft\n• New Draft");
  answer_dialog ("discard");
  wait_until (count_windows (fixture) == 0);
}

static void
test_a_file_is_open_once (Fixture *fixture)
{
  open_file (fixture, "/nonexistent/ad.txt");
  open_file (fixture, "/nonexistent/mail.txt");
  g_assert_cmpint (count_tabs (fixture), ==, 2);
  open_file (fixture, "/nonexistent/ad.txt");
  g_assert_cmpint (count_tabs (fixture), ==, 2);
  follow_window (fixture);
  wait_until (mellow_draft_get_file (fixture->draft) != NULL);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "ad.txt");
}

/* As when it is dragged out. */
static void
test_a_tab_moves_to_a_window_of_its_own (Fixture *fixture)
{
  AdwTabView *tabs = get_tabs (fixture);
  AdwTabView *others;

  type_keys (fixture->buffer, AD " ");
  activate (fixture, "win.new-tab");
  g_signal_emit_by_name (tabs, "create-window", &others);
  adw_tab_view_transfer_page (tabs, adw_tab_view_get_nth_page (tabs, 0), others, 0);
  g_assert_cmpuint (count_windows (fixture), ==, 2);
  fixture->window = MELLOW_WINDOW (gtk_widget_get_root (GTK_WIDGET (others)));
  g_assert_cmpuint (g_list_model_get_n_items (get_listed_marks (fixture)), ==, 2);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "• New Draft");
}

/* --- rules --- */

static void
test_without_rules (Fixture *fixture)
{
  AdwStatusPage *note = find_widget (fixture->window, ADW_TYPE_STATUS_PAGE);

  type_keys (fixture->buffer, AD);
  assert_text (fixture->buffer, AD);
  assert_tags (fixture->buffer, "");
  g_assert_cmpstr (adw_status_page_get_title (note), ==, "No Rules to Check By");
}

static void
test_shipped_rules (Fixture *fixture)
{
  type_keys (fixture->buffer, AD " ");
  g_assert_cmpuint (g_list_model_get_n_items (fixture->marks), ==, 2);
}

int
main (int argc, char **argv)
{
  const char *fixed = g_getenv ("MELLOW_FIXED_RULES");

  gtk_test_init (&argc, &argv, NULL);

  add ("/window/typing", test_typing, fixed);
  add ("/window/typing-with-keys", test_typing_with_keys, fixed);
  add ("/window/tone-moves", test_tone_moves, fixed);
  add ("/window/rewrite-by-action", test_rewrite_by_action, fixed);
  add ("/window/rewrite-by-key", test_rewrite_by_key, fixed);
  add ("/window/rewrite-by-click", test_rewrite_by_click, fixed);
  add ("/window/rewrite-without-mark", test_rewrite_without_mark, fixed);
  add ("/window/card-by-keys", test_card_by_keys, fixed);
  add ("/window/tab-goes-round-in-the-card", test_tab_goes_round_in_the_card, fixed);
  add ("/window/no-card-without-a-mark", test_no_card_without_a_mark, fixed);
  add ("/window/card-by-click", test_card_by_click, fixed);
  add ("/window/card-by-rest", test_card_by_rest, fixed);
  add ("/window/card-leaves-its-sentence-free", test_card_leaves_its_sentence_free, fixed);
  add ("/window/rewrite-all", test_rewrite_all, fixed);
  add ("/window/rewrite-some", test_rewrite_some, fixed);
  add ("/window/rewrite-all-cancelled", test_rewrite_all_cancelled, fixed);
  add ("/window/walk", test_walk, fixed);
  add ("/window/walk-with-keys", test_walk_with_keys, fixed);
  add ("/window/panel-leads-cursor", test_panel_leads_cursor, fixed);
  add ("/window/row-at-cursor-is-expanded", test_row_at_cursor_is_expanded, fixed);
  add ("/window/dark-and-light", test_dark_and_light, fixed);
  add ("/window/folding", test_folding, fixed);
  add ("/window/narrow-window", test_narrow_window, fixed);
  add ("/window/text-column", test_text_column, fixed);
  add ("/window/icon-buttons-say-what-they-are", test_icon_buttons_say_what_they_are, fixed);
  add ("/window/open-and-save", test_open_and_save, fixed);
  add ("/window/file-that-is-not-there", test_file_that_is_not_there, fixed);
  add ("/window/binary-file-is-refused", test_binary_file_is_refused, fixed);
  add ("/window/closing-unsaved-text-asks", test_closing_unsaved_text_asks, fixed);
  add ("/window/closing-saved-text-does-not-ask", test_closing_saved_text_does_not_ask, fixed);
  add ("/window/tabs", test_tabs, fixed);
  add ("/window/tabs-with-keys", test_tabs_with_keys, fixed);
  add ("/window/closing-an-unsaved-tab-asks", test_closing_an_unsaved_tab_asks, fixed);
  add ("/window/the-last-tab-closes-the-window", test_the_last_tab_closes_the_window, fixed);
  add ("/window/closing-several-unsaved-texts-asks-once",
       test_closing_several_unsaved_texts_asks_once, fixed);
  add ("/window/a-file-is-open-once", test_a_file_is_open_once, fixed);
  add ("/window/a-tab-moves-to-a-window-of-its-own", test_a_tab_moves_to_a_window_of_its_own,
       fixed);
  add ("/window/without-rules", test_without_rules, "/nonexistent/rules.db");
  add ("/window/shipped-rules", test_shipped_rules, g_getenv ("MELLOW_SHIPPED_RULES"));

  return g_test_run ();
}
