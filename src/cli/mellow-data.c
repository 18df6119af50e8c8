/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-data.h"

#include <string.h>

/**
 * mellow_is_uninstalled:
 *
 * An installed program must never pick up what a builder left behind.
 *
 * Returns: whether this very program lies in the build tree
 */
gboolean
mellow_is_uninstalled (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL && g_str_has_prefix (program, MELLOW_BUILD_ROOT G_DIR_SEPARATOR_S);
}

/* The prefix that this very program lies in, as it was installed to
 * `<prefix>/bin`. */
static char *
dup_own_prefix (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *programs = program != NULL ? g_path_get_dirname (program) : NULL;

  return programs != NULL ? g_path_get_dirname (programs) : NULL;
}

/**
 * mellow_find_installed:
 * @path: where something was to be installed
 *
 * An installation may be moved as a whole, or be packed up in a directory that
 * stands in for the root.
 *
 * Returns: (transfer full): where it is beside this program; @path, if it is not
 *   there
 */
char *
mellow_find_installed (const char *path)
{
  g_autofree char *prefix = dup_own_prefix ();
  g_autofree char *beside = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (prefix == NULL || !g_str_has_prefix (path, MELLOW_PREFIX G_DIR_SEPARATOR_S))
    return g_strdup (path);

  beside = g_build_filename (prefix, path + strlen (MELLOW_PREFIX), NULL);
  return g_file_test (beside, G_FILE_TEST_EXISTS) ? g_steal_pointer (&beside) : g_strdup (path);
}

/**
 * mellow_find_rules_database:
 *
 * Looks where the rules database is: what the environment variable
 * `MELLOW_RULES` names, else the one of the build tree when the program runs
 * from there, else the installed one.
 *
 * Returns: (transfer full): a path; whether the file is there shows on loading
 */
char *
mellow_find_rules_database (void)
{
  const char *named = g_getenv ("MELLOW_RULES");

  if (named != NULL && *named != '\0')
    return g_strdup (named);

  if (mellow_is_uninstalled () && g_file_test (MELLOW_BUILD_RULES, G_FILE_TEST_EXISTS))
    return g_strdup (MELLOW_BUILD_RULES);

  return mellow_find_installed (MELLOW_DATADIR G_DIR_SEPARATOR_S "rules.db");
}

/**
 * mellow_find_shipped_folder:
 * @name: the name of a folder of data, such as `templates`
 *
 * Returns: (transfer full): where it is: in the source when the program runs from the
 *   build tree, else where it was installed
 */
char *
mellow_find_shipped_folder (const char *name)
{
  g_autofree char *source = NULL;
  g_autofree char *installed = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  source = g_build_filename (MELLOW_SOURCE_DATA, name, NULL);
  if (mellow_is_uninstalled () && g_file_test (source, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&source);

  installed = g_build_filename (MELLOW_DATADIR, name, NULL);
  return mellow_find_installed (installed);
}
