/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes of the files of texts, in the real window: what other programs do with
 * them, encodings, places that take nothing, recent files and files that are dropped.
 */

#include <glib/gstdio.h>
#include <string.h>

#include "mellow-notice.h"
#include "mellow-recent-popover.h"
#include "mellow-recent-row.h"
#include "mellow-recent.h"
#include "mellow-state-file.h"
#include "window-fixture.h"

/* --- files --- */

static char *folder;

static char *
name_file (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
write_bytes (const char *name, const char *data, gssize length)
{
  g_autofree char *path = name_file (name);

  g_assert_true (g_file_set_contents (path, data, length, NULL));
}

/* As another program would, a moment later. */
static void
write_from_outside (const char *name, const char *text)
{
  g_usleep (30 * 1000);
  write_bytes (name, text, -1);
}

static void
assert_file (const char *name, const char *expected, gsize length)
{
  g_autofree char *path = name_file (name);
  g_autofree char *data = NULL;
  gsize n;

  g_assert_true (g_file_get_contents (path, &data, &n, NULL));
  g_assert_cmpmem (data, n, expected, length);
}

static void
open_named_file (Fixture *fixture, const char *name)
{
  g_autofree char *path = name_file (name);

  open_file (fixture, path);
  follow_window (fixture);
}

static void
open_text (Fixture *fixture, const char *name, const char *text)
{
  write_bytes (name, text, -1);
  open_named_file (fixture, name);
  wait_until (mellow_draft_get_file (fixture->draft) != NULL);
  assert_text (fixture->buffer, text);
}

static void
remove_files (void)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL) {
    g_autofree char *path = name_file (name);

    g_unlink (path);
  }
}

/* --- the page --- */

static MellowPage *
get_page (Fixture *fixture)
{
  return mellow_window_get_page (fixture->window);
}

static MellowNotice *
get_notice (Fixture *fixture)
{
  return find_widget (get_page (fixture), MELLOW_TYPE_NOTICE);
}

static gboolean
is_told (Fixture *fixture, const char *text)
{
  return g_strcmp0 (mellow_notice_get_text (get_notice (fixture)), text) == 0;
}

static void
save (Fixture *fixture)
{
  activate (fixture, "win.save");
  wait_until (!mellow_page_is_saving (get_page (fixture)));
}

static gboolean
has_text (Fixture *fixture, const char *expected)
{
  g_autofree char *text = dup_text (fixture->buffer);

  return g_str_equal (text, expected);
}

/* --- another program --- */

static void
test_a_change_is_told_and_reloaded (Fixture *fixture)
{
  open_text (fixture, "ad.txt", "Act now.");
  g_assert_null (mellow_notice_get_text (get_notice (fixture)));
  write_from_outside ("ad.txt", "Take your time.");
  wait_until (is_told (fixture, "Another program has changed this file."));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (get_notice (fixture)),
                                   GTK_ACCESSIBLE_ROLE_ALERT);

  activate (fixture, "win.reload");
  wait_until (has_text (fixture, "Take your time."));
  wait_until (is_told (fixture, NULL));
  activate (fixture, "win.undo");
  assert_text (fixture->buffer, "Act now.");
}

static void
test_a_change_is_kept_out_by_key (Fixture *fixture)
{
  if (!has_hand ())
    return;

  open_text (fixture, "ad.txt", "Act now.");
  type_keys (fixture->buffer, "Please ");
  write_from_outside ("ad.txt", "Take your time.");
  wait_until (
      is_told (fixture, "Another program has changed this file. You have changes here too."));
  use_hand ("key", "alt+k", NULL);
  wait_until (is_told (fixture, NULL));
  g_assert_true (mellow_draft_is_modified (fixture->draft));
  g_assert_true (gtk_widget_has_focus (
      GTK_WIDGET (mellow_editor_get_view (mellow_page_get_editor (get_page (fixture))))));

  save (fixture);
  assert_file ("ad.txt", "Please Act now.", strlen ("Please Act now."));
}

