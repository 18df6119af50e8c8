/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MELLOW_TYPE_STEADY_CURSOR (mellow_steady_cursor_get_type ())
G_DECLARE_FINAL_TYPE (MellowSteadyCursor, mellow_steady_cursor, MELLOW, STEADY_CURSOR, GObject)

MellowSteadyCursor *mellow_steady_cursor_new (GtkSettings *settings);
void mellow_steady_cursor_hold (MellowSteadyCursor *self);

G_END_DECLS
