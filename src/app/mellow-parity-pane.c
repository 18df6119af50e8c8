/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-parity-pane.h"

#include <glib/gi18n.h>

#include "mellow-list-focus.h"
#include "mellow-parity-flow.h"
#include "mellow-parity-head.h"
#include "mellow-parity-note.h"
#include "mellow-parity-row.h"
#include "mellow-parity-walk.h"
#include "mellow-parity-words.h"

/**
 * MellowParityPane:
 *
 * How the tone of a text differs from that of its original: both tones side by side, the
 * differences, the gravest first, and what was not compared. One row at most is selected,
 * that of the difference at the cursor.
 */
struct _MellowParityPane {
  GtkWidget parent_instance;

  MellowParityHead *head;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *note_page;
  GtkButton *note_button;
  GtkBox *gaps;
  GtkWidget *gap_buttons[PROSE_N_PARITY_GAPS];

  MellowPage *page;         /* weak */
  MellowParityWatch *watch; /* (nullable) */
  GSignalGroup *watch_signals;
  GSignalGroup *review_signals;
  MellowParityWalk *walk;
  int awaited_step; /* of the walk, until there is a result */
  guint scroll_source;
};

enum {
  PROP_0,
  PROP_KIND,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MellowParityPane, mellow_parity_pane, GTK_TYPE_WIDGET)

static MellowDraft *
get_draft (MellowParityPane *self)
{
  return mellow_page_get_draft (self->page);
}

static MellowReview *
get_review (MellowParityPane *self)
{
  return mellow_draft_get_review (get_draft (self));
}

/* --- what is said in the place of rows --- */

static void
show_note (MellowParityPane *self)
{
  g_autoptr (MellowParityNote) note = mellow_parity_note_new (self->watch);

  adw_status_page_set_icon_name (self->note_page, note->icon);
  adw_status_page_set_title (self->note_page, note->title);
  adw_status_page_set_description (self->note_page, note->description);
  gtk_widget_set_visible (GTK_WIDGET (self->note_button), note->label != NULL);
  if (note->label == NULL)
    return;

  gtk_button_set_label (self->note_button, note->label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->note_button), note->action);
}

/* --- what was not compared --- */

static GtkWidget *
create_gap_button (ProseParityGap gap)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "gap");
  gtk_widget_set_tooltip_text (button, _ ("Show the Next One"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "parity.show-gap");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), g_variant_new_uint32 (gap));
  return button;
}

static void
update_gap (MellowParityPane *self, ProseParityGap gap)
{
  guint n = mellow_parity_result_count_skipped (mellow_parity_watch_get_result (self->watch), gap);
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  if (n > 0 && self->gap_buttons[gap] == NULL) {
    self->gap_buttons[gap] = create_gap_button (gap);
    gtk_box_append (self->gaps, self->gap_buttons[gap]);
  }
  if (self->gap_buttons[gap] == NULL)
    return;

  words = mellow_parity_words_dup_gap (gap, n);
  /* Translators: %s is how much of a text, and why: “3 are not translated”. */
  text = g_strdup_printf (_ ("Not compared: %s"), words);
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->gap_buttons[gap]))), text);
  gtk_widget_set_visible (self->gap_buttons[gap], n > 0);
}

static void
update_gaps (MellowParityPane *self)
{
  for (guint gap = 0; gap < PROSE_N_PARITY_GAPS; gap++)
    update_gap (self, gap);
}

static void
show_gap (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowParityPane *self = MELLOW_PARITY_PANE (widget);
  ProseSpan place;

  if (mellow_parity_result_find_skipped (mellow_parity_watch_get_result (self->watch),
                                         g_variant_get_uint32 (parameter),
                                         mellow_review_get_cursor (get_review (self)), &place))
    mellow_editor_show_place (mellow_page_get_editor (self->page), place);
  else
    mellow_page_tell (self->page, _ ("It stands in the original alone"));
}

/* --- rows --- */

