/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/prose-token.h"

G_BEGIN_DECLS

/**
 * ProseSentence:
 * @span: from the first byte of its first token to the last of its last
 * @first_token: index of its first token
 * @n_tokens: how many tokens it has, at least one
 * @is_question: whether a question mark closes it
 *
 * A sentence of a paragraph, as a range of its tokens.
 */
typedef struct {
  ProseSpan span;
  guint first_token;
  guint n_tokens;
  gboolean is_question;
} ProseSentence;

/**
 * ProseAbbreviations:
 * @all: (nullable): folded words whose full stop ends no sentence
 * @enders: (nullable): those of them whose full stop ends one before a capital
 * @numberers: (nullable): folded words whose full stop ends none before a figure
 * @ordered: (nullable): folded words before which that of a figure ends none, in a
 *   language that writes them with a capital (am 3. Mai)
 *
 * The words of a language that a full stop belongs to.
 */
typedef struct {
  GHashTable *all;
  GHashTable *enders;
  GHashTable *numberers;
  GHashTable *ordered;
} ProseAbbreviations;

void prose_find_sentences (const char *text,
                           const GArray *tokens,
                           const ProseAbbreviations *abbreviations,
                           GArray *sentences);

G_END_DECLS
