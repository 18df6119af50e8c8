/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-html.h"

#include <string.h>

/* What all pages look like: as wide as can be read, light and dark, and on paper. Wide
 * words break, so that a narrow screen shows all. */
static const char common_style[] =
    ":root{color-scheme:light dark;--page:#fff;--ink:#24272b;--quiet:#5c636b;--line:#d8dce0}"
    "@media(prefers-color-scheme:dark){:root{--page:#1e2023;--ink:#eceef0;--quiet:#a9b0b8;"
    "--line:#3c4147}}"
    "*{box-sizing:border-box}"
    "body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:52rem;background:var(--page);"
    "color:var(--ink);font:1rem/1.55 Cantarell,\"Segoe UI\",\"Helvetica Neue\",Arial,sans-serif;"
    "overflow-wrap:anywhere}"
    "h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem}"
    "h2{font-size:1.15rem;margin:2.25rem 0 .5rem;border-bottom:1px solid var(--line)}"
    "h3{font-size:1rem;margin:0 0 .35rem}"
    ".quiet{color:var(--quiet)}"
    "table{border-collapse:collapse;width:100%;font-size:.95rem}"
    "th,td{text-align:start;vertical-align:top;padding:.3rem .6rem .3rem 0;"
    "border-bottom:1px solid var(--line)}"
    "@media print{:root{color-scheme:light;--page:#fff;--ink:#000;--quiet:#444;--line:#999}"
    "body{max-width:none;padding:0;font-size:10.5pt}h2,h3{break-after:avoid}"
    "tr,li{break-inside:avoid}thead{display:table-header-group}}";

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
 * mellow_html_begin_page:
 * @html: where a page is to stand
 * @language: the code of its language; empty if nobody knows
 * @title: what it is called in a list of pages
 * @style: what it looks like beside what all pages do
 *
 * Appends the head of a page that needs nothing else: no script, no network. Its body
 * comes next.
 */
void
mellow_html_begin_page (GString *html, const char *language, const char *title, const char *style)
{
  g_string_append (html, "<!DOCTYPE html>\n<html lang=\"");
  mellow_html_add_text (html, language, -1);
  g_string_append (html, "\">\n<head>\n<meta charset=\"utf-8\">\n"
                         "<meta name=\"viewport\" content=\"width=device-width\">\n"
                         "<meta http-equiv=\"Content-Security-Policy\" "
                         "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
  mellow_html_add_element (html, "title", title);
  g_string_append_printf (html, "<style>%s%s</style>\n</head>\n", common_style, style);
}

/**
 * mellow_html_end_page:
 * @html: a page that was begun
 */
void
mellow_html_end_page (GString *html)
{
  g_string_append (html, "</html>\n");
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
 * @name: an element, with its attributes if it has some (`td class="quiet"`)
 * @text: (nullable): the text in it
 *
 * Appends an element on a line of its own.
 */
void
mellow_html_add_element (GString *html, const char *name, const char *text)
{
  g_string_append_printf (html, "<%s>", name);
  mellow_html_add_text (html, text != NULL ? text : "", -1);
  g_string_append_printf (html, "</%.*s>\n", (int)strcspn (name, " "), name);
}
