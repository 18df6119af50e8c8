/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-document.h"

#include <string.h>

#include "formats/prose-docx.h"
#include "text/prose-line-index.h"

/* Offsets are 32 bits wide, with room to double. */
#define LARGEST_TEXT (1u << 30)

struct _ProseDocument {
  char *text;
  gsize length;
  ProseEncoding encoding;
  const ProseFormat *format;
  GPtrArray *segments; /* of ProseSegment; NULL for plain text */
};

/* clang-format off */
G_DEFINE_QUARK (prose-document-error-quark, prose_document_error)
/* clang-format on */

static ProseDocument *
document_take (char *text, gsize length, ProseEncoding encoding)
{
  ProseDocument *self = g_atomic_rc_box_new0 (ProseDocument);

  self->text = text;
  self->length = length;
  self->encoding = encoding;
  self->format = prose_format_get_text ();

  return self;
}

/**
 * prose_document_new:
 * @text: valid UTF-8
 * @length: its length in bytes, or -1 if it ends in NUL
 *
 * Returns: (transfer full): a document of plain text
 */
ProseDocument *
prose_document_new (const char *text, gssize length)
{
  gsize n = length < 0 ? strlen (text) : (gsize)length;

  return document_take (g_strndup (text, n), n, PROSE_ENCODING_UTF8);
}

/* Where the first byte stands that is no UTF-8, as `line:column`. */
static char *
locate_bad_byte (const char *text, gsize length)
{
  g_autoptr (ProseLineIndex) index = NULL;
  ProsePosition position;
  const char *bad;

  g_utf8_validate_len (text, length, &bad);
  index = prose_line_index_new (text, bad - text);
  position = prose_line_index_locate (index, bad - text);
  return g_strdup_printf ("%u:%u", position.line, position.column);
}

static gboolean
check_no_nul (const char *data, gsize length, GError **error)
{
  if (length == 0 || memchr (data, '\0', length) == NULL)
    return TRUE;

  g_set_error_literal (error, PROSE_DOCUMENT_ERROR, PROSE_DOCUMENT_ERROR_BINARY,
                       "this is not a text: it holds a NUL byte");
  return FALSE;
}

static gboolean
check_utf8 (const char *text, gsize length, GError **error)
{
  g_autofree char *place = NULL;

  if (g_utf8_validate_len (text, length, NULL))
    return TRUE;

  if (!check_no_nul (text, length, error))
    return FALSE;

  place = locate_bad_byte (text, length);
  g_set_error (error, PROSE_DOCUMENT_ERROR, PROSE_DOCUMENT_ERROR_ENCODING,
               "%s: not valid UTF-8 from here; save the file as UTF-8 and try again", place);
  return FALSE;
}

static ProseDocument *
read_utf16 (const char *data, gsize length, ProseEncoding encoding, GError **error)
{
  const char *charset = encoding == PROSE_ENCODING_UTF16_LE ? "UTF-16LE" : "UTF-16BE";
  g_autofree char *text = NULL;
  gsize n;

  text = g_convert (data, length, "UTF-8", charset, NULL, &n, NULL);
  if (text == NULL) {
    g_set_error_literal (error, PROSE_DOCUMENT_ERROR, PROSE_DOCUMENT_ERROR_ENCODING,
                         "it begins as UTF-16 and goes on as something else");
    return NULL;
  }
  if (!check_utf8 (text, n, error))
    return NULL;

  return document_take (g_steal_pointer (&text), n, encoding);
}

static gboolean
check_size (gsize length, GError **error)
{
  if (length <= LARGEST_TEXT)
    return TRUE;

  g_set_error_literal (error, PROSE_DOCUMENT_ERROR, PROSE_DOCUMENT_ERROR_TOO_LARGE,
                       "it is larger than 1 GiB");
  return FALSE;
}

/**
 * prose_document_new_from_bytes:
 * @bytes: a file's content
 * @error: return location for a #GError
 *
 * Reads a file as plain text. The encoding is told by the byte order mark;
 * without one it is UTF-8.
 *
 * Returns: (transfer full): the document, or %NULL with an error of
 *   %PROSE_DOCUMENT_ERROR
 */
