/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ProseHtmlTraits:
 * @PROSE_HTML_BLOCK: its tags end a text
 * @PROSE_HTML_CONTAINER: it holds blocks and has to have an end tag, which closes all that
 *   is open inside
 * @PROSE_HTML_OPTIONAL_END: it may end without a tag
 * @PROSE_HTML_CLOSES_P: its start tag ends a paragraph
 * @PROSE_HTML_VOID: it has no end tag
 * @PROSE_HTML_RAW: what is in it has no tags, and is no copy
 * @PROSE_HTML_ESCAPABLE: what is in it has no tags, but character references
 * @PROSE_HTML_HEADING: h1 to h6
 * @PROSE_HTML_BREAKS_OUT: its tags end a drawing or a formula that they stand in
 * @PROSE_HTML_NO_COPY: what is in it is no copy, such as code
 * @PROSE_HTML_FOREIGN: a drawing or a formula, whose tags have other rules
 *
 * How an element takes part in a page.
 */
typedef enum {
  PROSE_HTML_BLOCK = 1 << 0,
  PROSE_HTML_CONTAINER = 1 << 1,
  PROSE_HTML_OPTIONAL_END = 1 << 2,
  PROSE_HTML_CLOSES_P = 1 << 3,
  PROSE_HTML_VOID = 1 << 4,
  PROSE_HTML_RAW = 1 << 5,
  PROSE_HTML_ESCAPABLE = 1 << 6,
  PROSE_HTML_HEADING = 1 << 7,
  PROSE_HTML_BREAKS_OUT = 1 << 8,
  PROSE_HTML_NO_COPY = 1 << 9,
  PROSE_HTML_FOREIGN = 1 << 10,
} ProseHtmlTraits;

/**
 * ProseHtmlElement:
 * @id: a number below 128 for its name, never 0; unknown names may share theirs
 * @traits: how it takes part in a page
 * @name: its name in lower case, "" if it is not known
 */
typedef struct {
  guint id;
  ProseHtmlTraits traits;
  const char *name;
} ProseHtmlElement;

ProseHtmlElement prose_html_element_find (const char *name, gsize length);
ProseHtmlElement prose_html_element_get (guint id);

static inline gboolean
prose_html_element_is (const ProseHtmlElement *self, const char *name)
{
  return g_str_equal (self->name, name);
}

G_END_DECLS
