/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the summary tells of a text, without a window: the verdict and the notes in
 * words, the measures, what moves a meter, and the trend.
 */

#include <math.h>

#include "fixture.h"
#include "mellow-tone-evidence.h"
#include "mellow-tone-measure.h"
#include "mellow-tone-trend.h"
#include "mellow-tone-words.h"

/* A text of so many words, enough for a next step to be missed. */
#define PLAIN                                                                                      \
  {                                                                                                \
    .words = 60, .sentences = 6, .units = 60, .reader = 1, .questions = 1                          \
  }

/* --- words --- */

static void
assert_verdict (ProseMeasures measures, const char *expected)
{
  g_autofree char *verdict = mellow_tone_words_describe_verdict (&measures);

  g_assert_cmpstr (verdict, ==, expected);
}

static void
test_verdicts (void)
{
  ProseMeasures measures = PLAIN;

  assert_verdict ((ProseMeasures){ 0 }, "No verdict yet");
  assert_verdict ((ProseMeasures){ .unchecked = 9 }, "Language not known");
  assert_verdict (measures, "Calm");
  measures.load[PROSE_METER_PRESSURE] = 600;
  assert_verdict (measures, "Firm");
  measures.load[PROSE_METER_PRESSURE] = 6000;
  assert_verdict (measures, "Pushy");
}

/* It says what makes it weak, and the reason speaks of the same. */
static void
test_a_weak_verdict_names_its_note (void)
{
  ProseMeasures measures = PLAIN;

  measures.questions = 0;
  assert_verdict (measures, "Too weak: no next step");
  g_assert_nonnull (strstr (mellow_tone_words_get_reason (&measures), "no next step"));

  measures = (ProseMeasures)PLAIN;
  measures.reader = 0;
  measures.seller = 2;
  assert_verdict (measures, "Too weak: not about the reader");
  g_assert_nonnull (strstr (mellow_tone_words_get_reason (&measures), "seller alone"));

  measures = (ProseMeasures)PLAIN;
  measures.hedged = 2;
  assert_verdict (measures, "Too weak: much is hedged");

  measures = (ProseMeasures)PLAIN;
  measures.questions = 4;
  measures.stacked_questions = 2;
  assert_verdict (measures, "Too weak: it mostly asks");
}

/* Every kind has a sentence, and what is counted says how many. */
static void
test_notes (void)
{
  for (guint kind = 0; kind < PROSE_N_TONE_NOTES; kind++) {
    ProseToneNote one = { kind, 1, FALSE }, many = { kind, 23, FALSE };
    g_autofree char *first = mellow_tone_words_describe_note (&one);
    g_autofree char *second = mellow_tone_words_describe_note (&many);

    g_assert_true (g_str_has_suffix (first, ".") || g_str_has_suffix (first, "time."));
    if (kind == PROSE_TONE_NOTE_NO_NEXT_STEP || kind == PROSE_TONE_NOTE_NO_READER) {
      g_assert_cmpstr (first, ==, second);
    } else {
      g_assert_nonnull (strstr (first, "1"));
      g_assert_nonnull (strstr (second, "23"));
    }
  }
}

/* Each note that can make a text weak knows what would help. */
static void
test_weak_notes_have_help (void)
{
  g_assert_cmpint (mellow_tone_words_get_help (PROSE_TONE_NOTE_NO_NEXT_STEP), ==,
                   PROSE_COVERAGE_STEP);
  g_assert_cmpint (mellow_tone_words_get_help (PROSE_TONE_NOTE_NO_READER), ==,
                   PROSE_COVERAGE_BENEFIT);
  g_assert_cmpint (mellow_tone_words_get_help (PROSE_TONE_NOTE_HEDGES), ==, PROSE_COVERAGE_BENEFIT);
  g_assert_cmpint (mellow_tone_words_get_help (PROSE_TONE_NOTE_STACKED_QUESTIONS), ==,
                   PROSE_COVERAGE_STEP);
  g_assert_cmpint (mellow_tone_words_get_help (PROSE_TONE_NOTE_MORE_SELLER), ==,
                   PROSE_COVERAGE_NONE);
}

