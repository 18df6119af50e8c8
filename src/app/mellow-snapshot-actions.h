/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-rule-library.h"
#include "mellow-window.h"

G_BEGIN_DECLS

void mellow_snapshot_actions_add_to (MellowWindow *window, MellowRuleLibrary *library);

G_END_DECLS
