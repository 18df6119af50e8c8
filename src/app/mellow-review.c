/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-review.h"

#include <string.h>

#include "mellow-typed-word.h"

/* A text is taken to be in the language of its first bytes, so many of them. */
#define START_OF_TEXT 4096

/**
 * MellowReview:
 *
 * The marks of a text that is being written: a [class@Prose.LiveChecker] kept
 * in step with a [class@Mellow.TextBuffer].
 *
 * A mark on the word that is being typed is held back until the word is left.
 * Positions of marks, here and in [signal@Mellow.Review::changed], count the
 * marks that are shown; held ones are skipped.
 */
struct _MellowReview {
  GObject parent_instance;

  MellowTextBuffer *buffer;
  MellowHistory *history;
  ProseRuleSet *rules;
  ProseLiveChecker *checker;
  MellowAdviser *adviser;

  /* The edit under way: the checker does not know of it yet. */
  gboolean is_editing;
  ProseSpan edit;

  MellowTypedWord word;

  /* Whether buffer and checker count the same lines. */
  gboolean lines_agree;
};

enum {
  CHANGED,
  CURSOR_MOVED,
  FORMAT_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowReview, mellow_review, G_TYPE_OBJECT)

static GtkTextBuffer *
get_text_buffer (MellowReview *self)
{
  return GTK_TEXT_BUFFER (self->buffer);
}

static void
get_cursor_iter (MellowReview *self, GtkTextIter *iter)
{
  GtkTextBuffer *buffer = get_text_buffer (self);

  gtk_text_buffer_get_iter_at_mark (buffer, iter, gtk_text_buffer_get_insert (buffer));
}

/* A carriage return and a line feed that meet by an edit stay two line ends for
 * GtkTextBuffer, and are one for the checker. */
static void
compare_lines (MellowReview *self)
{
  guint line, line_index;

  prose_live_checker_get_line (self->checker, prose_live_checker_get_length (self->checker), &line,
                               &line_index);
  self->lines_agree = (int)line + 1 == gtk_text_buffer_get_line_count (get_text_buffer (self));
}

/**
 * mellow_review_get_offset:
 * @self: a review
 * @iter: a place in its buffer
 *
 * Returns: the place in bytes from the start of the text
 */
guint
mellow_review_get_offset (MellowReview *self, const GtkTextIter *iter)
{
  g_autofree char *before = NULL;
  GtkTextIter start;

  g_return_val_if_fail (MELLOW_IS_REVIEW (self), 0);

  if (self->lines_agree)
    return prose_live_checker_get_offset (self->checker, gtk_text_iter_get_line (iter),
                                          gtk_text_iter_get_line_index (iter));

  gtk_text_buffer_get_start_iter (get_text_buffer (self), &start);
  before = gtk_text_buffer_get_text (get_text_buffer (self), &start, iter, TRUE);
  return strlen (before);
}

/**
 * mellow_review_get_iter:
 * @self: a review
 * @offset: a place in bytes, between two characters
 * @iter: (out): the same place in the buffer
 */
void
mellow_review_get_iter (MellowReview *self, guint offset, GtkTextIter *iter)
{
  g_autofree char *before = NULL;
  guint line, line_index;

  g_return_if_fail (MELLOW_IS_REVIEW (self));

  if (self->lines_agree) {
    prose_live_checker_get_line (self->checker, offset, &line, &line_index);
    gtk_text_buffer_get_iter_at_line_index (get_text_buffer (self), iter, line, line_index);
    return;
  }

  before = prose_live_checker_dup_text (self->checker, (ProseSpan){ 0, offset });
  gtk_text_buffer_get_iter_at_offset (get_text_buffer (self), iter, g_utf8_strlen (before, -1));
}

/**
 * mellow_review_get_cursor:
 * @self: a review
 *
 * Returns: where the cursor is, in bytes
 */
guint
mellow_review_get_cursor (MellowReview *self)
{
  GtkTextIter iter;

  g_return_val_if_fail (MELLOW_IS_REVIEW (self), 0);

  get_cursor_iter (self, &iter);
  return mellow_review_get_offset (self, &iter);
}

/* The word that iter stands in or right behind; empty if there is none. */
static ProseSpan
find_word (MellowReview *self, const GtkTextIter *iter)
{
  GtkTextIter start, end;

  if (!mellow_typed_word_find (iter, &start, &end))
    return (ProseSpan){ 0, 0 };

  return (ProseSpan){ mellow_review_get_offset (self, &start),
                      mellow_review_get_offset (self, &end) };
}

