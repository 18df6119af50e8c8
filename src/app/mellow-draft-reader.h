/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-draft.h"

G_BEGIN_DECLS

void mellow_draft_load_async (MellowDraft *self,
                              GFile *file,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
void mellow_draft_load_as_async (MellowDraft *self,
                                 GFile *file,
                                 ProseEncoding encoding,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
void mellow_draft_reload_async (MellowDraft *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean mellow_draft_load_finish (MellowDraft *self, GAsyncResult *result, GError **error);
ProseDocument *mellow_draft_read_file (GFile *file, char **etag, GError **error);

G_END_DECLS
