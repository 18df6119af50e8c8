/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/prose-span.h"

G_BEGIN_DECLS

/**
 * ProsePosition:
 * @line: from 1
 * @column: from 1, in characters
 * @byte: UTF-8 bytes from the start of the text
 * @utf16: UTF-16 code units from the start of the text
 *
 * A place in a text, in the units that editors and the command line speak.
 */
typedef struct {
  guint line;
  guint column;
  guint byte;
  guint utf16;
} ProsePosition;

typedef struct _ProseLineIndex ProseLineIndex;

ProseLineIndex *prose_line_index_new (const char *text, gsize length);
void prose_line_index_free (ProseLineIndex *self);
ProsePosition prose_line_index_locate (ProseLineIndex *self, guint byte);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseLineIndex, prose_line_index_free)

G_END_DECLS
