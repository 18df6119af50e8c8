/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "check/prose-paragraph-list.h"
#include "text/prose-span.h"

G_BEGIN_DECLS

/**
 * ProseReplacement:
 * @first: the number of the first paragraph
 * @n_old: how many there are
 * @start: where the first starts, in bytes of the text
 * @position: the number of the first mark in it
 * @text: what they say, or are to say
 * @state: how the format reads where the first starts
 *
 * Paragraphs that an edit replaces by the pieces of a text.
 */
typedef struct {
  guint first;
  guint n_old;
  guint start;
  guint position;
  GString *text;
  ProseFormatState state;
} ProseReplacement;

ProseReplacement prose_replacement_gather (ProseParagraphList *paragraphs,
                                           ProseSpan span,
                                           GString *text);
GPtrArray *prose_replacement_cut (ProseReplacement *self,
                                  ProseParagraphList *paragraphs,
                                  const ProseFormat *format);
void prose_replacement_keep_unchanged (ProseReplacement *self,
                                       ProseParagraphList *paragraphs,
                                       GPtrArray *pieces);

G_END_DECLS
