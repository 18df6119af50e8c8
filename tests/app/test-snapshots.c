/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text kept under names: listed, compared, brought back, renamed, deleted. */

#include <glib/gstdio.h>
#include <string.h>

#include "mellow-comparison-row.h"
#include "mellow-comparison-window.h"
#include "mellow-snapshot-store.h"
#include "mellow-snapshots-window.h"
#include "mellow-trend-line.h"
#include "window-fixture.h"

#define AD "Æ! Act now! It is green.\n\nOnly 3 left."

static char *
write_ad (void)
{
  static guint n = 0;
  g_autofree char *name = g_strdup_printf ("annonce %u.txt", n++);
  char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

  g_assert_true (g_file_set_contents (path, AD, -1, NULL));
  return path;
}

static void
open_ad (Fixture *fixture)
{
  g_autofree char *path = write_ad ();

  open_file (fixture, path);
  wait_until (mellow_draft_get_file (fixture->draft) != NULL);
}

/* As somebody does who selects all and types. */
static void
replace_all (Fixture *fixture, const char *text)
{
  GtkTextIter start, end;

  gtk_text_buffer_begin_user_action (fixture->buffer);
  gtk_text_buffer_get_bounds (fixture->buffer, &start, &end);
  gtk_text_buffer_delete (fixture->buffer, &start, &end);
  gtk_text_buffer_insert (fixture->buffer, &start, text, -1);
  gtk_text_buffer_end_user_action (fixture->buffer);
}

static GtkEditable *
await_name (void)
{
  wait_until (find_dialog () != NULL);
  return GTK_EDITABLE (adw_message_dialog_get_extra_child (find_dialog ()));
}

static void
take (Fixture *fixture, const char *name)
{
  activate (fixture, "win.take-snapshot");
  if (name != NULL)
    gtk_editable_set_text (await_name (), name);
  else
    await_name ();
  answer_dialog ("done");
  wait_until (find_dialog () == NULL);
}

static GtkListBox *
get_list (void)
{
  wait_until (find_toplevel (MELLOW_TYPE_SNAPSHOTS_WINDOW) != NULL);
  return find_widget (find_toplevel (MELLOW_TYPE_SNAPSHOTS_WINDOW), GTK_TYPE_LIST_BOX);
}

/* The names in the list: `second, first`. */
static char *
names_to_string (void)
{
  GtkListBox *list = get_list ();
  GString *line = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? ", " : "",
                            adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  return g_string_free (line, FALSE);
}

#define assert_names(expected)                                                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *names_ = names_to_string ();                                                  \
    g_assert_cmpstr (names_, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

static void
act (const char *action, guint i)
{
  gtk_widget_activate_action (find_toplevel (MELLOW_TYPE_SNAPSHOTS_WINDOW), action, "u", i);
}

static void
close_toplevel (GType type)
{
  gtk_window_close (find_toplevel (type));
  wait_until (find_toplevel (type) == NULL);
}

/* Behind the time. */
static void
assert_described (int row, const char *expected)
{
  GtkListBoxRow *found = gtk_list_box_get_row_at_index (get_list (), row);
  const char *subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (found));

  g_assert_true (g_str_has_suffix (subtitle, expected));
}

static void
test_taken_and_listed (Fixture *fixture)
{
  open_ad (fixture);
  take (fixture, NULL);
  g_assert_true (says (fixture->window, "The text is kept as “Version 1”"));
  replace_all (fixture, "It is green.");
  take (fixture, "  after <the> client ");
  activate (fixture, "win.show-snapshots");
  assert_names ("after <the> client, Version 1");
  assert_described (0, " · Calm · Pressure 0 · 3 words");
  assert_described (1, " · 9 words");
  close_toplevel (MELLOW_TYPE_SNAPSHOTS_WINDOW);
}

static void
test_none_yet (Fixture *fixture)
{
  activate (fixture, "win.show-snapshots");
  await_window (MELLOW_TYPE_SNAPSHOTS_WINDOW);
  g_assert_true (says (find_toplevel (MELLOW_TYPE_SNAPSHOTS_WINDOW), "No Snapshot Yet"));
  close_toplevel (MELLOW_TYPE_SNAPSHOTS_WINDOW);
  activate (fixture, "win.compare");
  g_assert_null (find_toplevel (MELLOW_TYPE_COMPARISON_WINDOW));
}

/* One step, and it is undone by one. */
static void
test_brought_back (Fixture *fixture)
{
  open_ad (fixture);
  take (fixture, "first");
  replace_all (fixture, "Æ! It is blue.");
  activate (fixture, "win.show-snapshots");
  get_list ();
  act ("snapshots.restore", 0);
  wait_until (find_toplevel (MELLOW_TYPE_SNAPSHOTS_WINDOW) == NULL);
  assert_text (fixture->buffer, AD);
  g_assert_true (mellow_draft_is_modified (fixture->draft));
  activate (fixture, "win.undo");
  assert_text (fixture->buffer, "Æ! It is blue.");
  activate (fixture, "win.redo");
  assert_text (fixture->buffer, AD);
}

