/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/prose-html-element.h"
#include "text/prose-span.h"

G_BEGIN_DECLS

/**
 * ProseHtmlTokenKind:
 * @PROSE_HTML_TEXT: text between tags
 * @PROSE_HTML_START_TAG: with the content of the element, if that has no tags
 * @PROSE_HTML_END_TAG: the end of an element
 * @PROSE_HTML_COMMENT: a comment
 * @PROSE_HTML_CDATA: text of a drawing or a formula
 * @PROSE_HTML_OTHER: whatever else a reader does not see: a document type, code of a
 *   template, a tag that does not end
 */
typedef enum {
  PROSE_HTML_TEXT,
  PROSE_HTML_START_TAG,
  PROSE_HTML_END_TAG,
  PROSE_HTML_COMMENT,
  PROSE_HTML_CDATA,
  PROSE_HTML_OTHER,
} ProseHtmlTokenKind;

/**
 * ProseHtmlRules:
 * @PROSE_HTML_PAGE_RULES: those of pages
 * @PROSE_HTML_FOREIGN_RULES: those of drawings and formulas: every element has tags inside
 * @PROSE_HTML_XML_RULES: those of pages that are XML: every element may be empty
 *
 * By which rules tags are read.
 */
typedef enum {
  PROSE_HTML_PAGE_RULES,
  PROSE_HTML_FOREIGN_RULES,
  PROSE_HTML_XML_RULES,
} ProseHtmlRules;

/**
 * ProseHtmlToken:
 * @kind: what it is
 * @span: where it stands, without its content
 * @content: what stands in an element that has no tags inside, or in a CDATA section;
 *   else empty
 * @attributes: where the attributes of a tag start
 * @is_self_closing: whether a tag ends in `/>`
 * @element: what a tag is of
 * @next: where the next token starts
 *
 * A part of a page. Spans are in bytes.
 */
typedef struct {
  ProseHtmlTokenKind kind;
  ProseSpan span;
  ProseSpan content;
  guint attributes;
  gboolean is_self_closing;
  ProseHtmlElement element;
  guint next;
} ProseHtmlToken;

/**
 * ProseHtmlAttribute:
 * @name: where its name stands
 * @value: where its value stands, without quotes
 * @quote: `"`, `'` or NUL
 */
typedef struct {
  ProseSpan name;
  ProseSpan value;
  char quote;
} ProseHtmlAttribute;

ProseHtmlToken prose_html_token_read (const char *text,
                                      gsize length,
                                      guint start,
                                      ProseHtmlRules rules);
gboolean prose_html_token_next_attribute (const ProseHtmlToken *self,
                                          const char *text,
                                          guint *position,
                                          ProseHtmlAttribute *attribute);
gboolean prose_html_token_is_tag (const ProseHtmlToken *self);

guint prose_html_find_code_end (const char *text, gsize length, guint start);

G_END_DECLS
