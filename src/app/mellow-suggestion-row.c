/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-suggestion-row.h"

#include <glib/gi18n.h>

#include "mellow-ignore-menu.h"
#include "mellow-mark-style.h"
#include "mellow-phrase.h"
#include "mellow-rewrite-all-dialog.h"
#include "mellow-rewrite-button.h"

/* How many lines a phrase may take, with and without details. */
#define MOST_LINES 4
#define FEWEST_LINES 1

/**
 * MellowSuggestionRow:
 *
 * An editor's note on one mark: the phrase and its family; and, when it is
 * expanded, the reason and ways out.
 */
struct _MellowSuggestionRow {
  GtkWidget parent_instance;

  GtkLabel *phrase_label;
  GtkLabel *aside_label;
  GtkLabel *family_label;
  GtkLabel *severity_label;
  GtkWidget *details;
  GtkLabel *why_label;
  GtkWidget *expiry_label;   /* NULL until a proof has run out */
  GtkWidget *withheld_label; /* NULL until a rewrite cannot be written */
  GtkWidget *ask_box;
  GtkLabel *ask_label;
  GtkWidget *quoted_label;
  GtkBox *rewrites;
  GtkButton *all_button;
  GtkMenuButton *ignore_button;
  GtkWidget *proof_button;
  GtkLabel *reference_label;

  MellowMark *mark;
  gulong changed_handler;
  gboolean expanded;
  char *reason; /* why the mark is to be ignored, as chosen in the menu */
};

enum {
  PROP_0,
  PROP_MARK,
  PROP_EXPANDED,
  PROP_REASON,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MellowSuggestionRow, mellow_suggestion_row, GTK_TYPE_WIDGET)

/* Text that a rule may not have, and the widget that is not shown then. */
static void
set_optional_text (GtkLabel *label, GtkWidget *shown, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (shown, text != NULL);
}

static void
remove_rewrites (MellowSuggestionRow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rewrites))) != NULL)
    gtk_box_remove (self->rewrites, child);
}

/* Where several marks are of one rule, and can be rewritten alike. */
static void
update_all_button (MellowSuggestionRow *self, GPtrArray *suggestions)
{
  gboolean is_common = mellow_adviser_find_common (suggestions) != NULL;
  guint n = is_common ? mellow_mark_count_alike (self->mark) : 0;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->all_button), n > 1);
  if (n < 2)
    return;

  label = g_strdup_printf (
      ngettext ("Rewrite All %u of This Rule…", "Rewrite All %u of This Rule…", n), n);
  gtk_button_set_label (self->all_button, label);
}

static void
rewrite_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowSuggestionRow *self = MELLOW_SUGGESTION_ROW (widget);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  if (self->mark != NULL)
    gtk_window_present (GTK_WINDOW (mellow_rewrite_all_dialog_new (window, self->mark)));
}

/* The text goes on where the words are new. */
static void
apply_rewrite (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowSuggestionRow *self = MELLOW_SUGGESTION_ROW (widget);
  g_autoptr (MellowMark) mark = self->mark != NULL ? g_object_ref (self->mark) : NULL;

  if (mark != NULL && mellow_mark_apply (mark, g_variant_get_uint32 (parameter)))
    gtk_widget_activate_action (widget, "win.focus-text", NULL);
}

/* --- leaving it as it is --- */

static void
set_reason (MellowSuggestionRow *self, const char *reason)
{
  if (g_strcmp0 (self->reason, reason) == 0)
    return;

  g_free (self->reason);
  self->reason = g_strdup (reason);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REASON]);
}

static void
forget_reason (MellowSuggestionRow *self)
{
  set_reason (self, prose_ignore_reason_to_string (PROSE_IGNORE_REASON_NONE));
}

/* A reason that is chosen again is taken back. */
static void
choose_reason (MellowSuggestionRow *self, const char *reason)
{
  if (g_strcmp0 (self->reason, reason) == 0)
    forget_reason (self);
  else
    set_reason (self, reason);
}

