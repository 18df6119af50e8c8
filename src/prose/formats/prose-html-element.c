/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-html-element.h"

#include <string.h>

#define LONGEST_NAME 16

/* Numbers from here to 127 are for names that are not known. */
#define FIRST_UNKNOWN_ID 112

typedef struct {
  char name[LONGEST_NAME];
  guint16 traits;
} Known;

#define BLOCK PROSE_HTML_BLOCK
#define CONTAINER PROSE_HTML_CONTAINER
#define OPTIONAL_END PROSE_HTML_OPTIONAL_END
#define CLOSES_P PROSE_HTML_CLOSES_P
#define VOID PROSE_HTML_VOID
#define RAW PROSE_HTML_RAW
#define ESCAPABLE PROSE_HTML_ESCAPABLE
#define HEADING PROSE_HTML_HEADING
#define BREAKS_OUT PROSE_HTML_BREAKS_OUT
#define NO_COPY PROSE_HTML_NO_COPY
#define FOREIGN PROSE_HTML_FOREIGN

/* All whose tags are more than tags inside a text, in the order of their names. Buttons
 * and fields end a text as blocks do: they stand apart from it. */
/* clang-format off */
static const Known known[] = {
  { "a", 0 },
  { "address", BLOCK | CONTAINER | CLOSES_P },
  { "area", VOID },
  { "article", BLOCK | CONTAINER | CLOSES_P },
  { "aside", BLOCK | CONTAINER | CLOSES_P },
  { "b", BREAKS_OUT },
  { "base", BLOCK | VOID },
  { "basefont", VOID },
  { "bgsound", VOID },
  { "big", BREAKS_OUT },
  { "blockquote", BLOCK | CONTAINER | CLOSES_P | BREAKS_OUT },
  { "body", BLOCK | CONTAINER | BREAKS_OUT },
  { "br", VOID | BREAKS_OUT },
  { "button", BLOCK | CONTAINER },
  { "caption", BLOCK },
  { "center", BLOCK | CONTAINER | CLOSES_P | BREAKS_OUT },
  { "code", BREAKS_OUT | NO_COPY },
  { "col", BLOCK | VOID },
  { "colgroup", BLOCK },
  { "datalist", BLOCK },
  { "dd", BLOCK | OPTIONAL_END | BREAKS_OUT },
  { "desc", 0 },
  { "details", BLOCK | CONTAINER | CLOSES_P },
  { "dialog", BLOCK | CONTAINER | CLOSES_P },
  { "dir", BLOCK | CONTAINER | CLOSES_P },
  { "div", BLOCK | CONTAINER | CLOSES_P | BREAKS_OUT },
  { "dl", BLOCK | CONTAINER | CLOSES_P | BREAKS_OUT },
  { "dt", BLOCK | OPTIONAL_END | BREAKS_OUT },
  { "em", BREAKS_OUT },
  { "embed", VOID | BREAKS_OUT },
  { "fieldset", BLOCK | CONTAINER | CLOSES_P },
  { "figcaption", BLOCK | CONTAINER | CLOSES_P },
  { "figure", BLOCK | CONTAINER | CLOSES_P },
  { "footer", BLOCK | CONTAINER | CLOSES_P },
  { "foreignobject", 0 },
  { "form", BLOCK | CONTAINER | CLOSES_P },
  { "frame", BLOCK | VOID },
  { "frameset", BLOCK },
  { "h1", BLOCK | CONTAINER | CLOSES_P | HEADING | BREAKS_OUT },
  { "h2", BLOCK | CONTAINER | CLOSES_P | HEADING | BREAKS_OUT },
  { "h3", BLOCK | CONTAINER | CLOSES_P | HEADING | BREAKS_OUT },
  { "h4", BLOCK | CONTAINER | CLOSES_P | HEADING | BREAKS_OUT },
  { "h5", BLOCK | CONTAINER | CLOSES_P | HEADING | BREAKS_OUT },
  { "h6", BLOCK | CONTAINER | CLOSES_P | HEADING | BREAKS_OUT },
  { "head", BLOCK | BREAKS_OUT },
  { "header", BLOCK | CONTAINER | CLOSES_P },
  { "hgroup", BLOCK | CONTAINER | CLOSES_P },
  { "hr", BLOCK | CLOSES_P | VOID | BREAKS_OUT },
  { "html", BLOCK },
  { "i", BREAKS_OUT },
  { "iframe", RAW },
  { "img", VOID | BREAKS_OUT },
  { "input", BLOCK | VOID },
  { "kbd", NO_COPY },
  { "keygen", VOID },
  { "legend", BLOCK },
  { "li", BLOCK | OPTIONAL_END | BREAKS_OUT },
  { "link", BLOCK | VOID },
  { "listing", BLOCK | CONTAINER | CLOSES_P | BREAKS_OUT },
  { "main", BLOCK | CONTAINER | CLOSES_P },
  { "marquee", BLOCK },
  { "math", NO_COPY | FOREIGN },
  { "menu", BLOCK | CONTAINER | CLOSES_P | BREAKS_OUT },
  { "meta", BLOCK | VOID | BREAKS_OUT },
  { "nav", BLOCK | CONTAINER | CLOSES_P },
  { "nobr", BREAKS_OUT },
  { "noembed", RAW },
  { "noframes", BLOCK | RAW },
  { "noscript", RAW },
  { "ol", BLOCK | CONTAINER | CLOSES_P | BREAKS_OUT },
  { "optgroup", BLOCK },
  { "option", BLOCK | OPTIONAL_END },
  { "p", BLOCK | OPTIONAL_END | CLOSES_P | BREAKS_OUT },
  { "param", VOID },
  { "plaintext", BLOCK | CLOSES_P | RAW },
  { "pre", BLOCK | CONTAINER | CLOSES_P | BREAKS_OUT },
  { "ruby", BREAKS_OUT },
  { "s", BREAKS_OUT },
  { "samp", NO_COPY },
  { "script", RAW },
  { "search", BLOCK | CONTAINER | CLOSES_P },
  { "section", BLOCK | CONTAINER | CLOSES_P },
  { "select", BLOCK },
  { "small", BREAKS_OUT },
  { "source", VOID },
  { "span", BREAKS_OUT },
  { "strike", BREAKS_OUT },
  { "strong", BREAKS_OUT },
  { "style", RAW },
  { "sub", BREAKS_OUT },
  { "summary", BLOCK | CLOSES_P },
  { "sup", BREAKS_OUT },
  { "svg", NO_COPY | FOREIGN },
  { "table", BLOCK | CONTAINER | CLOSES_P | BREAKS_OUT },
  { "tbody", BLOCK },
  { "td", BLOCK | OPTIONAL_END },
  { "template", BLOCK },
  { "text", 0 },
  { "textarea", BLOCK | ESCAPABLE },
  { "tfoot", BLOCK },
  { "th", BLOCK | OPTIONAL_END },
  { "thead", BLOCK },
  { "title", BLOCK | ESCAPABLE },
  { "tr", BLOCK | OPTIONAL_END },
  { "track", VOID },
  { "tt", BREAKS_OUT },
  { "u", BREAKS_OUT },
  { "ul", BLOCK | CONTAINER | CLOSES_P | BREAKS_OUT },
  { "var", BREAKS_OUT },
  { "wbr", VOID },
  { "xmp", CLOSES_P | RAW },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (known) < FIRST_UNKNOWN_ID);

