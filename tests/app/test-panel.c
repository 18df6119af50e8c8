/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The side panel in the real window: filters, groups, and what it says when it has
 * nothing to list.
 */

#include "mellow-card.h"
#include "mellow-filter-bar.h"
#include "mellow-group-row.h"
#include "mellow-suggestion-panel.h"
#include "mellow-suggestion-row.h"
#include "window-fixture.h"

#define AD                                                                                         \
  "# Act now\n\nOnly 3 left, so act now! We are proud.\n\nAct now. Do not let us down, act now."

static MellowSuggestionPanel *
get_panel (Fixture *fixture)
{
  return find_widget (fixture->window, MELLOW_TYPE_SUGGESTION_PANEL);
}

static gpointer
find_in_panel (Fixture *fixture, GType type)
{
  return find_widget (get_panel (fixture), type);
}

static GtkWidget *
get_view (Fixture *fixture)
{
  return GTK_WIDGET (
      mellow_editor_get_view (mellow_page_get_editor (mellow_window_get_page (fixture->window))));
}

static const char *
get_selected_phrase (Fixture *fixture)
{
  MellowMark *mark = mellow_suggestion_panel_get_selected (get_panel (fixture));

  return mark != NULL ? mellow_mark_get_phrase (mark) : NULL;
}

static guint
count_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (
      G_LIST_MODEL (gtk_list_view_get_model (find_in_panel (fixture, GTK_TYPE_LIST_VIEW))));
}

/* Whether a label with that text can be seen in root. */
static gboolean
shows_text (gpointer root, const char *text)
{
  if (!gtk_widget_get_mapped (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (root), text))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_text (child, text))
      return TRUE;

  return FALSE;
}

static gboolean
panel_shows (Fixture *fixture, const char *text)
{
  return shows_text (get_panel (fixture), text);
}

/* The button that does that, in root. */
static gpointer
find_button (gpointer root, const char *action)
{
  if (GTK_IS_ACTIONABLE (root) && gtk_widget_get_mapped (root) &&
      g_strcmp0 (gtk_actionable_get_action_name (root), action) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    gpointer found = find_button (child, action);

    if (found != NULL)
      return found;
  }

  return NULL;
}

static void
filter_by_family (Fixture *fixture, const char *family)
{
  g_assert_true (gtk_widget_activate_action (find_in_panel (fixture, MELLOW_TYPE_FILTER_BAR),
                                             "filter.family", "s", family));
}

/* Text in the window, the cursor before all marks. */
static void
write_ad (Fixture *fixture)
{
  type_text (fixture->buffer, AD);
  place_cursor (fixture->buffer, 0);
  wait_until (panel_shows (fixture, "7 to soften"));
}

/* --- filters --- */

static void
test_family (Fixture *fixture)
{
  write_ad (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 4);
  filter_by_family (fixture, "scarcity");
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  wait_until (panel_shows (fixture, "1 of 7"));
  g_assert_true (panel_shows (fixture, "Stock scarcity"));
  filter_by_family (fixture, "");
  wait_until (panel_shows (fixture, "7 to soften"));
}

/* The list opens with its first choice, and has only what occurs. */
static void
test_severity_with_keys (Fixture *fixture)
{
  gpointer bar = find_in_panel (fixture, MELLOW_TYPE_FILTER_BAR);
  gpointer button = find_widget (bar, GTK_TYPE_MENU_BUTTON);

  if (!has_hand ())
    return;

  type_text (fixture->buffer, "Act now, only 3 left!");
  wait_until (panel_shows (fixture, "2 to soften"));
  gtk_widget_grab_focus (button);
  use_hand ("key", "space", NULL);
  wait_until (gtk_menu_button_get_popover (button) != NULL &&
              gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (button))));
  g_assert_true (shows_text (gtk_menu_button_get_popover (button), "All Severities  2"));
  g_assert_true (shows_text (gtk_menu_button_get_popover (button), "Needs proof  1"));
  g_assert_false (shows_text (gtk_menu_button_get_popover (button), "Note  0"));
  use_hand ("key", "Down", "Down", "Return", NULL);
  wait_until (panel_shows (fixture, "1 of 2"));
  use_hand ("key", "ctrl+alt+shift+f", NULL);
  wait_until (panel_shows (fixture, "2 to soften"));
}

