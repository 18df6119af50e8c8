/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The brief of a text, from the form to the suggestions and back. */

#include <glib/gstdio.h>
#include <string.h>

#include "mellow-brief-dialog.h"
#include "mellow-draft-writer.h"
#include "window-fixture.h"

#define LINE "We are proud of our tent."
#define YAML                                                                                       \
  "product: the Fjord tent\nbenefits:\n- stands in two minutes\naddress: De\n"                     \
  "facts:\n  end-date: 30 June\n"

static MellowBriefDialog *
find_brief (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (MELLOW_IS_BRIEF_DIALOG (l->data))
      return l->data;

  return NULL;
}

static const char *
get_row (const char *title)
{
  return gtk_editable_get_text (find_row (find_brief (), title));
}

static void
fill_row (const char *title, const char *text)
{
  gtk_editable_set_text (find_row (find_brief (), title), text);
}

static void
open_dialog (Fixture *fixture)
{
  activate (fixture, "win.brief");
  wait_until (find_brief () != NULL && gtk_window_is_active (GTK_WINDOW (find_brief ())));
}

/* A form that is closed is freed. */
static void
close_dialog (void)
{
  MellowBriefDialog *alive = NULL;

  g_set_weak_pointer (&alive, find_brief ());
  gtk_window_close (GTK_WINDOW (find_brief ()));
  wait_until (alive == NULL);
}

/* What the panel suggests for the first mark. */
static char *
dup_suggestions (Fixture *fixture)
{
  g_autoptr (MellowMark) mark = g_list_model_get_item (fixture->marks, 0);
  GPtrArray *suggestions = mellow_mark_get_suggestions (mark);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < suggestions->len; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? " | " : "",
                            ((ProseSuggestion *)suggestions->pdata[i])->sentence);
  return g_string_free (line, FALSE);
}

static void
assert_suggestions (Fixture *fixture, const char *expected)
{
  g_autofree char *suggestions = dup_suggestions (fixture);

  g_assert_cmpstr (suggestions, ==, expected);
}

static void
test_suggestions_follow_the_brief (Fixture *fixture)
{
  g_autoptr (MellowMark) mark = NULL;

  type_text (fixture->buffer, LINE);
  mark = g_list_model_get_item (fixture->marks, 0);
  assert_suggestions (fixture, "");

  open_dialog (fixture);
  fill_row ("Product", "the Fjord tent");
  fill_row ("Benefit 1", "stands in two minutes");
  close_dialog ();
  assert_suggestions (fixture, "The Fjord tent stands in two minutes.");
  assert_text (fixture->buffer, LINE);

  open_dialog (fixture);
  g_assert_cmpstr (get_row ("Product"), ==, "the Fjord tent");
  fill_row ("Product", "");
  close_dialog ();
  assert_suggestions (fixture, "");
}

static void
test_with_keys (Fixture *fixture)
{
  if (!has_hand ())
    return;

  type_text (fixture->buffer, LINE);
  use_hand ("key", "ctrl+b", NULL);
  wait_until (find_brief () != NULL && gtk_window_is_active (GTK_WINDOW (find_brief ())));
  use_hand ("type", "the Fjord tent", NULL);
  wait_until (g_str_equal (get_row ("Product"), "the Fjord tent"));
  use_hand ("key", "Tab", NULL);
  use_hand ("type", "stands in two minutes", NULL);
  wait_until (g_str_equal (get_row ("Benefit 1"), "stands in two minutes"));
  use_hand ("key", "Escape", NULL);
  wait_until (find_brief () == NULL);
  assert_suggestions (fixture, "The Fjord tent stands in two minutes.");
}

/* One row more than there are benefits. */
static void
test_benefits_make_room_for_another (Fixture *fixture)
{
  open_dialog (fixture);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (find_row (find_brief (), "Benefit 1"))));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (find_row (find_brief (), "Benefit 2"))));
  fill_row ("Benefit 1", "stands in two minutes");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (find_row (find_brief (), "Benefit 2"))));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (find_row (find_brief (), "Benefit 3"))));
  close_dialog ();
}

/* --- kept --- */

static char *
create_folder (void)
{
  char *folder = g_dir_make_tmp ("mellow-XXXXXX", NULL);

  g_assert_nonnull (folder);
  return folder;
}

static GFile *
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static void
remove_file (GFile *file)
{
  g_assert_true (g_file_delete (file, NULL, NULL));
}

