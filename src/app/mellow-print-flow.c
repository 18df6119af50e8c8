/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-print-flow.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "mellow-export-flow.h"
#include "mellow-print-choice.h"
#include "mellow-printout.h"

/* The user's settings, kept with the page while it is asked where to export. */
#define SETTINGS "mellow-print-settings"

/* An export under way. The PDF is made beside and put in its place when it is
 * whole, so that a failure leaves an older one as it was. */
typedef struct {
  MellowPage *page;
  GFile *file;
  char *path;
} Export;

static void
export_free (Export *export)
{
  if (export->path != NULL)
    g_unlink (export->path);
  g_free (export->path);
  g_object_unref (export->page);
  g_object_unref (export->file);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

/* The window that the page is in; it may be gone when a slow printer is done. */
static GtkWindow *
get_window (MellowPage *page)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
tell_about_print_failure (MellowPage *page, const GError *error)
{
  GtkWindow *window = get_window (page);
  g_autofree char *title = NULL;
  GtkWidget *dialog;

  if (window == NULL)
    return;

  title = mellow_draft_dup_title (mellow_page_get_draft (page));
  dialog = adw_message_dialog_new (window, NULL, error->message);
  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), _ ("Could Not Print “%s”"),
                                     title);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
tell_about_export_failure (Export *export, const GError *error)
{
  mellow_export_flow_tell_failure (GTK_WIDGET (export->page), export->file, error);
}

static GtkPrintOperation *
create_operation (MellowPage *page, GSettings *settings)
{
  g_autoptr (MellowPrintout) printout =
      mellow_printout_new (mellow_page_get_draft (page), settings);

  return mellow_printout_create_operation (printout);
}

/* --- on paper --- */

static void
on_printed (GtkPrintOperation *operation, GtkPrintOperationResult result, MellowPage *page)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    mellow_print_choice_keep (operation);
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  tell_about_print_failure (page, error);
}

/**
 * mellow_print_flow_print:
 * @page: a page in a window
 * @settings: the user's settings
 *
 * Asks for a printer and prints the text of the page. The question starts from the last
 * answer.
 */
void
mellow_print_flow_print (MellowPage *page, GSettings *settings)
{
  g_autoptr (GtkPrintOperation) operation = NULL;

  g_return_if_fail (MELLOW_IS_PAGE (page));
  g_return_if_fail (G_IS_SETTINGS (settings));

  operation = create_operation (page, settings);
  mellow_print_choice_restore (operation);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_printed), page, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, get_window (page),
                           NULL);
}

/* --- as a PDF --- */

static void
tell (GtkWidget *page, const char *text)
{
  mellow_page_tell (MELLOW_PAGE (page), text);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);

  if (pdf == NULL)
    tell_about_export_failure (export, error);
  else
    mellow_export_flow_write (GTK_WIDGET (export->page), export->file, pdf,
                              _ ("The PDF is written"), tell);
}

static void
on_exported (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) made = g_file_new_for_path (export->path);

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR) {
    gtk_print_operation_get_error (operation, &error);
    tell_about_export_failure (export, error);
  } else if (result == GTK_PRINT_OPERATION_RESULT_APPLY) {
    g_file_load_bytes_async (made, NULL, on_read, g_steal_pointer (&export));
  }
}

static char *
create_temporary_file (GError **error)
{
  char *path = NULL;
  int file = g_file_open_tmp ("mellow-XXXXXX.pdf", &path, error);

  if (file != -1)
    g_close (file, NULL);

  return path;
}

/**
 * mellow_print_flow_write_pdf:
 * @page: a page in a window
 * @operation: what to print
 * @file: where the PDF goes
 *
 * Writes to a PDF what would be printed.
 */
void
mellow_print_flow_write_pdf (MellowPage *page, GtkPrintOperation *operation, GFile *file)
{
  g_autoptr (Export) export = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (MELLOW_IS_PAGE (page));
  g_return_if_fail (GTK_IS_PRINT_OPERATION (operation));
  g_return_if_fail (G_IS_FILE (file));

  export = g_new0 (Export, 1);
  export->page = g_object_ref (page);
  export->file = g_object_ref (file);
  export->path = create_temporary_file (&error);
  if (export->path == NULL) {
    tell_about_export_failure (export, error);
    return;
  }

  gtk_print_operation_set_export_filename (operation, export->path);
  g_signal_connect (operation, "done", G_CALLBACK (on_exported), g_steal_pointer (&export));
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, get_window (page), NULL);
}

/**
 * mellow_print_flow_export_pdf:
 * @page: a page in a window
 * @settings: the user's settings
 * @file: where the PDF goes
 *
 * Writes the text of the page to a PDF, as it would be printed.
 */
void
mellow_print_flow_export_pdf (MellowPage *page, GSettings *settings, GFile *file)
{
  g_autoptr (GtkPrintOperation) operation = NULL;

  g_return_if_fail (MELLOW_IS_PAGE (page));
  g_return_if_fail (G_IS_SETTINGS (settings));

  operation = create_operation (page, settings);
  mellow_print_flow_write_pdf (page, operation, file);
}

static void
on_file_chosen (GtkWidget *page, GFile *file)
{
  mellow_print_flow_export_pdf (MELLOW_PAGE (page), g_object_get_data (G_OBJECT (page), SETTINGS),
                                file);
}

/**
 * mellow_print_flow_choose_pdf:
 * @page: a page in a window
 * @settings: the user's settings
 *
 * Asks where a PDF of the text should go, and writes it there.
 */
void
mellow_print_flow_choose_pdf (MellowPage *page, GSettings *settings)
{
  GtkFileChooser *chooser;

  g_return_if_fail (MELLOW_IS_PAGE (page));
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_object_set_data_full (G_OBJECT (page), SETTINGS, g_object_ref (settings), g_object_unref);
  chooser = mellow_export_flow_ask (GTK_WIDGET (page), _ ("Export to PDF"), NULL, on_file_chosen);
  mellow_export_flow_suggest_place (chooser, mellow_page_get_draft (page), ".pdf");
}
