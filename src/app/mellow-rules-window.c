/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-rules-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mellow-export-flow.h"
#include "mellow-file-problem.h"
#include "mellow-ignored-dialog.h"
#include "mellow-language.h"
#include "mellow-mark-style.h"
#include "mellow-rule-dialog.h"
#include "mellow-rule-index.h"
#include "mellow-rule-page.h"
#include "mellow-toast.h"
#include "mellow-window.h"

/**
 * MellowRulesWindow:
 *
 * All rules: looked through, searched, read, turned off and on; and the user's own.
 */
struct _MellowRulesWindow {
  AdwWindow parent_instance;

  AdwLeaflet *leaflet;
  GtkSearchEntry *search;
  GtkDropDown *language;
  GtkDropDown *severity;
  GtkDropDown *state;
  GtkStack *list_stack;
  GtkListView *list;
  GtkLabel *count;
  AdwToastOverlay *toasts;
  GtkStack *page_stack;
  MellowRulePage *page;

  MellowRuleLibrary *library;
  MellowRuleIndex *index;
  GtkSingleSelection *selection;
  GPtrArray *languages;
  char *key;      /* the rule that is looked at, NULL for none */
  char *deleted;  /* the pack that was deleted last, YAML */
  char *exported; /* the language whose rules are being exported */
};

G_DEFINE_FINAL_TYPE (MellowRulesWindow, mellow_rules_window, ADW_TYPE_WINDOW)

/* In the order of the list to choose from; the first is for any. */
static const int severities[] = {
  MELLOW_ANY_SEVERITY,     PROSE_SEVERITY_NOTE,   PROSE_SEVERITY_PROOF,
  PROSE_SEVERITY_PRESSURE, PROSE_SEVERITY_REMOVE, PROSE_SEVERITY_CREDIT,
};

static void
tell (MellowRulesWindow *self, const char *text)
{
  adw_toast_overlay_add_toast (self->toasts, mellow_toast_new (text));
}

/* --- the list --- */

static void
update_count (MellowRulesWindow *self)
{
  guint n = mellow_rule_index_get_n_rules (self->index);
  g_autofree char *text = g_strdup_printf (ngettext ("%u rule", "%u rules", n), n);

  gtk_label_set_text (self->count, text);
  gtk_stack_set_visible_child_name (self->list_stack, n > 0 ? "rules" : "none");
}

static void
show_entry (MellowRulesWindow *self, MellowRuleEntry *entry)
{
  g_free (self->key);
  self->key = g_strdup (mellow_rule_entry_get_key (entry));
  mellow_rule_page_set_entry (self->page, entry);
  gtk_stack_set_visible_child_name (self->page_stack, "rule");
}

static void
on_selected (MellowRulesWindow *self)
{
  MellowRuleEntry *entry = gtk_single_selection_get_selected_item (self->selection);

  if (entry != NULL && mellow_rule_entry_get_rule (entry) != NULL)
    show_entry (self, entry);
}

