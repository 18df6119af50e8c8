/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-checked-text.h"

#include <string.h>

/* How many hexadecimal digits of a checksum a key has. */
#define KEY_LENGTH 24

/**
 * mellow_checked_text_get_marks:
 *
 * Returns: (transfer none) (element-type ProseDiagnostic): the marks to be told
 */
GArray *
mellow_checked_text_get_marks (const MellowCheckedText *self)
{
  return self->new_marks != NULL ? self->new_marks : prose_report_get_diagnostics (self->report);
}

/**
 * mellow_checked_text_dup_slice:
 * @span: a part of the text
 *
 * Returns: (transfer full): the words of it
 */
char *
mellow_checked_text_dup_slice (const MellowCheckedText *self, ProseSpan span)
{
  return prose_document_dup_copy (self->document, span);
}

/**
 * mellow_checked_text_create_line_index:
 *
 * Returns: (transfer full): an index of the lines of the text
 */
ProseLineIndex *
mellow_checked_text_create_line_index (const MellowCheckedText *self)
{
  gsize length;
  const char *text = prose_document_get_text (self->document, &length);

  return prose_line_index_new (text, length);
}

/**
 * mellow_checked_text_create_source_line_index:
 *
 * Returns: (transfer full): an index of the lines of what the text is translated from
 */
ProseLineIndex *
mellow_checked_text_create_source_line_index (const MellowCheckedText *self)
{
  gsize length;
  const char *text;

  if (self->source == NULL)
    return mellow_checked_text_create_line_index (self);

  text = prose_document_get_text (self->source, &length);
  return prose_line_index_new (text, length);
}

/**
 * mellow_checked_text_get_segment_id:
 * @place: a place in the text, in bytes
 *
 * Returns: (nullable): what the format knows the segment there by
 */
const char *
mellow_checked_text_get_segment_id (const MellowCheckedText *self, guint place)
{
  const ProseSegment *segment = prose_document_find_segment (self->document, place);

  return segment != NULL ? segment->id : NULL;
}

/* What a mark is known by, in what a reader sees of its sentence. */
static ProseIgnoreKey *
create_ignore_key (const MellowCheckedText *self, const ProseDiagnostic *diagnostic)
{
  ProseSpan before = { diagnostic->sentence.start, diagnostic->span.start };
  g_autofree char *sentence = mellow_checked_text_dup_slice (self, diagnostic->sentence);
  g_autofree char *start = mellow_checked_text_dup_slice (self, before);
  g_autofree char *phrase = mellow_checked_text_dup_slice (self, diagnostic->span);
  gsize length = strlen (sentence);
  ProseSpan span = { MIN (strlen (start), length), MIN (strlen (start) + strlen (phrase), length) };

  return prose_ignore_key_new_for_span (sentence, length, diagnostic->rule->id, span);
}

/* A short sum of what a finding is known by, with what kind of finding it is. */
static char *
dup_sum (const MellowCheckedText *self, const ProseDiagnostic *mark, const char *kind)
{
  const char *id = mellow_checked_text_get_segment_id (self, mark->span.start);
  g_autoptr (ProseIgnoreKey) key = create_ignore_key (self, mark);
  g_autofree char *known = g_strjoin ("\n", key->rule, key->phrase, key->before, key->after,
                                      id != NULL ? id : "", kind, NULL);
  char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, known, -1);

  sum[KEY_LENGTH] = '\0';
  return sum;
}

/**
 * mellow_checked_text_dup_key:
 * @diagnostic: a mark in the text
 *
 * Returns: (transfer full): what the mark is known by when the text above it has changed:
 *   made of its rule, its words, those around them in the sentence, and its segment
 */
char *
mellow_checked_text_dup_key (const MellowCheckedText *self, const ProseDiagnostic *diagnostic)
{
  return dup_sum (self, diagnostic, NULL);
}

/**
 * mellow_checked_text_dup_claim_key:
 * @claim: a claim in the text
 *
 * Returns: (transfer full): what the claim is known by, other than its mark: what is known of
 *   its proof belongs to it, so that one whose proof runs out is another
 */
char *
mellow_checked_text_dup_claim_key (const MellowCheckedText *self, const ProseClaim *claim)
{
  return dup_sum (self, &claim->mark, prose_claim_state_to_string (claim->state));
}

/**
 * mellow_checked_text_get_lexicon:
 *
 * Returns: (nullable) (transfer none): the lists of the text's language
 */
ProseLexicon *
mellow_checked_text_get_lexicon (const MellowCheckedText *self)
{
  const char *language = prose_report_get_language (self->report);
  ProseLanguageRules *rules =
      language != NULL ? prose_rule_set_get_language (self->rules, language) : NULL;

  return rules != NULL ? prose_language_rules_get_lexicon (rules) : NULL;
}

/**
 * mellow_checked_text_is_known:
 *
 * Returns: whether its tone could be told: there is something in a language that has
 *   rules, or there is nothing to check
 */
gboolean
mellow_checked_text_is_known (const MellowCheckedText *self)
{
  const ProseMeasures *measures = prose_report_get_measures (self->report);

  return measures->words > 0 || measures->unchecked == 0;
}

/**
 * mellow_checked_text_suggest:
 * @diagnostic: a mark in the text
 *
 * Returns: (transfer full) (element-type ProseSuggestion): softer wordings for it, best first
 */
GPtrArray *
mellow_checked_text_suggest (const MellowCheckedText *self, const ProseDiagnostic *diagnostic)
{
  const ProseSegment *segment =
      prose_document_find_segment (self->document, diagnostic->span.start);
  g_autofree char *sentence = NULL;

  if (segment != NULL)
    return prose_rewriter_suggest_in_segment (self->rewriter, diagnostic, segment,
                                              prose_document_get_text (self->document, NULL), 0);

  sentence = mellow_checked_text_dup_slice (self, diagnostic->sentence);
  return prose_rewriter_suggest (self->rewriter, diagnostic, sentence);
}
