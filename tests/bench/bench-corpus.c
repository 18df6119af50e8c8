/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-corpus.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "prose.h"
#include "text/prose-tokenizer.h"

static GPtrArray *
read_texts (int n, char **paths)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < n; i++) {
    g_autoptr (GError) error = NULL;
    char *text;

    if (!g_file_get_contents (paths[i], &text, NULL, &error)) {
      fprintf (stderr, "%s\n", error->message);
      exit (EXIT_FAILURE);
    }
    g_ptr_array_add (texts, text);
  }
  return texts;
}

/* The distinct words of texts, three letters or more. */
static GPtrArray *
collect_words (GPtrArray *texts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; i < texts->len; i++) {
    const char *text = texts->pdata[i];
    g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (ProseToken));

    prose_tokenize (text, strlen (text), tokens);
    for (guint j = 0; j < tokens->len; j++) {
      const ProseToken *token = &g_array_index (tokens, ProseToken, j);
      guint length = prose_span_get_length (token->span);
      g_autofree char *word = g_utf8_strdown (text + token->span.start, length);
      const char *interned = g_intern_string (word);

      if (token->kind == PROSE_TOKEN_WORD && length >= 3 &&
          g_hash_table_add (seen, (gpointer)interned))
        g_ptr_array_add (words, (gpointer)interned);
    }
  }
  return words;
}

const char *
bench_corpus_pick_word (BenchCorpus *self)
{
  return self->words->pdata[g_rand_int_range (self->dice, 0, self->words->len)];
}

/* A word of the texts, or now and then one that is in none of them. */
static void
append_other_word (GString *out, BenchCorpus *self)
{
  g_string_append (out, bench_corpus_pick_word (self));
  if (g_rand_int_range (self->dice, 0, 3) == 0)
    g_string_append (out, bench_corpus_pick_word (self));
}

/* One word in eight becomes another, and each number. */
static void
append_varied (GString *out, const char *text, BenchCorpus *self)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (ProseToken));
  guint end = 0;

  prose_tokenize (text, strlen (text), tokens);
  for (guint i = 0; i < tokens->len; i++) {
    const ProseToken *token = &g_array_index (tokens, ProseToken, i);

    g_string_append_len (out, text + end, token->span.start - end);
    end = token->span.end;
    if (token->kind == PROSE_TOKEN_NUMBER)
      g_string_append_printf (out, "%d", g_rand_int_range (self->dice, 2, 2000));
    else if (token->kind == PROSE_TOKEN_WORD && g_rand_int_range (self->dice, 0, 8) == 0)
      append_other_word (out, self);
    else
      g_string_append_len (out, text + token->span.start, prose_span_get_length (token->span));
  }
  g_string_append (out, text + end);
}

/* Reads the texts; a file that cannot be read ends the program. */
BenchCorpus *
bench_corpus_new (int n_paths, char **paths)
{
  BenchCorpus *self = g_new0 (BenchCorpus, 1);

  self->dice = g_rand_new_with_seed (20240601);
  self->texts = read_texts (n_paths, paths);
  self->words = collect_words (self->texts);
  return self;
}

void
bench_corpus_free (BenchCorpus *self)
{
  g_rand_free (self->dice);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->words);
  g_free (self);
}

/* A text of at least length bytes. */
GString *
bench_corpus_make_text (BenchCorpus *self, gsize length)
{
  GString *out = g_string_sized_new (length + 10 * BENCH_KILOBYTE);

  for (guint i = 0; out->len < length; i = (i + 1) % self->texts->len) {
    append_varied (out, self->texts->pdata[i], self);
    g_string_append (out, "\n\n");
  }
  return out;
}
