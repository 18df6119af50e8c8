/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tone/prose-message.h"

#include <string.h>

#include "prose-fixture.h"

#define LEXICON                                                                                    \
  "language: en\n"                                                                                 \
  "lists:\n"                                                                                       \
  "  common: [a, so, is, the, while, you]\n"                                                       \
  "  abbreviations: [approx]\n"                                                                    \
  "words:\n"                                                                                       \
  "  - class: verb\n"                                                                              \
  "    forms: [infinitive, past]\n"                                                                \
  "    entries: [buy bought]\n"

static ProseMessageTrace *
follow (const char *message, const char *text)
{
  g_autoptr (ProseLexicon) lexicon = read_lexicon (LEXICON);

  return prose_message_trace_new (message, text, strlen (text), lexicon);
}

/* The echoes in a line: `verbatim “quiet dishwasher” in 0, near “Quiet” in 1`. */
static char *
echoes_to_string (const char *message, const char *text)
{
  static const char *const names[] = { "verbatim", "varied", "near" };
  g_autoptr (ProseMessageTrace) trace = follow (message, text);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < trace->echoes->len; i++) {
    const ProseEcho *echo = &g_array_index (trace->echoes, ProseEcho, i);
    g_autofree char *words = dup_span (text, echo->span);

    g_string_append_printf (line, "%s%s “%s” in %u", i > 0 ? ", " : "", names[echo->kind], words,
                            echo->sentence);
  }
  return g_string_free (line, FALSE);
}

static void
test_word_for_word (void)
{
  assert_string (echoes_to_string ("quiet dishwasher", "A Quiet  dishwasher."),
                 "verbatim “Quiet  dishwasher” in 0");
  assert_string (echoes_to_string ("the one", "The one. One, the same."),
                 "verbatim “The one” in 0, varied “One” in 1");
}

static void
test_in_other_words (void)
{
  assert_string (echoes_to_string ("quiet dishwasher", "The dishwashers run quietly."),
                 "varied “dishwashers run quietly” in 0");
  assert_string (echoes_to_string ("you buy beds", "A bed was bought."), "near “bought” in 0");
  assert_string (echoes_to_string ("buy mattresses", "Mattress bought."),
                 "varied “Mattress bought” in 0");
}

static void
test_near_misses (void)
{
  assert_string (echoes_to_string ("quiet dishwasher", "So quiet. So small."), "near “quiet” in 0");
  assert_string (echoes_to_string ("quiet small fast dishwasher", "So quiet."), "");
}

/* Short words are no stems: "bed" is not "bedroom", nor "car" "care". */
static void
test_words_that_only_look_alike (void)
{
  assert_string (echoes_to_string ("car", "Take care."), "");
  assert_string (echoes_to_string ("quiet", "The quietnesses."), "");
}

static void
test_sentences_and_paragraphs (void)
{
  const char *text = "Quiet here, approx. 40 decibels. Small.\n\n* * *\n\nFast.\n\nQuiet again.";
  g_autoptr (ProseMessageTrace) trace = follow ("quiet", text);

  assert_string (echoes_to_string ("quiet", text), "verbatim “Quiet” in 0, verbatim “Quiet” in 3");
  g_assert_cmpuint (trace->n_sentences, ==, 4);
  g_assert_cmpuint (trace->longest_gap, ==, 2);
}

static void
test_counts (void)
{
  g_autoptr (ProseMessageTrace) trace = follow (
      "quiet dishwasher", "Quiet dishwasher. Dishwashers, quiet ones. Quiet. Small. Dishwasher.");

  g_assert_cmpuint (trace->n_verbatim, ==, 1);
  g_assert_cmpuint (trace->n_varied, ==, 1);
  g_assert_cmpuint (trace->n_near, ==, 2);
  g_assert_cmpuint (trace->longest_gap, ==, 3);
}

/* A long text comes in parts. */
static void
test_paragraph_by_paragraph (void)
{
  g_autoptr (ProseLexicon) lexicon = read_lexicon (LEXICON);
  g_autoptr (ProseMessageReader) reader = prose_message_reader_new ("quiet", lexicon);
  g_autoptr (ProseMessageTrace) trace = NULL;

  prose_message_reader_read (reader, "Æ! Quiet.\n\n", 12, 0);
  prose_message_reader_read (reader, "Small. Quiet.", 13, 12);
  trace = prose_message_reader_take_trace (reader);
  g_assert_cmpuint (trace->n_verbatim, ==, 2);
  g_assert_cmpuint (g_array_index (trace->echoes, ProseEcho, 0).span.start, ==, 4);
  g_assert_cmpuint (g_array_index (trace->echoes, ProseEcho, 1).span.start, ==, 19);
  g_assert_cmpuint (g_array_index (trace->echoes, ProseEcho, 1).sentence, ==, 3);
}

static void
test_nothing_to_follow (void)
{
  g_autoptr (ProseMessageTrace) no_message = follow (" … ", "Quiet.");
  g_autoptr (ProseMessageTrace) no_text = follow ("quiet", "");

  g_assert_cmpuint (no_message->echoes->len, ==, 0);
  g_assert_cmpuint (no_text->echoes->len, ==, 0);
  g_assert_cmpuint (no_text->longest_gap, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add_test(path, function) g_test_add_func ("/message/" path, function)
  add_test ("word-for-word", test_word_for_word);
  add_test ("in-other-words", test_in_other_words);
  add_test ("near-misses", test_near_misses);
  add_test ("words-that-only-look-alike", test_words_that_only_look_alike);
  add_test ("sentences-and-paragraphs", test_sentences_and_paragraphs);
  add_test ("counts", test_counts);
  add_test ("paragraph-by-paragraph", test_paragraph_by_paragraph);
  add_test ("nothing-to-follow", test_nothing_to_follow);
#undef add_test

  return g_test_run ();
}
