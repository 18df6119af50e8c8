/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-tone-pane.h"

#include <glib/gi18n.h>

#include "mellow-contract-words.h"
#include "mellow-tone-details.h"
#include "mellow-tone-evidence.h"
#include "mellow-tone-meter.h"
#include "mellow-tone-words.h"
#include "mellow-unchecked.h"

#define MAX_FAMILIES 5

/* The evidence is counted over the whole text, so it waits for the writer to pause for
 * so long, in milliseconds. */
#define PAUSE 200

/**
 * MellowTonePane:
 *
 * The tone of the whole text: a verdict in words, three meters, and what moves
 * them. The meters follow every key; the evidence follows when the writer pauses.
 * At rest it is a line or two; it opens into details.
 */
struct _MellowTonePane {
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkBox *meters_box;
  GtkBox *meters;
  GtkBox *evidence_box;
  GtkWidget *verdict_button;
  GtkLabel *verdict_label;
  MellowToneMeter *pressure_meter;
  MellowToneMeter *warmth_meter;
  MellowToneMeter *information_meter;
  GtkLabel *counts_label;
  GtkLabel *marks_label;
  GtkLabel *credits_label;
  GtkWidget *no_evidence_label;
  MellowToneDetails *details;
  GtkLabel *unchecked_label;  /* NULL until a part is not checked */
  GtkWidget *contract_button; /* NULL until a text departs from its contract */
  GtkLabel *contract_label;

  MellowReview *review;
  MellowContractWatch *contract;
  gulong changed_handler;
  gulong contract_handler;
  guint evidence_source;
  gboolean narrow;
  gboolean tiny;
  gboolean came_from_overview; /* to what moves a meter */
};

enum {
  PROP_0,
  PROP_NARROW,
  PROP_TINY,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MellowTonePane, mellow_tone_pane, GTK_TYPE_WIDGET)

/* Nearly every key leaves it as it is, and new looks or tips cost more than a key. */
static void
show_verdict (MellowTonePane *self, const ProseMeasures *measures, ProseVerdict verdict)
{
  gboolean is_known = measures->words > 0;
  const char *classes[] = { "verdict", is_known ? prose_verdict_to_string (verdict) : NULL, NULL };
  g_autofree char *text = mellow_tone_words_describe_verdict (measures);
  g_autofree char *name = NULL;

  if (g_str_equal (gtk_label_get_text (self->verdict_label), text))
    return;

  gtk_widget_set_css_classes (GTK_WIDGET (self->verdict_label), classes);
  gtk_label_set_text (self->verdict_label, text);
  gtk_widget_set_tooltip_text (self->verdict_button, mellow_tone_words_get_reason (measures));
  /* Translators: the name of the button; %s is the verdict on the tone. */
  name = g_strdup_printf (_ ("%s: tone details"), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->verdict_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_counts (MellowTonePane *self, const ProseMeasures *measures)
{
  gulong n_words = measures->words;
  gulong n_questions = measures->questions;
  g_autofree char *words = g_strdup_printf (ngettext ("%lu word", "%lu words", n_words), n_words);
  g_autofree char *questions =
      g_strdup_printf (ngettext ("%lu question", "%lu questions", n_questions), n_questions);
  gulong n_unchecked = measures->unchecked;
  /* Translators: words in a language that has no rules, or that is not known. */
  g_autofree char *unchecked = g_strdup_printf (
      ngettext ("%lu word not checked", "%lu words not checked", n_unchecked), n_unchecked);
  g_autofree char *counts =
      g_strdup_printf ("%s · %s%s%s", words, questions, n_unchecked > 0 ? " · " : "",
                       n_unchecked > 0 ? unchecked : "");

  gtk_label_set_text (self->counts_label, counts);
}

static void
show_families (GtkLabel *label, const char *format, const GArray *diagnostics)
{
  g_autofree char *families = mellow_tone_evidence_describe (diagnostics, MAX_FAMILIES);
  g_autofree char *line = g_strdup_printf (format, families);

  if (g_str_equal (gtk_label_get_text (label), line))
    return;

  gtk_label_set_text (label, line);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), line);
  gtk_widget_set_visible (GTK_WIDGET (label), diagnostics->len > 0);
}

/* --- what is not checked --- */

