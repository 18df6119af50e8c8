/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of a paragraph, or another block, of a formatted file: those a reader sees,
 * as he sees them, and not its tags and attributes.
 */

#include "mellow-spelling-block.h"

static void
append_word (GArray *words,
             const ProseSegment *segment,
             guint start,
             const char *language,
             const MellowSpellingWord *word)
{
  ProseSpan source = prose_copy_to_source (segment->copy, word->span);
  MellowBlockWord found = { prose_copy_get_text (segment->copy), *word, language,
                            prose_span_shift (source, start) };

  g_array_append_val (words, found);
}

static void
append_segment (GArray *words, MellowReview *review, const ProseSegment *segment, guint start)
{
  ProseSpan source = prose_span_shift (prose_copy_get_source (segment->copy), start);
  g_autoptr (GArray) found = mellow_spelling_words_find (prose_copy_get_text (segment->copy),
                                                         prose_copy_get_length (segment->copy));
  const char *language;
  ProseSpan unused;

  language = mellow_review_find_paragraph (review, source.start, &unused);
  for (guint i = 0; i < found->len; i++)
    append_word (words, segment, start, language, &g_array_index (found, MellowSpellingWord, i));
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const MellowBlockWord *first = a, *second = b;

  return first->source.start < second->source.start ? -1
                                                    : first->source.start > second->source.start;
}

/**
 * mellow_spelling_block_find:
 * @review: a review
 * @offset: a place in its text, in bytes
 *
 * Returns: (transfer full) (nullable) (element-type MellowBlockWord): the words of the
 *   block that has the place, in the order of the text; valid until the next edit. %NULL
 *   for plain text
 */
GArray *
mellow_spelling_block_find (MellowReview *review, guint offset)
{
  guint start;
  GPtrArray *segments =
      prose_live_checker_list_segments (mellow_review_get_checker (review), offset, &start);
  GArray *words;

  if (segments == NULL)
    return NULL;

  words = g_array_new (FALSE, FALSE, sizeof (MellowBlockWord));
  for (guint i = 0; i < segments->len; i++) {
    const ProseSegment *segment = segments->pdata[i];

    if (segment->role == PROSE_SEGMENT_COPY)
      append_segment (words, review, segment, start);
  }
  g_array_sort (words, compare_starts);
  return words;
}
