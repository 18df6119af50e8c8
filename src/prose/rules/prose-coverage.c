/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-coverage.h"

static const char *const names[] = {
  [PROSE_COVERAGE_NONE] = "none",       [PROSE_COVERAGE_NEED] = "need",
  [PROSE_COVERAGE_BENEFIT] = "benefit", [PROSE_COVERAGE_WORRY] = "worry",
  [PROSE_COVERAGE_LIMIT] = "limit",     [PROSE_COVERAGE_STEP] = "step",
  [PROSE_COVERAGE_CHOICE] = "choice",
};

G_STATIC_ASSERT (G_N_ELEMENTS (names) == PROSE_N_COVERAGES);

/**
 * prose_coverage_to_string:
 * @coverage: something a text may cover
 *
 * Returns: its name for packs and machines (`need`)
 */
const char *
prose_coverage_to_string (ProseCoverage coverage)
{
  g_return_val_if_fail (coverage < G_N_ELEMENTS (names), NULL);

  return names[coverage];
}

/**
 * prose_coverage_from_string:
 * @name: (nullable): a name
 * @coverage: (out): what it names
 *
 * Returns: whether there is such a name
 */
gboolean
prose_coverage_from_string (const char *name, ProseCoverage *coverage)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (g_strcmp0 (names[i], name) == 0) {
      *coverage = i;
      return TRUE;
    }
  }
  return FALSE;
}
