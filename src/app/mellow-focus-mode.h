/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MELLOW_TYPE_FOCUS_MODE (mellow_focus_mode_get_type ())
G_DECLARE_FINAL_TYPE (MellowFocusMode, mellow_focus_mode, MELLOW, FOCUS_MODE, GObject)

MellowFocusMode *mellow_focus_mode_new (GSettings *settings);
void mellow_focus_mode_fold (MellowFocusMode *self,
                             gpointer object,
                             const char *property,
                             const char *key);

gboolean mellow_focus_mode_is_active (MellowFocusMode *self);
void mellow_focus_mode_set_active (MellowFocusMode *self, gboolean is_active);

G_END_DECLS
