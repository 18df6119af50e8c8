/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rewrite/prose-clause.h"

#include <string.h>

#include "prose-fixture.h"

#define ENGLISH                                                                                    \
  "language: en\n"                                                                                 \
  "lists:\n"                                                                                       \
  "  openers: [and, so, but, or]\n"                                                                \
  "  alternatives: [or]\n"                                                                         \
  "  pronouns: [it, they]\n"                                                                       \
  "  dependents: [if, because, for, before, with]\n"                                               \
  "  unfinished: [the, a, is]\n"                                                                   \
  "  finite: [is, are, was]\n"                                                                     \
  "  subjects: [you]\n"                                                                            \
  "  possessives: [your]\n"                                                                        \
  "  subordinators: [that, if]\n"                                                                  \
  "words:\n"                                                                                       \
  "  - class: verb\n"                                                                              \
  "    forms: [infinitive, present, gerund, past]\n"                                               \
  "    entries: [save saves saving saved, bake bakes baking baked/boke]\n"

#define DANISH                                                                                     \
  "language: da\n"                                                                                 \
  "lists:\n"                                                                                       \
  "  openers: [og, så]\n"                                                                         \
  "  inverters: [så]\n"                                                                           \
  "  finite: [er, vil]\n"                                                                          \
  "  subjects: [du, vi]\n"                                                                         \
  "  antecedents: [det]\n"                                                                         \
  "words:\n"                                                                                       \
  "  - class: verb\n"                                                                              \
  "    forms: [infinitive, imperative, present]\n"                                                 \
  "    entries: [klare klar klarer, åbne åbn åbner]\n"

static void
append_part (GString *string, const char *sentence, ProseSpan span)
{
  g_string_append_printf (string, "%s[%.*s]", string->len > 0 ? " " : "",
                          (int)prose_span_get_length (span), sentence + span.start);
}