/* Tells what the checker found, and which marks the word being typed holds and
 * frees now. */
static void
apply_change (MellowReview *self, ProseLiveChange change, ProseSpan word)
{
  change = mellow_typed_word_move (&self->word, self->checker, word, change);
  g_signal_emit (self, signals[CHANGED], 0, &change);
}

/* The same, while the same word is typed. */
static void
take_change (MellowReview *self, ProseLiveChange change)
{
  apply_change (self, change, self->word.span);
}

static void
leave_word (MellowReview *self)
{
  guint cursor = mellow_review_get_cursor (self);
  ProseLiveChange nothing = { { cursor, cursor }, self->word.first, 0, 0 };

  apply_change (self, nothing, (ProseSpan){ 0, 0 });
}

/* An edit moves the cursor, too, before the checker knows of it. */
static void
on_cursor_moved (MellowReview *self)
{
  ProseSpan word = self->word.span;
  guint cursor;

  if (self->is_editing)
    return;

  cursor = mellow_review_get_cursor (self);
  if (!prose_span_is_empty (word) && (cursor < word.start || cursor > word.end))
    leave_word (self);
  g_signal_emit (self, signals[CURSOR_MOVED], 0);
}

/* The word at the place of an edit, if the writer is typing there. */
static ProseSpan
find_typed_word (MellowReview *self, const GtkTextIter *place)
{
  GtkTextIter cursor;

  get_cursor_iter (self, &cursor);
  if (mellow_text_buffer_is_replaying (self->buffer) || !gtk_text_iter_equal (place, &cursor))
    return (ProseSpan){ 0, 0 };

  return find_word (self, place);
}

static ProseSpan
find_word_after_insert (MellowReview *self, const GtkTextIter *place, const char *text, int length)
{
  gboolean is_one_key = g_utf8_strlen (text, length) == 1;

  return is_one_key ? find_typed_word (self, place) : (ProseSpan){ 0, 0 };
}

static void
before_insert (MellowReview *self, const GtkTextIter *place)
{
  self->is_editing = TRUE;
  self->edit.start = mellow_review_get_offset (self, place);
}

static void
after_insert (MellowReview *self, const GtkTextIter *place, const char *text, int length)
{
  ProseLiveChange change =
      prose_live_checker_insert (self->checker, self->edit.start, text, length);

  self->is_editing = FALSE;
  compare_lines (self);
  apply_change (self, change, find_word_after_insert (self, place, text, length));
}

static void
before_delete (MellowReview *self, const GtkTextIter *start, const GtkTextIter *end)
{
  self->is_editing = TRUE;
  self->edit.start = mellow_review_get_offset (self, start);
  self->edit.end = mellow_review_get_offset (self, end);
}

static void
after_delete (MellowReview *self, const GtkTextIter *place)
{
  ProseLiveChange change = prose_live_checker_delete (self->checker, self->edit);

  self->is_editing = FALSE;
  compare_lines (self);
  apply_change (self, change, find_typed_word (self, place));
}

static void
mellow_review_dispose (GObject *object)
{
  MellowReview *self = MELLOW_REVIEW (object);

  g_clear_object (&self->history);
  g_clear_object (&self->buffer);
  g_clear_object (&self->checker);
  g_clear_object (&self->adviser);
  g_clear_pointer (&self->rules, prose_rule_set_unref);

  G_OBJECT_CLASS (mellow_review_parent_class)->dispose (object);
}

static void
mellow_review_class_init (MellowReviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mellow_review_dispose;

  /**
   * MellowReview::changed:
   * @self: a review
   * @change: (type Prose.LiveChange): what changed
   *
   * The text was edited, or marks came, went or have to be looked at anew.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * MellowReview::cursor-moved:
   * @self: a review
   *
   * The cursor moved without an edit.
   */
  signals[CURSOR_MOVED] = g_signal_new ("cursor-moved", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * MellowReview::format-changed:
   * @self: a review
   *
   * The text is read otherwise.
   */
  signals[FORMAT_CHANGED] = g_signal_new ("format-changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mellow_review_init (MellowReview *self)
{
  self->lines_agree = TRUE;
}

static void
follow_buffer (MellowReview *self)
{
  GObject *buffer = G_OBJECT (self->buffer);
  GConnectFlags swapped = G_CONNECT_SWAPPED;
  GConnectFlags after = G_CONNECT_SWAPPED | G_CONNECT_AFTER;

  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (before_insert), self, swapped);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (after_insert), self, after);
  g_signal_connect_object (buffer, "delete-range", G_CALLBACK (before_delete), self, swapped);
  g_signal_connect_object (buffer, "delete-range", G_CALLBACK (after_delete), self, after);
  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (on_cursor_moved), self,
                           swapped);
}

