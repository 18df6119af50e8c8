/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PROSE_N_LANGUAGES:
 *
 * How many languages are told apart. Not all of them need to have rules. The
 * last one stands for all that are not known.
 */
#define PROSE_N_LANGUAGES 16

/**
 * ProseLanguageVote:
 * @score: what speaks for each language
 *
 * How the words of a text vote for its language. Votes of parts add up to that
 * of the whole.
 */
typedef struct {
  gint score[PROSE_N_LANGUAGES];
} ProseLanguageVote;

/**
 * prose_language_vote_add:
 * @self: a vote
 * @other: the vote of a part that comes to it
 */
static inline void
prose_language_vote_add (ProseLanguageVote *restrict self, const ProseLanguageVote *restrict other)
{
  for (guint i = 0; i < PROSE_N_LANGUAGES; i++)
    self->score[i] += other->score[i];
}

/**
 * prose_language_vote_subtract:
 * @self: a vote
 * @other: the vote of a part that leaves it
 */
static inline void
prose_language_vote_subtract (ProseLanguageVote *restrict self,
                              const ProseLanguageVote *restrict other)
{
  for (guint i = 0; i < PROSE_N_LANGUAGES; i++)
    self->score[i] -= other->score[i];
}

ProseLanguageVote prose_language_vote_for_word (const char *text, gsize length);
const char *prose_language_vote_get_winner (const ProseLanguageVote *self, gint margin);
gint prose_language_vote_get_lag (const ProseLanguageVote *self, const char *language);
const char *prose_language_choose (const ProseLanguageVote *paragraph, const char *document);

G_END_DECLS
