/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-draft-copy.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_DRAFT_KEEPER (mellow_draft_keeper_get_type ())
G_DECLARE_FINAL_TYPE (MellowDraftKeeper, mellow_draft_keeper, MELLOW, DRAFT_KEEPER, GObject)

MellowDraftKeeper *mellow_draft_keeper_new (MellowDraft *draft);

const char *mellow_draft_keeper_get_id (MellowDraftKeeper *self);
const char *mellow_draft_keeper_get_problem (MellowDraftKeeper *self);
void mellow_draft_keeper_restore (MellowDraftKeeper *self,
                                  const char *id,
                                  const MellowDraftCopy *copy);
void mellow_draft_keeper_discard (MellowDraftKeeper *self);

G_END_DECLS
