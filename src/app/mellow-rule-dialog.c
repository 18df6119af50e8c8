/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-rule-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mellow-language.h"
#include "mellow-mark-style.h"
#include "mellow-rewrite-button.h"
#include "mellow-toast.h"

/* How long to wait after a key before trying the rule out, in milliseconds. */
#define PAUSE 150

/* How many sentences of the open text are shown. */
#define MOST_SENTENCES 8

/* The family of rules that belong to no other, as packs name it. */
#define OWN_FAMILY "own"

/**
 * MellowRuleDialog:
 *
 * A rule of the user's own, as a form. While it is filled in, each phrase that
 * cannot be read says so, and the rule is tried out on the open text.
 */
struct _MellowRuleDialog {
  AdwWindow parent_instance;

  AdwComboRow *language;
  AdwComboRow *family;
  AdwComboRow *severity;
  GtkEditable *name;
  GtkEditable *why;
  GtkEditable *flagged;
  GtkEditable *passed;
  AdwPreferencesGroup *phrases_group;
  AdwPreferencesGroup *rewrites_group;
  GtkLabel *name_problem;
  GtkLabel *phrases_problem;
  GtkLabel *rewrites_problem;
  GtkLabel *examples_problem;
  GtkLabel *found;
  GtkListBox *sentences;
  AdwToastOverlay *toasts;

  MellowRuleLibrary *library;
  MellowRuleIndex *index;
  MellowDraft *draft; /* NULL if no text is open */
  GPtrArray *phrases; /* of GtkEditable */
  GtkEditable *rewrites[MELLOW_N_REWRITES];
  GPtrArray *languages;
  GPtrArray *families;   /* of ProseCategory; the own one is none of them */
  MellowOwnRule *before; /* the rule that is edited, NULL for a new one */
  guint try_source;
};

enum {
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowRuleDialog, mellow_rule_dialog, ADW_TYPE_WINDOW)

/* In the order of the list to choose from. */
static const ProseSeverity severities[] = { PROSE_SEVERITY_NOTE, PROSE_SEVERITY_PROOF,
                                            PROSE_SEVERITY_PRESSURE, PROSE_SEVERITY_REMOVE };

static const char *
get_language (MellowRuleDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->language);

  return selected < self->languages->len ? self->languages->pdata[selected] : "en";
}

/* --- between form and rule --- */

static void
take (char **text, char *value)
{
  g_free (*text);
  *text = g_strstrip (value);
}

static char *
dup_text (GtkEditable *entry)
{
  return g_strdup (gtk_editable_get_text (entry));
}

static void
read_family (MellowRuleDialog *self, MellowOwnRule *rule)
{
  guint selected = adw_combo_row_get_selected (self->family);
  const ProseCategory *family =
      selected < self->families->len ? self->families->pdata[selected] : NULL;

  take (&rule->category, g_strdup (family != NULL ? family->id : OWN_FAMILY));
  take (&rule->title, g_strdup (family != NULL ? family->title : _ ("Own rules")));
}

static void
read_phrases (MellowRuleDialog *self, MellowOwnRule *rule)
{
  for (guint i = 0; i < self->phrases->len; i++) {
    g_autofree char *phrase = g_strstrip (dup_text (self->phrases->pdata[i]));

    if (*phrase != '\0')
      g_ptr_array_add (rule->phrases, g_steal_pointer (&phrase));
  }
}

static MellowOwnRule *
read_form (MellowRuleDialog *self)
{
  MellowOwnRule *rule = mellow_own_rule_new ();

  take (&rule->language, g_strdup (get_language (self)));
  take (&rule->name, dup_text (self->name));
  take (&rule->why, dup_text (self->why));
  take (&rule->flagged, dup_text (self->flagged));
  take (&rule->passed, dup_text (self->passed));
  rule->severity = severities[adw_combo_row_get_selected (self->severity)];
  read_family (self, rule);
  read_phrases (self, rule);
  for (guint i = 0; i < MELLOW_N_REWRITES; i++)
    take (&rule->rewrites[i], dup_text (self->rewrites[i]));
  return rule;
}

/* --- what is wrong --- */

