/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-json-output.h"

static void
add_position (MellowJsonWriter *writer, const char *name, ProsePosition position)
{
  mellow_json_begin_object (writer, name);
  mellow_json_add_integer (writer, "line", position.line);
  mellow_json_add_integer (writer, "column", position.column);
  mellow_json_add_integer (writer, "byte", position.byte);
  mellow_json_add_integer (writer, "utf16", position.utf16);
  mellow_json_end_object (writer);
}

static void
add_named_range (MellowJsonWriter *writer, const char *name, ProseLineIndex *lines, ProseSpan span)
{
  mellow_json_begin_object (writer, name);
  add_position (writer, "start", prose_line_index_locate (lines, span.start));
  add_position (writer, "end", prose_line_index_locate (lines, span.end));
  mellow_json_end_object (writer);
}

static void
add_range (MellowJsonWriter *writer, ProseLineIndex *lines, ProseSpan span)
{
  add_named_range (writer, "range", lines, span);
}

static void
add_slice (MellowJsonWriter *writer, const MellowCheckedText *checked, ProseSpan span)
{
  g_autofree char *text = mellow_checked_text_dup_slice (checked, span);

  mellow_json_add_string (writer, "text", text);
}

static void
add_unchecked (MellowJsonWriter *writer, const MellowCheckedText *checked, ProseLineIndex *lines)
{
  GArray *parts = prose_report_get_unchecked (checked->report);

  mellow_json_begin_array (writer, "unchecked");
  for (guint i = 0; i < parts->len; i++) {
    const ProseUnchecked *part = &g_array_index (parts, ProseUnchecked, i);

    mellow_json_begin_object (writer, NULL);
    add_range (writer, lines, part->span);
    mellow_json_add_string (writer, "reason", part->reason);
    mellow_json_end_object (writer);
  }
  mellow_json_end_array (writer);
}

static char *
slice (gpointer checked, ProseSpan span)
{
  return mellow_checked_text_dup_slice (checked, span);
}

static void
add_repeat (MellowJsonWriter *writer,
            const MellowCheckedText *checked,
            const ProseToneRepeat *repeat)
{
  g_autofree char *phrase = mellow_checked_text_dup_slice (checked, repeat->span);

  mellow_json_begin_object (writer, NULL);
  mellow_json_add_string (writer, "kind", PROSE_TONE_REPEAT_NAME);
  mellow_json_add_integer (writer, "count", repeat->count);
  mellow_json_add_boolean (writer, "weak", FALSE);
  mellow_json_add_string (writer, "text", phrase);
  mellow_json_end_object (writer);
}

static void
add_notes (MellowJsonWriter *writer, const MellowCheckedText *checked)
{
  g_autoptr (GArray) notes = prose_tone_notes_new (prose_report_get_measures (checked->report));
  g_autoptr (GArray) repeats = prose_tone_repeats_new (
      prose_report_get_diagnostics (checked->report), slice, (gpointer)checked);

  mellow_json_begin_array (writer, "notes");
  for (guint i = 0; i < notes->len; i++) {
    const ProseToneNote *note = &g_array_index (notes, ProseToneNote, i);

    mellow_json_begin_object (writer, NULL);
    mellow_json_add_string (writer, "kind", prose_tone_note_kind_to_string (note->kind));
    mellow_json_add_integer (writer, "count", note->count);
    mellow_json_add_boolean (writer, "weak", note->is_weak);
    mellow_json_end_object (writer);
  }
  for (guint i = 0; i < repeats->len; i++)
    add_repeat (writer, checked, &g_array_index (repeats, ProseToneRepeat, i));
  mellow_json_end_array (writer);
}

static void
add_coverage (MellowJsonWriter *writer, const ProseMeasures *measures)
{
  mellow_json_begin_object (writer, "coverage");
  for (guint i = PROSE_COVERAGE_NONE + 1; i < PROSE_N_COVERAGES; i++)
    mellow_json_add_integer (writer, prose_coverage_to_string (i), measures->covered[i]);
  mellow_json_end_object (writer);
}

static void
add_measures (MellowJsonWriter *writer, const MellowCheckedText *checked)
{
  const ProseMeasures *measures = prose_report_get_measures (checked->report);
  ProseToneFigures figures = prose_tone_figures_new (measures);
  g_autofree char *address =
      prose_tone_dup_address (measures, mellow_checked_text_get_lexicon (checked));

  mellow_json_begin_object (writer, "measures");
  mellow_json_add_tenths (writer, "sentence_length", figures.sentence_length);
  mellow_json_add_tenths (writer, "question_share", figures.question_share);
  mellow_json_add_integer (writer, "you", measures->reader);
  mellow_json_add_integer (writer, "we", measures->seller);
  mellow_json_add_tenths (writer, "calls_per_100_words", figures.calls);
  mellow_json_add_tenths (writer, "exclamations_per_100_words", figures.exclamations);
  mellow_json_add_string (writer, "address", address);
  mellow_json_add_integer (writer, "reading_seconds", figures.reading_seconds);
  mellow_json_end_object (writer);
}

