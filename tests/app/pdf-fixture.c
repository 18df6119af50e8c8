/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is written to PDFs, read again with pdftotext, which ends every page with a
 * form feed. */

#include "pdf-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

Target
make_target (const char *name)
{
  Target target = { .directory = g_dir_make_tmp ("mellow-XXXXXX", NULL) };

  target.path = g_build_filename (target.directory, name, NULL);
  return target;
}

void
clear_target (Target *target)
{
  g_remove (target->path);
  g_rmdir (target->directory);
  g_free (target->path);
  g_free (target->directory);
}

/* Whether there is a PDF, down to its end. */
gboolean
is_pdf_written (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length;

  return g_file_get_contents (path, &bytes, &length, NULL) && g_str_has_prefix (bytes, "%PDF-") &&
         g_strstr_len (bytes + length - MIN (length, 16), -1, "%%EOF") != NULL;
}

gboolean
has_pdf_reader (void)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");

  if (program == NULL)
    g_test_skip ("pdftotext is not installed");

  return program != NULL;
}

int
count_in (const char *text, const char *piece)
{
  int n = 0;

  for (const char *p = strstr (text, piece); p != NULL; p = strstr (p + 1, piece))
    n++;

  return n;
}

char *
read_pdf (const char *path)
{
  const char *command[] = { "pdftotext", "-layout", path, "-", NULL };
  char *text = NULL;

  g_assert_true (g_spawn_sync (NULL, (char **)command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text,
                               NULL, NULL, NULL));
  return text;
}
