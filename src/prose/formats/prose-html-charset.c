/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-html-charset.h"

#include <string.h>

#include "formats/prose-html-token.h"

/* Where browsers look for it, in bytes. */
#define LOOKS_AT 1024

/* The names of what browsers read as Windows-1252. */
static const char *const names[] = { "windows-1252", "iso-8859-1", "iso8859-1", "iso_8859-1",
                                     "iso88591",     "latin1",     "latin-1",   "l1",
                                     "cp1252",       "x-cp1252",   "us-ascii",  "ascii",
                                     "cp819",        "ibm819",     "iso-ir-100" };

static gboolean
is_known (const char *name, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i]) == length && g_ascii_strncasecmp (name, names[i], length) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
has_name (const char *text, const ProseHtmlAttribute *attribute, const char *name)
{
  gsize n = strlen (name);

  return prose_span_get_length (attribute->name) == n &&
         g_ascii_strncasecmp (text + attribute->name.start, name, n) == 0;
}

/* The charset in "text/html; charset=iso-8859-1". */
static ProseSpan
find_parameter (const char *text, ProseSpan value)
{
  static const char name[] = "charset=";

  for (guint i = value.start; i + strlen (name) <= value.end; i++) {
    guint start = i + strlen (name), end = start;

    if (g_ascii_strncasecmp (text + i, name, strlen (name)) != 0)
      continue;
    while (end < value.end && !g_ascii_isspace (text[end]) && strchr (";\"'", text[end]) == NULL)
      end++;
    return (ProseSpan){ start, end };
  }
  return (ProseSpan){ 0, 0 };
}

static ProseSpan
read_meta (const ProseHtmlToken *token, const char *text)
{
  ProseSpan content = { 0, 0 };
  gboolean is_type = FALSE;
  ProseHtmlAttribute attribute;
  guint position = token->attributes;

  while (prose_html_token_next_attribute (token, text, &position, &attribute)) {
    if (has_name (text, &attribute, "charset"))
      return attribute.value;
    if (has_name (text, &attribute, "content"))
      content = find_parameter (text, attribute.value);
    is_type |= has_name (text, &attribute, "http-equiv");
  }
  return is_type ? content : (ProseSpan){ 0, 0 };
}

/**
 * prose_html_find_charset:
 * @data: the bytes of a page that has no byte order mark and is no UTF-8
 * @length: how many there are
 * @encoding: (out): the encoding it names, of those that are known
 *
 * Returns: whether the page names one
 */
gboolean
prose_html_find_charset (const char *data, gsize length, ProseEncoding *encoding)
{
  gsize end = MIN (length, LOOKS_AT);

  for (guint i = 0; i < end;) {
    ProseHtmlToken token = prose_html_token_read (data, end, i, PROSE_HTML_PAGE_RULES);
    ProseSpan name = { 0, 0 };

    if (token.kind == PROSE_HTML_START_TAG && prose_html_element_is (&token.element, "meta"))
      name = read_meta (&token, data);
    if (!prose_span_is_empty (name)) {
      *encoding = PROSE_ENCODING_WINDOWS_1252;
      return is_known (data + name.start, prose_span_get_length (name));
    }
    i = token.next;
  }
  return FALSE;
}
