/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dictionaries of a few words, in a folder of the test's own. Enchant looks there
 * before it looks at what is installed, and keeps the user's own words there.
 */

#include "dictionary-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static const struct {
  const char *code;
  const char *words;
} dictionaries[] = {
  { "en_US", "a act and at buy color do from garden hello house how is it let like now only of on "
             "our see sofa the this to us we what with would you your works left" },
  { "en_GB", "a act and at buy colour do from garden hello house how is it let like now only of on "
             "our see sofa the this to us we what with would you your works left" },
  { "da_DK", "af blåbær du er for fra gerne hjemmet hvad hvis hus have i kan kr. køber køb ligger "
             "måske nu noget nyt når og om os på spørger til vi vil øen" },
};

static char *
get_path (const char *folder, const char *code, const char *suffix)
{
  g_autofree char *name = g_strconcat (code, suffix, NULL);

  return g_build_filename (g_getenv ("ENCHANT_CONFIG_DIR"), folder, name, NULL);
}

static void
write_file (const char *folder, const char *code, const char *suffix, const char *text)
{
  g_autofree char *path = get_path (folder, code, suffix);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
remove_file (const char *folder, const char *code, const char *suffix)
{
  g_autofree char *path = get_path (folder, code, suffix);

  g_remove (path);
}

static void
write_dictionary (const char *code, const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);
  g_autofree char *lines = g_strjoinv ("\n", list);
  g_autofree char *text = g_strdup_printf ("%u\n%s\n", g_strv_length (list), lines);

  write_file ("hunspell", code, ".aff", "SET UTF-8\nTRY abcdefghijklmnopqrstuvwxyzæøå\n");
  write_file ("hunspell", code, ".dic", text);
}

void
set_up_dictionaries (void)
{
  g_autofree char *folder = g_dir_make_tmp ("mellow-dictionaries-XXXXXX", NULL);
  g_autofree char *hunspell = g_build_filename (folder, "hunspell", NULL);

  g_assert_nonnull (folder);
  g_assert_cmpint (g_mkdir (hunspell, 0700), ==, 0);
  g_setenv ("ENCHANT_CONFIG_DIR", folder, TRUE);
  write_file (".", "enchant", ".ordering", "*:hunspell\nen_US:hunspell\nen_GB:hunspell\n");
  for (guint i = 0; i < G_N_ELEMENTS (dictionaries); i++)
    write_dictionary (dictionaries[i].code, dictionaries[i].words);
}

void
forget_own_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dictionaries); i++) {
    remove_file (".", dictionaries[i].code, ".dic");
    remove_file (".", dictionaries[i].code, ".exc");
  }
}

void
remove_dictionaries (void)
{
  const char *folder = g_getenv ("ENCHANT_CONFIG_DIR");
  g_autofree char *hunspell = g_build_filename (folder, "hunspell", NULL);

  forget_own_words ();
  for (guint i = 0; i < G_N_ELEMENTS (dictionaries); i++) {
    remove_file ("hunspell", dictionaries[i].code, ".aff");
    remove_file ("hunspell", dictionaries[i].code, ".dic");
  }
  remove_file (".", "enchant", ".ordering");
  g_rmdir (hunspell);
  g_rmdir (folder);
}

/* The words that the user has added, as they are kept. */
char *
dup_own_words (const char *code)
{
  g_autofree char *path = get_path (".", code, ".dic");
  char *words = NULL;

  return g_file_get_contents (path, &words, NULL, NULL) ? g_strstrip (words) : g_strdup ("");
}

void
wait_for_dictionary (MellowDictionary *dictionary)
{
  while (mellow_dictionary_get_state (dictionary) == MELLOW_DICTIONARY_LOADING)
    g_main_context_iteration (NULL, TRUE);
}
