/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check/prose-ignore-key.h"

#include "text/prose-fold.h"
#include "text/prose-tokenizer.h"

/* How many words on each side make the surroundings of a mark. */
#define N_WORDS_AROUND 2

/* How far the surroundings are looked for, in bytes: longer than any two words. */
#define WINDOW 160

static gboolean
is_word (const ProseToken *token)
{
  return token->kind == PROSE_TOKEN_WORD || token->kind == PROSE_TOKEN_NUMBER ||
         token->kind == PROSE_TOKEN_URL;
}

/* The words of a part of the text, folded, with a space between them; of those,
 * from the start or, if from_end, from the end, as many as are wanted. */
static char *
join_words (const char *text, ProseSpan span, guint most, gboolean from_end)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (ProseToken));
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) folded = g_string_new (NULL);
  guint first;

  prose_tokenize (text + span.start, prose_span_get_length (span), tokens);
  for (guint i = 0; i < tokens->len; i++) {
    const ProseToken *token = &g_array_index (tokens, ProseToken, i);

    if (!is_word (token))
      continue;
    prose_fold (text + span.start + token->span.start, prose_span_get_length (token->span), folded);
    g_ptr_array_add (words, g_strdup (folded->str));
  }

  first = from_end && words->len > most ? words->len - most : 0;
  g_ptr_array_set_size (words, MIN (words->len, first + most));
  g_ptr_array_remove_range (words, 0, first);
  g_ptr_array_add (words, NULL);
  return g_strjoinv (" ", (char **)words->pdata);
}

/* The part before the mark; a word that the window cuts is left out. */
static ProseSpan
get_window_before (const char *text, guint start)
{
  guint from = start > WINDOW ? start - WINDOW : 0;

  while (from > 0 && from < start && !g_ascii_isspace (text[from]))
    from++;

  return (ProseSpan){ from, start };
}

static ProseSpan
get_window_after (const char *text, gsize length, guint end)
{
  guint to = MIN (end + WINDOW, length);

  while (to < length && to > end && !g_ascii_isspace (text[to]))
    to--;

  return (ProseSpan){ end, to };
}

/**
 * prose_ignore_key_dup_phrase:
 * @text: a text
 * @span: a part of it
 *
 * Returns: (transfer full): what a mark on that part has as its phrase: the words
 *   of it, folded, with a space between them
 */
char *
prose_ignore_key_dup_phrase (const char *text, ProseSpan span)
{
  return join_words (text, span, G_MAXUINT, FALSE);
}

/**
 * prose_ignore_key_new:
 * @text: the text
 * @length: its length in bytes
 * @diagnostic: a mark in it
 *
 * Returns: (transfer full): what the mark is known by
 */
ProseIgnoreKey *
prose_ignore_key_new (const char *text, gsize length, const ProseDiagnostic *diagnostic)
{
  return prose_ignore_key_new_for_span (text, length, diagnostic->rule->id, diagnostic->span);
}

/**
 * prose_ignore_key_new_for_span:
 * @text: the text
 * @length: its length in bytes
 * @rule: the id of a rule
 * @span: a phrase in the text
 *
 * Returns: (transfer full): what a mark of that rule on that phrase is known by
 */
ProseIgnoreKey *
prose_ignore_key_new_for_span (const char *text, gsize length, const char *rule, ProseSpan span)
{
  ProseIgnoreKey *self = g_new0 (ProseIgnoreKey, 1);

  self->rule = g_strdup (rule);
  self->phrase = prose_ignore_key_dup_phrase (text, span);
  self->before = join_words (text, get_window_before (text, span.start), N_WORDS_AROUND, TRUE);
  self->after = join_words (text, get_window_after (text, length, span.end), N_WORDS_AROUND, FALSE);
  self->place = span.start;

  return self;
}

