/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which language a text is in, by a vote of its words. A function word counts
 * for every language that has it, the less the more of them there are, so that
 * words which tell neighbours apart (Danish "af", Norwegian "av") weigh most. Any
 * other word is judged by its groups of three letters, learned once from sample
 * words of each language; it also counts a little for no language at all, which
 * is what wins where nothing fits.
 */

#include "text/prose-language.h"

#include <math.h>
#include <string.h>

#include "text/prose-fold.h"
#include "text/prose-language-words.h"

/* By how much a paragraph's own vote has to be decided for it to leave the
 * language of its document: three words that only one language has. */
#define PARAGRAPH_MARGIN 36

/* What is enough if hardly anything in it speaks for the document's language: a
 * short English line in a Danish text. */
#define FOREIGN_MARGIN 16
#define HARDLY_ANYTHING 3

/* A smaller lead may be chance. */
#define LEAST_MARGIN 4

/* The most letters of a word that is looked at, in bytes. */
#define LONGEST_WORD 48
#define MOST_GROUPS (LONGEST_WORD + 1)

/* The most that its letters can make of a word, and what a word that is in no
 * list is worth to no language. */
#define MOST_FOR_LETTERS 8
#define UNLISTED_WEIGHT 2

/* What a letter beyond ASCII is worth to languages that use it, and costs the
 * others. */
#define OWN_LETTER_WEIGHT 2
#define FOREIGN_LETTER_COST 6

/* Letter groups are told apart by this many bits of their hash; a few of those
 * that occur share a number. */
#define GROUP_BITS 13
#define N_GROUPS (1u << GROUP_BITS)

/* A power of two, more than twice as many as there are listed words. */
#define WORD_BITS 13
#define N_WORD_SLOTS (1u << WORD_BITS)

/* More often than this no group is in a sample, or counts. */
#define MOST_OF_GROUP 127

/* Samples are scaled to this many groups, and every language is taken to have
 * some of each, so that one that is seen once proves little. */
#define SAMPLE_SIZE 2500.0f
#define UNSEEN 0.7f

/* What it weighs when a group is twice as frequent as on average; by what the sum
 * of a word's groups is divided. */
#define DOUBLE_WEIGHT 4.0f
#define GROUP_DIVISOR 4

#define NO_LANGUAGE (PROSE_N_LANGUAGES - 1)

/* What a word that so many languages have is worth to each of them. */
static const gint8 word_weights[] = { 0, 12, 8, 6, 5, 4, 4, 3, 3, 2, 2, 2, 2, 2, 2, 2 };

/* A listed word and the languages that have it, one bit each. */
typedef struct {
  const char *text; /* within its list; NULL: a free slot */
  guint16 length;
  guint16 set;
} Word;

typedef struct {
  Word words[N_WORD_SLOTS]; /* a hash table that never fills */
  GHashTable *letters;      /* beyond ASCII, to the languages that use them */
  gint8 groups[N_GROUPS][PROSE_N_LANGUAGES];
} Knowledge;

/* --- letter groups --- */

/* Eight bits tell apart most letters that the languages use. */
static inline guint
push_letter (guint letters, gunichar letter)
{
  return (letters << 8 | ((letter ^ letter >> 8) & 0xff)) & 0xffffff;
}

static inline guint
get_group (guint letters)
{
  return letters * 0x9e3779b1u >> (32 - GROUP_BITS);
}

/* The groups of a word, where a space stands before and after it. Returns how
 * many there are. */
static guint
get_groups (const char *word, gsize length, guint groups[MOST_GROUPS])
{
  guint letters = push_letter (0, ' ');
  guint n = 0;

  for (const char *p = word; p < word + length; p = g_utf8_next_char (p)) {
    letters = push_letter (letters, (guchar)*p < 0x80 ? (guchar)*p : g_utf8_get_char (p));
    if (p > word)
      groups[n++] = get_group (letters);
  }
  groups[n++] = get_group (push_letter (letters, ' '));
  return n;
}

