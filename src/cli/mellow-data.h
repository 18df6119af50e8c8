/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean mellow_is_uninstalled (void);
char *mellow_find_installed (const char *path);
char *mellow_find_rules_database (void);
char *mellow_find_shipped_folder (const char *name);

G_END_DECLS
