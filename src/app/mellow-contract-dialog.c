/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-contract-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mellow-contract-words.h"
#include "mellow-corridor-row.h"
#include "mellow-device-dialog.h"
#include "mellow-language.h"
#include "mellow-toast.h"
#include "mellow-tone-words.h"

/* How long to wait after a key before holding the text against it, in milliseconds. */
#define PAUSE 150

#define N_METERS 3

/* The questions stand below the meters. */
#define N_CORRIDORS (N_METERS + 1)

#define DEVICE_ID "mellow-device-id"

/**
 * MellowContractDialog:
 *
 * A contract on tone, as a form. While it is filled in, it tells whether the open text
 * keeps it.
 */
struct _MellowContractDialog {
  AdwWindow parent_instance;

  GtkEditable *client;
  GtkLabel *client_problem;
  AdwPreferencesGroup *tone_group;
  AdwComboRow *address;
  AdwPreferencesGroup *banned_group;
  AdwPreferencesGroup *allowed_group;
  AdwPreferencesGroup *words_group;
  GtkLabel *kept;
  AdwToastOverlay *toasts;

  MellowContractLibrary *library;
  MellowDraft *draft;
  char *file; /* NULL for a new contract */
  MellowCorridorRow *corridors[N_CORRIDORS];
  GPtrArray *addresses; /* of char *, below “as the text has it” */
  GListModel *devices;  /* NULL until one is to be told of */
  GPtrArray *banned;    /* of char *, ids */
  GPtrArray *allowed;   /* of char * */
  GPtrArray *banned_rows;
  GPtrArray *allowed_rows;
  GPtrArray *words; /* of GtkEditable */
  guint try_source;
};

enum {
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowContractDialog, mellow_contract_dialog, ADW_TYPE_WINDOW)

/* --- from the form --- */

static char *
dup_text (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static void
take_copies (GPtrArray *target, const GPtrArray *source)
{
  for (guint i = 0; i < source->len; i++)
    g_ptr_array_add (target, g_strdup (source->pdata[i]));
}

static void
read_words (MellowContractDialog *self, ProseContract *terms)
{
  for (guint i = 0; i < self->words->len; i++) {
    g_autofree char *word = dup_text (self->words->pdata[i]);
    g_autofree char *phrase = prose_ignore_key_dup_phrase (word, (ProseSpan){ 0, strlen (word) });

    if (*phrase != '\0')
      g_ptr_array_add (terms->words, g_steal_pointer (&word));
  }
}

static ProseContract *
read_form (MellowContractDialog *self)
{
  ProseContract *terms = prose_contract_new ();
  guint address = adw_combo_row_get_selected (self->address);

  terms->client = dup_text (self->client);
  for (guint i = 0; i < N_METERS; i++)
    terms->meters[i] = mellow_corridor_row_get_corridor (self->corridors[i]);
  terms->questions = mellow_corridor_row_get_corridor (self->corridors[N_METERS]);
  if (address > 0 && address <= self->addresses->len)
    terms->address = g_strdup (self->addresses->pdata[address - 1]);
  take_copies (terms->banned, self->banned);
  take_copies (terms->allowed, self->allowed);
  read_words (self, terms);
  return terms;
}

/* --- trying it out --- */

static void
show_meanings (MellowContractDialog *self, const ProseContract *terms)
{
  const ProseMeasures *measures =
      mellow_review_get_measures (mellow_draft_get_review (self->draft));
  ProseToneSummary tone = prose_tone_summary_new (measures);
  const double now[] = { tone.pressure, tone.warmth, tone.information,
                         prose_tone_figures_new (measures).question_share };

  for (guint i = 0; i < N_CORRIDORS; i++) {
    g_autofree char *agreed = i < N_METERS
                                  ? mellow_contract_words_describe_corridor (i, &terms->meters[i])
                                  : mellow_contract_words_describe_questions (&terms->questions);
    /* Translators: what was agreed on a figure, and what the open text has. */
    g_autofree char *meaning =
        measures->words > 0 ? g_strdup_printf (_ ("%s · the open text: %.0f"), agreed, now[i])
                            : g_strdup (agreed);

    mellow_corridor_row_set_meaning (self->corridors[i], meaning);
  }
}

static void
show_kept (MellowContractDialog *self, const ProseContract *terms)
{
  const ProseMeasures *measures =
      mellow_review_get_measures (mellow_draft_get_review (self->draft));
  g_autoptr (GPtrArray) deviations = mellow_contract_watch_check (self->draft, terms);
  g_autofree char *text = NULL;

  if (measures->words > 0)
    text = mellow_contract_words_describe_kept (deviations->len);
  else if (measures->unchecked > 0)
    text = g_strdup (_ ("The language of the open text is not known"));
  else
    text = g_strdup (_ ("With a text open, this tells whether it keeps the contract"));
  gtk_label_set_text (self->kept, text);
}

static const char *
find_client_problem (MellowContractDialog *self, const char *client)
{
  const MellowContract *other =
      *client != '\0' ? mellow_contract_library_find (self->library, client) : NULL;

  if (other != NULL && g_strcmp0 (other->file, self->file) != 0)
    return _ ("Another contract has that name");

  return NULL;
}

static void
show_client_problem (MellowContractDialog *self, const char *problem)
{
  gtk_label_set_text (self->client_problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->client_problem), problem != NULL);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->client), GTK_ACCESSIBLE_STATE_INVALID,
      problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Whether it can be saved is known at once, so that a quick hand is not refused. */
