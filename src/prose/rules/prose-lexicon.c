/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-lexicon.h"

#include <string.h>

#include "text/prose-fold.h"

struct _ProseLexicon {
  char *language;
  GStringChunk *words; /* each string of the records once */
  GArray *records;     /* of ProseLexiconRecord, as they came */
  GHashTable *lists;   /* name → set of words */
  GHashTable *sets;    /* name → pattern */
  GHashTable *lemmas;  /* lemma → GPtrArray of its records */
  GHashTable *forms;   /* form → GPtrArray of lemmas that have it */
};

/* A form that is kept for agreement and is no word of the text. */
#define TAG_GENDER "gender"

/**
 * prose_lexicon_new:
 * @language: a language code
 *
 * Returns: (transfer full): an empty lexicon
 */
ProseLexicon *
prose_lexicon_new (const char *language)
{
  ProseLexicon *self = g_atomic_rc_box_new0 (ProseLexicon);
  GDestroyNotify free_array = (GDestroyNotify)g_ptr_array_unref;

  self->language = g_strdup (language);
  self->words = g_string_chunk_new (4096);
  self->records = g_array_new (FALSE, FALSE, sizeof (ProseLexiconRecord));
  self->lists =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_hash_table_unref);
  self->sets = g_hash_table_new (g_str_hash, g_str_equal);
  self->lemmas = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_array);
  self->forms = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_array);

  return self;
}

ProseLexicon *
prose_lexicon_ref (ProseLexicon *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
lexicon_clear (ProseLexicon *self)
{
  g_free (self->language);
  g_string_chunk_free (self->words);
  g_array_unref (self->records);
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->sets);
  g_hash_table_unref (self->lemmas);
  g_hash_table_unref (self->forms);
}

void
prose_lexicon_unref (ProseLexicon *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify)lexicon_clear);
}

const char *
prose_lexicon_get_language (ProseLexicon *self)
{
  return self->language;
}

static GPtrArray *
ensure_array (GHashTable *table, const char *key)
{
  GPtrArray *array = g_hash_table_lookup (table, key);

  if (array == NULL) {
    array = g_ptr_array_new ();
    g_hash_table_insert (table, (gpointer)key, array);
  }
  return array;
}

static void
add_to_list (ProseLexicon *self, const char *list, const char *word)
{
  GHashTable *words = g_hash_table_lookup (self->lists, list);

  if (words == NULL) {
    words = g_hash_table_new (g_str_hash, g_str_equal);
    g_hash_table_insert (self->lists, (gpointer)list, words);
  }
  g_hash_table_add (words, (gpointer)word);
}

/* A lemma's forms are pairs of tag and form, one after the other. */
static void
add_form (ProseLexicon *self, const char *lemma, const char *tag, const char *form)
{
  GPtrArray *pairs = ensure_array (self->lemmas, lemma);
  GPtrArray *lemmas;

  g_ptr_array_add (pairs, (gpointer)tag);
  g_ptr_array_add (pairs, (gpointer)form);
  if (g_strcmp0 (tag, TAG_GENDER) == 0)
    return;

  lemmas = ensure_array (self->forms, form);
  if (!g_ptr_array_find (lemmas, lemma, NULL))
    g_ptr_array_add (lemmas, (gpointer)lemma);
}

/* Words are many: as quarks, they would stay for good. */
static const char *
keep (ProseLexicon *self, const char *word)
{
  return word != NULL ? g_string_chunk_insert_const (self->words, word) : NULL;
}

/**
 * prose_lexicon_add:
 * @self: a lexicon that is not shared yet
 * @record: a fact; its strings are copied, words in folded form
 */
void
prose_lexicon_add (ProseLexicon *self, ProseLexiconRecord record)
{
  record.name = keep (self, record.name);
  record.tag = keep (self, record.tag);
  record.value = keep (self, record.value);
  g_array_append_val (self->records, record);

  switch (record.kind) {
  case PROSE_LEXICON_LIST:
    add_to_list (self, record.name, record.value);
    break;
  case PROSE_LEXICON_SET:
    g_hash_table_insert (self->sets, (gpointer)record.name, (gpointer)record.value);
    break;
  case PROSE_LEXICON_FORM:
    add_form (self, record.name, record.tag, record.value);
    break;
  default:
    g_assert_not_reached ();
  }
}

/**
 * prose_lexicon_get_records:
 * @self: a lexicon
 *
 * Returns: (element-type ProseLexiconRecord): all it was given, in order
 */
const GArray *
prose_lexicon_get_records (ProseLexicon *self)
{
  return self->records;
}

/**
 * prose_lexicon_get_list:
 * @self: a lexicon
 * @list: the name of a list
 *
 * Returns: (nullable): the words of the list, as a set
 */
GHashTable *
prose_lexicon_get_list (ProseLexicon *self, const char *list)
{
  return g_hash_table_lookup (self->lists, list);
}

/**
 * prose_lexicon_get_abbreviations:
 * @self: a lexicon
 *
 * Returns: (transfer none): the words that a full stop belongs to
 */
