/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-parity-result.h"
#include "mellow-parity-walk.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_PARITY_HEAD (mellow_parity_head_get_type ())
G_DECLARE_FINAL_TYPE (MellowParityHead, mellow_parity_head, MELLOW, PARITY_HEAD, GtkBox)

void mellow_parity_head_set_walk (MellowParityHead *self, MellowParityWalk *walk);
void mellow_parity_head_update (MellowParityHead *self, MellowParityResult *result);

G_END_DECLS