static void
check_client (MellowContractDialog *self)
{
  g_autofree char *client = dup_text (self->client);
  const char *problem = find_client_problem (self, client);

  show_client_problem (self, problem);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "contract.save",
                                 problem == NULL && *client != '\0');
}

static gboolean
try_out (gpointer user_data)
{
  MellowContractDialog *self = user_data;
  g_autoptr (ProseContract) terms = read_form (self);

  g_clear_handle_id (&self->try_source, g_source_remove);
  show_meanings (self, terms);
  show_kept (self, terms);
  return G_SOURCE_REMOVE;
}

static void
queue_try_out (MellowContractDialog *self)
{
  g_clear_handle_id (&self->try_source, g_source_remove);
  self->try_source = g_timeout_add (PAUSE, try_out, self);
}

static void
on_client_changed (MellowContractDialog *self)
{
  if (self->library != NULL)
    check_client (self);
}

/* --- corridors --- */

static void
add_corridors (MellowContractDialog *self)
{
  for (guint i = 0; i < N_CORRIDORS; i++) {
    const char *title = i < N_METERS ? mellow_tone_words_get_meter (i) : _ ("Questions");

    self->corridors[i] = mellow_corridor_row_new (title);
    g_signal_connect_object (self->corridors[i], "changed", G_CALLBACK (queue_try_out), self,
                             G_CONNECT_SWAPPED);
    adw_preferences_group_add (self->tone_group, GTK_WIDGET (self->corridors[i]));
  }
}

/* --- form of address --- */

static void
add_addresses (MellowContractDialog *self, GtkStringList *labels, const char *language)
{
  ProseLanguageRules *rules =
      prose_rule_set_get_language (mellow_draft_get_rules (self->draft), language);
  ProseLexicon *lexicon = rules != NULL ? prose_language_rules_get_lexicon (rules) : NULL;

  for (guint i = 0; lexicon != NULL && i < PROSE_N_ADDRESSES; i++) {
    char *address = prose_lexicon_dup_address (lexicon, i);
    g_autofree char *label = NULL;

    if (address == NULL)
      continue;
    /* Translators: a form of address and its language, “du (Danish)”. */
    label = g_strdup_printf (_ ("%s (%s)"), address, mellow_language_get_name (language));
    gtk_string_list_append (labels, label);
    g_ptr_array_add (self->addresses, address);
  }
}

/* A form that no language here has is offered too, as the contract has it. */
static void
show_address (MellowContractDialog *self, const char *agreed)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) languages =
      prose_rule_set_dup_languages (mellow_draft_get_rules (self->draft));
  guint place = 0;

  gtk_string_list_append (labels, _ ("As the text has it"));
  for (guint i = 0; i < languages->len; i++)
    add_addresses (self, labels, languages->pdata[i]);
  if (agreed != NULL &&
      !g_ptr_array_find_with_equal_func (self->addresses, agreed, g_str_equal, &place)) {
    place = self->addresses->len;
    g_ptr_array_add (self->addresses, g_strdup (agreed));
    gtk_string_list_append (labels, agreed);
  }
  adw_combo_row_set_model (self->address, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->address, agreed != NULL ? place + 1 : 0);
}

/* --- devices --- */

static GListModel *
get_devices (MellowContractDialog *self)
{
  if (self->devices == NULL)
    self->devices = mellow_devices_new (mellow_draft_get_rules (self->draft));

  return self->devices;
}

static gboolean
remove_id (GPtrArray *ids, const char *id)
{
  guint place;

  if (!g_ptr_array_find_with_equal_func (ids, id, g_str_equal, &place))
    return FALSE;

  g_ptr_array_remove_index (ids, place);
  return TRUE;
}

static void on_remove_clicked (MellowContractDialog *self, GtkWidget *button);

