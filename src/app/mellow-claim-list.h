/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-claim.h"
#include "mellow-draft.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_CLAIM_LIST (mellow_claim_list_get_type ())
G_DECLARE_FINAL_TYPE (MellowClaimList, mellow_claim_list, MELLOW, CLAIM_LIST, GObject)

MellowClaimList *mellow_claim_list_new (MellowDraft *draft);

void mellow_claim_list_update (MellowClaimList *self);
guint mellow_claim_list_count (MellowClaimList *self, MellowClaimStanding standing);
char *mellow_claim_list_describe (MellowClaimList *self);
char *mellow_claim_list_dup_table (MellowClaimList *self);

G_END_DECLS
