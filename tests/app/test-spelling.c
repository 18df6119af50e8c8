/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Spelling in the real window: the dots under a word, the context menu by mouse
 * and by keys, the switch, and what is said of a dictionary that is missing.
 */

#include <string.h>

#include "dictionary-fixture.h"
#include "mellow-settings.h"
#include "mellow-spelling-line.h"
#include "mellow-spelling-tag.h"
#include "window-fixture.h"

#define TEXT "Would you like to see our gardn?"
#define WORD 26 /* where "gardn" is, in characters */

static GtkTextView *
get_view (Fixture *fixture)
{
  return GTK_TEXT_VIEW (
      mellow_editor_get_view (mellow_page_get_editor (mellow_window_get_page (fixture->window))));
}

static void
settle (Fixture *fixture)
{
  MellowPage *page = mellow_window_get_page (fixture->window);

  wait_until (!mellow_speller_is_busy (mellow_spelling_assistant_get_speller (
      mellow_editor_get_spelling (mellow_page_get_editor (page)))));
}

static gboolean
is_marked (Fixture *fixture, int offset)
{
  GtkTextIter iter;

  settle (fixture);
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, offset);
  return gtk_text_iter_has_tag (&iter, mellow_spelling_tag_find (fixture->buffer));
}

static void
write_text (Fixture *fixture)
{
  type_text (fixture->buffer, TEXT);
  g_assert_true (is_marked (fixture, WORD));
}

/* --- the menu --- */

static GtkWidget *
find_menu (Fixture *fixture)
{
  return find_widget (get_view (fixture), GTK_TYPE_POPOVER_MENU);
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

/* Open and ready for keys, or closed and the text ready for them. */
static gboolean
is_menu_open (Fixture *fixture)
{
  GtkWidget *menu = find_menu (fixture);
  GtkWidget *focus = get_focus (fixture);

  return menu != NULL && gtk_widget_get_mapped (menu) && focus != NULL &&
         gtk_widget_is_ancestor (focus, menu);
}

static gboolean
is_menu_closed (Fixture *fixture)
{
  return !gtk_widget_get_mapped (find_menu (fixture)) &&
         gtk_widget_has_focus (GTK_WIDGET (get_view (fixture)));
}

static const char *
get_label (GtkWidget *widget)
{
  GtkWidget *label = find_widget (widget, GTK_TYPE_LABEL);

  return label != NULL ? gtk_label_get_text (GTK_LABEL (label)) : NULL;
}

/* The entry with that text; a menu is made of buttons of GTK's own type. */
static GtkWidget *
find_entry (GtkWidget *widget, const char *text)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton"))
    return g_strcmp0 (get_label (widget), text) == 0 ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_entry (child, text);

    if (found != NULL)
      return found;
  }

  return NULL;
}

static gboolean
has_entry (Fixture *fixture, const char *text)
{
  return find_entry (find_menu (fixture), text) != NULL;
}

static void
go_down (Fixture *fixture)
{
  GtkWidget *before = get_focus (fixture);

  use_hand ("key", "Down", NULL);
  wait_until (get_focus (fixture) != before);
}

/* Walks down to the entry as one does who has no mouse. */
static void
choose_with_keys (Fixture *fixture, const char *text)
{
  GtkWidget *entry = find_entry (find_menu (fixture), text);

  g_assert_nonnull (entry);
  for (guint i = 0; i < 20 && get_focus (fixture) != entry; i++)
    go_down (fixture);
  g_assert_true (get_focus (fixture) == entry);
  use_hand ("key", "Return", NULL);
  wait_until (is_menu_closed (fixture));
}

/* A pointer that rests where the menu opens would choose, too. */
static void
open_menu_with_keys (Fixture *fixture)
{
  use_hand ("mousemove", "900", "700", "key", "shift+F10", NULL);
  wait_until (is_menu_open (fixture));
}

static void
leave_menu (Fixture *fixture)
{
  use_hand ("key", "Escape", NULL);
  wait_until (is_menu_closed (fixture));
}

static void
point_at (Fixture *fixture, int offset)
{
  GtkTextView *view = get_view (fixture);
  g_autofree char *x = NULL, *y = NULL;
  graphene_point_t point;
  GdkRectangle place;
  GtkTextIter iter;
  int view_x, view_y;

  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, offset);
  gtk_text_view_get_iter_location (view, &iter, &place);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place.x + 2,
                                         place.y + place.height / 2, &view_x, &view_y);
  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (view), GTK_WIDGET (fixture->window),
                                           &GRAPHENE_POINT_INIT (view_x, view_y), &point));
  x = g_strdup_printf ("%.0f", point.x);
  y = g_strdup_printf ("%.0f", point.y);
  use_hand ("mousemove", "--sync", x, y, NULL);
}

