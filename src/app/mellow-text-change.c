/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-text-change.h"

#include <string.h>

static gboolean
is_within_letter (const char *text, gsize length, gsize place)
{
  return place < length && (text[place] & 0xc0) == 0x80;
}

static guint
count_alike_at_start (const char *a, gsize a_length, const char *b, gsize b_length)
{
  gsize n = 0, most = MIN (a_length, b_length);

  while (n < most && a[n] == b[n])
    n++;
  while (n > 0 && (is_within_letter (a, a_length, n) || is_within_letter (b, b_length, n)))
    n--;

  return n;
}

static guint
count_alike_at_end (const char *a, gsize a_length, const char *b, gsize b_length)
{
  gsize n = 0, most = MIN (a_length, b_length);

  while (n < most && a[a_length - 1 - n] == b[b_length - 1 - n])
    n++;
  while (n > 0 && is_within_letter (a, a_length, a_length - n))
    n--;

  return n;
}

/**
 * mellow_text_change_find:
 * @old: valid UTF-8
 * @old_length: its length in bytes
 * @new: valid UTF-8
 * @new_length: its length in bytes
 * @most: where the change begins at the latest, between two characters
 *
 * Where letters are added beside the same letters the change could begin at several places;
 * @most says which one it was.
 *
 * Returns: the shortest change that makes @new of @old
 */
MellowTextChange
mellow_text_change_find (
    const char *old, gsize old_length, const char *new, gsize new_length, guint most)
{
  guint start = MIN (count_alike_at_start (old, old_length, new, new_length), most);
  guint end = count_alike_at_end (old + start, old_length - start, new + start, new_length - start);

  return (MellowTextChange){ { start, old_length - end }, { start, new_length - end } };
}

/**
 * mellow_text_change_move:
 * @old: a text
 * @new: another one, which is much the same
 * @place: a place of @old, in bytes
 *
 * Returns: where that place is in @new; where they differ, no further than what differs
 */
guint
mellow_text_change_move (const char *old, const char *new, guint place)
{
  MellowTextChange change =
      mellow_text_change_find (old, strlen (old), new, strlen (new), G_MAXUINT);

  if (place <= change.before.start)
    return place;
  if (place >= change.before.end)
    return place - change.before.end + change.after.end;

  place = MIN (place, change.after.end);
  while (is_within_letter (new, change.after.end, place))
    place--;

  return place;
}
