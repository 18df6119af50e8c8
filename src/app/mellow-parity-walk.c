/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-parity-walk.h"

/**
 * MellowParityWalk:
 *
 * Where somebody is among the differences of a text from its original: of all, those of one
 * kind are listed, one of these at most is selected, and one of its places is looked at. Who
 * selects another difference looks at its first place.
 */
struct _MellowParityWalk {
  GObject parent_instance;

  GtkCustomFilter *filter; /* of shown, which owns it */
  GtkFilterListModel *shown;
  GPtrArray *items; /* of it, at hand for each key */
  GtkSingleSelection *selection;
  int kind;
  guint place;
  gboolean is_selecting;
};

enum {
  CHOSEN,
  LED,
  PLACE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowParityWalk, mellow_parity_walk, G_TYPE_OBJECT)

static void
set_place (MellowParityWalk *self, guint place)
{
  self->place = place;
  g_signal_emit (self, signals[PLACE_CHANGED], 0);
}

static guint
count_places (MellowParityWalk *self)
{
  MellowParityItem *item = mellow_parity_walk_get_selected (self);

  return item != NULL ? mellow_parity_item_get_n_places (item) : 0;
}

static void
on_selected (MellowParityWalk *self)
{
  set_place (self, 0);
  if (!self->is_selecting)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
select_quietly (MellowParityWalk *self, guint position)
{
  if (mellow_parity_walk_get_position (self) == position)
    return;

  self->is_selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->is_selecting = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[LED], 0);
}

static void
on_items_changed (MellowParityWalk *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  g_ptr_array_set_size (self->items, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->items, g_list_model_get_item (G_LIST_MODEL (self->shown), i));
}

static gboolean
passes (gpointer item, gpointer user_data)
{
  MellowParityWalk *self = user_data;

  return self->kind == MELLOW_PARITY_ANY_KIND ||
         (int)mellow_parity_item_get_kind (item) == self->kind;
}

/* --- the object --- */

static void
mellow_parity_walk_finalize (GObject *object)
{
  MellowParityWalk *self = MELLOW_PARITY_WALK (object);

  g_object_unref (self->selection);
  g_object_unref (self->shown);
  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (mellow_parity_walk_parent_class)->finalize (object);
}

