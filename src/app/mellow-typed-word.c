/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-typed-word.h"

static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '\'' || c == 0x2019;
}

/**
 * mellow_typed_word_find:
 * @place: a place in a text
 * @start: (out): where the word starts
 * @end: (out): where it ends
 *
 * Returns: whether @place is in a word or right behind one
 */
gboolean
mellow_typed_word_find (const GtkTextIter *place, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextIter before = *place;

  *start = *end = *place;
  while (gtk_text_iter_backward_char (&before) &&
         is_word_character (gtk_text_iter_get_char (&before)))
    *start = before;
  if (gtk_text_iter_equal (start, place))
    return FALSE;

  while (is_word_character (gtk_text_iter_get_char (end)))
    gtk_text_iter_forward_char (end);

  return TRUE;
}

/**
 * mellow_typed_word_holds:
 * @self: a word
 * @mark: a mark of the checker
 *
 * Returns: whether it is held back
 */
gboolean
mellow_typed_word_holds (const MellowTypedWord *self, const ProseDiagnostic *mark)
{
  return prose_span_overlaps (mark->span, self->span);
}

static MellowTypedWord
hold_marks (ProseLiveChecker *checker, ProseSpan span)
{
  guint n_marks = prose_live_checker_get_n_diagnostics (checker);
  MellowTypedWord word = { span, 0, 0 };

  if (prose_span_is_empty (span))
    return word;

  word.first = prose_live_checker_find_diagnostic (checker, span.start + 1);
  while (word.first + word.n < n_marks) {
    ProseDiagnostic mark = prose_live_checker_get_diagnostic (checker, word.first + word.n);

    if (!mellow_typed_word_holds (&word, &mark))
      break;
    word.n++;
  }
  return word;
}

/* How far the marks that it holds reach beyond the one at end. */
static guint
reach_beyond (const MellowTypedWord *self, guint end)
{
  return self->n > 0 && self->first + self->n > end ? self->first + self->n - end : 0;
}

/* Widens the change to the marks that were held before it, in the positions of
 * then, and to those held now. */
static void
cover_held_marks (ProseLiveChange *change, const MellowTypedWord *old, const MellowTypedWord *new)
{
  guint start = change->position;
  guint before;
  guint after =
      MAX (reach_beyond (old, start + change->removed), reach_beyond (new, start + change->added));

  if (old->n > 0)
    start = MIN (start, old->first);
  if (new->n > 0)
    start = MIN (start, new->first);

  before = change->position - start;
  change->position = start;
  change->removed += before + after;
  change->added += before + after;
}

static void
cover_text_of_marks (ProseLiveChange *change, ProseLiveChecker *checker)
{
  ProseDiagnostic first, last;

  if (change->added == 0)
    return;

  first = prose_live_checker_get_diagnostic (checker, change->position);
  last = prose_live_checker_get_diagnostic (checker, change->position + change->added - 1);
  change->span.start = MIN (change->span.start, first.span.start);
  change->span.end = MAX (change->span.end, last.span.end);
}

/**
 * mellow_typed_word_move:
 * @self: the word that was being typed until now
 * @checker: the checker, with the marks of now
 * @span: the word that is being typed now, empty if none is
 * @change: what the checker found
 *
 * Frees the marks of the word that was being typed, and holds those on the one that is.
 *
 * Returns: what changed of the marks that are not held
 */
ProseLiveChange
mellow_typed_word_move (MellowTypedWord *self,
                        ProseLiveChecker *checker,
                        ProseSpan span,
                        ProseLiveChange change)
{
  MellowTypedWord old = *self;

  *self = hold_marks (checker, span);
  cover_held_marks (&change, &old, self);
  cover_text_of_marks (&change, checker);

  change.removed -= old.n;
  change.added -= self->n;
  return change;
}

/**
 * mellow_typed_word_to_checked:
 * @self: a word
 * @position: the place of a mark, of those that are not held
 *
 * Returns: its place among all marks of the checker
 */
guint
mellow_typed_word_to_checked (const MellowTypedWord *self, guint position)
{
  return position < self->first ? position : position + self->n;
}

/**
 * mellow_typed_word_from_checked:
 * @self: a word
 * @position: the place of a mark, of all that the checker has
 *
 * Returns: its place among those that are not held; that of the next of them if it is held
 */
guint
mellow_typed_word_from_checked (const MellowTypedWord *self, guint position)
{
  if (position < self->first + self->n)
    return MIN (position, self->first);

  return position - self->n;
}