static void
create_unchecked_label (MellowTonePane *self)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);

  self->unchecked_label = GTK_LABEL (label);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_insert_child_after (GTK_BOX (self->content), label, GTK_WIDGET (self->evidence_box));
}

/* Of a text of which nothing is known the verdict says so. */
static char *
describe_unchecked (MellowTonePane *self)
{
  g_autoptr (GArray) languages =
      prose_live_checker_list_unchecked (mellow_review_get_checker (self->review));
  gboolean is_known =
      languages->len > 1 ||
      (languages->len > 0 && g_array_index (languages, ProseUncheckedLanguage, 0).language != NULL);

  if (!is_known && mellow_review_get_measures (self->review)->words == 0)
    return NULL;

  return mellow_unchecked_describe (languages);
}

static void
show_unchecked (MellowTonePane *self)
{
  g_autofree char *line = describe_unchecked (self);

  if (line != NULL && self->unchecked_label == NULL)
    create_unchecked_label (self);
  if (self->unchecked_label == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->unchecked_label), line != NULL);
  if (line == NULL || g_str_equal (gtk_label_get_text (self->unchecked_label), line))
    return;

  gtk_label_set_text (self->unchecked_label, line);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->unchecked_label), line);
}

/* --- what moves it --- */

static gboolean
show_evidence (gpointer user_data)
{
  MellowTonePane *self = user_data;
  ProseSpan all = mellow_review_get_whole (self->review);
  g_autoptr (GArray) marks = mellow_review_dup_marks (self->review, all);
  g_autoptr (GArray) credits = mellow_review_dup_credits (self->review, all);

  /* Translators: %s is a list of families of marks, such as "Scarcity ×2". */
  show_families (self->marks_label, _ ("What moves it: %s"), marks);
  /* Translators: %s is a list of soft devices, such as "Benefit ×2". */
  show_families (self->credits_label, _ ("What softens it: %s"), credits);
  gtk_widget_set_visible (self->no_evidence_label, marks->len == 0 && credits->len == 0);
  show_unchecked (self);
  mellow_tone_details_update (self->details);
  self->evidence_source = 0;

  return G_SOURCE_REMOVE;
}

static void
update (MellowTonePane *self)
{
  const ProseMeasures *measures = mellow_review_get_measures (self->review);
  ProseToneSummary summary = prose_tone_summary_new (measures);

  show_verdict (self, measures, summary.verdict);
  show_counts (self, measures);
  mellow_tone_meter_set_value (self->pressure_meter, summary.pressure);
  mellow_tone_meter_set_value (self->warmth_meter, summary.warmth);
  mellow_tone_meter_set_value (self->information_meter, summary.information);
}

static void
on_changed (MellowTonePane *self)
{
  update (self);
  g_clear_handle_id (&self->evidence_source, g_source_remove);
  self->evidence_source = g_timeout_add (PAUSE, show_evidence, self);
}

/* --- the contract --- */

static void
create_contract_button (MellowTonePane *self)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);

  self->contract_button = gtk_button_new ();
  self->contract_label = GTK_LABEL (label);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (self->contract_button, "flat");
  gtk_widget_add_css_class (self->contract_button, "verdict-button");
  gtk_widget_set_halign (self->contract_button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->contract_button), "win.tone-details");
  gtk_button_set_child (GTK_BUTTON (self->contract_button), label);
  gtk_box_insert_child_after (GTK_BOX (self->content), self->contract_button,
                              GTK_WIDGET (self->evidence_box));
}

/* One quiet line, and only if there is something to say. */
static void
show_contract_line (MellowTonePane *self)
{
  g_autofree char *line = mellow_contract_words_describe (self->contract);
  g_autofree char *name = NULL;

  if (line != NULL && self->contract_button == NULL)
    create_contract_button (self);
  if (self->contract_button == NULL)
    return;

  gtk_widget_set_visible (self->contract_button, line != NULL);
  if (line == NULL || g_str_equal (gtk_label_get_text (self->contract_label), line))
    return;

  gtk_label_set_text (self->contract_label, line);
  gtk_widget_set_tooltip_text (self->contract_button, line);
  /* Translators: the name of the button; %s is where the text departs from its contract. */
  name = g_strdup_printf (_ ("%s: tone details"), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->contract_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The rows follow when the writer pauses. */
static void
on_contract_changed (MellowTonePane *self)
{
  show_contract_line (self);
  if (!mellow_contract_watch_is_behind (self->contract))
    mellow_tone_details_update_contract (self->details);
}

static void
let_go_of_review (MellowTonePane *self)
{
  g_clear_handle_id (&self->evidence_source, g_source_remove);
  if (self->review != NULL)
    g_clear_signal_handler (&self->changed_handler, self->review);
  if (self->contract != NULL)
    g_clear_signal_handler (&self->contract_handler, self->contract);
  g_clear_object (&self->contract);
  g_clear_object (&self->review);
}

/* --- details --- */

static gboolean
is_open (MellowTonePane *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->details));
}

