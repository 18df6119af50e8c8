/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What other programs do with the file of a text is noticed, and what the text does
 * itself is not.
 */

#include "mellow-file-watch.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "fixture.h"
#include "mellow-draft-reader.h"
#include "mellow-draft-writer.h"

/* How long to wait for what should not come. */
#define CALM (700 * G_TIME_SPAN_MILLISECOND)

/* A draft with a file in a folder of its own. */
typedef struct {
  char *folder;
  char *path;
  MellowDraft *draft;
  MellowFileWatch *watch;
} Watched;

static void
run_until_state (Watched *watched, int state, gint64 patience)
{
  gint64 end = g_get_monotonic_time () + patience;

  while ((int)mellow_file_watch_get_state (watched->watch) != state &&
         g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static void
wait_for_state (Watched *watched, MellowFileState state)
{
  run_until_state (watched, state, PATIENCE);
  g_assert_cmpint (mellow_file_watch_get_state (watched->watch), ==, state);
}

/* Waits for a while for a state that there is not. */
static void
assert_stays (Watched *watched, MellowFileState state)
{
  run_until_state (watched, -1, CALM);
  g_assert_cmpint (mellow_file_watch_get_state (watched->watch), ==, state);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer done)
{
  g_assert_true (g_task_propagate_boolean (G_TASK (result), NULL));
  *(gboolean *)done = TRUE;
}

static void
wait_for (gboolean *done)
{
  while (!*done)
    g_main_context_iteration (NULL, TRUE);
}

static void
load (Watched *watched)
{
  g_autoptr (GFile) file = g_file_new_for_path (watched->path);
  gboolean done = FALSE;

  mellow_draft_load_async (watched->draft, file, NULL, on_done, &done);
  wait_for (&done);
}

static void
save (Watched *watched)
{
  gboolean done = FALSE;

  mellow_draft_save_async (watched->draft, mellow_draft_get_file (watched->draft), FALSE, NULL,
                           on_done, &done);
  wait_for (&done);
}

static void
reload (Watched *watched)
{
  gboolean done = FALSE;

  mellow_draft_reload_async (watched->draft, NULL, on_done, &done);
  wait_for (&done);
}

static Watched
watch (void)
{
  Watched watched = { .folder = g_dir_make_tmp ("mellow-XXXXXX", NULL) };

  watched.path = g_build_filename (watched.folder, "ad.txt", NULL);
  watched.draft = create_draft ("");
  watched.watch = mellow_file_watch_new (watched.draft);
  return watched;
}

static Watched
watch_file (const char *text)
{
  Watched watched = watch ();

  g_assert_true (g_file_set_contents (watched.path, text, -1, NULL));
  load (&watched);
  assert_stays (&watched, MELLOW_FILE_STATE_CALM);
  return watched;
}

static void
release (Watched *watched)
{
  g_chmod (watched->folder, 0700);
  g_unlink (watched->path);
  g_rmdir (watched->folder);
  g_object_unref (watched->watch);
  g_object_unref (watched->draft);
  g_free (watched->folder);
  g_free (watched->path);
}

static void
write_from_outside (Watched *watched, const char *text)
{
  g_usleep (30 * 1000);
  g_assert_true (g_file_set_contents (watched->path, text, -1, NULL));
}

static void
test_own_saves_are_no_news (void)
{
  Watched watched = watch_file ("mine");

  for (guint i = 0; i < 5; i++) {
    type_keys (mellow_draft_get_buffer (watched.draft), "!");
    save (&watched);
  }
  assert_stays (&watched, MELLOW_FILE_STATE_CALM);
  release (&watched);
}

static void
test_change_and_reload (void)
{
  Watched watched = watch_file ("mine");

  write_from_outside (&watched, "theirs");
  wait_for_state (&watched, MELLOW_FILE_STATE_CHANGED);
  reload (&watched);
  wait_for_state (&watched, MELLOW_FILE_STATE_CALM);
  assert_text (mellow_draft_get_buffer (watched.draft), "theirs");
  g_assert_false (mellow_draft_is_modified (watched.draft));

  gtk_text_buffer_undo (mellow_draft_get_buffer (watched.draft));
  assert_text (mellow_draft_get_buffer (watched.draft), "mine");
  g_assert_true (mellow_draft_is_modified (watched.draft));
  release (&watched);
}

static void
test_change_and_keep (void)
{
  Watched watched = watch_file ("mine");
  g_autofree char *saved = NULL;

  write_from_outside (&watched, "theirs");
  wait_for_state (&watched, MELLOW_FILE_STATE_CHANGED);
  mellow_draft_keep (watched.draft, mellow_file_watch_get_etag (watched.watch));
  wait_for_state (&watched, MELLOW_FILE_STATE_CALM);
  g_assert_true (mellow_draft_is_modified (watched.draft));

  write_from_outside (&watched, "theirs, too");
  wait_for_state (&watched, MELLOW_FILE_STATE_CHANGED);
  mellow_draft_keep (watched.draft, mellow_file_watch_get_etag (watched.watch));
  save (&watched);
  g_assert_true (g_file_get_contents (watched.path, &saved, NULL, NULL));
  g_assert_cmpstr (saved, ==, "mine");
  assert_stays (&watched, MELLOW_FILE_STATE_CALM);
  release (&watched);
}

/* The same bytes at another time are the same file. */
static void
test_touched (void)
{
  Watched watched = watch_file ("mine");
  g_autofree char *before =
      g_strdup (mellow_file_tie_get_etag (mellow_draft_get_tie (watched.draft)));

  write_from_outside (&watched, "mine");
  assert_stays (&watched, MELLOW_FILE_STATE_CALM);
  g_assert_cmpstr (mellow_file_tie_get_etag (mellow_draft_get_tie (watched.draft)), !=, before);
  g_assert_false (mellow_draft_is_modified (watched.draft));
  type_keys (mellow_draft_get_buffer (watched.draft), "!");
  save (&watched);
  release (&watched);
}

static void
test_gone_and_back (void)
{
  Watched watched = watch_file ("mine");
  g_autofree char *aside = g_strconcat (watched.path, "~", NULL);

  g_assert_cmpint (g_rename (watched.path, aside), ==, 0);
  wait_for_state (&watched, MELLOW_FILE_STATE_GONE);
  g_assert_cmpint (g_rename (aside, watched.path), ==, 0);
  wait_for_state (&watched, MELLOW_FILE_STATE_CALM);

  g_assert_cmpint (g_unlink (watched.path), ==, 0);
  wait_for_state (&watched, MELLOW_FILE_STATE_GONE);
  save (&watched);
  wait_for_state (&watched, MELLOW_FILE_STATE_CALM);
  release (&watched);
}

static void
test_read_only (void)
{
  Watched watched = watch_file ("mine");

  g_assert_cmpint (g_chmod (watched.path, 0400), ==, 0);
  wait_for_state (&watched, MELLOW_FILE_STATE_READ_ONLY);
  g_assert_cmpint (g_chmod (watched.path, 0600), ==, 0);
  wait_for_state (&watched, MELLOW_FILE_STATE_CALM);
  release (&watched);
}

static void
test_new_file (void)
{
  Watched watched = watch ();
  g_autoptr (GFile) file = g_file_new_for_path (watched.path);

  g_assert_cmpint (g_chmod (watched.folder, 0500), ==, 0);
  mellow_draft_set_file (watched.draft, file);
  wait_for_state (&watched, MELLOW_FILE_STATE_CLOSED_FOLDER);
  g_assert_cmpint (g_chmod (watched.folder, 0700), ==, 0);
  mellow_file_watch_check (watched.watch);
  wait_for_state (&watched, MELLOW_FILE_STATE_CALM);

  write_from_outside (&watched, "theirs");
  wait_for_state (&watched, MELLOW_FILE_STATE_CHANGED);
  release (&watched);
}

int
main (int argc, char **argv)
{
  give_up_privileges ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/file-watch/own-saves-are-no-news", test_own_saves_are_no_news);
  g_test_add_func ("/file-watch/change-and-reload", test_change_and_reload);
  g_test_add_func ("/file-watch/change-and-keep", test_change_and_keep);
  g_test_add_func ("/file-watch/touched", test_touched);
  g_test_add_func ("/file-watch/gone-and-back", test_gone_and_back);
  g_test_add_func ("/file-watch/read-only", test_read_only);
  g_test_add_func ("/file-watch/new-file", test_new_file);

  return g_test_run ();
}
