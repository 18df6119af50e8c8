/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

const char *mellow_language_get_own (void);
const char *mellow_language_get_name (const char *code);
char *mellow_language_describe (const char *code);
GListModel *mellow_language_create_names (GPtrArray *codes);
guint mellow_language_find_own (GPtrArray *codes);

G_END_DECLS
