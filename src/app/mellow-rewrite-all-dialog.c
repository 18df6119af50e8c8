/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-rewrite-all-dialog.h"

#include <glib/gi18n.h>

/**
 * MellowRewriteAllDialog:
 *
 * Shows how every sentence would read before all marks of a rule are rewritten
 * alike; each can be left as it is.
 */
struct _MellowRewriteAllDialog {
  AdwWindow parent_instance;

  GtkListBox *list;
  GtkButton *apply_button;

  MellowMark *mark;
  GPtrArray *edits;  /* of MellowEdit */
  GPtrArray *checks; /* of GtkCheckButton, one per edit */
};

G_DEFINE_FINAL_TYPE (MellowRewriteAllDialog, mellow_rewrite_all_dialog, ADW_TYPE_WINDOW)

/* The edits that are chosen, in order. */
static GPtrArray *
select_edits (MellowRewriteAllDialog *self)
{
  GPtrArray *selected = g_ptr_array_new ();

  for (guint i = 0; i < self->edits->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_ptr_array_add (selected, self->edits->pdata[i]);

  return selected;
}

static void
apply (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowRewriteAllDialog *self = MELLOW_REWRITE_ALL_DIALOG (widget);
  g_autoptr (GPtrArray) selected = select_edits (self);

  mellow_review_replace_all (mellow_mark_get_review (self->mark), selected);
  gtk_window_close (GTK_WINDOW (self));
}

static void
update_apply_button (MellowRewriteAllDialog *self)
{
  g_autoptr (GPtrArray) selected = select_edits (self);
  g_autofree char *label = g_strdup_printf (
      ngettext ("_Rewrite %u Sentence", "_Rewrite %u Sentences", selected->len), selected->len);

  gtk_button_set_label (self->apply_button, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.apply", selected->len > 0);
}

static void
mellow_rewrite_all_dialog_dispose (GObject *object)
{
  MellowRewriteAllDialog *self = MELLOW_REWRITE_ALL_DIALOG (object);

  g_clear_object (&self->mark);
  g_clear_pointer (&self->edits, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (mellow_rewrite_all_dialog_parent_class)->dispose (object);
}

static void
mellow_rewrite_all_dialog_class_init (MellowRewriteAllDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mellow_rewrite_all_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-rewrite-all-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowRewriteAllDialog, list);
  gtk_widget_class_bind_template_child (widget_class, MellowRewriteAllDialog, apply_button);
  gtk_widget_class_install_action (widget_class, "dialog.apply", NULL, apply);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mellow_rewrite_all_dialog_init (MellowRewriteAllDialog *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
create_sentence (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* The sentence as it reads, and below it as it would read. */
static void
add_edit (MellowRewriteAllDialog *self, const MellowEdit *edit)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *sentences = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (sentences), create_sentence (edit->before, "dim-label"));
  gtk_box_append (GTK_BOX (sentences), create_sentence (edit->after, NULL));
  gtk_widget_set_margin_start (sentences, 6);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), sentences);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  edit->after, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update_apply_button), self,
                           G_CONNECT_SWAPPED);

  gtk_list_box_append (self->list, check);
  gtk_widget_set_focusable (gtk_widget_get_parent (check), FALSE);
  g_ptr_array_add (self->checks, check);
}

/**
 * mellow_rewrite_all_dialog_new:
 * @parent: the window it belongs to
 * @mark: a mark that others are like
 *
 * Returns: (transfer none): a dialog that shows how all of them would read
 */
MellowRewriteAllDialog *
mellow_rewrite_all_dialog_new (GtkWindow *parent, MellowMark *mark)
{
  MellowRewriteAllDialog *self =
      g_object_new (MELLOW_TYPE_REWRITE_ALL_DIALOG, "transient-for", parent, NULL);

  self->mark = g_object_ref (mark);
  self->edits = mellow_mark_find_alike (mark);
  for (guint i = 0; i < self->edits->len; i++)
    add_edit (self, self->edits->pdata[i]);
  update_apply_button (self);

  return self;
}
