/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-ignored-item.h"

G_BEGIN_DECLS

/**
 * MellowClaimStanding:
 * @MELLOW_CLAIM_EXPIRED: its proof has run out
 * @MELLOW_CLAIM_OPEN: no proof is known
 * @MELLOW_CLAIM_SOON: it is proven, and the proof runs out within two weeks
 * @MELLOW_CLAIM_PROVEN: it is proven
 *
 * How a claim stands, in the order in which somebody may want to look at them.
 */
typedef enum {
  MELLOW_CLAIM_EXPIRED,
  MELLOW_CLAIM_OPEN,
  MELLOW_CLAIM_SOON,
  MELLOW_CLAIM_PROVEN,
} MellowClaimStanding;

#define MELLOW_N_CLAIM_STANDINGS (MELLOW_CLAIM_PROVEN + 1)

#define MELLOW_TYPE_CLAIM (mellow_claim_get_type ())
G_DECLARE_FINAL_TYPE (MellowClaim, mellow_claim, MELLOW, CLAIM, GObject)

gboolean mellow_claim_can_be_proven (const ProseRule *rule);
MellowClaim *mellow_claim_new (const ProseClaim *claim,
                               const ProseMarkedSentence *sentence,
                               const char *today);

const ProseRule *mellow_claim_get_rule (MellowClaim *self);
const char *mellow_claim_get_phrase (MellowClaim *self);
const char *mellow_claim_get_excerpt (MellowClaim *self, ProseSpan *words);
const MellowProof *mellow_claim_get_proof (MellowClaim *self);
ProseIgnoreEntry *mellow_claim_get_entry (MellowClaim *self);
ProseSpan mellow_claim_get_span (MellowClaim *self);
void mellow_claim_set_span (MellowClaim *self, ProseSpan span);
gboolean mellow_claim_is_same (MellowClaim *self, MellowClaim *other);

MellowClaimStanding mellow_claim_get_standing (MellowClaim *self);
const char *mellow_claim_get_kind (MellowClaim *self);
char *mellow_claim_describe_standing (MellowClaim *self);

G_END_DECLS
