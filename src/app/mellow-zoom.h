/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void mellow_zoom_add_actions (GActionMap *map, GSettings *settings);

G_END_DECLS
