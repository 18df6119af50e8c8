/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-ignored-dialog.h"

#include <glib/gi18n.h>

#include "mellow-ignored-row.h"
#include "mellow-phrase.h"
#include "mellow-toast.h"

/**
 * MellowIgnoredDialog:
 *
 * The phrases that are left alone, and why; each can be marked again, and that be
 * undone.
 */
struct _MellowIgnoredDialog {
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkListBox *list;
  AdwStatusPage *trouble;

  MellowRuleLibrary *library;
  MellowRuleIndex *index;
  GPtrArray *phrases;       /* of ProseIgnoredPhrase, one per row */
  ProseIgnoredPhrase *last; /* what was marked again last */
};

G_DEFINE_FINAL_TYPE (MellowIgnoredDialog, mellow_ignored_dialog, ADW_TYPE_WINDOW)

/* --- in words --- */

static char *
describe_reach (const ProseIgnoredPhrase *phrase)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = NULL;

  if (phrase->level == PROSE_IGNORE_EVERYWHERE)
    return g_strdup (_ ("in all texts"));

  file = g_file_new_for_uri (phrase->document);
  name = g_file_get_basename (file);
  return phrase->level == PROSE_IGNORE_HERE ? g_strdup_printf (_ ("at one place in “%s”"), name)
                                            : g_strdup_printf (_ ("in “%s”"), name);
}

/* A phrase is known by the id of its rule alone, in whatever language. */
static const char *
get_rule_title (MellowIgnoredDialog *self, const char *id)
{
  GPtrArray *entries = mellow_rule_index_get_entries (self->index);

  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (mellow_rule_entry_get_rule (entries->pdata[i])->id, id))
      return mellow_rule_entry_get_title (entries->pdata[i]);

  return id;
}

/* --- what is wished of a row --- */

static void
tell (MellowIgnoredDialog *self, const char *text, gboolean can_be_undone)
{
  adw_toast_overlay_add_toast (self->toasts, can_be_undone
                                                 ? mellow_toast_new_undoable (text, "ignored.undo")
                                                 : mellow_toast_new (text));
}

static gboolean
set_ignored (MellowIgnoredDialog *self, const ProseIgnoredPhrase *phrase, gboolean is_ignored)
{
  g_autoptr (GError) error = NULL;

  if (mellow_rule_library_set_ignored (self->library, phrase, is_ignored, &error))
    return TRUE;

  tell (self, error->message, FALSE);
  return FALSE;
}

static void
show_whether_any (MellowIgnoredDialog *self)
{
  gtk_stack_set_visible_child_name (self->stack, self->phrases->len > 0 ? "phrases" : "none");
}

static void
on_stop (MellowIgnoredDialog *self, GtkListBoxRow *row)
{
  int i = gtk_list_box_row_get_index (row);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (!set_ignored (self, self->phrases->pdata[i], FALSE))
    return;

  g_clear_pointer (&self->last, prose_ignored_phrase_free);
  self->last = g_ptr_array_steal_index (self->phrases, i);
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
  mellow_ignored_row_focus_near (self->list, i);
  show_whether_any (self);

  name = mellow_phrase_quote_short (self->last->phrase);
  text = g_strdup_printf (_ ("%s is marked again"), name);
  tell (self, text, TRUE);
}

/* A phrase is known by all but its reason, so that it is kept anew. */
static void
on_reason_chosen (MellowIgnoredDialog *self, guint reason, GtkListBoxRow *row)
{
  ProseIgnoredPhrase *phrase = self->phrases->pdata[gtk_list_box_row_get_index (row)];
  ProseIgnoreReason before = phrase->reason;

  phrase->reason = reason;
  if (set_ignored (self, phrase, TRUE))
    return;

  phrase->reason = before;
  mellow_ignored_row_update (MELLOW_IGNORED_ROW (row));
}

/* --- the list --- */

static MellowIgnoredItem *
create_item (const ProseIgnoredPhrase *phrase)
{
  g_autoptr (ProseIgnoreEntry) entry =
      prose_ignore_entry_new_for_phrase (phrase->level, NULL, phrase->rule, phrase->phrase);

  entry->reason = phrase->reason;
  entry->created = phrase->created;
  return mellow_ignored_item_new (entry);
}

static void
add_row (MellowIgnoredDialog *self, const ProseIgnoredPhrase *phrase)
{
  g_autoptr (MellowIgnoredItem) item = create_item (phrase);
  g_autofree char *reach = describe_reach (phrase);
  GtkWidget *row = mellow_ignored_row_new (item, get_rule_title (self, phrase->rule), reach);

  g_signal_connect_object (row, "stop", G_CALLBACK (on_stop), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "reason-chosen", G_CALLBACK (on_reason_chosen), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

static void
show_phrases (MellowIgnoredDialog *self)
{
  g_autoptr (GError) error = NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_clear_pointer (&self->phrases, g_ptr_array_unref);
  self->phrases = mellow_rule_library_dup_ignored (self->library, &error);
  if (self->phrases == NULL) {
    adw_status_page_set_description (self->trouble, error->message);
    gtk_stack_set_visible_child_name (self->stack, "trouble");
    return;
  }

  for (guint i = 0; i < self->phrases->len; i++)
    add_row (self, self->phrases->pdata[i]);
  show_whether_any (self);
}

static void
activate_undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowIgnoredDialog *self = MELLOW_IGNORED_DIALOG (widget);

  if (self->last != NULL)
    set_ignored (self, self->last, TRUE);
  g_clear_pointer (&self->last, prose_ignored_phrase_free);
  show_phrases (self);
}

/* --- the dialog --- */

static void
mellow_ignored_dialog_dispose (GObject *object)
{
  MellowIgnoredDialog *self = MELLOW_IGNORED_DIALOG (object);

  g_clear_object (&self->library);
  g_clear_object (&self->index);
  g_clear_pointer (&self->phrases, g_ptr_array_unref);
  g_clear_pointer (&self->last, prose_ignored_phrase_free);

  G_OBJECT_CLASS (mellow_ignored_dialog_parent_class)->dispose (object);
}

static void
mellow_ignored_dialog_class_init (MellowIgnoredDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mellow_ignored_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-ignored-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowIgnoredDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, MellowIgnoredDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, MellowIgnoredDialog, list);
  gtk_widget_class_bind_template_child (widget_class, MellowIgnoredDialog, trouble);
  gtk_widget_class_install_action (widget_class, "ignored.undo", NULL, activate_undo);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mellow_ignored_dialog_init (MellowIgnoredDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mellow_ignored_dialog_new:
 * @parent: the window it belongs to
 * @library: where the phrases are
 * @index: the names of the rules
 *
 * Returns: (transfer none): a list of the phrases that are ignored
 */
MellowIgnoredDialog *
mellow_ignored_dialog_new (GtkWindow *parent, MellowRuleLibrary *library, MellowRuleIndex *index)
{
  MellowIgnoredDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (MELLOW_IS_RULE_LIBRARY (library), NULL);
  g_return_val_if_fail (MELLOW_IS_RULE_INDEX (index), NULL);

  self = g_object_new (MELLOW_TYPE_IGNORED_DIALOG, "transient-for", parent, NULL);
  self->library = g_object_ref (library);
  self->index = g_object_ref (index);
  show_phrases (self);

  return self;
}
