/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check/prose-checker.h"

#include "check/prose-paragraph-checker.h"
#include "check/prose-passage.h"
#include "text/prose-paragraph.h"

struct _ProseChecker {
  GObject parent_instance;
  ProseParagraphChecker *paragraphs;
};

G_DEFINE_FINAL_TYPE (ProseChecker, prose_checker, G_TYPE_OBJECT)

struct _ProseReport {
  ProseRuleSet *rules; /* the diagnostics point into it */
  GArray *diagnostics;
  GArray *credits;
  GArray *unchecked;
  const char *language;
  ProseMeasures measures;
};

/* A passage that takes the language of the document, once it is known. */
typedef struct {
  ProsePassage passage;
  guint start; /* of what it was read from, in bytes */
  const char *muted;
  ProseLanguageVote vote;
} Undecided;

/* One check of a document. */
typedef struct {
  ProseChecker *checker;
  ProseDocument *document;
  const char *chosen_language; /* (nullable) */
  ProseReport *report;
  ProseLanguageVote vote;
  const char *muted; /* (nullable): by a directive of an earlier paragraph */
  GArray *undecided; /* of Undecided */
} Run;

static void
prose_checker_finalize (GObject *object)
{
  ProseChecker *self = PROSE_CHECKER (object);

  prose_paragraph_checker_free (self->paragraphs);
  G_OBJECT_CLASS (prose_checker_parent_class)->finalize (object);
}

static void
prose_checker_class_init (ProseCheckerClass *class)
{
  G_OBJECT_CLASS (class)->finalize = prose_checker_finalize;
}

static void
prose_checker_init (ProseChecker *self)
{
}

/**
 * prose_checker_new:
 * @rules: the rules to check by
 *
 * Returns: (transfer full): a checker, for one thread
 */
ProseChecker *
prose_checker_new (ProseRuleSet *rules)
{
  ProseChecker *self = g_object_new (PROSE_TYPE_CHECKER, NULL);

  self->paragraphs = prose_paragraph_checker_new (rules);
  return self;
}

ProseRuleSet *
prose_checker_get_rules (ProseChecker *self)
{
  return prose_paragraph_checker_get_rules (self->paragraphs);
}

/**
 * prose_checker_set_ignore_list:
 * @self: a checker
 * @list: (nullable): what the document to check ignores, here-entries at their
 *   places
 *
 * What is ignored counts nowhere.
 */
void
prose_checker_set_ignore_list (ProseChecker *self, ProseIgnoreList *list)
{
  prose_paragraph_checker_set_ignore_list (self->paragraphs, list);
}

/**
 * prose_checker_set_finds_claims:
 * @self: a checker
 * @finds_claims: whether what quiet rules find is among the diagnostics: claims that
 *   press nobody
 */
void
prose_checker_set_finds_claims (ProseChecker *self, gboolean finds_claims)
{
  prose_paragraph_checker_set_finds_claims (self->paragraphs, finds_claims);
}

/* --- report --- */

static ProseReport *
report_new (ProseRuleSet *rules)
{
  ProseReport *self = g_atomic_rc_box_new0 (ProseReport);

  self->rules = prose_rule_set_ref (rules);
  self->diagnostics = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic));
  self->credits = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic));
  self->unchecked = g_array_new (FALSE, FALSE, sizeof (ProseUnchecked));

  return self;
}

ProseReport *
prose_report_ref (ProseReport *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
report_clear (ProseReport *self)
{
  prose_rule_set_unref (self->rules);
  g_array_unref (self->diagnostics);
  g_array_unref (self->credits);
  g_array_unref (self->unchecked);
}

void
prose_report_unref (ProseReport *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify)report_clear);
}

/**
 * prose_report_get_diagnostics:
 * @self: a report
 *
 * Returns: (element-type ProseDiagnostic) (transfer none): the marks, in order
 */
GArray *
prose_report_get_diagnostics (ProseReport *self)
{
  return self->diagnostics;
}

/**
 * prose_report_get_credits:
 * @self: a report
 *
 * Returns: (element-type ProseDiagnostic) (transfer none): the soft phrases, in
 *   order
 */
GArray *
prose_report_get_credits (ProseReport *self)
{
  return self->credits;
}

/**
 * prose_report_get_unchecked:
 * @self: a report
 *
 * Returns: (element-type ProseUnchecked) (transfer none): what was not checked
 */
GArray *
prose_report_get_unchecked (ProseReport *self)
{
  return self->unchecked;
}

/**
 * prose_report_get_language:
 * @self: a report
 *
 * Returns: (nullable): the language of the document, %NULL if it is not known
 */
const char *
prose_report_get_language (ProseReport *self)
{
  return self->language;
}

const ProseMeasures *
prose_report_get_measures (ProseReport *self)
{
  return &self->measures;
}

/* --- checking --- */

static gboolean
is_blank (const ProsePassage *passage)
{
  for (guint i = 0; i < passage->length; i++)
    if (!g_ascii_isspace (passage->text[i]))
      return FALSE;

  return TRUE;
}

/* The reason lives as long as the rule set, which the report holds. */
static void
add_unchecked (ProseReport *report, ProseSpan span, const char *language)
{
  ProseUnchecked unchecked = { .span = span,
                               .reason = prose_rule_set_get_problem (report->rules, language) };

  if (language == NULL)
    unchecked.reason = "the language was not recognised";
  else if (unchecked.reason == NULL)
    unchecked.reason = "there are no rules for this language";
  g_array_append_val (report->unchecked, unchecked);
}

