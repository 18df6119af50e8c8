/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-lexicon-file.h"

#include <string.h>

#include "prose-fixture.h"
#include "rules/prose-yaml.h"

static void
assert_refuses (const char *yaml, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseLexicon) lexicon =
      prose_lexicon_file_read ("da.yaml", yaml, strlen (yaml), &error);

  g_assert_null (lexicon);
  assert_failure (error, PROSE_YAML_ERROR, PROSE_YAML_ERROR_CONTENT, message);
}

static void
test_whole_file (void)
{
  g_autoptr (ProseLexicon) lexicon = read_lexicon ("language: da\n"
                                                   "lists:\n"
                                                   "  numbers: [én, to]\n"
                                                   "sets:\n"
                                                   "  soon: (nu|straks)\n"
                                                   "words:\n"
                                                   "  - class: noun\n"
                                                   "    forms: [gender, singular, plural]\n"
                                                   "    entries:\n"
                                                   "      - en øl øl/øller\n"
                                                   "      - et tilbud -\n");
  g_autoptr (GPtrArray) forms = prose_lexicon_get_forms (lexicon, "øl");

  g_assert_cmpstr (prose_lexicon_get_language (lexicon), ==, "da");
  g_assert_true (prose_lexicon_list_has (lexicon, "numbers", "én"));
  g_assert_cmpstr (prose_lexicon_get_set (lexicon, "soon"), ==, "(nu|straks)");
  g_assert_cmpuint (forms->len, ==, 2);
  g_assert_cmpstr (prose_lexicon_get_form (lexicon, "øller", "gender"), ==, "en");
  g_assert_null (prose_lexicon_get_form (lexicon, "tilbud", "plural"));
}

/* Words are looked up as texts are: folded. */
static void
test_words_are_folded (void)
{
  g_autoptr (ProseLexicon) lexicon = read_lexicon ("language: da\n"
                                                   "lists:\n"
                                                   "  negations: [Don’t, IKKE, Ærlig]\n"
                                                   "words:\n"
                                                   "  - class: verb\n"
                                                   "    forms: [infinitive, past]\n"
                                                   "    entries: [KØBE Købte]\n");

  g_assert_true (prose_lexicon_list_has (lexicon, "negations", "don't"));
  g_assert_true (prose_lexicon_list_has (lexicon, "negations", "ikke"));
  g_assert_true (prose_lexicon_list_has (lexicon, "negations", "ærlig"));
  g_assert_cmpstr (prose_lexicon_get_form (lexicon, "købte", "infinitive"), ==, "købe");
}

static void
test_only_a_language (void)
{
  g_autoptr (ProseLexicon) lexicon = read_lexicon ("language: sv\n");

  g_assert_cmpstr (prose_lexicon_get_language (lexicon), ==, "sv");
  g_assert_cmpuint (prose_lexicon_get_records (lexicon)->len, ==, 0);
}

static void
test_sets_may_name_later_ones (void)
{
  g_autoptr (ProseLexicon) lexicon = read_lexicon ("language: da\n"
                                                   "sets:\n"
                                                   "  by: inden <soon> ~æble\n"
                                                   "  soon: (nu|i dag)\n"
                                                   "words:\n"
                                                   "  - class: noun\n"
                                                   "    forms: [singular]\n"
                                                   "    entries: [æble]\n");

  g_assert_cmpstr (prose_lexicon_get_set (lexicon, "by"), ==, "inden <soon> ~æble");
}

static void
test_no_lexicon (void)
{
  assert_refuses ("", "da.yaml:1:1: a lexicon was expected");
  assert_refuses ("- a list", "da.yaml:1:1: a lexicon was expected");
  assert_refuses ("lists:\n  a: [b]\n", "da.yaml:1:1: “language” is missing here");
  assert_refuses ("language: [da]\n", "da.yaml:1:1: “language” is missing here");
  assert_refuses ("lists: {}\nlanguage: dansk\n",
                  "da.yaml:2:11: “dansk” is no code of a language; “en” is one, and “da”");
}

static void
test_wrong_keys (void)
{
  assert_refuses ("language: da\nlist:\n  a: [b]\n",
                  "da.yaml:2:1: “list” is no key here; known are language, lists, sets, words");
  assert_refuses ("language: da\nlanguage: en\n", "da.yaml:2:1: “language” stands here twice");
  assert_refuses ("language: da\n"
                  "words:\n"
                  "  - class: noun\n"
                  "    form: [singular]\n",
                  "da.yaml:4:5: “form” is no key here; known are class, forms, entries");
}