/* Tells something below a part of the form, or nothing. */
static void
tell (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
set_wrong (GtkEditable *row, gboolean is_wrong)
{
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
      is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* The rows that are not empty stand for the phrases, in order. */
static gboolean
check_phrases (MellowRuleDialog *self, const MellowOwnRule *rule, ProseLexicon *lexicon)
{
  g_autofree char *first = NULL;
  guint n = 0;

  for (guint i = 0; i < self->phrases->len; i++) {
    g_autofree char *text = g_strstrip (dup_text (self->phrases->pdata[i]));
    g_autofree char *problem = NULL;

    if (*text != '\0')
      problem = mellow_own_rule_find_phrase_problem (rule, lexicon, n++);
    set_wrong (self->phrases->pdata[i], problem != NULL);
    if (problem != NULL && first == NULL)
      first = g_strdup_printf (_ ("“%s” cannot be read: %s"), text, problem);
  }
  tell (self->phrases_problem, first);
  return first == NULL && n > 0;
}

static gboolean
check_rewrites (MellowRuleDialog *self, const MellowOwnRule *rule, ProseLexicon *lexicon)
{
  g_autofree char *first = NULL;

  for (guint i = 0; i < MELLOW_N_REWRITES; i++) {
    g_autofree char *problem = mellow_own_rule_find_rewrite_problem (rule, lexicon, i);

    set_wrong (self->rewrites[i], problem != NULL);
    if (problem != NULL && first == NULL)
      first = g_strdup_printf (_ ("“%s” cannot be read: %s"), rule->rewrites[i], problem);
  }
  tell (self->rewrites_problem, first);
  return first == NULL;
}

static gboolean
is_before (MellowRuleDialog *self, const char *key)
{
  g_autofree char *id = NULL;
  g_autofree char *own = NULL;

  if (self->before == NULL)
    return FALSE;

  id = mellow_own_rule_dup_id (self->before);
  own = mellow_rule_key_new (self->before->language, id);
  return g_str_equal (own, key);
}

/* Another rule of its name would be replaced. */
static gboolean
check_name (MellowRuleDialog *self, const MellowOwnRule *rule)
{
  g_autofree char *id = mellow_own_rule_dup_id (rule);
  g_autofree char *key = mellow_rule_key_new (rule->language, id);
  gboolean is_taken =
      mellow_rule_index_look_up (self->index, key) != NULL && !is_before (self, key);

  set_wrong (self->name, is_taken);
  tell (self->name_problem, is_taken ? _ ("Another rule of this family has that name") : NULL);
  return !is_taken && !g_str_has_suffix (id, ".");
}

/* --- trying it out --- */

static ProseReport *
check_text (ProseRuleSet *rules, const char *text, const char *language, ProseDocument **document)
{
  g_autoptr (ProseChecker) checker = prose_checker_new (rules);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  *document = prose_document_new_from_bytes (bytes, NULL);
  return *document != NULL ? prose_checker_check (checker, *document, language) : NULL;
}

static gboolean
marks (ProseRuleSet *rules, const char *text, const char *language)
{
  g_autoptr (ProseDocument) document = NULL;
  g_autoptr (ProseReport) report = check_text (rules, text, language, &document);

  return report != NULL && prose_report_get_diagnostics (report)->len > 0;
}

static gboolean
check_examples (MellowRuleDialog *self, const MellowOwnRule *rule, ProseRuleSet *rules)
{
  gboolean has_flagged = *rule->flagged != '\0', has_passed = *rule->passed != '\0';
  gboolean misses = has_flagged && !marks (rules, rule->flagged, rule->language);
  gboolean catches = has_passed && marks (rules, rule->passed, rule->language);

  set_wrong (self->flagged, misses);
  set_wrong (self->passed, catches);
  tell (self->examples_problem, misses    ? _ ("The rule does not mark the first example yet")
                                : catches ? _ ("The rule marks the second example, too")
                                          : NULL);
  return has_flagged && has_passed && !misses && !catches;
}

static void
clear_sentences (MellowRuleDialog *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->sentences, 0)) != NULL)
    gtk_list_box_remove (self->sentences, GTK_WIDGET (row));
}

static char *
escape (const char *text, guint start, guint end)
{
  return g_markup_escape_text (text + start, end - start);
}

/* The sentence with what is marked in bold. */
static void
add_sentence (MellowRuleDialog *self, const char *text, const ProseDiagnostic *mark)
{
  g_autofree char *before = escape (text, mark->sentence.start, mark->span.start);
  g_autofree char *phrase = escape (text, mark->span.start, mark->span.end);
  g_autofree char *after = escape (text, mark->span.end, mark->sentence.end);
  g_autofree char *markup = g_strconcat (before, "<b>", phrase, "</b>", after, NULL);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
  gtk_list_box_append (self->sentences, row);
}

