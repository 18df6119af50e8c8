/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/prose-sentence.h"

G_BEGIN_DECLS

/**
 * ProseLexicon:
 *
 * What the rules of one language share: word lists, sets, and the inflected
 * forms of words. Immutable once it is filled; reference-counted.
 */
typedef struct _ProseLexicon ProseLexicon;

/**
 * ProseLexiconRecordKind:
 * @PROSE_LEXICON_LIST: a word of a list
 * @PROSE_LEXICON_SET: a pattern that phrases name
 * @PROSE_LEXICON_FORM: an inflected form
 */
typedef enum {
  PROSE_LEXICON_LIST,
  PROSE_LEXICON_SET,
  PROSE_LEXICON_FORM,
} ProseLexiconRecordKind;

/**
 * ProseLexiconRecord:
 * @kind: what it records
 * @name: the list, the set, or the lemma
 * @tag: (nullable): which form it is (`gerund`)
 * @value: the word, the pattern, or the form
 *
 * One fact of a lexicon, as the rules database keeps it. The strings belong to
 * the lexicon.
 */
typedef struct {
  ProseLexiconRecordKind kind;
  const char *name;
  const char *tag;
  const char *value;
} ProseLexiconRecord;

ProseLexicon *prose_lexicon_new (const char *language);
ProseLexicon *prose_lexicon_ref (ProseLexicon *self);
void prose_lexicon_unref (ProseLexicon *self);
const char *prose_lexicon_get_language (ProseLexicon *self);

void prose_lexicon_add (ProseLexicon *self, ProseLexiconRecord record);
const GArray *prose_lexicon_get_records (ProseLexicon *self);

gboolean prose_lexicon_list_has (ProseLexicon *self, const char *list, const char *word);
ProseAbbreviations prose_lexicon_get_abbreviations (ProseLexicon *self);
gboolean prose_lexicon_capitalises_nouns (ProseLexicon *self);
gboolean prose_lexicon_is_noun (ProseLexicon *self, const char *word);
gboolean prose_lexicon_is_small (ProseLexicon *self, const char *word);
GHashTable *prose_lexicon_get_list (ProseLexicon *self, const char *list);
guint prose_lexicon_get_place (ProseLexicon *self, const char *list, const char *word);
const char *prose_lexicon_get_word (ProseLexicon *self, const char *list, guint place);
guint prose_lexicon_find_address (ProseLexicon *self, const char *name, guint fallback);
char *prose_lexicon_dup_address (ProseLexicon *self, guint address);
const char *prose_lexicon_get_set (ProseLexicon *self, const char *name);
GPtrArray *prose_lexicon_get_forms (ProseLexicon *self, const char *lemma);
gboolean prose_lexicon_is_form (ProseLexicon *self, const char *word, const char *tag);
gboolean prose_lexicon_share_lemma (ProseLexicon *self, const char *word, const char *other);
const char *prose_lexicon_get_form (ProseLexicon *self, const char *word, const char *tag);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseLexicon, prose_lexicon_unref)

G_END_DECLS