static GtkWidget *
create_device_row (MellowContractDialog *self, const char *id)
{
  g_autoptr (MellowDevice) device = mellow_devices_find (get_devices (self), id);
  const char *title = device != NULL ? mellow_device_get_title (device) : id;
  g_autofree char *label = g_strdup_printf (_ ("Take Out “%s”"), title);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), device != NULL
                                                         ? mellow_device_get_subtitle (device)
                                                         : _ ("Not among your rules"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), DEVICE_ID, g_strdup (id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_rows (MellowContractDialog *self,
           AdwPreferencesGroup *group,
           GPtrArray *rows,
           const GPtrArray *ids)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);

  for (guint i = 0; i < ids->len; i++) {
    GtkWidget *row = create_device_row (self, ids->pdata[i]);

    adw_preferences_group_add (group, row);
    g_ptr_array_add (rows, row);
  }
}

static void
show_devices (MellowContractDialog *self)
{
  show_rows (self, self->banned_group, self->banned_rows, self->banned);
  show_rows (self, self->allowed_group, self->allowed_rows, self->allowed);
}

/* Where the row was, the next one has the focus, or the button that adds one. */
static void
on_remove_clicked (MellowContractDialog *self, GtkWidget *button)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), DEVICE_ID));
  gboolean is_banned = remove_id (self->banned, id);
  GPtrArray *rows = is_banned ? self->banned_rows : self->allowed_rows;

  if (!is_banned)
    remove_id (self->allowed, id);
  show_devices (self);
  if (rows->len > 0)
    gtk_widget_child_focus (rows->pdata[rows->len - 1], GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_child_focus (GTK_WIDGET (is_banned ? self->banned_group : self->allowed_group),
                            GTK_DIR_TAB_FORWARD);
  queue_try_out (self);
}

/* What is left out is not allowed, and the other way round. */
static void
add_device (MellowContractDialog *self, GPtrArray *ids, GPtrArray *others, const char *id)
{
  remove_id (others, id);
  remove_id (ids, id);
  g_ptr_array_add (ids, g_strdup (id));
  show_devices (self);
  queue_try_out (self);
}

static void
on_banned (MellowContractDialog *self, const char *id)
{
  add_device (self, self->banned, self->allowed, id);
}

static void
on_allowed (MellowContractDialog *self, const char *id)
{
  add_device (self, self->allowed, self->banned, id);
}

static void
choose_device (MellowContractDialog *self, const char *title, GCallback chosen)
{
  MellowDeviceDialog *dialog =
      mellow_device_dialog_new (GTK_WINDOW (self), title, get_devices (self));

  g_signal_connect_object (dialog, "chosen", chosen, self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
activate_ban (GtkWidget *widget, const char *action, GVariant *parameter)
{
  choose_device (MELLOW_CONTRACT_DIALOG (widget), _ ("Leave Out"), G_CALLBACK (on_banned));
}

static void
activate_allow (GtkWidget *widget, const char *action, GVariant *parameter)
{
  choose_device (MELLOW_CONTRACT_DIALOG (widget), _ ("Allow"), G_CALLBACK (on_allowed));
}

/* --- words --- */

static void add_word_row (MellowContractDialog *self, const char *word);

/* There is always a row for one word more. */
static void
on_word_changed (MellowContractDialog *self, GtkEditable *row)
{
  if (row == g_ptr_array_index (self->words, self->words->len - 1) &&
      *gtk_editable_get_text (row) != '\0')
    add_word_row (self, "");
  queue_try_out (self);
}

static void
add_word_row (MellowContractDialog *self, const char *word)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Word or Phrase"));
  gtk_editable_set_text (GTK_EDITABLE (row), word);
  adw_preferences_group_add (self->words_group, row);
  g_ptr_array_add (self->words, row);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_word_changed), self, G_CONNECT_SWAPPED);
}

/* --- saving --- */

static gboolean
save (MellowContractDialog *self, const ProseContract *terms, GError **error)
{
  if (self->file != NULL)
    return mellow_contract_library_change (self->library, self->file, terms, error);

  self->file = mellow_contract_library_add (self->library, terms, error);
  return self->file != NULL;
}

static void
activate_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowContractDialog *self = MELLOW_CONTRACT_DIALOG (widget);
  g_autoptr (ProseContract) terms = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_CORRIDORS; i++)
    mellow_corridor_row_take_typed (self->corridors[i]);
  terms = read_form (self);
  if (!save (self, terms, &error)) {
    adw_toast_overlay_add_toast (self->toasts, mellow_toast_new (error->message));
    return;
  }
  g_signal_emit (self, signals[SAVED], 0, self->file);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- the dialog --- */

static void
mellow_contract_dialog_dispose (GObject *object)
{
  MellowContractDialog *self = MELLOW_CONTRACT_DIALOG (object);

  g_clear_handle_id (&self->try_source, g_source_remove);
  g_clear_object (&self->library);
  g_clear_object (&self->draft);
  g_clear_object (&self->devices);

  G_OBJECT_CLASS (mellow_contract_dialog_parent_class)->dispose (object);
}

