/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/prose-span.h"

G_BEGIN_DECLS

ProseSpan prose_next_line (const char *text, gsize length, guint start, guint *next_start);
guint prose_paragraph_get_end (const char *text, gsize length, guint start);
gboolean prose_paragraph_breaks (const char *text, gsize length, ProseSpan line, guint next_start);

G_END_DECLS
