/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-proof.h"

#include <string.h>

/**
 * prose_proof_has_expired:
 * @self: a proof
 * @date: a day, as `2026-12-31`
 *
 * Returns: whether the proof no longer holds on @date
 */
gboolean
prose_proof_has_expired (const ProseProof *self, const char *date)
{
  return self->valid_until != NULL && strcmp (self->valid_until, date) < 0;
}

void
prose_proof_free (ProseProof *self)
{
  g_free (self->document);
  g_free (self->rule);
  g_free (self->phrase);
  g_free (self->text);
  g_free (self->owner);
  g_free (self->valid_until);
  g_free (self);
}
