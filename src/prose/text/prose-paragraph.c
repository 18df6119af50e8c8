/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines and paragraphs of plain text.
 *
 * Lines end as GtkTextBuffer ends them (\n, \r, \r\n, U+2029), so that the
 * editor and the engine count alike. A paragraph is what is checked in one go;
 * whether one ends after a line is decided by that line and the first
 * characters of the next, so that an edit disturbs its neighbours only.
 */

#include "text/prose-paragraph.h"

#include <string.h>

/* How much is searched for a line end in one go, in bytes. */
#define LINE_WINDOW 1024

#define PARAGRAPH_SEPARATOR "\xe2\x80\xa9"

/* A line that is shorter than this, in bytes, was not wrapped by a mail program
 * or an editor: what follows is a line of its own. Those wrap at 60 to 80
 * characters, and a word may be long. */
#define SHORTEST_WRAPPED_LINE 45

/* The first paragraph separator that starts before limit, or limit. */
static const char *
find_separator (const char *p, const char *limit, const char *end)
{
  for (; (p = memchr (p, PARAGRAPH_SEPARATOR[0], limit - p)) != NULL; p++)
    if (end - p >= 3 && memcmp (p, PARAGRAPH_SEPARATOR, 3) == 0)
      return p;

  return limit;
}

/* The first line end of the bytes, or their end: memchr() finds it faster than
 * a loop can. It looks through a window at a time, for a text may have but one
 * kind of line end. */
static const char *
find_line_end (const char *p, const char *end)
{
  while (p < end) {
    const char *window_end = MIN (p + LINE_WINDOW, end);
    const char *line_end = window_end;
    const char *found = memchr (p, '\n', line_end - p);

    line_end = found != NULL ? found : line_end;
    found = memchr (p, '\r', line_end - p);
    line_end = found != NULL ? found : line_end;
    line_end = find_separator (p, line_end, end);
    if (line_end < window_end)
      return line_end;
    p = window_end;
  }
  return end;
}

/**
 * prose_next_line:
 * @text: valid UTF-8
 * @length: its length in bytes
 * @start: where the line starts, in bytes
 * @next_start: (out): where the next line starts, @length at the end
 *
 * Returns: the line at @start without its line end
 */
ProseSpan
prose_next_line (const char *text, gsize length, guint start, guint *next_start)
{
  const char *end = text + length;
  const char *p = find_line_end (text + start, end);

  if (p == end)
    *next_start = length;
  else if (*p == '\r' && p + 1 < end && p[1] == '\n')
    *next_start = p + 2 - text;
  else if (*p == '\n' || *p == '\r')
    *next_start = p + 1 - text;
  else
    *next_start = p + 3 - text;

  return (ProseSpan){ start, p - text };
}

static ProseSpan
strip (const char *text, ProseSpan line)
{
  while (line.start < line.end && g_ascii_isspace (text[line.start]))
    line.start++;
  while (line.start < line.end && g_ascii_isspace (text[line.end - 1]))
    line.end--;

  return line;
}

/* Whether the line opens an item, a heading or a quotation of its own. */
static gboolean
opens_block (const char *text, ProseSpan line)
{
  const char *p = text + line.start;
  guint n = prose_span_get_length (line);

  if (n == 0)
    return FALSE;
  if (strchr ("#>|", *p) != NULL)
    return TRUE;
  if (strchr ("-*+", *p) != NULL)
    return n == 1 || p[1] == ' ' || p[1] == *p;
  if (n >= 3 && (memcmp (p, "•", 3) == 0 || memcmp (p, "–", 3) == 0 || memcmp (p, "—", 3) == 0))
    return TRUE;

  while (n > 0 && g_ascii_isdigit (*p))
    p++, n--;
  return p > text + line.start && n > 1 && (*p == '.' || *p == ')') && p[1] == ' ';
}

static gboolean
starts_in_lower_case (const char *text, ProseSpan line)
{
  return !prose_span_is_empty (line) && g_unichar_islower (g_utf8_get_char (text + line.start));
}

static gboolean
ends_sentence (const char *text, ProseSpan line)
{
  return strchr (".!?:", text[line.end - 1]) != NULL;
}

/**
 * prose_paragraph_breaks:
 * @text: valid UTF-8
 * @length: its length in bytes
 * @line: a line of it, without its line end
 * @next_start: where the next line starts, in bytes
 *
 * A line end inside a paragraph is a mere space, as mail programs and plain
 * text files wrap. It is one if the line is as long as wrapped lines are, or if
 * the next one goes on in lower case.
 *
 * Returns: whether a paragraph ends after @line
 */
gboolean
prose_paragraph_breaks (const char *text, gsize length, ProseSpan line, guint next_start)
{
  ProseSpan here = strip (text, line);
  ProseSpan next;
  guint after;

  if (next_start >= length)
    return TRUE;

  next = strip (text, prose_next_line (text, length, next_start, &after));
  if (prose_span_is_empty (here) || prose_span_is_empty (next))
    return TRUE;
  if (text[here.start] == '#' || opens_block (text, next))
    return TRUE;
  if (starts_in_lower_case (text, next))
    return FALSE;

  return prose_span_get_length (here) < SHORTEST_WRAPPED_LINE || ends_sentence (text, here);
}

/**
 * prose_paragraph_get_end:
 * @text: valid UTF-8
 * @length: its length in bytes
 * @start: where the paragraph starts, in bytes
 *
 * Returns: where the paragraph ends, its line end included, in bytes
 */
guint
prose_paragraph_get_end (const char *text, gsize length, guint start)
{
  guint next = start;

  while (next < length) {
    ProseSpan line = prose_next_line (text, length, next, &next);

    if (prose_paragraph_breaks (text, length, line, next))
      break;
  }
  return next;
}
