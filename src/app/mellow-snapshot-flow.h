/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "mellow-page.h"

G_BEGIN_DECLS

typedef void (*MellowNameChosen) (gpointer user_data, const char *name);

void mellow_snapshot_flow_ask_name (GtkWindow *parent,
                                    const char *heading,
                                    const char *name,
                                    const char *label,
                                    MellowNameChosen chosen,
                                    gpointer user_data,
                                    GDestroyNotify destroy);

GPtrArray *mellow_snapshot_flow_list (MellowPage *page, ProseUserStore *store);
gboolean mellow_snapshot_flow_take (MellowPage *page, ProseUserStore *store, const char *name);
void mellow_snapshot_flow_ask (MellowPage *page, ProseUserStore *store);
void mellow_snapshot_flow_restore (MellowPage *page, const ProseSnapshot *snapshot);
void mellow_snapshot_flow_compare (MellowPage *page, ProseUserStore *store);

G_END_DECLS
