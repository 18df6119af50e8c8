/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rewrite/prose-draft.h"

#include <string.h>

#include "rewrite/prose-facts.h"
#include "rewrite/prose-letter-case.h"
#include "text/prose-fold.h"

/* --- the words of a sentence --- */

/* Where the words of the sentence start: behind bullets and quotation marks. */
static gsize
get_words_start (const char *sentence)
{
  const char *p = sentence;

  while (*p != '\0' && !g_unichar_isalnum (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return *p == '\0' ? 0 : (gsize)(p - sentence);
}

/* How long the space is that a part of the sentence ends in; 0 if it ends in none. */
static gsize
get_space_length (const char *sentence, gsize length)
{
  const char *last = g_utf8_find_prev_char (sentence, sentence + length);

  return last != NULL && g_unichar_isspace (g_utf8_get_char (last)) ? sentence + length - last : 0;
}

/* Whether the sentence ends in what closes after it: quotation marks and
 * brackets, and the stars of an emphasis that it opened; a lone star points to
 * a footnote and belongs to what it stands at. Gives its length. */
static gsize
get_closer_length (const char *sentence, gsize length)
{
  static const char *const closers[] = { "\"", "'", "”", "’", "»", "«", "“", ")", "]", NULL };

  for (guint i = 0; closers[i] != NULL; i++) {
    gsize n = strlen (closers[i]);

    if (length > n && memcmp (sentence + length - n, closers[i], n) == 0)
      return n;
  }
  return length > 1 && strchr ("*_", *sentence) != NULL && sentence[length - 1] == *sentence;
}

/* Where what closes after the sentence starts; in French a space does, « Venez. ». */
static gsize
get_words_end (const char *sentence, gsize length)
{
  gsize n;

  while ((n = get_closer_length (sentence, length)) > 0) {
    length -= n;
    while ((n = get_space_length (sentence, length)) > 0)
      length -= n;
  }
  return length;
}

/**
 * prose_draft_init:
 * @self: a draft
 * @diagnostic: a mark
 * @sentence: its sentence, which stays valid as long as the draft is used
 * @lexicon: that of its language
 * @brief: (nullable): what the writer told of the text
 *
 * Begins a draft: tells apart the words of the sentence, the mark, and what ends it.
 */
void
prose_draft_init (ProseDraft *self,
                  const ProseDiagnostic *diagnostic,
                  const char *sentence,
                  ProseLexicon *lexicon,
                  ProseBrief *brief)
{
  guint start = diagnostic->sentence.start;

  *self = (ProseDraft){ .diagnostic = diagnostic,
                        .sentence = sentence,
                        .length = strlen (sentence),
                        .mark = { diagnostic->span.start - start, diagnostic->span.end - start },
                        .context = { .lexicon = lexicon, .brief = brief } };
  self->end_mark.end = get_words_end (sentence, self->length);
  self->end_mark.start = self->end_mark.end;
  while (self->end_mark.start > self->mark.end &&
         strchr (".!?", sentence[self->end_mark.start - 1]) != NULL)
    self->end_mark.start--;
  self->words.start = get_words_start (sentence);
  self->words.end = MAX (self->end_mark.start, self->mark.end);
  self->end_mark.end = MAX (self->end_mark.end, self->mark.end);
}

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

/* --- what was captured --- */

/* Whether a word of one letter is small but for its place: the English article,
 * and what binds a part to the sentence, as in Danish "I dag" but not in "I får". */
static gboolean
is_small_letter (const char *text, ProseLexicon *lexicon)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 3);
  g_autofree char *first = prose_fold_word (words[0]);
  g_autofree char *second = words[1] != NULL ? prose_fold_word (words[1]) : NULL;

  if (second == NULL || g_utf8_strlen (first, -1) > 1)
    return FALSE;
  if (prose_lexicon_list_has (lexicon, "options", "a-an") && g_str_equal (first, "a"))
    return TRUE;

  return prose_lexicon_list_has (lexicon, "dependents", first) &&
         !prose_lexicon_list_has (lexicon, "finite", second) &&
         prose_lexicon_get_form (lexicon, second, "present") == NULL;
}

