/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/prose-format.h"

G_BEGIN_DECLS

guint prose_markdown_find_block_end (const char *text,
                                     gsize length,
                                     guint start,
                                     ProseFormatState *state);
gboolean prose_markdown_is_front_matter (const char *block,
                                         gsize length,
                                         const ProseFormatState *state);

G_END_DECLS
