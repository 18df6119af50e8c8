/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "formats/prose-encoding.h"
#include "formats/prose-format.h"
#include "formats/prose-reading.h"

G_BEGIN_DECLS

/**
 * PROSE_DOCUMENT_ERROR:
 *
 * Why bytes could not be read as a text.
 */
#define PROSE_DOCUMENT_ERROR (prose_document_error_quark ())

/**
 * ProseDocumentError:
 * @PROSE_DOCUMENT_ERROR_BINARY: not a text: it has a NUL byte
 * @PROSE_DOCUMENT_ERROR_ENCODING: neither UTF-8 nor UTF-16
 * @PROSE_DOCUMENT_ERROR_TOO_LARGE: larger than the offsets reach (1 GiB)
 */
typedef enum {
  PROSE_DOCUMENT_ERROR_BINARY,
  PROSE_DOCUMENT_ERROR_ENCODING,
  PROSE_DOCUMENT_ERROR_TOO_LARGE,
} ProseDocumentError;

/**
 * ProseDocument:
 *
 * A file's text, read: valid UTF-8 with the line ends of the file and without
 * its byte order mark. Immutable and reference-counted; may be shared by
 * threads.
 */
typedef struct _ProseDocument ProseDocument;

GQuark prose_document_error_quark (void);

ProseDocument *prose_document_new (const char *text, gssize length);
ProseDocument *prose_document_new_from_bytes (GBytes *bytes, GError **error);
ProseDocument *prose_document_new_from_single_bytes (GBytes *bytes,
                                                     ProseEncoding encoding,
                                                     GError **error);
ProseDocument *prose_document_new_from_file (GBytes *bytes,
                                             const ProseFormat *format,
                                             GError **error);
ProseDocument *prose_document_ref (ProseDocument *self);
void prose_document_unref (ProseDocument *self);
const char *prose_document_get_text (ProseDocument *self, gsize *length);
ProseEncoding prose_document_get_encoding (ProseDocument *self);
void prose_document_set_format (ProseDocument *self, const ProseFormat *format);
gboolean prose_document_is_imported (ProseDocument *self);
const ProseFormat *prose_document_get_format (ProseDocument *self);
GPtrArray *prose_document_get_segments (ProseDocument *self);
const ProseSegment *prose_document_find_segment (ProseDocument *self, guint place);
ProseReading *prose_document_read (ProseDocument *self);
char *prose_document_dup_copy (ProseDocument *self, ProseSpan span);
const char *prose_document_find_unencodable (const char *text,
                                             gsize length,
                                             ProseEncoding encoding);
GBytes *prose_document_encode (const char *text, gsize length, ProseEncoding encoding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseDocument, prose_document_unref)

G_END_DECLS
