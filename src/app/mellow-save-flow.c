/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The conversation around saving a draft: where to, what if another program has
 * changed the file, what went wrong. It goes on until the text is saved or the
 * user turns back.
 */

#include "mellow-save-flow.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "mellow-draft-writer.h"
#include "mellow-file-name.h"

/* What a save flow works on, the data of its task. */
typedef struct {
  GtkWindow *parent;
  MellowDraft *draft;
  GFile *file;
  GtkFileChooserNative *chooser;
  gboolean was_missing;
} SaveFlow;

static void choose_file (GTask *task);
static void save (GTask *task, gboolean overwrite);
static void save_as_utf8 (GTask *task);

static void
save_flow_free (gpointer data)
{
  SaveFlow *flow = data;

  g_clear_object (&flow->chooser);
  g_clear_object (&flow->file);
  g_clear_object (&flow->draft);
  g_clear_object (&flow->parent);
  g_free (flow);
}

static void
finish (GTask *task, gboolean is_saved)
{
  g_task_return_boolean (task, is_saved);
  g_object_unref (task);
}

static AdwMessageDialog *
new_dialog (SaveFlow *flow, const char *heading, const char *body)
{
  g_autofree char *title = mellow_draft_dup_title (flow->draft);
  GtkWidget *dialog = adw_message_dialog_new (flow->parent, NULL, body);

  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), heading, title);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");

  return ADW_MESSAGE_DIALOG (dialog);
}

static void
on_response (GTask *task, const char *response)
{
  if (g_str_equal (response, "overwrite"))
    save (task, TRUE);
  else if (g_str_equal (response, "utf-8"))
    save_as_utf8 (task);
  else if (g_str_equal (response, "save-as"))
    choose_file (task);
  else
    finish (task, FALSE);
}

