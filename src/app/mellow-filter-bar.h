/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "mellow-mark-outline.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_FILTER_BAR (mellow_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (MellowFilterBar, mellow_filter_bar, MELLOW, FILTER_BAR, GtkWidget)

void mellow_filter_bar_set_filter (MellowFilterBar *self, MellowMarkFilter *filter);
void mellow_filter_bar_set_outline (MellowFilterBar *self, MellowMarkOutline *outline);
void mellow_filter_bar_open_search (MellowFilterBar *self);

G_END_DECLS