/**
 * mellow_review_new:
 * @buffer: the text
 * @rules: the rules to review it by
 *
 * Returns: (transfer full): a review that follows every edit of @buffer
 */
MellowReview *
mellow_review_new (MellowTextBuffer *buffer, ProseRuleSet *rules)
{
  MellowReview *self;
  g_autofree char *text = NULL;

  g_return_val_if_fail (MELLOW_IS_TEXT_BUFFER (buffer), NULL);
  g_return_val_if_fail (rules != NULL, NULL);

  self = g_object_new (MELLOW_TYPE_REVIEW, NULL);
  self->buffer = g_object_ref (buffer);
  self->history = mellow_history_new (buffer);
  self->rules = prose_rule_set_ref (rules);
  self->checker = prose_live_checker_new (rules);
  self->adviser = mellow_adviser_new (rules, self->checker, NULL);

  text = mellow_text_buffer_dup_text (buffer);
  prose_live_checker_set_text (self->checker, text, -1);
  compare_lines (self);
  follow_buffer (self);

  return self;
}

/**
 * mellow_review_get_buffer:
 * @self: a review
 *
 * Returns: (transfer none): the text
 */
MellowTextBuffer *
mellow_review_get_buffer (MellowReview *self)
{
  g_return_val_if_fail (MELLOW_IS_REVIEW (self), NULL);

  return self->buffer;
}

/**
 * mellow_review_get_history:
 * @self: a review
 *
 * Returns: (transfer none): what can be undone of the text, and of what was decided
 *   about its marks
 */
MellowHistory *
mellow_review_get_history (MellowReview *self)
{
  g_return_val_if_fail (MELLOW_IS_REVIEW (self), NULL);

  return self->history;
}

/**
 * mellow_review_get_checker:
 * @self: a review
 *
 * For what is seldom asked of how the text was read. The checker knows held marks, too, and
 * is changed by the buffer and the review alone.
 *
 * Returns: (transfer none): the checker of the text, until there are other rules
 */
ProseLiveChecker *
mellow_review_get_checker (MellowReview *self)
{
  g_return_val_if_fail (MELLOW_IS_REVIEW (self), NULL);

  return self->checker;
}

/**
 * mellow_review_get_adviser:
 * @self: a review
 *
 * Returns: (transfer none): what may be said instead of what is marked, until there are
 *   other rules
 */
MellowAdviser *
mellow_review_get_adviser (MellowReview *self)
{
  g_return_val_if_fail (MELLOW_IS_REVIEW (self), NULL);

  return self->adviser;
}

/* --- what was found --- */

/**
 * mellow_review_get_n_marks:
 * @self: a review
 *
 * Returns: how many marks there are, held ones not counted
 */
guint
mellow_review_get_n_marks (MellowReview *self)
{
  g_return_val_if_fail (MELLOW_IS_REVIEW (self), 0);

  return prose_live_checker_get_n_diagnostics (self->checker) - self->word.n;
}

/**
 * mellow_review_get_mark:
 * @self: a review
 * @position: less than the number of marks
 *
 * Returns: a mark, in the order of the text
 */
ProseDiagnostic
mellow_review_get_mark (MellowReview *self, guint position)
{
  g_assert (MELLOW_IS_REVIEW (self));
  g_assert (position < mellow_review_get_n_marks (self));

  return prose_live_checker_get_diagnostic (self->checker,
                                            mellow_typed_word_to_checked (&self->word, position));
}

/**
 * mellow_review_find_mark:
 * @self: a review
 * @offset: a place in bytes
 *
 * Returns: the position of the first mark that ends at @offset or after it, the
 *   number of marks if there is none
 */
guint
mellow_review_find_mark (MellowReview *self, guint offset)
{
  g_return_val_if_fail (MELLOW_IS_REVIEW (self), 0);

  return mellow_typed_word_from_checked (
      &self->word, prose_live_checker_find_diagnostic (self->checker, offset));
}

