/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-parity-item.h"

/**
 * MellowParityItem:
 *
 * A difference between the tone of a text and that of its original. Its places in the
 * text follow the edits.
 */
struct _MellowParityItem {
  GObject parent_instance;

  ProseParityFinding *finding;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowParityItem, mellow_parity_item, G_TYPE_OBJECT)

static void
mellow_parity_item_finalize (GObject *object)
{
  g_clear_pointer (&MELLOW_PARITY_ITEM (object)->finding, prose_parity_finding_free);

  G_OBJECT_CLASS (mellow_parity_item_parent_class)->finalize (object);
}

static void
mellow_parity_item_class_init (MellowParityItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mellow_parity_item_finalize;

  /**
   * MellowParityItem::changed:
   * @self: an item
   *
   * It says something else.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mellow_parity_item_init (MellowParityItem *self)
{
}

/**
 * mellow_parity_item_new:
 * @finding: (transfer full): a difference
 *
 * Returns: (transfer full): an item for it
 */
MellowParityItem *
mellow_parity_item_new (ProseParityFinding *finding)
{
  MellowParityItem *self;

  g_return_val_if_fail (finding != NULL, NULL);

  self = g_object_new (MELLOW_TYPE_PARITY_ITEM, NULL);
  self->finding = finding;
  return self;
}

/**
 * mellow_parity_item_renew:
 * @self: an item
 * @finding: (transfer full): the same difference, as it was found again
 */
void
mellow_parity_item_renew (MellowParityItem *self, ProseParityFinding *finding)
{
  g_autofree char *before = NULL;
  g_autofree char *unit = NULL;

  g_return_if_fail (MELLOW_IS_PARITY_ITEM (self));
  g_return_if_fail (finding != NULL);

  before = g_steal_pointer (&self->finding->message);
  unit = g_steal_pointer (&self->finding->id);
  prose_parity_finding_free (self->finding);
  self->finding = finding;
  if (g_strcmp0 (before, finding->message) != 0 || g_strcmp0 (unit, finding->id) != 0)
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * mellow_parity_item_get_finding:
 * @self: an item
 *
 * Returns: (transfer none): the difference; its places are those of now
 */
const ProseParityFinding *
mellow_parity_item_get_finding (MellowParityItem *self)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_ITEM (self), NULL);

  return self->finding;
}

/**
 * mellow_parity_item_get_kind:
 * @self: an item
 *
 * Returns: how the tones differ
 */
ProseParityKind
mellow_parity_item_get_kind (MellowParityItem *self)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_ITEM (self), PROSE_PARITY_PRESSURE_ADDED);

  return self->finding->kind;
}

/**
 * mellow_parity_item_get_key:
 * @self: an item
 *
 * Returns: (transfer none): what the difference is known by as long as both texts stay as
 *   they are
 */
const char *
mellow_parity_item_get_key (MellowParityItem *self)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_ITEM (self), NULL);

  return self->finding->key;
}

/**
 * mellow_parity_item_get_unit:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the unit of the file that it is about
 */
const char *
mellow_parity_item_get_unit (MellowParityItem *self)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_ITEM (self), NULL);

  return self->finding->id;
}

/**
 * mellow_parity_item_get_n_places:
 * @self: an item
 *
 * Returns: at how many places of the text it can be seen
 */
guint
mellow_parity_item_get_n_places (MellowParityItem *self)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_ITEM (self), 0);

  return self->finding->places != NULL ? self->finding->places->len : 1;
}

/**
 * mellow_parity_item_get_place:
 * @self: an item
 * @n: one of its places, from 0
 *
 * Returns: the words there, or all of a unit, in bytes of the text
 */
ProseSpan
mellow_parity_item_get_place (MellowParityItem *self, guint n)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_ITEM (self), ((ProseSpan){ 0, 0 }));
  g_return_val_if_fail (n < mellow_parity_item_get_n_places (self), ((ProseSpan){ 0, 0 }));

  return self->finding->places != NULL ? g_array_index (self->finding->places, ProseSpan, n)
                                       : self->finding->target;
}

static gboolean
touches (ProseSpan span, guint offset)
{
  return span.start <= offset && offset <= span.end;
}

/**
 * mellow_parity_item_touches:
 * @self: an item
 * @offset: a place of the text, in bytes
 *
 * Returns: whether @offset is at one of its places
 */
gboolean
mellow_parity_item_touches (MellowParityItem *self, guint offset)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_ITEM (self), FALSE);

  for (guint i = 0; i < mellow_parity_item_get_n_places (self); i++)
    if (touches (mellow_parity_item_get_place (self, i), offset))
      return TRUE;

  return FALSE;
}

/**
 * mellow_parity_item_is_about:
 * @self: an item
 * @offset: a place of the text, in bytes
 *
 * Returns: whether @offset is in the unit that it is about
 */
gboolean
mellow_parity_item_is_about (MellowParityItem *self, guint offset)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_ITEM (self), FALSE);

  return !prose_span_is_empty (self->finding->unit) && touches (self->finding->unit, offset);
}

/**
 * mellow_parity_item_create_dismissal:
 * @self: an item
 *
 * Returns: (transfer full): the decision to leave it as it is
 */
ProseDismissal *
mellow_parity_item_create_dismissal (MellowParityItem *self)
{
  const ProseParityFinding *finding;
  ProseDismissal *dismissal;

  g_return_val_if_fail (MELLOW_IS_PARITY_ITEM (self), NULL);

  finding = self->finding;
  dismissal = prose_dismissal_new (finding->key, prose_parity_kind_to_string (finding->kind));
  dismissal->unit = g_strdup (finding->id);
  dismissal->source = g_strdup (finding->source_words);
  dismissal->target = g_strdup (finding->target_words);
  return dismissal;
}

/**
 * mellow_parity_item_follow_insert:
 * @self: an item
 * @place: where text came in, in bytes
 * @length: how much
 *
 * Moves its places with the text.
 */
void
mellow_parity_item_follow_insert (MellowParityItem *self, guint place, guint length)
{
  ProseParityFinding *finding;

  g_return_if_fail (MELLOW_IS_PARITY_ITEM (self));

  finding = self->finding;
  finding->target = prose_span_after_insert (finding->target, place, length);
  finding->unit = prose_span_after_insert (finding->unit, place, length);
  for (guint i = 0; finding->places != NULL && i < finding->places->len; i++) {
    ProseSpan *span = &g_array_index (finding->places, ProseSpan, i);

    *span = prose_span_after_insert (*span, place, length);
  }
}

/**
 * mellow_parity_item_follow_delete:
 * @self: an item
 * @gone: the text that is gone, in bytes
 *
 * Moves its places with the text.
 */
void
mellow_parity_item_follow_delete (MellowParityItem *self, ProseSpan gone)
{
  ProseParityFinding *finding;

  g_return_if_fail (MELLOW_IS_PARITY_ITEM (self));

  finding = self->finding;
  finding->target = prose_span_after_delete (finding->target, gone);
  finding->unit = prose_span_after_delete (finding->unit, gone);
  for (guint i = 0; finding->places != NULL && i < finding->places->len; i++) {
    ProseSpan *span = &g_array_index (finding->places, ProseSpan, i);

    *span = prose_span_after_delete (*span, gone);
  }
}