static void
ask (GTask *task, AdwMessageDialog *dialog)
{
  adw_message_dialog_add_response (dialog, "save-as", _ ("Save _As…"));
  adw_message_dialog_set_default_response (dialog, "save-as");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (on_response), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
ask_about_foreign_change (GTask *task)
{
  AdwMessageDialog *dialog =
      new_dialog (g_task_get_task_data (task), _ ("“%s” Has Changed"),
                  _ ("Another program has changed the file since you opened it. "
                     "Saving would replace those changes."));

  adw_message_dialog_add_response (dialog, "overwrite", _ ("_Replace"));
  adw_message_dialog_set_response_appearance (dialog, "overwrite", ADW_RESPONSE_DESTRUCTIVE);
  ask (task, dialog);
}

static void
ask_about_encoding (GTask *task, const GError *error)
{
  SaveFlow *flow = g_task_get_task_data (task);
  g_autofree char *body = g_strdup_printf (
      _ ("%s The file can be saved in UTF-8 instead, which has every character."), error->message);
  AdwMessageDialog *dialog = new_dialog (flow, _ ("“%s” Needs Another Encoding"), body);

  adw_message_dialog_add_response (dialog, "utf-8", _ ("Save in _UTF-8"));
  adw_message_dialog_set_response_appearance (dialog, "utf-8", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "utf-8");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (on_response), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

static const char *
explain_error (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return _ ("There is no space left on the disk.");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    return _ ("That place can only be read.");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return _ ("You may not write there.");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return _ ("The folder is not there any more.");

  return error->message;
}

static void
tell_about_failure (GTask *task, const GError *error)
{
  g_autofree char *body =
      g_strdup_printf (_ ("%s\n\nYour text is still here, unsaved."), explain_error (error));

  ask (task, new_dialog (g_task_get_task_data (task), _ ("Could Not Save “%s”"), body));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  SaveFlow *flow = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (mellow_draft_save_finish (flow->draft, result, &flow->was_missing, &error))
    finish (task, TRUE);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    ask_about_foreign_change (task);
  else if (g_error_matches (error, PROSE_DOCUMENT_ERROR, PROSE_DOCUMENT_ERROR_ENCODING))
    ask_about_encoding (task, error);
  else
    tell_about_failure (task, error);
}

static void
save (GTask *task, gboolean overwrite)
{
  SaveFlow *flow = g_task_get_task_data (task);

  mellow_draft_save_async (flow->draft, flow->file, overwrite, NULL, on_saved, task);
}

static void
save_as_utf8 (GTask *task)
{
  SaveFlow *flow = g_task_get_task_data (task);

  mellow_file_tie_set_encoding (mellow_draft_get_tie (flow->draft), PROSE_ENCODING_UTF8);
  save (task, FALSE);
}

/* The chooser is in use until it has told of its response, and goes with the task. */
static void
give_up (gpointer task)
{
  finish (task, FALSE);
}

/* A text alone is no Word document: no program would open it. */
static gboolean
check_name (GTask *task, GFile *file)
{
  g_autoptr (GError) error = NULL;

  if (mellow_file_find_format (file) != &prose_docx_format)
    return TRUE;

  error = g_error_new_literal (
      G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
      _ ("Word documents are read, never written. Choose another name, as one with .txt."));
  tell_about_failure (task, error);
  return FALSE;
}

static void
on_file_chosen (GtkNativeDialog *chooser, int response, GTask *task)
{
  SaveFlow *flow = g_task_get_task_data (task);

  if (response != GTK_RESPONSE_ACCEPT) {
    g_idle_add_once (give_up, task);
    return;
  }

  g_clear_object (&flow->file);
  flow->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (check_name (task, flow->file))
    save (task, FALSE);
}

/* A copy as text, beside the Word document it was read from. */
static void
propose_text_file (GtkFileChooser *chooser, GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  char *suffix = strrchr (name, '.');
  g_autofree char *text_name = NULL;

  if (suffix != NULL && suffix > name)
    *suffix = '\0';
  text_name = g_strconcat (name, ".txt", NULL);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  gtk_file_chooser_set_current_name (chooser, text_name);
}

static void
choose_file (GTask *task)
{
  SaveFlow *flow = g_task_get_task_data (task);
  GFile *file = mellow_draft_get_file (flow->draft);

  g_clear_object (&flow->chooser);
  flow->chooser = gtk_file_chooser_native_new (
      _ ("Save As"), flow->parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (flow->chooser), TRUE);
  if (file != NULL && mellow_file_tie_is_imported (mellow_draft_get_tie (flow->draft)))
    propose_text_file (GTK_FILE_CHOOSER (flow->chooser), file);
  else if (file != NULL)
    gtk_file_chooser_set_file (GTK_FILE_CHOOSER (flow->chooser), file, NULL);
  else
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (flow->chooser), _ ("draft.txt"));

  g_signal_connect (flow->chooser, "response", G_CALLBACK (on_file_chosen), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (flow->chooser));
}

/**
 * mellow_save_flow_run_async:
 * @parent: the window that asks
 * @draft: what to save
 * @choose: whether to ask for another place, even if the draft has one
 * @callback: called when it is over
 * @user_data: for @callback
 *
 * Saves a draft, and asks the user what only the user knows.
 */
void
mellow_save_flow_run_async (GtkWindow *parent,
                            MellowDraft *draft,
                            gboolean choose,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  SaveFlow *flow;
  GTask *task;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (MELLOW_IS_DRAFT (draft));

  flow = g_new0 (SaveFlow, 1);
  flow->parent = g_object_ref (parent);
  flow->draft = g_object_ref (draft);
  g_set_object (&flow->file, mellow_draft_get_file (draft));

  task = g_task_new (parent, NULL, callback, user_data);
  g_task_set_source_tag (task, mellow_save_flow_run_async);
  g_task_set_task_data (task, flow, save_flow_free);

  if (choose || flow->file == NULL)
    choose_file (task);
  else
    save (task, FALSE);
}

/**
 * mellow_save_flow_run_finish:
 * @result: what the callback was given
 * @was_missing: (out) (optional): whether the file had been deleted meanwhile
 *
 * Returns: whether the draft is saved; if not, the user turned back and knows
 */
gboolean
mellow_save_flow_run_finish (GAsyncResult *result, gboolean *was_missing)
{
  SaveFlow *flow = g_task_get_task_data (G_TASK (result));

  if (was_missing != NULL)
    *was_missing = flow->was_missing;

  return g_task_propagate_boolean (G_TASK (result), NULL);
}
