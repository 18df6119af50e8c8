/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-suggestion-panel.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mellow-suggestion-row.h"

/**
 * MellowSuggestionPanel:
 *
 * The notes on all marks of a draft, one row each. One mark at most is
 * selected, the one at the cursor; its row is expanded.
 */
struct _MellowSuggestionPanel {
  GtkWidget parent_instance;

  GtkLabel *count_label;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *note_page;

  GtkSingleSelection *selection;
  gboolean is_selecting;
  guint scroll_source;
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
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowSuggestionPanel, mellow_suggestion_panel, GTK_TYPE_WIDGET)

static void
update_count (MellowSuggestionPanel *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autofree char *text = g_strdup_printf (ngettext ("%u to soften", "%u to soften", n), n);

  gtk_label_set_text (self->count_label, text);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "marks" : "note");
}

static void
on_selected (MellowSuggestionPanel *self)
{
  MellowMark *mark = mellow_suggestion_panel_get_selected (self);

  if (mark != NULL && !self->is_selecting)
    g_signal_emit (self, signals[MARK_CHOSEN], 0, mark);
}

/* The widget that GtkListView has put around the expanded row. */
static GtkWidget *
find_expanded_row (MellowSuggestionPanel *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *row = gtk_widget_get_first_child (child);

    if (MELLOW_IS_SUGGESTION_ROW (row) && gtk_widget_get_child_visible (child) &&
        mellow_suggestion_row_get_expanded (MELLOW_SUGGESTION_ROW (row)))
      return child;
  }

  return NULL;
}

/* GtkListView scrolls to a row before it has grown, and shows the end of one
 * that is higher than the view. */
static gboolean
show_expanded_row (gpointer user_data)
{
  MellowSuggestionPanel *self = user_data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
  GtkWidget *row = find_expanded_row (self);
  graphene_rect_t bounds;

  self->scroll_source = 0;
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
  if (self->scroll_source == 0)
    self->scroll_source = g_idle_add (show_expanded_row, self);
}

static void
on_setup_row (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = mellow_suggestion_row_new ();

  gtk_list_item_set_child (item, row);
  g_object_bind_property (item, "selected", row, "expanded", G_BINDING_SYNC_CREATE);
  g_object_bind_property (item, "item", row, "mark", G_BINDING_SYNC_CREATE);
}

static void
mellow_suggestion_panel_dispose (GObject *object)
{
  MellowSuggestionPanel *self = MELLOW_SUGGESTION_PANEL (object);
  GtkWidget *child;

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (mellow_suggestion_panel_parent_class)->dispose (object);
}

static void
mellow_suggestion_panel_class_init (MellowSuggestionPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mellow_suggestion_panel_dispose;

  /**
   * MellowSuggestionPanel::mark-chosen:
   * @self: a panel
   * @mark: a mark
   *
   * The user turned to a mark in the panel.
   */
  signals[MARK_CHOSEN] = g_signal_new ("mark-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, MELLOW_TYPE_MARK);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "suggestionpanel");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-suggestion-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowSuggestionPanel, count_label);
  gtk_widget_class_bind_template_child (widget_class, MellowSuggestionPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, MellowSuggestionPanel, list);
  gtk_widget_class_bind_template_child (widget_class, MellowSuggestionPanel, note_page);
  gtk_widget_class_bind_template_callback (widget_class, on_setup_row);
}

static void
mellow_suggestion_panel_init (MellowSuggestionPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (update_count), self,
                           G_CONNECT_SWAPPED);

  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  update_count (self);
}

/**
 * mellow_suggestion_panel_set_marks:
 * @self: a panel
 * @marks: a list of [class@Mellow.Mark]
 */
void
mellow_suggestion_panel_set_marks (MellowSuggestionPanel *self, GListModel *marks)
{
  g_return_if_fail (MELLOW_IS_SUGGESTION_PANEL (self));

  gtk_single_selection_set_model (self->selection, marks);
  update_count (self);
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

  adw_status_page_set_icon_name (self->note_page, notes[note].icon);
  adw_status_page_set_title (self->note_page, _ (notes[note].title));
  adw_status_page_set_description (self->note_page, _ (notes[note].description));
}

/**
 * mellow_suggestion_panel_get_selected:
 * @self: a panel
 *
 * Returns: (transfer none) (nullable): the mark whose row is expanded
 */
MellowMark *
mellow_suggestion_panel_get_selected (MellowSuggestionPanel *self)
{
  g_return_val_if_fail (MELLOW_IS_SUGGESTION_PANEL (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

/**
 * mellow_suggestion_panel_select:
 * @self: a panel
 * @position: which mark to expand, %GTK_INVALID_LIST_POSITION for none
 */
void
mellow_suggestion_panel_select (MellowSuggestionPanel *self, guint position)
{
  g_return_if_fail (MELLOW_IS_SUGGESTION_PANEL (self));

  if (gtk_single_selection_get_selected (self->selection) == position)
    return;

  self->is_selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->is_selecting = FALSE;

  if (position != GTK_INVALID_LIST_POSITION)
    scroll_to (self, position);
}
