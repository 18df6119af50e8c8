/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MELLOW_TYPE_PREFERENCES_WINDOW (mellow_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (MellowPreferencesWindow,
                      mellow_preferences_window,
                      MELLOW,
                      PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

GtkWindow *mellow_preferences_window_new (GtkWindow *parent, GSettings *settings);

G_END_DECLS
