/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-vocabulary.h"

#include <string.h>

#include "text/prose-fold.h"

/* A word that satisfies more terms than this has a bit for each term there is,
 * so that no list has to be searched. */
#define MOST_LISTED_TERMS 12

/* A word more than this many letters long is long (LIX, Björnsson 1968). */
#define LIX_LONG_WORD 6

/* In place of the first that waits for a term: the term has been met. */
#define TERM_IS_MET G_MAXUINT

/* An anchor of a word that waits for a term; 0 ends the chain of those that wait
 * for the same. */
typedef struct {
  const ProseAnchor *anchor;
  guint word;
  guint next;
} WaitingAnchor;

struct _ProseVocabulary {
  ProseLanguageRules *rules;
  ProseWordTable *table;
  GArray *words;         /* of ProseWord, by the numbers of the table */
  GPtrArray *owned;      /* what their terms point to */
  GPtrArray *live;       /* (nullable) arrays of ProseLiveAnchor, by the same numbers */
  GArray *waiting;       /* of WaitingAnchor; the first is none */
  GArray *first_waiting; /* of guint: per term, or TERM_IS_MET */
  GArray *scratch_terms; /* of guint, for the word at hand */
  GString *folded;
};

static void
live_anchors_free (GArray *self)
{
  g_clear_pointer (&self, g_array_unref);
}

/**
 * prose_vocabulary_new:
 * @rules: rules that outlive it
 * @table: a word table that outlives it
 *
 * Returns: (transfer full): a vocabulary that has met no words
 */
ProseVocabulary *
prose_vocabulary_new (ProseLanguageRules *rules, ProseWordTable *table)
{
  ProseVocabulary *self = g_new0 (ProseVocabulary, 1);

  self->rules = rules;
  self->table = table;
  self->words = g_array_new (FALSE, TRUE, sizeof (ProseWord));
  self->owned = g_ptr_array_new_with_free_func (g_free);
  self->live = g_ptr_array_new_with_free_func ((GDestroyNotify)live_anchors_free);
  self->waiting = g_array_new (FALSE, TRUE, sizeof (WaitingAnchor));
  self->first_waiting = g_array_new (FALSE, TRUE, sizeof (guint));
  self->scratch_terms = g_array_new (FALSE, FALSE, sizeof (guint));
  self->folded = g_string_new (NULL);
  prose_vocabulary_clear (self);

  return self;
}

void
prose_vocabulary_free (ProseVocabulary *self)
{
  g_array_unref (self->words);
  g_ptr_array_unref (self->owned);
  g_ptr_array_unref (self->live);
  g_array_unref (self->waiting);
  g_array_unref (self->first_waiting);
  g_array_unref (self->scratch_terms);
  g_string_free (self->folded, TRUE);
  g_free (self);
}

/**
 * prose_vocabulary_clear:
 * @self: a vocabulary
 *
 * Forgets all words, after the table has.
 */
void
prose_vocabulary_clear (ProseVocabulary *self)
{
  g_array_set_size (self->words, 0);
  g_ptr_array_set_size (self->owned, 0);
  g_ptr_array_set_size (self->live, 0);
  g_array_set_size (self->waiting, 0);
  g_array_set_size (self->waiting, 1);
  g_array_set_size (self->first_waiting, 0);
  g_array_set_size (self->first_waiting, prose_language_rules_get_n_terms (self->rules));
}

static guint
get_list_flags (ProseVocabulary *self, const char *folded)
{
  static const struct {
    const char *list;
    ProseWordFlags flag;
  } lists[] = {
    { "negations", PROSE_WORD_NEGATION }, { "negations-after", PROSE_WORD_NEGATES_BACK },
    { "openers", PROSE_WORD_OPENER },     { "reader", PROSE_WORD_READER },
    { "seller", PROSE_WORD_SELLER },      { "currencies", PROSE_WORD_CURRENCY },
    { "hedges", PROSE_WORD_HEDGE },
  };
  ProseLexicon *lexicon = prose_language_rules_get_lexicon (self->rules);
  guint flags = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (prose_lexicon_list_has (lexicon, lists[i].list, folded))
      flags |= lists[i].flag;
  if (prose_lexicon_capitalises_nouns (lexicon) && prose_lexicon_is_small (lexicon, folded))
    flags |= PROSE_WORD_SMALL;

  return flags;
}

/* A form of address that is told by its capital (Danish De) is none without. */
static guint
get_address_flags (ProseVocabulary *self, const char *folded, gboolean is_capitalised)
{
  static const char *const lists[] = { "address-1", "address-2", "address-3" };
  ProseLexicon *lexicon = prose_language_rules_get_lexicon (self->rules);
  gboolean is_polite = prose_lexicon_list_has (lexicon, "capitalised", folded);
  guint flags = 0;

  if (is_polite && !is_capitalised)
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (prose_lexicon_list_has (lexicon, lists[i], folded))
      flags |= PROSE_WORD_ADDRESS << i;

  return flags != 0 && is_polite ? flags | PROSE_WORD_POLITE : flags;
}

