/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "check/prose-diagnostic.h"
#include "check/prose-measures.h"
#include "formats/prose-copy.h"
#include "rewrite/prose-clause.h"
#include "rewrite/prose-part.h"
#include "rewrite/prose-template.h"

G_BEGIN_DECLS

/* Spanish ¡ and ¿, in bytes. */
#define PROSE_OPENING_MARK_LENGTH 2

/**
 * ProseDraftPlace:
 * @copy: (nullable): what a reader sees; %NULL for plain text
 * @bytes: the bytes of the file that it was read from
 * @start: where they start in the file
 *
 * The segment that a mark stands in.
 */
typedef struct {
  const ProseCopy *copy;
  const char *bytes;
  guint start;
} ProseDraftPlace;

/**
 * ProseDraft:
 * @diagnostic: the mark, in bytes of the copy, if there is one
 * @place: where it stands in the file
 * @sentence: its sentence
 * @length: the length of that, in bytes
 * @mark: the mark in the sentence
 * @words: the sentence from its first word on, without what ends it
 * @end_mark: what ends it; may be empty
 * @clause: that of the mark
 * @has_clause: whether it has one
 * @context: what templates are filled from
 * @before: (element-type ProseDiagnostic): what is found in the sentence as it is
 * @measures: what the sentence as it is amounts to
 *
 * A mark that is being rewritten. Spans are in bytes of the sentence.
 */
typedef struct {
  const ProseDiagnostic *diagnostic;
  ProseDraftPlace place;
  const char *sentence;
  gsize length;
  ProseSpan mark;
  ProseSpan words;
  ProseSpan end_mark;
  ProseClause clause;
  gboolean has_clause;
  ProseTemplateContext context;
  GArray *before;
  ProseMeasures measures;
} ProseDraft;

void prose_draft_init (ProseDraft *self,
                       const ProseDiagnostic *diagnostic,
                       const char *sentence,
                       ProseLexicon *lexicon,
                       ProseBrief *brief);
gboolean prose_draft_begins_sentence (const ProseDraft *self);
gboolean prose_draft_is_emoji_alone (const ProseDraft *self);
gboolean prose_draft_ends_in_opening_mark (const ProseDraft *self, guint end);
gboolean prose_draft_is_folded_in (const ProseDraft *self, const char *word, const char *list);
char *prose_draft_dup_word_at (const ProseDraft *self, guint start);
GPtrArray *prose_draft_dup_captures (const ProseDraft *self, guint n);
gboolean prose_draft_survives (const ProseDraft *self, guint start, guint end, const char *text);
gboolean prose_draft_figures_survive (const ProseDraft *self, const char *text);
gboolean prose_draft_keeps_facts_of_phrase (const ProseDraft *self,
                                            ProseRewriteKind kind,
                                            const char *filled);

G_END_DECLS
