/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "check/prose-paragraph-checker.h"
#include "formats/prose-segment.h"
#include "tone/prose-parity-device.h"

G_BEGIN_DECLS

/**
 * ProseParitySide:
 * @segment: the text
 * @marks: (element-type ProseDiagnostic): its marks, in bytes of the copy
 * @credits: (element-type ProseDiagnostic): its soft phrases, likewise
 * @pressure: (element-type ProseParityDevice): what presses in it
 * @claims: (element-type ProseParityDevice): what it claims
 * @warmth: (element-type ProseParityDevice): what is warm in it
 * @measures: what it amounts to
 * @n_hedges: how many words soften what it says
 * @hedge: the first of them, in bytes of the copy
 * @n_loud: how many exclamation marks, and words in capitals, it has
 * @says_free: whether it says that something costs nothing
 * @is_label: whether it is the label of a button, which was read as a sentence
 * @muted: (nullable): the rules that directives have switched off so far
 *
 * An original or a translation, and what was found in it.
 */
typedef struct {
  const ProseSegment *segment;
  GArray *marks;
  GArray *credits;
  GArray *pressure;
  GArray *claims;
  GArray *warmth;
  ProseMeasures measures;
  guint n_hedges;
  ProseSpan hedge;
  guint n_loud;
  gboolean says_free;
  gboolean is_label;
  const char *muted;
} ProseParitySide;

void prose_parity_side_init (ProseParitySide *self);
void prose_parity_side_clear (ProseParitySide *self);
gboolean prose_parity_side_read (ProseParitySide *self,
                                 ProseParagraphChecker *checker,
                                 const ProseSegment *segment,
                                 const char *language);

char *prose_parity_side_dup_words (const ProseParitySide *self, ProseSpan span);
ProseSpan prose_parity_side_to_source (const ProseParitySide *self, ProseSpan span);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ProseParitySide, prose_parity_side_clear)

G_END_DECLS
