/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "mellow-contract-watch.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_TONE_DETAILS (mellow_tone_details_get_type ())
G_DECLARE_FINAL_TYPE (MellowToneDetails, mellow_tone_details, MELLOW, TONE_DETAILS, GtkWidget)

void mellow_tone_details_set_draft (MellowToneDetails *self,
                                    MellowDraft *draft,
                                    MellowContractWatch *contract);
void mellow_tone_details_update_contract (MellowToneDetails *self);
void mellow_tone_details_set_stacked (MellowToneDetails *self, gboolean stacked);
void mellow_tone_details_update (MellowToneDetails *self);

void mellow_tone_details_show_overview (MellowToneDetails *self);
void mellow_tone_details_show_meter (MellowToneDetails *self, ProseMeter meter);
gboolean mellow_tone_details_shows_meter (MellowToneDetails *self, ProseMeter meter);
gboolean mellow_tone_details_shows_overview (MellowToneDetails *self);
void mellow_tone_details_focus (MellowToneDetails *self);

G_END_DECLS
