/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/prose-format.h"
#include "formats/prose-html-token.h"

G_BEGIN_DECLS

/**
 * ProseHtmlPart:
 * @PROSE_HTML_BUTTON_PART: a button, or a link that looks like one
 * @PROSE_HTML_HEADLINE_PART: a heading
 * @PROSE_HTML_FINE_PRINT_PART: small print
 * @PROSE_HTML_HIDDEN_PART: what is no copy: code, a drawing, a formula
 * @PROSE_HTML_LANGUAGE_PART: what is in another language than the page
 * @PROSE_HTML_INNER_LANGUAGE_PART: the same inside such a part; not known beyond the
 *   block it starts in
 *
 * What elements make of what is in them. An element may be several parts; of those of a
 * kind that lie in each other the outermost is known.
 */
typedef enum {
  PROSE_HTML_BUTTON_PART,
  PROSE_HTML_HEADLINE_PART,
  PROSE_HTML_FINE_PRINT_PART,
  PROSE_HTML_HIDDEN_PART,
  PROSE_HTML_LANGUAGE_PART,
  PROSE_HTML_INNER_LANGUAGE_PART,
  PROSE_HTML_N_PARTS,
} ProseHtmlPart;

/**
 * ProseHtmlFrame:
 * @element: which element is open, by the number of its name; 0 if none is
 * @depth: how many elements that have to be closed first are open inside, up to 31
 */
typedef struct {
  guint8 element;
  guint8 depth;
} ProseHtmlFrame;

/**
 * ProseHtmlDrawing:
 * @PROSE_HTML_DRAWING: in a drawing no text is copy
 * @PROSE_HTML_DRAWING_TEXT: but what is in its texts
 * @PROSE_HTML_DRAWING_PAGE: its titles have the rules of pages, too
 */
typedef enum {
  PROSE_HTML_DRAWING,
  PROSE_HTML_DRAWING_TEXT,
  PROSE_HTML_DRAWING_PAGE,
} ProseHtmlDrawing;

/**
 * ProseHtmlContext:
 * @frames: the element that has opened each part
 * @drawing: where in a drawing the place is, if it is in one
 * @keeps_spaces: whether white space is seen as it stands
 * @is_link: whether a link is open
 * @is_xml: whether the file says that it is XML
 * @has_begun: whether the file has begun before
 * @language: (nullable): the language of the page
 * @part_language: (nullable): that of the language part
 * @inner_language: (nullable): that of the inner language part
 *
 * What is open at a place of a page, as far as it matters to the copy there.
 */
typedef struct {
  ProseHtmlFrame frames[PROSE_HTML_N_PARTS];
  ProseHtmlDrawing drawing;
  gboolean keeps_spaces;
  gboolean is_link;
  gboolean is_xml;
  gboolean has_begun;
  const char *language;
  const char *part_language;
  const char *inner_language;
} ProseHtmlContext;

ProseHtmlContext prose_html_context_load (const ProseFormatState *state);
void prose_html_context_save (const ProseHtmlContext *self, ProseFormatState *state);
guint prose_html_context_begin (ProseHtmlContext *self, const char *text, gsize length);
void prose_html_context_apply (ProseHtmlContext *self,
                               const ProseHtmlToken *token,
                               const char *text);

ProseHtmlRules prose_html_context_get_rules (const ProseHtmlContext *self);
gboolean prose_html_context_has (const ProseHtmlContext *self, ProseHtmlPart part);
gboolean prose_html_context_is_copy (const ProseHtmlContext *self);
gboolean prose_html_context_ends_text (const ProseHtmlContext *self, const ProseHtmlToken *token);
const char *prose_html_context_get_language (const ProseHtmlContext *self);

G_END_DECLS