static MellowParityRow *
find_row (MellowParityPane *self, MellowParityItem *item)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *row = gtk_widget_get_first_child (child);

    if (MELLOW_IS_PARITY_ROW (row) && gtk_widget_get_child_visible (child) &&
        mellow_parity_row_get_item (MELLOW_PARITY_ROW (row)) == item)
      return MELLOW_PARITY_ROW (row);
  }
  return NULL;
}

static MellowParityRow *
find_selected_row (MellowParityPane *self)
{
  MellowParityItem *item = mellow_parity_pane_get_selected (self);

  return item != NULL ? find_row (self, item) : NULL;
}

static void
show_place (MellowParityPane *self)
{
  MellowParityRow *row = find_selected_row (self);

  if (row != NULL)
    mellow_parity_row_set_place (row, mellow_parity_walk_get_place (self->walk));
}

static void
go_to_place (MellowParityPane *self)
{
  ProseSpan words;

  if (mellow_parity_walk_find_words (self->walk, &words))
    mellow_editor_select_place (mellow_page_get_editor (self->page), words);
}

static void
on_activated (MellowParityPane *self)
{
  go_to_place (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->page));
}

static gboolean
show_selected_row (gpointer user_data)
{
  MellowParityPane *self = user_data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
  MellowParityRow *row = find_selected_row (self);
  graphene_rect_t bounds;

  self->scroll_source = 0;
  if (row != NULL && gtk_widget_compute_bounds (gtk_widget_get_parent (GTK_WIDGET (row)),
                                                GTK_WIDGET (self->list), &bounds)) {
    double top = gtk_adjustment_get_value (adjustment) + bounds.origin.y;
    double page = gtk_adjustment_get_page_size (adjustment);

    gtk_adjustment_clamp_page (adjustment, top, top + MIN (bounds.size.height, page));
  }
  return G_SOURCE_REMOVE;
}

/* GtkListView scrolls to a row before it has grown. */
static void
scroll_to_selected (MellowParityPane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u",
                              mellow_parity_walk_get_position (self->walk));
  if (self->scroll_source == 0)
    self->scroll_source = g_idle_add (show_selected_row, self);
}

