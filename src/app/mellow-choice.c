/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-choice.h"

#include <glib/gi18n.h>

#include "mellow-phrase.h"

/**
 * mellow_choice_append:
 * @menu: the menu of a button
 * @title: something that can be chosen; it may come from a rule, so it has no mnemonic
 * @n: how many rows that would leave
 * @action: the action that narrows the list
 * @target: what to call it with
 */
void
mellow_choice_append (GMenu *menu, const char *title, guint n, const char *action, GVariant *target)
{
  g_auto (GStrv) parts = g_strsplit (title, "_", -1);
  g_autofree char *plain = g_strjoinv ("__", parts);
  /* Translators: what to show only, and how many marks that are. */
  g_autofree char *label = g_strdup_printf (_ ("%s  %u"), plain, n);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/**
 * mellow_choice_show:
 * @button: a button with such a menu
 * @label: the label in it
 * @what: what is chosen from, as a severity
 * @choice: (nullable): what is chosen, %NULL for all
 *
 * Names the choice, in full also for those who only hear or point at it.
 */
void
mellow_choice_show (GtkMenuButton *button, GtkLabel *label, const char *what, const char *choice)
{
  g_autofree char *name = mellow_phrase_join (what, choice != NULL ? choice : _ ("All"));

  gtk_label_set_text (label, choice != NULL ? choice : what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), choice != NULL ? name : NULL);
  if (choice != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (button), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (button), "chosen");
}
