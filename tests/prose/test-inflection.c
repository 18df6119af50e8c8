/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rewrite/prose-inflection.h"

#include "prose-fixture.h"

#define DANISH                                                                                     \
  "language: da\n"                                                                                 \
  "words:\n"                                                                                       \
  "  - class: verb\n"                                                                              \
  "    forms: [infinitive, imperative, present]\n"                                                 \
  "    entries:\n"                                                                                 \
  "      - købe køb køber\n"                                                                    \
  "  - class: noun\n"                                                                              \
  "    forms: [gender, singular, definite, plural, plural-definite]\n"                             \
  "    entries:\n"                                                                                 \
  "      - common sofa sofaen sofaer sofaerne\n"                                                   \
  "      - neuter bord bordet borde bordene\n"                                                     \
  "      - neuter år året år årene\n"

#define ENGLISH                                                                                    \
  "language: en\n"                                                                                 \
  "words:\n"                                                                                       \
  "  - class: verb\n"                                                                              \
  "    forms: [infinitive, gerund, past]\n"                                                        \
  "    entries:\n"                                                                                 \
  "      - sign signing signed\n"                                                                  \
  "  - class: noun\n"                                                                              \
  "    forms: [singular, plural]\n"                                                                \
  "    entries:\n"                                                                                 \
  "      - lamp lamps\n"

static char *
inflect (const char *yaml, const char *text, const char *form)
{
  g_autoptr (ProseLexicon) lexicon = read_lexicon (yaml);

  return prose_inflect (text, form, lexicon);
}

static char *
agree (const char *text, const char *choices)
{
  g_autoptr (ProseLexicon) lexicon = read_lexicon (DANISH);
  g_auto (GStrv) list = g_strsplit (choices, "/", -1);

  return g_strdup (prose_agree (text, list, lexicon));
}

static void
test_one_word (void)
{
  assert_string (inflect (DANISH, "køb", "infinitive"), "købe");
  assert_string (inflect (DANISH, "KØB", "present"), "køber");
  assert_string (inflect (ENGLISH, "Lamps", "singular"), "lamp");
}

/* The first word of a verb, the last of a noun. */
static void
test_several_words (void)
{
  assert_string (inflect (ENGLISH, "sign up", "gerund"), "signing up");
  assert_string (inflect (ENGLISH, "new lamp", "plural"), "new lamps");
  assert_string (inflect (DANISH, "køb den", "infinitive"), "købe den");
}

static void
test_compounds (void)
{
  assert_string (inflect (DANISH, "havesofa", "definite"), "havesofaen");
  assert_string (inflect (DANISH, "et spisebord", "plural"), "et spiseborde");
  g_assert_null (inflect (DANISH, "bordløber", "definite"));
}

static void
test_unknown_words_and_forms (void)
{
  g_assert_null (inflect (DANISH, "stol", "definite"));
  g_assert_null (inflect (DANISH, "sofa", "gerund"));
  g_assert_null (inflect (DANISH, "", "definite"));
  g_assert_null (inflect (ENGLISH, "a lamp shade", "plural"));
}

static void
test_agreement (void)
{
  assert_string (agree ("sofa", "den/det/de"), "den");
  assert_string (agree ("spisebord", "den/det/de"), "det");
  assert_string (agree ("de nye sofaer", "din/dit/dine"), "dine");
  assert_string (agree ("bordene", "din/dit/dine"), "dine");
  assert_string (agree ("Sofaen", "en/et"), "en");
}

static void
test_agreement_that_is_not_known (void)
{
  g_assert_null (agree ("stol", "den/det/de"));
  g_assert_null (agree ("sofaer", "en/et"));
  g_assert_null (agree ("bord", "en"));
  g_assert_null (agree ("", "en/et"));
}

static void
test_several (void)
{
  g_autoptr (ProseLexicon) lexicon = read_lexicon ("language: da\nlists: { ones: [én, et] }\n");

  assert_string (prose_inflect ("3", "several", lexicon), "3");
  assert_string (prose_inflect ("tre fine", "several", lexicon), "tre fine");
  g_assert_null (prose_inflect ("1", "several", lexicon));
  g_assert_null (prose_inflect ("Én", "several", lexicon));
}

static void
test_nouns_with_capitals (void)
{
  g_autoptr (ProseLexicon) lexicon = read_lexicon (
      "language: de\n"
      "lists: { options: [noun-capitals] }\n"
      "words:\n"
      "  - { class: verb, forms: [infinitive, participle], entries: [kaufen gekauft] }\n"
      "  - { class: noun, forms: [singular, plural], entries: [lampe lampen] }\n");

  assert_string (prose_inflect ("Stehlampen", "singular", lexicon), "Stehlampe");
  assert_string (prose_inflect ("Kaufen", "participle", lexicon), "gekauft");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/inflection/one-word", test_one_word);
  g_test_add_func ("/inflection/several-words", test_several_words);
  g_test_add_func ("/inflection/compounds", test_compounds);
  g_test_add_func ("/inflection/unknown-words-and-forms", test_unknown_words_and_forms);
  g_test_add_func ("/inflection/several", test_several);
  g_test_add_func ("/inflection/agreement", test_agreement);
  g_test_add_func ("/inflection/agreement-that-is-not-known", test_agreement_that_is_not_known);
  g_test_add_func ("/inflection/nouns-with-capitals", test_nouns_with_capitals);

  return g_test_run ();
}
