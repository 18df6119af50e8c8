/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mellow_recent_add (GFile *file);
void mellow_recent_remove (GFile *file);
GPtrArray *mellow_recent_list (void);

G_END_DECLS
