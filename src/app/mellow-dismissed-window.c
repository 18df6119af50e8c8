/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-dismissed-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mellow-dismissed-row.h"
#include "mellow-export-flow.h"
#include "mellow-parity-flow.h"
#include "mellow-parity-watch.h"
#include "mellow-toast.h"

/**
 * MellowDismissedWindow:
 *
 * How the tone of a text may differ from that of its original, for review. What is done here
 * is undone like anything else that was done to the text.
 */
struct _MellowDismissedWindow {
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkListBox *list;

  AdwToast *toast; /* not held: it goes by itself */
  MellowPage *page;
};

G_DEFINE_FINAL_TYPE (MellowDismissedWindow, mellow_dismissed_window, ADW_TYPE_WINDOW)

static MellowDraft *
get_draft (MellowDismissedWindow *self)
{
  return mellow_page_get_draft (self->page);
}

static MellowHistory *
get_history (MellowDismissedWindow *self)
{
  return mellow_review_get_history (mellow_draft_get_review (get_draft (self)));
}

/* The row that takes the place of one that is gone has the focus then. */
static void
focus_near (MellowDismissedWindow *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  if (row == NULL && index > 0)
    row = gtk_list_box_get_row_at_index (self->list, index - 1);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
on_bring_back (MellowDismissedWindow *self, MellowDismissedRow *row)
{
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  mellow_parity_flow_bring_back (self->page, mellow_dismissed_row_get_item (row));
  focus_near (self, index);
}

static void
on_reason_chosen (MellowDismissedWindow *self, guint reason, MellowDismissedRow *row)
{
  mellow_parity_flow_set_reason (self->page, mellow_dismissed_row_get_item (row), reason);
}

static ProseIgnoreReason
find_reason (MellowDismissedWindow *self, MellowParityItem *item)
{
  const ProseDismissal *known = prose_dismissals_find (
      mellow_document_data_get_dismissed (mellow_draft_get_data (get_draft (self))),
      mellow_parity_item_get_key (item));

  return known != NULL ? known->reason : PROSE_IGNORE_REASON_NONE;
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  MellowDismissedWindow *self = user_data;
  GtkWidget *row = mellow_dismissed_row_new (item);

  mellow_dismissed_row_set_reason (MELLOW_DISMISSED_ROW (row), find_reason (self, item));
  g_signal_connect_object (row, "bring-back", G_CALLBACK (on_bring_back), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "reason-chosen", G_CALLBACK (on_reason_chosen), self,
                           G_CONNECT_SWAPPED);
  return row;
}

/* A reason may be another one by an undo. */
static void
update_reasons (MellowDismissedWindow *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++) {
    MellowDismissedRow *dismissed = MELLOW_DISMISSED_ROW (row);

    mellow_dismissed_row_set_reason (dismissed,
                                     find_reason (self, mellow_dismissed_row_get_item (dismissed)));
  }
}

static void
update (MellowDismissedWindow *self)
{
  gboolean has_rows = gtk_list_box_get_row_at_index (self->list, 0) != NULL;

  gtk_stack_set_visible_child_name (self->stack, has_rows ? "entries" : "none");
  update_reasons (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dismissed.undo",
                                 mellow_history_can_undo (get_history (self)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dismissed.redo",
                                 mellow_history_can_redo (get_history (self)));
}

/* --- from a file, and into one --- */

/* What was told before has been read, or does not matter any more. */
static void
tell (GtkWidget *widget, const char *text)
{
  MellowDismissedWindow *self = MELLOW_DISMISSED_WINDOW (widget);
  AdwToast *toast = mellow_toast_new (text);

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* The chooser is in use until it has told of its response. */
static void
on_source_chosen (GtkNativeDialog *chooser, int response, MellowDismissedWindow *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    mellow_dismissed_window_take_over (self, file);
  g_idle_add_once ((GSourceOnceFunc)g_object_unref, chooser);
}

static void
activate_take_over (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Take Over from an Earlier File"), GTK_WINDOW (widget),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Take Over"), _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_source_chosen), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_place_chosen (GtkWidget *widget, GFile *file)
{
  mellow_dismissed_window_export (MELLOW_DISMISSED_WINDOW (widget), file);
}

static void
activate_export (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkFileChooser *chooser = mellow_export_flow_ask (widget, _ ("Export What Is Known of the Text"),
                                                    NULL, on_place_chosen);

  mellow_export_flow_suggest_place (chooser, get_draft (MELLOW_DISMISSED_WINDOW (widget)), ".yaml");
}

/* --- the window --- */

static void
activate_undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mellow_history_undo (get_history (MELLOW_DISMISSED_WINDOW (widget)));
}

