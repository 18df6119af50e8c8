/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-vocabulary.h"

#include "prose-fixture.h"

typedef struct {
  ProseRuleSet *rules;
  ProseWordTable *table;
  ProseVocabulary *vocabulary;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->rules = compile_rules (
      make_rule ("a.buy", "~buy now", NULL), make_rule ("a.lyn", "lyn* *tilbud", NULL),
      make_rule ("a.wow", "wow !!+", NULL), make_rule ("a.lynbuy", "lynbuy kort", NULL),
      make_rule ("a.last", "(last|final) seats {0..1} tonight", NULL), NULL);
  fixture->table = prose_word_table_new ();
  fixture->vocabulary =
      prose_vocabulary_new (prose_rule_set_get_language (fixture->rules, "en"), fixture->table);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  prose_vocabulary_free (fixture->vocabulary);
  prose_word_table_free (fixture->table);
  prose_rule_set_unref (fixture->rules);
}

/* What is known of the last word of text. */
static const ProseWord *
learn (Fixture *fixture, const char *text)
{
  g_autoptr (GArray) tokens = tokenize (text);
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  prose_word_table_intern (fixture->table, text, tokens, words);
  prose_vocabulary_look_up (fixture->vocabulary, words, known);
  return known->pdata[known->len - 1];
}

static guint
get_flags (Fixture *fixture, const char *text)
{
  return learn (fixture, text)->flags;
}

static gboolean
is_class (Fixture *fixture, const char *text, ProseTermClass class)
{
  return prose_term_set_has (&learn (fixture, text)->terms, class);
}

/* A dash that stands free parts clauses; one inside of a word ties. */
static void
test_a_free_hyphen_is_another_word (Fixture *fixture, gconstpointer unused)
{
  guint tie = get_flags (fixture, "sugar-");
  guint dash = get_flags (fixture, "sugar -");

  g_assert_true (tie & PROSE_WORD_HYPHEN);
  g_assert_false (dash & PROSE_WORD_HYPHEN);
  g_assert_true (dash & PROSE_WORD_BOUNDARY);
  g_assert_true (dash & PROSE_WORD_LOOSE);
}

static void
test_what_counts_as_a_word (Fixture *fixture, gconstpointer unused)
{
  g_assert_true (get_flags (fixture, "æble") & PROSE_WORD_COUNTED);
  g_assert_true (get_flags (fixture, "1.999") & PROSE_WORD_COUNTED);
  g_assert_true (get_flags (fixture, "www.mellow.app") & PROSE_WORD_COUNTED);
  g_assert_false (get_flags (fixture, "!") & PROSE_WORD_COUNTED);
  g_assert_false (get_flags (fixture, "😀") & PROSE_WORD_COUNTED);
  g_assert_false (get_flags (fixture, "%") & PROSE_WORD_COUNTED);
}

static void
test_long_words_have_more_than_six_letters (Fixture *fixture, gconstpointer unused)
{
  g_assert_false (get_flags (fixture, "lamppe") & PROSE_WORD_LONG);
  g_assert_true (get_flags (fixture, "lampper") & PROSE_WORD_LONG);
  g_assert_false (get_flags (fixture, "æøåæøå") & PROSE_WORD_LONG);
  g_assert_true (get_flags (fixture, "æøåæøåæ") & PROSE_WORD_LONG);
  g_assert_false (get_flags (fixture, "1234567") & PROSE_WORD_LONG);
}

static void
test_facts (Fixture *fixture, gconstpointer unused)
{
  g_assert_true (get_flags (fixture, "39") & PROSE_WORD_FACT);
  g_assert_false (get_flags (fixture, "two") & PROSE_WORD_FACT);
}

static void
test_words_of_the_lexicon (Fixture *fixture, gconstpointer unused)
{
  g_assert_true (get_flags (fixture, "Don’t") & PROSE_WORD_NEGATION);
  g_assert_true (get_flags (fixture, "AND") & PROSE_WORD_OPENER);
  g_assert_true (get_flags (fixture, "your") & PROSE_WORD_READER);
  g_assert_true (get_flags (fixture, "Our") & PROSE_WORD_SELLER);
  g_assert_false (get_flags (fixture, "yours") & (PROSE_WORD_READER | PROSE_WORD_SELLER));
}

