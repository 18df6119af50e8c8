/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-html.h"

#include <string.h>

static const char *
get_entity (gunichar character)
{
  switch (character) {
  case '&':
    return "&amp;";
  case '<':
    return "&lt;";
  case '>':
    return "&gt;";
  case '"':
    return "&quot;";
  case '\'':
    return "&#39;";
  default:
    return NULL;
  }
}

/* Whether HTML may hold it: control characters are no text, but line ends and tabs. */
static gboolean
is_text (gunichar character)
{
  return character == '\n' || character == '\t' ||
         (character >= 0x20 && (character < 0x7f || character > 0x9f));
}

/**
 * mellow_html_add_text:
 * @html: a page that is being written
 * @text: valid UTF-8, whoever wrote it
 * @length: its length in bytes, -1 if it ends in NUL
 *
 * Appends text that is nothing but text, between tags or in a quoted attribute. What a
 * page may not hold becomes U+FFFD; a carriage return goes with its line end.
 */
void
mellow_html_add_text (GString *html, const char *text, gssize length)
{
  const char *end = text + (length >= 0 ? (gsize)length : strlen (text));

  for (const char *at = text; at < end; at = g_utf8_next_char (at)) {
    gunichar character = g_utf8_get_char (at);
    const char *entity = get_entity (character);

    if (entity != NULL)
      g_string_append (html, entity);
    else if (character == '\r')
      g_string_append (html, at + 1 < end && at[1] == '\n' ? "" : "\n");
    else
      g_string_append_unichar (html, is_text (character) ? character : 0xfffd);
  }
}

/**
 * mellow_html_add_element:
 * @html: a page that is being written
 * @name: an element (`h2`)
 * @text: (nullable): the text in it
 *
 * Appends an element without attributes on a line of its own.
 */
void
mellow_html_add_element (GString *html, const char *name, const char *text)
{
  g_string_append_printf (html, "<%s>", name);
  mellow_html_add_text (html, text != NULL ? text : "", -1);
  g_string_append_printf (html, "</%s>\n", name);
}
