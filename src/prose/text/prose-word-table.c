/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/prose-word-table.h"

#include <string.h>

/* How many distinct words are kept between two texts. A language has fewer in
 * use; random input must not fill the memory. */
#define MOST_WORDS 200000

/* How many slots there are at first; always a power of two, at most half full.
 */
#define FIRST_SLOTS 4096

/* How many bytes of a word a slot holds. */
#define HEAD_SIZE 8

#define HASH_FACTOR G_GUINT64_CONSTANT (0xff51afd7ed558ccd)

/* How much text is allocated in one go, in bytes. */
#define CHUNK_SIZE 65536

/* A slot of the hash table: a word and what it is looked up by, its first bytes
 * (HEAD_SIZE at most) and its length, kind and flags. Of a short word this says
 * all. Kept small: where the slots lie in the cache decides the speed. */
typedef struct {
  guint64 head;
  guint shape;
  guint word_and_one; /* 0: free */
} Slot;

struct _ProseWordTable {
  Slot *slots;
  guint n_slots;
  GArray *entries; /* of ProseWordEntry */
  GStringChunk *texts;
};

ProseWordTable *
prose_word_table_new (void)
{
  ProseWordTable *self = g_new0 (ProseWordTable, 1);

  self->n_slots = FIRST_SLOTS;
  self->slots = g_new0 (Slot, self->n_slots);
  self->entries = g_array_new (FALSE, FALSE, sizeof (ProseWordEntry));
  self->texts = g_string_chunk_new (CHUNK_SIZE);

  return self;
}

