/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-document-data.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "mellow-contract-library.h"

/**
 * MellowDocumentData:
 *
 * What is known of a text and does not stand in it: the brief, the contract on its
 * tone, how it is read, what is ignored, what it is a translation of and how it may differ from
 * that.
 * It lies among the user's own data, in a file that is found by the text's address,
 * and that [struct@Prose.DocumentData] describes.
 */
struct _MellowDocumentData {
  GObject parent_instance;

  ProseDocumentData *known;
  gulong renamed_handler; /* of the contracts, once they matter here */
};

enum {
  CHANGED,
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowDocumentData, mellow_document_data, G_TYPE_OBJECT)

static void
mellow_document_data_finalize (GObject *object)
{
  MellowDocumentData *self = MELLOW_DOCUMENT_DATA (object);

  g_clear_pointer (&self->known, prose_document_data_free);
  if (self->renamed_handler != 0)
    g_signal_handler_disconnect (mellow_contract_library_get_default (), self->renamed_handler);

  G_OBJECT_CLASS (mellow_document_data_parent_class)->finalize (object);
}

static void
mellow_document_data_class_init (MellowDocumentDataClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mellow_document_data_finalize;

  /**
   * MellowDocumentData::changed:
   * @self: the data of a document
   *
   * Something else is known of the text now.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  /**
   * MellowDocumentData::edited:
   * @self: the data of a document
   *
   * The writer has said something else of the text, which was told as a change already: it is
   * to be kept. What is loaded is kept already.
   */
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
mellow_document_data_init (MellowDocumentData *self)
{
  self->known = prose_document_data_new ();
}

/**
 * mellow_document_data_new:
 *
 * Returns: (transfer full): the data of a document that nothing is known of
 */
MellowDocumentData *
mellow_document_data_new (void)
{
  return g_object_new (MELLOW_TYPE_DOCUMENT_DATA, NULL);
}

static void
tell_edited (MellowDocumentData *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
  g_signal_emit (self, signals[EDITED], 0);
}

/**
 * mellow_document_data_get_brief:
 * @self: the data of a document
 *
 * Returns: (transfer none): what the writer knows of it
 */
ProseBrief *
mellow_document_data_get_brief (MellowDocumentData *self)
{
  g_return_val_if_fail (MELLOW_IS_DOCUMENT_DATA (self), NULL);

  return self->known->brief;
}

/**
 * mellow_document_data_set_brief:
 * @self: the data of a document
 * @brief: what the writer knows of it; not changed any more
 */
void
mellow_document_data_set_brief (MellowDocumentData *self, ProseBrief *brief)
{
  g_return_if_fail (MELLOW_IS_DOCUMENT_DATA (self));
  g_return_if_fail (brief != NULL);

  prose_brief_ref (brief);
  prose_brief_unref (self->known->brief);
  self->known->brief = brief;
  tell_edited (self);
}

/* Whoever renames it has seen to what is kept. */
static void
on_contract_renamed (MellowDocumentData *self, const char *from, const char *to)
{
  if (g_strcmp0 (self->known->contract, from) != 0)
    return;

  prose_document_data_set_contract (self->known, to);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A text without a contract does not need to know of any. */
static void
follow_contract (MellowDocumentData *self)
{
  if (self->known->contract != NULL && self->renamed_handler == 0)
    self->renamed_handler = g_signal_connect_swapped (
        mellow_contract_library_get_default (), "renamed", G_CALLBACK (on_contract_renamed), self);
}

/**
 * mellow_document_data_get_contract:
 * @self: the data of a document
 *
 * Returns: (transfer none) (nullable): the name of the contract that its tone is held
 *   against; there may be none of that name
 */
const char *
mellow_document_data_get_contract (MellowDocumentData *self)
{
  g_return_val_if_fail (MELLOW_IS_DOCUMENT_DATA (self), NULL);

  return self->known->contract;
}

/**
 * mellow_document_data_set_contract:
 * @self: the data of a document
 * @name: (nullable): the name of the contract that its tone is held against
 */
void
mellow_document_data_set_contract (MellowDocumentData *self, const char *name)
{
  g_return_if_fail (MELLOW_IS_DOCUMENT_DATA (self));

  prose_document_data_set_contract (self->known, name);
  follow_contract (self);
  tell_edited (self);
}

/**
 * mellow_document_data_get_messages:
 * @self: the data of a document
 *
 * Returns: (transfer none) (array zero-terminated=1): what the text is to say again
 *   and again
 */
const char *const *
mellow_document_data_get_messages (MellowDocumentData *self)
{
  g_return_val_if_fail (MELLOW_IS_DOCUMENT_DATA (self), NULL);

  return (const char *const *)self->known->messages;
}

/**
 * mellow_document_data_set_messages:
 * @self: the data of a document
 * @messages: (array zero-terminated=1): what the text is to say again and again
 */
void
mellow_document_data_set_messages (MellowDocumentData *self, const char *const *messages)
{
  g_return_if_fail (MELLOW_IS_DOCUMENT_DATA (self));
  g_return_if_fail (messages != NULL);

  prose_document_data_set_messages (self->known, messages);
  tell_edited (self);
}

/**
 * mellow_document_data_get_original:
 * @self: the data of a document
 *
 * Returns: (transfer none) (nullable): the address of the text that it is a translation of
 */
const char *
mellow_document_data_get_original (MellowDocumentData *self)
{
  g_return_val_if_fail (MELLOW_IS_DOCUMENT_DATA (self), NULL);

  return self->known->original;
}

/**
 * mellow_document_data_set_original:
 * @self: the data of a document
 * @uri: (nullable): the address of the text that it is a translation of
 */
void
mellow_document_data_set_original (MellowDocumentData *self, const char *uri)
{
  g_return_if_fail (MELLOW_IS_DOCUMENT_DATA (self));

  prose_document_data_set_original (self->known, uri);
  tell_edited (self);
}

/**
 * mellow_document_data_get_dismissed:
 * @self: the data of a document
 *
 * Returns: (transfer none) (element-type ProseDismissal): how its tone may differ from that
 *   of its original, the oldest first; another list after loading
 */
GPtrArray *
mellow_document_data_get_dismissed (MellowDocumentData *self)
{
  g_return_val_if_fail (MELLOW_IS_DOCUMENT_DATA (self), NULL);

  return self->known->dismissed;
}

/**
 * mellow_document_data_set_dismissed:
 * @self: the data of a document
 * @dismissals: (element-type ProseDismissal): how its tone may differ from that of its
 *   original; not changed any more by the caller
 */
void
mellow_document_data_set_dismissed (MellowDocumentData *self, GPtrArray *dismissals)
{
  g_return_if_fail (MELLOW_IS_DOCUMENT_DATA (self));
  g_return_if_fail (dismissals != NULL);

  g_ptr_array_ref (dismissals);
  g_ptr_array_unref (self->known->dismissed);
  self->known->dismissed = dismissals;
  tell_edited (self);
}

/**
 * mellow_document_data_dismiss:
 * @self: the data of a document
 * @dismissal: a difference that is to stay as it is; in place of what is known of it
 */
void
mellow_document_data_dismiss (MellowDocumentData *self, const ProseDismissal *dismissal)
{
  ProseDismissal *known;
  guint position;

  g_return_if_fail (MELLOW_IS_DOCUMENT_DATA (self));
  g_return_if_fail (dismissal != NULL);

  known = prose_dismissals_find (self->known->dismissed, dismissal->key);
  if (known != NULL && g_ptr_array_find (self->known->dismissed, known, &position)) {
    self->known->dismissed->pdata[position] = prose_dismissal_copy (dismissal);
    prose_dismissal_free (known);
  } else {
    g_ptr_array_add (self->known->dismissed, prose_dismissal_copy (dismissal));
  }
  tell_edited (self);
}

/**
 * mellow_document_data_bring_back:
 * @self: the data of a document
 * @key: what a difference is known by
 *
 * Makes a difference one that is told of again.
 */
void
mellow_document_data_bring_back (MellowDocumentData *self, const char *key)
{
  ProseDismissal *known;

  g_return_if_fail (MELLOW_IS_DOCUMENT_DATA (self));
  g_return_if_fail (key != NULL);

  known = prose_dismissals_find (self->known->dismissed, key);
  if (known == NULL)
    return;

  g_ptr_array_remove (self->known->dismissed, known);
  tell_edited (self);
}

/**
 * mellow_document_data_get_format:
 * @self: the data of a document
 *
 * Returns: (transfer none) (nullable): the name of the format that it is read as, if that is
 *   not the one that the name of its file tells; there may be none of that name
 */
const char *
mellow_document_data_get_format (MellowDocumentData *self)
{
  g_return_val_if_fail (MELLOW_IS_DOCUMENT_DATA (self), NULL);

  return self->known->format;
}

/**
 * mellow_document_data_set_format:
 * @self: the data of a document
 * @name: (nullable): the name of the format that it is read as
 */
void
mellow_document_data_set_format (MellowDocumentData *self, const char *name)
{
  g_return_if_fail (MELLOW_IS_DOCUMENT_DATA (self));

  if (g_strcmp0 (self->known->format, name) == 0)
    return;

  prose_document_data_set_format (self->known, name);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * mellow_document_data_get_ignored:
 * @self: the data of a document
 *
 * Returns: (transfer none): what the text ignores, another list after loading
 */
ProseIgnoreList *
mellow_document_data_get_ignored (MellowDocumentData *self)
{
  g_return_val_if_fail (MELLOW_IS_DOCUMENT_DATA (self), NULL);

  return self->known->ignored;
}

/**
 * mellow_document_data_is_empty:
 * @self: the data of a document
 *
 * Returns: whether nothing is known of the text
 */
gboolean
mellow_document_data_is_empty (MellowDocumentData *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (MELLOW_IS_DOCUMENT_DATA (self), TRUE);

  text = prose_document_data_write (self->known, NULL, TRUE);
  return *text == '\0';
}

static void
take_known (MellowDocumentData *self, ProseDocumentData *known)
{
  prose_document_data_free (self->known);
  self->known = known;
  follow_contract (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * mellow_document_data_write:
 * @self: the data of a document
 *
 * Returns: (transfer full): what is known of the text as it is now, as YAML; empty
 *   if that is nothing
 */
char *
mellow_document_data_write (MellowDocumentData *self)
{
  g_return_val_if_fail (MELLOW_IS_DOCUMENT_DATA (self), NULL);

  return prose_document_data_write (self->known, NULL, FALSE);
}

/**
 * mellow_document_data_read:
 * @self: the data of a document
 * @name: what the YAML is called, for messages
 * @yaml: what is known of the text
 * @error: why it failed
 *
 * Returns: whether that is known now; if not, all stays as it is
 */
gboolean
mellow_document_data_read (MellowDocumentData *self,
                           const char *name,
                           const char *yaml,
                           GError **error)
{
  ProseDocumentData *known;

  g_return_val_if_fail (MELLOW_IS_DOCUMENT_DATA (self), FALSE);

  known = prose_document_data_read (name, yaml, strlen (yaml), error);
  if (known == NULL)
    return FALSE;

  take_known (self, known);
  return TRUE;
}

/**
 * mellow_document_data_export:
 * @self: the data of a document
 * @side: a file to write
 * @error: why it failed
 *
 * Writes what is known of the text as a file to lie beside it or to be sent.
 *
 * Returns: whether it is written
 */
gboolean
mellow_document_data_export (MellowDocumentData *self, GFile *side, GError **error)
{
  g_autofree char *yaml = NULL;

  g_return_val_if_fail (MELLOW_IS_DOCUMENT_DATA (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (side), FALSE);

  yaml = mellow_document_data_write (self);
  return g_file_replace_contents (side, yaml, strlen (yaml), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                  NULL, error);
}

/**
 * mellow_document_data_import:
 * @self: the data of a document
 * @side: a file that was exported
 * @error: why it failed
 *
 * Replaces what is known of the text. Whoever has the text saves it then.
 *
 * Returns: whether it was read; if not, all stays as it is
 */
gboolean
mellow_document_data_import (MellowDocumentData *self, GFile *side, GError **error)
{
  g_autofree char *yaml = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (MELLOW_IS_DOCUMENT_DATA (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (side), FALSE);

  if (!g_file_load_contents (side, NULL, &yaml, NULL, NULL, error))
    return FALSE;

  name = g_file_get_basename (side);
  return mellow_document_data_read (self, name, yaml, error);
}

/* --- where it lies --- */

/**
 * mellow_document_data_dup_path:
 * @file: a text
 *
 * Returns: (transfer full): where its data lies
 */
char *
mellow_document_data_dup_path (GFile *file)
{
  g_autofree char *uri = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  uri = g_file_get_uri (file);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
  name = g_strconcat (hash, ".yaml", NULL);
  return g_build_filename (g_get_user_data_dir (), "mellow", "documents", name, NULL);
}

/* --- reading --- */

/* What cannot be read is kept for a look by hand, and not written over. */
static void
set_aside (const char *path)
{
  g_autofree char *aside = g_strconcat (path, ".unreadable", NULL);

  if (g_rename (path, aside) != 0)
    g_message ("%s: %s", path, g_strerror (errno));
}

/**
 * mellow_document_data_load:
 * @self: the data of a document
 * @file: the text
 * @error: why it failed
 *
 * Reads what is known of a text; that may be nothing. What cannot be read is set
 * aside, and nothing is known then.
 *
 * Returns: whether all that there is was read
 */
gboolean
mellow_document_data_load (MellowDocumentData *self, GFile *file, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *data = NULL;
  ProseDocumentData *known = NULL;
  g_autoptr (GError) problem = NULL;
  gsize length;

  g_return_val_if_fail (MELLOW_IS_DOCUMENT_DATA (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  path = mellow_document_data_dup_path (file);
  if (g_file_get_contents (path, &data, &length, &problem)) {
    known = prose_document_data_read (path, data, length, &problem);
    if (known == NULL)
      set_aside (path);
  }
  if (g_error_matches (problem, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_clear_error (&problem);
  take_known (self, known != NULL ? known : prose_document_data_new ());
  if (problem == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* --- writing --- */

static gboolean
fail (int number, const char *path, GError **error)
{
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (number), "%s: %s", path,
               g_strerror (number));
  return FALSE;
}

/**
 * mellow_document_data_save:
 * @self: the data of a document
 * @file: the text
 * @is_text_saved: whether the text was saved as it is now; if not, what is ignored
 *   in the text as it was saved is kept, too
 * @error: why it failed
 *
 * Keeps what is known of a text. There is no file where nothing is known.
 *
 * Returns: whether it is kept
 */
gboolean
mellow_document_data_save (MellowDocumentData *self,
                           GFile *file,
                           gboolean is_text_saved,
                           GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *data = NULL;

  g_return_val_if_fail (MELLOW_IS_DOCUMENT_DATA (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  path = mellow_document_data_dup_path (file);
  uri = g_file_get_uri (file);
  data = prose_document_data_write (self->known, uri, !is_text_saved);
  if (*data == '\0')
    return g_remove (path) == 0 || errno == ENOENT || fail (errno, path, error);

  folder = g_path_get_dirname (path);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail (errno, folder, error);
  return g_file_set_contents (path, data, -1, error);
}

/* --- all texts --- */

/* As the line stands in a file that was written here. */
static char *
make_contract_line (const char *name)
{
  g_autoptr (ProseDocumentData) known = prose_document_data_new ();

  prose_document_data_set_contract (known, name);
  return prose_document_data_write (known, NULL, TRUE);
}

/* A line that begins with a key of its own is indented nowhere else. */
static void
replace_line (const char *path, const char *from, const char *to)
{
  g_autofree char *data = NULL;
  g_autofree char *changed = NULL;
  g_autoptr (GError) error = NULL;
  const char *line;

  if (!g_file_get_contents (path, &data, NULL, NULL))
    return;

  line = strstr (data, from);
  if (line == NULL || (line > data && line[-1] != '\n'))
    return;

  changed = g_strdup_printf ("%.*s%s%s", (int)(line - data), data, to, line + strlen (from));
  if (!g_file_set_contents (path, changed, -1, &error))
    g_message ("%s", error->message);
}

/**
 * mellow_document_data_rename_contract:
 * @from: what a contract was called
 * @to: what it is called now
 *
 * Lets the texts that are not open know what their contract is called now.
 */
void
mellow_document_data_rename_contract (const char *from, const char *to)
{
  g_autofree char *folder = NULL;
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;
  g_autoptr (GDir) files = NULL;
  const char *file;

  g_return_if_fail (from != NULL);
  g_return_if_fail (to != NULL);

  folder = g_build_filename (g_get_user_data_dir (), "mellow", "documents", NULL);
  old = make_contract_line (from);
  new = make_contract_line (to);
  files = g_dir_open (folder, 0, NULL);
  while (files != NULL && (file = g_dir_read_name (files)) != NULL) {
    g_autofree char *path = g_build_filename (folder, file, NULL);

    if (g_str_has_suffix (file, ".yaml"))
      replace_line (path, old, new);
  }
}
