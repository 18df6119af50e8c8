/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-draft.h"

G_BEGIN_DECLS

gboolean mellow_draft_has_content (MellowDraft *self, GBytes *bytes);
void mellow_draft_save_async (MellowDraft *self,
                              GFile *file,
                              gboolean overwrite,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean mellow_draft_save_finish (MellowDraft *self,
                                   GAsyncResult *result,
                                   gboolean *was_missing,
                                   GError **error);

G_END_DECLS
