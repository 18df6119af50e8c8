/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rules of the user's own: kept, handed on as a file, found again. */

#include "user-store-fixture.h"

#include <string.h>

#include "rules/prose-yaml.h"

/* --- own rules --- */

static const char other_pack[] =
    "{language: da, category: ros, title: Ros, meter: warmth, rules: [\n"
    "  {id: tak, weight: 3, phrases: [tak], flags: [Tak!], passes: [Et tag.]}]}";

static const char english_pack[] =
    "{language: en, category: house, title: House, meter: warmth, rules: [\n"
    "  {id: thanks, weight: 3, phrases: [thanks], flags: [Thanks!], passes: [Tanks.]}]}\n";

static void
assert_pack_refused (ProseUserStore *store, const char *text, const char *message)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (GError) error = NULL;

  g_assert_null (prose_user_packs_set (store, "own.yaml", text, rules, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, message);
  g_assert_true (error->domain == PROSE_YAML_ERROR);
}

static void
test_packs_come_back (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  g_autoptr (GPtrArray) packs = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  set_pack (store, own_pack);
  set_pack (store, english_pack);
  set_pack (store, other_pack);
  assert_string (list_packs (store, NULL), "da Husets ord: hus, da ros: ros, en house: house");
  assert_string (list_packs (store, "en"), "en house: house");
  assert_string (list_packs (store, "sv"), "");

  g_clear_object (&store);
  store = open_store (fixture->path);
  packs = prose_user_packs_dup (store, "da", NULL);
  g_assert_cmpstr (((ProseUserPack *)packs->pdata[0])->text, ==, own_pack);
  g_assert_cmpint (((ProseUserPack *)packs->pdata[0])->changed, >=, now);
}

static void
test_a_pack_is_replaced_and_removed (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autofree char *newer = g_strconcat (own_pack, "    # til senere\n", NULL);
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  g_autoptr (GPtrArray) packs = NULL;

  set_pack (store, own_pack);
  set_pack (store, own_pack);
  set_pack (store, newer);
  packs = prose_user_packs_dup (store, NULL, NULL);
  g_assert_cmpuint (packs->len, ==, 1);
  g_assert_cmpstr (((ProseUserPack *)packs->pdata[0])->text, ==, newer);

  g_assert_true (prose_user_packs_remove (store, packs->pdata[0], NULL));
  g_assert_true (prose_user_packs_remove (store, packs->pdata[0], NULL));
  assert_string (list_packs (store, NULL), "");
  set_pack (store, newer);
  assert_string (list_packs (store, NULL), "da Husets ord: hus");
}

static void
test_a_pack_that_is_wrong (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);

  set_pack (store, own_pack);
  assert_pack_refused (store, "", "own.yaml:1:1: there is no pack in this file");
  assert_pack_refused (store, "# a\n\n", "own.yaml:1:1: there is no pack in this file");
  assert_pack_refused (store, "words\n", "own.yaml:1:1: a rule pack was expected");
  assert_pack_refused (store, "~\n", "own.yaml:1:1: a rule pack was expected");
  assert_pack_refused (store, "category: hus\n", "own.yaml:1:1: “language” is missing here");
  assert_pack_refused (store, "language: dansk\n",
                       "own.yaml:1:11: “dansk” is no code of a language; “en” is one, and “da”");
  assert_pack_refused (store, "language: da\n", "own.yaml:1:1: “category” is missing here");
  assert_pack_refused (store,
                       "\nlanguage: da\ncategory: å\ntitle: å\nmeter: warmth\nname: ''\nrules: []",
                       "own.yaml:2:1: the pack has an empty name");
  assert_pack_refused (store,
                       "language: da\ncategory: å\ntitle: å\nmeter: warmth\nname: [a]\nrules: []",
                       "own.yaml:5:7: a text was expected; a text that begins with [ or { or holds "
                       "“: ” stands in single quotes");
  assert_pack_refused (store,
                       "language: da\ncategory: a\ntitle: a\nmeter: warmth\nrules:\n"
                       "  - {id: a, weight: 1, phrases: ['<ukendt> ord']}\n",
                       "own.yaml:6:35: there is no set <ukendt>");
  assert_pack_refused (store, "language: da\n---\nlanguage: en\n",
                       "own.yaml:3:1: a second pack begins here; one was expected");
  assert_pack_refused (
      store, "language: da\n\xff\n",
      "own.yaml:2:1: this line is not UTF-8; save the file as UTF-8 and try again");
  assert_string (list_packs (store, NULL), "da Husets ord: hus");
}

