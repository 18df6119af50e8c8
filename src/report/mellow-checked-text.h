/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prose.h"

G_BEGIN_DECLS

/**
 * MellowCheckedText:
 * @name: the file it came from, as the user named it
 * @line: the line of the file that it is, from 1; 0 if it is the whole file
 * @document: the text
 * @report: what was found in it
 * @rewriter: proposes other wordings for what was found
 * @rules: the rules that it was checked by
 * @claims: (nullable) (element-type ProseClaim): its claims, if somebody asks for them
 * @client: (nullable): whose contract it was held against
 * @deviations: (nullable) (element-type ProseDeviation): where it does not keep a
 *   contract, if there is one
 * @new_marks: (nullable) (element-type ProseDiagnostic): those of its marks that are to be
 *   told, if the others are known
 * @parity: (nullable): its tone beside that of what it is translated from
 * @parity_problem: (nullable): why that could not be read
 * @source_name: (nullable): the file of the original, if that is another one
 * @source: (nullable): the original, likewise
 *
 * One text and its check: all that an output writes about.
 */
typedef struct {
  const char *name;
  guint line;
  ProseDocument *document;
  ProseReport *report;
  ProseRewriter *rewriter;
  ProseRuleSet *rules;
  GPtrArray *claims;
  const char *client;
  GPtrArray *deviations;
  GArray *new_marks;
  const ProseParity *parity;
  const char *parity_problem;
  const char *source_name;
  ProseDocument *source;
} MellowCheckedText;

GArray *mellow_checked_text_get_marks (const MellowCheckedText *self);
char *mellow_checked_text_dup_slice (const MellowCheckedText *self, ProseSpan span);
ProseLineIndex *mellow_checked_text_create_line_index (const MellowCheckedText *self);
ProseLineIndex *mellow_checked_text_create_source_line_index (const MellowCheckedText *self);
const char *mellow_checked_text_get_segment_id (const MellowCheckedText *self, guint place);
char *mellow_checked_text_dup_key (const MellowCheckedText *self,
                                   const ProseDiagnostic *diagnostic);
char *mellow_checked_text_dup_claim_key (const MellowCheckedText *self, const ProseClaim *claim);
ProseLexicon *mellow_checked_text_get_lexicon (const MellowCheckedText *self);
gboolean mellow_checked_text_is_known (const MellowCheckedText *self);
GPtrArray *mellow_checked_text_suggest (const MellowCheckedText *self,
                                        const ProseDiagnostic *diagnostic);

G_END_DECLS