/**
 * mellow_review_dup_marks:
 * @self: a review
 * @span: a part of the text
 *
 * Returns: (transfer full) (element-type ProseDiagnostic): the marks that touch
 *   @span, in the order of the text, without held ones
 */
GArray *
mellow_review_dup_marks (MellowReview *self, ProseSpan span)
{
  GArray *marks;

  g_return_val_if_fail (MELLOW_IS_REVIEW (self), NULL);

  marks = prose_live_checker_dup_diagnostics (self->checker, span);
  for (guint i = marks->len; self->word.n > 0 && i-- > 0;)
    if (mellow_typed_word_holds (&self->word, &g_array_index (marks, ProseDiagnostic, i)))
      g_array_remove_index (marks, i);

  return marks;
}

/**
 * mellow_review_get_typed_word:
 * @self: a review
 *
 * Returns: the word that is being typed and not left yet; empty if there is none
 */
ProseSpan
mellow_review_get_typed_word (MellowReview *self)
{
  g_return_val_if_fail (MELLOW_IS_REVIEW (self), ((ProseSpan){ 0, 0 }));

  return self->word.span;
}

/**
 * mellow_review_dup_credits:
 * @self: a review
 * @span: a part of the text
 *
 * Credits are quiet, so none is held back while its last word is typed.
 *
 * Returns: (transfer full) (element-type ProseDiagnostic): the soft devices that
 *   touch @span, in the order of the text
 */
GArray *
mellow_review_dup_credits (MellowReview *self, ProseSpan span)
{
  g_return_val_if_fail (MELLOW_IS_REVIEW (self), NULL);

  return prose_live_checker_dup_credits (self->checker, span);
}

/**
 * mellow_review_get_measures:
 * @self: a review
 *
 * Returns: (transfer none): what can be counted in the text
 */
const ProseMeasures *
mellow_review_get_measures (MellowReview *self)
{
  g_return_val_if_fail (MELLOW_IS_REVIEW (self), NULL);

  return prose_live_checker_get_measures (self->checker);
}

/**
 * mellow_review_get_pressure:
 * @self: a review
 *
 * Returns: the Pressure of the text, 0 to 100
 */
double
mellow_review_get_pressure (MellowReview *self)
{
  g_return_val_if_fail (MELLOW_IS_REVIEW (self), 0);

  return prose_tone_summary_new (prose_live_checker_get_measures (self->checker)).pressure;
}

/* --- what it is reviewed by --- */

/* All marks have to be looked at anew, though none came or went. */
static void
refresh (MellowReview *self)
{
  guint n = prose_live_checker_get_n_diagnostics (self->checker);
  ProseLiveChange all = { mellow_review_get_whole (self), 0, n, n };

  take_change (self, all);
}

/**
 * mellow_review_set_format:
 * @self: a review
 * @format: how the text is to be read
 *
 * Reviews the text anew, if it was read otherwise.
 */
void
mellow_review_set_format (MellowReview *self, const ProseFormat *format)
{
  g_return_if_fail (MELLOW_IS_REVIEW (self));

  if (format == prose_live_checker_get_format (self->checker))
    return;

  take_change (self, prose_live_checker_set_format (self->checker, format));
  g_signal_emit (self, signals[FORMAT_CHANGED], 0);
}

/**
 * mellow_review_get_format:
 * @self: a review
 *
 * Returns: (transfer none): how the text is read
 */
const ProseFormat *
mellow_review_get_format (MellowReview *self)
{
  g_return_val_if_fail (MELLOW_IS_REVIEW (self), NULL);

  return prose_live_checker_get_format (self->checker);
}

/**
 * mellow_review_get_rules:
 * @self: a review
 *
 * Returns: (transfer none): the rules it reviews the text by
 */
ProseRuleSet *
mellow_review_get_rules (MellowReview *self)
{
  g_return_val_if_fail (MELLOW_IS_REVIEW (self), NULL);

  return self->rules;
}

/**
 * mellow_review_set_rules:
 * @self: a review
 * @rules: the rules to review the text by
 * @brief: what the writer knows of the text
 *
 * Reviews the text anew, by other rules.
 */
