/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-contracts-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mellow-contract-dialog.h"
#include "mellow-contract-words.h"
#include "mellow-export-flow.h"
#include "mellow-file-problem.h"
#include "mellow-name-flow.h"
#include "mellow-phrase.h"
#include "mellow-toast.h"

/**
 * MellowContractsWindow:
 *
 * The contracts on tone, one for each client: written, changed, copied, renamed,
 * deleted, brought in and given away. The one that is checked is the one that the open
 * text is held against.
 */
struct _MellowContractsWindow {
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkLabel *notices;
  GtkStack *stack;
  GtkListBox *list;

  MellowContractLibrary *library;
  MellowDraft *draft;
  GPtrArray *files;  /* of char *, one per row */
  char *undo_file;   /* NULL if nothing can be put back */
  char *undo_text;   /* what it had */
  char *export_file; /* while a place is chosen */
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (MellowContractsWindow, mellow_contracts_window, ADW_TYPE_WINDOW)

static void
tell (MellowContractsWindow *self, const char *text)
{
  adw_toast_overlay_add_toast (self->toasts, mellow_toast_new (text));
}

/* --- rows --- */

static void
add_item (GMenu *menu, const char *label, const char *action, const char *file)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", file);
  g_menu_append_item (menu, item);
}

static GMenuModel *
create_menu (const char *file)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) changes = g_menu_new ();
  g_autoptr (GMenu) files = g_menu_new ();

  add_item (changes, _ ("_Edit"), "contracts.edit", file);
  add_item (changes, _ ("D_uplicate"), "contracts.duplicate", file);
  add_item (changes, _ ("_Rename…"), "contracts.rename", file);
  add_item (files, _ ("E_xport…"), "contracts.export", file);
  add_item (files, _ ("_Delete"), "contracts.delete", file);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (changes));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  return G_MENU_MODEL (menu);
}

static void
set_name (GtkWidget *widget, const char *format, const char *name)
{
  g_autofree char *quoted = mellow_phrase_quote_short (name);
  g_autofree char *label = g_strdup_printf (format, quoted);

  gtk_widget_set_tooltip_text (widget, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static GtkWidget *
create_menu_button (const MellowContract *contract)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = create_menu (contract->file);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  set_name (button, _ ("What can be done with %s"), contract->name);
  return button;
}

static void
on_toggled (MellowContractsWindow *self, GtkCheckButton *check)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (check), GTK_TYPE_LIST_BOX_ROW);
  guint i = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  const MellowContract *contract =
      i < self->files->len
          ? mellow_contract_library_find_file (self->library, self->files->pdata[i])
          : NULL;

  if (self->is_updating || contract == NULL)
    return;

  mellow_document_data_set_contract (mellow_draft_get_data (self->draft),
                                     gtk_check_button_get_active (check) ? contract->name : NULL);
}

static GtkWidget *
create_check (MellowContractsWindow *self, const MellowContract *contract)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  set_name (check, _ ("Hold the open text against %s"), contract->name);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  return check;
}

static void
add_row (MellowContractsWindow *self, const MellowContract *contract)
{
  g_autofree char *subtitle = mellow_contract_words_sum_up (contract->terms);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = create_check (self, contract);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), contract->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_menu_button (contract));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "check", check);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->files, g_strdup (contract->file));
}

static int
find_row (MellowContractsWindow *self, const char *file)
{
  guint place;

  return g_ptr_array_find_with_equal_func (self->files, file, g_str_equal, &place) ? (int)place : 0;
}

static void
focus_row (MellowContractsWindow *self, int index)
{
  GtkListBoxRow *row = NULL;

  while (index >= 0 && (row = gtk_list_box_get_row_at_index (self->list, index)) == NULL)
    index--;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* The one that the open text is held against has the check. */
static void
show_choice (MellowContractsWindow *self)
{
  const char *chosen = mellow_document_data_get_contract (mellow_draft_get_data (self->draft));
  GtkListBoxRow *row;

  self->is_updating = TRUE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    gtk_check_button_set_active (
        g_object_get_data (G_OBJECT (row), "check"),
        g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), chosen) == 0);
  self->is_updating = FALSE;
}

