/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "mellow-draft-copy.h"
#include "mellow-editor.h"
#include "mellow-messages-pane.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_PAGE (mellow_page_get_type ())
G_DECLARE_FINAL_TYPE (MellowPage, mellow_page, MELLOW, PAGE, AdwBin)

MellowPage *mellow_page_new (ProseRuleSet *rules, GSettings *settings);

MellowDraft *mellow_page_get_draft (MellowPage *self);
MellowEditor *mellow_page_get_editor (MellowPage *self);
MellowMessagesPane *mellow_page_get_messages (MellowPage *self);
char *mellow_page_dup_title (MellowPage *self);
char *mellow_page_dup_folder (MellowPage *self);
void mellow_page_tell (MellowPage *self, const char *text);
void mellow_page_tell_undoable (MellowPage *self, const char *text);

gboolean mellow_page_is_free (MellowPage *self);
GFile *mellow_page_get_file (MellowPage *self);
guint mellow_page_get_cursor (MellowPage *self);
ProseEncoding mellow_page_get_encoding (MellowPage *self);
gboolean mellow_page_has_file (MellowPage *self, GFile *file);
void mellow_page_open (MellowPage *self, GFile *file);
void mellow_page_open_at (MellowPage *self, GFile *file, ProseEncoding encoding, guint cursor);
void mellow_page_reload (MellowPage *self);

const char *mellow_page_get_copy_id (MellowPage *self);
void mellow_page_restore (MellowPage *self, const char *id, const MellowDraftCopy *copy);
void mellow_page_discard (MellowPage *self);

gboolean mellow_page_is_saving (MellowPage *self);
void mellow_page_save_async (MellowPage *self,
                             gboolean choose_file,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean mellow_page_save_finish (MellowPage *self, GAsyncResult *result);

G_END_DECLS
