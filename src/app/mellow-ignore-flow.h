/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-page.h"

G_BEGIN_DECLS

void mellow_ignore_flow_ignore (MellowPage *page,
                                guint mark,
                                ProseIgnoreLevel level,
                                ProseIgnoreReason reason);
void mellow_ignore_flow_turn_rule_off (MellowPage *page,
                                       guint mark,
                                       ProseIgnoreLevel level,
                                       ProseIgnoreReason reason);
void mellow_ignore_flow_prove (MellowPage *page,
                               const ProseRule *rule,
                               const char *phrase,
                               const MellowProof *proof);
void mellow_ignore_flow_prove_mark (MellowPage *page, guint mark, const MellowProof *proof);

void mellow_ignore_flow_stop (MellowPage *page, MellowIgnoredItem *item);
void mellow_ignore_flow_set_reason (MellowPage *page,
                                    MellowIgnoredItem *item,
                                    ProseIgnoreReason reason);
void mellow_ignore_flow_set_proof (MellowPage *page,
                                   MellowIgnoredItem *item,
                                   const MellowProof *proof);

G_END_DECLS
