/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <prose.h>

#include "mellow-proof.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_IGNORED_ITEM (mellow_ignored_item_get_type ())
G_DECLARE_FINAL_TYPE (MellowIgnoredItem, mellow_ignored_item, MELLOW, IGNORED_ITEM, GObject)

MellowIgnoredItem *mellow_ignored_item_new (ProseIgnoreEntry *entry);
ProseIgnoreEntry *mellow_ignored_item_get_entry (MellowIgnoredItem *self);

ProseIgnoreSubject mellow_ignored_item_get_subject (MellowIgnoredItem *self);
ProseIgnoreLevel mellow_ignored_item_get_level (MellowIgnoredItem *self);
const char *mellow_ignored_item_get_rule (MellowIgnoredItem *self);
const char *mellow_ignored_item_get_title (MellowIgnoredItem *self);
const char *mellow_ignored_item_get_phrase (MellowIgnoredItem *self);
ProseIgnoreReason mellow_ignored_item_get_reason (MellowIgnoredItem *self);
gint64 mellow_ignored_item_get_created (MellowIgnoredItem *self);
MellowProof *mellow_ignored_item_dup_proof (MellowIgnoredItem *self);
gboolean mellow_ignored_item_has_expired (MellowIgnoredItem *self);
gboolean mellow_ignored_item_get_place (MellowIgnoredItem *self, ProseSpan *place);

void mellow_ignored_item_refresh (MellowIgnoredItem *self, const char *today);
void mellow_ignored_item_tell (MellowIgnoredItem *self);

G_END_DECLS