static void
show_found (MellowRuleDialog *self, ProseRuleSet *rules, const char *language)
{
  g_autofree char *text =
      mellow_text_buffer_dup_text (MELLOW_TEXT_BUFFER (mellow_draft_get_buffer (self->draft)));
  g_autofree char *title = mellow_draft_dup_title (self->draft);
  g_autoptr (ProseDocument) document = NULL;
  g_autoptr (ProseReport) report = check_text (rules, text, language, &document);
  GArray *found = report != NULL ? prose_report_get_diagnostics (report) : NULL;
  guint n = found != NULL ? found->len : 0;
  g_autofree char *line =
      g_strdup_printf (ngettext ("Marks %u place in “%s”", "Marks %u places in “%s”", n), n, title);

  gtk_label_set_text (self->found, line);
  for (guint i = 0; i < MIN (n, MOST_SENTENCES); i++)
    add_sentence (self, prose_document_get_text (document, NULL),
                  &g_array_index (found, ProseDiagnostic, i));
}

static void
try_on_text (MellowRuleDialog *self, ProseRuleSet *rules, const char *language)
{
  clear_sentences (self);
  if (self->draft == NULL)
    gtk_label_set_text (self->found, _ ("With a text open, this shows what the rule marks in it"));
  else if (rules == NULL)
    gtk_label_set_text (self->found, _ ("A phrase shows here what it marks in the open text"));
  else
    show_found (self, rules, language);
  gtk_widget_set_visible (GTK_WIDGET (self->sentences),
                          gtk_list_box_get_row_at_index (self->sentences, 0) != NULL);
}

static gboolean
try_out (gpointer user_data)
{
  MellowRuleDialog *self = user_data;
  g_autoptr (MellowOwnRule) rule = read_form (self);
  g_autoptr (ProseLexicon) lexicon =
      prose_rule_set_dup_lexicon (mellow_rule_library_get_rules (self->library), rule->language);
  g_autoptr (ProseRuleSet) rules = NULL;
  gboolean is_named = check_name (self, rule);
  gboolean is_good = check_phrases (self, rule, lexicon) && check_rewrites (self, rule, lexicon);

  self->try_source = 0;
  tell (self->examples_problem, NULL);
  if (is_good)
    rules = mellow_own_rule_compile (rule, lexicon);
  is_good = rules != NULL && check_examples (self, rule, rules);
  try_on_text (self, rules, rule->language);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rule.save", is_named && is_good);
  return G_SOURCE_REMOVE;
}

/* Not at every key, and not without a look at the last one. */
static void
queue_try_out (MellowRuleDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rule.save", FALSE);
  g_clear_handle_id (&self->try_source, g_source_remove);
  self->try_source = g_timeout_add (PAUSE, try_out, self);
}

/* --- the form --- */

static GtkEditable *
add_entry (MellowRuleDialog *self, AdwPreferencesGroup *group, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (group, row);
  g_signal_connect_object (row, "changed", G_CALLBACK (queue_try_out), self, G_CONNECT_SWAPPED);
  return GTK_EDITABLE (row);
}

static void add_phrase_row (MellowRuleDialog *self);

/* There is always a row for one phrase more. */
static void
on_phrase_changed (MellowRuleDialog *self, GtkEditable *row)
{
  if (row == g_ptr_array_index (self->phrases, self->phrases->len - 1) &&
      *gtk_editable_get_text (row) != '\0')
    add_phrase_row (self);
}

static void
add_phrase_row (MellowRuleDialog *self)
{
  g_autofree char *title = g_strdup_printf (_ ("Phrase %u"), self->phrases->len + 1);
  GtkEditable *row = add_entry (self, self->phrases_group, title);

  g_ptr_array_add (self->phrases, row);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_phrase_changed), self, G_CONNECT_SWAPPED);
}

static gboolean
has_family (MellowRuleDialog *self, const ProseCategory *category)
{
  for (guint i = 0; i < self->families->len; i++)
    if (g_str_equal (((ProseCategory *)self->families->pdata[i])->id, category->id))
      return TRUE;

  return FALSE;
}

static void
collect_families (MellowRuleDialog *self)
{
  GPtrArray *entries = mellow_rule_index_get_entries (self->index);

  g_ptr_array_set_size (self->families, 0);
  for (guint i = 0; i < entries->len; i++) {
    ProseCategory *category = mellow_rule_entry_get_rule (entries->pdata[i])->category;

    if (category->meter == PROSE_METER_PRESSURE && !g_str_equal (category->id, OWN_FAMILY) &&
        g_str_equal (category->language, get_language (self)) && !has_family (self, category))
      g_ptr_array_add (self->families, prose_category_ref (category));
  }
}

