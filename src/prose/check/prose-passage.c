/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check/prose-passage.h"

/**
 * prose_passage_of_text:
 * @text: a paragraph of plain text
 * @length: its length in bytes
 *
 * Returns: the paragraph, for as long as @text is there
 */
ProsePassage
prose_passage_of_text (const char *text, guint length)
{
  return (ProsePassage){ .text = text,
                         .length = length,
                         .zone = prose_zone_of_paragraph (text, length) };
}

/**
 * prose_passage_of_segment:
 * @segment: a segment that is to be checked
 *
 * Returns: its text, for as long as @segment is there
 */
ProsePassage
prose_passage_of_segment (const ProseSegment *segment)
{
  ProsePassage self = { .text = prose_copy_get_text (segment->copy),
                        .length = prose_copy_get_length (segment->copy),
                        .zone = segment->zone,
                        .language = segment->language,
                        .copy = segment->copy };

  if (self.zone == PROSE_ZONE_ANY)
    self.zone = prose_zone_of_paragraph (self.text, self.length);
  return self;
}

/**
 * prose_passage_to_source:
 * @self: a passage
 * @span: a part of its text, in bytes
 *
 * Returns: that part in the bytes that the passage was read from
 */
ProseSpan
prose_passage_to_source (const ProsePassage *self, ProseSpan span)
{
  return self->copy != NULL ? prose_copy_to_source (self->copy, span) : span;
}

/**
 * prose_passage_place_found:
 * @self: a passage
 * @diagnostics: (element-type ProseDiagnostic): diagnostics, of which those of the
 *   passage count its bytes
 * @first: the number of the first of those; they are the last
 * @start: where in the file the bytes start that the passage was read from
 *
 * Puts them where they stand in the file.
 */
void
prose_passage_place_found (const ProsePassage *self, GArray *diagnostics, guint first, guint start)
{
  for (guint i = first; i < diagnostics->len; i++) {
    ProseDiagnostic *diagnostic = &g_array_index (diagnostics, ProseDiagnostic, i);

    if (self->copy != NULL)
      *diagnostic = prose_diagnostic_to_source (*diagnostic, self->copy);
    *diagnostic = prose_diagnostic_shift (*diagnostic, start);
  }
}
