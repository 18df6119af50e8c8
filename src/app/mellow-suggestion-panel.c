/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-suggestion-panel.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mellow-filter-bar.h"
#include "mellow-group-row.h"
#include "mellow-list-focus.h"

/**
 * MellowSuggestionPanel:
 *
 * The notes on the marks of a draft, one row for all that are alike, as far as a
 * filter lets them pass. One row at most is selected, that of the mark at the
 * cursor; it is expanded.
 */
struct _MellowSuggestionPanel {
  GtkWidget parent_instance;

  GtkWidget *header;
  GtkLabel *count_label;
  MellowFilterBar *filter_bar;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *note_page;
  GtkButton *note_button;

  MellowMarkFilter *filter;
  MellowMarkOutline *outline; /* (nullable): until there is a draft */
  GtkSingleSelection *selection;
  gboolean is_selecting;
  MellowPanelNote note;
  guint n_ignored;
  guint scroll_tick;
  guint n_frames_to_scroll;
};

static const struct {
  const char *icon;
  const char *title;
  const char *description;
} notes[] = {
  [MELLOW_PANEL_NOTE_BLANK] = { "mellow-pen-symbolic", N_ ("Write Away"),
                                N_ ("Phrases that push are underlined as you type. "
                                    "Here you find out why, and softer ways to say it.") },
  [MELLOW_PANEL_NOTE_CALM] = { "mellow-leaf-symbolic", N_ ("Nothing Pushes Here"),
                               N_ ("No phrase in this text presses the reader.") },
  [MELLOW_PANEL_NOTE_UNKNOWN_LANGUAGE] = { "mellow-pen-symbolic", N_ ("Not Checked Yet"),
                                           N_ ("The language of this text is not known from so "
                                               "few words, or there are no rules for it.") },
  [MELLOW_PANEL_NOTE_NO_RULES] = { "mellow-pen-symbolic", N_ ("No Rules to Check By"),
                                   N_ ("You can write and save as always, "
                                       "but nothing is marked.") },
};

enum {
  MARK_CHOSEN,
  FILTERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowSuggestionPanel, mellow_suggestion_panel, GTK_TYPE_WIDGET)

static guint
get_n_marks (MellowSuggestionPanel *self)
{
  return self->outline != NULL ? mellow_mark_outline_get_n_marks (self->outline) : 0;
}

/* --- what is said in the place of rows --- */

static void
show_note (MellowSuggestionPanel *self,
           const char *icon,
           const char *title,
           const char *description)
{
  adw_status_page_set_icon_name (self->note_page, icon);
  adw_status_page_set_title (self->note_page, title);
  adw_status_page_set_description (self->note_page, description);
}

static void
show_note_button (MellowSuggestionPanel *self, const char *label, const char *action)
{
  gtk_widget_set_visible (GTK_WIDGET (self->note_button), label != NULL);
  if (label == NULL)
    return;

  gtk_button_set_label (self->note_button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->note_button), action);
}

static void
show_filtered_note (MellowSuggestionPanel *self)
{
  guint n = get_n_marks (self);
  g_autofree char *description =
      g_strdup_printf (ngettext ("One mark is waiting outside of the filter.",
                                 "%u marks are waiting outside of the filter.", n),
                       n);

  show_note (self, "edit-find-symbolic", _ ("Nothing Under This Filter"), description);
  show_note_button (self, _ ("_Show All"), "panel.clear-filter");
}

static void
show_ignored_note (MellowSuggestionPanel *self)
{
  g_autofree char *description = g_strdup_printf (
      ngettext ("One phrase is marked by the rules; you chose to ignore it.",
                "%u phrases are marked by the rules; you chose to ignore them.", self->n_ignored),
      self->n_ignored);

  show_note (self, "mellow-leaf-symbolic", _ ("Nothing Left to Soften"), description);
  show_note_button (self, _ ("Show What Is _Ignored"), "win.show-ignored");
}

static void
update_note (MellowSuggestionPanel *self)
{
  if (get_n_marks (self) > 0) {
    show_filtered_note (self);
  } else if (self->note == MELLOW_PANEL_NOTE_CALM && self->n_ignored > 0) {
    show_ignored_note (self);
  } else {
    show_note (self, notes[self->note].icon, _ (notes[self->note].title),
               _ (notes[self->note].description));
    show_note_button (self, NULL, NULL);
  }
}

/* --- what the header says --- */

