/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The text of many segments in one piece.
 *
 * The parts are in the order of the text, and of their starts in the file. A part may lie
 * inside another one there: the text of an image in a paragraph. How far the parts up to
 * each one reach tells when to stop looking back for the one around a place.
 */

#include "formats/prose-reading.h"

#include <string.h>

/* A stretch of the text that comes from one segment, or that stands in the file as it is. */
typedef struct {
  guint start;     /* in the text */
  ProseCopy *copy; /* (nullable): counts the bytes of the file; NULL as it stands */
  ProseSpan source;
  guint reach; /* where the last of the parts up to this one ends in the file */
} Part;

struct _ProseReading {
  GString *text;
  GArray *parts; /* of Part */
};

static void
part_clear (Part *self)
{
  g_clear_pointer (&self->copy, prose_copy_free);
}

/**
 * prose_reading_new:
 *
 * Returns: (transfer full): a reading of nothing
 */
ProseReading *
prose_reading_new (void)
{
  ProseReading *self = g_new0 (ProseReading, 1);

  self->text = g_string_new (NULL);
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (self->parts, (GDestroyNotify)part_clear);
  return self;
}

/**
 * prose_reading_new_for_text:
 * @text: a plain text
 * @length: its length in bytes
 *
 * Returns: (transfer full): a reading of the whole
 */
ProseReading *
prose_reading_new_for_text (const char *text, gsize length)
{
  ProseReading *self = prose_reading_new ();

  prose_reading_append_text (self, text, (ProseSpan){ 0, length });
  return self;
}

void
prose_reading_free (ProseReading *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->parts);
  g_free (self);
}

/* --- building --- */

static const Part *
get_part (const ProseReading *self, guint i)
{
  return &g_array_index (self->parts, Part, i);
}

static void
append_part (ProseReading *self, Part part, const char *text, gsize length)
{
  guint n = self->parts->len;

  part.start = self->text->len;
  part.reach = n > 0 ? MAX (get_part (self, n - 1)->reach, part.source.end) : part.source.end;
  g_string_append_len (self->text, text, length);
  g_array_append_val (self->parts, part);
}

/**
 * prose_reading_append_text:
 * @self: a reading
 * @text: what stands in the file at @source, and is read as it stands
 * @source: where that is, behind what was appended before
 */
void
prose_reading_append_text (ProseReading *self, const char *text, ProseSpan source)
{
  if (!prose_span_is_empty (source))
    append_part (self, (Part){ .source = source }, text, prose_span_get_length (source));
}

static void
append_segment (ProseReading *self, const ProseSegment *segment, guint offset)
{
  Part part = { .copy = prose_copy_dup (segment->copy) };

  prose_copy_shift (part.copy, offset);
  part.source = prose_copy_get_source (part.copy);
  if (self->text->len > 0)
    g_string_append (self->text, "\n\n");
  append_part (self, part, prose_copy_get_text (part.copy), prose_copy_get_length (part.copy));
}

/**
 * prose_reading_append_segments:
 * @self: a reading
 * @segments: (element-type ProseSegment): in the order of their starts; what a translation
 *   is made from is left out
 * @offset: where the bytes start that they count
 */
void
prose_reading_append_segments (ProseReading *self, GPtrArray *segments, guint offset)
{
  for (guint i = 0; i < segments->len; i++) {
    const ProseSegment *segment = segments->pdata[i];

    if (segment->role == PROSE_SEGMENT_COPY)
      append_segment (self, segment, offset);
  }
}

/* --- reading --- */

/**
 * prose_reading_get_text:
 * @self: a reading
 *
 * Returns: what a reader sees
 */
const char *
prose_reading_get_text (const ProseReading *self)
{
  return self->text->str;
}

guint
prose_reading_get_length (const ProseReading *self)
{
  return self->text->len;
}