/* Each time anew, as the phrase and what is around it are then. */
static void
create_ignore_menu (GtkMenuButton *button, gpointer user_data)
{
  MellowSuggestionRow *self = user_data;
  g_autoptr (GMenuModel) menu = NULL;

  if (self->mark != NULL)
    menu = mellow_ignore_menu_new (self->mark);
  gtk_menu_button_set_menu_model (button, menu);
}

static guint
get_position (MellowSuggestionRow *self)
{
  return self->mark != NULL ? mellow_mark_get_position (self->mark) : G_MAXUINT;
}

static void
ignore (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowSuggestionRow *self = MELLOW_SUGGESTION_ROW (widget);

  gtk_widget_activate_action (widget, "win.ignore-mark", "(uss)", get_position (self),
                              g_variant_get_string (parameter, NULL), self->reason);
}

static void
turn_rule_off (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MellowSuggestionRow *self = MELLOW_SUGGESTION_ROW (widget);

  gtk_widget_activate_action (widget, "win.turn-rule-off", "(uss)", get_position (self),
                              g_variant_get_string (parameter, NULL), self->reason);
}

static void
prove (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.prove-mark", "u",
                              get_position (MELLOW_SUGGESTION_ROW (widget)));
}

/* --- showing --- */

/* A line that few marks have, behind why they are marked. */
static GtkWidget *
add_line (MellowSuggestionRow *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_insert_child_after (GTK_BOX (self->details), label, GTK_WIDGET (self->why_label));
  return label;
}

/* A claim that was proven is marked for another reason than one that never was. */
static void
update_expiry (MellowSuggestionRow *self)
{
  const char *date =
      self->mark != NULL && self->expanded ? mellow_mark_get_expiry (self->mark) : NULL;
  g_autofree char *text = NULL;

  if (date != NULL) {
    text = g_strdup_printf (_ ("Its proof ran out on %s. Is it still so?"), date);
    if (self->expiry_label == NULL)
      self->expiry_label = add_line (self, "expired");
    gtk_label_set_text (GTK_LABEL (self->expiry_label), text);
  }
  if (self->expiry_label != NULL)
    gtk_widget_set_visible (self->expiry_label, date != NULL);
}

/* Why there is no wording to choose, where there would be one without the tags. */
static void
update_withheld (MellowSuggestionRow *self)
{
  gboolean is_withheld =
      self->mark != NULL && self->expanded && mellow_mark_is_rewrite_withheld (self->mark);

  if (is_withheld && self->withheld_label == NULL) {
    self->withheld_label = add_line (self, "quoted");
    gtk_label_set_text (GTK_LABEL (self->withheld_label),
                        _ ("A tag stands among these words, so only you can rewrite them."));
  }
  if (self->withheld_label != NULL)
    gtk_widget_set_visible (self->withheld_label, is_withheld);
}

/* Finding suggestions takes work, so only an expanded row asks for them. */
static void
update_rewrites (MellowSuggestionRow *self)
{
  GPtrArray *suggestions;

  update_expiry (self);
  update_withheld (self);
  remove_rewrites (self);
  gtk_widget_set_visible (GTK_WIDGET (self->all_button), FALSE);
  gtk_widget_set_visible (self->quoted_label, FALSE);
  if (self->mark == NULL || !self->expanded)
    return;

  suggestions = mellow_mark_get_suggestions (self->mark);
  for (guint i = 0; i < suggestions->len; i++)
    gtk_box_append (self->rewrites,
                    mellow_rewrite_button_new (mellow_mark_get_review (self->mark),
                                               g_ptr_array_index (suggestions, i), i));
  gtk_widget_set_visible (GTK_WIDGET (self->rewrites), suggestions->len > 0);
  gtk_widget_set_visible (self->quoted_label,
                          suggestions->len > 0 && mellow_mark_is_quoted (self->mark));
  update_all_button (self, suggestions);
}