static gboolean
has_focus (MellowTonePane *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static void
close_details (MellowTonePane *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->details), FALSE);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-text", NULL);
}

/* What is opened is of the text as it is now. */
static void
catch_up (MellowTonePane *self)
{
  if (self->evidence_source == 0)
    return;

  g_source_remove (self->evidence_source);
  show_evidence (self);
}

static void
open_overview (MellowTonePane *self)
{
  catch_up (self);
  gtk_widget_set_visible (GTK_WIDGET (self->details), TRUE);
  mellow_tone_details_show_overview (self->details);
  mellow_tone_details_focus (self->details);
}

/* From what moves a meter to where the user came from, and from there to the text. */
static void
go_back (MellowTonePane *self)
{
  if (!mellow_tone_details_shows_overview (self->details) && self->came_from_overview)
    open_overview (self);
  else
    close_details (self);
}

static void
activate_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_back (MELLOW_TONE_PANE (widget));
}

static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  MellowTonePane *self = MELLOW_TONE_PANE (widget);

  if (!is_open (self))
    return GDK_EVENT_PROPAGATE;

  go_back (self);
  return GDK_EVENT_STOP;
}

static ProseMeter
get_meter (MellowTonePane *self, MellowToneMeter *meter)
{
  if (meter == self->warmth_meter)
    return PROSE_METER_WARMTH;

  return meter == self->information_meter ? PROSE_METER_INFORMATION : PROSE_METER_PRESSURE;
}

/* A second click leads back. */
static void
on_meter_clicked (MellowTonePane *self, MellowToneMeter *widget)
{
  ProseMeter meter = get_meter (self, widget);

  if (is_open (self) && mellow_tone_details_shows_meter (self->details, meter)) {
    go_back (self);
    return;
  }

  if (!is_open (self) || mellow_tone_details_shows_overview (self->details))
    self->came_from_overview = is_open (self);
  catch_up (self);
  gtk_widget_set_visible (GTK_WIDGET (self->details), TRUE);
  mellow_tone_details_show_meter (self->details, meter);
  mellow_tone_details_focus (self->details);
}

/* What is listed is as old as the last pause: a place of before an edit leads
 * nowhere. */
static void
on_place_chosen (MellowTonePane *self, const ProseSpan *place)
{
  GtkTextIter start, end;

  if (self->evidence_source != 0 || mellow_contract_watch_is_behind (self->contract))
    return;

  mellow_review_get_iter (self->review, place->start, &start);
  mellow_review_get_iter (self->review, place->end, &end);
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (mellow_review_get_buffer (self->review)), &start,
                                &end);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-text", NULL);
}

/* --- the widget --- */

