/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-document-data.h"
#include "mellow-file-tie.h"
#include "mellow-highlighter.h"
#include "mellow-ignored-list.h"
#include "mellow-mark-list.h"
#include "mellow-tone-trend.h"
#include "mellow-word-list.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_DRAFT (mellow_draft_get_type ())
G_DECLARE_FINAL_TYPE (MellowDraft, mellow_draft, MELLOW, DRAFT, GObject)

MellowDraft *mellow_draft_new (ProseRuleSet *rules);
ProseRuleSet *mellow_draft_get_rules (MellowDraft *self);
void mellow_draft_set_rules (MellowDraft *self, ProseRuleSet *rules);

GtkTextBuffer *mellow_draft_get_buffer (MellowDraft *self);
MellowReview *mellow_draft_get_review (MellowDraft *self);
MellowHighlighter *mellow_draft_get_highlighter (MellowDraft *self);
MellowToneTrend *mellow_draft_get_trend (MellowDraft *self);
GListModel *mellow_draft_get_marks (MellowDraft *self);
MellowIgnoredList *mellow_draft_get_ignored (MellowDraft *self);
MellowDocumentData *mellow_draft_get_data (MellowDraft *self);
MellowWordList *mellow_draft_get_accepted_words (MellowDraft *self);

void mellow_draft_choose_format (MellowDraft *self, const ProseFormat *format);
MellowFileTie *mellow_draft_get_tie (MellowDraft *self);
GFile *mellow_draft_get_file (MellowDraft *self);
void mellow_draft_set_file (MellowDraft *self, GFile *file);
const char *mellow_draft_get_copy_id (MellowDraft *self);
void mellow_draft_set_copy_id (MellowDraft *self, const char *id);
char *mellow_draft_dup_title (MellowDraft *self);
gboolean mellow_draft_is_blank (MellowDraft *self);
gboolean mellow_draft_is_modified (MellowDraft *self);
gboolean mellow_draft_is_busy (MellowDraft *self);
guint mellow_draft_get_cursor (MellowDraft *self);
void mellow_draft_set_cursor (MellowDraft *self, guint cursor);

void mellow_draft_keep (MellowDraft *self, const char *etag);

void mellow_draft_hold (MellowDraft *self);
void mellow_draft_release (MellowDraft *self);
void mellow_draft_note_loaded (MellowDraft *self,
                               GFile *file,
                               const char *etag,
                               ProseEncoding encoding);
void mellow_draft_note_saved (MellowDraft *self, GFile *file, const char *etag);

G_END_DECLS
