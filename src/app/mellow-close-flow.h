/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-page.h"

G_BEGIN_DECLS

void mellow_close_flow_run_async (GtkWindow *parent,
                                  GPtrArray *pages,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean mellow_close_flow_run_finish (GAsyncResult *result);

G_END_DECLS
