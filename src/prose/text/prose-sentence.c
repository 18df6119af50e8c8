/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences of a paragraph, found on its tokens.
 *
 * A sentence ends after a full stop, a question mark, an exclamation mark or an
 * ellipsis, and the quotation marks and brackets that close with it. As in
 * UAX 29, a full stop ends none before a lower case letter (SB8).
 *
 * Where this differs from ICU on purpose. No sentence ends
 *  - after an abbreviation of the language, an initial (K. Hansen), or a number
 *    that no capital follows (den 3. maj); but for abbreviations that often end
 *    one, before a capital (for 50 kr. Bestil …);
 *  - after a word that numbers what follows, before a figure (the No. 1 choice);
 *  - after a figure, before a word of the language that is counted so (am 3. Mai);
 *  - without white space, but in the scripts that write none;
 *  - in quotation marks, when the sentence around them goes on in lower case
 *    (“Hurry!” he said).
 * One ends
 *  - where it gets longer than any sentence is;
 *  - after an ellipsis (…) as after three full stops;
 *  - after an emoji that words stand before, and a capital after (so good 😀 Get …);
 *  - before anything but a word in lower case: ICU looks past numbers, marks and
 *    emoji for one (Hurry. 3 lamps left), and lets no sentence begin with a dash.
 */

#include "text/prose-sentence.h"

#include <string.h>
#include <unicode/uchar.h>

/* The longest abbreviation that is looked up, in bytes. */
#define LONGEST_ABBREVIATION 16

/* How many marks may stand between sentences, so that a text of nothing else
 * takes no longer than others. */
#define MOST_MARKS 8

/* Fewer tokens than these, the emoji among them, are no sentence that it ends: "I ❤️
 * Paris". */
#define FEWEST_WORDS_BEFORE_EMOJI 4

/* How many tokens a sentence may have, some four times a long one. What looks
 * at whole sentences may take longer than linear time in this only. */
#define LONGEST_SENTENCE 400

static const ProseToken *
get_token (const GArray *tokens, guint i)
{
  return &g_array_index (tokens, ProseToken, i);
}

static gunichar
get_character (const char *text, const ProseToken *token)
{
  return g_utf8_get_char (text + token->span.start);
}

/* Whether the token is this character and no more. */
static gboolean
is_single (const ProseToken *token, gunichar c)
{
  return prose_span_get_length (token->span) == (guint)g_unichar_to_utf8 (c, NULL);
}

static gboolean
is_full_stop (gunichar c)
{
  if (c < 0x80)
    return c == '.';

  return c == 0x2026 || u_getIntPropertyValue (c, UCHAR_SENTENCE_BREAK) == U_SB_ATERM;
}

static gboolean
is_question_mark (gunichar c)
{
  return c == '?' || c == 0xff1f || c == 0x61f;
}

static gboolean
is_terminating (gunichar c)
{
  if (c < 0x80)
    return c == '.' || c == '!' || c == '?';

  return is_full_stop (c) || u_getIntPropertyValue (c, UCHAR_SENTENCE_BREAK) == U_SB_STERM;
}

static inline gboolean
is_terminator (const char *text, const ProseToken *token)
{
  return token->kind == PROSE_TOKEN_PUNCTUATION && is_terminating (get_character (text, token));
}

/* The marks of Chinese and Japanese, which no space follows. */
static gboolean
is_wide (gunichar c)
{
  int width = u_getIntPropertyValue (c, UCHAR_EAST_ASIAN_WIDTH);

  return width == U_EA_WIDE || width == U_EA_FULLWIDTH || width == U_EA_HALFWIDTH;
}

/* Whether a space or another mark stands behind: a quotation that opens has a word there. */
static gboolean
is_set_off_behind (const GArray *tokens, guint i)
{
  const ProseToken *next = i + 1 < tokens->len ? get_token (tokens, i + 1) : NULL;

  return next == NULL || (next->flags & PROSE_TOKEN_SPACED) ||
         next->kind == PROSE_TOKEN_PUNCTUATION;
}

