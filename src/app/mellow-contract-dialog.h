/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "mellow-contract-library.h"
#include "mellow-draft.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_CONTRACT_DIALOG (mellow_contract_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    MellowContractDialog, mellow_contract_dialog, MELLOW, CONTRACT_DIALOG, AdwWindow)

MellowContractDialog *mellow_contract_dialog_new (GtkWindow *parent,
                                                  MellowContractLibrary *library,
                                                  MellowDraft *draft,
                                                  const char *file);

G_END_DECLS
