/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "formats/prose-format.h"

G_BEGIN_DECLS

/**
 * PROSE_DOCX_ERROR:
 *
 * Why bytes could not be read as a Word document.
 */
#define PROSE_DOCX_ERROR (prose_docx_error_quark ())

/**
 * ProseDocxError:
 * @PROSE_DOCX_ERROR_OTHER: it is something else
 * @PROSE_DOCX_ERROR_ENCRYPTED: it is encrypted, or of a Word before 2007
 * @PROSE_DOCX_ERROR_DAMAGED: it is damaged
 * @PROSE_DOCX_ERROR_TOO_LARGE: its content is larger than any text
 *
 * What is wrong with a Word document.
 */
typedef enum {
  PROSE_DOCX_ERROR_OTHER,
  PROSE_DOCX_ERROR_ENCRYPTED,
  PROSE_DOCX_ERROR_DAMAGED,
  PROSE_DOCX_ERROR_TOO_LARGE,
} ProseDocxError;

/* The text of Word documents, which are read, but never written. */
extern const ProseFormat prose_docx_format;

GQuark prose_docx_error_quark (void);
gboolean prose_docx_is_archive (const char *data, gsize length);
char *prose_docx_read (GBytes *bytes, GError **error);

G_END_DECLS