static void
test_a_change_is_reloaded_by_click (Fixture *fixture)
{
  if (!has_hand ())
    return;

  open_text (fixture, "ad.txt", "Act now.");
  write_from_outside ("ad.txt", "Take your time.");
  wait_until (is_told (fixture, "Another program has changed this file."));
  click (fixture, find_widget (get_notice (fixture), GTK_TYPE_BUTTON));
  wait_until (has_text (fixture, "Take your time."));
  g_assert_false (mellow_draft_is_modified (fixture->draft));
}

static void
test_a_notice_is_dismissed_by_key (Fixture *fixture)
{
  if (!has_hand ())
    return;

  open_text (fixture, "ad.txt", "Act now.");
  write_from_outside ("ad.txt", "Take your time.");
  wait_until (is_told (fixture, "Another program has changed this file."));
  gtk_widget_child_focus (GTK_WIDGET (get_notice (fixture)), GTK_DIR_TAB_FORWARD);
  use_hand ("key", "Escape", NULL);
  wait_until (is_told (fixture, NULL));
  assert_text (fixture->buffer, "Act now.");

  type_keys (fixture->buffer, "!");
  activate (fixture, "win.save");
  answer_dialog ("cancel");
  assert_file ("ad.txt", "Take your time.", strlen ("Take your time."));
}

static void
test_a_lost_file_is_saved_again (Fixture *fixture)
{
  g_autofree char *path = name_file ("ad.txt");

  open_text (fixture, "ad.txt", "Act now.");
  g_assert_cmpint (g_unlink (path), ==, 0);
  wait_until (is_told (fixture, "This file has been deleted or moved. Your text is still here."));
  g_assert_true (mellow_draft_is_modified (fixture->draft));
  save (fixture);
  assert_file ("ad.txt", "Act now.", strlen ("Act now."));
  wait_until (is_told (fixture, NULL));
}

/* A letter typed too early is not lost: it is not taken. */
static void
test_loading_takes_no_letters (Fixture *fixture)
{
  GtkTextView *view =
      GTK_TEXT_VIEW (mellow_editor_get_view (mellow_page_get_editor (get_page (fixture))));

  write_bytes ("ad.txt", "Act now.", -1);
  open_named_file (fixture, "ad.txt");
  g_assert_false (gtk_text_view_get_editable (view));
  wait_until (has_text (fixture, "Act now."));
  wait_until (gtk_text_view_get_editable (view));
}

/* Nothing looks after the file of a text that is closed. */
static void
test_a_closed_tab_is_gone (Fixture *fixture)
{
  MellowPage *page = NULL;

  open_text (fixture, "ad.txt", "Act now.");
  activate (fixture, "win.new-tab");
  open_text (fixture, "mail.txt", "Hello.");
  g_set_weak_pointer (&page, get_page (fixture));
  activate (fixture, "win.close-tab");
  wait_until (page == NULL);
}

/* --- places that take nothing --- */

static void
cancel_chooser (Fixture *fixture)
{
  gtk_window_close (await_file_chooser ());
  wait_until (!mellow_page_is_saving (get_page (fixture)));
}

static void
test_a_read_only_file_is_saved_elsewhere (Fixture *fixture)
{
  g_autofree char *path = name_file ("ad.txt");

  open_text (fixture, "ad.txt", "Act now.");
  g_assert_cmpint (g_chmod (path, 0400), ==, 0);
  wait_until (
      is_told (fixture, "This file may only be read. Your changes can go into another one."));
  type_keys (fixture->buffer, "Please ");
  activate (fixture, "win.save");
  cancel_chooser (fixture);
  assert_file ("ad.txt", "Act now.", strlen ("Act now."));
  assert_text (fixture->buffer, "Please Act now.");
  g_assert_true (mellow_draft_is_modified (fixture->draft));

  g_assert_cmpint (g_chmod (path, 0600), ==, 0);
  wait_until (is_told (fixture, NULL));
  save (fixture);
  assert_file ("ad.txt", "Please Act now.", strlen ("Please Act now."));
}

