/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ProseCoverage:
 * @PROSE_COVERAGE_NONE: nothing of the kind
 * @PROSE_COVERAGE_NEED: the reader's need is asked for
 * @PROSE_COVERAGE_BENEFIT: what the reader gains is said
 * @PROSE_COVERAGE_WORRY: a worry is soothed
 * @PROSE_COVERAGE_LIMIT: a limit is stated
 * @PROSE_COVERAGE_STEP: a small next step is offered
 * @PROSE_COVERAGE_CHOICE: the choice is left to the reader
 * @PROSE_N_COVERAGES: how many there are
 *
 * What good advice in a shop does, in about this order, and what a text that sells
 * gently can be asked for. No text needs all of it.
 */
typedef enum {
  PROSE_COVERAGE_NONE,
  PROSE_COVERAGE_NEED,
  PROSE_COVERAGE_BENEFIT,
  PROSE_COVERAGE_WORRY,
  PROSE_COVERAGE_LIMIT,
  PROSE_COVERAGE_STEP,
  PROSE_COVERAGE_CHOICE,
  PROSE_N_COVERAGES,
} ProseCoverage;

const char *prose_coverage_to_string (ProseCoverage coverage);
gboolean prose_coverage_from_string (const char *name, ProseCoverage *coverage);

G_END_DECLS