static void
add_tone (MellowJsonWriter *writer, const MellowCheckedText *checked)
{
  const ProseMeasures *measures = prose_report_get_measures (checked->report);
  ProseToneSummary tone = prose_tone_summary_new (measures);

  mellow_json_begin_object (writer, "tone");
  mellow_json_add_tenths (writer, "pressure", tone.pressure);
  mellow_json_add_tenths (writer, "warmth", tone.warmth);
  mellow_json_add_tenths (writer, "information", tone.information);
  mellow_json_add_string (writer, "verdict", prose_verdict_to_string (tone.verdict));
  mellow_json_add_integer (writer, "words", measures->words);
  mellow_json_add_integer (writer, "sentences", measures->sentences);
  mellow_json_add_integer (writer, "questions", measures->questions);
  mellow_json_add_tenths (writer, "lix", tone.lix);
  add_notes (writer, checked);
  add_coverage (writer, measures);
  add_measures (writer, checked);
  mellow_json_end_object (writer);
}

static void
add_rewrites (MellowJsonWriter *writer,
              const MellowCheckedText *checked,
              const ProseDiagnostic *diagnostic,
              ProseLineIndex *lines)
{
  g_autoptr (GPtrArray) suggestions = mellow_checked_text_suggest (checked, diagnostic);

  mellow_json_begin_array (writer, "rewrites");
  for (guint i = 0; i < suggestions->len; i++) {
    const ProseSuggestion *suggestion = g_ptr_array_index (suggestions, i);

    mellow_json_begin_object (writer, NULL);
    mellow_json_add_string (writer, "kind", prose_rewrite_kind_to_string (suggestion->kind));
    mellow_json_add_string (writer, "text", suggestion->text);
    add_range (writer, lines, suggestion->span);
    mellow_json_add_string (writer, "sentence", suggestion->sentence);
    mellow_json_end_object (writer);
  }
  mellow_json_end_array (writer);
}

/* Only files of translations have segments that are known by something. */
static void
add_segment (MellowJsonWriter *writer, const char *id)
{
  if (id != NULL)
    mellow_json_add_string (writer, "segment", id);
}

static void
add_diagnostic (MellowJsonWriter *writer,
                const MellowCheckedText *checked,
                const ProseDiagnostic *diagnostic,
                ProseLineIndex *lines)
{
  const ProseMeasures *measures = prose_report_get_measures (checked->report);
  const ProseRule *rule = diagnostic->rule;
  g_autofree char *key = mellow_checked_text_dup_key (checked, diagnostic);

  mellow_json_begin_object (writer, NULL);
  mellow_json_add_string (writer, "rule", rule->id);
  mellow_json_add_string (writer, "category", rule->category->id);
  mellow_json_add_string (writer, "severity", prose_severity_to_string (rule->severity));
  mellow_json_add_integer (writer, "weight", rule->weight);
  mellow_json_add_tenths (writer, "share", prose_tone_get_share (measures, diagnostic));
  add_range (writer, lines, diagnostic->span);
  add_slice (writer, checked, diagnostic->span);
  mellow_json_add_string (writer, "message", rule->why);
  mellow_json_add_string (writer, "reference", rule->reference);
  mellow_json_add_string (writer, "ask", rule->ask);
  add_rewrites (writer, checked, diagnostic, lines);
  mellow_json_add_string (writer, "key", key);
  add_segment (writer, mellow_checked_text_get_segment_id (checked, diagnostic->span.start));
  mellow_json_end_object (writer);
}

static void
add_diagnostics (MellowJsonWriter *writer, const MellowCheckedText *checked, ProseLineIndex *lines)
{
  GArray *diagnostics = mellow_checked_text_get_marks (checked);

  mellow_json_begin_array (writer, "diagnostics");
  for (guint i = 0; i < diagnostics->len; i++)
    add_diagnostic (writer, checked, &g_array_index (diagnostics, ProseDiagnostic, i), lines);
  mellow_json_end_array (writer);
}

