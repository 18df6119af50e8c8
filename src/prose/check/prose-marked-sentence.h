/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "check/prose-live-checker.h"
#include "formats/prose-document.h"

G_BEGIN_DECLS

/**
 * ProseMarkedSentence:
 * @text: the sentence of a mark
 * @phrase: the words that are marked
 * @place: where they stand in it, in bytes
 *
 * What a reader sees of a mark and of the sentence around it, without markup.
 */
typedef struct {
  char *text;
  char *phrase;
  ProseSpan place;
} ProseMarkedSentence;

ProseMarkedSentence prose_marked_sentence_of_document (ProseDocument *document,
                                                       const ProseDiagnostic *mark);
ProseMarkedSentence prose_marked_sentence_of_live (ProseLiveChecker *checker,
                                                   const ProseDiagnostic *mark);
void prose_marked_sentence_clear (ProseMarkedSentence *self);
ProseIgnoreEntry *prose_marked_sentence_find_proof (const ProseMarkedSentence *self,
                                                    const ProseRule *rule,
                                                    const ProseIgnoreList *ignored);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ProseMarkedSentence, prose_marked_sentence_clear)

G_END_DECLS
