/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-proof.h"

G_DEFINE_BOXED_TYPE (MellowProof, mellow_proof, mellow_proof_copy, mellow_proof_free)

/**
 * mellow_proof_new:
 * @text: an address or a note
 * @owner: (nullable): who answers for it
 * @valid_until: (nullable): the last day on which it holds, as `2026-12-31`
 *
 * Returns: (transfer full): a proof
 */
MellowProof *
mellow_proof_new (const char *text, const char *owner, const char *valid_until)
{
  MellowProof *self = g_new (MellowProof, 1);

  self->text = g_strdup (text);
  self->owner = g_strdup (owner);
  self->valid_until = g_strdup (valid_until);
  return self;
}

MellowProof *
mellow_proof_copy (const MellowProof *self)
{
  return mellow_proof_new (self->text, self->owner, self->valid_until);
}

void
mellow_proof_free (MellowProof *self)
{
  g_free (self->text);
  g_free (self->owner);
  g_free (self->valid_until);
  g_free (self);
}

/**
 * mellow_proof_equal:
 * @self: (nullable): a proof
 * @other: (nullable): another
 *
 * Returns: whether both say the same, or there is none twice
 */
gboolean
mellow_proof_equal (const MellowProof *self, const MellowProof *other)
{
  if (self == NULL || other == NULL)
    return self == other;

  return g_strcmp0 (self->text, other->text) == 0 && g_strcmp0 (self->owner, other->owner) == 0 &&
         g_strcmp0 (self->valid_until, other->valid_until) == 0;
}
