/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-brief-dialog.h"

#include <glib/gi18n.h>

#include <string.h>

#include "mellow-contract-library.h"
#include "mellow-export-flow.h"
#include "mellow-file-problem.h"
#include "mellow-toast.h"

/* The forms of address that are offered, as a brief names them. The first stands
 * for none. */
static const char *const addresses[] = { NULL,   "du",   "De", "I",  "Sie",   "ihr",     "ni",
                                         "dere", "vous", "tu", "tú", "usted", "vosotros" };

/**
 * MellowBriefDialog:
 *
 * The brief of a draft, as a form. Closing it puts the brief to use.
 */
struct _MellowBriefDialog {
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  GtkEditable *product;
  GtkEditable *audience;
  GtkEditable *message;
  GtkEditable *channel;
  GtkEditable *end_date;
  GtkEditable *stock;
  GtkEditable *proof;
  AdwComboRow *address;
  AdwComboRow *contract;
  AdwPreferencesGroup *benefits_group;
  GtkEditable *benefits[PROSE_BRIEF_MOST_BENEFITS];

  MellowDraft *draft;
  GPtrArray *contracts; /* of char *, below “none” */
};

G_DEFINE_FINAL_TYPE (MellowBriefDialog, mellow_brief_dialog, ADW_TYPE_WINDOW)

static const struct {
  const char *name;
  gsize offset;
} texts[] = {
  { "product", G_STRUCT_OFFSET (MellowBriefDialog, product) },
  { "audience", G_STRUCT_OFFSET (MellowBriefDialog, audience) },
  { "message", G_STRUCT_OFFSET (MellowBriefDialog, message) },
  { "channel", G_STRUCT_OFFSET (MellowBriefDialog, channel) },
  { "end-date", G_STRUCT_OFFSET (MellowBriefDialog, end_date) },
  { "stock", G_STRUCT_OFFSET (MellowBriefDialog, stock) },
  { "proof", G_STRUCT_OFFSET (MellowBriefDialog, proof) },
};

static GtkEditable *
get_entry (MellowBriefDialog *self, guint i)
{
  return G_STRUCT_MEMBER (GtkEditable *, self, texts[i].offset);
}

/* --- between form and brief --- */

static void
set_text (GtkEditable *entry, const char *text)
{
  gtk_editable_set_text (entry, text != NULL ? text : "");
}

static guint
find_address (const char *name)
{
  for (guint i = 1; name != NULL && i < G_N_ELEMENTS (addresses); i++)
    if (g_str_equal (addresses[i], name))
      return i;

  return 0;
}

static void
show_brief (MellowBriefDialog *self, ProseBrief *brief)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    set_text (get_entry (self, i), prose_brief_get (brief, texts[i].name));
  for (guint i = 0; i < PROSE_BRIEF_MOST_BENEFITS; i++)
    set_text (self->benefits[i], prose_brief_get_benefit (brief, i));

  adw_combo_row_set_selected (self->address, find_address (prose_brief_get (brief, "address")));
}

static ProseBrief *
read_form (MellowBriefDialog *self)
{
  ProseBrief *brief = prose_brief_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    prose_brief_set (brief, texts[i].name, gtk_editable_get_text (get_entry (self, i)));
  for (guint i = 0; i < PROSE_BRIEF_MOST_BENEFITS; i++)
    prose_brief_add_benefit (brief, gtk_editable_get_text (self->benefits[i]));

  prose_brief_set (brief, "address", addresses[adw_combo_row_get_selected (self->address)]);
  return brief;
}

/* A row for one benefit more than there are, so that the form stays short. */
static void
show_benefit_rows (MellowBriefDialog *self)
{
  gboolean is_wanted = TRUE;

  for (guint i = 0; i < PROSE_BRIEF_MOST_BENEFITS; i++) {
    gboolean is_used = *gtk_editable_get_text (self->benefits[i]) != '\0';

    gtk_widget_set_visible (GTK_WIDGET (self->benefits[i]), is_used || is_wanted);
    is_wanted = is_used;
  }
}