/* --- words --- */

static guint
hash_word (const char *word, gsize length)
{
  guint hash = length;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar)word[i]) * 0x01000193u;

  return hash * 0x9e3779b1u >> (32 - WORD_BITS);
}

/* The number of the slot of a word: its own or, if it is in no list, a free one.
 */
static guint
find_word (const Word *words, const char *word, gsize length)
{
  guint i = hash_word (word, length);

  while (words[i].text != NULL &&
         (words[i].length != length || memcmp (words[i].text, word, length) != 0))
    i = (i + 1) % N_WORD_SLOTS;

  return i;
}

/* --- learning --- */

/* Steps through a list that is separated by single spaces. */
static gboolean
next_word (const char **word, gsize *length)
{
  *word += *length;
  *word += **word == ' ';
  for (*length = 0; (*word)[*length] != ' ' && (*word)[*length] != '\0';)
    (*length)++;

  return *length > 0;
}

static void
learn_words (Word *words, guint language)
{
  const char *word = prose_languages[language].words;

  for (gsize length = 0; next_word (&word, &length);) {
    Word *slot = &words[find_word (words, word, length)];

    *slot = (Word){ word, length, slot->set | 1u << language };
  }
}

static void
learn_letters (GHashTable *letters, guint language)
{
  for (const char *p = prose_languages[language].letters; *p != '\0'; p = g_utf8_next_char (p)) {
    gpointer key = GUINT_TO_POINTER (g_utf8_get_char (p));
    guint set = GPOINTER_TO_UINT (g_hash_table_lookup (letters, key));

    g_hash_table_insert (letters, key, GUINT_TO_POINTER (set | 1u << language));
  }
}

/* Adds the groups of all words of a list. Returns how many they were. */
static guint
count_groups (const char *list, guint language, guint8 (*counts)[PROSE_N_LANGUAGES])
{
  guint groups[MOST_GROUPS];
  guint sum = 0;

  for (gsize length = 0; next_word (&list, &length);) {
    guint n = get_groups (list, length, groups);

    for (guint i = 0; i < n; i++)
      if (counts[groups[i]][language] < MOST_OF_GROUP)
        counts[groups[i]][language]++;
    sum += n;
  }
  return sum;
}

/* What each language counts as having of a group, by how often it is in the
 * sample, and the logarithm of that. */
typedef struct {
  float share[PROSE_N_LANGUAGES][MOST_OF_GROUP + 1];
  float logarithm[PROSE_N_LANGUAGES][MOST_OF_GROUP + 1];
} Shares;

static void
fill_shares (Shares *shares, guint language, guint total)
{
  for (guint i = 0; i <= MOST_OF_GROUP; i++) {
    shares->share[language][i] = UNSEEN + i * SAMPLE_SIZE / total;
    shares->logarithm[language][i] = log2f (shares->share[language][i]);
  }
}

/* As roundf(), but compiled in place; this runs when a program starts. */
static inline gint
round_number (float number)
{
  return (gint)(number + (number < 0 ? -0.5f : 0.5f));
}

/* A group weighs by how much more often a language has it than languages have on
 * average. */
static void
weigh_group (const Shares *shares,
             const guint8 counts[PROSE_N_LANGUAGES],
             gint8 weights[PROSE_N_LANGUAGES])
{
  float mean = 0;

  for (guint i = 0; i < NO_LANGUAGE; i++)
    mean += shares->share[i][counts[i]] / NO_LANGUAGE;
  mean = log2f (mean);
  for (guint i = 0; i < NO_LANGUAGE; i++)
    weights[i] = round_number (DOUBLE_WEIGHT * (shares->logarithm[i][counts[i]] - mean));
}

