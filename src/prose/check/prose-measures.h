/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-coverage.h"

G_BEGIN_DECLS

/**
 * ProseAddress:
 * @PROSE_ADDRESS_FIRST: to one reader, in the form that copy of the language mostly has
 *   (du, tú, vous)
 * @PROSE_ADDRESS_SECOND: to one reader, in its other form (Sie, usted, tu)
 * @PROSE_ADDRESS_SEVERAL: to several readers, each of whom is a du (ihr, vosotros)
 * @PROSE_N_ADDRESSES: how many forms of address a language may have
 *
 * How a text speaks to its readers, in the order of the lexicon.
 */
typedef enum {
  PROSE_ADDRESS_FIRST,
  PROSE_ADDRESS_SECOND,
  PROSE_ADDRESS_SEVERAL,
  PROSE_N_ADDRESSES,
} ProseAddress;

/**
 * ProseMeasures:
 * @words: words and numbers
 * @sentences: sentences with at least one word
 * @questions: sentences that ask
 * @exclamations: exclamation marks
 * @long_words: words of more than six letters, for LIX
 * @units: length for the meters, in words: a sentence counts its words, eight
 *   at least, so that a button label is not all pressure
 * @facts: numbers, prices, dates and the like
 * @reader: words that speak of the reader (you, your)
 * @seller: words that speak of the seller (we, our)
 * @address: words that speak to the reader in each form of address of the
 *   language, in its order (Danish: du, De, I)
 * @load: what the marks and credits add to each [enum@Prose.Meter], in
 *   hundredths of a weight
 * @invitations: credits for a next step the reader may take
 * @stacked_questions: questions that follow right upon another in their paragraph
 * @hedged: sentences that soften what they say three times or more
 * @covered: how often each of [enum@Prose.Coverage] was found
 * @unchecked: words that no rule looked at, because their language is not known
 *   or has no rules; they count for nothing else
 *
 * What can be added up over the paragraphs of a text. Sums of whole numbers,
 * so that adding and taking away a paragraph leaves no trace.
 */
typedef struct {
  gint64 words;
  gint64 sentences;
  gint64 questions;
  gint64 exclamations;
  gint64 long_words;
  gint64 units;
  gint64 facts;
  gint64 reader;
  gint64 seller;
  gint64 address[PROSE_N_ADDRESSES];
  gint64 load[3];
  gint64 invitations;
  gint64 stacked_questions;
  gint64 hedged;
  gint64 covered[PROSE_N_COVERAGES];
  gint64 unchecked;
} ProseMeasures;

void prose_measures_add (ProseMeasures *self, const ProseMeasures *other);
void prose_measures_subtract (ProseMeasures *self, const ProseMeasures *other);
gint64 prose_measures_count_mixed_address (const ProseMeasures *self);
guint prose_measures_get_address (const ProseMeasures *self);

G_END_DECLS