/* The families of the language, and below them that of one's own. */
static void
show_families (MellowRuleDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  collect_families (self);
  for (guint i = 0; i < self->families->len; i++)
    gtk_string_list_append (titles, ((ProseCategory *)self->families->pdata[i])->title);
  gtk_string_list_append (titles, _ ("Own rules"));
  adw_combo_row_set_model (self->family, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->family, self->families->len);
}

static void
on_language_changed (MellowRuleDialog *self)
{
  if (self->index == NULL)
    return;

  show_families (self);
  queue_try_out (self);
}

static void
show_severities (MellowRuleDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (severities); i++)
    gtk_string_list_append (labels, mellow_mark_style_get_label (severities[i]));
  adw_combo_row_set_model (self->severity, G_LIST_MODEL (labels));
}

static void
select_severity (MellowRuleDialog *self, ProseSeverity severity)
{
  for (guint i = 0; i < G_N_ELEMENTS (severities); i++)
    if (severities[i] == severity)
      adw_combo_row_set_selected (self->severity, i);
}

static void
select_family (MellowRuleDialog *self, const char *id)
{
  for (guint i = 0; i < self->families->len; i++)
    if (g_str_equal (((ProseCategory *)self->families->pdata[i])->id, id))
      adw_combo_row_set_selected (self->family, i);
}

static void
select_language (MellowRuleDialog *self, const char *language)
{
  guint place;

  if (g_ptr_array_find_with_equal_func (self->languages, language, g_str_equal, &place))
    adw_combo_row_set_selected (self->language, place);
}

static void
show_rule (MellowRuleDialog *self, const MellowOwnRule *rule)
{
  select_language (self, rule->language);
  show_families (self);
  select_family (self, rule->category);
  select_severity (self, rule->severity);
  gtk_editable_set_text (self->name, rule->name);
  gtk_editable_set_text (self->why, rule->why);
  gtk_editable_set_text (self->flagged, rule->flagged);
  gtk_editable_set_text (self->passed, rule->passed);
  for (guint i = 0; i < rule->phrases->len; i++)
    gtk_editable_set_text (self->phrases->pdata[i], rule->phrases->pdata[i]);
  for (guint i = 0; i < MELLOW_N_REWRITES; i++)
    gtk_editable_set_text (self->rewrites[i], rule->rewrites[i]);
}

/* --- saving --- */

static gboolean
is_renamed (MellowRuleDialog *self, const MellowOwnRule *rule)
{
  return self->before != NULL && (!g_str_equal (self->before->name, rule->name) ||
                                  !g_str_equal (self->before->language, rule->language));
}

/* A rule under a new name is there before the old one goes. */
static gboolean
save (MellowRuleDialog *self, const MellowOwnRule *rule, GError **error)
{
  g_autofree char *text = mellow_own_rule_write (rule);

  if (!mellow_rule_library_set_pack (self->library, text, error))
    return FALSE;

  return !is_renamed (self, rule) ||
         mellow_rule_library_remove_pack (self->library, self->before->language, self->before->name,
                                          error);
}

static void
activate_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowRuleDialog *self = MELLOW_RULE_DIALOG (widget);
  g_autoptr (MellowOwnRule) rule = read_form (self);
  g_autofree char *id = mellow_own_rule_dup_id (rule);
  g_autofree char *key = mellow_rule_key_new (rule->language, id);
  g_autoptr (GError) error = NULL;

  if (!save (self, rule, &error)) {
    adw_toast_overlay_add_toast (self->toasts, mellow_toast_new (error->message));
    return;
  }
  g_signal_emit (self, signals[SAVED], 0, key);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- the dialog --- */

