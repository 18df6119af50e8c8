/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-matcher.h"

/* How many instructions one attempt may take. Phrases of shipped packs need
 * some dozens; a hostile pack must not hang the program. */
#define MOST_STEPS 5000

/* How many ways back may be open at once. */
#define MOST_WAYS_BACK 256

/* A way back: where to go on, or a slot to set back first. */
typedef struct {
  gboolean is_slot;
  guint a; /* instruction, or slot */
  guint b; /* token, or the slot's old value */
} WayBack;

/* One attempt to match a program in a sentence. */
typedef struct {
  ProseMatcher *matcher;
  const ProseSentence *sentence;
  guint end; /* of the sentence */
  guint token;
  guint *captures;
  WayBack stack[MOST_WAYS_BACK];
  guint depth;
} Attempt;

/* How far the exceptions of a rule were looked for in a sentence: all that start before
 * a token are known. */
typedef struct {
  guint order; /* of the rule */
  guint next;
} Look;

/* An exception that was found, in tokens. */
typedef struct {
  guint order; /* of its rule */
  guint first;
  guint next;
} Exception;

/**
 * prose_matcher_new:
 * @rules: rules that outlive it
 * @table: a word table that outlives it
 *
 * Returns: (transfer full): a matcher
 */
ProseMatcher *
prose_matcher_new (ProseLanguageRules *rules, ProseWordTable *table)
{
  ProseLexicon *lexicon = prose_language_rules_get_lexicon (rules);
  ProseMatcher *self = g_new0 (ProseMatcher, 1);

  self->rules = rules;
  self->abbreviations = prose_lexicon_get_abbreviations (lexicon);
  self->vocabulary = prose_vocabulary_new (rules, table);
  self->words = g_ptr_array_new ();
  self->sentence = G_MAXUINT;
  self->looks = g_array_new (FALSE, FALSE, sizeof (Look));
  self->exceptions = g_array_new (FALSE, FALSE, sizeof (Exception));

  return self;
}

void
prose_matcher_free (ProseMatcher *self)
{
  prose_vocabulary_free (self->vocabulary);
  g_ptr_array_unref (self->words);
  g_array_unref (self->looks);
  g_array_unref (self->exceptions);
  g_free (self);
}

/**
 * prose_matcher_read:
 * @self: a matcher
 * @tokens: (element-type ProseToken): the tokens of a paragraph, which stay
 *   valid until the next is read
 * @words: (element-type guint): the word of each, in its word table
 *
 * Makes a paragraph known, before its sentences are matched.
 */
void
prose_matcher_read (ProseMatcher *self, const GArray *tokens, const GArray *words)
{
  self->tokens = tokens;
  self->sentence = G_MAXUINT;
  prose_vocabulary_look_up (self->vocabulary, words, self->words);
}

static inline gboolean
satisfies (ProseMatcher *self, guint token, guint term)
{
  return prose_term_set_has (&prose_matcher_get_word (self, token)->terms, term);
}

/* --- edges --- */

static guint
get_sentence_end (const ProseSentence *sentence)
{
  return sentence->first_token + sentence->n_tokens;
}

/* A word, or a sign that a number needs. */
static gboolean
has_content (ProseMatcher *self, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (prose_matcher_get_word (self, i)->flags & (PROSE_WORD_COUNTED | PROSE_WORD_UNIT))
      return TRUE;

  return FALSE;
}

/* Whether clauses may part there. A full stop inside of a sentence ends an
 * abbreviation or an ordinal; the one at its end is no content anyway. */
static gboolean
is_boundary (ProseMatcher *self, guint token)
{
  guint flags = prose_matcher_get_word (self, token)->flags;

  return (flags & PROSE_WORD_BOUNDARY) && !(flags & (PROSE_WORD_HYPHEN | PROSE_WORD_FULL_STOP));
}

