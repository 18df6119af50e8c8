/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/prose-copy.h"
#include "formats/prose-zone.h"

G_BEGIN_DECLS

/**
 * ProseSegmentRole:
 * @PROSE_SEGMENT_COPY: what is published: it is checked
 * @PROSE_SEGMENT_SOURCE: what a translation is made from: it is read, to be compared
 *
 * What a segment is to the checker.
 */
typedef enum {
  PROSE_SEGMENT_COPY,
  PROSE_SEGMENT_SOURCE,
} ProseSegmentRole;

/**
 * ProseSegment:
 * @copy: its text, and where that came from
 * @zone: its part on the page; %PROSE_ZONE_ANY if the format does not tell, so that its
 *   text has to
 * @role: what it is to the checker
 * @language: (nullable): its language, an interned code, if the format tells
 * @id: (nullable): what the format knows it by: the unit of a translation. Source and
 *   target have the same
 * @is_inside: whether it stands between the first and the last byte of one before it, such
 *   as an attribute in a text; known when they are sorted
 * @is_in_code: whether it stands in the code of a tag of another one and is translated by
 *   itself, such as the description of an image
 *
 * A text of a file that is read as one: a heading, a paragraph, the value of an
 * attribute, a translated string. A phrase is found within one segment only.
 */
typedef struct {
  ProseCopy *copy;
  ProseZone zone;
  ProseSegmentRole role;
  const char *language;
  char *id;
  gboolean is_inside;
  gboolean is_in_code;
} ProseSegment;

ProseSegment *prose_segment_new (ProseZone zone);
void prose_segment_free (ProseSegment *self);
char *prose_segment_dup_copy (const ProseSegment *self, ProseSpan source);
GPtrArray *prose_segments_new (void);
void prose_segments_sort (GPtrArray *segments, guint first);
const ProseSegment *prose_segments_find (GPtrArray *segments, guint source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseSegment, prose_segment_free)

G_END_DECLS
