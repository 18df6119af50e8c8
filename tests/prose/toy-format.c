/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A format that has all a format may have, in small. Each line is a block and a segment,
 * and so is what a bar | ends within one;
 * <tags> are no copy, &; is an entity for “æ”, {braces} are a segment of their own, and a
 * comment, (* to *), is no copy and may have line ends, which end no block. A line that
 * begins with + makes those behind it fine print until one with -, one with @da tells
 * their language, and one with = is the source of a translation. */

#include "toy-format.h"

#include <string.h>

static guint
skip_comment (const char *text, gsize length, guint start)
{
  const char *end = g_strstr_len (text + start + 2, length - start - 2, "*)");

  return end != NULL ? (gsize)(end + 2 - text) : length;
}

static gboolean
is_comment (const char *text, gsize length, guint at)
{
  return at + 1 < length && text[at] == '(' && text[at + 1] == '*';
}

static guint
find_line_end (const char *text, gsize length, guint start, ProseFormatState *state)
{
  guint end = start;

  while (end < length && text[end] != '\n' && text[end] != '|')
    end = is_comment (text, length, end) ? skip_comment (text, length, end) : end + 1;
  end = MIN (end + 1, length);

  if (text[start] == '+')
    state->open = 1;
  if (text[start] == '-')
    state->open = 0;
  if (length - start >= 3 && memcmp (text + start, "@da", 3) == 0)
    state->language = g_intern_static_string ("da");
  return end;
}

/* The end of what begins with a sign; of the sign alone, if its counterpart is missing. */
static guint
find_counterpart (const char *block, guint length, guint start, char sign)
{
  const char *end = memchr (block + start, sign, length - start);

  return end != NULL ? end + 1 - block : start + 1;
}

static ProseSegment *
add_segment (GPtrArray *segments, const ProseFormatState *state)
{
  ProseSegment *segment = prose_segment_new (state->open ? PROSE_ZONE_FINE_PRINT : PROSE_ZONE_BODY);

  segment->language = state->language;
  g_ptr_array_add (segments, segment);
  return segment;
}

static guint
read_braces (const char *block,
             guint length,
             guint start,
             const ProseFormatState *state,
             GPtrArray *segments)
{
  guint end = find_counterpart (block, length, start, '}');

  if (end > start + 1)
    prose_copy_append (add_segment (segments, state)->copy, block,
                       (ProseSpan){ start + 1, end - 1 }, PROSE_ESCAPE_NONE);
  return end;
}

static void
read_line (const char *block, guint length, const ProseFormatState *state, GPtrArray *segments)
{
  ProseSegment *line = add_segment (segments, state);
  guint next;

  if (block[0] == '=')
    line->role = PROSE_SEGMENT_SOURCE;
  for (guint i = 0; i < length; i = next) {
    next = i + 1;
    if (is_comment (block, length, i)) {
      next = skip_comment (block, length, i);
    } else if (block[i] == '<') {
      next = find_counterpart (block, length, i, '>');
    } else if (block[i] == '{') {
      next = read_braces (block, length, i, state, segments);
    } else if (block[i] == '&' && i + 1 < length && block[i + 1] == ';') {
      next = i + 2;
      prose_copy_append_replaced (line->copy, "æ", (ProseSpan){ i, next }, PROSE_ESCAPE_MARKUP);
    } else {
      while (next < length && strchr ("(<{&", block[next]) == NULL)
        next++;
      prose_copy_append (line->copy, block, (ProseSpan){ i, next }, PROSE_ESCAPE_MARKUP);
    }
  }
}

static const ProseFormat toy_format = {
  .name = "toy",
  .suffixes = (const char *const[]){ ".toy", NULL },
  .find_block_end = find_line_end,
  .read_block = read_line,
};

const ProseFormat *
get_toy_format (void)
{
  return &toy_format;
}
