/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-lexicon.h"

G_BEGIN_DECLS

/**
 * ProseGainFinder:
 *
 * Finds in the sentences of one language what the reader gains, where the copy
 * says so itself: "Order now and sleep better" gives "sleep better".
 */
typedef struct _ProseGainFinder ProseGainFinder;

ProseGainFinder *prose_gain_finder_new (ProseLexicon *lexicon);
void prose_gain_finder_free (ProseGainFinder *self);
char *prose_gain_finder_find (ProseGainFinder *self, const char *sentence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseGainFinder, prose_gain_finder_free)

G_END_DECLS