void
mellow_review_set_rules (MellowReview *self, ProseRuleSet *rules, ProseBrief *brief)
{
  g_autoptr (ProseLiveChecker) before = NULL;
  g_autofree char *text = NULL;
  ProseIgnoreList *ignored;
  ProseLiveChange all = { { 0 } };

  g_return_if_fail (MELLOW_IS_REVIEW (self));
  g_return_if_fail (rules != NULL);

  prose_rule_set_ref (rules);
  prose_rule_set_unref (self->rules);
  self->rules = rules;
  before = self->checker;
  ignored = prose_live_checker_get_ignore_list (before);
  all.removed = prose_live_checker_get_n_diagnostics (before);
  self->checker = prose_live_checker_new (rules);
  g_object_unref (self->adviser);
  self->adviser = mellow_adviser_new (rules, self->checker, brief);

  text = mellow_text_buffer_dup_text (self->buffer);
  prose_live_checker_set_format (self->checker, prose_live_checker_get_format (before));
  prose_live_checker_set_text (self->checker, text, -1);
  prose_live_checker_set_ignore_list (self->checker, ignored);
  mellow_adviser_set_ignore_list (self->adviser, ignored);
  all.added = prose_live_checker_get_n_diagnostics (self->checker);
  all.span = mellow_review_get_whole (self);
  take_change (self, all);
}

/**
 * mellow_review_set_brief:
 * @self: a review
 * @brief: what the writer knows of the text; not changed any more
 *
 * Makes suggestions by another brief, if it says something else.
 */
void
mellow_review_set_brief (MellowReview *self, ProseBrief *brief)
{
  g_return_if_fail (MELLOW_IS_REVIEW (self));
  g_return_if_fail (brief != NULL);

  if (mellow_adviser_set_brief (self->adviser, brief))
    refresh (self);
}

/* --- what is ignored --- */

/**
 * mellow_review_set_ignore_list:
 * @self: a review
 * @list: (nullable): what the text ignores; from now on changed through @self only
 */
void
mellow_review_set_ignore_list (MellowReview *self, ProseIgnoreList *list)
{
  ProseLiveChange change;

  g_return_if_fail (MELLOW_IS_REVIEW (self));

  change = prose_live_checker_set_ignore_list (self->checker, list);
  mellow_adviser_set_ignore_list (self->adviser, list);
  take_change (self, change);
}

/**
 * mellow_review_add_ignored:
 * @self: a review with an ignore list
 * @entry: what is to be ignored
 */
void
mellow_review_add_ignored (MellowReview *self, ProseIgnoreEntry *entry)
{
  g_return_if_fail (MELLOW_IS_REVIEW (self));

  take_change (self, prose_live_checker_add_ignored (self->checker, entry));
}

/**
 * mellow_review_remove_ignored:
 * @self: a review with an ignore list
 * @entry: what is to be marked again
 */
void
mellow_review_remove_ignored (MellowReview *self, ProseIgnoreEntry *entry)
{
  g_return_if_fail (MELLOW_IS_REVIEW (self));

  take_change (self, prose_live_checker_remove_ignored (self->checker, entry));
}

/**
 * mellow_review_set_today:
 * @self: a review with an ignore list
 * @date: the day, as `2026-12-31`: proofs hold until theirs
 */
void
mellow_review_set_today (MellowReview *self, const char *date)
{
  g_return_if_fail (MELLOW_IS_REVIEW (self));

  take_change (self, prose_live_checker_set_today (self->checker, date));
}

/* --- writing --- */

/**
 * mellow_review_replace:
 * @self: a review
 * @span: a part of the text
 * @text: what to put in its place
 *
 * Rewrites a part of the text, as one step to undo. The cursor goes to the end
 * of what is new.
 */
void
mellow_review_replace (MellowReview *self, ProseSpan span, const char *text)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_if_fail (MELLOW_IS_REVIEW (self));

  buffer = get_text_buffer (self);
  mellow_review_get_iter (self, span.start, &start);
  mellow_review_get_iter (self, span.end, &end);

  mellow_history_begin_edit (self->history);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text, -1);
  gtk_text_buffer_place_cursor (buffer, &start);
  mellow_history_end_edit (self->history);
}

/**
 * mellow_review_rewrite:
 * @self: a review
 * @span: a part of the text, within one segment
 * @words: what a reader is to see in its place
 *
 * Rewrites a part of the text, as the file spells it there, as one step to undo.
 *
 * Returns: whether it can be written: not if markup stands inside of what goes
 */
