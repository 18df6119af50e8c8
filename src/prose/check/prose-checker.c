/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check/prose-checker.h"

#include "check/prose-paragraph-checker.h"
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

/* A paragraph that takes the language of the document, once it is known. */
typedef struct {
  ProseSpan span;
  const char *muted;
  ProseLanguageVote vote;
} Undecided;

/* One check of a document. */
typedef struct {
  ProseChecker *checker;
  const char *text;
  gsize length;
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
is_blank (const char *text, ProseSpan span)
{
  for (guint i = span.start; i < span.end; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;

  return TRUE;
}

static void
shift_from (GArray *diagnostics, guint first, guint offset)
{
  for (guint i = first; i < diagnostics->len; i++) {
    ProseDiagnostic *diagnostic = &g_array_index (diagnostics, ProseDiagnostic, i);

    *diagnostic = prose_diagnostic_shift (*diagnostic, offset);
  }
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

/* Checks the paragraph that was read last. */
static void
check_read_paragraph (Run *self, ProseSpan span, const char *language)
{
  ProseReport *report = self->report;
  guint n_diagnostics = report->diagnostics->len;
  guint n_credits = report->credits->len;
  ProseZone zone = prose_zone_of_paragraph (self->text + span.start, prose_span_get_length (span));

  if (!prose_paragraph_checker_check (self->checker->paragraphs, language, zone,
                                      report->diagnostics, report->credits, &report->measures))
    add_unchecked (report, span, language);

  shift_from (report->diagnostics, n_diagnostics, span.start);
  shift_from (report->credits, n_credits, span.start);
}

static void
read_paragraph (Run *self, ProseSpan span, const char *muted)
{
  prose_paragraph_checker_read (self->checker->paragraphs, self->text + span.start,
                                prose_span_get_length (span));
  prose_paragraph_checker_set_muted (self->checker->paragraphs, muted);
  prose_paragraph_checker_set_place (self->checker->paragraphs, span.start);
}

/* The language of the paragraph that was read last, if that of the document makes
 * no difference. */
static const char *
choose_language (Run *self, ProseLanguageVote *vote)
{
  *vote = prose_paragraph_checker_vote (self->checker->paragraphs);
  prose_language_vote_add (&self->vote, vote);

  return self->chosen_language != NULL ? self->chosen_language : prose_language_choose (vote, NULL);
}

/* Checks what can be checked at first sight. */
static void
check_paragraphs (Run *self)
{
  for (guint start = 0; start < self->length;) {
    Undecided undecided = {
      .span = { start, prose_paragraph_get_end (self->text, self->length, start) },
      .muted = self->muted,
    };
    const char *language;

    start = undecided.span.end;
    if (is_blank (self->text, undecided.span))
      continue;
    read_paragraph (self, undecided.span, undecided.muted);
    self->muted = prose_paragraph_checker_get_muted_after (self->checker->paragraphs);
    language = choose_language (self, &undecided.vote);
    if (language != NULL)
      check_read_paragraph (self, undecided.span, language);
    else
      g_array_append_val (self->undecided, undecided);
  }
}

static const char *
find_document_language (Run *self)
{
  const char *language = prose_language_vote_get_winner (&self->vote, 1);

  if (self->chosen_language != NULL)
    return g_intern_string (self->chosen_language);
  if (language != NULL)
    return language;

  return prose_paragraph_checker_try_languages (self->checker->paragraphs, self->text,
                                                self->length);
}

static int
compare_unchecked (gconstpointer a, gconstpointer b)
{
  const ProseUnchecked *first = a;
  const ProseUnchecked *second = b;

  return (first->span.start > second->span.start) - (first->span.start < second->span.start);
}

/* Checks the rest, now that the language of the document is known. */
static void
check_undecided (Run *self)
{
  ProseReport *report = self->report;

  for (guint i = 0; i < self->undecided->len; i++) {
    const Undecided *undecided = &g_array_index (self->undecided, Undecided, i);

    read_paragraph (self, undecided->span, undecided->muted);
    check_read_paragraph (self, undecided->span,
                          prose_language_choose (&undecided->vote, report->language));
  }
  if (self->undecided->len == 0)
    return;

  g_array_sort (report->diagnostics, prose_diagnostic_compare_places);
  g_array_sort (report->credits, prose_diagnostic_compare_places);
  g_array_sort (report->unchecked, compare_unchecked);
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
  Run run = { .checker = self,
              .chosen_language = language,
              .report = report_new (prose_checker_get_rules (self)),
              .undecided = undecided };

  run.text = prose_document_get_text (document, &run.length);
  check_paragraphs (&run);
  run.report->language = find_document_language (&run);
  check_undecided (&run);

  return run.report;
}
