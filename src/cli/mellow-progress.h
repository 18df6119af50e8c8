/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MellowProgress:
 * @is_terminal: whether somebody watches standard error
 * @start: when the work began, in microseconds; 0 before it did
 * @n_files: how many files there are
 * @is_shown: whether it stands in the last line
 *
 * How far the work is, for who waits for it.
 */
typedef struct {
  gboolean is_terminal;
  gint64 start;
  guint n_files;
  gboolean is_shown;
} MellowProgress;

void mellow_progress_begin (MellowProgress *self, guint n_files);
void mellow_progress_show (MellowProgress *self, guint file, const char *name);
void mellow_progress_hide (MellowProgress *self);

G_END_DECLS
