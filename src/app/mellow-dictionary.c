/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-dictionary.h"

#include <enchant.h>
#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

/* How many answers are kept. A text of 10 MB has fewer different words. */
#define MOST_ANSWERS 100000

/* More than anyone reads. */
#define MOST_SUGGESTIONS 6

/**
 * MellowDictionary:
 *
 * The dictionary of one language, and the user's own words in it, as Enchant has
 * them.
 *
 * Reading one takes longer than a frame, so a thread does that and hands over
 * broker and dictionary; from then on only the main loop asks them. Answers are
 * remembered: a long text has few different words.
 */
struct _MellowDictionary {
  GObject parent_instance;

  MellowDictionaryState state;
  EnchantBroker *broker;
  EnchantDict *dict;
  char *code;          /* as installed, such as "da_DK" */
  GHashTable *answers; /* of words to whether they are right */
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MellowDictionary, mellow_dictionary, G_TYPE_OBJECT)

/* --- loading --- */

/* What is looked for, and then what was found. */
typedef struct {
  char *code;
  gboolean take_any;
  char *found;
  EnchantBroker *broker;
  EnchantDict *dict;
} Search;

/* Hunspell has a table of letters that all dictionaries share, and counts without a
 * lock who has one. So only one is opened or closed at a time; looking something up
 * only reads it. */
static GMutex opening;

/* A broker that is never freed. With the last one Enchant would unload the code of
 * its providers, and the thread of a dictionary may still be inside of it. */
static EnchantBroker *resident;

/* Whether the program ends: no thread goes into Enchant any more. */
static int is_over = FALSE;

/* Exit handlers take down what the providers keep, under a thread that is inside of
 * them. This one comes first, and waits for it. */
static void
await_opening (void)
{
  g_atomic_int_set (&is_over, TRUE);
  g_mutex_lock (&opening);
  g_mutex_unlock (&opening);
}

/* What is registered last is run first, and the providers register theirs while they are
 * loaded. Before that it is for a program that ends meanwhile. */
static void
load_providers (void)
{
  if (resident != NULL)
    return;

  atexit (await_opening);
  resident = enchant_broker_init ();
  atexit (await_opening);
}

static void
close_dictionary (EnchantBroker *broker, EnchantDict *dict)
{
  if (broker == NULL)
    return;

  g_mutex_lock (&opening);
  if (dict != NULL)
    enchant_broker_free_dict (broker, dict);
  enchant_broker_free (broker);
  g_mutex_unlock (&opening);
}

static void
search_free (Search *self)
{
  close_dictionary (self->broker, self->dict);
  g_free (self->code);
  g_free (self->found);
  g_free (self);
}

static gboolean
is_of_language (const char *code, const char *language)
{
  gsize length = strcspn (language, "_-");

  return strncmp (code, language, length) == 0 && !g_ascii_isalpha (code[length]);
}

/* Enchant would take any variant for the one it is asked for. The one with the
 * first name stands in for another, so that it is always the same. */
static void
consider (const char *code,
          const char *provider,
          const char *description,
          const char *file,
          void *user_data)
{
  Search *search = user_data;

  if (g_strcmp0 (search->found, search->code) == 0 || !is_of_language (code, search->code))
    return;
  if (!g_str_equal (code, search->code) &&
      (!search->take_any || (search->found != NULL && strcmp (search->found, code) <= 0)))
    return;

  g_free (search->found);
  search->found = g_strdup (code);
}

static void
open_dictionary (Search *search)
{
  search->broker = enchant_broker_init ();
  enchant_broker_list_dicts (search->broker, consider, search);
  if (search->found != NULL)
    search->dict = enchant_broker_request_dict (search->broker, search->found);
}

static void
search_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Search *search = task_data;

  g_mutex_lock (&opening);
  if (!g_atomic_int_get (&is_over)) {
    load_providers ();
    open_dictionary (search);
  }
  g_mutex_unlock (&opening);
  g_task_return_boolean (task, search->dict != NULL);
}

