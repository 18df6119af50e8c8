/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any text: its tokens, sentences, paragraphs and language. */

#include "fuzz-target.h"

#include <string.h>

#include "text/prose-fold.h"
#include "text/prose-language.h"
#include "text/prose-paragraph.h"
#include "text/prose-sentence.h"
#include "text/prose-tokenizer.h"

static gboolean
is_character_start (const char *text, gsize length, guint at)
{
  return at == length || (at < length && (text[at] & 0xc0) != 0x80);
}

static void
check_tokens (const char *text, gsize length, const GArray *tokens)
{
  guint end = 0;

  for (guint i = 0; i < tokens->len; i++) {
    const ProseToken *token = &g_array_index (tokens, ProseToken, i);

    g_assert_cmpuint (token->span.start, >=, end);
    g_assert_cmpuint (token->span.start, <, token->span.end);
    g_assert_true (is_character_start (text, length, token->span.start));
    g_assert_true (is_character_start (text, length, token->span.end));
    end = token->span.end;
  }
  g_assert_cmpuint (end, <=, length);
}

static void
check_sentences (const char *text, const GArray *tokens)
{
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) sentences = g_array_new (FALSE, FALSE, sizeof (ProseSentence));
  guint next = 0;

  g_hash_table_add (words, (gpointer) "f.eks");
  g_hash_table_add (words, (gpointer) "mr");
  prose_find_sentences (text, tokens, &(ProseAbbreviations){ words, words, words }, sentences);

  for (guint i = 0; i < sentences->len; i++) {
    const ProseSentence *sentence = &g_array_index (sentences, ProseSentence, i);

    g_assert_cmpuint (sentence->first_token, ==, next);
    g_assert_cmpuint (sentence->n_tokens, >, 0);
    next += sentence->n_tokens;
  }
  g_assert_cmpuint (next, ==, tokens->len);
}

static void
check_paragraphs (const char *text, gsize length)
{
  for (guint start = 0; start < length;) {
    guint end = prose_paragraph_get_end (text, length, start);

    g_assert_cmpuint (end, >, start);
    g_assert_true (is_character_start (text, length, end));
    start = end;
  }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *valid = fuzz_dup_text (data, size);
  gsize length = strlen (valid);
  g_autofree char *text = g_memdup2 (valid, length);
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (ProseToken));
  g_autoptr (GString) folded = g_string_new (NULL);

  if (length == 0)
    return 0;

  prose_tokenize (text, length, tokens);
  check_tokens (text, length, tokens);
  check_sentences (text, tokens);
  check_paragraphs (text, length);
  prose_fold (text, length, folded);
  g_assert_true (g_utf8_validate_len (folded->str, folded->len, NULL));

  return 0;
}
