/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the tree of a pattern to what the matcher needs of it: instructions,
 * and the anchors by which it is found. */

#include "rules/prose-program.h"

/* What the longest repeat counts as, in tokens, when the places before an
 * anchor are reckoned. */
#define LONGEST_REPEAT 16

/* The cost of what cannot be looked for. Costs of terms stay far below. */
#define UNFINDABLE G_MAXUINT64

/* The most tokens of a number: "twenty-six". */
#define LONGEST_NUMBER 3

/* A choice of fewer than this is tried faster than it is looked up. */
#define FEWEST_TO_PEEK 3

static const ProseNode *
get_node (const GArray *nodes, guint i)
{
  return &g_array_index (nodes, ProseNode, i);
}

/* --- what patterns begin and end with --- */

/* What can be known of one end of a node. */
typedef enum {
  EDGE_UNKNOWN,  /* there may be anything */
  EDGE_KNOWN,    /* one of the terms that were collected */
  EDGE_OPTIONAL, /* or the node may be empty */
} EdgeKnowledge;

/* Collects the terms one of which a match begins with, or ends with. */
typedef struct {
  const GArray *nodes;
  ProseTermTable *terms;
  gboolean at_end;
  GArray *found; /* of guint */
} Collector;

static EdgeKnowledge collect_node (Collector *self, guint i);

/* Collects from the siblings after i until one is not empty. */
static EdgeKnowledge
collect_siblings_after (Collector *self, guint i)
{
  for (i = get_node (self->nodes, i)->next; i != 0; i = get_node (self->nodes, i)->next) {
    EdgeKnowledge knowledge = collect_node (self, i);

    if (knowledge != EDGE_OPTIONAL)
      return knowledge;
  }
  return EDGE_OPTIONAL;
}

/* The same for those from first on, up to end and without it, backwards:
 * siblings are linked forwards only, so each is found from the first. */
static EdgeKnowledge
collect_siblings_before (Collector *self, guint first, guint end)
{
  while (first != end) {
    EdgeKnowledge knowledge;
    guint last = first;

    while (get_node (self->nodes, last)->next != end)
      last = get_node (self->nodes, last)->next;
    knowledge = collect_node (self, last);
    if (knowledge != EDGE_OPTIONAL)
      return knowledge;
    end = last;
  }
  return EDGE_OPTIONAL;
}

static EdgeKnowledge
collect_sequence (Collector *self, guint sequence)
{
  guint first = get_node (self->nodes, sequence)->first_child;
  EdgeKnowledge knowledge;

  if (self->at_end)
    return collect_siblings_before (self, first, 0);
  if (first == 0)
    return EDGE_OPTIONAL;

  knowledge = collect_node (self, first);
  return knowledge == EDGE_OPTIONAL ? collect_siblings_after (self, first) : knowledge;
}

static EdgeKnowledge
collect_choice (Collector *self, guint choice)
{
  EdgeKnowledge all = EDGE_KNOWN;

  for (guint i = get_node (self->nodes, choice)->first_child; i != 0;
       i = get_node (self->nodes, i)->next) {
    EdgeKnowledge one = collect_node (self, i);

    if (one == EDGE_UNKNOWN)
      return EDGE_UNKNOWN;
    if (one == EDGE_OPTIONAL)
      all = EDGE_OPTIONAL;
  }
  return all;
}

static EdgeKnowledge
collect_term (Collector *self, guint id)
{
  const ProseTerm *term = prose_term_table_get (self->terms, id);

  if (term->kind == PROSE_TERM_CLASS)
    return EDGE_UNKNOWN;
  if (term->kind == PROSE_TERM_ANY_OF)
    g_array_append_vals (self->found, term->members->data, term->members->len);
  else
    g_array_append_val (self->found, id);
  return EDGE_KNOWN;
}

static EdgeKnowledge
collect_node (Collector *self, guint i)
{
  const ProseNode *node = get_node (self->nodes, i);

  switch (node->kind) {
  case PROSE_NODE_TERM:
    return collect_term (self, node->value);
  case PROSE_NODE_CHOICE:
    return collect_choice (self, i);
  case PROSE_NODE_EDGE:
    return EDGE_OPTIONAL;
  case PROSE_NODE_GAP:
    return EDGE_UNKNOWN;
  case PROSE_NODE_OPTIONAL:
    return collect_sequence (self, i) == EDGE_UNKNOWN ? EDGE_UNKNOWN : EDGE_OPTIONAL;
  case PROSE_NODE_SEQUENCE:
  case PROSE_NODE_CAPTURE:
  case PROSE_NODE_REPEAT:
  default:
    return collect_sequence (self, i);
  }
}