/* --- measures --- */

static char *
measures_to_string_in (ProseMeasures measures, ProseLexicon *lexicon)
{
  g_autoptr (GPtrArray) all = mellow_tone_measures_new (&measures, lexicon);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++) {
    const MellowToneMeasure *measure = all->pdata[i];

    g_string_append_printf (lines, "%s: %s, %s\n", measure->title, measure->value,
                            measure->meaning);
  }
  return g_string_free (lines, FALSE);
}

static char *
measures_to_string (ProseMeasures measures)
{
  return measures_to_string_in (measures, NULL);
}

static void
assert_measures (ProseMeasures measures, const char *expected)
{
  g_autofree char *lines = measures_to_string (measures);

  g_assert_cmpstr (lines, ==, expected);
}

static void
test_measures (void)
{
  assert_measures ((ProseMeasures){ .words = 476,
                                    .sentences = 40,
                                    .questions = 5,
                                    .exclamations = 2,
                                    .long_words = 119,
                                    .reader = 12,
                                    .seller = 4,
                                    .invitations = 7,
                                    .address = { 9, 0, 0 } },
                   "Readability (LIX): 37, easy, as in novels\n"
                   "Words per sentence: 11.9, sentences of middling length\n"
                   "Questions: 12%, one sentence in 8 asks\n"
                   "You and we: 12 : 4, speaks more of the reader\n"
                   "Calls to act per 100 words: 1.5, one in 68 words\n"
                   "Exclamation marks per 100 words: 0.4, one in 238 words\n"
                   "Form of address: you, one form for all readers\n"
                   "Reading time: 2 minutes, at 238 words a minute\n");
}

static void
test_measures_of_a_line (void)
{
  assert_measures ((ProseMeasures){ .words = 4, .sentences = 1, .questions = 1 },
                   "Readability (LIX): 4, very easy, as in books for children\n"
                   "Words per sentence: 4.0, short sentences\n"
                   "Questions: 100%, nearly every sentence asks\n"
                   "You and we: 0 : 0, speaks of neither reader nor seller\n"
                   "Calls to act per 100 words: 0.0, none\n"
                   "Exclamation marks per 100 words: 0.0, none\n"
                   "Form of address: none, the reader is not spoken to\n"
                   "Reading time: 2 seconds, at 238 words a minute\n");
}

static void
test_nothing_is_measured_without_words (void)
{
  assert_measures ((ProseMeasures){ 0 }, "");
  assert_measures ((ProseMeasures){ .unchecked = 400 }, "");
}

static void
assert_address (const char *language, ProseMeasures measures, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseRuleSet) rules =
      prose_rule_store_load (g_getenv ("MELLOW_SHIPPED_RULES"), &error);
  ProseLanguageRules *own = prose_rule_set_get_language (rules, language);
  g_autofree char *lines = measures_to_string_in (measures, prose_language_rules_get_lexicon (own));
  g_autofree char *line = g_strconcat ("Form of address: ", expected, "\n", NULL);

  g_assert_no_error (error);
  if (strstr (lines, line) == NULL)
    g_test_message ("%s", lines);
  g_assert_nonnull (strstr (lines, line));
}

/* By the words of the language: which number a form has says nothing. */
static void
test_forms_of_address (void)
{
  ProseMeasures measures = PLAIN;

  assert_address ("en", measures, "you, one form for all readers");
  measures.address[0] = 9;
  assert_address ("fr", measures, "vous, all through, 9 times");
  assert_address ("da", measures, "du, all through, 9 times");
  measures.address[1] = 3;
  assert_address ("fr", measures, "vous, “vous” and “tu” are mixed");
  measures.address[0] = 0;
  assert_address ("da", measures, "De, all through, 3 times");
  assert_address ("de", measures, "Sie, all through, 3 times");
  measures.address[2] = 1;
  assert_address ("da", measures, "De, all through, 4 times");
}

/* --- evidence --- */