ProseAbbreviations
prose_lexicon_get_abbreviations (ProseLexicon *self)
{
  return (ProseAbbreviations){
    .all = prose_lexicon_get_list (self, "abbreviations"),
    .enders = prose_lexicon_get_list (self, "enders"),
    .numberers = prose_lexicon_get_list (self, "numberers"),
    .ordered = prose_lexicon_get_list (self, "ordered"),
  };
}

gboolean
prose_lexicon_list_has (ProseLexicon *self, const char *list, const char *word)
{
  GHashTable *words = prose_lexicon_get_list (self, list);

  return words != NULL && g_hash_table_contains (words, word);
}

/**
 * prose_lexicon_get_place:
 * @self: a lexicon
 * @list: the name of a list
 * @word: a word
 *
 * Returns: where the word stands in the list as it was written, from 0;
 *   %G_MAXUINT if it does not
 */
guint
prose_lexicon_get_place (ProseLexicon *self, const char *list, const char *word)
{
  guint place = 0;

  for (guint i = 0; i < self->records->len; i++) {
    const ProseLexiconRecord *record = &g_array_index (self->records, ProseLexiconRecord, i);

    if (record->kind != PROSE_LEXICON_LIST || !g_str_equal (record->name, list))
      continue;
    if (g_str_equal (record->value, word))
      return place;
    place++;
  }
  return G_MAXUINT;
}

/**
 * prose_lexicon_get_word:
 * @self: a lexicon
 * @list: the name of a list
 * @place: a place in it, from 0
 *
 * Returns: (nullable): the word that stands there as the list was written
 */
const char *
prose_lexicon_get_word (ProseLexicon *self, const char *list, guint place)
{
  for (guint i = 0; i < self->records->len; i++) {
    const ProseLexiconRecord *record = &g_array_index (self->records, ProseLexiconRecord, i);

    if (record->kind == PROSE_LEXICON_LIST && g_str_equal (record->name, list) && place-- == 0)
      return record->value;
  }
  return NULL;
}

/* The word that a form of address is named by, as the lexicon has it. */
static const char *
get_address (ProseLexicon *self, guint address)
{
  g_autofree char *list = g_strdup_printf ("address-%u", address + 1);

  return prose_lexicon_get_word (self, list, 0);
}

/**
 * prose_lexicon_find_address:
 * @self: a lexicon
 * @name: (nullable): a form of address, by its first word (`De`)
 * @fallback: what to return for a form that the language does not have
 *
 * Returns: its number, from 0
 */
guint
prose_lexicon_find_address (ProseLexicon *self, const char *name, guint fallback)
{
  g_autofree char *folded = name != NULL ? prose_fold_word (name) : NULL;
  const char *word;

  for (guint i = 0; folded != NULL && (word = get_address (self, i)) != NULL; i++)
    if (g_str_equal (word, folded))
      return i;

  return fallback;
}

/**
 * prose_lexicon_dup_address:
 * @self: a lexicon
 * @address: the number of a form of address
 *
 * Returns: (transfer full) (nullable): its first word as it is written (`De`)
 */
char *
prose_lexicon_dup_address (ProseLexicon *self, guint address)
{
  const char *word = get_address (self, address);
  g_autofree char *first = NULL;

  if (word == NULL || !prose_lexicon_list_has (self, "capitalised", word))
    return g_strdup (word);

  first = g_utf8_strup (word, g_utf8_next_char (word) - word);
  return g_strconcat (first, g_utf8_next_char (word), NULL);
}

/**
 * prose_lexicon_get_set:
 * @self: a lexicon
 * @name: the name of a set
 *
 * Returns: (nullable): the pattern of the set
 */
const char *
prose_lexicon_get_set (ProseLexicon *self, const char *name)
{
  return g_hash_table_lookup (self->sets, name);
}

/**
 * prose_lexicon_get_forms:
 * @self: a lexicon
 * @lemma: the first form of an entry
 *
 * Returns: (transfer full) (nullable): all forms of @lemma, once each; %NULL if
 *   the lexicon does not know it
 */
GPtrArray *
prose_lexicon_get_forms (ProseLexicon *self, const char *lemma)
{
  GPtrArray *pairs = g_hash_table_lookup (self->lemmas, lemma);
  g_autoptr (GPtrArray) forms = g_ptr_array_new ();

  if (pairs == NULL)
    return NULL;

  for (guint i = 0; i < pairs->len; i += 2) {
    const char *form = pairs->pdata[i + 1];

    if (g_strcmp0 (pairs->pdata[i], TAG_GENDER) != 0 && !g_ptr_array_find (forms, form, NULL))
      g_ptr_array_add (forms, (gpointer)form);
  }
  return g_steal_pointer (&forms);
}

static const char *
find_tag (GPtrArray *pairs, const char *tag)
{
  for (guint i = 0; i < pairs->len; i += 2)
    if (g_strcmp0 (pairs->pdata[i], tag) == 0)
      return pairs->pdata[i + 1];

  return NULL;
}

