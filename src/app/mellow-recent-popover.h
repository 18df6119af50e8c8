/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MELLOW_TYPE_RECENT_POPOVER (mellow_recent_popover_get_type ())
G_DECLARE_FINAL_TYPE (
    MellowRecentPopover, mellow_recent_popover, MELLOW, RECENT_POPOVER, GtkPopover)

G_END_DECLS
