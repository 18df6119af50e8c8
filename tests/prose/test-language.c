/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/prose-language.h"

#include "prose-fixture.h"

/* Where two of the languages stand in a vote. */
enum {
  ENGLISH,
  DANISH,
};

static ProseLanguageVote
vote (const char *text)
{
  g_autoptr (GArray) tokens = tokenize (text);
  ProseLanguageVote sum = { 0 };

  for (guint i = 0; i < tokens->len; i++) {
    const ProseToken *token = &g_array_index (tokens, ProseToken, i);
    ProseLanguageVote word = prose_language_vote_for_word (text + token->span.start,
                                                           prose_span_get_length (token->span));

    if (token->kind == PROSE_TOKEN_WORD)
      prose_language_vote_add (&sum, &word, 1);
  }
  return sum;
}

static const char *
get_language (const char *text)
{
  ProseLanguageVote result = vote (text);

  return prose_language_vote_get_winner (&result, 1);
}

static void
test_sentences (void)
{
  g_assert_cmpstr (get_language ("You can buy it now or later."), ==, "en");
  g_assert_cmpstr (get_language ("Du kan købe den nu eller senere."), ==, "da");
  g_assert_cmpstr (get_language ("Hva skal du gjøre med dere og noen av oss?"), ==, "nb");
  g_assert_cmpstr (get_language ("Jag vill inte köpa någon annan."), ==, "sv");
  g_assert_cmpstr (get_language ("Das ist nicht für dich, sondern für uns."), ==, "de");
  g_assert_cmpstr (get_language ("Ce n'est pas pour vous, mais pour nous."), ==, "fr");
  g_assert_cmpstr (get_language ("No es para usted, pero también es bueno."), ==, "es");
  g_assert_cmpstr (get_language ("Het is niet voor jou, maar voor ons."), ==, "nl");
}

static void
test_neighbours (void)
{
  g_assert_cmpstr (get_language ("Hvad er det?"), ==, "da");
  g_assert_cmpstr (get_language ("Hva er det?"), ==, "nb");
  g_assert_cmpstr (get_language ("Bestil nu, kun få tilbage"), ==, "da");
  g_assert_cmpstr (get_language ("Bestill nå, kun få igjen"), ==, "nb");
  g_assert_cmpstr (get_language ("Beställ nu, bara några kvar"), ==, "sv");
}

static void
test_case_does_not_matter (void)
{
  g_assert_cmpstr (get_language ("DU KAN KØBE DEN NU"), ==, "da");
  g_assert_cmpstr (get_language ("YOU CAN BUY IT NOW"), ==, "en");
}

static void
test_no_words_no_language (void)
{
  g_assert_null (get_language (""));
  g_assert_null (get_language ("1.999 % !!! 😀 https://the.and.of"));
  g_assert_null (get_language ("Xyzzy plugh"));
}

/* A letter that a language does not have speaks against it. */
static void
test_letters_vote_too (void)
{
  ProseLanguageVote danish = vote ("Grønkålssuppe");
  ProseLanguageVote swedish = vote ("Grönkålssoppa");

  g_assert_cmpint (danish.score[DANISH], >, danish.score[ENGLISH]);
  g_assert_cmpint (danish.score[DANISH], >, swedish.score[DANISH]);
}

static void
test_votes_add_up (void)
{
  ProseLanguageVote sum = vote ("Køb nu, ");
  ProseLanguageVote rest = vote ("but you can wait.");
  ProseLanguageVote whole = vote ("Køb nu, but you can wait.");

  prose_language_vote_add (&sum, &rest, 1);
  g_assert_cmpmem (&sum, sizeof sum, &whole, sizeof whole);

  prose_language_vote_add (&sum, &rest, -1);
  rest = vote ("Køb nu, ");
  g_assert_cmpmem (&sum, sizeof sum, &rest, sizeof rest);
}

static void
test_margin (void)
{
  ProseLanguageVote lead = { { 24, 36 } };
  ProseLanguageVote tie = { { 24, 24 } };
  ProseLanguageVote against_all = { { -3, -3 } };

  g_assert_cmpstr (prose_language_vote_get_winner (&lead, 12), ==, "da");
  g_assert_null (prose_language_vote_get_winner (&lead, 13));
  g_assert_null (prose_language_vote_get_winner (&tie, 0));
  g_assert_null (prose_language_vote_get_winner (&against_all, 0));
}

static void
test_a_paragraph_in_another_language (void)
{
  ProseLanguageVote clear = vote ("Hvad synes du, hvis jeg ikke gør noget meget selv?");
  ProseLanguageVote weak = vote ("Hvad");
  ProseLanguageVote none = vote ("Mellow");

  g_assert_cmpstr (prose_language_choose (&clear, "en"), ==, "da");
  g_assert_cmpstr (prose_language_choose (&weak, "en"), ==, "en");
  g_assert_cmpstr (prose_language_choose (&none, "en"), ==, "en");
  g_assert_null (prose_language_choose (&none, NULL));
}

/* Words that several languages have tell less than those of one. */
static void
test_shared_words_weigh_less (void)
{
  ProseLanguageVote own = vote ("hvad");
  ProseLanguageVote shared = vote ("og");

  g_assert_cmpint (own.score[DANISH], >, shared.score[DANISH]);
  g_assert_cmpint (shared.score[DANISH], >, 0);
}

static void
test_endless_words_do_not_vote (void)
{
  ProseLanguageVote long_word = vote ("øøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøø");
  ProseLanguageVote none = { 0 };

  g_assert_cmpmem (&long_word, sizeof none, &none, sizeof none);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/language/sentences", test_sentences);
  g_test_add_func ("/language/neighbours", test_neighbours);
  g_test_add_func ("/language/case-does-not-matter", test_case_does_not_matter);
  g_test_add_func ("/language/no-words-no-language", test_no_words_no_language);
  g_test_add_func ("/language/letters-vote-too", test_letters_vote_too);
  g_test_add_func ("/language/votes-add-up", test_votes_add_up);
  g_test_add_func ("/language/margin", test_margin);
  g_test_add_func ("/language/a-paragraph-in-another-language",
                   test_a_paragraph_in_another_language);
  g_test_add_func ("/language/shared-words-weigh-less", test_shared_words_weigh_less);
  g_test_add_func ("/language/endless-words-do-not-vote", test_endless_words_do_not_vote);

  return g_test_run ();
}
