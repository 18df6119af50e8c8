/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-tone-details.h"

#include <glib/gi18n.h>

#include "mellow-contract-words.h"
#include "mellow-phrase.h"
#include "mellow-snapshot-store.h"
#include "mellow-tone-evidence.h"
#include "mellow-tone-measure.h"
#include "mellow-tone-row.h"
#include "mellow-tone-words.h"
#include "mellow-trend-line.h"

/* Between one section and the next one below it. */
#define SECTION_GAP 9

/* More rows tell nobody more. */
#define MOST_PLACES 60
#define MOST_SENTENCES 8

/* Sentences stand below what they cover. */
#define INDENT 12

/* How much the details take of the window at most, in pixels: where panel and summary
 * stand below the text, they leave it the better part. */
#define USUAL_HEIGHT 300
#define STACKED_HEIGHT 160

/**
 * MellowToneDetails:
 *
 * What stands behind the summary of the tone: either an overview of what a text does
 * not keep of its contract, if it has one, of notes on the whole
 * text, what good advice it covers, its measures and its trend; or what moves one
 * meter, ranked. What has a place in the text leads there.
 */
struct _MellowToneDetails {
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkBox *overview;
  GtkListBox *notes;
  GtkWidget *coverage_section;
  GtkListBox *coverage;
  GtkWidget *measures_section;
  GtkListBox *measures;
  GtkWidget *trend_section;
  MellowTrendLine *trend_line;
  GtkLabel *trend_heading;
  GtkLabel *trend_label;
  GtkWidget *evidence_section;
  GtkLabel *evidence_heading;
  GtkListBox *evidence;

  /* Made when there is a contract, since most texts have none. */
  GtkWidget *contract_section;
  GtkLabel *contract_heading;
  GtkListBox *contract_list;

  MellowDraft *draft;            /* (nullable) */
  MellowReview *review;          /* (nullable) */
  MellowToneTrend *trend;        /* (nullable) */
  MellowContractWatch *contract; /* (nullable) */
  gulong trend_handler;
  GtkWidget *chosen; /* (nullable): the row that the user left by; weak */
  ProseMeter meter;
  gboolean shows_meter;
};

enum {
  PLACE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowToneDetails, mellow_tone_details, GTK_TYPE_WIDGET)

/* --- rows --- */

static void
clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static MellowToneRow *
add_row (GtkListBox *list, const char *title, const char *aside, const char *caption)
{
  MellowToneRow *row = mellow_tone_row_new (title, aside, caption);

  gtk_list_box_append (list, GTK_WIDGET (row));
  return row;
}

/* On one line, whatever the text makes of it. */
static char *
dup_line (MellowToneDetails *self, ProseSpan span)
{
  return g_strstrip (g_strdelimit (mellow_review_dup_copy (self->review, span), "\r\n\t", ' '));
}

static void
add_more (GtkListBox *list, guint n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);

  gtk_widget_add_css_class (GTK_WIDGET (add_row (list, text, NULL, NULL)), "dim-label");
}

/* --- notes --- */

static char *
dup_help (MellowToneDetails *self, const ProseToneNote *note)
{
  ProseCoverage help = mellow_tone_words_get_help (note->kind);
  g_autofree char *example =
      help != PROSE_COVERAGE_NONE && note->is_weak
          ? mellow_adviser_dup_example (mellow_review_get_adviser (self->review), help)
          : NULL;

  /* Translators: %s is a sentence in the language of the text. */
  return example != NULL ? g_strdup_printf (_ ("For example: “%s”"), example) : NULL;
}

static char *
slice (gpointer review, ProseSpan span)
{
  return mellow_review_dup_copy (review, span);
}

static void
add_repeat (MellowToneDetails *self, const ProseToneRepeat *repeat)
{
  g_autofree char *phrase = dup_line (self, repeat->span);
  g_autofree char *text = mellow_tone_words_describe_repeat (phrase, repeat->count);
  MellowToneRow *row = add_row (self->notes, text, NULL, NULL);

  mellow_tone_row_set_place (row, repeat->span);
}

static void
add_note (MellowToneDetails *self, const ProseToneNote *note)
{
  g_autofree char *text = mellow_tone_words_describe_note (note);
  g_autofree char *help = dup_help (self, note);

  add_row (self->notes, text, NULL, help);
}

