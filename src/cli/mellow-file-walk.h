/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MellowFileFilter:
 * @include: (nullable) (array zero-terminated=1): patterns of which a file has to match one;
 *   %NULL for files whose name tells a format
 * @exclude: (nullable) (array zero-terminated=1): patterns of files and folders that are left
 *   out
 *
 * Which files of a folder are meant.
 */
typedef struct {
  const char *const *include;
  const char *const *exclude;
} MellowFileFilter;

gboolean mellow_file_matches_any (const char *path, const char *const *patterns);
gboolean mellow_file_walk (const char *folder,
                           const MellowFileFilter *filter,
                           GPtrArray *files,
                           GError **error);

G_END_DECLS
