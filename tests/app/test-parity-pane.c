/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tone of a translation beside that of its original, in the real window. */

#include <glib/gstdio.h>
#include <string.h>

#include "mellow-dismissed-row.h"
#include "mellow-dismissed-window.h"
#include "mellow-parity-flow.h"
#include "mellow-parity-row.h"
#include "window-fixture.h"

static const char shop[] = "msgid \"\"\n"
                           "msgstr \"\"\n"
                           "\"Language: da\\n\"\n"
                           "\n"
                           "msgid \"The lamps are in stock.\"\n"
                           "msgstr \"Kun 3 lamper tilbage!\"\n"
                           "\n"
                           "msgctxt \"button\"\n"
                           "msgid \"Would you like some help?\"\n"
                           "msgstr \"Køb nu!\"\n"
                           "\n"
                           "msgid \"One lamp is here for you.\"\n"
                           "msgstr \"Der er en lampe til dig.\"\n"
                           "\n"
                           "msgid \"It is yours.\"\n"
                           "msgstr \"Den er din.\"\n"
                           "\n"
                           "msgid \"We help you.\"\n"
                           "msgstr \"Vi hjælper dig.\"\n"
                           "\n"
                           "msgid \"Your lamps are on their way.\"\n"
                           "msgstr \"Deres lamper er på vej til Dem.\"\n"
                           "\n"
                           "msgid \"It is sent to you.\"\n"
                           "msgstr \"Den sendes til Dem.\"\n"
                           "\n"
                           "msgid \"We write to you.\"\n"
                           "msgstr \"\"\n";

/* --- a file of its own --- */

static char *
write_file (const char *name, const char *text)
{
  g_autofree char *folder = g_dir_make_tmp ("mellow-XXXXXX", NULL);
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static void
remove_file (char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_remove (path);
  g_rmdir (folder);
  g_free (path);
}

static void
load (Fixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  open_file (fixture, path);
  follow_window (fixture);
  wait_until (mellow_file_tie_has_file (mellow_draft_get_tie (fixture->draft), file));
  wait_until (!mellow_draft_is_busy (fixture->draft));
}

/* Another one stays, for a window without a tab closes. */
static void
close_tab (Fixture *fixture)
{
  AdwTabView *tabs = mellow_window_get_tabs (fixture->window);

  activate (fixture, "win.new-tab");
  adw_tab_view_set_selected_page (tabs, adw_tab_view_get_nth_page (tabs, 0));
  activate (fixture, "win.close-tab");
  wait_until (adw_tab_view_get_n_pages (tabs) == 1);
  follow_window (fixture);
}

/* --- the pane --- */

static MellowSidePanel *
get_panel (Fixture *fixture)
{
  return mellow_window_get_side_panel (fixture->window);
}

static MellowParityPane *
get_pane (Fixture *fixture)
{
  return find_widget (fixture->window, MELLOW_TYPE_PARITY_PANE);
}

static MellowParityWatch *
get_watch (Fixture *fixture)
{
  return mellow_parity_watch_of (fixture->draft);
}

static guint
count_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (
      mellow_parity_result_get_findings (mellow_parity_watch_get_result (get_watch (fixture))));
}

static void
wait_for_result (Fixture *fixture)
{
  wait_until (!mellow_parity_watch_is_behind (get_watch (fixture)));
}

static void
open_pane (Fixture *fixture)
{
  activate (fixture, "win.show-original");
  wait_for_result (fixture);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (get_pane (fixture))));
}

static char *
open_shop (Fixture *fixture)
{
  char *path = write_file ("shop.da.po", shop);

  load (fixture, path);
  open_pane (fixture);
  return path;
}

/* What stands in the text behind the cursor: words that are shown begin there. */
static char *
dup_text_at_cursor (Fixture *fixture)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &start,
                                      mellow_draft_get_cursor (fixture->draft));
  end = start;
  gtk_text_iter_forward_to_line_end (&end);
  return gtk_text_buffer_get_text (fixture->buffer, &start, &end, TRUE);
}

