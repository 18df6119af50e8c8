/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-template-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mellow-language.h"
#include "mellow-template.h"

/**
 * MellowTemplateDialog:
 *
 * Texts to start from, with a look at each.
 */
struct _MellowTemplateDialog {
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkDropDown *language;
  GtkListBox *list;
  GtkTextView *preview;

  GPtrArray *templates; /* of MellowTemplate, by language */
  GPtrArray *languages; /* of char *, those of the templates */
};

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowTemplateDialog, mellow_template_dialog, ADW_TYPE_WINDOW)

static MellowTemplate *
get_template (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "template");
}

/* The text of a template, or why there is none. Also a list that is taken apart
 * tells that another row is selected. */
static void
show_preview (MellowTemplateDialog *self)
{
  GtkListBoxRow *row;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (self->templates == NULL)
    return;

  row = gtk_list_box_get_selected_row (self->list);
  text = row != NULL ? mellow_template_load (get_template (row), &error) : NULL;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "template.use", text != NULL);
  if (error != NULL)
    text = g_strdup (error->message);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->preview), text != NULL ? text : "", -1);
}

static void
use_template (MellowTemplateDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  g_autofree char *text = row != NULL ? mellow_template_load (get_template (row), NULL) : NULL;

  if (text == NULL)
    return;

  g_signal_emit (self, signals[CHOSEN], 0, text);
  gtk_window_close (GTK_WINDOW (self));
}

static void
activate_use (GtkWidget *widget, const char *action, GVariant *parameter)
{
  use_template (MELLOW_TEMPLATE_DIALOG (widget));
}

static GtkWidget *
create_row (MellowTemplate *template)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), mellow_template_get_title (template));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), mellow_template_get_purpose (template));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "template", template);
  return row;
}

static void
list_templates (MellowTemplateDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->language);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; selected < self->languages->len && i < self->templates->len; i++) {
    MellowTemplate *template = self->templates->pdata[i];

    if (g_str_equal (template->language, self->languages->pdata[selected]))
      gtk_list_box_append (self->list, create_row (template));
  }
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

/* --- the dialog --- */

static void
mellow_template_dialog_dispose (GObject *object)
{
  MellowTemplateDialog *self = MELLOW_TEMPLATE_DIALOG (object);

  g_clear_pointer (&self->templates, g_ptr_array_unref);
  g_clear_pointer (&self->languages, g_ptr_array_unref);

  G_OBJECT_CLASS (mellow_template_dialog_parent_class)->dispose (object);
}

static void
mellow_template_dialog_class_init (MellowTemplateDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mellow_template_dialog_dispose;

  /**
   * MellowTemplateDialog::chosen:
   * @self: a dialog
   * @text: the text of a template
   *
   * The user wants to start from @text.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-template-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowTemplateDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, MellowTemplateDialog, language);
  gtk_widget_class_bind_template_child (widget_class, MellowTemplateDialog, list);
  gtk_widget_class_bind_template_child (widget_class, MellowTemplateDialog, preview);
  gtk_widget_class_bind_template_callback (widget_class, list_templates);
  gtk_widget_class_bind_template_callback (widget_class, show_preview);
  gtk_widget_class_bind_template_callback (widget_class, use_template);
  gtk_widget_class_install_action (widget_class, "template.use", NULL, activate_use);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mellow_template_dialog_init (MellowTemplateDialog *self)
{
  self->languages = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
collect_languages (MellowTemplateDialog *self)
{
  for (guint i = 0; i < self->templates->len; i++) {
    MellowTemplate *template = self->templates->pdata[i];

    if (!g_ptr_array_find_with_equal_func (self->languages, template->language, g_str_equal, NULL))
      g_ptr_array_add (self->languages, template->language);
  }
}

/**
 * mellow_template_dialog_new:
 * @parent: the window it belongs to
 * @folder: where the templates lie
 *
 * Returns: (transfer none): a dialog to choose a template
 */
MellowTemplateDialog *
mellow_template_dialog_new (GtkWindow *parent, const char *folder)
{
  MellowTemplateDialog *self;
  g_autoptr (GListModel) names = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (MELLOW_TYPE_TEMPLATE_DIALOG, "transient-for", parent, NULL);
  self->templates = mellow_templates_find (folder);
  collect_languages (self);
  names = mellow_language_create_names (self->languages);
  gtk_drop_down_set_model (self->language, names);
  gtk_drop_down_set_selected (self->language, mellow_language_find_own (self->languages));
  list_templates (self);
  if (self->templates->len > 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->list)));
  else
    gtk_stack_set_visible_child_name (self->stack, "none");

  return self;
}
