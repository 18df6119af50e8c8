/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ProseSpan:
 * @start: the first byte
 * @end: the byte after the last
 *
 * A half-open range of a text, in UTF-8 bytes. Invariant: @start <= @end.
 */
typedef struct {
  guint start;
  guint end;
} ProseSpan;

static inline guint
prose_span_get_length (ProseSpan span)
{
  return span.end - span.start;
}

static inline gboolean
prose_span_is_empty (ProseSpan span)
{
  return span.start == span.end;
}

/* Whether the two share a byte. */
static inline gboolean
prose_span_overlaps (ProseSpan a, ProseSpan b)
{
  return a.start < b.end && b.start < a.end;
}

static inline gboolean
prose_span_contains (ProseSpan outer, ProseSpan inner)
{
  return outer.start <= inner.start && inner.end <= outer.end;
}

static inline ProseSpan
prose_span_shift (ProseSpan span, guint offset)
{
  return (ProseSpan){ span.start + offset, span.end + offset };
}
/* Where it lies after so many bytes came in at a place. What comes in at either edge stays
 * outside. */
static inline ProseSpan
prose_span_after_insert (ProseSpan span, guint place, guint length)
{
  if (place <= span.start)
    return prose_span_shift (span, length);
  if (place < span.end)
    return (ProseSpan){ span.start, span.end + length };

  return span;
}

/* Where it lies after a part of the text is gone. */
static inline ProseSpan
prose_span_after_delete (ProseSpan span, ProseSpan gone)
{
  ProseSpan before = { MIN (span.start, gone.start), MIN (span.end, gone.start) };

  return (ProseSpan){ before.start + (span.start > gone.end ? span.start - gone.end : 0),
                      before.end + (span.end > gone.end ? span.end - gone.end : 0) };
}

G_END_DECLS
