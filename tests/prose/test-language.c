/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/prose-language.h"

#include <string.h>

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
      prose_language_vote_add (&sum, &word);
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

/* Words of no list, by their letters alone. */
static void
test_letters_vote_too (void)
{
  ProseLanguageVote foreign = vote ("Smørrebrød");
  ProseLanguageVote name = vote ("Xyzzy");

  g_assert_cmpint (foreign.score[1], >, 0);
  g_assert_cmpint (foreign.score[0], <, 0);
  g_assert_cmpint (name.score[PROSE_N_LANGUAGES - 1], >, name.score[0]);

  g_assert_cmpstr (get_language ("Geschwindigkeitsbeschränkung"), ==, "de");
  g_assert_cmpstr (get_language ("Thoughtfulness"), ==, "en");
}

static void
test_apostrophes (void)
{
  g_assert_cmpstr (get_language ("l'huile d'olive"), ==, "fr");
  g_assert_cmpstr (get_language ("l’huile d’olive"), ==, "fr");
  g_assert_cmpstr (get_language ("Nobody’s perfect, isn’t it?"), ==, "en");
  g_assert_cmpstr (get_language ("John's brother's"), ==, "en");
  g_assert_null (get_language ("'"));
}

/* A soft hyphen is no letter, and a ring of its own is part of one. */
static void
test_forms_of_a_word (void)
{
  ProseLanguageVote plain = prose_language_vote_for_word ("Forår", strlen ("Forår"));
  ProseLanguageVote hyphenated =
      prose_language_vote_for_word ("For\302\255år", strlen ("For\302\255år"));
  ProseLanguageVote decomposed =
      prose_language_vote_for_word ("FORA\314\212R", strlen ("FORA\314\212R"));

  g_assert_cmpmem (&plain, sizeof plain, &hyphenated, sizeof hyphenated);
  g_assert_cmpmem (&plain, sizeof plain, &decomposed, sizeof decomposed);
}

/* Neither a language that is known only to be told apart nor one that is not
 * known at all is taken for its neighbour. */
static void
test_other_languages (void)
{
  g_assert_cmpstr (get_language ("Questo è il nostro nuovo prezzo, non aspettare."), ==, "it");
  g_assert_cmpstr (get_language ("Este é o nosso novo preço, não espere."), ==, "pt");
  g_assert_cmpstr (get_language ("Tämä on uusi hintamme, älä odota."), ==, "fi");
  g_assert_null (get_language ("Ez az új árunk, ne várjon tovább."));
  g_assert_null (get_language ("Þetta er nýja verðið okkar, ekki bíða."));
}

static void
test_votes_add_up (void)
{
  ProseLanguageVote sum = vote ("Køb nu, ");
  ProseLanguageVote rest = vote ("but you can wait.");
  ProseLanguageVote whole = vote ("Køb nu, but you can wait.");

  prose_language_vote_add (&sum, &rest);
  g_assert_cmpmem (&sum, sizeof sum, &whole, sizeof whole);

  prose_language_vote_subtract (&sum, &rest);
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
test_lag (void)
{
  ProseLanguageVote close = { .score = { 9, 12 } };
  ProseLanguageVote far = { .score = { 8, 12 } };
  ProseLanguageVote nothing = { .score = { 3, 0 } };
  ProseLanguageVote shared = vote ("rabatt");
  ProseLanguageVote unlisted = vote ("synergy");

  g_assert_cmpint (prose_language_vote_get_lag (&close, "da"), ==, 0);
  g_assert_cmpint (prose_language_vote_get_lag (&close, "en"), ==, 3);
  g_assert_cmpint (prose_language_vote_get_lag (&close, "xx"), ==, 0);
  g_assert_cmpint (prose_language_vote_get_lag (&far, "en"), ==, G_MAXINT);
  g_assert_cmpint (prose_language_vote_get_lag (&nothing, "da"), ==, G_MAXINT);
  g_assert_cmpint (prose_language_vote_get_lag (&shared, "sv"), ==, 0);
  g_assert_cmpint (prose_language_vote_get_lag (&shared, "nb"), ==, 0);
  g_assert_cmpint (prose_language_vote_get_lag (&shared, "fr"), ==, G_MAXINT);
  g_assert_cmpint (prose_language_vote_get_lag (&unlisted, "en"), <, G_MAXINT);
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
  g_assert_cmpstr (prose_language_choose (&clear, "xx"), ==, "da");
  g_assert_cmpstr (prose_language_choose (&weak, "xx"), ==, "xx");
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

/* --- accuracy --- */

/* The most words of a label; longer lines are sentences. */
#define LONGEST_LABEL 3

/* How many lines of a language came out right, as nothing, and as another; the
 * last row and column are for languages that are not known. */
typedef struct {
  guint n[PROSE_N_LANGUAGES][PROSE_N_LANGUAGES];
  guint n_lines[PROSE_N_LANGUAGES];
} Matrix;

/* The languages in the order of their scores. */
static const char *const codes[] = {
  "en", "da", "nb", "sv", "de", "fr", "es", "nl", "it",
  "pt", "fi", "pl", "cs", "tr", "ro", "-",  NULL,
};

G_STATIC_ASSERT (G_N_ELEMENTS (codes) == PROSE_N_LANGUAGES + 1);

enum {
  NONE = PROSE_N_LANGUAGES - 1,
  N_CHECKED = 8
};

static guint
get_number (const char *code)
{
  for (guint i = 0; i < NONE; i++)
    if (g_strcmp0 (codes[i], code) == 0)
      return i;

  return NONE;
}

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strv_length (words);
}

/* Lines are a code, a tab and a text. */
static void
read_set (const char *name, Matrix *sentences, Matrix *labels)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", name, NULL);
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;

  g_file_get_contents (path, &data, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (data, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 2);
    Matrix *matrix;
    guint row;

    if (g_strv_length (fields) != 2)
      continue;
    matrix = count_words (fields[1]) <= LONGEST_LABEL ? labels : sentences;
    row = get_number (fields[0]);
    matrix->n[row][get_number (get_language (fields[1]))]++;
    matrix->n_lines[row]++;
  }
}

