/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The printer that was chosen last, and how it prints, in a file of the user's state
 * directory. What is chosen for one text alone is not kept: how many copies, which
 * pages.
 */

#include "mellow-print-choice.h"

#include "mellow-state-file.h"

static char *
dup_path (void)
{
  return mellow_state_dup_path ("print", NULL);
}

static void
forget_what_is_of_one_text (GtkPrintSettings *settings)
{
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_N_COPIES);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_PRINT_PAGES);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_PAGE_RANGES);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_PAGE_SET);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_OUTPUT_URI);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME);
}

/**
 * mellow_print_choice_restore:
 * @operation: an operation that has not begun
 *
 * Starts from what was chosen last; from the system's usual printer where nothing was,
 * or where it cannot be read any more.
 */
void
mellow_print_choice_restore (GtkPrintOperation *operation)
{
  g_autofree char *path = dup_path ();
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GtkPrintSettings) settings = NULL;

  g_return_if_fail (GTK_IS_PRINT_OPERATION (operation));

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return;

  settings = gtk_print_settings_new_from_key_file (file, NULL, NULL);
  if (settings != NULL)
    gtk_print_operation_set_print_settings (operation, settings);
}

/**
 * mellow_print_choice_keep:
 * @operation: an operation that has printed
 *
 * Keeps what was chosen, for the next time. The next time just begins with the usual
 * printer where that fails.
 */
void
mellow_print_choice_keep (GtkPrintOperation *operation)
{
  g_autofree char *path = dup_path ();
  g_autoptr (MellowStateFile) state = mellow_state_file_new (path);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize length;

  g_return_if_fail (GTK_IS_PRINT_OPERATION (operation));

  settings = gtk_print_settings_copy (gtk_print_operation_get_print_settings (operation));
  forget_what_is_of_one_text (settings);
  gtk_print_settings_to_key_file (settings, file, NULL);

  data = g_key_file_to_data (file, &length, NULL);
  bytes = g_bytes_new_take (data, length);
  mellow_state_file_write_async (state, bytes, NULL, NULL);
}
