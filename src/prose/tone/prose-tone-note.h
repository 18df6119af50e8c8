/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "check/prose-measures.h"

G_BEGIN_DECLS

/**
 * ProseToneNoteKind:
 * @PROSE_TONE_NOTE_NO_NEXT_STEP: nothing that the reader may do next, and no question
 * @PROSE_TONE_NOTE_NO_READER: nothing is said about the reader
 * @PROSE_TONE_NOTE_HEDGES: sentences that soften what they say three times or more
 * @PROSE_TONE_NOTE_STACKED_QUESTIONS: questions one upon another
 * @PROSE_TONE_NOTE_MUCH_ASKING: more than a fifth of the sentences ask
 * @PROSE_TONE_NOTE_MANY_CALLS: the reader is told again and again what to do
 * @PROSE_TONE_NOTE_MANY_EXCLAMATIONS: more exclamation marks than a calm text has
 * @PROSE_TONE_NOTE_MORE_SELLER: it speaks more of the seller than of the reader
 * @PROSE_TONE_NOTE_MIXED_ADDRESS: the reader is spoken to familiarly and politely
 * @PROSE_N_TONE_NOTES: how many kinds there are
 *
 * What can be said of a text as a whole, and of no phrase of it.
 */
typedef enum {
  PROSE_TONE_NOTE_NO_NEXT_STEP,
  PROSE_TONE_NOTE_NO_READER,
  PROSE_TONE_NOTE_HEDGES,
  PROSE_TONE_NOTE_STACKED_QUESTIONS,
  PROSE_TONE_NOTE_MUCH_ASKING,
  PROSE_TONE_NOTE_MANY_CALLS,
  PROSE_TONE_NOTE_MANY_EXCLAMATIONS,
  PROSE_TONE_NOTE_MORE_SELLER,
  PROSE_TONE_NOTE_MIXED_ADDRESS,
  PROSE_N_TONE_NOTES,
} ProseToneNoteKind;

/**
 * ProseToneNote:
 * @kind: what is said
 * @count: how many there are of what it speaks of
 * @is_weak: whether it alone makes a calm text too weak
 */
typedef struct {
  ProseToneNoteKind kind;
  gint64 count;
  gboolean is_weak;
} ProseToneNote;

GArray *prose_tone_notes_new (const ProseMeasures *measures);
gboolean prose_tone_is_weak (const ProseMeasures *measures);
const char *prose_tone_note_kind_to_string (ProseToneNoteKind kind);

G_END_DECLS