/* In a narrow window the list makes room for the rule. */
static void
on_activated (MellowRulesWindow *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
activate_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_leaflet_navigate (MELLOW_RULES_WINDOW (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

/* The rule that was looked at stays in view and selected, if it is still there. */
static void
restore_selection (MellowRulesWindow *self)
{
  MellowRuleEntry *entry = mellow_rule_index_look_up (self->index, self->key);

  gtk_single_selection_set_selected (self->selection,
                                     mellow_rule_index_find (self->index, self->key));
  if (entry != NULL)
    show_entry (self, entry);
  else
    gtk_stack_set_visible_child_name (self->page_stack, "none");
}

static void
select_key (MellowRulesWindow *self, const char *key)
{
  g_free (self->key);
  self->key = g_strdup (key);
  restore_selection (self);
}

static void
on_rules_changed (MellowRulesWindow *self)
{
  update_count (self);
  restore_selection (self);
}

static void
on_filter_changed (MellowRulesWindow *self)
{
  guint language, severity;

  if (self->index == NULL)
    return;

  language = gtk_drop_down_get_selected (self->language);
  severity = gtk_drop_down_get_selected (self->severity);
  mellow_rule_index_set_language (self->index, language > 0 && language <= self->languages->len
                                                   ? self->languages->pdata[language - 1]
                                                   : NULL);
  mellow_rule_index_set_severity (self->index, severities[severity]);
  mellow_rule_index_set_state (self->index, gtk_drop_down_get_selected (self->state));
  on_rules_changed (self);
}

static void
on_search_changed (MellowRulesWindow *self)
{
  mellow_rule_index_set_words (self->index, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  on_rules_changed (self);
}

/* Escape ends the search, and with no search closes the window as elsewhere in it. */
static void
on_stop_search (MellowRulesWindow *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* --- rows --- */

static GtkWidget *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
on_setup_row (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *caption = create_label ("caption");

  gtk_widget_add_css_class (caption, "dim-label");
  gtk_box_append (GTK_BOX (box), create_label (NULL));
  gtk_box_append (GTK_BOX (box), caption);
  gtk_list_item_set_child (item, box);
}

/* Family and language stand above the list of their rules, but beside a rule that
 * was searched, since any may be the next. */
static char *
make_caption (MellowRulesWindow *self, MellowRuleEntry *entry)
{
  const ProseRule *rule = mellow_rule_entry_get_rule (entry);
  GString *caption = g_string_new (NULL);

  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    g_string_append_printf (caption, "%s · %s · ", rule->category->title,
                            mellow_language_get_name (rule->category->language));
  g_string_append (caption, mellow_mark_style_get_label (rule->severity));
  if (mellow_rule_entry_get_pack (entry) != NULL)
    g_string_append_printf (caption, " · %s", _ ("your own"));
  if (mellow_rule_entry_is_off (entry))
    g_string_append_printf (caption, " · %s", _ ("off"));
  return g_string_free (caption, FALSE);
}

/* GTK puts the focus on what it has built around the row. */
static void
set_row_name (GtkWidget *row, const char *title, const char *caption)
{
  g_autofree char *name =
      caption != NULL ? g_strdup_printf ("%s, %s", title, caption) : g_strdup (title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
on_bind_row (GtkListItemFactory *factory, GtkListItem *item, MellowRulesWindow *self)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkLabel *title = GTK_LABEL (gtk_widget_get_first_child (box));
  GtkLabel *caption = GTK_LABEL (gtk_widget_get_last_child (box));
  MellowRuleEntry *entry = gtk_list_item_get_item (item);
  gboolean is_rule = mellow_rule_entry_get_rule (entry) != NULL;
  g_autofree char *text = is_rule ? make_caption (self, entry) : NULL;

  gtk_label_set_text (title, mellow_rule_entry_get_title (entry));
  gtk_label_set_text (caption, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (caption), is_rule);
  gtk_widget_set_css_classes (GTK_WIDGET (title),
                              is_rule ? (const char *[]){ NULL }
                                      : (const char *[]){ "heading", "family", NULL });
  gtk_list_item_set_activatable (item, is_rule);
  set_row_name (box, mellow_rule_entry_get_title (entry), text);
}

static void
fill_list (MellowRulesWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_row), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_row), self, 0);
  self->selection =
      gtk_single_selection_new (g_object_ref (mellow_rule_index_get_model (self->index)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

/* --- filters --- */

static void
fill_languages (MellowRulesWindow *self)
{
  g_autoptr (GListModel) names = NULL;
  g_autoptr (GtkStringList) all = gtk_string_list_new (NULL);

  self->languages = mellow_rule_library_dup_languages (self->library);
  names = mellow_language_create_names (self->languages);
  gtk_string_list_append (all, _ ("All Languages"));
  for (guint i = 0; i < self->languages->len; i++)
    gtk_string_list_append (all, gtk_string_list_get_string (GTK_STRING_LIST (names), i));
  gtk_drop_down_set_model (self->language, G_LIST_MODEL (all));
}

static void
fill_severities (MellowRulesWindow *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _ ("All Severities"));
  for (guint i = 1; i < G_N_ELEMENTS (severities); i++)
    gtk_string_list_append (labels, mellow_mark_style_get_label (severities[i]));
  gtk_drop_down_set_model (self->severity, G_LIST_MODEL (labels));
}

/* --- off and on --- */

static void
on_switched (MellowRulesWindow *self, gboolean is_on)
{
  MellowRuleEntry *entry = mellow_rule_page_get_entry (self->page);
  g_autoptr (GError) error = NULL;

  if (mellow_rule_library_set_off (self->library, mellow_rule_entry_get_rule (entry), !is_on,
                                   &error))
    return;

  tell (self, error->message);
  mellow_rule_page_set_entry (self->page, entry);
}

/* --- own rules --- */

/* The text that was written in last. */
static MellowDraft *
find_draft (MellowRulesWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GList *windows = gtk_application_get_windows (application);

  for (GList *l = windows; l != NULL; l = l->next)
    if (MELLOW_IS_WINDOW (l->data) && mellow_window_get_page (l->data) != NULL)
      return mellow_page_get_draft (mellow_window_get_page (l->data));

  return NULL;
}

static void
open_form (MellowRulesWindow *self, const MellowOwnRule *rule)
{
  MellowRuleDialog *dialog = mellow_rule_dialog_new (GTK_WINDOW (self), self->library, self->index,
                                                     find_draft (self), rule);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (select_key), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
activate_new (GtkWidget *widget, const char *action, GVariant *parameter)
{
  open_form (MELLOW_RULES_WINDOW (widget), NULL);
}

/* The pack of the rule that is looked at. */
static char *
dup_pack (MellowRulesWindow *self, GError **error)
{
  MellowRuleEntry *entry = mellow_rule_page_get_entry (self->page);

  if (entry == NULL || mellow_rule_entry_get_pack (entry) == NULL)
    return NULL;

  return mellow_rule_library_dup_pack (self->library,
                                       mellow_rule_entry_get_rule (entry)->category->language,
                                       mellow_rule_entry_get_pack (entry), error);
}

static void
activate_edit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowRulesWindow *self = MELLOW_RULES_WINDOW (widget);
  MellowRuleEntry *entry = mellow_rule_page_get_entry (self->page);
  g_autofree char *text = dup_pack (self, NULL);
  g_autoptr (ProseLexicon) lexicon = NULL;
  g_autoptr (ProseRulePack) pack = NULL;
  g_autoptr (MellowOwnRule) rule = NULL;

  if (text == NULL)
    return;

  lexicon = prose_rule_set_dup_lexicon (mellow_rule_library_get_rules (self->library),
                                        mellow_rule_entry_get_rule (entry)->category->language);
  pack = prose_rule_pack_new ("rule", text, strlen (text), lexicon, NULL);
  if (pack == NULL || !mellow_own_rule_can_hold (pack)) {
    tell (self, _ ("This rule says more than the form can hold. Export it, edit the file and "
                   "import it again."));
    return;
  }
  rule = mellow_own_rule_new_from_pack (pack);
  open_form (self, rule);
}

static void
tell_about_deleted (MellowRulesWindow *self, const char *name)
{
  g_autofree char *text = g_strdup_printf (_ ("“%s” is deleted"), name);

  adw_toast_overlay_add_toast (self->toasts, mellow_toast_new_undoable (text, "rules.undo"));
}

static void
activate_delete (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowRulesWindow *self = MELLOW_RULES_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = dup_pack (self, &error);
  g_autofree char *name = NULL;
  const ProseRule *rule;

  if (text == NULL)
    return;

  rule = mellow_rule_entry_get_rule (mellow_rule_page_get_entry (self->page));
  name = g_strdup (mellow_rule_entry_get_pack (mellow_rule_page_get_entry (self->page)));
  g_free (self->deleted);
  self->deleted = g_steal_pointer (&text);
  if (mellow_rule_library_remove_pack (self->library, rule->category->language, name, &error))
    tell_about_deleted (self, name);
  else
    tell (self, error->message);
}

static void
activate_undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowRulesWindow *self = MELLOW_RULES_WINDOW (widget);
  g_autofree char *text = g_steal_pointer (&self->deleted);
  g_autoptr (GError) error = NULL;

  if (text != NULL && !mellow_rule_library_set_pack (self->library, text, &error))
    tell (self, error->message);
}

static void
activate_ignored (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowRulesWindow *self = MELLOW_RULES_WINDOW (widget);

  gtk_window_present (
      GTK_WINDOW (mellow_ignored_dialog_new (GTK_WINDOW (self), self->library, self->index)));
}

/* --- files --- */

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MellowRulesWindow) self = user_data;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *data = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  int n = -1;

  if (g_file_load_contents_finish (G_FILE (source), result, &data, &length, NULL, &error))
    n = mellow_rule_library_import (self->library, name, data, length, &error);
  if (n < 0) {
    mellow_file_problem_show (GTK_WIDGET (self), _ ("Could Not Import “%s”"), G_FILE (source),
                              error->message);
    return;
  }
  text = g_strdup_printf (ngettext ("%d pack is imported", "%d packs are imported", n), n);
  tell (self, text);
}

/**
 * mellow_rules_window_import:
 * @self: a window
 * @file: packs of rules, YAML
 *
 * Adds the rules of a file, or says why it cannot.
 */
void
mellow_rules_window_import (MellowRulesWindow *self, GFile *file)
{
  g_return_if_fail (MELLOW_IS_RULES_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  g_file_load_contents_async (file, NULL, on_loaded, g_object_ref (self));
}

static void
tell_widget (GtkWidget *widget, const char *text)
{
  tell (MELLOW_RULES_WINDOW (widget), text);
}

/**
 * mellow_rules_window_export:
 * @self: a window
 * @language: a language
 * @file: where to write it
 *
 * Writes the user's own rules of a language.
 */
void
mellow_rules_window_export (MellowRulesWindow *self, const char *language, GFile *file)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *data;

  g_return_if_fail (MELLOW_IS_RULES_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  data = mellow_rule_library_export (self->library, language, &error);
  if (data == NULL) {
    tell (self, error->message);
    return;
  }
  bytes = g_bytes_new_take (data, strlen (data));
  mellow_export_flow_write (GTK_WIDGET (self), file, bytes, _ ("Exported"), tell_widget);
}

static void
on_import_chosen (GtkWidget *widget, GFile *file)
{
  mellow_rules_window_import (MELLOW_RULES_WINDOW (widget), file);
}

static void
activate_import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mellow_export_flow_ask_for_import (widget, _ ("Import Rules"), on_import_chosen);
}

static void
on_export_chosen (GtkWidget *widget, GFile *file)
{
  MellowRulesWindow *self = MELLOW_RULES_WINDOW (widget);

  mellow_rules_window_export (self, self->exported, file);
}

static gboolean
has_own_rules (MellowRulesWindow *self, const char *language)
{
  g_autofree char *data = mellow_rule_library_export (self->library, language, NULL);

  return data != NULL && *data != '\0';
}

static void
activate_export (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowRulesWindow *self = MELLOW_RULES_WINDOW (widget);
  const char *language = g_variant_get_string (parameter, NULL);
  g_autofree char *name = g_strdup_printf ("mellow-%s.yaml", language);

  if (!has_own_rules (self, language)) {
    tell (self, _ ("There are no rules of your own in that language yet"));
    return;
  }
  g_free (self->exported);
  self->exported = g_strdup (language);
  mellow_export_flow_ask (widget, _ ("Export Own Rules"), name, on_export_chosen);
}

/* --- the window --- */

static void
mellow_rules_window_dispose (GObject *object)
{
  MellowRulesWindow *self = MELLOW_RULES_WINDOW (object);

  g_clear_object (&self->library);
  g_clear_object (&self->index);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->languages, g_ptr_array_unref);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->deleted, g_free);
  g_clear_pointer (&self->exported, g_free);

  G_OBJECT_CLASS (mellow_rules_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "rules.new", NULL, activate_new);
  gtk_widget_class_install_action (widget_class, "rules.edit", NULL, activate_edit);
  gtk_widget_class_install_action (widget_class, "rules.delete", NULL, activate_delete);
  gtk_widget_class_install_action (widget_class, "rules.undo", NULL, activate_undo);
  gtk_widget_class_install_action (widget_class, "rules.ignored", NULL, activate_ignored);
  gtk_widget_class_install_action (widget_class, "rules.import", NULL, activate_import);
  gtk_widget_class_install_action (widget_class, "rules.export", "s", activate_export);
  gtk_widget_class_install_action (widget_class, "rules.back", NULL, activate_back);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "rules.back",
                                       NULL);
}