static void
update_count (MellowSuggestionPanel *self)
{
  guint n = get_n_marks (self);
  g_autofree char *text = NULL;

  if (mellow_mark_filter_is_active (self->filter))
    text = g_strdup_printf (_ ("%u of %u"), mellow_mark_outline_get_n_shown (self->outline), n);
  else
    text = g_strdup_printf (ngettext ("%u to soften", "%u to soften", n), n);
  gtk_label_set_text (self->count_label, text);
}

static void
on_updated (MellowSuggestionPanel *self)
{
  gboolean has_rows = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  update_count (self);
  gtk_widget_set_visible (self->header, get_n_marks (self) > 0);
  if (!has_rows)
    update_note (self);
  gtk_stack_set_visible_child_name (self->stack, has_rows ? "marks" : "note");
}

/* Who follows the cursor looks for its mark anew. */
static void
on_filter_changed (MellowSuggestionPanel *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "panel.clear-filter",
                                 mellow_mark_filter_is_active (self->filter));
  if (self->outline != NULL)
    g_signal_emit (self, signals[FILTERED], 0);
}

static void
clear_filter (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mellow_mark_filter_clear (MELLOW_SUGGESTION_PANEL (widget)->filter);
}

/* --- rows --- */

static void
choose (MellowSuggestionPanel *self, guint position)
{
  mellow_mark_outline_set_current (self->outline, position);
  if (mellow_mark_outline_get_current (self->outline) != NULL)
    g_signal_emit (self, signals[MARK_CHOSEN], 0, mellow_mark_outline_get_current (self->outline));
}

static void
on_selected (MellowSuggestionPanel *self)
{
  MellowMarkGroup *group = gtk_single_selection_get_selected_item (self->selection);

  if (group != NULL && !self->is_selecting)
    choose (self, group->first);
}

static void
on_activated (MellowSuggestionPanel *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-text", NULL);
}

/* The widget that GtkListView has put around the expanded row. */
static GtkWidget *
find_expanded_row (MellowSuggestionPanel *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *row = gtk_widget_get_first_child (child);

    if (MELLOW_IS_GROUP_ROW (row) && gtk_widget_get_child_visible (child) &&
        mellow_group_row_is_expanded (MELLOW_GROUP_ROW (row)))
      return child;
  }

  return NULL;
}

/* GtkListView scrolls to a row before it has grown, and shows the end of one
 * that is higher than the view. So the row is looked at in the frame after it has. */
static gboolean
show_expanded_row (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MellowSuggestionPanel *self = MELLOW_SUGGESTION_PANEL (widget);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
  GtkWidget *row = find_expanded_row (self);
  graphene_rect_t bounds;

  if (self->n_frames_to_scroll-- > 1)
    return G_SOURCE_CONTINUE;

  self->scroll_tick = 0;
  if (row != NULL && gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds)) {
    double top = gtk_adjustment_get_value (adjustment) + bounds.origin.y;
    double page = gtk_adjustment_get_page_size (adjustment);

    gtk_adjustment_clamp_page (adjustment, top, top + MIN (bounds.size.height, page));
  }

  return G_SOURCE_REMOVE;
}

static void
scroll_to (MellowSuggestionPanel *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  self->n_frames_to_scroll = 2;
  if (self->scroll_tick == 0)
    self->scroll_tick =
        gtk_widget_add_tick_callback (GTK_WIDGET (self), show_expanded_row, NULL, NULL);
}

static void
on_setup_row (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = mellow_group_row_new ();

  gtk_list_item_set_child (item, row);
  g_object_bind_property (item, "selected", row, "expanded", G_BINDING_SYNC_CREATE);
}

static void
on_bind_row (MellowSuggestionPanel *self, GtkListItem *item)
{
  mellow_group_row_show (MELLOW_GROUP_ROW (gtk_list_item_get_child (item)), self->outline,
                         gtk_list_item_get_item (item));
}

static void
on_unbind_row (MellowSuggestionPanel *self, GtkListItem *item)
{
  mellow_group_row_show (MELLOW_GROUP_ROW (gtk_list_item_get_child (item)), NULL, NULL);
}

/* --- the keyboard --- */

static GtkWidget *
find_first_row_in_view (MellowSuggestionPanel *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list));
  graphene_rect_t bounds;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_child_visible (child) &&
        gtk_widget_compute_bounds (child, GTK_WIDGET (self->list), &bounds) &&
        bounds.origin.y + bounds.size.height > 0)
      return child;

  return NULL;
}

