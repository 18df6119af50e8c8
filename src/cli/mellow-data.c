/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-data.h"

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

  return g_build_filename (MELLOW_DATADIR, "rules.db", NULL);
}

/**
 * mellow_find_templates:
 *
 * Returns: (transfer full): the folder of texts to start from: the one of the
 *   source when the program runs from the build tree, else the installed one
 */
char *
mellow_find_templates (void)
{
  if (mellow_is_uninstalled () && g_file_test (MELLOW_SOURCE_TEMPLATES, G_FILE_TEST_IS_DIR))
    return g_strdup (MELLOW_SOURCE_TEMPLATES);

  return g_build_filename (MELLOW_DATADIR, "templates", NULL);
}