static gboolean
is_at_edge (Attempt *self, ProseEdge edge)
{
  ProseMatcher *matcher = self->matcher;
  guint start = self->sentence->first_token;
  guint end = get_sentence_end (self->sentence);

  switch (edge) {
  case PROSE_EDGE_SENTENCE_START:
    return !has_content (matcher, start, self->token);
  case PROSE_EDGE_SENTENCE_END:
    return !has_content (matcher, self->token, end);
  case PROSE_EDGE_CLAUSE_START:
    return self->token == start || is_boundary (matcher, self->token - 1) ||
           (prose_matcher_get_word (matcher, self->token - 1)->flags & PROSE_WORD_OPENER) ||
           !has_content (matcher, start, self->token);
  case PROSE_EDGE_CLAUSE_END:
  default:
    return self->token == end || is_boundary (matcher, self->token) ||
           !has_content (matcher, self->token, end);
  }
}

/* --- the machine --- */

static inline gboolean
push (Attempt *self, gboolean is_slot, guint a, guint b)
{
  if (self->depth == MOST_WAYS_BACK)
    return FALSE;

  self->stack[self->depth++] = (WayBack){ is_slot, a, b };
  return TRUE;
}

/* Goes back to the last open way; slots set since then get their old values. */
static gboolean
go_back (Attempt *self, guint *instruction)
{
  while (self->depth > 0) {
    WayBack way = self->stack[--self->depth];

    if (!way.is_slot) {
      *instruction = way.a;
      self->token = way.b;
      return TRUE;
    }
    self->captures[way.a] = way.b;
  }
  return FALSE;
}

/* A full stop inside of a sentence is part of what a gap passes over: "50 kr." */
static gboolean
is_inner_full_stop (Attempt *self)
{
  return (prose_matcher_get_word (self->matcher, self->token)->flags & PROSE_WORD_FULL_STOP) &&
         self->token + 1 < self->end &&
         (prose_matcher_get_word (self->matcher, self->token + 1)->flags & PROSE_WORD_COUNTED);
}

static inline gboolean
token_satisfies (Attempt *self, guint term)
{
  if (self->token >= self->end)
    return FALSE;

  return satisfies (self->matcher, self->token, term) ||
         (term == PROSE_TERM_CLASS_GAP && is_inner_full_stop (self));
}

/* Whether a hyphen ties the words before and after it together. */
static gboolean
is_tie (ProseMatcher *self, guint token)
{
  return (prose_matcher_get_word (self, token)->flags & PROSE_WORD_HYPHEN) &&
         !(g_array_index (self->tokens, ProseToken, token + 1).flags & PROSE_TOKEN_SPACED);
}

/* Whether a place is inside of a compound, before its hyphen or after it. */
static gboolean
is_inside_compound (Attempt *self, guint token)
{
  guint start = self->sentence->first_token;

  return (token >= start + 2 && token < self->end && is_tie (self->matcher, token - 1)) ||
         (token > start && token + 1 < self->end && is_tie (self->matcher, token));
}

/* How many tokens the number at this place has: "twenty-six" is one number. */
static guint
count_number_tokens (Attempt *self)
{
  guint token = self->token;
  gboolean is_word = !(prose_matcher_get_word (self->matcher, token)->flags & PROSE_WORD_FACT);

  return is_word && token + 2 < self->end && is_tie (self->matcher, token + 1) &&
                 satisfies (self->matcher, token + 2, PROSE_TERM_CLASS_NUMBER)
             ? 3
             : 1;
}