static void
add_benefit_rows (MellowBriefDialog *self)
{
  for (guint i = 0; i < PROSE_BRIEF_MOST_BENEFITS; i++) {
    GtkWidget *row = adw_entry_row_new ();
    g_autofree char *title = g_strdup_printf (_ ("Benefit %u"), i + 1);

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
    adw_preferences_group_add (self->benefits_group, row);
    self->benefits[i] = GTK_EDITABLE (row);
    g_signal_connect_object (row, "changed", G_CALLBACK (show_benefit_rows), self,
                             G_CONNECT_SWAPPED);
  }
}

/* --- the contract --- */

/* One that is not there is offered as that, so that it is not lost by looking. */
static void
show_contracts (MellowBriefDialog *self)
{
  GPtrArray *all = mellow_contract_library_get_contracts (mellow_contract_library_get_default ());
  const char *chosen = mellow_document_data_get_contract (mellow_draft_get_data (self->draft));
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint place = 0;

  gtk_string_list_append (labels, _ ("None"));
  for (guint i = 0; i < all->len; i++) {
    const MellowContract *contract = all->pdata[i];

    g_ptr_array_add (self->contracts, g_strdup (contract->name));
    gtk_string_list_append (labels, contract->name);
  }
  if (chosen != NULL &&
      !g_ptr_array_find_with_equal_func (self->contracts, chosen, g_str_equal, &place)) {
    g_autofree char *label = g_strdup_printf (_ ("%s (not among yours)"), chosen);

    place = self->contracts->len;
    g_ptr_array_add (self->contracts, g_strdup (chosen));
    gtk_string_list_append (labels, label);
  }
  adw_combo_row_set_model (self->contract, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->contract, chosen != NULL ? place + 1 : 0);
}

static const char *
get_contract (MellowBriefDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->contract);

  return selected > 0 && selected <= self->contracts->len ? self->contracts->pdata[selected - 1]
                                                          : NULL;
}

static void
use_contract (MellowBriefDialog *self)
{
  const char *contract = get_contract (self);

  if (g_strcmp0 (contract,
                 mellow_document_data_get_contract (mellow_draft_get_data (self->draft))) != 0)
    mellow_document_data_set_contract (mellow_draft_get_data (self->draft), contract);
}

/* --- files --- */

static void
tell (GtkWidget *widget, const char *text)
{
  adw_toast_overlay_add_toast (MELLOW_BRIEF_DIALOG (widget)->toasts, mellow_toast_new (text));
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MellowBriefDialog) self = user_data;
  GFile *file = G_FILE (source);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *data = NULL;
  g_autoptr (ProseBrief) brief = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (g_file_load_contents_finish (file, result, &data, &length, NULL, &error))
    brief = prose_brief_read (name, data, length, &error);

  if (brief != NULL)
    show_brief (self, brief);
  else
    mellow_file_problem_show (GTK_WIDGET (self), _ ("Could Not Import “%s”"), file, error->message);
}

/**
 * mellow_brief_dialog_import:
 * @self: a dialog
 * @file: a brief, YAML as `mellow-check --brief` reads it
 *
 * Fills the form with a brief from a file. If it cannot be read, the form stays as
 * it is, and the reason is told.
 */
void
mellow_brief_dialog_import (MellowBriefDialog *self, GFile *file)
{
  g_return_if_fail (MELLOW_IS_BRIEF_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  g_file_load_contents_async (file, NULL, on_loaded, g_object_ref (self));
}

static GBytes *
encode_brief (MellowBriefDialog *self)
{
  g_autoptr (ProseBrief) brief = read_form (self);
  g_autofree char *yaml = prose_brief_write (brief);

  return mellow_export_flow_encode_yaml (yaml);
}

/**
 * mellow_brief_dialog_export:
 * @self: a dialog
 * @file: where to write it
 *
 * Writes the brief, as the form has it, for `mellow-check --brief`.
 */
void
mellow_brief_dialog_export (MellowBriefDialog *self, GFile *file)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (MELLOW_IS_BRIEF_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  bytes = encode_brief (self);
  mellow_export_flow_write (GTK_WIDGET (self), file, bytes, _ ("Exported"), tell);
}

static void
on_import_chosen (GtkWidget *widget, GFile *file)
{
  mellow_brief_dialog_import (MELLOW_BRIEF_DIALOG (widget), file);
}

static void
on_export_chosen (GtkWidget *widget, GFile *file)
{
  mellow_brief_dialog_export (MELLOW_BRIEF_DIALOG (widget), file);
}

static void
activate_import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mellow_export_flow_add_yaml (
      mellow_export_flow_ask_for_import (widget, _ ("Import a Brief"), on_import_chosen),
      _ ("Briefs (YAML)"));
}

