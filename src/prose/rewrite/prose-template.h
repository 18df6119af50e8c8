/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-lexicon.h"

G_BEGIN_DECLS

/**
 * ProseTemplateContext:
 * @lexicon: the lexicon of the language
 * @names: (element-type utf8): the names of the captures
 * @values: (element-type utf8): what they captured, %NULL for nothing
 *
 * What a template is filled with.
 */
typedef struct {
  ProseLexicon *lexicon;
  GPtrArray *names;
  GPtrArray *values;
} ProseTemplateContext;

gboolean prose_template_is_sentence (const char *template_text);
char *prose_template_fill (const char *template_text, const ProseTemplateContext *context);

G_END_DECLS