/* The part that has the byte of the text at position, or the blank line before it. */
static const Part *
find_part (const ProseReading *self, guint position)
{
  guint first = 0, next = self->parts->len;

  while (next - first > 1) {
    guint middle = (first + next) / 2;

    if (get_part (self, middle)->start <= position)
      first = middle;
    else
      next = middle;
  }
  return get_part (self, first);
}

static guint
get_part_length (const Part *part)
{
  return part->copy != NULL ? prose_copy_get_length (part->copy)
                            : prose_span_get_length (part->source);
}

static ProseSpan
part_to_source (const Part *part, guint start, guint end)
{
  guint length = get_part_length (part);
  ProseSpan span = { MIN (start - part->start, length), MIN (end - part->start, length) };

  return part->copy != NULL ? prose_copy_to_source (part->copy, span)
                            : prose_span_shift (span, part->source.start);
}

/**
 * prose_reading_to_source:
 * @self: a reading
 * @span: a part of its text, in bytes
 *
 * Returns: that part in the file, in bytes, with the markup inside it but none at its ends
 */
ProseSpan
prose_reading_to_source (const ProseReading *self, ProseSpan span)
{
  const Part *first, *last;
  ProseSpan source;

  if (self->parts->len == 0)
    return (ProseSpan){ 0, 0 };

  first = find_part (self, span.start);
  last = find_part (self, MAX (span.end, span.start + 1) - 1);
  if (first == last)
    return part_to_source (first, span.start, span.end);

  source = part_to_source (first, span.start, span.start);
  source.end = MAX (source.start, part_to_source (last, last->start, span.end).end);
  return source;
}

/* How many parts start in the file at place or before it. */
static guint
count_parts_until (const ProseReading *self, guint place)
{
  guint first = 0, next = self->parts->len;

  while (first < next) {
    guint middle = (first + next) / 2;

    if (get_part (self, middle)->source.start <= place)
      first = middle + 1;
    else
      next = middle;
  }
  return first;
}

static ProseSpan
part_from_source (const Part *part, ProseSpan source)
{
  ProseSpan inside = { CLAMP (source.start, part->source.start, part->source.end),
                       CLAMP (source.end, part->source.start, part->source.end) };

  if (part->copy == NULL)
    return (ProseSpan){ inside.start - part->source.start + part->start,
                        inside.end - part->source.start + part->start };

  return prose_span_shift (prose_copy_from_source (part->copy, source), part->start);
}

/* The part that has a character at a place of the file, else the last that reaches around
 * it. */
static const Part *
find_part_by_source (const ProseReading *self, guint place)
{
  const Part *around = NULL;

  for (guint i = count_parts_until (self, place); i-- > 0;) {
    const Part *part = get_part (self, i);

    if (part->reach < place)
      break;
    if (part->source.end < place)
      continue;
    if (!prose_span_is_empty (part_from_source (part, (ProseSpan){ place, place + 1 })))
      return part;
    if (around == NULL)
      around = part;
  }
  return around;
}

/* Where the text goes on behind a place of the file that is in no part. */
static guint
find_position_behind (const ProseReading *self, guint place)
{
  guint n = count_parts_until (self, place);

  return n < self->parts->len ? get_part (self, n)->start : self->text->len;
}

/**
 * prose_reading_from_source:
 * @self: a reading
 * @source: a part of the file, in bytes
 *
 * Returns: what of it is in the text, in bytes
 */
ProseSpan
prose_reading_from_source (const ProseReading *self, ProseSpan source)
{
  const Part *first = find_part_by_source (self, source.start);
  const Part *last;
  ProseSpan span;

  if (first != NULL && source.end <= first->source.end)
    return part_from_source (first, source);

  last = find_part_by_source (self, MAX (source.end, source.start + 1) - 1);
  span.start = first != NULL ? part_from_source (first, source).start
                             : find_position_behind (self, source.start);
  span.end =
      last != NULL ? part_from_source (last, source).end : find_position_behind (self, source.end);
  span.end = MAX (span.start, span.end);
  return span;
}
