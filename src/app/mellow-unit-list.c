/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-unit-list.h"

#include <glib/gi18n.h>

#include "mellow-parity-watch.h"
#include "mellow-unit-row.h"

/**
 * MellowUnitList:
 *
 * The units of a file of translations, those that are looked for, and how many of all are
 * translated. The unit at work is selected.
 */
struct _MellowUnitList {
  GtkBox parent_instance;

  GtkEditable *search_entry;
  GtkDropDown *filter_button;
  GtkLabel *count_label;
  GtkStack *stack;
  GtkListView *list;

  MellowDraft *draft;
  MellowTranslation *translation;
  MellowUnitFilter *filter;
  GtkFilterListModel *shown;
  GtkSingleSelection *selection;
  MellowTranslationItem *item; /* (nullable): at work */
  GSignalGroup *item_signals;

  gboolean is_narrow;
  gboolean is_selecting;
  gboolean is_filter_stale;
  guint scroll_tick;
};

enum {
  PROP_0,
  PROP_NARROW,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

enum {
  CHOSEN,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowUnitList, mellow_unit_list, GTK_TYPE_BOX)

static void
choose (MellowUnitList *self, MellowTranslationItem *item, guint n)
{
  g_signal_emit (self, signals[CHOSEN], 0, item, n);
}

static void
leave (MellowUnitList *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

/* --- places in the list --- */

/* The row of the first shown unit that begins at a place or behind it. */
static guint
find_row (MellowUnitList *self, guint place)
{
  guint first = 0, next = g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  while (first < next) {
    guint middle = (first + next) / 2;
    g_autoptr (MellowTranslationItem) item =
        g_list_model_get_item (G_LIST_MODEL (self->shown), middle);

    if (mellow_translation_item_get_place (item) < place)
      first = middle + 1;
    else
      next = middle;
  }
  return first;
}

static guint
find_row_of (MellowUnitList *self, MellowTranslationItem *item)
{
  guint row = find_row (self, mellow_translation_item_get_place (item));
  g_autoptr (MellowTranslationItem) found = g_list_model_get_item (G_LIST_MODEL (self->shown), row);

  return found == item ? row : GTK_INVALID_LIST_POSITION;
}

static void
scroll (MellowUnitList *self)
{
  guint row = gtk_single_selection_get_selected (self->selection);

  if (row != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", row);
}

static gboolean
scroll_when_placed (GtkWidget *list, GdkFrameClock *clock, gpointer user_data)
{
  MellowUnitList *self = user_data;

  if (gtk_widget_get_height (list) == 0)
    return G_SOURCE_CONTINUE;

  self->scroll_tick = 0;
  scroll (self);
  return G_SOURCE_REMOVE;
}

static void
select_row (MellowUnitList *self)
{
  guint row;

  if (self->item != NULL &&
      gtk_single_selection_get_selected_item (self->selection) == (gpointer)self->item)
    return;

  row = self->item != NULL ? find_row_of (self, self->item) : GTK_INVALID_LIST_POSITION;
  self->is_selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, row);
  self->is_selecting = FALSE;
  mellow_unit_list_show_item (self);
}

/* --- what is listed --- */

static void
update_rows (MellowUnitList *self)
{
  gboolean has_rows = g_list_model_get_n_items (G_LIST_MODEL (self->shown)) > 0;

  gtk_stack_set_visible_child_name (self->stack, has_rows ? "list" : "nothing");
}

static void
filter_anew (MellowUnitList *self, MellowTranslationItem *kept)
{
  self->is_filter_stale = kept != NULL;
  self->is_selecting = TRUE;
  mellow_unit_filter_run (self->filter, kept);
  self->is_selecting = FALSE;
  update_rows (self);
  select_row (self);
}

/* Differences are found when the writer pauses. The unit at work stays in the list. */
static void
on_compared (MellowUnitList *self)
{
  gboolean is_listed =
      gtk_single_selection_get_selected_item (self->selection) == (gpointer)self->item;

  if (mellow_unit_filter_get_kind (self->filter) == MELLOW_UNIT_DIFFERS)
    filter_anew (self, is_listed ? self->item : NULL);
}

static void
on_filter_changed (MellowUnitList *self)
{
  if (self->filter == NULL)
    return;

  mellow_unit_filter_set (self->filter, gtk_drop_down_get_selected (self->filter_button),
                          gtk_editable_get_text (self->search_entry));
  filter_anew (self, NULL);
}

static void
on_item_changed (MellowUnitList *self)
{
  self->is_filter_stale = mellow_unit_filter_is_active (self->filter);
}

static void
update_count (MellowUnitList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->translation)), n_done = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++) {
    MellowTranslationItem *item = mellow_translation_get (self->translation, i);

    n_done += mellow_translation_item_get_unit (item)->state != PROSE_TRANSLATION_UNTRANSLATED;
  }
  text = g_strdup_printf (_ ("%u of %u"), n_done, n);
  if (g_str_equal (gtk_label_get_text (self->count_label), text))
    return;

  gtk_label_set_text (self->count_label, text);
  g_free (text);
  text = g_strdup_printf (
      ngettext ("%u of %u unit is translated", "%u of %u units are translated", n), n_done, n);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count_label), text);
}