/* Zones are offered where there is a choice of them. */
static void
test_zone (Fixture *fixture)
{
  gpointer bar = find_in_panel (fixture, MELLOW_TYPE_FILTER_BAR);

  type_text (fixture->buffer, "Act now, only 3 left!");
  wait_until (panel_shows (fixture, "Family"));
  g_assert_false (panel_shows (fixture, "Zone"));
  place_cursor (fixture->buffer, 0);
  type_text (fixture->buffer, "# Act now\n\n");
  wait_until (panel_shows (fixture, "Zone"));
  g_assert_true (gtk_widget_activate_action (bar, "filter.zone", "i", PROSE_ZONE_HEADLINE));
  wait_until (panel_shows (fixture, "1 of 3"));
  g_assert_true (panel_shows (fixture, "Headline"));
}

static void
test_words_with_keys (Fixture *fixture)
{
  if (!has_hand ())
    return;

  write_ad (fixture);
  use_hand ("key", "ctrl+alt+f", NULL);
  wait_until (GTK_IS_TEXT (gtk_root_get_focus (GTK_ROOT (fixture->window))));
  use_hand ("type", "--delay", "5", "proud", NULL);
  wait_until (panel_shows (fixture, "1 of 7"));
  use_hand ("key", "Return", NULL);
  wait_until (g_strcmp0 (get_selected_phrase (fixture), "We are proud") == 0);
  g_assert_true (gtk_widget_has_focus (get_view (fixture)));

  use_hand ("key", "ctrl+alt+f", "Escape", NULL);
  wait_until (panel_shows (fixture, "7 to soften"));
  g_assert_true (gtk_widget_has_focus (get_view (fixture)));
  assert_text (fixture->buffer, AD);
}

/* What is not shown is passed over, and not in the panel when the cursor is there;
 * its card and its keys are. */
static void
test_walk_under_a_filter (Fixture *fixture)
{
  MellowCard *card = find_widget (mellow_window_get_page (fixture->window), MELLOW_TYPE_CARD);

  write_ad (fixture);
  filter_by_family (fixture, "shame");
  activate (fixture, "win.next-mark");
  g_assert_cmpstr (get_selected_phrase (fixture), ==, "let us down");
  activate (fixture, "win.next-mark");
  g_assert_cmpstr (get_selected_phrase (fixture), ==, "let us down");
  activate (fixture, "win.previous-mark");
  g_assert_cmpstr (get_selected_phrase (fixture), ==, "let us down");

  place_cursor (fixture->buffer, 4);
  g_assert_null (get_selected_phrase (fixture));
  activate (fixture, "win.show-card");
  wait_until (mellow_card_get_mark (card) != NULL);
  g_assert_cmpstr (mellow_mark_get_phrase (mellow_card_get_mark (card)), ==, "Act now");
  g_assert_null (get_selected_phrase (fixture));
  gtk_popover_popdown (GTK_POPOVER (card));

  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.apply-rewrite", "u", 0));
  wait_until (g_list_model_get_n_items (fixture->marks) == 6);
}

/* A filter that lets the mark at the cursor pass again shows it there. */
static void
test_filter_keeps_step_with_the_cursor (Fixture *fixture)
{
  write_ad (fixture);
  place_cursor (fixture->buffer, 14);
  g_assert_cmpstr (get_selected_phrase (fixture), ==, "Only 3 left");
  filter_by_family (fixture, "shame");
  g_assert_null (get_selected_phrase (fixture));
  filter_by_family (fixture, "scarcity");
  g_assert_cmpstr (get_selected_phrase (fixture), ==, "Only 3 left");
  g_assert_cmpint (get_cursor (fixture->buffer), ==, 14);
}

