/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>
#include <prose.h>

G_BEGIN_DECLS

/**
 * MellowTypedWord:
 * @span: where it stands; empty if no word is being typed
 * @first: the place of the first mark on it, of all that the checker has
 * @n: how many there are; they stand next to each other
 *
 * The word that is being typed. Marks on it are held back until it is left: the checker
 * has them, the reader does not see them yet.
 */
typedef struct {
  ProseSpan span;
  guint first;
  guint n;
} MellowTypedWord;

gboolean mellow_typed_word_find (const GtkTextIter *place, GtkTextIter *start, GtkTextIter *end);

ProseLiveChange mellow_typed_word_move (MellowTypedWord *self,
                                        ProseLiveChecker *checker,
                                        ProseSpan span,
                                        ProseLiveChange change);
gboolean mellow_typed_word_holds (const MellowTypedWord *self, const ProseDiagnostic *mark);
guint mellow_typed_word_to_checked (const MellowTypedWord *self, guint position);
guint mellow_typed_word_from_checked (const MellowTypedWord *self, guint position);

G_END_DECLS
