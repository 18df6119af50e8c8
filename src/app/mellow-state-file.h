/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MellowStateFile:
 *
 * A file of the user's state directory that is kept up to date off the main
 * loop: written whole or not at all, the newest content last, and gone for good
 * when it is removed.
 */
typedef struct _MellowStateFile MellowStateFile;

char *mellow_state_dup_path (const char *first_name, ...) G_GNUC_NULL_TERMINATED;

MellowStateFile *mellow_state_file_new (const char *path);
MellowStateFile *mellow_state_file_ref (MellowStateFile *self);
void mellow_state_file_unref (MellowStateFile *self);

void mellow_state_file_write_async (MellowStateFile *self,
                                    GBytes *bytes,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean mellow_state_file_write_finish (GAsyncResult *result, GError **error);
gboolean mellow_state_file_flush (MellowStateFile *self, GError **error);
void mellow_state_file_remove (MellowStateFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MellowStateFile, mellow_state_file_unref)

G_END_DECLS
