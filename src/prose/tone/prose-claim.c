/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The claims of a text: what it says that somebody may want to see proven. It is a
 * list of questions, not of faults: proven claims are in it, too. */

#include "tone/prose-claim.h"

static ProseClaim *
claim_new (const ProseDiagnostic *mark, ProseIgnoreEntry *proof, const char *today)
{
  ProseClaim *self = g_new0 (ProseClaim, 1);

  self->mark = *mark;
  if (proof == NULL)
    return self;

  self->entry = prose_ignore_entry_ref (proof);
  self->state =
      prose_ignore_entry_has_expired (proof, today) ? PROSE_CLAIM_EXPIRED : PROSE_CLAIM_PROVEN;
  return self;
}

static void
claim_free (ProseClaim *self)
{
  g_clear_pointer (&self->entry, prose_ignore_entry_unref);
  g_free (self);
}

/* The claim that a mark makes; NULL if it is ignored for another reason than a
 * proof: a quotation is nobody's claim. */
static ProseClaim *
create_claim (const char *text, const ProseDiagnostic *mark, const ProseIgnoreList *ignored)
{
  g_autofree char *phrase = NULL;
  ProseIgnoreEntry *proof;

  if (ignored == NULL)
    return claim_new (mark, NULL, NULL);

  phrase = prose_ignore_key_dup_phrase (text, mark->span);
  proof = prose_ignore_list_find_proof (ignored, mark->rule, text, mark->sentence, mark->span);
  if (proof == NULL && prose_ignore_list_ignores (ignored, mark->rule, phrase, mark->span.start))
    return NULL;

  return claim_new (mark, proof, prose_ignore_list_get_today (ignored));
}

/* What two rules say of the same words is one claim. */
static gboolean
has_claim_on (const GPtrArray *claims, ProseSpan words)
{
  for (guint i = 0; i < claims->len; i++)
    if (prose_span_overlaps (((const ProseClaim *)claims->pdata[i])->mark.span, words))
      return TRUE;

  return FALSE;
}

static void
add_claim (GPtrArray *claims,
           const char *text,
           const ProseDiagnostic *mark,
           const ProseIgnoreList *ignored)
{
  ProseClaim *claim = NULL;

  if (prose_rule_makes_claims (mark->rule))
    claim = create_claim (text, mark, ignored);
  if (claim != NULL)
    g_ptr_array_add (claims, claim);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const ProseClaim *first = *(const ProseClaim *const *)a;
  const ProseClaim *second = *(const ProseClaim *const *)b;

  return prose_diagnostic_compare_places (&first->mark, &second->mark);
}

/**
 * prose_claims_new:
 * @text: a text
 * @marks: (element-type ProseDiagnostic): all its marks, as if nothing were ignored
 * @shown: (nullable) (element-type ProseDiagnostic): those that are left when something
 *   is; what one rule is not to say of a phrase, another may say then
 * @ignored: (nullable): what the text ignores, proofs among it
 *
 * Returns: (transfer full) (element-type ProseClaim): its claims in their order; they
 *   live as long as the rules do
 */
GPtrArray *
prose_claims_new (const char *text,
                  const GArray *marks,
                  const GArray *shown,
                  const ProseIgnoreList *ignored)
{
  GPtrArray *claims = g_ptr_array_new_with_free_func ((GDestroyNotify)claim_free);

  for (guint i = 0; i < marks->len; i++)
    add_claim (claims, text, &g_array_index (marks, ProseDiagnostic, i), ignored);
  for (guint i = 0; shown != NULL && i < shown->len; i++) {
    const ProseDiagnostic *mark = &g_array_index (shown, ProseDiagnostic, i);

    if (!has_claim_on (claims, mark->span))
      add_claim (claims, text, mark, ignored);
  }
  g_ptr_array_sort (claims, compare_places);

  return claims;
}

/**
 * prose_claim_state_to_string:
 * @state: a state
 *
 * Returns: its name for machines (`open`)
 */
const char *
prose_claim_state_to_string (ProseClaimState state)
{
  static const char *const names[] = {
    [PROSE_CLAIM_OPEN] = "open",
    [PROSE_CLAIM_PROVEN] = "proven",
    [PROSE_CLAIM_EXPIRED] = "expired",
  };

  g_return_val_if_fail (state < G_N_ELEMENTS (names), NULL);

  return names[state];
}