static void
accept_chooser (Fixture *fixture)
{
  gtk_dialog_response (await_file_chooser (), GTK_RESPONSE_ACCEPT);
  wait_until (!mellow_page_is_saving (get_page (fixture)));
}

static char *
read_word_document (gsize *length)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", "docx", "small.docx", NULL);
  char *data;

  g_assert_true (g_file_get_contents (path, &data, length, NULL));
  return data;
}

/* Its text is proposed to be saved beside it; the document stays as it is. */
static void
test_a_word_document_is_saved_as_text (Fixture *fixture)
{
  gsize length;
  g_autofree char *data = read_word_document (&length);

  write_bytes ("brief.docx", data, length);
  open_named_file (fixture, "brief.docx");
  wait_until (has_text (fixture, "Head\n\n# Sid ned\n\nBliv & \t\nvent\n"));
  wait_until (is_told (fixture, "A Word document is read, never written: save a copy as text."));
  type_keys (fixture->buffer, "Nyt ");
  activate (fixture, "win.save");
  accept_chooser (fixture);
  assert_file ("brief.docx", data, length);
  assert_file ("brief.txt", "Nyt Head\n\n# Sid ned\n\nBliv & \t\nvent\n", 35);
  wait_until (is_told (fixture, NULL));
  g_assert_false (mellow_file_tie_is_imported (mellow_draft_get_tie (fixture->draft)));

  type_keys (fixture->buffer, "!");
  save (fixture);
  g_assert_false (mellow_draft_is_modified (fixture->draft));
}

/* The bytes tell, not the name: a text must not be written over a document. */
static void
test_a_word_document_by_another_name (Fixture *fixture)
{
  MellowDraftCopy *copy;
  gsize length;
  g_autofree char *data = read_word_document (&length);

  write_bytes ("brief.txt", data, length);
  open_named_file (fixture, "brief.txt");
  wait_until (is_told (fixture, "A Word document is read, never written: save a copy as text."));
  type_keys (fixture->buffer, "Nyt ");
  activate (fixture, "win.save");
  cancel_chooser (fixture);
  assert_file ("brief.txt", data, length);

  copy = mellow_draft_copy_new (fixture->draft);
  g_assert_null (copy->uri);
  mellow_draft_copy_free (copy);
}

static void
test_what_is_no_word_document (Fixture *fixture)
{
  write_bytes ("brief.docx", "Act now.", -1);
  open_named_file (fixture, "brief.docx");
  wait_until (find_dialog () != NULL);
  g_assert_cmpstr (adw_message_dialog_get_body (find_dialog ()), ==, "It is no Word document.");
  answer_dialog ("close");
}

static void
test_a_folder_that_takes_nothing (Fixture *fixture)
{
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  open_named_file (fixture, "new.txt");
  wait_until (
      is_told (fixture, "This folder takes no new files. Your text can go into another one."));
  type_keys (fixture->buffer, "Act now.");
  activate (fixture, "win.save");
  cancel_chooser (fixture);
  assert_text (fixture->buffer, "Act now.");
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
}

static void
test_a_save_that_fails_says_why (Fixture *fixture)
{
  open_file (fixture, "/nonexistent/ad.txt");
  follow_window (fixture);
  wait_until (mellow_draft_get_file (fixture->draft) != NULL);
  type_keys (fixture->buffer, "Act now.");
  activate (fixture, "win.save");
  wait_until (find_dialog () != NULL);
  g_assert_nonnull (
      strstr (adw_message_dialog_get_body (find_dialog ()), "Your text is still here, unsaved."));
  answer_dialog ("cancel");
  assert_text (fixture->buffer, "Act now.");
  g_assert_true (mellow_draft_is_modified (fixture->draft));
}