static void
add_credits (MellowJsonWriter *writer, const MellowCheckedText *checked, ProseLineIndex *lines)
{
  GArray *credits = prose_report_get_credits (checked->report);

  mellow_json_begin_array (writer, "credits");
  for (guint i = 0; i < credits->len; i++) {
    const ProseDiagnostic *credit = &g_array_index (credits, ProseDiagnostic, i);

    mellow_json_begin_object (writer, NULL);
    mellow_json_add_string (writer, "category", credit->rule->category->id);
    add_range (writer, lines, credit->span);
    add_slice (writer, checked, credit->span);
    mellow_json_end_object (writer);
  }
  mellow_json_end_array (writer);
}

static void
add_claim (MellowJsonWriter *writer,
           const MellowCheckedText *checked,
           const ProseClaim *claim,
           ProseLineIndex *lines)
{
  const ProseRule *rule = claim->mark.rule;
  const ProseIgnoreEntry *entry = claim->entry;
  g_autofree char *key = mellow_checked_text_dup_claim_key (checked, claim);

  mellow_json_begin_object (writer, NULL);
  mellow_json_add_string (writer, "rule", rule->id);
  mellow_json_add_string (writer, "category", rule->category->id);
  add_range (writer, lines, claim->mark.span);
  add_slice (writer, checked, claim->mark.span);
  mellow_json_add_string (writer, "message", rule->why);
  mellow_json_add_string (writer, "reference", rule->reference);
  mellow_json_add_string (writer, "ask", rule->ask);
  mellow_json_add_string (writer, "state", prose_claim_state_to_string (claim->state));
  mellow_json_add_string (writer, "proof", entry != NULL ? entry->proof : NULL);
  mellow_json_add_string (writer, "owner", entry != NULL ? entry->owner : NULL);
  mellow_json_add_string (writer, "valid_until", entry != NULL ? entry->valid_until : NULL);
  mellow_json_add_string (writer, "key", key);
  mellow_json_end_object (writer);
}

static void
add_claims (MellowJsonWriter *writer, const MellowCheckedText *checked, ProseLineIndex *lines)
{
  mellow_json_begin_array (writer, "claims");
  for (guint i = 0; i < checked->claims->len; i++)
    add_claim (writer, checked, checked->claims->pdata[i], lines);
  mellow_json_end_array (writer);
}

static void
add_deviations (MellowJsonWriter *writer, const MellowCheckedText *checked, ProseLineIndex *lines)
{
  mellow_json_begin_array (writer, "contract");
  for (guint i = 0; i < checked->deviations->len; i++) {
    const ProseDeviation *deviation = checked->deviations->pdata[i];

    mellow_json_begin_object (writer, NULL);
    mellow_json_add_string (writer, "kind", prose_deviation_kind_to_string (deviation->kind));
    mellow_json_add_string (writer, "subject", deviation->subject);
    mellow_json_add_string (writer, "message", deviation->message);
    if (deviation->has_place)
      add_range (writer, lines, deviation->span);
    else
      mellow_json_add_string (writer, "range", NULL);
    mellow_json_end_object (writer);
  }
  mellow_json_end_array (writer);
}

/* --- parity --- */

static void
add_places (MellowJsonWriter *writer, const GArray *places, ProseLineIndex *lines)
{
  mellow_json_begin_array (writer, "places");
  for (guint i = 0; i < places->len; i++)
    add_named_range (writer, NULL, lines, g_array_index (places, ProseSpan, i));
  mellow_json_end_array (writer);
}

static void
add_parity_finding (MellowJsonWriter *writer,
                    const ProseParityFinding *finding,
                    ProseLineIndex *lines,
                    ProseLineIndex *source_lines)
{
  mellow_json_begin_object (writer, NULL);
  mellow_json_add_string (writer, "kind", prose_parity_kind_to_string (finding->kind));
  mellow_json_add_string (writer, "category", finding->family);
  mellow_json_add_integer (writer, "weight", finding->weight);
  add_range (writer, lines, finding->target);
  mellow_json_add_string (writer, "text", finding->target_words);
  if (prose_span_is_empty (finding->source))
    mellow_json_add_string (writer, "source_range", NULL);
  else
    add_named_range (writer, "source_range", source_lines, finding->source);
  mellow_json_add_string (writer, "source_text", finding->source_words);
  mellow_json_add_string (writer, "message", finding->message);
  mellow_json_add_string (writer, "key", finding->key);
  add_segment (writer, finding->id);
  if (finding->places != NULL)
    add_places (writer, finding->places, lines);
  mellow_json_end_object (writer);
}