void
prose_ignore_key_free (ProseIgnoreKey *self)
{
  g_free (self->rule);
  g_free (self->phrase);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

/**
 * prose_ignore_key_is_same_phrase:
 * @self: a key
 * @other: another
 *
 * Returns: whether both are of the same rule and the same phrase, wherever
 */
gboolean
prose_ignore_key_is_same_phrase (const ProseIgnoreKey *self, const ProseIgnoreKey *other)
{
  return g_str_equal (self->rule, other->rule) && g_str_equal (self->phrase, other->phrase);
}

/**
 * prose_ignore_key_has_same_surroundings:
 * @self: a key
 * @other: another
 *
 * Returns: whether the same words stand around both
 */
gboolean
prose_ignore_key_has_same_surroundings (const ProseIgnoreKey *self, const ProseIgnoreKey *other)
{
  return g_str_equal (self->before, other->before) && g_str_equal (self->after, other->after);
}

static guint
get_distance (const ProseIgnoreKey *self, const ProseIgnoreKey *other)
{
  return MAX (self->place, other->place) - MIN (self->place, other->place);
}

/**
 * prose_ignore_key_find:
 * @self: a key
 * @text: the text as it is now
 * @length: its length in bytes
 * @diagnostics: (element-type ProseDiagnostic): its marks
 *
 * Finds the mark that a key stands for after the text was edited: the one with
 * the same words around it, else the nearest of the same phrase.
 *
 * Returns: its number, or %PROSE_IGNORE_NONE if the phrase is no longer marked
 */
guint
prose_ignore_key_find (const ProseIgnoreKey *self,
                       const char *text,
                       gsize length,
                       const GArray *diagnostics)
{
  guint best = PROSE_IGNORE_NONE;
  guint least = G_MAXUINT;
  gboolean exact = FALSE;

  for (guint i = 0; i < diagnostics->len; i++) {
    g_autoptr (ProseIgnoreKey) key =
        prose_ignore_key_new (text, length, &g_array_index (diagnostics, ProseDiagnostic, i));
    gboolean same = prose_ignore_key_has_same_surroundings (self, key);

    if (!prose_ignore_key_is_same_phrase (self, key) || (exact && !same))
      continue;
    if ((same && !exact) || get_distance (self, key) < least) {
      best = i;
      least = get_distance (self, key);
      exact = same;
    }
  }
  return best;
}

static gboolean
is_phrase_at (const char *text,
              const GArray *tokens,
              guint first,
              char **words,
              guint n_words,
              GString *folded)
{
  if (first + n_words > tokens->len)
    return FALSE;

  for (guint i = 0; i < n_words; i++) {
    ProseSpan span = g_array_index (tokens, ProseToken, first + i).span;

    prose_fold (text + span.start, prose_span_get_length (span), folded);
    if (!g_str_equal (folded->str, words[i]))
      return FALSE;
  }
  return TRUE;
}

static GArray *
find_words (const char *text, gsize length)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (ProseToken));
  guint n_kept = 0;

  prose_tokenize (text, length, tokens);
  for (guint i = 0; i < tokens->len; i++) {
    ProseToken token = g_array_index (tokens, ProseToken, i);

    if (is_word (&token))
      g_array_index (tokens, ProseToken, n_kept++) = token;
  }
  g_array_set_size (tokens, n_kept);
  return tokens;
}

/**
 * prose_ignore_key_find_phrase:
 * @phrase: words, folded, with a space between them; not empty
 * @text: a text
 * @length: its length in bytes
 *
 * Returns: (transfer full) (element-type ProseSpan): where in @text those words
 *   stand, in order, marked or not
 */
GArray *
prose_ignore_key_find_phrase (const char *phrase, const char *text, gsize length)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (ProseSpan));
  g_autoptr (GArray) tokens = find_words (text, length);
  g_autoptr (GString) folded = g_string_new (NULL);
  g_auto (GStrv) words = g_strsplit (phrase, " ", -1);
  guint n_words = g_strv_length (words);

  g_return_val_if_fail (n_words > 0, spans);

  for (guint i = 0; i < tokens->len; i++) {
    if (is_phrase_at (text, tokens, i, words, n_words, folded)) {
      ProseSpan span = { g_array_index (tokens, ProseToken, i).span.start,
                         g_array_index (tokens, ProseToken, i + n_words - 1).span.end };

      g_array_append_val (spans, span);
    }
  }
  return spans;
}
