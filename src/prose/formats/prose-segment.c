/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-segment.h"

#include <stdlib.h>

/**
 * prose_segment_new:
 * @zone: its part on the page
 *
 * Returns: (transfer full): a segment without text, which is to be checked
 */
ProseSegment *
prose_segment_new (ProseZone zone)
{
  ProseSegment *self = g_new0 (ProseSegment, 1);

  self->copy = prose_copy_new ();
  self->zone = zone;
  return self;
}

void
prose_segment_free (ProseSegment *self)
{
  prose_copy_free (self->copy);
  g_free (self->id);
  g_free (self);
}

/**
 * prose_segment_dup_copy:
 * @self: a segment
 * @source: a part of the bytes that it was read from
 *
 * Returns: (transfer full): what a reader sees of that part
 */
char *
prose_segment_dup_copy (const ProseSegment *self, ProseSpan source)
{
  ProseSpan span = prose_copy_from_source (self->copy, source);

  return g_strndup (prose_copy_get_text (self->copy) + span.start, prose_span_get_length (span));
}

/**
 * prose_segments_new:
 *
 * Returns: (transfer full) (element-type ProseSegment): an empty list, which owns what is
 *   put into it
 */
GPtrArray *
prose_segments_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)prose_segment_free);
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  ProseSpan first = prose_copy_get_source ((*(const ProseSegment *const *)a)->copy);
  ProseSpan second = prose_copy_get_source ((*(const ProseSegment *const *)b)->copy);

  return first.start < second.start ? -1 : first.start > second.start;
}

/**
 * prose_segments_sort:
 * @segments: (element-type ProseSegment): a list
 * @first: the first that is not in its place yet; none before it reaches further
 *
 * Puts them in the order of their starts: a segment that stands inside another one may be
 * read to its end before that.
 */
void
prose_segments_sort (GPtrArray *segments, guint first)
{
  guint end = 0;

  if (segments->len > first + 1)
    qsort (segments->pdata + first, segments->len - first, sizeof (gpointer), compare_starts);
  for (guint i = first; i < segments->len; i++) {
    ProseSegment *segment = segments->pdata[i];
    ProseSpan source = prose_copy_get_source (segment->copy);

    segment->is_inside = i > first && source.start < end;
    end = MAX (end, source.end);
  }
}

/* How many segments start at a place or before it. */
static guint
count_started (GPtrArray *segments, guint place)
{
  guint first = 0, next = segments->len;

  while (first < next) {
    guint middle = (first + next) / 2;
    const ProseSegment *segment = segments->pdata[middle];

    if (prose_copy_get_source (segment->copy).start <= place)
      first = middle + 1;
    else
      next = middle;
  }
  return first;
}

static gboolean
has_source (const ProseSegment *self, guint place)
{
  ProseSpan source = prose_copy_get_source (self->copy);

  return source.start <= place && place <= source.end;
}

/* Whether a run of the segment has the place, not only its whole. */
static gboolean
has_run_at (const ProseSegment *self, guint place)
{
  ProseSpan around = prose_copy_from_source (self->copy, (ProseSpan){ place, place + 1 });

  return !prose_span_is_empty (around);
}

/**
 * prose_segments_find:
 * @segments: (element-type ProseSegment): sorted segments
 * @source: a place in the file, in bytes
 *
 * Returns: (nullable): the segment that has a character there; else the last that reaches
 *   around it
 */
const ProseSegment *
prose_segments_find (GPtrArray *segments, guint source)
{
  const ProseSegment *around = NULL;

  for (guint i = count_started (segments, source); i > 0; i--) {
    const ProseSegment *segment = segments->pdata[i - 1];

    if (has_source (segment, source) && has_run_at (segment, source))
      return segment;
    if (around == NULL && has_source (segment, source))
      around = segment;
    if (!segment->is_inside)
      break;
  }
  return around;
}