/* One term for all that were found. */
static guint
unite (Collector *self)
{
  return prose_term_table_add_any_of (self->terms, (guint *)self->found->data, self->found->len);
}

/* --- emitting --- */

/* Code that is being emitted. */
typedef struct {
  GArray *code;
  const GArray *nodes;
  ProseTermTable *terms;
} Emitter;

static void emit_node (Emitter *self, guint i);

static guint
emit (Emitter *self, ProseOperation operation, guint a, guint b)
{
  ProseInstruction instruction = { operation, a, b };

  g_array_append_val (self->code, instruction);
  return self->code->len - 1;
}

static ProseInstruction *
get_instruction (Emitter *self, guint i)
{
  return &g_array_index (self->code, ProseInstruction, i);
}

static void
emit_children (Emitter *self, guint parent)
{
  for (guint i = get_node (self->nodes, parent)->first_child; i != 0;
       i = get_node (self->nodes, i)->next)
    emit_node (self, i);
}

/* One look at the next token spares all choices that could not begin there. */
static void
emit_peek (Emitter *self, guint choice)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  Collector collector = { self->nodes, self->terms, FALSE, found };
  guint n = 0;

  for (guint i = get_node (self->nodes, choice)->first_child; i != 0;
       i = get_node (self->nodes, i)->next)
    n++;
  if (n >= FEWEST_TO_PEEK && collect_choice (&collector, choice) == EDGE_KNOWN)
    emit (self, PROSE_OPERATION_PEEK, unite (&collector), 0);
}

/* Each choice but the last is tried with a way back to the next; the jumps
 * behind them, linked through their target until it is known, lead to the end.
 */
static void
emit_choice (Emitter *self, guint choice)
{
  guint jumps = 0;

  emit_peek (self, choice);
  for (guint i = get_node (self->nodes, choice)->first_child; i != 0;
       i = get_node (self->nodes, i)->next) {
    guint split;

    if (get_node (self->nodes, i)->next == 0) {
      emit_node (self, i);
      break;
    }
    split = emit (self, PROSE_OPERATION_SPLIT, self->code->len + 1, 0);
    emit_node (self, i);
    jumps = emit (self, PROSE_OPERATION_JUMP, jumps, 0);
    get_instruction (self, split)->b = self->code->len;
  }
  while (jumps != 0) {
    guint next = get_instruction (self, jumps)->a;

    get_instruction (self, jumps)->a = self->code->len;
    jumps = next;
  }
}

static void
emit_optional (Emitter *self, guint optional)
{
  guint split = emit (self, PROSE_OPERATION_SPLIT, self->code->len + 1, 0);

  emit_children (self, optional);
  get_instruction (self, split)->b = self->code->len;
}

static void
emit_repeat (Emitter *self, guint repeat)
{
  guint start = self->code->len;

  emit_children (self, repeat);
  emit (self, PROSE_OPERATION_SPLIT, start, self->code->len + 1);
}

/* A gap takes as few tokens as will do: it tries to go on before each more. */
static void
emit_gap (Emitter *self, const ProseNode *gap)
{
  guint end = self->code->len + gap->min + 2 * (gap->max - gap->min);

  for (guint i = 0; i < gap->max; i++) {
    if (i >= gap->min)
      emit (self, PROSE_OPERATION_SPLIT, end, self->code->len + 1);
    emit (self, PROSE_OPERATION_TERM, PROSE_TERM_CLASS_GAP, 0);
  }
}

/* A capture of any words takes compounds whole. */
static void
emit_capture (Emitter *self, guint i)
{
  const ProseNode *capture = get_node (self->nodes, i);
  guint slot = 2 * capture->value;
  gboolean is_whole = get_node (self->nodes, capture->first_child)->kind == PROSE_NODE_GAP;

  emit (self, PROSE_OPERATION_SAVE, slot, is_whole);
  emit_children (self, i);
  emit (self, PROSE_OPERATION_SAVE, slot + 1, is_whole);
}