/* Quotation marks close in one language and open in another; French ones close with a
 * space before them; brackets, and the stars and lines of Markdown. */
static gboolean
is_closer (const char *text, const GArray *tokens, guint at)
{
  const ProseToken *token = get_token (tokens, at);
  static const gunichar closers[] = { '"', '\'', 0x201d, 0x2019, 0xbb, 0xab, 0x201c, '*', '_' };
  gunichar c = get_character (text, token);

  if (token->kind != PROSE_TOKEN_PUNCTUATION && token->kind != PROSE_TOKEN_WORD)
    return FALSE;
  if (!is_single (token, c))
    return FALSE;
  if (token->flags & PROSE_TOKEN_SPACED)
    return c == 0xbb && is_set_off_behind (tokens, at);

  for (guint i = 0; i < G_N_ELEMENTS (closers); i++)
    if (c == closers[i])
      return TRUE;

  return u_charType (c) == U_END_PUNCTUATION;
}

static gboolean
is_in (const char *text, const ProseToken *token, GHashTable *abbreviations)
{
  guint n = prose_span_get_length (token->span);
  char word[LONGEST_ABBREVIATION * 2];
  g_autofree char *folded = NULL;

  if (abbreviations == NULL || token->kind != PROSE_TOKEN_WORD || n > LONGEST_ABBREVIATION)
    return FALSE;

  memcpy (word, text + token->span.start, n);
  word[n] = '\0';
  folded = g_utf8_strdown (word, n);
  return g_hash_table_contains (abbreviations, folded);
}

/* A single capital is an initial (`K. Hansen`), unless it is a word. */
static gboolean
is_initial (const char *text, const ProseToken *token)
{
  gunichar c = get_character (text, token);

  return token->kind == PROSE_TOKEN_WORD && is_single (token, c) &&
         (token->flags & PROSE_TOKEN_CAPITALISED) && c != 'I';
}

/* The next token that is no mark, or NULL. */
static const ProseToken *
find_word (const GArray *tokens, guint next)
{
  for (guint i = next; i < tokens->len && i < next + MOST_MARKS; i++)
    if (get_token (tokens, i)->kind != PROSE_TOKEN_PUNCTUATION)
      return get_token (tokens, i);

  return NULL;
}

static gboolean
goes_on_in_lower_case (const char *text, const GArray *tokens, guint next)
{
  const ProseToken *word = find_word (tokens, next);

  return word != NULL && word->kind == PROSE_TOKEN_WORD &&
         g_unichar_islower (get_character (text, word));
}

/* An ordinal (`den 3. maj`, `am 3. Mai`) or a number that a unit follows. */
static gboolean
is_ordinal (const char *text,
            const ProseToken *token,
            const GArray *tokens,
            guint next,
            GHashTable *ordered)
{
  const ProseToken *word = find_word (tokens, next);

  return token->kind == PROSE_TOKEN_NUMBER && word != NULL &&
         (!(word->flags & PROSE_TOKEN_CAPITALISED) || is_in (text, word, ordered));
}

/* A terminator, those that follow it, and what closes with them: the tokens
 * [first, next). */
typedef struct {
  guint first;
  guint next;
  gboolean is_question;
  gboolean is_closed;
} Ending;

static Ending
find_ending (const char *text, const GArray *tokens, guint first)
{
  Ending ending = { .first = first, .next = first };

  do {
    const ProseToken *token = get_token (tokens, ending.next);

    if (ending.next > first && is_closer (text, tokens, ending.next))
      ending.is_closed = TRUE;
    else if (is_terminator (text, token) &&
             (ending.next == first || !(token->flags & PROSE_TOKEN_SPACED)))
      ending.is_question |= is_question_mark (get_character (text, token));
    else
      break;
    ending.next++;
  } while (ending.next < tokens->len);

  return ending;
}

static gboolean
is_capitalised_word (const ProseToken *token)
{
  return token->kind == PROSE_TOKEN_WORD && (token->flags & PROSE_TOKEN_CAPITALISED);
}