static void
test_nothing_under_the_filter (Fixture *fixture)
{
  if (!has_hand ())
    return;

  write_ad (fixture);
  filter_by_family (fixture, "scarcity");
  g_assert_true (gtk_widget_activate_action (find_in_panel (fixture, MELLOW_TYPE_FILTER_BAR),
                                             "filter.severity", "i", PROSE_SEVERITY_NOTE));
  wait_until (panel_shows (fixture, "Nothing Under This Filter"));
  g_assert_true (panel_shows (fixture, "7 marks are waiting outside of the filter."));
  click (fixture,
         find_button (find_in_panel (fixture, ADW_TYPE_STATUS_PAGE), "panel.clear-filter"));
  wait_until (panel_shows (fixture, "7 to soften"));
}

static void
test_clear_by_click (Fixture *fixture)
{
  if (!has_hand ())
    return;

  write_ad (fixture);
  g_assert_null (find_button (get_panel (fixture), "panel.clear-filter"));
  filter_by_family (fixture, "scarcity");
  wait_until (find_button (get_panel (fixture), "panel.clear-filter") != NULL);
  click (fixture, find_button (get_panel (fixture), "panel.clear-filter"));
  wait_until (panel_shows (fixture, "7 to soften"));
  g_assert_null (find_button (get_panel (fixture), "panel.clear-filter"));
}

/* Another text is seen through the same filter. */
static void
test_filter_stays_with_the_panel (Fixture *fixture)
{
  write_ad (fixture);
  filter_by_family (fixture, "scarcity");
  activate (fixture, "win.new-tab");
  follow_window (fixture);
  wait_until (panel_shows (fixture, "Write Away"));
  type_text (fixture->buffer, "Only 3 left. Act now! ");
  wait_until (panel_shows (fixture, "1 of 2"));
}

/* --- groups --- */

static void
test_group (Fixture *fixture)
{
  write_ad (fixture);
  wait_until (panel_shows (fixture, "+3 like this"));
  place_cursor (fixture->buffer, 30);
  g_assert_cmpstr (get_selected_phrase (fixture), ==, "act now");
  wait_until (panel_shows (fixture, "2 of 4 like this"));
  g_assert_false (panel_shows (fixture, "+3 like this"));
  place_cursor (fixture->buffer, 0);
  wait_until (panel_shows (fixture, "+3 like this"));
}

static void
test_group_with_keys (Fixture *fixture)
{
  if (!has_hand ())
    return;

  write_ad (fixture);
  place_cursor (fixture->buffer, 4);
  use_hand ("key", "ctrl+F8", NULL);
  wait_until (get_cursor (fixture->buffer) == 27);
  use_hand ("key", "ctrl+F8", NULL);
  wait_until (get_cursor (fixture->buffer) == 51);
  wait_until (panel_shows (fixture, "3 of 4 like this"));
  use_hand ("key", "ctrl+shift+F8", NULL);
  wait_until (get_cursor (fixture->buffer) == 27);
  use_hand ("key", "F8", NULL);
  wait_until (g_strcmp0 (get_selected_phrase (fixture), "We are proud") == 0);
  activate (fixture, "win.next-alike");
  g_assert_cmpstr (get_selected_phrase (fixture), ==, "We are proud");
}

static void
test_group_by_click (Fixture *fixture)
{
  if (!has_hand ())
    return;

  write_ad (fixture);
  place_cursor (fixture->buffer, 4);
  wait_until (find_button (find_in_panel (fixture, GTK_TYPE_LIST_VIEW), "win.next-alike") != NULL);
  click (fixture, find_button (find_in_panel (fixture, GTK_TYPE_LIST_VIEW), "win.next-alike"));
  wait_until (get_cursor (fixture->buffer) == 27);
  use_hand ("click", "1", NULL);
  wait_until (get_cursor (fixture->buffer) == 51);
  g_assert_cmpuint (count_rows (fixture), ==, 4);
}

