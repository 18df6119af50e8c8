/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Several texts in one window. */

#include "mellow-suggestion-panel.h"
#include "window-fixture.h"

#define AD "Act now, only 3 left!"

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
test_each_has_its_own (Fixture *fixture)
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
test_with_keys (Fixture *fixture)
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

int
main (int argc, char **argv)
{
  const char *fixed = g_getenv ("MELLOW_FIXED_RULES");

  gtk_test_init (&argc, &argv, NULL);

  add ("/tabs/each-has-its-own", test_each_has_its_own, fixed);
  add ("/tabs/with-keys", test_with_keys, fixed);
  add ("/tabs/closing-an-unsaved-tab-asks", test_closing_an_unsaved_tab_asks, fixed);
  add ("/tabs/the-last-tab-closes-the-window", test_the_last_tab_closes_the_window, fixed);
  add ("/tabs/closing-several-unsaved-texts-asks-once",
       test_closing_several_unsaved_texts_asks_once, fixed);
  add ("/tabs/a-file-is-open-once", test_a_file_is_open_once, fixed);
  add ("/tabs/a-tab-moves-to-a-window-of-its-own", test_a_tab_moves_to_a_window_of_its_own, fixed);

  return g_test_run ();
}
