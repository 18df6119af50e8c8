/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>
#include <prose.h>

G_BEGIN_DECLS

#define MELLOW_TYPE_PARITY_ITEM (mellow_parity_item_get_type ())
G_DECLARE_FINAL_TYPE (MellowParityItem, mellow_parity_item, MELLOW, PARITY_ITEM, GObject)

MellowParityItem *mellow_parity_item_new (ProseParityFinding *finding);
void mellow_parity_item_renew (MellowParityItem *self, ProseParityFinding *finding);

const ProseParityFinding *mellow_parity_item_get_finding (MellowParityItem *self);
ProseParityKind mellow_parity_item_get_kind (MellowParityItem *self);
const char *mellow_parity_item_get_key (MellowParityItem *self);
const char *mellow_parity_item_get_unit (MellowParityItem *self);
guint mellow_parity_item_get_n_places (MellowParityItem *self);
ProseSpan mellow_parity_item_get_place (MellowParityItem *self, guint n);
gboolean mellow_parity_item_touches (MellowParityItem *self, guint offset);
gboolean mellow_parity_item_is_about (MellowParityItem *self, guint offset);
ProseDismissal *mellow_parity_item_create_dismissal (MellowParityItem *self);

void mellow_parity_item_follow_insert (MellowParityItem *self, guint place, guint length);
void mellow_parity_item_follow_delete (MellowParityItem *self, ProseSpan gone);

G_END_DECLS