static char *
evidence_to_string (MellowReview *review, ProseMeter meter)
{
  ProseSpan all = mellow_review_get_whole (review);
  g_autoptr (GArray) found = meter == PROSE_METER_PRESSURE
                                 ? mellow_review_dup_marks (review, all)
                                 : mellow_review_dup_credits (review, all);
  g_autoptr (GArray) ranked =
      mellow_tone_evidence_rank (mellow_review_get_measures (review), found, meter);
  GString *line = g_string_new (NULL);
  double sum = 0;

  for (guint i = 0; i < ranked->len; i++) {
    const MellowToneEvidence *evidence = &g_array_index (ranked, MellowToneEvidence, i);
    g_autofree char *phrase = mellow_review_dup_text (review, evidence->mark.span);

    g_string_append_printf (line, "%s%s", i > 0 ? ", " : "", phrase);
    sum += evidence->points;
  }
  if (meter == PROSE_METER_PRESSURE)
    g_assert_cmpfloat_with_epsilon (sum, mellow_review_get_pressure (review), 1e-9);

  return g_string_free (line, FALSE);
}

/* The heaviest first, what is alike in the order of the text; and they add up. */
static void
test_evidence_is_ranked (void)
{
  g_autoptr (MellowDraft) draft = create_draft (
      "We are proud. Act now, it is good. Do not let us down! Only 3 left. Buy now, it is good.");
  MellowReview *review = mellow_draft_get_review (draft);
  g_autofree char *marks = evidence_to_string (review, PROSE_METER_PRESSURE);
  g_autofree char *credits = evidence_to_string (review, PROSE_METER_WARMTH);

  g_assert_cmpstr (marks, ==, "let us down, Only 3 left, Act now, Buy now, We are proud");
  g_assert_cmpstr (credits, ==, "");
}

static void
test_credits_are_evidence (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("Act now, or take your time. It is your call.");
  MellowReview *review = mellow_draft_get_review (draft);
  g_autofree char *credits = evidence_to_string (review, PROSE_METER_WARMTH);
  g_autofree char *facts = evidence_to_string (review, PROSE_METER_INFORMATION);

  g_assert_cmpstr (credits, ==, "take your time, It is your call");
  g_assert_cmpstr (facts, ==, "");
}

/* --- trend --- */

