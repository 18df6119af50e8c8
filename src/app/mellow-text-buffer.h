/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

/* In a longer line each tag and each look at it takes long: only so much of its beginning is
 * marked and its spelling checked. In bytes. */
#define MELLOW_LONGEST_LINE 20000

#define MELLOW_TYPE_TEXT_BUFFER (mellow_text_buffer_get_type ())
G_DECLARE_FINAL_TYPE (MellowTextBuffer, mellow_text_buffer, MELLOW, TEXT_BUFFER, GtkSourceBuffer)

MellowTextBuffer *mellow_text_buffer_new (void);
void mellow_text_buffer_load (MellowTextBuffer *self, const char *text, gssize length);
void mellow_text_buffer_reload (MellowTextBuffer *self, const char *text, gssize length);
char *mellow_text_buffer_dup_text (MellowTextBuffer *self);
gboolean mellow_text_buffer_is_replaying (MellowTextBuffer *self);

guint mellow_text_buffer_count_long_lines (MellowTextBuffer *self, guint *first);

G_END_DECLS
