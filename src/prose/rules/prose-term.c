/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-term.h"

/* How often a term is met, out of 100,000 tokens of running text, roughly. Only
 * their order of size matters: phrases are found by the cheapest term they
 * need. */
#define COST_WORD 3
#define COST_AFFIX 100
#define COST_MARK 500
#define COST_FREQUENT_MARK 5000

/* The word at rank r of a frequency list is met in about 1 / r of the cases of
 * the first one (Zipf), which in English is "the" with 6 percent. */
#define COST_FIRST_WORD 6000

static const struct {
  const char *name;
  guint cost;
} classes[PROSE_N_TERM_CLASSES] = {
  [PROSE_TERM_CLASS_NUMBER] = { "number", 2500 }, [PROSE_TERM_CLASS_WORD] = { "word", 90000 },
  [PROSE_TERM_CLASS_CAPS] = { "caps", 1000 },     [PROSE_TERM_CLASS_TITLE] = { "title", 12000 },
  [PROSE_TERM_CLASS_EMOJI] = { "emoji", 50 },     [PROSE_TERM_CLASS_URL] = { "url", 50 },
  [PROSE_TERM_CLASS_GAP] = { "gap", 95000 },
};

struct _ProseTermTable {
  ProseLexicon *lexicon;
  GPtrArray *terms;   /* of ProseTerm; the first are the classes */
  GHashTable *by_key; /* kind and text → id */
  GHashTable *ranks;  /* frequent word → its rank, from 1 */
};

static void
term_free (ProseTerm *self)
{
  g_free (self->text);
  g_clear_pointer (&self->members, g_array_unref);
  g_free (self);
}

static guint
append_term (ProseTermTable *self, ProseTermKind kind, const char *text, guint cost)
{
  ProseTerm *term = g_new0 (ProseTerm, 1);

  term->kind = kind;
  term->text = g_strdup (text);
  term->cost = cost;
  g_ptr_array_add (self->terms, term);

  return self->terms->len - 1;
}

/* The list "common" of a lexicon goes from the most frequent word down. */
static GHashTable *
rank_common_words (ProseLexicon *lexicon)
{
  GHashTable *ranks = g_hash_table_new (g_str_hash, g_str_equal);
  const GArray *records = prose_lexicon_get_records (lexicon);
  guint rank = 0;

  for (guint i = 0; i < records->len; i++) {
    const ProseLexiconRecord *record = &g_array_index (records, ProseLexiconRecord, i);

    if (record->kind == PROSE_LEXICON_LIST && g_str_equal (record->name, "common"))
      g_hash_table_insert (ranks, (gpointer)record->value, GUINT_TO_POINTER (++rank));
  }
  return ranks;
}

/**
 * prose_term_table_new:
 * @lexicon: the lexicon of the language
 *
 * Returns: (transfer full): a table with the classes only
 */
ProseTermTable *
prose_term_table_new (ProseLexicon *lexicon)
{
  ProseTermTable *self = g_new0 (ProseTermTable, 1);

  self->lexicon = prose_lexicon_ref (lexicon);
  self->terms = g_ptr_array_new_with_free_func ((GDestroyNotify)term_free);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->ranks = rank_common_words (lexicon);
  for (guint i = 0; i < PROSE_N_TERM_CLASSES; i++)
    append_term (self, PROSE_TERM_CLASS, classes[i].name, classes[i].cost);

  return self;
}

void
prose_term_table_free (ProseTermTable *self)
{
  prose_lexicon_unref (self->lexicon);
  g_ptr_array_unref (self->terms);
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->ranks);
  g_free (self);
}

/* The term of a key, or a new one, which is told by *is_new. */
static guint
ensure_term (ProseTermTable *self,
             const char *key,
             ProseTermKind kind,
             const char *text,
             guint cost,
             gboolean *is_new)
{
  gpointer found;
  guint id;

  *is_new = !g_hash_table_lookup_extended (self->by_key, key, NULL, &found);
  if (!*is_new)
    return GPOINTER_TO_UINT (found);

  id = append_term (self, kind, text, cost);
  g_hash_table_insert (self->by_key, g_strdup (key), GUINT_TO_POINTER (id));
  return id;
}

static guint
estimate_word (ProseTermTable *self, const char *word)
{
  guint rank = GPOINTER_TO_UINT (g_hash_table_lookup (self->ranks, word));

  return rank != 0 ? COST_FIRST_WORD / rank : COST_WORD;
}

