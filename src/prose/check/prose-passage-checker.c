/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check/prose-passage-checker.h"

#include "check/prose-paragraph-checker.h"
#include "check/prose-paragraph-text.h"
#include "check/prose-passage.h"

struct _ProsePassageChecker {
  ProseParagraphChecker *checker;
  const char *chosen_language;   /* (nullable): by the user */
  const char *document_language; /* (nullable): as the text tells */
  GArray *diagnostics;           /* of ProseDiagnostic, of the paragraph at hand */
  GArray *credits;               /* likewise */
};

/**
 * prose_passage_checker_new:
 * @rules: the rules to check by
 *
 * Returns: (transfer full): a checker
 */
ProsePassageChecker *
prose_passage_checker_new (ProseRuleSet *rules)
{
  ProsePassageChecker *self = g_new0 (ProsePassageChecker, 1);

  self->checker = prose_paragraph_checker_new (rules);
  self->diagnostics = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic));
  self->credits = g_array_new (FALSE, FALSE, sizeof (ProseDiagnostic));
  return self;
}

void
prose_passage_checker_free (ProsePassageChecker *self)
{
  prose_paragraph_checker_free (self->checker);
  g_array_unref (self->diagnostics);
  g_array_unref (self->credits);
  g_free (self);
}

/**
 * prose_passage_checker_set_ignore_list:
 * @self: a checker
 * @list: (nullable): what is ignored beside what its rules ignore
 */
void
prose_passage_checker_set_ignore_list (ProsePassageChecker *self, ProseIgnoreList *list)
{
  prose_paragraph_checker_set_ignore_list (self->checker, list);
}

static guint
get_n_passages (const ProseParagraph *paragraph)
{
  return paragraph->segments != NULL ? paragraph->segments->len : 1;
}

/* Whether the passage with that number is to be checked. */
static gboolean
get_passage (const ProseParagraph *paragraph, guint i, ProsePassage *passage)
{
  const ProseSegment *segment;

  if (paragraph->segments == NULL) {
    *passage = prose_passage_of_text (paragraph->text, paragraph->length);
    return TRUE;
  }
  segment = paragraph->segments->pdata[i];
  *passage = prose_passage_of_segment (segment);
  return segment->role == PROSE_SEGMENT_COPY;
}

/* --- languages --- */

/**
 * prose_passage_checker_set_language:
 * @self: a checker
 * @language: (nullable): the language of all passages, as the user chose it; %NULL to find it
 *   out
 *
 * Returns: whether it was another one before
 */
gboolean
prose_passage_checker_set_language (ProsePassageChecker *self, const char *language)
{
  language = g_intern_string (language);
  if (self->chosen_language == language)
    return FALSE;

  self->chosen_language = language;
  return TRUE;
}

/**
 * prose_passage_checker_get_language:
 * @self: a checker
 *
 * Returns: (nullable): the language of the whole text, as it was chosen or as its
 *   words tell; %NULL if it is not known
 */
const char *
prose_passage_checker_get_language (ProsePassageChecker *self)
{
  return self->chosen_language != NULL ? self->chosen_language : self->document_language;
}

/**
 * prose_passage_checker_vote:
 * @self: a checker
 * @paragraph: a paragraph that has not voted yet
 *
 * Lets the words of its passages vote for its language.
 */
void
prose_passage_checker_vote (ProsePassageChecker *self, ProseParagraph *paragraph)
{
  ProsePassage passage;

  for (guint i = 0; i < get_n_passages (paragraph); i++) {
    ProseLanguageVote vote;

    if (!get_passage (paragraph, i, &passage))
      continue;
    prose_paragraph_checker_read (self->checker, passage.text, passage.length);
    vote = prose_paragraph_checker_vote (self->checker);
    prose_language_vote_add (&paragraph->vote, &vote);
  }
}

/* The language of the whole, as far as its words or, in a mere label, its rules
 * tell. */
static const char *
find_language (ProsePassageChecker *self,
               ProseParagraphList *paragraphs,
               const ProseLanguageVote *vote)
{
  const char *language = prose_language_vote_get_winner (vote, 1);
  guint length = prose_paragraph_list_get_sum (paragraphs, PROSE_PARAGRAPH_BYTES);
  g_autofree char *text = NULL;

  if (language != NULL || length == 0 || length > PROSE_LONGEST_LABEL)
    return language;

  text = prose_paragraph_text_dup (paragraphs, (ProseSpan){ 0, length });
  return prose_paragraph_checker_try_languages (self->checker, vote, text, length);
}

/**
 * prose_passage_checker_find_language:
 * @self: a checker
 * @paragraphs: the whole text
 * @vote: how all of it votes
 *
 * Finds out the language of what does not tell its own.
 *
 * Returns: whether all paragraphs have to be checked anew by it
 */
gboolean
prose_passage_checker_find_language (ProsePassageChecker *self,
                                     ProseParagraphList *paragraphs,
                                     const ProseLanguageVote *vote)
{
  const char *language = find_language (self, paragraphs, vote);

  if (language == self->document_language)
    return FALSE;

  self->document_language = language;
  return self->chosen_language == NULL;
}

