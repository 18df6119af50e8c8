/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a clause can be taken out of a sentence, so that the rest still reads.
 *
 *     The sale ends today,   so   act now   because   prices rise.
 *     └─── before ──────┘  joiner └phrase┘  dependent, lost with the clause
 *
 * A part stands alone if it has a verb of its own and does not begin with a word that hangs
 * on another part (if, because, for, with). After a colon, a semicolon or a dash
 * copy often goes without a verb, and may. Which words these are the lexicon says:
 * its lists `openers`, `alternatives`, `dependents`, `subordinators`, `unfinished`,
 * `pronouns`, `subjects`, `possessives`, `antecedents`, `finite` and `inverters`, and
 * its verbs. */

#include "rewrite/prose-clause.h"

#include <string.h>

#include "rewrite/prose-inflection.h"
#include "text/prose-fold.h"
#include "text/prose-token.h"
#include "text/prose-tokenizer.h"

/* A part of fewer words is no sentence. */
#define FEWEST_WORDS 3

/* The tokens of a sentence, and the phrase in them. */
typedef struct {
  const char *text;
  ProseLexicon *lexicon;
  GArray *tokens;
  GString *folded;
  guint first; /* token of the phrase */
  guint next;  /* the token after it */
} Sentence;

static const ProseToken *
get_token (Sentence *self, guint i)
{
  return &g_array_index (self->tokens, ProseToken, i);
}

static const char *
fold (Sentence *self, guint i)
{
  const ProseToken *token = get_token (self, i);

  prose_fold (self->text + token->span.start, prose_span_get_length (token->span), self->folded);
  return self->folded->str;
}

static gboolean
is_word (Sentence *self, guint i)
{
  guint8 kind = get_token (self, i)->kind;

  return kind == PROSE_TOKEN_WORD || kind == PROSE_TOKEN_NUMBER || kind == PROSE_TOKEN_URL;
}

static gboolean
is_listed (Sentence *self, guint i, const char *list)
{
  return is_word (self, i) && prose_lexicon_list_has (self->lexicon, list, fold (self, i));
}

/* What "or" joins is the other choice, not a part of its own. */
static gboolean
is_joiner (Sentence *self, guint i)
{
  return is_listed (self, i, "openers") && !is_listed (self, i, "alternatives");
}

static gboolean
is_dependent (Sentence *self, guint i)
{
  return is_listed (self, i, "dependents");
}

static gboolean
is_mark (Sentence *self, guint i, const char *marks)
{
  const char *mark;

  if (get_token (self, i)->kind != PROSE_TOKEN_PUNCTUATION)
    return FALSE;

  mark = fold (self, i);
  return *mark != '\0' && strstr (marks, mark) != NULL;
}

/* A colon, a semicolon, or a dash that stands free. */
static gboolean
is_hard_mark (Sentence *self, guint i)
{
  if (is_mark (self, i, "-"))
    return (get_token (self, i)->flags & PROSE_TOKEN_SPACED) && i + 1 < self->tokens->len &&
           (get_token (self, i + 1)->flags & PROSE_TOKEN_SPACED);

  return is_mark (self, i, ":;");
}

static gboolean
is_verb (Sentence *self, guint i)
{
  return is_listed (self, i, "finite") ||
         (is_word (self, i) &&
          prose_lexicon_get_form (self->lexicon, fold (self, i), "present") != NULL);
}

/* A sign that belongs to no part: what a number needs does. */
static gboolean
is_sign (Sentence *self, guint i)
{
  return get_token (self, i)->kind == PROSE_TOKEN_PUNCTUATION && !is_mark (self, i, "%");
}

/* Signs such as % and € count, too. */
static guint
count_words (Sentence *self, guint first, guint next)
{
  guint n = 0;

  for (guint i = first; i < next; i++)
    n += !is_sign (self, i);

  return n;
}

static gboolean
is_form (Sentence *self, guint i, const char *tag)
{
  return is_word (self, i) && prose_lexicon_is_form (self->lexicon, fold (self, i), tag);
}

static gboolean
is_command (Sentence *self, guint i)
{
  return is_word (self, i) && prose_is_command (fold (self, i), self->lexicon);
}

/* A verb that carries a sentence: "bake", "bakes", "baked", but not "baking". */
static gboolean
is_finite (Sentence *self, guint i)
{
  return is_listed (self, i, "finite") || is_form (self, i, "present") ||
         is_form (self, i, "past") || is_form (self, i, "passive") || is_command (self, i);
}

