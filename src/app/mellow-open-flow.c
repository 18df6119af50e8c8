/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The conversation around opening a text: which file. */

#include "mellow-open-flow.h"

#include <glib/gi18n.h>

/* The chooser is in use until it has told of its response. */
static void
on_file_chosen (GtkNativeDialog *chooser, int response, GtkWindow *window)
{
  if (response == GTK_RESPONSE_ACCEPT) {
    g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
    GApplication *application = G_APPLICATION (gtk_window_get_application (window));

    g_application_open (application, &file, 1, "");
  }

  g_idle_add_once ((GSourceOnceFunc)g_object_unref, chooser);
}

/**
 * mellow_open_flow_run:
 * @window: the window to ask in
 *
 * Asks for a file, and has the application of @window open it.
 */
void
mellow_open_flow_run (GtkWindow *window)
{
  GtkFileChooserNative *chooser;

  g_return_if_fail (GTK_IS_WINDOW (window));

  chooser = gtk_file_chooser_native_new (_ ("Open a Text"), window, GTK_FILE_CHOOSER_ACTION_OPEN,
                                         _ ("_Open"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_file_chosen), window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
