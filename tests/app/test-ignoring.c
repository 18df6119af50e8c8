/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the writer decides about marks, in the real window: ignoring, and one way back
 * through edits and decisions alike.
 */

#include <string.h>

#include "mellow-text-view.h"
#include "window-fixture.h"

#define AD "Act now, only 3 left!"

static MellowTextView *
get_view (Fixture *fixture)
{
  return mellow_page_get_view (mellow_window_get_page (fixture->window));
}

static int
get_cursor (Fixture *fixture)
{
  int cursor;

  g_object_get (fixture->buffer, "cursor-position", &cursor, NULL);
  return cursor;
}

/* --- one way back --- */

static void
count_down (gpointer data)
{
  --*(int *)data;
}

static void
count_up (gpointer data)
{
  ++*(int *)data;
}

static void
decide (Fixture *fixture, int *n)
{
  static const MellowDecision COUNT = { count_down, count_up, NULL };

  count_up (n);
  mellow_history_add (mellow_review_get_history (mellow_draft_get_review (fixture->draft)), &COUNT,
                      n);
}

/* GTK's menu goes by the buffer, which has nothing to undo here. */
static void
test_undo_in_the_menu_of_the_text (Fixture *fixture)
{
  GtkWidget *view = GTK_WIDGET (get_view (fixture));
  int n = 0;

  gtk_widget_activate_action (view, "text.undo", NULL);
  decide (fixture, &n);
  gtk_widget_activate_action (view, "text.undo", NULL);
  g_assert_cmpint (n, ==, 0);
  gtk_widget_activate_action (view, "text.redo", NULL);
  g_assert_cmpint (n, ==, 1);
  type_keys (fixture->buffer, "Act");
  gtk_widget_activate_action (view, "text.undo", NULL);
  g_assert_cmpint (n, ==, 1);
  assert_text (fixture->buffer, "");
  gtk_widget_activate_action (view, "text.undo", NULL);
  g_assert_cmpint (n, ==, 0);
  gtk_widget_activate_action (view, "text.undo", NULL);
}

static void
test_undo_by_keys (Fixture *fixture)
{
  int n = 0;

  if (!has_hand ())
    return;

  use_hand ("type", "Act now ", NULL);
  wait_until (gtk_text_buffer_get_char_count (fixture->buffer) == (int)strlen ("Act now "));
  decide (fixture, &n);
  use_hand ("key", "ctrl+z", NULL);
  wait_until (n == 0);
  assert_text (fixture->buffer, "Act now ");
  use_hand ("key", "ctrl+shift+z", NULL);
  wait_until (n == 1);
  use_hand ("key", "ctrl+z", "ctrl+y", NULL);
  wait_until (n == 1);
  use_hand ("key", "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z", NULL);
  wait_until (gtk_text_buffer_get_char_count (fixture->buffer) == 0);
  g_assert_cmpint (n, ==, 0);
}

static void
test_undo_brings_the_cursor_back (Fixture *fixture)
{
  type_keys (fixture->buffer, AD " ");
  place_cursor (fixture->buffer, 12);
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.apply-rewrite", "u", 0));
  g_assert_cmpint (g_list_model_get_n_items (fixture->marks), ==, 1);
  g_assert_cmpint (get_cursor (fixture), !=, 12);
  activate (fixture, "win.undo");
  assert_text (fixture->buffer, AD " ");
  g_assert_cmpint (g_list_model_get_n_items (fixture->marks), ==, 2);
  g_assert_cmpint (get_cursor (fixture), ==, 12);
}

static void
test_undo_of_all_alike_brings_the_cursor_back (Fixture *fixture)
{
  const char *text = "Act now, friends. Order now, all. ";
  g_autoptr (MellowMark) mark = NULL;
  g_autoptr (GPtrArray) edits = NULL;

  type_keys (fixture->buffer, text);
  place_cursor (fixture->buffer, 20);
  mark = g_list_model_get_item (fixture->marks, 0);
  edits = mellow_mark_find_alike (mark);
  g_assert_cmpint (edits->len, ==, 2);
  mellow_mark_apply_all (mark, edits);
  g_assert_cmpint (g_list_model_get_n_items (fixture->marks), ==, 0);
  activate (fixture, "win.undo");
  assert_text (fixture->buffer, text);
  g_assert_cmpint (g_list_model_get_n_items (fixture->marks), ==, 2);
  g_assert_cmpint (get_cursor (fixture), ==, 20);
}

int
main (int argc, char *argv[])
{
  const char *rules = g_getenv ("MELLOW_FIXED_RULES");

  gtk_test_init (&argc, &argv, NULL);

  add ("/undo/in-the-menu-of-the-text", test_undo_in_the_menu_of_the_text, rules);
  add ("/undo/by-keys", test_undo_by_keys, rules);
  add ("/undo/brings-the-cursor-back", test_undo_brings_the_cursor_back, rules);
  add ("/undo/of-all-alike-brings-the-cursor-back", test_undo_of_all_alike_brings_the_cursor_back,
       rules);

  return g_test_run ();
}
