/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-ignore-reason.h"

G_BEGIN_DECLS

/**
 * ProseIgnoreLevel:
 * @PROSE_IGNORE_HERE: this phrase at this place
 * @PROSE_IGNORE_IN_DOCUMENT: the phrase in one document
 * @PROSE_IGNORE_EVERYWHERE: the phrase in all documents
 *
 * How far an ignored phrase reaches.
 */
typedef enum {
  PROSE_IGNORE_HERE,
  PROSE_IGNORE_IN_DOCUMENT,
  PROSE_IGNORE_EVERYWHERE,
} ProseIgnoreLevel;

/**
 * ProseIgnoredPhrase:
 * @level: how far it reaches
 * @document: the document's URI; empty if it reaches everywhere
 * @rule: the id of the rule that would mark it
 * @phrase: the phrase, its words folded
 * @before: the two words before it, folded; for here only
 * @after: the two words after it, folded; for here only
 * @place: where it stood when it was last seen, in bytes; for here only
 * @reason: why
 * @created: when, in seconds since 1970; 0 for now
 *
 * A phrase that is ignored. Rule, phrase, surroundings and place are those of a
 * [struct@Prose.IgnoreKey]. Known by all but the reason and the time.
 */
typedef struct {
  ProseIgnoreLevel level;
  char *document;
  char *rule;
  char *phrase;
  char *before;
  char *after;
  guint place;
  ProseIgnoreReason reason;
  gint64 created;
} ProseIgnoredPhrase;

const char *prose_ignore_level_to_string (ProseIgnoreLevel level);
gboolean prose_ignore_level_from_string (const char *name, ProseIgnoreLevel *level);
void prose_ignored_phrase_free (ProseIgnoredPhrase *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseIgnoredPhrase, prose_ignored_phrase_free)

G_END_DECLS
