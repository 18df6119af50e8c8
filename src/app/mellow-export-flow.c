/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a file gets out: the user says where to, it is written in the background, and
 * what became of it is told. */

#include "mellow-export-flow.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mellow-file-problem.h"

/* --- where to --- */

static void
on_file_chosen (GtkNativeDialog *chooser, int response, GtkWidget *owner)
{
  MellowExportChosen chosen =
      (MellowExportChosen)g_object_get_data (G_OBJECT (chooser), "mellow-chosen");

  if (response == GTK_RESPONSE_ACCEPT) {
    g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

    chosen (owner, file);
  }
  g_object_unref (chooser);
}

/* What is listed already is not to be listed anew for another folder or filter: GTK tells
 * of the first list as of a failure. */
static gboolean
show (gpointer chooser)
{
  if (gtk_native_dialog_get_transient_for (chooser) != NULL)
    gtk_native_dialog_show (chooser);
  return G_SOURCE_REMOVE;
}

static GtkFileChooser *
ask (GtkWidget *owner,
     const char *title,
     GtkFileChooserAction action,
     const char *label,
     MellowExportChosen chosen)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      title, GTK_WINDOW (gtk_widget_get_root (owner)), action, label, _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_object_set_data (G_OBJECT (chooser), "mellow-chosen", (gpointer)chosen);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_file_chosen), owner, 0);
  g_idle_add_full (G_PRIORITY_HIGH, show, g_object_ref (chooser), g_object_unref);
  return GTK_FILE_CHOOSER (chooser);
}

/**
 * mellow_export_flow_ask:
 * @owner: a widget in a window
 * @title: what is exported
 * @name: (nullable): a name to begin with
 * @chosen: called with the answer, unless the user turns back
 *
 * Asks where a file should go, as soon as the main loop has its turn.
 *
 * Returns: (transfer none): the question, for filters and what else it may need before
 */
GtkFileChooser *
mellow_export_flow_ask (GtkWidget *owner,
                        const char *title,
                        const char *name,
                        MellowExportChosen chosen)
{
  GtkFileChooser *chooser;

  g_return_val_if_fail (GTK_IS_WIDGET (owner), NULL);

  chooser = ask (owner, title, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), chosen);
  if (name != NULL)
    gtk_file_chooser_set_current_name (chooser, name);
  return chooser;
}

/**
 * mellow_export_flow_ask_for_import:
 * @owner: a widget in a window
 * @title: what is imported
 * @chosen: called with the answer, unless the user turns back
 *
 * Asks which file is to be read, as soon as the main loop has its turn.
 *
 * Returns: (transfer none): the question, for filters and what else it may need before
 */
GtkFileChooser *
mellow_export_flow_ask_for_import (GtkWidget *owner, const char *title, MellowExportChosen chosen)
{
  g_return_val_if_fail (GTK_IS_WIDGET (owner), NULL);

  return ask (owner, title, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"), chosen);
}

/**
 * mellow_export_flow_add_yaml:
 * @chooser: a question that is being asked
 * @name: what files of YAML are here
 *
 * Offers these files alone.
 */
void
mellow_export_flow_add_yaml (GtkFileChooser *chooser, const char *name)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, "*.yaml");
  gtk_file_filter_add_pattern (filter, "*.yml");
  gtk_file_chooser_add_filter (chooser, filter);
}

/**
 * mellow_export_flow_encode_yaml:
 * @yaml: what a file is to say
 *
 * Returns: (transfer full): its content; an empty map for nothing, since GIO cannot write no
 *   bytes
 */
GBytes *
mellow_export_flow_encode_yaml (const char *yaml)
{
  const char *text = *yaml != '\0' ? yaml : "{}\n";

  return g_bytes_new (text, strlen (text));
}

/**
 * mellow_export_flow_suggest_place:
 * @chooser: a question that is being asked
 * @draft: the text that is exported
 * @ending: the ending of the file (`.pdf`)
 *
 * Suggests to put the file beside its text, under the name of it.
 */
void
mellow_export_flow_suggest_place (GtkFileChooser *chooser, MellowDraft *draft, const char *ending)
{
  g_autofree char *title = mellow_draft_dup_title (draft);
  g_autofree char *name = NULL;
  GFile *file = mellow_draft_get_file (draft);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  char *dot = strrchr (title, '.');

  if (dot != NULL && dot > title)
    *dot = '\0';
  name = g_strconcat (title, ending, NULL);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  gtk_file_chooser_set_current_name (chooser, name);
}

/* --- writing --- */

typedef struct {
  GtkWidget *owner;
  char *done;
  MellowExportTell tell;
} Writing;

static void
writing_free (Writing *writing)
{
  g_object_unref (writing->owner);
  g_free (writing->done);
  g_free (writing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writing, writing_free)

/**
 * mellow_export_flow_tell_failure:
 * @owner: a widget; if its window is closed, there is nobody to be told
 * @file: what could not be written
 * @error: why
 */
void
mellow_export_flow_tell_failure (GtkWidget *owner, GFile *file, const GError *error)
{
  GtkRoot *window = gtk_widget_get_root (owner);

  if (GTK_IS_WINDOW (window))
    mellow_file_problem_show (GTK_WIDGET (window), _ ("Could Not Write “%s”"), file,
                              error->message);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Writing) writing = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    mellow_export_flow_tell_failure (writing->owner, G_FILE (source), error);
  else if (gtk_widget_get_root (writing->owner) != NULL)
    writing->tell (writing->owner, writing->done);
}

/**
 * mellow_export_flow_write:
 * @owner: a widget in a window
 * @file: where to
 * @bytes: what; not empty, as GIO cannot write nothing
 * @done: what is told when it is there
 * @tell: tells it
 *
 * Writes a file in the background; if that fails, what was there stays, and the reason
 * is told.
 */
void
mellow_export_flow_write (
    GtkWidget *owner, GFile *file, GBytes *bytes, const char *done, MellowExportTell tell)
{
  Writing *writing;

  g_return_if_fail (GTK_IS_WIDGET (owner));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (tell != NULL);

  writing = g_new (Writing, 1);
  *writing = (Writing){ g_object_ref (owner), g_strdup (done), tell };
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       on_written, writing);
}
