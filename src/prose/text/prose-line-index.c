/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where bytes lie in lines, columns and UTF-16 units. Landmarks are found once:
 * the start of each line, and places along a long one. A look-up reads on from
 * the last landmark before it, so that a text in a single line costs no more. */

#include "text/prose-line-index.h"

#include "text/prose-paragraph.h"

/* How far apart the landmarks of a long line are, in bytes. */
#define STRIDE 256

struct _ProseLineIndex {
  const char *text;
  gsize length;
  GArray *landmarks; /* of ProsePosition, never empty */
};

/* Moves a position on to a later byte, as if on the same line. */
static void
advance (ProsePosition *position, const char *text, guint byte)
{
  for (const char *p = text + position->byte; p < text + byte; p = g_utf8_next_char (p)) {
    position->utf16 += (guchar)*p >= 0xf0 ? 2 : 1;
    position->column++;
  }
  position->byte = byte;
}

/* The first character that starts a stride behind byte, or end. */
static guint
get_next_landmark (const char *text, guint byte, guint end)
{
  guint next = byte + STRIDE;

  while (next < end && (text[next] & 0xc0) == 0x80)
    next++;

  return next;
}

/* Moves a position from the start of a line to its end, and sets landmarks. */
static void
add_line (ProseLineIndex *self, ProsePosition *position, guint end)
{
  g_array_append_val (self->landmarks, *position);
  while (end - position->byte > STRIDE) {
    advance (position, self->text, get_next_landmark (self->text, position->byte, end));
    g_array_append_val (self->landmarks, *position);
  }
  advance (position, self->text, end);
}

/* Moves a position behind the end of its line. Returns whether one goes on. */
static gboolean
go_to_next_line (ProseLineIndex *self, ProsePosition *position, guint start)
{
  if (start == position->byte)
    return FALSE;

  advance (position, self->text, start);
  position->line++;
  position->column = 1;
  return TRUE;
}

/**
 * prose_line_index_new:
 * @text: valid UTF-8 that outlives the index
 * @length: its length in bytes
 *
 * Returns: (transfer full): an index of the lines of @text
 */
ProseLineIndex *
prose_line_index_new (const char *text, gsize length)
{
  ProseLineIndex *self = g_new0 (ProseLineIndex, 1);
  ProsePosition position = { .line = 1, .column = 1 };
  guint next;

  self->text = text;
  self->length = length;
  self->landmarks = g_array_new (FALSE, FALSE, sizeof (ProsePosition));

  do {
    ProseSpan line = prose_next_line (text, length, position.byte, &next);

    add_line (self, &position, line.end);
  } while (go_to_next_line (self, &position, next));

  return self;
}

void
prose_line_index_free (ProseLineIndex *self)
{
  g_array_unref (self->landmarks);
  g_free (self);
}

/* The last landmark that is not behind the byte. */
static ProsePosition
find_landmark (ProseLineIndex *self, guint byte)
{
  guint low = 0;
  guint high = self->landmarks->len;

  while (high - low > 1) {
    guint middle = (low + high) / 2;

    if (g_array_index (self->landmarks, ProsePosition, middle).byte <= byte)
      low = middle;
    else
      high = middle;
  }
  return g_array_index (self->landmarks, ProsePosition, low);
}

/**
 * prose_line_index_locate:
 * @self: an index
 * @byte: a character boundary of its text, in bytes
 *
 * Returns: the place of @byte
 */
ProsePosition
prose_line_index_locate (ProseLineIndex *self, guint byte)
{
  ProsePosition position = find_landmark (self, byte);

  advance (&position, self->text, MIN (byte, self->length));
  return position;
}
