/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-escape.h"

#include <string.h>

static const char *
get_entity (char c, ProseEscape escape)
{
  switch (c) {
  case '&':
    return "&amp;";
  case '<':
    return "&lt;";
  case '"':
    return escape == PROSE_ESCAPE_DOUBLE_QUOTED ? "&quot;" : NULL;
  case '\'':
    return escape == PROSE_ESCAPE_SINGLE_QUOTED ? "&#39;" : NULL;
  default:
    return NULL;
  }
}

static const char *
get_string_escape (char c)
{
  switch (c) {
  case '"':
    return "\\\"";
  case '\\':
    return "\\\\";
  case '\n':
    return "\\n";
  case '\r':
    return "\\r";
  case '\t':
    return "\\t";
  default:
    return NULL;
  }
}

/* Whether the `&` at a place would begin a character reference. */
static gboolean
begins_reference (const char *p)
{
  const char *end = p[1] == '#' ? p + 2 : p + 1;

  while (g_ascii_isalnum (*end))
    end++;
  return *end == ';' && end > p + 1;
}

static const char *
get_markdown_escape (const char *p)
{
  static const char *const escapes[] = { "\\\\", "\\`", "\\*", "\\_", "\\[",
                                         "\\]",  "\\<", "\\~", "\\|" };

  if (*p == '&')
    return begins_reference (p) ? "\\&" : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (escapes); i++)
    if (escapes[i][1] == *p)
      return escapes[i];

  return NULL;
}

/* How the character at a place is spelled that does not stand for itself; NULL if it does. */
static const char *
find_escape (const char *p, ProseEscape escape)
{
  switch (escape) {
  case PROSE_ESCAPE_MARKUP:
  case PROSE_ESCAPE_DOUBLE_QUOTED:
  case PROSE_ESCAPE_SINGLE_QUOTED:
    return get_entity (*p, escape);
  case PROSE_ESCAPE_STRING:
    return get_string_escape (*p);
  case PROSE_ESCAPE_MARKDOWN:
    return get_markdown_escape (p);
  case PROSE_ESCAPE_NONE:
  case PROSE_ESCAPE_UNQUOTED:
  case PROSE_ESCAPE_CDATA:
  case PROSE_ESCAPE_FIXED:
  default:
    return NULL;
  }
}

/* Whether there is no way to say it. */
static gboolean
is_unspeakable (const char *copy, ProseEscape escape)
{
  return (escape == PROSE_ESCAPE_FIXED && *copy != '\0') ||
         (escape == PROSE_ESCAPE_UNQUOTED && strpbrk (copy, " \t\r\n\f\"'`=<>&") != NULL) ||
         (escape == PROSE_ESCAPE_CDATA && strstr (copy, "]]") != NULL);
}

/**
 * prose_escape_append:
 * @source: where the file's spelling is appended
 * @copy: a text, valid UTF-8
 * @escape: how the file spells what stands there
 *
 * Returns: whether the file can have @copy there; if not, nothing was appended
 */
gboolean
prose_escape_append (GString *source, const char *copy, ProseEscape escape)
{
  if (is_unspeakable (copy, escape))
    return FALSE;

  for (const char *p = copy; *p != '\0'; p++) {
    const char *spelled = find_escape (p, escape);

    if (spelled != NULL)
      g_string_append (source, spelled);
    else
      g_string_append_c (source, *p);
  }
  return TRUE;
}