static gboolean
has_pair (GPtrArray *pairs, const char *tag, const char *form)
{
  for (guint i = 0; i < pairs->len; i += 2)
    if (g_strcmp0 (pairs->pdata[i], tag) == 0 && g_str_equal (pairs->pdata[i + 1], form))
      return TRUE;

  return FALSE;
}

/**
 * prose_lexicon_is_form:
 * @self: a lexicon
 * @word: any form of a word, folded
 * @tag: a form (`gerund`)
 *
 * Returns: whether @word is that form of a word
 */
gboolean
prose_lexicon_is_form (ProseLexicon *self, const char *word, const char *tag)
{
  GPtrArray *lemmas = g_hash_table_lookup (self->forms, word);

  for (guint i = 0; lemmas != NULL && i < lemmas->len; i++)
    if (has_pair (g_hash_table_lookup (self->lemmas, lemmas->pdata[i]), tag, word))
      return TRUE;

  return FALSE;
}

/**
 * prose_lexicon_share_lemma:
 * @self: a lexicon
 * @word: a word, folded
 * @other: another one, folded
 *
 * Returns: whether both are forms of one word
 */
gboolean
prose_lexicon_share_lemma (ProseLexicon *self, const char *word, const char *other)
{
  GPtrArray *lemmas = g_hash_table_lookup (self->forms, word);
  GPtrArray *others = g_hash_table_lookup (self->forms, other);

  for (guint i = 0; lemmas != NULL && others != NULL && i < lemmas->len; i++)
    if (g_ptr_array_find_with_equal_func (others, lemmas->pdata[i], g_str_equal, NULL))
      return TRUE;

  return FALSE;
}

/**
 * prose_lexicon_get_form:
 * @self: a lexicon
 * @word: any form of a word, folded
 * @tag: the form that is wanted (`gerund`)
 *
 * Returns: (nullable): that form of the word, or %NULL if the lexicon has none
 */
const char *
prose_lexicon_get_form (ProseLexicon *self, const char *word, const char *tag)
{
  GPtrArray *lemmas = g_hash_table_lookup (self->forms, word);

  for (guint i = 0; lemmas != NULL && i < lemmas->len; i++) {
    GPtrArray *pairs = g_hash_table_lookup (self->lemmas, lemmas->pdata[i]);
    const char *form = find_tag (pairs, tag);

    if (form != NULL)
      return form;
  }
  return NULL;
}

/* --- languages that write their nouns with a capital --- */

/* The last part of a compound has this many bytes at least. */
#define SHORTEST_NOUN 4

/**
 * prose_lexicon_capitalises_nouns:
 * @self: a lexicon
 *
 * Returns: whether the language writes its nouns with a capital, as German does
 */
gboolean
prose_lexicon_capitalises_nouns (ProseLexicon *self)
{
  return prose_lexicon_list_has (self, "options", "noun-capitals");
}

static gboolean
has_noun (ProseLexicon *self, const char *word)
{
  return prose_lexicon_get_form (self, word, "singular") != NULL ||
         prose_lexicon_get_form (self, word, "plural") != NULL;
}

/**
 * prose_lexicon_is_noun:
 * @self: a lexicon
 * @word: a word, folded
 *
 * Returns: whether it is a noun that the lexicon knows, or a compound that ends in one
 */
gboolean
prose_lexicon_is_noun (ProseLexicon *self, const char *word)
{
  for (const char *p = word; p == word || strlen (p) >= SHORTEST_NOUN; p = g_utf8_next_char (p)) {
    if (has_noun (self, p))
      return TRUE;
    if (*p == '\0')
      break;
  }
  return FALSE;
}

static gboolean
ends_as_adjective (const char *word)
{
  static const char *const endings[] = { "ig", "lich", "isch", "bar", "sam", "los", "haft", "end" };
  static const char *const cases[] = { "", "e", "en", "er", "es", "em" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    for (guint j = 0; j < G_N_ELEMENTS (cases); j++) {
      g_autofree char *ending = g_strconcat (endings[i], cases[j], NULL);

      if (g_str_has_suffix (word, ending))
        return TRUE;
    }
  return FALSE;
}

/**
 * prose_lexicon_is_small:
 * @self: a lexicon
 * @word: a word, folded
 *
 * Whether a word is written without a capital inside of a sentence. In a language that
 * capitalises its nouns, those are the frequent words, and the verbs and adjectives
 * that the lexicon knows: what is left is a noun more often than not.
 *
 * Returns: whether it is
 */
gboolean
prose_lexicon_is_small (ProseLexicon *self, const char *word)
{
  if (!prose_lexicon_capitalises_nouns (self))
    return TRUE;
  if (prose_lexicon_list_has (self, "common", word) ||
      prose_lexicon_list_has (self, "numbers", word))
    return TRUE;
  if (prose_lexicon_is_noun (self, word))
    return FALSE;

  return prose_lexicon_get_form (self, word, "infinitive") != NULL ||
         prose_lexicon_get_form (self, word, "positive") != NULL || ends_as_adjective (word);
}