static void
mellow_contract_dialog_finalize (GObject *object)
{
  MellowContractDialog *self = MELLOW_CONTRACT_DIALOG (object);

  g_free (self->file);
  g_ptr_array_unref (self->addresses);
  g_ptr_array_unref (self->banned);
  g_ptr_array_unref (self->allowed);
  g_ptr_array_unref (self->banned_rows);
  g_ptr_array_unref (self->allowed_rows);
  g_ptr_array_unref (self->words);

  G_OBJECT_CLASS (mellow_contract_dialog_parent_class)->finalize (object);
}

static void
mellow_contract_dialog_class_init (MellowContractDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mellow_contract_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = mellow_contract_dialog_finalize;

  /**
   * MellowContractDialog::saved:
   * @self: a dialog
   * @file: the file of the contract
   *
   * The contract is kept.
   */
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-contract-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowContractDialog, client);
  gtk_widget_class_bind_template_child (widget_class, MellowContractDialog, client_problem);
  gtk_widget_class_bind_template_child (widget_class, MellowContractDialog, tone_group);
  gtk_widget_class_bind_template_child (widget_class, MellowContractDialog, address);
  gtk_widget_class_bind_template_child (widget_class, MellowContractDialog, banned_group);
  gtk_widget_class_bind_template_child (widget_class, MellowContractDialog, allowed_group);
  gtk_widget_class_bind_template_child (widget_class, MellowContractDialog, words_group);
  gtk_widget_class_bind_template_child (widget_class, MellowContractDialog, kept);
  gtk_widget_class_bind_template_child (widget_class, MellowContractDialog, toasts);
  gtk_widget_class_bind_template_callback (widget_class, on_client_changed);
  gtk_widget_class_bind_template_callback (widget_class, queue_try_out);
  gtk_widget_class_install_action (widget_class, "contract.save", NULL, activate_save);
  gtk_widget_class_install_action (widget_class, "contract.ban", NULL, activate_ban);
  gtk_widget_class_install_action (widget_class, "contract.allow", NULL, activate_allow);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "contract.save",
                                       NULL);
}

static void
mellow_contract_dialog_init (MellowContractDialog *self)
{
  self->addresses = g_ptr_array_new_with_free_func (g_free);
  self->banned = g_ptr_array_new_with_free_func (g_free);
  self->allowed = g_ptr_array_new_with_free_func (g_free);
  self->banned_rows = g_ptr_array_new ();
  self->allowed_rows = g_ptr_array_new ();
  self->words = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_corridors (self);
}

static void
show_terms (MellowContractDialog *self, const ProseContract *terms, const char *name)
{
  gtk_editable_set_text (self->client, name);
  for (guint i = 0; i < N_METERS; i++)
    mellow_corridor_row_set_corridor (self->corridors[i], &terms->meters[i]);
  mellow_corridor_row_set_corridor (self->corridors[N_METERS], &terms->questions);
  show_address (self, terms->address);
  take_copies (self->banned, terms->banned);
  take_copies (self->allowed, terms->allowed);
  if (self->banned->len + self->allowed->len > 0)
    show_devices (self);
  for (guint i = 0; i < terms->words->len; i++)
    add_word_row (self, terms->words->pdata[i]);
  add_word_row (self, "");
}

static void
show_contract (MellowContractDialog *self)
{
  const MellowContract *contract =
      self->file != NULL ? mellow_contract_library_find_file (self->library, self->file) : NULL;
  g_autoptr (ProseContract) blank = prose_contract_new ();

  show_terms (self, contract != NULL ? contract->terms : blank,
              contract != NULL ? contract->name : "");
}

/**
 * mellow_contract_dialog_new:
 * @parent: the window it belongs to
 * @library: where the contract is kept
 * @draft: the open text
 * @file: (nullable): the file of the contract to edit, %NULL for a new one
 *
 * Returns: (transfer none): a form for a contract on tone
 */
MellowContractDialog *
mellow_contract_dialog_new (GtkWindow *parent,
                            MellowContractLibrary *library,
                            MellowDraft *draft,
                            const char *file)
{
  MellowContractDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (MELLOW_IS_CONTRACT_LIBRARY (library), NULL);
  g_return_val_if_fail (MELLOW_IS_DRAFT (draft), NULL);

  self = g_object_new (MELLOW_TYPE_CONTRACT_DIALOG, "transient-for", parent, NULL);
  self->library = g_object_ref (library);
  self->draft = g_object_ref (draft);
  self->file = g_strdup (file);
  show_contract (self);
  check_client (self);
  try_out (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->client));

  return self;
}
