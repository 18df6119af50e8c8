/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "mellow-draft.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_TONE_PANE (mellow_tone_pane_get_type ())
G_DECLARE_FINAL_TYPE (MellowTonePane, mellow_tone_pane, MELLOW, TONE_PANE, GtkWidget)

void mellow_tone_pane_set_draft (MellowTonePane *self, MellowDraft *draft);
void mellow_tone_pane_toggle_details (MellowTonePane *self);
void mellow_tone_pane_set_narrow (MellowTonePane *self, gboolean narrow);
void mellow_tone_pane_set_tiny (MellowTonePane *self, gboolean tiny);

G_END_DECLS
