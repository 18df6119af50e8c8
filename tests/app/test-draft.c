/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Loading and saving: every byte that was not edited stays. */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include "fixture.h"
#include "mellow-draft-reader.h"
#include "mellow-draft-writer.h"

/* A file in a directory of its own. */
typedef struct {
  char *directory;
  char *path;
  GFile *file;
} TestFile;

static TestFile
create_file (const char *data, gsize length)
{
  TestFile test = { .directory = g_dir_make_tmp ("mellow-XXXXXX", NULL) };
  g_autoptr (GError) error = NULL;

  test.path = g_build_filename (test.directory, "Køb nu.txt", NULL);
  test.file = g_file_new_for_path (test.path);
  if (data != NULL)
    g_file_set_contents (test.path, data, length, &error);
  g_assert_no_error (error);

  return test;
}

static void
remove_file (TestFile *test)
{
  g_remove (test->path);
  g_rmdir (test->directory);
  g_free (test->directory);
  g_free (test->path);
  g_object_unref (test->file);
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **)user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static gboolean
load (MellowDraft *draft, GFile *file, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mellow_draft_load_async (draft, file, NULL, keep_result, &result);
  return mellow_draft_load_finish (draft, wait_for (&result), error);
}

static gboolean
save (MellowDraft *draft, GFile *file, gboolean overwrite, gboolean *was_missing, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mellow_draft_save_async (draft, file, overwrite, NULL, keep_result, &result);
  return mellow_draft_save_finish (draft, wait_for (&result), was_missing, error);
}

static void
assert_content (TestFile *test, const char *expected, gsize length)
{
  g_autofree char *data = NULL;
  gsize n;

  g_assert_true (g_file_get_contents (test->path, &data, &n, NULL));
  g_assert_cmpmem (data, n, expected, length);
}

/* Loads the bytes, types `!` before the first letter, saves; then undoes it and
 * saves again: the bytes are the old ones. */
static void
assert_kept (const char *data, gsize length, const char *edited, gsize edited_length)
{
  g_autoptr (MellowDraft) draft = create_draft ("");
  g_autoptr (GError) error = NULL;
  TestFile test = create_file (data, length);
  GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);

  g_assert_true (load (draft, test.file, &error));
  g_assert_false (mellow_draft_is_modified (draft));
  g_assert_true (save (draft, test.file, FALSE, NULL, &error));
  assert_content (&test, data, length);

  type_keys (buffer, "!");
  g_assert_true (mellow_draft_is_modified (draft));
  g_assert_true (save (draft, test.file, FALSE, NULL, &error));
  g_assert_false (mellow_draft_is_modified (draft));
  assert_content (&test, edited, edited_length);

  gtk_text_buffer_undo (buffer);
  g_assert_true (save (draft, test.file, FALSE, NULL, &error));
  assert_content (&test, data, length);
  g_assert_no_error (error);
  remove_file (&test);
}

#define assert_bytes_kept(data, edited)                                                            \
  assert_kept (data, sizeof (data) - 1, edited, sizeof (edited) - 1)

static void
test_bytes_are_kept (void)
{
  assert_bytes_kept ("", "!");
  assert_bytes_kept ("Køb nu", "!Køb nu");
  assert_bytes_kept ("Køb nu\n", "!Køb nu\n");
  assert_bytes_kept ("Køb\r\nnu", "!Køb\r\nnu");
  assert_bytes_kept ("Køb\r\nnu\r\n", "!Køb\r\nnu\r\n");
  assert_bytes_kept ("a\r\nb\nc\rd", "!a\r\nb\nc\rd");
  assert_bytes_kept ("a\n\n \t\n", "!a\n\n \t\n");
  assert_bytes_kept ("a\xe2\x80\xa9\x62", "!a\xe2\x80\xa9\x62");
}

static void
test_byte_order_mark_is_kept (void)
{
  assert_bytes_kept ("\xef\xbb\xbfKøb nu\r\n", "\xef\xbb\xbf!Køb nu\r\n");
  assert_bytes_kept ("\xff\xfe\x42\0\x0a\0", "\xff\xfe!\0\x42\0\x0a\0");
  assert_bytes_kept ("\xfe\xff\0\x42", "\xfe\xff\0!\0\x42");
}

static void
test_failed_load_changes_nothing (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("Mine.");
  g_autoptr (GError) error = NULL;
  TestFile test = create_file ("a\0b", 3);

  g_assert_false (load (draft, test.file, &error));
  g_assert_error (error, PROSE_DOCUMENT_ERROR, PROSE_DOCUMENT_ERROR_BINARY);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (test.path, "K\xf8\x62 nu", 6, NULL));
  g_assert_false (load (draft, test.file, &error));
  g_assert_error (error, PROSE_DOCUMENT_ERROR, PROSE_DOCUMENT_ERROR_ENCODING);

  assert_text (mellow_draft_get_buffer (draft), "Mine.");
  g_assert_null (mellow_draft_get_file (draft));
  remove_file (&test);
}