static void
test_marks (Fixture *fixture, gconstpointer unused)
{
  g_assert_true (get_flags (fixture, "“") & PROSE_WORD_QUOTE);
  g_assert_true (get_flags (fixture, "»") & PROSE_WORD_QUOTE);
  g_assert_true (get_flags (fixture, ",") & PROSE_WORD_BOUNDARY);
  g_assert_true (get_flags (fixture, ",") & PROSE_WORD_LOOSE);
  g_assert_false (get_flags (fixture, "!") & PROSE_WORD_LOOSE);
  g_assert_true (get_flags (fixture, "!!!") & PROSE_WORD_EXCLAMATION);
  g_assert_false (get_flags (fixture, "'") & PROSE_WORD_BOUNDARY);
  g_assert_false (get_flags (fixture, "\u00ad") & PROSE_WORD_BOUNDARY);
}

static void
test_classes (Fixture *fixture, gconstpointer unused)
{
  g_assert_true (is_class (fixture, "3", PROSE_TERM_CLASS_NUMBER));
  g_assert_true (is_class (fixture, "Two", PROSE_TERM_CLASS_NUMBER));
  g_assert_false (is_class (fixture, "lamp", PROSE_TERM_CLASS_NUMBER));
  g_assert_true (is_class (fixture, "ØL", PROSE_TERM_CLASS_CAPS));
  g_assert_false (is_class (fixture, "Øl", PROSE_TERM_CLASS_CAPS));
  g_assert_true (is_class (fixture, "Øl", PROSE_TERM_CLASS_TITLE));
  g_assert_false (is_class (fixture, "øl", PROSE_TERM_CLASS_TITLE));
  g_assert_true (is_class (fixture, "😀", PROSE_TERM_CLASS_EMOJI));
  g_assert_true (is_class (fixture, "www.mellow.app", PROSE_TERM_CLASS_URL));
  g_assert_true (is_class (fixture, "3", PROSE_TERM_CLASS_WORD));
  g_assert_false (is_class (fixture, ",", PROSE_TERM_CLASS_WORD));
}

static void
test_what_a_gap_passes_over (Fixture *fixture, gconstpointer unused)
{
  g_assert_true (is_class (fixture, "øl", PROSE_TERM_CLASS_GAP));
  g_assert_true (is_class (fixture, "%", PROSE_TERM_CLASS_GAP));
  g_assert_true (is_class (fixture, "€", PROSE_TERM_CLASS_GAP));
  g_assert_true (is_class (fixture, "a-", PROSE_TERM_CLASS_GAP));
  g_assert_false (is_class (fixture, "a -", PROSE_TERM_CLASS_GAP));
  g_assert_false (is_class (fixture, ",", PROSE_TERM_CLASS_GAP));
  g_assert_false (is_class (fixture, "!", PROSE_TERM_CLASS_GAP));
  g_assert_false (is_class (fixture, "😀", PROSE_TERM_CLASS_GAP));
}

static guint
count_anchors (Fixture *fixture, const char *text)
{
  return learn (fixture, text)->n_anchors;
}

/* Only at words that have anchors is a phrase looked for. */
static void
test_anchors (Fixture *fixture, gconstpointer unused)
{
  g_assert_cmpuint (count_anchors (fixture, "now"), ==, 0);
  g_assert_cmpuint (count_anchors (fixture, "Bought"), ==, 1);
  g_assert_cmpuint (count_anchors (fixture, "Morgentilbud"), ==, 0);
  g_assert_cmpuint (count_anchors (fixture, "Lynudsalg"), ==, 1);
  g_assert_cmpuint (count_anchors (fixture, "lyn"), ==, 0);
  g_assert_cmpuint (count_anchors (fixture, "øl"), ==, 0);
}

/* A phrase of which no word met so far satisfies a part is not looked for. */
static void
test_an_anchor_waits_for_what_it_needs (Fixture *fixture, gconstpointer unused)
{
  g_assert_cmpuint (count_anchors (fixture, "buy"), ==, 0);
  g_assert_cmpuint (count_anchors (fixture, "now"), ==, 0);
  g_assert_cmpuint (count_anchors (fixture, "buy"), ==, 1);
  g_assert_cmpuint (count_anchors (fixture, "bought"), ==, 1);
}

