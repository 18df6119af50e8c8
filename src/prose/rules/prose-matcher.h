/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-vocabulary.h"
#include "text/prose-sentence.h"

G_BEGIN_DECLS

typedef struct _ProseMatcher ProseMatcher;

/**
 * ProseMatch:
 * @matcher: (transfer none): the matcher that found it
 * @phrase: the phrase that matched
 * @first: its first token
 * @next: the token after its last
 * @captures: pairs of first token and token after the last; equal for none
 *
 * A match, in tokens of the paragraph.
 */
typedef struct {
  ProseMatcher *matcher;
  ProsePhrase phrase;
  guint first;
  guint next;
  guint captures[2 * PROSE_MAX_CAPTURES];
} ProseMatch;

/**
 * ProseMatcher:
 * @rules: (transfer none): the rules of one language
 * @abbreviations: (transfer none): the words of the language that a full stop
 *   belongs to
 * @vocabulary: (transfer full): the words met so far
 * @words: (element-type ProseWord): what is known of each token of the paragraph
 * @tokens: (transfer none): the tokens of the paragraph
 * @sentence: where the sentence starts that is known of: %G_MAXUINT for none
 * @signature: of the terms that its words satisfy
 * @looks: how far each rule's exceptions were looked for in that sentence
 * @exceptions: the exceptions that were found there
 *
 * Finds the phrases of one language in the tokens of a paragraph.
 */
struct _ProseMatcher {
  ProseLanguageRules *rules;
  ProseAbbreviations abbreviations;
  ProseVocabulary *vocabulary;
  GPtrArray *words;
  const GArray *tokens;
  guint sentence;
  guint64 signature;
  GArray *looks;
  GArray *exceptions;
};

ProseMatcher *prose_matcher_new (ProseLanguageRules *rules, ProseWordTable *table);
void prose_matcher_free (ProseMatcher *self);
void prose_matcher_read (ProseMatcher *self, const GArray *tokens, const GArray *words);
void prose_matcher_match (ProseMatcher *self, const ProseSentence *sentence, GArray *matches);
gboolean prose_match_is_excepted (const ProseMatch *self, const ProseSentence *sentence);

/**
 * prose_matcher_get_word:
 * @self: a matcher that has read the paragraph
 * @token: a token of it
 *
 * Returns: (transfer none): what is known of its word
 */
static inline const ProseWord *
prose_matcher_get_word (ProseMatcher *self, guint token)
{
  return self->words->pdata[token];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseMatcher, prose_matcher_free)

G_END_DECLS
