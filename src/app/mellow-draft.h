/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-document-data.h"
#include "mellow-draft-copy.h"
#include "mellow-highlighter.h"
#include "mellow-mark-list.h"
#include "mellow-word-list.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_DRAFT (mellow_draft_get_type ())
G_DECLARE_FINAL_TYPE (MellowDraft, mellow_draft, MELLOW, DRAFT, GObject)

MellowDraft *mellow_draft_new (ProseRuleSet *rules);
void mellow_draft_set_rules (MellowDraft *self, ProseRuleSet *rules);

GtkTextBuffer *mellow_draft_get_buffer (MellowDraft *self);
MellowReview *mellow_draft_get_review (MellowDraft *self);
MellowHighlighter *mellow_draft_get_highlighter (MellowDraft *self);
GListModel *mellow_draft_get_marks (MellowDraft *self);

MellowWordList *mellow_draft_get_accepted_words (MellowDraft *self);
ProseBrief *mellow_draft_get_brief (MellowDraft *self);
gboolean mellow_draft_has_brief (MellowDraft *self);
void mellow_draft_set_brief (MellowDraft *self, ProseBrief *brief);

GFile *mellow_draft_get_file (MellowDraft *self);
void mellow_draft_set_file (MellowDraft *self, GFile *file);
const char *mellow_draft_get_etag (MellowDraft *self);
void mellow_draft_set_etag (MellowDraft *self, const char *etag);
gboolean mellow_draft_has_content (MellowDraft *self, GBytes *bytes);
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

void mellow_draft_load_async (MellowDraft *self,
                              GFile *file,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
void mellow_draft_load_as_async (MellowDraft *self,
                                 GFile *file,
                                 ProseEncoding encoding,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
void mellow_draft_reload_async (MellowDraft *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean mellow_draft_load_finish (MellowDraft *self, GAsyncResult *result, GError **error);

void mellow_draft_save_async (MellowDraft *self,
                              GFile *file,
                              gboolean overwrite,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean mellow_draft_save_finish (MellowDraft *self,
                                   GAsyncResult *result,
                                   gboolean *was_missing,
                                   GError **error);

G_END_DECLS
