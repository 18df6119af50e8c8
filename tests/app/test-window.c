/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The real window on a real display: keys and clicks go in, and what is tagged,
 * listed and written comes out.
 */

#include <glib/gstdio.h>
#include <string.h>

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
  g_assert_cmpint (get_cursor (fixture->buffer), ==, 7);
  g_assert_cmpstr (get_selected_phrase (fixture), ==, "Act now");
  activate (fixture, "win.next-mark");
  g_assert_cmpint (get_cursor (fixture->buffer), ==, 16);
  activate (fixture, "win.next-mark");
  g_assert_cmpint (get_cursor (fixture->buffer), ==, 7);
  activate (fixture, "win.previous-mark");
  g_assert_cmpint (get_cursor (fixture->buffer), ==, 16);

  place_cursor (fixture->buffer, 2);
  g_assert_null (get_selected (fixture));
  activate (fixture, "win.previous-mark");
  g_assert_cmpint (get_cursor (fixture->buffer), ==, 16);
}

static void
test_walk_with_keys (Fixture *fixture)
{
  if (!has_hand ())
    return;

  type_keys (fixture->buffer, "Hello! " AD " Goodbye.");
  use_hand ("key", "F8", NULL);
  wait_until (get_cursor (fixture->buffer) == 7);
  use_hand ("key", "F8", NULL);
  wait_until (get_cursor (fixture->buffer) == 16);
  use_hand ("key", "shift+F8", NULL);
  wait_until (get_cursor (fixture->buffer) == 7);
}

static void
test_panel_leads_cursor (Fixture *fixture)
{
  GtkListView *list = find_widget (fixture->window, GTK_TYPE_LIST_VIEW);

  type_keys (fixture->buffer, "Hello! " AD " Goodbye.");
  gtk_selection_model_select_item (gtk_list_view_get_model (list), 1, TRUE);
  g_assert_cmpint (get_cursor (fixture->buffer), ==, 16);
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

/* As a tooltip is in GTK 4.8: a label whose parent has no actions of its own keeps those of the
 * window, also after it was taken out and the window is gone. */
static GtkWidget *
keep_actions (GtkWindow *window)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));

  gtk_widget_set_parent (box, GTK_WIDGET (window));
  gtk_box_append (GTK_BOX (box), gtk_label_new ("Close"));
  gtk_widget_unparent (box);
  return box;
}

/* A switch of one window is a switch of all, but not of those that are gone. */
static void
test_a_closed_window_hears_of_no_switch (Fixture *fixture)
{
  GtkWindow *closed = GTK_WINDOW (fixture->window);
  g_autoptr (GtkWidget) kept = keep_actions (closed);

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "new-window", NULL);
  wait_until (count_windows (fixture) == 2);
  g_object_add_weak_pointer (G_OBJECT (closed), (gpointer *)&closed);
  gtk_window_destroy (closed);
  wait_until (closed == NULL);

  follow_window (fixture);
  activate (fixture, "win.show-summary");
  activate (fixture, "win.show-summary");
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
  add ("/window/rewrite-all", test_rewrite_all, fixed);
  add ("/window/rewrite-some", test_rewrite_some, fixed);
  add ("/window/rewrite-all-cancelled", test_rewrite_all_cancelled, fixed);
  add ("/window/walk", test_walk, fixed);
  add ("/window/walk-with-keys", test_walk_with_keys, fixed);
  add ("/window/panel-leads-cursor", test_panel_leads_cursor, fixed);
  add ("/window/row-at-cursor-is-expanded", test_row_at_cursor_is_expanded, fixed);
  add ("/window/a-closed-window-hears-of-no-switch", test_a_closed_window_hears_of_no_switch,
       fixed);
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
  add ("/window/without-rules", test_without_rules, "/nonexistent/rules.db");
  add ("/window/shipped-rules", test_shipped_rules, g_getenv ("MELLOW_SHIPPED_RULES"));

  return g_test_run ();
}
