/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Contracts on tone are kept, a file for each client, and no byte of them is lost. */

#include "mellow-contract-library.h"

#include <glib/gstdio.h>
#include <string.h>

#include "mellow-document-data.h"

#define NORD "# agreed in May\nclient:   \"Nordlys & Søn\"\nwarmth: { least: 15 }\n"

static char *
create_folder (void)
{
  g_autofree char *base = g_dir_make_tmp ("mellow-contracts-XXXXXX", NULL);

  return g_build_filename (base, "mellow", "contracts", NULL);
}

static void
write_contract (const char *folder, const char *file, const char *text)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static char *
read_contract (const char *folder, const char *file)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

#define assert_file(folder, file, expected)                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *text_ = read_contract (folder, file);                                         \
    g_assert_cmpstr (text_, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

/* `Aa in aa.yaml, Nordlys in nordlys.yaml`. */
static char *
list_contracts (MellowContractLibrary *library)
{
  GPtrArray *contracts = mellow_contract_library_get_contracts (library);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < contracts->len; i++) {
    const MellowContract *contract = contracts->pdata[i];

    g_string_append_printf (line, "%s%s in %s", i > 0 ? ", " : "", contract->name, contract->file);
  }
  return g_string_free (line, FALSE);
}

#define assert_contracts(library, expected)                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *list_ = list_contracts (library);                                             \
    g_assert_cmpstr (list_, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

static char *
add (MellowContractLibrary *library, const char *client)
{
  g_autoptr (ProseContract) terms = prose_contract_new ();
  g_autoptr (GError) error = NULL;
  char *file;

  terms->client = g_strdup (client);
  file = mellow_contract_library_add (library, terms, &error);
  g_assert_no_error (error);
  return file;
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_kept_for_the_next_time (void)
{
  g_autofree char *folder = create_folder ();
  g_autoptr (MellowContractLibrary) library = mellow_contract_library_new (folder);
  g_autoptr (MellowContractLibrary) again = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  guint n_changes = 0;

  assert_contracts (library, "");
  g_signal_connect_swapped (library, "changed", G_CALLBACK (count), &n_changes);
  first = add (library, "Nordlys & Søn");
  second = add (library, "…");
  g_assert_cmpuint (n_changes, ==, 2);
  assert_file (folder, "nordlys-søn.yaml", "client: 'Nordlys & Søn'\n");
  again = mellow_contract_library_new (folder);
  assert_contracts (again, "… in contract.yaml, Nordlys & Søn in nordlys-søn.yaml");
  g_assert_null (mellow_contract_library_get_notices (again)[0]);
}

static void
test_a_name_is_had_once (void)
{
  g_autofree char *folder = create_folder ();
  g_autoptr (MellowContractLibrary) library = mellow_contract_library_new (folder);
  g_autofree char *file = add (library, "Nord");
  g_autofree char *name = mellow_contract_library_dup_free_name (library, "Nord");
  g_autofree char *other = mellow_contract_library_dup_free_name (library, "Syd");
  g_autoptr (ProseContract) terms = prose_contract_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (name, ==, "Nord 2");
  g_assert_cmpstr (other, ==, "Syd");
  terms->client = g_strdup ("Nord");
  g_assert_null (mellow_contract_library_add (library, terms, &error));
  g_assert_cmpstr (error->message, ==, "There is a contract “Nord” already");
  /* Its own name is no other's. */
  g_assert_true (mellow_contract_library_change (library, file, terms, NULL));
  write_contract (folder, "zz.yaml", "client: Nord\n");
  mellow_contract_library_load (library);
  assert_contracts (library, "Nord in nord.yaml, Nord (zz) in zz.yaml");
}

static void
test_without_a_client (void)
{
  g_autofree char *folder = create_folder ();
  g_autoptr (MellowContractLibrary) library = NULL;

  write_contract (folder, "Ægir.yaml", "");
  write_contract (folder, "Rán.yaml", "client: ' '\n");
  library = mellow_contract_library_new (folder);
  assert_contracts (library, "Rán in Rán.yaml, Ægir in Ægir.yaml");
}

/* The way out and back changes no byte. */
static void
test_import_keeps_every_byte (void)
{
  g_autofree char *folder = create_folder ();
  g_autoptr (MellowContractLibrary) library = mellow_contract_library_new (folder);
  g_autofree char *replaced = NULL;
  g_autofree char *file = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;

  file = mellow_contract_library_import (library, "x.yaml", NORD, strlen (NORD), &replaced, &error);
  g_assert_no_error (error);
  g_assert_null (replaced);
  assert_file (folder, "nordlys-søn.yaml", NORD);
  g_assert_cmpstr (mellow_contract_library_find (library, "Nordlys & Søn")->text, ==, NORD);

  /* Of the same client there is one. */
  again = mellow_contract_library_import (library, "y.yaml", "client: 'Nordlys & Søn'\n", 24,
                                          &replaced, &error);
  g_assert_cmpstr (again, ==, file);
  g_assert_cmpstr (replaced, ==, NORD);
  assert_contracts (library, "Nordlys & Søn in nordlys-søn.yaml");
  g_assert_true (mellow_contract_library_put (library, again, replaced, NULL));
  assert_file (folder, "nordlys-søn.yaml", NORD);
}

static void
test_import_of_something_else (void)
{
  g_autofree char *folder = create_folder ();
  g_autoptr (MellowContractLibrary) library = mellow_contract_library_new (folder);
  g_autofree char *replaced = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other = NULL;

  g_assert_null (mellow_contract_library_import (library, "x.yaml", "warmth: {least: 'x'}\n", 21,
                                                 &replaced, &error));
  g_assert_cmpstr (error->message, ==, "x.yaml:1:18: a number from 0 to 100 was expected");
  g_assert_null (mellow_contract_library_import (library, "x.yaml", "a\0b", 3, &replaced, &other));
  g_assert_cmpstr (other->message, ==, "x.yaml: this is no text");
  assert_contracts (library, "");
}

/* Nothing that cannot be read is lost, nor what was set aside before. */
static void
test_damage_is_set_aside (void)
{
  g_autofree char *folder = create_folder ();
  g_autoptr (MellowContractLibrary) library = NULL;

  write_contract (folder, "a.yaml", "client: Aa\n");
  write_contract (folder, "nord.yaml", "client: Nord\nwarmth: much\n");
  write_contract (folder, "nord.yaml.unreadable", "older");
  library = mellow_contract_library_new (folder);
  assert_contracts (library, "Aa in a.yaml");
  g_assert_cmpstr (mellow_contract_library_get_notices (library)[0], ==,
                   "nord.yaml:2:9: a corridor, such as {least: 10, most: 20}, was expected. The "
                   "file is set aside as “nord.yaml.unreadable-2”.");
  g_assert_null (mellow_contract_library_get_notices (library)[1]);
  assert_file (folder, "nord.yaml.unreadable", "older");
  assert_file (folder, "nord.yaml.unreadable-2", "client: Nord\nwarmth: much\n");
  assert_file (folder, "nord.yaml", NULL);
}

static void
test_removed_and_put_back (void)
{
  g_autofree char *folder = create_folder ();
  g_autoptr (MellowContractLibrary) library = NULL;

  write_contract (folder, "nord.yaml", NORD);
  library = mellow_contract_library_new (folder);
  g_assert_true (mellow_contract_library_remove (library, "nord.yaml", NULL));
  assert_contracts (library, "");
  assert_file (folder, "nord.yaml", NULL);
  g_assert_true (mellow_contract_library_put (library, "nord.yaml", NORD, NULL));
  assert_contracts (library, "Nordlys & Søn in nord.yaml");
  assert_file (folder, "nord.yaml", NORD);
}

static void
take_names (GString *names, const char *from, const char *to)
{
  g_string_append_printf (names, "%s → %s", from, to);
}

static void
test_another_name (void)
{
  g_autofree char *folder = create_folder ();
  g_autoptr (MellowContractLibrary) library = mellow_contract_library_new (folder);
  g_autofree char *file = add (library, "Nord");
  g_autoptr (ProseContract) terms = prose_contract_new ();
  g_autoptr (GString) names = g_string_new (NULL);

  g_signal_connect_swapped (library, "renamed", G_CALLBACK (take_names), names);
  terms->client = g_strdup ("Syd");
  g_assert_true (mellow_contract_library_change (library, file, terms, NULL));
  g_assert_cmpstr (names->str, ==, "Nord → Syd");
  assert_contracts (library, "Syd in nord.yaml");
}

/* A text names its contract on one line. */
static void
test_a_client_over_several_lines (void)
{
  g_autofree char *folder = create_folder ();
  g_autoptr (MellowContractLibrary) library = mellow_contract_library_new (folder);
  g_autofree char *replaced = NULL;
  g_autofree char *file = NULL;
  g_autofree char *again = NULL;
  const char *yaml = "client: \" Nord\\n& Syd \"\n";

  file = mellow_contract_library_import (library, "x.yaml", yaml, strlen (yaml), &replaced, NULL);
  assert_contracts (library, "Nord & Syd in nord-syd.yaml");
  again = mellow_contract_library_import (library, "x.yaml", yaml, strlen (yaml), &replaced, NULL);
  g_assert_cmpstr (again, ==, file);
  g_clear_pointer (&replaced, g_free);
}

/* What cannot even be opened is told of once. */
static void
test_a_folder_in_place_of_a_file (void)
{
  g_autofree char *folder = create_folder ();
  g_autofree char *path = g_build_filename (folder, "x.yaml", NULL);
  g_autoptr (MellowContractLibrary) library = NULL;

  g_mkdir_with_parents (path, 0700);
  library = mellow_contract_library_new (folder);
  mellow_contract_library_load (library);
  g_assert_cmpuint (g_strv_length ((GStrv)mellow_contract_library_get_notices (library)), ==, 1);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_DIR));
}