/* A pane that nobody sees has no need to be in step. */
static void
follow_cursor (MellowParityPane *self)
{
  if (self->page == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  mellow_parity_walk_follow (self->walk, mellow_review_get_cursor (get_review (self)));
}

static void
on_setup_row (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = mellow_parity_row_new ();

  gtk_list_item_set_child (item, row);
  g_object_bind_property (item, "selected", row, "expanded", G_BINDING_SYNC_CREATE);
}

static void
on_bind_row (MellowParityPane *self, GtkListItem *item)
{
  MellowParityRow *row = MELLOW_PARITY_ROW (gtk_list_item_get_child (item));

  mellow_parity_row_show (row, gtk_list_item_get_item (item));
  if (gtk_list_item_get_selected (item))
    mellow_parity_row_set_place (row, mellow_parity_walk_get_place (self->walk));
}

static void
on_unbind_row (MellowParityPane *self, GtkListItem *item)
{
  mellow_parity_row_show (MELLOW_PARITY_ROW (gtk_list_item_get_child (item)), NULL);
}

/* --- all of it --- */

static void
update (MellowParityPane *self)
{
  gboolean has_rows = mellow_parity_walk_get_n_shown (self->walk) > 0;
  gboolean is_filtered = mellow_parity_walk_get_kind (self->walk) != MELLOW_PARITY_ANY_KIND;

  if (self->watch == NULL)
    return;

  mellow_parity_head_update (self->head, mellow_parity_watch_get_result (self->watch));
  update_gaps (self);
  gtk_widget_set_visible (GTK_WIDGET (self->head),
                          mellow_parity_watch_get_state (self->watch) == MELLOW_PARITY_COMPARED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "parity.clear-filter", is_filtered);
  if (!has_rows)
    show_note (self);
  gtk_stack_set_visible_child_name (self->stack, has_rows ? "rows" : "note");
}

static void
take_awaited_step (MellowParityPane *self)
{
  int step = self->awaited_step;

  if (step == 0 || mellow_parity_watch_get_state (self->watch) == MELLOW_PARITY_COMPARING)
    return;

  self->awaited_step = 0;
  mellow_parity_pane_walk (self, step);
}

static void
on_watch_changed (MellowParityPane *self)
{
  update (self);
  follow_cursor (self);
  take_awaited_step (self);
}

static void
clear_filter (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mellow_parity_pane_set_kind (MELLOW_PARITY_PANE (widget), MELLOW_PARITY_ANY_KIND);
}

/* --- the keyboard --- */

static void
step_place (GtkWidget *widget, int step)
{
  MellowParityPane *self = MELLOW_PARITY_PANE (widget);

  mellow_parity_walk_step_place (self->walk, step);
  go_to_place (self);
}

static void
show_previous_place (GtkWidget *widget, const char *action, GVariant *parameter)
{
  step_place (widget, -1);
}

static void
show_next_place (GtkWidget *widget, const char *action, GVariant *parameter)
{
  step_place (widget, 1);
}

static void
dismiss (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mellow_parity_pane_dismiss (MELLOW_PARITY_PANE (widget));
}

static gboolean
focus_rows (MellowParityPane *self)
{
  MellowParityRow *row = find_selected_row (self);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    return gtk_widget_get_visible (GTK_WIDGET (self->note_button)) &&
           gtk_widget_grab_focus (GTK_WIDGET (self->note_button));
  if (row == NULL && mellow_parity_walk_get_n_shown (self->walk) > 0)
    row = find_row (self, mellow_parity_walk_get_item (self->walk, 0));

  return row != NULL && gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
}

/* Arrows lead along the rows, Tab through one of them, and whoever comes wants to read. */
static gboolean
mellow_parity_pane_focus (GtkWidget *widget, GtkDirectionType direction)
{
  MellowParityPane *self = MELLOW_PARITY_PANE (widget);
  GtkWidget *row = mellow_list_focus_find_row (widget, GTK_WIDGET (self->list));

  if (direction == GTK_DIR_TAB_FORWARD && row != NULL)
    return gtk_widget_child_focus (row, direction) ||
           gtk_widget_child_focus (GTK_WIDGET (self->gaps), direction);
  if (direction == GTK_DIR_TAB_BACKWARD && row != NULL)
    return gtk_widget_child_focus (row, direction) ||
           gtk_widget_child_focus (GTK_WIDGET (self->head), direction);
  if (direction == GTK_DIR_TAB_FORWARD && mellow_list_focus_find (widget) == NULL &&
      focus_rows (self))
    return TRUE;

  return GTK_WIDGET_CLASS (mellow_parity_pane_parent_class)->focus (widget, direction);
}

static gboolean
leave (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  gtk_widget_activate_action (widget, "win.focus-text", NULL);
  return GDK_EVENT_STOP;
}

/* --- the object --- */

static void
mellow_parity_pane_map (GtkWidget *widget)
{
  MellowParityPane *self = MELLOW_PARITY_PANE (widget);

  GTK_WIDGET_CLASS (mellow_parity_pane_parent_class)->map (widget);
  follow_cursor (self);
  if (self->watch != NULL)
    mellow_parity_watch_check_file (self->watch);
}

static void
mellow_parity_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_KIND:
    g_value_set_int (value, mellow_parity_walk_get_kind (MELLOW_PARITY_PANE (object)->walk));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_parity_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_KIND:
    mellow_parity_pane_set_kind (MELLOW_PARITY_PANE (object), g_value_get_int (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_parity_pane_dispose (GObject *object)
{
  MellowParityPane *self = MELLOW_PARITY_PANE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  g_clear_object (&self->watch_signals);
  g_clear_object (&self->review_signals);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_weak_pointer (&self->page);
  g_clear_object (&self->walk);
  g_clear_object (&self->watch);

  G_OBJECT_CLASS (mellow_parity_pane_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "parity.clear-filter", NULL, clear_filter);
  gtk_widget_class_install_action (widget_class, "parity.dismiss", NULL, dismiss);
  gtk_widget_class_install_action (widget_class, "parity.previous-place", NULL,
                                   show_previous_place);
  gtk_widget_class_install_action (widget_class, "parity.next-place", NULL, show_next_place);
  gtk_widget_class_install_action (widget_class, "parity.show-gap", "u", show_gap);
  gtk_widget_class_install_property_action (widget_class, "parity.kind", "kind");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "parity.dismiss", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, leave, NULL);
}

static void
mellow_parity_pane_class_init (MellowParityPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mellow_parity_pane_get_property;
  object_class->set_property = mellow_parity_pane_set_property;
  object_class->dispose = mellow_parity_pane_dispose;
  widget_class->focus = mellow_parity_pane_focus;
  widget_class->map = mellow_parity_pane_map;

  properties[PROP_KIND] = g_param_spec_int (
      "kind", NULL, NULL, MELLOW_PARITY_ANY_KIND, PROSE_N_PARITY_KINDS - 1, MELLOW_PARITY_ANY_KIND,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (MELLOW_TYPE_PARITY_HEAD);
  install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "paritypane");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-parity-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowParityPane, head);
  gtk_widget_class_bind_template_child (widget_class, MellowParityPane, stack);
  gtk_widget_class_bind_template_child (widget_class, MellowParityPane, list);
  gtk_widget_class_bind_template_child (widget_class, MellowParityPane, note_page);
  gtk_widget_class_bind_template_child (widget_class, MellowParityPane, note_button);
  gtk_widget_class_bind_template_child (widget_class, MellowParityPane, gaps);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_setup_row);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_row);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind_row);
}

