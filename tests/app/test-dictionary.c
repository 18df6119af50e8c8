/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dictionaries by Enchant, one for each language, and the user's own words. */

#include <glib/gstdio.h>

#include "dictionary-fixture.h"
#include "mellow-spelling-language.h"

static MellowDictionary *
load (const char *code, gboolean take_any)
{
  MellowDictionary *dictionary = mellow_dictionary_new (code, take_any);

  wait_for_dictionary (dictionary);
  return dictionary;
}

static MellowDictionary *
get_loaded (MellowDictionaries *dictionaries, const char *language)
{
  MellowDictionary *dictionary = mellow_dictionaries_get (dictionaries, language);

  wait_for_dictionary (dictionary);
  return dictionary;
}

static void
assert_suggestions (MellowDictionary *dictionary, const char *word, const char *expected)
{
  g_auto (GStrv) words = mellow_dictionary_suggest (dictionary, word);
  g_autofree char *line = g_strjoinv (" ", words);

  g_assert_cmpstr (line, ==, expected);
}

static void
test_loading (void)
{
  g_autoptr (MellowDictionary) dictionary = mellow_dictionary_new ("da_DK", FALSE);

  g_assert_cmpint (mellow_dictionary_get_state (dictionary), ==, MELLOW_DICTIONARY_LOADING);
  g_assert_true (mellow_dictionary_knows (dictionary, "blåbbær"));
  wait_for_dictionary (dictionary);
  g_assert_cmpint (mellow_dictionary_get_state (dictionary), ==, MELLOW_DICTIONARY_READY);
  g_assert_cmpstr (mellow_dictionary_get_code (dictionary), ==, "da_DK");
  g_assert_false (mellow_dictionary_knows (dictionary, "blåbbær"));
}

static void
test_words (void)
{
  g_autoptr (MellowDictionary) dictionary = load ("da_DK", FALSE);

  g_assert_true (mellow_dictionary_knows (dictionary, "blåbær"));
  g_assert_true (mellow_dictionary_knows (dictionary, "Blåbær"));
  g_assert_true (mellow_dictionary_knows (dictionary, "kr."));
  g_assert_false (mellow_dictionary_knows (dictionary, "kr"));
  g_assert_true (mellow_dictionary_knows (dictionary, ""));
  g_assert_true (mellow_dictionary_knows (dictionary, "\xff"));
  assert_suggestions (dictionary, "blåbbær", "blåbær");
  assert_suggestions (dictionary, "", "");
}

static void
test_genitive (void)
{
  g_autoptr (MellowDictionary) dictionary = load ("en_US", FALSE);

  g_assert_true (mellow_dictionary_knows (dictionary, "garden's"));
  g_assert_false (mellow_dictionary_knows (dictionary, "gardn's"));
  g_assert_false (mellow_dictionary_knows (dictionary, "'s"));
}

/* The answer of before is not given again. */
static void
test_own_words (void)
{
  g_autoptr (MellowDictionary) dictionary = load ("en_US", FALSE);
  g_autofree char *kept = NULL;
  g_autofree char *kept_later = NULL;

  g_assert_false (mellow_dictionary_knows (dictionary, "Hyggesofa"));
  g_assert_true (mellow_dictionary_add_word (dictionary, "Hyggesofa"));
  g_assert_true (mellow_dictionary_knows (dictionary, "Hyggesofa"));
  g_assert_true (mellow_dictionary_has_own_word (dictionary, "Hyggesofa"));
  g_assert_false (mellow_dictionary_has_own_word (dictionary, "garden"));
  kept = dup_own_words ("en_US");
  g_assert_cmpstr (kept, ==, "Hyggesofa");

  mellow_dictionary_remove_word (dictionary, "Hyggesofa");
  g_assert_false (mellow_dictionary_knows (dictionary, "Hyggesofa"));
  kept_later = dup_own_words ("en_US");
  g_assert_cmpstr (kept_later, ==, "");
  forget_own_words ();
}

