/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-pattern.h"

G_BEGIN_DECLS

/**
 * ProseOperation:
 * @PROSE_OPERATION_TERM: take a token that satisfies the term @a
 * @PROSE_OPERATION_PEEK: go on only before a token that satisfies the term @a
 * @PROSE_OPERATION_EDGE: go on only at the edge @a
 * @PROSE_OPERATION_SPLIT: go on at @a; if that fails, at @b
 * @PROSE_OPERATION_JUMP: go on at @a
 * @PROSE_OPERATION_SAVE: remember the place in slot @a
 * @PROSE_OPERATION_MATCH: done
 *
 * The instructions that phrases are compiled to, for a backtracking machine.
 */
typedef enum {
  PROSE_OPERATION_TERM,
  PROSE_OPERATION_PEEK,
  PROSE_OPERATION_EDGE,
  PROSE_OPERATION_SPLIT,
  PROSE_OPERATION_JUMP,
  PROSE_OPERATION_SAVE,
  PROSE_OPERATION_MATCH,
} ProseOperation;

/**
 * ProseInstruction:
 * @operation: what to do
 * @a: a term, an edge, a slot or an instruction
 * @b: the other instruction of a split
 *
 * Packed into eight bytes: the programs are most of a rule image.
 */
typedef struct {
  ProseOperation operation : 4;
  guint a : 28;
  guint b;
} ProseInstruction;

G_STATIC_ASSERT (sizeof (ProseInstruction) == 8);

#define PROSE_NO_TERM G_MAXUINT

/**
 * ProseAnchor:
 * @term: a term that every match has
 * @phrase: the phrase it belongs to
 * @before: a term that the token before it satisfies in every match, or
 *   %PROSE_NO_TERM
 * @after: a term that the token after it satisfies in every match, or
 *   %PROSE_NO_TERM
 * @companion: the rarest other term that every match has, or %PROSE_NO_TERM
 * @min_before: the fewest tokens that a match has before it
 * @max_before: the most
 * @companion_from: where the companion may be at the earliest, in tokens from
 *   the anchor; negative before it
 * @companion_to: where at the latest
 *
 * Where to look for a phrase: a token that satisfies @term may be inside a
 * match that starts between @max_before and @min_before tokens earlier.
 */
typedef struct {
  guint term;
  guint phrase;
  guint before;
  guint after;
  guint companion;
  guint8 min_before;
  guint8 max_before;
  gint8 companion_from;
  gint8 companion_to;
} ProseAnchor;

guint prose_program_append (GArray *code, const GArray *nodes, ProseTermTable *terms);
gboolean prose_program_find_anchors (const GArray *nodes,
                                     ProseTermTable *terms,
                                     guint phrase,
                                     GArray *anchors);

G_END_DECLS