/* Where copies would go is a file, so that none can be written. */
static void
test_what_cannot_be_kept_is_told (Fixture *fixture)
{
  g_autofree char *drafts = mellow_state_dup_path ("drafts", NULL);
  g_autofree char *aside = mellow_state_dup_path ("drafts-aside", NULL);
  MellowNotice *notice =
      MELLOW_NOTICE (gtk_widget_get_next_sibling (GTK_WIDGET (get_notice (fixture))));

  g_rename (drafts, aside);
  g_assert_true (g_file_set_contents (drafts, "", 0, NULL));
  type_keys (fixture->buffer, "Act now.");
  wait_until (mellow_notice_get_text (notice) != NULL);
  g_assert_true (g_str_has_prefix (mellow_notice_get_text (notice),
                                   "What you write cannot be kept safe until you save it."));

  g_assert_cmpint (g_unlink (drafts), ==, 0);
  type_keys (fixture->buffer, " Or later.");
  wait_until (mellow_notice_get_text (notice) == NULL);
}

/* Whoever turns back finds everything as it was. */
static void
test_choosers_are_cancelled (Fixture *fixture)
{
  type_keys (fixture->buffer, "Act now.");
  activate (fixture, "win.save");
  cancel_chooser (fixture);
  activate (fixture, "win.open");
  wait_until (find_file_chooser () != NULL);
  gtk_window_close (find_file_chooser ());
  wait_until (find_file_chooser () == NULL);
  assert_text (fixture->buffer, "Act now.");
  g_assert_cmpint (adw_tab_view_get_n_pages (mellow_window_get_tabs (fixture->window)), ==, 1);
}

/* --- encodings --- */

static void
test_an_old_encoding_is_asked_for (Fixture *fixture)
{
  static const char bytes[] = "K\xf8\x62 nu \x96 5 \x80\r\n";
  static const char edited[] = "\x93K\xf8\x62 nu \x96 5 \x80\r\n";

  write_bytes ("old.txt", bytes, sizeof bytes - 1);
  open_named_file (fixture, "old.txt");
  answer_dialog ("Windows-1252");
  wait_until (mellow_draft_get_file (fixture->draft) != NULL);
  assert_text (fixture->buffer, "Køb nu – 5 €\r\n");
  type_keys (fixture->buffer, "“");
  save (fixture);
  assert_file ("old.txt", edited, sizeof edited - 1);
}

static void
test_an_old_encoding_is_refused (Fixture *fixture)
{
  write_bytes ("old.txt", "K\xf8\x62", 3);
  open_named_file (fixture, "old.txt");
  answer_dialog ("cancel");
  g_assert_null (mellow_draft_get_file (fixture->draft));
  g_assert_true (mellow_page_is_free (get_page (fixture)));
}

static void
test_a_character_needs_another_encoding (Fixture *fixture)
{
  write_bytes ("old.txt", "K\xf8\x62", 3);
  open_named_file (fixture, "old.txt");
  answer_dialog ("ISO-8859-1");
  wait_until (mellow_draft_get_file (fixture->draft) != NULL);
  type_keys (fixture->buffer, "€ ");

  activate (fixture, "win.save");
  wait_until (find_dialog () != NULL);
  g_assert_cmpstr (adw_message_dialog_get_body (find_dialog ()), ==,
                   "ISO-8859-1 has no “€”. The file can be saved in UTF-8 instead, which has "
                   "every character.");
  answer_dialog ("cancel");
  assert_file ("old.txt", "K\xf8\x62", 3);
  g_assert_true (mellow_draft_is_modified (fixture->draft));

  activate (fixture, "win.save");
  answer_dialog ("utf-8");
  wait_until (!mellow_page_is_saving (get_page (fixture)));
  assert_file ("old.txt", "€ Køb", strlen ("€ Køb"));
}

/* --- recent files --- */

static GtkWidget *
get_recent (Fixture *fixture)
{
  return find_widget (find_widget (fixture->window, ADW_TYPE_SPLIT_BUTTON),
                      MELLOW_TYPE_RECENT_POPOVER);
}

