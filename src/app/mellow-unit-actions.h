/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-window.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_UNIT_ACTIONS (mellow_unit_actions_get_type ())
G_DECLARE_FINAL_TYPE (MellowUnitActions, mellow_unit_actions, MELLOW, UNIT_ACTIONS, GObject)

void mellow_unit_actions_add_to (MellowWindow *window, GSettings *settings);

G_END_DECLS
