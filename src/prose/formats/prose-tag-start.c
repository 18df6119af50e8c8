/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-tag-start.h"

#include <string.h>

/**
 * prose_find_tag_start:
 * @text: a text
 * @length: its length in bytes
 * @start: where to begin
 * @begins_markup: whether a `<` begins anything but text
 *
 * Returns: the first place where something else than text begins, or @length
 */
guint
prose_find_tag_start (const char *text, gsize length, guint start, ProseBeginsMarkup begins_markup)
{
  const char *p = text + start, *end = text + length;

  while (p < end && (p = memchr (p, '<', end - p)) != NULL) {
    if (begins_markup (text, length, p - text))
      return p - text;
    p++;
  }
  return length;
}