static void
follow_signals (MellowParityPane *self)
{
  g_signal_connect_object (self->walk, "chosen", G_CALLBACK (go_to_place), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->walk, "led", G_CALLBACK (scroll_to_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->walk, "place-changed", G_CALLBACK (show_place), self,
                           G_CONNECT_SWAPPED);
  self->watch_signals = g_signal_group_new (MELLOW_TYPE_PARITY_WATCH);
  g_signal_group_connect_swapped (self->watch_signals, "changed", G_CALLBACK (on_watch_changed),
                                  self);
  self->review_signals = g_signal_group_new (MELLOW_TYPE_REVIEW);
  g_signal_group_connect_swapped (self->review_signals, "changed", G_CALLBACK (follow_cursor),
                                  self);
  g_signal_group_connect_swapped (self->review_signals, "cursor-moved", G_CALLBACK (follow_cursor),
                                  self);
}

static void
mellow_parity_pane_init (MellowParityPane *self)
{
  self->walk = mellow_parity_walk_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  mellow_parity_head_set_walk (self->head, self->walk);
  follow_signals (self);
  gtk_list_view_set_model (self->list,
                           GTK_SELECTION_MODEL (mellow_parity_walk_get_selection (self->walk)));
}

/**
 * mellow_parity_pane_new:
 *
 * Returns: (transfer floating): a pane that shows nothing yet
 */
MellowParityPane *
mellow_parity_pane_new (void)
{
  return g_object_new (MELLOW_TYPE_PARITY_PANE, NULL);
}

/**
 * mellow_parity_pane_set_page:
 * @self: a pane
 * @page: (nullable): the page whose text it is to compare
 */
void
mellow_parity_pane_set_page (MellowParityPane *self, MellowPage *page)
{
  MellowParityWatch *watch;

  g_return_if_fail (MELLOW_IS_PARITY_PANE (self));
  g_return_if_fail (page == NULL || MELLOW_IS_PAGE (page));

  if (self->page == page)
    return;

  g_set_weak_pointer (&self->page, page);
  watch = page != NULL ? mellow_parity_watch_of (get_draft (self)) : NULL;
  self->awaited_step = 0;
  g_set_object (&self->watch, watch);
  mellow_parity_walk_set_findings (
      self->walk, watch != NULL
                      ? mellow_parity_result_get_findings (mellow_parity_watch_get_result (watch))
                      : NULL);
  g_signal_group_set_target (self->watch_signals, watch);
  g_signal_group_set_target (self->review_signals, page != NULL ? get_review (self) : NULL);
  update (self);
  follow_cursor (self);
}

/**
 * mellow_parity_pane_get_selected:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): the difference that is selected
 */
MellowParityItem *
mellow_parity_pane_get_selected (MellowParityPane *self)
{
  g_return_val_if_fail (MELLOW_IS_PARITY_PANE (self), NULL);

  return mellow_parity_walk_get_selected (self->walk);
}

/**
 * mellow_parity_pane_set_kind:
 * @self: a pane
 * @kind: (type int): which differences to list, a [enum@Prose.ParityKind]; -1 for all
 */
void
mellow_parity_pane_set_kind (MellowParityPane *self, int kind)
{
  g_return_if_fail (MELLOW_IS_PARITY_PANE (self));

  if (mellow_parity_walk_get_kind (self->walk) == kind)
    return;

  mellow_parity_walk_set_kind (self->walk, kind);
  update (self);
  follow_cursor (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
}

/**
 * mellow_parity_pane_walk:
 * @self: a pane with a page
 * @step: 1 for the next difference, -1 for the one before
 *
 * Goes to the difference beside the selected one, of those that are listed, through all
 * places of one that has several; from the last one to the first. Before there is a result
 * it goes there once there is.
 */
void
mellow_parity_pane_walk (MellowParityPane *self, int step)
{
  g_return_if_fail (MELLOW_IS_PARITY_PANE (self));
  g_return_if_fail (self->page != NULL);

  if (mellow_parity_watch_get_state (self->watch) == MELLOW_PARITY_COMPARING) {
    self->awaited_step = step;
    return;
  }
  if (mellow_parity_walk_get_n_shown (self->walk) == 0) {
    mellow_page_tell (self->page, mellow_parity_walk_get_n_findings (self->walk) > 0
                                      ? _ ("No difference passes the filter")
                                      : _ ("No difference from the original is listed"));
    return;
  }

  mellow_parity_walk_step (self->walk, step);
  go_to_place (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->page));
}

/* The row that takes the place of one that is gone has the focus then. */
static void
focus_near (MellowParityPane *self, guint position)
{
  guint n = mellow_parity_walk_get_n_shown (self->walk);

  if (n == 0) {
    gtk_widget_grab_focus (GTK_WIDGET (self->page));
    return;
  }
  position = MIN (position, n - 1);
  gtk_single_selection_set_selected (mellow_parity_walk_get_selection (self->walk), position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  focus_rows (self);
}

/* Who comes to the list stands on its first row before any is selected. */
static void
select_focused_row (MellowParityPane *self)
{
  GtkWidget *focused = mellow_list_focus_find_row (GTK_WIDGET (self), GTK_WIDGET (self->list));
  GtkWidget *row = focused != NULL ? gtk_widget_get_first_child (focused) : NULL;

  if (mellow_parity_pane_get_selected (self) == NULL && MELLOW_IS_PARITY_ROW (row))
    mellow_parity_walk_select (self->walk, mellow_parity_row_get_item (MELLOW_PARITY_ROW (row)));
}

/**
 * mellow_parity_pane_dismiss:
 * @self: a pane with a page
 *
 * Leaves the selected difference as it is, or that whose row has the focus.
 */
void
mellow_parity_pane_dismiss (MellowParityPane *self)
{
  MellowParityItem *item;
  gboolean has_focus;
  guint position;

  g_return_if_fail (MELLOW_IS_PARITY_PANE (self));
  g_return_if_fail (self->page != NULL);

  select_focused_row (self);
  item = mellow_parity_pane_get_selected (self);
  if (item == NULL) {
    mellow_page_tell (self->page, _ ("Choose a difference first"));
    return;
  }

  position = mellow_parity_walk_get_position (self->walk);
  has_focus = mellow_list_focus_find (GTK_WIDGET (self)) != NULL;
  mellow_parity_flow_dismiss (self->page, item);
  if (has_focus)
    focus_near (self, position);
}