void
prose_word_table_free (ProseWordTable *self)
{
  g_free (self->slots);
  g_array_unref (self->entries);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * prose_word_table_trim:
 * @self: a table none of whose words are in use
 *
 * Forgets all words if there are more than any language has.
 *
 * Returns: whether it did; then all numbers are void
 */
gboolean
prose_word_table_trim (ProseWordTable *self)
{
  if (self->entries->len <= MOST_WORDS)
    return FALSE;

  memset (self->slots, 0, self->n_slots * sizeof (Slot));
  g_array_set_size (self->entries, 0);
  g_string_chunk_clear (self->texts);
  return TRUE;
}

static guint8
get_kept_flags (const ProseToken *token)
{
  return token->flags & (token->kind == PROSE_TOKEN_PUNCTUATION ? G_MAXUINT8 : ~PROSE_TOKEN_SPACED);
}

/* The first bytes of a text, at most HEAD_SIZE, of which length count. The text
 * goes on for room bytes: where that is enough, one load does. */
static inline guint64
load_head (const char *text, guint length, guint room)
{
  guint64 head = 0;

  if (G_UNLIKELY (room < HEAD_SIZE)) {
    memcpy (&head, text, MIN (length, HEAD_SIZE));
    return GUINT64_FROM_LE (head);
  }

  memcpy (&head, text, HEAD_SIZE);
  head = GUINT64_FROM_LE (head);
  return length >= HEAD_SIZE ? head : head & ((G_GUINT64_CONSTANT (1) << 8 * length) - 1);
}

/* The slot that a token looks for, as yet without a word. */
static inline Slot
make_slot (const char *start, guint length, guint room, const ProseToken *token)
{
  return (Slot){ .head = load_head (start, length, room),
                 .shape = length << 12 | token->kind << 8 | get_kept_flags (token) };
}

static inline gboolean
is_alike (const Slot *slot, const Slot *other)
{
  return slot->head == other->head && slot->shape == other->shape;
}

/* Multiplicative hashing, HEAD_SIZE bytes at a time. */
static inline guint
hash_slot (const Slot *slot, const char *start, guint length)
{
  guint64 hash = (slot->head ^ slot->shape * HASH_FACTOR) * HASH_FACTOR;

  for (guint i = HEAD_SIZE; i < length; i += HEAD_SIZE)
    hash = (hash ^ hash >> 32 ^ load_head (start + i, length - i, length - i)) * HASH_FACTOR;

  return hash >> 32;
}

/* Whether a word whose slot is alike is the text at start. */
static inline gboolean
has_text (ProseWordTable *self, guint word, const char *start, guint length)
{
  const ProseWordEntry *entry;

  if (length <= HEAD_SIZE)
    return TRUE;

  entry = prose_word_table_get (self, word);
  return entry->length == length && memcmp (entry->text, start, length) == 0;
}

static void
grow (ProseWordTable *self)
{
  guint n_slots = self->n_slots * 2;
  Slot *slots = g_new0 (Slot, n_slots);

  for (guint i = 0; i < self->n_slots; i++) {
    const Slot *slot = &self->slots[i];
    const ProseWordEntry *entry;
    guint j;

    if (slot->word_and_one == 0)
      continue;
    entry = prose_word_table_get (self, slot->word_and_one - 1);
    j = hash_slot (slot, entry->text, entry->length) & (n_slots - 1);
    while (slots[j].word_and_one != 0)
      j = (j + 1) & (n_slots - 1);
    slots[j] = *slot;
  }
  g_free (self->slots);
  self->slots = slots;
  self->n_slots = n_slots;
}

static guint
add_entry (ProseWordTable *self, const char *start, const ProseToken *token)
{
  guint length = prose_span_get_length (token->span);
  ProseWordEntry entry = {
    .text = g_string_chunk_insert_len (self->texts, start, length),
    .length = length,
    .kind = token->kind,
    .flags = get_kept_flags (token),
  };

  if (token->kind == PROSE_TOKEN_WORD)
    entry.vote = prose_language_vote_for_word (start, length);
  g_array_append_val (self->entries, entry);
  return self->entries->len - 1;
}

/* The text is known to go on until end. */
static inline guint
intern_token (ProseWordTable *self, const char *text, guint end, const ProseToken *token)
{
  const char *start = text + token->span.start;
  guint length = prose_span_get_length (token->span);
  Slot wanted = make_slot (start, length, end - token->span.start, token);

  for (guint i = hash_slot (&wanted, start, length);; i++) {
    Slot *slot = &self->slots[i & (self->n_slots - 1)];

    if (slot->word_and_one == 0) {
      wanted.word_and_one = add_entry (self, start, token) + 1;
      *slot = wanted;
      if (self->entries->len * 2 > self->n_slots)
        grow (self);
      return wanted.word_and_one - 1;
    }
    if (is_alike (slot, &wanted) && has_text (self, slot->word_and_one - 1, start, length))
      return slot->word_and_one - 1;
  }
}

/**
 * prose_word_table_intern:
 * @self: a table
 * @text: a text
 * @tokens: (element-type ProseToken): its tokens
 * @words: (element-type guint): where the word of each token is put, in place
 * of what was there
 */
void
prose_word_table_intern (ProseWordTable *self,
                         const char *text,
                         const GArray *tokens,
                         GArray *words)
{
  const ProseToken *all = (const ProseToken *)(gconstpointer)tokens->data;
  guint n = tokens->len;
  guint end = n > 0 ? all[n - 1].span.end : 0;
  guint *numbers;

  g_array_set_size (words, n);
  numbers = (guint *)(gpointer)words->data;
  for (guint i = 0; i < n; i++)
    numbers[i] = intern_token (self, text, end, &all[i]);
}

const ProseWordEntry *
prose_word_table_get (ProseWordTable *self, guint word)
{
  return &g_array_index (self->entries, ProseWordEntry, word);
}

guint
prose_word_table_get_size (ProseWordTable *self)
{
  return self->entries->len;
}

/**
 * prose_word_table_vote:
 * @self: a table
 * @words: (element-type guint): the words of a text
 *
 * Returns: how they vote for its language
 */
ProseLanguageVote
prose_word_table_vote (ProseWordTable *self, const GArray *words)
{
  ProseLanguageVote vote = { 0 };

  for (guint i = 0; i < words->len; i++)
    prose_language_vote_add (&vote,
                             &prose_word_table_get (self, g_array_index (words, guint, i))->vote);

  return vote;
}
