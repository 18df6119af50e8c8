/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-tone-trend.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_TREND_LINE (mellow_trend_line_get_type ())
G_DECLARE_FINAL_TYPE (MellowTrendLine, mellow_trend_line, MELLOW, TREND_LINE, GtkWidget)

void mellow_trend_line_set_trend (MellowTrendLine *self, MellowToneTrend *trend);
const char *mellow_trend_line_get_text (MellowTrendLine *self);
void mellow_trend_line_set_versions_only (MellowTrendLine *self, gboolean versions_only);

G_END_DECLS
