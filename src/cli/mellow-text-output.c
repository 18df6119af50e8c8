/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-text-output.h"

static gboolean
is_blank (gunichar character)
{
  return g_unichar_isspace (character) || g_unichar_iscntrl (character);
}

/* Adds text in one line: white space becomes one space, so that a phrase over
 * a line end does not tear the output, nor a control character the terminal. */
static void
append_in_one_line (GString *output, const char *text)
{
  gboolean is_after_blank = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar character = g_utf8_get_char (at);

    if (!is_blank (character))
      g_string_append_unichar (output, character);
    else if (!is_after_blank)
      g_string_append_c (output, ' ');
    is_after_blank = is_blank (character);
  }
}

/* A text that is one line of its file stands in that line. */
static void
append_place (GString *output,
              const MellowCheckedText *checked,
              ProseLineIndex *lines,
              ProseSpan span)
{
  ProsePosition position = prose_line_index_locate (lines, span.start);
  guint line = checked->line > 0 ? checked->line : position.line;

  g_string_append_printf (output, "%s:%u:%u: ", checked->name, line, position.column);
}

static void
append_advice (GString *output, const char *label, const char *text)
{
  g_string_append_printf (output, "    %s: ", label);
  append_in_one_line (output, text);
  g_string_append_c (output, '\n');
}

static void
append_details (GString *output,
                const MellowCheckedText *checked,
                const ProseDiagnostic *diagnostic)
{
  g_autoptr (GPtrArray) suggestions = mellow_checked_text_suggest (checked, diagnostic);

  for (guint i = 0; i < suggestions->len; i++) {
    const ProseSuggestion *suggestion = g_ptr_array_index (suggestions, i);

    append_advice (output, prose_rewrite_kind_to_string (suggestion->kind), suggestion->sentence);
  }
  if (diagnostic->rule->ask != NULL)
    append_advice (output, "only you know", diagnostic->rule->ask);
}

static void
append_diagnostic (GString *output,
                   const MellowCheckedText *checked,
                   const ProseDiagnostic *diagnostic,
                   ProseLineIndex *lines)
{
  const ProseRule *rule = diagnostic->rule;
  g_autofree char *phrase = mellow_checked_text_dup_slice (checked, diagnostic->span);

  append_place (output, checked, lines, diagnostic->span);
  g_string_append_printf (output, "%s: %s: “", prose_severity_to_string (rule->severity),
                          rule->category->id);
  append_in_one_line (output, phrase);
  g_string_append (output, "” ");
  append_in_one_line (output, rule->why);
  g_string_append_c (output, '\n');
}

/* What is about a text as a whole has its name only, and its line if it is one of
 * several. */
static void
append_name (GString *output, const MellowCheckedText *checked)
{
  g_string_append (output, checked->name);
  if (checked->line > 0)
    g_string_append_printf (output, ":%u", checked->line);
  g_string_append (output, ": ");
}

static void
append_tone (GString *output, const MellowCheckedText *checked)
{
  const ProseMeasures *measures = prose_report_get_measures (checked->report);
  ProseToneSummary tone = prose_tone_summary_new (measures);

  append_name (output, checked);
  g_string_append_printf (output,
                          "%s: pressure %.0f, warmth %.0f, information %.0f; "
                          "words %" G_GINT64_FORMAT ", questions %" G_GINT64_FORMAT "\n",
                          prose_verdict_to_string (tone.verdict), tone.pressure, tone.warmth,
                          tone.information, measures->words, measures->questions);
}

/**
 * mellow_text_output_add:
 * @checked: a text and its check
 * @verbose: whether to add the ways out of each mark, and the tone
 *
 * Writes a line for each mark: place, severity, category, phrase and reason.
 */
void
mellow_text_output_add (GString *output, const MellowCheckedText *checked, gboolean verbose)
{
  g_autoptr (ProseLineIndex) lines = mellow_checked_text_create_line_index (checked);
  GArray *diagnostics = mellow_checked_text_get_marks (checked);

  for (guint i = 0; i < diagnostics->len; i++) {
    const ProseDiagnostic *diagnostic = &g_array_index (diagnostics, ProseDiagnostic, i);

    append_diagnostic (output, checked, diagnostic, lines);
    if (verbose)
      append_details (output, checked, diagnostic);
  }
  if (verbose)
    append_tone (output, checked);
}

