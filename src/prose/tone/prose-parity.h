/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "check/prose-dismissal.h"
#include "check/prose-measures.h"
#include "rules/prose-rule-set.h"
#include "tone/prose-parity-pair.h"

G_BEGIN_DECLS

/**
 * ProseParityKind:
 * @PROSE_PARITY_PRESSURE_ADDED: the translation presses where the original does not
 * @PROSE_PARITY_PRESSURE_LOST: the original presses, the translation does not
 * @PROSE_PARITY_QUESTION_TO_COMMAND: the original asks, the translation commands
 * @PROSE_PARITY_WARMTH_LOST: nothing is left of what is warm in the original
 * @PROSE_PARITY_CLAIM_STRENGTHENED: the translation claims more
 * @PROSE_PARITY_CLAIM_WEAKENED: it claims less
 * @PROSE_PARITY_ADDRESS_MIXED: the translations speak to the reader in two forms
 * @PROSE_PARITY_TOO_LONG: the translation has more characters than it may
 *
 * How the tone of a translation differs from that of its original.
 */
typedef enum {
  PROSE_PARITY_PRESSURE_ADDED,
  PROSE_PARITY_PRESSURE_LOST,
  PROSE_PARITY_QUESTION_TO_COMMAND,
  PROSE_PARITY_WARMTH_LOST,
  PROSE_PARITY_CLAIM_STRENGTHENED,
  PROSE_PARITY_CLAIM_WEAKENED,
  PROSE_PARITY_ADDRESS_MIXED,
  PROSE_PARITY_TOO_LONG,
} ProseParityKind;

/**
 * ProseParityFinding:
 * @kind: how they differ
 * @id: (nullable): the unit it is about
 * @family: (nullable): the family of the words
 * @source: where in the original: its words, or all of it; empty if it is about the whole
 *   translation
 * @target: where in the translation, likewise
 * @unit: all of the translation of the unit; empty if it is about the whole translation
 * @original: (nullable): all that a reader sees of the original of the unit
 * @translation: (nullable): all of its translation, likewise
 * @source_words: (nullable): the words of the original that it is about
 * @target_words: (nullable): those of the translation
 * @is_hedge: whether those of one side do no more than soften what it claims
 * @places: (nullable) (element-type ProseSpan): the units in the form of address that is
 *   used less
 * @form: (nullable): the form of address that is used more
 * @count: how many units use that form; or how many characters the translation has
 * @limit: how many characters it may have
 * @message: what differs, in English
 * @weight: how much it matters; more is more
 * @key: what it is known by as long as both texts stay as they are
 *
 * A difference in tone. Spans are in bytes of the files.
 */
typedef struct {
  ProseParityKind kind;
  char *id;
  char *family;
  ProseSpan source;
  ProseSpan target;
  ProseSpan unit;
  char *original;
  char *translation;
  char *source_words;
  char *target_words;
  gboolean is_hedge;
  GArray *places;
  char *form;
  guint count;
  guint limit;
  char *message;
  guint weight;
  char *key;
} ProseParityFinding;

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

void prose_parity_finding_free (ProseParityFinding *self);
const char *prose_parity_kind_to_string (ProseParityKind kind);

#define PROSE_N_PARITY_KINDS (PROSE_PARITY_TOO_LONG + 1)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseParity, prose_parity_free)

G_END_DECLS
