/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "formats/prose-format.h"
#include "formats/prose-placeholder.h"
#include "formats/prose-translation-error.h"
#include "formats/prose-translation-unit.h"

G_BEGIN_DECLS

gboolean prose_translation_has_units (const ProseFormat *format);
GPtrArray *prose_translation_read_block (const ProseFormat *format,
                                         const char *block,
                                         guint length,
                                         const ProseFormatState *state);
GPtrArray *prose_translation_read (const ProseFormat *format, const char *text, gsize length);
char *prose_translation_write_target (
    const ProseTranslationUnit *unit, guint n, const char *text, ProseSpan *span, GError **error);
char *prose_translation_mend_target (const ProseTranslationUnit *unit, const char *text);
GPtrArray *prose_translation_check_placeholders (const char *source, const char *target);

G_END_DECLS
