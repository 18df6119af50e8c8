/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "mellow-parity-item.h"

G_BEGIN_DECLS

/**
 * MELLOW_PARITY_ANY_KIND:
 *
 * No kind of difference in particular.
 */
#define MELLOW_PARITY_ANY_KIND (-1)

#define MELLOW_TYPE_PARITY_WALK (mellow_parity_walk_get_type ())
G_DECLARE_FINAL_TYPE (MellowParityWalk, mellow_parity_walk, MELLOW, PARITY_WALK, GObject)

MellowParityWalk *mellow_parity_walk_new (void);
void mellow_parity_walk_set_findings (MellowParityWalk *self, GListModel *findings);
guint mellow_parity_walk_get_n_findings (MellowParityWalk *self);
guint mellow_parity_walk_count_kind (MellowParityWalk *self, ProseParityKind kind);
int mellow_parity_walk_get_kind (MellowParityWalk *self);
void mellow_parity_walk_set_kind (MellowParityWalk *self, int kind);

guint mellow_parity_walk_get_n_shown (MellowParityWalk *self);
GtkSingleSelection *mellow_parity_walk_get_selection (MellowParityWalk *self);
guint mellow_parity_walk_get_position (MellowParityWalk *self);
MellowParityItem *mellow_parity_walk_get_item (MellowParityWalk *self, guint position);
MellowParityItem *mellow_parity_walk_get_selected (MellowParityWalk *self);
void mellow_parity_walk_select (MellowParityWalk *self, MellowParityItem *item);
guint mellow_parity_walk_get_place (MellowParityWalk *self);
gboolean mellow_parity_walk_find_words (MellowParityWalk *self, ProseSpan *words);

void mellow_parity_walk_step (MellowParityWalk *self, int step);
void mellow_parity_walk_step_place (MellowParityWalk *self, int step);
void mellow_parity_walk_follow (MellowParityWalk *self, guint cursor);

G_END_DECLS
