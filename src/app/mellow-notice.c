/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-notice.h"

/**
 * MellowNotice:
 *
 * A line above a text that tells something in calm words, with buttons for what
 * can be done about it. It stays until it is dismissed or does not hold any more.
 */
struct _MellowNotice {
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *label;
  GtkBox *buttons;
};

enum {
  SIGNAL_DISMISSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowNotice, mellow_notice, ADW_TYPE_BIN)

static void
activate_dismiss (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mellow_notice_hide (MELLOW_NOTICE (widget));
  g_signal_emit (widget, signals[SIGNAL_DISMISSED], 0);
}

static void
mellow_notice_class_init (MellowNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_DISMISSED] = g_signal_new ("dismissed", MELLOW_TYPE_NOTICE, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_install_action (widget_class, "notice.dismiss", NULL, activate_dismiss);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "notice.dismiss", NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mellowcopy/Mellow/mellow-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowNotice, revealer);
  gtk_widget_class_bind_template_child (widget_class, MellowNotice, label);
  gtk_widget_class_bind_template_child (widget_class, MellowNotice, buttons);
}

static void
mellow_notice_init (MellowNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
remove_buttons (MellowNotice *self)
{
  GtkWidget *button;

  while ((button = gtk_widget_get_first_child (GTK_WIDGET (self->buttons))) != NULL)
    gtk_box_remove (self->buttons, button);
}

static void
add_button (MellowNotice *self, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (self->buttons, button);
}

/**
 * mellow_notice_show:
 * @self: a notice
 * @text: what is told
 * @...: label and action name of each button, ended by %NULL
 *
 * Tells something, instead of what was told before.
 */
void
mellow_notice_show (MellowNotice *self, const char *text, ...)
{
  const char *label;
  va_list list;

  g_return_if_fail (MELLOW_IS_NOTICE (self));
  g_return_if_fail (text != NULL);

  gtk_label_set_text (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  remove_buttons (self);
  va_start (list, text);
  while ((label = va_arg (list, const char *)) != NULL)
    add_button (self, label, va_arg (list, const char *));
  va_end (list);

  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

/**
 * mellow_notice_hide:
 * @self: a notice
 *
 * Takes back what was told.
 */
void
mellow_notice_hide (MellowNotice *self)
{
  g_return_if_fail (MELLOW_IS_NOTICE (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

/**
 * mellow_notice_get_text:
 * @self: a notice
 *
 * Returns: (transfer none) (nullable): what is told now
 */
const char *
mellow_notice_get_text (MellowNotice *self)
{
  g_return_val_if_fail (MELLOW_IS_NOTICE (self), NULL);

  return gtk_revealer_get_reveal_child (self->revealer) ? gtk_label_get_text (self->label) : NULL;
}
