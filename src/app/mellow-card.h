/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-draft.h"
#include "mellow-text-map.h"
#include "mellow-text-view.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_CARD (mellow_card_get_type ())
G_DECLARE_FINAL_TYPE (MellowCard, mellow_card, MELLOW, CARD, GtkPopover)

MellowCard *mellow_card_new (GtkWidget *parent, MellowTextView *view, MellowDraft *draft);
MellowCard *mellow_card_new_for_part (GtkWidget *parent,
                                      MellowTextView *view,
                                      MellowDraft *draft,
                                      const MellowTextMap *map,
                                      gpointer owner);
void mellow_card_drop (MellowCard **card);
gboolean mellow_card_show_at_cursor (MellowCard *self);
MellowMark *mellow_card_get_mark (MellowCard *self);

G_END_DECLS
