/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-mark.h"

#include <string.h>

#include "mellow-phrase.h"

/**
 * MellowMark:
 *
 * One mark of a [class@Mellow.Review], as an item of a list. It knows its
 * place among the marks, so that it moves with its text.
 */
struct _MellowMark {
  GObject parent_instance;

  MellowReview *review;
  guint position;
  ProseRule *rule; /* it may outlive the rule set */
  char *phrase;
  guint length; /* of the phrase in the text, with the markup inside, in bytes */
  GPtrArray *suggestions;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowMark, mellow_mark, G_TYPE_OBJECT)

static void
mellow_mark_finalize (GObject *object)
{
  MellowMark *self = MELLOW_MARK (object);

  g_clear_object (&self->review);
  g_clear_pointer (&self->rule, prose_rule_unref);
  g_clear_pointer (&self->phrase, g_free);
  g_clear_pointer (&self->suggestions, g_ptr_array_unref);

  G_OBJECT_CLASS (mellow_mark_parent_class)->finalize (object);
}

static void
mellow_mark_class_init (MellowMarkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mellow_mark_finalize;

  /**
   * MellowMark::changed:
   * @self: a mark
   *
   * The text around it changed, and with it perhaps the suggestions.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mellow_mark_init (MellowMark *self)
{
}

/**
 * mellow_mark_new:
 * @review: a review
 * @position: the place of one of its marks
 *
 * Returns: (transfer full): that mark
 */
MellowMark *
mellow_mark_new (MellowReview *review, guint position)
{
  ProseDiagnostic diagnostic = mellow_review_get_mark (review, position);
  MellowMark *self = g_object_new (MELLOW_TYPE_MARK, NULL);

  self->review = g_object_ref (review);
  self->position = position;
  self->rule = prose_rule_ref ((ProseRule *)diagnostic.rule);
  self->phrase = mellow_review_dup_copy (review, diagnostic.span);
  self->length = prose_span_get_length (diagnostic.span);

  return self;
}

/**
 * mellow_mark_get_position:
 * @self: a mark
 *
 * Returns: its place among the marks, %G_MAXUINT once it is gone
 */
guint
mellow_mark_get_position (MellowMark *self)
{
  g_return_val_if_fail (MELLOW_IS_MARK (self), G_MAXUINT);

  return self->position;
}

/**
 * mellow_mark_set_position:
 * @self: a mark
 * @position: its place among the marks now, %G_MAXUINT if it is gone
 */
void
mellow_mark_set_position (MellowMark *self, guint position)
{
  g_return_if_fail (MELLOW_IS_MARK (self));

  self->position = position;
}

/**
 * mellow_mark_refresh:
 * @self: a mark
 *
 * Forgets what depends on the sentence around it.
 */
void
mellow_mark_refresh (MellowMark *self)
{
  g_return_if_fail (MELLOW_IS_MARK (self));

  g_clear_pointer (&self->suggestions, g_ptr_array_unref);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * mellow_mark_is_for:
 * @self: a mark
 * @diagnostic: what its review found
 *
 * Returns: whether @diagnostic is this very mark: the same rule on the same
 *   words
 */
gboolean
mellow_mark_is_for (MellowMark *self, const ProseDiagnostic *diagnostic)
{
  g_autofree char *phrase = NULL;

  g_return_val_if_fail (MELLOW_IS_MARK (self), FALSE);

  if (diagnostic->rule != self->rule || prose_span_get_length (diagnostic->span) != self->length)
    return FALSE;

  phrase = mellow_review_dup_copy (self->review, diagnostic->span);
  return strcmp (phrase, self->phrase) == 0;
}

/**
 * mellow_mark_get_review:
 * @self: a mark
 *
 * Returns: (transfer none): the review that it is of
 */
MellowReview *
mellow_mark_get_review (MellowMark *self)
{
  g_return_val_if_fail (MELLOW_IS_MARK (self), NULL);

  return self->review;
}

/**
 * mellow_mark_get_rule:
 * @self: a mark
 *
 * Returns: (transfer none): the rule behind it
 */
const ProseRule *
mellow_mark_get_rule (MellowMark *self)
{
  g_return_val_if_fail (MELLOW_IS_MARK (self), NULL);

  return self->rule;
}

/**
 * mellow_mark_get_phrase:
 * @self: a mark
 *
 * Returns: (transfer none): the marked words
 */
const char *
mellow_mark_get_phrase (MellowMark *self)
{
  g_return_val_if_fail (MELLOW_IS_MARK (self), NULL);

  return self->phrase;
}

/**
 * mellow_mark_get_span:
 * @self: a mark
 *
 * Returns: where it stands now; empty once it is gone
 */
ProseSpan
mellow_mark_get_span (MellowMark *self)
{
  g_assert (MELLOW_IS_MARK (self));

  if (self->position == G_MAXUINT)
    return (ProseSpan){ 0, 0 };

  return mellow_review_get_mark (self->review, self->position).span;
}

/**
 * mellow_mark_is_quoted:
 * @self: a mark
 *
 * Returns: whether it stands in somebody's words, inside of quotation marks
 */
gboolean
mellow_mark_is_quoted (MellowMark *self)
{
  ProseSpan span, paragraph;
  g_autoptr (ProseReading) reading = NULL;

  g_return_val_if_fail (MELLOW_IS_MARK (self), FALSE);

  if (self->position == G_MAXUINT)
    return FALSE;

  span = mellow_mark_get_span (self);
  mellow_review_find_paragraph (self->review, span.start, &paragraph);
  reading = prose_live_checker_read (mellow_review_get_checker (self->review), paragraph);
  return mellow_phrase_is_quoted (prose_reading_get_text (reading),
                                  prose_reading_from_source (reading, span));
}

/* The proof of what is marked, NULL if there is none: it must have run out. */
static const ProseIgnoreEntry *
find_proof (MellowMark *self, const ProseDiagnostic *mark)
{
  ProseLiveChecker *checker = mellow_review_get_checker (self->review);
  const ProseIgnoreList *ignored = prose_live_checker_get_ignore_list (checker);
  g_auto (ProseMarkedSentence) sentence = { NULL };

  if (ignored == NULL || !prose_ignore_list_concerns (ignored, mark->rule))
    return NULL;

  sentence = prose_marked_sentence_of_live (checker, mark);
  return prose_marked_sentence_find_proof (&sentence, mark->rule, ignored);
}

/**
 * mellow_mark_get_expiry:
 * @self: a mark
 *
 * Returns: (transfer none) (nullable): the day on which the proof of its claim ran
 *   out, as `2026-12-31`; it is valid until something is done
 */
const char *
mellow_mark_get_expiry (MellowMark *self)
{
  ProseDiagnostic diagnostic;
  const ProseIgnoreEntry *proof;

  g_return_val_if_fail (MELLOW_IS_MARK (self), NULL);

  if (self->position == G_MAXUINT)
    return NULL;

  diagnostic = mellow_review_get_mark (self->review, self->position);
  proof = find_proof (self, &diagnostic);
  return proof != NULL ? proof->valid_until : NULL;
}

/**
 * mellow_mark_get_suggestions:
 * @self: a mark
 *
 * Returns: (transfer none) (element-type ProseSuggestion): softer wordings, the
 *   best one first; they are looked for when they are first asked for
 */
GPtrArray *
mellow_mark_get_suggestions (MellowMark *self)
{
  g_return_val_if_fail (MELLOW_IS_MARK (self), NULL);

  if (self->suggestions == NULL && self->position == G_MAXUINT)
    self->suggestions = g_ptr_array_new ();

  if (self->suggestions == NULL) {
    ProseDiagnostic diagnostic = mellow_review_get_mark (self->review, self->position);

    self->suggestions =
        mellow_adviser_suggest (mellow_review_get_adviser (self->review), &diagnostic);
  }

  return self->suggestions;
}

/**
 * mellow_mark_is_rewrite_withheld:
 * @self: a mark
 *
 * Returns: whether it has no suggestion only because markup stands among its words
 */
gboolean
mellow_mark_is_rewrite_withheld (MellowMark *self)
{
  ProseDiagnostic diagnostic;

  g_return_val_if_fail (MELLOW_IS_MARK (self), FALSE);

  if (self->position == G_MAXUINT || mellow_mark_get_suggestions (self)->len > 0)
    return FALSE;

  diagnostic = mellow_review_get_mark (self->review, self->position);
  return mellow_adviser_is_rewrite_withheld (mellow_review_get_adviser (self->review), &diagnostic);
}

/**
 * mellow_mark_apply:
 * @self: a mark
 * @suggestion: which of its suggestions, from 0
 *
 * Puts a suggestion into the text, as one step to undo.
 *
 * Returns: whether there is such a suggestion
 */
gboolean
mellow_mark_apply (MellowMark *self, guint suggestion)
{
  g_autoptr (GPtrArray) suggestions = NULL;
  const ProseSuggestion *chosen;

  g_return_val_if_fail (MELLOW_IS_MARK (self), FALSE);

  suggestions = g_ptr_array_ref (mellow_mark_get_suggestions (self));
  if (suggestion >= suggestions->len)
    return FALSE;

  chosen = g_ptr_array_index (suggestions, suggestion);
  mellow_review_replace (self->review, chosen->span, chosen->text);

  return TRUE;
}

static GArray *
dup_all_marks (MellowMark *self)
{
  return mellow_review_dup_marks (self->review, mellow_review_get_whole (self->review));
}

/**
 * mellow_mark_count_alike:
 * @self: a mark
 *
 * Returns: how many marks of its rule there are
 */
guint
mellow_mark_count_alike (MellowMark *self)
{
  g_autoptr (GArray) marks = NULL;
  guint n = 0;

  g_return_val_if_fail (MELLOW_IS_MARK (self), 0);

  marks = dup_all_marks (self);
  for (guint i = 0; i < marks->len; i++)
    n += g_array_index (marks, ProseDiagnostic, i).rule == self->rule;

  return n;
}

/**
 * mellow_mark_find_alike:
 * @self: a mark
 *
 * Returns: (transfer full) (element-type MellowEdit): how it and the others of
 *   its rule can be rewritten alike
 */
GPtrArray *
mellow_mark_find_alike (MellowMark *self)
{
  g_autoptr (GArray) marks = NULL;

  g_return_val_if_fail (MELLOW_IS_MARK (self), NULL);

  marks = dup_all_marks (self);
  return mellow_adviser_find_alike (mellow_review_get_adviser (self->review), marks, self->rule);
}