static void
activate_export (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mellow_export_flow_add_yaml (
      mellow_export_flow_ask (widget, _ ("Export the Brief"), _ ("brief.yaml"), on_export_chosen),
      _ ("Briefs (YAML)"));
}

static void
activate_clear (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (ProseBrief) nothing = prose_brief_new ();

  show_brief (MELLOW_BRIEF_DIALOG (widget), nothing);
}

/* --- the dialog --- */

static gboolean
mellow_brief_dialog_close_request (GtkWindow *window)
{
  MellowBriefDialog *self = MELLOW_BRIEF_DIALOG (window);
  g_autoptr (ProseBrief) brief = read_form (self);
  g_autofree char *before =
      prose_brief_write (mellow_document_data_get_brief (mellow_draft_get_data (self->draft)));
  g_autofree char *after = prose_brief_write (brief);

  if (!g_str_equal (before, after))
    mellow_document_data_set_brief (mellow_draft_get_data (self->draft), brief);
  use_contract (self);

  return GTK_WINDOW_CLASS (mellow_brief_dialog_parent_class)->close_request (window);
}

static void
mellow_brief_dialog_dispose (GObject *object)
{
  g_clear_object (&MELLOW_BRIEF_DIALOG (object)->draft);

  G_OBJECT_CLASS (mellow_brief_dialog_parent_class)->dispose (object);
}

static void
mellow_brief_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (MELLOW_BRIEF_DIALOG (object)->contracts);

  G_OBJECT_CLASS (mellow_brief_dialog_parent_class)->finalize (object);
}

static void
mellow_brief_dialog_class_init (MellowBriefDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mellow_brief_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = mellow_brief_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = mellow_brief_dialog_close_request;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-brief-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowBriefDialog, title);
  gtk_widget_class_bind_template_child (widget_class, MellowBriefDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, MellowBriefDialog, product);
  gtk_widget_class_bind_template_child (widget_class, MellowBriefDialog, audience);
  gtk_widget_class_bind_template_child (widget_class, MellowBriefDialog, message);
  gtk_widget_class_bind_template_child (widget_class, MellowBriefDialog, channel);
  gtk_widget_class_bind_template_child (widget_class, MellowBriefDialog, end_date);
  gtk_widget_class_bind_template_child (widget_class, MellowBriefDialog, stock);
  gtk_widget_class_bind_template_child (widget_class, MellowBriefDialog, proof);
  gtk_widget_class_bind_template_child (widget_class, MellowBriefDialog, address);
  gtk_widget_class_bind_template_child (widget_class, MellowBriefDialog, contract);
  gtk_widget_class_bind_template_child (widget_class, MellowBriefDialog, benefits_group);
  gtk_widget_class_install_action (widget_class, "brief.import", NULL, activate_import);
  gtk_widget_class_install_action (widget_class, "brief.export", NULL, activate_export);
  gtk_widget_class_install_action (widget_class, "brief.clear", NULL, activate_clear);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mellow_brief_dialog_init (MellowBriefDialog *self)
{
  self->contracts = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_benefit_rows (self);
}

/**
 * mellow_brief_dialog_new:
 * @parent: the window it belongs to
 * @draft: the draft whose brief it is
 *
 * Returns: (transfer none): a form with the brief of @draft
 */
MellowBriefDialog *
mellow_brief_dialog_new (GtkWindow *parent, MellowDraft *draft)
{
  MellowBriefDialog *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (MELLOW_IS_DRAFT (draft), NULL);

  self = g_object_new (MELLOW_TYPE_BRIEF_DIALOG, "transient-for", parent, NULL);
  self->draft = g_object_ref (draft);
  title = mellow_draft_dup_title (draft);
  adw_window_title_set_subtitle (self->title, title);
  show_brief (self, mellow_document_data_get_brief (mellow_draft_get_data (draft)));
  show_contracts (self);
  show_benefit_rows (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->product));

  return self;
}
