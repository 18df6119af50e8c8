/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-ignored-window.h"

#include "mellow-ignore-flow.h"
#include "mellow-ignored-row.h"
#include "mellow-proof-dialog.h"

/**
 * MellowIgnoredWindow:
 *
 * What a document ignores, for review: first what is its own, then what is ignored
 * everywhere. What is done here is undone like anything else that was done to the text.
 */
struct _MellowIgnoredWindow {
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkWidget *own_group;
  GtkListBox *own;
  GtkWidget *everywhere_group;
  GtkListBox *everywhere;

  MellowPage *page;
};

G_DEFINE_FINAL_TYPE (MellowIgnoredWindow, mellow_ignored_window, ADW_TYPE_WINDOW)

static GListModel *
get_list (MellowIgnoredWindow *self)
{
  return G_LIST_MODEL (mellow_draft_get_ignored (mellow_page_get_draft (self->page)));
}

static MellowHistory *
get_history (MellowIgnoredWindow *self)
{
  return mellow_review_get_history (mellow_draft_get_review (mellow_page_get_draft (self->page)));
}

/* --- what is wished of a row --- */

/* Where the rows were made anew, the focus is not lost. */
static void
keep_focus (GtkListBox *list, int index, GtkWidget *row)
{
  if (gtk_widget_get_parent (row) == NULL)
    mellow_ignored_row_focus_near (list, index);
}

static void
on_stop (MellowIgnoredWindow *self, MellowIgnoredRow *row)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (row)));
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  mellow_ignore_flow_stop (self->page, mellow_ignored_row_get_item (row));
  keep_focus (list, index, GTK_WIDGET (row));
}

static void
on_reason_chosen (MellowIgnoredWindow *self, guint reason, MellowIgnoredRow *row)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (row)));
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  mellow_ignore_flow_set_reason (self->page, mellow_ignored_row_get_item (row), reason);
  keep_focus (list, index, GTK_WIDGET (row));
}

static void
on_show_place (MellowIgnoredWindow *self, MellowIgnoredRow *row)
{
  ProseSpan place;

  if (!mellow_ignored_item_get_place (mellow_ignored_row_get_item (row), &place))
    return;

  mellow_editor_show_place (mellow_page_get_editor (self->page), place);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_proven (MellowIgnoredRow *row, const MellowProof *proof)
{
  MellowIgnoredWindow *self = MELLOW_IGNORED_WINDOW (
      gtk_widget_get_ancestor (GTK_WIDGET (row), MELLOW_TYPE_IGNORED_WINDOW));

  mellow_ignore_flow_set_proof (self->page, mellow_ignored_row_get_item (row), proof);
}

static void
on_edit_proof (MellowIgnoredWindow *self, MellowIgnoredRow *row)
{
  MellowIgnoredItem *item = mellow_ignored_row_get_item (row);
  MellowProofDialog *dialog =
      mellow_proof_dialog_new (GTK_WINDOW (self), mellow_ignored_item_get_phrase (item));
  g_autoptr (MellowProof) proof = mellow_ignored_item_dup_proof (item);

  mellow_proof_dialog_set_proof (dialog, proof);
  g_signal_connect_object (dialog, "proven", G_CALLBACK (on_proven), row, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- the lists --- */

static gboolean
is_own (gpointer item, gpointer user_data)
{
  return mellow_ignored_item_get_level (item) != PROSE_IGNORE_EVERYWHERE;
}

static gboolean
is_everywhere (gpointer item, gpointer user_data)
{
  return !is_own (item, user_data);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  MellowIgnoredWindow *self = user_data;
  GtkWidget *row = mellow_ignored_row_new (item, NULL, NULL);

  g_signal_connect_object (row, "stop", G_CALLBACK (on_stop), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "show-place", G_CALLBACK (on_show_place), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "reason-chosen", G_CALLBACK (on_reason_chosen), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "edit-proof", G_CALLBACK (on_edit_proof), self, G_CONNECT_SWAPPED);

  return row;
}

static gboolean
has_rows (GtkListBox *list)
{
  return gtk_list_box_get_row_at_index (list, 0) != NULL;
}

static void
update (MellowIgnoredWindow *self)
{
  gboolean has_own = has_rows (self->own);
  gboolean has_everywhere = has_rows (self->everywhere);

  gtk_widget_set_visible (self->own_group, has_own);
  gtk_widget_set_visible (self->everywhere_group, has_everywhere);
  gtk_stack_set_visible_child_name (self->stack, has_own || has_everywhere ? "entries" : "none");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ignored.undo",
                                 mellow_history_can_undo (get_history (self)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ignored.redo",
                                 mellow_history_can_redo (get_history (self)));
}

static void
fill (MellowIgnoredWindow *self, GtkListBox *list, GtkCustomFilterFunc belongs)
{
  g_autoptr (GtkFilterListModel) model = gtk_filter_list_model_new (
      g_object_ref (get_list (self)), GTK_FILTER (gtk_custom_filter_new (belongs, NULL, NULL)));

  gtk_list_box_bind_model (list, G_LIST_MODEL (model), create_row, self, NULL);
}

/* Not the button that undoes. */
static void
focus_first_row (MellowIgnoredWindow *self)
{
  GtkListBox *list = has_rows (self->own) ? self->own : self->everywhere;

  if (has_rows (list))
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0)));
}

/* --- the window --- */

static void
activate_undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mellow_history_undo (get_history (MELLOW_IGNORED_WINDOW (widget)));
}

static void
activate_redo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mellow_history_redo (get_history (MELLOW_IGNORED_WINDOW (widget)));
}

static void
mellow_ignored_window_dispose (GObject *object)
{
  g_clear_object (&MELLOW_IGNORED_WINDOW (object)->page);

  G_OBJECT_CLASS (mellow_ignored_window_parent_class)->dispose (object);
}

static void
mellow_ignored_window_class_init (MellowIgnoredWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mellow_ignored_window_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-ignored-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowIgnoredWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MellowIgnoredWindow, own_group);
  gtk_widget_class_bind_template_child (widget_class, MellowIgnoredWindow, own);
  gtk_widget_class_bind_template_child (widget_class, MellowIgnoredWindow, everywhere_group);
  gtk_widget_class_bind_template_child (widget_class, MellowIgnoredWindow, everywhere);
  gtk_widget_class_install_action (widget_class, "ignored.undo", NULL, activate_undo);
  gtk_widget_class_install_action (widget_class, "ignored.redo", NULL, activate_redo);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "ignored.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "ignored.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mellow_ignored_window_init (MellowIgnoredWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mellow_ignored_window_new:
 * @parent: the window it belongs to
 * @page: a page of that window
 *
 * Returns: (transfer none): a list of what the document of @page ignores
 */
MellowIgnoredWindow *
mellow_ignored_window_new (GtkWindow *parent, MellowPage *page)
{
  MellowIgnoredWindow *self;
  GCallback callback = G_CALLBACK (update);

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (MELLOW_IS_PAGE (page), NULL);

  self = g_object_new (MELLOW_TYPE_IGNORED_WINDOW, "transient-for", parent, NULL);
  self->page = g_object_ref (page);
  fill (self, self->own, is_own);
  fill (self, self->everywhere, is_everywhere);
  g_signal_connect_object (get_list (self), "items-changed", callback, self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (get_history (self), "moved", callback, self, G_CONNECT_SWAPPED);
  update (self);
  focus_first_row (self);

  return self;
}
