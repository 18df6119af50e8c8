/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-unit-filter.h"

#include <string.h>

/**
 * MellowUnitFilter:
 *
 * Which units of a file of translations are listed: those of a kind, with some words in the
 * original or the translation.
 *
 * A unit may become another kind while it is written. The filter does not go by that until
 * it is run again.
 */
struct _MellowUnitFilter {
  GtkFilter parent_instance;

  MellowTranslation *translation;
  MellowParityResult *differences;
  MellowUnitKind kind;
  char *words;                 /* (nullable): that are looked for, without case */
  MellowTranslationItem *kept; /* (nullable): not held; it passes, whatever it is like */
};

G_DEFINE_FINAL_TYPE (MellowUnitFilter, mellow_unit_filter, GTK_TYPE_FILTER)

static gboolean
is_of_kind (MellowUnitFilter *self, MellowTranslationItem *item, MellowUnitKind kind)
{
  const ProseTranslationUnit *unit = mellow_translation_item_get_unit (item);

  switch (kind) {
  case MELLOW_UNIT_UNTRANSLATED:
    return unit->state == PROSE_TRANSLATION_UNTRANSLATED;
  case MELLOW_UNIT_NEEDS_REVIEW:
    return unit->state == PROSE_TRANSLATION_NEEDS_REVIEW;
  case MELLOW_UNIT_DIFFERS:
    return mellow_parity_result_find (self->differences, unit->id) != NULL;
  case MELLOW_UNIT_MARKED:
    return mellow_translation_has_marks (self->translation, item);
  case MELLOW_UNIT_ANY:
  default:
    return TRUE;
  }
}

static gboolean
contains (MellowUnitFilter *self, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, self->words) != NULL;
}

static gboolean
has_words (MellowUnitFilter *self, MellowTranslationItem *item)
{
  const ProseTranslationUnit *unit = mellow_translation_item_get_unit (item);

  if (self->words == NULL || contains (self, prose_copy_get_text (unit->source)))
    return TRUE;
  if (unit->source_plural != NULL && contains (self, prose_copy_get_text (unit->source_plural)))
    return TRUE;

  for (guint n = 0; n < unit->targets->len; n++)
    if (contains (self, prose_translation_unit_get_target (unit, n)))
      return TRUE;

  return FALSE;
}

static gboolean
mellow_unit_filter_match (GtkFilter *filter, gpointer item)
{
  MellowUnitFilter *self = MELLOW_UNIT_FILTER (filter);

  return item == self->kept || (is_of_kind (self, item, self->kind) && has_words (self, item));
}

static void
mellow_unit_filter_dispose (GObject *object)
{
  MellowUnitFilter *self = MELLOW_UNIT_FILTER (object);

  g_clear_object (&self->differences);
  g_clear_object (&self->translation);

  G_OBJECT_CLASS (mellow_unit_filter_parent_class)->dispose (object);
}

static void
mellow_unit_filter_finalize (GObject *object)
{
  g_free (MELLOW_UNIT_FILTER (object)->words);

  G_OBJECT_CLASS (mellow_unit_filter_parent_class)->finalize (object);
}

static void
mellow_unit_filter_class_init (MellowUnitFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mellow_unit_filter_dispose;
  G_OBJECT_CLASS (klass)->finalize = mellow_unit_filter_finalize;
  GTK_FILTER_CLASS (klass)->match = mellow_unit_filter_match;
}

static void
mellow_unit_filter_init (MellowUnitFilter *self)
{
}

/**
 * mellow_unit_filter_new:
 * @translation: the units
 * @differences: how their tone differs from that of their originals
 *
 * Returns: (transfer full): a filter that lets all units pass
 */
MellowUnitFilter *
mellow_unit_filter_new (MellowTranslation *translation, MellowParityResult *differences)
{
  MellowUnitFilter *self;

  g_return_val_if_fail (MELLOW_IS_TRANSLATION (translation), NULL);
  g_return_val_if_fail (MELLOW_IS_PARITY_RESULT (differences), NULL);

  self = g_object_new (MELLOW_TYPE_UNIT_FILTER, NULL);
  self->translation = g_object_ref (translation);
  self->differences = g_object_ref (differences);
  return self;
}

/**
 * mellow_unit_filter_get_kind:
 * @self: a filter
 *
 * Returns: the kind of units that pass
 */
MellowUnitKind
mellow_unit_filter_get_kind (MellowUnitFilter *self)
{
  g_return_val_if_fail (MELLOW_IS_UNIT_FILTER (self), MELLOW_UNIT_ANY);

  return self->kind;
}

/**
 * mellow_unit_filter_is_active:
 * @self: a filter
 *
 * Returns: whether there may be units that do not pass
 */
gboolean
mellow_unit_filter_is_active (MellowUnitFilter *self)
{
  g_return_val_if_fail (MELLOW_IS_UNIT_FILTER (self), FALSE);

  return self->words != NULL || self->kind != MELLOW_UNIT_ANY;
}

/**
 * mellow_unit_filter_set:
 * @self: a filter
 * @kind: the kind of units that are to pass
 * @words: what has to stand in them; empty for anything
 *
 * Says what passes, from when the filter is run the next time.
 */
void
mellow_unit_filter_set (MellowUnitFilter *self, MellowUnitKind kind, const char *words)
{
  g_return_if_fail (MELLOW_IS_UNIT_FILTER (self));
  g_return_if_fail (words != NULL);

  self->kind = kind;
  g_free (self->words);
  self->words = *words != '\0' ? g_utf8_casefold (words, -1) : NULL;
}

/**
 * mellow_unit_filter_run:
 * @self: a filter
 * @kept: (nullable): a unit that passes this time, whatever it is like
 *
 * Has all units looked at anew.
 */
void
mellow_unit_filter_run (MellowUnitFilter *self, MellowTranslationItem *kept)
{
  g_return_if_fail (MELLOW_IS_UNIT_FILTER (self));

  self->kept = kept;
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
  self->kept = NULL;
}

/**
 * mellow_unit_filter_find:
 * @self: a filter
 * @kind: what kind of unit
 * @start: the position of a unit
 * @step: 1 for the next one after that, -1 for the one before
 *
 * Looks through all units, whether they pass or not, round the ends of the file.
 *
 * Returns: (transfer none) (nullable): the first one of that kind, maybe that at @start
 */
MellowTranslationItem *
mellow_unit_filter_find (MellowUnitFilter *self, MellowUnitKind kind, guint start, int step)
{
  guint n;

  g_return_val_if_fail (MELLOW_IS_UNIT_FILTER (self), NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->translation));
  for (guint i = 1; i <= n; i++) {
    guint position = (start + (step > 0 ? i : n - i)) % n;
    MellowTranslationItem *item = mellow_translation_get (self->translation, position);

    if (is_of_kind (self, item, kind))
      return item;
  }
  return NULL;
}