static void
test_correct_with_keys (Fixture *fixture)
{
  if (!has_hand ())
    return;

  write_text (fixture);
  place_cursor (fixture->buffer, 0);
  use_hand ("key", "F7", NULL);
  open_menu_with_keys (fixture);
  choose_with_keys (fixture, "garden");
  assert_text (fixture->buffer, "Would you like to see our garden?");
  g_assert_false (is_marked (fixture, WORD));

  activate (fixture, "win.undo");
  assert_text (fixture->buffer, TEXT);
  g_assert_true (is_marked (fixture, WORD));
}

/* A popover has a surface of its own, which has its place in that of the window. */
static void
point_at_entry (GtkWidget *entry)
{
  GtkNative *native = gtk_widget_get_native (entry);
  GdkPopup *popup = GDK_POPUP (gtk_native_get_surface (native));
  g_autofree char *x = NULL, *y = NULL;
  double surface_x, surface_y;
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (entry, GTK_WIDGET (native), &bounds));
  gtk_native_get_surface_transform (native, &surface_x, &surface_y);
  x = g_strdup_printf ("%.0f", gdk_popup_get_position_x (popup) + surface_x + bounds.origin.x + 20);
  y = g_strdup_printf ("%.0f", gdk_popup_get_position_y (popup) + surface_y + bounds.origin.y +
                                   bounds.size.height / 2);
  use_hand ("mousemove", x, y, NULL);
}

static gboolean
is_pointed_at (GtkWidget *entry)
{
  return (gtk_widget_get_state_flags (entry) & GTK_STATE_FLAG_PRELIGHT) != 0;
}

/* The menu may still get another place when it is just open: the pointer follows. */
static void
click_entry (Fixture *fixture, const char *text)
{
  GtkWidget *entry = find_entry (find_menu (fixture), text);

  wait_until (has_place (entry));
  for (guint i = 0; i < 20 && !is_pointed_at (entry); i++) {
    gtk_test_widget_wait_for_draw (GTK_WIDGET (gtk_widget_get_native (entry)));
    point_at_entry (entry);
  }
  use_hand ("click", "1", NULL);
}

/* The cursor is elsewhere: the word that was clicked counts. */
static void
test_correct_with_mouse (Fixture *fixture)
{
  if (!has_hand ())
    return;

  write_text (fixture);
  place_cursor (fixture->buffer, 0);
  point_at (fixture, WORD + 2);
  use_hand ("click", "3", NULL);
  wait_until (is_menu_open (fixture));
  click_entry (fixture, "garden");
  wait_until (is_menu_closed (fixture));
  assert_text (fixture->buffer, "Would you like to see our garden?");
}

/* What may not be edited can still be looked at. */
static void
test_text_that_cannot_be_edited (Fixture *fixture)
{
  if (!has_hand ())
    return;

  write_text (fixture);
  gtk_text_view_set_editable (get_view (fixture), FALSE);
  place_cursor (fixture->buffer, WORD);
  open_menu_with_keys (fixture);
  g_assert_false (gtk_widget_is_sensitive (find_entry (find_menu (fixture), "garden")));
  g_assert_true (gtk_widget_is_sensitive (
      find_entry (find_menu (fixture), "Accept “gardn” in This Document")));
  leave_menu (fixture);
}

static void
test_right_word_has_no_entries (Fixture *fixture)
{
  if (!has_hand ())
    return;

  write_text (fixture);
  place_cursor (fixture->buffer, 2);
  open_menu_with_keys (fixture);
  g_assert_false (has_entry (fixture, "No Suggestions"));
  g_assert_false (has_entry (fixture, "Add “Would” to My Dictionary"));
  leave_menu (fixture);
}

static void
test_accept_and_refuse (Fixture *fixture)
{
  if (!has_hand ())
    return;

  write_text (fixture);
  place_cursor (fixture->buffer, WORD);
  open_menu_with_keys (fixture);
  choose_with_keys (fixture, "Accept “gardn” in This Document");
  g_assert_false (is_marked (fixture, WORD));
  g_assert_true (mellow_word_list_has (mellow_draft_get_accepted_words (fixture->draft), "gardn"));

  open_menu_with_keys (fixture);
  choose_with_keys (fixture, "No Longer Accept “gardn” in This Document");
  g_assert_true (is_marked (fixture, WORD));
}

