/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* "Mllw", so that the file is told from other databases. */
#define PROSE_RULE_DATABASE_ID 0x4d6c6c77

/* The schema that this version writes, and the newest that it reads. */
#define PROSE_RULE_DATABASE_VERSION 3

sqlite3 *prose_rule_database_open (const char *path, GError **error);
gboolean prose_rule_database_fail (sqlite3 *database, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_END_DECLS
