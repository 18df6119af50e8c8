/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of a text is there again when the text is. */

#include <glib/gstdio.h>

#include "mellow-document-data.h"

static GFile *
create_text (void)
{
  static int n = 0;
  g_autofree char *path = g_strdup_printf ("/nonexistent/Køb nu %d: it's #1.md", n++);

  return g_file_new_for_path (path);
}

static ProseBrief *
create_brief (void)
{
  ProseBrief *brief = prose_brief_new ();

  prose_brief_set (brief, "product", "Ærø's tent: “# 1”");
  prose_brief_set (brief, "stock", "42");
  prose_brief_add_benefit (brief, "stands in two minutes");
  return brief;
}

static gboolean
has_data (GFile *file)
{
  g_autofree char *path = mellow_document_data_dup_path (file);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
keep (GFile *file, ProseBrief *brief)
{
  g_autoptr (MellowDocumentData) data = mellow_document_data_new ();
  g_autoptr (GError) error = NULL;

  mellow_document_data_set_brief (data, brief);
  mellow_document_data_save (data, file, &error);
  g_assert_no_error (error);
}

static void
test_round_trip (void)
{
  g_autoptr (GFile) file = create_text ();
  g_autoptr (ProseBrief) brief = create_brief ();
  g_autoptr (MellowDocumentData) data = mellow_document_data_new ();
  g_autofree char *before = prose_brief_write (brief);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  keep (file, brief);
  g_assert_true (mellow_document_data_load (data, file, &error));
  after = prose_brief_write (mellow_document_data_get_brief (data));
  g_assert_cmpstr (after, ==, before);
  g_assert_false (mellow_document_data_is_empty (data));
}

static void
test_each_text_has_its_own (void)
{
  g_autoptr (GFile) file = create_text ();
  g_autoptr (GFile) other = create_text ();
  g_autoptr (ProseBrief) brief = create_brief ();
  g_autoptr (MellowDocumentData) data = mellow_document_data_new ();

  keep (file, brief);
  mellow_document_data_set_brief (data, brief);
  g_assert_true (mellow_document_data_load (data, other, NULL));
  g_assert_true (mellow_document_data_is_empty (data));
}

static void
test_nothing_known_leaves_no_file (void)
{
  g_autoptr (GFile) file = create_text ();
  g_autoptr (ProseBrief) brief = create_brief ();
  g_autoptr (ProseBrief) nothing = prose_brief_new ();

  keep (file, nothing);
  g_assert_false (has_data (file));
  keep (file, brief);
  g_assert_true (has_data (file));
  keep (file, nothing);
  g_assert_false (has_data (file));
}

static void
write_data (GFile *file, const char *text)
{
  g_autofree char *path = mellow_document_data_dup_path (file);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
assert_unreadable (const char *text)
{
  g_autoptr (GFile) file = create_text ();
  g_autoptr (ProseBrief) brief = create_brief ();
  g_autoptr (MellowDocumentData) data = mellow_document_data_new ();
  g_autofree char *path = mellow_document_data_dup_path (file);
  g_autofree char *aside = g_strconcat (path, ".unreadable", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  write_data (file, text);
  mellow_document_data_set_brief (data, brief);
  g_assert_false (mellow_document_data_load (data, file, &error));
  g_assert_nonnull (error);
  g_assert_true (mellow_document_data_is_empty (data));
  g_assert_false (has_data (file));
  g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, text);
}

static void
test_what_cannot_be_read_is_set_aside (void)
{
  assert_unreadable ("brief: [");
  assert_unreadable ("- brief");
  assert_unreadable ("brief: |\n  produkt: x\n");
}

static void
test_keys_of_a_later_version_are_no_reason_to_stop (void)
{
  g_autoptr (GFile) file = create_text ();
  g_autoptr (MellowDocumentData) data = mellow_document_data_new ();

  write_data (file, "tone: calm\nbrief: |\n  product: a tent\n");
  g_assert_true (mellow_document_data_load (data, file, NULL));
  g_assert_cmpstr (prose_brief_get (mellow_document_data_get_brief (data), "product"), ==,
                   "a tent");
}

/* The folder of the test, with what was kept in it. */
static void
remove_folder (const char *home)
{
  g_autofree char *folder = g_build_filename (home, "mellow", "documents", NULL);
  g_autofree char *parent = g_path_get_dirname (folder);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  while (files != NULL && (name = g_dir_read_name (files)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_remove (path);
  }
  g_rmdir (folder);
  g_rmdir (parent);
  g_rmdir (home);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("mellow-data-XXXXXX", NULL);
  int result;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document-data/round-trip", test_round_trip);
  g_test_add_func ("/document-data/each-text-has-its-own", test_each_text_has_its_own);
  g_test_add_func ("/document-data/nothing-known-leaves-no-file",
                   test_nothing_known_leaves_no_file);
  g_test_add_func ("/document-data/what-cannot-be-read-is-set-aside",
                   test_what_cannot_be_read_is_set_aside);
  g_test_add_func ("/document-data/keys-of-a-later-version-are-no-reason-to-stop",
                   test_keys_of_a_later_version_are_no_reason_to_stop);

  result = g_test_run ();
  remove_folder (home);
  return result;
}
