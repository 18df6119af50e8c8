/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "mellow-contract-library.h"
#include "mellow-draft.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_CONTRACTS_WINDOW (mellow_contracts_window_get_type ())
G_DECLARE_FINAL_TYPE (
    MellowContractsWindow, mellow_contracts_window, MELLOW, CONTRACTS_WINDOW, AdwWindow)

MellowContractsWindow *mellow_contracts_window_new (GtkWindow *parent,
                                                    MellowContractLibrary *library,
                                                    MellowDraft *draft);
void mellow_contracts_window_import (MellowContractsWindow *self, GFile *file);
void mellow_contracts_window_export (MellowContractsWindow *self, const char *name, GFile *file);

G_END_DECLS