static void
emit_changed (MellowDictionary *self)
{
  g_hash_table_remove_all (self->answers);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_searched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MellowDictionary *self = MELLOW_DICTIONARY (source);
  Search *search = g_task_get_task_data (G_TASK (result));

  self->broker = g_steal_pointer (&search->broker);
  self->dict = g_steal_pointer (&search->dict);
  self->code = g_steal_pointer (&search->found);
  self->state = self->dict != NULL ? MELLOW_DICTIONARY_READY : MELLOW_DICTIONARY_MISSING;
  emit_changed (self);
}

static void
search (MellowDictionary *self, const char *code, gboolean take_any)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_searched, NULL);
  Search *data = g_new0 (Search, 1);

  data->code = g_strdup (code);
  data->take_any = take_any;
  g_task_set_source_tag (task, search);
  g_task_set_task_data (task, data, (GDestroyNotify)search_free);
  g_task_run_in_thread (task, search_in_thread);
}

/* --- the object --- */

static void
mellow_dictionary_finalize (GObject *object)
{
  MellowDictionary *self = MELLOW_DICTIONARY (object);

  close_dictionary (self->broker, self->dict);
  g_free (self->code);
  g_hash_table_unref (self->answers);

  G_OBJECT_CLASS (mellow_dictionary_parent_class)->finalize (object);
}

