/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void mellow_file_write_async (GFile *file,
                              GBytes *bytes,
                              const char *etag,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean mellow_file_write_finish (GAsyncResult *result,
                                   char **new_etag,
                                   gboolean *was_missing,
                                   GError **error);

G_END_DECLS
