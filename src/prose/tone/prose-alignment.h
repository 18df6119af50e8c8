/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-lexicon.h"
#include "text/prose-span.h"

G_BEGIN_DECLS

/**
 * ProseAlignmentKind:
 * @PROSE_ALIGNMENT_EQUAL: the same sentence in both
 * @PROSE_ALIGNMENT_CHANGED: a sentence in other words, or one in the place of another
 * @PROSE_ALIGNMENT_REMOVED: a sentence of the text before alone
 * @PROSE_ALIGNMENT_ADDED: a sentence of the text after alone
 * @PROSE_ALIGNMENT_SPLIT: one sentence before, two after
 * @PROSE_ALIGNMENT_JOINED: two sentences before, one after
 *
 * What became of a sentence.
 */
typedef enum {
  PROSE_ALIGNMENT_EQUAL,
  PROSE_ALIGNMENT_CHANGED,
  PROSE_ALIGNMENT_REMOVED,
  PROSE_ALIGNMENT_ADDED,
  PROSE_ALIGNMENT_SPLIT,
  PROSE_ALIGNMENT_JOINED,
} ProseAlignmentKind;

/**
 * ProseAlignment:
 * @kind: what became of the sentence
 * @before: where it stands in the text before; empty if it was added
 * @after: where it stands in the text after; empty if it was removed
 *
 * A sentence in two versions of a text.
 */
typedef struct {
  ProseAlignmentKind kind;
  ProseSpan before;
  ProseSpan after;
} ProseAlignment;

GArray *prose_alignments_new (const char *before, const char *after, ProseLexicon *lexicon);
const char *prose_alignment_kind_to_string (ProseAlignmentKind kind);

G_END_DECLS
