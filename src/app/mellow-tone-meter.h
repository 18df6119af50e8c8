/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MELLOW_TYPE_TONE_METER (mellow_tone_meter_get_type ())
G_DECLARE_FINAL_TYPE (MellowToneMeter, mellow_tone_meter, MELLOW, TONE_METER, GtkWidget)

double mellow_tone_meter_get_value (MellowToneMeter *self);
void mellow_tone_meter_set_value (MellowToneMeter *self, double value);
void mellow_tone_meter_set_stacked (MellowToneMeter *self, gboolean stacked);

G_END_DECLS
