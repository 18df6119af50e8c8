/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-encoding.h"

/* In the order of the enumeration. */
static const char *const names[] = {
  "UTF-8", "UTF-8-BOM", "UTF-16LE", "UTF-16BE", "Windows-1252", "ISO-8859-1", "ISO-8859-15",
};

/* What Windows-1252 has where ISO-8859-1 has control characters, 0x80 to 0x9f.
 * Its five free places are those control characters, as in web browsers, so that
 * every byte can be read and written again. */
static const gunichar windows_1252[] = {
  0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0x008d, 0x017d, 0x008f, 0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178,
};

/* What ISO-8859-15 has otherwise than ISO-8859-1. */
static const struct {
  guint8 byte;
  gunichar character;
} iso_8859_15[] = {
  { 0xa4, 0x20ac }, { 0xa6, 0x0160 }, { 0xa8, 0x0161 }, { 0xb4, 0x017d },
  { 0xb8, 0x017e }, { 0xbc, 0x0152 }, { 0xbd, 0x0153 }, { 0xbe, 0x0178 },
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
 * prose_encoding_find_charset:
 * @name: what a file says of its encoding
 * @encoding: (out): the encoding
 *
 * Returns: whether that is one of single bytes that is known
 */
gboolean
prose_encoding_find_charset (const char *name, ProseEncoding *encoding)
{
  static const struct {
    const char *name;
    ProseEncoding encoding;
  } charsets[] = {
    { "iso-8859-1", PROSE_ENCODING_ISO_8859_1 },     { "iso8859-1", PROSE_ENCODING_ISO_8859_1 },
    { "iso_8859-1", PROSE_ENCODING_ISO_8859_1 },     { "latin1", PROSE_ENCODING_ISO_8859_1 },
    { "latin-1", PROSE_ENCODING_ISO_8859_1 },        { "iso-8859-15", PROSE_ENCODING_ISO_8859_15 },
    { "iso8859-15", PROSE_ENCODING_ISO_8859_15 },    { "iso_8859-15", PROSE_ENCODING_ISO_8859_15 },
    { "latin9", PROSE_ENCODING_ISO_8859_15 },        { "latin-9", PROSE_ENCODING_ISO_8859_15 },
    { "windows-1252", PROSE_ENCODING_WINDOWS_1252 }, { "cp1252", PROSE_ENCODING_WINDOWS_1252 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    if (g_ascii_strcasecmp (charsets[i].name, name) == 0) {
      *encoding = charsets[i].encoding;
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
  return encoding == PROSE_ENCODING_WINDOWS_1252 || encoding == PROSE_ENCODING_ISO_8859_1 ||
         encoding == PROSE_ENCODING_ISO_8859_15;
}

/* What a byte stands for that is another character in ISO-8859-1; 0 if it is the same. */
static gunichar
get_own_character (ProseEncoding encoding, gunichar byte)
{
  if (encoding == PROSE_ENCODING_WINDOWS_1252)
    return byte >= 0x80 && byte <= 0x9f ? windows_1252[byte - 0x80] : 0;

  for (guint i = 0; encoding == PROSE_ENCODING_ISO_8859_15 && i < G_N_ELEMENTS (iso_8859_15); i++)
    if (iso_8859_15[i].byte == byte)
      return iso_8859_15[i].character;

  return 0;
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
  gunichar own;

  g_return_val_if_fail (prose_encoding_is_single_byte (encoding), 0);

  own = get_own_character (encoding, byte);
  return own != 0 ? own : byte;
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

  if (character < 0x80)
    return character;
  for (guint byte = 0x80; byte <= 0xff; byte++)
    if (prose_encoding_get_character (encoding, byte) == character)
      return byte;

  return -1;
}
