/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-parity-result.h"

/**
 * MellowParityResult:
 *
 * What came of comparing a text with its original: the differences, apart from those that
 * are dismissed, what was not compared, and both tones.
 *
 * A difference that is found again keeps its item. Until a text is compared anew, places
 * move with it.
 */
struct _MellowParityResult {
  GObject parent_instance;

  ProseParity *parity;    /* (nullable): the last one; the items have its findings */
  gboolean has_originals; /* in the text itself */
  GPtrArray *items;       /* of all findings, the gravest first */
  GListStore *findings;
  GListStore *dismissed;
  GHashTable *units; /* id → the gravest of its items; made when it is asked for */
};

G_DEFINE_FINAL_TYPE (MellowParityResult, mellow_parity_result, G_TYPE_OBJECT)

/* --- items --- */

/* Those that are known by a key, the first one last. */
static GHashTable *
index_items (GPtrArray *items)
{
  GHashTable *index =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);

  for (guint i = items->len; i-- > 0;) {
    const char *key = mellow_parity_item_get_key (items->pdata[i]);
    GPtrArray *alike = g_hash_table_lookup (index, key);

    if (alike == NULL) {
      alike = g_ptr_array_new ();
      g_hash_table_insert (index, (gpointer)key, alike);
    }
    g_ptr_array_add (alike, items->pdata[i]);
  }
  return index;
}

static MellowParityItem *
take_item (GHashTable *index, ProseParityFinding *finding)
{
  GPtrArray *alike = g_hash_table_lookup (index, finding->key);

  return alike != NULL && alike->len > 0 ? g_ptr_array_steal_index (alike, alike->len - 1) : NULL;
}

static GPtrArray *
create_items (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

/* What was found before keeps its item, and so its row. An index by keys that the items
 * own: they are renewed when it is not needed any more. */
static void
take_findings (MellowParityResult *self, GPtrArray *findings)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->items);
  g_autoptr (GHashTable) index = index_items (old);

  g_clear_pointer (&self->units, g_hash_table_unref);
  self->items = create_items ();
  for (guint i = 0; i < findings->len; i++) {
    MellowParityItem *known = take_item (index, findings->pdata[i]);

    g_ptr_array_add (self->items, known != NULL ? g_object_ref (known)
                                                : mellow_parity_item_new (findings->pdata[i]));
  }
  g_hash_table_remove_all (index);
  for (guint i = 0; i < findings->len; i++)
    if (mellow_parity_item_get_finding (self->items->pdata[i]) != findings->pdata[i])
      mellow_parity_item_renew (self->items->pdata[i], findings->pdata[i]);
  g_ptr_array_set_free_func (findings, NULL);
  g_ptr_array_set_size (findings, 0);
}

static gpointer
peek (GListStore *list, guint position)
{
  gpointer item = g_list_model_get_item (G_LIST_MODEL (list), position);

  g_object_unref (item);
  return item;
}

/* Only what is different is told of, so that the rows of all else stay. */
static void
fill (GListStore *list, GPtrArray *items)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  guint least = MIN (n, items->len), first = 0, last = 0;

  while (first < least && peek (list, first) == items->pdata[first])
    first++;
  while (last < least - first && peek (list, n - 1 - last) == items->pdata[items->len - 1 - last])
    last++;
  if (first + last < n || first + last < items->len)
    g_list_store_splice (list, first, n - first - last, items->pdata + first,
                         items->len - first - last);
}

/* --- what was not compared --- */

/* Whether its place is one of the text, not of an original in another file. */
static gboolean
is_in_text (MellowParityResult *self, const ProseParitySkip *skip)
{
  return skip->has_target || self->has_originals;
}

/* --- the object --- */

static void
mellow_parity_result_finalize (GObject *object)
{
  MellowParityResult *self = MELLOW_PARITY_RESULT (object);

  g_clear_pointer (&self->parity, prose_parity_free);
  g_clear_pointer (&self->units, g_hash_table_unref);
  g_ptr_array_unref (self->items);
  g_object_unref (self->findings);
  g_object_unref (self->dismissed);

  G_OBJECT_CLASS (mellow_parity_result_parent_class)->finalize (object);
}

