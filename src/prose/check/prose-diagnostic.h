/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/prose-copy.h"
#include "rules/prose-rule.h"

G_BEGIN_DECLS

/**
 * ProseDiagnostic:
 * @span: the marked phrase
 * @sentence: the sentence it stands in
 * @rule: (transfer none): the rule behind it; lives as long as the rule set
 * @zone: the part of the page it stands in
 * @load: what it adds to its meter, in hundredths of a weight, zone and
 *   stacking included
 * @captures: what the phrase captured, in the order of the rule's capture
 *   names; empty where it captured nothing
 *
 * A phrase that a rule found: a mark, or a credit for a soft rule.
 */
typedef struct {
  ProseSpan span;
  ProseSpan sentence;
  const ProseRule *rule;
  ProseZone zone;
  guint load;
  ProseSpan captures[PROSE_MAX_CAPTURES];
} ProseDiagnostic;

ProseDiagnostic prose_diagnostic_shift (ProseDiagnostic diagnostic, guint offset);
ProseDiagnostic prose_diagnostic_to_source (ProseDiagnostic diagnostic, const ProseCopy *copy);
ProseDiagnostic prose_diagnostic_from_source (ProseDiagnostic diagnostic, const ProseCopy *copy);
int prose_diagnostic_compare_places (gconstpointer a, gconstpointer b);
char *prose_diagnostics_to_string (const GArray *diagnostics);

G_END_DECLS
