/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tone/prose-word-diff.h"

#include <string.h>

#include "text/prose-token.h"
#include "text/prose-tokenizer.h"

/* Sentences with more words than that are other sentences. */
#define MOST_TOKENS 600

typedef struct {
  const char *text;
  GArray *tokens;
} Side;

static Side
read_side (const char *text)
{
  Side side = { text, g_array_new (FALSE, FALSE, sizeof (ProseToken)) };

  prose_tokenize (text, strlen (text), side.tokens);
  return side;
}

static ProseSpan
get_span (const Side *side, guint i)
{
  return g_array_index (side->tokens, ProseToken, i).span;
}

static gboolean
is_same (const Side *a, guint i, const Side *b, guint j)
{
  ProseSpan left = get_span (a, i), right = get_span (b, j);
  guint length = prose_span_get_length (left);

  return length == prose_span_get_length (right) &&
         memcmp (a->text + left.start, b->text + right.start, length) == 0;
}

/* The length of the longest common order of what follows each pair of places. */
static guint16 *
measure (const Side *before, const Side *after)
{
  guint n = before->tokens->len, m = after->tokens->len;
  guint16 *lengths = g_new0 (guint16, (gsize)(n + 1) * (m + 1));

  for (guint i = n; i-- > 0;) {
    for (guint j = m; j-- > 0;) {
      guint16 *cell = lengths + (gsize)i * (m + 1) + j;

      *cell = is_same (before, i, after, j) ? cell[m + 2] + 1 : MAX (cell[m + 1], cell[1]);
    }
  }
  return lengths;
}

/* Words that follow each other are one part, with the space between them. */
static void
add_token (const Side *side, guint i, GArray *parts)
{
  ProseSpan span = get_span (side, i);
  ProseSpan *last = parts->len > 0 ? &g_array_index (parts, ProseSpan, parts->len - 1) : NULL;

  if (last != NULL && i > 0 && last->end == get_span (side, i - 1).end)
    last->end = span.end;
  else
    g_array_append_val (parts, span);
}

static void
walk (const Side *before, const Side *after, GArray *removed, GArray *added)
{
  guint n = before->tokens->len, m = after->tokens->len;
  g_autofree guint16 *lengths = measure (before, after);

  for (guint i = 0, j = 0; i < n || j < m;) {
    const guint16 *cell = lengths + (gsize)i * (m + 1) + j;

    if (i < n && j < m && is_same (before, i, after, j)) {
      i++;
      j++;
    } else if (j == m || (i < n && cell[m + 1] >= cell[1])) {
      add_token (before, i++, removed);
    } else {
      add_token (after, j++, added);
    }
  }
}

static void
add_all (const Side *side, GArray *parts)
{
  for (guint i = 0; i < side->tokens->len; i++)
    add_token (side, i, parts);
}

/**
 * prose_word_diff:
 * @before: a sentence
 * @after: the sentence as it reads now
 * @removed: (element-type ProseSpan): gets the parts of @before that are not there
 *   any more
 * @added: (element-type ProseSpan): gets the parts of @after that were not there
 *
 * Finds which words of a sentence changed.
 */
void
prose_word_diff (const char *before, const char *after, GArray *removed, GArray *added)
{
  Side left = read_side (before), right = read_side (after);

  if (left.tokens->len <= MOST_TOKENS && right.tokens->len <= MOST_TOKENS) {
    walk (&left, &right, removed, added);
  } else {
    add_all (&left, removed);
    add_all (&right, added);
  }
  g_array_unref (left.tokens);
  g_array_unref (right.tokens);
}