static void
assert_trend (MellowToneTrend *trend, const char *expected)
{
  g_autofree char *text = mellow_tone_trend_describe (trend);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_trend (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("");
  g_autoptr (MellowToneTrend) trend = mellow_tone_trend_new (mellow_draft_get_review (draft));

  assert_trend (trend, NULL);
  mellow_tone_trend_add (trend, (MellowToneSample){ 10, 71.4 });
  assert_trend (trend, NULL);
  mellow_tone_trend_add (trend, (MellowToneSample){ 20, 71 });
  assert_trend (trend, "Pressure is at 71, as before");
  mellow_tone_trend_add (trend, (MellowToneSample){ 40, 46 });
  assert_trend (trend, "Pressure fell from 71 to 46");
  mellow_tone_trend_add (trend, (MellowToneSample){ 50, 90 });
  assert_trend (trend, "Pressure rose from 71 to 90");
  g_assert_cmpuint (mellow_tone_trend_get_samples (trend)->len, ==, 4);
}

/* The versions that were kept come before the writing. */
static void
test_trend_of_versions (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("");
  MellowToneTrend *trend = mellow_draft_get_trend (draft);
  g_autoptr (GPtrArray) snapshots = g_ptr_array_new ();
  ProseSnapshot first = { .name = (char *)"første", .created = 100, .pressure = 80, .warmth = 3 };
  ProseSnapshot second = {
    .name = (char *)"anden", .created = 200, .pressure = 40.4, .warmth = 20
  };
  MellowTonePoint now;
  g_autofree char *moved = NULL, *point = NULL;

  g_assert_null (mellow_tone_trend_describe_past (trend));
  g_ptr_array_add (snapshots, &second);
  g_ptr_array_add (snapshots, &first);
  mellow_tone_trend_set_past (trend, snapshots);
  moved = mellow_tone_trend_describe_past (trend);
  g_assert_cmpstr (moved, ==, "Since første: Pressure 80 → 0, Warmth 3 → 0");
  point = mellow_tone_point_describe (mellow_tone_trend_get_past (trend)->pdata[1]);
  g_assert_true (g_str_has_prefix (point, "anden, "));
  g_assert_true (g_str_has_suffix (point, ": Pressure 40, Warmth 20"));
  now = mellow_tone_trend_get_now (trend);
  g_assert_null (now.name);
}

/* What is too old goes, but for the sample that it moved from. */
static void
test_trend_forgets (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("");
  g_autoptr (MellowToneTrend) trend = mellow_tone_trend_new (mellow_draft_get_review (draft));

  for (guint i = 0; i < 2000; i++)
    mellow_tone_trend_add (trend, (MellowToneSample){ i, i % 100 });
  g_assert_cmpuint (mellow_tone_trend_get_samples (trend)->len, ==, 602);
  mellow_tone_trend_add (trend, (MellowToneSample){ 1e6, 7 });
  g_assert_cmpuint (mellow_tone_trend_get_samples (trend)->len, ==, 2);
  assert_trend (trend, "Pressure fell from 99 to 7");
}

static guint
count_samples (MellowToneTrend *trend)
{
  return mellow_tone_trend_get_samples (trend)->len;
}

/* A pause is a sample, and a text that comes whole is a new beginning. */
static void
test_trend_follows_the_writer (void)
{
  g_autoptr (MellowDraft) draft = create_draft ("");
  GtkTextBuffer *buffer = mellow_draft_get_buffer (draft);
  g_autoptr (MellowToneTrend) trend = mellow_tone_trend_new (mellow_draft_get_review (draft));

  mellow_text_buffer_load (MELLOW_TEXT_BUFFER (buffer), "Act now. It is good to be here.", -1);
  wait_until (count_samples (trend) == 1);
  type_text (buffer, " Act");
  type_text (buffer, " now!");
  wait_until (count_samples (trend) == 2);
  gtk_text_buffer_undo (buffer);
  wait_until (count_samples (trend) == 3);
  mellow_text_buffer_load (MELLOW_TEXT_BUFFER (buffer), "It is good.", -1);
  wait_until (count_samples (trend) == 1);
  g_assert_cmpfloat (
      g_array_index (mellow_tone_trend_get_samples (trend), MellowToneSample, 0).pressure, ==, 0);
}

static void
test_trend_ends_with_its_draft (void)
{
  MellowDraft *draft = create_draft ("Act now");
  MellowToneTrend *trend = mellow_tone_trend_new (mellow_draft_get_review (draft));

  type_text (mellow_draft_get_buffer (draft), " or later");
  g_assert_finalize_object (trend);
  g_assert_finalize_object (draft);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tone/verdicts", test_verdicts);
  g_test_add_func ("/tone/a-weak-verdict-names-its-note", test_a_weak_verdict_names_its_note);
  g_test_add_func ("/tone/notes", test_notes);
  g_test_add_func ("/tone/weak-notes-have-help", test_weak_notes_have_help);
  g_test_add_func ("/tone/measures", test_measures);
  g_test_add_func ("/tone/measures-of-a-line", test_measures_of_a_line);
  g_test_add_func ("/tone/nothing-is-measured-without-words",
                   test_nothing_is_measured_without_words);
  g_test_add_func ("/tone/forms-of-address", test_forms_of_address);
  g_test_add_func ("/tone/evidence-is-ranked", test_evidence_is_ranked);
  g_test_add_func ("/tone/credits-are-evidence", test_credits_are_evidence);
  g_test_add_func ("/tone/trend", test_trend);
  g_test_add_func ("/tone/trend-of-versions", test_trend_of_versions);
  g_test_add_func ("/tone/trend-forgets", test_trend_forgets);
  g_test_add_func ("/tone/trend-follows-the-writer", test_trend_follows_the_writer);
  g_test_add_func ("/tone/trend-ends-with-its-draft", test_trend_ends_with_its_draft);

  return g_test_run ();
}
