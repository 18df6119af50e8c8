/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two versions of a text, sentence by sentence. What begins and ends alike is taken
 * off first. What is left is aligned so that as many words as can be stand beside
 * themselves, in sentences that are alike enough; all pairs of sentences are looked
 * at. A part that is too long for that is cut at the sentences that both versions
 * have once, in the longest order that is common to them. */

#include "tone/prose-alignment.h"

#include <stdlib.h>
#include <string.h>

#include "text/prose-fold.h"
#include "text/prose-paragraph.h"
#include "text/prose-sentence.h"
#include "text/prose-tokenizer.h"

/* How many pairs of sentences are compared at once: 500 by 500. */
#define MOST_PAIRS 250000

typedef struct {
  ProseSpan span;
  guint id; /* the same for the same sentence, whatever the spaces */
  guint first_word;
  guint n_words;
} Sentence;

/* One version. */
typedef struct {
  const char *text;
  GArray *sentences;
  GArray *words; /* their numbers, sorted within each sentence */
} Side;

/* A range of the sentences of each version. */
typedef struct {
  guint before;
  guint n_before;
  guint after;
  guint n_after;
} Block;

typedef struct {
  ProseAbbreviations abbreviations;
  GHashTable *ids; /* of words and of sentences */
  Side before;
  Side after;
  guint before_end; /* of what is aligned, in bytes */
  guint after_end;
  GArray *alignments;
} Aligner;

static const Sentence *
get_sentence (const Side *side, guint i)
{
  return &g_array_index (side->sentences, Sentence, i);
}

/* --- reading --- */

static guint
get_id (Aligner *self, const char *text)
{
  gpointer id = g_hash_table_lookup (self->ids, text);

  if (id == NULL) {
    id = GUINT_TO_POINTER (g_hash_table_size (self->ids) + 1);
    g_hash_table_insert (self->ids, g_strdup (text), id);
  }
  return GPOINTER_TO_UINT (id);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *)a, right = *(const guint *)b;

  return (left > right) - (left < right);
}

static gboolean
is_word (const ProseToken *token)
{
  return token->kind == PROSE_TOKEN_WORD || token->kind == PROSE_TOKEN_NUMBER;
}

static void
add_word (Aligner *self, Side *side, const char *text, ProseSpan span)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  guint id;

  prose_fold (text + span.start, prose_span_get_length (span), folded);
  id = get_id (self, folded->str);
  g_array_append_val (side->words, id);
}

static void
add_sentence (Aligner *self,
              Side *side,
              const char *text,
              guint offset,
              const GArray *tokens,
              const ProseSentence *found)
{
  g_autoptr (GString) whole = g_string_new ("\n");
  Sentence sentence = { .span = prose_span_shift (found->span, offset),
                        .first_word = side->words->len };

  for (guint i = 0; i < found->n_tokens; i++) {
    const ProseToken *token = &g_array_index (tokens, ProseToken, found->first_token + i);

    g_string_append_len (whole, text + token->span.start, prose_span_get_length (token->span));
    g_string_append_c (whole, ' ');
    if (is_word (token))
      add_word (self, side, text, token->span);
  }
  sentence.id = get_id (self, whole->str);
  sentence.n_words = side->words->len - sentence.first_word;
  if (sentence.n_words > 0)
    qsort (&g_array_index (side->words, guint, sentence.first_word), sentence.n_words,
           sizeof (guint), compare_ids);
  g_array_append_val (side->sentences, sentence);
}

static void
read_paragraph (Aligner *self, Side *side, ProseSpan span)
{
  const char *text = side->text + span.start;
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (ProseToken));
  g_autoptr (GArray) sentences = g_array_new (FALSE, FALSE, sizeof (ProseSentence));

  prose_tokenize (text, prose_span_get_length (span), tokens);
  prose_find_sentences (text, tokens, &self->abbreviations, sentences);
  for (guint i = 0; i < sentences->len; i++)
    add_sentence (self, side, text, span.start, tokens,
                  &g_array_index (sentences, ProseSentence, i));
}

static void
read_side (Aligner *self, Side *side, const char *text)
{
  gsize length = strlen (text);

  side->text = text;
  side->sentences = g_array_new (FALSE, FALSE, sizeof (Sentence));
  side->words = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint start = 0; start < length;) {
    ProseSpan span = { start, prose_paragraph_get_end (text, length, start) };

    read_paragraph (self, side, span);
    start = span.end;
  }
}

