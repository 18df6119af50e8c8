/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-adviser.h"

/**
 * MellowAdviser:
 *
 * What may be said in the place of what is marked: a [class@Prose.Rewriter] for the text
 * that a [class@Prose.LiveChecker] reads, by what its writer knows of it. It changes nothing.
 */
struct _MellowAdviser {
  GObject parent_instance;

  ProseLiveChecker *checker;
  ProseRewriter *rewriter;
  ProseBrief *brief; /* (nullable): that it goes by; NULL for one that says nothing */
};

G_DEFINE_FINAL_TYPE (MellowAdviser, mellow_adviser, G_TYPE_OBJECT)

static void
mellow_adviser_finalize (GObject *object)
{
  MellowAdviser *self = MELLOW_ADVISER (object);

  g_clear_object (&self->checker);
  g_clear_object (&self->rewriter);
  g_clear_pointer (&self->brief, prose_brief_unref);

  G_OBJECT_CLASS (mellow_adviser_parent_class)->finalize (object);
}

static void
mellow_adviser_class_init (MellowAdviserClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mellow_adviser_finalize;
}

static void
mellow_adviser_init (MellowAdviser *self)
{
}

/**
 * mellow_adviser_new:
 * @rules: the rules
 * @checker: what checks the text by them
 * @brief: (nullable): what the writer knows of the text; not changed any more
 *
 * Returns: (transfer full): an adviser on the text of @checker
 */
MellowAdviser *
mellow_adviser_new (ProseRuleSet *rules, ProseLiveChecker *checker, ProseBrief *brief)
{
  MellowAdviser *self;

  g_return_val_if_fail (rules != NULL, NULL);
  g_return_val_if_fail (PROSE_IS_LIVE_CHECKER (checker), NULL);

  self = g_object_new (MELLOW_TYPE_ADVISER, NULL);
  self->checker = g_object_ref (checker);
  self->rewriter = prose_rewriter_new (rules);
  mellow_adviser_set_brief (self, brief);

  return self;
}

static char *
write_brief (ProseBrief *brief)
{
  return brief != NULL ? prose_brief_write (brief) : g_strdup ("");
}

/**
 * mellow_adviser_set_brief:
 * @self: an adviser
 * @brief: (nullable): what the writer knows of the text; not changed any more
 *
 * Returns: whether it says something else than the one before
 */
gboolean
mellow_adviser_set_brief (MellowAdviser *self, ProseBrief *brief)
{
  g_autofree char *before = NULL, *after = NULL;

  g_return_val_if_fail (MELLOW_IS_ADVISER (self), FALSE);

  before = write_brief (self->brief);
  after = write_brief (brief);
  prose_rewriter_set_brief (self->rewriter, brief);
  g_clear_pointer (&self->brief, prose_brief_unref);
  self->brief = brief != NULL ? prose_brief_ref (brief) : NULL;
  return !g_str_equal (before, after);
}

/**
 * mellow_adviser_set_ignore_list:
 * @self: an adviser
 * @list: (nullable): what the text ignores, as its checker has it
 */
void
mellow_adviser_set_ignore_list (MellowAdviser *self, ProseIgnoreList *list)
{
  g_return_if_fail (MELLOW_IS_ADVISER (self));

  prose_rewriter_set_ignore_list (self->rewriter, list);
}

/* The rewriter speaks to the reader as the text does. */
static void
take_measures (MellowAdviser *self)
{
  prose_rewriter_set_measures (self->rewriter, prose_live_checker_get_measures (self->checker));
}

/**
 * mellow_adviser_suggest:
 * @self: an adviser
 * @mark: a mark of the text
 *
 * Returns: (transfer full) (element-type ProseSuggestion): softer wordings, the
 *   best one first
 */
GPtrArray *
mellow_adviser_suggest (MellowAdviser *self, const ProseDiagnostic *mark)
{
  const ProseSegment *segment;
  g_autofree char *sentence = NULL;
  const char *block;
  guint start;

  g_return_val_if_fail (MELLOW_IS_ADVISER (self), NULL);

  take_measures (self);
  segment = prose_live_checker_find_segment (self->checker, mark->span.start, &start, &block);
  if (segment != NULL)
    return prose_rewriter_suggest_in_segment (self->rewriter, mark, segment, block, start);

  sentence = prose_live_checker_dup_text (self->checker, mark->sentence);
  return prose_rewriter_suggest (self->rewriter, mark, sentence);
}