/* GtkListView takes the focus where it was last, not where the selection is. */
static gboolean
focus_rows (MellowSuggestionPanel *self)
{
  GtkWidget *row = NULL;

  if (gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    row = find_expanded_row (self);
  if (row == NULL)
    row = find_first_row_in_view (self);

  return row != NULL && gtk_widget_grab_focus (row);
}

/* Arrows lead along the rows; Tab stays in one of them, then goes on. And whoever
 * comes to the panel wants to read: the header is one step back. */
static gboolean
mellow_suggestion_panel_focus (GtkWidget *widget, GtkDirectionType direction)
{
  MellowSuggestionPanel *self = MELLOW_SUGGESTION_PANEL (widget);
  GtkWidget *row = mellow_list_focus_find_row (widget, GTK_WIDGET (self->list));

  if (direction == GTK_DIR_TAB_FORWARD && row != NULL)
    return gtk_widget_child_focus (row, direction);
  if (direction == GTK_DIR_TAB_BACKWARD && row != NULL)
    return gtk_widget_child_focus (row, direction) ||
           gtk_widget_child_focus (self->header, direction);
  if (direction == GTK_DIR_TAB_FORWARD && mellow_list_focus_find (widget) == NULL &&
      focus_rows (self))
    return TRUE;

  return GTK_WIDGET_CLASS (mellow_suggestion_panel_parent_class)->focus (widget, direction);
}

static gboolean
leave (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  gtk_widget_activate_action (widget, "win.focus-text", NULL);
  return GDK_EVENT_STOP;
}

static void
mellow_suggestion_panel_dispose (GObject *object)
{
  MellowSuggestionPanel *self = MELLOW_SUGGESTION_PANEL (object);
  GtkWidget *child;

  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
  self->scroll_tick = 0;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  if (self->outline != NULL)
    g_signal_handlers_disconnect_by_func (self->outline, on_updated, self);
  g_clear_object (&self->outline);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (mellow_suggestion_panel_parent_class)->dispose (object);
}

static void
mellow_suggestion_panel_class_init (MellowSuggestionPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mellow_suggestion_panel_dispose;
  widget_class->focus = mellow_suggestion_panel_focus;

  /**
   * MellowSuggestionPanel::mark-chosen:
   * @self: a panel
   * @mark: a mark
   *
   * The user turned to a mark in the panel.
   */
  signals[MARK_CHOSEN] = g_signal_new ("mark-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, MELLOW_TYPE_MARK);

  /**
   * MellowSuggestionPanel::filtered:
   * @self: a panel
   *
   * Other marks are shown, though the text is as it was.
   */
  signals[FILTERED] = g_signal_new ("filtered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MELLOW_TYPE_FILTER_BAR);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "suggestionpanel");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-suggestion-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowSuggestionPanel, header);
  gtk_widget_class_bind_template_child (widget_class, MellowSuggestionPanel, count_label);
  gtk_widget_class_bind_template_child (widget_class, MellowSuggestionPanel, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, MellowSuggestionPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, MellowSuggestionPanel, list);
  gtk_widget_class_bind_template_child (widget_class, MellowSuggestionPanel, note_page);
  gtk_widget_class_bind_template_child (widget_class, MellowSuggestionPanel, note_button);
  gtk_widget_class_bind_template_callback (widget_class, on_setup_row);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_row);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind_row);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_install_action (widget_class, "panel.clear-filter", NULL, clear_filter);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, leave, NULL);
}

static void
mellow_suggestion_panel_init (MellowSuggestionPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->filter = mellow_mark_filter_new ();
  mellow_filter_bar_set_filter (self->filter_bar, self->filter);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);

  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  on_updated (self);
  on_filter_changed (self);
}

/**
 * mellow_suggestion_panel_set_draft:
 * @self: a panel
 * @draft: a draft
 *
 * Lists the marks of a draft. The panel follows it before all that starts to follow
 * it later. The filter stays.
 */
void
mellow_suggestion_panel_set_draft (MellowSuggestionPanel *self, MellowDraft *draft)
{
  g_autoptr (MellowMarkOutline) before = NULL;

  g_return_if_fail (MELLOW_IS_SUGGESTION_PANEL (self));
  g_return_if_fail (MELLOW_IS_DRAFT (draft));

  before = self->outline;
  if (before != NULL)
    g_signal_handlers_disconnect_by_func (before, on_updated, self);
  self->outline = mellow_mark_outline_new (mellow_draft_get_review (draft),
                                           mellow_draft_get_marks (draft), self->filter);
  /* It is told of the filter after the outline. */
  g_signal_handlers_disconnect_by_func (self->filter, on_filter_changed, self);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (on_filter_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->outline, "updated", G_CALLBACK (on_updated), self);
  mellow_filter_bar_set_outline (self->filter_bar, self->outline);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->outline));
  on_updated (self);
}

