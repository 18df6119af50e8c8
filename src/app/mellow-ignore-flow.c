/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the writer decides about a mark besides rewriting it, and about what is
 * ignored: each is one step to undo, and is told of in passing.
 */

#include "mellow-ignore-flow.h"

#include <glib/gi18n.h>

#include "mellow-phrase.h"

/* An item that was put into the list or taken out of it, or is changed. */
typedef struct {
  MellowPage *page; /* not held: the history belongs to its draft */
  MellowIgnoredItem *item;

  /* What else the item could have, for a change of it. */
  ProseIgnoreReason reason;
  MellowProof *proof;
} Choice;

static Choice *
choice_new (MellowPage *page, MellowIgnoredItem *item)
{
  Choice *choice = g_new0 (Choice, 1);

  g_set_weak_pointer (&choice->page, page);
  choice->item = g_object_ref (item);
  return choice;
}

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_clear_weak_pointer (&choice->page);
  g_object_unref (choice->item);
  g_clear_pointer (&choice->proof, mellow_proof_free);
  g_free (choice);
}

static MellowIgnoredList *
get_list (MellowPage *page)
{
  return mellow_draft_get_ignored (mellow_page_get_draft (page));
}

static void
decide (MellowPage *page, const MellowDecision *decision, Choice *choice)
{
  MellowReview *review = mellow_draft_get_review (mellow_page_get_draft (page));

  mellow_history_add (mellow_review_get_history (review), decision, choice);
}

static void
tell_if_it_failed (MellowPage *page, const GError *error)
{
  if (error != NULL)
    mellow_page_tell (page, error->message);
}

/* --- into the list, and out of it --- */

static void
put_in (gpointer data)
{
  const Choice *choice = data;
  g_autoptr (GError) error = NULL;

  mellow_ignored_list_add (get_list (choice->page), choice->item, &error);
  tell_if_it_failed (choice->page, error);
}

static void
take_out (gpointer data)
{
  const Choice *choice = data;
  g_autoptr (GError) error = NULL;

  mellow_ignored_list_remove (get_list (choice->page), choice->item, &error);
  tell_if_it_failed (choice->page, error);
}

static const MellowDecision IGNORING = { take_out, put_in, choice_free };
static const MellowDecision STOPPING = { put_in, take_out, choice_free };

/* --- telling --- */

/* Makes it a step to undo, and says what was done to the item. */
static void
finish (MellowPage *page,
        MellowIgnoredItem *item,
        const MellowDecision *decision,
        Choice *choice,
        const char *format)
{
  gboolean is_rule = mellow_ignored_item_get_subject (item) == PROSE_IGNORE_RULE;
  g_autofree char *name = mellow_phrase_quote_short (
      is_rule ? mellow_ignored_item_get_title (item) : mellow_ignored_item_get_phrase (item));
  g_autofree char *text = g_strdup_printf (format, name);

  decide (page, decision, choice);
  mellow_page_tell_undoable (page, text);
}

/* After an item came in, or could not. */
static void
finish_ignoring (MellowPage *page, MellowIgnoredItem *item, const GError *error, const char *format)
{
  if (item != NULL)
    finish (page, item, &IGNORING, choice_new (page, item), format);
  else
    tell_if_it_failed (page, error);
}

static gboolean
find_mark (MellowPage *page, guint position, ProseDiagnostic *mark)
{
  MellowReview *review = mellow_draft_get_review (mellow_page_get_draft (page));

  if (position >= mellow_review_get_n_marks (review)) {
    mellow_page_tell (page, _ ("This phrase is not marked any more"));
    return FALSE;
  }

  *mark = mellow_review_get_mark (review, position);
  return TRUE;
}

static const char *
get_words_for_ignored (ProseIgnoreLevel level)
{
  switch (level) {
  case PROSE_IGNORE_HERE:
    /* Translators: %s is a phrase in quotation marks, here and below. */
    return _ ("%s is ignored here");
  case PROSE_IGNORE_IN_DOCUMENT:
    return _ ("%s is ignored in this document");
  case PROSE_IGNORE_EVERYWHERE:
  default:
    return _ ("%s is ignored everywhere");
  }
}

