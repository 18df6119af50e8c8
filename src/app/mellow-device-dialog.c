/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-device-dialog.h"

/**
 * MellowDeviceDialog:
 *
 * A list of families and rules to choose one from, and to search.
 */
struct _MellowDeviceDialog {
  AdwWindow parent_instance;

  GtkSearchEntry *search;
  GtkStack *stack;
  GtkListView *list;

  GtkCustomFilter *filter;
  GtkSingleSelection *selection;
};

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowDeviceDialog, mellow_device_dialog, ADW_TYPE_WINDOW)

/* --- the list --- */

static gboolean
matches (gpointer device, gpointer user_data)
{
  MellowDeviceDialog *self = user_data;

  return mellow_device_matches (device, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
on_search_changed (MellowDeviceDialog *self)
{
  guint n;

  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "devices" : "none");
}

static void
choose (MellowDeviceDialog *self, MellowDevice *device)
{
  g_autofree char *id = NULL;

  if (device == NULL)
    return;

  id = g_strdup (mellow_device_get_id (device));
  g_signal_emit (self, signals[CHOSEN], 0, id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_activated (MellowDeviceDialog *self, guint position)
{
  g_autoptr (MellowDevice) device =
      g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  choose (self, device);
}

/* Return takes the first one that was found. */
static void
on_search_activated (MellowDeviceDialog *self)
{
  choose (self, gtk_single_selection_get_selected_item (self->selection));
}

static void
on_next_match (MellowDeviceDialog *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static GtkWidget *
create_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static void
on_setup_row (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *caption = create_label ();

  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), create_label ());
  gtk_box_append (GTK_BOX (box), caption);
  gtk_list_item_set_child (item, box);
}

/* GTK puts the focus on what it has built around the row. */
static void
on_bind_row (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  MellowDevice *device = gtk_list_item_get_item (item);
  const char *title = mellow_device_get_title (device);
  const char *subtitle = mellow_device_get_subtitle (device);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, subtitle);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), title);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), subtitle);
  gtk_widget_set_tooltip_text (box, mellow_device_get_id (device));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
fill_list (MellowDeviceDialog *self, GListModel *devices)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *found;

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_row), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_row), NULL);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  found = gtk_filter_list_model_new (g_object_ref (devices), GTK_FILTER (self->filter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (found));
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

/* --- the dialog --- */

static void
on_stop_search (MellowDeviceDialog *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
mellow_device_dialog_dispose (GObject *object)
{
  MellowDeviceDialog *self = MELLOW_DEVICE_DIALOG (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  self->filter = NULL;
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (mellow_device_dialog_parent_class)->dispose (object);
}

static void
mellow_device_dialog_class_init (MellowDeviceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mellow_device_dialog_dispose;

  /**
   * MellowDeviceDialog::chosen:
   * @self: a dialog
   * @id: what a contract calls the device
   *
   * The user has chosen.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-device-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowDeviceDialog, search);
  gtk_widget_class_bind_template_child (widget_class, MellowDeviceDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, MellowDeviceDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_next_match);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
mellow_device_dialog_init (MellowDeviceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mellow_device_dialog_new:
 * @parent: the window it belongs to
 * @title: what one is chosen for
 * @devices: a list of [class@Mellow.Device]
 *
 * Returns: (transfer none): a list to choose a device from
 */
MellowDeviceDialog *
mellow_device_dialog_new (GtkWindow *parent, const char *title, GListModel *devices)
{
  MellowDeviceDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (devices), NULL);

  self = g_object_new (MELLOW_TYPE_DEVICE_DIALOG, "transient-for", parent, "title", title, NULL);
  fill_list (self, devices);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));

  return self;
}