static void
test_new_file (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("Køb\nroligt");
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  TestFile test = create_file (NULL, 0);
  gboolean was_missing;

  g_assert_true (save (draft, test.file, FALSE, &was_missing, &error));
  g_assert_false (was_missing);
  assert_content (&test, "Køb\nroligt", strlen ("Køb\nroligt"));
  title = mellow_draft_dup_title (draft);
  g_assert_cmpstr (title, ==, "Køb nu.txt");
  remove_file (&test);
}

/* As another program would, a moment later: file systems tell times apart by
 * some milliseconds only. */
static void
write_from_outside (TestFile *test, const char *text)
{
  g_usleep (30 * 1000);
  g_assert_true (g_file_set_contents (test->path, text, -1, NULL));
}

static void
test_foreign_change_is_noticed (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("");
  g_autoptr (GError) error = NULL;
  TestFile test = create_file ("mine", 4);

  g_assert_true (load (draft, test.file, &error));
  type_keys (mellow_draft_get_buffer (draft), "!");
  write_from_outside (&test, "theirs");

  g_assert_false (save (draft, test.file, FALSE, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  g_clear_error (&error);
  assert_content (&test, "theirs", 6);
  g_assert_true (mellow_draft_is_modified (draft));

  g_assert_true (save (draft, test.file, TRUE, NULL, &error));
  assert_content (&test, "!mine", 5);
  remove_file (&test);
}

static void
test_deleted_file_comes_back (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("");
  g_autoptr (GError) error = NULL;
  TestFile test = create_file ("mine", 4);
  gboolean was_missing;

  g_assert_true (load (draft, test.file, &error));
  g_remove (test.path);
  g_assert_true (save (draft, test.file, FALSE, &was_missing, &error));
  g_assert_true (was_missing);
  assert_content (&test, "mine", 4);
  remove_file (&test);
}

static void
test_failed_save_stays_modified (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("Mine.");
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/folder/draft.txt");
  g_autoptr (GError) error = NULL;

  g_assert_false (save (draft, file, FALSE, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (mellow_draft_is_modified (draft));
  g_assert_null (mellow_draft_get_file (draft));
}

/* --- encodings that someone has named --- */

static gboolean
load_as (MellowDraft *draft, GFile *file, ProseEncoding encoding, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mellow_draft_load_as_async (draft, file, encoding, NULL, keep_result, &result);
  return mellow_draft_load_finish (draft, wait_for (&result), error);
}

static void
test_old_encoding_is_kept (void)
{
  static const char bytes[] = "K\xf8\x62 nu \x96 5 \x80\r\n\x81";
  static const char edited[] = "\x93K\xf8\x62 nu \x96 5 \x80\r\n\x81";
  g_autoptr (MellowDraft) draft = create_draft ("");
  g_autoptr (GError) error = NULL;
  TestFile test = create_file (bytes, sizeof bytes - 1);

  g_assert_true (load_as (draft, test.file, PROSE_ENCODING_WINDOWS_1252, &error));
  g_assert_true (save (draft, test.file, FALSE, NULL, &error));
  assert_content (&test, bytes, sizeof bytes - 1);
  type_keys (mellow_draft_get_buffer (draft), "“");
  g_assert_true (save (draft, test.file, FALSE, NULL, &error));
  assert_content (&test, edited, sizeof edited - 1);
  remove_file (&test);
}

static void
test_what_an_encoding_has_not_is_not_saved (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("");
  g_autoptr (GError) error = NULL;
  TestFile test = create_file ("K\xf8\x62", 3);

  g_assert_true (load_as (draft, test.file, PROSE_ENCODING_ISO_8859_1, &error));
  type_keys (mellow_draft_get_buffer (draft), "€");
  g_assert_false (save (draft, test.file, FALSE, NULL, &error));
  g_assert_error (error, PROSE_DOCUMENT_ERROR, PROSE_DOCUMENT_ERROR_ENCODING);
  g_clear_error (&error);
  assert_content (&test, "K\xf8\x62", 3);
  g_assert_true (mellow_draft_is_modified (draft));
  g_assert_false (mellow_draft_is_busy (draft));

  mellow_file_tie_set_encoding (mellow_draft_get_tie (draft), PROSE_ENCODING_UTF8);
  g_assert_true (save (draft, test.file, FALSE, NULL, &error));
  assert_content (&test, "€Køb", strlen ("€Køb"));
  remove_file (&test);
}

/* --- places that take nothing --- */

static guint
count_files (TestFile *test)
{
  g_autoptr (GDir) directory = g_dir_open (test->directory, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (directory) != NULL)
    n++;

  return n;
}

/* What is there is not touched, and what was to be there is not lost. */
static void
assert_large_save_fails (TestFile *test, GIOErrorEnum code)
{
  g_autofree char *text = g_strnfill (200000, 'x');
  g_autoptr (MellowDraft) draft = create_draft (text);
  g_autoptr (GError) error = NULL;

  g_assert_false (save (draft, test->file, TRUE, NULL, &error));
  g_assert_error (error, G_IO_ERROR, (int)code);
  g_assert_true (mellow_draft_is_modified (draft));
  g_assert_false (mellow_draft_is_busy (draft));
  assert_text (mellow_draft_get_buffer (draft), text);
  assert_content (test, "old", 3);
  g_assert_cmpuint (count_files (test), ==, 1);
}

static void
test_full_disk (void)
{
  TestFile test = create_file (NULL, 0);

  if (mount ("tmpfs", test.directory, "tmpfs", 0, "size=64k") != 0) {
    g_test_skip ("no small disk can be mounted");
    remove_file (&test);
    return;
  }

  g_assert_true (g_file_set_contents (test.path, "old", 3, NULL));
  assert_large_save_fails (&test, G_IO_ERROR_NO_SPACE);
  g_remove (test.path);
  g_assert_cmpint (umount2 (test.directory, MNT_DETACH), ==, 0);
  remove_file (&test);
}

/* As on a full disk, for those who may not mount one. */
static void
test_write_that_stops_midway (void)
{
  TestFile test = create_file ("old", 3);
  struct rlimit before, small;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = (struct rlimit){ 65536, before.rlim_max };
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  assert_large_save_fails (&test, G_IO_ERROR_FAILED);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  remove_file (&test);
}

/* A link stays one, and what it points to is written. */
static void
test_links_are_followed (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("");
  g_autoptr (GError) error = NULL;
  TestFile test = create_file ("mine", 4);
  g_autofree char *link = g_build_filename (test.directory, "link.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (link);

  g_assert_cmpint (symlink (test.path, link), ==, 0);
  g_assert_true (load (draft, file, &error));
  type_keys (mellow_draft_get_buffer (draft), "!");
  g_assert_true (save (draft, file, FALSE, NULL, &error));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_content (&test, "!mine", 5);
  type_keys (mellow_draft_get_buffer (draft), "!");
  g_assert_true (save (draft, file, FALSE, NULL, &error));

  write_from_outside (&test, "theirs");
  g_assert_false (save (draft, file, FALSE, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  g_remove (link);
  remove_file (&test);
}

/* A file that another program has made where this text is to be saved. */
static void
test_a_file_made_meanwhile_is_noticed (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("Mine.");
  g_autoptr (GError) error = NULL;
  TestFile test = create_file (NULL, 0);

  mellow_draft_set_file (draft, test.file);
  write_from_outside (&test, "theirs");
  g_assert_false (save (draft, test.file, FALSE, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  assert_content (&test, "theirs", 6);
  remove_file (&test);
}

static const char *
find_format (GFile *file)
{
  g_autoptr (MellowDraft) draft = create_draft ("");

  g_assert_true (load (draft, file, NULL));
  return mellow_review_get_format (mellow_draft_get_review (draft))->name;
}

/* How a text is read goes with its file, not with its text. */
static void
test_chosen_format_is_kept (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("");
  g_autofree char *known = NULL;
  TestFile test = create_file ("Only <b>3</b> left!", 19);
  TestFile other = create_file (NULL, 0);

  g_assert_true (load (draft, test.file, NULL));
  g_assert_cmpstr (find_format (test.file), ==, "text");
  mellow_draft_choose_format (draft, prose_format_find ("html"));
  g_assert_false (mellow_draft_is_modified (draft));
  g_assert_cmpstr (find_format (test.file), ==, "html");

  g_assert_true (save (draft, other.file, FALSE, NULL, NULL));
  g_assert_cmpstr (find_format (other.file), ==, "text");
  g_assert_cmpstr (find_format (test.file), ==, "html");

  g_assert_true (load (draft, test.file, NULL));
  mellow_draft_choose_format (draft, prose_format_find ("text"));
  g_assert_cmpstr (find_format (test.file), ==, "text");
  known = mellow_document_data_dup_path (test.file);
  g_assert_false (g_file_test (known, G_FILE_TEST_EXISTS));
  remove_file (&test);
  remove_file (&other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draft/bytes-are-kept", test_bytes_are_kept);
  g_test_add_func ("/draft/byte-order-mark-is-kept", test_byte_order_mark_is_kept);
  g_test_add_func ("/draft/failed-load-changes-nothing", test_failed_load_changes_nothing);
  g_test_add_func ("/draft/new-file", test_new_file);
  g_test_add_func ("/draft/foreign-change-is-noticed", test_foreign_change_is_noticed);
  g_test_add_func ("/draft/deleted-file-comes-back", test_deleted_file_comes_back);
  g_test_add_func ("/draft/failed-save-stays-modified", test_failed_save_stays_modified);
  g_test_add_func ("/draft/old-encoding-is-kept", test_old_encoding_is_kept);
  g_test_add_func ("/draft/what-an-encoding-has-not-is-not-saved",
                   test_what_an_encoding_has_not_is_not_saved);
  g_test_add_func ("/draft/full-disk", test_full_disk);
  g_test_add_func ("/draft/write-that-stops-midway", test_write_that_stops_midway);
  g_test_add_func ("/draft/links-are-followed", test_links_are_followed);
  g_test_add_func ("/draft/a-file-made-meanwhile-is-noticed",
                   test_a_file_made_meanwhile_is_noticed);
  g_test_add_func ("/draft/chosen-format-is-kept", test_chosen_format_is_kept);

  return g_test_run ();
}
