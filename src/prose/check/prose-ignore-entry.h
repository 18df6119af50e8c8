/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "check/prose-ignore-key.h"
#include "rules/prose-ignored-phrase.h"

G_BEGIN_DECLS

/**
 * ProseIgnoreSubject:
 * @PROSE_IGNORE_PHRASE: what one rule says of a phrase
 * @PROSE_IGNORE_RULE: all that a rule says: it is off
 * @PROSE_IGNORE_CLAIM: what a rule says of a phrase, since that is proven
 *
 * What is ignored.
 */
typedef enum {
  PROSE_IGNORE_PHRASE,
  PROSE_IGNORE_RULE,
  PROSE_IGNORE_CLAIM,
} ProseIgnoreSubject;

/**
 * ProseIgnoreEntry:
 * @subject: what is ignored
 * @level: how far it reaches
 * @language: (nullable): the language of the rule, an interned code; %NULL for any
 * @key: rule, phrase and, for here, the words around it and the place; for a rule
 *   that is off, the phrase is empty
 * @written: the phrase as it is written, empty for a rule
 * @proof: (nullable): the proof of a claim: an address, a note
 * @owner: (nullable): who answers for the proof
 * @valid_until: (nullable): the last day on which the proof holds, as `2026-12-31`
 * @reason: why
 * @created: when, in seconds since 1970
 * @extra: (nullable): what a later version knows of it, as YAML
 * @is_present: for here, whether the phrase stands at its place; %TRUE for all others
 * @is_anchored: for here, whether the first byte of the phrase is in the text since
 *   it was last present
 * @range: for here, where the phrase is or was, in bytes
 *
 * Something that is ignored, and why. Shared by reference count, for one thread.
 * What is below @extra changes with the text; a [struct@Prose.IgnoreList] and
 * who checks by it see to that.
 */
typedef struct {
  ProseIgnoreSubject subject;
  ProseIgnoreLevel level;
  const char *language;
  ProseIgnoreKey *key;
  char *written;
  char *proof;
  char *owner;
  char *valid_until;
  ProseIgnoreReason reason;
  gint64 created;
  char *extra;
  gboolean is_present;
  gboolean is_anchored;
  ProseSpan range;
} ProseIgnoreEntry;

ProseIgnoreEntry *prose_ignore_entry_new_for_phrase (ProseIgnoreLevel level,
                                                     const char *language,
                                                     const char *rule,
                                                     const char *written);
ProseIgnoreEntry *prose_ignore_entry_new_for_mark (ProseIgnoreLevel level,
                                                   const char *text,
                                                   gsize length,
                                                   const ProseDiagnostic *mark);
ProseIgnoreEntry *prose_ignore_entry_new_for_rule (ProseIgnoreLevel level,
                                                   const char *language,
                                                   const char *rule);
ProseIgnoreEntry *prose_ignore_entry_new_for_claim (const char *language,
                                                    const char *rule,
                                                    const char *written,
                                                    const char *proof,
                                                    const char *valid_until);
ProseIgnoreEntry *prose_ignore_entry_ref (ProseIgnoreEntry *self);
void prose_ignore_entry_unref (ProseIgnoreEntry *self);

gboolean prose_ignore_entry_is_here (const ProseIgnoreEntry *self);
gboolean prose_ignore_entry_is_same (const ProseIgnoreEntry *self, const ProseIgnoreEntry *other);
gboolean prose_ignore_entry_has_expired (const ProseIgnoreEntry *self, const char *date);
gboolean prose_ignore_entry_concerns (const ProseIgnoreEntry *self, const ProseRule *rule);
gboolean prose_ignore_entry_proves (const ProseIgnoreEntry *self,
                                    const ProseRule *rule,
                                    const char *text,
                                    ProseSpan within,
                                    ProseSpan span);

gboolean prose_ignore_date_is_valid (const char *date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseIgnoreEntry, prose_ignore_entry_unref)

G_END_DECLS
