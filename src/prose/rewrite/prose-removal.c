/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rewrite/prose-removal.h"

#include <string.h>

/* Spaces that no line breaks at: French has one before ":", ";", "!" and "?". */
static const char *const hard_spaces[] = { "\u00a0", "\u202f", NULL };

/* The length of the hard space that starts there; 0 if none does. */
static guint
get_hard_space_length (const char *text)
{
  for (guint i = 0; hard_spaces[i] != NULL; i++)
    if (g_str_has_prefix (text, hard_spaces[i]))
      return strlen (hard_spaces[i]);

  return 0;
}

/* The length of the hard space that ends there; 0 if none does. */
static guint
get_hard_space_before (const ProseDraft *draft, guint end)
{
  for (guint i = 0; hard_spaces[i] != NULL; i++) {
    guint length = strlen (hard_spaces[i]);

    if (end >= draft->words.start + length &&
        get_hard_space_length (draft->sentence + end - length) == length)
      return length;
  }
  return 0;
}

/* The length of a dash that stands free, with the spaces around it; 0 if there is
 * none. */
static guint
get_dash_length (const char *text)
{
  static const char *const dashes[] = { " – ", " — ", " - ", NULL };

  for (guint i = 0; dashes[i] != NULL; i++)
    if (g_str_has_prefix (text, dashes[i]))
      return strlen (dashes[i]);

  return 0;
}

/* The length of the sign, the space or the dash that ends there. */
static guint
get_gap_before (const ProseDraft *draft, guint end)
{
  static const guint lengths[] = { 5, 3 }; /* of dashes: in UTF-8, and in ASCII */
  const char *text = draft->sentence;

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    if (end >= draft->words.start + lengths[i] &&
        get_dash_length (text + end - lengths[i]) == lengths[i])
      return lengths[i];

  if (prose_draft_ends_in_opening_mark (draft, end))
    return PROSE_OPENING_MARK_LENGTH;
  if (get_hard_space_before (draft, end) > 0)
    return get_hard_space_before (draft, end);

  return prose_is_any_of (text[end - 1], ",;: ");
}

/* The end of what stands before, without the signs and the joining words that
 * nothing follows any more: "and", "so". */
static guint
trim_end (const ProseDraft *draft, guint end)
{
  const char *text = draft->sentence;
  guint start, n;

  do {
    g_autofree char *word = NULL;
    g_autofree char *folded = NULL;

    while (end > draft->words.start && (n = get_gap_before (draft, end)) > 0)
      end -= n;
    for (start = end; start > draft->words.start && text[start - 1] != ' ';)
      start--;
    word = g_strndup (text + start, end - start);
    folded = g_utf8_strdown (word, -1);
    if (start == end || !prose_lexicon_list_has (draft->context.lexicon, "openers", folded))
      return end;
    end = start;
  } while (end > draft->words.start);

  return end;
}

/* What was joined to the mark comes first now: without "and", but with what puts the
 * verb before the subject (Danish "så"). */
static guint
skip_opener (const ProseDraft *draft, guint start)
{
  g_autofree char *word = prose_draft_dup_word_at (draft, start);
  guint next = start + strlen (word);

  if (!prose_draft_is_folded_in (draft, word, "openers") ||
      prose_draft_is_folded_in (draft, word, "alternatives") ||
      prose_draft_is_folded_in (draft, word, "inverters") || draft->sentence[next] != ' ')
    return start;

  return next + 1;
}

/* Of a mark that comes first the spaces and signs after it go, too, and one of two
 * emoji that would stand side by side. */
static ProseSpan
widen_at_start (const ProseDraft *draft, ProseSpan span)
{
  const char *text = draft->sentence;
  ProsePart after;

  span.end += get_dash_length (text + span.end);
  while (span.end < draft->words.end && (prose_is_any_of (text[span.end], " ,;:!-") ||
                                         get_hard_space_length (text + span.end) > 0))
    span.end += MAX (1, get_hard_space_length (text + span.end));

  after = prose_part_read (text, span.end, draft->words.end);
  if (after.starts_with_emoji && prose_part_follows_emoji (text, span.start))
    span.end = after.first_word;
  if (span.end < draft->words.end && after.first_word == span.end)
    span.end = skip_opener (draft, span.end);
  return span;
}