#define assert_shows(fixture, words)                                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *text_ = dup_text_at_cursor (fixture);                                         \
    if (!g_str_has_prefix (text_, words))                                                          \
      g_assert_cmpstr (text_, ==, words);                                                          \
  }                                                                                                \
  G_STMT_END

static ProseParityKind
get_selected_kind (Fixture *fixture)
{
  return mellow_parity_item_get_kind (mellow_parity_pane_get_selected (get_pane (fixture)));
}

static gboolean
is_focus_in (Fixture *fixture, gpointer widget)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* Where some words are in the text, in characters. */
static guint
find (Fixture *fixture, const char *words)
{
  GtkTextIter start;

  gtk_text_buffer_get_start_iter (fixture->buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, words, 0, &start, NULL, NULL));
  return gtk_text_iter_get_offset (&start);
}

static void
put_cursor_at (Fixture *fixture, const char *words)
{
  GtkTextIter start;

  gtk_text_buffer_get_start_iter (fixture->buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, words, 0, &start, NULL, NULL));
  gtk_text_buffer_place_cursor (fixture->buffer, &start);
}

/* --- the page beside the marks --- */

/* Who writes plain text never meets it, nor pays for it. */
static void
test_plain_text_has_none (Fixture *fixture)
{
  type_text (fixture->buffer, "Act now! ");
  g_assert_null (get_pane (fixture));
  g_assert_false (says (get_panel (fixture), "Original"));
  activate (fixture, "win.next-difference");
  g_assert_null (get_pane (fixture));
  g_assert_true (says (fixture->window, "Choose an original to compare this text with first"));
}

static void
test_a_switch_for_translations (Fixture *fixture)
{
  g_autofree char *path = write_file ("shop.da.po", shop);

  load (fixture, path);
  wait_until (says (get_panel (fixture), "Original"));
  g_assert_null (get_pane (fixture));
  g_assert_false (mellow_side_panel_shows_original (get_panel (fixture)));

  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "side-page",
                                      g_variant_new_string ("original"));
  wait_for_result (fixture);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_pane (fixture))));
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "side-page",
                                      g_variant_new_string ("marks"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_pane (fixture))));
  remove_file (g_steal_pointer (&path));
}

/* Each tab has its own. */
static void
test_tabs (Fixture *fixture)
{
  g_autofree char *path = open_shop (fixture);
  AdwTabView *tabs = mellow_window_get_tabs (fixture->window);

  activate (fixture, "win.new-tab");
  g_assert_false (mellow_side_panel_shows_original (get_panel (fixture)));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_pane (fixture))));
  adw_tab_view_set_selected_page (tabs, adw_tab_view_get_nth_page (tabs, 0));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_pane (fixture))));
  g_assert_true (says (get_pane (fixture), "3 differences"));
  remove_file (g_steal_pointer (&path));
}

/* --- what it says --- */

static void
test_it_says_what_differs (Fixture *fixture)
{
  g_autofree char *path = open_shop (fixture);
  MellowParityPane *pane = get_pane (fixture);

  g_assert_true (says (pane, "3 differences"));
  g_assert_true (says (pane, "English → Danish"));
  wait_until (says (pane, "Question Became Command"));
  g_assert_true (says (pane, "“Køb nu!”"));
  g_assert_true (says (pane, "Original: “Would you like some help?”"));
  g_assert_true (says (pane, "The original asks, and leaves it to the reader."));
  g_assert_true (says (pane, "button"));
  g_assert_true (says (pane, "More Pressure"));
  g_assert_true (says (pane, "“Kun 3 lamper tilbage”"));
  g_assert_true (says (pane, "The original does not press here."));
  g_assert_true (
      says (pane, "The reader is “du” (3) and “De” (2). One form throughout is calmer."));
  g_assert_true (says (pane, "Not compared: 1 is not translated"));
  remove_file (g_steal_pointer (&path));
}