static void
clear_side (Side *side)
{
  g_array_unref (side->sentences);
  g_array_unref (side->words);
}

/* --- what is found --- */

static ProseSpan
take_span (const Side *side, guint first, guint n, guint *end)
{
  ProseSpan span = { *end, *end };

  if (n > 0) {
    span.start = get_sentence (side, first)->span.start;
    span.end = get_sentence (side, first + n - 1)->span.end;
    *end = span.end;
  }
  return span;
}

static void
add_alignment (Aligner *self, ProseAlignmentKind kind, Block block)
{
  ProseAlignment alignment = { .kind = kind };

  alignment.before = take_span (&self->before, block.before, block.n_before, &self->before_end);
  alignment.after = take_span (&self->after, block.after, block.n_after, &self->after_end);
  g_array_append_val (self->alignments, alignment);
}

static gboolean
is_equal (Aligner *self, guint before, guint after)
{
  return get_sentence (&self->before, before)->id == get_sentence (&self->after, after)->id;
}

/* --- how alike --- */

static const guint *
get_words (const Side *side, const Sentence *sentence)
{
  return (const guint *)side->words->data + sentence->first_word;
}

/* How many words the two have in common, each as often as both have it. */
static guint
count_common (const guint *a, guint n_a, const guint *b, guint n_b)
{
  guint n = 0;

  for (guint i = 0, j = 0; i < n_a && j < n_b;) {
    if (a[i] == b[j]) {
      n++;
      i++;
      j++;
    } else if (a[i] < b[j]) {
      i++;
    } else {
      j++;
    }
  }
  return n;
}

/* As count_common(), for one sentence and two that follow each other. */
static guint
count_common_with_two (const Side *one,
                       const Sentence *single,
                       const Side *two,
                       const Sentence *first)
{
  const Sentence *second = first + 1;
  guint n = first->n_words + second->n_words;
  g_autofree guint *words = g_new (guint, MAX (n, 1));

  memcpy (words, get_words (two, first), first->n_words * sizeof (guint));
  memcpy (words + first->n_words, get_words (two, second), second->n_words * sizeof (guint));
  qsort (words, n, sizeof (guint), compare_ids);
  return count_common (get_words (one, single), single->n_words, words, n);
}

/* Two fifths of the words of both. */
static gboolean
is_alike (guint common, guint n_words)
{
  return common > 0 && 5 * 2 * common >= 2 * n_words;
}

/* A part of a sentence that was cut has its words from there. */
static gboolean
is_part (guint common, const Sentence *part)
{
  return common >= 2 && 2 * common >= part->n_words;
}

/* --- all pairs --- */

typedef enum {
  MOVE_NONE,
  MOVE_PAIR,
  MOVE_REMOVE,
  MOVE_ADD,
  MOVE_SPLIT,
  MOVE_JOIN,
} Move;

/* The best way to align the rest of both, for each place in both. */
typedef struct {
  Aligner *aligner;
  Block block;
  guint *scores;   /* (n_before + 1) × (n_after + 1) */
  guint8 *moves;   /* the same */
  guint16 *common; /* n_before × n_after */
} Table;

static gsize
get_cell (const Table *self, guint i, guint j)
{
  return (gsize)i * (self->block.n_after + 1) + j;
}

static guint
get_common (const Table *self, guint i, guint j)
{
  return self->common[(gsize)i * self->block.n_after + j];
}

static const Sentence *
get_before (const Table *self, guint i)
{
  return get_sentence (&self->aligner->before, self->block.before + i);
}

static const Sentence *
get_after (const Table *self, guint j)
{
  return get_sentence (&self->aligner->after, self->block.after + j);
}

static void
offer (Table *self, guint i, guint j, Move move, guint score)
{
  gsize cell = get_cell (self, i, j);

  if (self->moves[cell] != MOVE_NONE && score <= self->scores[cell])
    return;
  self->scores[cell] = score;
  self->moves[cell] = move;
}

static guint
get_score (const Table *self, guint i, guint j)
{
  return self->scores[get_cell (self, i, j)];
}