static void
test_no_place (void)
{
  g_autoptr (MellowContractLibrary) library = mellow_contract_library_new ("/proc/nowhere");
  g_autoptr (ProseContract) terms = prose_contract_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (mellow_contract_library_add (library, terms, &error));
  g_assert_nonnull (error);
  assert_contracts (library, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/contract-library/kept-for-the-next-time", test_kept_for_the_next_time);
  g_test_add_func ("/contract-library/a-name-is-had-once", test_a_name_is_had_once);
  g_test_add_func ("/contract-library/without-a-client", test_without_a_client);
  g_test_add_func ("/contract-library/import-keeps-every-byte", test_import_keeps_every_byte);
  g_test_add_func ("/contract-library/import-of-something-else", test_import_of_something_else);
  g_test_add_func ("/contract-library/damage-is-set-aside", test_damage_is_set_aside);
  g_test_add_func ("/contract-library/removed-and-put-back", test_removed_and_put_back);
  g_test_add_func ("/contract-library/another-name", test_another_name);
  g_test_add_func ("/contract-library/a-client-over-several-lines",
                   test_a_client_over_several_lines);
  g_test_add_func ("/contract-library/a-folder-in-place-of-a-file",
                   test_a_folder_in_place_of_a_file);
  g_test_add_func ("/contract-library/no-place", test_no_place);

  return g_test_run ();
}
