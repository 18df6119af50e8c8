/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "check/prose-diagnostic.h"

G_BEGIN_DECLS

/**
 * PROSE_IGNORE_NONE:
 *
 * No mark: the phrase has changed, or is gone.
 */
#define PROSE_IGNORE_NONE G_MAXUINT

/**
 * ProseIgnoreKey:
 * @rule: the rule whose mark is ignored
 * @phrase: the marked phrase, its words folded
 * @before: the two words before it, folded
 * @after: the two words after it, folded
 * @place: where it stood when it was last seen, in bytes
 *
 * What an ignored mark is known by. Rule and phrase stand for the phrase
 * anywhere; with the words around it, and failing them the place, for this one.
 */
typedef struct {
  char *rule;
  char *phrase;
  char *before;
  char *after;
  guint place;
} ProseIgnoreKey;

char *prose_ignore_key_dup_phrase (const char *text, ProseSpan span);
ProseIgnoreKey *prose_ignore_key_new (const char *text,
                                      gsize length,
                                      const ProseDiagnostic *diagnostic);
ProseIgnoreKey *prose_ignore_key_new_for_span (const char *text,
                                               gsize length,
                                               const char *rule,
                                               ProseSpan span);
void prose_ignore_key_free (ProseIgnoreKey *self);
gboolean prose_ignore_key_is_same_phrase (const ProseIgnoreKey *self, const ProseIgnoreKey *other);
gboolean prose_ignore_key_has_same_surroundings (const ProseIgnoreKey *self,
                                                 const ProseIgnoreKey *other);
guint prose_ignore_key_find (const ProseIgnoreKey *self,
                             const char *text,
                             gsize length,
                             const GArray *diagnostics);
GArray *prose_ignore_key_find_phrase (const char *phrase, const char *text, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseIgnoreKey, prose_ignore_key_free)

G_END_DECLS
