/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-word-list.h"

/**
 * MellowWordList:
 *
 * Words that are right in one document, whatever the dictionary says. A word in
 * lower case is right with a capital, too, as at the start of a sentence.
 */
struct _MellowWordList {
  GObject parent_instance;

  GHashTable *words; /* a set */
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowWordList, mellow_word_list, G_TYPE_OBJECT)

static void
mellow_word_list_finalize (GObject *object)
{
  g_hash_table_unref (MELLOW_WORD_LIST (object)->words);

  G_OBJECT_CLASS (mellow_word_list_parent_class)->finalize (object);
}

static void
mellow_word_list_class_init (MellowWordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mellow_word_list_finalize;

  /**
   * MellowWordList::changed:
   * @self: a word list
   *
   * Words came or went.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mellow_word_list_init (MellowWordList *self)
{
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * mellow_word_list_new:
 *
 * Returns: (transfer full): an empty list
 */
MellowWordList *
mellow_word_list_new (void)
{
  return g_object_new (MELLOW_TYPE_WORD_LIST, NULL);
}

/**
 * mellow_word_list_has:
 * @self: a word list
 * @word: a word
 *
 * Returns: whether @word is right by this list
 */
gboolean
mellow_word_list_has (MellowWordList *self, const char *word)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (MELLOW_IS_WORD_LIST (self), FALSE);

  if (g_hash_table_size (self->words) == 0)
    return FALSE;
  if (g_hash_table_contains (self->words, word))
    return TRUE;

  lower = g_utf8_strdown (word, -1);
  return g_hash_table_contains (self->words, lower);
}

/**
 * mellow_word_list_add:
 * @self: a word list
 * @word: a word
 */
void
mellow_word_list_add (MellowWordList *self, const char *word)
{
  g_return_if_fail (MELLOW_IS_WORD_LIST (self));
  g_return_if_fail (word != NULL);

  if (g_hash_table_add (self->words, g_strdup (word)))
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * mellow_word_list_remove:
 * @self: a word list
 * @word: a word
 *
 * Takes @word from the list, also if that has it in lower case.
 */
void
mellow_word_list_remove (MellowWordList *self, const char *word)
{
  g_autofree char *lower = NULL;
  gboolean is_removed;

  g_return_if_fail (MELLOW_IS_WORD_LIST (self));

  lower = g_utf8_strdown (word, -1);
  is_removed = g_hash_table_remove (self->words, word);
  if (g_hash_table_remove (self->words, lower) || is_removed)
    g_signal_emit (self, signals[CHANGED], 0);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

/**
 * mellow_word_list_dup_words:
 * @self: a word list
 *
 * Returns: (transfer full): its words in a fixed order, to be kept somewhere
 */
GStrv
mellow_word_list_dup_words (MellowWordList *self)
{
  g_autoptr (GPtrArray) words = NULL;
  GHashTableIter iter;
  gpointer word;

  g_return_val_if_fail (MELLOW_IS_WORD_LIST (self), NULL);

  words = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, self->words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    g_ptr_array_add (words, g_strdup (word));
  g_ptr_array_sort (words, compare_words);
  g_ptr_array_add (words, NULL);

  return (GStrv)g_ptr_array_free (g_steal_pointer (&words), FALSE);
}

/**
 * mellow_word_list_set_words:
 * @self: a word list
 * @words: words that were kept
 */
void
mellow_word_list_set_words (MellowWordList *self, const char *const *words)
{
  g_return_if_fail (MELLOW_IS_WORD_LIST (self));
  g_return_if_fail (words != NULL);

  g_hash_table_remove_all (self->words);
  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_add (self->words, g_strdup (words[i]));
  g_signal_emit (self, signals[CHANGED], 0);
}
