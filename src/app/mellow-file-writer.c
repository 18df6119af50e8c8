/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Replaces the content of a file, all or nothing. GIO's own call for this puts the
 * part that it could write in the place of the file when the disk is full.
 */

#include "mellow-file-writer.h"

#include <stdlib.h>

/* What is to be written, and what came of it: the data of a task. */
typedef struct {
  GBytes *bytes;
  char *etag;
  char *new_etag;
  gboolean was_missing;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_bytes_unref (writing->bytes);
  g_free (writing->etag);
  g_free (writing->new_etag);
  g_free (writing);
}

/* Behind a link the file itself is replaced. GIO would empty it first and then
 * write. */
static GFile *
follow_links (GFile *file)
{
  const char *path = g_file_peek_path (file);
  char *target = path != NULL ? realpath (path, NULL) : NULL;
  GFile *found;

  if (target == NULL)
    return g_object_ref (file);

  found = g_file_new_for_path (target);
  free (target);
  return found;
}

/* Closing a stream is what puts the new content in place, unless it is cancelled. */
static void
give_up (GFileOutputStream *stream)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (G_OUTPUT_STREAM (stream), cancelled, NULL);
}

static gboolean
write_bytes (GFileOutputStream *stream, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (!g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, length, NULL, cancellable,
                                  error)) {
    give_up (stream);
    return FALSE;
  }

  return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GFile) file = follow_links (source);
  g_autoptr (GFileOutputStream) stream = NULL;
  Writing *writing = data;
  GError *error = NULL;

  writing->was_missing = !g_file_query_exists (file, cancellable);
  stream = g_file_replace (file, writing->etag, FALSE, G_FILE_CREATE_NONE, cancellable, &error);
  if (stream == NULL || !write_bytes (stream, writing->bytes, cancellable, &error)) {
    g_task_return_error (task, error);
    return;
  }

  writing->new_etag = g_file_output_stream_get_etag (stream);
  g_task_return_boolean (task, TRUE);
}

/**
 * mellow_file_write_async:
 * @file: where to write
 * @bytes: what is to be in it
 * @etag: (nullable): the state the file has to be in, if it is there
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Replaces the content of a file, in a thread. If it fails, the file is what it
 * was. It fails with %G_IO_ERROR_WRONG_ETAG if the file is in another state.
 */
void
mellow_file_write_async (GFile *file,
                         GBytes *bytes,
                         const char *etag,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Writing *writing;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (bytes != NULL);

  writing = g_new0 (Writing, 1);
  writing->bytes = g_bytes_ref (bytes);
  writing->etag = g_strdup (etag);

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, mellow_file_write_async);
  g_task_set_task_data (task, writing, writing_free);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * mellow_file_write_finish:
 * @result: what the callback was given
 * @new_etag: (out) (optional): the state the file is in now
 * @was_missing: (out) (optional): whether there was no file before
 * @error: why it failed
 *
 * Returns: whether the file is written
 */
gboolean
mellow_file_write_finish (GAsyncResult *result,
                          char **new_etag,
                          gboolean *was_missing,
                          GError **error)
{
  Writing *writing = g_task_get_task_data (G_TASK (result));
  gboolean is_written = g_task_propagate_boolean (G_TASK (result), error);

  if (new_etag != NULL)
    *new_etag = is_written ? g_strdup (writing->new_etag) : NULL;
  if (was_missing != NULL)
    *was_missing = writing->was_missing;

  return is_written;
}
