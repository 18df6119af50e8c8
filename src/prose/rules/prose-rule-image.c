/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What writers and readers of rule images share. */

#include "rules/prose-rule-image.h"

#include <string.h>

/**
 * prose_image_hash:
 * @text: a folded text
 * @length: its length in bytes
 *
 * FNV-1a: short, and the same everywhere.
 *
 * Returns: its hash
 */
guint
prose_image_hash (const char *text, gsize length)
{
  guint hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar)text[i]) * 16777619u;

  return hash;
}

/**
 * prose_image_checksum:
 * @data: bytes
 * @length: how many
 *
 * Guards against accidents, eight bytes at a time; not against malice.
 *
 * Returns: a checksum
 */
guint
prose_image_checksum (const guint8 *data, gsize length)
{
  guint64 sum = length;
  guint64 chunk;

  for (; length >= 8; data += 8, length -= 8) {
    memcpy (&chunk, data, 8);
    sum = (sum ^ chunk) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
    sum ^= sum >> 29;
  }
  chunk = 0;
  memcpy (&chunk, data, length);
  sum = (sum ^ chunk) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return sum ^ (sum >> 32);
}