static void
test_renamed (Fixture *fixture)
{
  open_ad (fixture);
  take (fixture, "first");
  activate (fixture, "win.show-snapshots");
  get_list ();
  act ("snapshots.rename", 0);
  g_assert_cmpstr (gtk_editable_get_text (await_name ()), ==, "first");
  gtk_editable_set_text (await_name (), " ");
  g_assert_false (adw_message_dialog_get_response_enabled (find_dialog (), "done"));
  gtk_editable_set_text (await_name (), "før kunden");
  answer_dialog ("done");
  wait_until (find_dialog () == NULL);
  assert_names ("før kunden");
  close_toplevel (MELLOW_TYPE_SNAPSHOTS_WINDOW);
}

static void
test_deleted_and_put_back (Fixture *fixture)
{
  open_ad (fixture);
  take (fixture, "first");
  take (fixture, "second");
  activate (fixture, "win.show-snapshots");
  get_list ();
  act ("snapshots.delete", 1);
  assert_names ("second");
  gtk_widget_activate_action (find_toplevel (MELLOW_TYPE_SNAPSHOTS_WINDOW), "snapshots.undo", NULL);
  assert_names ("second, first");
  close_toplevel (MELLOW_TYPE_SNAPSHOTS_WINDOW);
}

static char *
list_kept (Fixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GPtrArray) all = prose_user_snapshots_dup (
      mellow_snapshot_store_find (GTK_WIDGET (fixture->window)), uri, NULL);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((ProseSnapshot *)all->pdata[i])->name);
  return g_string_free (names, FALSE);
}

