/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/prose-lexicon.h"

#include "prose-fixture.h"

static void
add (ProseLexicon *lexicon,
     ProseLexiconRecordKind kind,
     const char *name,
     const char *tag,
     const char *value)
{
  prose_lexicon_add (
      lexicon, (ProseLexiconRecord){ .kind = kind, .name = name, .tag = tag, .value = value });
}

static char *
forms_to_string (ProseLexicon *lexicon, const char *lemma)
{
  g_autoptr (GPtrArray) forms = prose_lexicon_get_forms (lexicon, lemma);

  if (forms == NULL)
    return NULL;
  g_ptr_array_add (forms, NULL);
  return g_strjoinv (" ", (char **)forms->pdata);
}

static void
test_lists (void)
{
  g_autoptr (ProseLexicon) lexicon = prose_lexicon_new ("da");

  add (lexicon, PROSE_LEXICON_LIST, "numbers", NULL, "én");
  add (lexicon, PROSE_LEXICON_LIST, "numbers", NULL, "to");
  add (lexicon, PROSE_LEXICON_LIST, "openers", NULL, "og");

  g_assert_true (prose_lexicon_list_has (lexicon, "numbers", "én"));
  g_assert_true (prose_lexicon_list_has (lexicon, "openers", "og"));
  g_assert_false (prose_lexicon_list_has (lexicon, "openers", "to"));
  g_assert_false (prose_lexicon_list_has (lexicon, "nothing", "to"));
  g_assert_cmpuint (g_hash_table_size (prose_lexicon_get_list (lexicon, "numbers")), ==, 2);
  g_assert_null (prose_lexicon_get_list (lexicon, "nothing"));
  g_assert_cmpuint (prose_lexicon_get_place (lexicon, "numbers", "to"), ==, 1);
  g_assert_cmpuint (prose_lexicon_get_place (lexicon, "openers", "og"), ==, 0);
  g_assert_cmpuint (prose_lexicon_get_place (lexicon, "openers", "to"), ==, G_MAXUINT);
  g_assert_cmpuint (prose_lexicon_get_place (lexicon, "nothing", "to"), ==, G_MAXUINT);
}

static void
test_sets (void)
{
  g_autoptr (ProseLexicon) lexicon = prose_lexicon_new ("da");

  add (lexicon, PROSE_LEXICON_SET, "soon", NULL, "(nu|straks)");

  g_assert_cmpstr (prose_lexicon_get_set (lexicon, "soon"), ==, "(nu|straks)");
  g_assert_null (prose_lexicon_get_set (lexicon, "money"));
}

static void
test_forms_of_a_word (void)
{
  g_autoptr (ProseLexicon) lexicon = build_lexicon ("en");

  assert_string (forms_to_string (lexicon, "buy"), "buy buys buying bought");
  assert_string (forms_to_string (lexicon, "learn"), "learn learns learning learned learnt");
  assert_string (forms_to_string (lexicon, "scissors"), "scissors");
  g_assert_null (forms_to_string (lexicon, "bought"));
  g_assert_null (forms_to_string (lexicon, "sell"));
}

static void
test_form_by_its_tag (void)
{
  g_autoptr (ProseLexicon) lexicon = build_lexicon ("en");

  g_assert_cmpstr (prose_lexicon_get_form (lexicon, "bought", "gerund"), ==, "buying");
  g_assert_cmpstr (prose_lexicon_get_form (lexicon, "buy", "past"), ==, "bought");
  g_assert_cmpstr (prose_lexicon_get_form (lexicon, "learnt", "past"), ==, "learned");
  g_assert_cmpstr (prose_lexicon_get_form (lexicon, "cafés", "singular"), ==, "café");
  g_assert_null (prose_lexicon_get_form (lexicon, "scissors", "plural"));
  g_assert_null (prose_lexicon_get_form (lexicon, "buy", "plural"));
  g_assert_null (prose_lexicon_get_form (lexicon, "sell", "gerund"));
  g_assert_true (prose_lexicon_is_form (lexicon, "learnt", "past"));
  g_assert_false (prose_lexicon_is_form (lexicon, "buy", "past"));
  g_assert_false (prose_lexicon_is_form (lexicon, "sell", "past"));
}

