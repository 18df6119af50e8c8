/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/prose-format.h"
#include "formats/prose-translation-unit.h"

G_BEGIN_DECLS

void prose_xliff_translation_read_block (const char *block,
                                         guint length,
                                         const ProseFormatState *state,
                                         GPtrArray *units);
char *prose_xliff_translation_spell (const ProseTranslationUnit *unit,
                                     const ProseTranslationTarget *target,
                                     const char *text,
                                     GError **error);
gboolean prose_xliff_translation_takes (gunichar c);

G_END_DECLS
