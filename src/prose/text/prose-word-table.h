/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/prose-language.h"
#include "text/prose-token.h"

G_BEGIN_DECLS

/**
 * ProseWordEntry:
 * @text: the word as it is written; does not end in NUL
 * @length: its length in bytes
 * @kind: the kind of its tokens
 * @flags: the flags of its tokens; %PROSE_TOKEN_SPACED counts for punctuation
 *   only, since a hyphen that stands free is a dash
 * @vote: how it votes for the language of a text
 *
 * A distinct word, as it is written.
 */
typedef struct {
  const char *text;
  guint length;
  guint8 kind;
  guint8 flags;
  ProseLanguageVote vote;
} ProseWordEntry;

/**
 * ProseWordTable:
 *
 * The distinct words that have been met: each is looked at once, then it is a
 * number.
 */
typedef struct _ProseWordTable ProseWordTable;

ProseWordTable *prose_word_table_new (void);
void prose_word_table_free (ProseWordTable *self);
void prose_word_table_intern (ProseWordTable *self,
                              const char *text,
                              const GArray *tokens,
                              GArray *words);
const ProseWordEntry *prose_word_table_get (ProseWordTable *self, guint word);
guint prose_word_table_get_size (ProseWordTable *self);
gboolean prose_word_table_trim (ProseWordTable *self);
ProseLanguageVote prose_word_table_vote (ProseWordTable *self, const GArray *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseWordTable, prose_word_table_free)

G_END_DECLS
