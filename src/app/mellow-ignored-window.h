/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-page.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_IGNORED_WINDOW (mellow_ignored_window_get_type ())
G_DECLARE_FINAL_TYPE (MellowIgnoredWindow, mellow_ignored_window, MELLOW, IGNORED_WINDOW, AdwWindow)

MellowIgnoredWindow *mellow_ignored_window_new (GtkWindow *parent, MellowPage *page);

G_END_DECLS
