/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a fuzz target over files, and over those of directories, without
 * libFuzzer: the seeds then are a regression test in any build. */

#include "fuzz-target.h"

static void
run_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  g_autofree guint8 *exact = NULL;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);

  /* A copy without the NUL that GLib adds, so that reading too far is seen. */
  exact = g_memdup2 (data, size);
  LLVMFuzzerTestOneInput (exact, size);
}

static guint
run_directory (const char *path)
{
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  guint n = 0;

  g_assert_nonnull (directory);
  for (const char *name; (name = g_dir_read_name (directory)) != NULL; n++) {
    g_autofree char *file = g_build_filename (path, name, NULL);

    run_file (file);
  }
  return n;
}

int
main (int argc, char **argv)
{
  guint n = 0;

  for (int i = 1; i < argc; i++) {
    if (g_file_test (argv[i], G_FILE_TEST_IS_DIR)) {
      n += run_directory (argv[i]);
    } else {
      run_file (argv[i]);
      n++;
    }
  }
  g_print ("%u inputs\n", n);
  return n > 0 ? 0 : 1;
}
