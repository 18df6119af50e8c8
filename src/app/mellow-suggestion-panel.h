/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "mellow-draft.h"

G_BEGIN_DECLS

/**
 * MellowPanelNote:
 * @MELLOW_PANEL_NOTE_BLANK: nothing is written yet
 * @MELLOW_PANEL_NOTE_CALM: there is a text, and nothing in it pushes
 * @MELLOW_PANEL_NOTE_UNKNOWN_LANGUAGE: there are no rules for its language
 * @MELLOW_PANEL_NOTE_NO_RULES: no rules are there to find marks by
 *
 * What the panel says when it has no marks to show.
 */
typedef enum {
  MELLOW_PANEL_NOTE_BLANK,
  MELLOW_PANEL_NOTE_CALM,
  MELLOW_PANEL_NOTE_UNKNOWN_LANGUAGE,
  MELLOW_PANEL_NOTE_NO_RULES,
} MellowPanelNote;

#define MELLOW_TYPE_SUGGESTION_PANEL (mellow_suggestion_panel_get_type ())
G_DECLARE_FINAL_TYPE (
    MellowSuggestionPanel, mellow_suggestion_panel, MELLOW, SUGGESTION_PANEL, GtkWidget)

void mellow_suggestion_panel_set_draft (MellowSuggestionPanel *self, MellowDraft *draft);
void mellow_suggestion_panel_set_note (MellowSuggestionPanel *self, MellowPanelNote note);
void mellow_suggestion_panel_set_n_ignored (MellowSuggestionPanel *self, guint n);
MellowMark *mellow_suggestion_panel_get_selected (MellowSuggestionPanel *self);
void mellow_suggestion_panel_select (MellowSuggestionPanel *self, guint position);
guint mellow_suggestion_panel_step (MellowSuggestionPanel *self, int position, int step);
gboolean mellow_suggestion_panel_choose_alike (MellowSuggestionPanel *self, int step);
void mellow_suggestion_panel_open_search (MellowSuggestionPanel *self);

G_END_DECLS
