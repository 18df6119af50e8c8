/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-draft.h"
#include "mellow-report.h"

G_BEGIN_DECLS

const MellowReportWords *mellow_text_report_get_words (void);
void mellow_text_report_create_async (MellowDraft *draft,
                                      const char *date,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
MellowReport *mellow_text_report_create_finish (MellowDraft *draft,
                                                GAsyncResult *result,
                                                GError **error);

G_END_DECLS
