/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "mellow-page.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_SNAPSHOTS_WINDOW (mellow_snapshots_window_get_type ())
G_DECLARE_FINAL_TYPE (
    MellowSnapshotsWindow, mellow_snapshots_window, MELLOW, SNAPSHOTS_WINDOW, AdwWindow)

MellowSnapshotsWindow *mellow_snapshots_window_new (GtkWindow *parent,
                                                    MellowPage *page,
                                                    ProseUserStore *store);

G_END_DECLS
