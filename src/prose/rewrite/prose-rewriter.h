/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "check/prose-ignore-list.h"
#include "formats/prose-segment.h"
#include "rewrite/prose-suggestion.h"
#include "rules/prose-rule-set.h"

G_BEGIN_DECLS

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

G_END_DECLS
