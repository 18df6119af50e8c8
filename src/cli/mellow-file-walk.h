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
 * @exclude_too: (nullable) (array zero-terminated=1): more of them
 *
 * Which files of a folder are meant. A pattern without a slash is about the name, one with a
 * slash about the path within the folder; `*` and `?` stand for slashes, too.
 */
typedef struct {
  const char *const *include;
  const char *const *exclude;
  const char *const *exclude_too;
} MellowFileFilter;

gboolean mellow_file_walk (const char *folder,
                           const MellowFileFilter *filter,
                           GPtrArray *files,
                           GError **error);

G_END_DECLS
