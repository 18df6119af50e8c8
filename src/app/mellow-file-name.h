/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <prose.h>

G_BEGIN_DECLS

char *mellow_file_dup_name (GFile *file);
char *mellow_file_dup_folder (GFile *file);
const ProseFormat *mellow_file_find_format (GFile *file);

G_END_DECLS