static void
show_severity (MellowSuggestionRow *self, ProseSeverity severity)
{
  const char *shape[] = { mellow_mark_style_get (severity)->css_class, NULL };
  const char *word[] = { shape[0], "caption-heading", NULL };

  gtk_label_set_text (self->severity_label, mellow_mark_style_get_label (severity));
  gtk_widget_set_css_classes (GTK_WIDGET (self->severity_label), word);
  gtk_widget_set_css_classes (GTK_WIDGET (self->phrase_label), shape);
  gtk_widget_add_css_class (GTK_WIDGET (self->phrase_label), "phrase");
}

static void
show_mark (MellowSuggestionRow *self)
{
  const ProseRule *rule = mellow_mark_get_rule (self->mark);
  g_autofree char *quoted = mellow_phrase_quote (mellow_mark_get_phrase (self->mark));

  gtk_label_set_text (self->phrase_label, quoted);
  gtk_label_set_text (self->family_label, rule->category->title);
  gtk_label_set_text (self->why_label, rule->why);
  set_optional_text (self->ask_label, self->ask_box, rule->ask);
  set_optional_text (self->reference_label, GTK_WIDGET (self->reference_label), rule->reference);
  gtk_widget_set_visible (self->proof_button, rule->severity == PROSE_SEVERITY_PROOF);
  show_severity (self, rule->severity);
}

