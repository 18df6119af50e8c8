/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which words of a text a dictionary can say something of. Names of products,
 * abbreviations in capitals, addresses, placeholders and markup are the
 * writer's own business.
 */

#include "mellow-spelling-words.h"

#include <string.h>

/* Longer than any word of a dictionary, in bytes. */
#define LONGEST_WORD 100

/* How far a compound reaches to either side of one of its parts. */
#define MOST_PARTS 4

/* What is filled in or taken out by a program: {{name}}, {% if %}, ${name},
 * *|NAME|*, %(name)s, %-5.2f, tags, entities, code. None of them is long, so that
 * a bracket without its partner costs little. */
#define NOT_PROSE                                                                                  \
  "\\{{1,3}[^{}]{0,200}\\}{1,3}|\\*\\|[^|\\n]{0,100}\\|\\*|\\$\\w+"                                \
  "|%\\([^()\\n]{0,100}\\)[a-z]|%[-+0-9.$*#]*[hlz]{0,2}[a-zA-Z]\\b"                                \
  "|</?[a-zA-Z!][^<>]{0,2000}>|&#?\\w{1,32};|`[^`\\n]{0,500}`|\\[\\[[^\\[\\]\\n]{0,100}\\]\\]"

static const GRegex *
get_not_prose (void)
{
  static GRegex *regex = NULL;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new (NOT_PROSE, G_REGEX_OPTIMIZE, 0, NULL));

  return regex;
}

static GArray *
find_not_prose (const char *text, gsize length)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (ProseSpan));
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match_full (get_not_prose (), text, length, 0, 0, &match, NULL);
  while (g_match_info_matches (match)) {
    ProseSpan span;
    int start, end;

    g_match_info_fetch_pos (match, 0, &start, &end);
    span = (ProseSpan){ start, end };
    g_array_append_val (spans, span);
    g_match_info_next (match, NULL);
  }

  return spans;
}

/* Digits, underscores and dots inside are of names and addresses, as are capitals
 * that follow another letter. */
static gboolean
looks_like_a_word (const char *text, ProseSpan span)
{
  const char *end = text + span.end;

  for (const char *p = text + span.start; p < end; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == '_' || c == '.' || c == ':' || g_unichar_isdigit (c))
      return FALSE;
    if (p > text + span.start && g_unichar_isupper (c))
      return FALSE;
  }

  return TRUE;
}

static gboolean
is_single_letter (const char *text, ProseSpan span)
{
  return g_utf8_next_char (text + span.start) == text + span.end;
}

/* A name of someone or a subject, as @anna and #haven. */
static gboolean
is_name_sign (char c)
{
  return c == '@' || c == '#' || c == '_' || c == '\\';
}

static gboolean
is_for_dictionary (const char *text, const ProseToken *token)
{
  ProseSpan span = token->span;

  return token->kind == PROSE_TOKEN_WORD && (token->flags & PROSE_TOKEN_CAPS) == 0 &&
         prose_span_get_length (span) <= LONGEST_WORD && !is_single_letter (text, span) &&
         !(span.start > 0 && is_name_sign (text[span.start - 1])) && looks_like_a_word (text, span);
}

static gboolean
is_hyphen (const char *text, const ProseToken *token)
{
  return prose_span_get_length (token->span) == 1 && text[token->span.start] == '-';
}

static const ProseToken *
get_token (const GArray *tokens, guint i)
{
  return &g_array_index (tokens, ProseToken, i);
}

static gboolean
is_hyphen_between (const char *text, const GArray *tokens, guint left)
{
  return left + 2 < tokens->len && is_hyphen (text, get_token (tokens, left + 1)) &&
         get_token (tokens, left)->span.end == get_token (tokens, left + 1)->span.start &&
         get_token (tokens, left + 1)->span.end == get_token (tokens, left + 2)->span.start;
}

/* The compound that the word is a part of: "re-use"; also half of one ("have- og
 * husdør"), and the full stop behind it ("f.eks."). */
static ProseSpan
find_whole (const char *text, gsize length, const GArray *tokens, guint i)
{
  guint first = i, last = i;
  ProseSpan whole;

  for (guint n = 0; n < MOST_PARTS && first >= 2; n++, first -= 2)
    if (!is_hyphen_between (text, tokens, first - 2))
      break;
  for (guint n = 0; n < MOST_PARTS && is_hyphen_between (text, tokens, last); n++)
    last += 2;

  whole = (ProseSpan){ get_token (tokens, first)->span.start, get_token (tokens, last)->span.end };
  if (whole.end < length && (text[whole.end] == '.' || text[whole.end] == '-'))
    whole.end++;

  return prose_span_get_length (whole) <= LONGEST_WORD ? whole : get_token (tokens, i)->span;
}

/* Whether the span lies in one of those from *next on; both are in order. */
static gboolean
is_within (const GArray *spans, guint *next, ProseSpan span)
{
  while (*next < spans->len && g_array_index (spans, ProseSpan, *next).end <= span.start)
    (*next)++;

  return *next < spans->len && prose_span_overlaps (g_array_index (spans, ProseSpan, *next), span);
}

/**
 * mellow_spelling_words_find:
 * @text: valid UTF-8
 * @length: its length in bytes
 *
 * Returns: (transfer full) (element-type MellowSpellingWord): the words to look
 *   up, in order, in bytes of @text
 */
GArray *
mellow_spelling_words_find (const char *text, gsize length)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (MellowSpellingWord));
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (ProseToken));
  g_autoptr (GArray) not_prose = find_not_prose (text, length);
  guint next = 0;

  prose_tokenize (text, length, tokens);
  for (guint i = 0; i < tokens->len; i++) {
    const ProseToken *token = get_token (tokens, i);
    MellowSpellingWord word = { token->span, token->span };

    if (is_within (not_prose, &next, token->span) || !is_for_dictionary (text, token))
      continue;
    word.whole = find_whole (text, length, tokens, i);
    g_array_append_val (words, word);
  }

  return words;
}

static gboolean
is_ascii (const char *text, ProseSpan span)
{
  for (guint i = span.start; i < span.end; i++)
    if ((guchar)text[i] >= 0x80)
      return FALSE;

  return TRUE;
}

/* What typesetting makes of a word: a curly apostrophe, a soft hyphen. */
static char *
spell_plainly (const char *text, gsize length)
{
  g_autoptr (GString) plain = g_string_sized_new (length);

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == 0x2019)
      g_string_append_c (plain, '\'');
    else if (c != 0xad)
      g_string_append_unichar (plain, c);
  }

  return g_utf8_normalize (plain->str, plain->len, G_NORMALIZE_NFC);
}

/**
 * mellow_spelling_words_dup:
 * @text: valid UTF-8
 * @span: a word of it
 *
 * Returns: (transfer full): the word as dictionaries write it
 */
char *
mellow_spelling_words_dup (const char *text, ProseSpan span)
{
  if (is_ascii (text, span))
    return g_strndup (text + span.start, prose_span_get_length (span));

  return spell_plainly (text + span.start, prose_span_get_length (span));
}