static void
test_twice_the_same_name (void)
{
  assert_refuses ("language: da\nlists:\n  øl: [a]\n  øl: [b]\n",
                  "da.yaml:4:3: “øl” stands here twice");
  assert_refuses ("language: da\nsets:\n  soon: a\n  soon: b\n",
                  "da.yaml:4:3: “soon” stands here twice");
}

static void
test_wrong_lists (void)
{
  assert_refuses ("language: da\nlists: [a]\n", "da.yaml:2:8: a map was expected");
  assert_refuses ("language: da\nlists:\n  øl: a b\n", "da.yaml:3:7: a list of words was expected");
  assert_refuses ("language: da\nlists:\n  a: [b, [c]]\n",
                  "da.yaml:3:10: a word was expected; a text that begins with [ or { or holds "
                  "“: ” stands in single quotes");
  assert_refuses ("language: da\nlists:\n  [a]: [b]\n",
                  "da.yaml:3:3: a name was expected; a text that begins with [ or { or holds "
                  "“: ” stands in single quotes");
}

static void
test_wrong_sets (void)
{
  assert_refuses ("language: da\nsets:\n  soon: [nu]\n",
                  "da.yaml:3:9: a phrase was expected; a text that begins with [ or { or holds "
                  "“: ” stands in single quotes");
  assert_refuses ("language: da\nsets:\n  soon: på (nu|straks\n",
                  "da.yaml:3:12: “(” has no closing “)”");
  assert_refuses ("language: da\nsets:\n  soon: '<later>'\n",
                  "da.yaml:3:10: there is no set <later>");
  assert_refuses ("language: da\nsets:\n  a: x <b>\n  b: y <a>\n",
                  "da.yaml:3:8: groups and sets nest too deep here; does a set name itself?");
}

static void
test_wrong_words (void)
{
  assert_refuses ("language: da\nwords: {}\n",
                  "da.yaml:2:8: a list of classes of words was expected");
  assert_refuses ("language: da\nwords: [noun]\n", "da.yaml:2:9: a class of words was expected");
  assert_refuses ("language: da\nwords:\n  - class: noun\n",
                  "da.yaml:3:5: “forms” is missing here");
  assert_refuses ("language: da\nwords:\n  - forms: singular\n",
                  "da.yaml:3:12: a list of forms was expected");
  assert_refuses ("language: da\nwords:\n  - forms: [[a]]\n",
                  "da.yaml:3:13: the name of a form was expected; a text that begins with [ or { "
                  "or holds “: ” stands in single quotes");
  assert_refuses ("language: da\nwords:\n  - forms: [singular]\n",
                  "da.yaml:3:5: “entries” is missing here");
  assert_refuses ("language: da\nwords:\n  - forms: [singular]\n    entries: øl\n",
                  "da.yaml:4:14: a list of words was expected");
}

static void
test_wrong_entries (void)
{
  assert_refuses ("language: da\n"
                  "words:\n"
                  "  - forms: [singular, plural]\n"
                  "    entries:\n"
                  "      - øl øl\n"
                  "      - lampe\n",
                  "da.yaml:6:9: 2 forms were expected, this entry has 1; write - for one that "
                  "does not exist");
  assert_refuses ("language: da\nwords:\n  - forms: [gender, singular]\n    entries: [et -]\n",
                  "da.yaml:4:15: the entry has no form");
  assert_refuses ("language: da\nwords:\n  - forms: [singular]\n    entries: [[øl]]\n",
                  "da.yaml:4:15: the forms of a word was expected; a text that begins with [ or { "
                  "or holds “: ” stands in single quotes");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lexicon-file/whole-file", test_whole_file);
  g_test_add_func ("/lexicon-file/words-are-folded", test_words_are_folded);
  g_test_add_func ("/lexicon-file/only-a-language", test_only_a_language);
  g_test_add_func ("/lexicon-file/sets-may-name-later-ones", test_sets_may_name_later_ones);
  g_test_add_func ("/lexicon-file/no-lexicon", test_no_lexicon);
  g_test_add_func ("/lexicon-file/wrong-keys", test_wrong_keys);
  g_test_add_func ("/lexicon-file/twice-the-same-name", test_twice_the_same_name);
  g_test_add_func ("/lexicon-file/wrong-lists", test_wrong_lists);
  g_test_add_func ("/lexicon-file/wrong-sets", test_wrong_sets);
  g_test_add_func ("/lexicon-file/wrong-words", test_wrong_words);
  g_test_add_func ("/lexicon-file/wrong-entries", test_wrong_entries);

  return g_test_run ();
}