/**
 * mellow_ignore_flow_ignore:
 * @page: a page
 * @mark: the position of one of its marks
 * @level: how far it reaches
 * @reason: why
 *
 * Leaves a mark as it is, and does not mark it any more.
 */
void
mellow_ignore_flow_ignore (MellowPage *page,
                           guint mark,
                           ProseIgnoreLevel level,
                           ProseIgnoreReason reason)
{
  g_autoptr (GError) error = NULL;
  MellowIgnoredItem *item;
  ProseDiagnostic diagnostic;

  g_return_if_fail (MELLOW_IS_PAGE (page));

  if (!find_mark (page, mark, &diagnostic))
    return;

  item = mellow_ignored_list_ignore (get_list (page), &diagnostic, level, reason, &error);
  finish_ignoring (page, item, error, get_words_for_ignored (level));
}

/**
 * mellow_ignore_flow_turn_rule_off:
 * @page: a page
 * @mark: the position of one of its marks
 * @level: in the document, or everywhere
 * @reason: why
 *
 * Turns off the rule behind a mark.
 */
void
mellow_ignore_flow_turn_rule_off (MellowPage *page,
                                  guint mark,
                                  ProseIgnoreLevel level,
                                  ProseIgnoreReason reason)
{
  g_autoptr (GError) error = NULL;
  MellowIgnoredItem *item;
  ProseDiagnostic diagnostic;

  g_return_if_fail (MELLOW_IS_PAGE (page));
  g_return_if_fail (level != PROSE_IGNORE_HERE);

  if (!find_mark (page, mark, &diagnostic))
    return;

  item =
      mellow_ignored_list_turn_rule_off (get_list (page), diagnostic.rule, level, reason, &error);
  /* Translators: %s is the name of a rule in quotation marks, here and below. */
  finish_ignoring (page, item, error,
                   level == PROSE_IGNORE_EVERYWHERE ? _ ("The rule %s is off everywhere")
                                                    : _ ("The rule %s is off in this document"));
}

/**
 * mellow_ignore_flow_stop:
 * @page: a page
 * @item: something that it ignores
 *
 * Marks again what was ignored.
 */
void
mellow_ignore_flow_stop (MellowPage *page, MellowIgnoredItem *item)
{
  g_autoptr (MellowIgnoredItem) stopped = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (MELLOW_IS_PAGE (page));
  g_return_if_fail (MELLOW_IS_IGNORED_ITEM (item));

  stopped = g_object_ref (item);
  if (mellow_ignored_list_remove (get_list (page), stopped, &error))
    finish (page, stopped, &STOPPING, choice_new (page, stopped),
            mellow_ignored_item_get_subject (stopped) == PROSE_IGNORE_RULE
                ? _ ("The rule %s is on again")
                : _ ("%s is marked again"));
  else
    tell_if_it_failed (page, error);
}

/* --- changes --- */

static void
exchange_reason (gpointer data)
{
  Choice *choice = data;
  ProseIgnoreReason before = mellow_ignored_item_get_reason (choice->item);
  g_autoptr (GError) error = NULL;

  if (mellow_ignored_list_set_reason (get_list (choice->page), choice->item, choice->reason,
                                      &error))
    choice->reason = before;
  tell_if_it_failed (choice->page, error);
}

static const MellowDecision CHANGING_REASON = { exchange_reason, exchange_reason, choice_free };

/**
 * mellow_ignore_flow_set_reason:
 * @page: a page
 * @item: something that it ignores
 * @reason: why
 */
void
mellow_ignore_flow_set_reason (MellowPage *page, MellowIgnoredItem *item, ProseIgnoreReason reason)
{
  Choice *choice;

  g_return_if_fail (MELLOW_IS_PAGE (page));
  g_return_if_fail (MELLOW_IS_IGNORED_ITEM (item));

  if (mellow_ignored_item_get_reason (item) == reason)
    return;

  choice = choice_new (page, item);
  choice->reason = reason;
  exchange_reason (choice);
  decide (page, &CHANGING_REASON, choice);
}