static void
mellow_parity_result_class_init (MellowParityResultClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mellow_parity_result_finalize;
}

static void
mellow_parity_result_init (MellowParityResult *self)
{
  self->items = create_items ();
  self->findings = g_list_store_new (MELLOW_TYPE_PARITY_ITEM);
  self->dismissed = g_list_store_new (MELLOW_TYPE_PARITY_ITEM);
}

/**
 * mellow_parity_result_new:
 *
 * Returns: (transfer full): what is known before anything is compared
 */
MellowParityResult *
mellow_parity_result_new (void)
{
  return g_object_new (MELLOW_TYPE_PARITY_RESULT, NULL);
}

/**
 * mellow_parity_result_take:
 * @self: a result
 * @parity: (transfer full) (nullable): what was found now
 * @has_originals: whether the text has the originals in it
 * @dismissals: (element-type ProseDismissal): the differences that are to stay
 */
void
mellow_parity_result_take (MellowParityResult *self,
                           ProseParity *parity,
                           gboolean has_originals,
                           GPtrArray *dismissals)
{
  g_return_if_fail (MELLOW_IS_PARITY_RESULT (self));

  g_clear_pointer (&self->parity, prose_parity_free);
  self->parity = parity;
  self->has_originals = has_originals;
  if (parity != NULL)
    take_findings (self, parity->findings);
  else
    g_ptr_array_set_size (self->items, 0);
  mellow_parity_result_dismiss (self, dismissals);
}

/**
 * mellow_parity_result_dismiss:
 * @self: a result
 * @dismissals: (element-type ProseDismissal): the differences that are to stay, all of them
 */
void
mellow_parity_result_dismiss (MellowParityResult *self, GPtrArray *dismissals)
{
  g_autoptr (GHashTable) keys = NULL;
  g_autoptr (GPtrArray) findings = g_ptr_array_new ();
  g_autoptr (GPtrArray) dismissed = g_ptr_array_new ();

  g_return_if_fail (MELLOW_IS_PARITY_RESULT (self));
  g_return_if_fail (dismissals != NULL);

  keys = prose_dismissals_list_keys (dismissals);
  for (guint i = 0; i < self->items->len; i++) {
    const char *key = mellow_parity_item_get_key (self->items->pdata[i]);

    g_ptr_array_add (g_hash_table_contains (keys, key) ? dismissed : findings,
                     self->items->pdata[i]);
  }
  g_clear_pointer (&self->units, g_hash_table_unref);
  fill (self->findings, findings);
  fill (self->dismissed, dismissed);
}

/**
 * mellow_parity_result_follow_insert:
 * @self: a result
 * @place: where something was inserted in the text, in bytes
 * @length: how much
 */
void
mellow_parity_result_follow_insert (MellowParityResult *self, guint place, guint length)
{
  g_return_if_fail (MELLOW_IS_PARITY_RESULT (self));

  for (guint i = 0; i < self->items->len; i++)
    mellow_parity_item_follow_insert (self->items->pdata[i], place, length);
  for (guint i = 0; self->parity != NULL && i < self->parity->skipped->len; i++) {
    ProseParitySkip *skip = self->parity->skipped->pdata[i];

    if (is_in_text (self, skip))
      skip->span = prose_span_after_insert (skip->span, place, length);
  }
}

/**
 * mellow_parity_result_follow_delete:
 * @self: a result
 * @gone: what was deleted from the text, in bytes
 */
void
mellow_parity_result_follow_delete (MellowParityResult *self, ProseSpan gone)
{
  g_return_if_fail (MELLOW_IS_PARITY_RESULT (self));

  for (guint i = 0; i < self->items->len; i++)
    mellow_parity_item_follow_delete (self->items->pdata[i], gone);
  for (guint i = 0; self->parity != NULL && i < self->parity->skipped->len; i++) {
    ProseParitySkip *skip = self->parity->skipped->pdata[i];

    if (is_in_text (self, skip))
      skip->span = prose_span_after_delete (skip->span, gone);
  }
}

/**
 * mellow_parity_result_get_findings:
 * @self: a result
 *
 * Returns: (transfer none): how the tones differ, a list of [class@Mellow.ParityItem], the
 *   gravest first
 */
