/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/prose-segment.h"

G_BEGIN_DECLS

/**
 * ProseParityPair:
 * @id: (nullable): what the unit is known by, if the format tells
 * @source: (nullable) (transfer none): the original; %NULL if there is none
 * @target: (nullable) (transfer none): its translation; %NULL if there is none yet
 * @limit: how many characters the translation may have; 0 for any
 *
 * A text and its translation. The segments live as long as the list they are from.
 */
typedef struct {
  char *id;
  const ProseSegment *source;
  const ProseSegment *target;
  guint limit;
} ProseParityPair;

ProseParityPair *prose_parity_pair_new (const char *id,
                                        const ProseSegment *source,
                                        const ProseSegment *target);
void prose_parity_pair_free (ProseParityPair *self);

GPtrArray *prose_parity_pairs_new (GPtrArray *segments);
void prose_parity_pairs_set_limits (GPtrArray *pairs, GPtrArray *units);
GPtrArray *prose_parity_pairs_align (GPtrArray *sources, GPtrArray *targets);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseParityPair, prose_parity_pair_free)

G_END_DECLS
