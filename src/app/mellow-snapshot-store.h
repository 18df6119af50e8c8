/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-draft.h"
#include "mellow-rule-library.h"

G_BEGIN_DECLS

void mellow_snapshot_store_set (GtkWidget *window, MellowRuleLibrary *library);
ProseUserStore *mellow_snapshot_store_find (GtkWidget *widget);

char *mellow_snapshot_store_dup_document (MellowDraft *draft);
GPtrArray *mellow_snapshot_store_load (ProseUserStore *store, MellowDraft *draft, GError **error);
void mellow_snapshot_store_refresh (ProseUserStore *store, MellowDraft *draft);
gboolean mellow_snapshot_store_is_draft (const char *document);
gboolean mellow_snapshot_store_follow (GtkWidget *widget,
                                       const char *from,
                                       const char *to,
                                       GError **error);
void mellow_snapshot_store_forget (GtkWidget *widget, const char *document);

G_END_DECLS
