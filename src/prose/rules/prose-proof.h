/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ProseProof:
 * @document: the document's URI; empty for all documents
 * @rule: the id of the rule that asks for the proof
 * @phrase: the claim, its words folded
 * @text: the proof: an address, a note
 * @owner: who answers for it; may be empty
 * @valid_until: (nullable): the last day on which it holds, as `2026-12-31`
 * @created: when, in seconds since 1970; 0 for now
 *
 * The proof of a claim. Known by document, rule and phrase.
 */
typedef struct {
  char *document;
  char *rule;
  char *phrase;
  char *text;
  char *owner;
  char *valid_until;
  gint64 created;
} ProseProof;

gboolean prose_proof_has_expired (const ProseProof *self, const char *date);
void prose_proof_free (ProseProof *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseProof, prose_proof_free)

G_END_DECLS
