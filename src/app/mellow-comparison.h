/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <prose.h>

G_BEGIN_DECLS

/**
 * MellowComparedText:
 * @name: what the version is called
 * @text: what a reader sees of it
 * @report: what the rules say of the file
 * @marks: (element-type ProseDiagnostic): its marks, in the bytes of @text
 * @credits: (element-type ProseDiagnostic): its credits likewise
 * @tone: its meters
 *
 * One of two versions of a text.
 */
typedef struct {
  char *name;
  char *text;
  ProseReport *report;
  GArray *marks;
  GArray *credits;
  ProseToneSummary tone;
} MellowComparedText;

/**
 * MellowDeviceChange:
 * @rule: (transfer none): the rule behind it
 * @phrase: its words, where they stand first
 * @count: how often less, or more, it comes
 *
 * A device that went or came.
 */
typedef struct {
  const ProseRule *rule;
  char *phrase;
  guint count;
} MellowDeviceChange;

/**
 * MellowComparison:
 * @rules: the rules that both are checked by
 * @before: the version before
 * @after: the version after
 * @alignments: (element-type ProseAlignment): their sentences
 * @marks_gone: (element-type MellowDeviceChange): marks that only the text before has
 * @marks_new: (element-type MellowDeviceChange): marks that only the text after has
 * @credits_gone: (element-type MellowDeviceChange): credits likewise
 * @credits_new: (element-type MellowDeviceChange): credits likewise
 *
 * Two versions of a text, and what became of its tone.
 */
typedef struct {
  ProseRuleSet *rules;
  MellowComparedText before;
  MellowComparedText after;
  GArray *alignments;
  GPtrArray *marks_gone;
  GPtrArray *marks_new;
  GPtrArray *credits_gone;
  GPtrArray *credits_new;
} MellowComparison;

MellowComparison *mellow_comparison_new (ProseRuleSet *rules,
                                         const char *known,
                                         const ProseFormat *format,
                                         const char *before_name,
                                         const char *before,
                                         const char *after_name,
                                         const char *after);
void mellow_comparison_free (MellowComparison *self);
const char *mellow_comparison_get_kind_label (ProseAlignmentKind kind);
char *mellow_comparison_describe_devices (GPtrArray *devices);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MellowComparison, mellow_comparison_free)

G_END_DECLS