static void
mellow_suggestion_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MellowSuggestionRow *self = MELLOW_SUGGESTION_ROW (object);

  switch (id) {
  case PROP_MARK:
    g_value_set_object (value, self->mark);
    break;
  case PROP_EXPANDED:
    g_value_set_boolean (value, self->expanded);
    break;
  case PROP_REASON:
    g_value_set_string (value, self->reason);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_suggestion_row_set_property (GObject *object,
                                    guint id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  MellowSuggestionRow *self = MELLOW_SUGGESTION_ROW (object);

  switch (id) {
  case PROP_MARK:
    mellow_suggestion_row_set_mark (self, g_value_get_object (value));
    break;
  case PROP_EXPANDED:
    mellow_suggestion_row_set_expanded (self, g_value_get_boolean (value));
    break;
  case PROP_REASON:
    choose_reason (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
let_go_of_mark (MellowSuggestionRow *self)
{
  if (self->mark != NULL)
    g_clear_signal_handler (&self->changed_handler, self->mark);
  g_clear_object (&self->mark);
}

static void
mellow_suggestion_row_dispose (GObject *object)
{
  MellowSuggestionRow *self = MELLOW_SUGGESTION_ROW (object);
  GtkWidget *child;

  let_go_of_mark (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mellow_suggestion_row_parent_class)->dispose (object);
}

static void
mellow_suggestion_row_finalize (GObject *object)
{
  g_free (MELLOW_SUGGESTION_ROW (object)->reason);

  G_OBJECT_CLASS (mellow_suggestion_row_parent_class)->finalize (object);
}

static void
mellow_suggestion_row_class_init (MellowSuggestionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = mellow_suggestion_row_get_property;
  object_class->set_property = mellow_suggestion_row_set_property;
  object_class->dispose = mellow_suggestion_row_dispose;
  object_class->finalize = mellow_suggestion_row_finalize;

  properties[PROP_MARK] = g_param_spec_object ("mark", NULL, NULL, MELLOW_TYPE_MARK, flags);
  properties[PROP_EXPANDED] = g_param_spec_boolean ("expanded", NULL, NULL, FALSE, flags);
  properties[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "suggestion");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-suggestion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowSuggestionRow, phrase_label);
  gtk_widget_class_bind_template_child (widget_class, MellowSuggestionRow, aside_label);
  gtk_widget_class_bind_template_child (widget_class, MellowSuggestionRow, family_label);
  gtk_widget_class_bind_template_child (widget_class, MellowSuggestionRow, severity_label);
  gtk_widget_class_bind_template_child (widget_class, MellowSuggestionRow, details);
  gtk_widget_class_bind_template_child (widget_class, MellowSuggestionRow, why_label);
  gtk_widget_class_bind_template_child (widget_class, MellowSuggestionRow, ask_box);
  gtk_widget_class_bind_template_child (widget_class, MellowSuggestionRow, ask_label);
  gtk_widget_class_bind_template_child (widget_class, MellowSuggestionRow, quoted_label);
  gtk_widget_class_bind_template_child (widget_class, MellowSuggestionRow, rewrites);
  gtk_widget_class_bind_template_child (widget_class, MellowSuggestionRow, all_button);
  gtk_widget_class_bind_template_child (widget_class, MellowSuggestionRow, ignore_button);
  gtk_widget_class_bind_template_child (widget_class, MellowSuggestionRow, proof_button);
  gtk_widget_class_bind_template_child (widget_class, MellowSuggestionRow, reference_label);
  gtk_widget_class_install_action (widget_class, "suggestion.apply-rewrite", "u", apply_rewrite);
  gtk_widget_class_install_action (widget_class, "suggestion.rewrite-all", NULL, rewrite_all);
  gtk_widget_class_install_action (widget_class, "suggestion.ignore", "s", ignore);
  gtk_widget_class_install_property_action (widget_class, "suggestion.reason", "reason");
  gtk_widget_class_install_action (widget_class, "suggestion.turn-rule-off", "s", turn_rule_off);
  gtk_widget_class_install_action (widget_class, "suggestion.prove", NULL, prove);
}

static void
mellow_suggestion_row_init (MellowSuggestionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  forget_reason (self);
  gtk_menu_button_set_create_popup_func (self->ignore_button, create_ignore_menu, self, NULL);
}

/**
 * mellow_suggestion_row_new:
 *
 * Returns: (transfer floating): a row without a mark
 */
GtkWidget *
mellow_suggestion_row_new (void)
{
  return g_object_new (MELLOW_TYPE_SUGGESTION_ROW, NULL);
}

/**
 * mellow_suggestion_row_get_mark:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the mark it speaks of
 */
MellowMark *
mellow_suggestion_row_get_mark (MellowSuggestionRow *self)
{
  g_return_val_if_fail (MELLOW_IS_SUGGESTION_ROW (self), NULL);

  return self->mark;
}

/**
 * mellow_suggestion_row_set_mark:
 * @self: a row
 * @mark: (nullable): the mark to speak of
 */
void
mellow_suggestion_row_set_mark (MellowSuggestionRow *self, MellowMark *mark)
{
  g_return_if_fail (MELLOW_IS_SUGGESTION_ROW (self));

  if (self->mark == mark)
    return;

  let_go_of_mark (self);
  forget_reason (self);
  if (mark != NULL) {
    self->mark = g_object_ref (mark);
    self->changed_handler =
        g_signal_connect_swapped (mark, "changed", G_CALLBACK (update_rewrites), self);
    show_mark (self);
  }

  update_rewrites (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MARK]);
}

/**
 * mellow_suggestion_row_set_aside:
 * @self: a row
 * @text: (nullable): a few words beside the phrase
 */
void
mellow_suggestion_row_set_aside (MellowSuggestionRow *self, const char *text)
{
  g_return_if_fail (MELLOW_IS_SUGGESTION_ROW (self));

  set_optional_text (self->aside_label, GTK_WIDGET (self->aside_label), text);
}

/**
 * mellow_suggestion_row_get_expanded:
 * @self: a row
 *
 * Returns: whether it shows reason and rewrites
 */
gboolean
mellow_suggestion_row_get_expanded (MellowSuggestionRow *self)
{
  g_return_val_if_fail (MELLOW_IS_SUGGESTION_ROW (self), FALSE);

  return self->expanded;
}

/**
 * mellow_suggestion_row_set_expanded:
 * @self: a row
 * @expanded: whether to show reason and rewrites
 */
void
mellow_suggestion_row_set_expanded (MellowSuggestionRow *self, gboolean expanded)
{
  g_return_if_fail (MELLOW_IS_SUGGESTION_ROW (self));

  if (self->expanded == expanded)
    return;

  self->expanded = expanded;
  gtk_widget_set_visible (self->details, expanded);
  gtk_label_set_lines (self->phrase_label, expanded ? MOST_LINES : FEWEST_LINES);
  update_rewrites (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
}