static void
add_parity_meters (MellowJsonWriter *writer, const char *name, const ProseMeasures *measures)
{
  ProseToneSummary tone = prose_tone_summary_new (measures);

  mellow_json_begin_object (writer, name);
  mellow_json_add_tenths (writer, "pressure", tone.pressure);
  mellow_json_add_tenths (writer, "warmth", tone.warmth);
  mellow_json_add_tenths (writer, "information", tone.information);
  mellow_json_end_object (writer);
}

static void
add_uncompared (MellowJsonWriter *writer,
                const ProseParity *parity,
                ProseLineIndex *lines,
                ProseLineIndex *source_lines)
{
  mellow_json_begin_array (writer, "uncompared");
  for (guint i = 0; i < parity->skipped->len; i++) {
    const ProseParitySkip *skip = parity->skipped->pdata[i];

    mellow_json_begin_object (writer, NULL);
    mellow_json_add_string (writer, "side", skip->has_target ? "translation" : "original");
    add_range (writer, skip->has_target ? lines : source_lines, skip->span);
    mellow_json_add_string (writer, "reason", skip->reason);
    add_segment (writer, skip->id);
    mellow_json_end_object (writer);
  }
  mellow_json_end_array (writer);
}

static void
add_compared (MellowJsonWriter *writer,
              const MellowCheckedText *checked,
              ProseLineIndex *lines,
              ProseLineIndex *source_lines)
{
  const ProseParity *parity = checked->parity;
  g_autofree char *name =
      checked->source_name != NULL ? g_filename_display_name (checked->source_name) : NULL;

  mellow_json_begin_object (writer, "compared");
  if (name != NULL)
    mellow_json_add_string (writer, "file", name);
  mellow_json_add_string (writer, "source_language", parity->source_language);
  mellow_json_add_string (writer, "target_language", parity->target_language);
  mellow_json_add_integer (writer, "units", parity->n_compared);
  mellow_json_add_integer (writer, "dismissed", parity->dismissed->len);
  add_parity_meters (writer, "original", &parity->source);
  add_parity_meters (writer, "translation", &parity->target);
  add_uncompared (writer, parity, lines, source_lines);
  mellow_json_end_object (writer);
}

static void
add_parity (MellowJsonWriter *writer, const MellowCheckedText *checked, ProseLineIndex *lines)
{
  g_autoptr (ProseLineIndex) source_lines = mellow_checked_text_create_source_line_index (checked);
  const GPtrArray *findings = checked->parity->findings;

  mellow_json_begin_array (writer, "parity");
  for (guint i = 0; i < findings->len; i++)
    add_parity_finding (writer, findings->pdata[i], lines, source_lines);
  mellow_json_end_array (writer);
  add_compared (writer, checked, lines, source_lines);
}

/* The contract calls a text by its file or, when each line is a text of its
 * own, by its line. */
static void
add_name (MellowJsonWriter *writer, const MellowCheckedText *checked)
{
  g_autofree char *name = NULL;

  if (checked->line > 0) {
    mellow_json_add_integer (writer, "line", checked->line);
    return;
  }

  name = g_filename_display_name (checked->name);
  mellow_json_add_string (writer, "file", name);
}

/**
 * mellow_json_output_begin:
 *
 * Opens the one object that holds all files.
 */
void
mellow_json_output_begin (MellowJsonWriter *writer)
{
  mellow_json_begin_object (writer, NULL);
  mellow_json_add_integer (writer, "version", 1);
  mellow_json_begin_array (writer, "files");
}

/**
 * mellow_json_output_add:
 * @checked: a text and its check
 *
 * Writes the object of one file, or of one line.
 */
void
mellow_json_output_add (MellowJsonWriter *writer, const MellowCheckedText *checked)
{
  g_autoptr (ProseLineIndex) lines = mellow_checked_text_create_line_index (checked);

  mellow_json_begin_object (writer, NULL);
  add_name (writer, checked);
  mellow_json_add_string (writer, "format", prose_document_get_format (checked->document)->name);
  mellow_json_add_string (writer, "language", prose_report_get_language (checked->report));
  add_unchecked (writer, checked, lines);
  add_tone (writer, checked);
  add_diagnostics (writer, checked, lines);
  add_credits (writer, checked, lines);
  if (checked->claims != NULL)
    add_claims (writer, checked, lines);
  if (checked->deviations != NULL)
    add_deviations (writer, checked, lines);
  if (checked->parity != NULL)
    add_parity (writer, checked, lines);
  mellow_json_end_object (writer);
}

/**
 * mellow_json_output_end:
 *
 * Closes what mellow_json_output_begin() opened.
 */
void
mellow_json_output_end (MellowJsonWriter *writer)
{
  mellow_json_end_array (writer);
  mellow_json_end_object (writer);
}