/* Rules of a language that none of ours are in. */
static void
test_a_pack_of_another_language (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseUserPack) pack = prose_user_packs_set (
      store, "sv.yaml",
      "{language: sv, category: skynda, title: Skynda, meter: warmth, rules: [{id: nu, weight: 1,"
      " phrases: [skynda dig], flags: [Skynda dig], passes: [Nej]}]}",
      NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (pack->language, ==, "sv");
  assert_string (list_packs (store, NULL), "sv skynda: skynda");
}

/* --- export and import --- */

static char *
export_rules (ProseUserStore *store, const char *language)
{
  g_autoptr (GError) error = NULL;
  char *file = prose_user_packs_export (store, language, &error);

  g_assert_no_error (error);
  return file;
}

static GPtrArray *
import_rules (ProseUserStore *store, const char *file, GPtrArray **replaced)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (GError) error = NULL;
  GPtrArray *packs =
      prose_user_packs_import (store, "fil.yaml", file, strlen (file), rules, replaced, &error);

  g_assert_no_error (error);
  return packs;
}

static void
assert_import_refused (ProseUserStore *store, const char *file, const char *message)
{
  g_autoptr (ProseRuleSet) rules = build_standard_rules ();
  g_autoptr (GError) error = NULL;

  g_assert_null (
      prose_user_packs_import (store, "fil.yaml", file, strlen (file), rules, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_what_is_exported_is_imported (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autofree char *other_path = g_build_filename (fixture->folder, "other.db", NULL);
  g_autofree char *expected = g_strconcat (own_pack, "---\n", other_pack, "\n", NULL);
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  g_autoptr (ProseUserStore) other = open_store (other_path);
  g_autoptr (GPtrArray) packs = NULL;
  g_autoptr (GPtrArray) replaced = NULL;
  g_autofree char *file = NULL;

  assert_string (export_rules (store, "da"), "");
  set_pack (store, other_pack);
  set_pack (store, own_pack);
  set_pack (store, english_pack);
  file = export_rules (store, "da");
  g_assert_cmpstr (file, ==, expected);

  packs = import_rules (other, file, &replaced);
  g_assert_cmpuint (packs->len, ==, 2);
  g_assert_cmpuint (replaced->len, ==, 0);
  assert_string (list_packs (other, NULL), "da Husets ord: hus, da ros: ros");
  assert_string (export_rules (other, "da"), file);
  assert_string (export_rules (other, "en"), "");
}

static void
test_an_import_is_undone (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autofree char *newer = g_strconcat (own_pack, "# ny\n---\n", english_pack, NULL);
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  g_autoptr (GPtrArray) packs = NULL;
  g_autoptr (GPtrArray) replaced = NULL;

  set_pack (store, own_pack);
  packs = import_rules (store, newer, &replaced);
  assert_string (list_packs (store, NULL), "da Husets ord: hus, en house: house");

  for (guint i = 0; i < packs->len; i++)
    g_assert_true (prose_user_packs_remove (store, packs->pdata[i], NULL));
  g_assert_cmpuint (replaced->len, ==, 1);
  set_pack (store, ((ProseUserPack *)replaced->pdata[0])->text);
  assert_string (export_rules (store, "da"), own_pack);
  assert_string (export_rules (store, "en"), "");
}

static void
test_files_of_packs_as_people_write_them (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autofree char *marked = g_strconcat ("\xef\xbb\xbf# Fra kunden\n\n--- # første\n", own_pack,
                                         "...\n# og\n---\n", english_pack, "---\n# slut\n", NULL);
  g_autofree char *kept = g_strconcat ("# Fra kunden\n\n    # første\n", own_pack, NULL);
  g_autofree char *kept_english = g_strconcat ("# og\n\n", english_pack, NULL);
  g_auto (GStrv) lines = g_strsplit (own_pack, "\n", -1);
  g_autofree char *dos = g_strjoinv ("\r\n", lines);
  g_autofree char *dos_file = g_strconcat ("---\r\n", dos, "---\r\n", english_pack, NULL);
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  g_autoptr (GPtrArray) first = import_rules (store, marked, NULL);
  g_autoptr (GPtrArray) second = NULL;

  g_assert_cmpuint (first->len, ==, 2);
  assert_string (export_rules (store, "da"), kept);
  assert_string (export_rules (store, "en"), kept_english);

  second = import_rules (store, dos_file, NULL);
  g_assert_cmpuint (second->len, ==, 2);
  assert_string (export_rules (store, "da"), dos);
}

/* The place is one of the whole file, and nothing of it is taken. */
static void
test_a_file_with_one_wrong_pack (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autofree char *wrong = g_strconcat (own_pack, "---\nlanguage: en\ncategory: [x]\n", NULL);
  g_autofree char *twice = g_strconcat (own_pack, "---\n", own_pack, NULL);
  g_autofree char *broken = g_strconcat (own_pack, "---\nlanguage: 'en\n", NULL);
  g_autofree char *hidden = g_strconcat (own_pack, "\u2028---\n", english_pack, NULL);
  g_autoptr (GString) many = g_string_new (NULL);
  g_autoptr (ProseUserStore) store = open_store (fixture->path);

  assert_import_refused (store, wrong,
                         "fil.yaml:17:11: a text was expected; a text that begins with [ or { or "
                         "holds “: ” stands in single quotes");
  assert_import_refused (store, twice,
                         "fil.yaml:16:1: another pack of this file is called “Husets ord”");
  assert_import_refused (store, broken,
                         "fil.yaml:17:1: this is not YAML: found unexpected end of stream (a text "
                         "that begins with one of [ ] { } * & ! | > ' \" % @ stands in single "
                         "quotes)");
  assert_import_refused (store, hidden,
                         "fil.yaml:16:1: a second document begins here; one was expected");
  assert_import_refused (store, "", "fil.yaml:1:1: there is no pack in this file");
  for (guint i = 0; i < 1000; i++)
    g_string_append (many, "---\na: b\n");
  assert_import_refused (store, many->str,
                         "fil.yaml:1:1: there are more than 256 packs in this file");
  assert_string (list_packs (store, NULL), "");
}

/* --- search --- */

static void
test_own_rules_are_found (DatabaseFixture *fixture, gconstpointer unused)
{
  g_autoptr (ProseUserStore) store = open_store (fixture->path);
  g_autoptr (GPtrArray) packs = NULL;

  assert_string (search (store, "da", "kanon"), "");
  set_pack (store, own_pack);
  set_pack (store, own_pack);
  set_pack (store, english_pack);
  assert_string (search (store, "da", "KANON"), "hus.kanon");
  assert_string (search (store, "da", "færre or"), "hus.kanon");
  assert_string (search (store, "da", "faerre"), "");
  assert_string (search (store, "da", "køb"), "hus.kanon");
  assert_string (search (store, "da", "kob"), "");
  assert_string (search (store, "da", "thanks"), "");
  assert_string (search (store, "en", "tha"), "house.thanks");

  packs = prose_user_packs_dup (store, "da", NULL);
  g_assert_true (prose_user_packs_remove (store, packs->pdata[0], NULL));
  assert_string (search (store, "da", "kanon"), "");
  assert_string (search (store, "en", "thanks"), "house.thanks");
}

static void
test_search_takes_whatever_is_typed (DatabaseFixture *fixture, gconstpointer unused)
{
  static const char *const odd[] = { "",  " ",   "\"",   "*",        "(",  "\xff", "🍎",
                                     "-", "a:b", "NEAR", "\"a\" OR", "';", "^",    "{}" };
  g_autoptr (ProseUserStore) store = open_store (fixture->path);

  set_pack (store, own_pack);
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    assert_string (search (store, "da", odd[i]), "");
  assert_string (search (store, "da'; DROP TABLE pack; --", "kanon"), "");
  assert_string (search (store, "da", "\"kanon"), "hus.kanon");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_user_store_test ("packs-come-back", test_packs_come_back);
  add_user_store_test ("a-pack-is-replaced-and-removed", test_a_pack_is_replaced_and_removed);
  add_user_store_test ("a-pack-that-is-wrong", test_a_pack_that_is_wrong);
  add_user_store_test ("a-pack-of-another-language", test_a_pack_of_another_language);
  add_user_store_test ("what-is-exported-is-imported", test_what_is_exported_is_imported);
  add_user_store_test ("an-import-is-undone", test_an_import_is_undone);
  add_user_store_test ("files-of-packs-as-people-write-them",
                       test_files_of_packs_as_people_write_them);
  add_user_store_test ("a-file-with-one-wrong-pack", test_a_file_with_one_wrong_pack);
  add_user_store_test ("own-rules-are-found", test_own_rules_are_found);
  add_user_store_test ("search-takes-whatever-is-typed", test_search_takes_whatever_is_typed);

  return g_test_run ();
}