static void
show_notes (MellowToneDetails *self, const ProseMeasures *measures)
{
  g_autoptr (GArray) notes = prose_tone_notes_new (measures);
  g_autoptr (GArray) marks =
      mellow_review_dup_marks (self->review, mellow_review_get_whole (self->review));
  g_autoptr (GArray) repeats = prose_tone_repeats_new (marks, slice, self->review);

  clear (self->notes);
  if (measures->words == 0)
    add_row (self->notes, mellow_tone_words_get_reason (measures), NULL, NULL);
  else if (notes->len == 0 && repeats->len == 0)
    add_row (self->notes, _ ("There is nothing to note on the text as a whole."), NULL, NULL);

  for (guint i = 0; measures->words > 0 && i < notes->len; i++)
    add_note (self, &g_array_index (notes, ProseToneNote, i));
  for (guint i = 0; i < MIN (repeats->len, MOST_SENTENCES); i++)
    add_repeat (self, &g_array_index (repeats, ProseToneRepeat, i));
}

/* What moves a meter, the most first. */
static GArray *
rank (MellowToneDetails *self, const ProseMeasures *measures, ProseMeter meter)
{
  ProseSpan all = mellow_review_get_whole (self->review);
  g_autoptr (GArray) found = meter == PROSE_METER_PRESSURE
                                 ? mellow_review_dup_marks (self->review, all)
                                 : mellow_review_dup_credits (self->review, all);

  return mellow_tone_evidence_rank (measures, found, meter);
}

/* --- the contract --- */

static void on_row_activated (MellowToneDetails *self, GtkListBoxRow *row);

static void
create_contract_section (MellowToneDetails *self)
{
  GtkWidget *column = gtk_widget_get_parent (GTK_WIDGET (self->notes));
  GtkWidget *heading =
      g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                    "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  GtkWidget *list = gtk_list_box_new ();

  self->contract_section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->contract_heading = GTK_LABEL (heading);
  self->contract_list = GTK_LIST_BOX (list);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_set_margin_bottom (self->contract_section, SECTION_GAP);
  gtk_list_box_set_selection_mode (self->contract_list, GTK_SELECTION_NONE);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_row_activated), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->contract_section), heading);
  gtk_box_append (GTK_BOX (self->contract_section), list);
  gtk_box_prepend (GTK_BOX (column), self->contract_section);
}

/* A meter that is above its corridor leads to what moves it most. */
static gboolean
find_place (MellowToneDetails *self, const ProseDeviation *deviation, ProseSpan *place)
{
  const ProseMeasures *measures = mellow_review_get_measures (self->review);
  g_autoptr (GArray) ranked = NULL;
  ProseMeter meter;

  *place = deviation->span;
  if (deviation->has_place)
    return TRUE;
  if (deviation->kind != PROSE_DEVIATION_METER || deviation->value <= deviation->limit ||
      !prose_meter_from_string (deviation->subject, &meter))
    return FALSE;

  ranked = rank (self, measures, meter);
  if (ranked->len > 0)
    *place = g_array_index (ranked, MellowToneEvidence, 0).mark.span;
  return ranked->len > 0;
}

static void
add_deviation (MellowToneDetails *self, const ProseDeviation *deviation, const ProseContract *terms)
{
  g_autofree char *phrase = deviation->has_place ? dup_line (self, deviation->span) : NULL;
  g_autofree char *title = mellow_contract_words_get_title (deviation, phrase);
  g_autofree char *figure = mellow_contract_words_get_figure (deviation);
  g_autofree char *agreed = mellow_contract_words_get_agreed (deviation, terms);
  MellowToneRow *row = add_row (self->contract_list, title, figure, agreed);
  ProseSpan place;

  if (find_place (self, deviation, &place))
    mellow_tone_row_set_place (row, place);
}

static void
list_deviations (MellowToneDetails *self, const ProseContract *terms)
{
  guint n = mellow_contract_watch_get_n_deviations (self->contract);

  for (guint i = 0; i < MIN (n, MOST_PLACES); i++)
    add_deviation (self, mellow_contract_watch_get_deviation (self->contract, i), terms);
  if (n > MOST_PLACES)
    add_more (self->contract_list, n - MOST_PLACES);
  if (n == 0)
    add_row (self->contract_list, _ ("The text keeps it."), NULL, NULL);
}

