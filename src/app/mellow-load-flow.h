/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "mellow-draft.h"

G_BEGIN_DECLS

/**
 * MellowLoadResult:
 * @MELLOW_LOAD_RESULT_FAILED: the draft is as it was, and the user knows why
 * @MELLOW_LOAD_RESULT_LOADED: the draft has the text of the file
 * @MELLOW_LOAD_RESULT_MISSING: there is no such file
 *
 * How a load ended.
 */
typedef enum {
  MELLOW_LOAD_RESULT_FAILED,
  MELLOW_LOAD_RESULT_LOADED,
  MELLOW_LOAD_RESULT_MISSING,
} MellowLoadResult;

void mellow_load_flow_run_async (GtkWidget *asker,
                                 MellowDraft *draft,
                                 GFile *file,
                                 ProseEncoding encoding,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
MellowLoadResult mellow_load_flow_run_finish (GAsyncResult *result);

G_END_DECLS