/* Spanish ¡ and ¿, which open what ! and ? close, also within a sentence. */
static gboolean
is_opening_mark (const GString *folded)
{
  return g_str_equal (folded->str, "¡") || g_str_equal (folded->str, "¿");
}

static guint
get_mark_flags (const GString *folded, gboolean spaced)
{
  guint flags = 0;

  if (folded->len == 0)
    return 0;
  if (strchr (",;:.!?(\")-", folded->str[0]) != NULL || is_opening_mark (folded))
    flags |= PROSE_WORD_BOUNDARY;
  if (folded->str[0] == '"')
    flags |= PROSE_WORD_QUOTE;
  if (folded->str[0] == '%')
    flags |= PROSE_WORD_UNIT;
  if (strchr (",;:-", folded->str[0]) != NULL)
    flags |= PROSE_WORD_LOOSE;
  if (folded->str[0] == '!')
    flags |= PROSE_WORD_EXCLAMATION;
  if (g_str_equal (folded->str, "."))
    flags |= PROSE_WORD_FULL_STOP;
  if (g_str_equal (folded->str, "-") && !spaced)
    flags |= PROSE_WORD_HYPHEN;

  return flags;
}

static gboolean
is_currency (const GString *folded)
{
  return folded->len > 0 &&
         g_unichar_type (g_utf8_get_char (folded->str)) == G_UNICODE_CURRENCY_SYMBOL;
}

static guint
get_flags (ProseVocabulary *self, const ProseWordEntry *entry)
{
  guint flags;

  switch (entry->kind) {
  case PROSE_TOKEN_WORD:
    flags = PROSE_WORD_COUNTED | get_list_flags (self, self->folded->str) |
            get_address_flags (self, self->folded->str, entry->flags & PROSE_TOKEN_CAPITALISED);
    if (g_utf8_strlen (self->folded->str, self->folded->len) > LIX_LONG_WORD)
      flags |= PROSE_WORD_LONG;
    return flags;
  case PROSE_TOKEN_NUMBER:
    return PROSE_WORD_COUNTED | PROSE_WORD_FACT;
  case PROSE_TOKEN_URL:
    return PROSE_WORD_COUNTED;
  case PROSE_TOKEN_PUNCTUATION:
    return get_mark_flags (self->folded, entry->flags & PROSE_TOKEN_SPACED);
  case PROSE_TOKEN_SYMBOL:
    return is_currency (self->folded) ? PROSE_WORD_UNIT : 0;
  case PROSE_TOKEN_EMOJI:
    return PROSE_WORD_BOUNDARY;
  default:
    return 0;
  }
}

static int
compare_terms (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *)a;
  guint second = *(const guint *)b;

  return (first > second) - (first < second);
}

/* A copy of what an array holds, kept as long as the words are; NULL if it holds
 * nothing. */
static gconstpointer
keep (ProseVocabulary *self, const GArray *array)
{
  gpointer copy =
      g_memdup2 (array->data, (gsize)array->len * g_array_get_element_size ((GArray *)array));

  g_ptr_array_add (self->owned, copy);
  return copy;
}

static const guint64 *
make_bits (ProseVocabulary *self, const GArray *terms)
{
  guint n_terms = prose_language_rules_get_n_terms (self->rules);
  guint64 *bits = g_new0 (guint64, n_terms / 64 + 1);

  for (guint i = 0; i < terms->len; i++) {
    guint term = g_array_index (terms, guint, i);

    bits[term / 64] |= G_GUINT64_CONSTANT (1) << (term % 64);
  }
  g_ptr_array_add (self->owned, bits);
  return bits;
}

/* The terms of the word at hand, sorted, each once. */
static void
collect_terms (ProseVocabulary *self, const ProseWordEntry *entry)
{
  ProseToken token = { .kind = entry->kind, .flags = entry->flags };
  GArray *terms = self->scratch_terms;
  guint n = 0;

  prose_fold (entry->text, entry->length, self->folded);
  g_array_set_size (terms, 0);
  prose_language_rules_collect_terms (self->rules, &token, self->folded, terms);
  g_array_sort (terms, compare_terms);
  for (guint i = 0; i < terms->len; i++)
    if (n == 0 || g_array_index (terms, guint, n - 1) != g_array_index (terms, guint, i))
      g_array_index (terms, guint, n++) = g_array_index (terms, guint, i);
  g_array_set_size (terms, n);
}

/* --- anchors --- */

static ProseWord *
get_word (ProseVocabulary *self, guint word)
{
  return &g_array_index (self->words, ProseWord, word);
}

static guint *
get_first_waiting (ProseVocabulary *self, guint term)
{
  return &g_array_index (self->first_waiting, guint, term);
}