static void
show_terms (MellowToneDetails *self)
{
  const MellowContract *contract = mellow_contract_watch_get_contract (self->contract);
  const char *name = mellow_contract_watch_get_name (self->contract);
  g_autofree char *heading = g_strdup_printf (_ ("Contract: %s"), name);

  gtk_label_set_text (self->contract_heading, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->contract_list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  clear (self->contract_list);
  if (contract == NULL)
    add_row (self->contract_list, _ ("It is not among your contracts."), NULL,
             _ ("Import it again, or choose another one in the brief."));
  else if (!mellow_contract_watch_knows_language (self->contract))
    add_row (self->contract_list, _ ("The language of the text is not known."), NULL,
             _ ("So it cannot be held against a contract."));
  else
    list_deviations (self, contract->terms);
}

static void
show_contract (MellowToneDetails *self)
{
  gboolean has_contract = mellow_contract_watch_get_name (self->contract) != NULL;

  if (has_contract && self->contract_section == NULL)
    create_contract_section (self);
  if (self->contract_section != NULL)
    gtk_widget_set_visible (self->contract_section, has_contract);
  if (!has_contract)
    return;

  mellow_contract_watch_catch_up (self->contract);
  show_terms (self);
}

/* --- coverage --- */

/* The sentences of the text that cover something, each once. */
static GArray *
find_sentences (const GArray *credits, ProseCoverage coverage)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (ProseSpan));
  guint end = 0;

  for (guint i = 0; i < credits->len; i++) {
    const ProseDiagnostic *credit = &g_array_index (credits, ProseDiagnostic, i);

    if (credit->rule->category->covers != coverage || credit->sentence.start < end)
      continue;
    g_array_append_val (sentences, credit->sentence);
    end = credit->sentence.end;
  }
  return sentences;
}

static void
add_missing (MellowToneDetails *self, ProseCoverage coverage)
{
  g_autofree char *example =
      mellow_adviser_dup_example (mellow_review_get_adviser (self->review), coverage);
  g_autofree char *caption = example != NULL
                                 ? g_strdup_printf (_ ("Not here yet. For example: “%s”"), example)
                                 : g_strdup (_ ("Not here yet"));
  MellowToneRow *row =
      add_row (self->coverage, mellow_tone_words_get_coverage (coverage), NULL, caption);

  gtk_widget_add_css_class (GTK_WIDGET (row), "missing");
}

static void
add_found (MellowToneDetails *self, ProseCoverage coverage, const GArray *sentences)
{
  g_autofree char *count = g_strdup_printf ("×%u", sentences->len);

  gtk_widget_add_css_class (
      GTK_WIDGET (add_row (self->coverage, mellow_tone_words_get_coverage (coverage), count, NULL)),
      "covered");
  for (guint i = 0; i < MIN (sentences->len, MOST_SENTENCES); i++) {
    ProseSpan sentence = g_array_index (sentences, ProseSpan, i);
    g_autofree char *text = dup_line (self, sentence);
    MellowToneRow *row = add_row (self->coverage, text, NULL, NULL);

    mellow_tone_row_set_place (row, sentence);
    gtk_widget_set_margin_start (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)), INDENT);
  }
  if (sentences->len > MOST_SENTENCES)
    add_more (self->coverage, sentences->len - MOST_SENTENCES);
}

static void
show_coverage (MellowToneDetails *self)
{
  g_autoptr (GArray) credits =
      mellow_review_dup_credits (self->review, mellow_review_get_whole (self->review));

  clear (self->coverage);
  for (guint coverage = PROSE_COVERAGE_NEED; coverage < PROSE_N_COVERAGES; coverage++) {
    g_autoptr (GArray) sentences = find_sentences (credits, coverage);

    if (sentences->len > 0)
      add_found (self, coverage, sentences);
    else
      add_missing (self, coverage);
  }
}

/* --- measures --- */

static void
show_measures (MellowToneDetails *self, const ProseMeasures *measures)
{
  g_autoptr (GPtrArray) all =
      mellow_tone_measures_new (measures, mellow_review_get_lexicon (self->review));

  clear (self->measures);
  for (guint i = 0; i < all->len; i++) {
    const MellowToneMeasure *measure = all->pdata[i];

    add_row (self->measures, measure->title, measure->value, measure->meaning);
  }
}

