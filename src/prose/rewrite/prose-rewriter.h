/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "check/prose-diagnostic.h"
#include "check/prose-ignore-list.h"
#include "check/prose-measures.h"
#include "formats/prose-segment.h"
#include "rewrite/prose-brief.h"
#include "rules/prose-rule-set.h"

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

void prose_suggestion_free (ProseSuggestion *self);

#define PROSE_TYPE_REWRITER (prose_rewriter_get_type ())
G_DECLARE_FINAL_TYPE (ProseRewriter, prose_rewriter, PROSE, REWRITER, GObject)

ProseRewriter *prose_rewriter_new (ProseRuleSet *rules);
void prose_rewriter_set_brief (ProseRewriter *self, ProseBrief *brief);
void prose_rewriter_set_ignore_list (ProseRewriter *self, ProseIgnoreList *list);
void prose_rewriter_set_measures (ProseRewriter *self, const ProseMeasures *measures);
char *prose_rewriter_dup_example (ProseRewriter *self,
                                  const char *language,
                                  ProseCoverage coverage);
GPtrArray *prose_rewriter_suggest (ProseRewriter *self,
                                   const ProseDiagnostic *diagnostic,
                                   const char *sentence);
GPtrArray *prose_rewriter_suggest_in_segment (ProseRewriter *self,
                                              const ProseDiagnostic *diagnostic,
                                              const ProseSegment *segment,
                                              const char *bytes,
                                              guint start);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseSuggestion, prose_suggestion_free)

G_END_DECLS
