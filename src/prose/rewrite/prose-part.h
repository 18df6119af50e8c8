/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/prose-span.h"

G_BEGIN_DECLS

/**
 * ProsePart:
 * @n_words: how many words it has, as spaces part them
 * @first_word: where the first one starts, in bytes of the sentence; the end of the part
 *   if there is none
 * @starts_with_emoji: whether an emoji comes first
 * @ends_in_emoji: whether one comes last
 * @has_emoji_inside: whether one stands between words
 *
 * What stands in a part of a sentence.
 */
typedef struct {
  guint n_words;
  guint first_word;
  gboolean starts_with_emoji;
  gboolean ends_in_emoji;
  gboolean has_emoji_inside;
} ProsePart;

ProsePart prose_part_read (const char *text, guint start, guint end);
gboolean prose_part_follows_emoji (const char *sentence, guint place);
gboolean prose_is_any_of (char c, const char *signs);
gboolean prose_is_ended (const char *text);

G_END_DECLS
