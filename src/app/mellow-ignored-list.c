/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-ignored-list.h"

#include <glib/gi18n.h>

#include "mellow-day.h"

/**
 * MellowIgnoredList:
 *
 * What a draft ignores, as a list of [class@Mellow.IgnoredItem]: that of its
 * document, the oldest first, and then what the user ignores everywhere. All that is
 * ignored, or no longer, goes through it: it tells the review, which follows at once,
 * and the library.
 */
struct _MellowIgnoredList {
  GObject parent_instance;

  MellowReview *review;
  MellowDocumentData *data;
  MellowRuleLibrary *library; /* NULL if nothing can be ignored everywhere */
  ProseIgnoreList *ignored;   /* of the document, as the review has it */
  GPtrArray *items;
  MellowIgnoredItem *returning; /* what is being put back, or NULL */
};

enum {
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void mellow_ignored_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MellowIgnoredList,
                               mellow_ignored_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      mellow_ignored_list_model_init))

static GType
get_item_type (GListModel *model)
{
  return MELLOW_TYPE_IGNORED_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return MELLOW_IGNORED_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  MellowIgnoredList *self = MELLOW_IGNORED_LIST (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
mellow_ignored_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
mellow_ignored_list_dispose (GObject *object)
{
  MellowIgnoredList *self = MELLOW_IGNORED_LIST (object);

  g_clear_object (&self->review);
  g_clear_object (&self->data);
  g_clear_object (&self->library);
  g_clear_pointer (&self->ignored, prose_ignore_list_unref);
  g_ptr_array_set_size (self->items, 0);

  G_OBJECT_CLASS (mellow_ignored_list_parent_class)->dispose (object);
}

static void
mellow_ignored_list_finalize (GObject *object)
{
  g_ptr_array_unref (MELLOW_IGNORED_LIST (object)->items);

  G_OBJECT_CLASS (mellow_ignored_list_parent_class)->finalize (object);
}

static void
mellow_ignored_list_class_init (MellowIgnoredListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mellow_ignored_list_dispose;
  object_class->finalize = mellow_ignored_list_finalize;

  /**
   * MellowIgnoredList::edited:
   * @self: a list
   *
   * The document ignores something else, or for another reason: it is to be kept.
   */
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
mellow_ignored_list_init (MellowIgnoredList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/* --- items --- */

/**
 * mellow_ignored_list_find:
 * @self: a list
 * @entry: something that may be ignored
 *
 * Returns: (transfer none) (nullable): the item that ignores the very same
 */
MellowIgnoredItem *
mellow_ignored_list_find (MellowIgnoredList *self, const ProseIgnoreEntry *entry)
{
  g_return_val_if_fail (MELLOW_IS_IGNORED_LIST (self), NULL);
  g_return_val_if_fail (entry != NULL, NULL);

  for (guint i = 0; i < self->items->len; i++)
    if (prose_ignore_entry_is_same (mellow_ignored_item_get_entry (self->items->pdata[i]), entry))
      return self->items->pdata[i];

  return NULL;
}

/* Entries of the library are made anew each time; those of the document are not. */
static gboolean
is_item_of (MellowIgnoredItem *item, const ProseIgnoreEntry *entry)
{
  const ProseIgnoreEntry *own = mellow_ignored_item_get_entry (item);

  return own == entry || (entry->level == PROSE_IGNORE_EVERYWHERE && own->reason == entry->reason &&
                          prose_ignore_entry_is_same (own, entry));
}

/* What is known already keeps its item. */
static MellowIgnoredItem *
dup_item (MellowIgnoredList *self, ProseIgnoreEntry *entry)
{
  if (self->returning != NULL && is_item_of (self->returning, entry))
    return g_object_ref (self->returning);

  for (guint i = 0; i < self->items->len; i++)
    if (is_item_of (self->items->pdata[i], entry))
      return g_object_ref (self->items->pdata[i]);

  return mellow_ignored_item_new (entry);
}

static void
add_item (MellowIgnoredList *self, GPtrArray *items, ProseIgnoreEntry *entry)
{
  g_ptr_array_add (items, dup_item (self, entry));
}

static void
add_phrases (MellowIgnoredList *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) phrases = mellow_rule_library_dup_ignored (self->library, NULL);

  for (guint i = 0; phrases != NULL && i < phrases->len; i++) {
    const ProseIgnoredPhrase *phrase = phrases->pdata[i];
    g_autoptr (ProseIgnoreEntry) entry = NULL;

    if (phrase->level != PROSE_IGNORE_EVERYWHERE)
      continue;
    entry = prose_ignore_entry_new_for_phrase (phrase->level, NULL, phrase->rule, phrase->phrase);
    entry->reason = phrase->reason;
    entry->created = phrase->created;
    add_item (self, items, entry);
  }
}

static void
add_rules (MellowIgnoredList *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) rules = mellow_rule_library_dup_off (self->library, NULL);

  for (guint i = 0; rules != NULL && i < rules->len; i++) {
    const ProseRuleOff *off = rules->pdata[i];
    g_autoptr (ProseIgnoreEntry) entry =
        prose_ignore_entry_new_for_rule (PROSE_IGNORE_EVERYWHERE, off->language, off->rule);

    entry->reason = off->reason;
    entry->created = off->created;
    add_item (self, items, entry);
  }
}

static void
refresh (MellowIgnoredList *self)
{
  const char *today = prose_ignore_list_get_today (self->ignored);

  for (guint i = 0; i < self->items->len; i++)
    mellow_ignored_item_refresh (self->items->pdata[i], today);
}

static void
rebuild (MellowIgnoredList *self)
{
  g_autoptr (GPtrArray) old = self->items;
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < prose_ignore_list_get_n_entries (self->ignored); i++)
    add_item (self, items, prose_ignore_list_get_entry (self->ignored, i));
  if (self->library != NULL) {
    add_phrases (self, items);
    add_rules (self, items);
  }
  self->items = items;
  refresh (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, old->len, items->len);
}

/* --- what it follows --- */

static const char *
get_today (void)
{
  return mellow_day_get_date (mellow_day_get_default ());
}

/* A window may be open for days. */
static void
on_day_turned (MellowIgnoredList *self)
{
  mellow_review_set_today (self->review, get_today ());
  refresh (self);
}

static void
on_data_changed (MellowIgnoredList *self)
{
  ProseIgnoreList *ignored = mellow_document_data_get_ignored (self->data);

  if (self->ignored == ignored)
    return;

  g_clear_pointer (&self->ignored, prose_ignore_list_unref);
  self->ignored = prose_ignore_list_ref (ignored);
  prose_ignore_list_set_today (ignored, get_today ());
  mellow_review_set_ignore_list (self->review, ignored);
  rebuild (self);
}

/**
 * mellow_ignored_list_new:
 * @review: the review of a text
 * @data: what is known of that text
 *
 * Returns: (transfer full): what the text ignores, by which @review goes from now on
 */
MellowIgnoredList *
mellow_ignored_list_new (MellowReview *review, MellowDocumentData *data)
{
  MellowIgnoredList *self;

  g_return_val_if_fail (MELLOW_IS_REVIEW (review), NULL);
  g_return_val_if_fail (MELLOW_IS_DOCUMENT_DATA (data), NULL);

  self = g_object_new (MELLOW_TYPE_IGNORED_LIST, NULL);
  self->review = g_object_ref (review);
  self->data = g_object_ref (data);
  on_data_changed (self);
  g_signal_connect_object (data, "changed", G_CALLBACK (on_data_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (review, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mellow_day_get_default (), "notify::date", G_CALLBACK (on_day_turned),
                           self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * mellow_ignored_list_set_library:
 * @self: a list
 * @library: where it is kept what is ignored everywhere
 */
void
mellow_ignored_list_set_library (MellowIgnoredList *self, MellowRuleLibrary *library)
{
  g_return_if_fail (MELLOW_IS_IGNORED_LIST (self));
  g_return_if_fail (MELLOW_IS_RULE_LIBRARY (library));

  if (!g_set_object (&self->library, library))
    return;

  g_signal_connect_object (library, "changed", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  rebuild (self);
}

/* --- changing it --- */

static gboolean
require_library (MellowIgnoredList *self, GError **error)
{
  if (self->library != NULL)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       _ ("There is no place to keep what is ignored everywhere."));
  return FALSE;
}

static gboolean
set_phrase_everywhere (MellowIgnoredList *self,
                       const ProseIgnoreEntry *entry,
                       gboolean is_ignored,
                       GError **error)
{
  const ProseIgnoredPhrase phrase = { .level = PROSE_IGNORE_EVERYWHERE,
                                      .document = (char *)"",
                                      .rule = entry->key->rule,
                                      .phrase = entry->key->phrase,
                                      .before = (char *)"",
                                      .after = (char *)"",
                                      .reason = entry->reason,
                                      .created = entry->created };

  return mellow_rule_library_set_ignored (self->library, &phrase, is_ignored, error);
}

static gboolean
set_rule_everywhere (MellowIgnoredList *self,
                     const ProseIgnoreEntry *entry,
                     gboolean is_off,
                     GError **error)
{
  const ProseRuleOff off = { .document = (char *)"",
                             .language = (char *)entry->language,
                             .rule = entry->key->rule,
                             .reason = entry->reason,
                             .created = entry->created };

  return mellow_rule_library_set_rule_off (self->library, &off, is_off, error);
}

/* The library tells when it has changed, and the items follow. */
static gboolean
set_everywhere (MellowIgnoredList *self,
                const ProseIgnoreEntry *entry,
                gboolean is_ignored,
                GError **error)
{
  if (!require_library (self, error))
    return FALSE;

  return entry->subject == PROSE_IGNORE_RULE
             ? set_rule_everywhere (self, entry, is_ignored, error)
             : set_phrase_everywhere (self, entry, is_ignored, error);
}

static void
finish_edit (MellowIgnoredList *self)
{
  rebuild (self);
  g_signal_emit (self, signals[EDITED], 0);
}

static gboolean
add_entry (MellowIgnoredList *self, ProseIgnoreEntry *entry, GError **error)
{
  if (entry->level == PROSE_IGNORE_EVERYWHERE)
    return set_everywhere (self, entry, TRUE, error);

  mellow_review_add_ignored (self->review, entry);
  finish_edit (self);
  return TRUE;
}

static MellowIgnoredItem *
add_and_find (MellowIgnoredList *self, ProseIgnoreEntry *entry, GError **error)
{
  MellowIgnoredItem *item = mellow_ignored_list_find (self, entry);

  if (item != NULL || !add_entry (self, entry, error))
    return item;

  return mellow_ignored_list_find (self, entry);
}

/**
 * mellow_ignored_list_ignore:
 * @self: a list
 * @mark: a mark of its text
 * @level: how far it is to be ignored
 * @reason: why
 * @error: why it failed
 *
 * Ignores the phrase of a mark.
 *
 * Returns: (transfer none) (nullable): its item; %NULL with an error if it is to be
 *   ignored everywhere and that cannot be kept
 */
MellowIgnoredItem *
mellow_ignored_list_ignore (MellowIgnoredList *self,
                            const ProseDiagnostic *mark,
                            ProseIgnoreLevel level,
                            ProseIgnoreReason reason,
                            GError **error)
{
  g_autoptr (ProseIgnoreEntry) entry = NULL;

  g_return_val_if_fail (MELLOW_IS_IGNORED_LIST (self), NULL);
  g_return_val_if_fail (mark != NULL, NULL);

  entry = prose_live_checker_create_ignore_entry (mellow_review_get_checker (self->review), level,
                                                  mark);
  entry->reason = reason;
  if (level == PROSE_IGNORE_EVERYWHERE)
    entry->language = NULL;
  return add_and_find (self, entry, error);
}

/**
 * mellow_ignored_list_prove:
 * @self: a list
 * @rule: the rule that asks for the proof
 * @phrase: the words that it asks for
 * @proof: the proof
 * @error: why it failed
 *
 * Says that a claim is true, wherever the document makes it. One that has a proof
 * already gets this one.
 *
 * Returns: (transfer none): its item
 */
MellowIgnoredItem *
mellow_ignored_list_prove (MellowIgnoredList *self,
                           const ProseRule *rule,
                           const char *phrase,
                           const MellowProof *proof,
                           GError **error)
{
  g_autoptr (ProseIgnoreEntry) entry = NULL;
  MellowIgnoredItem *known;

  g_return_val_if_fail (MELLOW_IS_IGNORED_LIST (self), NULL);
  g_return_val_if_fail (rule != NULL && phrase != NULL && proof != NULL, NULL);

  entry = prose_ignore_entry_new_for_claim (rule->category->language, rule->id, phrase, proof->text,
                                            proof->valid_until);
  entry->owner = g_strdup (proof->owner);
  known = mellow_ignored_list_find (self, entry);
  if (known == NULL)
    return add_and_find (self, entry, error);

  return mellow_ignored_list_set_proof (self, known, proof, error) ? known : NULL;
}

/**
 * mellow_ignored_list_turn_rule_off:
 * @self: a list
 * @rule: a rule
 * @level: in this document, or everywhere
 * @reason: why
 * @error: why it failed
 *
 * Returns: (transfer none) (nullable): the item of the rule that is off, or %NULL
 *   with an error
 */
MellowIgnoredItem *
mellow_ignored_list_turn_rule_off (MellowIgnoredList *self,
                                   const ProseRule *rule,
                                   ProseIgnoreLevel level,
                                   ProseIgnoreReason reason,
                                   GError **error)
{
  g_autoptr (ProseIgnoreEntry) entry = NULL;

  g_return_val_if_fail (MELLOW_IS_IGNORED_LIST (self), NULL);
  g_return_val_if_fail (rule != NULL && level != PROSE_IGNORE_HERE, NULL);

  entry = prose_ignore_entry_new_for_rule (level, rule->category->language, rule->id);
  entry->reason = reason;
  return add_and_find (self, entry, error);
}

/**
 * mellow_ignored_list_remove:
 * @self: a list
 * @item: one of its items
 * @error: why it failed
 *
 * Stops ignoring something. [method@Mellow.IgnoredList.add] undoes it.
 *
 * Returns: whether it is done
 */
gboolean
mellow_ignored_list_remove (MellowIgnoredList *self, MellowIgnoredItem *item, GError **error)
{
  g_autoptr (ProseIgnoreEntry) entry = NULL;

  g_return_val_if_fail (MELLOW_IS_IGNORED_LIST (self), FALSE);
  g_return_val_if_fail (MELLOW_IS_IGNORED_ITEM (item), FALSE);

  entry = prose_ignore_entry_ref (mellow_ignored_item_get_entry (item));
  if (entry->level == PROSE_IGNORE_EVERYWHERE)
    return set_everywhere (self, entry, FALSE, error);

  mellow_review_remove_ignored (self->review, entry);
  finish_edit (self);
  return TRUE;
}

/**
 * mellow_ignored_list_add:
 * @self: a list
 * @item: an item that was removed from it
 * @error: why it failed
 *
 * Ignores again what was ignored, in the same place of the list. What was ignored
 * here is looked for if it does not stand where it stood.
 *
 * Returns: whether it is done
 */
gboolean
mellow_ignored_list_add (MellowIgnoredList *self, MellowIgnoredItem *item, GError **error)
{
  gboolean is_done;

  g_return_val_if_fail (MELLOW_IS_IGNORED_LIST (self), FALSE);
  g_return_val_if_fail (MELLOW_IS_IGNORED_ITEM (item), FALSE);

  self->returning = item;
  is_done = add_entry (self, mellow_ignored_item_get_entry (item), error);
  self->returning = NULL;
  return is_done;
}

/**
 * mellow_ignored_list_set_reason:
 * @self: a list
 * @item: one of its items
 * @reason: why it is ignored
 * @error: why it failed
 *
 * Returns: whether it is done
 */
gboolean
mellow_ignored_list_set_reason (MellowIgnoredList *self,
                                MellowIgnoredItem *item,
                                ProseIgnoreReason reason,
                                GError **error)
{
  ProseIgnoreEntry *entry;
  ProseIgnoreReason before;

  g_return_val_if_fail (MELLOW_IS_IGNORED_LIST (self), FALSE);
  g_return_val_if_fail (MELLOW_IS_IGNORED_ITEM (item), FALSE);

  entry = mellow_ignored_item_get_entry (item);
  before = entry->reason;
  entry->reason = reason;
  if (entry->level != PROSE_IGNORE_EVERYWHERE)
    g_signal_emit (self, signals[EDITED], 0);
  else if (!set_everywhere (self, entry, TRUE, error)) {
    entry->reason = before;
    return FALSE;
  }
  mellow_ignored_item_tell (item);
  return TRUE;
}

static void
exchange (char **text, const char *other)
{
  g_autofree char *old = *text;

  *text = g_strdup (other);
}

/**
 * mellow_ignored_list_set_proof:
 * @self: a list
 * @item: one of its items, a claim
 * @proof: the proof
 * @error: why it failed
 *
 * Returns: whether it is done
 */
gboolean
mellow_ignored_list_set_proof (MellowIgnoredList *self,
                               MellowIgnoredItem *item,
                               const MellowProof *proof,
                               GError **error)
{
  ProseIgnoreEntry *entry;

  g_return_val_if_fail (MELLOW_IS_IGNORED_LIST (self), FALSE);
  g_return_val_if_fail (MELLOW_IS_IGNORED_ITEM (item), FALSE);
  g_return_val_if_fail (proof != NULL, FALSE);
  g_return_val_if_fail (
      proof->valid_until == NULL || prose_ignore_date_is_valid (proof->valid_until), FALSE);

  entry = mellow_ignored_item_get_entry (item);
  exchange (&entry->proof, proof->text);
  exchange (&entry->owner, proof->owner);
  exchange (&entry->valid_until, proof->valid_until);

  /* What was expired may hold again, and the other way round. */
  mellow_review_remove_ignored (self->review, entry);
  mellow_review_add_ignored (self->review, entry);
  refresh (self);
  mellow_ignored_item_tell (item);
  g_signal_emit (self, signals[EDITED], 0);
  return TRUE;
}

/**
 * mellow_ignored_list_has:
 * @self: a list
 * @item: an item
 *
 * Returns: whether it is in the list now
 */
gboolean
mellow_ignored_list_has (MellowIgnoredList *self, MellowIgnoredItem *item)
{
  g_return_val_if_fail (MELLOW_IS_IGNORED_LIST (self), FALSE);

  return g_ptr_array_find (self->items, item, NULL);
}