/* How a sentence is cut around a phrase: `[before] [clause] [after] lost`. */
static char *
cut (const char *yaml, const char *sentence, const char *phrase)
{
  g_autoptr (ProseLexicon) lexicon = read_lexicon (yaml);
  g_autoptr (GString) string = g_string_new (NULL);
  guint start = strstr (sentence, phrase) - sentence;
  ProseSpan mark = { start, start + strlen (phrase) };
  ProseSpan words = { 0, strlen (sentence) };
  ProseClause clause;

  g_assert_true (prose_clause_find (&clause, sentence, words, mark, lexicon));
  append_part (string, sentence, clause.before);
  append_part (string, sentence, clause.span);
  append_part (string, sentence, clause.after);
  g_string_append_printf (string, " %u", clause.n_lost);
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static void
test_the_phrase_alone (void)
{
  assert_string (cut (ENGLISH, "Act now", "Act now"), "[] [Act now] [] 0");
}

static void
test_a_part_before (void)
{
  assert_string (cut (ENGLISH, "The sofa is back, so act now", "act now"),
                 "[The sofa is back] [so act now] [] 0");
  assert_string (cut (ENGLISH, "The sofa is back and we say act now", "act now"),
                 "[The sofa is back] [and we say act now] [] 2");
  assert_string (cut (ENGLISH, "Æblerne bake well – act now", "act now"),
                 "[Æblerne bake well] [act now] [] 0");
}

static void
test_a_part_after (void)
{
  assert_string (cut (ENGLISH, "Act now and save 20 %", "Act now"), "[] [Act now] [save 20 %] 0");
  assert_string (cut (ENGLISH, "Act now, your oven is here", "Act now"),
                 "[] [Act now,] [your oven is here] 0");
}

static void
test_parts_on_both_sides (void)
{
  assert_string (cut (ENGLISH, "The sofa is back, so act now and save 20 %", "act now"),
                 "[The sofa is back] [so act now] [save 20 %] 0");
}

/* The other choice is no part of its own, and "it" needs something before it. */
static void
test_parts_that_hang_on_the_clause (void)
{
  assert_string (cut (ENGLISH, "Act now or bake your own bread", "Act now"),
                 "[] [Act now or bake your own bread] [] 5");
  assert_string (cut (ENGLISH, "Act now and you save 20 %", "Act now"),
                 "[] [Act now and you save 20 %] [] 5");
  assert_string (cut (ENGLISH, "Bake your own bread or act now", "or act now"),
                 "[Bake your own bread] [or act now] [] 0");
  assert_string (cut (ENGLISH, "Now that it is here, act now", "act now"),
                 "[] [Now that it is here, act now] [] 5");
  assert_string (cut (ENGLISH, "Act now, and it is here", "Act now"),
                 "[] [Act now, and it is here] [] 4");
  assert_string (cut (ENGLISH, "The oven is here, so act now and it is yours", "act now"),
                 "[The oven is here] [so act now] [it is yours] 0");
}

static void
test_a_command_that_is_a_condition (void)
{
  assert_string (cut (ENGLISH, "Bake without a plan and you lose it all", "lose it all"),
                 "[] [Bake without a plan and you lose it all] [] 6");
  assert_string (cut (ENGLISH, "Ovens bake without a plan and you lose it all", "lose it all"),
                 "[Ovens bake without a plan] [and you lose it all] [] 1");
}

static void
test_signs_of_numbers_stay (void)
{
  assert_string (cut (ENGLISH, "The oven is cheaper by 20 %, so act now", "act now"),
                 "[The oven is cheaper by 20 %] [so act now] [] 0");
}

/* After a colon or a dash copy goes without verbs. */
static void
test_fragments (void)
{
  assert_string (cut (ENGLISH, "Act now: three new ovens", "Act now"),
                 "[] [Act now:] [three new ovens] 0");
  assert_string (cut (ENGLISH, "Three new ovens, act now", "act now"),
                 "[] [Three new ovens, act now] [] 3");
  assert_string (cut (ENGLISH, "New ovens: act now", "act now"), "[] [New ovens: act now] [] 2");
}

static void
test_parts_that_cannot_stand (void)
{
  assert_string (cut (ENGLISH, "If the oven is cold, act now", "act now"),
                 "[] [If the oven is cold, act now] [] 5");
  assert_string (cut (ENGLISH, "Act now because the oven is cold", "Act now"),
                 "[] [Act now because the oven is cold] [] 5");
  assert_string (cut (ENGLISH, "Is the oven cold: act now", "act now"),
                 "[] [Is the oven cold: act now] [] 4");
  assert_string (cut (ENGLISH, "It is save the – act now", "act now"),
                 "[] [It is save the – act now] [] 4");
}

/* A gerund, or the verb of a part that hangs on another, carries no sentence. */
static void
test_parts_without_a_verb_of_their_own (void)
{
  assert_string (cut (ENGLISH, "Our bread baking, for one, will act now", "for one"),
                 "[] [Our bread baking, for one, will act now] [] 6");
  assert_string (cut (ENGLISH, "Our bread boke well, so act now", "act now"),
                 "[Our bread boke well] [so act now] [] 0");
  assert_string (cut (ENGLISH, "You turn red and green if the ovens bake well", "You turn red"),
                 "[] [You turn red and green if the ovens bake well] [] 7");
  assert_string (cut (ENGLISH, "Act now and the ovens that save power bake well", "Act now"),
                 "[] [Act now] [the ovens that save power bake well] 0");
}

/* After a clause that is gone a verb misses its subject, but for a command. */
static void
test_parts_without_a_subject (void)
{
  assert_string (cut (ENGLISH, "Our oven wins and bakes good bread", "Our oven wins"),
                 "[] [Our oven wins and bakes good bread] [] 4");
  assert_string (cut (ENGLISH, "Our oven wins and bake good bread", "Our oven wins"),
                 "[] [Our oven wins] [bake good bread] 0");
  assert_string (cut (ENGLISH, "Our oven wins and saves are good", "Our oven wins"),
                 "[] [Our oven wins] [saves are good] 0");
}

/* What hangs on the phrase itself is where a part may end. */
static void
test_a_phrase_that_hangs_on_what_stands_before (void)
{
  assert_string (cut (ENGLISH, "The oven is here before it is gone", "before it is gone"),
                 "[The oven is here] [before it is gone] [] 0");
}

/* A comma alone may stand in a list, or before a relative clause. */
static void
test_commas (void)
{
  assert_string (cut (DANISH, "Det er den ovn, alle taler om", "alle taler om"),
                 "[] [Det er den ovn, alle taler om] [] 4");
}

static void
test_danish_word_order (void)
{
  assert_string (cut (DANISH, "Skynd dig, vi klarer alt resten", "Skynd dig"),
                 "[] [Skynd dig,] [vi klarer alt resten] 0");
  assert_string (cut (DANISH, "Skynd dig at få den ro, vi gerne vil have", "Skynd dig"),
                 "[] [Skynd dig at få den ro, vi gerne vil have] [] 8");
  assert_string (cut (DANISH, "Skynd dig at få det, vi vil have", "Skynd dig at få det"),
                 "[] [Skynd dig at få det, vi vil have] [] 3");
  assert_string (cut (DANISH, "Klarer du alt resten selv, skynd dig", "skynd dig"),
                 "[] [Klarer du alt resten selv, skynd dig] [] 5");
}

static void
test_inverters_stay (void)
{
  assert_string (cut (DANISH, "Skynd dig, så klarer vi resten", "Skynd dig"),
                 "[] [Skynd dig,] [så klarer vi resten] 0");
  assert_string (cut (DANISH, "Skynd dig, så åbn din gave", "Skynd dig"),
                 "[] [Skynd dig, så åbn din gave] [] 4");
}

static void
test_inverters_after_a_subject_start_nothing (void)
{
  assert_string (cut (DANISH, "Skynd dig, hvis du så klarer alt det selv", "Skynd dig"),
                 "[] [Skynd dig, hvis du så klarer alt det selv] [] 7");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add_test(path, function) g_test_add_func ("/clause/" path, function)
  add_test ("the-phrase-alone", test_the_phrase_alone);
  add_test ("a-part-before", test_a_part_before);
  add_test ("a-part-after", test_a_part_after);
  add_test ("parts-on-both-sides", test_parts_on_both_sides);
  add_test ("parts-that-hang-on-the-clause", test_parts_that_hang_on_the_clause);
  add_test ("a-command-that-is-a-condition", test_a_command_that_is_a_condition);
  add_test ("signs-of-numbers-stay", test_signs_of_numbers_stay);
  add_test ("fragments", test_fragments);
  add_test ("parts-that-cannot-stand", test_parts_that_cannot_stand);
  add_test ("parts-without-a-verb-of-their-own", test_parts_without_a_verb_of_their_own);
  add_test ("parts-without-a-subject", test_parts_without_a_subject);
  add_test ("a-phrase-that-hangs-on-what-stands-before",
            test_a_phrase_that_hangs_on_what_stands_before);
  add_test ("commas", test_commas);
  add_test ("danish-word-order", test_danish_word_order);
  add_test ("inverters-stay", test_inverters_stay);
  add_test ("inverters-after-a-subject-start-nothing",
            test_inverters_after_a_subject_start_nothing);

  return g_test_run ();
}
