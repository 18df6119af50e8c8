/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-claim-list.h"

#include <glib/gi18n.h>

#include "mellow-day.h"
#include "mellow-phrase.h"
#include "mellow-text-check.h"

/* The writer pauses for so long before the list is brought up to date, in
 * milliseconds: to do so takes a look at the whole text. */
#define PAUSE 200

/**
 * MellowClaimList:
 *
 * What a text claims, as a list of [class@Mellow.Claim]: those whose proof has run out,
 * those without one, those whose proof runs out soon, the proven ones; each in the
 * order of the text. It follows the text and its proofs when the writer pauses.
 */
struct _MellowClaimList {
  GObject parent_instance;

  MellowDraft *draft;
  GPtrArray *claims;
  guint source;
};

static void mellow_claim_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MellowClaimList,
                               mellow_claim_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      mellow_claim_list_model_init))

static GType
get_item_type (GListModel *model)
{
  return MELLOW_TYPE_CLAIM;
}

static guint
get_n_items (GListModel *model)
{
  return MELLOW_CLAIM_LIST (model)->claims->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  MellowClaimList *self = MELLOW_CLAIM_LIST (model);

  return position < self->claims->len ? g_object_ref (self->claims->pdata[position]) : NULL;
}

static void
mellow_claim_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
mellow_claim_list_dispose (GObject *object)
{
  MellowClaimList *self = MELLOW_CLAIM_LIST (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (mellow_claim_list_parent_class)->dispose (object);
}

static void
mellow_claim_list_finalize (GObject *object)
{
  g_ptr_array_unref (MELLOW_CLAIM_LIST (object)->claims);

  G_OBJECT_CLASS (mellow_claim_list_parent_class)->finalize (object);
}

static void
mellow_claim_list_class_init (MellowClaimListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mellow_claim_list_dispose;
  object_class->finalize = mellow_claim_list_finalize;
}

static void
mellow_claim_list_init (MellowClaimList *self)
{
  self->claims = g_ptr_array_new_with_free_func (g_object_unref);
}

/* --- following the text --- */

static int
compare_claims (gconstpointer a, gconstpointer b)
{
  MellowClaim *first = *(MellowClaim *const *)a;
  MellowClaim *second = *(MellowClaim *const *)b;
  int difference = (int)mellow_claim_get_standing (first) - (int)mellow_claim_get_standing (second);
  guint start = mellow_claim_get_span (first).start;
  guint other = mellow_claim_get_span (second).start;

  return difference != 0 ? difference : (start > other) - (start < other);
}

/* In the words that a reader sees. */
static MellowClaim *
create_claim (MellowReview *review, const ProseClaim *claim)
{
  g_auto (ProseMarkedSentence) sentence =
      prose_marked_sentence_of_live (mellow_review_get_checker (review), &claim->mark);

  return mellow_claim_new (claim, &sentence, mellow_day_get_date (mellow_day_get_default ()));
}

/* What is proven makes no mark, nor does what presses nobody, and both are claims: so the
 * whole text is checked anew. */
static GPtrArray *
read_claims (MellowReview *review)
{
  ProseSpan all = mellow_review_get_whole (review);
  g_autofree char *text = mellow_review_dup_text (review, all);
  g_autoptr (GArray) marks = mellow_review_dup_marks (review, all);
  g_autoptr (ProseDocument) document = prose_document_new (text, all.end);
  ProseIgnoreList *ignored =
      prose_live_checker_get_ignore_list (mellow_review_get_checker (review));
  g_autoptr (ProseChecker) checker = prose_checker_new (mellow_review_get_rules (review));

  prose_document_set_format (document, mellow_review_get_format (review));
  return mellow_text_find_claims (checker, ignored, document, NULL, marks);
}

static GPtrArray *
find_claims (MellowClaimList *self)
{
  MellowReview *review = mellow_draft_get_review (self->draft);
  g_autoptr (GPtrArray) found = read_claims (review);
  GPtrArray *claims = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (claims, create_claim (review, found->pdata[i]));
  g_ptr_array_sort (claims, compare_claims);

  return claims;
}

/* Keeps the item of a claim that shows what it showed before. */
static gboolean
keep_item (GPtrArray *old, guint i, GPtrArray *claims, guint j)
{
  MellowClaim *known = old->pdata[i];
  MellowClaim *found = claims->pdata[j];

  if (!mellow_claim_is_same (known, found))
    return FALSE;

  mellow_claim_set_span (known, mellow_claim_get_span (found));
  g_object_unref (found);
  claims->pdata[j] = g_object_ref (known);
  return TRUE;
}

/* Only what is different is told of, so that the rows of all else stay. */
static void
take_claims (MellowClaimList *self, GPtrArray *claims)
{
  g_autoptr (GPtrArray) old = self->claims;
  guint first = 0, last = 0;
  guint least = MIN (old->len, claims->len);

  while (first < least && keep_item (old, first, claims, first))
    first++;
  while (last < least - first &&
         keep_item (old, old->len - 1 - last, claims, claims->len - 1 - last))
    last++;

  self->claims = claims;
  if (first + last < old->len || first + last < claims->len)
    g_list_model_items_changed (G_LIST_MODEL (self), first, old->len - first - last,
                                claims->len - first - last);
}

static gboolean
on_paused (gpointer user_data)
{
  MellowClaimList *self = user_data;

  self->source = 0;
  take_claims (self, find_claims (self));
  return G_SOURCE_REMOVE;
}

static void
await_pause (MellowClaimList *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add_full (G_PRIORITY_LOW, PAUSE, on_paused, self, NULL);
}

/**
 * mellow_claim_list_new:
 * @draft: a draft
 *
 * Returns: (transfer full): what its text claims
 */
MellowClaimList *
mellow_claim_list_new (MellowDraft *draft)
{
  MellowClaimList *self;

  g_return_val_if_fail (MELLOW_IS_DRAFT (draft), NULL);

  self = g_object_new (MELLOW_TYPE_CLAIM_LIST, NULL);
  self->draft = g_object_ref (draft);
  g_signal_connect_object (mellow_draft_get_review (draft), "changed", G_CALLBACK (await_pause),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mellow_day_get_default (), "notify::date", G_CALLBACK (await_pause),
                           self, G_CONNECT_SWAPPED);
  take_claims (self, find_claims (self));

  return self;
}

/**
 * mellow_claim_list_update:
 * @self: a list
 *
 * Brings the list up to date now, if it is not.
 */
void
mellow_claim_list_update (MellowClaimList *self)
{
  g_return_if_fail (MELLOW_IS_CLAIM_LIST (self));

  if (self->source == 0)
    return;

  g_clear_handle_id (&self->source, g_source_remove);
  take_claims (self, find_claims (self));
}

/* --- in words --- */

/**
 * mellow_claim_list_count:
 * @self: a list
 * @standing: how a claim may stand
 *
 * Returns: how many of its claims stand so
 */
guint
mellow_claim_list_count (MellowClaimList *self, MellowClaimStanding standing)
{
  guint n = 0;

  g_return_val_if_fail (MELLOW_IS_CLAIM_LIST (self), 0);

  for (guint i = 0; i < self->claims->len; i++)
    n += mellow_claim_get_standing (self->claims->pdata[i]) == standing;

  return n;
}

static void
add_count (GPtrArray *parts, const char *format, guint n)
{
  if (n > 0)
    g_ptr_array_add (parts, g_strdup_printf (format, n));
}

/**
 * mellow_claim_list_describe:
 * @self: a list
 *
 * Returns: (transfer full): how many claims there are, and how they stand:
 *   `5 claims: 2 proven, 1 expired`
 */
char *
mellow_claim_list_describe (MellowClaimList *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *total = NULL, *standings = NULL;
  guint soon;

  g_return_val_if_fail (MELLOW_IS_CLAIM_LIST (self), NULL);

  soon = mellow_claim_list_count (self, MELLOW_CLAIM_SOON);
  total =
      g_strdup_printf (ngettext ("%u claim", "%u claims", self->claims->len), self->claims->len);
  /* Translators: of the claims counted before it, so many are: */
  add_count (parts, _ ("%u proven"), mellow_claim_list_count (self, MELLOW_CLAIM_PROVEN) + soon);
  add_count (parts, ngettext ("%u of them runs out soon", "%u of them run out soon", soon), soon);
  add_count (parts, _ ("%u expired"), mellow_claim_list_count (self, MELLOW_CLAIM_EXPIRED));
  if (parts->len == 0)
    return g_steal_pointer (&total);

  g_ptr_array_add (parts, NULL);
  standings = g_strjoinv (", ", (char **)parts->pdata);
  return mellow_phrase_join (total, standings);
}

/* --- as a table --- */

/* A cell has no line ends and tabs of its own. */
static void
append_cell (GString *table, const char *text, char end)
{
  gsize start = table->len;

  g_string_append (table, text != NULL ? text : "");
  g_strdelimit (table->str + start, "\t\r\n", ' ');
  g_string_append_c (table, end);
}

static void
append_head (GString *table)
{
  append_cell (table, _ ("Claim"), '\t');
  append_cell (table, _ ("Sentence"), '\t');
  append_cell (table, _ ("Kind"), '\t');
  append_cell (table, _ ("State"), '\t');
  append_cell (table, _ ("Why it may want a proof"), '\t');
  append_cell (table, _ ("Reference"), '\t');
  append_cell (table, _ ("Proof"), '\t');
  append_cell (table, _ ("Owner"), '\t');
  append_cell (table, _ ("Valid until"), '\n');
}

static void
append_row (GString *table, MellowClaim *claim)
{
  const ProseRule *rule = mellow_claim_get_rule (claim);
  const MellowProof *proof = mellow_claim_get_proof (claim);
  g_autofree char *standing = mellow_claim_describe_standing (claim);

  append_cell (table, mellow_claim_get_phrase (claim), '\t');
  append_cell (table, mellow_claim_get_excerpt (claim, NULL), '\t');
  append_cell (table, mellow_claim_get_kind (claim), '\t');
  append_cell (table, standing, '\t');
  append_cell (table, rule->why, '\t');
  append_cell (table, rule->reference, '\t');
  append_cell (table, proof != NULL ? proof->text : NULL, '\t');
  append_cell (table, proof != NULL ? proof->owner : NULL, '\t');
  append_cell (table, proof != NULL ? proof->valid_until : NULL, '\n');
}

/**
 * mellow_claim_list_dup_table:
 * @self: a list
 *
 * Returns: (transfer full): the claims as a table with a head, a row a line, its cells
 *   separated by tabs
 */
char *
mellow_claim_list_dup_table (MellowClaimList *self)
{
  GString *table = g_string_new (NULL);

  g_return_val_if_fail (MELLOW_IS_CLAIM_LIST (self), NULL);

  append_head (table);
  for (guint i = 0; i < self->claims->len; i++)
    append_row (table, self->claims->pdata[i]);

  return g_string_free (table, FALSE);
}
