/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "mellow-draft.h"
#include "mellow-spelling-assistant.h"
#include "mellow-text-view.h"
#include "mellow-translation-pane.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_EDITOR (mellow_editor_get_type ())
G_DECLARE_FINAL_TYPE (MellowEditor, mellow_editor, MELLOW, EDITOR, AdwBin)

void mellow_editor_set_draft (MellowEditor *self, MellowDraft *draft, GSettings *settings);

MellowTextView *mellow_editor_get_view (MellowEditor *self);
MellowTranslationPane *mellow_editor_get_translation (MellowEditor *self);
MellowSpellingAssistant *mellow_editor_get_spelling (MellowEditor *self);
void mellow_editor_set_bare (MellowEditor *self, gboolean bare);

void mellow_editor_show_cursor (MellowEditor *self);
void mellow_editor_select_place (MellowEditor *self, ProseSpan place);
void mellow_editor_show_place (MellowEditor *self, ProseSpan place);
gboolean mellow_editor_show_card (MellowEditor *self);

G_END_DECLS
