/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that are dragged onto a window are opened there. */

#include "mellow-file-drop.h"

/* A file is open once, whatever window it is dropped on. */
static MellowWindow *
find_window (MellowWindow *window, GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (MELLOW_IS_WINDOW (l->data) && mellow_window_show_file (l->data, file))
      return l->data;

  return NULL;
}

static void
open_file (MellowWindow *window, GFile *file)
{
  MellowWindow *other = find_window (window, file);

  if (other == NULL)
    mellow_window_open (window, file);
  gtk_window_present (GTK_WINDOW (other != NULL ? other : window));
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, MellowWindow *window)
{
  GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *l = files; l != NULL; l = l->next)
    open_file (window, l->data);

  g_slist_free (files);
  return TRUE;
}

/**
 * mellow_file_drop_add_to:
 * @window: a window
 *
 * Makes @window take files. It is asked before the text, which would take their
 * names.
 */
void
mellow_file_drop_add_to (MellowWindow *window)
{
  GtkDropTarget *target;

  g_return_if_fail (MELLOW_IS_WINDOW (window));

  target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), window);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
}
