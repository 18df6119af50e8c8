/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <prose.h>

#include "mellow-edit.h"
#include "mellow-history.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_REVIEW (mellow_review_get_type ())
G_DECLARE_FINAL_TYPE (MellowReview, mellow_review, MELLOW, REVIEW, GObject)

MellowReview *mellow_review_new (MellowTextBuffer *buffer, ProseRuleSet *rules);
MellowTextBuffer *mellow_review_get_buffer (MellowReview *self);
MellowHistory *mellow_review_get_history (MellowReview *self);

guint mellow_review_get_n_marks (MellowReview *self);
ProseDiagnostic mellow_review_get_mark (MellowReview *self, guint position);
guint mellow_review_find_mark (MellowReview *self, guint offset);
GArray *mellow_review_dup_marks (MellowReview *self, ProseSpan span);
GArray *mellow_review_dup_credits (MellowReview *self, ProseSpan span);
const ProseMeasures *mellow_review_get_measures (MellowReview *self);
ProseMeasures mellow_review_measure (MellowReview *self, ProseSpan span, ProseSeverity *gravest);
GArray *mellow_review_list_unchecked (MellowReview *self);
char *mellow_review_dup_example (MellowReview *self, ProseCoverage coverage);

void mellow_review_set_format (MellowReview *self, const ProseFormat *format);
const ProseFormat *mellow_review_get_format (MellowReview *self);
ProseRuleSet *mellow_review_get_rules (MellowReview *self);
void mellow_review_set_rules (MellowReview *self, ProseRuleSet *rules, ProseBrief *brief);
void mellow_review_set_brief (MellowReview *self, ProseBrief *brief);
void mellow_review_set_ignore_list (MellowReview *self, ProseIgnoreList *list);
ProseIgnoreEntry *mellow_review_create_ignore_entry (MellowReview *self,
                                                     ProseIgnoreLevel level,
                                                     const ProseDiagnostic *mark);
void mellow_review_add_ignored (MellowReview *self, ProseIgnoreEntry *entry);
void mellow_review_remove_ignored (MellowReview *self, ProseIgnoreEntry *entry);
void mellow_review_set_today (MellowReview *self, const char *date);
ProseIgnoreEntry *mellow_review_find_proof (MellowReview *self, const ProseDiagnostic *mark);
GPtrArray *mellow_review_create_claims (MellowReview *self);

GPtrArray *mellow_review_suggest (MellowReview *self, const ProseDiagnostic *mark);
gboolean mellow_review_is_rewrite_withheld (MellowReview *self, const ProseDiagnostic *mark);
double mellow_review_get_pressure (MellowReview *self);
double mellow_review_get_pressure_after (MellowReview *self, const ProseMeasures *change);
void mellow_review_replace (MellowReview *self, ProseSpan span, const char *text);
gboolean mellow_review_rewrite (MellowReview *self, ProseSpan span, const char *words);
guint mellow_review_count_alike (MellowReview *self, const ProseRule *rule);
GPtrArray *mellow_review_find_alike (MellowReview *self, const ProseRule *rule);
void mellow_review_replace_all (MellowReview *self, GPtrArray *edits);

ProseSpan mellow_review_get_typed_word (MellowReview *self);
const char *mellow_review_find_paragraph (MellowReview *self, guint offset, ProseSpan *span);
const char *mellow_review_find_language (MellowReview *self);
ProseLexicon *mellow_review_get_lexicon (MellowReview *self);
const char *mellow_review_find_block (MellowReview *self,
                                      guint offset,
                                      ProseSpan *span,
                                      ProseFormatState *state);
guint mellow_review_get_length (MellowReview *self);
char *mellow_review_dup_text (MellowReview *self, ProseSpan span);
char *mellow_review_dup_copy (MellowReview *self, ProseSpan span);
void mellow_review_append_runs (MellowReview *self, ProseSpan span, GArray *runs);
ProseReading *mellow_review_read (MellowReview *self, ProseSpan span);
const ProseSegment *mellow_review_find_segment (MellowReview *self,
                                                guint offset,
                                                guint *start,
                                                const char **block);
GPtrArray *mellow_review_list_segments (MellowReview *self, guint offset, guint *start);
guint mellow_review_get_offset (MellowReview *self, const GtkTextIter *iter);
void mellow_review_get_iter (MellowReview *self, guint offset, GtkTextIter *iter);
guint mellow_review_get_cursor (MellowReview *self);

G_END_DECLS
