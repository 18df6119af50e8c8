/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "check/prose-diagnostic.h"
#include "check/prose-ignore-list.h"
#include "formats/prose-document.h"

G_BEGIN_DECLS

/**
 * ProseClaimState:
 * @PROSE_CLAIM_OPEN: no proof is known
 * @PROSE_CLAIM_PROVEN: there is one, and it holds
 * @PROSE_CLAIM_EXPIRED: there is one, and its last day is over
 *
 * What is known of the proof of a claim.
 */
typedef enum {
  PROSE_CLAIM_OPEN,
  PROSE_CLAIM_PROVEN,
  PROSE_CLAIM_EXPIRED,
} ProseClaimState;

/**
 * ProseClaim:
 * @mark: where it stands, and the rule that asks for the proof: its reason, its
 *   reference, its question
 * @state: what is known of the proof
 * @entry: (nullable): the proof, its owner and its last day
 *
 * Something in a text that is fine if it is true: a date, a number, a superlative.
 */
typedef struct {
  ProseDiagnostic mark;
  ProseClaimState state;
  ProseIgnoreEntry *entry;
} ProseClaim;

GPtrArray *prose_claims_new (ProseDocument *document,
                             const GArray *marks,
                             const GArray *shown,
                             const ProseIgnoreList *ignored);
const char *prose_claim_state_to_string (ProseClaimState state);

G_END_DECLS
