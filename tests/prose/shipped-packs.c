/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shipped-packs.h"

#include <string.h>

#include "prose-fixture.h"

static void
shipped_pack_free (ShippedPack *self)
{
  g_free (self->language);
  g_free (self->name);
  prose_lexicon_unref (self->lexicon);
  g_clear_pointer (&self->pack, prose_rule_pack_free);
  g_free (self);
}

static char *
read_data (const char *path, const char *file)
{
  g_autofree char *whole = g_test_build_filename (G_TEST_DIST, "..", "data", path, file, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (whole, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static ProseLexicon *
read_shipped_lexicon (const char *language)
{
  g_autofree char *file = g_strconcat (language, ".yaml", NULL);
  g_autofree char *text = read_data ("lexicon", file);

  return read_lexicon (text);
}

static ShippedPack *
read_shipped_pack (const char *language, const char *file, ProseLexicon *lexicon)
{
  g_autofree char *folder = g_build_filename ("rules", language, NULL);
  g_autofree char *name = g_build_filename (language, file, NULL);
  g_autofree char *text = read_data (folder, file);
  g_autoptr (GError) error = NULL;
  ShippedPack *self = g_new0 (ShippedPack, 1);

  self->language = g_strdup (language);
  self->name = g_strndup (file, strlen (file) - strlen (".yaml"));
  self->lexicon = prose_lexicon_ref (lexicon);
  self->pack = prose_rule_pack_new (name, text, strlen (text), lexicon, &error);
  g_assert_no_error (error);
  return self;
}

static void
add_language (GPtrArray *packs, const char *language)
{
  g_autofree char *folder =
      g_test_build_filename (G_TEST_DIST, "..", "data", "rules", language, NULL);
  g_autoptr (ProseLexicon) lexicon = read_shipped_lexicon (language);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *file;

  while ((file = g_dir_read_name (files)) != NULL)
    if (g_str_has_suffix (file, ".yaml"))
      g_ptr_array_add (packs, read_shipped_pack (language, file, lexicon));
}

/* The packs of data/rules, of all languages. */
GPtrArray *
read_shipped_packs (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "rules", NULL);
  g_autoptr (GDir) languages = g_dir_open (folder, 0, NULL);
  GPtrArray *packs = g_ptr_array_new_with_free_func ((GDestroyNotify)shipped_pack_free);
  const char *language;

  while ((language = g_dir_read_name (languages)) != NULL) {
    g_autofree char *path = g_build_filename (folder, language, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      add_language (packs, language);
  }
  return packs;
}

/* The rules as they are shipped. */
ProseRuleSet *
load_shipped_rules (void)
{
  g_autoptr (GError) error = NULL;
  ProseRuleSet *rules = prose_rule_store_load (g_getenv ("MELLOW_SHIPPED_RULES"), &error);

  g_assert_no_error (error);
  return rules;
}