static void
test_in_tune (Fixture *fixture)
{
  g_autofree char *path = write_file ("calm.da.po", "msgid \"\"\n"
                                                    "msgstr \"Language: da\\n\"\n"
                                                    "\n"
                                                    "msgid \"The lamps are in stock.\"\n"
                                                    "msgstr \"Lamperne er på lager.\"\n");

  load (fixture, path);
  open_pane (fixture);
  g_assert_true (says (get_pane (fixture), "In Tune"));
  g_assert_true (says (get_pane (fixture), "The translation sounds as calm as its original."));
  remove_file (g_steal_pointer (&path));
}

static void
test_nothing_translated (Fixture *fixture)
{
  g_autofree char *path = write_file ("new.da.po", "msgid \"\"\n"
                                                   "msgstr \"Language: da\\n\"\n"
                                                   "\n"
                                                   "msgid \"The lamps are in stock.\"\n"
                                                   "msgstr \"\"\n");

  load (fixture, path);
  open_pane (fixture);
  g_assert_true (says (get_pane (fixture), "Nothing to Compare Yet"));
  g_assert_true (says (get_pane (fixture), "Not compared: 1 is not translated"));
  remove_file (g_steal_pointer (&path));
}

/* What was not compared is shown, one after the other. */
static void
test_a_gap (Fixture *fixture)
{
  g_autofree char *path = open_shop (fixture);

  gtk_widget_activate_action (GTK_WIDGET (get_pane (fixture)), "parity.show-gap", "u",
                              PROSE_PARITY_GAP_UNTRANSLATED);
  g_assert_cmpuint (mellow_draft_get_cursor (fixture->draft), >=, find (fixture, "We write"));
  remove_file (g_steal_pointer (&path));
}

/* --- from one to the next --- */

static void
test_walk (Fixture *fixture)
{
  g_autofree char *path = open_shop (fixture);

  activate (fixture, "win.next-difference");
  assert_shows (fixture, "Køb nu!");
  activate (fixture, "win.next-difference");
  assert_shows (fixture, "Kun 3 lamper tilbage");
  activate (fixture, "win.next-difference");
  assert_shows (fixture, "Deres lamper er på vej til Dem.");
  activate (fixture, "win.next-difference");
  assert_shows (fixture, "Den sendes til Dem.");
  g_assert_true (says (get_pane (fixture), "2 of 2 places"));
  activate (fixture, "win.next-difference");
  assert_shows (fixture, "Køb nu!");

  activate (fixture, "win.previous-difference");
  assert_shows (fixture, "Den sendes til Dem.");
  activate (fixture, "win.previous-difference");
  assert_shows (fixture, "Deres lamper er på vej til Dem.");
  activate (fixture, "win.previous-difference");
  assert_shows (fixture, "Kun 3 lamper tilbage");
  remove_file (g_steal_pointer (&path));
}

/* The row at the cursor is selected, also where the cursor is elsewhere in its unit. */
static void
test_row_at_the_cursor (Fixture *fixture)
{
  g_autofree char *path = open_shop (fixture);

  put_cursor_at (fixture, "lamper tilbage");
  g_assert_cmpint (get_selected_kind (fixture), ==, PROSE_PARITY_PRESSURE_ADDED);
  put_cursor_at (fixture, "nu!");
  g_assert_cmpint (get_selected_kind (fixture), ==, PROSE_PARITY_QUESTION_TO_COMMAND);
  put_cursor_at (fixture, "sendes");
  g_assert_cmpint (get_selected_kind (fixture), ==, PROSE_PARITY_ADDRESS_MIXED);
  g_assert_true (says (get_pane (fixture), "2 of 2 places"));
  put_cursor_at (fixture, "Der er en");
  g_assert_null (mellow_parity_pane_get_selected (get_pane (fixture)));
  remove_file (g_steal_pointer (&path));
}