/* Whatever order they are met in, the last of them brings it to life. */
static void
test_an_anchor_waits_for_all_it_needs (Fixture *fixture, gconstpointer unused)
{
  static const char *const orders[][3] = {
    { "last", "tonight", "seats" }, { "last", "seats", "tonight" }, { "tonight", "last", "seats" },
    { "tonight", "seats", "last" }, { "seats", "last", "tonight" }, { "seats", "tonight", "last" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++) {
    guint n_alive = 0;

    prose_vocabulary_clear (fixture->vocabulary);
    for (guint j = 0; j < 4; j++)
      g_assert_cmpuint (count_anchors (fixture, orders[i][j % 2]), ==, 0);
    learn (fixture, orders[i][2]);
    for (guint j = 0; j < 3; j++)
      n_alive += count_anchors (fixture, orders[i][j]);
    g_assert_cmpuint (n_alive, ==, 1);
  }
}

static void
test_terms_are_sorted_and_stand_once (Fixture *fixture, gconstpointer unused)
{
  const ProseTermSet *terms = &learn (fixture, "LYNBUY")->terms;

  g_assert_cmpuint (terms->n_terms, >, 3);
  for (guint i = 1; i < terms->n_terms; i++)
    g_assert_cmpuint (terms->terms[i - 1], <, terms->terms[i]);
  for (guint i = 0; i < terms->n_terms; i++)
    g_assert_true (prose_term_set_has (terms, terms->terms[i]));
}

/* A word of many terms keeps them otherwise; it has the same ones. */
static void
test_a_word_of_many_terms (void)
{
  g_autoptr (ProseWordTable) table = prose_word_table_new ();
  g_autoptr (GArray) tokens = tokenize ("køb");
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GStrvBuilder) phrases = g_strv_builder_new ();
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autoptr (ProseVocabulary) vocabulary = NULL;
  g_autoptr (ProseRuleSet) rules = NULL;
  ProseRule *rule = make_rule ("a.a", "x", NULL);
  ProseLanguageRules *english;
  const ProseTermSet *terms;
  guint n_had = 0;

  for (guint i = 0; i < 100; i++) {
    g_autofree char *phrase =
        i % 2 == 0 ? g_strdup_printf ("(køb|a%u)", i) : g_strdup_printf ("(b%u|c%u)", i, i);

    g_strv_builder_add (phrases, phrase);
  }
  g_strfreev (rule->phrases);
  rule->phrases = g_strv_builder_end (phrases);
  rules = compile_rules (rule, NULL);
  english = prose_rule_set_get_language (rules, "en");
  vocabulary = prose_vocabulary_new (english, table);

  prose_word_table_intern (table, "køb", tokens, words);
  prose_vocabulary_look_up (vocabulary, words, known);
  terms = &((const ProseWord *)known->pdata[0])->terms;
  g_assert_cmpuint (terms->n_terms, >, 50);
  for (guint i = 0; i < prose_language_rules_get_n_terms (english); i++)
    n_had += prose_term_set_has (terms, i);
  g_assert_cmpuint (n_had, ==, terms->n_terms);
}

/* After its table has forgotten all words, the numbers mean other ones. */
static void
test_forgetting (Fixture *fixture, gconstpointer unused)
{
  g_assert_cmpuint (count_anchors (fixture, "buy now buy"), ==, 1);
  for (guint i = 0; i <= 200000; i++) {
    g_autofree char *word = g_strdup_printf ("ø%u", i);

    learn (fixture, word);
  }
  g_assert_true (prose_word_table_trim (fixture->table));
  prose_vocabulary_clear (fixture->vocabulary);

  g_assert_cmpuint (count_anchors (fixture, "øl"), ==, 0);
  g_assert_cmpuint (count_anchors (fixture, "buy"), ==, 0);
  g_assert_cmpuint (count_anchors (fixture, "buy now buy"), ==, 1);
}

#define add_test(path, function)                                                                   \
  g_test_add ("/vocabulary/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("a-free-hyphen-is-another-word", test_a_free_hyphen_is_another_word);
  add_test ("what-counts-as-a-word", test_what_counts_as_a_word);
  add_test ("long-words-have-more-than-six-letters", test_long_words_have_more_than_six_letters);
  add_test ("facts", test_facts);
  add_test ("words-of-the-lexicon", test_words_of_the_lexicon);
  add_test ("marks", test_marks);
  add_test ("classes", test_classes);
  add_test ("what-a-gap-passes-over", test_what_a_gap_passes_over);
  add_test ("anchors", test_anchors);
  add_test ("an-anchor-waits-for-what-it-needs", test_an_anchor_waits_for_what_it_needs);
  add_test ("an-anchor-waits-for-all-it-needs", test_an_anchor_waits_for_all_it_needs);
  add_test ("terms-are-sorted-and-stand-once", test_terms_are_sorted_and_stand_once);
  g_test_add_func ("/vocabulary/a-word-of-many-terms", test_a_word_of_many_terms);
  add_test ("forgetting", test_forgetting);

  return g_test_run ();
}
