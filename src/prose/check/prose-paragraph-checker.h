/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "check/prose-diagnostic.h"
#include "check/prose-ignore-list.h"
#include "check/prose-measures.h"
#include "rules/prose-rule-set.h"
#include "text/prose-language.h"

G_BEGIN_DECLS

/**
 * PROSE_LONGEST_LABEL:
 *
 * The longest text whose language the rules may tell, in bytes: a label or a
 * button without a function word.
 */
#define PROSE_LONGEST_LABEL 200

/**
 * ProseParagraphChecker:
 *
 * Checks one paragraph after the other, and keeps what is worth keeping between
 * them: the words met, and the memory of the arrays. Not to be shared by
 * threads.
 */
typedef struct _ProseParagraphChecker ProseParagraphChecker;

ProseParagraphChecker *prose_paragraph_checker_new (ProseRuleSet *rules);
void prose_paragraph_checker_free (ProseParagraphChecker *self);
ProseRuleSet *prose_paragraph_checker_get_rules (ProseParagraphChecker *self);
void prose_paragraph_checker_set_ignore_list (ProseParagraphChecker *self, ProseIgnoreList *list);
void prose_paragraph_checker_set_finds_claims (ProseParagraphChecker *self, gboolean finds_claims);

void prose_paragraph_checker_read (ProseParagraphChecker *self, const char *text, gsize length);
void prose_paragraph_checker_set_muted (ProseParagraphChecker *self, const char *muted);
void prose_paragraph_checker_set_place (ProseParagraphChecker *self,
                                        guint place,
                                        const ProseCopy *copy);
const char *prose_paragraph_checker_get_muted_after (ProseParagraphChecker *self);
ProseLanguageVote prose_paragraph_checker_vote (ProseParagraphChecker *self);
const char *prose_paragraph_checker_try_languages (ProseParagraphChecker *self,
                                                   const ProseLanguageVote *vote,
                                                   const char *text,
                                                   gsize length);
gboolean prose_paragraph_checker_check (ProseParagraphChecker *self,
                                        const char *language,
                                        ProseZone zone,
                                        GArray *diagnostics,
                                        GArray *credits,
                                        ProseMeasures *measures);
GPtrArray *prose_paragraph_checker_get_rules_ignored (ProseParagraphChecker *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseParagraphChecker, prose_paragraph_checker_free)

G_END_DECLS
