/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-state-file.h"

#include <errno.h>
#include <glib/gstdio.h>

/* What is still to be done with a file. */
typedef enum {
  NOTHING,
  WRITE,
  REMOVE,
} Order;

struct _MellowStateFile {
  char *path;
  GMutex file_lock; /* held while the file is touched */

  GMutex order_lock; /* held for a moment, for all below */
  Order order;
  GBytes *bytes; /* to be written */
  gboolean has_thread;
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
  g_mutex_init (&self->file_lock);
  g_mutex_init (&self->order_lock);

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
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_mutex_clear (&self->file_lock);
  g_mutex_clear (&self->order_lock);
}

void
mellow_state_file_unref (MellowStateFile *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify)state_file_clear);
}

/* The newest order counts. Returns whether a thread has to be found for it. */
static gboolean
give_order (MellowStateFile *self, Order order, GBytes *bytes)
{
  gboolean had_thread;

  g_mutex_lock (&self->order_lock);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  self->order = order;
  had_thread = self->has_thread;
  self->has_thread = TRUE;
  g_mutex_unlock (&self->order_lock);

  return !had_thread;
}

static Order
take_order (MellowStateFile *self, GBytes **bytes)
{
  Order order;

  g_mutex_lock (&self->order_lock);
  order = self->order;
  self->order = NOTHING;
  *bytes = g_steal_pointer (&self->bytes);
  g_mutex_unlock (&self->order_lock);

  return order;
}

/* Whether the thread of a file can go. */
static gboolean
is_done (MellowStateFile *self)
{
  gboolean is_done;

  g_mutex_lock (&self->order_lock);
  is_done = self->order == NOTHING;
  if (is_done)
    self->has_thread = FALSE;
  g_mutex_unlock (&self->order_lock);

  return is_done;
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

/* There is one thread for a file at most: disks are slow at times, and threads few. */
static void
work_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  do {
    g_clear_error (&error);
    mellow_state_file_flush (data, &error);
  } while (!is_done (data));

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static GTask *
create_task (MellowStateFile *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, mellow_state_file_write_async);
  g_task_set_task_data (task, mellow_state_file_ref (self),
                        (GDestroyNotify)mellow_state_file_unref);
  return task;
}

/**
 * mellow_state_file_write_async:
 * @self: a file
 * @bytes: what is to be in it
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Replaces the content. Of several contents that wait only the newest is written;
 * whoever began first is told how it ended.
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

  task = create_task (self, callback, user_data);
  if (give_order (self, WRITE, bytes))
    g_task_run_in_thread (task, work_in_thread);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * mellow_state_file_write_finish:
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: whether the content is written, or left to a write under way
 */
gboolean
mellow_state_file_write_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * mellow_state_file_remove:
 * @self: a file
 *
 * Removes it soon, and what still waits to be written.
 */
void
mellow_state_file_remove (MellowStateFile *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (self != NULL);

  task = create_task (self, NULL, NULL);
  if (give_order (self, REMOVE, NULL))
    g_task_run_in_thread (task, work_in_thread);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * mellow_state_file_flush:
 * @self: a file
 * @error: return location for a #GError
 *
 * Does now what still waits, and returns when all is done.
 *
 * Returns: whether nothing went wrong
 */
gboolean
mellow_state_file_flush (MellowStateFile *self, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  gboolean is_well = TRUE;
  Order order;

  g_return_val_if_fail (self != NULL, FALSE);

  g_mutex_lock (&self->file_lock);
  order = take_order (self, &bytes);
  if (order == WRITE)
    is_well = write_file (self, bytes, error);
  else if (order == REMOVE)
    g_unlink (self->path);
  g_mutex_unlock (&self->file_lock);

  return is_well;
}
