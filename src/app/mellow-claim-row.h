/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "mellow-claim.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_CLAIM_ROW (mellow_claim_row_get_type ())
G_DECLARE_FINAL_TYPE (MellowClaimRow, mellow_claim_row, MELLOW, CLAIM_ROW, GtkListBoxRow)

GtkWidget *mellow_claim_row_new (MellowClaim *claim);
MellowClaim *mellow_claim_row_get_claim (MellowClaimRow *self);

G_END_DECLS