static void
mellow_parity_walk_class_init (MellowParityWalkClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mellow_parity_walk_finalize;

  /**
   * MellowParityWalk::chosen:
   * @self: a walk
   *
   * A difference was selected in the list, or its selected one went.
   */
  signals[CHOSEN] =
      g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * MellowParityWalk::led:
   * @self: a walk
   *
   * The walk has led to another difference, which the list is to show.
   */
  signals[LED] = g_signal_new ("led", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * MellowParityWalk::place-changed:
   * @self: a walk
   *
   * Another place of the selected difference is looked at.
   */
  signals[PLACE_CHANGED] =
      g_signal_new ("place-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mellow_parity_walk_init (MellowParityWalk *self)
{
  self->kind = MELLOW_PARITY_ANY_KIND;
  self->filter = gtk_custom_filter_new (passes, self, NULL);
  self->shown = gtk_filter_list_model_new (NULL, GTK_FILTER (self->filter));
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect_object (self->shown, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->shown)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mellow_parity_walk_new:
 *
 * Returns: (transfer full): a walk among no differences yet
 */
MellowParityWalk *
mellow_parity_walk_new (void)
{
  return g_object_new (MELLOW_TYPE_PARITY_WALK, NULL);
}

/* --- which differences --- */

/**
 * mellow_parity_walk_set_findings:
 * @self: a walk
 * @findings: (nullable): a list of [class@Mellow.ParityItem], of any kind again
 */
void
mellow_parity_walk_set_findings (MellowParityWalk *self, GListModel *findings)
{
  g_return_if_fail (MELLOW_IS_PARITY_WALK (self));

  self->kind = MELLOW_PARITY_ANY_KIND;
  self->is_selecting = TRUE;
  gtk_filter_list_model_set_model (self->shown, findings);
  self->is_selecting = FALSE;
}

/**
 * mellow_parity_walk_get_n_findings:
 * @self: a walk
 *
 * Returns: how many differences there are, of any kind
 */
guint
mellow_parity_walk_get_n_findings (MellowParityWalk *self)
{
  GListModel *findings;

  g_return_val_if_fail (MELLOW_IS_PARITY_WALK (self), 0);

  findings = gtk_filter_list_model_get_model (self->shown);
  return findings != NULL ? g_list_model_get_n_items (findings) : 0;
}

/**
 * mellow_parity_walk_count_kind:
 * @self: a walk
 * @kind: a kind
 *
 * Returns: how many differences are of that kind, listed or not
 */
guint
mellow_parity_walk_count_kind (MellowParityWalk *self, ProseParityKind kind)
{
  guint n = 0;

  g_return_val_if_fail (MELLOW_IS_PARITY_WALK (self), 0);

  for (guint i = 0; i < mellow_parity_walk_get_n_findings (self); i++) {
    GListModel *findings = gtk_filter_list_model_get_model (self->shown);
    g_autoptr (MellowParityItem) item = g_list_model_get_item (findings, i);

    n += mellow_parity_item_get_kind (item) == kind;
  }
  return n;
}

/**
 * mellow_parity_walk_get_kind:
 * @self: a walk
 *
 * Returns: (type int): the kind that is listed, %MELLOW_PARITY_ANY_KIND for all
 */
int
mellow_parity_walk_get_kind (MellowParityWalk *self)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_WALK (self), MELLOW_PARITY_ANY_KIND);

  return self->kind;
}

/**
 * mellow_parity_walk_set_kind:
 * @self: a walk
 * @kind: (type int): which differences to list, %MELLOW_PARITY_ANY_KIND for all
 */
void
mellow_parity_walk_set_kind (MellowParityWalk *self, int kind)
{
  g_return_if_fail (MELLOW_IS_PARITY_WALK (self));

  self->kind = kind;
  self->is_selecting = TRUE;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  self->is_selecting = FALSE;
}

/* --- what is selected --- */

/**
 * mellow_parity_walk_get_n_shown:
 * @self: a walk
 *
 * Returns: how many differences are listed
 */
guint
mellow_parity_walk_get_n_shown (MellowParityWalk *self)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_WALK (self), 0);

  return self->items->len;
}

/**
 * mellow_parity_walk_get_selection:
 * @self: a walk
 *
 * Returns: (transfer none): the differences that are listed, and which one is selected
 */
GtkSingleSelection *
mellow_parity_walk_get_selection (MellowParityWalk *self)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_WALK (self), NULL);

  return self->selection;
}

/**
 * mellow_parity_walk_get_position:
 * @self: a walk
 *
 * Returns: the place of the selected difference in the list,
 *   %GTK_INVALID_LIST_POSITION if none is
 */
guint
mellow_parity_walk_get_position (MellowParityWalk *self)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_WALK (self), GTK_INVALID_LIST_POSITION);

  return gtk_single_selection_get_selected (self->selection);
}

/**
 * mellow_parity_walk_get_item:
 * @self: a walk
 * @position: less than the number of differences that are listed
 *
 * Returns: (transfer none): the one there
 */
MellowParityItem *
mellow_parity_walk_get_item (MellowParityWalk *self, guint position)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_WALK (self), NULL);
  g_return_val_if_fail (position < self->items->len, NULL);

  return self->items->pdata[position];
}

/**
 * mellow_parity_walk_get_selected:
 * @self: a walk
 *
 * Returns: (transfer none) (nullable): the difference that is selected
 */
MellowParityItem *
mellow_parity_walk_get_selected (MellowParityWalk *self)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_WALK (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

/**
 * mellow_parity_walk_select:
 * @self: a walk
 * @item: a difference
 *
 * Selects it, if it is listed, without a look at the text.
 */
void
mellow_parity_walk_select (MellowParityWalk *self, MellowParityItem *item)
{
  guint position;

  g_return_if_fail (MELLOW_IS_PARITY_WALK (self));

  if (g_ptr_array_find (self->items, item, &position))
    select_quietly (self, position);
}

/**
 * mellow_parity_walk_get_place:
 * @self: a walk
 *
 * Returns: which place of the selected difference is looked at, from 0
 */
guint
mellow_parity_walk_get_place (MellowParityWalk *self)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_WALK (self), 0);

  return self->place;
}

