/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the reader is spoken to: Danish du, De or I. Templates are written in the
 * first form of the language; its lexicon has the words of each form, in the same
 * order, in the lists `address-1`, `address-2` and `address-3`, and in
 * `capitalised` those that are written with a capital. Where more than those words
 * changes, as verbs do in German, the template has the text for each form in a slot. */

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

/* Appends the words from start to end, in the form of address that is wanted. */
static void
append_converted (
    GString *result, const char *start, const char *end, ProseLexicon *lexicon, guint address)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (ProseToken));
  g_autoptr (GString) folded = g_string_new (NULL);
  guint done = 0;

  if (address > 0)
    prose_tokenize (start, end - start, tokens);
  for (guint i = 0; i < tokens->len; i++) {
    const ProseToken *token = &g_array_index (tokens, ProseToken, i);
    const char *counterpart;

    if (token->kind != PROSE_TOKEN_WORD)
      continue;
    prose_fold (start + token->span.start, prose_span_get_length (token->span), folded);
    counterpart = find_counterpart (lexicon, folded->str, address);
    if (counterpart == NULL)
      continue;
    g_string_append_len (result, start + done, token->span.start - done);
    append_word (result, lexicon, counterpart, token->flags & PROSE_TOKEN_CAPITALISED);
    done = token->span.end;
  }
  g_string_append_len (result, start + done, end - start - done);
}

#define SLOT "{address="

/* Appends what the slot has for the form of address; returns what follows the slot, or
 * NULL if it has nothing for that form. */
static const char *
append_choice (GString *result, const char *slot, guint address)
{
  const char *choices = slot + strlen (SLOT);
  gsize length = strcspn (choices, "}");
  g_autofree char *inside = g_strndup (choices, length);
  g_auto (GStrv) forms = g_strsplit (inside, "/", -1);

  if (choices[length] == '\0' || address >= g_strv_length (forms))
    return NULL;

  g_string_append (result, forms[address]);
  return choices + length + 1;
}

/**
 * prose_address_convert:
 * @text: a text in the first form of address of its language, which may have slots
 *   `{address=first/second/third}` with the text for each form
 * @lexicon: the lexicon of that language
 * @address: the form that is wanted, from 0; see [struct@Prose.Measures]
 *
 * Returns: (transfer full) (nullable): the text in that form; %NULL if a slot has no
 *   text for it
 */
char *
prose_address_convert (const char *text, ProseLexicon *lexicon, guint address)
{
  g_autoptr (GString) result = g_string_new (NULL);
  const char *slot;

  while ((slot = strstr (text, SLOT)) != NULL) {
    append_converted (result, text, slot, lexicon, address);
    text = append_choice (result, slot, address);
    if (text == NULL)
      return NULL;
  }
  append_converted (result, text, text + strlen (text), lexicon, address);
  return g_string_free (g_steal_pointer (&result), FALSE);
}
