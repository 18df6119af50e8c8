/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-draft.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * MellowDraft:
 *
 * One text that is being written: the buffer, what the rules say of it, and
 * the file it comes from. Loading and saving keep every byte that was not
 * edited: byte order mark, line ends, a missing final newline.
 */
struct _MellowDraft {
  GObject parent_instance;

  MellowTextBuffer *buffer;
  MellowReview *review;
  MellowHighlighter *highlighter;
  MellowMarkList *marks;

  GFile *file;
  char *etag; /* the state of the file that this text knows of */
  ProseEncoding encoding;
};

enum {
  PROP_0,
  PROP_FILE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MellowDraft, mellow_draft, G_TYPE_OBJECT)

static void
mellow_draft_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MellowDraft *self = MELLOW_DRAFT (object);

  switch (id) {
  case PROP_FILE:
    g_value_set_object (value, self->file);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_draft_dispose (GObject *object)
{
  MellowDraft *self = MELLOW_DRAFT (object);

  g_clear_object (&self->marks);
  g_clear_object (&self->highlighter);
  g_clear_object (&self->review);
  g_clear_object (&self->buffer);
  g_clear_object (&self->file);
  g_clear_pointer (&self->etag, g_free);

  G_OBJECT_CLASS (mellow_draft_parent_class)->dispose (object);
}

static void
mellow_draft_class_init (MellowDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mellow_draft_get_property;
  object_class->dispose = mellow_draft_dispose;

  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
mellow_draft_init (MellowDraft *self)
{
  self->buffer = mellow_text_buffer_new ();
  self->encoding = PROSE_ENCODING_UTF8;
}

/**
 * mellow_draft_new:
 * @rules: the rules to review it by
 *
 * Returns: (transfer full): an empty draft without a file
 */
MellowDraft *
mellow_draft_new (ProseRuleSet *rules)
{
  MellowDraft *self;

  g_return_val_if_fail (rules != NULL, NULL);

  self = g_object_new (MELLOW_TYPE_DRAFT, NULL);
  self->review = mellow_review_new (self->buffer, rules);
  self->highlighter = mellow_highlighter_new (self->review);
  self->marks = mellow_mark_list_new (self->review);

  return self;
}

/**
 * mellow_draft_get_buffer:
 * @self: a draft
 *
 * Returns: (transfer none): its text
 */
GtkTextBuffer *
mellow_draft_get_buffer (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), NULL);

  return GTK_TEXT_BUFFER (self->buffer);
}

/**
 * mellow_draft_get_review:
 * @self: a draft
 *
 * Returns: (transfer none): what the rules say of it
 */
MellowReview *
mellow_draft_get_review (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), NULL);

  return self->review;
}

/**
 * mellow_draft_get_highlighter:
 * @self: a draft
 *
 * Returns: (transfer none): what underlines its marks
 */
MellowHighlighter *
mellow_draft_get_highlighter (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), NULL);

  return self->highlighter;
}

/**
 * mellow_draft_get_marks:
 * @self: a draft
 *
 * Returns: (transfer none): a list of [class@Mellow.Mark]
 */
GListModel *
mellow_draft_get_marks (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), NULL);

  return G_LIST_MODEL (self->marks);
}

/**
 * mellow_draft_get_file:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): where it is saved
 */
GFile *
mellow_draft_get_file (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), NULL);

  return self->file;
}

/**
 * mellow_draft_set_file:
 * @self: a draft
 * @file: a file
 *
 * Says where it is to be saved.
 */
void
mellow_draft_set_file (MellowDraft *self, GFile *file)
{
  g_return_if_fail (MELLOW_IS_DRAFT (self));

  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}

/**
 * mellow_draft_dup_title:
 * @self: a draft
 *
 * Returns: (transfer full): its name for the user
 */
char *
mellow_draft_dup_title (MellowDraft *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (MELLOW_IS_DRAFT (self), NULL);

  if (self->file == NULL)
    return g_strdup (_ ("New Draft"));

  name = g_file_get_basename (self->file);
  return g_filename_display_name (name);
}

/**
 * mellow_draft_is_blank:
 * @self: a draft
 *
 * Returns: whether nobody would miss it
 */
gboolean
mellow_draft_is_blank (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), FALSE);

  return self->file == NULL && !mellow_draft_is_modified (self) &&
         mellow_review_get_length (self->review) == 0;
}

/**
 * mellow_draft_is_modified:
 * @self: a draft
 *
 * Returns: whether it has changes that are not saved
 */
gboolean
mellow_draft_is_modified (MellowDraft *self)
{
  g_return_val_if_fail (MELLOW_IS_DRAFT (self), FALSE);

  return gtk_text_buffer_get_modified (GTK_TEXT_BUFFER (self->buffer));
}

static void
set_etag (MellowDraft *self, char *etag)
{
  g_free (self->etag);
  self->etag = etag;
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
  const char *text;
  gsize length;

  bytes = g_file_load_bytes_finish (G_FILE (source), result, &etag, &error);
  if (bytes != NULL)
    document = prose_document_new_from_bytes (bytes, &error);
  if (document == NULL) {
    g_task_return_error (task, error);
    return;
  }

  text = prose_document_get_text (document, &length);
  mellow_text_buffer_load (self->buffer, text, length);
  self->encoding = prose_document_get_encoding (document);
  set_etag (self, g_steal_pointer (&etag));
  mellow_draft_set_file (self, G_FILE (source));
  g_task_return_boolean (task, TRUE);
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
  GTask *task;

  g_return_if_fail (MELLOW_IS_DRAFT (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, mellow_draft_load_async);
  g_file_load_bytes_async (file, cancellable, on_bytes_loaded, task);
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

static void
on_bytes_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  MellowDraft *self = g_task_get_source_object (task);
  g_autofree char *etag = NULL;
  GError *error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, &etag, &error)) {
    gtk_text_buffer_set_modified (GTK_TEXT_BUFFER (self->buffer), TRUE);
    g_task_return_error (task, error);
    return;
  }

  set_etag (self, g_steal_pointer (&etag));
  mellow_draft_set_file (self, G_FILE (source));
  g_task_return_boolean (task, TRUE);
}

/* GIO cannot write bytes without an address, as empty ones are. */
static GBytes *
encode (MellowDraft *self)
{
  g_autofree char *text = mellow_text_buffer_dup_text (self->buffer);
  g_autoptr (GBytes) bytes = prose_document_encode (text, strlen (text), self->encoding);

  if (g_bytes_get_size (bytes) == 0)
    return g_bytes_new_static ("", 0);

  return g_steal_pointer (&bytes);
}

static gboolean
is_own_file (MellowDraft *self, GFile *file)
{
  return self->file != NULL && g_file_equal (self->file, file);
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
 * %G_IO_ERROR_WRONG_ETAG if another program has changed the draft's file.
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
  gboolean is_own;
  gboolean was_missing;
  GTask *task;

  g_return_if_fail (MELLOW_IS_DRAFT (self));
  g_return_if_fail (G_IS_FILE (file));

  bytes = encode (self);
  is_own = is_own_file (self, file) && self->etag != NULL;

  was_missing = is_own && !g_file_query_exists (file, NULL);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, mellow_draft_save_async);
  g_task_set_task_data (task, GINT_TO_POINTER (was_missing), NULL);

  gtk_text_buffer_set_modified (GTK_TEXT_BUFFER (self->buffer), FALSE);
  g_file_replace_contents_bytes_async (file, bytes, is_own && !overwrite ? self->etag : NULL, FALSE,
                                       G_FILE_CREATE_NONE, cancellable, on_bytes_saved, task);
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