static void
mellow_dictionary_class_init (MellowDictionaryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mellow_dictionary_finalize;

  /**
   * MellowDictionary::changed:
   * @self: a dictionary
   *
   * It was found, or turned out to be missing, or the user's words in it changed:
   * a word may be right that was not, or the other way round.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mellow_dictionary_init (MellowDictionary *self)
{
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * mellow_dictionary_new:
 * @code: a language and its variant, such as `en_GB`
 * @take_any: whether another variant will do
 *
 * Returns: (transfer full): a dictionary that is being looked for
 */
MellowDictionary *
mellow_dictionary_new (const char *code, gboolean take_any)
{
  MellowDictionary *self;

  g_return_val_if_fail (code != NULL && *code != '\0', NULL);

  self = g_object_new (MELLOW_TYPE_DICTIONARY, NULL);
  search (self, code, take_any);

  return self;
}

/**
 * mellow_dictionary_get_state:
 * @self: a dictionary
 *
 * Returns: whether it can be asked
 */
MellowDictionaryState
mellow_dictionary_get_state (MellowDictionary *self)
{
  g_return_val_if_fail (MELLOW_IS_DICTIONARY (self), MELLOW_DICTIONARY_MISSING);

  return self->state;
}

/**
 * mellow_dictionary_get_code:
 * @self: a dictionary
 *
 * Returns: (nullable): language and variant as installed, %NULL before it is
 *   found
 */
const char *
mellow_dictionary_get_code (MellowDictionary *self)
{
  g_return_val_if_fail (MELLOW_IS_DICTIONARY (self), NULL);

  return self->code;
}

/* --- asking --- */

/* An empty word, or none in UTF-8, is a caller's mistake for Enchant. */
static gboolean
can_ask (MellowDictionary *self, const char *word)
{
  return self->state == MELLOW_DICTIONARY_READY && *word != '\0' &&
         g_utf8_validate (word, -1, NULL);
}

static gboolean
is_right (MellowDictionary *self, const char *word, gsize length)
{
  return length > 0 && enchant_dict_check (self->dict, word, length) == 0;
}

/* A genitive is right if the name is: "Anna's". */
static gboolean
ask (MellowDictionary *self, const char *word)
{
  gsize length = strlen (word);

  return is_right (self, word, length) ||
         (g_str_has_suffix (word, "'s") && is_right (self, word, length - 2));
}

/**
 * mellow_dictionary_knows:
 * @self: a dictionary
 * @word: a word as dictionaries write it
 *
 * Returns: whether it is right. A dictionary that is not there has no objections
 */
gboolean
mellow_dictionary_knows (MellowDictionary *self, const char *word)
{
  gpointer answer;

  g_return_val_if_fail (MELLOW_IS_DICTIONARY (self), TRUE);
  g_return_val_if_fail (word != NULL, TRUE);

  if (g_hash_table_lookup_extended (self->answers, word, NULL, &answer))
    return GPOINTER_TO_INT (answer);
  if (!can_ask (self, word))
    return TRUE;

  if (g_hash_table_size (self->answers) >= MOST_ANSWERS)
    g_hash_table_remove_all (self->answers);
  answer = GINT_TO_POINTER (ask (self, word));
  g_hash_table_insert (self->answers, g_strdup (word), answer);
  return GPOINTER_TO_INT (answer);
}

/**
 * mellow_dictionary_suggest:
 * @self: a dictionary
 * @word: a word that it does not know
 *
 * Returns: (transfer full): what may be meant, the best first; often nothing
 */
GStrv
mellow_dictionary_suggest (MellowDictionary *self, const char *word)
{
  g_autoptr (GPtrArray) words = NULL;
  char **suggestions;
  gsize n = 0;

  g_return_val_if_fail (MELLOW_IS_DICTIONARY (self), NULL);
  g_return_val_if_fail (word != NULL, NULL);

  words = g_ptr_array_new ();
  suggestions =
      can_ask (self, word) ? enchant_dict_suggest (self->dict, word, strlen (word), &n) : NULL;
  for (gsize i = 0; i < MIN (n, MOST_SUGGESTIONS); i++)
    g_ptr_array_add (words, g_strdup (suggestions[i]));
  g_ptr_array_add (words, NULL);
  if (suggestions != NULL)
    enchant_dict_free_string_list (self->dict, suggestions);

  return (GStrv)g_ptr_array_free (g_steal_pointer (&words), FALSE);
}

/* --- own words --- */

/**
 * mellow_dictionary_has_own_word:
 * @self: a dictionary
 * @word: a word
 *
 * Returns: whether the user has added it
 */
gboolean
mellow_dictionary_has_own_word (MellowDictionary *self, const char *word)
{
  g_return_val_if_fail (MELLOW_IS_DICTIONARY (self), FALSE);
  g_return_val_if_fail (word != NULL, FALSE);

  return can_ask (self, word) && enchant_dict_is_added (self->dict, word, strlen (word));
}

static char *
get_path_of_own_words (MellowDictionary *self)
{
  const char *chosen = g_getenv ("ENCHANT_CONFIG_DIR");
  g_autofree char *name = g_strconcat (self->code, ".dic", NULL);

  return chosen != NULL ? g_build_filename (chosen, name, NULL)
                        : g_build_filename (g_get_user_config_dir (), "enchant", name, NULL);
}

/* Enchant does not tell whether it could write its list, so it is looked for. */
static gboolean
is_kept (MellowDictionary *self, const char *word)
{
  g_autofree char *path = get_path_of_own_words (self);
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return FALSE;

  words = g_strsplit (text, "\n", -1);
  return g_strv_contains ((const char *const *)words, word);
}

/**
 * mellow_dictionary_add_word:
 * @self: a dictionary that is ready
 * @word: a word
 *
 * Adds @word to the user's own words, for all programs that use Enchant.
 *
 * Returns: whether it is kept; if not, it is right until the program ends
 */
gboolean
mellow_dictionary_add_word (MellowDictionary *self, const char *word)
{
  g_return_val_if_fail (MELLOW_IS_DICTIONARY (self), FALSE);
  g_return_val_if_fail (can_ask (self, word), FALSE);

  enchant_dict_add (self->dict, word, strlen (word));
  emit_changed (self);
  return is_kept (self, word);
}

/**
 * mellow_dictionary_remove_word:
 * @self: a dictionary that is ready
 * @word: a word that the user has added
 */
void
mellow_dictionary_remove_word (MellowDictionary *self, const char *word)
{
  g_return_if_fail (MELLOW_IS_DICTIONARY (self));
  g_return_if_fail (can_ask (self, word));

  enchant_dict_remove (self->dict, word, strlen (word));
  emit_changed (self);
}