static void
emit_node (Emitter *self, guint i)
{
  const ProseNode *node = get_node (self->nodes, i);

  switch (node->kind) {
  case PROSE_NODE_CHOICE:
    emit_choice (self, i);
    break;
  case PROSE_NODE_OPTIONAL:
    emit_optional (self, i);
    break;
  case PROSE_NODE_REPEAT:
    emit_repeat (self, i);
    break;
  case PROSE_NODE_CAPTURE:
    emit_capture (self, i);
    break;
  case PROSE_NODE_TERM:
    emit (self, PROSE_OPERATION_TERM, node->value, 0);
    break;
  case PROSE_NODE_GAP:
    emit_gap (self, node);
    break;
  case PROSE_NODE_EDGE:
    emit (self, PROSE_OPERATION_EDGE, node->value, 0);
    break;
  case PROSE_NODE_SEQUENCE:
  default:
    emit_children (self, i);
  }
}

/* A look at the first token settles most attempts. */
static void
emit_first_peek (Emitter *self)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  Collector collector = { self->nodes, self->terms, FALSE, found };

  if (collect_node (&collector, 0) == EDGE_KNOWN && found->len > 1)
    emit (self, PROSE_OPERATION_PEEK, unite (&collector), 0);
}

/**
 * prose_program_append:
 * @code: (element-type ProseInstruction): where the instructions are appended
 * @nodes: (element-type ProseNode): a parsed pattern
 * @terms: the table its terms are of
 *
 * Returns: where in @code the program starts
 */
guint
prose_program_append (GArray *code, const GArray *nodes, ProseTermTable *terms)
{
  Emitter emitter = { code, nodes, terms };
  guint start;

  /* Index 0 ends the chains of jumps, so no jump may stand there. */
  if (code->len == 0)
    emit (&emitter, PROSE_OPERATION_MATCH, 0, 0);

  start = code->len;
  emit_first_peek (&emitter);
  emit_node (&emitter, 0);
  emit (&emitter, PROSE_OPERATION_MATCH, 0, 0);

  return start;
}

/* --- anchors --- */

typedef struct {
  guint min;
  guint max;
} Length;

static Length
get_length (const GArray *nodes, guint i)
{
  const ProseNode *node = get_node (nodes, i);
  gboolean is_choice = node->kind == PROSE_NODE_CHOICE;
  Length length = { is_choice ? G_MAXUINT : 0, 0 };

  if (node->kind == PROSE_NODE_TERM)
    return (Length){ 1, node->value == PROSE_TERM_CLASS_NUMBER ? LONGEST_NUMBER : 1 };
  if (node->kind == PROSE_NODE_GAP)
    return (Length){ node->min, node->max };

  for (guint child = node->first_child; child != 0; child = get_node (nodes, child)->next) {
    Length part = get_length (nodes, child);

    length.min = is_choice ? MIN (length.min, part.min) : length.min + part.min;
    length.max = is_choice ? MAX (length.max, part.max) : length.max + part.max;
  }
  if (node->kind == PROSE_NODE_OPTIONAL)
    length.min = 0;
  if (node->kind == PROSE_NODE_REPEAT)
    length.max = LONGEST_REPEAT;

  return length;
}

static guint64 get_cost (const GArray *nodes, ProseTermTable *terms, guint i, guint slack);

/* A choice is found by all its parts together. */
static guint64
get_choice_cost (const GArray *nodes, ProseTermTable *terms, guint choice, guint slack)
{
  guint64 sum = 0;

  for (guint i = get_node (nodes, choice)->first_child; i != 0; i = get_node (nodes, i)->next) {
    guint64 cost = get_cost (nodes, terms, i, slack);

    if (cost == UNFINDABLE)
      return UNFINDABLE;
    sum += cost;
  }
  return sum;
}

static guint
find_cheapest_child (
    const GArray *nodes, ProseTermTable *terms, guint parent, guint slack, guint64 *least)
{
  guint cheapest = 0;

  *least = UNFINDABLE;
  for (guint i = get_node (nodes, parent)->first_child; i != 0; i = get_node (nodes, i)->next) {
    guint64 cost = get_cost (nodes, terms, i, slack);
    Length length = get_length (nodes, i);

    if (cost < *least) {
      *least = cost;
      cheapest = i;
    }
    slack += length.max - length.min;
  }
  return cheapest;
}

/* What it costs to look for a match by the cheapest terms that each has: how
 * often they are met, times the places where the match may start then, which
 * are one and the slack of what comes before. */