static gboolean
is_met (ProseVocabulary *self, guint term)
{
  return term == PROSE_NO_TERM || *get_first_waiting (self, term) == TERM_IS_MET;
}

/* A term that every match at an anchor has and no word met so far satisfies, or
 * PROSE_NO_TERM. */
static guint
find_missing_term (ProseVocabulary *self, const ProseAnchor *anchor)
{
  if (!is_met (self, anchor->companion))
    return anchor->companion;
  if (!is_met (self, anchor->before))
    return anchor->before;

  return is_met (self, anchor->after) ? PROSE_NO_TERM : anchor->after;
}

static void
bring_to_life (ProseVocabulary *self, guint word, const ProseAnchor *anchor)
{
  GArray **live = (GArray **)&self->live->pdata[word];
  ProseLiveAnchor alive = { .before = prose_term_get_signature (anchor->before),
                            .after = prose_term_get_signature (anchor->after),
                            .sentence = prose_term_get_signature (anchor->companion),
                            .anchor = anchor };

  if (*live == NULL)
    *live = g_array_new (FALSE, FALSE, sizeof (ProseLiveAnchor));
  g_array_append_val (*live, alive);
  get_word (self, word)->anchors = (const ProseLiveAnchor *)(gconstpointer)(*live)->data;
  get_word (self, word)->n_anchors = (*live)->len;
}

static void
wait_for (ProseVocabulary *self, guint word, const ProseAnchor *anchor, guint term)
{
  guint *first = get_first_waiting (self, term);
  WaitingAnchor waiting = { anchor, word, *first };

  *first = self->waiting->len;
  g_array_append_val (self->waiting, waiting);
}

static void
add_anchor (ProseVocabulary *self, guint word, const ProseAnchor *anchor)
{
  guint missing = find_missing_term (self, anchor);

  if (missing == PROSE_NO_TERM)
    bring_to_life (self, word, anchor);
  else
    wait_for (self, word, anchor, missing);
}

/* Lets go on what waited for a term, which is met now. */
static void
meet_term (ProseVocabulary *self, guint term)
{
  guint next = *get_first_waiting (self, term);

  if (next == TERM_IS_MET)
    return;

  *get_first_waiting (self, term) = TERM_IS_MET;
  while (next != 0) {
    WaitingAnchor waiting = g_array_index (self->waiting, WaitingAnchor, next);

    add_anchor (self, waiting.word, waiting.anchor);
    next = waiting.next;
  }
}

static void
add_anchors_of_term (ProseVocabulary *self, guint word, guint term)
{
  guint n_anchors;
  const ProseAnchor *anchors = prose_language_rules_get_anchors (self->rules, term, &n_anchors);

  for (guint i = 0; i < n_anchors; i++)
    add_anchor (self, word, &anchors[i]);
}

static void
fill_word (ProseVocabulary *self, guint number)
{
  const ProseWordEntry *entry = prose_word_table_get (self->table, number);
  ProseWord *word = get_word (self, number);
  const GArray *terms = self->scratch_terms;

  collect_terms (self, entry);
  word->terms.n_terms = terms->len;
  word->terms.terms = keep (self, terms);
  if (terms->len > MOST_LISTED_TERMS)
    word->terms.bits = make_bits (self, terms);
  for (guint i = 0; i < terms->len; i++) {
    word->terms.signature |= prose_term_get_signature (g_array_index (terms, guint, i));
    meet_term (self, g_array_index (terms, guint, i));
  }
  for (guint i = 0; i < terms->len; i++)
    add_anchors_of_term (self, number, g_array_index (terms, guint, i));
  word->flags = PROSE_WORD_KNOWN | get_flags (self, entry);
}

/**
 * prose_vocabulary_look_up:
 * @self: a vocabulary
 * @words: (element-type guint): words of its table
 * @known: (element-type ProseWord): where what is known of each is put, in place
 *   of what was there; it stays valid until the next words are looked up
 *
 * Tells what is known of words. Those that have not been met before are looked at.
 */
void
prose_vocabulary_look_up (ProseVocabulary *self, const GArray *words, GPtrArray *known)
{
  guint size = prose_word_table_get_size (self->table);
  const guint *numbers = (const guint *)(gconstpointer)words->data;
  ProseWord *all;

  if (self->words->len < size) {
    g_array_set_size (self->words, size);
    g_ptr_array_set_size (self->live, size);
  }

  all = (ProseWord *)(gpointer)self->words->data;
  g_ptr_array_set_size (known, words->len);
  for (guint i = 0, n = words->len; i < n; i++) {
    ProseWord *word = &all[numbers[i]];

    if (G_UNLIKELY (!(word->flags & PROSE_WORD_KNOWN)))
      fill_word (self, numbers[i]);
    known->pdata[i] = word;
  }
}
