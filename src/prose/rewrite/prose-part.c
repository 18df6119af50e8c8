/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rewrite/prose-part.h"

#include <string.h>

#include "text/prose-token.h"
#include "text/prose-tokenizer.h"

static gboolean
is_word (const ProseToken *token)
{
  return token->kind == PROSE_TOKEN_WORD || token->kind == PROSE_TOKEN_NUMBER ||
         token->kind == PROSE_TOKEN_URL;
}

/**
 * prose_part_read:
 * @text: a sentence
 * @start: where the part starts, in bytes
 * @end: where it ends
 *
 * Returns: what stands there
 */
ProsePart
prose_part_read (const char *text, guint start, guint end)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (ProseToken));
  ProsePart part = { .first_word = end };

  if (start < end)
    prose_tokenize (text + start, end - start, tokens);
  for (guint i = 0; i < tokens->len; i++) {
    const ProseToken *token = &g_array_index (tokens, ProseToken, i);
    gboolean is_emoji = token->kind == PROSE_TOKEN_EMOJI;

    if (i == 0)
      part.starts_with_emoji = is_emoji;
    if (is_word (token) && part.n_words == 0)
      part.first_word = start + token->span.start;
    else if (is_word (token) && part.ends_in_emoji)
      part.has_emoji_inside = TRUE;
    part.n_words += is_word (token) && (token->flags & PROSE_TOKEN_SPACED);
    part.ends_in_emoji = is_emoji;
  }
  return part;
}

/**
 * prose_part_follows_emoji:
 * @sentence: a sentence
 * @place: a place in it, in bytes
 *
 * Returns: whether the last thing before the place is an emoji
 */
gboolean
prose_part_follows_emoji (const char *sentence, guint place)
{
  return prose_part_read (sentence, 0, place).ends_in_emoji;
}

/**
 * prose_is_any_of:
 * @c: a byte
 * @signs: some ASCII signs
 *
 * Returns: whether @c is one of them
 */
gboolean
prose_is_any_of (char c, const char *signs)
{
  return c != '\0' && strchr (signs, c) != NULL;
}

/**
 * prose_is_ended:
 * @text: a text
 *
 * Returns: whether nothing has to end it: a full stop does already, or an emoji
 */
gboolean
prose_is_ended (const char *text)
{
  gsize length = strlen (text);

  return length > 0 && (prose_is_any_of (text[length - 1], ".!?") ||
                        prose_part_read (text, 0, length).ends_in_emoji);
}
