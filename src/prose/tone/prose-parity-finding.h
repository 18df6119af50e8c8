/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/prose-span.h"

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

#define PROSE_N_PARITY_KINDS (PROSE_PARITY_TOO_LONG + 1)

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

const char *prose_parity_kind_to_string (ProseParityKind kind);

ProseParityFinding *prose_parity_finding_new (ProseParityKind kind,
                                              const char *family,
                                              const char *source,
                                              const char *target);
void prose_parity_finding_free (ProseParityFinding *self);
int prose_parity_finding_compare (const ProseParityFinding *self, const ProseParityFinding *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseParityFinding, prose_parity_finding_free)

G_END_DECLS