/* A sentence that stayed as it was counts a little more than one with its words. */
static void
try_pair (Table *self, guint i, guint j)
{
  const Sentence *before = get_before (self, i), *after = get_after (self, j);
  guint common = get_common (self, i, j);

  if (before->id == after->id)
    offer (self, i, j, MOVE_PAIR, get_score (self, i + 1, j + 1) + 2 * common + 1);
  else if (is_alike (common, before->n_words + after->n_words))
    offer (self, i, j, MOVE_PAIR, get_score (self, i + 1, j + 1) + 2 * common);
}

static void
try_split (Table *self, guint i, guint j)
{
  const Sentence *before = get_before (self, i), *after = get_after (self, j);
  guint common;

  if (j + 1 >= self->block.n_after || !is_part (get_common (self, i, j), after) ||
      !is_part (get_common (self, i, j + 1), after + 1))
    return;

  common = count_common_with_two (&self->aligner->before, before, &self->aligner->after, after);
  if (is_alike (common, before->n_words + after->n_words + after[1].n_words))
    offer (self, i, j, MOVE_SPLIT, get_score (self, i + 1, j + 2) + 2 * common);
}

static void
try_join (Table *self, guint i, guint j)
{
  const Sentence *before = get_before (self, i), *after = get_after (self, j);
  guint common;

  if (i + 1 >= self->block.n_before || !is_part (get_common (self, i, j), before) ||
      !is_part (get_common (self, i + 1, j), before + 1))
    return;

  common = count_common_with_two (&self->aligner->after, after, &self->aligner->before, before);
  if (is_alike (common, before->n_words + before[1].n_words + after->n_words))
    offer (self, i, j, MOVE_JOIN, get_score (self, i + 2, j + 1) + 2 * common);
}

static void
fill_cell (Table *self, guint i, guint j)
{
  gboolean has_before = i < self->block.n_before, has_after = j < self->block.n_after;

  if (has_before && has_after) {
    try_pair (self, i, j);
    try_split (self, i, j);
    try_join (self, i, j);
  }
  if (has_before)
    offer (self, i, j, MOVE_REMOVE, get_score (self, i + 1, j));
  if (has_after)
    offer (self, i, j, MOVE_ADD, get_score (self, i, j + 1));
}

static void
fill_common (Table *self)
{
  for (guint i = 0; i < self->block.n_before; i++) {
    const Sentence *before = get_before (self, i);
    const guint *words = get_words (&self->aligner->before, before);

    for (guint j = 0; j < self->block.n_after; j++) {
      const Sentence *after = get_after (self, j);
      guint common = count_common (words, before->n_words, get_words (&self->aligner->after, after),
                                   after->n_words);

      self->common[(gsize)i * self->block.n_after + j] = MIN (common, G_MAXUINT16);
    }
  }
}

static void
fill (Table *self)
{
  fill_common (self);
  for (guint i = self->block.n_before + 1; i-- > 0;)
    for (guint j = self->block.n_after + 1; j-- > 0;)
      fill_cell (self, i, j);
}

static ProseAlignmentKind
get_kind (const Table *self, Move move, guint i, guint j)
{
  switch (move) {
  case MOVE_SPLIT:
    return PROSE_ALIGNMENT_SPLIT;
  case MOVE_JOIN:
    return PROSE_ALIGNMENT_JOINED;
  case MOVE_REMOVE:
    return PROSE_ALIGNMENT_REMOVED;
  case MOVE_ADD:
    return PROSE_ALIGNMENT_ADDED;
  case MOVE_PAIR:
  case MOVE_NONE:
  default:
    return get_before (self, i)->id == get_after (self, j)->id ? PROSE_ALIGNMENT_EQUAL
                                                               : PROSE_ALIGNMENT_CHANGED;
  }
}

static void
walk (Table *self)
{
  static const struct {
    guint before;
    guint after;
  } steps[] = {
    [MOVE_PAIR] = { 1, 1 },  [MOVE_REMOVE] = { 1, 0 }, [MOVE_ADD] = { 0, 1 },
    [MOVE_SPLIT] = { 1, 2 }, [MOVE_JOIN] = { 2, 1 },
  };
  guint i = 0, j = 0;

  while (i < self->block.n_before || j < self->block.n_after) {
    Move move = self->moves[get_cell (self, i, j)];
    Block pair = { self->block.before + i, steps[move].before, self->block.after + j,
                   steps[move].after };

    add_alignment (self->aligner, get_kind (self, move, i, j), pair);
    i += steps[move].before;
    j += steps[move].after;
  }
}