/* Carries out one instruction; FALSE if this way leads nowhere. */
static inline gboolean
step (Attempt *self, const ProseInstruction *instruction, guint *next)
{
  switch (instruction->operation) {
  case PROSE_OPERATION_TERM:
    if (!token_satisfies (self, instruction->a))
      return FALSE;
    self->token += instruction->a == PROSE_TERM_CLASS_NUMBER ? count_number_tokens (self) : 1;
    (*next)++;
    return TRUE;
  case PROSE_OPERATION_PEEK:
    (*next)++;
    return token_satisfies (self, instruction->a);
  case PROSE_OPERATION_EDGE:
    (*next)++;
    return is_at_edge (self, instruction->a);
  case PROSE_OPERATION_SPLIT:
    *next = instruction->a;
    return push (self, FALSE, instruction->b, self->token);
  case PROSE_OPERATION_JUMP:
    *next = instruction->a;
    return TRUE;
  case PROSE_OPERATION_SAVE:
    if (instruction->b && is_inside_compound (self, self->token))
      return FALSE;
    if (!push (self, TRUE, instruction->a, self->captures[instruction->a]))
      return FALSE;
    self->captures[instruction->a] = self->token;
    (*next)++;
    return TRUE;
  case PROSE_OPERATION_MATCH:
  default:
    return TRUE;
  }
}

/* Whether a match ends here: one that would end inside of a compound may have
 * a longer way, if its last gap has room for the rest of the compound. */
static inline gboolean
is_whole_match (Attempt *self, const ProseInstruction *instruction, guint first)
{
  return instruction->operation == PROSE_OPERATION_MATCH && self->token > first &&
         !is_inside_compound (self, self->token);
}

/* Whether the program matches from the token first; then token is the one
 * after the match. */
static gboolean
attempt (Attempt *self, guint program, guint first)
{
  const ProseInstruction *code = prose_language_rules_get_code (self->matcher->rules);
  guint next = program;

  self->token = first;
  self->depth = 0;
  for (guint steps = 0; steps < MOST_STEPS; steps++) {
    if (is_whole_match (self, &code[next], first))
      return TRUE;
    if (code[next].operation == PROSE_OPERATION_MATCH || !step (self, &code[next], &next)) {
      if (!go_back (self, &next))
        return FALSE;
    }
  }
  return FALSE;
}

/* --- phrases --- */

/* No phrase begins or ends inside of "sugar-free". */
static gboolean
cuts_compound (ProseMatcher *self, const ProseSentence *sentence, const ProseMatch *match)
{
  if (match->first >= sentence->first_token + 2 && is_tie (self, match->first - 1))
    return TRUE;

  return match->next + 1 < get_sentence_end (sentence) && is_tie (self, match->next);
}

static gboolean
is_loose_mark (ProseMatcher *self, guint token)
{
  return (prose_matcher_get_word (self, token)->flags & PROSE_WORD_LOOSE) != 0;
}

/* A phrase may look at a comma before or after it; the mark does not cover it.
 */
static void
trim (ProseMatcher *self, ProseMatch *match)
{
  while (match->next - match->first > 1 && is_loose_mark (self, match->first))
    match->first++;
  while (match->next - match->first > 1 && is_loose_mark (self, match->next - 1))
    match->next--;
}

static gboolean
has_flags (ProseMatcher *self, guint token, guint end, guint flags)
{
  return token < end && (prose_matcher_get_word (self, token)->flags & flags) != 0;
}

static gboolean
is_spaced (ProseMatcher *self, guint token)
{
  return (g_array_index (self->tokens, ProseToken, token).flags & PROSE_TOKEN_SPACED) != 0;
}

/* The Danish ",-" or ".-" of a whole price. */
static gboolean
is_price_sign (ProseMatcher *self, guint token, guint end)
{
  return has_flags (self, token, end, PROSE_WORD_LOOSE | PROSE_WORD_FULL_STOP) &&
         !is_spaced (self, token) && has_flags (self, token + 1, end, PROSE_WORD_HYPHEN) &&
         (token + 2 == end || is_spaced (self, token + 2) ||
          !has_flags (self, token + 2, end, PROSE_WORD_COUNTED));
}

/* The token after the price whose figure ends before token. */
static guint
find_price_end (ProseMatcher *self, guint token, guint end)
{
  if (is_price_sign (self, token, end))
    token += 2;
  if (!has_flags (self, token, end, PROSE_WORD_CURRENCY))
    return token;

  token++;
  return token + 1 < end && has_flags (self, token, end, PROSE_WORD_FULL_STOP) ? token + 1 : token;
}

