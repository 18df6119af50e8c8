/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <prose.h>

G_BEGIN_DECLS

/**
 * MellowToneMeasure:
 * @title: what is measured
 * @value: how much it is
 * @meaning: what that means, in a few words; no verdict
 *
 * A measure of a whole text, for the user.
 */
typedef struct {
  const char *title;
  char *value;
  char *meaning;
} MellowToneMeasure;

GPtrArray *mellow_tone_measures_new (const ProseMeasures *measures, ProseLexicon *lexicon);

G_END_DECLS
