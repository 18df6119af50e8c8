/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-translation.h"

#include <string.h>

#include "mellow-unit-mark.h"

/**
 * MellowTranslation:
 *
 * The units of a file of translations that is open, as a list model of
 * [class@Mellow.TranslationItem].
 *
 * The text is what is true. An edit makes the blocks that it touched to be read again, once
 * all of it is done: of what is one step to undo the units see the end only. A unit stays
 * the same item as long as none comes or goes.
 */
struct _MellowTranslation {
  GObject parent_instance;

  MellowReview *review;
  const ProseFormat *format; /* that the units were read by */
  ProseChecker *checker;     /* (nullable): of sources, until it is used */
  GPtrArray *items;
  guint length; /* of the text that they were read from */

  guint n_actions;        /* of the buffer, under way */
  gboolean is_edited;     /* the text, and the review has not told of it yet */
  gboolean is_dirty;      /* there is something to look at again: */
  gboolean is_text_dirty; /* what the text says, not its marks alone */
  ProseSpan dirty;
  guint dirty_length; /* of the text that it counts in */
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void mellow_translation_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MellowTranslation,
                               mellow_translation,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      mellow_translation_model_init))

static GType
get_item_type (GListModel *model)
{
  return MELLOW_TYPE_TRANSLATION_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return MELLOW_TRANSLATION (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  MellowTranslation *self = MELLOW_TRANSLATION (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
mellow_translation_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* --- finding --- */

/* The number of the first item whose block starts at offset or behind it. */
static guint
find_start (MellowTranslation *self, guint offset)
{
  guint first = 0, next = self->items->len;

  while (first < next) {
    guint middle = (first + next) / 2;

    if (mellow_translation_item_get_start (self->items->pdata[middle]) < offset)
      first = middle + 1;
    else
      next = middle;
  }
  return first;
}

/* --- reading --- */

/* A unit that was read, and where its block starts and it begins there. */
typedef struct {
  ProseTranslationUnit *unit;
  guint start;
  guint begin;
} Found;

/* Several units share a block of XLIFF 2; each begins with what it says. */
static guint
find_begin (const ProseTranslationUnit *unit, const Found *before)
{
  const ProseTranslationTarget *target = unit->targets->pdata[0];
  guint begin = prose_copy_get_n_runs (unit->source) > 0
                    ? prose_copy_get_source (unit->source).start
                    : target->content.start;

  return MAX (MIN (begin, target->content.start), before->begin);
}

static void
append_found (GArray *all, GPtrArray *units, guint start)
{
  for (guint i = 0; i < units->len; i++) {
    Found found = { units->pdata[i], start, 0 };

    if (i > 0)
      found.begin = find_begin (found.unit, &g_array_index (all, Found, all->len - 1));
    g_array_append_val (all, found);
  }
  g_ptr_array_set_free_func (units, NULL);
}

/* The units of span, which is whole blocks. Those of items that take them are cleared. */
static GArray *
read_units (MellowTranslation *self, ProseSpan span)
{
  GArray *all = g_array_new (FALSE, TRUE, sizeof (Found));

  if (!prose_translation_has_units (self->format))
    return all;

  for (guint offset = span.start; offset < span.end;) {
    g_autoptr (GPtrArray) units = NULL;
    ProseFormatState state;
    ProseSpan place;
    const char *block = prose_live_checker_find_block (mellow_review_get_checker (self->review),
                                                       offset, &place, &state);

    units =
        prose_translation_read_block (self->format, block, prose_span_get_length (place), &state);
    append_found (all, units, place.start);
    offset = place.end;
  }
  return all;
}

/* --- updating --- */

static void
tell (MellowTranslation *self, guint first, guint n)
{
  for (guint i = first; i < MIN (first + n, self->items->len); i++)
    mellow_translation_item_tell (self->items->pdata[i]);
}

static void
set_units (MellowTranslation *self, guint first, const Found *found, guint n)
{
  for (guint i = 0; i < n; i++)
    mellow_translation_item_set_unit (self->items->pdata[first + i], found[i].unit, found[i].start,
                                      found[i].begin);
}

static gboolean
is_same_unit (MellowTranslation *self, guint position, const Found *found)
{
  const ProseTranslationUnit *unit =
      mellow_translation_item_get_unit (self->items->pdata[position]);

  return g_str_equal (unit->id, found->unit->id);
}

/* How many of the old units at the start are among the new ones, in their order. */
static guint
count_same_at_start (MellowTranslation *self, guint first, guint n_old, const GArray *found)
{
  guint n = 0;

  while (n < MIN (n_old, found->len) &&
         is_same_unit (self, first + n, &g_array_index (found, Found, n)))
    n++;

  return n;
}

static guint
count_same_at_end (
    MellowTranslation *self, guint first, guint n_old, const GArray *found, guint n_at_start)
{
  guint n = 0;

  while (
      n < MIN (n_old, found->len) - n_at_start &&
      is_same_unit (self, first + n_old - 1 - n, &g_array_index (found, Found, found->len - 1 - n)))
    n++;

  return n;
}

static void
insert_items (MellowTranslation *self, guint position, const Found *found, guint n)
{
  guint n_behind = self->items->len - position;

  if (n == 0)
    return;

  g_ptr_array_set_size (self->items, self->items->len + n);
  memmove (self->items->pdata + position + n, self->items->pdata + position,
           n_behind * sizeof (gpointer));
  for (guint i = 0; i < n; i++)
    self->items->pdata[position + i] =
        mellow_translation_item_new (found[i].unit, found[i].start, found[i].begin);
}

static void
remove_items (MellowTranslation *self, guint position, guint n)
{
  if (n > 0)
    g_ptr_array_remove_range (self->items, position, n);
}

static void
move_items (MellowTranslation *self, guint first, int distance)
{
  for (guint i = first; distance != 0 && i < self->items->len; i++)
    mellow_translation_item_move (self->items->pdata[i], distance);
}

/* Makes n_old items from first on those that were found. */
static void
replace_items (MellowTranslation *self, guint first, guint n_old, const GArray *found)
{
  const Found *all = (const Found *)(gpointer)found->data;
  guint n_start = n_old == found->len ? n_old : count_same_at_start (self, first, n_old, found);
  guint n_end = n_old == found->len ? 0 : count_same_at_end (self, first, n_old, found, n_start);
  guint n_removed = n_old - n_start - n_end;
  guint n_added = found->len - n_start - n_end;

  set_units (self, first, all, n_start);
  set_units (self, first + n_old - n_end, all + found->len - n_end, n_end);
  remove_items (self, first + n_start, n_removed);
  insert_items (self, first + n_start, all + n_start, n_added);
  if (n_removed > 0 || n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), first + n_start, n_removed, n_added);
  tell (self, first, n_start);
  tell (self, first + n_start + n_added, n_end);
}

/* The whole blocks that span touches. */
static ProseSpan
widen (MellowTranslation *self, ProseSpan span)
{
  ProseFormatState state;
  ProseSpan first, last;

  prose_live_checker_find_block (mellow_review_get_checker (self->review), span.start, &first,
                                 &state);
  prose_live_checker_find_block (mellow_review_get_checker (self->review),
                                 span.end > 0 ? span.end - 1 : 0, &last, &state);
  return (ProseSpan){ MIN (first.start, span.start), MAX (last.end, span.end) };
}

static void
look_at_text (MellowTranslation *self, ProseSpan span)
{
  g_autoptr (GArray) found = NULL;
  guint length = mellow_review_get_length (self->review);
  int distance = (int)length - (int)self->length;
  gboolean is_other_format = self->format != mellow_review_get_format (self->review);
  guint first = is_other_format ? 0 : find_start (self, span.start);
  guint last = is_other_format ? self->items->len : find_start (self, (int)span.end - distance);

  self->format = mellow_review_get_format (self->review);
  self->length = length;
  found = read_units (self, is_other_format ? (ProseSpan){ 0, length } : span);
  move_items (self, last, distance);
  replace_items (self, first, last - first, found);
}

/* Those that other rules have found. */
static void
forget_source_marks (MellowTranslation *self)
{
  if (self->checker == NULL ||
      prose_checker_get_rules (self->checker) == mellow_review_get_rules (self->review))
    return;

  g_clear_object (&self->checker);
  for (guint i = 0; i < self->items->len; i++)
    mellow_translation_item_take_source_marks (self->items->pdata[i], NULL);
}

static void
look_at_marks (MellowTranslation *self, ProseSpan span)
{
  guint first = find_start (self, span.start);
  guint last = find_start (self, span.end);

  forget_source_marks (self);
  tell (self, first, last - first);
}

static void
update (MellowTranslation *self)
{
  ProseSpan span;
  gboolean is_text = self->is_text_dirty;

  if (self->n_actions > 0 || !self->is_dirty)
    return;

  span = widen (self, self->dirty);
  self->is_dirty = FALSE;
  self->is_text_dirty = FALSE;
  if (is_text)
    look_at_text (self, span);
  else
    look_at_marks (self, span);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- following --- */

static void
on_reviewed (MellowTranslation *self, const ProseLiveChange *change)
{
  guint length = mellow_review_get_length (self->review);
  int distance = (int)length - (int)self->dirty_length;
  guint end = (int)change->span.end - distance;

  if (!self->is_dirty) {
    self->dirty = change->span;
  } else {
    self->dirty.start = MIN (self->dirty.start, change->span.start);
    self->dirty.end = self->dirty.end >= end ? self->dirty.end + distance : change->span.end;
  }
  self->dirty_length = length;
  self->is_dirty = TRUE;
  self->is_text_dirty |= self->is_edited || self->format != mellow_review_get_format (self->review);
  self->is_edited = FALSE;
  update (self);
}

static void
on_edited (MellowTranslation *self)
{
  self->is_edited = TRUE;
}

static void
begin_action (MellowTranslation *self)
{
  self->n_actions++;
}

static void
end_action (MellowTranslation *self)
{
  if (self->n_actions > 0)
    self->n_actions--;
  update (self);
}

static void
follow_review (MellowTranslation *self)
{
  GObject *buffer = G_OBJECT (mellow_review_get_buffer (self->review));
  GConnectFlags before = G_CONNECT_SWAPPED, after = G_CONNECT_SWAPPED | G_CONNECT_AFTER;
  const struct {
    const char *signal;
    GCallback callback;
    GConnectFlags flags;
  } handlers[] = {
    { "changed", G_CALLBACK (on_edited), before },
    { "begin-user-action", G_CALLBACK (begin_action), before },
    { "end-user-action", G_CALLBACK (end_action), after },
    { "undo", G_CALLBACK (begin_action), before },
    { "undo", G_CALLBACK (end_action), after },
    { "redo", G_CALLBACK (begin_action), before },
    { "redo", G_CALLBACK (end_action), after },
  };

  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect_object (buffer, handlers[i].signal, handlers[i].callback, self,
                             handlers[i].flags);
  g_signal_connect_object (self->review, "changed", G_CALLBACK (on_reviewed), self, before);
}

/* --- the object --- */

static void
mellow_translation_dispose (GObject *object)
{
  MellowTranslation *self = MELLOW_TRANSLATION (object);

  g_clear_object (&self->review);
  g_clear_object (&self->checker);

  G_OBJECT_CLASS (mellow_translation_parent_class)->dispose (object);
}

static void
mellow_translation_finalize (GObject *object)
{
  g_ptr_array_unref (MELLOW_TRANSLATION (object)->items);

  G_OBJECT_CLASS (mellow_translation_parent_class)->finalize (object);
}

static void
mellow_translation_class_init (MellowTranslationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mellow_translation_dispose;
  G_OBJECT_CLASS (klass)->finalize = mellow_translation_finalize;

  /**
   * MellowTranslation::changed:
   * @self: a translation
   *
   * An edit is over, or marks are others, and the units are in step with it.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mellow_translation_init (MellowTranslation *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * mellow_translation_new:
 * @review: a review of a file; not in the midst of an edit
 *
 * Returns: (transfer full): the units of the file, none if its format has none
 */
MellowTranslation *
mellow_translation_new (MellowReview *review)
{
  MellowTranslation *self;

  g_return_val_if_fail (MELLOW_IS_REVIEW (review), NULL);

  self = g_object_new (MELLOW_TYPE_TRANSLATION, NULL);
  self->review = g_object_ref (review);
  self->dirty_length = mellow_review_get_length (review);
  look_at_text (self, (ProseSpan){ 0, self->dirty_length });
  follow_review (self);

  return self;
}

/**
 * mellow_translation_get_review:
 * @self: a translation
 *
 * Returns: (transfer none): the review of its file
 */
MellowReview *
mellow_translation_get_review (MellowTranslation *self)
{
  g_return_val_if_fail (MELLOW_IS_TRANSLATION (self), NULL);

  return self->review;
}

/**
 * mellow_translation_is_busy:
 * @self: a translation
 *
 * Returns: whether an edit is under way that the units do not know of yet
 */
gboolean
mellow_translation_is_busy (MellowTranslation *self)
{
  g_return_val_if_fail (MELLOW_IS_TRANSLATION (self), FALSE);

  return self->is_dirty || self->is_edited;
}

/**
 * mellow_translation_get:
 * @self: a translation
 * @position: the number of a unit
 *
 * Returns: (transfer none) (nullable): its item
 */
MellowTranslationItem *
mellow_translation_get (MellowTranslation *self, guint position)
{
  g_return_val_if_fail (MELLOW_IS_TRANSLATION (self), NULL);

  return position < self->items->len ? self->items->pdata[position] : NULL;
}

/**
 * mellow_translation_find:
 * @self: a translation
 * @offset: a place in the file, in bytes
 *
 * Returns: the number of the unit that has the place: the last one that begins before it;
 *   the first one, if none does
 */
guint
mellow_translation_find (MellowTranslation *self, guint offset)
{
  guint first = 0, next;

  g_return_val_if_fail (MELLOW_IS_TRANSLATION (self), 0);

  next = self->items->len;
  while (next - first > 1) {
    guint middle = (first + next) / 2;

    if (mellow_translation_item_get_place (self->items->pdata[middle]) <= offset)
      first = middle;
    else
      next = middle;
  }
  return first;
}

/* --- marks --- */

/* The source is no part of what the review checks. */
static GArray *
check_source (MellowTranslation *self, const ProseTranslationUnit *unit)
{
  GArray *marks = mellow_unit_marks_new ();
  const char *text = prose_copy_get_text (unit->source);
  g_autoptr (ProseDocument) document = NULL;
  g_autoptr (ProseReport) report = NULL;

  if (*text == '\0')
    return marks;

  if (self->checker == NULL)
    self->checker = prose_checker_new (mellow_review_get_rules (self->review));
  document = prose_document_new (text, -1);
  report = prose_checker_check (self->checker, document, unit->source_language);
  mellow_unit_marks_append (marks, prose_report_get_credits (report));
  mellow_unit_marks_append (marks, prose_report_get_diagnostics (report));
  return marks;
}

/**
 * mellow_translation_get_source_marks:
 * @self: a translation
 * @item: one of its units
 *
 * Returns: (transfer none) (element-type MellowUnitMark): marks and credits of its source,
 *   in bytes of what that says
 */
GArray *
mellow_translation_get_source_marks (MellowTranslation *self, MellowTranslationItem *item)
{
  g_return_val_if_fail (MELLOW_IS_TRANSLATION (self), NULL);
  g_return_val_if_fail (MELLOW_IS_TRANSLATION_ITEM (item), NULL);

  if (mellow_translation_item_get_source_marks (item) == NULL)
    mellow_translation_item_take_source_marks (
        item, check_source (self, mellow_translation_item_get_unit (item)));

  return mellow_translation_item_get_source_marks (item);
}

/**
 * mellow_translation_dup_target_marks:
 * @self: a translation
 * @item: one of its units
 * @n: one of the targets of that
 *
 * Returns: (transfer full) (element-type MellowUnitMark): its marks and credits, in bytes of
 *   what it says
 */
GArray *
mellow_translation_dup_target_marks (MellowTranslation *self, MellowTranslationItem *item, guint n)
{
  GArray *marks;

  g_return_val_if_fail (MELLOW_IS_TRANSLATION (self), NULL);
  g_return_val_if_fail (MELLOW_IS_TRANSLATION_ITEM (item), NULL);

  marks = mellow_unit_marks_new ();
  mellow_unit_marks_append_target (marks, self->review, mellow_translation_item_get_copy (item, n),
                                   mellow_translation_item_get_content (item, n),
                                   mellow_translation_item_get_start (item));
  return marks;
}

static gboolean
has_marks (MellowTranslation *self, ProseSpan content)
{
  guint position = mellow_review_find_mark (self->review, content.start + 1);

  return !prose_span_is_empty (content) && position < mellow_review_get_n_marks (self->review) &&
         mellow_review_get_mark (self->review, position).span.start < content.end;
}

/**
 * mellow_translation_has_marks:
 * @self: a translation
 * @item: one of its units
 *
 * Returns: whether something is marked in its translation
 */
gboolean
mellow_translation_has_marks (MellowTranslation *self, MellowTranslationItem *item)
{
  g_return_val_if_fail (MELLOW_IS_TRANSLATION (self), FALSE);
  g_return_val_if_fail (MELLOW_IS_TRANSLATION_ITEM (item), FALSE);

  for (guint n = 0; n < mellow_translation_item_get_n_targets (item); n++)
    if (has_marks (self, mellow_translation_item_get_content (item, n)))
      return TRUE;

  return FALSE;
}
