/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is kept of texts that are not saved: its files, and when they come and go. */

#include <glib/gstdio.h>
#include <string.h>

#include "fixture.h"
#include "mellow-draft-keeper.h"
#include "mellow-draft-writer.h"
#include "mellow-state-file.h"

/* --- the file --- */

static MellowDraftCopy *
read_copy (const char *content, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, length);
  g_autoptr (GError) error = NULL;
  MellowDraftCopy *copy = mellow_draft_copy_new_from_bytes (bytes, &error);

  g_assert_true ((copy == NULL) == (error != NULL));
  return copy;
}

static void
assert_round_trip (MellowDraftCopy copy)
{
  g_autoptr (MellowDraftCopy) read = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  const char *data;

  copy.length = strlen (copy.text);
  bytes = mellow_draft_copy_to_bytes (&copy);
  data = g_bytes_get_data (bytes, &length);
  read = read_copy (data, length);
  g_assert_cmpstr (read->uri, ==, copy.uri);
  g_assert_cmpstr (read->etag, ==, copy.etag);
  g_assert_cmpint (read->encoding, ==, copy.encoding);
  g_assert_cmpuint (read->cursor, ==, copy.cursor);
  g_assert_cmpstr (read->brief, ==, copy.brief);
  g_assert_cmpmem (read->text, read->length, copy.text, copy.length);
}

static void
test_round_trip (void)
{
  assert_round_trip ((MellowDraftCopy){ .text = (char *)"Køb\r\n\r\nroligt\n\n" });
  assert_round_trip ((MellowDraftCopy){ .text = (char *)"" });
  assert_round_trip ((MellowDraftCopy){ .text = (char *)"\n\ncursor: 7\n\n", .cursor = 3 });
  assert_round_trip ((MellowDraftCopy){ .uri = (char *)"file:///tmp/K%C3%B8b%20nu.txt",
                                        .etag = (char *)"1700000000:123",
                                        .encoding = PROSE_ENCODING_WINDOWS_1252,
                                        .cursor = 12,
                                        .text = (char *)"blåbær" });
  assert_round_trip ((MellowDraftCopy){
      .brief = (char *)"product: 'a tent: “x”'\nbenefits:\n  - 'stands'\nfacts:\n  stock: '3'\n",
      .text = (char *)"Køb" });
}

static void
assert_refused (const char *content)
{
  g_autoptr (MellowDraftCopy) copy = read_copy (content, strlen (content));

  g_assert_null (copy);
}

static void
test_foreign_files_are_refused (void)
{
  assert_refused ("");
  assert_refused ("Mellow draft 1\n");
  assert_refused ("Mellow draft 2\n\nlater");
  assert_refused ("Mellow draft 1\ncursor: 1\n\nK\xf8\x62");
}

static void
test_unknown_fields_are_passed_over (void)
{
  static const char content[] = "Mellow draft 1\nmood: calm\nencoding: Klingon\n\nHello";
  g_autoptr (MellowDraftCopy) copy = read_copy (content, strlen (content));

  g_assert_cmpstr (copy->text, ==, "Hello");
  g_assert_cmpint (copy->encoding, ==, PROSE_ENCODING_UTF8);
}

/* --- writing --- */

static void
write_text (MellowStateFile *file, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  mellow_state_file_write_async (file, bytes, NULL, NULL);
}