/* Of a mark that comes last, but for emoji, the signs before it go, too. The emoji
 * keep their space, and go where one stands there already; the French "!" keeps its
 * space as well. */
static ProseSpan
widen_at_end (const ProseDraft *draft, ProseSpan span)
{
  const char *text = draft->sentence;
  gboolean is_spaced_mark = prose_is_any_of (text[span.end], "!?");

  span.start = trim_end (draft, span.start);
  if (prose_part_follows_emoji (draft->sentence, span.start))
    span.end = draft->words.end;
  else if ((span.end < draft->words.end || is_spaced_mark) && text[span.end - 1] == ' ')
    span.end--;

  return span;
}

/* Elsewhere one of the signs and emoji that would stand twice. */
static ProseSpan
widen_inside (const ProseDraft *draft, ProseSpan span, const ProsePart *after)
{
  const char *text = draft->sentence;

  if (after->starts_with_emoji && prose_part_follows_emoji (text, span.start))
    span.end = after->first_word;
  if (prose_is_any_of (text[span.end], ",;:")) {
    span.start -= text[span.start - 1] == ' ';
    span.start -= prose_is_any_of (text[span.start - 1], ",;:");
  }
  return span;
}

static gboolean
is_last (const ProseDraft *draft, ProseSpan span, const ProsePart *after)
{
  return span.end >= draft->words.end || (after->starts_with_emoji && after->n_words == 0);
}

/* The words around an emoji stay as they are; of the spaces beside it one goes. */
static ProseSpan
widen_emoji (const ProseDraft *draft, ProseSpan span)
{
  const char *text = draft->sentence;
  gboolean follows_space = span.start > 0 && text[span.start - 1] == ' ';

  if (text[span.end] == ' ' && (span.start == 0 || follows_space))
    span.end++;
  else if (follows_space && span.end >= draft->words.end)
    span.start--;

  return span;
}

/**
 * prose_removal_get_span:
 * @draft: a mark that is to be left out
 *
 * Returns: the mark, and what stood only between it and its neighbours, in bytes of the
 *   sentence
 */
ProseSpan
prose_removal_get_span (const ProseDraft *draft)
{
  ProseSpan span = draft->mark;
  ProsePart after;

  if (prose_draft_is_emoji_alone (draft))
    return widen_emoji (draft, span);
  if (span.start <= draft->words.start || prose_draft_begins_sentence (draft))
    return widen_at_start (draft, span);

  while (span.end < draft->words.end && draft->sentence[span.end] == ' ')
    span.end++;
  after = prose_part_read (draft->sentence, span.end, draft->words.end);
  return is_last (draft, span, &after) ? widen_at_end (draft, span)
                                       : widen_inside (draft, span, &after);
}

/**
 * prose_removal_leaves_a_sentence:
 * @draft: a mark that is to be left out
 * @removed: what goes, in bytes of the sentence
 *
 * Returns: whether what is left reads: it is more than one word and not "or …", does not
 *   end in "the", and is not cut out of the two sentences that an emoji parts
 */
gboolean
prose_removal_leaves_a_sentence (const ProseDraft *draft, ProseSpan removed)
{
  ProsePart before = prose_part_read (draft->sentence, draft->words.start, removed.start);
  ProsePart after = prose_part_read (draft->sentence, removed.end, draft->words.end);
  g_autofree char *next = prose_draft_dup_word_at (draft, MIN (removed.end, draft->words.end));
  g_autofree char *left = g_strndup (draft->sentence, removed.start);

  if (prose_draft_is_emoji_alone (draft))
    return before.n_words + after.n_words > 0;
  if (before.n_words + after.n_words < 2 ||
      prose_part_read (draft->sentence, draft->mark.start, draft->mark.end).has_emoji_inside)
    return FALSE;
  if (before.n_words == 0)
    return !prose_draft_is_folded_in (draft, next, "alternatives");

  return after.n_words > 0 || !prose_template_breaks_off (left, draft->context.lexicon, FALSE);
}
