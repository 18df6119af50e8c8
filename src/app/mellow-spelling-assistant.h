/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-draft.h"
#include "mellow-speller.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_SPELLING_ASSISTANT (mellow_spelling_assistant_get_type ())
G_DECLARE_FINAL_TYPE (
    MellowSpellingAssistant, mellow_spelling_assistant, MELLOW, SPELLING_ASSISTANT, GObject)

MellowSpellingAssistant *mellow_spelling_assistant_new (MellowDraft *draft,
                                                        GtkTextView *view,
                                                        GSettings *settings);
void mellow_spelling_assistant_add_view (MellowSpellingAssistant *self, GtkTextView *view);
MellowSpeller *mellow_spelling_assistant_get_speller (MellowSpellingAssistant *self);
gboolean mellow_spelling_assistant_go_to_next (MellowSpellingAssistant *self);

G_END_DECLS