static char *
read_text (const char *path)
{
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static void
assert_file (const char *path, const char *expected)
{
  g_autofree char *text = read_text (path);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_the_newest_content_stays (void)
{
  g_autofree char *path = mellow_state_dup_path ("deep", "down", NULL);
  g_autoptr (MellowStateFile) file = mellow_state_file_new (path);
  g_autofree char *last = NULL;

  for (guint i = 0; i < 200; i++) {
    g_free (last);
    last = g_strdup_printf ("%u", i);
    write_text (file, last);
  }
  g_assert_true (mellow_state_file_flush (file, NULL));
  assert_file (path, "199");
  mellow_state_file_remove (file);
  g_assert_true (mellow_state_file_flush (file, NULL));
  assert_file (path, NULL);
}

static void
test_removed_is_removed (void)
{
  g_autofree char *path = mellow_state_dup_path ("gone", NULL);
  g_autoptr (MellowStateFile) file = mellow_state_file_new (path);

  for (guint i = 0; i < 50; i++) {
    write_text (file, "text");
    mellow_state_file_remove (file);
    g_assert_true (mellow_state_file_flush (file, NULL));
    g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  }
  g_assert_true (mellow_state_file_flush (file, NULL));
  g_usleep (20 * 1000);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_files_are_private (void)
{
  g_autofree char *path = mellow_state_dup_path ("private", NULL);
  g_autoptr (MellowStateFile) file = mellow_state_file_new (path);
  GStatBuf info;

  write_text (file, "text");
  g_assert_true (mellow_state_file_flush (file, NULL));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0077, ==, 0);
}

/* --- when --- */

/* A draft that is kept, and where. */
typedef struct {
  MellowDraft *draft;
  GtkTextBuffer *buffer;
  MellowDraftKeeper *keeper;
  char *path;
} Kept;

static Kept
keep (const char *text)
{
  Kept kept = { .draft = create_draft ("") };

  kept.buffer = mellow_draft_get_buffer (kept.draft);
  kept.keeper = mellow_draft_keeper_new (kept.draft);
  kept.path = mellow_draft_copy_dup_path (mellow_draft_keeper_get_id (kept.keeper));
  type_keys (kept.buffer, text);
  return kept;
}

static void
release (Kept *kept)
{
  g_clear_object (&kept->keeper);
  g_clear_object (&kept->draft);
  g_clear_pointer (&kept->path, g_free);
}

static gboolean
has_copy (Kept *kept)
{
  return g_file_test (kept->path, G_FILE_TEST_EXISTS);
}

static gboolean
copy_has (Kept *kept, const char *text)
{
  g_autoptr (MellowDraftCopy) copy =
      mellow_draft_copy_load (mellow_draft_keeper_get_id (kept->keeper), NULL);

  return copy != NULL && g_str_equal (copy->text, text);
}

static void
test_a_copy_follows_the_writing (void)
{
  Kept kept = keep ("Køb");

  g_assert_false (has_copy (&kept));
  wait_until (copy_has (&kept, "Køb"));
  type_keys (kept.buffer, " roligt");
  wait_until (copy_has (&kept, "Køb roligt"));
  mellow_draft_keeper_discard (kept.keeper);
  wait_until (!has_copy (&kept));
  release (&kept);
}

static void
test_nothing_to_keep_is_no_copy (void)
{
  Kept kept = keep ("Køb");

  wait_until (has_copy (&kept));
  gtk_text_buffer_set_modified (kept.buffer, FALSE);
  wait_until (!has_copy (&kept));
  release (&kept);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer done)
{
  *(int *)done = mellow_draft_save_finish (MELLOW_DRAFT (source), result, NULL, NULL) ? 1 : -1;
}

/* While a save is under way the copy stays: it may fail. */
static void
save (Kept *kept, const char *path, int expected)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  int done = 0;

  wait_until (has_copy (kept));
  mellow_draft_save_async (kept->draft, file, FALSE, NULL, on_saved, &done);
  g_assert_false (mellow_draft_is_modified (kept->draft));
  g_assert_true (has_copy (kept));
  wait_until (done != 0);
  g_assert_cmpint (done, ==, expected);
}

static void
test_saving_removes_the_copy (void)
{
  g_autofree char *path = mellow_state_dup_path ("saved.txt", NULL);
  Kept kept = keep ("Køb");

  save (&kept, path, 1);
  wait_until (!has_copy (&kept));
  release (&kept);
}

static void
test_a_failed_save_leaves_the_copy (void)
{
  Kept kept = keep ("Køb");

  save (&kept, "/nonexistent/saved.txt", -1);
  g_assert_true (has_copy (&kept));
  release (&kept);
}

/* Whatever closes a text without asking leaves a copy of all of it. */
static void
test_the_last_letters_are_kept (void)
{
  Kept kept = keep ("Køb");
  g_autofree char *id = g_strdup (mellow_draft_keeper_get_id (kept.keeper));
  g_autoptr (MellowDraftCopy) copy = NULL;

  release (&kept);
  copy = mellow_draft_copy_load (id, NULL);
  g_assert_cmpstr (copy->text, ==, "Køb");
}

static void
test_a_copy_comes_back (void)
{
  Kept old = keep ("Køb\nroligt");
  Kept new = keep ("");
  g_autofree char *id = g_strdup (mellow_draft_keeper_get_id (old.keeper));
  g_autoptr (MellowDraftCopy) copy = NULL;

  place_cursor (old.buffer, 2);
  g_clear_object (&old.keeper);
  copy = mellow_draft_copy_load (id, NULL);
  mellow_draft_keeper_restore (new.keeper, id, copy);

  assert_text (new.buffer, "Køb\nroligt");
  g_assert_true (mellow_draft_is_modified (new.draft));
  g_assert_cmpuint (mellow_draft_get_cursor (new.draft), ==, 2);
  g_assert_cmpstr (mellow_draft_keeper_get_id (new.keeper), ==, id);
  g_assert_false (gtk_text_buffer_get_can_undo (new.buffer));
  gtk_text_buffer_set_modified (new.buffer, FALSE);
  wait_until (!has_copy (&old));
  release (&old);
  release (&new);
}

/* A draft without a file has its brief nowhere else. */
static void
test_a_brief_comes_back (void)
{
  Kept old = keep ("");
  Kept new = keep ("");
  g_autofree char *id = g_strdup (mellow_draft_keeper_get_id (old.keeper));
  g_autoptr (ProseBrief) brief = prose_brief_new ();
  g_autoptr (MellowDraftCopy) copy = NULL;

  prose_brief_set (brief, "product", "Ærø's tent");
  prose_brief_add_benefit (brief, "stands in two minutes");
  mellow_document_data_set_brief (mellow_draft_get_data (old.draft), brief);
  release (&old);
  copy = mellow_draft_copy_load (id, NULL);
  g_assert_nonnull (copy);
  mellow_draft_keeper_restore (new.keeper, id, copy);

  g_assert_cmpstr (
      prose_brief_get (mellow_document_data_get_brief (mellow_draft_get_data (new.draft)),
                       "product"),
      ==, "Ærø's tent");
  g_assert_cmpstr (
      prose_brief_get (mellow_document_data_get_brief (mellow_draft_get_data (new.draft)),
                       "benefit"),
      ==, "stands in two minutes");
  gtk_text_buffer_set_modified (new.buffer, FALSE);
  release (&new);
}

/* The place of the copies is a file, so that none can be written. */
static void
test_a_copy_that_cannot_be_written_is_told_of (void)
{
  g_autofree char *drafts = mellow_state_dup_path ("drafts", NULL);
  g_autofree char *aside = mellow_state_dup_path ("drafts-aside", NULL);
  Kept kept;

  g_assert_cmpint (g_rename (drafts, aside), ==, 0);
  g_assert_true (g_file_set_contents (drafts, "", 0, NULL));
  kept = keep ("Køb");
  wait_until (mellow_draft_keeper_get_problem (kept.keeper) != NULL);

  g_assert_cmpint (g_unlink (drafts), ==, 0);
  g_assert_cmpint (g_rename (aside, drafts), ==, 0);
  type_keys (kept.buffer, "!");
  wait_until (mellow_draft_keeper_get_problem (kept.keeper) == NULL);
  g_assert_true (copy_has (&kept, "Køb!"));
  release (&kept);
}

/* The tests have a state directory of their own. */
int
main (int argc, char **argv)
{
  g_autofree char *state = g_dir_make_tmp ("mellow-XXXXXX", NULL);

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draft-copy/round-trip", test_round_trip);
  g_test_add_func ("/draft-copy/foreign-files-are-refused", test_foreign_files_are_refused);
  g_test_add_func ("/draft-copy/unknown-fields-are-passed-over",
                   test_unknown_fields_are_passed_over);
  g_test_add_func ("/state-file/the-newest-content-stays", test_the_newest_content_stays);
  g_test_add_func ("/state-file/removed-is-removed", test_removed_is_removed);
  g_test_add_func ("/state-file/files-are-private", test_files_are_private);
  g_test_add_func ("/draft-keeper/a-copy-follows-the-writing", test_a_copy_follows_the_writing);
  g_test_add_func ("/draft-keeper/nothing-to-keep-is-no-copy", test_nothing_to_keep_is_no_copy);
  g_test_add_func ("/draft-keeper/saving-removes-the-copy", test_saving_removes_the_copy);
  g_test_add_func ("/draft-keeper/a-failed-save-leaves-the-copy",
                   test_a_failed_save_leaves_the_copy);
  g_test_add_func ("/draft-keeper/the-last-letters-are-kept", test_the_last_letters_are_kept);
  g_test_add_func ("/draft-keeper/a-copy-comes-back", test_a_copy_comes_back);
  g_test_add_func ("/draft-keeper/a-brief-comes-back", test_a_brief_comes_back);
  g_test_add_func ("/draft-keeper/a-copy-that-cannot-be-written-is-told-of",
                   test_a_copy_that_cannot_be_written_is_told_of);

  return g_test_run ();
}
