/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-mark-list.h"

/**
 * MellowMarkList:
 *
 * The marks of a [class@Mellow.Review] as a list model of [class@Mellow.Mark].
 *
 * A mark is made when someone asks for it and known as long as someone holds
 * it. So an edit costs no more than the marks that are in view, and a mark that
 * is found again after an edit of its paragraph stays the same item.
 */
struct _MellowMarkList {
  GObject parent_instance;

  MellowReview *review;
  GPtrArray *held; /* marks that someone holds; no references */
  guint n_items;
};

static void mellow_mark_list_init_model (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MellowMarkList,
                               mellow_mark_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      mellow_mark_list_init_model))

static void
forget (gpointer data, GObject *mark)
{
  g_ptr_array_remove_fast (MELLOW_MARK_LIST (data)->held, mark);
}

static MellowMark *
find_held (MellowMarkList *self, guint position)
{
  for (guint i = 0; i < self->held->len; i++) {
    MellowMark *mark = g_ptr_array_index (self->held, i);

    if (mellow_mark_get_position (mark) == position)
      return mark;
  }

  return NULL;
}

static GType
mellow_mark_list_get_item_type (GListModel *model)
{
  return MELLOW_TYPE_MARK;
}

static guint
mellow_mark_list_get_n_items (GListModel *model)
{
  return MELLOW_MARK_LIST (model)->n_items;
}

static gpointer
mellow_mark_list_get_item (GListModel *model, guint position)
{
  MellowMarkList *self = MELLOW_MARK_LIST (model);
  MellowMark *mark;

  if (position >= self->n_items)
    return NULL;

  mark = find_held (self, position);
  if (mark != NULL)
    return g_object_ref (mark);

  mark = mellow_mark_new (self->review, position);
  g_object_weak_ref (G_OBJECT (mark), forget, self);
  g_ptr_array_add (self->held, mark);

  return mark;
}

static void
mellow_mark_list_init_model (GListModelInterface *iface)
{
  iface->get_item_type = mellow_mark_list_get_item_type;
  iface->get_n_items = mellow_mark_list_get_n_items;
  iface->get_item = mellow_mark_list_get_item;
}

/* Whether nobody can tell the old mark from the new one. */
static gboolean
is_same_mark (MellowMarkList *self, guint old_position, guint new_position)
{
  MellowMark *mark = find_held (self, old_position);
  ProseDiagnostic diagnostic;

  if (mark == NULL)
    return TRUE;

  diagnostic = mellow_review_get_mark (self->review, new_position);
  return mellow_mark_is_for (mark, &diagnostic);
}

/* Leaves out of the change the marks at both ends that were found again. */
static ProseLiveChange
narrow_change (MellowMarkList *self, const ProseLiveChange *change)
{
  ProseLiveChange narrow = *change;

  while (narrow.removed > 0 && narrow.added > 0 &&
         is_same_mark (self, narrow.position, narrow.position)) {
    narrow.position++;
    narrow.removed--;
    narrow.added--;
  }
  while (narrow.removed > 0 && narrow.added > 0 &&
         is_same_mark (self, narrow.position + narrow.removed - 1,
                       narrow.position + narrow.added - 1)) {
    narrow.removed--;
    narrow.added--;
  }

  return narrow;
}

/* Gives the held marks their new positions. Those that are gone are no longer
 * ours. */
static void
move_marks (MellowMarkList *self, const ProseLiveChange *change)
{
  for (guint i = self->held->len; i-- > 0;) {
    MellowMark *mark = g_ptr_array_index (self->held, i);
    guint position = mellow_mark_get_position (mark);

    if (position >= change->position + change->removed) {
      mellow_mark_set_position (mark, position - change->removed + change->added);
    } else if (position >= change->position) {
      mellow_mark_set_position (mark, G_MAXUINT);
      g_object_weak_unref (G_OBJECT (mark), forget, self);
      g_ptr_array_remove_index_fast (self->held, i);
    }
  }
}

static void
refresh_marks (MellowMarkList *self, guint position, guint n)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->held->len; i++) {
    MellowMark *mark = g_ptr_array_index (self->held, i);

    if (mellow_mark_get_position (mark) - position < n)
      g_ptr_array_add (marks, g_object_ref (mark));
  }

  for (guint i = 0; i < marks->len; i++)
    mellow_mark_refresh (g_ptr_array_index (marks, i));
}

static void
on_changed (MellowMarkList *self, const ProseLiveChange *change)
{
  ProseLiveChange narrow = narrow_change (self, change);

  move_marks (self, &narrow);
  self->n_items += narrow.added - narrow.removed;
  if (narrow.removed > 0 || narrow.added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), narrow.position, narrow.removed, narrow.added);

  refresh_marks (self, change->position, change->added);
}

static void
mellow_mark_list_finalize (GObject *object)
{
  MellowMarkList *self = MELLOW_MARK_LIST (object);

  for (guint i = 0; i < self->held->len; i++)
    g_object_weak_unref (g_ptr_array_index (self->held, i), forget, self);
  g_clear_pointer (&self->held, g_ptr_array_unref);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (mellow_mark_list_parent_class)->finalize (object);
}

static void
mellow_mark_list_class_init (MellowMarkListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mellow_mark_list_finalize;
}

static void
mellow_mark_list_init (MellowMarkList *self)
{
  self->held = g_ptr_array_new ();
}

/**
 * mellow_mark_list_new:
 * @review: a review
 *
 * Returns: (transfer full): the list of its marks
 */
MellowMarkList *
mellow_mark_list_new (MellowReview *review)
{
  MellowMarkList *self;

  g_return_val_if_fail (MELLOW_IS_REVIEW (review), NULL);

  self = g_object_new (MELLOW_TYPE_MARK_LIST, NULL);
  self->review = g_object_ref (review);
  self->n_items = mellow_review_get_n_marks (review);
  g_signal_connect_object (review, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);

  return self;
}
