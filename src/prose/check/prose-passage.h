/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "check/prose-diagnostic.h"
#include "formats/prose-segment.h"

G_BEGIN_DECLS

/**
 * ProsePassage:
 * @text: what a reader sees, valid UTF-8
 * @length: its length in bytes
 * @zone: its part on the page
 * @language: (nullable): its language, if the format tells
 * @copy: (nullable): where the text came from; %NULL if it stands in the file as it is
 *
 * What is checked in one go: a paragraph of plain text, or a segment of a file of
 * another format.
 */
typedef struct {
  const char *text;
  guint length;
  ProseZone zone;
  const char *language;
  const ProseCopy *copy;
} ProsePassage;

ProsePassage prose_passage_of_text (const char *text, guint length);
ProsePassage prose_passage_of_segment (const ProseSegment *segment);
ProseSpan prose_passage_to_source (const ProsePassage *self, ProseSpan span);
void prose_passage_place_found (const ProsePassage *self,
                                GArray *diagnostics,
                                guint first,
                                guint start);

G_END_DECLS
