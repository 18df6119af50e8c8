/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/prose-word-table.h"

#include <string.h>

#include "prose-fixture.h"

/* The number of the last word of text. */
static guint
intern (ProseWordTable *table, const char *text)
{
  g_autoptr (GArray) tokens = tokenize (text);
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint));

  prose_word_table_intern (table, text, tokens, words);
  g_assert_cmpuint (words->len, ==, tokens->len);
  return g_array_index (words, guint, words->len - 1);
}

static void
test_the_same_word_is_one_number (void)
{
  g_autoptr (ProseWordTable) table = prose_word_table_new ();
  guint buy = intern (table, "buy");

  g_assert_cmpuint (intern (table, "you buy"), ==, buy);
  g_assert_cmpuint (intern (table, "(buy"), ==, buy);
  g_assert_cmpuint (intern (table, "et æble"), ==, intern (table, "æble"));
}

/* As it is written: rules look at case, too. */
static void
test_other_words_are_other_numbers (void)
{
  g_autoptr (ProseWordTable) table = prose_word_table_new ();
  guint buy = intern (table, "buy");

  g_assert_cmpuint (intern (table, "Buy"), !=, buy);
  g_assert_cmpuint (intern (table, "bu"), !=, buy);
  g_assert_cmpuint (intern (table, "æble"), !=, intern (table, "Æble"));
  g_assert_cmpuint (intern (table, "!"), !=, intern (table, "!!"));
}

/* A hyphen that stands free is a dash. */
static void
test_a_free_mark_is_another_one (void)
{
  g_autoptr (ProseWordTable) table = prose_word_table_new ();

  g_assert_cmpuint (intern (table, "sugar-"), !=, intern (table, "sugar -"));
  g_assert_cmpuint (intern (table, "sugar -"), ==, intern (table, "-"));
  g_assert_cmpuint (intern (table, "5€"), ==, intern (table, "5 €"));
}

static void
test_entries (void)
{
  g_autoptr (ProseWordTable) table = prose_word_table_new ();
  const ProseWordEntry *entry = prose_word_table_get (table, intern (table, "her: HVAD"));

  g_assert_cmpmem (entry->text, entry->length, "HVAD", 4);
  g_assert_cmpint (entry->kind, ==, PROSE_TOKEN_WORD);
  g_assert_cmpint (entry->flags, ==, PROSE_TOKEN_CAPITALISED | PROSE_TOKEN_CAPS);
  g_assert_cmpint (entry->vote.score[1], >, 0);
  g_assert_cmpuint (prose_word_table_get_size (table), ==, 3);
}

static void
test_votes (void)
{
  static const char text[] = "Hvad æder, hvad the";
  static const char *const parts[] = { "Hvad", "æder", "hvad", "the" };
  g_autoptr (ProseWordTable) table = prose_word_table_new ();
  g_autoptr (GArray) tokens = tokenize (text);
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint));
  ProseLanguageVote sum = { 0 };
  ProseLanguageVote vote;

  prose_word_table_intern (table, text, tokens, words);
  vote = prose_word_table_vote (table, words);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    ProseLanguageVote part = prose_language_vote_for_word (parts[i], strlen (parts[i]));

    prose_language_vote_add (&sum, &part);
  }
  g_assert_cmpmem (&vote, sizeof vote, &sum, sizeof sum);
  g_assert_cmpint (vote.score[1], >, 0);
}

/* An address or a number is no word of a language. */
static void
test_only_words_vote (void)
{
  g_autoptr (ProseWordTable) table = prose_word_table_new ();
  const ProseWordEntry *entry = prose_word_table_get (table, intern (table, "www.æøå.dk"));

  g_assert_cmpint (entry->kind, ==, PROSE_TOKEN_URL);
  g_assert_cmpint (entry->vote.score[1], ==, 0);
}

/* The table grows on the way; no word may be lost or mixed up. */
static void
test_many_words (void)
{
  g_autoptr (ProseWordTable) table = prose_word_table_new ();

  for (guint round = 0; round < 2; round++) {
    for (guint i = 0; i < 20000; i++) {
      g_autofree char *word = g_strdup_printf ("ø%u", i);

      g_assert_cmpuint (intern (table, word), ==, i);
    }
  }
  g_assert_cmpuint (prose_word_table_get_size (table), ==, 20000);
}

static void
test_too_many_words_are_forgotten (void)
{
  g_autoptr (ProseWordTable) table = prose_word_table_new ();

  intern (table, "æble");
  g_assert_false (prose_word_table_trim (table));
  g_assert_cmpuint (prose_word_table_get_size (table), ==, 1);

  for (guint i = 0; i < 200000; i++) {
    g_autofree char *word = g_strdup_printf ("ø%u", i);

    intern (table, word);
  }
  g_assert_true (prose_word_table_trim (table));
  g_assert_cmpuint (prose_word_table_get_size (table), ==, 0);
  g_assert_cmpuint (intern (table, "ø199999"), ==, 0);
  g_assert_cmpuint (intern (table, "æble"), ==, 1);
  g_assert_cmpuint (intern (table, "ø199999"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add_test(path, function) g_test_add_func ("/word-table/" path, function)
  add_test ("the-same-word-is-one-number", test_the_same_word_is_one_number);
  add_test ("other-words-are-other-numbers", test_other_words_are_other_numbers);
  add_test ("a-free-mark-is-another-one", test_a_free_mark_is_another_one);
  add_test ("entries", test_entries);
  add_test ("votes", test_votes);
  add_test ("only-words-vote", test_only_words_vote);
  add_test ("many-words", test_many_words);
  add_test ("too-many-words-are-forgotten", test_too_many_words_are_forgotten);

  return g_test_run ();
}
