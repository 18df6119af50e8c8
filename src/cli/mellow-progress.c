/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-progress.h"

#include <stdio.h>
#include <unistd.h>

/* How long somebody waits without asking. */
#define PATIENCE G_USEC_PER_SEC

#define BACK_AND_CLEAR "\r\033[K"

void
mellow_progress_begin (MellowProgress *self, guint n_files)
{
  self->is_terminal = isatty (STDERR_FILENO);
  self->start = g_get_monotonic_time ();
  self->n_files = n_files;
}

/**
 * mellow_progress_show:
 * @file: the number of the file that comes next, from 0
 * @name: its name
 *
 * Says how far the work is, if it takes long and somebody watches.
 */
void
mellow_progress_show (MellowProgress *self, guint file, const char *name)
{
  g_autofree char *shown = NULL;

  if (!self->is_terminal || self->n_files < 2 || g_get_monotonic_time () - self->start < PATIENCE)
    return;

  shown = g_filename_display_basename (name);
  fprintf (stderr, BACK_AND_CLEAR "%u of %u: %s", file + 1, self->n_files, shown);
  fflush (stderr);
  self->is_shown = TRUE;
}

/**
 * mellow_progress_hide:
 *
 * Clears the line for whatever is to be written.
 */
void
mellow_progress_hide (MellowProgress *self)
{
  if (!self->is_shown)
    return;

  fputs (BACK_AND_CLEAR, stderr);
  fflush (stderr);
  self->is_shown = FALSE;
}
