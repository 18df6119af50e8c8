/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-lexicon.h"

G_BEGIN_DECLS

/**
 * ProseTermKind:
 * @PROSE_TERM_WORD: one folded word
 * @PROSE_TERM_LEMMA: any form of a word that the lexicon lists
 * @PROSE_TERM_PREFIX: a longer word that begins so
 * @PROSE_TERM_SUFFIX: a longer word that ends so
 * @PROSE_TERM_INFIX: a word that has it inside
 * @PROSE_TERM_MARK: a run of one punctuation mark, of a length at least
 * @PROSE_TERM_CLASS: a class of tokens, such as numbers
 * @PROSE_TERM_ANY_OF: one of several words and lemmas
 *
 * What a phrase can ask of one token.
 */
typedef enum {
  PROSE_TERM_WORD,
  PROSE_TERM_LEMMA,
  PROSE_TERM_PREFIX,
  PROSE_TERM_SUFFIX,
  PROSE_TERM_INFIX,
  PROSE_TERM_MARK,
  PROSE_TERM_CLASS,
  PROSE_TERM_ANY_OF,
} ProseTermKind;

/**
 * ProseTermClass:
 *
 * The classes of a single token. The order is that of their term ids.
 */
typedef enum {
  PROSE_TERM_CLASS_NUMBER,
  PROSE_TERM_CLASS_WORD,
  PROSE_TERM_CLASS_CAPS,
  PROSE_TERM_CLASS_TITLE,
  PROSE_TERM_CLASS_EMOJI,
  PROSE_TERM_CLASS_URL,
  PROSE_TERM_CLASS_GAP, /* anything that a gap may pass over */
} ProseTermClass;

#define PROSE_N_TERM_CLASSES (PROSE_TERM_CLASS_GAP + 1)

/**
 * ProseTerm:
 * @kind: what it asks
 * @text: the folded word, affix or mark; the name of a class
 * @run: for a mark: the shortest run
 * @cost: about how often it is met in any text; phrases are looked for by
 *   their cheapest terms
 * @members: (nullable) (element-type guint): for any-of: the terms it unites
 *
 * A question to a token that a word answers once and for all.
 */
typedef struct {
  ProseTermKind kind;
  char *text;
  guint run;
  guint cost;
  GArray *members;
} ProseTerm;

typedef struct _ProseTermTable ProseTermTable;

ProseTermTable *prose_term_table_new (ProseLexicon *lexicon);
void prose_term_table_free (ProseTermTable *self);
guint prose_term_table_add (ProseTermTable *self, ProseTermKind kind, const char *text);
guint prose_term_table_add_mark (ProseTermTable *self, const char *mark, guint run);
guint prose_term_table_add_any_of (ProseTermTable *self, const guint *members, guint n_members);
gboolean prose_term_table_find_class (const char *name, guint *term);
guint prose_term_table_get_size (ProseTermTable *self);
const ProseTerm *prose_term_table_get (ProseTermTable *self, guint term);
ProseLexicon *prose_term_table_get_lexicon (ProseTermTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseTermTable, prose_term_table_free)

G_END_DECLS
