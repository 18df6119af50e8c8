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

#define N_SUMS 4

static inline guint64
add_chunk (guint64 sum, const guint8 *data)
{
  guint64 chunk;

  memcpy (&chunk, data, sizeof chunk);
  sum = (sum ^ chunk) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return sum ^ (sum >> 29);
}

/**
 * prose_image_checksum:
 * @data: bytes
 * @length: how many
 *
 * Guards against accidents, not against malice. Four sums take turns, since each
 * step of one has to wait for the last.
 *
 * Returns: a checksum
 */
guint
prose_image_checksum (const guint8 *data, gsize length)
{
  guint64 sums[N_SUMS] = { length, 1, 2, 3 };
  guint64 chunk = 0;

  for (; length >= sizeof sums; data += sizeof sums, length -= sizeof sums)
    for (guint i = 0; i < N_SUMS; i++)
      sums[i] = add_chunk (sums[i], data + i * sizeof chunk);

  for (; length >= sizeof chunk; data += sizeof chunk, length -= sizeof chunk)
    sums[0] = add_chunk (sums[0], data);
  memcpy (&chunk, data, length);
  sums[0] = add_chunk (sums[0], (const guint8 *)&chunk);
  for (guint i = 1; i < N_SUMS; i++)
    sums[0] = add_chunk (sums[0], (const guint8 *)&sums[i]);

  return sums[0] ^ (sums[0] >> 32);
}
