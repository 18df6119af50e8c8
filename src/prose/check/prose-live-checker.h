/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "check/prose-checker.h"
#include "check/prose-paragraph-findings.h"

G_BEGIN_DECLS

/**
 * ProseLiveChange:
 * @span: the text that was checked again, as it stands after the edit
 * @position: the place of the first mark that was replaced
 * @removed: how many marks went
 * @added: how many came in their place
 *
 * What an edit did to the marks. Marks outside @span have only moved.
 */
typedef struct {
  ProseSpan span;
  guint position;
  guint removed;
  guint added;
} ProseLiveChange;

#define PROSE_TYPE_LIVE_CHECKER (prose_live_checker_get_type ())
G_DECLARE_FINAL_TYPE (ProseLiveChecker, prose_live_checker, PROSE, LIVE_CHECKER, GObject)

ProseLiveChecker *prose_live_checker_new (ProseRuleSet *rules);
void prose_live_checker_set_language (ProseLiveChecker *self, const char *language);
const ProseFormat *prose_live_checker_get_format (ProseLiveChecker *self);
ProseLiveChange prose_live_checker_set_format (ProseLiveChecker *self, const ProseFormat *format);
ProseLiveChange prose_live_checker_set_text (ProseLiveChecker *self,
                                             const char *text,
                                             gssize length);
ProseLiveChange prose_live_checker_insert (ProseLiveChecker *self,
                                           guint offset,
                                           const char *text,
                                           gssize length);
ProseLiveChange prose_live_checker_delete (ProseLiveChecker *self, ProseSpan span);

ProseLiveChange prose_live_checker_set_ignore_list (ProseLiveChecker *self, ProseIgnoreList *list);
ProseIgnoreList *prose_live_checker_get_ignore_list (ProseLiveChecker *self);
ProseIgnoreEntry *prose_live_checker_create_ignore_entry (ProseLiveChecker *self,
                                                          ProseIgnoreLevel level,
                                                          const ProseDiagnostic *mark);
ProseLiveChange prose_live_checker_add_ignored (ProseLiveChecker *self, ProseIgnoreEntry *entry);
ProseLiveChange prose_live_checker_remove_ignored (ProseLiveChecker *self, ProseIgnoreEntry *entry);
ProseLiveChange prose_live_checker_set_today (ProseLiveChecker *self, const char *date);

guint prose_live_checker_get_length (ProseLiveChecker *self);
char *prose_live_checker_dup_text (ProseLiveChecker *self, ProseSpan span);
const char *prose_live_checker_find_paragraph (ProseLiveChecker *self,
                                               guint offset,
                                               ProseSpan *span);
const ProseSegment *prose_live_checker_find_segment (ProseLiveChecker *self,
                                                     guint offset,
                                                     guint *start,
                                                     const char **block);
const char *prose_live_checker_find_block (ProseLiveChecker *self,
                                           guint offset,
                                           ProseSpan *span,
                                           ProseFormatState *state);
ProseReading *prose_live_checker_read (ProseLiveChecker *self, ProseSpan span);
GPtrArray *prose_live_checker_list_segments (ProseLiveChecker *self, guint offset, guint *start);
char *prose_live_checker_dup_copy (ProseLiveChecker *self, ProseSpan span);
void prose_live_checker_append_runs (ProseLiveChecker *self, ProseSpan span, GArray *runs);
guint prose_live_checker_get_offset (ProseLiveChecker *self, guint line, guint line_index);
void prose_live_checker_get_line (ProseLiveChecker *self,
                                  guint offset,
                                  guint *line,
                                  guint *line_index);

guint prose_live_checker_get_n_diagnostics (ProseLiveChecker *self);
ProseDiagnostic prose_live_checker_get_diagnostic (ProseLiveChecker *self, guint position);
guint prose_live_checker_find_diagnostic (ProseLiveChecker *self, guint offset);
GArray *prose_live_checker_dup_diagnostics (ProseLiveChecker *self, ProseSpan span);
GArray *prose_live_checker_dup_credits (ProseLiveChecker *self, ProseSpan span);
const ProseMeasures *prose_live_checker_get_measures (ProseLiveChecker *self);
ProseMeasures prose_live_checker_measure (ProseLiveChecker *self,
                                          ProseSpan span,
                                          ProseSeverity *gravest);
GArray *prose_live_checker_list_unchecked (ProseLiveChecker *self);
const char *prose_live_checker_get_language (ProseLiveChecker *self);

G_END_DECLS