static char
fold (char c)
{
  return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

static guint
hash_name (const char *name, gsize length)
{
  guint hash = 0;

  for (gsize i = 0; i < length; i++)
    hash = hash * 31 + fold (name[i]);

  return hash;
}

/**
 * prose_html_element_find:
 * @name: the name of a tag; need not end in NUL
 * @length: its length in bytes
 *
 * Returns: what is known of the element; one that is not known is part of a text
 */
ProseHtmlElement
prose_html_element_find (const char *name, gsize length)
{
  guint first = 0, next = length < LONGEST_NAME ? G_N_ELEMENTS (known) : 0;
  char folded[LONGEST_NAME] = { 0 };

  for (gsize i = 0; next > 0 && i < length; i++)
    folded[i] = fold (name[i]);

  while (first < next) {
    guint middle = (first + next) / 2;
    int order = strcmp (known[middle].name, folded);

    if (order == 0)
      return (ProseHtmlElement){ middle + 1, known[middle].traits, known[middle].name };
    if (order < 0)
      first = middle + 1;
    else
      next = middle;
  }
  return (ProseHtmlElement){ FIRST_UNKNOWN_ID + hash_name (name, length) % 16, 0, "" };
}

/**
 * prose_html_element_get:
 * @id: the number of a name
 *
 * Returns: what is known of its element
 */
ProseHtmlElement
prose_html_element_get (guint id)
{
  if (id == 0 || id > G_N_ELEMENTS (known))
    return (ProseHtmlElement){ id, 0, "" };

  return (ProseHtmlElement){ id, known[id - 1].traits, known[id - 1].name };
}
