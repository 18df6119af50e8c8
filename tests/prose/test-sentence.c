/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/prose-sentence.h"

#include "prose-fixture.h"

static GArray *
find_sentences (const char *language, const char *text, const GArray *tokens)
{
  g_autoptr (ProseLexicon) lexicon = language != NULL ? build_lexicon (language) : NULL;
  ProseAbbreviations abbreviations = { 0 };
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (ProseSentence));

  if (lexicon != NULL)
    abbreviations = (ProseAbbreviations){ prose_lexicon_get_list (lexicon, "abbreviations"),
                                          prose_lexicon_get_list (lexicon, "enders"),
                                          prose_lexicon_get_list (lexicon, "numberers") };
  prose_find_sentences (text, tokens, &abbreviations, sentences);
  return sentences;
}

/* The sentences, with a bar between them; one that asks begins with "(?)". */
static char *
sentences_to_string (const char *language, const char *text)
{
  g_autoptr (GArray) tokens = tokenize (text);
  g_autoptr (GArray) sentences = find_sentences (language, text, tokens);
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < sentences->len; i++) {
    const ProseSentence *sentence = &g_array_index (sentences, ProseSentence, i);
    g_autofree char *part = dup_span (text, sentence->span);

    g_string_append_printf (string, "%s%s%s", i > 0 ? " | " : "",
                            sentence->is_question ? "(?)" : "", part);
  }
  return g_string_free (g_steal_pointer (&string), FALSE);
}

#define assert_sentences(text, expected) assert_string (sentences_to_string ("en", text), expected)

#define assert_danish_sentences(text, expected)                                                    \
  assert_string (sentences_to_string ("da", text), expected)

/* Words that are counted, where the language writes them with a capital. */
static void
test_ordered_words (void)
{
  static const char text[] = "Am 3. Mai. Um 9. Dann los.";
  g_autoptr (ProseLexicon) lexicon = read_lexicon ("language: de\nlists: { ordered: [mai] }\n");
  ProseAbbreviations abbreviations = prose_lexicon_get_abbreviations (lexicon);
  g_autoptr (GArray) tokens = tokenize (text);
  g_autoptr (GArray) sentences = g_array_new (FALSE, FALSE, sizeof (ProseSentence));

  prose_find_sentences (text, tokens, &abbreviations, sentences);
  g_assert_cmpuint (sentences->len, ==, 3);
  assert_string (dup_span (text, g_array_index (sentences, ProseSentence, 0).span), "Am 3. Mai.");
}

static void
test_terminators (void)
{
  assert_sentences ("Act now! It is here. Is it? Wait… Go on...",
                    "Act now! | It is here. | (?)Is it? | Wait… | Go on...");
  assert_sentences ("No full stop", "No full stop");
  assert_sentences ("", "");
  assert_danish_sentences ("Køb nu! Åh nej. Er det æbler?", "Køb nu! | Åh nej. | (?)Er det æbler?");
}

static void
test_runs_of_terminators (void)
{
  assert_sentences ("Really?! Yes!!! Go.", "(?)Really?! | Yes!!! | Go.");
  assert_sentences ("What!? No.", "(?)What!? | No.");
}

static void
test_lower_case_goes_on (void)
{
  assert_sentences ("Wait... what is it", "Wait... what is it");
  assert_sentences ("We ship approx. two lamps.", "We ship approx. two lamps.");
  assert_danish_sentences ("Det er 5. august. æbler", "Det er 5. august. æbler");
  assert_danish_sentences ("Det er nu. Æbler", "Det er nu. | Æbler");
}

/* A question or an exclamation ends before lower case too, as in headings. */
static void
test_loud_marks_end_before_lower_case (void)
{
  assert_sentences ("Hurry! only three left", "Hurry! | only three left");
  assert_sentences ("“Hurry!” he said. Then he left.", "“Hurry!” he said. | Then he left.");
}

static void
test_inside_of_words_and_numbers (void)
{
  assert_sentences ("It costs 1.999 at lamps.example.com today.",
                    "It costs 1.999 at lamps.example.com today.");
  assert_sentences ("Buy it at mellow.App now.", "Buy it at mellow.App now.");
}

static void
test_abbreviations (void)
{
  assert_sentences ("Ask Mr. Smith, e.g. Monday.", "Ask Mr. Smith, e.g. Monday.");
  assert_sentences ("Ask Ms. Smith.", "Ask Ms. | Smith.");
  assert_danish_sentences ("Ring til hr. Jensen kl. 10.30 for ca. 50 kr. om dagen.",
                           "Ring til hr. Jensen kl. 10.30 for ca. 50 kr. om dagen.");
  assert_danish_sentences ("Kun 50 kr. Ja tak. Kun 50 kr. 3 stk.",
                           "Kun 50 kr. | Ja tak. | Kun 50 kr. 3 stk.");
  assert_string (sentences_to_string (NULL, "Ask Mr. Smith."), "Ask Mr. | Smith.");
}

/* "No" alone is an answer, and "No. 1" a place. */
static void
test_what_numbers_a_figure (void)
{
  assert_sentences ("The world's No. 1 lamp. It is here.", "The world's No. 1 lamp. | It is here.");
  assert_sentences ("No. 1 in lamps", "No. 1 in lamps");
  assert_sentences ("Is it dark? No. The lamp is on.", "(?)Is it dark? | No. | The lamp is on.");
  assert_sentences ("Nothing but no. One lamp.", "Nothing but no. | One lamp.");
  assert_danish_sentences ("Danmarks nr. 1 i æbler.", "Danmarks nr. 1 i æbler.");
}

