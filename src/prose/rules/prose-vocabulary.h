/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-language-rules.h"
#include "text/prose-word-table.h"

G_BEGIN_DECLS

/**
 * ProseWordFlags:
 * @PROSE_WORD_KNOWN: it has been looked at
 * @PROSE_WORD_COUNTED: counts as a word: has letters or digits
 * @PROSE_WORD_LONG: more than six letters, for LIX
 * @PROSE_WORD_FACT: a number
 * @PROSE_WORD_NEGATION: negates what follows
 * @PROSE_WORD_OPENER: a clause may start after it
 * @PROSE_WORD_READER: speaks of the reader
 * @PROSE_WORD_SELLER: speaks of the seller
 * @PROSE_WORD_BOUNDARY: punctuation that parts clauses, or an emoji
 * @PROSE_WORD_QUOTE: a quotation mark
 * @PROSE_WORD_HYPHEN: a hyphen without white space before it
 * @PROSE_WORD_NEGATES_BACK: negates what stands before it (Danish "ikke")
 * @PROSE_WORD_EXCLAMATION: exclamation marks
 * @PROSE_WORD_LOOSE: a comma, semicolon, colon or dash
 * @PROSE_WORD_ADDRESS: speaks to the reader in the first form of address; the
 *   next two bits stand for the second and third
 * @PROSE_WORD_UNIT: a sign that belongs to the number beside it, % or €
 * @PROSE_WORD_POLITE: does so only by its capital, which a sentence start hides
 * @PROSE_WORD_CURRENCY: makes a price of the number before it
 * @PROSE_WORD_FULL_STOP: a full stop, which inside of a sentence belongs to what
 *   stands before it
 * @PROSE_WORD_HEDGE: softens what the sentence says (perhaps)
 * @PROSE_WORD_SMALL: has no capital of its own in a language whose nouns have one
 *
 * What is known of a word whatever stands around it.
 */
typedef enum {
  PROSE_WORD_KNOWN = 1 << 0,
  PROSE_WORD_COUNTED = 1 << 1,
  PROSE_WORD_LONG = 1 << 2,
  PROSE_WORD_FACT = 1 << 3,
  PROSE_WORD_NEGATION = 1 << 4,
  PROSE_WORD_OPENER = 1 << 5,
  PROSE_WORD_READER = 1 << 6,
  PROSE_WORD_SELLER = 1 << 7,
  PROSE_WORD_BOUNDARY = 1 << 8,
  PROSE_WORD_QUOTE = 1 << 9,
  PROSE_WORD_HYPHEN = 1 << 10,
  PROSE_WORD_NEGATES_BACK = 1 << 11,
  PROSE_WORD_EXCLAMATION = 1 << 12,
  PROSE_WORD_LOOSE = 1 << 13,
  PROSE_WORD_ADDRESS = 1 << 14,
  PROSE_WORD_POLITE = 1 << 17,
  PROSE_WORD_UNIT = 1 << 18,
  PROSE_WORD_FULL_STOP = 1 << 19,
  PROSE_WORD_CURRENCY = 1 << 20,
  PROSE_WORD_HEDGE = 1 << 21,
  PROSE_WORD_SMALL = 1 << 22,
} ProseWordFlags;

/**
 * ProseTermSet:
 * @signature: the classes, by their numbers, and a bit for each other term, so
 *   that most terms that are missing are known at a glance
 * @terms: (array length=n_terms) (nullable): the terms, sorted
 * @bits: (nullable): for a word of many terms, a bit for every term there is
 * @n_terms: how many
 *
 * The terms that a word satisfies.
 */
typedef struct {
  guint64 signature;
  const guint *terms;
  const guint64 *bits;
  guint n_terms;
} ProseTermSet;

/* The bit of a term in a signature; those of the classes are theirs alone. */
static inline guint
prose_term_get_bit (guint term)
{
  return term < PROSE_N_TERM_CLASSES ? term
                                     : PROSE_N_TERM_CLASSES + term % (64 - PROSE_N_TERM_CLASSES);
}

/* The signature of a word that satisfies nothing but the term, or of one that
 * satisfies nothing, for %PROSE_NO_TERM. */
static inline guint64
prose_term_get_signature (guint term)
{
  return term == PROSE_NO_TERM ? 0 : G_GUINT64_CONSTANT (1) << prose_term_get_bit (term);
}

static inline gboolean
prose_term_set_has (const ProseTermSet *self, guint term)
{
  if (!(self->signature >> prose_term_get_bit (term) & 1))
    return FALSE;
  if (term < PROSE_N_TERM_CLASSES)
    return TRUE;
  if (self->bits != NULL)
    return self->bits[term / 64] >> (term % 64) & 1;

  for (guint i = 0; i < self->n_terms; i++)
    if (self->terms[i] == term)
      return TRUE;
  return FALSE;
}

/**
 * ProseLiveAnchor:
 * @before: the bits that the signature of the token before has in every match
 * @after: those of the token after
 * @sentence: those that some token of the sentence has
 * @anchor: (transfer none): the anchor
 *
 * An anchor of a word that may lead to a match, and what it asks of the tokens
 * around, as far as signatures tell. Half a line of the cache.
 */
typedef struct {
  guint64 before;
  guint64 after;
  guint64 sentence;
  const ProseAnchor *anchor;
} ProseLiveAnchor;

/**
 * ProseWord:
 * @terms: the terms it satisfies
 * @anchors: (array length=n_anchors) (nullable): the anchors of those terms, but
 *   for the ones that ask for a term which no word met so far satisfies
 * @n_anchors: how many
 * @flags: a set of [flags@Prose.WordFlags]
 *
 * What the rules of a language know of a word.
 */
typedef struct {
  ProseTermSet terms;
  const ProseLiveAnchor *anchors;
  guint n_anchors;
  guint flags;
} ProseWord;

/**
 * ProseVocabulary:
 *
 * What the rules of one language know of the words of a word table. It is
 * found out when a word is met first.
 *
 * A text speaks of few of the things that rules do. An anchor that knows of other
 * terms which its matches have waits until there are words that satisfy them:
 *
 *     "only" is met ──▶ anchor of "only {number} left" ──waits for──▶ "left"
 *     "left" is met ──▶ what waits for it goes on to wait for the next term that
 *                       is missing, or comes alive at its word
 *
 * So the cost of a token grows with the rules that its text could break, not
 * with all there are.
 */
typedef struct _ProseVocabulary ProseVocabulary;

ProseVocabulary *prose_vocabulary_new (ProseLanguageRules *rules, ProseWordTable *table);
void prose_vocabulary_free (ProseVocabulary *self);
void prose_vocabulary_clear (ProseVocabulary *self);
void prose_vocabulary_look_up (ProseVocabulary *self, const GArray *words, GPtrArray *known);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseVocabulary, prose_vocabulary_free)

G_END_DECLS