static void
test_kinds (Fixture *fixture)
{
  g_autofree char *path = open_shop (fixture);
  MellowParityPane *pane = get_pane (fixture);

  gtk_widget_activate_action (GTK_WIDGET (pane), "parity.kind", "i", PROSE_PARITY_PRESSURE_ADDED);
  g_assert_true (says (pane, "1 of 3"));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (find_widget (pane, GTK_TYPE_MENU_BUTTON)), ==,
                   "Kind: More Pressure");
  activate (fixture, "win.next-difference");
  assert_shows (fixture, "Kun 3 lamper tilbage");
  activate (fixture, "win.next-difference");
  assert_shows (fixture, "Kun 3 lamper tilbage");
  gtk_widget_activate_action (GTK_WIDGET (pane), "parity.kind", "i", PROSE_PARITY_WARMTH_LOST);
  g_assert_true (says (pane, "Nothing Under This Filter"));
  gtk_widget_activate_action (GTK_WIDGET (pane), "parity.clear-filter", NULL);
  g_assert_true (says (pane, "3 differences"));
  g_assert_null (gtk_widget_get_tooltip_text (find_widget (pane, GTK_TYPE_MENU_BUTTON)));
  remove_file (g_steal_pointer (&path));
}

static void
test_by_keys (Fixture *fixture)
{
  g_autofree char *path = NULL;

  if (!has_hand ())
    return;

  path = write_file ("shop.da.po", shop);
  load (fixture, path);
  use_hand ("key", "F4", NULL);
  wait_until (get_pane (fixture) != NULL);
  wait_until (mellow_parity_pane_get_selected (get_pane (fixture)) != NULL);
  assert_shows (fixture, "Køb nu!");
  use_hand ("key", "ctrl+shift+o", NULL);
  wait_until (is_focus_in (fixture, get_pane (fixture)));
  use_hand ("key", "Down", NULL);
  wait_until (mellow_parity_pane_get_selected (get_pane (fixture)) != NULL);
  use_hand ("key", "Return", NULL);
  wait_until (is_focus_in (fixture, mellow_window_get_page (fixture->window)));

  use_hand ("key", "ctrl+shift+o", NULL);
  wait_until (is_focus_in (fixture, get_pane (fixture)));
  use_hand ("key", "Delete", NULL);
  wait_until (count_rows (fixture) == 2);
  g_assert_true (is_focus_in (fixture, get_pane (fixture)));
  use_hand ("key", "alt+i", NULL);
  wait_until (count_rows (fixture) == 1);
  use_hand ("key", "ctrl+z", NULL);
  use_hand ("key", "ctrl+z", NULL);
  wait_until (count_rows (fixture) == 3);
  use_hand ("key", "Escape", NULL);
  wait_until (is_focus_in (fixture, mellow_window_get_page (fixture->window)));
  use_hand ("key", "F6", NULL);
  wait_until (is_focus_in (fixture, get_pane (fixture)));
  remove_file (g_steal_pointer (&path));
}

/* Whoever comes to the list can dismiss its first row at once. */
static void
test_first_row_by_keys (Fixture *fixture)
{
  g_autofree char *path = NULL;

  if (!has_hand ())
    return;

  path = open_shop (fixture);
  gtk_widget_grab_focus (GTK_WIDGET (mellow_window_get_page (fixture->window)));
  put_cursor_at (fixture, "Der er en");
  g_assert_null (mellow_parity_pane_get_selected (get_pane (fixture)));
  activate (fixture, "win.show-original");
  wait_until (is_focus_in (fixture, get_pane (fixture)));
  use_hand ("key", "Delete", NULL);
  wait_until (count_rows (fixture) == 2);
  g_assert_true (says (fixture->window, "“Køb nu!” may differ"));
  remove_file (g_steal_pointer (&path));
}

static void
test_click (Fixture *fixture)
{
  g_autofree char *path = NULL;
  MellowParityRow *row;

  if (!has_hand ())
    return;

  path = open_shop (fixture);
  row = find_widget (get_pane (fixture), MELLOW_TYPE_PARITY_ROW);
  wait_until (has_place (row));
  click (fixture, row);
  wait_until (mellow_parity_pane_get_selected (get_pane (fixture)) != NULL);
  assert_shows (fixture, "Køb nu!");
  remove_file (g_steal_pointer (&path));
}

