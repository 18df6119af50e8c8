/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check/prose-sentence-measure.h"

#include <string.h>

/* A sentence counts as this many words at least, so that "Act now!" alone is
 * not 100 percent pressure. */
#define SHORTEST_SENTENCE 8

/* So many softeners in a sentence are a pile (DOMAIN.md, D8). */
#define PILE_OF_HEDGES 3

/* The bits of all forms of address. */
#define ADDRESS_MASK (PROSE_WORD_ADDRESS | PROSE_WORD_ADDRESS << 1 | PROSE_WORD_ADDRESS << 2)

/* A form that is told by its capital is not told where there is one anyway. */
static void
count_address (guint flags, gboolean is_capital_anyway, ProseMeasures *measures)
{
  if (is_capital_anyway && (flags & PROSE_WORD_POLITE))
    return;

  for (guint i = 0; i < PROSE_N_ADDRESSES; i++)
    measures->address[i] += (flags & PROSE_WORD_ADDRESS << i) != 0;
}

/* Whether what follows a token begins with a capital whatever it is: in the midst of
 * capitals ("ALLE SENGE I DAG"), or after any sign but a comma: a colon, a dash, the
 * bullet of a list, an emoji. */
static gboolean
calls_for_capital (const char *text, const GArray *tokens, guint i)
{
  const ProseToken *token = &g_array_index (tokens, ProseToken, i);

  switch (token->kind) {
  case PROSE_TOKEN_PUNCTUATION:
    return text[token->span.start] != ',';
  case PROSE_TOKEN_SYMBOL:
  case PROSE_TOKEN_EMOJI:
    return TRUE;
  case PROSE_TOKEN_WORD:
  case PROSE_TOKEN_NUMBER:
  case PROSE_TOKEN_URL:
  default:
    return (token->flags & PROSE_TOKEN_CAPS) != 0;
  }
}

/* Whether a German verb is in the plural: all but two of these end so. */
static gboolean
is_plural_verb (const char *text, ProseSpan span)
{
  static const char *const endings[] = { "en", "eln", "ern", "sind", "tun" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    guint n = strlen (endings[i]);

    if (prose_span_get_length (span) >= n && memcmp (text + span.end - n, endings[i], n) == 0)
      return TRUE;
  }
  return FALSE;
}

/* German "Sie" at the start of a sentence is the reader if the verb behind it is a plural, as in
 * "Sie sparen Zeit": "sie" may be somebody else, but copy rarely speaks of people it has not
 * named. "Sie spart" is not. */
static gboolean
is_polite_start (const char *text,
                 ProseMatcher *matcher,
                 const ProseSentence *sentence,
                 guint token)
{
  ProseLexicon *lexicon = prose_language_rules_get_lexicon (matcher->rules);
  const ProseToken *verb;

  if (token + 1 >= sentence->first_token + sentence->n_tokens ||
      !prose_lexicon_list_has (lexicon, "options", "polite-starts"))
    return FALSE;

  verb = &g_array_index (matcher->tokens, ProseToken, token + 1);
  return verb->kind == PROSE_TOKEN_WORD && !(verb->flags & PROSE_TOKEN_CAPITALISED) &&
         is_plural_verb (text, verb->span);
}

/**
 * prose_sentence_measure:
 * @sentence: a sentence
 * @text: the paragraph that it is of
 * @matcher: a matcher that has read the paragraph
 * @measures: where the measures of its words are added
 */
void
prose_sentence_measure (const ProseSentence *sentence,
                        const char *text,
                        ProseMatcher *matcher,
                        ProseMeasures *measures)
{
  guint words = 0, long_words = 0, facts = 0, reader = 0, seller = 0, hedges = 0;

  for (guint i = 0; i < sentence->n_tokens; i++) {
    guint token = sentence->first_token + i;
    guint flags = prose_matcher_get_word (matcher, token)->flags;

    words += (flags & PROSE_WORD_COUNTED) != 0;
    long_words += (flags & PROSE_WORD_LONG) != 0;
    facts += (flags & PROSE_WORD_FACT) != 0;
    reader += (flags & PROSE_WORD_READER) != 0;
    seller += (flags & PROSE_WORD_SELLER) != 0;
    hedges += (flags & PROSE_WORD_HEDGE) != 0;
    if (G_UNLIKELY (flags & ADDRESS_MASK))
      count_address (flags,
                     words == 1 ? !is_polite_start (text, matcher, sentence, token)
                                : calls_for_capital (text, matcher->tokens, token - 1),
                     measures);
    if (flags & PROSE_WORD_EXCLAMATION)
      measures->exclamations +=
          prose_span_get_length (g_array_index (matcher->tokens, ProseToken, token).span);
  }
  if (words == 0)
    return;

  measures->words += words;
  measures->long_words += long_words;
  measures->facts += facts;
  measures->reader += reader;
  measures->seller += seller;
  measures->hedged += hedges >= PILE_OF_HEDGES;
  measures->sentences++;
  measures->questions += sentence->is_question;
  measures->units += MAX (words, SHORTEST_SENTENCE);
}