static void
append_known (GString *output, const char *label, const char *text)
{
  if (text != NULL)
    append_advice (output, label, text);
}

static void
append_claim (GString *output,
              const MellowCheckedText *checked,
              const ProseClaim *claim,
              ProseLineIndex *lines)
{
  const ProseRule *rule = claim->mark.rule;
  const ProseIgnoreEntry *entry = claim->entry;
  g_autofree char *phrase = mellow_checked_text_dup_slice (checked, claim->mark.span);

  append_place (output, checked, lines, claim->mark.span);
  g_string_append_printf (output, "claim: %s: %s: “", prose_claim_state_to_string (claim->state),
                          rule->category->id);
  append_in_one_line (output, phrase);
  g_string_append (output, "” ");
  append_in_one_line (output, rule->why);
  g_string_append_c (output, '\n');

  append_known (output, "only you know", rule->ask);
  append_known (output, "reference", rule->reference);
  if (entry == NULL)
    return;
  append_known (output, "proof", entry->proof);
  append_known (output, "owner", entry->owner);
  append_known (output, "valid until", entry->valid_until);
}

/**
 * mellow_text_output_add_claims:
 * @checked: a text and its check, with claims
 *
 * Writes a line for each claim: place, state, category, phrase and reason; below it
 * what is asked, and what is known of the proof.
 */
void
mellow_text_output_add_claims (GString *output, const MellowCheckedText *checked)
{
  g_autoptr (ProseLineIndex) lines = mellow_checked_text_create_line_index (checked);

  for (guint i = 0; i < checked->claims->len; i++)
    append_claim (output, checked, checked->claims->pdata[i], lines);
}

/**
 * mellow_text_output_add_deviations:
 * @checked: a text and its check, with deviations
 *
 * Writes a line for each deviation from the contract.
 */
void
mellow_text_output_add_deviations (GString *output, const MellowCheckedText *checked)
{
  g_autoptr (ProseLineIndex) lines = mellow_checked_text_create_line_index (checked);

  for (guint i = 0; i < checked->deviations->len; i++) {
    const ProseDeviation *deviation = checked->deviations->pdata[i];

    if (deviation->has_place)
      append_place (output, checked, lines, deviation->span);
    else
      append_name (output, checked);
    g_string_append (output, "contract: ");
    append_in_one_line (output, deviation->message);
    g_string_append_c (output, '\n');
  }
}

/* --- parity --- */

static void
append_original (GString *output,
                 const MellowCheckedText *checked,
                 const ProseParityFinding *finding,
                 ProseLineIndex *lines)
{
  ProsePosition position = prose_line_index_locate (lines, finding->source.start);
  const char *name = checked->source_name != NULL ? checked->source_name : checked->name;
  g_autofree char *words = NULL;

  if (prose_span_is_empty (finding->source))
    return;
  words = prose_document_dup_copy (checked->source != NULL ? checked->source : checked->document,
                                   finding->source);
  g_string_append_printf (output, "    original: %s:%u:%u: “", name, position.line,
                          position.column);
  append_in_one_line (output, words);
  g_string_append (output, "”\n");
}

static void
append_meters (GString *output, const char *label, const ProseMeasures *measures)
{
  ProseToneSummary tone = prose_tone_summary_new (measures);

  g_string_append_printf (output, "%s pressure %.0f, warmth %.0f", label, tone.pressure,
                          tone.warmth);
}

static void
append_parity_summary (GString *output, const MellowCheckedText *checked)
{
  const ProseParity *parity = checked->parity;

  append_name (output, checked);
  g_string_append_printf (output, "parity: %u compared; ", parity->n_compared);
  append_meters (output, "original", &parity->source);
  append_meters (output, "; translation", &parity->target);
  g_string_append_c (output, '\n');
}

/**
 * mellow_text_output_add_parity:
 * @checked: a translation and its check
 * @verbose: whether to add the original of each, and the meters of both texts
 *
 * Writes a line for each difference in tone, the gravest first.
 */
