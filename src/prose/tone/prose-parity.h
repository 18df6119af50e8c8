/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "check/prose-dismissal.h"
#include "check/prose-measures.h"
#include "rules/prose-rule-set.h"
#include "tone/prose-parity-finding.h"
#include "tone/prose-parity-pair.h"

G_BEGIN_DECLS

/**
 * ProseParityGap:
 * @PROSE_PARITY_GAP_UNTRANSLATED: there is no translation yet, or it is the original
 * @PROSE_PARITY_GAP_NO_ORIGINAL: there is nothing that it is translated from
 * @PROSE_PARITY_GAP_UNKNOWN_LANGUAGE: the language of one side was not recognised
 * @PROSE_PARITY_GAP_NO_RULES: there are no rules for the language of one side
 *
 * Why a unit was not compared.
 */
typedef enum {
  PROSE_PARITY_GAP_UNTRANSLATED,
  PROSE_PARITY_GAP_NO_ORIGINAL,
  PROSE_PARITY_GAP_UNKNOWN_LANGUAGE,
  PROSE_PARITY_GAP_NO_RULES,
} ProseParityGap;

#define PROSE_N_PARITY_GAPS (PROSE_PARITY_GAP_NO_RULES + 1)

/**
 * ProseParitySkip:
 * @gap: why it was not compared
 * @id: (nullable): the unit
 * @has_target: whether @span is in the file of the translation
 * @span: where it stands, in bytes
 * @reason: why it was not compared, in English
 */
typedef struct {
  ProseParityGap gap;
  char *id;
  gboolean has_target;
  ProseSpan span;
  const char *reason;
} ProseParitySkip;

/**
 * ProseParity:
 * @findings: (element-type ProseParityFinding): the gravest first
 * @dismissed: (element-type ProseParityFinding): those that the user wants to leave so
 * @skipped: (element-type ProseParitySkip): what was not compared, in order
 * @n_compared: how many units were
 * @source_language: (nullable): the language of the originals
 * @target_language: (nullable): that of the translations
 * @source: what the originals that were compared amount to
 * @target: what their translations do
 *
 * The tone of a translation beside that of its original.
 */
typedef struct {
  GPtrArray *findings;
  GPtrArray *dismissed;
  GPtrArray *skipped;
  guint n_compared;
  const char *source_language;
  const char *target_language;
  ProseMeasures source;
  ProseMeasures target;
} ProseParity;

ProseParity *prose_parity_new (ProseRuleSet *rules,
                               GPtrArray *pairs,
                               const char *source_language,
                               const char *target_language);
void prose_parity_free (ProseParity *self);
void prose_parity_leave_out (ProseParity *self, GPtrArray *dismissals);
guint prose_parity_count_gap (const ProseParity *self, ProseParityGap gap);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseParity, prose_parity_free)

G_END_DECLS
