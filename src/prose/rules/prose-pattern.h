/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-term.h"

G_BEGIN_DECLS

/**
 * PROSE_PATTERN_ERROR:
 *
 * What is wrong with a pattern.
 */
#define PROSE_PATTERN_ERROR (prose_pattern_error_quark ())

/**
 * ProsePatternError:
 * @PROSE_PATTERN_ERROR_SYNTAX: it does not follow the grammar
 * @PROSE_PATTERN_ERROR_UNKNOWN: it names a set, class or word nobody knows
 * @PROSE_PATTERN_ERROR_LIMIT: it is too deep or has too many captures
 */
typedef enum {
  PROSE_PATTERN_ERROR_SYNTAX,
  PROSE_PATTERN_ERROR_UNKNOWN,
  PROSE_PATTERN_ERROR_LIMIT,
} ProsePatternError;

/**
 * ProseNodeKind:
 *
 * The kinds of node that a pattern is a tree of.
 */
typedef enum {
  PROSE_NODE_SEQUENCE,
  PROSE_NODE_CHOICE,   /* one of its children */
  PROSE_NODE_OPTIONAL, /* its child, or nothing */
  PROSE_NODE_REPEAT,   /* its child, once or more */
  PROSE_NODE_CAPTURE,  /* its child, remembered under a name */
  PROSE_NODE_TERM,     /* a token that satisfies a term */
  PROSE_NODE_GAP,      /* from min to max tokens, as few as will do */
  PROSE_NODE_EDGE,     /* no token, a place */
} ProseNodeKind;

/**
 * ProseEdge:
 *
 * Places that a pattern can ask for.
 */
typedef enum {
  PROSE_EDGE_SENTENCE_START,
  PROSE_EDGE_SENTENCE_END,
  PROSE_EDGE_CLAUSE_START,
  PROSE_EDGE_CLAUSE_END,
} ProseEdge;

/**
 * ProseNode:
 * @kind: what it is
 * @value: the term, the edge or the number of the capture
 * @min: for a gap: the fewest tokens
 * @max: for a gap: the most tokens
 * @first_child: index of its first child, 0 for none
 * @last_child: index of its last child, 0 for none
 * @next: index of its next sibling, 0 for none
 *
 * A node of a parsed pattern. Nodes lie in one array; the root is the first.
 */
typedef struct {
  ProseNodeKind kind;
  guint value;
  guint min;
  guint max;
  guint first_child;
  guint last_child;
  guint next;
} ProseNode;

/**
 * ProsePatternContext:
 * @terms: where the terms of the pattern are entered
 * @sets: (nullable): the sets of the pack, name → pattern; those of the lexicon
 *   come after them
 * @captures: (element-type utf8): the capture names of the rule so far; new
 *   ones are appended
 *
 * What a pattern is parsed against.
 */
typedef struct {
  ProseTermTable *terms;
  GHashTable *sets;
  GPtrArray *captures;
} ProsePatternContext;

GQuark prose_pattern_error_quark (void);
gboolean prose_pattern_parse (const char *pattern,
                              const ProsePatternContext *context,
                              GArray *nodes,
                              guint *error_offset,
                              GError **error);

G_END_DECLS
