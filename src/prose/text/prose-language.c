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

#include "text/prose-language-words.h"

/* By how much a paragraph's own vote has to be decided for it to leave the
 * language of its document: three words that only one language has. */
#define PARAGRAPH_MARGIN 36

/* A smaller lead may be chance. */
#define LEAST_MARGIN 4

/* The most letters of a word that is looked at, in bytes. */
#define LONGEST_WORD 48

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

/* How many letter groups of a sample are counted as; a group has this share of
 * one in every language; a share twice as large has this weight; weights of a
 * word are added and divided. */
#define SAMPLE_SIZE 2500.0f
#define UNSEEN 0.7f
#define DOUBLE_WEIGHT 4.0f
#define GROUP_DIVISOR 4

enum {
  NO_LANGUAGE = PROSE_N_LANGUAGES - 1
};

/* What a word that so many languages have is worth to each of them. */
static const gint8 word_weights[] = { 0, 12, 8, 6, 5, 4, 4, 3, 3, 2, 2, 2, 2, 2, 2, 2 };

/* Sets of languages are one bit each. */
typedef struct {
  GHashTable *words;   /* the languages that have it */
  GHashTable *letters; /* the languages that use it */
  gint8 groups[N_GROUPS][PROSE_N_LANGUAGES];
} Knowledge;

/* A word in lower case with straight apostrophes. */
typedef struct {
  char text[LONGEST_WORD * 2];
  gsize length;
} Folded;

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
get_groups (const char *word, gsize length, guint groups[LONGEST_WORD * 2])
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

/* --- learning --- */

static void
learn_word (GHashTable *words, const char *word, gsize length, guint language)
{
  char *key = g_strndup (word, length);
  guint set = GPOINTER_TO_UINT (g_hash_table_lookup (words, key));

  g_hash_table_replace (words, key, GUINT_TO_POINTER (set | 1u << language));
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
count_groups (const char *list, guint language, guint16 (*counts)[PROSE_N_LANGUAGES])
{
  guint groups[LONGEST_WORD * 2];
  guint sum = 0;

  for (const char *word = list; *word != '\0';) {
    gsize length = strcspn (word, " ");
    guint n = get_groups (word, length, groups);

    for (guint i = 0; i < n; i++)
      counts[groups[i]][language]++;
    sum += n;
    word += length + (word[length] == ' ');
  }
  return sum;
}

static gint8
get_group_weight (float share, float mean)
{
  return roundf (DOUBLE_WEIGHT * log2f ((share + UNSEEN) / (mean + UNSEEN)));
}

/* A group weighs by how much more often a language has it than languages have on
 * average. */
static void
weigh_group (const guint16 counts[PROSE_N_LANGUAGES],
             const guint totals[PROSE_N_LANGUAGES],
             gint8 weights[PROSE_N_LANGUAGES])
{
  float mean = 0;
  gint8 weight;

  for (guint i = 0; i < NO_LANGUAGE; i++)
    mean += counts[i] * SAMPLE_SIZE / totals[i] / NO_LANGUAGE;
  if (mean == 0)
    return;

  weight = get_group_weight (0, mean);
  for (guint i = 0; i < NO_LANGUAGE; i++)
    weights[i] =
        counts[i] == 0 ? weight : get_group_weight (counts[i] * SAMPLE_SIZE / totals[i], mean);
}

static void
learn_groups (Knowledge *knowledge)
{
  g_autofree guint16 (*counts)[PROSE_N_LANGUAGES] = g_malloc0 (sizeof *counts * N_GROUPS);
  guint totals[PROSE_N_LANGUAGES] = { 0 };

  for (guint i = 0; i < NO_LANGUAGE; i++)
    totals[i] = count_groups (prose_languages[i].words, i, counts) +
                count_groups (prose_languages[i].sample, i, counts);
  for (guint i = 0; i < N_GROUPS; i++)
    weigh_group (counts[i], totals, knowledge->groups[i]);
}

static void
learn_words (GHashTable *words, guint language)
{
  for (const char *word = prose_languages[language].words; *word != '\0';) {
    gsize length = strcspn (word, " ");

    learn_word (words, word, length, language);
    word += length + (word[length] == ' ');
  }
}

static Knowledge *
learn (void)
{
  Knowledge *knowledge = g_new0 (Knowledge, 1);

  knowledge->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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

static void
fold (const char *text, gsize length, Folded *folded)
{
  char *out = folded->text;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    gunichar letter = (guchar)*p;

    if (letter < 0x80) {
      *out++ = g_ascii_tolower (letter);
      continue;
    }
    letter = g_utf8_get_char (p);
    if (letter == 0x2019)
      *out++ = '\'';
    else if (letter != 0xad)
      out += g_unichar_to_utf8 (g_unichar_tolower (letter), out);
  }
  *out = '\0';
  folded->length = out - folded->text;
}

/* Votes for the languages that have a word, if any has. */
static gboolean
vote_for_list (ProseLanguageVote *vote, const char *word)
{
  guint set = GPOINTER_TO_UINT (g_hash_table_lookup (get_knowledge ()->words, word));
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
  guint groups[LONGEST_WORD * 2];
  guint n = get_groups (word, length, groups);
  gint sums[PROSE_N_LANGUAGES] = { 0 };

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < PROSE_N_LANGUAGES; j++)
      sums[j] += get_knowledge ()->groups[groups[i]][j];
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
  prose_language_vote_add (vote, &letters, 1);
}

/* What stands before an apostrophe (French "l'eau") or after it (English
 * "John's") votes of its own; the longer rest votes as a word. */
static void
vote_for_parts (ProseLanguageVote *vote, const char *word, gsize length, const char *apostrophe)
{
  gsize n_before = apostrophe - word;
  g_autofree char *head = g_strndup (word, n_before + 1);

  if (vote_for_list (vote, head)) {
    if (!vote_for_list (vote, apostrophe + 1))
      vote_for_letters (vote, apostrophe + 1, length - n_before - 1);
    return;
  }
  head[n_before] = '\0';
  vote_for_list (vote, apostrophe);
  if (!vote_for_list (vote, head))
    vote_for_letters (vote, head, n_before);
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
  const char *apostrophe;
  Folded folded;

  if (length == 0 || length > LONGEST_WORD)
    return vote;

  fold (text, length, &folded);
  if (vote_for_list (&vote, folded.text))
    return vote;

  apostrophe = memchr (folded.text, '\'', folded.length);
  if (apostrophe != NULL)
    vote_for_parts (&vote, folded.text, folded.length, apostrophe);
  else
    vote_for_letters (&vote, folded.text, folded.length);
  return vote;
}

/**
 * prose_language_vote_add:
 * @self: a vote
 * @other: the vote of a part
 * @sign: 1 to add it, -1 to take it away
 */
void
prose_language_vote_add (ProseLanguageVote *self, const ProseLanguageVote *other, gint sign)
{
  for (guint i = 0; i < PROSE_N_LANGUAGES; i++)
    self->score[i] += sign * other->score[i];
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

/**
 * prose_language_choose:
 * @paragraph: the vote of a paragraph
 * @document: (nullable): the language of its document
 *
 * Returns: (nullable): the language of the paragraph: its own if its words are
 *   clear about it, else that of the document
 */
const char *
prose_language_choose (const ProseLanguageVote *paragraph, const char *document)
{
  const char *own = prose_language_vote_get_winner (paragraph, PARAGRAPH_MARGIN);

  return own != NULL ? own : document;
}