static void
learn_groups (Knowledge *knowledge)
{
  g_autofree guint8 (*counts)[PROSE_N_LANGUAGES] = g_malloc0 (sizeof *counts * N_GROUPS);
  g_autofree Shares *shares = g_new (Shares, 1);
  static const guint8 none[PROSE_N_LANGUAGES];

  for (guint i = 0; i < NO_LANGUAGE; i++)
    fill_shares (shares, i,
                 count_groups (prose_languages[i].words, i, counts) +
                     count_groups (prose_languages[i].sample, i, counts));
  for (guint i = 0; i < N_GROUPS; i++)
    if (memcmp (counts[i], none, sizeof none) != 0)
      weigh_group (shares, counts[i], knowledge->groups[i]);
}

static Knowledge *
learn (void)
{
  Knowledge *knowledge = g_new0 (Knowledge, 1);

  knowledge->letters = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < NO_LANGUAGE; i++) {
    learn_words (knowledge->words, i);
    learn_letters (knowledge->letters, i);
  }
  learn_groups (knowledge);
  return knowledge;
}

static const Knowledge *
get_knowledge (void)
{
  static const Knowledge *knowledge = NULL;

  if (g_once_init_enter (&knowledge))
    g_once_init_leave (&knowledge, learn ());

  return knowledge;
}

/* --- voting --- */

/* Votes for the languages that have a word, if any has. */
static gboolean
vote_for_list (ProseLanguageVote *vote, const char *word, gsize length)
{
  const Word *words = get_knowledge ()->words;
  guint set = words[find_word (words, word, length)].set;
  gint weight = word_weights[__builtin_popcount (set)];

  for (guint i = 0; i < NO_LANGUAGE; i++)
    vote->score[i] += set >> i & 1 ? weight : 0;

  return set != 0;
}

static void
vote_for_own_letters (ProseLanguageVote *vote, const char *word, gsize length)
{
  for (const char *p = word; p < word + length; p = g_utf8_next_char (p)) {
    gunichar letter;
    guint set;

    if ((guchar)*p < 0x80)
      continue;
    letter = g_utf8_get_char (p);
    set = GPOINTER_TO_UINT (
        g_hash_table_lookup (get_knowledge ()->letters, GUINT_TO_POINTER (letter)));
    for (guint i = 0; i < NO_LANGUAGE; i++)
      vote->score[i] += set >> i & 1 ? OWN_LETTER_WEIGHT : -FOREIGN_LETTER_COST;
  }
}

static void
vote_for_groups (ProseLanguageVote *vote, const char *word, gsize length)
{
  const Knowledge *knowledge = get_knowledge ();
  guint groups[MOST_GROUPS];
  guint n = get_groups (word, length, groups);
  gint16 sums[PROSE_N_LANGUAGES] = { 0 };

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < PROSE_N_LANGUAGES; j++)
      sums[j] += knowledge->groups[groups[i]][j];
  for (guint i = 0; i < NO_LANGUAGE; i++)
    vote->score[i] += sums[i] / GROUP_DIVISOR;
}

/* Keeps the distances between the languages that fit best. */
static void
limit (ProseLanguageVote *vote)
{
  gint most = 0;

  for (guint i = 0; i < NO_LANGUAGE; i++)
    most = MAX (most, vote->score[i]);
  for (guint i = 0; i < NO_LANGUAGE; i++)
    vote->score[i] = MAX (vote->score[i] - MAX (most - MOST_FOR_LETTERS, 0), -MOST_FOR_LETTERS);
}

static void
vote_for_letters (ProseLanguageVote *vote, const char *word, gsize length)
{
  ProseLanguageVote letters = { 0 };

  if (length == 0)
    return;

  vote_for_own_letters (&letters, word, length);
  vote_for_groups (&letters, word, length);
  limit (&letters);
  letters.score[NO_LANGUAGE] = UNLISTED_WEIGHT;
  prose_language_vote_add (vote, &letters);
}

/* What stands before an apostrophe (French "l'eau") or after it (English
 * "John's") votes of its own; the rest votes as a word. */
