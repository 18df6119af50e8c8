/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-list-focus.h"

/**
 * mellow_list_focus_find:
 * @panel: a widget in a window
 *
 * Returns: (transfer none) (nullable): the widget in @panel that has the focus
 */
GtkWidget *
mellow_list_focus_find (GtkWidget *panel)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (panel));

  return focus != NULL && gtk_widget_is_ancestor (focus, panel) ? focus : NULL;
}

/**
 * mellow_list_focus_find_row:
 * @panel: a widget in a window
 * @list: a list in it
 *
 * Returns: (transfer none) (nullable): the child of @list that the focus is in
 */
GtkWidget *
mellow_list_focus_find_row (GtkWidget *panel, GtkWidget *list)
{
  GtkWidget *widget = mellow_list_focus_find (panel);

  while (widget != NULL && gtk_widget_get_parent (widget) != list)
    widget = gtk_widget_get_parent (widget);

  return widget;
}