/* A folder stands where the list should be. */
static void
test_own_words_that_cannot_be_kept (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("ENCHANT_CONFIG_DIR"), "da_DK.dic", NULL);
  g_autoptr (MellowDictionary) dictionary = load ("da_DK", FALSE);

  g_remove (path);
  g_assert_false (mellow_dictionary_knows (dictionary, "hyggesofa"));
  g_mkdir (path, 0700);
  g_assert_false (mellow_dictionary_add_word (dictionary, "hyggesofa"));
  g_assert_true (mellow_dictionary_knows (dictionary, "hyggesofa"));
  g_rmdir (path);
  forget_own_words ();
}

static void
test_missing (void)
{
  g_autoptr (MellowDictionary) dictionary = load ("xx_XX", TRUE);

  g_assert_cmpint (mellow_dictionary_get_state (dictionary), ==, MELLOW_DICTIONARY_MISSING);
  g_assert_null (mellow_dictionary_get_code (dictionary));
  g_assert_true (mellow_dictionary_knows (dictionary, "gardn"));
  assert_suggestions (dictionary, "gardn", "");
  g_assert_false (mellow_dictionary_has_own_word (dictionary, "gardn"));
}

static void
test_another_variant_stands_in (void)
{
  g_autoptr (MellowDictionary) any = load ("da_GL", TRUE);
  g_autoptr (MellowDictionary) exact = load ("da_GL", FALSE);

  g_assert_cmpstr (mellow_dictionary_get_code (any), ==, "da_DK");
  g_assert_cmpint (mellow_dictionary_get_state (exact), ==, MELLOW_DICTIONARY_MISSING);
}

/* A dictionary may go while it is still looked for, also in the thread that does
 * that, which wakes nobody. */
