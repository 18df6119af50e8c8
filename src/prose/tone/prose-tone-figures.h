/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "check/prose-measures.h"
#include "rules/prose-lexicon.h"

G_BEGIN_DECLS

/**
 * ProseToneFigures:
 * @sentence_length: words in a sentence
 * @question_share: how many in a hundred sentences ask
 * @calls: next steps and commands in a hundred words
 * @exclamations: exclamation marks in a hundred words
 * @reading_seconds: how long it takes to read
 *
 * What a text measures, in figures that people compare. All are 0 for a text without
 * a word.
 */
typedef struct {
  double sentence_length;
  double question_share;
  double calls;
  double exclamations;
  guint reading_seconds;
} ProseToneFigures;

ProseToneFigures prose_tone_figures_new (const ProseMeasures *measures);
char *prose_tone_dup_address (const ProseMeasures *measures, ProseLexicon *lexicon);

G_END_DECLS
