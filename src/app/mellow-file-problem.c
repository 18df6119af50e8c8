/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-file-problem.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mellow-file-name.h"

/**
 * mellow_file_problem_show:
 * @parent: the window it is told in
 * @heading: what did not work, with `%s` for the name of the file
 * @file: the file
 * @problem: why
 *
 * Tells that something with a file did not work.
 */
void
mellow_file_problem_show (GtkWidget *parent, const char *heading, GFile *file, const char *problem)
{
  g_autofree char *name = mellow_file_dup_name (file);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (parent), NULL, problem);

  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), heading, name);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
