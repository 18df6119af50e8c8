/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The card of a mark in the real window: by key, by click and by rest. */

#include <string.h>

#include "mellow-card.h"
#include "mellow-rewrite-button.h"
#include "window-fixture.h"

#define AD "Act now, only 3 left!"

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
  GtkTextView *view = GTK_TEXT_VIEW (
      mellow_editor_get_view (mellow_page_get_editor (mellow_window_get_page (fixture->window))));
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
  return gtk_widget_has_focus (GTK_WIDGET (
      mellow_editor_get_view (mellow_page_get_editor (mellow_window_get_page (fixture->window)))));
}

static void
test_by_keys (Fixture *fixture)
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
test_tab_goes_round (Fixture *fixture)
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

/* What the card says of its keys is true. */
static void
test_keys_of_the_window (Fixture *fixture)
{
  if (!has_hand ())
    return;

  type_keys (fixture->buffer, AD " ");
  place_cursor (fixture->buffer, 12);
  open_card_by_key (fixture);
  use_hand ("key", "F8", NULL);
  wait_until (!shows_card (fixture) && has_focus_in_text (fixture));
  use_hand ("key", "shift+F8", NULL);
  open_card_by_key (fixture);
  use_hand ("key", "ctrl+1", NULL);
  wait_until (g_list_model_get_n_items (fixture->marks) == 1);
  wait_until (!shows_card (fixture));
  g_assert_true (has_focus_in_text (fixture));
}

static void
test_not_without_a_mark (Fixture *fixture)
{
  type_keys (fixture->buffer, AD " Hello.");
  activate (fixture, "win.show-card");
  g_assert_false (shows_card (fixture));
}

/* Writing goes on, and puts it away. */
static void
test_by_click (Fixture *fixture)
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
test_by_rest (Fixture *fixture)
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
test_leaves_its_sentence_free (Fixture *fixture)
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

int
main (int argc, char **argv)
{
  const char *fixed = g_getenv ("MELLOW_FIXED_RULES");

  gtk_test_init (&argc, &argv, NULL);

  add ("/card/by-keys", test_by_keys, fixed);
  add ("/card/tab-goes-round", test_tab_goes_round, fixed);
  add ("/card/keys-of-the-window", test_keys_of_the_window, fixed);
  add ("/card/not-without-a-mark", test_not_without_a_mark, fixed);
  add ("/card/by-click", test_by_click, fixed);
  add ("/card/by-rest", test_by_rest, fixed);
  add ("/card/leaves-its-sentence-free", test_leaves_its_sentence_free, fixed);

  return g_test_run ();
}