/* Of all texts, not only this one. */
static void
test_own_dictionary (Fixture *fixture)
{
  g_autofree char *kept = NULL;

  if (!has_hand ())
    return;

  write_text (fixture);
  activate (fixture, "win.new-tab");
  follow_window (fixture);
  write_text (fixture);
  place_cursor (fixture->buffer, WORD + 5);
  open_menu_with_keys (fixture);
  choose_with_keys (fixture, "Add “gardn” to My Dictionary");
  g_assert_false (is_marked (fixture, WORD));
  kept = dup_own_words ("en_US");
  g_assert_cmpstr (kept, ==, "gardn");
  open_menu_with_keys (fixture);
  g_assert_true (has_entry (fixture, "Take “gardn” out of My Dictionary"));
  leave_menu (fixture);

  use_hand ("key", "ctrl+Page_Up", NULL);
  wait_until (mellow_page_get_draft (mellow_window_get_page (fixture->window)) != fixture->draft);
  follow_window (fixture);
  wait_until (gtk_widget_has_focus (GTK_WIDGET (get_view (fixture))));
  g_assert_false (is_marked (fixture, WORD));
  place_cursor (fixture->buffer, WORD);
  open_menu_with_keys (fixture);
  choose_with_keys (fixture, "Take “gardn” out of My Dictionary");
  g_assert_true (is_marked (fixture, WORD));
}

/* --- what is seen --- */

static guint
count_dots (Fixture *fixture)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  guint n = 0;

  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  mellow_spelling_line_snapshot (get_view (fixture), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return 0;

  n = gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE
          ? gsk_container_node_get_n_children (node)
          : 1;
  gsk_render_node_unref (node);
  return n;
}

static void
test_dots (Fixture *fixture)
{
  guint n;

  g_assert_cmpuint (count_dots (fixture), ==, 0);
  write_text (fixture);
  n = count_dots (fixture);
  g_assert_cmpuint (n, >, 5);
  place_cursor (fixture->buffer, 0);
  type_text (fixture->buffer, "Gardn. ");
  settle (fixture);
  g_assert_cmpuint (count_dots (fixture), >, n + 5);
}

/* A tone mark on the word is what is seen; without it the dots are. */
static void
test_tone_mark_wins (Fixture *fixture)
{
  type_text (fixture->buffer, "Act now, would you like to see our house?");
  settle (fixture);
  mellow_dictionary_remove_word (mellow_dictionaries_get (mellow_dictionaries_get_default (), "en"),
                                 "now");
  g_assert_true (is_marked (fixture, 4));
  assert_tags (fixture->buffer, "0-7 pressure");
  g_assert_cmpuint (count_dots (fixture), ==, 0);
  activate (fixture, "win.show-marks");
  g_assert_cmpuint (count_dots (fixture), >, 5);
  activate (fixture, "win.show-marks");
}

/* A word that is wider than the column is underlined in each of its lines. */
static void
test_dots_of_a_wide_word (Fixture *fixture)
{
  g_autofree char *word = g_strnfill (90, 'm');
  GtkTextView *view = get_view (fixture);
  GtkTextIter start;
  int column;

  write_text (fixture);
  place_cursor (fixture->buffer, 0);
  type_text (fixture->buffer, word);
  type_text (fixture->buffer, " ");
  settle (fixture);
  gtk_text_buffer_get_start_iter (fixture->buffer, &start);
  wait_until (gtk_text_view_forward_display_line (view, &start) &&
              gtk_text_iter_get_offset (&start) < 90);
  column = gtk_widget_get_width (GTK_WIDGET (view)) - 2 * gtk_text_view_get_left_margin (view);
  g_assert_cmpuint (count_dots (fixture), >, column / 3);
}

/* --- switches --- */

static void
test_switch (Fixture *fixture)
{
  write_text (fixture);
  activate (fixture, "win.check-spelling");
  g_assert_false (is_marked (fixture, WORD));
  g_assert_cmpuint (count_dots (fixture), ==, 0);
  activate (fixture, "win.check-spelling");
  g_assert_true (is_marked (fixture, WORD));
}

