/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-ignored-item.h"

#include "mellow-rule-entry.h"

/**
 * MellowIgnoredItem:
 *
 * Something that is ignored, as an item of a [class@Mellow.IgnoredList]. What the
 * text or the day changes of it is told by [signal@Mellow.IgnoredItem::changed].
 */
struct _MellowIgnoredItem {
  GObject parent_instance;

  ProseIgnoreEntry *entry;
  char *title;

  /* As it was told last. */
  gboolean is_present;
  gboolean has_expired;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowIgnoredItem, mellow_ignored_item, G_TYPE_OBJECT)

static void
mellow_ignored_item_finalize (GObject *object)
{
  MellowIgnoredItem *self = MELLOW_IGNORED_ITEM (object);

  prose_ignore_entry_unref (self->entry);
  g_free (self->title);

  G_OBJECT_CLASS (mellow_ignored_item_parent_class)->finalize (object);
}

static void
mellow_ignored_item_class_init (MellowIgnoredItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mellow_ignored_item_finalize;

  /**
   * MellowIgnoredItem::changed:
   * @self: an item
   *
   * Its phrase came into the text or went from it, its proof expired, or the reason
   * or proof is another one.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mellow_ignored_item_init (MellowIgnoredItem *self)
{
}

/**
 * mellow_ignored_item_new:
 * @entry: what is ignored
 *
 * Returns: (transfer full): its item
 */
MellowIgnoredItem *
mellow_ignored_item_new (ProseIgnoreEntry *entry)
{
  MellowIgnoredItem *self;

  g_return_val_if_fail (entry != NULL, NULL);

  self = g_object_new (MELLOW_TYPE_IGNORED_ITEM, NULL);
  self->entry = prose_ignore_entry_ref (entry);
  self->title = mellow_rule_title_new (entry->key->rule);
  self->is_present = entry->is_present;
  return self;
}

/**
 * mellow_ignored_item_get_entry:
 * @self: an item
 *
 * Returns: (transfer none): what is ignored, as the engine has it
 */
ProseIgnoreEntry *
mellow_ignored_item_get_entry (MellowIgnoredItem *self)
{
  g_return_val_if_fail (MELLOW_IS_IGNORED_ITEM (self), NULL);

  return self->entry;
}

ProseIgnoreSubject
mellow_ignored_item_get_subject (MellowIgnoredItem *self)
{
  g_return_val_if_fail (MELLOW_IS_IGNORED_ITEM (self), PROSE_IGNORE_PHRASE);

  return self->entry->subject;
}

ProseIgnoreLevel
mellow_ignored_item_get_level (MellowIgnoredItem *self)
{
  g_return_val_if_fail (MELLOW_IS_IGNORED_ITEM (self), PROSE_IGNORE_IN_DOCUMENT);

  return self->entry->level;
}

/**
 * mellow_ignored_item_get_rule:
 * @self: an item
 *
 * Returns: (transfer none): the id of the rule, or of a family that is off
 */
const char *
mellow_ignored_item_get_rule (MellowIgnoredItem *self)
{
  g_return_val_if_fail (MELLOW_IS_IGNORED_ITEM (self), NULL);

  return self->entry->key->rule;
}

/**
 * mellow_ignored_item_get_title:
 * @self: an item
 *
 * Returns: (transfer none): the name of the rule for the user
 */
const char *
mellow_ignored_item_get_title (MellowIgnoredItem *self)
{
  g_return_val_if_fail (MELLOW_IS_IGNORED_ITEM (self), NULL);

  return self->title;
}

/**
 * mellow_ignored_item_get_phrase:
 * @self: an item
 *
 * Returns: (transfer none): the phrase as it is written, empty for a rule that is off
 */
const char *
mellow_ignored_item_get_phrase (MellowIgnoredItem *self)
{
  g_return_val_if_fail (MELLOW_IS_IGNORED_ITEM (self), NULL);

  return self->entry->written;
}

ProseIgnoreReason
mellow_ignored_item_get_reason (MellowIgnoredItem *self)
{
  g_return_val_if_fail (MELLOW_IS_IGNORED_ITEM (self), PROSE_IGNORE_REASON_NONE);

  return self->entry->reason;
}

gint64
mellow_ignored_item_get_created (MellowIgnoredItem *self)
{
  g_return_val_if_fail (MELLOW_IS_IGNORED_ITEM (self), 0);

  return self->entry->created;
}

/**
 * mellow_ignored_item_dup_proof:
 * @self: an item
 *
 * Returns: (transfer full) (nullable): the proof of a claim
 */
MellowProof *
mellow_ignored_item_dup_proof (MellowIgnoredItem *self)
{
  g_return_val_if_fail (MELLOW_IS_IGNORED_ITEM (self), NULL);

  if (self->entry->subject != PROSE_IGNORE_CLAIM)
    return NULL;

  return mellow_proof_new (self->entry->proof, self->entry->owner, self->entry->valid_until);
}

/**
 * mellow_ignored_item_has_expired:
 * @self: an item
 *
 * Returns: whether its proof no longer holds, so that the claim is marked
 */
gboolean
mellow_ignored_item_has_expired (MellowIgnoredItem *self)
{
  g_return_val_if_fail (MELLOW_IS_IGNORED_ITEM (self), FALSE);

  return self->has_expired;
}

/**
 * mellow_ignored_item_get_place:
 * @self: an item
 * @place: (out): where its phrase stands in the text, in bytes
 *
 * Returns: whether it is ignored here, and the phrase is in the text
 */
gboolean
mellow_ignored_item_get_place (MellowIgnoredItem *self, ProseSpan *place)
{
  g_return_val_if_fail (MELLOW_IS_IGNORED_ITEM (self), FALSE);

  *place = self->entry->range;
  return prose_ignore_entry_is_here (self->entry) && self->entry->is_present;
}

/**
 * mellow_ignored_item_refresh:
 * @self: an item
 * @today: (nullable): the day
 *
 * Tells what the text or the day has changed of it.
 */
void
mellow_ignored_item_refresh (MellowIgnoredItem *self, const char *today)
{
  gboolean has_expired;

  g_return_if_fail (MELLOW_IS_IGNORED_ITEM (self));

  has_expired = prose_ignore_entry_has_expired (self->entry, today);
  if (self->is_present == self->entry->is_present && self->has_expired == has_expired)
    return;

  self->is_present = self->entry->is_present;
  self->has_expired = has_expired;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * mellow_ignored_item_tell:
 * @self: an item
 *
 * Tells that its reason or proof is another one.
 */
void
mellow_ignored_item_tell (MellowIgnoredItem *self)
{
  g_return_if_fail (MELLOW_IS_IGNORED_ITEM (self));

  g_signal_emit (self, signals[CHANGED], 0);
}