/**
 * mellow_suggestion_panel_set_note:
 * @self: a panel
 * @note: what to say while there are no marks
 */
void
mellow_suggestion_panel_set_note (MellowSuggestionPanel *self, MellowPanelNote note)
{
  g_return_if_fail (MELLOW_IS_SUGGESTION_PANEL (self));
  g_return_if_fail (note < G_N_ELEMENTS (notes));

  if (self->note == note)
    return;

  self->note = note;
  update_note (self);
}

/**
 * mellow_suggestion_panel_set_n_ignored:
 * @self: a panel
 * @n: how many phrases would be marked, and are ignored
 *
 * Where nothing else is marked the panel says so, and leads to `win.show-ignored`.
 */
void
mellow_suggestion_panel_set_n_ignored (MellowSuggestionPanel *self, guint n)
{
  g_return_if_fail (MELLOW_IS_SUGGESTION_PANEL (self));

  if (self->n_ignored == n)
    return;

  self->n_ignored = n;
  update_note (self);
}

/**
 * mellow_suggestion_panel_get_selected:
 * @self: a panel
 *
 * Returns: (transfer none) (nullable): the mark whose note is expanded
 */
MellowMark *
mellow_suggestion_panel_get_selected (MellowSuggestionPanel *self)
{
  g_return_val_if_fail (MELLOW_IS_SUGGESTION_PANEL (self), NULL);

  return self->outline != NULL ? mellow_mark_outline_get_current (self->outline) : NULL;
}

/**
 * mellow_suggestion_panel_select:
 * @self: a panel with a draft
 * @position: which mark to expand, %GTK_INVALID_LIST_POSITION for none; one that
 *   the filter holds back counts as none
 */
void
mellow_suggestion_panel_select (MellowSuggestionPanel *self, guint position)
{
  guint row;

  g_return_if_fail (MELLOW_IS_SUGGESTION_PANEL (self));
  g_return_if_fail (self->outline != NULL);

  row = mellow_mark_outline_find_row (self->outline, position);
  mellow_mark_outline_set_current (self->outline, position);
  if (gtk_single_selection_get_selected (self->selection) == row)
    return;

  self->is_selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, row);
  self->is_selecting = FALSE;

  if (row != GTK_INVALID_LIST_POSITION)
    scroll_to (self, row);
}

/**
 * mellow_suggestion_panel_step:
 * @self: a panel with a draft
 * @position: a place among all marks, -1 for before the first
 * @step: 1 or -1
 *
 * Returns: the place of the next mark that way that is shown, round the ends of the
 *   text; %GTK_INVALID_LIST_POSITION if none is
 */
guint
mellow_suggestion_panel_step (MellowSuggestionPanel *self, int position, int step)
{
  g_return_val_if_fail (MELLOW_IS_SUGGESTION_PANEL (self), GTK_INVALID_LIST_POSITION);
  g_return_val_if_fail (self->outline != NULL, GTK_INVALID_LIST_POSITION);

  return mellow_mark_outline_step (self->outline, position, step);
}

/**
 * mellow_suggestion_panel_choose_alike:
 * @self: a panel with a draft
 * @step: 1 or -1
 *
 * Turns to the next mark that way that is like the selected one.
 *
 * Returns: whether there is one
 */
gboolean
mellow_suggestion_panel_choose_alike (MellowSuggestionPanel *self, int step)
{
  MellowMark *selected;
  guint position, next;

  g_return_val_if_fail (MELLOW_IS_SUGGESTION_PANEL (self), FALSE);

  selected = mellow_suggestion_panel_get_selected (self);
  if (selected == NULL)
    return FALSE;

  position = mellow_mark_get_position (selected);
  next = mellow_mark_outline_step_alike (self->outline, position, step);
  if (next == position)
    return FALSE;

  choose (self, next);
  return TRUE;
}

/**
 * mellow_suggestion_panel_open_search:
 * @self: a panel
 *
 * Lets the user filter by words.
 */
void
mellow_suggestion_panel_open_search (MellowSuggestionPanel *self)
{
  g_return_if_fail (MELLOW_IS_SUGGESTION_PANEL (self));

  if (get_n_marks (self) > 0)
    mellow_filter_bar_open_search (self->filter_bar);
}
