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

/**
 * MellowTonePoint:
 * @name: (nullable): what the version is called; %NULL for the text as it is now
 * @created: when it was kept, in seconds since 1970
 * @pressure: its Pressure
 * @warmth: its Warmth
 *
 * The tone of a version of a text.
 */
typedef struct {
  char *name;
  gint64 created;
  double pressure;
  double warmth;
} MellowTonePoint;

char *mellow_tone_point_describe (const MellowTonePoint *self);

#define MELLOW_TYPE_TONE_TREND (mellow_tone_trend_get_type ())
G_DECLARE_FINAL_TYPE (MellowToneTrend, mellow_tone_trend, MELLOW, TONE_TREND, GObject)

MellowToneTrend *mellow_tone_trend_new (MellowReview *review);
void mellow_tone_trend_add (MellowToneTrend *self, MellowToneSample sample);
const GArray *mellow_tone_trend_get_samples (MellowToneTrend *self);
void mellow_tone_trend_set_past (MellowToneTrend *self, GPtrArray *snapshots);
const GPtrArray *mellow_tone_trend_get_past (MellowToneTrend *self);
MellowTonePoint mellow_tone_trend_get_now (MellowToneTrend *self);
char *mellow_tone_trend_describe_past (MellowToneTrend *self);
char *mellow_tone_trend_describe (MellowToneTrend *self);

G_END_DECLS