static void
vote_for_parts (ProseLanguageVote *vote, const char *word, gsize length, gsize apostrophe)
{
  const char *rest = word;
  gsize rest_length = apostrophe;

  if (vote_for_list (vote, word, apostrophe + 1)) {
    rest = word + apostrophe + 1;
    rest_length = length - apostrophe - 1;
  } else {
    vote_for_list (vote, word + apostrophe, length - apostrophe);
  }
  if (!vote_for_list (vote, rest, rest_length))
    vote_for_letters (vote, rest, rest_length);
}

/**
 * prose_language_vote_for_word:
 * @text: a word, valid UTF-8
 * @length: its length in bytes
 *
 * Returns: how it votes
 */
ProseLanguageVote
prose_language_vote_for_word (const char *text, gsize length)
{
  ProseLanguageVote vote = { 0 };
  g_autoptr (GString) folded = NULL;
  const char *apostrophe;

  if (length > LONGEST_WORD)
    return vote;

  folded = g_string_sized_new (LONGEST_WORD);
  prose_fold (text, length, folded);
  if (folded->len > LONGEST_WORD || vote_for_list (&vote, folded->str, folded->len))
    return vote;

  apostrophe = strchr (folded->str, '\'');
  if (apostrophe != NULL)
    vote_for_parts (&vote, folded->str, folded->len, apostrophe - folded->str);
  else
    vote_for_letters (&vote, folded->str, folded->len);
  return vote;
}

/**
 * prose_language_vote_get_winner:
 * @self: a vote
 * @margin: by how much the first has to lead the second, if more than may be
 *   chance; a word that only one language has is worth 12
 *
 * Returns: (nullable): the code of the language, or %NULL if none leads enough
 */
const char *
prose_language_vote_get_winner (const ProseLanguageVote *self, gint margin)
{
  guint best = 0;
  gint second = 0;

  for (guint i = 1; i < PROSE_N_LANGUAGES; i++)
    if (self->score[i] > self->score[best])
      best = i;
  for (guint i = 0; i < PROSE_N_LANGUAGES; i++)
    if (i != best)
      second = MAX (second, self->score[i]);

  if (best == NO_LANGUAGE || self->score[best] - second < MAX (margin, LEAST_MARGIN))
    return NULL;
  return prose_languages[best].code;
}

/* How a language stands in a vote; G_MAXINT for one that is not told apart. */
static gint
get_score (const ProseLanguageVote *vote, const char *language)
{
  for (guint i = 0; i < NO_LANGUAGE; i++)
    if (g_strcmp0 (prose_languages[i].code, language) == 0)
      return vote->score[i];

  return G_MAXINT;
}

/**
 * prose_language_vote_get_lag:
 * @self: a vote that has no winner
 * @language: the code of a language
 *
 * Returns: by how much the first language leads this one, 0 for one that is not told
 *   apart; %G_MAXINT if its words are all known, and that is more than chance or nothing
 *   speaks for this one. How a word is spelt that is in no list proves less
 */
gint
prose_language_vote_get_lag (const ProseLanguageVote *self, const char *language)
{
  gint score = get_score (self, language);
  gint most = 0;
  gboolean is_possible;

  for (guint i = 0; i < NO_LANGUAGE; i++)
    most = MAX (most, self->score[i]);
  if (score >= most)
    return 0;

  is_possible = score > 0 && most - score < LEAST_MARGIN;
  return is_possible || self->score[NO_LANGUAGE] > 0 ? most - score : G_MAXINT;
}

/**
 * prose_language_choose:
 * @paragraph: the vote of a paragraph
 * @document: (nullable): the language of its document
 *
 * Returns: (nullable): the language of the paragraph: its own if its words are
 *   clear about it, or if none of them speaks for that of the document; else
 *   that of the document
 */
const char *
prose_language_choose (const ProseLanguageVote *paragraph, const char *document)
{
  const char *own = prose_language_vote_get_winner (paragraph, PARAGRAPH_MARGIN);

  if (own == NULL && document != NULL && get_score (paragraph, document) <= HARDLY_ANYTHING)
    own = prose_language_vote_get_winner (paragraph, FOREIGN_MARGIN);

  return own != NULL ? own : document;
}