gboolean
mellow_review_rewrite (MellowReview *self, ProseSpan span, const char *words)
{
  const ProseSegment *segment;
  g_autofree char *text = NULL;
  const char *block;
  guint start;

  g_return_val_if_fail (MELLOW_IS_REVIEW (self), FALSE);

  segment = prose_live_checker_find_segment (self->checker, span.start, &start, &block);
  if (segment != NULL) {
    ProseSpan inside = { span.start - start, span.end - start };

    text = prose_copy_rewrite (segment->copy, block, prose_copy_from_source (segment->copy, inside),
                               words, &inside);
    if (text == NULL)
      return FALSE;
    span = prose_span_shift (inside, start);
  }

  mellow_review_replace (self, span, text != NULL ? text : words);
  return TRUE;
}

/**
 * mellow_review_replace_all:
 * @self: a review
 * @edits: (element-type MellowEdit): edits of the text as it is, in order
 *
 * Makes all edits, as one step to undo.
 */
void
mellow_review_replace_all (MellowReview *self, GPtrArray *edits)
{
  g_return_if_fail (MELLOW_IS_REVIEW (self));

  mellow_history_begin_edit (self->history);
  for (guint i = edits->len; i-- > 0;) {
    const MellowEdit *edit = g_ptr_array_index (edits, i);

    mellow_review_replace (self, edit->span, edit->text);
  }
  mellow_history_end_edit (self->history);
}

/* --- reading --- */

/**
 * mellow_review_find_paragraph:
 * @self: a review
 * @offset: a place in bytes
 * @span: (out): the paragraph it lies in
 *
 * Returns: (nullable): the language of the paragraph, %NULL if it is not known
 */
const char *
mellow_review_find_paragraph (MellowReview *self, guint offset, ProseSpan *span)
{
  g_return_val_if_fail (MELLOW_IS_REVIEW (self), NULL);

  return prose_live_checker_find_paragraph (self->checker, offset, span);
}

/**
 * mellow_review_find_language:
 * @self: a review
 *
 * Returns: (nullable) (transfer none): the language of the first paragraph of which it
 *   is known, near the start of the text
 */
const char *
mellow_review_find_language (MellowReview *self)
{
  const char *language = NULL;
  guint end;

  g_return_val_if_fail (MELLOW_IS_REVIEW (self), NULL);

  end = MIN (mellow_review_get_length (self), START_OF_TEXT);
  for (guint offset = 0; language == NULL && offset < end;) {
    ProseSpan span;

    language = mellow_review_find_paragraph (self, offset, &span);
    offset = MAX (span.end, offset + 1);
  }
  return language;
}

/**
 * mellow_review_get_lexicon:
 * @self: a review
 *
 * Returns: (transfer none) (nullable): the words of the language of the text, if that is known
 *   and has rules, which are there already
 */
ProseLexicon *
mellow_review_get_lexicon (MellowReview *self)
{
  const char *language = mellow_review_find_language (self);
  ProseLanguageRules *rules =
      language != NULL ? prose_rule_set_get_language (self->rules, language) : NULL;

  return rules != NULL ? prose_language_rules_get_lexicon (rules) : NULL;
}

/**
 * mellow_review_get_length:
 * @self: a review
 *
 * Returns: the length of the text in bytes
 */
guint
mellow_review_get_length (MellowReview *self)
{
  g_return_val_if_fail (MELLOW_IS_REVIEW (self), 0);

  return prose_live_checker_get_length (self->checker);
}

/**
 * mellow_review_get_whole:
 * @self: a review
 *
 * Returns: all of the text
 */
ProseSpan
mellow_review_get_whole (MellowReview *self)
{
  return (ProseSpan){ 0, mellow_review_get_length (self) };
}

/**
 * mellow_review_dup_text:
 * @self: a review
 * @span: a part of the text
 *
 * Returns: (transfer full): the text of @span
 */
char *
mellow_review_dup_text (MellowReview *self, ProseSpan span)
{
  g_return_val_if_fail (MELLOW_IS_REVIEW (self), NULL);

  return prose_live_checker_dup_text (self->checker, span);
}

/**
 * mellow_review_dup_copy:
 * @self: a review
 * @span: a part of the text, within one segment
 *
 * Returns: (transfer full): what a reader sees of @span
 */
char *
mellow_review_dup_copy (MellowReview *self, ProseSpan span)
{
  g_return_val_if_fail (MELLOW_IS_REVIEW (self), NULL);

  return prose_live_checker_dup_copy (self->checker, span);
}
