/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-ignored-dialog.h"

#include <glib/gi18n.h>

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

static const char *
get_reason_label (ProseIgnoreReason reason)
{
  switch (reason) {
  case PROSE_IGNORE_REASON_INTENDED:
    return _ ("it is meant so");
  case PROSE_IGNORE_REASON_PROVEN:
    return _ ("true and proven");
  case PROSE_IGNORE_REASON_QUOTED:
    return _ ("somebody else says it");
  case PROSE_IGNORE_REASON_BRAND:
    return _ ("a term of the brand");
  case PROSE_IGNORE_REASON_NONE:
  default:
    return _ ("no reason given");
  }
}

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

static char *
describe (MellowIgnoredDialog *self, const ProseIgnoredPhrase *phrase)
{
  g_autofree char *reach = describe_reach (phrase);

  return g_strdup_printf ("%s · %s · %s", get_rule_title (self, phrase->rule), reach,
                          get_reason_label (phrase->reason));
}

/* --- the list --- */

static void
add_row (MellowIgnoredDialog *self, guint i)
{
  const ProseIgnoredPhrase *phrase = self->phrases->pdata[i];
  g_autofree char *title = g_strdup_printf ("“%s”", phrase->phrase);
  g_autofree char *subtitle = describe (self, phrase);
  g_autofree char *label = g_strdup_printf (_ ("Mark “%s” again"), phrase->phrase);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Mark Again"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "ignored.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", i);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
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
  for (guint i = 0; self->phrases != NULL && i < self->phrases->len; i++)
    add_row (self, i);

  if (error != NULL)
    adw_status_page_set_description (self->trouble, error->message);
  gtk_stack_set_visible_child_name (self->stack, error != NULL             ? "trouble"
                                                 : self->phrases->len == 0 ? "none"
                                                                           : "phrases");
}

static void
tell_about_removed (MellowIgnoredDialog *self)
{
  g_autofree char *text = g_strdup_printf (_ ("“%s” is marked again"), self->last->phrase);
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "ignored.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
set_ignored (MellowIgnoredDialog *self, const ProseIgnoredPhrase *phrase, gboolean is_ignored)
{
  g_autoptr (GError) error = NULL;

  if (!mellow_rule_library_set_ignored (self->library, phrase, is_ignored, &error))
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (error->message));
  else if (!is_ignored)
    tell_about_removed (self);
}

static void
activate_remove (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowIgnoredDialog *self = MELLOW_IGNORED_DIALOG (widget);
  guint i = g_variant_get_uint32 (parameter);

  if (i >= self->phrases->len)
    return;

  g_clear_pointer (&self->last, prose_ignored_phrase_free);
  self->last = g_ptr_array_steal_index (self->phrases, i);
  set_ignored (self, self->last, FALSE);
  show_phrases (self);
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
  gtk_widget_class_install_action (widget_class, "ignored.remove", "u", activate_remove);
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
