/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prose.h"

G_BEGIN_DECLS

/**
 * MellowReportWord:
 *
 * What a report says itself, beside the text and the rules.
 */
typedef enum {
  MELLOW_REPORT_TITLE,
  MELLOW_REPORT_WORDS,
  MELLOW_REPORT_LANGUAGE,
  MELLOW_REPORT_LANGUAGE_UNKNOWN,
  MELLOW_REPORT_READING_TIME,
  MELLOW_REPORT_SECONDS,
  MELLOW_REPORT_TONE,
  MELLOW_REPORT_NO_EVIDENCE,
  MELLOW_REPORT_POINT,
  MELLOW_REPORT_POINTS,
  MELLOW_REPORT_FACTS,
  MELLOW_REPORT_NOTES,
  MELLOW_REPORT_REPEATED,
  MELLOW_REPORT_COVERAGE,
  MELLOW_REPORT_COVERAGE_INTRODUCTION,
  MELLOW_REPORT_NOT_FOUND,
  MELLOW_REPORT_EXAMPLE,
  MELLOW_REPORT_MEASURES,
  MELLOW_REPORT_SENTENCE_LENGTH,
  MELLOW_REPORT_LIX,
  MELLOW_REPORT_QUESTION_SHARE,
  MELLOW_REPORT_YOU,
  MELLOW_REPORT_WE,
  MELLOW_REPORT_CALLS,
  MELLOW_REPORT_EXCLAMATIONS,
  MELLOW_REPORT_ADDRESS,
  MELLOW_REPORT_CONTRACT,
  MELLOW_REPORT_CONTRACT_KEPT,
  MELLOW_REPORT_CONTRACT_NOT_CHECKED,
  MELLOW_REPORT_AGREED_LEAST,
  MELLOW_REPORT_AGREED_MOST,
  MELLOW_REPORT_AGREED_OTHERWISE,
  MELLOW_REPORT_AGREED_OUT,
  MELLOW_REPORT_PARITY,
  MELLOW_REPORT_PARITY_NONE,
  MELLOW_REPORT_PARITY_DISMISSED,
  MELLOW_REPORT_PARITY_NOT_COMPARED,
  MELLOW_REPORT_PARITY_NO_FILE,
  MELLOW_REPORT_ORIGINAL,
  MELLOW_REPORT_TRANSLATION,
  MELLOW_REPORT_CHARACTERS,
  MELLOW_REPORT_ALLOWED,
  MELLOW_REPORT_LINE,
  MELLOW_REPORT_TEXT,
  MELLOW_REPORT_NOT_CHECKED,
  MELLOW_REPORT_MARKS,
  MELLOW_REPORT_NO_MARKS,
  MELLOW_REPORT_ASK,
  MELLOW_REPORT_REWRITES,
  MELLOW_REPORT_CREDITS,
  MELLOW_REPORT_CLAIMS,
  MELLOW_REPORT_CLAIMS_INTRODUCTION,
  MELLOW_REPORT_CLAIM,
  MELLOW_REPORT_WHY,
  MELLOW_REPORT_REFERENCE,
  MELLOW_REPORT_PROOF,
  MELLOW_REPORT_OWNER,
  MELLOW_REPORT_VALID_UNTIL,
  MELLOW_REPORT_N_WORDS,
} MellowReportWord;

/**
 * MellowReportWords:
 * @language: the code of the language that they are in
 * @decimal: the sign between whole numbers and tenths
 * @colon: what comes between a name and what is told of it
 * @opening: the quotation mark before words of the text
 * @closing: that behind them
 * @words: by [enum@Mellow.ReportWord]
 * @meters: the names of the meters
 * @verdicts: what the verdicts mean, by [enum@Prose.Verdict]
 * @severities: the names of the severities
 * @notes: what the notes say, by [enum@Prose.ToneNoteKind]
 * @coverages: the names of what good advice does, by [enum@Prose.Coverage]
 * @states: what is known of the proof of a claim, by [enum@Prose.ClaimState]
 * @differences: how the tone of a translation differs, by [enum@Prose.ParityKind]
 * @gaps: why something was not compared, by [enum@Prose.ParityGap]
 *
 * The words of a report, all in one table: who speaks another language gives another
 * table.
 */
typedef struct {
  const char *language;
  const char *decimal;
  const char *colon;
  const char *opening, *closing;
  const char *words[MELLOW_REPORT_N_WORDS];
  const char *meters[3];
  const char *verdicts[PROSE_VERDICT_TOO_WEAK + 1];
  const char *severities[PROSE_SEVERITY_REMOVE + 1];
  const char *notes[PROSE_N_TONE_NOTES];
  const char *coverages[PROSE_N_COVERAGES];
  const char *states[PROSE_CLAIM_EXPIRED + 1];
  const char *differences[PROSE_N_PARITY_KINDS];
  const char *gaps[PROSE_N_PARITY_GAPS];
} MellowReportWords;

const MellowReportWords *mellow_report_words_find (const char *language);

G_END_DECLS
