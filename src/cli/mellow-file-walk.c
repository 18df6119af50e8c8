/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-file-walk.h"

#include <fnmatch.h>
#include <string.h>
#include <sys/stat.h>

#include "formats/prose-format.h"

/* One walk through a folder. */
typedef struct {
  const MellowFileFilter *filter;
  GPtrArray *files;
  GHashTable *visited; /* folders, as `device:inode` */
  gsize root_length;   /* of the path of the folder, with its slash */
  GError *problem;     /* (nullable): the first one */
} Walk;

/**
 * mellow_file_matches_any:
 * @path: a path, from the folder that is meant
 * @patterns: (nullable) (array zero-terminated=1): patterns
 *
 * A pattern without a slash is about the name, one with a slash about the path; `*` and `?`
 * stand for slashes, too.
 *
 * Returns: whether one of them matches
 */
gboolean
mellow_file_matches_any (const char *path, const char *const *patterns)
{
  const char *slash = strrchr (path, '/');
  const char *name = slash != NULL ? slash + 1 : path;

  for (; patterns != NULL && *patterns != NULL; patterns++)
    if (fnmatch (*patterns, strchr (*patterns, '/') != NULL ? path : name, 0) == 0)
      return TRUE;

  return FALSE;
}

/* Whether the name tells a format; what tells none is read as text only if asked for. */
static gboolean
has_known_name (const char *path)
{
  const ProseFormat *format = prose_format_of_file (path);

  if (!prose_format_is_text (format))
    return TRUE;
  for (guint i = 0; format->suffixes[i] != NULL; i++)
    if (g_str_has_suffix (path, format->suffixes[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_wanted (const Walk *self, const char *path)
{
  if (self->filter->include != NULL)
    return mellow_file_matches_any (path + self->root_length, self->filter->include);

  return has_known_name (path);
}

/* A link may lead back to where it is. */
static gboolean
is_visited (Walk *self, const struct stat *status)
{
  return !g_hash_table_add (self->visited,
                            g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT,
                                             (guint64)status->st_dev, (guint64)status->st_ino));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The names in a folder, sorted; hidden ones and foreign code are left out. */
static GPtrArray *
list_names (Walk *self, const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  if (dir == NULL && self->problem == NULL)
    self->problem = g_steal_pointer (&error);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (*name != '.' && !g_str_equal (name, "node_modules"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  return names;
}

static void walk (Walk *self, const char *folder);

static void
visit (Walk *self, const char *path)
{
  struct stat status;

  if (mellow_file_matches_any (path + self->root_length, self->filter->exclude) ||
      stat (path, &status) != 0)
    return;
  if (S_ISDIR (status.st_mode) && !is_visited (self, &status))
    walk (self, path);
  else if (S_ISREG (status.st_mode) && is_wanted (self, path))
    g_ptr_array_add (self->files, g_strdup (path));
}

/* Ends where a path is too long to be opened. */
static void
walk (Walk *self, const char *folder)
{
  g_autoptr (GPtrArray) names = list_names (self, folder);

  for (guint i = 0; i < names->len; i++) {
    g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);

    visit (self, path);
  }
}

/**
 * mellow_file_walk:
 * @folder: a folder
 * @filter: which of its files are meant
 * @files: (element-type filename): where their paths are appended, folder by folder, sorted
 * @error: return location
 *
 * Finds the files in a folder and the folders in it. Hidden ones, and those of other people's
 * code (node_modules), are left out. Links are followed, each folder is visited once.
 *
 * Returns: whether all folders could be read; the others are read even so
 */
gboolean
mellow_file_walk (const char *folder,
                  const MellowFileFilter *filter,
                  GPtrArray *files,
                  GError **error)
{
  g_autoptr (GHashTable) visited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Walk self = { .filter = filter,
                .files = files,
                .visited = visited,
                .root_length = strlen (folder) + !g_str_has_suffix (folder, "/") };
  struct stat status;

  if (stat (folder, &status) == 0)
    is_visited (&self, &status);
  walk (&self, folder);
  if (self.problem == NULL)
    return TRUE;

  g_propagate_error (error, self.problem);
  return FALSE;
}
