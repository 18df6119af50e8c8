/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the reader is spoken to: Danish du, De or I. Templates are written in the
 * first form of the language; its lexicon has the words of each form, in the same
 * order, in the lists `address-1`, `address-2` and `address-3`, and in
 * `capitalised` those that are written with a capital. */

#include "rewrite/prose-address.h"

#include <string.h>

#include "text/prose-fold.h"
#include "text/prose-token.h"
#include "text/prose-tokenizer.h"

/* What stands for a word of the first form in another one; NULL for itself. */
static const char *
find_counterpart (ProseLexicon *lexicon, const char *folded, guint address)
{
  g_autofree char *list = g_strdup_printf ("address-%u", address + 1);
  const char *word;

  if (!prose_lexicon_list_has (lexicon, "address-1", folded))
    return NULL;

  for (guint i = 0; (word = prose_lexicon_get_word (lexicon, "address-1", i)) != NULL; i++)
    if (g_str_equal (word, folded))
      return prose_lexicon_get_word (lexicon, list, i);

  return NULL;
}

static void
append_word (GString *result, ProseLexicon *lexicon, const char *word, gboolean is_capitalised)
{
  if (is_capitalised || prose_lexicon_list_has (lexicon, "capitalised", word)) {
    g_string_append_unichar (result, g_unichar_toupper (g_utf8_get_char (word)));
    word = g_utf8_next_char (word);
  }
  g_string_append (result, word);
}

/**
 * prose_address_convert:
 * @text: a text in the first form of address of its language
 * @lexicon: the lexicon of that language
 * @address: the form that is wanted, from 0; see [struct@Prose.Measures]
 *
 * Returns: (transfer full): the text in that form
 */
char *
prose_address_convert (const char *text, ProseLexicon *lexicon, guint address)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (ProseToken));
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (GString) result = g_string_new (NULL);
  guint end = 0;

  if (address == 0)
    return g_strdup (text);

  prose_tokenize (text, strlen (text), tokens);
  for (guint i = 0; i < tokens->len; i++) {
    const ProseToken *token = &g_array_index (tokens, ProseToken, i);
    const char *counterpart;

    if (token->kind != PROSE_TOKEN_WORD)
      continue;
    prose_fold (text + token->span.start, prose_span_get_length (token->span), folded);
    counterpart = find_counterpart (lexicon, folded->str, address);
    if (counterpart == NULL)
      continue;
    g_string_append_len (result, text + end, token->span.start - end);
    append_word (result, lexicon, counterpart, token->flags & PROSE_TOKEN_CAPITALISED);
    end = token->span.end;
  }
  g_string_append (result, text + end);
  return g_string_free (g_steal_pointer (&result), FALSE);
}