ProseDocument *
prose_document_new_from_bytes (GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (!check_size (length, error))
    return NULL;
  if (length >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    return read_utf16 (data + 2, length - 2, PROSE_ENCODING_UTF16_LE, error);
  if (length >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    return read_utf16 (data + 2, length - 2, PROSE_ENCODING_UTF16_BE, error);

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0) {
    if (!check_utf8 (data + 3, length - 3, error))
      return NULL;
    return document_take (g_strndup (data + 3, length - 3), length - 3, PROSE_ENCODING_UTF8_BOM);
  }
  if (length == 0)
    return prose_document_new ("", 0);
  if (!check_utf8 (data, length, error))
    return NULL;

  return prose_document_new (data, length);
}

/**
 * prose_document_new_from_single_bytes:
 * @bytes: a file's content
 * @encoding: an encoding of single bytes
 * @error: return location for a #GError
 *
 * Reads a file as plain text in an encoding that someone has named, because the
 * bytes do not tell.
 *
 * Returns: (transfer full): the document, or %NULL with an error of
 *   %PROSE_DOCUMENT_ERROR
 */
ProseDocument *
prose_document_new_from_single_bytes (GBytes *bytes, ProseEncoding encoding, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  GString *text;

  g_return_val_if_fail (prose_encoding_is_single_byte (encoding), NULL);

  if (!check_size (length, error) || !check_no_nul (data, length, error))
    return NULL;

  text = g_string_sized_new (length + length / 8);
  for (gsize i = 0; i < length; i++)
    g_string_append_unichar (text, prose_encoding_get_character (encoding, data[i]));

  length = text->len;
  return document_take (g_string_free (text, FALSE), length, encoding);
}

static gboolean
has_byte_order_mark (const char *data, gsize length)
{
  return (length >= 2 &&
          (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0)) ||
         (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0);
}

static ProseDocument *
read_docx (GBytes *bytes, GError **error)
{
  char *text = prose_docx_read (bytes, error);
  ProseDocument *document;

  if (text == NULL)
    return NULL;

  document = document_take (text, strlen (text), PROSE_ENCODING_UTF8);
  prose_document_set_format (document, &prose_docx_format);
  return document;
}

/**
 * prose_document_new_from_file:
 * @bytes: a file's content
 * @format: the format that its name tells
 * @error: return location for a #GError
 *
 * Reads a file as plain text, as [func@Prose.Document.new_from_bytes] does. One that is no
 * UTF-8 may name its encoding, as pages do. A Word document is known by its bytes, whatever
 * its name is, and has its format already.
 *
 * Returns: (transfer full): the document, or %NULL with an error of
 *   %PROSE_DOCUMENT_ERROR or %PROSE_DOCX_ERROR
 */
ProseDocument *
prose_document_new_from_file (GBytes *bytes, const ProseFormat *format, GError **error)
{
  ProseEncoding encoding;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (format == &prose_docx_format || prose_docx_is_archive (data, length))
    return read_docx (bytes, error);

  if (format->find_encoding == NULL || length == 0 || has_byte_order_mark (data, length) ||
      g_utf8_validate_len (data, length, NULL) || !format->find_encoding (data, length, &encoding))
    return prose_document_new_from_bytes (bytes, error);

  return prose_document_new_from_single_bytes (bytes, encoding, error);
}

ProseDocument *
prose_document_ref (ProseDocument *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
document_clear (ProseDocument *self)
{
  g_free (self->text);
  g_clear_pointer (&self->segments, g_ptr_array_unref);
}

void
prose_document_unref (ProseDocument *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify)document_clear);
}

/**
 * prose_document_get_text:
 * @self: a document
 * @length: (out) (optional): its length in bytes
 *
 * Returns: the text, valid UTF-8 that ends in NUL
 */
const char *
prose_document_get_text (ProseDocument *self, gsize *length)
{
  if (length != NULL)
    *length = self->length;

  return self->text;
}

ProseEncoding
prose_document_get_encoding (ProseDocument *self)
{
  return self->encoding;
}

/**
 * prose_document_set_format:
 * @self: a document that nobody else has yet
 * @format: how it is to be read
 *
 * Reads the text, which is plain without this.
 */
void
prose_document_set_format (ProseDocument *self, const ProseFormat *format)
{
  g_clear_pointer (&self->segments, g_ptr_array_unref);
  self->format = format;
  if (!prose_format_is_text (format))
    self->segments = prose_format_read (format, self->text, self->length);
}

/**
 * prose_document_is_imported:
 * @self: a document
 *
 * Returns: whether its text was taken out of a file that holds more, so that it cannot be
 *   written back
 */