/* That the contract of the text is not there, and what could not be read. */
static void
show_notices (MellowContractsWindow *self)
{
  const char *const *notices = mellow_contract_library_get_notices (self->library);
  const char *chosen = mellow_document_data_get_contract (mellow_draft_get_data (self->draft));
  g_autoptr (GString) text = g_string_new (NULL);

  if (chosen != NULL && mellow_contract_library_find (self->library, chosen) == NULL)
    g_string_append_printf (
        text, _ ("The open text is to be held against “%s”, which is not here."), chosen);
  for (guint i = 0; notices[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", notices[i]);
  gtk_label_set_text (self->notices, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->notices), text->len > 0);
}

static void
on_choice_changed (MellowContractsWindow *self)
{
  show_choice (self);
  show_notices (self);
}

static void
show_contracts (MellowContractsWindow *self)
{
  GPtrArray *contracts = mellow_contract_library_get_contracts (self->library);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_ptr_array_set_size (self->files, 0);

  for (guint i = 0; i < contracts->len; i++)
    add_row (self, contracts->pdata[i]);
  gtk_stack_set_visible_child_name (self->stack, contracts->len > 0 ? "contracts" : "none");
  show_choice (self);
  show_notices (self);
}

/* --- writing and changing --- */

static void
on_saved (MellowContractsWindow *self, const char *file)
{
  focus_row (self, find_row (self, file));
}

static void
edit (MellowContractsWindow *self, const char *file)
{
  MellowContractDialog *dialog =
      mellow_contract_dialog_new (GTK_WINDOW (self), self->library, self->draft, file);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
activate_new (GtkWidget *widget, const char *action, GVariant *parameter)
{
  edit (MELLOW_CONTRACTS_WINDOW (widget), NULL);
}

static void
activate_edit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  edit (MELLOW_CONTRACTS_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
on_row_activated (MellowContractsWindow *self, GtkListBoxRow *row)
{
  guint i = gtk_list_box_row_get_index (row);

  if (i < self->files->len)
    edit (self, self->files->pdata[i]);
}

static const MellowContract *
get_contract (MellowContractsWindow *self, GVariant *parameter)
{
  return mellow_contract_library_find_file (self->library, g_variant_get_string (parameter, NULL));
}

/* Under another name, the contract says the same. */
static ProseContract *
copy_terms (const MellowContract *contract, const char *name)
{
  ProseContract *terms =
      prose_contract_read (contract->file, contract->text, strlen (contract->text), NULL, NULL);

  g_free (terms->client);
  terms->client = g_strdup (name);
  return terms;
}

static void
activate_duplicate (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowContractsWindow *self = MELLOW_CONTRACTS_WINDOW (widget);
  const MellowContract *contract = get_contract (self, parameter);
  g_autofree char *name = NULL;
  g_autofree char *file = NULL;
  g_autoptr (ProseContract) terms = NULL;
  g_autoptr (GError) error = NULL;

  if (contract == NULL)
    return;

  name = mellow_contract_library_dup_free_name (self->library, contract->name);
  terms = copy_terms (contract, name);
  file = mellow_contract_library_add (self->library, terms, &error);
  if (file != NULL)
    focus_row (self, find_row (self, file));
  else
    tell (self, error->message);
}

static void
on_renamed (GtkWidget *widget, GVariant *key, const char *name)
{
  MellowContractsWindow *self = MELLOW_CONTRACTS_WINDOW (widget);
  const MellowContract *contract = get_contract (self, key);
  g_autoptr (ProseContract) terms = NULL;
  g_autoptr (GError) error = NULL;

  if (contract == NULL)
    return;

  terms = copy_terms (contract, name);
  if (mellow_contract_library_change (self->library, g_variant_get_string (key, NULL), terms,
                                      &error))
    focus_row (self, find_row (self, g_variant_get_string (key, NULL)));
  else
    tell (self, error->message);
}

static void
activate_rename (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const MellowContract *contract = get_contract (MELLOW_CONTRACTS_WINDOW (widget), parameter);

  if (contract != NULL)
    mellow_name_flow_rename (widget, _ ("Rename the Contract"), contract->name, parameter,
                             on_renamed);
}

/* --- taking back --- */

static void
set_undo (MellowContractsWindow *self, const char *file, const char *text)
{
  g_free (self->undo_file);
  g_free (self->undo_text);
  self->undo_file = g_strdup (file);
  self->undo_text = g_strdup (text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "contracts.undo", file != NULL);
}

static void
tell_undoable (MellowContractsWindow *self, const char *format, const char *name)
{
  g_autofree char *quoted = mellow_phrase_quote_short (name);
  g_autofree char *text = g_strdup_printf (format, quoted);

  adw_toast_overlay_add_toast (self->toasts, mellow_toast_new_undoable (text, "contracts.undo"));
}

static void
activate_delete (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowContractsWindow *self = MELLOW_CONTRACTS_WINDOW (widget);
  const MellowContract *contract = get_contract (self, parameter);
  g_autofree char *file = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  int index;

  if (contract == NULL)
    return;

  file = g_strdup (contract->file);
  name = g_strdup (contract->name);
  text = g_strdup (contract->text);
  index = find_row (self, file);
  if (!mellow_contract_library_remove (self->library, file, &error)) {
    tell (self, error->message);
    return;
  }
  set_undo (self, file, text);
  focus_row (self, index);
  tell_undoable (self, _ ("%s is deleted"), name);
}

static void
activate_undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowContractsWindow *self = MELLOW_CONTRACTS_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (self->undo_file == NULL)
    return;

  if (!mellow_contract_library_put (self->library, self->undo_file, self->undo_text, &error)) {
    tell (self, error->message);
    return;
  }
  focus_row (self, find_row (self, self->undo_file));
  set_undo (self, NULL, NULL);
}

/* --- files --- */

static void
on_imported (MellowContractsWindow *self, const char *file, const char *replaced)
{
  const MellowContract *contract = mellow_contract_library_find_file (self->library, file);
  g_autofree char *quoted = NULL;
  g_autofree char *text = NULL;

  focus_row (self, find_row (self, file));
  if (contract == NULL)
    return;
  if (replaced != NULL && !g_str_equal (replaced, contract->text)) {
    set_undo (self, file, replaced);
    tell_undoable (self, _ ("%s is replaced"), contract->name);
    return;
  }
  quoted = mellow_phrase_quote_short (contract->name);
  text = g_strdup_printf (_ ("%s is imported"), quoted);
  tell (self, text);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MellowContractsWindow) self = user_data;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *data = NULL;
  g_autofree char *file = NULL;
  g_autofree char *replaced = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (g_file_load_contents_finish (G_FILE (source), result, &data, &length, NULL, &error))
    file = mellow_contract_library_import (self->library, name, data, length, &replaced, &error);
  if (file != NULL)
    on_imported (self, file, replaced);
  else
    mellow_file_problem_show (GTK_WIDGET (self), _ ("Could Not Import “%s”"), G_FILE (source),
                              error->message);
}

/**
 * mellow_contracts_window_import:
 * @self: a window
 * @file: a contract, YAML as `mellow-check --contract` reads it
 *
 * Adds the contract of a file, or says why it cannot. One of the same client is
 * replaced, and can be brought back.
 */
void
mellow_contracts_window_import (MellowContractsWindow *self, GFile *file)
{
  g_return_if_fail (MELLOW_IS_CONTRACTS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  g_file_load_contents_async (file, NULL, on_loaded, g_object_ref (self));
}

static void
tell_exported (GtkWidget *widget, const char *text)
{
  tell (MELLOW_CONTRACTS_WINDOW (widget), text);
}

/**
 * mellow_contracts_window_export:
 * @self: a window
 * @name: the name of the file of a contract
 * @file: where to write it
 *
 * Writes a contract as it is, for `mellow-check --contract`.
 */
void
mellow_contracts_window_export (MellowContractsWindow *self, const char *name, GFile *file)
{
  const MellowContract *contract;
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (MELLOW_IS_CONTRACTS_WINDOW (self));
  g_return_if_fail (name != NULL);
  g_return_if_fail (G_IS_FILE (file));

  contract = mellow_contract_library_find_file (self->library, name);
  if (contract == NULL)
    return;

  bytes = mellow_export_flow_encode_yaml (contract->text);
  mellow_export_flow_write (GTK_WIDGET (self), file, bytes, _ ("Exported"), tell_exported);
}

static void
on_import_chosen (GtkWidget *widget, GFile *file)
{
  mellow_contracts_window_import (MELLOW_CONTRACTS_WINDOW (widget), file);
}

static void
activate_import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mellow_export_flow_add_yaml (
      mellow_export_flow_ask_for_import (widget, _ ("Import a Contract"), on_import_chosen),
      _ ("Contracts (YAML)"));
}

static void
on_export_chosen (GtkWidget *widget, GFile *file)
{
  MellowContractsWindow *self = MELLOW_CONTRACTS_WINDOW (widget);

  mellow_contracts_window_export (self, self->export_file, file);
}

static void
activate_export (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowContractsWindow *self = MELLOW_CONTRACTS_WINDOW (widget);

  g_free (self->export_file);
  self->export_file = g_variant_dup_string (parameter, NULL);
  mellow_export_flow_add_yaml (mellow_export_flow_ask (widget, _ ("Export the Contract"),
                                                       self->export_file, on_export_chosen),
                               _ ("Contracts (YAML)"));
}

/* --- the window --- */

static void
mellow_contracts_window_dispose (GObject *object)
{
  MellowContractsWindow *self = MELLOW_CONTRACTS_WINDOW (object);

  g_clear_object (&self->library);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (mellow_contracts_window_parent_class)->dispose (object);
}

static void
mellow_contracts_window_finalize (GObject *object)
{
  MellowContractsWindow *self = MELLOW_CONTRACTS_WINDOW (object);

  g_ptr_array_unref (self->files);
  g_free (self->undo_file);
  g_free (self->undo_text);
  g_free (self->export_file);

  G_OBJECT_CLASS (mellow_contracts_window_parent_class)->finalize (object);
}

static void
mellow_contracts_window_class_init (MellowContractsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mellow_contracts_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = mellow_contracts_window_finalize;

  gtk_widget_class_install_action (widget_class, "contracts.new", NULL, activate_new);
  gtk_widget_class_install_action (widget_class, "contracts.edit", "s", activate_edit);
  gtk_widget_class_install_action (widget_class, "contracts.duplicate", "s", activate_duplicate);
  gtk_widget_class_install_action (widget_class, "contracts.rename", "s", activate_rename);
  gtk_widget_class_install_action (widget_class, "contracts.delete", "s", activate_delete);
  gtk_widget_class_install_action (widget_class, "contracts.export", "s", activate_export);
  gtk_widget_class_install_action (widget_class, "contracts.import", NULL, activate_import);
  gtk_widget_class_install_action (widget_class, "contracts.undo", NULL, activate_undo);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "contracts.new",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "contracts.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-contracts-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowContractsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MellowContractsWindow, notices);
  gtk_widget_class_bind_template_child (widget_class, MellowContractsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MellowContractsWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
mellow_contracts_window_init (MellowContractsWindow *self)
{
  self->files = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "contracts.undo", FALSE);
}

/* Texts that are open follow on their own. */
static void
on_contract_renamed (MellowContractsWindow *self, const char *from, const char *to)
{
  mellow_document_data_rename_contract (from, to);
}

/**
 * mellow_contracts_window_new:
 * @parent: the window it belongs to
 * @library: the contracts
 * @draft: the open text
 *
 * Returns: (transfer none): a list of the contracts on tone
 */
MellowContractsWindow *
mellow_contracts_window_new (GtkWindow *parent, MellowContractLibrary *library, MellowDraft *draft)
{
  MellowContractsWindow *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (MELLOW_IS_CONTRACT_LIBRARY (library), NULL);
  g_return_val_if_fail (MELLOW_IS_DRAFT (draft), NULL);

  self = g_object_new (MELLOW_TYPE_CONTRACTS_WINDOW, "transient-for", parent, NULL);
  self->library = g_object_ref (library);
  self->draft = g_object_ref (draft);
  mellow_contract_library_load (library);
  show_contracts (self);
  focus_row (self, 0);
  g_signal_connect_object (library, "changed", G_CALLBACK (show_contracts), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "renamed", G_CALLBACK (on_contract_renamed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "brief-changed", G_CALLBACK (on_choice_changed), self,
                           G_CONNECT_SWAPPED);

  return self;
}
