/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "mellow-page.h"

G_BEGIN_DECLS

GPtrArray *mellow_snapshot_flow_list (MellowPage *page, ProseUserStore *store);
gboolean mellow_snapshot_flow_take (MellowPage *page, ProseUserStore *store, const char *name);
void mellow_snapshot_flow_ask (MellowPage *page, ProseUserStore *store);
void mellow_snapshot_flow_restore (MellowPage *page, const ProseSnapshot *snapshot);
void mellow_snapshot_flow_compare (MellowPage *page, ProseUserStore *store);

G_END_DECLS