/* Copy writes them in place of full stops. */
static void
test_emoji (void)
{
  assert_sentences ("Only 3 left 😀 Get yours", "Only 3 left 😀 | Get yours");
  assert_sentences ("Only 3 left 😀😀 Get yours", "Only 3 left 😀😀 | Get yours");
  assert_sentences ("Only 3 left 😀 get yours", "Only 3 left 😀 get yours");
  assert_sentences ("I ❤️ Paris. 😀 Get yours", "I ❤️ Paris. | 😀 Get yours");
}

static void
test_initials (void)
{
  assert_sentences ("By K. Hansen. It was I. He left.", "By K. Hansen. | It was I. | He left.");
  assert_danish_sentences ("Af K. Ærø.", "Af K. Ærø.");
}

static void
test_ordinals (void)
{
  assert_danish_sentences ("Den 3. maj 1999. Velkommen.", "Den 3. maj 1999. | Velkommen.");
  assert_danish_sentences ("Den 3. 5. i år", "Den 3. 5. i år");
  assert_sentences ("Only 3. Then none.", "Only 3. | Then none.");
}

static void
test_closing_marks_belong_to_the_sentence (void)
{
  assert_sentences ("He said “Go.” Then he left.", "He said “Go.” | Then he left.");
  assert_sentences ("« Vite ! » dit-il. Il part.", "« Vite ! » dit-il. | Il part.");
  assert_sentences ("Il dit : « Vite ! » Puis il part.", "Il dit : « Vite ! » | Puis il part.");
  assert_sentences ("On lit « Vite ! », puis rien. Il part.",
                    "On lit « Vite ! », puis rien. | Il part.");
  assert_sentences ("Il a crié (« Vite ! »). Il part.", "Il a crié (« Vite ! »). | Il part.");
  assert_sentences ("Hej. »Nu er det tid.« Så.", "Hej. | »Nu er det tid.« | Så.");
  assert_sentences ("(Is it?) Yes.", "(?)(Is it?) | Yes.");
  assert_sentences ("*Act now.* Or wait.", "*Act now.* | Or wait.");
  assert_danish_sentences ("»Køb nu.« Så gik han.", "»Køb nu.« | Så gik han.");
}

static void
test_every_token_belongs_to_one (void)
{
  static const char text[] = "... Act now!“ — Är det? (K. Hansen.) 3. maj";
  g_autoptr (GArray) tokens = tokenize (text);
  g_autoptr (GArray) sentences = find_sentences ("en", text, tokens);
  guint next = 0;

  g_assert_cmpuint (sentences->len, >, 1);
  for (guint i = 0; i < sentences->len; i++) {
    const ProseSentence *sentence = &g_array_index (sentences, ProseSentence, i);

    g_assert_cmpuint (sentence->first_token, ==, next);
    g_assert_cmpuint (sentence->n_tokens, >, 0);
    next += sentence->n_tokens;
    g_assert_cmpuint (sentence->span.end, ==,
                      g_array_index (tokens, ProseToken, next - 1).span.end);
  }
  g_assert_cmpuint (next, ==, tokens->len);
}

/* What no mark ends is no sentence, and must not be slow to check. */
static void
test_longest_sentence (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) tokens = NULL;
  g_autoptr (GArray) sentences = NULL;
  guint next = 0;

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "køb ");
  g_string_append (text, "nu?");
  tokens = tokenize (text->str);
  sentences = find_sentences ("da", text->str, tokens);

  g_assert_cmpuint (sentences->len, ==, 3);
  for (guint i = 0; i < sentences->len; i++) {
    const ProseSentence *sentence = &g_array_index (sentences, ProseSentence, i);

    g_assert_cmpuint (sentence->first_token, ==, next);
    g_assert_cmpuint (sentence->n_tokens, <=, 400);
    g_assert_cmpint (sentence->is_question, ==, i == 2);
    next += sentence->n_tokens;
  }
  g_assert_cmpuint (next, ==, tokens->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sentence/ordered-words", test_ordered_words);
  g_test_add_func ("/sentence/terminators", test_terminators);
  g_test_add_func ("/sentence/runs-of-terminators", test_runs_of_terminators);
  g_test_add_func ("/sentence/lower-case-goes-on", test_lower_case_goes_on);
  g_test_add_func ("/sentence/loud-marks-end-before-lower-case",
                   test_loud_marks_end_before_lower_case);
  g_test_add_func ("/sentence/inside-of-words-and-numbers", test_inside_of_words_and_numbers);
  g_test_add_func ("/sentence/abbreviations", test_abbreviations);
  g_test_add_func ("/sentence/what-numbers-a-figure", test_what_numbers_a_figure);
  g_test_add_func ("/sentence/emoji", test_emoji);
  g_test_add_func ("/sentence/initials", test_initials);
  g_test_add_func ("/sentence/ordinals", test_ordinals);
  g_test_add_func ("/sentence/closing-marks-belong-to-the-sentence",
                   test_closing_marks_belong_to_the_sentence);
  g_test_add_func ("/sentence/every-token-belongs-to-one", test_every_token_belongs_to_one);
  g_test_add_func ("/sentence/longest-sentence", test_longest_sentence);

  return g_test_run ();
}
