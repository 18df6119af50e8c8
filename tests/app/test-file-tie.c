/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a text knows of its file. */

#include "mellow-file-tie.h"

static void
count (guint *n)
{
  (*n)++;
}

static void
assert_format (MellowFileTie *tie, const char *path, const char *expected)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_cmpstr (mellow_file_tie_find_format (tie, file)->name, ==, expected);
}

static gboolean
set_file (MellowFileTie *tie, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return mellow_file_tie_set_file (tie, file);
}

static void
test_a_file (void)
{
  g_autoptr (MellowFileTie) tie = mellow_file_tie_new ();
  g_autoptr (GFile) file = g_file_new_for_path ("/køb/nu.txt");
  g_autoptr (GFile) same = g_file_new_for_path ("/køb/nu.txt");
  g_autoptr (GFile) other = g_file_new_for_path ("/køb/senere.txt");
  guint n = 0;

  g_signal_connect_swapped (tie, "notify::file", G_CALLBACK (count), &n);
  g_assert_false (mellow_file_tie_has_file (tie, file));
  g_assert_false (mellow_file_tie_set_file (tie, NULL));
  g_assert_true (mellow_file_tie_set_file (tie, file));
  g_assert_false (mellow_file_tie_set_file (tie, file));
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (mellow_file_tie_has_file (tie, same));
  g_assert_false (mellow_file_tie_has_file (tie, other));
}

static void
test_a_state (void)
{
  g_autoptr (MellowFileTie) tie = mellow_file_tie_new ();
  guint n = 0;

  g_signal_connect_swapped (tie, "notify::etag", G_CALLBACK (count), &n);
  g_assert_null (mellow_file_tie_get_etag (tie));
  mellow_file_tie_set_etag (tie, "1:2");
  mellow_file_tie_set_etag (tie, "1:2");
  g_assert_cmpstr (mellow_file_tie_get_etag (tie), ==, "1:2");
  g_assert_cmpuint (n, ==, 1);
  mellow_file_tie_set_etag (tie, NULL);
  g_assert_cmpuint (n, ==, 2);
}

/* What the user has chosen is for that file alone. */
static void
test_a_format_is_chosen_for_a_file (void)
{
  g_autoptr (MellowFileTie) tie = mellow_file_tie_new ();

  assert_format (tie, "/æble.txt", "text");
  assert_format (tie, "/æble.html", "html");
  set_file (tie, "/æble.txt");
  mellow_file_tie_choose_format (tie, prose_format_find ("po"));
  assert_format (tie, "/æble.txt", "po");
  assert_format (tie, "/pære.txt", "text");
  set_file (tie, "/æble.txt");
  assert_format (tie, "/æble.txt", "po");
  set_file (tie, "/pære.txt");
  set_file (tie, "/æble.txt");
  assert_format (tie, "/æble.txt", "text");
}

/* A Word document is one by its content, whatever it is called, and by its name. */
static void
test_an_import (void)
{
  g_autoptr (MellowFileTie) tie = mellow_file_tie_new ();

  set_file (tie, "/brev.txt");
  g_assert_false (mellow_file_tie_is_imported (tie));
  mellow_file_tie_set_imported (tie, TRUE);
  g_assert_true (mellow_file_tie_is_imported (tie));
  assert_format (tie, "/brev.txt", "docx");
  mellow_file_tie_choose_format (tie, prose_format_get_text ());
  assert_format (tie, "/brev.txt", "text");

  mellow_file_tie_set_imported (tie, FALSE);
  g_assert_false (mellow_file_tie_is_imported (tie));
  set_file (tie, "/brev.docx");
  g_assert_true (mellow_file_tie_is_imported (tie));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/file-tie/a-file", test_a_file);
  g_test_add_func ("/file-tie/a-state", test_a_state);
  g_test_add_func ("/file-tie/a-format-is-chosen-for-a-file", test_a_format_is_chosen_for_a_file);
  g_test_add_func ("/file-tie/an-import", test_an_import);

  return g_test_run ();
}
