/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The conversation around loading a draft: in which encoding, what went wrong. It
 * goes on until the text is there or the user turns back.
 */

#include "mellow-load-flow.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mellow-draft-reader.h"

/* What a load flow works on, the data of its task. */
typedef struct {
  MellowDraft *draft;
  GFile *file;
} LoadFlow;

static void load (GTask *task, ProseEncoding encoding);

static void
load_flow_free (gpointer data)
{
  LoadFlow *flow = data;

  g_object_unref (flow->draft);
  g_object_unref (flow->file);
  g_free (flow);
}

static void
finish (GTask *task, MellowLoadResult result)
{
  g_task_return_int (task, result);
  g_object_unref (task);
}

static AdwMessageDialog *
new_dialog (GTask *task, const char *heading, const char *body)
{
  LoadFlow *flow = g_task_get_task_data (task);
  GtkRoot *root = gtk_widget_get_root (g_task_get_source_object (task));
  g_autofree char *name = g_file_get_parse_name (flow->file);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (root), NULL, body);

  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), heading, name);
  return ADW_MESSAGE_DIALOG (dialog);
}

/* --- what went wrong --- */

static const char *
explain_error (const GError *error)
{
  if (g_error_matches (error, PROSE_DOCUMENT_ERROR, PROSE_DOCUMENT_ERROR_BINARY))
    return _ ("It is not a text file.");
  if (g_error_matches (error, PROSE_DOCUMENT_ERROR, PROSE_DOCUMENT_ERROR_TOO_LARGE) ||
      g_error_matches (error, PROSE_DOCX_ERROR, PROSE_DOCX_ERROR_TOO_LARGE))
    return _ ("It is too large.");
  if (g_error_matches (error, PROSE_DOCX_ERROR, PROSE_DOCX_ERROR_OTHER))
    return _ ("It is no Word document.");
  if (g_error_matches (error, PROSE_DOCX_ERROR, PROSE_DOCX_ERROR_ENCRYPTED))
    return _ ("It has a password, or is of a Word before 2007. Save it as .docx without a password "
              "to read it here.");
  if (g_error_matches (error, PROSE_DOCX_ERROR, PROSE_DOCX_ERROR_DAMAGED))
    return _ ("It is damaged.");

  return error->message;
}

static void
tell_about_failure (GTask *task, const GError *error)
{
  AdwMessageDialog *dialog = new_dialog (task, _ ("Could Not Open “%s”"), explain_error (error));

  adw_message_dialog_add_response (dialog, "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
  finish (task, MELLOW_LOAD_RESULT_FAILED);
}

/* --- in which encoding --- */

static void
on_encoding_chosen (GTask *task, const char *response)
{
  ProseEncoding encoding;

  if (prose_encoding_find (response, &encoding))
    load (task, encoding);
  else
    finish (task, MELLOW_LOAD_RESULT_FAILED);
}

static void
add_encoding (AdwMessageDialog *dialog, ProseEncoding encoding)
{
  const char *name = prose_encoding_get_name (encoding);

  adw_message_dialog_add_response (dialog, name, name);
}

static void
ask_for_encoding (GTask *task)
{
  AdwMessageDialog *dialog =
      new_dialog (task, _ ("Which Encoding Does “%s” Have?"),
                  _ ("Its characters are neither UTF-8 nor UTF-16. Files of older programs are "
                     "mostly in Windows-1252. It will be saved in the encoding you open it in."));
  const char *likely = prose_encoding_get_name (PROSE_ENCODING_WINDOWS_1252);

  adw_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  add_encoding (dialog, PROSE_ENCODING_ISO_8859_1);
  add_encoding (dialog, PROSE_ENCODING_WINDOWS_1252);
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_default_response (dialog, likely);
  adw_message_dialog_set_response_appearance (dialog, likely, ADW_RESPONSE_SUGGESTED);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (on_encoding_chosen), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- loading --- */

/* A page that is closed meanwhile has nobody to talk to. */
static gboolean
has_window (GTask *task)
{
  return gtk_widget_get_root (g_task_get_source_object (task)) != NULL;
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  g_autoptr (GError) error = NULL;

  if (mellow_draft_load_finish (MELLOW_DRAFT (source), result, &error))
    finish (task, MELLOW_LOAD_RESULT_LOADED);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    finish (task, MELLOW_LOAD_RESULT_MISSING);
  else if (!has_window (task))
    finish (task, MELLOW_LOAD_RESULT_FAILED);
  else if (g_error_matches (error, PROSE_DOCUMENT_ERROR, PROSE_DOCUMENT_ERROR_ENCODING))
    ask_for_encoding (task);
  else
    tell_about_failure (task, error);
}

static void
load (GTask *task, ProseEncoding encoding)
{
  LoadFlow *flow = g_task_get_task_data (task);

  mellow_draft_load_as_async (flow->draft, flow->file, encoding, NULL, on_loaded, task);
}

/**
 * mellow_load_flow_run_async:
 * @asker: the widget that asks, in a window
 * @draft: a draft that nobody would miss
 * @file: what to load
 * @encoding: how the file spells it, as for [method@Mellow.Draft.load_as_async]
 * @callback: called when it is over
 * @user_data: for @callback
 *
 * Loads a draft, and asks the user what only the user knows.
 */
void
mellow_load_flow_run_async (GtkWidget *asker,
                            MellowDraft *draft,
                            GFile *file,
                            ProseEncoding encoding,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  LoadFlow *flow;
  GTask *task;

  g_return_if_fail (GTK_IS_WIDGET (asker));
  g_return_if_fail (MELLOW_IS_DRAFT (draft));
  g_return_if_fail (G_IS_FILE (file));

  flow = g_new0 (LoadFlow, 1);
  flow->draft = g_object_ref (draft);
  flow->file = g_object_ref (file);

  task = g_task_new (asker, NULL, callback, user_data);
  g_task_set_source_tag (task, mellow_load_flow_run_async);
  g_task_set_task_data (task, flow, load_flow_free);
  load (task, encoding);
}

/**
 * mellow_load_flow_run_finish:
 * @result: what the callback was given
 *
 * Returns: how it ended
 */
MellowLoadResult
mellow_load_flow_run_finish (GAsyncResult *result)
{
  return g_task_propagate_int (G_TASK (result), NULL);
}
