/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-draft-reader.h"

#include "mellow-file-name.h"

/* How a file is to be read, the data of a task. */
typedef struct {
  ProseEncoding encoding; /* one of single bytes; else the bytes tell */
  gboolean is_reload;
} Reading;

static ProseDocument *
read_document (const Reading *reading, GFile *file, GBytes *bytes, GError **error)
{
  if (prose_encoding_is_single_byte (reading->encoding))
    return prose_document_new_from_single_bytes (bytes, reading->encoding, error);

  return prose_document_new_from_file (bytes, mellow_file_find_format (file), error);
}

static void
show_document (MellowDraft *self, const Reading *reading, ProseDocument *document)
{
  MellowTextBuffer *buffer = MELLOW_TEXT_BUFFER (mellow_draft_get_buffer (self));
  gsize length;
  const char *text = prose_document_get_text (document, &length);

  if (reading->is_reload)
    mellow_text_buffer_reload (buffer, text, length);
  else
    mellow_text_buffer_load (buffer, text, length);
}

/* Before the text comes, which would be read twice otherwise. */
static void
prepare_format (MellowDraft *self, GFile *file, ProseDocument *document)
{
  mellow_file_tie_set_imported (mellow_draft_get_tie (self), prose_document_is_imported (document));
  mellow_review_set_format (mellow_draft_get_review (self),
                            mellow_file_tie_find_format (mellow_draft_get_tie (self), file));
}

static void
on_bytes_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  MellowDraft *self = g_task_get_source_object (task);
  g_autoptr (ProseDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *etag = NULL;
  GError *error = NULL;

  bytes = g_file_load_bytes_finish (G_FILE (source), result, &etag, &error);
  if (bytes != NULL)
    document = read_document (g_task_get_task_data (task), G_FILE (source), bytes, &error);
  if (document == NULL) {
    mellow_draft_release (self);
    g_task_return_error (task, error);
    return;
  }

  prepare_format (self, G_FILE (source), document);
  show_document (self, g_task_get_task_data (task), document);
  mellow_draft_note_loaded (self, G_FILE (source), etag, prose_document_get_encoding (document));
  mellow_draft_release (self);
  g_task_return_boolean (task, TRUE);
}

static void
load (MellowDraft *self, GFile *file, Reading reading, GTask *task)
{
  g_task_set_task_data (task, g_memdup2 (&reading, sizeof reading), g_free);
  mellow_draft_hold (self);
  g_file_load_bytes_async (file, g_task_get_cancellable (task), on_bytes_loaded, task);
}

/**
 * mellow_draft_load_async:
 * @self: a draft
 * @file: the file to read
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Makes the text of @file the text of the draft. If that fails, the draft stays
 * as it is.
 */
void
mellow_draft_load_async (MellowDraft *self,
                         GFile *file,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  mellow_draft_load_as_async (self, file, PROSE_ENCODING_UTF8, cancellable, callback, user_data);
}

/**
 * mellow_draft_load_as_async:
 * @self: a draft
 * @file: the file to read
 * @encoding: how the file spells it, if that is an encoding of single bytes; the
 *   others are told by the bytes
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * As [method@Mellow.Draft.load_async], in an encoding that the user has named.
 */
void
mellow_draft_load_as_async (MellowDraft *self,
                            GFile *file,
                            ProseEncoding encoding,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task;

  g_return_if_fail (MELLOW_IS_DRAFT (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, mellow_draft_load_as_async);
  load (self, file, (Reading){ .encoding = encoding }, task);
}

/**
 * mellow_draft_reload_async:
 * @self: a draft with a file
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Makes the text what the file has now. It can be undone, so that nothing is lost.
 */
void
mellow_draft_reload_async (MellowDraft *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;

  g_return_if_fail (MELLOW_IS_DRAFT (self));
  g_return_if_fail (mellow_draft_get_file (self) != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, mellow_draft_reload_async);
  load (self, mellow_draft_get_file (self),
        (Reading){ .encoding = mellow_file_tie_get_encoding (mellow_draft_get_tie (self)),
                   .is_reload = TRUE },
        task);
}

/**
 * mellow_draft_load_finish:
 * @self: a draft
 * @result: what the callback was given
 * @error: why it failed
 *
 * Returns: whether the file was read
 */
gboolean
mellow_draft_load_finish (MellowDraft *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Of a text that is only read, nothing gets lost when its older letters are guessed. */
static ProseDocument *
read_in_any_encoding (GBytes *bytes, const ProseFormat *format, GError **error)
{
  g_autoptr (GError) problem = NULL;
  ProseDocument *document = prose_document_new_from_file (bytes, format, &problem);

  if (document != NULL)
    return document;
  if (g_error_matches (problem, PROSE_DOCUMENT_ERROR, PROSE_DOCUMENT_ERROR_ENCODING))
    return prose_document_new_from_single_bytes (bytes, PROSE_ENCODING_WINDOWS_1252, error);

  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

/**
 * mellow_draft_read_file:
 * @file: a file
 * @etag: (out) (nullable): the state it is in
 * @error: why it failed
 *
 * Reads a file that is not to be edited, in its own format and encoding; what is not Unicode
 * is taken for Windows-1252. It takes its time, and may be called in a thread.
 *
 * Returns: (transfer full): its text, or %NULL with an error
 */
ProseDocument *
mellow_draft_read_file (GFile *file, char **etag, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  const ProseFormat *format;
  ProseDocument *document;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = g_file_load_bytes (file, NULL, etag, error);
  if (bytes == NULL)
    return NULL;

  format = mellow_file_find_format (file);
  document = read_in_any_encoding (bytes, format, error);
  if (document != NULL && !prose_document_is_imported (document))
    prose_document_set_format (document, format);
  return document;
}