/* It is kept for agreement, and is no word of the text. */
static void
test_gender (void)
{
  g_autoptr (ProseLexicon) lexicon = build_lexicon ("da");

  assert_string (forms_to_string (lexicon, "æble"), "æble æblet");
  g_assert_cmpstr (prose_lexicon_get_form (lexicon, "æblet", "gender"), ==, "et");
  g_assert_null (prose_lexicon_get_form (lexicon, "et", "singular"));
}

static void
test_a_form_of_two_words (void)
{
  g_autoptr (ProseLexicon) lexicon = prose_lexicon_new ("en");

  add (lexicon, PROSE_LEXICON_FORM, "saw", "singular", "saw");
  add (lexicon, PROSE_LEXICON_FORM, "see", "infinitive", "see");
  add (lexicon, PROSE_LEXICON_FORM, "see", "past", "saw");

  g_assert_cmpstr (prose_lexicon_get_form (lexicon, "saw", "infinitive"), ==, "see");
  g_assert_cmpstr (prose_lexicon_get_form (lexicon, "saw", "singular"), ==, "saw");
}

static void
test_records_come_in_order (void)
{
  g_autoptr (ProseLexicon) lexicon = prose_lexicon_new ("da");
  const GArray *records = prose_lexicon_get_records (lexicon);
  const ProseLexiconRecord *last;

  add (lexicon, PROSE_LEXICON_LIST, "openers", NULL, "og");
  add (lexicon, PROSE_LEXICON_FORM, "købe", "past", "købte");

  g_assert_cmpuint (records->len, ==, 2);
  last = &g_array_index (records, ProseLexiconRecord, 1);
  g_assert_cmpint (last->kind, ==, PROSE_LEXICON_FORM);
  g_assert_cmpstr (last->name, ==, "købe");
  g_assert_cmpstr (last->tag, ==, "past");
  g_assert_cmpstr (last->value, ==, "købte");
}

static void
test_language (void)
{
  g_autoptr (ProseLexicon) lexicon = prose_lexicon_new ("da");
  g_autoptr (ProseLexicon) shared = prose_lexicon_ref (lexicon);

  g_assert_true (shared == lexicon);
  g_assert_cmpstr (prose_lexicon_get_language (lexicon), ==, "da");
}

static void
test_forms_of_address (void)
{
  g_autoptr (ProseLexicon) lexicon = read_lexicon ("language: da\n"
                                                   "lists:\n"
                                                   "  address-1: [du, dig, din]\n"
                                                   "  address-2: [de, dem, deres]\n"
                                                   "  address-3: [i, jer, jeres]\n"
                                                   "  capitalised: [de, dem, deres, i]\n");

  g_assert_cmpuint (prose_lexicon_find_address (lexicon, "du", 9), ==, 0);
  g_assert_cmpuint (prose_lexicon_find_address (lexicon, "De", 9), ==, 1);
  g_assert_cmpuint (prose_lexicon_find_address (lexicon, "I", 9), ==, 2);
  g_assert_cmpuint (prose_lexicon_find_address (lexicon, "Sie", 9), ==, 9);
  g_assert_cmpuint (prose_lexicon_find_address (lexicon, NULL, 1), ==, 1);
  g_assert_cmpstr (prose_lexicon_get_word (lexicon, "address-3", 2), ==, "jeres");
  g_assert_null (prose_lexicon_get_word (lexicon, "address-3", 3));
  assert_string (prose_lexicon_dup_address (lexicon, 0), "du");
  assert_string (prose_lexicon_dup_address (lexicon, 1), "De");
  assert_string (prose_lexicon_dup_address (lexicon, 3), NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lexicon/lists", test_lists);
  g_test_add_func ("/lexicon/sets", test_sets);
  g_test_add_func ("/lexicon/forms-of-a-word", test_forms_of_a_word);
  g_test_add_func ("/lexicon/form-by-its-tag", test_form_by_its_tag);
  g_test_add_func ("/lexicon/gender", test_gender);
  g_test_add_func ("/lexicon/a-form-of-two-words", test_a_form_of_two_words);
  g_test_add_func ("/lexicon/records-come-in-order", test_records_come_in_order);
  g_test_add_func ("/lexicon/language", test_language);
  g_test_add_func ("/lexicon/forms-of-address", test_forms_of_address);

  return g_test_run ();
}
