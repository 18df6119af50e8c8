/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/prose-format.h"
#include "formats/prose-xliff-unit.h"

G_BEGIN_DECLS

void prose_xliff_context_apply (ProseFormatState *state,
                                const ProseXmlToken *tag,
                                const char *text);
gboolean prose_xliff_context_is_translated (const ProseFormatState *state,
                                            const ProseXliffUnit *unit,
                                            const char *block);
gboolean prose_xliff_context_counts_characters (const ProseFormatState *state);
char *prose_xliff_context_dup_id (const ProseFormatState *state,
                                  const ProseXliffUnit *unit,
                                  const ProseXliffPart *part,
                                  const char *block);

G_END_DECLS
