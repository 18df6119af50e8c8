/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of a text is there again when the text is. */

#include <glib/gstdio.h>
#include <string.h>

#include "mellow-contract-library.h"
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
  mellow_document_data_save (data, file, TRUE, &error);
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

/* The contract goes along into a file beside the text, and comes back. */
static void
test_contract_goes_along (void)
{
  g_autoptr (GFile) file = create_text ();
  g_autoptr (MellowDocumentData) data = mellow_document_data_new ();
  g_autoptr (MellowDocumentData) other = mellow_document_data_new ();
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "side.yaml", NULL);
  g_autoptr (GFile) side = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (mellow_document_data_get_contract (data));
  mellow_document_data_set_contract (data, "Nord's");
  g_assert_false (mellow_document_data_is_empty (data));
  g_assert_true (mellow_document_data_save (data, file, TRUE, &error));
  g_assert_true (mellow_document_data_load (other, file, &error));
  g_assert_cmpstr (mellow_document_data_get_contract (other), ==, "Nord's");

  g_assert_true (mellow_document_data_export (data, side, &error));
  mellow_document_data_set_contract (other, NULL);
  g_assert_true (mellow_document_data_import (other, side, &error));
  g_assert_cmpstr (mellow_document_data_get_contract (other), ==, "Nord's");
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
  assert_unreadable ("brief:\n  product: x\n");
  assert_unreadable ("ignored:\n  - rule: x.y\n    level: there\n");
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

/* --- what is ignored --- */

