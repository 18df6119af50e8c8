/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-review.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_TONE_STRIP (mellow_tone_strip_get_type ())
G_DECLARE_FINAL_TYPE (MellowToneStrip, mellow_tone_strip, MELLOW, TONE_STRIP, GtkWidget)

void mellow_tone_strip_attach (MellowToneStrip *self, GtkTextView *view, MellowReview *review);
char *mellow_tone_strip_to_string (MellowToneStrip *self);

G_END_DECLS
