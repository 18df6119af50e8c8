/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "check/prose-diagnostic.h"
#include "check/prose-ignore-list.h"
#include "check/prose-measures.h"
#include "formats/prose-document.h"
#include "rules/prose-rule-set.h"

G_BEGIN_DECLS

/**
 * ProseReport:
 *
 * What a whole check of a document found. Immutable and reference-counted.
 */
typedef struct _ProseReport ProseReport;

/**
 * ProseUnchecked:
 * @span: a part that no rule looked at
 * @reason: why, for the user
 *
 * What was not checked is always said.
 */
typedef struct {
  ProseSpan span;
  const char *reason;
} ProseUnchecked;

#define PROSE_TYPE_CHECKER (prose_checker_get_type ())
G_DECLARE_FINAL_TYPE (ProseChecker, prose_checker, PROSE, CHECKER, GObject)

ProseChecker *prose_checker_new (ProseRuleSet *rules);
ProseRuleSet *prose_checker_get_rules (ProseChecker *self);
void prose_checker_set_ignore_list (ProseChecker *self, ProseIgnoreList *list);
void prose_checker_set_finds_claims (ProseChecker *self, gboolean finds_claims);
ProseReport *prose_checker_check (ProseChecker *self,
                                  ProseDocument *document,
                                  const char *language);

ProseReport *prose_report_ref (ProseReport *self);
void prose_report_unref (ProseReport *self);
GArray *prose_report_get_diagnostics (ProseReport *self);
GArray *prose_report_get_credits (ProseReport *self);
GArray *prose_report_get_unchecked (ProseReport *self);
const char *prose_report_get_language (ProseReport *self);
const ProseMeasures *prose_report_get_measures (ProseReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseReport, prose_report_unref)

G_END_DECLS