/* Checks the passage that was read last. */
static void
check_read_passage (Run *self, const Undecided *place, const char *language)
{
  const ProsePassage *passage = &place->passage;
  ProseReport *report = self->report;
  guint n_diagnostics = report->diagnostics->len;
  guint n_credits = report->credits->len;
  ProseSpan all = prose_passage_to_source (passage, (ProseSpan){ 0, passage->length });

  if (!prose_paragraph_checker_check (self->checker->paragraphs, language, passage->zone,
                                      report->diagnostics, report->credits, &report->measures))
    add_unchecked (report, prose_span_shift (all, place->start), language);

  prose_passage_place_found (passage, report->diagnostics, n_diagnostics, place->start);
  prose_passage_place_found (passage, report->credits, n_credits, place->start);
}

static void
read_passage (Run *self, const Undecided *place)
{
  ProseParagraphChecker *paragraphs = self->checker->paragraphs;

  prose_paragraph_checker_read (paragraphs, place->passage.text, place->passage.length);
  prose_paragraph_checker_set_muted (paragraphs, place->muted);
  prose_paragraph_checker_set_place (paragraphs, place->start, place->passage.copy);
}

/* The language of the passage that was read last, if that of the document makes
 * no difference. */
static const char *
choose_language (Run *self, Undecided *place)
{
  place->vote = prose_paragraph_checker_vote (self->checker->paragraphs);
  prose_language_vote_add (&self->vote, &place->vote);
  if (self->chosen_language != NULL)
    return self->chosen_language;

  return place->passage.language != NULL ? place->passage.language
                                         : prose_language_choose (&place->vote, NULL);
}

/* Checks a passage, if that can be done at first sight. */
static void
check_passage (Run *self, ProsePassage passage, guint start)
{
  Undecided place = { .passage = passage, .start = start, .muted = self->muted };
  const char *language;

  if (is_blank (&passage))
    return;

  read_passage (self, &place);
  self->muted = prose_paragraph_checker_get_muted_after (self->checker->paragraphs);
  language = choose_language (self, &place);
  if (language != NULL)
    check_read_passage (self, &place, language);
  else
    g_array_append_val (self->undecided, place);
}

static void
check_paragraphs (Run *self)
{
  gsize length;
  const char *text = prose_document_get_text (self->document, &length);

  for (guint start = 0; start < length;) {
    guint end = prose_paragraph_get_end (text, length, start);

    check_passage (self, prose_passage_of_text (text + start, end - start), start);
    start = end;
  }
}

static void
check_segments (Run *self, GPtrArray *segments)
{
  for (guint i = 0; i < segments->len; i++) {
    const ProseSegment *segment = segments->pdata[i];

    if (segment->role == PROSE_SEGMENT_COPY)
      check_passage (self, prose_passage_of_segment (segment), 0);
  }
}

/* The language that the file itself tells of its copy, if it tells any. */
static const char *
find_declared_language (Run *self)
{
  GPtrArray *segments = prose_document_get_segments (self->document);

  for (guint i = 0; segments != NULL && i < segments->len; i++) {
    const ProseSegment *segment = segments->pdata[i];

    if (segment->role == PROSE_SEGMENT_COPY && segment->language != NULL)
      return segment->language;
  }
  return NULL;
}

/* The language of what does not tell its own. */
static const char *
find_document_language (Run *self)
{
  const char *language = prose_language_vote_get_winner (&self->vote, 1);
  gsize length;
  const char *text = prose_document_get_text (self->document, &length);

  if (self->chosen_language != NULL)
    return g_intern_string (self->chosen_language);
  if (language != NULL)
    return language;

  return prose_paragraph_checker_try_languages (self->checker->paragraphs, &self->vote, text,
                                                length);
}

static int
compare_unchecked (gconstpointer a, gconstpointer b)
{
  const ProseUnchecked *first = a;
  const ProseUnchecked *second = b;

  return (first->span.start > second->span.start) - (first->span.start < second->span.start);
}

/* Segments may lie in each other, and what waited for its language comes last. */
static void
sort_found (ProseReport *report)
{
  g_array_sort (report->diagnostics, prose_diagnostic_compare_places);
  g_array_sort (report->credits, prose_diagnostic_compare_places);
  g_array_sort (report->unchecked, compare_unchecked);
}

/* Checks the rest, now that the language of the document is known. */
static void
check_undecided (Run *self)
{
  for (guint i = 0; i < self->undecided->len; i++) {
    const Undecided *place = &g_array_index (self->undecided, Undecided, i);

    read_passage (self, place);
    check_read_passage (self, place, prose_language_choose (&place->vote, self->report->language));
  }
}

/**
 * prose_checker_check:
 * @self: a checker
 * @document: the document
 * @language: (nullable): its language, or %NULL to find it out by paragraph
 *
 * Returns: (transfer full): what was found, and what was not checked
 */
ProseReport *
prose_checker_check (ProseChecker *self, ProseDocument *document, const char *language)
{
  g_autoptr (GArray) undecided = g_array_new (FALSE, FALSE, sizeof (Undecided));
  GPtrArray *segments = prose_document_get_segments (document);
  Run run = { .checker = self,
              .document = document,
              .chosen_language = language,
              .report = report_new (prose_checker_get_rules (self)),
              .undecided = undecided };

  if (segments != NULL)
    check_segments (&run, segments);
  else
    check_paragraphs (&run);
  run.report->language = find_document_language (&run);
  check_undecided (&run);
  if (language == NULL && find_declared_language (&run) != NULL)
    run.report->language = find_declared_language (&run);
  if (segments != NULL || undecided->len > 0)
    sort_found (run.report);

  return run.report;
}