static guint
count_recent_rows (Fixture *fixture)
{
  GtkWidget *list = find_widget (get_recent (fixture), GTK_TYPE_LIST_BOX);
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (list); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += MELLOW_IS_RECENT_ROW (child) && gtk_widget_get_child_visible (child);

  return n;
}

static gboolean
has_focus_within (Fixture *fixture, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget) && has_place (widget);
}

static void
forget_recent (void)
{
  gtk_recent_manager_purge_items (gtk_recent_manager_get_default (), NULL);
}

static void
test_recent_files_are_found_and_opened (Fixture *fixture)
{
  if (!has_hand ())
    return;

  forget_recent ();
  open_text (fixture, "ad.txt", "Act now.");
  open_text (fixture, "Købmand.txt", "Take your time.");
  open_text (fixture, "mail.txt", "Hello.");
  activate (fixture, "win.close-tab");
  activate (fixture, "win.close-tab");

  use_hand ("key", "ctrl+k", NULL);
  wait_until (has_focus_within (fixture, get_recent (fixture)));
  wait_until (count_recent_rows (fixture) == 3);
  use_hand ("type", "--delay", "20", "MAIL", NULL);
  wait_until (count_recent_rows (fixture) == 1);
  use_hand ("key", "Return", NULL);
  wait_until (!gtk_widget_get_mapped (get_recent (fixture)));
  wait_until (g_strcmp0 (gtk_window_get_title (GTK_WINDOW (fixture->window)), "mail.txt") == 0);
  follow_window (fixture);
  wait_until (has_text (fixture, "Hello."));
}

/* Every word is looked for, in name and folder, whatever its case. */
static void
test_recent_files_match (Fixture *fixture)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/home/Åse/Købmand/Forår.txt");
  g_autoptr (GtkWidget) widget = g_object_ref_sink (mellow_recent_row_new (file));
  MellowRecentRow *row = MELLOW_RECENT_ROW (widget);

  g_assert_true (mellow_recent_row_matches (row, ""));
  g_assert_true (mellow_recent_row_matches (row, "FORÅR"));
  g_assert_true (mellow_recent_row_matches (row, "forår åse "));
  g_assert_false (mellow_recent_row_matches (row, "forår bo"));
}

static void
test_recent_files_are_forgotten (Fixture *fixture)
{
  g_autoptr (GPtrArray) files = NULL;
  GtkWidget *row;

  forget_recent ();
  open_text (fixture, "ad.txt", "Act now.");
  activate (fixture, "win.open-recent");
  wait_until (count_recent_rows (fixture) == 1);
  row = find_widget (get_recent (fixture), MELLOW_TYPE_RECENT_ROW);
  g_assert_true (gtk_widget_activate_action (row, "recent.remove", NULL));
  g_assert_cmpuint (count_recent_rows (fixture), ==, 0);
  files = mellow_recent_list ();
  g_assert_cmpuint (files->len, ==, 0);
}

/* --- files that are dropped --- */

static GtkEventController *
find_drop_target (Fixture *fixture)
{
  g_autoptr (GListModel) controllers =
      gtk_widget_observe_controllers (GTK_WIDGET (fixture->window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_DROP_TARGET (controller))
      return controller;
  }

  return NULL;
}

static void
drop (Fixture *fixture, GFile *first, GFile *second)
{
  GFile *files[] = { first, second };
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean is_taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (files, G_N_ELEMENTS (files)));
  g_signal_emit_by_name (find_drop_target (fixture), "drop", &value, 100.0, 100.0, &is_taken);
  g_assert_true (is_taken);
}

static void
test_dropped_files_are_opened (Fixture *fixture)
{
  g_autofree char *one_path = name_file ("one.txt"), *two_path = name_file ("two.txt");
  g_autoptr (GFile) one = g_file_new_for_path (one_path);
  g_autoptr (GFile) two = g_file_new_for_path (two_path);

  write_bytes ("one.txt", "One.", -1);
  write_bytes ("two.txt", "Two.", -1);
  type_keys (fixture->buffer, "Mine.");
  drop (fixture, one, two);
  drop (fixture, two, one);
  assert_text (fixture->buffer, "Mine.");
  g_assert_cmpint (adw_tab_view_get_n_pages (mellow_window_get_tabs (fixture->window)), ==, 3);
  follow_window (fixture);
  wait_until (has_text (fixture, "One."));
}