static void
on_changed (MellowUnitList *self)
{
  update_count (self);
  update_rows (self);
}

/* --- going about --- */

static void
on_selected (MellowUnitList *self)
{
  MellowTranslationItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (!self->is_selecting && item != NULL && item != self->item)
    choose (self, item, mellow_translation_item_find_empty_target (item));
}

static void
on_search_activated (MellowUnitList *self)
{
  g_autoptr (MellowTranslationItem) first = g_list_model_get_item (G_LIST_MODEL (self->shown), 0);

  if (first != NULL &&
      gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    choose (self, first, 0);
  leave (self);
}

static void
on_search_stopped (MellowUnitList *self)
{
  gtk_editable_set_text (self->search_entry, "");
  on_filter_changed (self);
  leave (self);
}

/* The shown unit behind the one at work, or before it. */
static MellowTranslationItem *
dup_neighbour (MellowUnitList *self, int step)
{
  guint place = mellow_translation_item_get_place (self->item);
  guint row = find_row (self, step > 0 ? place + 1 : place);

  if (step < 0 && row == 0)
    return NULL;

  return g_list_model_get_item (G_LIST_MODEL (self->shown), step > 0 ? row : row - 1);
}

/* --- rows --- */

static void
on_setup_row (MellowUnitList *self, GtkListItem *list_item)
{
  GtkWidget *row = mellow_unit_row_new (self->draft, self->translation);
  GtkGesture *click = gtk_gesture_click_new ();

  g_object_bind_property (self, "narrow", row, "narrow", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (click, "released", G_CALLBACK (leave), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (list_item, row);
}

static void
on_bind_row (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  mellow_unit_row_set_item (MELLOW_UNIT_ROW (gtk_list_item_get_child (list_item)),
                            gtk_list_item_get_item (list_item));
}

static void
on_unbind_row (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  mellow_unit_row_set_item (MELLOW_UNIT_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/* --- the object --- */

static void
mellow_unit_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_NARROW:
    g_value_set_boolean (value, MELLOW_UNIT_LIST (object)->is_narrow);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_unit_list_dispose (GObject *object)
{
  MellowUnitList *self = MELLOW_UNIT_LIST (object);

  g_clear_object (&self->item_signals);
  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list), self->scroll_tick);
  self->scroll_tick = 0;
  if (self->selection != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->item);
  g_clear_object (&self->translation);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (mellow_unit_list_parent_class)->dispose (object);
}

static void
mellow_unit_list_class_init (MellowUnitListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mellow_unit_list_get_property;
  object_class->dispose = mellow_unit_list_dispose;

  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * MellowUnitList::chosen:
   * @self: a list
   * @item: a unit
   * @n: one of its targets
   *
   * The writer wants to work at another unit.
   */
  signals[CHOSEN] =
      g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, MELLOW_TYPE_TRANSLATION_ITEM, G_TYPE_UINT);

  /**
   * MellowUnitList::left:
   * @self: a list
   *
   * The writer wants to go on to write.
   */
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mellowcopy/Mellow/mellow-unit-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowUnitList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MellowUnitList, filter_button);
  gtk_widget_class_bind_template_child (widget_class, MellowUnitList, count_label);
  gtk_widget_class_bind_template_child (widget_class, MellowUnitList, stack);
  gtk_widget_class_bind_template_child (widget_class, MellowUnitList, list);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_setup_row);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_row);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind_row);
  gtk_widget_class_bind_template_callback (widget_class, leave);
}