GListModel *
mellow_parity_result_get_findings (MellowParityResult *self)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_RESULT (self), NULL);

  return G_LIST_MODEL (self->findings);
}

/**
 * mellow_parity_result_get_dismissed:
 * @self: a result
 *
 * Returns: (transfer none): the differences that are to stay, likewise
 */
GListModel *
mellow_parity_result_get_dismissed (MellowParityResult *self)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_RESULT (self), NULL);

  return G_LIST_MODEL (self->dismissed);
}

static GHashTable *
index_units (GListModel *findings)
{
  GHashTable *units = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = g_list_model_get_n_items (findings); i-- > 0;) {
    g_autoptr (MellowParityItem) item = g_list_model_get_item (findings, i);
    const char *unit = mellow_parity_item_get_unit (item);

    if (unit != NULL)
      g_hash_table_replace (units, (gpointer)unit, item);
  }
  return units;
}

/**
 * mellow_parity_result_find:
 * @self: a result
 * @unit: (nullable): what a unit of the text is known by
 *
 * Returns: (transfer none) (nullable): the gravest difference in that unit
 */
MellowParityItem *
mellow_parity_result_find (MellowParityResult *self, const char *unit)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_RESULT (self), NULL);

  if (unit == NULL)
    return NULL;
  if (self->units == NULL)
    self->units = index_units (G_LIST_MODEL (self->findings));

  return g_hash_table_lookup (self->units, unit);
}

/**
 * mellow_parity_result_get_n_compared:
 * @self: a result
 *
 * Returns: how many units, or parts of the text, were compared
 */
guint
mellow_parity_result_get_n_compared (MellowParityResult *self)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_RESULT (self), 0);

  return self->parity != NULL ? self->parity->n_compared : 0;
}

/**
 * mellow_parity_result_count_skipped:
 * @self: a result
 * @gap: a reason not to compare something
 *
 * Returns: how many units were not compared for it
 */
guint
mellow_parity_result_count_skipped (MellowParityResult *self, ProseParityGap gap)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_RESULT (self), 0);

  return self->parity != NULL ? prose_parity_count_gap (self->parity, gap) : 0;
}

/**
 * mellow_parity_result_find_skipped:
 * @self: a result
 * @gap: a reason not to compare something
 * @after: a place of the text, in bytes
 * @place: (out): what was not compared for it, the next after @after, or the first
 *
 * Returns: whether there is one in the text
 */
gboolean
mellow_parity_result_find_skipped (MellowParityResult *self,
                                   ProseParityGap gap,
                                   guint after,
                                   ProseSpan *place)
{
  gboolean is_found = FALSE;

  g_return_val_if_fail (MELLOW_IS_PARITY_RESULT (self), FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  for (guint i = 0; self->parity != NULL && i < self->parity->skipped->len; i++) {
    const ProseParitySkip *skip = self->parity->skipped->pdata[i];

    if (skip->gap != gap || !is_in_text (self, skip))
      continue;
    if (!is_found || (place->start <= after && skip->span.start > after))
      *place = skip->span;
    is_found = TRUE;
    if (place->start > after)
      break;
  }
  return is_found;
}

/**
 * mellow_parity_result_get_language:
 * @self: a result
 * @is_target: whether that of the translation, or of the original
 *
 * Returns: (transfer none) (nullable): the language, if it is known
 */
const char *
mellow_parity_result_get_language (MellowParityResult *self, gboolean is_target)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_RESULT (self), NULL);

  if (self->parity == NULL)
    return NULL;

  return is_target ? self->parity->target_language : self->parity->source_language;
}

/**
 * mellow_parity_result_get_measures:
 * @self: a result
 * @is_target: whether those of the translation, or of the original
 *
 * Returns: (transfer none) (nullable): what was compared amounts to, once it was
 */
const ProseMeasures *
mellow_parity_result_get_measures (MellowParityResult *self, gboolean is_target)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_RESULT (self), NULL);

  if (self->parity == NULL)
    return NULL;

  return is_target ? &self->parity->target : &self->parity->source;
}
