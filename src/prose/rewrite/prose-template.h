/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rewrite/prose-brief.h"
#include "rules/prose-lexicon.h"

G_BEGIN_DECLS

/**
 * ProseTemplateContext:
 * @lexicon: the lexicon of the language
 * @names: (element-type utf8): the names of the captures
 * @values: (element-type utf8): what they captured, %NULL for nothing
 * @brief: (nullable): what the writer told
 * @gain: (nullable): what the reader gains, as far as the copy says so
 *
 * What a template is filled with.
 */
typedef struct {
  ProseLexicon *lexicon;
  GPtrArray *names;
  GPtrArray *values;
  const ProseBrief *brief;
  const char *gain;
} ProseTemplateContext;

gboolean prose_template_is_sentence (const char *template_text);
gboolean prose_template_needs_facts (const char *template_text);
gboolean prose_template_breaks_off (const char *text,
                                    ProseLexicon *lexicon,
                                    gboolean may_end_in_verb);
char *prose_template_fill (const char *template_text, const ProseTemplateContext *context);

G_END_DECLS
