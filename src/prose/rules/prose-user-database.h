/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * PROSE_USER_STORE_ERROR:
 *
 * Why the user's database could not be used. The message begins with its path.
 */
#define PROSE_USER_STORE_ERROR (prose_user_store_error_quark ())

/**
 * ProseUserStoreError:
 * @PROSE_USER_STORE_ERROR_DAMAGED: a part of it cannot be read
 * @PROSE_USER_STORE_ERROR_VERSION: it was made by a newer version, and was not
 *   touched
 * @PROSE_USER_STORE_ERROR_LOCKED: another program keeps it to itself
 * @PROSE_USER_STORE_ERROR_READ_ONLY: it may be read, but not written
 * @PROSE_USER_STORE_ERROR_FULL: the disk is full
 * @PROSE_USER_STORE_ERROR_INVALID: what was to be kept is not what it should be
 * @PROSE_USER_STORE_ERROR_FAILED: it could not be read or written
 */
typedef enum {
  PROSE_USER_STORE_ERROR_DAMAGED,
  PROSE_USER_STORE_ERROR_VERSION,
  PROSE_USER_STORE_ERROR_LOCKED,
  PROSE_USER_STORE_ERROR_READ_ONLY,
  PROSE_USER_STORE_ERROR_FULL,
  PROSE_USER_STORE_ERROR_INVALID,
  PROSE_USER_STORE_ERROR_FAILED,
} ProseUserStoreError;

/* "Mllu", so that the file is told from other databases. */
#define PROSE_USER_DATABASE_ID 0x4d6c6c75

/**
 * ProseUserDatabase:
 * @path: its file
 * @database: the open file
 * @damaged_path: (nullable): where a damaged one was put that was there before
 * @notice: (nullable): what happened to it, for the user
 *
 * The open database of a user.
 */
typedef struct {
  char *path;
  sqlite3 *database;
  char *damaged_path;
  char *notice;
} ProseUserDatabase;

GQuark prose_user_store_error_quark (void);

ProseUserDatabase *prose_user_database_open (const char *path, GError **error);
void prose_user_database_free (ProseUserDatabase *self);
gboolean prose_user_database_fail (ProseUserDatabase *self, GError **error);

sqlite3_stmt *prose_user_database_query (
    ProseUserDatabase *self, GError **error, const char *sql, const char *format, ...);
gboolean prose_user_database_run (
    ProseUserDatabase *self, GError **error, const char *sql, const char *format, ...);

gboolean prose_user_database_begin (ProseUserDatabase *self, GError **error);
gboolean prose_user_database_end (ProseUserDatabase *self, gboolean is_good, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProseUserDatabase, prose_user_database_free)

G_END_DECLS