static void
choose_english (Fixture *fixture, const char *variant)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.english-variant",
                                             "s", variant));
}

static void
test_variant_of_english (Fixture *fixture)
{
  type_text (fixture->buffer, "Would you like to see our colour?");
  g_assert_true (is_marked (fixture, 28));
  choose_english (fixture, "en_GB");
  g_assert_false (is_marked (fixture, 28));
  choose_english (fixture, "");
  g_assert_true (is_marked (fixture, 28));
}

static gboolean
shows_text (gpointer widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (widget), text))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_text (child, text))
      return TRUE;

  return FALSE;
}

static void
test_walk (Fixture *fixture)
{
  write_text (fixture);
  place_cursor (fixture->buffer, 0);
  activate (fixture, "win.next-misspelling");
  g_assert_true (is_marked (fixture, WORD));
  g_assert_cmpint (get_cursor (fixture->buffer), ==, WORD);
  activate (fixture, "win.check-spelling");
  activate (fixture, "win.next-misspelling");
  wait_until (shows_text (fixture->window, "No misspelt word is marked in this text"));
  activate (fixture, "win.check-spelling");
}

/* --- no dictionary --- */

static gboolean
has_finnish (void)
{
  MellowDictionary *finnish = mellow_dictionaries_get (mellow_dictionaries_get_default (), "fi");

  wait_for_dictionary (finnish);
  return mellow_dictionary_get_state (finnish) == MELLOW_DICTIONARY_READY;
}

#define FINNISH "Mitä sinä haluat ostaa tänään, kun kaikki on niin hyvää?"
#define ADVICE "To check spelling in Finnish, install libenchant-2-voikko"

/* Said once, and again only to someone who asks. */
static void
test_missing_dictionary (Fixture *fixture)
{
  if (has_finnish ()) {
    g_test_skip ("there is a Finnish dictionary here");
    return;
  }

  type_text (fixture->buffer, FINNISH);
  settle (fixture);
  wait_until (shows_text (mellow_window_get_page (fixture->window), ADVICE));

  activate (fixture, "win.new-tab");
  follow_window (fixture);
  type_text (fixture->buffer, FINNISH);
  settle (fixture);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  g_assert_false (shows_text (mellow_window_get_page (fixture->window), ADVICE));

  if (!has_hand ())
    return;
  place_cursor (fixture->buffer, 2);
  open_menu_with_keys (fixture);
  g_assert_true (has_entry (fixture, "To Check Spelling in Finnish, Install libenchant-2-voikko"));
  leave_menu (fixture);
}

static void
test_missing_variant (Fixture *fixture)
{
  const char *const advice = "To check spelling in English, install hunspell-en-zw";

  type_text (fixture->buffer, TEXT);
  g_assert_true (is_marked (fixture, WORD));
  choose_english (fixture, "en_ZW");
  g_assert_false (is_marked (fixture, WORD));
  wait_until (shows_text (fixture->window, advice));
  choose_english (fixture, "");
  g_assert_true (is_marked (fixture, WORD));
}

int
main (int argc, char **argv)
{
  const char *fixed = g_getenv ("MELLOW_FIXED_RULES");
  int status;

  set_up_dictionaries ();
  gtk_test_init (&argc, &argv, NULL);

  add ("/spelling/correct-with-keys", test_correct_with_keys, fixed);
  add ("/spelling/correct-with-mouse", test_correct_with_mouse, fixed);
  add ("/spelling/text-that-cannot-be-edited", test_text_that_cannot_be_edited, fixed);
  add ("/spelling/right-word-has-no-entries", test_right_word_has_no_entries, fixed);
  add ("/spelling/accept-and-refuse", test_accept_and_refuse, fixed);
  add ("/spelling/own-dictionary", test_own_dictionary, fixed);
  add ("/spelling/dots", test_dots, fixed);
  add ("/spelling/dots-of-a-wide-word", test_dots_of_a_wide_word, fixed);
  add ("/spelling/switch", test_switch, fixed);
  add ("/spelling/variant-of-english", test_variant_of_english, fixed);
  add ("/spelling/walk", test_walk, fixed);
  add ("/spelling/missing-dictionary", test_missing_dictionary, fixed);
  add ("/spelling/missing-variant", test_missing_variant, fixed);
  add ("/spelling/tone-mark-wins", test_tone_mark_wins, fixed);

  status = g_test_run ();
  remove_dictionaries ();
  return status;
}
