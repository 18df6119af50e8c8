/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-file-tie.h"

#include "mellow-file-name.h"

/**
 * MellowFileTie:
 *
 * What ties a text to its file: where it is saved, which state of that file it knows of, how
 * the file spells it, and how it is read.
 */
struct _MellowFileTie {
  GObject parent_instance;

  GFile *file; /* (nullable) */
  char *etag;  /* (nullable): the state of the file that the text knows of */
  ProseEncoding encoding;
  const ProseFormat *chosen; /* (nullable): by the user, for this very file */
  gboolean is_imported;
};

enum {
  PROP_0,
  PROP_FILE,
  PROP_ETAG,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MellowFileTie, mellow_file_tie, G_TYPE_OBJECT)

static void
mellow_file_tie_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MellowFileTie *self = MELLOW_FILE_TIE (object);

  switch (id) {
  case PROP_FILE:
    g_value_set_object (value, self->file);
    break;
  case PROP_ETAG:
    g_value_set_string (value, self->etag);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_file_tie_finalize (GObject *object)
{
  MellowFileTie *self = MELLOW_FILE_TIE (object);

  g_clear_object (&self->file);
  g_free (self->etag);

  G_OBJECT_CLASS (mellow_file_tie_parent_class)->finalize (object);
}

static void
mellow_file_tie_class_init (MellowFileTieClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mellow_file_tie_get_property;
  object_class->finalize = mellow_file_tie_finalize;

  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ETAG] =
      g_param_spec_string ("etag", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
mellow_file_tie_init (MellowFileTie *self)
{
  self->encoding = PROSE_ENCODING_UTF8;
}

/**
 * mellow_file_tie_new:
 *
 * Returns: (transfer full): the tie of a text that has no file yet
 */
MellowFileTie *
mellow_file_tie_new (void)
{
  return g_object_new (MELLOW_TYPE_FILE_TIE, NULL);
}

/**
 * mellow_file_tie_get_file:
 * @self: a tie
 *
 * Returns: (transfer none) (nullable): where the text is saved
 */
GFile *
mellow_file_tie_get_file (MellowFileTie *self)
{
  g_return_val_if_fail (MELLOW_IS_FILE_TIE (self), NULL);

  return self->file;
}

/**
 * mellow_file_tie_set_file:
 * @self: a tie
 * @file: (nullable): where the text is to be saved
 *
 * How the user wants another file read is not known yet.
 *
 * Returns: whether that is something else
 */
gboolean
mellow_file_tie_set_file (MellowFileTie *self, GFile *file)
{
  g_return_val_if_fail (MELLOW_IS_FILE_TIE (self), FALSE);

  if (file == NULL || !mellow_file_tie_has_file (self, file))
    self->chosen = NULL;
  if (!g_set_object (&self->file, file))
    return FALSE;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  return TRUE;
}

/**
 * mellow_file_tie_has_file:
 * @self: a tie
 * @file: a file
 *
 * Returns: whether the text is saved there
 */
gboolean
mellow_file_tie_has_file (MellowFileTie *self, GFile *file)
{
  g_return_val_if_fail (MELLOW_IS_FILE_TIE (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  return self->file != NULL && g_file_equal (self->file, file);
}

/**
 * mellow_file_tie_get_etag:
 * @self: a tie
 *
 * Returns: (transfer none) (nullable): the state of the file that the text knows
 *   of, %NULL for a file it has not seen yet
 */
const char *
mellow_file_tie_get_etag (MellowFileTie *self)
{
  g_return_val_if_fail (MELLOW_IS_FILE_TIE (self), NULL);

  return self->etag;
}

/**
 * mellow_file_tie_set_etag:
 * @self: a tie
 * @etag: (nullable): a state of its file
 *
 * Says which state of the file the text knows of.
 */
void
mellow_file_tie_set_etag (MellowFileTie *self, const char *etag)
{
  g_return_if_fail (MELLOW_IS_FILE_TIE (self));

  if (g_strcmp0 (self->etag, etag) == 0)
    return;

  g_free (self->etag);
  self->etag = g_strdup (etag);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ETAG]);
}

/**
 * mellow_file_tie_get_encoding:
 * @self: a tie
 *
 * Returns: how the file spells the text
 */
ProseEncoding
mellow_file_tie_get_encoding (MellowFileTie *self)
{
  g_return_val_if_fail (MELLOW_IS_FILE_TIE (self), PROSE_ENCODING_UTF8);

  return self->encoding;
}

/**
 * mellow_file_tie_set_encoding:
 * @self: a tie
 * @encoding: an encoding
 *
 * Says how the file is to spell the text, when that is saved next.
 */
void
mellow_file_tie_set_encoding (MellowFileTie *self, ProseEncoding encoding)
{
  g_return_if_fail (MELLOW_IS_FILE_TIE (self));

  self->encoding = encoding;
}

/**
 * mellow_file_tie_is_imported:
 * @self: a tie
 *
 * Returns: whether the text was taken out of a file that holds more, a Word document, and so
 *   cannot be written there
 */
gboolean
mellow_file_tie_is_imported (MellowFileTie *self)
{
  g_return_val_if_fail (MELLOW_IS_FILE_TIE (self), FALSE);

  return self->is_imported ||
         (self->file != NULL && mellow_file_find_format (self->file) == &prose_docx_format);
}

/**
 * mellow_file_tie_set_imported:
 * @self: a tie
 * @is_imported: whether the text was taken out of a file that holds more
 *
 * Says so, before the file is told.
 */
void
mellow_file_tie_set_imported (MellowFileTie *self, gboolean is_imported)
{
  g_return_if_fail (MELLOW_IS_FILE_TIE (self));

  self->is_imported = is_imported;
}

/**
 * mellow_file_tie_find_format:
 * @self: a tie
 * @file: a file
 *
 * Returns: (transfer none): how the text would be read from @file: as the user has chosen for
 *   this very file, else as it was imported, else as its name tells
 */
const ProseFormat *
mellow_file_tie_find_format (MellowFileTie *self, GFile *file)
{
  g_return_val_if_fail (MELLOW_IS_FILE_TIE (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (self->chosen != NULL && mellow_file_tie_has_file (self, file))
    return self->chosen;

  return self->is_imported ? &prose_docx_format : mellow_file_find_format (file);
}

/**
 * mellow_file_tie_choose_format:
 * @self: a tie
 * @format: how the text is to be read as long as it has this file
 */
void
mellow_file_tie_choose_format (MellowFileTie *self, const ProseFormat *format)
{
  g_return_if_fail (MELLOW_IS_FILE_TIE (self));
  g_return_if_fail (format != NULL);

  self->chosen = format;
}