static void
test_kept_with_the_file (Fixture *fixture)
{
  g_autofree char *folder = create_folder ();
  g_autoptr (GFile) file = write_file (folder, "telt.txt", LINE);

  mellow_window_open (fixture->window, file);
  wait_until (g_list_model_get_n_items (fixture->marks) == 1);
  open_dialog (fixture);
  fill_row ("Product", "the Fjord tent");
  fill_row ("Benefit 1", "stands in two minutes");
  close_dialog ();
  g_assert_false (gtk_text_buffer_get_modified (fixture->buffer));

  activate (fixture, "win.new-tab");
  activate (fixture, "win.new-tab");
  follow_window (fixture);
  g_assert_null (prose_brief_get (
      mellow_document_data_get_brief (mellow_draft_get_data (fixture->draft)), "product"));
  mellow_window_open (fixture->window, file);
  wait_until (g_list_model_get_n_items (fixture->marks) == 1);
  assert_suggestions (fixture, "The Fjord tent stands in two minutes.");
  remove_file (file);
  g_rmdir (folder);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer done)
{
  g_assert_true (mellow_draft_save_finish (MELLOW_DRAFT (source), result, NULL, NULL));
  *(gboolean *)done = TRUE;
}

/* A new draft keeps its brief from the time it is saved. */
static void
test_kept_once_there_is_a_file (Fixture *fixture)
{
  g_autofree char *folder = create_folder ();
  g_autofree char *path = g_build_filename (folder, "ny.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (MellowDocumentData) data = mellow_document_data_new ();
  gboolean done = FALSE;

  open_dialog (fixture);
  fill_row ("Product", "the Fjord tent");
  close_dialog ();
  g_assert_true (mellow_draft_is_modified (fixture->draft));
  g_assert_false (mellow_draft_is_blank (fixture->draft));

  mellow_draft_save_async (fixture->draft, file, FALSE, NULL, on_saved, &done);
  wait_until (done);
  g_assert_true (mellow_document_data_load (data, file, NULL));
  g_assert_cmpstr (prose_brief_get (mellow_document_data_get_brief (data), "product"), ==,
                   "the Fjord tent");
  remove_file (file);
  g_rmdir (folder);
}

/* --- exchanged --- */

static gboolean
has_content (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 && status.st_size > 0;
}

static void
test_import_and_export (Fixture *fixture)
{
  g_autofree char *folder = create_folder ();
  g_autoptr (GFile) file = write_file (folder, "brief.yaml", YAML);
  g_autofree char *path = g_build_filename (folder, "out.yaml", NULL);
  g_autoptr (GFile) exported = g_file_new_for_path (path);
  g_autofree char *data = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *written = NULL;
  g_autoptr (ProseBrief) brief = prose_brief_read ("brief", YAML, strlen (YAML), NULL);
  g_autoptr (ProseBrief) again = NULL;
  gsize length;

  open_dialog (fixture);
  mellow_brief_dialog_import (find_brief (), file);
  wait_until (g_str_equal (get_row ("Product"), "the Fjord tent"));
  g_assert_cmpstr (get_row ("Benefit 1"), ==, "stands in two minutes");
  g_assert_cmpstr (get_row ("End Date"), ==, "30 June");

  mellow_brief_dialog_export (find_brief (), exported);
  wait_until (has_content (path));
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  again = prose_brief_read ("out", data, length, NULL);
  g_assert_nonnull (again);
  expected = prose_brief_write (brief);
  written = prose_brief_write (again);
  g_assert_cmpstr (written, ==, expected);

  close_dialog ();
  g_assert_cmpstr (
      prose_brief_get (mellow_document_data_get_brief (mellow_draft_get_data (fixture->draft)),
                       "address"),
      ==, "De");
  remove_file (file);
  remove_file (exported);
  g_rmdir (folder);
}

static void
test_import_says_what_is_wrong (Fixture *fixture)
{
  g_autofree char *folder = create_folder ();
  g_autoptr (GFile) file = write_file (folder, "brief.yaml", "product: a\nprodukt: b\n");

  open_dialog (fixture);
  fill_row ("Product", "the Fjord tent");
  mellow_brief_dialog_import (find_brief (), file);
  wait_until (find_dialog () != NULL);
  g_assert_cmpstr (adw_message_dialog_get_heading (find_dialog ()), ==,
                   "Could Not Import “brief.yaml”");
  g_assert_nonnull (strstr (adw_message_dialog_get_body (find_dialog ()), "brief.yaml:2:1: "));
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  wait_until (find_dialog () == NULL);
  g_assert_cmpstr (get_row ("Product"), ==, "the Fjord tent");
  close_dialog ();
  remove_file (file);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  const char *fixed = g_getenv ("MELLOW_FIXED_RULES");

  gtk_test_init (&argc, &argv, NULL);

  add ("/brief/suggestions-follow-the-brief", test_suggestions_follow_the_brief, fixed);
  add ("/brief/with-keys", test_with_keys, fixed);
  add ("/brief/benefits-make-room-for-another", test_benefits_make_room_for_another, fixed);
  add ("/brief/kept-with-the-file", test_kept_with_the_file, fixed);
  add ("/brief/kept-once-there-is-a-file", test_kept_once_there_is_a_file, fixed);
  add ("/brief/import-and-export", test_import_and_export, fixed);
  add ("/brief/import-says-what-is-wrong", test_import_says_what_is_wrong, fixed);

  return g_test_run ();
}
