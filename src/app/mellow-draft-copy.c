/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-draft-copy.h"

#include <stdlib.h>
#include <string.h>

#include "mellow-file-name.h"
#include "mellow-state-file.h"

#define HEADING "Mellow draft 1\n"
#define SUFFIX ".draft"

/* clang-format off */
G_DEFINE_QUARK (mellow-draft-copy-error-quark, mellow_draft_copy_error)
/* clang-format on */

void
mellow_draft_copy_free (MellowDraftCopy *self)
{
  g_free (self->uri);
  g_free (self->etag);
  g_free (self->known);
  g_free (self->brief);
  g_free (self->text);
  g_free (self);
}

/* --- from a draft and to one --- */

/* A Word document under another name is not known by that: its text comes back without a
 * file, so that it is not written over the document. */
static gboolean
may_be_saved_there (MellowFileTie *tie, GFile *file)
{
  return !mellow_file_tie_is_imported (tie) || mellow_file_find_format (file) == &prose_docx_format;
}

/**
 * mellow_draft_copy_new:
 * @draft: a draft
 *
 * Returns: (transfer full): what it takes to have the draft again. What is known of a text
 *   with a file is kept already, beside that.
 */
MellowDraftCopy *
mellow_draft_copy_new (MellowDraft *draft)
{
  MellowDraftCopy *self;
  MellowDocumentData *data;
  MellowFileTie *tie;
  GFile *file;

  g_return_val_if_fail (MELLOW_IS_DRAFT (draft), NULL);

  self = g_new0 (MellowDraftCopy, 1);
  data = mellow_draft_get_data (draft);
  tie = mellow_draft_get_tie (draft);
  file = mellow_file_tie_get_file (tie);
  if (file != NULL && may_be_saved_there (tie, file)) {
    self->uri = g_file_get_uri (file);
    self->etag = g_strdup (mellow_file_tie_get_etag (tie));
  }
  self->encoding = mellow_file_tie_get_encoding (tie);
  self->cursor = mellow_draft_get_cursor (draft);
  if (file == NULL && !mellow_document_data_is_empty (data))
    self->known = mellow_document_data_write (data);
  self->text = mellow_text_buffer_dup_text (MELLOW_TEXT_BUFFER (mellow_draft_get_buffer (draft)));
  self->length = strlen (self->text);

  return self;
}

static void
restore_brief (const MellowDraftCopy *self, MellowDocumentData *data)
{
  g_autoptr (ProseBrief) brief =
      prose_brief_read ("draft", self->brief, strlen (self->brief), NULL);

  if (brief != NULL)
    mellow_document_data_set_brief (data, brief);
}

static void
restore_data (const MellowDraftCopy *self, MellowDocumentData *data)
{
  g_autoptr (GError) error = NULL;

  if (self->known != NULL && !mellow_document_data_read (data, "draft", self->known, &error))
    g_message ("%s", error->message);
  else if (self->brief != NULL)
    restore_brief (self, data);
}

/**
 * mellow_draft_copy_restore:
 * @self: a copy
 * @draft: a draft that nobody would miss
 *
 * Makes the draft what it was when the copy was made: a text that is not saved.
 */
void
mellow_draft_copy_restore (const MellowDraftCopy *self, MellowDraft *draft)
{
  g_autoptr (GFile) file = NULL;
  GtkTextBuffer *buffer;

  g_return_if_fail (self != NULL);
  g_return_if_fail (MELLOW_IS_DRAFT (draft));

  file = self->uri != NULL ? g_file_new_for_uri (self->uri) : NULL;
  buffer = mellow_draft_get_buffer (draft);
  mellow_text_buffer_load (MELLOW_TEXT_BUFFER (buffer), self->text, self->length);
  gtk_text_buffer_set_modified (buffer, TRUE);
  mellow_draft_set_cursor (draft, self->cursor);
  mellow_file_tie_set_encoding (mellow_draft_get_tie (draft), self->encoding);
  mellow_file_tie_set_etag (mellow_draft_get_tie (draft), self->etag);
  mellow_draft_set_file (draft, file);
  if (file == NULL)
    restore_data (self, mellow_draft_get_data (draft));
}

/* --- its file --- */

/* A URI and an etag of GIO have no line ends. */
static void
append_field (GString *heading, const char *name, const char *value)
{
  if (value != NULL && strchr (value, '\n') == NULL)
    g_string_append_printf (heading, "%s: %s\n", name, value);
}