/* Whoever goes along the line reads what is there. */
static void
show_trend (MellowToneDetails *self)
{
  const char *chosen = mellow_trend_line_get_text (self->trend_line);
  g_autofree char *past = NULL, *written = NULL, *moved = NULL;

  if (self->trend == NULL)
    return;

  past = mellow_tone_trend_describe_past (self->trend);
  written = mellow_tone_trend_describe (self->trend);
  moved = past != NULL && written != NULL ? g_strconcat (past, "\n", written, NULL)
                                          : g_strdup (past != NULL ? past : written);
  gtk_label_set_text (self->trend_heading,
                      past != NULL ? _ ("Since the First Snapshot") : _ ("While You Wrote"));
  gtk_label_set_text (self->trend_label, chosen != NULL ? chosen : moved != NULL ? moved : "");
  gtk_widget_set_visible (self->trend_section, moved != NULL);
}

static void
show_overview (MellowToneDetails *self)
{
  const ProseMeasures *measures = mellow_review_get_measures (self->review);

  show_contract (self);
  show_notes (self, measures);
  show_coverage (self);
  show_measures (self, measures);
  show_trend (self);
  gtk_widget_set_visible (self->coverage_section, measures->words > 0);
  gtk_widget_set_visible (self->measures_section, measures->words > 0);
}

/* --- what moves a meter --- */

static char *
format_points (double points)
{
  /* Translators: how much something adds to a meter. */
  return g_strdup_printf (_ ("%.1f points"), points);
}

static void
add_evidence (MellowToneDetails *self, const MellowToneEvidence *evidence)
{
  g_autofree char *phrase = dup_line (self, evidence->mark.span);
  g_autofree char *title = mellow_phrase_quote (phrase);
  g_autofree char *points = format_points (evidence->points);
  MellowToneRow *row =
      add_row (self->evidence, title, points, evidence->mark.rule->category->title);

  mellow_tone_row_set_place (row, evidence->mark.span);
}

static void
add_facts (MellowToneDetails *self, const ProseMeasures *measures)
{
  gulong n = measures->facts;
  g_autofree char *title = g_strdup_printf (
      ngettext ("%lu number, price or date", "%lu numbers, prices and dates", n), n);
  g_autofree char *points = format_points (prose_tone_get_points_of_facts (measures));

  add_row (self->evidence, title, points, NULL);
}

static double
get_value (MellowToneDetails *self, const ProseMeasures *measures)
{
  ProseToneSummary summary = prose_tone_summary_new (measures);

  switch (self->meter) {
  case PROSE_METER_WARMTH:
    return summary.warmth;
  case PROSE_METER_INFORMATION:
    return summary.information;
  case PROSE_METER_PRESSURE:
  default:
    return summary.pressure;
  }
}

static void
show_evidence_heading (MellowToneDetails *self, const ProseMeasures *measures)
{
  /* Translators: the name of a meter, and what it shows. */
  g_autofree char *heading =
      g_strdup_printf (_ ("%s %.0f: what adds to it"), mellow_tone_words_get_meter (self->meter),
                       get_value (self, measures));

  gtk_label_set_text (self->evidence_heading, heading);
}

/* Facts have their rank among what else moves the meter, though no place. */
static void
list_evidence (MellowToneDetails *self, const ProseMeasures *measures, const GArray *ranked)
{
  gboolean wants_facts = self->meter == PROSE_METER_INFORMATION && measures->facts > 0;
  double points = prose_tone_get_points_of_facts (measures);

  for (guint i = 0; i < MIN (ranked->len, MOST_PLACES); i++) {
    const MellowToneEvidence *evidence = &g_array_index (ranked, MellowToneEvidence, i);

    if (wants_facts && evidence->points <= points) {
      add_facts (self, measures);
      wants_facts = FALSE;
    }
    add_evidence (self, evidence);
  }
  if (wants_facts)
    add_facts (self, measures);
}

