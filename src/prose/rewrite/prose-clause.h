/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-lexicon.h"
#include "text/prose-span.h"

G_BEGIN_DECLS

/**
 * ProseClause:
 * @before: the part before the clause, without what joined it; may be empty
 * @span: the clause itself, which holds the phrase
 * @after: the part after it, without what joined it; may be empty
 * @after_is_tied: whether the part after goes on from what stands before it
 * @n_lost: how many words of the clause stand outside of the phrase
 *
 * A sentence cut around a phrase, in bytes: the parts before and after can stand
 * as sentences of their own.
 */
typedef struct {
  ProseSpan before;
  ProseSpan span;
  ProseSpan after;
  gboolean after_is_tied;
  guint n_lost;
} ProseClause;

gboolean prose_clause_find (ProseClause *self,
                            const char *sentence,
                            ProseSpan words,
                            ProseSpan phrase,
                            ProseLexicon *lexicon);

G_END_DECLS