void
mellow_text_output_add_parity (GString *output, const MellowCheckedText *checked, gboolean verbose)
{
  g_autoptr (ProseLineIndex) lines = mellow_checked_text_create_line_index (checked);
  g_autoptr (ProseLineIndex) source_lines = mellow_checked_text_create_source_line_index (checked);
  const ProseParity *parity = checked->parity;

  for (guint i = 0; i < parity->findings->len; i++) {
    const ProseParityFinding *finding = parity->findings->pdata[i];

    append_place (output, checked, lines, finding->target);
    g_string_append_printf (output, "parity: %s: ", prose_parity_kind_to_string (finding->kind));
    append_in_one_line (output, finding->message);
    g_string_append_c (output, '\n');
    if (verbose)
      append_original (output, checked, finding, source_lines);
  }
  if (verbose)
    append_parity_summary (output, checked);
}

/* Whether an earlier unit was left out for the same reason, on the same side. */
static gboolean
is_told (const GPtrArray *skipped, guint i)
{
  const ProseParitySkip *skip = skipped->pdata[i];

  for (guint k = 0; k < i; k++) {
    const ProseParitySkip *before = skipped->pdata[k];

    if (before->has_target == skip->has_target && g_str_equal (before->reason, skip->reason))
      return TRUE;
  }
  return FALSE;
}

static guint
count_alike (const GPtrArray *skipped, const ProseParitySkip *skip)
{
  guint n = 0;

  for (guint i = 0; i < skipped->len; i++) {
    const ProseParitySkip *other = skipped->pdata[i];

    n += other->has_target == skip->has_target && g_str_equal (other->reason, skip->reason);
  }
  return n;
}

static void
append_uncompared (GString *output,
                   const MellowCheckedText *checked,
                   const ProseParitySkip *skip,
                   ProseLineIndex *lines)
{
  guint n = count_alike (checked->parity->skipped, skip);
  gboolean is_elsewhere = !skip->has_target && checked->source_name != NULL;
  ProsePosition position = prose_line_index_locate (lines, skip->span.start);

  g_string_append_printf (output, "%s:%u:%u: not compared: %s",
                          is_elsewhere ? checked->source_name : checked->name, position.line,
                          position.column, skip->reason);
  if (n > 1)
    g_string_append_printf (output, " (%u units, of which this is the first)", n);
  g_string_append_c (output, '\n');
}

/**
 * mellow_text_output_add_uncompared:
 * @checked: a translation and its check
 *
 * Writes a line for each reason why units were not compared.
 */
void
mellow_text_output_add_uncompared (GString *output, const MellowCheckedText *checked)
{
  g_autoptr (ProseLineIndex) lines = mellow_checked_text_create_line_index (checked);
  g_autoptr (ProseLineIndex) source_lines = mellow_checked_text_create_source_line_index (checked);
  const GPtrArray *skipped = checked->parity->skipped;

  for (guint i = 0; i < skipped->len; i++) {
    const ProseParitySkip *skip = skipped->pdata[i];

    if (!is_told (skipped, i))
      append_uncompared (output, checked, skip, skip->has_target ? lines : source_lines);
  }
}

/* --- what was not checked --- */

/* Whether nothing but blank lines lies between two parts that were left out for
 * the same reason, if the one does not lie in the other. */
static gboolean
goes_on (const MellowCheckedText *checked, const ProseUnchecked *before, const ProseUnchecked *part)
{
  g_autofree char *between = NULL;

  if (!g_str_equal (before->reason, part->reason))
    return FALSE;
  if (before->span.end > part->span.start)
    return TRUE;
  between =
      mellow_checked_text_dup_slice (checked, (ProseSpan){ before->span.end, part->span.start });

  return *g_strstrip (between) == '\0';
}

/**
 * mellow_text_output_add_unchecked:
 * @checked: a text and its check
 *
 * Writes a line for each stretch that no rule looked at.
 */
void
mellow_text_output_add_unchecked (GString *output, const MellowCheckedText *checked)
{
  g_autoptr (ProseLineIndex) lines = mellow_checked_text_create_line_index (checked);
  GArray *parts = prose_report_get_unchecked (checked->report);

  for (guint i = 0; i < parts->len; i++) {
    const ProseUnchecked *part = &g_array_index (parts, ProseUnchecked, i);

    if (i > 0 && goes_on (checked, part - 1, part))
      continue;
    append_place (output, checked, lines, part->span);
    g_string_append_printf (output, "not checked: %s\n", part->reason);
  }
}