static void
align_all_pairs (Aligner *self, Block block)
{
  gsize n_cells = ((gsize)block.n_before + 1) * (block.n_after + 1);
  g_autofree guint *scores = g_new0 (guint, n_cells);
  g_autofree guint8 *moves = g_new0 (guint8, n_cells);
  g_autofree guint16 *common = g_new (guint16, MAX ((gsize)block.n_before * block.n_after, 1));
  Table table = { self, block, scores, moves, common };

  fill (&table);
  walk (&table);
}

/* --- a long part --- */

/* Where a sentence stands that each version has once. */
typedef struct {
  guint before;
  guint after;
  guint previous; /* the one before it in the longest order, G_MAXUINT for none */
} Anchor;

/* The places of the sentences of a version; G_MAXUINT for those that come again. */
static GHashTable *
find_places (const Side *side, guint first, guint n)
{
  GHashTable *places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n; i++) {
    gpointer id = GUINT_TO_POINTER (get_sentence (side, first + i)->id);
    guint place = g_hash_table_contains (places, id) ? G_MAXUINT : i;

    g_hash_table_insert (places, id, GUINT_TO_POINTER (place));
  }
  return places;
}

static GArray *
find_anchors (Aligner *self, Block block)
{
  g_autoptr (GHashTable) before = find_places (&self->before, block.before, block.n_before);
  g_autoptr (GHashTable) after = find_places (&self->after, block.after, block.n_after);
  GArray *anchors = g_array_new (FALSE, FALSE, sizeof (Anchor));

  for (guint i = 0; i < block.n_before; i++) {
    gpointer id = GUINT_TO_POINTER (get_sentence (&self->before, block.before + i)->id);
    Anchor anchor = { .before = i, .previous = G_MAXUINT };

    if (GPOINTER_TO_UINT (g_hash_table_lookup (before, id)) == G_MAXUINT ||
        !g_hash_table_contains (after, id))
      continue;
    anchor.after = GPOINTER_TO_UINT (g_hash_table_lookup (after, id));
    if (anchor.after != G_MAXUINT)
      g_array_append_val (anchors, anchor);
  }
  return anchors;
}

/* The first of the ends whose anchor does not stand before the place. */
static guint
find_end (const GArray *anchors, const GArray *ends, guint after)
{
  guint low = 0, high = ends->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    guint end = g_array_index (ends, guint, middle);

    if (g_array_index (anchors, Anchor, end).after < after)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The anchors of the longest order that is common to both, the last one first: for
 * each length of an order the anchor is kept that it can end with the earliest. */
static GArray *
find_longest_order (GArray *anchors)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < anchors->len; i++) {
    Anchor *anchor = &g_array_index (anchors, Anchor, i);
    guint place = find_end (anchors, ends, anchor->after);

    if (place > 0)
      anchor->previous = g_array_index (ends, guint, place - 1);
    if (place == ends->len)
      g_array_append_val (ends, i);
    else
      g_array_index (ends, guint, place) = i;
  }
  for (guint i = ends->len > 0 ? g_array_index (ends, guint, ends->len - 1) : G_MAXUINT;
       i != G_MAXUINT; i = g_array_index (anchors, Anchor, i).previous)
    g_array_append_val (order, i);
  return order;
}

static void
add_unlike (Aligner *self, Block block)
{
  for (guint i = 0; i < block.n_before; i++)
    add_alignment (self, PROSE_ALIGNMENT_REMOVED, (Block){ block.before + i, 1, 0, 0 });
  for (guint j = 0; j < block.n_after; j++)
    add_alignment (self, PROSE_ALIGNMENT_ADDED, (Block){ 0, 0, block.after + j, 1 });
}

static void align (Aligner *self, Block block);

static void
align_long (Aligner *self, Block block)
{
  g_autoptr (GArray) anchors = find_anchors (self, block);
  g_autoptr (GArray) order = find_longest_order (anchors);
  guint before = 0, after = 0;

  if (order->len == 0) {
    add_unlike (self, block);
    return;
  }

  for (guint i = order->len; i-- > 0;) {
    const Anchor *anchor = &g_array_index (anchors, Anchor, g_array_index (order, guint, i));

    align (self, (Block){ block.before + before, anchor->before - before, block.after + after,
                          anchor->after - after });
    add_alignment (self, PROSE_ALIGNMENT_EQUAL,
                   (Block){ block.before + anchor->before, 1, block.after + anchor->after, 1 });
    before = anchor->before + 1;
    after = anchor->after + 1;
  }
  align (self, (Block){ block.before + before, block.n_before - before, block.after + after,
                        block.n_after - after });
}

