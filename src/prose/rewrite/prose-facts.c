/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a rewrite must not lose on the way: numbers (and with them prices, dates
 * and clocks), addresses, placeholders, and names, which are capitalised in the
 * middle of a sentence. */

#include "rewrite/prose-facts.h"

#include <string.h>

#include "text/prose-fold.h"
#include "text/prose-token.h"
#include "text/prose-tokenizer.h"

/* {name}, {{name}}, %s, %1$d, $name: their signs say so. */
static gboolean
is_placeholder_sign (const char *text, const ProseToken *token)
{
  char c = text[token->span.start];

  return c == '{' || c == '}' || (c == '%' && g_ascii_isalpha (text[token->span.end]));
}

static gboolean
is_name (const ProseToken *token)
{
  return token->kind == PROSE_TOKEN_WORD && (token->flags & PROSE_TOKEN_CAPITALISED) &&
         prose_span_get_length (token->span) > 1;
}

/* Whether the capital of the word says no more than that it is a noun. */
static gboolean
is_known (const char *word, ProseLexicon *lexicon)
{
  g_autofree char *folded = prose_fold_word (word);

  return lexicon != NULL && prose_lexicon_capitalises_nouns (lexicon) &&
         (prose_lexicon_is_small (lexicon, folded) || prose_lexicon_is_noun (lexicon, folded));
}

static gboolean
is_fact (const char *text, const ProseToken *token, gboolean may_be_name)
{
  return token->kind == PROSE_TOKEN_NUMBER || token->kind == PROSE_TOKEN_URL ||
         is_placeholder_sign (text, token) || (may_be_name && is_name (token));
}

/* Where two words in three have a capital, as in headlines, none is a name. */
static gboolean
is_written_in_capitals (const GArray *tokens)
{
  guint n_words = 0, n_capitalised = 0;

  for (guint i = 1; i < tokens->len; i++) {
    const ProseToken *token = &g_array_index (tokens, ProseToken, i);

    n_words += token->kind == PROSE_TOKEN_WORD;
    n_capitalised += token->kind == PROSE_TOKEN_WORD && (token->flags & PROSE_TOKEN_CAPITALISED);
  }
  return n_words > 1 && 3 * n_capitalised >= 2 * n_words;
}

/**
 * prose_facts_survive:
 * @before: a part of a sentence
 * @length: its length in bytes
 * @after: what is to stand for it
 * @names: which words of @before are names
 * @lexicon: (nullable): the lexicon of its language; where that writes nouns with a
 *   capital, those that it knows are no names
 *
 * Returns: whether @after has every fact of @before
 */
gboolean
prose_facts_survive (
    const char *before, gsize length, const char *after, ProseNames names, ProseLexicon *lexicon)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (ProseToken));
  g_autofree char *text = g_strndup (before, length);
  g_autofree char *calm = g_utf8_strdown (after, -1);

  prose_tokenize (text, length, tokens);
  if (is_written_in_capitals (tokens))
    names = PROSE_NAMES_NONE;

  for (guint i = 0; i < tokens->len; i++) {
    const ProseToken *token = &g_array_index (tokens, ProseToken, i);
    gboolean may_be_name = names == PROSE_NAMES_ALL || (names == PROSE_NAMES_INSIDE && i > 0);
    g_autofree char *word = NULL;
    g_autofree char *folded = NULL;

    if (!is_fact (text, token, may_be_name))
      continue;
    word = g_strndup (text + token->span.start, prose_span_get_length (token->span));
    folded = g_utf8_strdown (word, -1);
    if (token->kind == PROSE_TOKEN_WORD && is_known (word, lexicon))
      continue;
    if (strstr (calm, folded) == NULL)
      return FALSE;
  }
  return TRUE;
}
