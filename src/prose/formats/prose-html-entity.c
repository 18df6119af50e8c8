/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-html-entity.h"

#include <string.h>

#include "formats/prose-encoding.h"
#include "formats/prose-html-entity-table.h"

/* The longest and the shortest name that counts without its semicolon. */
#define LONGEST_LEGACY_NAME 6
#define SHORTEST_LEGACY_NAME 2

#define REPLACEMENT_CHARACTER 0xfffd

/* --- by name --- */

static const ProseHtmlEntity *
find_entity (const char *name, guint n)
{
  guint first = 0, next = G_N_ELEMENTS (prose_html_entities);

  while (first < next) {
    guint middle = (first + next) / 2;
    const ProseHtmlEntity *entity = &prose_html_entities[middle];
    int order = strncmp (entity->name, name, n);

    if (order == 0 && entity->name[n] == '\0')
      return entity;
    if (order < 0)
      first = middle + 1;
    else
      next = middle;
  }
  return NULL;
}

/* "&copy=" in the address of a link is no sign, but a parameter. */
static gboolean
may_stand_without_semicolon (const char *text, gsize length, guint n, gboolean is_in_attribute)
{
  char next = n + 1 < length ? text[n + 1] : '\0';

  return !is_in_attribute || (next != '=' && !g_ascii_isalnum (next));
}

/* Names may begin with each other, and only old ones count without a semicolon: the longest
 * that does. */
static guint
read_legacy_name (const char *text, gsize length, guint n, gboolean is_in_attribute, char *result)
{
  for (n = MIN (n, LONGEST_LEGACY_NAME); n >= SHORTEST_LEGACY_NAME; n--) {
    const ProseHtmlEntity *entity = find_entity (text + 1, n);

    if (entity == NULL || !entity->is_legacy)
      continue;
    if (!may_stand_without_semicolon (text, length, n, is_in_attribute))
      return 0;
    memcpy (result, entity->text, sizeof entity->text);
    return n + 1;
  }
  return 0;
}

static guint
read_name (const char *text, gsize length, gboolean is_in_attribute, char *result)
{
  const guint longest = sizeof prose_html_entities[0].name - 1;
  guint n = 0;

  while (n <= longest && n + 1 < length && g_ascii_isalnum (text[n + 1]))
    n++;
  if (n <= longest && n + 1 < length && text[n + 1] == ';') {
    const ProseHtmlEntity *entity = find_entity (text + 1, n);

    if (entity != NULL) {
      memcpy (result, entity->text, sizeof entity->text);
      return n + 2;
    }
  }
  return read_legacy_name (text, length, n, is_in_attribute, result);
}

/* --- by number --- */

/* Pages number characters of Windows-1252 where Unicode has control characters. */
static gunichar
correct_character (gunichar c)
{
  if (c == 0 || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
    return REPLACEMENT_CHARACTER;

  return c <= 0xff ? prose_encoding_get_character (PROSE_ENCODING_WINDOWS_1252, c) : c;
}

static guint
read_number (const char *text, gsize length, char *result)
{
  gboolean is_hex = length > 2 && (text[2] == 'x' || text[2] == 'X');
  guint start = is_hex ? 3 : 2;
  gunichar c = 0;
  guint i = start;

  for (; i < length && (is_hex ? g_ascii_isxdigit (text[i]) : g_ascii_isdigit (text[i])); i++)
    c = MIN (c * (is_hex ? 16 : 10) + g_ascii_xdigit_value (text[i]), 0x110000);
  if (i == start)
    return 0;

  result[g_unichar_to_utf8 (correct_character (c), result)] = '\0';
  return i < length && text[i] == ';' ? i + 1 : i;
}

/**
 * prose_html_entity_read:
 * @text: a text that begins with `&`
 * @length: its length in bytes
 * @is_in_attribute: whether it is the value of an attribute
 * @result: (out): what it stands for
 *
 * Reads a character reference as the HTML standard has it.
 *
 * Returns: its length in bytes, 0 if the `&` stands for itself
 */
guint
prose_html_entity_read (const char *text,
                        gsize length,
                        gboolean is_in_attribute,
                        char result[PROSE_HTML_ENTITY_SIZE])
{
  if (length > 1 && text[1] == '#')
    return read_number (text, length, result);

  return read_name (text, length, is_in_attribute, result);
}
