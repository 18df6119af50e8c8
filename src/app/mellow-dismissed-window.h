/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-page.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_DISMISSED_WINDOW (mellow_dismissed_window_get_type ())
G_DECLARE_FINAL_TYPE (
    MellowDismissedWindow, mellow_dismissed_window, MELLOW, DISMISSED_WINDOW, AdwWindow)

MellowDismissedWindow *mellow_dismissed_window_new (GtkWindow *parent, MellowPage *page);
void mellow_dismissed_window_take_over (MellowDismissedWindow *self, GFile *file);
void mellow_dismissed_window_export (MellowDismissedWindow *self, GFile *file);

G_END_DECLS