/* Whether the part has a verb of its own: the one after "that" or "if" is not. */
static gboolean
has_main_verb (Sentence *self, guint first, guint next)
{
  gboolean is_taken = FALSE;

  for (guint i = first; i < next; i++) {
    if (i > first && is_listed (self, i, "subordinators"))
      is_taken = TRUE;
    else if (is_finite (self, i) && !is_taken)
      return TRUE;
    else if (is_finite (self, i))
      is_taken = FALSE;
  }
  return FALSE;
}

/* "Bakes good bread": a verb that begins the part, commands nothing, and is its only
 * one, has lost its subject; "rates go up" has one. */
static gboolean
lacks_subject (Sentence *self, guint first, guint next)
{
  return is_form (self, first, "present") && !is_command (self, first) &&
         !has_main_verb (self, first + 1, next);
}

/* "Can you", "Skifter du": half a question, or a condition. */
static gboolean
is_inverted (Sentence *self, guint first)
{
  return is_listed (self, first, "finite") ||
         (first + 1 < self->tokens->len && is_verb (self, first) &&
          is_listed (self, first + 1, "subjects"));
}

/* "Now that", "nu hvor": what hangs on another part by its second word. */
static gboolean
is_dependent_by_second (Sentence *self, guint first)
{
  return first + 1 < self->tokens->len && !is_verb (self, first) &&
         is_listed (self, first + 1, "subordinators");
}

/* Whether the tokens can be a sentence; next to a hard mark they need no verb. */
static gboolean
stands_alone (Sentence *self, guint first, guint next, gboolean may_be_fragment)
{
  if (count_words (self, first, next) < FEWEST_WORDS || is_dependent (self, first) ||
      is_dependent (self, next - 1) || is_listed (self, next - 1, "unfinished") ||
      is_inverted (self, first) || is_dependent_by_second (self, first))
    return FALSE;

  return may_be_fragment || has_main_verb (self, first, next);
}

/* What joins a part to the next is no part of it. */
static guint
trim_end (Sentence *self, guint next)
{
  while (next > 0 && (is_sign (self, next - 1) || is_joiner (self, next - 1)))
    next--;

  return next;
}

/* A word that puts the verb before the subject (Danish "så klarer vi resten"): the
 * part would not read without it. */
static gboolean
is_inverter (Sentence *self, guint i)
{
  return is_listed (self, i, "inverters") && i + 1 < self->tokens->len && is_verb (self, i + 1);
}

static guint
trim_start (Sentence *self, guint first)
{
  while (first < self->tokens->len && !is_inverter (self, first) &&
         (is_sign (self, first) || is_joiner (self, first)))
    first++;

  return first;
}

/* After a comma a new clause shows by its verb, or by a subject and its verb; else it
 * may go on with the same one, as in a list, or a Danish relative clause ("den ro,
 * vi gerne vil beholde"). */
static gboolean
starts_clause (Sentence *self, guint i)
{
  return is_verb (self, i) || is_listed (self, i, "possessives") ||
         (is_listed (self, i, "subjects") && i + 1 < self->tokens->len && is_verb (self, i + 1));
}

/* "Det, du har": a Danish relative clause needs no word of its own. */
static gboolean
is_relative (Sentence *self, guint i)
{
  return i > 1 && is_listed (self, i - 2, "antecedents") && is_listed (self, i, "subjects");
}

/* "Hvis du så klarer resten": an adverb within the clause. */
static gboolean
is_adverb (Sentence *self, guint i)
{
  return is_inverter (self, i) && is_listed (self, i - 1, "subjects");
}

/* Whether a part may end in front of the token. */
static gboolean
is_boundary (Sentence *self, guint i)
{
  return i > 0 && i < self->tokens->len &&
         (is_hard_mark (self, i - 1) || (is_joiner (self, i) && !is_adverb (self, i)) ||
          (is_mark (self, i - 1, ",") && starts_clause (self, i) && !is_relative (self, i)) ||
          (i == self->first && (is_dependent (self, i) || is_listed (self, i, "alternatives"))));
}

/* Who a clause may begin with: you, we, your. */
static gboolean
is_person (Sentence *self, guint i)
{
  return is_listed (self, i, "subjects") || is_listed (self, i, "seller") ||
         is_listed (self, i, "reader");
}

