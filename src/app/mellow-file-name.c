/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What files are called: to the user, and what their names tell. */

#include "mellow-file-name.h"

/**
 * mellow_file_dup_name:
 * @file: a file
 *
 * Returns: (transfer full): its name without the folder
 */
char *
mellow_file_dup_name (GFile *file)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_basename (file);
  return g_filename_display_name (name);
}

/**
 * mellow_file_dup_folder:
 * @file: a file
 *
 * Returns: (transfer full): where it is, the user's own folder written as `~`
 */
char *
mellow_file_dup_folder (GFile *file)
{
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());
  g_autoptr (GFile) folder = NULL;
  g_autofree char *below_home = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  folder = g_file_get_parent (file);
  if (folder == NULL)
    return g_strdup ("");
  if (g_file_equal (folder, home))
    return g_strdup ("~");

  below_home = g_file_get_relative_path (home, folder);
  return below_home != NULL ? g_strdup_printf ("~/%s", below_home) : g_file_get_parse_name (folder);
}

/**
 * mellow_file_find_format:
 * @file: a file
 *
 * Returns: (transfer none): how the text of @file is read, as its name tells
 */
const ProseFormat *
mellow_file_find_format (GFile *file)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_basename (file);
  return name != NULL ? prose_format_of_file (name) : prose_format_get_text ();
}
