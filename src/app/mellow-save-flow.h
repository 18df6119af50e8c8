/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "mellow-draft.h"

G_BEGIN_DECLS

void mellow_save_flow_run_async (GtkWindow *parent,
                                 MellowDraft *draft,
                                 gboolean choose_file,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean mellow_save_flow_run_finish (GAsyncResult *result, gboolean *was_missing);

G_END_DECLS
