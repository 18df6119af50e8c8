/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The question what something is to be called. */

#include "mellow-name-flow.h"

#include <glib/gi18n.h>

/* --- a name --- */

typedef struct {
  GtkEditable *entry;
  MellowNameChosen chosen;
  gpointer user_data;
  GDestroyNotify destroy;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  if (question->destroy != NULL)
    question->destroy (question->user_data);
  g_free (question);
}

static void
on_answer (AdwMessageDialog *dialog, const char *response, Question *question)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (question->entry));

  g_strstrip (name);
  if (g_str_equal (response, "done") && *name != '\0')
    question->chosen (question->user_data, name);
}

static void
on_name_changed (GtkEditable *entry, AdwMessageDialog *dialog)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (entry));

  adw_message_dialog_set_response_enabled (dialog, "done", *g_strstrip (name) != '\0');
}

/**
 * mellow_name_flow_ask:
 * @parent: a window
 * @heading: what the name is for
 * @name: a name to begin with
 * @label: what will be done, with a mnemonic
 * @chosen: called with the name, unless the user turns back
 * @user_data: for @chosen
 * @destroy: (nullable): frees @user_data
 *
 * Asks what to call something.
 */
void
mellow_name_flow_ask (GtkWindow *parent,
                      const char *heading,
                      const char *name,
                      const char *label,
                      MellowNameChosen chosen,
                      gpointer user_data,
                      GDestroyNotify destroy)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, NULL));
  GtkWidget *entry = gtk_entry_new ();
  Question *question = g_new (Question, 1);

  *question = (Question){ GTK_EDITABLE (entry), chosen, user_data, destroy };
  adw_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  adw_message_dialog_add_response (dialog, "done", label);
  adw_message_dialog_set_response_appearance (dialog, "done", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "done");
  adw_message_dialog_set_close_response (dialog, "cancel");
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name"),
                                  -1);
  adw_message_dialog_set_extra_child (dialog, entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_name_changed), dialog, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_answer), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

/* --- another name --- */

/* What is to have another name: a thing of a widget, by what the widget knows it by. */
typedef struct {
  GtkWidget *owner;
  GVariant *key;
  MellowRenamed renamed;
} Renaming;

static void
renaming_free (gpointer data)
{
  Renaming *renaming = data;

  g_object_unref (renaming->owner);
  g_variant_unref (renaming->key);
  g_free (renaming);
}

static void
on_named_anew (gpointer data, const char *name)
{
  Renaming *renaming = data;

  renaming->renamed (renaming->owner, renaming->key, name);
}

/**
 * mellow_name_flow_rename:
 * @owner: the window that asks
 * @heading: what is renamed
 * @name: its name until now
 * @key: what the window knows it by
 * @renamed: called with the new name, unless the user turns back
 *
 * Asks what to call something from now on.
 */
void
mellow_name_flow_rename (
    GtkWidget *owner, const char *heading, const char *name, GVariant *key, MellowRenamed renamed)
{
  Renaming *renaming;

  g_return_if_fail (GTK_IS_WINDOW (owner));
  g_return_if_fail (key != NULL);

  renaming = g_new (Renaming, 1);
  *renaming = (Renaming){ g_object_ref (owner), g_variant_ref_sink (key), renamed };
  mellow_name_flow_ask (GTK_WINDOW (owner), heading, name, _ ("_Rename"), on_named_anew, renaming,
                        renaming_free);
}
