/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/prose-html-context.h"

G_BEGIN_DECLS

/**
 * ProseHtmlText:
 * @segment: (nullable): what was read so far; %NULL before the first character
 * @gap: white space that counts if text follows, in bytes of the block
 * @parts: which parts, as bits, all of it is in
 * @is_link: whether all of it is in a link
 * @language: (nullable): the language of what was read
 * @is_mixed: whether other parts of it are in another language
 *
 * A text being read, of a page or of the value of an attribute. All zero when nothing was
 * read.
 */
typedef struct {
  ProseSegment *segment;
  ProseSpan gap;
  guint parts;
  gboolean is_link;
  const char *language;
  gboolean is_mixed;
} ProseHtmlText;

void prose_html_text_add (ProseHtmlText *self,
                          const char *block,
                          ProseSpan span,
                          ProseEscape escape,
                          const ProseHtmlContext *context);
void prose_html_text_add_line_end (ProseHtmlText *self, ProseSpan tag);
void prose_html_text_add_comment (ProseHtmlText *self,
                                  const char *block,
                                  ProseSpan comment,
                                  const ProseHtmlContext *context);
ProseSegment *prose_html_text_end (ProseHtmlText *self, const ProseHtmlContext *context);

G_END_DECLS