/* --- what is dismissed --- */

static void
test_dismiss (Fixture *fixture)
{
  g_autofree char *path = open_shop (fixture);

  activate (fixture, "win.next-difference");
  activate (fixture, "win.dismiss-difference");
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  g_assert_true (says (fixture->window, "“Køb nu!” may differ"));
  activate (fixture, "win.undo");
  g_assert_cmpuint (count_rows (fixture), ==, 3);
  activate (fixture, "win.redo");
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  remove_file (g_steal_pointer (&path));
}

/* It is dismissed the next time, too, and in an update of the file, as long as both texts
 * of the unit are what they were. */
static void
test_dismissed_next_time (Fixture *fixture)
{
  g_autofree char *path = open_shop (fixture);
  g_auto (GStrv) pieces = NULL;
  g_autofree char *update = NULL;

  activate (fixture, "win.next-difference");
  activate (fixture, "win.dismiss-difference");
  activate (fixture, "win.next-difference");
  activate (fixture, "win.dismiss-difference");
  close_tab (fixture);

  pieces = g_strsplit (shop, "The lamps are", 2);
  update = g_strdup_printf ("# New.\n%sAll lamps are%s", pieces[0], pieces[1]);
  g_file_set_contents (path, update, -1, NULL);
  load (fixture, path);
  open_pane (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  activate (fixture, "win.next-difference");
  assert_shows (fixture, "Kun 3 lamper tilbage");
  remove_file (g_steal_pointer (&path));
}

static void
test_all_dismissed (Fixture *fixture)
{
  g_autofree char *path = open_shop (fixture);

  for (int i = 0; i < 3; i++) {
    activate (fixture, "win.next-difference");
    activate (fixture, "win.dismiss-difference");
  }
  g_assert_true (says (get_pane (fixture), "Nothing Left to Compare"));
  g_assert_true (
      says (get_pane (fixture), "3 differences are dismissed; you chose to leave them."));
  remove_file (g_steal_pointer (&path));
}

static void
test_bring_back (Fixture *fixture)
{
  g_autofree char *path = open_shop (fixture);
  MellowDismissedWindow *list;
  MellowDismissedRow *row;
  const ProseDismissal *dismissal;

  activate (fixture, "win.next-difference");
  activate (fixture, "win.dismiss-difference");
  activate (fixture, "win.show-dismissed");
  list = await_window (MELLOW_TYPE_DISMISSED_WINDOW);
  row = find_widget (list, MELLOW_TYPE_DISMISSED_ROW);
  g_assert_true (says (row, "Question Became Command"));
  g_assert_true (says (row, "“Køb nu!”"));

  gtk_drop_down_set_selected (find_widget (row, GTK_TYPE_DROP_DOWN), PROSE_IGNORE_REASON_INTENDED);
  dismissal = mellow_document_data_get_dismissed (mellow_draft_get_data (fixture->draft))->pdata[0];
  g_assert_cmpint (dismissal->reason, ==, PROSE_IGNORE_REASON_INTENDED);
  gtk_widget_activate_action (GTK_WIDGET (list), "dismissed.undo", NULL);
  dismissal = mellow_document_data_get_dismissed (mellow_draft_get_data (fixture->draft))->pdata[0];
  g_assert_cmpint (dismissal->reason, ==, PROSE_IGNORE_REASON_NONE);
  g_assert_cmpuint (gtk_drop_down_get_selected (find_widget (row, GTK_TYPE_DROP_DOWN)), ==, 0);

  gtk_widget_activate_action (GTK_WIDGET (row), "row.bring-back", NULL);
  g_assert_cmpuint (count_rows (fixture), ==, 3);
  g_assert_true (says (list, "Nothing Is Dismissed"));
  gtk_widget_activate_action (GTK_WIDGET (list), "dismissed.undo", NULL);
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  gtk_window_close (GTK_WINDOW (list));
  remove_file (g_steal_pointer (&path));
}

/* A client may send the update under another name. */
static void
test_take_over (Fixture *fixture)
{
  g_autofree char *path = open_shop (fixture);
  g_autofree char *update = write_file ("shop-2.da.po", shop);
  g_autofree char *side = g_strconcat (path, ".yaml", NULL);
  g_autoptr (GFile) earlier = g_file_new_for_path (path);
  g_autoptr (GFile) side_file = g_file_new_for_path (side);
  g_autofree char *known = NULL;
  MellowDismissedWindow *list;

  activate (fixture, "win.next-difference");
  activate (fixture, "win.dismiss-difference");
  load (fixture, update);
  open_pane (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 3);

  activate (fixture, "win.show-dismissed");
  list = await_window (MELLOW_TYPE_DISMISSED_WINDOW);
  mellow_dismissed_window_take_over (list, earlier);
  g_assert_true (says (list, "1 decision is taken over"));
  g_assert_true (says (list, "“Køb nu!”"));
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  gtk_widget_activate_action (GTK_WIDGET (list), "dismissed.undo", NULL);
  g_assert_cmpuint (count_rows (fixture), ==, 3);
  gtk_widget_activate_action (GTK_WIDGET (list), "dismissed.redo", NULL);
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  mellow_dismissed_window_take_over (list, earlier);
  wait_until (says (list, "Nothing else was dismissed there"));

  /* The same by a side file, which goes to mellow-check, too. */
  mellow_dismissed_window_export (list, side_file);
  wait_until (g_file_get_contents (side, &known, NULL, NULL) && *known != '\0');
  g_assert_nonnull (strstr (known, "dismissed:\n  - key: "));
  gtk_widget_activate_action (GTK_WIDGET (list), "dismissed.undo", NULL);
  mellow_dismissed_window_take_over (list, side_file);
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  g_file_set_contents (side, "dismissed: x\n", -1, NULL);
  mellow_dismissed_window_take_over (list, side_file);
  wait_until (says (list, "shop.da.po.yaml:1:12: a list of what is dismissed was expected"));
  gtk_window_close (GTK_WINDOW (list));
  g_remove (side);
  remove_file (g_steal_pointer (&update));
  remove_file (g_steal_pointer (&path));
}

/* --- an original in another file --- */

static void
test_original (Fixture *fixture)
{
  g_autofree char *original = write_file ("lamps.md", "# Lamps\n\nThe lamps are in stock.\n");
  g_autofree char *path = write_file ("lamper.md", "# Lamper\n\nKun 3 lamper tilbage!\n");
  g_autoptr (GFile) file = g_file_new_for_path (original);
  g_autoptr (GFile) itself = g_file_new_for_path (path);
  MellowPage *page;

  load (fixture, path);
  page = mellow_window_get_page (fixture->window);
  mellow_parity_flow_set_original (page, itself);
  g_assert_true (says (fixture->window, "This is the text itself. Its original is another file."));
  g_assert_null (get_pane (fixture));

  mellow_parity_flow_set_original (page, file);
  wait_for_result (fixture);
  g_assert_true (mellow_side_panel_shows_original (get_panel (fixture)));
  g_assert_true (says (get_pane (fixture), "1 difference"));
  activate (fixture, "win.next-difference");
  assert_shows (fixture, "Kun 3 lamper tilbage");

  /* It is known the next time. */
  close_tab (fixture);
  load (fixture, path);
  wait_until (says (get_panel (fixture), "Original"));
  open_pane (fixture);
  g_assert_true (says (get_pane (fixture), "1 difference"));

  g_remove (original);
  mellow_parity_watch_check_file (get_watch (fixture));
  wait_until (says (get_pane (fixture), "Where Is the Original?"));
  g_assert_true (
      says (get_pane (fixture), "“lamps.md” cannot be read just now. It is not where it was."));
  activate (fixture, "win.forget-original");
  g_assert_false (mellow_side_panel_shows_original (get_panel (fixture)));
  remove_file (g_steal_pointer (&path));
  remove_file (g_steal_pointer (&original));
}

/* An edit of it elsewhere is seen when the window is turned to again. */
static void
test_original_edited_elsewhere (Fixture *fixture)
{
  g_autofree char *original = write_file ("lamps.txt", "The lamps are in stock.\n");
  g_autoptr (GFile) file = g_file_new_for_path (original);

  if (!has_hand ())
    return;

  type_text (fixture->buffer, "Kun 3 lamper tilbage, og det er for dig!");
  mellow_parity_flow_set_original (mellow_window_get_page (fixture->window), file);
  wait_for_result (fixture);
  g_assert_true (says (get_pane (fixture), "1 difference"));

  activate (fixture, "win.show-dismissed");
  await_window (MELLOW_TYPE_DISMISSED_WINDOW);
  g_file_set_contents (original, "Only 3 lamps left, and it is for you!\n", -1, NULL);
  use_hand ("key", "Escape", NULL);
  wait_until (find_toplevel (MELLOW_TYPE_DISMISSED_WINDOW) == NULL);
  use_hand ("search", "--onlyvisible", "--name", "New Draft", "windowfocus", NULL);
  wait_until (says (get_pane (fixture), "In Tune"));
  remove_file (g_steal_pointer (&original));
}

/* What is asked for where none is known. */
static void
test_choose_original (Fixture *fixture)
{
  g_autofree char *original = write_file ("lamps.txt", "The lamps are in stock.\n");
  g_autoptr (GFile) file = g_file_new_for_path (original);
  gpointer chooser;

  type_text (fixture->buffer, "Kun 3 lamper tilbage, og det er for dig!");
  activate (fixture, "win.show-original");
  wait_until ((chooser = find_file_chooser ()) != NULL);
  gtk_file_chooser_set_file (chooser, file, NULL);
  wait_until (gtk_widget_get_mapped (chooser));
  gtk_dialog_response (await_file_chooser (), GTK_RESPONSE_CANCEL);
  wait_until (find_file_chooser () == NULL);
  g_assert_null (mellow_document_data_get_original (mellow_draft_get_data (fixture->draft)));
  remove_file (g_steal_pointer (&original));
}

int
main (int argc, char **argv)
{
  const char *shipped = g_getenv ("MELLOW_SHIPPED_RULES");

  g_test_init (&argc, &argv, NULL);
  add ("/parity-pane/plain-text-has-none", test_plain_text_has_none, shipped);
  add ("/parity-pane/a-switch-for-translations", test_a_switch_for_translations, shipped);
  add ("/parity-pane/tabs", test_tabs, shipped);
  add ("/parity-pane/it-says-what-differs", test_it_says_what_differs, shipped);
  add ("/parity-pane/in-tune", test_in_tune, shipped);
  add ("/parity-pane/nothing-translated", test_nothing_translated, shipped);
  add ("/parity-pane/a-gap", test_a_gap, shipped);
  add ("/parity-pane/walk", test_walk, shipped);
  add ("/parity-pane/row-at-the-cursor", test_row_at_the_cursor, shipped);
  add ("/parity-pane/kinds", test_kinds, shipped);
  add ("/parity-pane/by-keys", test_by_keys, shipped);
  add ("/parity-pane/first-row-by-keys", test_first_row_by_keys, shipped);
  add ("/parity-pane/click", test_click, shipped);
  add ("/parity-pane/dismiss", test_dismiss, shipped);
  add ("/parity-pane/dismissed-next-time", test_dismissed_next_time, shipped);
  add ("/parity-pane/all-dismissed", test_all_dismissed, shipped);
  add ("/parity-pane/bring-back", test_bring_back, shipped);
  add ("/parity-pane/take-over", test_take_over, shipped);
  add ("/parity-pane/original", test_original, shipped);
  add ("/parity-pane/original-edited-elsewhere", test_original_edited_elsewhere, shipped);
  add ("/parity-pane/choose-original", test_choose_original, shipped);

  return g_test_run ();
}
