/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MELLOW_TYPE_RECENT_ROW (mellow_recent_row_get_type ())
G_DECLARE_FINAL_TYPE (MellowRecentRow, mellow_recent_row, MELLOW, RECENT_ROW, AdwActionRow)

GtkWidget *mellow_recent_row_new (GFile *file);
GFile *mellow_recent_row_get_file (MellowRecentRow *self);
gboolean mellow_recent_row_matches (MellowRecentRow *self, const char *words);

G_END_DECLS