static char *
save_and_read (MellowDocumentData *data, GFile *file, gboolean is_text_saved)
{
  g_autofree char *path = mellow_document_data_dup_path (file);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  mellow_document_data_save (data, file, is_text_saved, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

/* What is not in the text now is kept until the text is saved so. */
static void
test_what_is_ignored_is_kept (void)
{
  g_autoptr (GFile) file = create_text ();
  g_autoptr (MellowDocumentData) data = mellow_document_data_new ();
  g_autoptr (MellowDocumentData) read = mellow_document_data_new ();
  g_autoptr (ProseIgnoreEntry) here =
      prose_ignore_entry_new_for_phrase (PROSE_IGNORE_HERE, "en", "x.y", "Ærø: it's “#1”");
  g_autoptr (ProseIgnoreEntry) rule =
      prose_ignore_entry_new_for_rule (PROSE_IGNORE_IN_DOCUMENT, "da", "scarcity");
  g_autofree char *unsaved = NULL;
  g_autofree char *saved = NULL;

  prose_ignore_list_add (mellow_document_data_get_ignored (data), here);
  prose_ignore_list_add (mellow_document_data_get_ignored (data), rule);
  unsaved = save_and_read (data, file, FALSE);
  g_assert_true (mellow_document_data_load (read, file, NULL));
  g_assert_cmpuint (prose_ignore_list_get_n_entries (mellow_document_data_get_ignored (read)), ==,
                    2);
  saved = save_and_read (data, file, TRUE);
  g_assert_true (mellow_document_data_load (read, file, NULL));
  g_assert_cmpuint (prose_ignore_list_get_n_entries (mellow_document_data_get_ignored (read)), ==,
                    1);
  g_assert_cmpstr (unsaved, !=, saved);
}

static void
test_what_a_later_version_knows_is_kept (void)
{
  const char *later = "tone: calm\nsnapshots:\n- {name: 'første', at: 3}\n- |\n  two\n\n  lines\n";
  g_autoptr (GFile) file = create_text ();
  g_autoptr (MellowDocumentData) data = mellow_document_data_new ();
  g_autofree char *text = NULL;

  write_data (file, later);
  g_assert_true (mellow_document_data_load (data, file, NULL));
  g_assert_false (mellow_document_data_is_empty (data));
  text = save_and_read (data, file, TRUE);
  g_assert_nonnull (strstr (text, later));
}

static void
test_a_side_file (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "side.yaml", NULL);
  g_autoptr (GFile) side = g_file_new_for_path (path);
  g_autoptr (ProseBrief) brief = create_brief ();
  g_autoptr (MellowDocumentData) data = mellow_document_data_new ();
  g_autoptr (MellowDocumentData) other = mellow_document_data_new ();
  g_autoptr (ProseIgnoreEntry) claim = prose_ignore_entry_new_for_claim (
      "en", "superlative.best", "the best", "https://example.org", "2026-12-31");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  mellow_document_data_set_brief (data, brief);
  prose_ignore_list_add (mellow_document_data_get_ignored (data), claim);
  g_assert_true (mellow_document_data_export (data, side, NULL));
  g_assert_true (mellow_document_data_import (other, side, NULL));
  before = mellow_document_data_write (data);
  after = mellow_document_data_write (other);
  g_assert_cmpstr (after, ==, before);

  g_assert_true (g_file_set_contents (path, "ignored:\n  - phrase: x\n", -1, NULL));
  g_assert_false (mellow_document_data_import (other, side, &error));
  g_assert_cmpstr (error->message, ==, "side.yaml:2:5: “rule” is missing here");
  g_assert_false (mellow_document_data_is_empty (other));
  g_remove (path);
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

static void
dismiss (MellowDocumentData *data, const char *key, ProseIgnoreReason reason)
{
  g_autoptr (ProseDismissal) dismissal = prose_dismissal_new (key, "pressure-added");

  dismissal->target = g_strdup ("Kun 3 på lager");
  dismissal->reason = reason;
  mellow_document_data_dismiss (data, dismissal);
}

static ProseIgnoreReason
find_reason (MellowDocumentData *data, const char *key)
{
  return prose_dismissals_find (mellow_document_data_get_dismissed (data), key)->reason;
}

/* The original, and what may differ from it, stay with the text and go with a side file. */
static void
test_an_original (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "original.yaml", NULL);
  g_autoptr (GFile) side = g_file_new_for_path (path);
  g_autoptr (GFile) file = create_text ();
  g_autoptr (MellowDocumentData) data = mellow_document_data_new ();
  g_autoptr (MellowDocumentData) again = mellow_document_data_new ();
  g_autoptr (MellowDocumentData) other = mellow_document_data_new ();

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  mellow_document_data_set_original (data, "file:///home/ida/%C3%A6rø.md");
  dismiss (data, "a", PROSE_IGNORE_REASON_NONE);
  dismiss (data, "b", PROSE_IGNORE_REASON_QUOTED);
  dismiss (data, "a", PROSE_IGNORE_REASON_INTENDED);
  g_assert_cmpuint (mellow_document_data_get_dismissed (data)->len, ==, 2);
  g_assert_true (mellow_document_data_save (data, file, TRUE, NULL));
  g_assert_true (mellow_document_data_export (data, side, NULL));

  g_assert_true (mellow_document_data_load (again, file, NULL));
  g_assert_cmpstr (mellow_document_data_get_original (again), ==, "file:///home/ida/%C3%A6rø.md");
  g_assert_cmpint (find_reason (again, "a"), ==, PROSE_IGNORE_REASON_INTENDED);
  g_assert_cmpint (find_reason (again, "b"), ==, PROSE_IGNORE_REASON_QUOTED);

  g_assert_true (mellow_document_data_import (other, side, NULL));
  g_assert_cmpuint (mellow_document_data_get_dismissed (other)->len, ==, 2);
  mellow_document_data_bring_back (other, "a");
  mellow_document_data_bring_back (other, "b");
  mellow_document_data_set_original (other, NULL);
  g_assert_true (mellow_document_data_is_empty (other));
}

static void
count (guint *n)
{
  (*n)++;
}

/* What the writer says is to be kept; what is read is kept already, and so is a new name of
 * the contract. */
static void
test_only_the_writer_edits (void)
{
  MellowContractLibrary *library = mellow_contract_library_get_default ();
  g_autoptr (GFile) file = create_text ();
  g_autoptr (ProseBrief) brief = create_brief ();
  g_autoptr (MellowDocumentData) data = mellow_document_data_new ();
  guint n_changed = 0, n_edited = 0;

  g_signal_connect_swapped (data, "changed", G_CALLBACK (count), &n_changed);
  g_signal_connect_swapped (data, "edited", G_CALLBACK (count), &n_edited);
  mellow_document_data_set_brief (data, brief);
  mellow_document_data_set_contract (data, "Nord");
  mellow_document_data_set_messages (data, (const char *const[]){ "quiet", NULL });
  mellow_document_data_set_original (data, "file:///home/ida/%C3%A6rø.md");
  dismiss (data, "a", PROSE_IGNORE_REASON_NONE);
  mellow_document_data_bring_back (data, "a");
  mellow_document_data_bring_back (data, "nothing");
  g_assert_cmpuint (n_changed, ==, 6);
  g_assert_cmpuint (n_edited, ==, 6);

  g_signal_emit_by_name (library, "renamed", "Nord", "Æg & Søn");
  g_assert_cmpstr (mellow_document_data_get_contract (data), ==, "Æg & Søn");
  g_assert_true (mellow_document_data_load (data, file, NULL));
  g_assert_cmpuint (n_changed, ==, 8);
  g_assert_cmpuint (n_edited, ==, 6);
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
  g_test_add_func ("/document-data/contract-goes-along", test_contract_goes_along);
  g_test_add_func ("/document-data/nothing-known-leaves-no-file",
                   test_nothing_known_leaves_no_file);
  g_test_add_func ("/document-data/what-cannot-be-read-is-set-aside",
                   test_what_cannot_be_read_is_set_aside);
  g_test_add_func ("/document-data/keys-of-a-later-version-are-no-reason-to-stop",
                   test_keys_of_a_later_version_are_no_reason_to_stop);

  g_test_add_func ("/document-data/what-is-ignored-is-kept", test_what_is_ignored_is_kept);
  g_test_add_func ("/document-data/what-a-later-version-knows-is-kept",
                   test_what_a_later_version_knows_is_kept);
  g_test_add_func ("/document-data/a-side-file", test_a_side_file);
  g_test_add_func ("/document-data/an-original", test_an_original);
  g_test_add_func ("/document-data/only-the-writer-edits", test_only_the_writer_edits);

  result = g_test_run ();
  remove_folder (home);
  return result;
}
