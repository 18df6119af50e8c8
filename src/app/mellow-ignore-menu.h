/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-mark.h"

G_BEGIN_DECLS

GMenuModel *mellow_ignore_menu_new (MellowMark *mark);
const char *mellow_ignore_reason_get_label (ProseIgnoreReason reason);

G_END_DECLS