static void
print_row (const Matrix *matrix, guint row)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < PROSE_N_LANGUAGES; i++)
    g_string_append_printf (line, "%4u", matrix->n[row][i]);
  g_test_message ("%2s %s", codes[row], line->str);
}

static void
print_matrix (const char *name, const Matrix *matrix)
{
  g_autofree char *header = g_strjoinv ("  ", (char **)codes);

  g_test_message ("%s, came out as", name);
  g_test_message ("    %s", header);
  for (guint i = 0; i < PROSE_N_LANGUAGES; i++)
    if (matrix->n_lines[i] > 0)
      print_row (matrix, i);
}

/* How many lines came out as a language that they are not in. */
static guint
count_wrong (const Matrix *matrix, guint row)
{
  guint right = matrix->n[row][row];

  return matrix->n_lines[row] - right - (row != NONE ? matrix->n[row][NONE] : 0);
}

/* Asserts that of the lines in languages with rules to come at least so many of a
 * hundred are right and at most so many wrong. */
static void
assert_accuracy (const Matrix *matrix, guint least_right, guint most_wrong)
{
  for (guint i = 0; i < N_CHECKED; i++) {
    g_assert_cmpuint (matrix->n_lines[i], >, 0);
    g_assert_cmpuint (matrix->n[i][i] * 100, >=, matrix->n_lines[i] * least_right);
    g_assert_cmpuint (count_wrong (matrix, i) * 100, <=, matrix->n_lines[i] * most_wrong);
  }
}

/* Asserts that at most so many lines in other languages came out as a language
 * that they are not in. */
static void
assert_others (const Matrix *matrix, guint most_wrong)
{
  guint n_wrong = 0;

  for (guint i = N_CHECKED; i < PROSE_N_LANGUAGES; i++)
    n_wrong += count_wrong (matrix, i);

  g_assert_cmpuint (n_wrong, <=, most_wrong);
}

/* The set that the words and weights were chosen by. */
static void
test_known_set (void)
{
  Matrix sentences = { 0 };
  Matrix labels = { 0 };

  read_set ("languages.tsv", &sentences, &labels);
  print_matrix ("sentences", &sentences);
  print_matrix ("labels", &labels);

  assert_accuracy (&sentences, 90, 0);
  assert_accuracy (&labels, 65, 5);
  assert_others (&sentences, 0);
  assert_others (&labels, 1);
}

/* A set that was written when they had been chosen; after its first half only words of the
 * Scandinavian languages were added. Its languages that are not
 * known at all are Catalan, Croatian, Estonian, Hungarian, Icelandic and
 * Indonesian. */
static void
test_unseen_set (void)
{
  Matrix sentences = { 0 };
  Matrix labels = { 0 };

  read_set ("languages-unseen.tsv", &sentences, &labels);
  print_matrix ("unseen sentences", &sentences);
  print_matrix ("unseen labels", &labels);

  assert_accuracy (&sentences, 90, 0);
  assert_accuracy (&labels, 35, 0);
  assert_others (&sentences, 4);
  assert_others (&labels, 1);
}

/* What a paragraph takes, in a document of a language. */
static const char *
choose (const char *text, const char *document)
{
  ProseLanguageVote paragraph = vote (text);

  return prose_language_choose (&paragraph, document);
}

static void
test_a_short_line_in_a_foreign_text (void)
{
  g_assert_cmpstr (choose ("Act now, only 3 left!", "da"), ==, "en");
  g_assert_cmpstr (choose ("Kun 3 tilbage, så slå til nu!", "en"), ==, "da");
  g_assert_cmpstr (choose ("Lærken vejer 38 kg", "da"), ==, "da");
  g_assert_cmpstr (choose ("Xyzzy 3000", "da"), ==, "da");
  g_assert_null (choose ("Xyzzy 3000", NULL));
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
  g_test_add_func ("/language/apostrophes", test_apostrophes);
  g_test_add_func ("/language/forms-of-a-word", test_forms_of_a_word);
  g_test_add_func ("/language/other-languages", test_other_languages);
  g_test_add_func ("/language/votes-add-up", test_votes_add_up);
  g_test_add_func ("/language/margin", test_margin);
  g_test_add_func ("/language/lag", test_lag);
  g_test_add_func ("/language/a-paragraph-in-another-language",
                   test_a_paragraph_in_another_language);
  g_test_add_func ("/language/a-short-line-in-a-foreign-text", test_a_short_line_in_a_foreign_text);
  g_test_add_func ("/language/shared-words-weigh-less", test_shared_words_weigh_less);
  g_test_add_func ("/language/endless-words-do-not-vote", test_endless_words_do_not_vote);
  g_test_add_func ("/language/accuracy/known-set", test_known_set);
  g_test_add_func ("/language/accuracy/unseen-set", test_unseen_set);

  return g_test_run ();
}