/* An edit of the first one leaves the others their row. */
static void
test_rewritten_member_leaves_the_group (Fixture *fixture)
{
  write_ad (fixture);
  place_cursor (fixture->buffer, 4);
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.apply-rewrite", "u", 0));
  wait_until (panel_shows (fixture, "+2 like this"));
  g_assert_true (panel_shows (fixture, "6 to soften"));
  activate (fixture, "win.undo");
  wait_until (panel_shows (fixture, "7 to soften"));
}

/* --- by the keyboard --- */

static gboolean
has_focus_in_list (Fixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL &&
         gtk_widget_is_ancestor (focus, find_in_panel (fixture, GTK_TYPE_LIST_VIEW));
}

/* F6 goes from the text to the row of the phrase at the cursor, arrows along the
 * rows, Return to the phrase. */
static void
test_rows_with_keys (Fixture *fixture)
{
  if (!has_hand ())
    return;

  write_ad (fixture);
  place_cursor (fixture->buffer, 14);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  use_hand ("key", "F6", NULL);
  wait_until (has_focus_in_list (fixture));
  use_hand ("key", "Down", NULL);
  wait_until (g_strcmp0 (get_selected_phrase (fixture), "We are proud") == 0);
  g_assert_true (has_focus_in_list (fixture));
  use_hand ("key", "Return", NULL);
  wait_until (gtk_widget_has_focus (get_view (fixture)));
  g_assert_cmpint (get_cursor (fixture->buffer), ==, 36);
  assert_text (fixture->buffer, AD);
}

/* From a row the next step leaves the rows, as there may be thousands. */
static void
test_tab_leaves_the_rows (Fixture *fixture)
{
  if (!has_hand ())
    return;

  write_ad (fixture);
  use_hand ("key", "F6", NULL);
  wait_until (has_focus_in_list (fixture));
  use_hand ("key", "Tab", NULL);
  wait_until (!has_focus_in_list (fixture));
}

/* Before the rows comes the header; Escape leads back to the text. */
static void
test_header_with_keys (Fixture *fixture)
{
  if (!has_hand ())
    return;

  write_ad (fixture);
  use_hand ("key", "F6", NULL);
  wait_until (has_focus_in_list (fixture));
  use_hand ("key", "shift+Tab", NULL);
  wait_until (!has_focus_in_list (fixture));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                         GTK_WIDGET (get_panel (fixture))));
  use_hand ("key", "Escape", NULL);
  wait_until (gtk_widget_has_focus (get_view (fixture)));
}

/* --- nothing to list --- */

static void
test_what_an_empty_panel_says (Fixture *fixture)
{
  wait_until (panel_shows (fixture, "Write Away"));
  g_assert_false (panel_shows (fixture, "Family"));
  type_text (fixture->buffer, "The kettle is on, and you are welcome to look around the shop.");
  wait_until (panel_shows (fixture, "Nothing Pushes Here"));
  mellow_suggestion_panel_set_n_ignored (get_panel (fixture), 3);
  wait_until (panel_shows (fixture, "Nothing Left to Soften"));
  g_assert_true (
      panel_shows (fixture, "3 phrases are marked by the rules; you chose to ignore them."));
  g_assert_nonnull (find_button (get_panel (fixture), "win.show-ignored"));
  mellow_suggestion_panel_set_n_ignored (get_panel (fixture), 0);
  wait_until (panel_shows (fixture, "Nothing Pushes Here"));
  g_assert_null (find_button (get_panel (fixture), "win.show-ignored"));
}

static void
test_filter_without_marks (Fixture *fixture)
{
  activate (fixture, "win.filter-marks");
  g_assert_true (gtk_widget_has_focus (get_view (fixture)));
}

