/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/prose-format.h"
#include "formats/prose-translation-unit.h"

G_BEGIN_DECLS

void prose_po_translation_read_block (const char *block,
                                      guint length,
                                      const ProseFormatState *state,
                                      GPtrArray *units);
char *prose_po_translation_spell (const ProseTranslationUnit *unit, const char *text);

G_END_DECLS