/**
 * mellow_adviser_is_rewrite_withheld:
 * @self: an adviser
 * @mark: a mark of the text, which has no suggestions
 *
 * Returns: whether it would have some if no markup stood among its words
 */
gboolean
mellow_adviser_is_rewrite_withheld (MellowAdviser *self, const ProseDiagnostic *mark)
{
  g_autoptr (GPtrArray) suggestions = NULL;
  g_autofree char *sentence = NULL;
  const ProseSegment *segment;
  ProseDiagnostic in_copy;
  const char *block;
  guint start;

  g_return_val_if_fail (MELLOW_IS_ADVISER (self), FALSE);

  segment = prose_live_checker_find_segment (self->checker, mark->span.start, &start, &block);
  if (segment == NULL)
    return FALSE;

  in_copy = prose_diagnostic_from_source (prose_diagnostic_shift (*mark, -start), segment->copy);
  sentence = g_strndup (prose_copy_get_text (segment->copy) + in_copy.sentence.start,
                        prose_span_get_length (in_copy.sentence));
  suggestions = prose_rewriter_suggest (self->rewriter, &in_copy, sentence);
  return suggestions->len > 0;
}

/**
 * mellow_adviser_find_common:
 * @suggestions: (element-type ProseSuggestion): the suggestions for a mark
 *
 * Returns: (transfer none) (nullable): the first that says the same for every mark of its
 *   rule, since it needs no fact
 */
const ProseSuggestion *
mellow_adviser_find_common (const GPtrArray *suggestions)
{
  for (guint i = 0; i < suggestions->len; i++) {
    const ProseSuggestion *suggestion = g_ptr_array_index (suggestions, i);

    if (!suggestion->needs_facts)
      return suggestion;
  }
  return NULL;
}

/**
 * mellow_adviser_find_alike:
 * @self: an adviser
 * @marks: (element-type ProseDiagnostic): marks of the text, in its order
 * @rule: a rule
 *
 * Finds for each mark of the rule the first rewrite that needs no fact; of
 * several in one sentence for the first, since each rewrites the sentence as it
 * is.
 *
 * Returns: (transfer full) (element-type MellowEdit): the rewrites, in order
 */
GPtrArray *
mellow_adviser_find_alike (MellowAdviser *self, const GArray *marks, const ProseRule *rule)
{
  GPtrArray *edits = g_ptr_array_new_with_free_func ((GDestroyNotify)mellow_edit_free);
  guint end = 0;

  g_return_val_if_fail (MELLOW_IS_ADVISER (self), edits);

  for (guint i = 0; i < marks->len; i++) {
    const ProseDiagnostic *mark = &g_array_index (marks, ProseDiagnostic, i);
    g_autoptr (GPtrArray) suggestions = NULL;
    const ProseSuggestion *suggestion;

    if (mark->rule != rule || mark->sentence.start < end)
      continue;
    suggestions = mellow_adviser_suggest (self, mark);
    suggestion = mellow_adviser_find_common (suggestions);
    if (suggestion == NULL)
      continue;
    g_ptr_array_add (edits, mellow_edit_new (suggestion, prose_live_checker_dup_copy (
                                                             self->checker, mark->sentence)));
    end = mark->sentence.end;
  }
  return edits;
}

/**
 * mellow_adviser_dup_example:
 * @self: an adviser
 * @coverage: something that a text may cover
 *
 * Returns: (transfer full) (nullable): a sentence that does so, in the language of
 *   the text, and in its form of address
 */
char *
mellow_adviser_dup_example (MellowAdviser *self, ProseCoverage coverage)
{
  g_return_val_if_fail (MELLOW_IS_ADVISER (self), NULL);

  take_measures (self);
  return prose_rewriter_dup_example (self->rewriter,
                                     prose_live_checker_get_language (self->checker), coverage);
}
