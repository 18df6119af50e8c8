/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-encoding.h"

/* In the order of the enumeration. */
static const char *const names[] = {
  "UTF-8", "UTF-8-BOM", "UTF-16LE", "UTF-16BE", "Windows-1252", "ISO-8859-1",
};

/* What Windows-1252 has where ISO-8859-1 has control characters, 0x80 to 0x9f.
 * Its five free places are those control characters, as in web browsers, so that
 * every byte can be read and written again. */
static const gunichar windows_1252[] = {
  0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0x008d, 0x017d, 0x008f, 0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178,
};

/**
 * prose_encoding_get_name:
 * @encoding: an encoding
 *
 * Returns: its name, for users and for files
 */
const char *
prose_encoding_get_name (ProseEncoding encoding)
{
  g_return_val_if_fail (encoding < G_N_ELEMENTS (names), NULL);

  return names[encoding];
}

/**
 * prose_encoding_find:
 * @name: what [func@Prose.Encoding.get_name] has given
 * @encoding: (out): the encoding
 *
 * Returns: whether there is one of that name
 */
gboolean
prose_encoding_find (const char *name, ProseEncoding *encoding)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (encoding != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (!g_str_equal (names[i], name))
      continue;
    *encoding = i;
    return TRUE;
  }

  return FALSE;
}

/**
 * prose_encoding_is_single_byte:
 * @encoding: an encoding
 *
 * Returns: whether each byte is a character
 */
gboolean
prose_encoding_is_single_byte (ProseEncoding encoding)
{
  return encoding == PROSE_ENCODING_WINDOWS_1252 || encoding == PROSE_ENCODING_ISO_8859_1;
}

static gboolean
has_own_character (ProseEncoding encoding, gunichar code)
{
  return encoding == PROSE_ENCODING_WINDOWS_1252 && code >= 0x80 && code <= 0x9f;
}

/**
 * prose_encoding_get_character:
 * @encoding: an encoding of single bytes
 * @byte: any byte
 *
 * Returns: the character it stands for
 */
gunichar
prose_encoding_get_character (ProseEncoding encoding, guint8 byte)
{
  g_return_val_if_fail (prose_encoding_is_single_byte (encoding), 0);

  return has_own_character (encoding, byte) ? windows_1252[byte - 0x80] : byte;
}

/**
 * prose_encoding_get_byte:
 * @encoding: an encoding of single bytes
 * @character: a character
 *
 * Returns: the byte that stands for it, -1 if there is none
 */
int
prose_encoding_get_byte (ProseEncoding encoding, gunichar character)
{
  g_return_val_if_fail (prose_encoding_is_single_byte (encoding), -1);

  if (character <= 0xff && !has_own_character (encoding, character))
    return character;
  if (encoding != PROSE_ENCODING_WINDOWS_1252)
    return -1;

  for (guint i = 0; i < G_N_ELEMENTS (windows_1252); i++)
    if (windows_1252[i] == character)
      return 0x80 + i;

  return -1;
}
