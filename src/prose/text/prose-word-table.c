/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/prose-word-table.h"

#include <string.h>

/* How many distinct words are kept between two texts. A language has fewer in
 * use; random input must not fill the memory. */
#define MOST_WORDS 200000

/* How many slots there are at first; always a power of two, at most half full.
 */
#define FIRST_SLOTS 4096

/* How much text is allocated in one go, in bytes. */
#define CHUNK_SIZE 65536

/* A slot of the hash table: the hash saves most comparisons. */
typedef struct {
  guint hash;
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

/* The last bytes of a word, at most eight, as a number; loads overlap rather
 * than go byte by byte. */
static guint64
load_tail (const char *text, guint length)
{
  guint32 first, last;

  if (length < 4)
    return length == 0 ? 0
                       : (guchar)text[0] | (guint64)(guchar)text[length / 2] << 8 |
                             (guint64)(guchar)text[length - 1] << 16;

  memcpy (&first, text, 4);
  memcpy (&last, text + length - 4, 4);
  return first | (guint64)last << 32;
}

/* Multiplicative hashing, eight bytes at a time. */
static guint
hash_bytes (const char *text, guint length, guint seed)
{
  guint64 hash = seed ^ (length * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  for (; length > 8; text += 8, length -= 8) {
    guint64 chunk;

    memcpy (&chunk, text, 8);
    hash = (hash ^ chunk) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
    hash ^= hash >> 32;
  }
  hash = (hash ^ load_tail (text, length)) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);

  return hash ^ (hash >> 32);
}

static void
grow (ProseWordTable *self)
{
  guint n_slots = self->n_slots * 2;
  Slot *slots = g_new0 (Slot, n_slots);

  for (guint i = 0; i < self->n_slots; i++) {
    guint j = self->slots[i].hash & (n_slots - 1);

    if (self->slots[i].word_and_one == 0)
      continue;
    while (slots[j].word_and_one != 0)
      j = (j + 1) & (n_slots - 1);
    slots[j] = self->slots[i];
  }
  g_free (self->slots);
  self->slots = slots;
  self->n_slots = n_slots;
}

static guint8
get_kept_flags (const ProseToken *token)
{
  if (token->kind == PROSE_TOKEN_PUNCTUATION)
    return token->flags;

  return token->flags & ~PROSE_TOKEN_SPACED;
}

static gboolean
is_entry (const ProseWordEntry *entry, const char *start, const ProseToken *token)
{
  return entry->length == prose_span_get_length (token->span) && entry->kind == token->kind &&
         entry->flags == get_kept_flags (token) && memcmp (entry->text, start, entry->length) == 0;
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

static guint
intern_token (ProseWordTable *self, const char *text, const ProseToken *token)
{
  const char *start = text + token->span.start;
  guint hash = hash_bytes (start, prose_span_get_length (token->span), get_kept_flags (token));

  for (guint i = hash & (self->n_slots - 1);; i = (i + 1) & (self->n_slots - 1)) {
    Slot *slot = &self->slots[i];

    if (slot->word_and_one == 0) {
      guint word = add_entry (self, start, token);

      *slot = (Slot){ hash, word + 1 };
      if (self->entries->len * 2 > self->n_slots)
        grow (self);
      return word;
    }
    if (slot->hash == hash &&
        is_entry (prose_word_table_get (self, slot->word_and_one - 1), start, token))
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
  g_array_set_size (words, tokens->len);
  for (guint i = 0; i < tokens->len; i++)
    g_array_index (words, guint, i) =
        intern_token (self, text, &g_array_index (tokens, ProseToken, i));
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
    prose_language_vote_add (
        &vote, &prose_word_table_get (self, g_array_index (words, guint, i))->vote, 1);

  return vote;
}
