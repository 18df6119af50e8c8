/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-term.h"

#include "prose-fixture.h"

static ProseTermTable *
build_table (void)
{
  g_autoptr (ProseLexicon) lexicon = build_lexicon ("en");

  return prose_term_table_new (lexicon);
}

static guint
get_cost (ProseTermTable *table, guint term)
{
  return prose_term_table_get (table, term)->cost;
}

static void
test_the_same_question_is_one_term (void)
{
  g_autoptr (ProseTermTable) table = build_table ();
  guint word = prose_term_table_add (table, PROSE_TERM_WORD, "køb");
  guint n = prose_term_table_get_size (table);

  g_assert_cmpuint (prose_term_table_add (table, PROSE_TERM_WORD, "køb"), ==, word);
  g_assert_cmpuint (prose_term_table_get_size (table), ==, n);
  g_assert_cmpstr (prose_term_table_get (table, word)->text, ==, "køb");
  g_assert_cmpint (prose_term_table_get (table, word)->kind, ==, PROSE_TERM_WORD);
}

static void
test_other_questions_are_other_terms (void)
{
  g_autoptr (ProseTermTable) table = build_table ();
  guint word = prose_term_table_add (table, PROSE_TERM_WORD, "buy");

  g_assert_cmpuint (prose_term_table_add (table, PROSE_TERM_LEMMA, "buy"), !=, word);
  g_assert_cmpuint (prose_term_table_add (table, PROSE_TERM_PREFIX, "buy"), !=, word);
  g_assert_cmpuint (prose_term_table_add (table, PROSE_TERM_WORD, "bu"), !=, word);
}

static void
test_marks_know_their_run (void)
{
  g_autoptr (ProseTermTable) table = build_table ();
  guint one = prose_term_table_add_mark (table, "!", 1);
  guint two = prose_term_table_add_mark (table, "!", 2);

  g_assert_cmpuint (one, !=, two);
  g_assert_cmpuint (prose_term_table_get (table, two)->run, ==, 2);
  g_assert_cmpuint (prose_term_table_add_mark (table, "!", 2), ==, two);
  g_assert_cmpuint (prose_term_table_add_mark (table, "?", 2), !=, two);
}

static void
test_the_order_of_members_does_not_matter (void)
{
  g_autoptr (ProseTermTable) table = build_table ();
  guint act = prose_term_table_add (table, PROSE_TERM_WORD, "act");
  guint buy = prose_term_table_add (table, PROSE_TERM_WORD, "buy");
  guint sell = prose_term_table_add (table, PROSE_TERM_WORD, "sell");
  guint both = prose_term_table_add_any_of (table, (guint[]){ buy, act }, 2);

  g_assert_cmpuint (prose_term_table_add_any_of (table, (guint[]){ act, buy }, 2), ==, both);
  g_assert_cmpuint (prose_term_table_add_any_of (table, (guint[]){ act, sell }, 2), !=, both);
  g_assert_cmpuint (prose_term_table_get (table, both)->members->len, ==, 2);
}

static void
test_classes_are_the_same_in_every_table (void)
{
  g_autoptr (ProseTermTable) table = build_table ();
  guint number, caps;

  g_assert_true (prose_term_table_find_class ("number", &number));
  g_assert_true (prose_term_table_find_class ("caps", &caps));
  g_assert_cmpuint (number, ==, PROSE_TERM_CLASS_NUMBER);
  g_assert_cmpuint (caps, ==, PROSE_TERM_CLASS_CAPS);
  g_assert_cmpstr (prose_term_table_get (table, caps)->text, ==, "caps");
  g_assert_cmpint (prose_term_table_get (table, caps)->kind, ==, PROSE_TERM_CLASS);
}

static void
test_no_classes (void)
{
  guint term;

  g_assert_false (prose_term_table_find_class ("money", &term));
  g_assert_false (prose_term_table_find_class ("tal", &term));
  g_assert_false (prose_term_table_find_class ("gap", &term));
}

/* Phrases are looked for by their rarest word. */
static void
test_frequent_words_cost_more (void)
{
  g_autoptr (ProseTermTable) table = build_table ();
  guint rare = prose_term_table_add (table, PROSE_TERM_WORD, "hurry");
  guint common = prose_term_table_add (table, PROSE_TERM_WORD, "the");
  guint lemma = prose_term_table_add (table, PROSE_TERM_LEMMA, "buy");
  guint comma = prose_term_table_add_mark (table, ",", 1);
  guint bang = prose_term_table_add_mark (table, "!", 1);
  guint either = prose_term_table_add_any_of (table, (guint[]){ rare, common }, 2);

  g_assert_cmpuint (get_cost (table, rare), <, get_cost (table, lemma));
  g_assert_cmpuint (get_cost (table, lemma), <, get_cost (table, common));
  g_assert_cmpuint (get_cost (table, bang), <, get_cost (table, comma));
  g_assert_cmpuint (get_cost (table, either), ==,
                    get_cost (table, rare) + get_cost (table, common));
  g_assert_cmpuint (get_cost (table, common), <, get_cost (table, PROSE_TERM_CLASS_WORD));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/term/the-same-question-is-one-term", test_the_same_question_is_one_term);
  g_test_add_func ("/term/other-questions-are-other-terms", test_other_questions_are_other_terms);
  g_test_add_func ("/term/marks-know-their-run", test_marks_know_their_run);
  g_test_add_func ("/term/the-order-of-members-does-not-matter",
                   test_the_order_of_members_does_not_matter);
  g_test_add_func ("/term/classes-are-the-same-in-every-table",
                   test_classes_are_the_same_in_every_table);
  g_test_add_func ("/term/no-classes", test_no_classes);
  g_test_add_func ("/term/frequent-words-cost-more", test_frequent_words_cost_more);

  return g_test_run ();
}
