/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The claims of a text: what it says that somebody may want to see proven. It is a
 * list of questions, not of faults: proven claims are in it, too. */

#include "tone/prose-claim.h"

#include "check/prose-marked-sentence.h"

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
create_claim (ProseDocument *document, const ProseDiagnostic *mark, const ProseIgnoreList *ignored)
{
  g_auto (ProseMarkedSentence) sentence = { NULL };
  g_autofree char *phrase = NULL;
  ProseIgnoreEntry *proof;

  if (ignored == NULL)
    return claim_new (mark, NULL, NULL);

  sentence = prose_marked_sentence_of_document (document, mark);
  phrase = prose_ignore_key_dup_phrase (sentence.text, sentence.place);
  proof = prose_marked_sentence_find_proof (&sentence, mark->rule, ignored);
  if (proof == NULL && prose_ignore_list_ignores (ignored, mark->rule, phrase, mark->span.start))
    return NULL;

  return claim_new (mark, proof, prose_ignore_list_get_today (ignored));
}

/* Whether one of the first n claims, which are in the order of the text, is about some
 * of the words: what two rules say of the same is one claim. */
static gboolean
has_claim_on (const GPtrArray *claims, guint n, ProseSpan words)
{
  guint first = 0;
  guint next = n;

  while (first < next) {
    guint middle = (first + next) / 2;

    if (((const ProseClaim *)claims->pdata[middle])->mark.span.end <= words.start)
      first = middle + 1;
    else
      next = middle;
  }
  return first < n &&
         prose_span_overlaps (((const ProseClaim *)claims->pdata[first])->mark.span, words);
}

static void
add_claim (GPtrArray *claims,
           ProseDocument *document,
           const ProseDiagnostic *mark,
           const ProseIgnoreList *ignored)
{
  ProseClaim *claim = NULL;

  if (prose_rule_makes_claims (mark->rule))
    claim = create_claim (document, mark, ignored);
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
 * @document: a text
 * @marks: (element-type ProseDiagnostic): all its marks, as if nothing were ignored
 * @shown: (nullable) (element-type ProseDiagnostic): those that are left when something
 *   is; what one rule is not to say of a phrase, another may say then
 * @ignored: (nullable): what the text ignores, proofs among it
 *
 * Returns: (transfer full) (element-type ProseClaim): its claims in their order; they
 *   live as long as the rules do
 */
GPtrArray *
prose_claims_new (ProseDocument *document,
                  const GArray *marks,
                  const GArray *shown,
                  const ProseIgnoreList *ignored)
{
  GPtrArray *claims = g_ptr_array_new_with_free_func ((GDestroyNotify)claim_free);
  guint n;

  for (guint i = 0; i < marks->len; i++)
    add_claim (claims, document, &g_array_index (marks, ProseDiagnostic, i), ignored);
  n = claims->len;
  for (guint i = 0; shown != NULL && i < shown->len; i++) {
    const ProseDiagnostic *mark = &g_array_index (shown, ProseDiagnostic, i);

    if (!has_claim_on (claims, n, mark->span))
      add_claim (claims, document, mark, ignored);
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
