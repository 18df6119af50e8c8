/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "mellow-page.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_COMPARISON_WINDOW (mellow_comparison_window_get_type ())
G_DECLARE_FINAL_TYPE (
    MellowComparisonWindow, mellow_comparison_window, MELLOW, COMPARISON_WINDOW, AdwWindow)

MellowComparisonWindow *mellow_comparison_window_new (GtkWindow *parent,
                                                      MellowPage *page,
                                                      GPtrArray *snapshots,
                                                      guint before);
void mellow_comparison_window_export (MellowComparisonWindow *self, GFile *file);

G_END_DECLS