/* A price is whole within the mark, and in the capture that ends with it. */
static void
take_price_along (ProseMatcher *self, const ProseSentence *sentence, ProseMatch *match)
{
  guint end = match->next;

  if (!has_flags (self, end - 1, end, PROSE_WORD_FACT))
    return;

  match->next = find_price_end (self, end, get_sentence_end (sentence));
  for (guint i = 0; i < PROSE_MAX_CAPTURES; i++)
    if (match->captures[2 * i + 1] == end && match->captures[2 * i] < end)
      match->captures[2 * i + 1] = match->next;
}

static gboolean
has_companion (ProseMatcher *self, guint start, guint end, guint token, const ProseAnchor *anchor)
{
  gint from = MAX ((gint)token + anchor->companion_from, (gint)start);
  gint to = MIN ((gint)token + anchor->companion_to, (gint)end - 1);

  for (gint i = from; i <= to; i++)
    if (satisfies (self, i, anchor->companion))
      return TRUE;

  return FALSE;
}

/* Whether the tokens around an anchor are such as every match has there; this
 * settles most cases without an attempt. */
static inline gboolean
fits (ProseMatcher *self, guint start, guint end, guint token, const ProseAnchor *anchor)
{
  if (token - start < anchor->min_before)
    return FALSE;
  if (anchor->before != PROSE_NO_TERM &&
      (token == start || !satisfies (self, token - 1, anchor->before)))
    return FALSE;

  if (anchor->after != PROSE_NO_TERM &&
      (token + 1 >= end || !satisfies (self, token + 1, anchor->after)))
    return FALSE;

  return anchor->companion == PROSE_NO_TERM || has_companion (self, start, end, token, anchor);
}

/* Whether a program may match from the token start: what its first instruction
 * asks of that token, if it asks anything, is true. */
static inline gboolean
may_start (ProseMatcher *self, guint program, guint start)
{
  const ProseInstruction *first = &prose_language_rules_get_code (self->rules)[program];

  return (first->operation != PROSE_OPERATION_TERM && first->operation != PROSE_OPERATION_PEEK) ||
         satisfies (self, start, first->a);
}

static void
try_anchor (ProseMatcher *self,
            const ProseSentence *sentence,
            guint token,
            const ProseAnchor *anchor,
            GArray *matches)
{
  ProsePhrase phrase = prose_language_rules_get_phrase (self->rules, anchor->phrase);
  guint first = token - MIN (anchor->max_before, token - sentence->first_token);

  if (prose_language_rules_is_off (self->rules, phrase.order))
    return;

  for (guint start = first; start <= token - anchor->min_before; start++) {
    ProseMatch match = { .matcher = self, .phrase = phrase, .first = start };
    Attempt state;

    if (!may_start (self, phrase.start, start))
      continue;
    state.matcher = self;
    state.sentence = sentence;
    state.end = get_sentence_end (sentence);
    state.captures = match.captures;
    if (!attempt (&state, phrase.start, start))
      continue;
    match.next = state.token;
    trim (self, &match);
    take_price_along (self, sentence, &match);
    if (!cuts_compound (self, sentence, &match))
      g_array_append_val (matches, match);
  }
}

static inline guint64
get_signature (ProseMatcher *self, guint token)
{
  return prose_matcher_get_word (self, token)->terms.signature;
}

static guint64
unite_signatures (ProseMatcher *self, guint start, guint end)
{
  guint64 all = 0;

  for (guint token = start; token < end; token++)
    all |= get_signature (self, token);

  return all;
}

/* Whether all that an anchor asks for is there, as far as signatures tell. */
static inline gboolean
passes (const ProseLiveAnchor *live, const ProseLiveAnchor *around)
{
  return ((live->before & ~around->before) | (live->after & ~around->after) |
          (live->sentence & ~around->sentence)) == 0;
}

/**
 * prose_matcher_match:
 * @self: a matcher that has read the paragraph
 * @sentence: a sentence of it
 * @matches: (element-type ProseMatch): where the matches are appended
 *
 * Finds all phrases of a sentence, overlapping ones too; the same match may be
 * found more than once.
 */
