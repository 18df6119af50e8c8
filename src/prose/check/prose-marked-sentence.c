/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check/prose-marked-sentence.h"

#include <string.h>

/* How a text tells what a reader sees of a part of it. */
typedef char *(*DupCopy) (gpointer text, ProseSpan span);

static ProseMarkedSentence
read_from (gpointer text, DupCopy dup_copy, const ProseDiagnostic *mark)
{
  g_autofree char *before = dup_copy (text, (ProseSpan){ mark->sentence.start, mark->span.start });
  ProseMarkedSentence self = { .text = dup_copy (text, mark->sentence),
                               .phrase = dup_copy (text, mark->span) };

  self.place.start = strlen (before);
  self.place.end = self.place.start + strlen (self.phrase);
  return self;
}

/**
 * prose_marked_sentence_of_document:
 * @document: a text
 * @mark: a mark of it
 *
 * Returns: what a reader sees of the sentence
 */
ProseMarkedSentence
prose_marked_sentence_of_document (ProseDocument *document, const ProseDiagnostic *mark)
{
  return read_from (document, (DupCopy)prose_document_dup_copy, mark);
}

/**
 * prose_marked_sentence_of_live:
 * @checker: a text that is being edited
 * @mark: a mark of it
 *
 * Returns: what a reader sees of the sentence
 */
ProseMarkedSentence
prose_marked_sentence_of_live (ProseLiveChecker *checker, const ProseDiagnostic *mark)
{
  return read_from (checker, (DupCopy)prose_live_checker_dup_copy, mark);
}

void
prose_marked_sentence_clear (ProseMarkedSentence *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->phrase, g_free);
}

/**
 * prose_marked_sentence_find_proof:
 * @self: the sentence of a mark
 * @rule: the rule of the mark
 * @ignored: what the text ignores, proofs among it
 *
 * Returns: (transfer none) (nullable): the proof of what is marked, whether it holds or has
 *   expired; %NULL if there is none
 */
ProseIgnoreEntry *
prose_marked_sentence_find_proof (const ProseMarkedSentence *self,
                                  const ProseRule *rule,
                                  const ProseIgnoreList *ignored)
{
  return prose_ignore_list_find_proof (ignored, rule, self->text,
                                       (ProseSpan){ 0, strlen (self->text) }, self->place);
}
