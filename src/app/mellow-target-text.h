/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-draft.h"
#include "mellow-translation-item.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_TARGET_TEXT (mellow_target_text_get_type ())
G_DECLARE_FINAL_TYPE (MellowTargetText, mellow_target_text, MELLOW, TARGET_TEXT, GObject)

MellowTargetText *mellow_target_text_new (MellowDraft *draft);
GtkTextBuffer *mellow_target_text_get_buffer (MellowTargetText *self);
const char *mellow_target_text_get_text (MellowTargetText *self);
MellowTranslationItem *mellow_target_text_get_item (MellowTargetText *self);
guint mellow_target_text_get_n (MellowTargetText *self);
void mellow_target_text_set_item (MellowTargetText *self, MellowTranslationItem *item, guint n);
void mellow_target_text_copy_source (MellowTargetText *self);
gboolean mellow_target_text_is_mended (MellowTargetText *self);

void mellow_target_text_follow_cursor (MellowTargetText *self);
void mellow_target_text_lead_cursor (MellowTargetText *self);
guint mellow_target_text_get_offset (MellowTargetText *self, const GtkTextIter *iter);
void mellow_target_text_get_iter (MellowTargetText *self, guint offset, GtkTextIter *iter);
void mellow_target_text_get_iter_at (MellowTargetText *self, guint place, GtkTextIter *iter);

G_END_DECLS
