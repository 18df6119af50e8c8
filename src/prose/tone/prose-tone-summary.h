/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "check/prose-diagnostic.h"
#include "check/prose-measures.h"

G_BEGIN_DECLS

/**
 * ProseVerdict:
 * @PROSE_VERDICT_CALM: hardly any pressure
 * @PROSE_VERDICT_FIRM: some pressure
 * @PROSE_VERDICT_PUSHY: a hard sell
 * @PROSE_VERDICT_TOO_WEAK: calm, but it leads nowhere: no next step
 *
 * The tone of a text in a word.
 */
typedef enum {
  PROSE_VERDICT_CALM,
  PROSE_VERDICT_FIRM,
  PROSE_VERDICT_PUSHY,
  PROSE_VERDICT_TOO_WEAK,
} ProseVerdict;

/**
 * ProseToneSummary:
 * @pressure: 0 to 100
 * @warmth: 0 to 100
 * @information: 0 to 100
 * @lix: readability index (Björnsson 1968); 0 without a sentence
 * @verdict: the tone in a word
 *
 * The tone of a text: three meters, never one number.
 */
typedef struct {
  double pressure;
  double warmth;
  double information;
  double lix;
  ProseVerdict verdict;
} ProseToneSummary;

ProseToneSummary prose_tone_summary_new (const ProseMeasures *measures);
double prose_tone_get_points (const ProseMeasures *measures, const ProseDiagnostic *diagnostic);
double prose_tone_get_points_of_facts (const ProseMeasures *measures);
double prose_tone_get_share (const ProseMeasures *measures, const ProseDiagnostic *diagnostic);
const char *prose_verdict_to_string (ProseVerdict verdict);

G_END_DECLS