static void
mellow_rules_window_class_init (MellowRulesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mellow_rules_window_dispose;

  g_type_ensure (MELLOW_TYPE_RULE_PAGE);
  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-rules-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowRulesWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, MellowRulesWindow, search);
  gtk_widget_class_bind_template_child (widget_class, MellowRulesWindow, language);
  gtk_widget_class_bind_template_child (widget_class, MellowRulesWindow, severity);
  gtk_widget_class_bind_template_child (widget_class, MellowRulesWindow, state);
  gtk_widget_class_bind_template_child (widget_class, MellowRulesWindow, list_stack);
  gtk_widget_class_bind_template_child (widget_class, MellowRulesWindow, list);
  gtk_widget_class_bind_template_child (widget_class, MellowRulesWindow, count);
  gtk_widget_class_bind_template_child (widget_class, MellowRulesWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MellowRulesWindow, page_stack);
  gtk_widget_class_bind_template_child (widget_class, MellowRulesWindow, page);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_switched);
}

static void
mellow_rules_window_init (MellowRulesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mellow_rules_window_new:
 * @application: the application
 * @library: the rules
 *
 * Returns: (transfer none): a window to look through the rules; it belongs to GTK
 */
MellowRulesWindow *
mellow_rules_window_new (GtkApplication *application, MellowRuleLibrary *library)
{
  MellowRulesWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (MELLOW_IS_RULE_LIBRARY (library), NULL);

  self = g_object_new (MELLOW_TYPE_RULES_WINDOW, "application", application, NULL);
  self->library = g_object_ref (library);
  fill_languages (self);
  fill_severities (self);
  self->index = mellow_rule_index_new (library);
  fill_list (self);
  g_signal_connect_object (library, "changed", G_CALLBACK (on_rules_changed), self,
                           G_CONNECT_SWAPPED);
  update_count (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));

  return self;
}
