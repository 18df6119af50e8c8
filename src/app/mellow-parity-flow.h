/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-page.h"
#include "mellow-parity-item.h"

G_BEGIN_DECLS

void mellow_parity_flow_dismiss (MellowPage *page, MellowParityItem *item);
void mellow_parity_flow_bring_back (MellowPage *page, MellowParityItem *item);
void mellow_parity_flow_set_reason (MellowPage *page,
                                    MellowParityItem *item,
                                    ProseIgnoreReason reason);
guint mellow_parity_flow_take_over (MellowPage *page, GFile *file, GError **error);

void mellow_parity_flow_choose_original (MellowPage *page);
void mellow_parity_flow_set_original (MellowPage *page, GFile *file);
void mellow_parity_flow_forget_original (MellowPage *page);

G_END_DECLS