static guint
estimate_lemma (ProseTermTable *self, const char *lemma)
{
  g_autoptr (GPtrArray) forms = prose_lexicon_get_forms (self->lexicon, lemma);
  guint cost = 0;

  for (guint i = 0; forms != NULL && i < forms->len; i++)
    cost += estimate_word (self, forms->pdata[i]);

  return MAX (cost, COST_WORD);
}

static guint
estimate_cost (ProseTermTable *self, ProseTermKind kind, const char *text)
{
  switch (kind) {
  case PROSE_TERM_WORD:
    return estimate_word (self, text);
  case PROSE_TERM_LEMMA:
    return estimate_lemma (self, text);
  default:
    return COST_AFFIX;
  }
}

/**
 * prose_term_table_add:
 * @self: a table
 * @kind: a word, a lemma or an affix
 * @text: it, folded
 *
 * Returns: the id of the term; the same for the same arguments
 */
guint
prose_term_table_add (ProseTermTable *self, ProseTermKind kind, const char *text)
{
  g_autofree char *key = g_strdup_printf ("%u %s", kind, text);
  gpointer found;
  gboolean is_new;

  if (g_hash_table_lookup_extended (self->by_key, key, NULL, &found))
    return GPOINTER_TO_UINT (found);

  return ensure_term (self, key, kind, text, estimate_cost (self, kind, text), &is_new);
}

/**
 * prose_term_table_add_mark:
 * @self: a table
 * @mark: one punctuation mark or sign, folded
 * @run: how many of it at least
 *
 * Returns: the id of the term
 */
guint
prose_term_table_add_mark (ProseTermTable *self, const char *mark, guint run)
{
  g_autofree char *key = g_strdup_printf ("%u %s %u", PROSE_TERM_MARK, mark, run);
  gboolean frequent = run == 1 && (g_str_equal (mark, ",") || g_str_equal (mark, "."));
  gboolean is_new;
  guint id;

  id = ensure_term (self, key, PROSE_TERM_MARK, mark, frequent ? COST_FREQUENT_MARK : COST_MARK,
                    &is_new);
  if (is_new)
    ((ProseTerm *)self->terms->pdata[id])->run = run;

  return id;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *)a;
  guint second = *(const guint *)b;

  return (first > second) - (first < second);
}

/**
 * prose_term_table_add_any_of:
 * @self: a table
 * @members: ids of words and lemmas; sorted in place by nobody, copied
 * @n_members: how many, at least one
 *
 * Returns: the id of the term that any of @members satisfies
 */
guint
prose_term_table_add_any_of (ProseTermTable *self, const guint *members, guint n_members)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GString) key = g_string_new (NULL);
  gboolean is_new;
  guint cost = 0;
  guint id;

  g_array_append_vals (sorted, members, n_members);
  g_array_sort (sorted, compare_ids);
  g_string_printf (key, "%u", PROSE_TERM_ANY_OF);
  for (guint i = 0; i < sorted->len; i++) {
    guint member = g_array_index (sorted, guint, i);

    g_string_append_printf (key, " %u", member);
    cost += prose_term_table_get (self, member)->cost;
  }

  id = ensure_term (self, key->str, PROSE_TERM_ANY_OF, NULL, cost, &is_new);
  if (is_new)
    ((ProseTerm *)self->terms->pdata[id])->members = g_steal_pointer (&sorted);

  return id;
}

/**
 * prose_term_table_find_class:
 * @name: the name of a class
 * @term: (out): the id of its term, the same in every table
 *
 * Returns: whether there is such a class
 */
gboolean
prose_term_table_find_class (const char *name, guint *term)
{
  for (guint i = 0; i < PROSE_TERM_CLASS_GAP; i++) {
    if (g_str_equal (name, classes[i].name)) {
      *term = i;
      return TRUE;
    }
  }
  return FALSE;
}

guint
prose_term_table_get_size (ProseTermTable *self)
{
  return self->terms->len;
}

const ProseTerm *
prose_term_table_get (ProseTermTable *self, guint term)
{
  return self->terms->pdata[term];
}

ProseLexicon *
prose_term_table_get_lexicon (ProseTermTable *self)
{
  return self->lexicon;
}
