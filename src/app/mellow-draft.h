/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-document-data.h"
#include "mellow-draft-copy.h"
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

MellowWordList *mellow_draft_get_accepted_words (MellowDraft *self);
ProseBrief *mellow_draft_get_brief (MellowDraft *self);
gboolean mellow_draft_has_data (MellowDraft *self);
void mellow_draft_set_brief (MellowDraft *self, ProseBrief *brief);
const char *mellow_draft_get_contract (MellowDraft *self);
void mellow_draft_set_contract (MellowDraft *self, const char *name);
const char *const *mellow_draft_get_messages (MellowDraft *self);
void mellow_draft_set_messages (MellowDraft *self, const char *const *messages);
const char *mellow_draft_get_original (MellowDraft *self);
void mellow_draft_set_original (MellowDraft *self, const char *uri);
GPtrArray *mellow_draft_get_dismissed (MellowDraft *self);
void mellow_draft_set_dismissed (MellowDraft *self, GPtrArray *dismissals);
void mellow_draft_dismiss (MellowDraft *self, const ProseDismissal *dismissal);
void mellow_draft_bring_back (MellowDraft *self, const char *key);
char *mellow_draft_dup_data (MellowDraft *self);

const ProseFormat *mellow_draft_find_format (GFile *file);
gboolean mellow_draft_is_imported (MellowDraft *self);
void mellow_draft_set_imported (MellowDraft *self, gboolean is_imported);
const ProseFormat *mellow_draft_get_format_of (MellowDraft *self, GFile *file);
void mellow_draft_choose_format (MellowDraft *self, const ProseFormat *format);
GFile *mellow_draft_get_file (MellowDraft *self);
gboolean mellow_draft_is_own_file (MellowDraft *self, GFile *file);
void mellow_draft_set_file (MellowDraft *self, GFile *file);
const char *mellow_draft_get_copy_id (MellowDraft *self);
void mellow_draft_set_copy_id (MellowDraft *self, const char *id);
const char *mellow_draft_get_etag (MellowDraft *self);
void mellow_draft_set_etag (MellowDraft *self, const char *etag);
ProseEncoding mellow_draft_get_encoding (MellowDraft *self);
void mellow_draft_set_encoding (MellowDraft *self, ProseEncoding encoding);
char *mellow_draft_dup_title (MellowDraft *self);
gboolean mellow_draft_is_blank (MellowDraft *self);
gboolean mellow_draft_is_modified (MellowDraft *self);
gboolean mellow_draft_is_busy (MellowDraft *self);
guint mellow_draft_get_cursor (MellowDraft *self);
void mellow_draft_set_cursor (MellowDraft *self, guint cursor);

MellowDraftCopy *mellow_draft_create_copy (MellowDraft *self);
void mellow_draft_restore (MellowDraft *self, const MellowDraftCopy *copy);
void mellow_draft_keep (MellowDraft *self, const char *etag);

void mellow_draft_hold (MellowDraft *self);
void mellow_draft_release (MellowDraft *self);
void mellow_draft_note_loaded (MellowDraft *self,
                               GFile *file,
                               const char *etag,
                               ProseEncoding encoding);
void mellow_draft_note_saved (MellowDraft *self, GFile *file, const char *etag);

G_END_DECLS