static void
mellow_rule_dialog_dispose (GObject *object)
{
  MellowRuleDialog *self = MELLOW_RULE_DIALOG (object);

  g_clear_handle_id (&self->try_source, g_source_remove);
  g_clear_object (&self->library);
  g_clear_object (&self->index);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->phrases, g_ptr_array_unref);
  g_clear_pointer (&self->languages, g_ptr_array_unref);
  g_clear_pointer (&self->families, g_ptr_array_unref);
  g_clear_pointer (&self->before, mellow_own_rule_free);

  G_OBJECT_CLASS (mellow_rule_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MellowRuleDialog, language);
  gtk_widget_class_bind_template_child (widget_class, MellowRuleDialog, family);
  gtk_widget_class_bind_template_child (widget_class, MellowRuleDialog, severity);
  gtk_widget_class_bind_template_child (widget_class, MellowRuleDialog, name);
  gtk_widget_class_bind_template_child (widget_class, MellowRuleDialog, why);
  gtk_widget_class_bind_template_child (widget_class, MellowRuleDialog, flagged);
  gtk_widget_class_bind_template_child (widget_class, MellowRuleDialog, passed);
  gtk_widget_class_bind_template_child (widget_class, MellowRuleDialog, phrases_group);
  gtk_widget_class_bind_template_child (widget_class, MellowRuleDialog, rewrites_group);
  gtk_widget_class_bind_template_child (widget_class, MellowRuleDialog, name_problem);
  gtk_widget_class_bind_template_child (widget_class, MellowRuleDialog, phrases_problem);
  gtk_widget_class_bind_template_child (widget_class, MellowRuleDialog, rewrites_problem);
  gtk_widget_class_bind_template_child (widget_class, MellowRuleDialog, examples_problem);
  gtk_widget_class_bind_template_child (widget_class, MellowRuleDialog, found);
  gtk_widget_class_bind_template_child (widget_class, MellowRuleDialog, sentences);
  gtk_widget_class_bind_template_child (widget_class, MellowRuleDialog, toasts);
  gtk_widget_class_bind_template_callback (widget_class, on_language_changed);
  gtk_widget_class_bind_template_callback (widget_class, queue_try_out);
}

static void
mellow_rule_dialog_class_init (MellowRuleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mellow_rule_dialog_dispose;

  /**
   * MellowRuleDialog::saved:
   * @self: a dialog
   * @key: the key of the rule
   *
   * The rule is kept, and in use.
   */
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-rule-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "rule.save", NULL, activate_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mellow_rule_dialog_init (MellowRuleDialog *self)
{
  self->phrases = g_ptr_array_new ();
  self->families = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_category_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_phrase_row (self);
  for (guint i = 0; i < MELLOW_N_REWRITES; i++)
    self->rewrites[i] = add_entry (self, self->rewrites_group, mellow_rewrite_kind_get_label (i));
  show_severities (self);
}

/* A new rule is most likely for the open text. */
static char *
guess_language (MellowRuleDialog *self)
{
  ProseRuleSet *rules = mellow_rule_library_get_rules (self->library);
  g_autofree char *text = NULL;
  g_autoptr (ProseDocument) document = NULL;
  g_autoptr (ProseReport) report = NULL;

  if (self->draft != NULL) {
    text = mellow_text_buffer_dup_text (MELLOW_TEXT_BUFFER (mellow_draft_get_buffer (self->draft)));
    report = check_text (rules, text, NULL, &document);
  }
  if (report != NULL && prose_report_get_language (report) != NULL)
    return g_strdup (prose_report_get_language (report));

  return g_strdup (self->languages->len > 0
                       ? self->languages->pdata[mellow_language_find_own (self->languages)]
                       : "en");
}

static MellowOwnRule *
copy_rule (const MellowOwnRule *rule)
{
  MellowOwnRule *copy = mellow_own_rule_new ();

  take (&copy->language, g_strdup (rule->language));
  take (&copy->name, g_strdup (rule->name));
  take (&copy->category, g_strdup (rule->category));
  return copy;
}

/**
 * mellow_rule_dialog_new:
 * @parent: the window it belongs to
 * @library: where the rule is kept
 * @index: the rules that are there
 * @draft: (nullable): the open text, to try the rule out on
 * @rule: (nullable): the rule to edit, %NULL for a new one
 *
 * Returns: (transfer none): a form for a rule of the user's own
 */
MellowRuleDialog *
mellow_rule_dialog_new (GtkWindow *parent,
                        MellowRuleLibrary *library,
                        MellowRuleIndex *index,
                        MellowDraft *draft,
                        const MellowOwnRule *rule)
{
  MellowRuleDialog *self;
  g_autoptr (GListModel) names = NULL;
  g_autoptr (MellowOwnRule) blank = mellow_own_rule_new ();

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (MELLOW_IS_RULE_LIBRARY (library), NULL);
  g_return_val_if_fail (MELLOW_IS_RULE_INDEX (index), NULL);

  self = g_object_new (MELLOW_TYPE_RULE_DIALOG, "transient-for", parent, NULL);
  self->library = g_object_ref (library);
  self->languages = mellow_rule_library_dup_languages (library);
  names = mellow_language_create_names (self->languages);
  adw_combo_row_set_model (self->language, names);
  self->index = g_object_ref (index);
  self->draft = draft != NULL ? g_object_ref (draft) : NULL;
  take (&blank->language, guess_language (self));
  self->before = rule != NULL ? copy_rule (rule) : NULL;
  show_rule (self, rule != NULL ? rule : blank);
  g_clear_handle_id (&self->try_source, g_source_remove);
  try_out (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));

  return self;
}
