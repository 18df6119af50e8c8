/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-document-data.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <rules/prose-yaml.h>
#include <string.h>

/**
 * MellowDocumentData:
 *
 * What is known of a text and does not stand in it: the brief. It lies among the
 * user's own data, in a file that is found by the text's address:
 *
 *     document: file:///home/ida/ad.md
 *     brief: |
 *       product: 'the Aalborg dishwasher'
 */
struct _MellowDocumentData {
  GObject parent_instance;

  ProseBrief *brief;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowDocumentData, mellow_document_data, G_TYPE_OBJECT)

static void
mellow_document_data_finalize (GObject *object)
{
  MellowDocumentData *self = MELLOW_DOCUMENT_DATA (object);

  g_clear_pointer (&self->brief, prose_brief_unref);

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
}

static void
mellow_document_data_init (MellowDocumentData *self)
{
  self->brief = prose_brief_new ();
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

  return self->brief;
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
  prose_brief_unref (self->brief);
  self->brief = brief;
  g_signal_emit (self, signals[CHANGED], 0);
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
  g_autofree char *brief = NULL;

  g_return_val_if_fail (MELLOW_IS_DOCUMENT_DATA (self), TRUE);

  brief = prose_brief_write (self->brief);
  return *brief == '\0';
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

/* The brief is a text of its own in the file, so that it reads like one that was
 * exported. An unknown key is one of a later version, and no reason to stop. */
static ProseBrief *
read_brief (const char *name, const char *data, gsize length, GError **error)
{
  g_autoptr (ProseYaml) yaml = prose_yaml_new (name, data, length, error);
  yaml_node_t *root;
  const char *text = NULL;

  if (yaml == NULL)
    return NULL;
  root = prose_yaml_get_root (yaml);
  if (root != NULL && !prose_yaml_expect (yaml, root, YAML_MAPPING_NODE, "a map", error))
    return NULL;

  if (root != NULL)
    text = prose_yaml_get_text (prose_yaml_lookup (yaml, root, "brief"));
  return text != NULL ? prose_brief_read (name, text, strlen (text), error) : prose_brief_new ();
}

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
  g_autoptr (ProseBrief) brief = NULL;
  g_autoptr (GError) problem = NULL;
  gsize length;

  g_return_val_if_fail (MELLOW_IS_DOCUMENT_DATA (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  path = mellow_document_data_dup_path (file);
  if (g_file_get_contents (path, &data, &length, &problem)) {
    brief = read_brief (path, data, length, &problem);
    if (brief == NULL)
      set_aside (path);
  }
  if (g_error_matches (problem, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_clear_error (&problem);
  if (brief == NULL)
    brief = prose_brief_new ();
  mellow_document_data_set_brief (self, brief);
  if (problem == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* --- writing --- */

static void
append_indented (GString *yaml, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_string_append_printf (yaml, "  %s\n", lines[i]);
}

/* An address has no quotes, spaces or colons before a space: it needs no care. */
static char *
write_data (GFile *file, const char *brief)
{
  g_autofree char *uri = g_file_get_uri (file);
  GString *yaml = g_string_new (NULL);

  g_string_append_printf (yaml, "document: %s\nbrief: |\n", uri);
  append_indented (yaml, brief);
  return g_string_free (yaml, FALSE);
}

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
 * @error: why it failed
 *
 * Keeps what is known of a text. There is no file where nothing is known.
 *
 * Returns: whether it is kept
 */
gboolean
mellow_document_data_save (MellowDocumentData *self, GFile *file, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *brief = NULL;
  g_autofree char *data = NULL;

  g_return_val_if_fail (MELLOW_IS_DOCUMENT_DATA (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  path = mellow_document_data_dup_path (file);
  brief = prose_brief_write (self->brief);
  if (mellow_document_data_is_empty (self))
    return g_remove (path) == 0 || errno == ENOENT || fail (errno, path, error);

  folder = g_path_get_dirname (path);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail (errno, folder, error);
  data = write_data (file, brief);
  return g_file_set_contents (path, data, -1, error);
}