/* A field for each line, all of which end. */
static void
append_lines (GString *heading, const char *name, const char *value)
{
  g_auto (GStrv) lines = g_strsplit (value != NULL ? value : "", "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0' || line[1] != NULL)
      append_field (heading, name, *line);
}

/**
 * mellow_draft_copy_to_bytes:
 * @self: a copy
 *
 * Returns: (transfer full): the content of its file
 */
GBytes *
mellow_draft_copy_to_bytes (const MellowDraftCopy *self)
{
  GString *content = g_string_new (HEADING);

  append_field (content, "file", self->uri);
  append_field (content, "etag", self->etag);
  append_field (content, "encoding", prose_encoding_get_name (self->encoding));
  append_lines (content, "known", self->known);
  append_lines (content, "brief", self->brief);
  g_string_append_printf (content, "cursor: %u\n\n", self->cursor);
  g_string_append_len (content, self->text, self->length);

  return g_string_free_to_bytes (content);
}

static void
set_string (char **field, const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

static void
add_line (char **field, const char *line)
{
  char *lines = g_strconcat (*field != NULL ? *field : "", line, "\n", NULL);

  g_free (*field);
  *field = lines;
}

/* What is not known was written by a newer version, and is passed over. */
static void
read_field (MellowDraftCopy *self, const char *name, const char *value)
{
  if (g_str_equal (name, "file"))
    set_string (&self->uri, value);
  else if (g_str_equal (name, "etag"))
    set_string (&self->etag, value);
  else if (g_str_equal (name, "encoding"))
    prose_encoding_find (value, &self->encoding);
  else if (g_str_equal (name, "known"))
    add_line (&self->known, value);
  else if (g_str_equal (name, "brief"))
    add_line (&self->brief, value);
  else if (g_str_equal (name, "cursor"))
    self->cursor = strtoul (value, NULL, 10);
}

static void
read_heading (MellowDraftCopy *self, const char *heading)
{
  g_auto (GStrv) lines = g_strsplit (heading, "\n", -1);

  for (char **line = lines; *line != NULL; line++) {
    char *colon = strstr (*line, ": ");

    if (colon == NULL)
      continue;
    *colon = '\0';
    read_field (self, *line, colon + 2);
  }
}

static gboolean
begins_as_copy (const char *data, gsize length)
{
  return length > strlen (HEADING) && memcmp (data, HEADING, strlen (HEADING)) == 0;
}

/**
 * mellow_draft_copy_new_from_bytes:
 * @bytes: the content of a file
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the copy, or %NULL with an error of
 *   %MELLOW_DRAFT_COPY_ERROR
 */
MellowDraftCopy *
mellow_draft_copy_new_from_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (MellowDraftCopy) self = g_new0 (MellowDraftCopy, 1);
  g_autofree char *heading = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *end = begins_as_copy (data, length) ? g_strstr_len (data, length, "\n\n") : NULL;

  if (end == NULL || !g_utf8_validate_len (data, length, NULL)) {
    g_set_error_literal (error, MELLOW_DRAFT_COPY_ERROR, MELLOW_DRAFT_COPY_ERROR_UNKNOWN,
                         "this is no draft of this version");
    return NULL;
  }

  heading = g_strndup (data, end - data);
  read_heading (self, heading);
  self->length = data + length - (end + 2);
  self->text = g_strndup (end + 2, self->length);
  return g_steal_pointer (&self);
}

/**
 * mellow_draft_copy_new_id:
 *
 * Returns: (transfer full): the name of a copy that is not there yet
 */
char *
mellow_draft_copy_new_id (void)
{
  return g_uuid_string_random ();
}

/**
 * mellow_draft_copy_dup_path:
 * @id: the name of a copy
 *
 * Returns: (transfer full): where its file is
 */
char *
mellow_draft_copy_dup_path (const char *id)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  name = g_strconcat (id, SUFFIX, NULL);
  return mellow_state_dup_path ("drafts", name, NULL);
}

/**
 * mellow_draft_copy_load:
 * @id: the name of a copy
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the copy, or %NULL with an error of %G_FILE_ERROR or
 *   %MELLOW_DRAFT_COPY_ERROR
 */
MellowDraftCopy *
mellow_draft_copy_load (const char *id, GError **error)
{
  g_autofree char *path = mellow_draft_copy_dup_path (id);
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, error))
    return NULL;

  bytes = g_bytes_new_take (data, length);
  return mellow_draft_copy_new_from_bytes (bytes, error);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char **)a, *(char **)b);
}

/**
 * mellow_draft_copy_list:
 *
 * Returns: (transfer full) (element-type utf8): the names of all copies there are
 */
GPtrArray *
mellow_draft_copy_list (void)
{
  g_autofree char *path = mellow_state_dup_path ("drafts", NULL);
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    if (g_str_has_suffix (name, SUFFIX))
      g_ptr_array_add (ids, g_strndup (name, strlen (name) - strlen (SUFFIX)));

  g_ptr_array_sort (ids, compare_ids);
  return ids;
}