static guint64
get_cost (const GArray *nodes, ProseTermTable *terms, guint i, guint slack)
{
  const ProseNode *node = get_node (nodes, i);
  guint64 cost;

  switch (node->kind) {
  case PROSE_NODE_TERM:
    if (node->value == PROSE_TERM_CLASS_WORD || node->value == PROSE_TERM_CLASS_GAP)
      return UNFINDABLE;
    return (guint64)prose_term_table_get (terms, node->value)->cost * (slack + 1);
  case PROSE_NODE_CHOICE:
    return get_choice_cost (nodes, terms, i, slack);
  case PROSE_NODE_SEQUENCE:
  case PROSE_NODE_CAPTURE:
  case PROSE_NODE_REPEAT:
    find_cheapest_child (nodes, terms, i, slack, &cost);
    return cost;
  case PROSE_NODE_OPTIONAL:
  case PROSE_NODE_GAP:
  case PROSE_NODE_EDGE:
  default:
    return UNFINDABLE;
  }
}

/* A node in its parent, and that in its own, the innermost first. */
typedef struct _Path {
  const struct _Path *outer;
  guint node;
  guint parent;
} Path;

/* A term that the token before, or after, the node of path satisfies in every
 * match: what the siblings there end or begin with, or if they may be empty
 * those further out. */
static guint
find_neighbour (const GArray *nodes, ProseTermTable *terms, const Path *path, gboolean before)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  Collector collector = { nodes, terms, before, found };

  for (; path != NULL; path = path->outer) {
    ProseNodeKind kind = get_node (nodes, path->parent)->kind;
    EdgeKnowledge knowledge;

    if (kind == PROSE_NODE_CHOICE)
      continue;
    if (kind == PROSE_NODE_REPEAT)
      return PROSE_NO_TERM;
    if (before)
      knowledge = collect_siblings_before (&collector, get_node (nodes, path->parent)->first_child,
                                           path->node);
    else
      knowledge = collect_siblings_after (&collector, path->node);
    if (knowledge != EDGE_OPTIONAL)
      return knowledge == EDGE_KNOWN ? unite (&collector) : PROSE_NO_TERM;
  }
  return PROSE_NO_TERM;
}

static void add_anchors (const GArray *nodes,
                         ProseTermTable *terms,
                         guint i,
                         const Path *path,
                         ProseAnchor here,
                         GArray *anchors);

/* The companion of an anchor, while the rarest is looked for. */
typedef struct {
  guint64 cost;
  guint term;
  gint from;
  gint to;
} Companion;

/* One term for the terms of anchors; FALSE if a class is among several, for a
 * class has no words to unite. */
static gboolean
unite_anchors (ProseTermTable *terms, const GArray *anchors, guint *term)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  Collector collector = { .terms = terms, .found = found };

  *term = g_array_index (anchors, ProseAnchor, 0).term;
  if (anchors->len == 1)
    return TRUE;

  for (guint i = 0; i < anchors->len; i++)
    if (collect_term (&collector, g_array_index (anchors, ProseAnchor, i).term) != EDGE_KNOWN)
      return FALSE;
  *term = unite (&collector);
  return TRUE;
}

/* Considers the node i, which starts, or before the anchor ends, gap tokens
 * away from it. */
static void
consider_companion (const GArray *nodes,
                    ProseTermTable *terms,
                    guint i,
                    Length gap,
                    gboolean before,
                    Companion *best)
{
  g_autoptr (GArray) anchors = NULL;
  guint64 cost = get_cost (nodes, terms, i, 0);
  Length length = get_length (nodes, i);
  gint from, to;
  guint term;

  if (cost >= best->cost || length.max + gap.max >= G_MAXINT8)
    return;

  anchors = g_array_new (FALSE, FALSE, sizeof (ProseAnchor));
  add_anchors (nodes, terms, i, NULL, (ProseAnchor){ 0 }, anchors);
  if (!unite_anchors (terms, anchors, &term))
    return;

  from = gap.min + 1;
  to = gap.max + length.max;
  *best = (Companion){ cost, term, before ? -to : from, before ? -from : to };
}

static void
consider_siblings_after (
    const GArray *nodes, ProseTermTable *terms, guint node, Length *gap, Companion *best)
{
  for (guint i = get_node (nodes, node)->next; i != 0; i = get_node (nodes, i)->next) {
    Length length = get_length (nodes, i);

    consider_companion (nodes, terms, i, *gap, FALSE, best);
    gap->min += length.min;
    gap->max += length.max;
  }
}