/* Whether a capital may come from standing first: not that of a name. */
static gboolean
may_be_lowered (const char *text, ProseLexicon *lexicon)
{
  g_autofree char *first = g_strndup (text, strcspn (text, " "));
  g_autofree char *folded = prose_fold_word (first);

  if (!prose_starts_upper (text) || prose_lexicon_list_has (lexicon, "names", folded) ||
      !prose_lexicon_is_small (lexicon, folded))
    return FALSE;

  return g_unichar_islower (g_utf8_get_char (g_utf8_next_char (text))) ||
         is_small_letter (text, lexicon);
}

/* First in the sentence, or behind a label, "Subject: Your free room", or an emoji. */
static gboolean
stands_first (const ProseDraft *self, guint start)
{
  while (start > self->words.start && self->sentence[start - 1] == ' ')
    start--;

  return start <= self->words.start || self->sentence[start - 1] == ':' ||
         prose_part_follows_emoji (self->sentence, start);
}

/* A capture is calm, too, where the writer shouted the phrase. */
static char *
dup_capture (const ProseDraft *self, ProseSpan span)
{
  const char *start = self->sentence + span.start;
  gsize length = prose_span_get_length (span);
  g_autofree char *text = g_strndup (start, length);

  if (prose_is_in_capitals (self->sentence + self->mark.start,
                            prose_span_get_length (self->mark)) &&
      prose_is_in_capitals (start, length))
    return prose_to_calm_case (text, self->context.lexicon);
  if (stands_first (self, span.start) && may_be_lowered (text, self->context.lexicon))
    return prose_with_lower_start (text);

  return g_steal_pointer (&text);
}

/**
 * prose_draft_dup_captures:
 * @self: a draft
 * @n: how many captures the rule of the mark has
 *
 * Returns: (transfer full) (element-type utf8): what each of them has caught, as it reads
 *   inside of a calm sentence; %NULL for nothing
 */
GPtrArray *
prose_draft_dup_captures (const ProseDraft *self, guint n)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  guint start = self->diagnostic->sentence.start;

  for (guint i = 0; i < n; i++) {
    ProseSpan span = self->diagnostic->captures[i];

    if (prose_span_is_empty (span))
      g_ptr_array_add (values, NULL);
    else
      g_ptr_array_add (values,
                       dup_capture (self, (ProseSpan){ span.start - start, span.end - start }));
  }
  return values;
}

/* --- facts --- */

/* Which words that start there are names: not the first of the sentence, and none
 * where all is in capitals. */
static ProseNames
get_names (const ProseDraft *self, guint start)
{
  if (prose_is_in_capitals (self->sentence, self->length))
    return PROSE_NAMES_NONE;

  return start <= self->words.start ? PROSE_NAMES_INSIDE : PROSE_NAMES_ALL;
}

/**
 * prose_draft_survives:
 * @self: a draft
 * @start: where a part of the sentence starts
 * @end: where it ends
 * @text: a wording
 *
 * Returns: whether @text keeps the figures and names of the part
 */
gboolean
prose_draft_survives (const ProseDraft *self, guint start, guint end, const char *text)
{
  return end <= start || prose_facts_survive (self->sentence + start, end - start, text,
                                              get_names (self, start), self->context.lexicon);
}

/**
 * prose_draft_figures_survive:
 * @self: a draft
 * @text: a wording
 *
 * Returns: whether @text keeps the figures of the phrase itself; its words are those of the
 *   rule
 */
gboolean
prose_draft_figures_survive (const ProseDraft *self, const char *text)
{
  return prose_facts_survive (self->sentence + self->mark.start, prose_span_get_length (self->mark),
                              text, PROSE_NAMES_NONE, self->context.lexicon);
}

/**
 * prose_draft_keeps_facts_of_phrase:
 * @self: a draft
 * @kind: what sort of rewrite it is
 * @filled: the wording
 *
 * Returns: whether a kind that promises the same facts keeps those of the phrase, and the
 *   names that it captured
 */
gboolean
prose_draft_keeps_facts_of_phrase (const ProseDraft *self,
                                   ProseRewriteKind kind,
                                   const char *filled)
{
  guint start = self->diagnostic->sentence.start;

  if (kind != PROSE_REWRITE_EVIDENCE && kind != PROSE_REWRITE_PLAIN)
    return TRUE;

  for (guint i = 0; i < self->context.names->len; i++) {
    ProseSpan span = self->diagnostic->captures[i];

    if (!prose_span_is_empty (span) &&
        !prose_draft_survives (self, span.start - start, span.end - start, filled))
      return FALSE;
  }
  return prose_draft_figures_survive (self, filled);
}
