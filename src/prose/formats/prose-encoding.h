/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ProseEncoding:
 * @PROSE_ENCODING_WINDOWS_1252: a byte a character; never told by the bytes,
 *   someone has to say it
 * @PROSE_ENCODING_ISO_8859_1: likewise
 * @PROSE_ENCODING_ISO_8859_15: likewise
 *
 * How a file spells its characters. It is kept so that saving can write the
 * same bytes again.
 */
typedef enum {
  PROSE_ENCODING_UTF8,
  PROSE_ENCODING_UTF8_BOM,
  PROSE_ENCODING_UTF16_LE,
  PROSE_ENCODING_UTF16_BE,
  PROSE_ENCODING_WINDOWS_1252,
  PROSE_ENCODING_ISO_8859_1,
  PROSE_ENCODING_ISO_8859_15,
} ProseEncoding;

const char *prose_encoding_get_name (ProseEncoding encoding);
gboolean prose_encoding_find (const char *name, ProseEncoding *encoding);
gboolean prose_encoding_find_charset (const char *name, ProseEncoding *encoding);

gboolean prose_encoding_is_single_byte (ProseEncoding encoding);
gunichar prose_encoding_get_character (ProseEncoding encoding, guint8 byte);
int prose_encoding_get_byte (ProseEncoding encoding, gunichar character);

G_END_DECLS
