/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The files that were open lately, in the list that the desktop keeps. */

#include "mellow-recent.h"

/* Longer lists are not read, they are searched. */
#define MOST_FILES 200

/* What tells Mellow's entries from those of others. */
#define GROUP "mellow"

/**
 * mellow_recent_add:
 * @file: a file that is open now
 *
 * Puts a file at the top of the recent ones. The user may have switched that off
 * for the whole desktop.
 */
void
mellow_recent_add (GFile *file)
{
  static const char *groups[] = { GROUP, NULL };
  g_autofree char *uri = NULL;
  GtkRecentData data = {
    .mime_type = (char *)"text/plain",
    .app_name = (char *)"Mellow",
    .app_exec = (char *)"mellow %u",
    .groups = (char **)groups,
  };

  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/**
 * mellow_recent_remove:
 * @file: a file
 *
 * Takes a file out of the recent ones, if it is there.
 */
void
mellow_recent_remove (GFile *file)
{
  g_autofree char *uri = NULL;

  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((gpointer)b),
                              gtk_recent_info_get_modified ((gpointer)a));
}

/**
 * mellow_recent_list:
 *
 * Returns: (transfer full) (element-type GFile): the recent files, newest first
 */
GPtrArray *
mellow_recent_list (void)
{
  GList *infos = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  infos = g_list_sort (infos, compare_newest_first);
  for (GList *l = infos; l != NULL && files->len < MOST_FILES; l = l->next)
    if (gtk_recent_info_has_group (l->data, GROUP))
      g_ptr_array_add (files, g_file_new_for_uri (gtk_recent_info_get_uri (l->data)));

  g_list_free_full (infos, (GDestroyNotify)gtk_recent_info_unref);
  return files;
}
