/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-adviser.h"
#include "mellow-history.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_REVIEW (mellow_review_get_type ())
G_DECLARE_FINAL_TYPE (MellowReview, mellow_review, MELLOW, REVIEW, GObject)

MellowReview *mellow_review_new (MellowTextBuffer *buffer, ProseRuleSet *rules);
MellowTextBuffer *mellow_review_get_buffer (MellowReview *self);
MellowHistory *mellow_review_get_history (MellowReview *self);
ProseLiveChecker *mellow_review_get_checker (MellowReview *self);
MellowAdviser *mellow_review_get_adviser (MellowReview *self);

guint mellow_review_get_n_marks (MellowReview *self);
ProseDiagnostic mellow_review_get_mark (MellowReview *self, guint position);
guint mellow_review_find_mark (MellowReview *self, guint offset);
GArray *mellow_review_dup_marks (MellowReview *self, ProseSpan span);
ProseSpan mellow_review_get_typed_word (MellowReview *self);
GArray *mellow_review_dup_credits (MellowReview *self, ProseSpan span);
const ProseMeasures *mellow_review_get_measures (MellowReview *self);
double mellow_review_get_pressure (MellowReview *self);

void mellow_review_set_format (MellowReview *self, const ProseFormat *format);
const ProseFormat *mellow_review_get_format (MellowReview *self);
ProseRuleSet *mellow_review_get_rules (MellowReview *self);
void mellow_review_set_rules (MellowReview *self, ProseRuleSet *rules, ProseBrief *brief);
void mellow_review_set_brief (MellowReview *self, ProseBrief *brief);
void mellow_review_set_ignore_list (MellowReview *self, ProseIgnoreList *list);
void mellow_review_add_ignored (MellowReview *self, ProseIgnoreEntry *entry);
void mellow_review_remove_ignored (MellowReview *self, ProseIgnoreEntry *entry);
void mellow_review_set_today (MellowReview *self, const char *date);

void mellow_review_replace (MellowReview *self, ProseSpan span, const char *text);
gboolean mellow_review_rewrite (MellowReview *self, ProseSpan span, const char *words);
void mellow_review_replace_all (MellowReview *self, GPtrArray *edits);

const char *mellow_review_find_paragraph (MellowReview *self, guint offset, ProseSpan *span);
const char *mellow_review_find_language (MellowReview *self);
ProseLexicon *mellow_review_get_lexicon (MellowReview *self);
guint mellow_review_get_length (MellowReview *self);
ProseSpan mellow_review_get_whole (MellowReview *self);
char *mellow_review_dup_text (MellowReview *self, ProseSpan span);
char *mellow_review_dup_copy (MellowReview *self, ProseSpan span);
guint mellow_review_get_offset (MellowReview *self, const GtkTextIter *iter);
void mellow_review_get_iter (MellowReview *self, guint offset, GtkTextIter *iter);
guint mellow_review_get_cursor (MellowReview *self);

G_END_DECLS