gboolean
prose_document_is_imported (ProseDocument *self)
{
  return self->format == &prose_docx_format;
}

const ProseFormat *
prose_document_get_format (ProseDocument *self)
{
  return self->format;
}

/**
 * prose_document_get_segments:
 * @self: a document
 *
 * Returns: (transfer none) (element-type ProseSegment) (nullable): its segments, in the
 *   order of their starts; %NULL for plain text, which is cut into paragraphs instead
 */
GPtrArray *
prose_document_get_segments (ProseDocument *self)
{
  return self->segments;
}

/**
 * prose_document_find_segment:
 * @self: a document
 * @place: a place in its text, in bytes
 *
 * Returns: (nullable): the segment that has it; %NULL for plain text
 */
const ProseSegment *
prose_document_find_segment (ProseDocument *self, guint place)
{
  return self->segments != NULL ? prose_segments_find (self->segments, place) : NULL;
}

/**
 * prose_document_read:
 * @self: a document
 *
 * Returns: (transfer full): what a reader sees of it
 */
ProseReading *
prose_document_read (ProseDocument *self)
{
  ProseReading *reading;

  if (self->segments == NULL)
    return prose_reading_new_for_text (self->text, self->length);

  reading = prose_reading_new ();
  prose_reading_append_segments (reading, self->segments, 0);
  return reading;
}

/**
 * prose_document_dup_copy:
 * @self: a document
 * @span: a part of its text, in bytes, within one segment
 *
 * Returns: (transfer full): what a reader sees of it
 */
char *
prose_document_dup_copy (ProseDocument *self, ProseSpan span)
{
  const ProseSegment *segment = prose_document_find_segment (self, span.start);

  g_return_val_if_fail (span.start <= span.end && span.end <= self->length, NULL);

  return segment != NULL ? prose_segment_dup_copy (segment, span)
                         : g_strndup (self->text + span.start, prose_span_get_length (span));
}

static GBytes *
encode_utf16 (const char *text, gsize length, const char *charset, const char *mark)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *data = NULL;
  gsize n;

  data = g_convert (text, length, charset, "UTF-8", NULL, &n, NULL);
  g_return_val_if_fail (data != NULL, NULL);

  g_byte_array_append (bytes, (const guint8 *)mark, 2);
  g_byte_array_append (bytes, (const guint8 *)data, n);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static GBytes *
encode_single_bytes (const char *text, gsize length, ProseEncoding encoding)
{
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new (length);

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    guint8 byte = prose_encoding_get_byte (encoding, g_utf8_get_char (p));

    g_byte_array_append (bytes, &byte, 1);
  }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * prose_document_find_unencodable:
 * @text: valid UTF-8
 * @length: its length in bytes
 * @encoding: how a file would spell it
 *
 * Returns: (nullable): the first character of @text that @encoding has not
 */
const char *
prose_document_find_unencodable (const char *text, gsize length, ProseEncoding encoding)
{
  if (!prose_encoding_is_single_byte (encoding))
    return NULL;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (prose_encoding_get_byte (encoding, g_utf8_get_char (p)) < 0)
      return p;

  return NULL;
}

/**
 * prose_document_encode:
 * @text: valid UTF-8, that the encoding can spell
 * @length: its length in bytes
 * @encoding: how the file spells it
 *
 * The way back from [func@Prose.Document.new_from_bytes], for saving.
 *
 * Returns: (transfer full): the file's content
 */
GBytes *
prose_document_encode (const char *text, gsize length, ProseEncoding encoding)
{
  g_autoptr (GByteArray) bytes = NULL;

  switch (encoding) {
  case PROSE_ENCODING_UTF16_LE:
    return encode_utf16 (text, length, "UTF-16LE", "\xff\xfe");
  case PROSE_ENCODING_UTF16_BE:
    return encode_utf16 (text, length, "UTF-16BE", "\xfe\xff");
  case PROSE_ENCODING_UTF8_BOM:
    bytes = g_byte_array_new ();
    g_byte_array_append (bytes, (const guint8 *)"\xef\xbb\xbf", 3);
    g_byte_array_append (bytes, (const guint8 *)text, length);
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  case PROSE_ENCODING_WINDOWS_1252:
  case PROSE_ENCODING_ISO_8859_1:
  case PROSE_ENCODING_ISO_8859_15:
    return encode_single_bytes (text, length, encoding);
  case PROSE_ENCODING_UTF8:
  default:
    return g_bytes_new (text, length);
  }
}
