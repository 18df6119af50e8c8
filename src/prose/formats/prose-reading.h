/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/prose-segment.h"

G_BEGIN_DECLS

/**
 * ProseReading:
 *
 * What a reader sees of a file, or of a stretch of it, as one plain text: its segments in
 * their order, with a blank line between two. Plain text is read as it stands.
 */
typedef struct _ProseReading ProseReading;

ProseReading *prose_reading_new (void);
ProseReading *prose_reading_new_for_text (const char *text, gsize length);
void prose_reading_free (ProseReading *self);
void prose_reading_append_text (ProseReading *self, const char *text, ProseSpan source);
void prose_reading_append_segments (ProseReading *self, GPtrArray *segments, guint offset);

const char *prose_reading_get_text (const ProseReading *self);
guint prose_reading_get_length (const ProseReading *self);
ProseSpan prose_reading_to_source (const ProseReading *self, ProseSpan span);
ProseSpan prose_reading_from_source (const ProseReading *self, ProseSpan source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseReading, prose_reading_free)

G_END_DECLS