/* "Forget a plan and you end up alone": what looks like a command is a condition. */
static gboolean
is_condition (Sentence *self, guint i)
{
  return is_joiner (self, i) && i + 1 < self->tokens->len && is_verb (self, 0) &&
         is_person (self, i + 1);
}

/* The last boundary that leaves a sentence before it; 0 if the clause starts
 * with the sentence; G_MAXUINT if what stands before cannot be cut off. */
static guint
find_start (Sentence *self)
{
  for (guint i = self->first; i > 0; i--)
    if (is_boundary (self, i) && !is_condition (self, i) &&
        stands_alone (self, 0, trim_end (self, i), is_hard_mark (self, i - 1)))
      return i;

  return 0;
}

/* What "it" is has to be said before: in a part that would come first it is not. */
static gboolean
speaks_of_what_is_gone (Sentence *self, guint start, guint first)
{
  return start == 0 && is_listed (self, first, "pronouns");
}

/* "Call today and we add a lamp": what it promises hangs on the call. */
static gboolean
is_promised_for_clause (Sentence *self, guint start, guint i, guint first)
{
  return start == 0 && is_joiner (self, i) && is_person (self, first);
}

/* "So hurry" hangs on what is gone, and presses, too. */
static gboolean
is_urging (Sentence *self, guint first)
{
  return is_inverter (self, first) && is_command (self, first + 1);
}

/* The first boundary that leaves a sentence after it. */
static guint
find_end (Sentence *self, guint start)
{
  for (guint i = self->next; i < self->tokens->len; i++) {
    guint first = trim_start (self, i);

    if (is_boundary (self, i) && first < self->tokens->len &&
        !speaks_of_what_is_gone (self, start, first) &&
        !is_promised_for_clause (self, start, i, first) && !is_urging (self, first) &&
        !lacks_subject (self, first, self->tokens->len) &&
        stands_alone (self, first, self->tokens->len, is_hard_mark (self, i - 1)))
      return i;
  }
  return self->tokens->len;
}

static ProseSpan
get_span (Sentence *self, guint first, guint next)
{
  if (next <= first)
    return (ProseSpan){ 0, 0 };

  return (ProseSpan){ get_token (self, first)->span.start, get_token (self, next - 1)->span.end };
}

/* Only the tokens that begin within the words of the sentence count. */
static void
read_tokens (Sentence *self, ProseSpan words, ProseSpan phrase)
{
  prose_tokenize (self->text + words.start, prose_span_get_length (words), self->tokens);
  for (guint i = 0; i < self->tokens->len; i++) {
    ProseToken *token = &g_array_index (self->tokens, ProseToken, i);

    token->span = prose_span_shift (token->span, words.start);
    if (token->span.end <= phrase.start)
      self->first = i + 1;
    if (token->span.start < phrase.end)
      self->next = i + 1;
  }
}

/**
 * prose_clause_find:
 * @self: (out caller-allocates): where the cut goes
 * @sentence: a sentence
 * @words: the words of it, in bytes: without quotation marks around it, and
 *   without its end mark
 * @phrase: a phrase in it, in bytes
 * @lexicon: the lexicon of its language
 *
 * Finds the clause of a phrase.
 *
 * Returns: whether there is one, which is so but for an empty sentence
 */
gboolean
prose_clause_find (ProseClause *self,
                   const char *sentence,
                   ProseSpan words,
                   ProseSpan phrase,
                   ProseLexicon *lexicon)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (ProseToken));
  g_autoptr (GString) folded = g_string_new (NULL);
  Sentence parts = { .text = sentence, .lexicon = lexicon, .tokens = tokens, .folded = folded };
  guint start, end;

  read_tokens (&parts, words, phrase);
  if (parts.first >= parts.next)
    return FALSE;

  start = find_start (&parts);
  end = find_end (&parts, start);
  self->before = get_span (&parts, 0, start > 0 ? trim_end (&parts, start) : 0);
  self->span = get_span (&parts, start, end);
  self->after = get_span (&parts, trim_start (&parts, end), tokens->len);
  self->after_is_tied = end < tokens->len && is_inverter (&parts, trim_start (&parts, end));
  self->n_lost = count_words (&parts, start > 0 ? trim_start (&parts, start) : 0, parts.first) +
                 count_words (&parts, parts.next, end);
  return TRUE;
}