static void
exchange_proof (gpointer data)
{
  Choice *choice = data;
  g_autoptr (MellowProof) before = mellow_ignored_item_dup_proof (choice->item);
  g_autoptr (GError) error = NULL;

  if (!mellow_ignored_list_set_proof (get_list (choice->page), choice->item, choice->proof,
                                      &error)) {
    tell_if_it_failed (choice->page, error);
    return;
  }

  mellow_proof_free (choice->proof);
  choice->proof = g_steal_pointer (&before);
}

static const MellowDecision CHANGING_PROOF = { exchange_proof, exchange_proof, choice_free };

/**
 * mellow_ignore_flow_set_proof:
 * @page: a page
 * @item: a claim that is proven
 * @proof: the proof
 */
void
mellow_ignore_flow_set_proof (MellowPage *page, MellowIgnoredItem *item, const MellowProof *proof)
{
  Choice *choice;

  g_return_if_fail (MELLOW_IS_PAGE (page));
  g_return_if_fail (MELLOW_IS_IGNORED_ITEM (item));

  choice = choice_new (page, item);
  choice->proof = mellow_proof_copy (proof);
  exchange_proof (choice);
  decide (page, &CHANGING_PROOF, choice);
}

/* What is proven now, and how: what is marked may be a claim whose proof has expired. */
static GPtrArray *
dup_claims (MellowPage *page)
{
  GListModel *list = G_LIST_MODEL (get_list (page));
  GPtrArray *claims = g_ptr_array_new_with_free_func (choice_free);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (MellowIgnoredItem) item = g_list_model_get_item (list, i);
    Choice *choice;

    if (mellow_ignored_item_get_subject (item) != PROSE_IGNORE_CLAIM)
      continue;
    choice = choice_new (page, item);
    choice->proof = mellow_ignored_item_dup_proof (item);
    g_ptr_array_add (claims, choice);
  }
  return claims;
}

static Choice *
steal_claim (GPtrArray *claims, MellowIgnoredItem *item)
{
  for (guint i = 0; i < claims->len; i++)
    if (((const Choice *)claims->pdata[i])->item == item)
      return g_ptr_array_steal_index (claims, i);

  return NULL;
}

/**
 * mellow_ignore_flow_prove:
 * @page: a page
 * @rule: a rule that asks for a proof
 * @phrase: the words in the text of @page that it asks for
 * @proof: the proof
 *
 * Says that a claim of the text is true, and where the proof is.
 */
void
mellow_ignore_flow_prove (MellowPage *page,
                          const ProseRule *rule,
                          const char *phrase,
                          const MellowProof *proof)
{
  g_autoptr (GPtrArray) claims = NULL;
  g_autoptr (GError) error = NULL;
  MellowIgnoredItem *item;
  Choice *renewed;

  g_return_if_fail (MELLOW_IS_PAGE (page));
  g_return_if_fail (rule != NULL && phrase != NULL && proof != NULL);

  claims = dup_claims (page);
  item = mellow_ignored_list_prove (get_list (page), rule, phrase, proof, &error);
  renewed = item != NULL ? steal_claim (claims, item) : NULL;
  if (renewed != NULL)
    finish (page, item, &CHANGING_PROOF, renewed, _ ("%s is proven"));
  else
    finish_ignoring (page, item, error, _ ("%s is proven"));
}

/**
 * mellow_ignore_flow_prove_mark:
 * @page: a page
 * @mark: the position of one of its marks
 * @proof: the proof
 *
 * Says that what is marked is true, and where the proof is.
 */
void
mellow_ignore_flow_prove_mark (MellowPage *page, guint mark, const MellowProof *proof)
{
  MellowReview *review;
  g_autofree char *phrase = NULL;
  ProseDiagnostic diagnostic;

  g_return_if_fail (MELLOW_IS_PAGE (page));
  g_return_if_fail (proof != NULL);

  if (!find_mark (page, mark, &diagnostic))
    return;

  review = mellow_draft_get_review (mellow_page_get_draft (page));
  phrase = mellow_review_dup_copy (review, diagnostic.span);
  mellow_ignore_flow_prove (page, diagnostic.rule, phrase, proof);
}
