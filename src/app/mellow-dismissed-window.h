/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-page.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_DISMISSED_WINDOW (mellow_dismissed_window_get_type ())
G_DECLARE_FINAL_TYPE (
    MellowDismissedWindow, mellow_dismissed_window, MELLOW, DISMISSED_WINDOW, AdwWindow)

MellowDismissedWindow *mellow_dismissed_window_new (GtkWindow *parent, MellowPage *page);

G_END_DECLS