static void
mellow_unit_list_init (MellowUnitList *self)
{
  self->item_signals = g_signal_group_new (MELLOW_TYPE_TRANSLATION_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "changed", G_CALLBACK (on_item_changed),
                                  self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (MellowUnitList *self)
{
  self->shown = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->translation)),
                                           g_object_ref (GTK_FILTER (self->filter)));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->shown));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

/**
 * mellow_unit_list_set_translation:
 * @self: a list without units
 * @draft: a draft that is a file of translations
 * @translation: its units, to be listed
 */
void
mellow_unit_list_set_translation (MellowUnitList *self,
                                  MellowDraft *draft,
                                  MellowTranslation *translation)
{
  MellowParityWatch *watch;

  g_return_if_fail (MELLOW_IS_UNIT_LIST (self));
  g_return_if_fail (MELLOW_IS_DRAFT (draft));
  g_return_if_fail (MELLOW_IS_TRANSLATION (translation));

  watch = mellow_parity_watch_of (draft);
  self->draft = g_object_ref (draft);
  self->translation = g_object_ref (translation);
  self->filter = mellow_unit_filter_new (translation, mellow_parity_watch_get_result (watch));
  fill (self);
  g_signal_connect_object (translation, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (watch, "changed", G_CALLBACK (on_compared), self, G_CONNECT_SWAPPED);
  on_changed (self);
}

/**
 * mellow_unit_list_set_item:
 * @self: a list
 * @item: (nullable): the unit at work
 *
 * Selects a unit, if it is listed. What is listed is looked at anew if the unit before became
 * another one.
 */
void
mellow_unit_list_set_item (MellowUnitList *self, MellowTranslationItem *item)
{
  gboolean is_other;

  g_return_if_fail (MELLOW_IS_UNIT_LIST (self));

  is_other = g_set_object (&self->item, item);
  g_signal_group_set_target (self->item_signals, item);
  if (is_other && self->is_filter_stale)
    filter_anew (self, NULL);
  else
    select_row (self);
}

/**
 * mellow_unit_list_set_narrow:
 * @self: a list
 * @is_narrow: whether originals and translations are to stand below each other
 */
void
mellow_unit_list_set_narrow (MellowUnitList *self, gboolean is_narrow)
{
  g_return_if_fail (MELLOW_IS_UNIT_LIST (self));

  if (self->is_narrow == is_narrow)
    return;

  self->is_narrow = is_narrow;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

/**
 * mellow_unit_list_show_item:
 * @self: a list
 *
 * Scrolls so that the unit at work is in view, if it is listed.
 */
void
mellow_unit_list_show_item (MellowUnitList *self)
{
  GtkWidget *list = GTK_WIDGET (self->list);

  g_return_if_fail (MELLOW_IS_UNIT_LIST (self));

  /* GtkListView shows nothing at all if it is scrolled before it has a place. */
  if (gtk_widget_get_height (list) > 0)
    scroll (self);
  else if (self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (list, scroll_when_placed, self, NULL);
}

/**
 * mellow_unit_list_search:
 * @self: a list
 *
 * Lets the user look for words.
 */
void
mellow_unit_list_search (MellowUnitList *self)
{
  g_return_if_fail (MELLOW_IS_UNIT_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * mellow_unit_list_dup_next:
 * @self: a list
 * @kind: what kind of unit
 * @step: 1 for the next one, -1 for the one before
 *
 * Returns: (transfer full) (nullable): another unit: of those that are listed the one beside
 *   that at work, of a kind the next one of all, round the ends of the file
 */
MellowTranslationItem *
mellow_unit_list_dup_next (MellowUnitList *self, MellowUnitKind kind, int step)
{
  MellowTranslationItem *item;
  guint start;

  g_return_val_if_fail (MELLOW_IS_UNIT_LIST (self), NULL);

  if (self->item == NULL)
    return NULL;
  if (kind == MELLOW_UNIT_ANY)
    return dup_neighbour (self, step);

  start =
      mellow_translation_find (self->translation, mellow_translation_item_get_place (self->item));
  item = mellow_unit_filter_find (self->filter, kind, start, step);
  return item != NULL ? g_object_ref (item) : NULL;
}
