/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MellowProof:
 * @text: an address or a note
 * @owner: (nullable): who answers for it
 * @valid_until: (nullable): the last day on which it holds, as `2026-12-31`; %NULL for
 *   good
 *
 * Where the proof of a claim is.
 */
typedef struct {
  char *text;
  char *owner;
  char *valid_until;
} MellowProof;

#define MELLOW_TYPE_PROOF (mellow_proof_get_type ())
GType mellow_proof_get_type (void);

MellowProof *mellow_proof_new (const char *text, const char *owner, const char *valid_until);
MellowProof *mellow_proof_copy (const MellowProof *self);
void mellow_proof_free (MellowProof *self);
gboolean mellow_proof_equal (const MellowProof *self, const MellowProof *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MellowProof, mellow_proof_free)

G_END_DECLS
