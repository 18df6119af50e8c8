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

G_END_DECLS
