/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check/prose-paragraph-text.h"

#include "text/prose-paragraph.h"

static gboolean
is_empty (ProseParagraphList *self)
{
  return prose_paragraph_list_get_sum (self, PROSE_PARAGRAPH_COUNT) == 0;
}

/**
 * prose_paragraph_text_dup:
 * @self: the paragraphs of a text
 * @span: a part of the text
 *
 * Returns: (transfer full): that part
 */
char *
prose_paragraph_text_dup (ProseParagraphList *self, ProseSpan span)
{
  g_autoptr (GString) text = g_string_new (NULL);
  ProseParagraphPlace place;

  if (is_empty (self))
    return g_strdup ("");

  place = prose_paragraph_list_find (self, PROSE_PARAGRAPH_BYTES, span.start);
  do {
    const ProseParagraph *paragraph = prose_paragraph_list_get (self, &place);
    guint start = place.before[PROSE_PARAGRAPH_BYTES];
    guint from = MAX (span.start, start) - start;
    guint to = span.end > start ? MIN (span.end - start, paragraph->length) : 0;

    if (from >= to)
      break;
    g_string_append_len (text, paragraph->text + from, to - from);
  } while (prose_paragraph_list_next (self, &place));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * prose_paragraph_text_find_segment:
 * @self: the paragraphs of a text
 * @offset: a place in the text, in bytes
 * @start: (out): where in the text the bytes start that the segment counts
 * @block: (out): those bytes
 *
 * Returns: (transfer none) (nullable): the segment that has the place, until the next
 *   edit; %NULL if none has, and for plain text
 */
const ProseSegment *
prose_paragraph_text_find_segment (ProseParagraphList *self,
                                   guint offset,
                                   guint *start,
                                   const char **block)
{
  const ProseParagraph *paragraph;
  ProseParagraphPlace place;

  if (is_empty (self))
    return NULL;

  place = prose_paragraph_list_find (self, PROSE_PARAGRAPH_BYTES, offset);
  paragraph = prose_paragraph_list_get (self, &place);
  *start = place.before[PROSE_PARAGRAPH_BYTES];
  *block = paragraph->text;
  return paragraph->segments != NULL ? prose_segments_find (paragraph->segments, offset - *start)
                                     : NULL;
}

/**
 * prose_paragraph_text_dup_copy:
 * @self: the paragraphs of a text
 * @span: a part of the text, within one segment
 *
 * Returns: (transfer full): what a reader sees of it
 */
char *
prose_paragraph_text_dup_copy (ProseParagraphList *self, ProseSpan span)
{
  const ProseSegment *segment;
  const char *block;
  guint start;

  segment = prose_paragraph_text_find_segment (self, span.start, &start, &block);
  if (segment == NULL)
    return prose_paragraph_text_dup (self, span);

  return prose_segment_dup_copy (segment, (ProseSpan){ span.start - start, span.end - start });
}

/* Returns how many bytes of a character that was cut went at the start. */
static guint
drop_cut_characters (GString *text)
{
  const char *end;
  guint n = 0;

  while (n < text->len && ((guchar)text->str[n] & 0xc0) == 0x80)
    n++;
  g_string_erase (text, 0, n);
  if (!g_utf8_validate_len (text->str, text->len, &end))
    g_string_truncate (text, end - text->str);

  return n;
}

static ProseReading *
read_text (ProseParagraphList *self, ProseSpan span)
{
  ProseReading *reading = prose_reading_new ();
  g_autofree char *part = prose_paragraph_text_dup (self, span);
  g_autoptr (GString) text = g_string_new (part);

  span.start += drop_cut_characters (text);
  prose_reading_append_text (reading, text->str, (ProseSpan){ span.start, span.start + text->len });
  return reading;
}

static ProseReading *
read_paragraphs (ProseParagraphList *self, ProseSpan span, ProseParagraphPlace place)
{
  ProseReading *reading = prose_reading_new ();

  do {
    if (place.before[PROSE_PARAGRAPH_BYTES] > span.end)
      break;
    prose_reading_append_segments (reading, prose_paragraph_list_get (self, &place)->segments,
                                   place.before[PROSE_PARAGRAPH_BYTES]);
  } while (prose_paragraph_list_next (self, &place));

  return reading;
}

/**
 * prose_paragraph_text_read:
 * @self: the paragraphs of a text
 * @span: a part of the text, in bytes
 *
 * Returns: (transfer full): what a reader sees of it; of another format than plain text all
 *   of the blocks that it touches
 */
ProseReading *
prose_paragraph_text_read (ProseParagraphList *self, ProseSpan span)
{
  ProseParagraphPlace place;

  if (is_empty (self))
    return prose_reading_new ();

  place = prose_paragraph_list_find (self, PROSE_PARAGRAPH_BYTES, span.start);
  return prose_paragraph_list_get (self, &place)->segments == NULL
             ? read_text (self, span)
             : read_paragraphs (self, span, place);
}

static void
append_run (GArray *runs, guint first, ProseSpan run)
{
  ProseSpan *last = runs->len > first ? &g_array_index (runs, ProseSpan, runs->len - 1) : NULL;

  if (last != NULL && last->end == run.start)
    last->end = run.end;
  else if (!prose_span_is_empty (run))
    g_array_append_val (runs, run);
}

/**
 * prose_paragraph_text_append_runs:
 * @self: the paragraphs of a text
 * @span: a part of the text, within one segment
 * @runs: (element-type ProseSpan): where they are appended
 *
 * Tells which stretches of a part of the text a reader sees, without the markup between
 * them; of plain text that is all.
 */
void
prose_paragraph_text_append_runs (ProseParagraphList *self, ProseSpan span, GArray *runs)
{
  guint n_before = runs->len;
  const ProseSegment *segment;
  const char *block;
  guint start;

  segment = prose_paragraph_text_find_segment (self, span.start, &start, &block);
  if (segment == NULL) {
    append_run (runs, n_before, span);
    return;
  }

  for (guint i = prose_copy_find_run (segment->copy, span.start - start);
       i < prose_copy_get_n_runs (segment->copy); i++) {
    ProseSpan run = prose_span_shift (prose_copy_get_run (segment->copy, i)->source, start);

    if (run.start >= span.end)
      break;
    append_run (runs, n_before,
                (ProseSpan){ MAX (run.start, span.start), MIN (run.end, span.end) });
  }
}

/* Where a line starts: behind the line end before it, which a paragraph has; it may go
 * on in another one. */
static guint
find_line_start (ProseParagraphList *self, guint line)
{
  const ProseParagraph *paragraph;
  ProseParagraphPlace place;
  guint start = 0;

  if (line == 0 || is_empty (self))
    return 0;

  place = prose_paragraph_list_find (self, PROSE_PARAGRAPH_BREAKS, line - 1);
  paragraph = prose_paragraph_list_get (self, &place);
  for (guint i = place.before[PROSE_PARAGRAPH_BREAKS]; i < line && start < paragraph->length; i++)
    prose_next_line (paragraph->text, paragraph->length, start, &start);

  return place.before[PROSE_PARAGRAPH_BYTES] + start;
}

/**
 * prose_paragraph_text_get_offset:
 * @self: the paragraphs of a text
 * @line: a line, from 0
 * @line_index: a place in it, in bytes
 *
 * Returns: the same place from the start of the text, in bytes
 */
guint
prose_paragraph_text_get_offset (ProseParagraphList *self, guint line, guint line_index)
{
  return find_line_start (self, line) + line_index;
}

/**
 * prose_paragraph_text_get_line:
 * @self: the paragraphs of a text
 * @offset: a place in the text, in bytes
 * @line: (out): its line, from 0
 * @line_index: (out): its place in that line, in bytes
 */
void
prose_paragraph_text_get_line (ProseParagraphList *self,
                               guint offset,
                               guint *line,
                               guint *line_index)
{
  const ProseParagraph *paragraph;
  ProseParagraphPlace place;
  guint start = 0;
  guint inside;

  *line = 0;
  *line_index = offset;
  if (is_empty (self))
    return;

  place = prose_paragraph_list_find (self, PROSE_PARAGRAPH_BYTES, offset);
  paragraph = prose_paragraph_list_get (self, &place);
  *line = place.before[PROSE_PARAGRAPH_BREAKS];
  inside = offset - place.before[PROSE_PARAGRAPH_BYTES];
  for (;;) {
    guint next;
    ProseSpan span = prose_next_line (paragraph->text, paragraph->length, start, &next);

    if (inside < next || span.end == next)
      break;
    start = next;
    (*line)++;
  }
  *line_index = start > 0 ? inside - start : offset - find_line_start (self, *line);
}