static void
show_evidence (MellowToneDetails *self)
{
  const ProseMeasures *measures = mellow_review_get_measures (self->review);
  g_autoptr (GArray) ranked = rank (self, measures, self->meter);

  show_evidence_heading (self, measures);
  clear (self->evidence);
  list_evidence (self, measures, ranked);
  if (gtk_widget_get_first_child (GTK_WIDGET (self->evidence)) == NULL)
    add_row (self->evidence, _ ("Nothing moves it yet."), NULL, NULL);
  if (ranked->len > MOST_PLACES)
    add_more (self->evidence, ranked->len - MOST_PLACES);
}

/* --- the widget --- */

static void
on_row_activated (MellowToneDetails *self, GtkListBoxRow *row)
{
  ProseSpan place = mellow_tone_row_get_place (MELLOW_TONE_ROW (row));

  g_set_weak_pointer (&self->chosen, GTK_WIDGET (row));
  g_signal_emit (self, signals[PLACE_CHOSEN], 0, &place);
}

static void
let_go_of_draft (MellowToneDetails *self)
{
  if (self->trend != NULL)
    g_clear_signal_handler (&self->trend_handler, self->trend);
  g_clear_object (&self->trend);
  g_clear_object (&self->contract);
  g_clear_object (&self->review);
  g_clear_object (&self->draft);
}

static void
mellow_tone_details_dispose (GObject *object)
{
  MellowToneDetails *self = MELLOW_TONE_DETAILS (object);

  let_go_of_draft (self);
  g_clear_weak_pointer (&self->chosen);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (mellow_tone_details_parent_class)->dispose (object);
}

static void
mellow_tone_details_class_init (MellowToneDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mellow_tone_details_dispose;

  /**
   * MellowToneDetails::place-chosen:
   * @self: the details
   * @place: (type Prose.Span): a place of the text
   *
   * The user wants to go to a place of the text.
   */
  signals[PLACE_CHOSEN] = g_signal_new ("place-chosen", MELLOW_TYPE_TONE_DETAILS, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (MELLOW_TYPE_TREND_LINE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tonedetails");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mellowcopy/Mellow/mellow-tone-details.ui");
  gtk_widget_class_bind_template_child (widget_class, MellowToneDetails, scroller);
  gtk_widget_class_bind_template_child (widget_class, MellowToneDetails, overview);
  gtk_widget_class_bind_template_child (widget_class, MellowToneDetails, notes);
  gtk_widget_class_bind_template_child (widget_class, MellowToneDetails, coverage_section);
  gtk_widget_class_bind_template_child (widget_class, MellowToneDetails, coverage);
  gtk_widget_class_bind_template_child (widget_class, MellowToneDetails, measures_section);
  gtk_widget_class_bind_template_child (widget_class, MellowToneDetails, measures);
  gtk_widget_class_bind_template_child (widget_class, MellowToneDetails, trend_section);
  gtk_widget_class_bind_template_child (widget_class, MellowToneDetails, trend_line);
  gtk_widget_class_bind_template_child (widget_class, MellowToneDetails, trend_heading);
  gtk_widget_class_bind_template_child (widget_class, MellowToneDetails, trend_label);
  gtk_widget_class_bind_template_child (widget_class, MellowToneDetails, evidence_section);
  gtk_widget_class_bind_template_child (widget_class, MellowToneDetails, evidence_heading);
  gtk_widget_class_bind_template_child (widget_class, MellowToneDetails, evidence);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, show_trend);
}

static void
mellow_tone_details_init (MellowToneDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mellow_tone_details_set_draft:
 * @self: the details
 * @draft: the text that they are of
 * @contract: a watch over its contract
 */
void
mellow_tone_details_set_draft (MellowToneDetails *self,
                               MellowDraft *draft,
                               MellowContractWatch *contract)
{
  g_return_if_fail (MELLOW_IS_TONE_DETAILS (self));
  g_return_if_fail (MELLOW_IS_DRAFT (draft));

  let_go_of_draft (self);
  self->draft = g_object_ref (draft);
  self->review = g_object_ref (mellow_draft_get_review (draft));
  self->contract = g_object_ref (contract);
  self->trend = g_object_ref (mellow_draft_get_trend (draft));
  self->trend_handler =
      g_signal_connect_swapped (self->trend, "changed", G_CALLBACK (show_trend), self);
  mellow_trend_line_set_trend (self->trend_line, self->trend);
  mellow_tone_details_show_overview (self);
}

/**
 * mellow_tone_details_set_stacked:
 * @self: the details
 * @stacked: whether there is room for one column only
 */
void
mellow_tone_details_set_stacked (MellowToneDetails *self, gboolean stacked)
{
  g_return_if_fail (MELLOW_IS_TONE_DETAILS (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->overview),
                                  stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->overview, !stacked);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller),
                                              stacked ? STACKED_HEIGHT : USUAL_HEIGHT);
}

