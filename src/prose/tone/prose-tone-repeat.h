/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "check/prose-diagnostic.h"

G_BEGIN_DECLS

/**
 * PROSE_TONE_REPEAT_NAME:
 *
 * The kind of note that a repeat is, beside [enum@Prose.ToneNoteKind].
 */
#define PROSE_TONE_REPEAT_NAME "repeated-phrase"

/**
 * ProseToneRepeat:
 * @span: the phrase where it stands first
 * @count: how often the text says it, word for word
 *
 * A command, or another phrase that presses, that a text says again and again.
 */
typedef struct {
  ProseSpan span;
  guint count;
} ProseToneRepeat;

/**
 * ProseTextSlice:
 * @text: a text, of whatever kind
 * @span: a part of it
 *
 * Returns: (transfer full): its words
 */
typedef char *(*ProseTextSlice) (gpointer text, ProseSpan span);

GArray *prose_tone_repeats_new (const GArray *marks, ProseTextSlice slice, gpointer text);

G_END_DECLS