/* --- many --- */

static guint
count_widgets (gpointer root, GType type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (root), type);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child, type);

  return n;
}

/* There are widgets for what is in view and about it, no more; the far end is
 * reached at once. */
static void
test_many_marks (Fixture *fixture)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < 2000; i++)
    g_string_append_printf (text, "Only %d left.\n\n", i + 2);
  type_text (fixture->buffer, text->str);
  wait_until (panel_shows (fixture, "2000 to soften"));
  g_assert_cmpuint (count_rows (fixture), ==, 2000);
  g_assert_cmpuint (count_widgets (get_panel (fixture), MELLOW_TYPE_GROUP_ROW), <, 300);
  activate (fixture, "win.previous-mark");
  wait_until (panel_shows (fixture, "“Only 2001 left”"));
  g_assert_cmpuint (count_widgets (get_panel (fixture), MELLOW_TYPE_GROUP_ROW), <, 300);
}

/* Where the note that is expanded starts, from the top of the list; G_MAXINT if none is. */
static int
get_top_of_note (Fixture *fixture)
{
  GtkWidget *list = find_in_panel (fixture, GTK_TYPE_LIST_VIEW);
  graphene_rect_t bounds;

  for (GtkWidget *child = gtk_widget_get_first_child (list); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *row = gtk_widget_get_first_child (child);

    if (gtk_widget_get_child_visible (child) && MELLOW_IS_GROUP_ROW (row) &&
        mellow_group_row_is_expanded (MELLOW_GROUP_ROW (row)) &&
        gtk_widget_compute_bounds (child, list, &bounds))
      return bounds.origin.y;
  }

  return G_MAXINT;
}

/* In a narrow window a note may be higher than the panel. */
static void
test_the_start_of_a_note_is_seen (Fixture *fixture)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 700);
  write_ad (fixture);
  for (int i = 0; i < 3; i++) {
    activate (fixture, "win.next-mark");
    gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
    wait_until (get_top_of_note (fixture) >= 0 && get_top_of_note (fixture) < 60);
  }
}

int
main (int argc, char **argv)
{
  const char *rules = g_getenv ("MELLOW_FIXED_RULES");

  gtk_test_init (&argc, &argv, NULL);

  add ("/panel/family", test_family, rules);
  add ("/panel/the-start-of-a-note-is-seen", test_the_start_of_a_note_is_seen, rules);
  add ("/panel/severity-with-keys", test_severity_with_keys, rules);
  add ("/panel/zone", test_zone, rules);
  add ("/panel/words-with-keys", test_words_with_keys, rules);
  add ("/panel/walk-under-a-filter", test_walk_under_a_filter, rules);
  add ("/panel/filter-keeps-step-with-the-cursor", test_filter_keeps_step_with_the_cursor, rules);
  add ("/panel/nothing-under-the-filter", test_nothing_under_the_filter, rules);
  add ("/panel/clear-by-click", test_clear_by_click, rules);
  add ("/panel/filter-stays-with-the-panel", test_filter_stays_with_the_panel, rules);
  add ("/panel/group", test_group, rules);
  add ("/panel/group-with-keys", test_group_with_keys, rules);
  add ("/panel/group-by-click", test_group_by_click, rules);
  add ("/panel/rewritten-member-leaves-the-group", test_rewritten_member_leaves_the_group, rules);
  add ("/panel/rows-with-keys", test_rows_with_keys, rules);
  add ("/panel/tab-leaves-the-rows", test_tab_leaves_the_rows, rules);
  add ("/panel/header-with-keys", test_header_with_keys, rules);
  add ("/panel/what-an-empty-panel-says", test_what_an_empty_panel_says, rules);
  add ("/panel/filter-without-marks", test_filter_without_marks, rules);
  add ("/panel/many-marks", test_many_marks, rules);

  return g_test_run ();
}