static void
consider_siblings_before (const GArray *nodes,
                          ProseTermTable *terms,
                          guint first,
                          guint end,
                          Length *gap,
                          Companion *best)
{
  while (first != end) {
    guint last = first;
    Length length;

    while (get_node (nodes, last)->next != end)
      last = get_node (nodes, last)->next;
    length = get_length (nodes, last);
    consider_companion (nodes, terms, last, *gap, TRUE, best);
    gap->min += length.min;
    gap->max += length.max;
    end = last;
  }
}

/* The rarest term that every match has besides the anchor that path leads to,
 * and where it may be; the anchor is of at most so many tokens. */
static Companion
find_companion (const GArray *nodes, ProseTermTable *terms, const Path *path, guint longest)
{
  Companion best = { .cost = UNFINDABLE, .term = PROSE_NO_TERM };
  Length gap_before = { 0 }, gap_after = { 0, longest - 1 };

  for (; path != NULL; path = path->outer) {
    ProseNodeKind kind = get_node (nodes, path->parent)->kind;

    if (kind == PROSE_NODE_REPEAT)
      break;
    if (kind == PROSE_NODE_CHOICE)
      continue;
    consider_siblings_after (nodes, terms, path->node, &gap_after, &best);
    consider_siblings_before (nodes, terms, get_node (nodes, path->parent)->first_child, path->node,
                              &gap_before, &best);
  }
  return best;
}

/* Completes an anchor by what stands around it; in a part of a pattern, which
 * has no path, there is nothing to know. */
static void
add_anchor (const GArray *nodes,
            ProseTermTable *terms,
            const Path *path,
            ProseAnchor anchor,
            GArray *anchors)
{
  guint longest = anchor.term == PROSE_TERM_CLASS_NUMBER ? LONGEST_NUMBER : 1;
  Companion companion = find_companion (nodes, terms, path, longest);

  anchor.before = find_neighbour (nodes, terms, path, TRUE);
  anchor.after = longest == 1 ? find_neighbour (nodes, terms, path, FALSE) : PROSE_NO_TERM;
  anchor.companion = companion.term;
  anchor.companion_from = companion.from;
  anchor.companion_to = companion.to;
  g_array_append_val (anchors, anchor);
}

/* Adds the anchors of the node i, which path leads to. */
static void
add_anchors (const GArray *nodes,
             ProseTermTable *terms,
             guint i,
             const Path *path,
             ProseAnchor here,
             GArray *anchors)
{
  const ProseNode *node = get_node (nodes, i);
  Path inner = { path, 0, i };
  guint64 cost;

  if (node->kind == PROSE_NODE_TERM) {
    here.term = node->value;
    add_anchor (nodes, terms, path, here, anchors);
    return;
  }
  if (node->kind == PROSE_NODE_CHOICE) {
    for (inner.node = node->first_child; inner.node != 0;
         inner.node = get_node (nodes, inner.node)->next)
      add_anchors (nodes, terms, inner.node, &inner, here, anchors);
    return;
  }

  inner.node = find_cheapest_child (nodes, terms, i, here.max_before - here.min_before, &cost);
  for (guint child = node->first_child; child != inner.node;
       child = get_node (nodes, child)->next) {
    Length before = get_length (nodes, child);

    here.min_before = MIN (here.min_before + before.min, G_MAXUINT8);
    here.max_before = MIN (here.max_before + before.max, G_MAXUINT8);
  }
  add_anchors (nodes, terms, inner.node, &inner, here, anchors);
}

/**
 * prose_program_find_anchors:
 * @nodes: (element-type ProseNode): a parsed pattern
 * @terms: the table its terms are of
 * @phrase: the number of the phrase, for the anchors
 * @anchors: (element-type ProseAnchor): where its anchors are appended
 *
 * Finds the rarest terms that every match of a pattern has one of.
 *
 * Returns: %FALSE if there are none: then the pattern would match anything
 */
gboolean
prose_program_find_anchors (const GArray *nodes,
                            ProseTermTable *terms,
                            guint phrase,
                            GArray *anchors)
{
  ProseAnchor start = { .phrase = phrase };

  if (get_cost (nodes, terms, 0, 0) == UNFINDABLE)
    return FALSE;

  add_anchors (nodes, terms, 0, NULL, start, anchors);
  return TRUE;
}
