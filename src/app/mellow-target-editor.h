/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-target-text.h"
#include "mellow-text-view.h"
#include "mellow-translation.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_TARGET_EDITOR (mellow_target_editor_get_type ())
G_DECLARE_FINAL_TYPE (MellowTargetEditor, mellow_target_editor, MELLOW, TARGET_EDITOR, GtkWidget)

MellowTargetEditor *mellow_target_editor_new (MellowDraft *draft, MellowTranslation *translation);
MellowTextView *mellow_target_editor_get_view (MellowTargetEditor *self);
MellowTargetText *mellow_target_editor_get_text (MellowTargetEditor *self);
void mellow_target_editor_set_item (MellowTargetEditor *self, MellowTranslationItem *item, guint n);
void mellow_target_editor_set_editable (MellowTargetEditor *self, gboolean editable);
gboolean mellow_target_editor_show_card (MellowTargetEditor *self);

G_END_DECLS
