/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mellow_open_flow_run (GtkWindow *window);

G_END_DECLS
