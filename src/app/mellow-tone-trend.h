/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-review.h"

G_BEGIN_DECLS

/**
 * MellowToneSample:
 * @time: when, in seconds of a clock that never goes back
 * @pressure: the Pressure of the text then
 */
typedef struct {
  double time;
  double pressure;
} MellowToneSample;

#define MELLOW_TYPE_TONE_TREND (mellow_tone_trend_get_type ())
G_DECLARE_FINAL_TYPE (MellowToneTrend, mellow_tone_trend, MELLOW, TONE_TREND, GObject)

MellowToneTrend *mellow_tone_trend_new (MellowReview *review);
void mellow_tone_trend_add (MellowToneTrend *self, MellowToneSample sample);
const GArray *mellow_tone_trend_get_samples (MellowToneTrend *self);
char *mellow_tone_trend_describe (MellowToneTrend *self);

G_END_DECLS