#define assert_kept(path, expected)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *kept_ = list_kept (fixture, path);                                            \
    g_assert_cmpstr (kept_, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

static gboolean
is_in_folder (gpointer chooser, GFile *folder)
{
  g_autoptr (GFile) current = gtk_file_chooser_get_current_folder (chooser);

  return current != NULL && g_file_equal (current, folder);
}

static void
save_as (Fixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  gpointer chooser;

  activate (fixture, "win.save-as");
  chooser = await_file_chooser ();
  gtk_test_widget_wait_for_draw (chooser);
  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  gtk_file_chooser_set_current_name (chooser, name);
  wait_until (is_in_folder (chooser, folder));
  gtk_dialog_response (chooser, GTK_RESPONSE_ACCEPT);
  wait_until (!mellow_page_is_saving (mellow_window_get_page (fixture->window)));
  g_assert_true (mellow_file_tie_has_file (mellow_draft_get_tie (fixture->draft), file));
}

/* A draft has snapshots, too, and they come along when it gets a file; a file that is
 * saved as another keeps its own. */
static void
test_they_follow_the_text (Fixture *fixture)
{
  g_autofree char *first = g_build_filename (g_get_user_data_dir (), "first.txt", NULL);
  g_autofree char *second = g_build_filename (g_get_user_data_dir (), "second.txt", NULL);

  type_text (fixture->buffer, AD);
  take (fixture, "as a draft");
  activate (fixture, "win.show-snapshots");
  assert_names ("as a draft");
  close_toplevel (MELLOW_TYPE_SNAPSHOTS_WINDOW);

  save_as (fixture, first);
  assert_kept (first, "as a draft");
  activate (fixture, "win.show-snapshots");
  assert_names ("as a draft");
  close_toplevel (MELLOW_TYPE_SNAPSHOTS_WINDOW);

  save_as (fixture, second);
  assert_kept (first, "as a draft");
  assert_kept (second, "as a draft");
  take (fixture, "second only");
  assert_kept (first, "as a draft");
  g_remove (first);
  save_as (fixture, first);
  assert_kept (first, "second only, as a draft");
  g_remove (first);
  g_remove (second);
}

static gboolean
has_a_version (MellowToneTrend *trend)
{
  return mellow_tone_trend_get_past (trend)->len == 1;
}

static gboolean
is_described (gpointer widget, const char *text)
{
  g_autofree char *found = gtk_test_accessible_check_property (
      widget, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "something else");

  return found != NULL && strstr (found, text) != NULL;
}

/* The trend has the versions: in the details from when they are opened, in the list of
 * snapshots, and one by one with the arrow keys. */
static void
test_trend (Fixture *fixture)
{
  MellowToneTrend *trend = mellow_draft_get_trend (fixture->draft);
  g_autofree char *moved = NULL;
  GtkWidget *line;

  type_text (fixture->buffer, AD);
  take (fixture, "before");
  g_assert_true (has_a_version (trend));
  replace_all (fixture, "It is green.");
  activate (fixture, "win.tone-details");
  wait_until (says (fixture->window, "Since the First Snapshot"));
  moved = mellow_tone_trend_describe_past (trend);
  g_assert_true (g_str_has_prefix (moved, "Since before: Pressure "));
  g_assert_true (g_str_has_suffix (moved, " → 0, Warmth 0 → 0"));

  line = find_widget (fixture->window, MELLOW_TYPE_TREND_LINE);
  g_assert_true (gtk_widget_grab_focus (line));
  g_assert_true (is_described (line, "Now: Pressure 0, Warmth 0"));
  if (has_hand ()) {
    use_hand ("key", "Left", NULL);
    wait_until (is_described (line, "before, "));
    g_assert_true (says (fixture->window, mellow_trend_line_get_text (MELLOW_TREND_LINE (line))));
    use_hand ("key", "Return", NULL);
    assert_names ("before");
    line = find_widget (find_toplevel (MELLOW_TYPE_SNAPSHOTS_WINDOW), MELLOW_TYPE_TREND_LINE);
    wait_until (has_place (line));
    close_toplevel (MELLOW_TYPE_SNAPSHOTS_WINDOW);
  }
}

/* What the user does not want is forgotten with its snapshots. */
static void
test_discarded_draft (Fixture *fixture)
{
  MellowPage *page = mellow_window_get_page (fixture->window);
  g_autofree char *document = mellow_snapshot_store_dup_document (fixture->draft);
  ProseUserStore *store = mellow_snapshot_store_find (GTK_WIDGET (page));
  g_autoptr (GPtrArray) before = NULL, after = NULL;

  type_text (fixture->buffer, AD);
  take (fixture, "once");
  before = prose_user_snapshots_dup (store, document, NULL);
  g_assert_cmpuint (before->len, ==, 1);
  mellow_page_discard (page);
  after = prose_user_snapshots_dup (store, document, NULL);
  g_assert_cmpuint (after->len, ==, 0);
}

/* --- before and after --- */

static void
append_label (GString *line, GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0' &&
      gtk_widget_get_visible (widget))
    g_string_append_printf (line, "[%s]", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_label (line, child);
}

static void
append_rows (GString *line, GtkWidget *widget)
{
  if (MELLOW_IS_COMPARISON_ROW (widget) && gtk_widget_get_mapped (widget)) {
    append_label (line, widget);
    g_string_append_c (line, '\n');
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_rows (line, child);
}

/* What the rows say, a line for each. */
static char *
rows_to_string (void)
{
  GString *line = g_string_new (NULL);

  gtk_test_widget_wait_for_draw (find_toplevel (MELLOW_TYPE_COMPARISON_WINDOW));
  append_rows (line, find_toplevel (MELLOW_TYPE_COMPARISON_WINDOW));
  return g_string_free (line, FALSE);
}

#define assert_rows(expected)                                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *rows_ = rows_to_string ();                                                    \
    g_assert_cmpstr (rows_, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

static void
open_comparison (Fixture *fixture)
{
  open_ad (fixture);
  take (fixture, "first");
  replace_all (fixture, "Æ! Take your time. It is green.\n\nOnly 3 left. Or ask.");
  activate (fixture, "win.compare");
  await_window (MELLOW_TYPE_COMPARISON_WINDOW);
}

static void
test_compared (Fixture *fixture)
{
  gpointer window;

  open_comparison (fixture);
  window = find_toplevel (MELLOW_TYPE_COMPARISON_WINDOW);
  assert_rows ("[Æ!][Æ!]\n[Changed][Act now!][Take your time.]\n[It is green.][It is "
               "green.]\n[Only 3 left.][Only 3 left.]\n[Added][Or ask.]\n");
  g_assert_true (says (window, "Pressed, and is gone: “Act now” (Buy command)"));
  g_assert_true (says (window, "Soft, and is new: “Take your time” (Choice)"));
  g_assert_true (says (window, "+3"));
  close_toplevel (MELLOW_TYPE_COMPARISON_WINDOW);
}

/* Any two versions; the same text twice has no changes. */
static void
test_other_versions (Fixture *fixture)
{
  GtkDropDown *before;

  open_comparison (fixture);
  before = find_widget (find_toplevel (MELLOW_TYPE_COMPARISON_WINDOW), GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (before, 0);
  g_assert_true (
      says (find_toplevel (MELLOW_TYPE_COMPARISON_WINDOW), "No device of tone went or came."));
  assert_rows ("[Æ!][Æ!]\n[Take your time.][Take your time.]\n[It is green.][It is "
               "green.]\n[Only 3 left.][Only 3 left.]\n[Or ask.][Or ask.]\n");
  close_toplevel (MELLOW_TYPE_COMPARISON_WINDOW);
}

static GtkOrientation
get_row_orientation (void)
{
  gpointer window = find_toplevel (MELLOW_TYPE_COMPARISON_WINDOW);

  return gtk_orientable_get_orientation (find_widget (window, MELLOW_TYPE_COMPARISON_ROW));
}

static void
test_narrow (Fixture *fixture)
{
  gpointer window;

  open_comparison (fixture);
  window = find_toplevel (MELLOW_TYPE_COMPARISON_WINDOW);
  wait_until (gtk_widget_get_width (window) > 600);
  g_assert_cmpint (get_row_orientation (), ==, GTK_ORIENTATION_HORIZONTAL);
  gtk_window_set_default_size (window, 360, 600);
  wait_until (gtk_widget_get_width (window) <= 400);
  wait_until (get_row_orientation () == GTK_ORIENTATION_VERTICAL);
  close_toplevel (MELLOW_TYPE_COMPARISON_WINDOW);
}

static gboolean
has_content (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 && status.st_size > 0;
}

static void
test_exported (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "før og efter.html", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *page = NULL;

  open_comparison (fixture);
  mellow_comparison_window_export (find_toplevel (MELLOW_TYPE_COMPARISON_WINDOW), file);
  wait_until (has_content (path));
  wait_until (says (find_toplevel (MELLOW_TYPE_COMPARISON_WINDOW), "The page is written"));
  g_assert_true (g_file_get_contents (path, &page, NULL, NULL));
  g_assert_nonnull (strstr (page, "<ins>Take your time.</ins>"));
  close_toplevel (MELLOW_TYPE_COMPARISON_WINDOW);
}

static void
test_export_that_fails (Fixture *fixture)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/folder/ad.html");

  open_comparison (fixture);
  mellow_comparison_window_export (find_toplevel (MELLOW_TYPE_COMPARISON_WINDOW), file);
  wait_until (find_dialog () != NULL);
  g_assert_cmpstr (adw_message_dialog_get_heading (find_dialog ()), ==,
                   "Could Not Write “ad.html”");
  gtk_window_close (find_dialog ());
  wait_until (find_dialog () == NULL);
  close_toplevel (MELLOW_TYPE_COMPARISON_WINDOW);
}

/* --- by hand --- */

static void
test_with_keys (Fixture *fixture)
{
  if (!has_hand ())
    return;

  open_ad (fixture);
  use_hand ("key", "ctrl+d", NULL);
  wait_until (find_dialog () != NULL && gtk_window_is_active (find_dialog ()));
  use_hand ("type", "first", NULL);
  wait_until (g_str_equal (gtk_editable_get_text (await_name ()), "first"));
  use_hand ("key", "Return", NULL);
  wait_until (find_dialog () == NULL);
  replace_all (fixture, "It is blue.");

  use_hand ("key", "ctrl+e", NULL);
  await_window (MELLOW_TYPE_COMPARISON_WINDOW);
  use_hand ("key", "Escape", NULL);
  wait_until (find_toplevel (MELLOW_TYPE_COMPARISON_WINDOW) == NULL);

  /* From the row to its first button, which brings it back. */
  use_hand ("key", "ctrl+shift+d", NULL);
  await_window (MELLOW_TYPE_SNAPSHOTS_WINDOW);
  assert_names ("first");
  use_hand ("key", "Tab", NULL);
  use_hand ("key", "space", NULL);
  wait_until (find_toplevel (MELLOW_TYPE_SNAPSHOTS_WINDOW) == NULL);
  assert_text (fixture->buffer, AD);
}

int
main (int argc, char **argv)
{
  const char *fixed = g_getenv ("MELLOW_FIXED_RULES");

  gtk_test_init (&argc, &argv, NULL);

  add ("/snapshots/taken-and-listed", test_taken_and_listed, fixed);
  add ("/snapshots/none-yet", test_none_yet, fixed);
  add ("/snapshots/brought-back", test_brought_back, fixed);
  add ("/snapshots/renamed", test_renamed, fixed);
  add ("/snapshots/deleted-and-put-back", test_deleted_and_put_back, fixed);
  add ("/snapshots/compared", test_compared, fixed);
  add ("/snapshots/other-versions", test_other_versions, fixed);
  add ("/snapshots/narrow", test_narrow, fixed);
  add ("/snapshots/exported", test_exported, fixed);
  add ("/snapshots/export-that-fails", test_export_that_fails, fixed);
  add ("/snapshots/with-keys", test_with_keys, fixed);
  add ("/snapshots/they-follow-the-text", test_they_follow_the_text, fixed);
  add ("/snapshots/trend", test_trend, fixed);
  add ("/snapshots/discarded-draft", test_discarded_draft, fixed);

  return g_test_run ();
}
