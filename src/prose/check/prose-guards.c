/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Guards that all rules share: a phrase inside quotation marks is somebody
 * else's, a negated one says the opposite, one in a name only names. */

#include "check/prose-guards.h"

/* How many tokens before a phrase a negation reaches: "you don't have to
 * decide today", "no need to hurry". */
#define NEGATION_REACH 3

/* A sentence that is hardly more than its quotation speaks for itself. */
#define FEWEST_WORDS_AROUND_QUOTATION 2

static const ProseToken *
get_token (ProseMatcher *matcher, guint i)
{
  return &g_array_index (matcher->tokens, ProseToken, i);
}

static guint
get_flags (ProseMatcher *matcher, guint i)
{
  return prose_matcher_get_word (matcher, i)->flags;
}

static guint
get_end (const ProseSentence *sentence)
{
  return sentence->first_token + sentence->n_tokens;
}

/* --- quotation --- */

/* The token of the quotation mark that is open before the token at, or at
 * itself if none is. */
static guint
find_open_quote (ProseMatcher *matcher, const ProseSentence *sentence, guint at)
{
  guint open = at;

  for (guint i = sentence->first_token; i < at; i++)
    if (get_flags (matcher, i) & PROSE_WORD_QUOTE)
      open = open == at ? i : at;

  return open;
}

static guint
find_close_quote (ProseMatcher *matcher, const ProseSentence *sentence, guint from)
{
  for (guint i = from; i < get_end (sentence); i++)
    if (get_flags (matcher, i) & PROSE_WORD_QUOTE)
      return i;

  return get_end (sentence);
}

static guint
count_words (ProseMatcher *matcher, guint from, guint to)
{
  guint n = 0;

  for (guint i = from; i < to; i++)
    n += (get_flags (matcher, i) & PROSE_WORD_COUNTED) != 0;

  return n;
}

static gboolean
is_quoted (ProseMatcher *matcher, const ProseSentence *sentence, const ProseMatch *match)
{
  guint open = find_open_quote (matcher, sentence, match->first);
  guint close = find_close_quote (matcher, sentence, match->next);

  if (open == match->first || close == get_end (sentence))
    return FALSE;

  return count_words (matcher, sentence->first_token, open) +
             count_words (matcher, close, get_end (sentence)) >=
         FEWEST_WORDS_AROUND_QUOTATION;
}

/* --- negation --- */

static gboolean
is_negated (ProseMatcher *matcher, const ProseSentence *sentence, const ProseMatch *match)
{
  guint reach = MIN (NEGATION_REACH, match->first - sentence->first_token);

  for (guint i = match->first; i-- > match->first - reach;) {
    guint flags = get_flags (matcher, i);

    if (flags & PROSE_WORD_NEGATION)
      return TRUE;
    if (flags & PROSE_WORD_BOUNDARY)
      break;
  }
  return match->next < get_end (sentence) &&
         (get_flags (matcher, match->next) & PROSE_WORD_NEGATES_BACK);
}

/* --- names --- */

static gboolean
is_capitalised (ProseMatcher *matcher, guint i)
{
  guint8 flags = get_token (matcher, i)->flags;

  return (flags & PROSE_TOKEN_CAPITALISED) && !(flags & PROSE_TOKEN_CAPS);
}

static gboolean
is_word (ProseMatcher *matcher, guint i)
{
  return get_token (matcher, i)->kind == PROSE_TOKEN_WORD;
}

/* Whether most words outside of the phrase are in lower case: else it is a
 * heading in Title Case. */
static gboolean
stands_in_lower_case (ProseMatcher *matcher, const ProseSentence *sentence, const ProseMatch *match)
{
  guint n_lower = 0, n_capitalised = 0;

  for (guint i = sentence->first_token; i < get_end (sentence); i++) {
    if ((i >= match->first && i < match->next) || !is_word (matcher, i))
      continue;
    if (get_token (matcher, i)->flags & PROSE_TOKEN_CAPITALISED)
      n_capitalised++;
    else
      n_lower++;
  }
  return n_lower > n_capitalised;
}

static gboolean
has_capitalised_neighbour (ProseMatcher *matcher,
                           const ProseSentence *sentence,
                           const ProseMatch *match)
{
  return (match->first > sentence->first_token && is_capitalised (matcher, match->first - 1)) ||
         (match->next < get_end (sentence) && is_capitalised (matcher, match->next));
}

/* Whether the words outside of the phrase that are no nouns have capitals, too. */
static gboolean
is_title_case (ProseMatcher *matcher, const ProseSentence *sentence, const ProseMatch *match)
{
  guint n_lower = 0, n_capitalised = 0;

  for (guint i = sentence->first_token + 1; i < get_end (sentence); i++) {
    if ((i >= match->first && i < match->next) || !(get_flags (matcher, i) & PROSE_WORD_SMALL))
      continue;
    if (get_token (matcher, i)->flags & PROSE_TOKEN_CAPITALISED)
      n_capitalised++;
    else
      n_lower++;
  }
  return n_capitalised > n_lower;
}

/* Where nouns have a capital, that of a word which is none marks a name: "im Café
 * Letzte Chance". Not behind a sign, where copy often begins anew, nor that of "Sie". */
static gboolean
is_name_amid_nouns (ProseMatcher *matcher, const ProseSentence *sentence, const ProseMatch *match)
{
  guint flags = get_flags (matcher, match->first);

  if (match->first == sentence->first_token || !is_word (matcher, match->first - 1) ||
      !is_capitalised (matcher, match->first) || (flags & PROSE_WORD_POLITE) ||
      is_title_case (matcher, sentence, match))
    return FALSE;

  return (flags & PROSE_WORD_SMALL) != 0;
}

/* A phrase that begins and ends in capitals amid lower case is a name. Where
 * the language writes headings in Title Case, and copywriters capitalise what
 * matters to them, a capital next to it has to confirm that. */
static gboolean
is_name (ProseMatcher *matcher, const ProseSentence *sentence, const ProseMatch *match)
{
  ProseLexicon *lexicon = prose_language_rules_get_lexicon (matcher->rules);
  gboolean title_case = prose_lexicon_list_has (lexicon, "options", "title-case");
  guint last = match->next - 1;
  gboolean neighbour;

  if (prose_lexicon_capitalises_nouns (lexicon))
    return is_name_amid_nouns (matcher, sentence, match);
  if (!is_word (matcher, match->first) || !is_word (matcher, last) ||
      !is_capitalised (matcher, match->first) || !is_capitalised (matcher, last) ||
      !stands_in_lower_case (matcher, sentence, match))
    return FALSE;

  neighbour = has_capitalised_neighbour (matcher, sentence, match);
  if (match->first == last || title_case ||
      count_words (matcher, sentence->first_token, match->first) == 0)
    return neighbour;

  return TRUE;
}

/**
 * prose_guards_void:
 * @match: a match whose matcher still has its paragraph
 * @sentence: the sentence of it
 *
 * Returns: whether a guard of the rule says that @match does not count
 */
gboolean
prose_guards_void (const ProseMatch *match, const ProseSentence *sentence)
{
  ProseMatcher *matcher = match->matcher;
  ProseGuards guards = match->phrase.rule->guards;

  return ((guards & PROSE_GUARD_QUOTED) && is_quoted (matcher, sentence, match)) ||
         ((guards & PROSE_GUARD_NEGATED) && is_negated (matcher, sentence, match)) ||
         ((guards & PROSE_GUARD_NAME) && is_name (matcher, sentence, match));
}