/* The language of the passage that was read last: a block of a file may have several, each
 * in its own, and the vote of the whole is that of none of them. */
static const char *
get_language (ProsePassageChecker *self, const ProseParagraph *paragraph, const char *declared)
{
  ProseLanguageVote vote;

  if (self->chosen_language != NULL)
    return self->chosen_language;
  if (declared != NULL)
    return declared;

  vote =
      paragraph->segments != NULL ? prose_paragraph_checker_vote (self->checker) : paragraph->vote;
  return prose_language_choose (&vote, self->document_language);
}

/**
 * prose_passage_checker_find_language_at:
 * @self: a checker
 * @paragraph: a paragraph
 * @place: a place in it, in bytes
 *
 * Returns: (nullable): the language that is checked there; %NULL if none is known
 */
const char *
prose_passage_checker_find_language_at (ProsePassageChecker *self,
                                        const ProseParagraph *paragraph,
                                        guint place)
{
  const ProseSegment *segment =
      paragraph->segments != NULL ? prose_segments_find (paragraph->segments, place) : NULL;

  if (paragraph->segments != NULL)
    prose_paragraph_checker_read (self->checker,
                                  segment != NULL ? prose_copy_get_text (segment->copy) : "",
                                  segment != NULL ? prose_copy_get_length (segment->copy) : 0);
  return get_language (self, paragraph, segment != NULL ? segment->language : NULL);
}

/* --- checking --- */

static void
note_unchecked (ProseParagraph *paragraph, const char *language)
{
  if (paragraph->n_unchecked++ == 0)
    paragraph->unchecked_language = g_intern_string (language);
}

static void
check_passage (ProsePassageChecker *self,
               ProseParagraph *paragraph,
               const ProsePassage *passage,
               guint start)
{
  guint n_diagnostics = self->diagnostics->len;
  guint n_credits = self->credits->len;
  gint64 n_unchecked = paragraph->measures.unchecked;
  const char *language;
  GPtrArray *ignored;

  prose_paragraph_checker_read (self->checker, passage->text, passage->length);
  prose_paragraph_checker_set_muted (self->checker, paragraph->muted_after);
  prose_paragraph_checker_set_place (self->checker, start, passage->copy);
  paragraph->muted_after = prose_paragraph_checker_get_muted_after (self->checker);
  language = get_language (self, paragraph, passage->language);
  prose_paragraph_checker_check (self->checker, language, passage->zone, self->diagnostics,
                                 self->credits, &paragraph->measures);
  if (paragraph->measures.unchecked > n_unchecked)
    note_unchecked (paragraph, language);
  prose_passage_place_found (passage, self->diagnostics, n_diagnostics, 0);
  prose_passage_place_found (passage, self->credits, n_credits, 0);

  ignored = prose_paragraph_checker_get_rules_ignored (self->checker);
  if (ignored->len == 0)
    return;
  if (paragraph->ignored == NULL)
    paragraph->ignored = g_ptr_array_new ();
  g_ptr_array_extend (paragraph->ignored, ignored, NULL, NULL);
}

static GArray *
copy_found (const GArray *found)
{
  GArray *copy;

  if (found->len == 0)
    return NULL;
  copy = g_array_sized_new (FALSE, FALSE, sizeof (ProseDiagnostic), found->len);
  g_array_append_vals (copy, found->data, found->len);
  return copy;
}

static void
forget_found (ProseParagraph *paragraph)
{
  g_clear_pointer (&paragraph->diagnostics, g_array_unref);
  g_clear_pointer (&paragraph->credits, g_array_unref);
  g_clear_pointer (&paragraph->ignored, g_ptr_array_unref);
  paragraph->measures = (ProseMeasures){ 0 };
  paragraph->n_unchecked = 0;
  paragraph->unchecked_language = NULL;
}

/**
 * prose_passage_checker_check:
 * @self: a checker
 * @paragraph: a paragraph
 * @start: where it starts in the text, in bytes
 * @muted: (nullable): what is muted there
 *
 * Checks it, and puts what was found in the place of what was found before.
 */
void
prose_passage_checker_check (ProsePassageChecker *self,
                             ProseParagraph *paragraph,
                             guint start,
                             const char *muted)
{
  ProsePassage passage;

  forget_found (paragraph);
  paragraph->muted_before = muted;
  paragraph->muted_after = muted;
  g_array_set_size (self->diagnostics, 0);
  g_array_set_size (self->credits, 0);

  for (guint i = 0; i < get_n_passages (paragraph); i++)
    if (get_passage (paragraph, i, &passage))
      check_passage (self, paragraph, &passage, start);
  if (get_n_passages (paragraph) > 1) {
    g_array_sort (self->diagnostics, prose_diagnostic_compare_places);
    g_array_sort (self->credits, prose_diagnostic_compare_places);
  }
  paragraph->diagnostics = copy_found (self->diagnostics);
  paragraph->credits = copy_found (self->credits);
}