/* Whether the word before a full stop makes it one of its own. */
static gboolean
takes_full_stop (const char *text,
                 const GArray *tokens,
                 const ProseAbbreviations *abbreviations,
                 const Ending *ending)
{
  const ProseToken *before, *after;

  if (ending->first == 0 || (get_token (tokens, ending->first)->flags & PROSE_TOKEN_SPACED))
    return FALSE;

  before = get_token (tokens, ending->first - 1);
  after = get_token (tokens, ending->next);
  if (is_in (text, before, abbreviations->enders) && is_capitalised_word (after))
    return FALSE;
  if (after->kind == PROSE_TOKEN_NUMBER && is_in (text, before, abbreviations->numberers))
    return TRUE;

  return is_in (text, before, abbreviations->all) || is_initial (text, before) ||
         is_ordinal (text, before, tokens, ending->next, abbreviations->ordered);
}

static gboolean
ends_sentence (const char *text,
               const GArray *tokens,
               const ProseAbbreviations *abbreviations,
               const Ending *ending)
{
  gunichar mark = get_character (text, get_token (tokens, ending->first));

  if (ending->next >= tokens->len)
    return TRUE;
  if (!(get_token (tokens, ending->next)->flags & PROSE_TOKEN_SPACED))
    return is_wide (mark);
  if (!is_full_stop (mark))
    return !(ending->is_closed && goes_on_in_lower_case (text, tokens, ending->next));

  return !goes_on_in_lower_case (text, tokens, ending->next) &&
         !takes_full_stop (text, tokens, abbreviations, ending);
}

/* Whether an emoji ends there, with words before it in the sentence that begins at
 * first, and a capital after it: copy uses them in place of full stops. */
static gboolean
is_emoji_between (const GArray *tokens, guint first, guint next)
{
  if (next >= tokens->len || get_token (tokens, next - 1)->kind != PROSE_TOKEN_EMOJI ||
      !is_capitalised_word (get_token (tokens, next)))
    return FALSE;

  return next >= first + FEWEST_WORDS_BEFORE_EMOJI &&
         get_token (tokens, first)->kind != PROSE_TOKEN_EMOJI;
}

static void
append_part (const GArray *tokens, guint first, guint next, gboolean is_question, GArray *sentences)
{
  ProseSentence sentence = {
    .span = { get_token (tokens, first)->span.start, get_token (tokens, next - 1)->span.end },
    .first_token = first,
    .n_tokens = next - first,
    .is_question = is_question,
  };

  g_array_append_val (sentences, sentence);
}

/* What is too long for a sentence becomes several. */
static void
append_sentence (
    const GArray *tokens, guint first, guint next, gboolean is_question, GArray *sentences)
{
  for (; next - first > LONGEST_SENTENCE; first += LONGEST_SENTENCE)
    append_part (tokens, first, first + LONGEST_SENTENCE, FALSE, sentences);
  append_part (tokens, first, next, is_question, sentences);
}

/**
 * prose_find_sentences:
 * @text: the paragraph
 * @tokens: (element-type ProseToken): its tokens
 * @abbreviations: the words of its language that a full stop belongs to
 * @sentences: (element-type ProseSentence): where the sentences are appended
 *
 * Cuts a paragraph into sentences. Every token belongs to one. A run of some
 * hundred tokens that nothing ends is cut where it gets too long.
 */
void
prose_find_sentences (const char *text,
                      const GArray *tokens,
                      const ProseAbbreviations *abbreviations,
                      GArray *sentences)
{
  guint first = 0;

  for (guint i = 0; i < tokens->len;) {
    Ending ending;

    if (!is_terminator (text, get_token (tokens, i))) {
      i++;
      if (is_emoji_between (tokens, first, i)) {
        append_sentence (tokens, first, i, FALSE, sentences);
        first = i;
      }
      continue;
    }
    ending = find_ending (text, tokens, i);
    if (ends_sentence (text, tokens, abbreviations, &ending)) {
      append_sentence (tokens, first, ending.next, ending.is_question, sentences);
      first = ending.next;
    }
    i = ending.next;
  }
  if (first < tokens->len)
    append_sentence (tokens, first, tokens->len, FALSE, sentences);
}
