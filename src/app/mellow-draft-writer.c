/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-draft-writer.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mellow-file-writer.h"

/* The state of a file that the text has not seen: whatever is there is another
 * program's. GIO takes an empty one for none. */
#define ETAG_OF_NO_FILE "none"

static void
on_bytes_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  MellowDraft *self = g_task_get_source_object (task);
  gboolean was_missing, was_known = GPOINTER_TO_INT (g_task_get_task_data (task));
  g_autofree char *etag = NULL;
  GError *error = NULL;

  if (!mellow_file_write_finish (result, &etag, &was_missing, &error)) {
    gtk_text_buffer_set_modified (mellow_draft_get_buffer (self), TRUE);
    mellow_draft_release (self);
    g_task_return_error (task, error);
    return;
  }

  mellow_draft_note_saved (self, G_FILE (source), etag);
  mellow_draft_release (self);
  g_task_set_task_data (task, GINT_TO_POINTER (was_known && was_missing), NULL);
  g_task_return_boolean (task, TRUE);
}

static GBytes *
encode (MellowDraft *self, GError **error)
{
  ProseEncoding encoding = mellow_file_tie_get_encoding (mellow_draft_get_tie (self));
  g_autofree char *text =
      mellow_text_buffer_dup_text (MELLOW_TEXT_BUFFER (mellow_draft_get_buffer (self)));
  const char *odd = prose_document_find_unencodable (text, strlen (text), encoding);

  if (odd == NULL)
    return prose_document_encode (text, strlen (text), encoding);

  g_set_error (error, PROSE_DOCUMENT_ERROR, PROSE_DOCUMENT_ERROR_ENCODING, _ ("%s has no “%.*s”."),
               prose_encoding_get_name (encoding), (int)(g_utf8_next_char (odd) - odd), odd);
  return NULL;
}

/**
 * mellow_draft_has_content:
 * @self: a draft
 * @bytes: the content of a file
 *
 * Returns: whether saving would write just that
 */
gboolean
mellow_draft_has_content (MellowDraft *self, GBytes *bytes)
{
  g_autoptr (GBytes) own = NULL;

  g_return_val_if_fail (MELLOW_IS_DRAFT (self), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  own = encode (self, NULL);
  return own != NULL && g_bytes_equal (own, bytes);
}

/**
 * mellow_draft_save_async:
 * @self: a draft
 * @file: where to save it; this becomes its file
 * @overwrite: whether to replace what another program has written meanwhile
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Writes the text, all or nothing. The text that is written is the one of now;
 * what is typed meanwhile counts as a new modification. Fails with
 * %G_IO_ERROR_WRONG_ETAG if another program has changed the draft's file, and with
 * %PROSE_DOCUMENT_ERROR_ENCODING if the file's encoding cannot spell the text.
 */
void
mellow_draft_save_async (MellowDraft *self,
                         GFile *file,
                         gboolean overwrite,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;
  const char *own_etag, *etag = NULL;
  GTask *task;

  g_return_if_fail (MELLOW_IS_DRAFT (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, mellow_draft_save_async);
  bytes = encode (self, &error);
  if (bytes == NULL) {
    g_task_return_error (task, error);
    g_object_unref (task);
    return;
  }

  own_etag = mellow_file_tie_get_etag (mellow_draft_get_tie (self));
  if (mellow_file_tie_has_file (mellow_draft_get_tie (self), file))
    etag = own_etag != NULL ? own_etag : ETAG_OF_NO_FILE;
  g_task_set_task_data (task, GINT_TO_POINTER (etag != NULL && etag == own_etag), NULL);

  mellow_draft_hold (self);
  gtk_text_buffer_set_modified (mellow_draft_get_buffer (self), FALSE);
  mellow_file_write_async (file, bytes, overwrite ? NULL : etag, cancellable, on_bytes_saved, task);
}

/**
 * mellow_draft_save_finish:
 * @self: a draft
 * @result: what the callback was given
 * @was_missing: (out) (optional): whether the file had been deleted meanwhile
 * @error: why it failed
 *
 * Returns: whether the text is saved
 */
gboolean
mellow_draft_save_finish (MellowDraft *self,
                          GAsyncResult *result,
                          gboolean *was_missing,
                          GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (was_missing != NULL)
    *was_missing = GPOINTER_TO_INT (g_task_get_task_data (G_TASK (result)));

  return g_task_propagate_boolean (G_TASK (result), error);
}
