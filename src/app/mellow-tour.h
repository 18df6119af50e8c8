/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MELLOW_TYPE_TOUR (mellow_tour_get_type ())
G_DECLARE_FINAL_TYPE (MellowTour, mellow_tour, MELLOW, TOUR, GtkWidget)

void mellow_tour_open (MellowTour *self);

G_END_DECLS