static void
mellow_tone_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_NARROW:
    g_value_set_boolean (value, MELLOW_TONE_PANE (object)->narrow);
    break;
  case PROP_TINY:
    g_value_set_boolean (value, MELLOW_TONE_PANE (object)->tiny);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_tone_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_NARROW:
    mellow_tone_pane_set_narrow (MELLOW_TONE_PANE (object), g_value_get_boolean (value));
    break;
  case PROP_TINY:
    mellow_tone_pane_set_tiny (MELLOW_TONE_PANE (object), g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mellow_tone_pane_dispose (GObject *object)
{
  MellowTonePane *self = MELLOW_TONE_PANE (object);

  let_go_of_review (self);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (mellow_tone_pane_parent_class)->dispose (object);
}

static void
mellow_tone_pane_class_init (MellowTonePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = mellow_tone_pane_get_property;
  object_class->set_property = mellow_tone_pane_set_property;
  object_class->dispose = mellow_tone_pane_dispose;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  properties[PROP_TINY] = g_param_spec_boolean ("tiny", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (MELLOW_TYPE_TONE_DETAILS);
  g_type_ensure (MELLOW_TYPE_TONE_METER);
  gtk_widget_class_install_action (widget_class, "tone.back", NULL, activate_back);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tonepane");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mellowcopy/Mellow/mellow-tone-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowTonePane, content);
  gtk_widget_class_bind_template_child (widget_class, MellowTonePane, meters_box);
  gtk_widget_class_bind_template_child (widget_class, MellowTonePane, meters);
  gtk_widget_class_bind_template_child (widget_class, MellowTonePane, evidence_box);
  gtk_widget_class_bind_template_child (widget_class, MellowTonePane, verdict_label);
  gtk_widget_class_bind_template_child (widget_class, MellowTonePane, verdict_button);
  gtk_widget_class_bind_template_child (widget_class, MellowTonePane, details);
  gtk_widget_class_bind_template_callback (widget_class, on_meter_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_place_chosen);
  gtk_widget_class_bind_template_child (widget_class, MellowTonePane, pressure_meter);
  gtk_widget_class_bind_template_child (widget_class, MellowTonePane, warmth_meter);
  gtk_widget_class_bind_template_child (widget_class, MellowTonePane, information_meter);
  gtk_widget_class_bind_template_child (widget_class, MellowTonePane, counts_label);
  gtk_widget_class_bind_template_child (widget_class, MellowTonePane, marks_label);
  gtk_widget_class_bind_template_child (widget_class, MellowTonePane, credits_label);
  gtk_widget_class_bind_template_child (widget_class, MellowTonePane, no_evidence_label);
}

static void
mellow_tone_pane_init (MellowTonePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mellow_tone_pane_set_draft:
 * @self: a tone pane
 * @draft: the text to sum up
 */
void
mellow_tone_pane_set_draft (MellowTonePane *self, MellowDraft *draft)
{
  g_return_if_fail (MELLOW_IS_TONE_PANE (self));
  g_return_if_fail (MELLOW_IS_DRAFT (draft));

  let_go_of_review (self);
  self->review = g_object_ref (mellow_draft_get_review (draft));
  self->changed_handler =
      g_signal_connect_swapped (self->review, "changed", G_CALLBACK (on_changed), self);
  self->contract = mellow_contract_watch_new (draft);
  self->contract_handler =
      g_signal_connect_swapped (self->contract, "changed", G_CALLBACK (on_contract_changed), self);
  mellow_tone_details_set_draft (self->details, draft, self->contract);
  update (self);
  show_contract_line (self);
  show_evidence (self);
}

/**
 * mellow_tone_pane_toggle_details:
 * @self: a tone pane
 *
 * Opens the details and puts the focus there; closes them if it is there already, and
 * gives it back to the text.
 */
void
mellow_tone_pane_toggle_details (MellowTonePane *self)
{
  g_return_if_fail (MELLOW_IS_TONE_PANE (self));

  if (!is_open (self))
    open_overview (self);
  else if (has_focus (self))
    close_details (self);
  else
    mellow_tone_details_focus (self->details);
}

/**
 * mellow_tone_pane_set_narrow:
 * @self: a tone pane
 * @narrow: whether there is little room
 */
void
mellow_tone_pane_set_narrow (MellowTonePane *self, gboolean narrow)
{
  g_return_if_fail (MELLOW_IS_TONE_PANE (self));

  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  mellow_tone_details_set_stacked (self->details, narrow);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
stack (GtkBox *box, gboolean is_stacked)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (box), is_stacked ? GTK_ORIENTATION_VERTICAL
                                                                   : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (box, is_stacked ? 4 : 24);
}

/**
 * mellow_tone_pane_set_tiny:
 * @self: a tone pane
 * @tiny: whether there is hardly any room in a line
 *
 * Puts below each other what stands side by side.
 */
void
mellow_tone_pane_set_tiny (MellowTonePane *self, gboolean tiny)
{
  g_return_if_fail (MELLOW_IS_TONE_PANE (self));

  if (self->tiny == tiny)
    return;

  self->tiny = tiny;
  stack (self->meters_box, tiny);
  stack (self->evidence_box, tiny);
  gtk_box_set_spacing (self->meters, tiny ? 12 : 24);
  gtk_widget_set_visible (GTK_WIDGET (self->counts_label), self->narrow && !tiny);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TINY]);
}
