/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/prose-format.h"

G_BEGIN_DECLS

char *segments_to_string (const ProseFormat *format, const char *text);
void check_format (const ProseFormat *format, const char *text, gsize length);
void check_format_edit (const ProseFormat *format,
                        const char *text,
                        ProseSpan gone,
                        const char *come);
void check_format_at_random (const ProseFormat *format,
                             const char *const *parts,
                             guint n_parts,
                             guint n_rounds);
void check_format_rewrites (const ProseFormat *format, const char *text);
void append_black (GString *string, const char *text, gsize length);
char *read_black_text (const ProseFormat *format, const char *text, guint escapes);
char *read_format_corpus (const char *name);
GPtrArray *list_format_corpus (const ProseFormat *format);

/* What is read of a text, a line for each segment: `headline "Only 3 left" 4-27 da`. */
#define assert_segments(format, text, expected)                                                    \
  assert_string (segments_to_string (format, text), expected)

G_END_DECLS
