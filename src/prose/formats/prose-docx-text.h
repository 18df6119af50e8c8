/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GHashTable *prose_docx_read_headings (const char *styles, gsize length);
void prose_docx_read_paragraphs (const char *part,
                                 gsize length,
                                 GHashTable *headings,
                                 GPtrArray *paragraphs);

G_END_DECLS