/**
 * mellow_parity_walk_find_words:
 * @self: a walk
 * @words: (out): what is looked at, in bytes of the text
 *
 * Returns: whether anything is
 */
gboolean
mellow_parity_walk_find_words (MellowParityWalk *self, ProseSpan *words)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_WALK (self), FALSE);

  if (self->place >= count_places (self))
    return FALSE;

  *words = mellow_parity_item_get_place (mellow_parity_walk_get_selected (self), self->place);
  return TRUE;
}

/* --- from one to the next --- */

static void
step_item (MellowParityWalk *self, int step)
{
  guint n = self->items->len;
  guint position = mellow_parity_walk_get_position (self);

  if (position == GTK_INVALID_LIST_POSITION)
    position = step > 0 ? 0 : n - 1;
  else
    position = (position + n + step) % n;
  select_quietly (self, position);
  if (step < 0)
    set_place (self, count_places (self) - 1);
}

/**
 * mellow_parity_walk_step:
 * @self: a walk with differences in its list
 * @step: 1 for the next place, -1 for the one before
 *
 * Goes through all places of the selected difference, and then to the one beside it; from
 * the last one to the first.
 */
void
mellow_parity_walk_step (MellowParityWalk *self, int step)
{
  int place;

  g_return_if_fail (MELLOW_IS_PARITY_WALK (self));
  g_return_if_fail (self->items->len > 0);

  place = (int)self->place + step;
  if (place >= 0 && place < (int)count_places (self))
    set_place (self, place);
  else
    step_item (self, step);
}

/**
 * mellow_parity_walk_step_place:
 * @self: a walk
 * @step: 1 for the next place, -1 for the one before
 *
 * Goes to another place of the selected difference; from the last one to the first.
 */
void
mellow_parity_walk_step_place (MellowParityWalk *self, int step)
{
  guint n;

  g_return_if_fail (MELLOW_IS_PARITY_WALK (self));

  n = count_places (self);
  if (n > 0)
    set_place (self, (self->place + n + step) % n);
}

/* The difference whose words the cursor is at, else the gravest of the unit around it. The
 * one that is selected stays if it may. */
static guint
find_at_cursor (MellowParityWalk *self, guint cursor)
{
  guint selected = mellow_parity_walk_get_position (self);
  guint around = GTK_INVALID_LIST_POSITION;
  MellowParityItem *item = mellow_parity_walk_get_selected (self);

  if (item != NULL && mellow_parity_item_touches (item, cursor))
    return selected;

  for (guint i = 0; i < self->items->len; i++) {
    item = self->items->pdata[i];
    if (mellow_parity_item_touches (item, cursor))
      return i;
    if (mellow_parity_item_is_about (item, cursor) &&
        (around == GTK_INVALID_LIST_POSITION || i == selected))
      around = i;
  }
  return around;
}

static void
find_place (MellowParityWalk *self, guint cursor)
{
  guint n = count_places (self);

  for (guint i = 0; n > 1 && i < n; i++) {
    ProseSpan place = mellow_parity_item_get_place (mellow_parity_walk_get_selected (self), i);

    if (place.start <= cursor && cursor <= place.end) {
      set_place (self, i);
      return;
    }
  }
}

/**
 * mellow_parity_walk_follow:
 * @self: a walk
 * @cursor: where the cursor is in the text, in bytes
 *
 * Selects the difference at the cursor, if there is one, and its place there.
 */
void
mellow_parity_walk_follow (MellowParityWalk *self, guint cursor)
{
  g_return_if_fail (MELLOW_IS_PARITY_WALK (self));

  select_quietly (self, find_at_cursor (self, cursor));
  find_place (self, cursor);
}
