/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-translation-item.h"

/**
 * MellowTranslationItem:
 *
 * A unit of a file of translations, and where it stands there. Its spans count from the
 * start of its block, so that an edit before it moves it by one number.
 */
struct _MellowTranslationItem {
  GObject parent_instance;

  ProseTranslationUnit *unit;
  guint start;          /* of its block, in bytes of the file */
  guint begin;          /* of the unit in the block */
  GArray *source_marks; /* (nullable) (element-type MellowUnitMark): until they are known */
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowTranslationItem, mellow_translation_item, G_TYPE_OBJECT)

static void
mellow_translation_item_finalize (GObject *object)
{
  MellowTranslationItem *self = MELLOW_TRANSLATION_ITEM (object);

  prose_translation_unit_free (self->unit);
  g_clear_pointer (&self->source_marks, g_array_unref);

  G_OBJECT_CLASS (mellow_translation_item_parent_class)->finalize (object);
}

static void
mellow_translation_item_class_init (MellowTranslationItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mellow_translation_item_finalize;

  /**
   * MellowTranslationItem::changed:
   * @self: an item
   *
   * The unit says something else, or its marks may be others.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mellow_translation_item_init (MellowTranslationItem *self)
{
}

/**
 * mellow_translation_item_new:
 * @unit: (transfer full): a unit, with spans in bytes of its block
 * @start: where the block starts
 * @begin: where the unit begins in the block
 *
 * Returns: (transfer full): an item for @unit
 */
MellowTranslationItem *
mellow_translation_item_new (ProseTranslationUnit *unit, guint start, guint begin)
{
  MellowTranslationItem *self = g_object_new (MELLOW_TYPE_TRANSLATION_ITEM, NULL);

  self->unit = unit;
  self->start = start;
  self->begin = begin;
  return self;
}

/**
 * mellow_translation_item_set_unit:
 * @self: an item
 * @unit: (transfer full): what it is after an edit
 * @start: where its block starts
 * @begin: where the unit begins in the block
 *
 * Does not tell of it yet: others may have to move first.
 */
void
mellow_translation_item_set_unit (MellowTranslationItem *self,
                                  ProseTranslationUnit *unit,
                                  guint start,
                                  guint begin)
{
  prose_translation_unit_free (self->unit);
  self->unit = unit;
  self->start = start;
  self->begin = begin;
  g_clear_pointer (&self->source_marks, g_array_unref);
}

/**
 * mellow_translation_item_move:
 * @self: an item
 * @distance: how far, in bytes
 */
void
mellow_translation_item_move (MellowTranslationItem *self, int distance)
{
  self->start += distance;
}

/**
 * mellow_translation_item_tell:
 * @self: an item
 *
 * Has those who show it look at it anew.
 */
void
mellow_translation_item_tell (MellowTranslationItem *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * mellow_translation_item_get_unit:
 * @self: an item
 *
 * Returns: (transfer none): its unit, until the next edit; spans are in bytes of its block
 */
const ProseTranslationUnit *
mellow_translation_item_get_unit (MellowTranslationItem *self)
{
  return self->unit;
}

guint
mellow_translation_item_get_start (MellowTranslationItem *self)
{
  return self->start;
}

/**
 * mellow_translation_item_get_place:
 * @self: an item
 *
 * Returns: where it begins in the file, in bytes; it goes on until the next one begins
 */
guint
mellow_translation_item_get_place (MellowTranslationItem *self)
{
  return self->start + self->begin;
}

guint
mellow_translation_item_get_n_targets (MellowTranslationItem *self)
{
  return self->unit->targets->len;
}

static const ProseTranslationTarget *
get_target (MellowTranslationItem *self, guint n)
{
  return self->unit->targets->pdata[n];
}

/**
 * mellow_translation_item_get_copy:
 * @self: an item
 * @n: one of its targets
 *
 * Returns: (transfer none): what that says
 */
const ProseCopy *
mellow_translation_item_get_copy (MellowTranslationItem *self, guint n)
{
  return get_target (self, n)->copy;
}

/**
 * mellow_translation_item_get_content:
 * @self: an item
 * @n: one of its targets
 *
 * Returns: where that stands in the file, or would
 */
ProseSpan
mellow_translation_item_get_content (MellowTranslationItem *self, guint n)
{
  return prose_span_shift (get_target (self, n)->content, self->start);
}

/**
 * mellow_translation_item_find_target:
 * @self: an item
 * @offset: a place in the file, in bytes
 *
 * Returns: the number of the target that has the place, also right behind it; -1 if none has
 */
int
mellow_translation_item_find_target (MellowTranslationItem *self, guint offset)
{
  for (guint n = 0; n < self->unit->targets->len; n++) {
    ProseSpan content = mellow_translation_item_get_content (self, n);

    if (content.start <= offset && offset <= content.end)
      return n;
  }
  return -1;
}

/**
 * mellow_translation_item_find_empty_target:
 * @self: an item
 *
 * Returns: the first of several targets that is not written yet; 0 if all are
 */
guint
mellow_translation_item_find_empty_target (MellowTranslationItem *self)
{
  for (guint n = 0; n < self->unit->targets->len; n++)
    if (prose_copy_get_length (mellow_translation_item_get_copy (self, n)) == 0)
      return n;

  return 0;
}

/**
 * mellow_translation_item_to_text:
 * @self: an item
 * @n: one of its targets
 * @offset: a place in the file, in bytes
 *
 * Returns: the same place in what the target says, in bytes; the nearest one if it is not
 *   in there
 */
guint
mellow_translation_item_to_text (MellowTranslationItem *self, guint n, guint offset)
{
  const ProseCopy *copy = get_target (self, n)->copy;
  guint place = offset > self->start ? offset - self->start : 0;

  return prose_copy_from_source (copy, (ProseSpan){ place, place }).start;
}

/**
 * mellow_translation_item_to_file:
 * @self: an item
 * @n: one of its targets
 * @position: a place in what that says, in bytes
 *
 * Returns: the same place in the file
 */
guint
mellow_translation_item_to_file (MellowTranslationItem *self, guint n, guint position)
{
  const ProseTranslationTarget *target = get_target (self, n);

  if (prose_copy_get_n_runs (target->copy) == 0)
    return self->start + target->content.start;

  return self->start + prose_copy_to_source (target->copy, (ProseSpan){ position, position }).start;
}

/* What is not translated yet misses nothing. */
static gboolean
has_faults (MellowTranslationItem *self, guint n)
{
  const char *target = prose_translation_unit_get_target (self->unit, n);
  g_autoptr (GPtrArray) faults = NULL;

  if (*target == '\0')
    return FALSE;

  faults = prose_translation_check_placeholders (prose_translation_unit_get_source (self->unit, n),
                                                 target);
  return faults->len > 0;
}

/**
 * mellow_translation_item_has_faults:
 * @self: an item
 *
 * Returns: whether a placeholder or a tag is missing in it, or too much
 */
gboolean
mellow_translation_item_has_faults (MellowTranslationItem *self)
{
  for (guint n = 0; n < self->unit->targets->len; n++)
    if (has_faults (self, n))
      return TRUE;

  return FALSE;
}

/**
 * mellow_translation_item_is_too_long:
 * @self: an item
 *
 * Returns: whether a translation has more characters than it may
 */
gboolean
mellow_translation_item_is_too_long (MellowTranslationItem *self)
{
  for (guint n = 0; self->unit->limit > 0 && n < self->unit->targets->len; n++)
    if (g_utf8_strlen (prose_translation_unit_get_target (self->unit, n), -1) > self->unit->limit)
      return TRUE;

  return FALSE;
}

/**
 * mellow_translation_item_get_source_marks:
 * @self: an item
 *
 * Returns: (transfer none) (nullable) (element-type MellowUnitMark): the marks of its source,
 *   if they are known
 */
GArray *
mellow_translation_item_get_source_marks (MellowTranslationItem *self)
{
  return self->source_marks;
}

/**
 * mellow_translation_item_take_source_marks:
 * @self: an item
 * @marks: (transfer full) (nullable) (element-type MellowUnitMark): the marks of its source
 */
void
mellow_translation_item_take_source_marks (MellowTranslationItem *self, GArray *marks)
{
  g_clear_pointer (&self->source_marks, g_array_unref);
  self->source_marks = marks;
}