/* --- the whole --- */

static Block
take_equal_start (Aligner *self, Block block)
{
  while (block.n_before > 0 && block.n_after > 0 && is_equal (self, block.before, block.after)) {
    add_alignment (self, PROSE_ALIGNMENT_EQUAL, (Block){ block.before, 1, block.after, 1 });
    block = (Block){ block.before + 1, block.n_before - 1, block.after + 1, block.n_after - 1 };
  }
  return block;
}

static guint
count_equal_end (Aligner *self, Block block)
{
  guint n = 0;

  while (
      n < block.n_before && n < block.n_after &&
      is_equal (self, block.before + block.n_before - 1 - n, block.after + block.n_after - 1 - n))
    n++;

  return n;
}

static void
align (Aligner *self, Block block)
{
  Block middle = take_equal_start (self, block);
  guint n = count_equal_end (self, middle);

  middle.n_before -= n;
  middle.n_after -= n;
  if ((guint64)middle.n_before * middle.n_after <= MOST_PAIRS)
    align_all_pairs (self, middle);
  else
    align_long (self, middle);

  for (guint i = 0; i < n; i++)
    add_alignment (
        self, PROSE_ALIGNMENT_EQUAL,
        (Block){ middle.before + middle.n_before + i, 1, middle.after + middle.n_after + i, 1 });
}

/* --- replacements --- */

static ProseAlignment *
get_alignment (GArray *alignments, guint i)
{
  return &g_array_index (alignments, ProseAlignment, i);
}

static gboolean
is_alone (GArray *alignments, guint i)
{
  ProseAlignmentKind kind = get_alignment (alignments, i)->kind;

  return kind == PROSE_ALIGNMENT_REMOVED || kind == PROSE_ALIGNMENT_ADDED;
}

/* Where one sentence stands in the place of one other, it was replaced, however few
 * words they share. */
static void
join_replacements (GArray *alignments)
{
  guint n = 0;

  for (guint i = 0; i < alignments->len; n++) {
    guint end = i;
    ProseAlignment first = *get_alignment (alignments, i);

    while (end < alignments->len && is_alone (alignments, end))
      end++;
    if (end - i == 2 && first.kind == PROSE_ALIGNMENT_REMOVED &&
        get_alignment (alignments, i + 1)->kind == PROSE_ALIGNMENT_ADDED) {
      first.kind = PROSE_ALIGNMENT_CHANGED;
      first.after = get_alignment (alignments, i + 1)->after;
      i++;
    } else {
      for (; i + 1 < end; i++)
        *get_alignment (alignments, n++) = *get_alignment (alignments, i);
      first = *get_alignment (alignments, i);
    }
    *get_alignment (alignments, n) = first;
    i++;
  }
  g_array_set_size (alignments, n);
}

/**
 * prose_alignments_new:
 * @before: a text
 * @after: another version of it
 * @lexicon: the lexicon of its language
 *
 * Returns: (transfer full) (element-type ProseAlignment): the sentences of both, in
 *   the order of the texts
 */
GArray *
prose_alignments_new (const char *before, const char *after, ProseLexicon *lexicon)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Aligner aligner = {
    .abbreviations = prose_lexicon_get_abbreviations (lexicon),
    .ids = ids,
    .alignments = g_array_new (FALSE, FALSE, sizeof (ProseAlignment)),
  };

  read_side (&aligner, &aligner.before, before);
  read_side (&aligner, &aligner.after, after);
  align (&aligner, (Block){ 0, aligner.before.sentences->len, 0, aligner.after.sentences->len });
  join_replacements (aligner.alignments);
  clear_side (&aligner.before);
  clear_side (&aligner.after);
  return aligner.alignments;
}

/**
 * prose_alignment_kind_to_string:
 * @kind: what became of a sentence
 *
 * Returns: (transfer none): its name, such as `joined`
 */
const char *
prose_alignment_kind_to_string (ProseAlignmentKind kind)
{
  static const char *const names[] = { "equal", "changed", "removed", "added", "split", "joined" };

  g_return_val_if_fail (kind < G_N_ELEMENTS (names), NULL);

  return names[kind];
}
