/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What programs that build sites are told at the start of a file, Markdown or a page: YAML
 * between lines of `---`, TOML between lines of `+++`. */

#include "formats/prose-front-matter.h"

#include <string.h>

#include "formats/prose-language-code.h"
#include "text/prose-paragraph.h"

/* Whether the line is the sign, and no more. */
static gboolean
is_ruler (const char *text, ProseSpan line, const char *sign)
{
  gsize n = strlen (sign);

  while (line.end > line.start && g_ascii_isspace (text[line.end - 1]))
    line.end--;

  return prose_span_get_length (line) == n && memcmp (text + line.start, sign, n) == 0;
}

/* `title: Lamps`, `title = "Lamps"`, `[table]`, or a comment. */
static gboolean
is_entry (const char *text, ProseSpan line, char sign)
{
  guint i = line.start;

  while (i < line.end && (g_ascii_isalnum (text[i]) || strchr ("_-.", text[i]) != NULL))
    i++;
  if (i == line.start)
    return i < line.end && (text[i] == '#' || (sign == '=' && text[i] == '['));

  while (i < line.end && g_ascii_isspace (text[i]))
    i++;
  return i < line.end && text[i] == sign;
}

/**
 * prose_front_matter_find_end:
 * @text: a file
 * @length: its length in bytes
 *
 * Returns: where the front matter ends that the file begins with, the end of the file if
 *   its end is missing; 0 if there is none
 */
guint
prose_front_matter_find_end (const char *text, gsize length)
{
  guint next, after;
  ProseSpan line = prose_next_line (text, length, 0, &next);
  gboolean is_toml = is_ruler (text, line, "+++");

  if (!is_toml && !is_ruler (text, line, "---"))
    return 0;
  if (!is_entry (text, prose_next_line (text, length, next, &after), is_toml ? '=' : ':') &&
      !is_ruler (text, prose_next_line (text, length, next, &after), is_toml ? "+++" : "---"))
    return 0;

  while (next < length) {
    line = prose_next_line (text, length, next, &next);
    if (is_toml ? is_ruler (text, line, "+++")
                : is_ruler (text, line, "---") || is_ruler (text, line, "..."))
      break;
  }
  return next;
}

static gboolean
is_signs (char c)
{
  return g_ascii_isspace (c) || strchr (":=\"'", c) != NULL;
}

/* The value of `lang: da`, `language = "da-DK"`; NULL if the line is about something else. */
static const char *
read_language (const char *text, ProseSpan line)
{
  static const char *const keys[] = { "lang", "language", "locale" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    guint start = line.start + strlen (keys[i]);
    g_autofree char *name = NULL;
    guint end;

    if (start >= line.end || !is_signs (text[start]) ||
        memcmp (text + line.start, keys[i], strlen (keys[i])) != 0)
      continue;
    while (start < line.end && is_signs (text[start]))
      start++;
    for (end = start; end < line.end && !is_signs (text[end]);)
      end++;
    name = g_strndup (text + start, end - start);
    return prose_language_code_intern (name);
  }
  return NULL;
}

/**
 * prose_front_matter_find_language:
 * @text: front matter
 * @length: its length in bytes
 *
 * Returns: (nullable): the language of the file, an interned code, if it tells
 */
const char *
prose_front_matter_find_language (const char *text, gsize length)
{
  const char *language = NULL;
  guint next = 0;

  while (next < length && language == NULL)
    language = read_language (text, prose_next_line (text, length, next, &next));

  return language;
}