static void
test_dropped_while_loading (void)
{
  MellowDictionary *dictionary = mellow_dictionary_new ("da_DK", FALSE);

  g_object_add_weak_pointer (G_OBJECT (dictionary), (gpointer *)&dictionary);
  g_object_unref (dictionary);
  while (g_atomic_pointer_get (&dictionary) != NULL)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

/* Threads open dictionaries while others are asked and closed. */
static void
test_many_at_once (void)
{
  static const char *const codes[] = { "da_DK", "en_US", "en_GB" };

  for (guint round = 0; round < 20; round++) {
    g_autoptr (GPtrArray) dictionaries = g_ptr_array_new_with_free_func (g_object_unref);

    for (guint i = 0; i < 12; i++)
      g_ptr_array_add (dictionaries, mellow_dictionary_new (codes[i % 3], FALSE));
    for (guint i = 0; i < 6; i++)
      wait_for_dictionary (dictionaries->pdata[i]);
    g_assert_true (mellow_dictionary_knows (dictionaries->pdata[0], "BLÅBÆR"));
    g_assert_false (mellow_dictionary_knows (dictionaries->pdata[1], "BLÅBÆR"));
  }
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_dictionaries (void)
{
  g_autoptr (MellowDictionaries) dictionaries = mellow_dictionaries_new ();
  MellowDictionary *english = get_loaded (dictionaries, "en");
  MellowDictionary *danish = get_loaded (dictionaries, "da");
  guint n = 0;

  g_assert_true (mellow_dictionaries_get (dictionaries, "en") == english);
  g_assert_true (mellow_dictionary_knows (english, "garden"));
  g_assert_false (mellow_dictionary_knows (danish, "garden"));

  g_signal_connect_swapped (dictionaries, "changed", G_CALLBACK (count), &n);
  mellow_dictionary_add_word (danish, "garden");
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (mellow_dictionary_knows (danish, "garden"));
  forget_own_words ();
}

static void
test_variants_of_english (void)
{
  g_autoptr (MellowDictionaries) dictionaries = mellow_dictionaries_new ();
  guint n = 0;

  g_assert_cmpstr (mellow_dictionary_get_code (get_loaded (dictionaries, "en")), ==, "en_US");
  g_assert_false (mellow_dictionary_knows (get_loaded (dictionaries, "en"), "colour"));

  g_signal_connect_swapped (dictionaries, "changed", G_CALLBACK (count), &n);
  mellow_dictionaries_set_english_variant (dictionaries, "en_GB");
  g_assert_cmpuint (n, ==, 1);
  mellow_dictionaries_set_english_variant (dictionaries, "en_GB");
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (mellow_dictionary_knows (get_loaded (dictionaries, "en"), "colour"));
  g_assert_false (mellow_dictionary_knows (get_loaded (dictionaries, "en"), "color"));

  mellow_dictionaries_set_english_variant (dictionaries, "en_XX");
  g_assert_cmpint (mellow_dictionary_get_state (get_loaded (dictionaries, "en")), ==,
                   MELLOW_DICTIONARY_MISSING);
}

static void
assert_variant (const char *language, const char *locales, const char *expected)
{
  g_auto (GStrv) list = g_strsplit (locales, " ", -1);
  g_autofree char *variant =
      mellow_spelling_language_choose_variant (language, (const char *const *)list);

  g_assert_cmpstr (variant, ==, expected);
}

static void
test_variants_by_locale (void)
{
  assert_variant ("en", "C", "en_US");
  assert_variant ("en", "C.UTF-8 C", "en_US");
  assert_variant ("en", "en_GB.UTF-8 en_GB en C", "en_GB");
  assert_variant ("en", "en_AU.UTF-8 en_AU en C", "en_AU");
  assert_variant ("en", "da_DK.UTF-8 da_DK da C", "en_GB");
  assert_variant ("en", "da_DK.UTF-8 da_DK da en_US C", "en_US");
  assert_variant ("da", "en_GB.UTF-8 en_GB en C", "da_DK");
  assert_variant ("pt", "pt_BR.UTF-8 pt_BR pt C", "pt_BR");
  assert_variant ("de", "de_AT@euro de_AT de C", "de_AT");
  assert_variant ("xx", "C", "xx");
}

static void
assert_package (const char *variant, const char *expected)
{
  g_autofree char *package = mellow_spelling_language_get_package (variant);

  g_assert_cmpstr (package, ==, expected);
}

/* Some dictionaries are being looked for, others wait for their turn. */
static void
end_while_loading (void)
{
  g_object_unref (load ("da_DK", FALSE));
  for (guint i = 0; i < 50; i++)
    mellow_dictionary_new (i % 2 == 0 ? "en_GB" : "da_DK", FALSE);
  remove_dictionaries ();
  exit (0);
}

/* What the providers of Enchant keep is taken down then, under whoever is inside of them. */
static void
test_the_end_waits (void)
{
  if (g_test_subprocess ())
    end_while_loading ();

  for (guint i = 0; i < 10; i++) {
    g_test_trap_subprocess (NULL, 0, 0);
    g_test_trap_assert_passed ();
  }
}

static void
test_packages (void)
{
  assert_package ("da_DK", "hunspell-da");
  assert_package ("en_US", "hunspell-en-us");
  assert_package ("en_GB", "hunspell-en-gb");
  assert_package ("de_AT", "hunspell-de-at");
  assert_package ("fi_FI", "libenchant-2-voikko");
  g_assert_cmpstr (mellow_spelling_language_get_name ("da"), ==, "Danish");
  g_assert_cmpstr (mellow_spelling_language_get_name ("en_GB"), ==, "English");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  set_up_dictionaries ();

  g_test_add_func ("/dictionary/loading", test_loading);
  g_test_add_func ("/dictionary/words", test_words);
  g_test_add_func ("/dictionary/genitive", test_genitive);
  g_test_add_func ("/dictionary/own-words", test_own_words);
  g_test_add_func ("/dictionary/own-words-that-cannot-be-kept", test_own_words_that_cannot_be_kept);
  g_test_add_func ("/dictionary/missing", test_missing);
  g_test_add_func ("/dictionary/another-variant-stands-in", test_another_variant_stands_in);
  g_test_add_func ("/dictionary/dropped-while-loading", test_dropped_while_loading);
  g_test_add_func ("/dictionary/many-at-once", test_many_at_once);
  g_test_add_func ("/dictionary/dictionaries", test_dictionaries);
  g_test_add_func ("/dictionary/variants-of-english", test_variants_of_english);
  g_test_add_func ("/dictionary/variants-by-locale", test_variants_by_locale);
  g_test_add_func ("/dictionary/packages", test_packages);
  g_test_add_func ("/dictionary/the-end-waits", test_the_end_waits);

  status = g_test_run ();
  remove_dictionaries ();
  return status;
}
