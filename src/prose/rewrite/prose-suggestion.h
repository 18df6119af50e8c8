/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rewrite/prose-draft.h"

G_BEGIN_DECLS

/**
 * ProseSuggestion:
 * @kind: what sort of rewrite it is
 * @span: what @text replaces, in the bytes of the diagnostic's document
 * @text: the replacement, as the file spells it
 * @wording: what a reader sees of it: the same, in plain text
 * @sentence: the whole sentence as it would read
 * @needs_facts: whether it says something else for each mark, so that it cannot
 *   be applied to several at once
 * @change: what it adds to the measures of the text
 *
 * A softer wording for a mark.
 */
typedef struct {
  ProseRewriteKind kind;
  ProseSpan span;
  char *text;
  char *wording;
  char *sentence;
  gboolean needs_facts;
  ProseMeasures change;
} ProseSuggestion;

ProseSuggestion *prose_suggestion_new (const ProseDraft *draft,
                                       ProseRewriteKind kind,
                                       ProseSpan replaced,
                                       const char *filled);
void prose_suggestion_free (ProseSuggestion *self);
gboolean prose_suggestion_write_into_file (ProseSuggestion *self, const ProseDraftPlace *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseSuggestion, prose_suggestion_free)

G_END_DECLS
