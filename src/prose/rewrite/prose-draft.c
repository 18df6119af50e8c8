/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rewrite/prose-draft.h"

#include <string.h>

#include "rewrite/prose-letter-case.h"
#include "text/prose-fold.h"

/* Whether a quotation opens right before a place of the sentence: with a sign that has
 * nothing but a space before it. */
static gboolean
opens_quotation (const char *sentence, guint place)
{
  static const char *const openers[] = { "\"", "'", "“", "„", "‘", "»", "«", NULL };

  for (guint i = 0; openers[i] != NULL; i++) {
    gsize n = strlen (openers[i]);

    if (place >= n && memcmp (sentence + place - n, openers[i], n) == 0)
      return place == n || g_ascii_isspace (sentence[place - n - 1]);
  }
  return FALSE;
}

/**
 * prose_draft_begins_sentence:
 * @self: a draft
 *
 * Returns: whether the mark begins as sentences do: it comes first, or first after an emoji
 *   or in what somebody says
 */
gboolean
prose_draft_begins_sentence (const ProseDraft *self)
{
  guint start = MAX (self->mark.start, self->words.start);

  return prose_starts_upper (self->sentence + start) &&
         (self->mark.start <= self->words.start ||
          prose_part_follows_emoji (self->sentence, start) ||
          opens_quotation (self->sentence, start));
}

/**
 * prose_draft_is_emoji_alone:
 * @self: a draft
 *
 * Returns: whether the mark is emoji and nothing else
 */
gboolean
prose_draft_is_emoji_alone (const ProseDraft *self)
{
  ProsePart mark = prose_part_read (self->sentence, self->mark.start, self->mark.end);

  return mark.starts_with_emoji && mark.first_word == self->mark.end;
}

/**
 * prose_draft_ends_in_opening_mark:
 * @self: a draft
 * @end: a place in the sentence
 *
 * Returns: whether a Spanish ¡ or ¿ ends there
 */
gboolean
prose_draft_ends_in_opening_mark (const ProseDraft *self, guint end)
{
  const char *text = self->sentence;

  return end >= PROSE_OPENING_MARK_LENGTH &&
         (memcmp (text + end - PROSE_OPENING_MARK_LENGTH, "¡", PROSE_OPENING_MARK_LENGTH) == 0 ||
          memcmp (text + end - PROSE_OPENING_MARK_LENGTH, "¿", PROSE_OPENING_MARK_LENGTH) == 0);
}

/**
 * prose_draft_is_folded_in:
 * @self: a draft
 * @word: a word
 * @list: the name of a list of the lexicon
 *
 * Returns: whether the list has the word, whatever its case
 */
gboolean
prose_draft_is_folded_in (const ProseDraft *self, const char *word, const char *list)
{
  g_autofree char *folded = prose_fold_word (word);

  return prose_lexicon_list_has (self->context.lexicon, list, folded);
}

/**
 * prose_draft_dup_word_at:
 * @self: a draft
 * @start: where a word of the sentence starts
 *
 * Returns: (transfer full): that word
 */
char *
prose_draft_dup_word_at (const ProseDraft *self, guint start)
{
  const char *text = self->sentence + start;

  return g_strndup (text, MIN (strcspn (text, " "), self->words.end - start));
}
