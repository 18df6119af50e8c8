/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "database-fixture.h"

#include <glib/gstdio.h>

/* SQLite waits for the disk a dozen times to make one database: it is made where
 * there is memory to make it in. */
static char *
make_folder (void)
{
  g_autofree char *shared = g_strdup ("/dev/shm/mellow-test-XXXXXX");
  g_autoptr (GError) error = NULL;
  char *folder;

  if (g_mkdtemp_full (shared, 0700) != NULL)
    return g_steal_pointer (&shared);

  folder = g_dir_make_tmp ("mellow-test-XXXXXX", &error);
  g_assert_no_error (error);
  return folder;
}

void
database_fixture_set_up (DatabaseFixture *self, gconstpointer unused)
{
  self->folder = make_folder ();
  self->path = g_build_filename (self->folder, "test.db", NULL);
}

void
database_fixture_tear_down (DatabaseFixture *self, gconstpointer unused)
{
  remove_tree (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

/* A file, or a folder and all that is in it. */
void
remove_tree (const char *path)
{
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);

  for (const char *name; directory != NULL && (name = g_dir_read_name (directory)) != NULL;) {
    g_autofree char *inner = g_build_filename (path, name, NULL);

    remove_tree (inner);
  }
  g_remove (path);
}