/**
 * mellow_tone_details_update:
 * @self: the details
 *
 * Shows the text as it is now. While nobody sees them, nothing is done.
 */
void
mellow_tone_details_update (MellowToneDetails *self)
{
  g_return_if_fail (MELLOW_IS_TONE_DETAILS (self));

  if (self->review == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  if (self->shows_meter)
    show_evidence (self);
  else
    show_overview (self);
}

/**
 * mellow_tone_details_update_contract:
 * @self: the details
 *
 * Shows what the text keeps of its contract now, if somebody sees it.
 */
void
mellow_tone_details_update_contract (MellowToneDetails *self)
{
  g_return_if_fail (MELLOW_IS_TONE_DETAILS (self));

  if (self->review != NULL && gtk_widget_get_visible (GTK_WIDGET (self)) && !self->shows_meter)
    show_contract (self);
}

static void
choose (MellowToneDetails *self, gboolean shows_meter)
{
  self->shows_meter = shows_meter;
  gtk_widget_set_visible (GTK_WIDGET (self->overview), !shows_meter);
  gtk_widget_set_visible (self->evidence_section, shows_meter);
  mellow_tone_details_update (self);
}

/**
 * mellow_tone_details_show_overview:
 * @self: the details
 *
 * Shows notes, coverage, measures and the trend, from the first snapshot on.
 */
void
mellow_tone_details_show_overview (MellowToneDetails *self)
{
  g_return_if_fail (MELLOW_IS_TONE_DETAILS (self));

  choose (self, FALSE);
  if (self->draft != NULL && gtk_widget_get_visible (GTK_WIDGET (self)))
    mellow_snapshot_store_refresh (mellow_snapshot_store_find (GTK_WIDGET (self)), self->draft);
}

/**
 * mellow_tone_details_show_meter:
 * @self: the details
 * @meter: a meter
 *
 * Shows what moves a meter.
 */
void
mellow_tone_details_show_meter (MellowToneDetails *self, ProseMeter meter)
{
  g_return_if_fail (MELLOW_IS_TONE_DETAILS (self));

  self->meter = meter;
  choose (self, TRUE);
}

/**
 * mellow_tone_details_shows_meter:
 * @self: the details
 * @meter: a meter
 *
 * Returns: whether they show what moves it
 */
gboolean
mellow_tone_details_shows_meter (MellowToneDetails *self, ProseMeter meter)
{
  g_return_val_if_fail (MELLOW_IS_TONE_DETAILS (self), FALSE);

  return self->shows_meter && self->meter == meter;
}

/**
 * mellow_tone_details_shows_overview:
 * @self: the details
 *
 * Returns: whether they show the overview
 */
gboolean
mellow_tone_details_shows_overview (MellowToneDetails *self)
{
  g_return_val_if_fail (MELLOW_IS_TONE_DETAILS (self), FALSE);

  return !self->shows_meter;
}

static GtkListBox *
get_first_list (MellowToneDetails *self)
{
  return self->contract_section != NULL && gtk_widget_get_visible (self->contract_section)
             ? self->contract_list
             : self->notes;
}

/**
 * mellow_tone_details_focus:
 * @self: the details
 *
 * Puts the focus on the row that the user left by, or on the first one; what departs
 * from the contract stands first.
 */
void
mellow_tone_details_focus (MellowToneDetails *self)
{
  GtkListBox *list;

  g_return_if_fail (MELLOW_IS_TONE_DETAILS (self));

  list = self->shows_meter ? self->evidence : get_first_list (self);
  if (self->chosen == NULL || !gtk_widget_grab_focus (self->chosen))
    gtk_widget_child_focus (GTK_WIDGET (list), GTK_DIR_TAB_FORWARD);
}