void
prose_matcher_match (ProseMatcher *self, const ProseSentence *sentence, GArray *matches)
{
  guint start = sentence->first_token;
  guint end = get_sentence_end (sentence);
  ProseLiveAnchor around = { .sentence = unite_signatures (self, start, end) };

  for (guint token = start; token < end; token++) {
    const ProseWord *word = prose_matcher_get_word (self, token);

    around.after = token + 1 < end ? get_signature (self, token + 1) : 0;
    for (guint i = 0; i < word->n_anchors; i++)
      if (passes (&word->anchors[i], &around) &&
          fits (self, start, end, token, word->anchors[i].anchor))
        try_anchor (self, sentence, token, word->anchors[i].anchor, matches);
    around.before = word->terms.signature;
  }
}

/* --- exceptions --- */

static void
note_sentence (ProseMatcher *self, const ProseSentence *sentence)
{
  if (self->sentence == sentence->first_token)
    return;

  self->sentence = sentence->first_token;
  self->signature = unite_signatures (self, sentence->first_token, get_sentence_end (sentence));
  g_array_set_size (self->looks, 0);
  g_array_set_size (self->exceptions, 0);
}

static Look *
find_look (ProseMatcher *self, guint order)
{
  Look look = { order, self->sentence };

  for (guint i = 0; i < self->looks->len; i++)
    if (g_array_index (self->looks, Look, i).order == order)
      return &g_array_index (self->looks, Look, i);

  g_array_append_val (self->looks, look);
  return &g_array_index (self->looks, Look, self->looks->len - 1);
}

static void
note_exception (
    ProseMatcher *self, const ProseSentence *sentence, guint order, guint program, guint start)
{
  guint captures[2 * PROSE_MAX_CAPTURES];
  Attempt state;

  if (!may_start (self, program, start))
    return;

  state.matcher = self;
  state.sentence = sentence;
  state.end = get_sentence_end (sentence);
  state.captures = captures;
  if (attempt (&state, program, start)) {
    Exception exception = { order, start, state.token };

    g_array_append_val (self->exceptions, exception);
  }
}

/* Whether a program may match anywhere in the sentence, as far as signatures tell. */
static gboolean
may_occur (ProseMatcher *self, guint program)
{
  const ProseInstruction *first = &prose_language_rules_get_code (self->rules)[program];

  return (first->operation != PROSE_OPERATION_TERM && first->operation != PROSE_OPERATION_PEEK) ||
         (prose_term_get_signature (first->a) & self->signature) != 0;
}

/* A phrase that comes again in a sentence asks for the same exceptions. */
static void
look_for_exceptions (ProseMatcher *self, const ProseSentence *sentence, guint order, guint next)
{
  Look *look = find_look (self, order);
  guint n;
  const guint *programs = prose_language_rules_get_exceptions (self->rules, order, &n);

  if (look->next >= next)
    return;

  for (guint i = 0; i < n; i++)
    if (may_occur (self, programs[i]))
      for (guint start = look->next; start < next; start++)
        note_exception (self, sentence, order, programs[i], start);
  look->next = next;
}

/**
 * prose_match_is_excepted:
 * @self: a match whose matcher still has its paragraph
 * @sentence: the sentence of it
 *
 * Returns: whether an exception of the rule overlaps the match
 */
gboolean
prose_match_is_excepted (const ProseMatch *self, const ProseSentence *sentence)
{
  ProseMatcher *matcher = self->matcher;

  note_sentence (matcher, sentence);
  look_for_exceptions (matcher, sentence, self->phrase.order, self->next);
  for (guint i = 0; i < matcher->exceptions->len; i++) {
    const Exception *exception = &g_array_index (matcher->exceptions, Exception, i);

    if (exception->order == self->phrase.order && exception->first < self->next &&
        exception->next > self->first)
      return TRUE;
  }
  return FALSE;
}
