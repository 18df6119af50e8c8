/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-user-database.h"

G_BEGIN_DECLS

/**
 * ProseUserRowFunc:
 * @row: a row
 *
 * Returns: (transfer full) (nullable): a value that was made of it; %NULL if it holds what none
 *   can be made of
 */
typedef gpointer (*ProseUserRowFunc) (sqlite3_stmt *row);

char *prose_user_row_dup_optional_text (sqlite3_stmt *row, int column);
char *prose_user_row_dup_text (sqlite3_stmt *row, int column);
gint64 prose_user_row_get_time (gint64 time);
gboolean prose_user_rows_read (ProseUserDatabase *database,
                               sqlite3_stmt *row,
                               ProseUserRowFunc read,
                               GPtrArray *values,
                               GError **error);
GPtrArray *prose_user_rows_list (ProseUserDatabase *database,
                                 const char *sql,
                                 const char *parameter,
                                 ProseUserRowFunc read,
                                 GDestroyNotify free_value,
                                 GError **error);

G_END_DECLS
