/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-state-file.h"

#include <errno.h>
#include <glib/gstdio.h>

struct _MellowStateFile {
  char *path;
  GMutex lock; /* held while the file is touched */
  GMutex pending_lock;
  GBytes *pending; /* what is still to be written */
};

/**
 * mellow_state_dup_path:
 * @first_name: (nullable): a name below the directory
 * @...: names below that, ended by %NULL
 *
 * Returns: (transfer full): a path in Mellow's part of the user's state directory
 */
char *
mellow_state_dup_path (const char *first_name, ...)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  va_list list;

  g_ptr_array_add (names, (gpointer)g_get_user_state_dir ());
  g_ptr_array_add (names, (gpointer) "mellow");
  va_start (list, first_name);
  for (const char *name = first_name; name != NULL; name = va_arg (list, const char *))
    g_ptr_array_add (names, (gpointer)name);
  va_end (list);
  g_ptr_array_add (names, NULL);

  return g_build_filenamev ((char **)names->pdata);
}

/**
 * mellow_state_file_new:
 * @path: where it is; directories above it are made when they are needed
 *
 * Returns: (transfer full): the file, untouched
 */
MellowStateFile *
mellow_state_file_new (const char *path)
{
  MellowStateFile *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_atomic_rc_box_new0 (MellowStateFile);
  self->path = g_strdup (path);
  g_mutex_init (&self->lock);
  g_mutex_init (&self->pending_lock);

  return self;
}

MellowStateFile *
mellow_state_file_ref (MellowStateFile *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
state_file_clear (MellowStateFile *self)
{
  g_free (self->path);
  g_clear_pointer (&self->pending, g_bytes_unref);
  g_mutex_clear (&self->lock);
  g_mutex_clear (&self->pending_lock);
}

void
mellow_state_file_unref (MellowStateFile *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify)state_file_clear);
}

static void
set_pending (MellowStateFile *self, GBytes *bytes)
{
  g_mutex_lock (&self->pending_lock);
  g_clear_pointer (&self->pending, g_bytes_unref);
  self->pending = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  g_mutex_unlock (&self->pending_lock);
}

static GBytes *
take_pending (MellowStateFile *self)
{
  GBytes *bytes;

  g_mutex_lock (&self->pending_lock);
  bytes = g_steal_pointer (&self->pending);
  g_mutex_unlock (&self->pending_lock);

  return bytes;
}

/* Texts are private: nobody else may read them. */
static gboolean
write_file (MellowStateFile *self, GBytes *bytes, GError **error)
{
  g_autofree char *directory = g_path_get_dirname (self->path);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_mkdir_with_parents (directory, 0700) != 0) {
    int code = errno;

    g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (code), g_strerror (code));
    return FALSE;
  }

  return g_file_set_contents_full (self->path, data != NULL ? data : "", length,
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (mellow_state_file_flush (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * mellow_state_file_write_async:
 * @self: a file
 * @bytes: what is to be in it
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Replaces the content. Of several contents that wait only the newest is written.
 */
void
mellow_state_file_write_async (MellowStateFile *self,
                               GBytes *bytes,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (bytes != NULL);

  set_pending (self, bytes);
  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, mellow_state_file_write_async);
  g_task_set_task_data (task, mellow_state_file_ref (self),
                        (GDestroyNotify)mellow_state_file_unref);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * mellow_state_file_write_finish:
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: whether this content, or one after it, is written
 */
gboolean
mellow_state_file_write_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * mellow_state_file_flush:
 * @self: a file
 * @error: return location for a #GError
 *
 * Writes now what still waits, and returns when all is written.
 *
 * Returns: whether nothing went wrong
 */
gboolean
mellow_state_file_flush (MellowStateFile *self, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  gboolean is_written = TRUE;

  g_return_val_if_fail (self != NULL, FALSE);

  g_mutex_lock (&self->lock);
  bytes = take_pending (self);
  if (bytes != NULL)
    is_written = write_file (self, bytes, error);
  g_mutex_unlock (&self->lock);

  return is_written;
}

/**
 * mellow_state_file_remove:
 * @self: a file
 *
 * Removes it, and what still waits to be written.
 */
void
mellow_state_file_remove (MellowStateFile *self)
{
  g_return_if_fail (self != NULL);

  set_pending (self, NULL);
  g_mutex_lock (&self->lock);
  g_unlink (self->path);
  g_mutex_unlock (&self->lock);
}
