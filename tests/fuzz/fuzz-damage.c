/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz-damage.h"

#include <string.h>

#define DAMAGE_SIZE 5

static void
do_damage (GByteArray *file, const guint8 *damage)
{
  guint place = (damage[0] << 16 | damage[1] << 8 | damage[2]) % MAX (file->len, 1);
  guint n = MIN (damage[4] + 1u, file->len - place);

  if (damage[4] == 0xff)
    g_byte_array_set_size (file, place);
  else
    memset (file->data + place, damage[3], n);
}

/**
 * fuzz_damage:
 * @build: what makes a good database
 * @data: what the target is given
 * @size: its length in bytes
 *
 * Makes the file that a target tries. Input that begins as SQLite does is the file
 * itself; any other is a list of damages to a good one, five bytes each: three for the
 * place, one for what stands there then, one for how it goes on: 0xff cuts the
 * file off here, and any other repeats the byte as often.
 *
 * Returns: (transfer full): the bytes of the file
 */
GByteArray *
fuzz_damage (FuzzBuild build, const guint8 *data, gsize size)
{
  static GBytes *good = NULL;
  GByteArray *file = g_byte_array_new ();

  if (good == NULL)
    good = build ();

  if (size >= 6 && memcmp (data, "SQLite", 6) == 0)
    return g_byte_array_append (file, data, size);

  g_byte_array_append (file, g_bytes_get_data (good, NULL), g_bytes_get_size (good));
  for (gsize i = 0; i + DAMAGE_SIZE <= size; i += DAMAGE_SIZE)
    do_damage (file, data + i);
  return file;
}