static void
activate_redo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mellow_history_redo (get_history (MELLOW_DISMISSED_WINDOW (widget)));
}

static void
mellow_dismissed_window_dispose (GObject *object)
{
  MellowDismissedWindow *self = MELLOW_DISMISSED_WINDOW (object);

  g_clear_weak_pointer (&self->toast);
  g_clear_object (&self->page);

  G_OBJECT_CLASS (mellow_dismissed_window_parent_class)->dispose (object);
}

static void
mellow_dismissed_window_class_init (MellowDismissedWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mellow_dismissed_window_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-dismissed-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowDismissedWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MellowDismissedWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MellowDismissedWindow, list);
  gtk_widget_class_install_action (widget_class, "dismissed.take-over", NULL, activate_take_over);
  gtk_widget_class_install_action (widget_class, "dismissed.export", NULL, activate_export);
  gtk_widget_class_install_action (widget_class, "dismissed.undo", NULL, activate_undo);
  gtk_widget_class_install_action (widget_class, "dismissed.redo", NULL, activate_redo);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "dismissed.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "dismissed.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mellow_dismissed_window_init (MellowDismissedWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mellow_dismissed_window_new:
 * @parent: the window it belongs to
 * @page: a page of that window
 *
 * Returns: (transfer none): a list of the differences that may stay in the text of @page
 */
MellowDismissedWindow *
mellow_dismissed_window_new (GtkWindow *parent, MellowPage *page)
{
  MellowDismissedWindow *self;
  MellowParityWatch *watch;
  GCallback callback = G_CALLBACK (update);

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (MELLOW_IS_PAGE (page), NULL);

  self = g_object_new (MELLOW_TYPE_DISMISSED_WINDOW, "transient-for", parent, NULL);
  self->page = g_object_ref (page);
  watch = mellow_parity_watch_of (get_draft (self));
  gtk_list_box_bind_model (
      self->list, mellow_parity_result_get_dismissed (mellow_parity_watch_get_result (watch)),
      create_row, self, NULL);
  g_signal_connect_object (watch, "changed", callback, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_history (self), "moved", callback, self, G_CONNECT_SWAPPED);
  update (self);
  focus_near (self, 0);
  return self;
}

/**
 * mellow_dismissed_window_take_over:
 * @self: a window
 * @file: an earlier file of translations, or a side file
 *
 * Dismisses what was dismissed there, too.
 */
void
mellow_dismissed_window_take_over (MellowDismissedWindow *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint n;

  g_return_if_fail (MELLOW_IS_DISMISSED_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  n = mellow_parity_flow_take_over (self->page, file, &error);
  if (error != NULL)
    text = g_strdup (error->message);
  else if (n == 0)
    text = g_strdup (_ ("Nothing else was dismissed there"));
  else
    text = g_strdup_printf (
        ngettext ("%u decision is taken over", "%u decisions are taken over", n), n);
  tell (GTK_WIDGET (self), text);
}

/**
 * mellow_dismissed_window_export:
 * @self: a window
 * @file: a file to write
 *
 * Writes what is known of the text, what is dismissed in it included, for `mellow-check` and
 * for other people.
 */
void
mellow_dismissed_window_export (MellowDismissedWindow *self, GFile *file)
{
  char *known;
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (MELLOW_IS_DISMISSED_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  known = mellow_document_data_write (mellow_draft_get_data (get_draft (self)));
  bytes = g_bytes_new_take (known, strlen (known));
  mellow_export_flow_write (GTK_WIDGET (self), file, bytes, _ ("Exported"), tell);
}
