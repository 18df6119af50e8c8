/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-window.h"

G_BEGIN_DECLS

void mellow_parity_actions_add_to (MellowWindow *window);
gboolean mellow_parity_actions_dismiss_focused (MellowWindow *window);

G_END_DECLS
