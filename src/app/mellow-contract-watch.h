/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-contract-library.h"
#include "mellow-draft.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_CONTRACT_WATCH (mellow_contract_watch_get_type ())
G_DECLARE_FINAL_TYPE (MellowContractWatch, mellow_contract_watch, MELLOW, CONTRACT_WATCH, GObject)

MellowContractWatch *mellow_contract_watch_new (MellowDraft *draft);
void mellow_contract_watch_catch_up (MellowContractWatch *self);
gboolean mellow_contract_watch_is_behind (MellowContractWatch *self);

const char *mellow_contract_watch_get_name (MellowContractWatch *self);
const MellowContract *mellow_contract_watch_get_contract (MellowContractWatch *self);
guint mellow_contract_watch_get_n_deviations (MellowContractWatch *self);
const ProseDeviation *mellow_contract_watch_get_deviation (MellowContractWatch *self,
                                                           guint position);

gboolean mellow_contract_watch_knows_language (MellowContractWatch *self);
GPtrArray *mellow_contract_watch_check (MellowDraft *draft, const ProseContract *terms);

G_END_DECLS
