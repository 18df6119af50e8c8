/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-spelling-assistant.h"
#include "mellow-target-editor.h"
#include "mellow-unit-filter.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_TRANSLATION_PANE (mellow_translation_pane_get_type ())
G_DECLARE_FINAL_TYPE (
    MellowTranslationPane, mellow_translation_pane, MELLOW, TRANSLATION_PANE, GtkWidget)

MellowTranslationPane *mellow_translation_pane_new (MellowDraft *draft,
                                                    MellowSpellingAssistant *spelling);
MellowTranslation *mellow_translation_pane_get_translation (MellowTranslationPane *self);
MellowTranslationItem *mellow_translation_pane_get_item (MellowTranslationPane *self);
MellowTargetEditor *mellow_translation_pane_get_editor (MellowTranslationPane *self);
void mellow_translation_pane_set_editable (MellowTranslationPane *self, gboolean editable);
void mellow_translation_pane_show_cursor (MellowTranslationPane *self);
gboolean mellow_translation_pane_show_card (MellowTranslationPane *self);
void mellow_translation_pane_search (MellowTranslationPane *self);
gboolean mellow_translation_pane_walk (MellowTranslationPane *self, MellowUnitKind kind, int step);
gboolean mellow_translation_pane_copy_source (MellowTranslationPane *self);

G_END_DECLS
