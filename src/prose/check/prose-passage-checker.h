/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "check/prose-ignore-list.h"
#include "check/prose-paragraph-list.h"
#include "rules/prose-rule-set.h"

G_BEGIN_DECLS

/**
 * ProsePassageChecker:
 *
 * Checks the paragraphs of a text that is being edited: of each the passages that a reader
 * sees, each in its language. Not to be shared by threads.
 */
typedef struct _ProsePassageChecker ProsePassageChecker;

ProsePassageChecker *prose_passage_checker_new (ProseRuleSet *rules);
void prose_passage_checker_free (ProsePassageChecker *self);
void prose_passage_checker_set_ignore_list (ProsePassageChecker *self, ProseIgnoreList *list);

gboolean prose_passage_checker_set_language (ProsePassageChecker *self, const char *language);
const char *prose_passage_checker_get_language (ProsePassageChecker *self);
void prose_passage_checker_vote (ProsePassageChecker *self, ProseParagraph *paragraph);
gboolean prose_passage_checker_find_language (ProsePassageChecker *self,
                                              ProseParagraphList *paragraphs,
                                              const ProseLanguageVote *vote);
const char *prose_passage_checker_find_language_at (ProsePassageChecker *self,
                                                    const ProseParagraph *paragraph,
                                                    guint place);

void prose_passage_checker_check (ProsePassageChecker *self,
                                  ProseParagraph *paragraph,
                                  guint start,
                                  const char *muted);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProsePassageChecker, prose_passage_checker_free)

G_END_DECLS