/* --- large files --- */

/* As much text as a library has on one shelf. */
static void
test_a_large_file_is_opened (Fixture *fixture)
{
  static const char line[] =
      "Act now! The kettle is on, and you are welcome to look around in the shop and sit down for "
      "a while. Our new garden sofa has a cushion that keeps its shape through rain. It comes in "
      "four colours, and each is dyed with plants from the garden behind the workshop.\n";
  g_autoptr (GString) text = g_string_new (NULL);

  while (text->len < 10 * 1000 * 1000)
    g_string_append (text, line);
  write_bytes ("large.txt", text->str, text->len);
  open_named_file (fixture, "large.txt");
  wait_until (mellow_draft_get_file (fixture->draft) != NULL);
  g_assert_cmpint (gtk_text_buffer_get_char_count (fixture->buffer), ==, (int)text->len);
  type_keys (fixture->buffer, "!");
  save (fixture);
  g_string_prepend_c (text, '!');
  assert_file ("large.txt", text->str, text->len);
}

static void
add_case (const char *path, void (*run) (Fixture *))
{
  add (path, run, g_getenv ("MELLOW_FIXED_RULES"));
}

int
main (int argc, char **argv)
{
  int status;

  give_up_privileges ();
  gtk_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("mellow-XXXXXX", NULL);

  add_case ("/documents/a-change-is-told-and-reloaded", test_a_change_is_told_and_reloaded);
  add_case ("/documents/a-change-is-kept-out-by-key", test_a_change_is_kept_out_by_key);
  add_case ("/documents/a-change-is-reloaded-by-click", test_a_change_is_reloaded_by_click);
  add_case ("/documents/a-notice-is-dismissed-by-key", test_a_notice_is_dismissed_by_key);
  add_case ("/documents/a-lost-file-is-saved-again", test_a_lost_file_is_saved_again);
  add_case ("/documents/loading-takes-no-letters", test_loading_takes_no_letters);
  add_case ("/documents/a-closed-tab-is-gone", test_a_closed_tab_is_gone);
  add_case ("/documents/a-read-only-file-is-saved-elsewhere",
            test_a_read_only_file_is_saved_elsewhere);
  add_case ("/documents/a-word-document-is-saved-as-text", test_a_word_document_is_saved_as_text);
  add_case ("/documents/a-word-document-by-another-name", test_a_word_document_by_another_name);
  add_case ("/documents/what-is-no-word-document", test_what_is_no_word_document);
  add_case ("/documents/a-folder-that-takes-nothing", test_a_folder_that_takes_nothing);
  add_case ("/documents/a-save-that-fails-says-why", test_a_save_that_fails_says_why);
  add_case ("/documents/what-cannot-be-kept-is-told", test_what_cannot_be_kept_is_told);
  add_case ("/documents/choosers-are-cancelled", test_choosers_are_cancelled);
  add_case ("/documents/an-old-encoding-is-asked-for", test_an_old_encoding_is_asked_for);
  add_case ("/documents/an-old-encoding-is-refused", test_an_old_encoding_is_refused);
  add_case ("/documents/a-character-needs-another-encoding",
            test_a_character_needs_another_encoding);
  add_case ("/documents/recent-files-are-found-and-opened", test_recent_files_are_found_and_opened);
  add_case ("/documents/recent-files-match", test_recent_files_match);
  add_case ("/documents/recent-files-are-forgotten", test_recent_files_are_forgotten);
  add_case ("/documents/dropped-files-are-opened", test_dropped_files_are_opened);
  add_case ("/documents/a-large-file-is-opened", test_a_large_file_is_opened);

  status = g_test_run ();
  remove_files ();
  g_rmdir (folder);
  g_free (folder);
  return status;
}
