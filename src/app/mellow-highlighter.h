/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-review.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_HIGHLIGHTER (mellow_highlighter_get_type ())
G_DECLARE_FINAL_TYPE (MellowHighlighter, mellow_highlighter, MELLOW, HIGHLIGHTER, GObject)

MellowHighlighter *mellow_highlighter_new (MellowReview *review);
GtkTextTag *mellow_highlighter_get_tag (MellowHighlighter *self, ProseSeverity severity);
void mellow_highlighter_set_visible (MellowHighlighter *self, gboolean visible);
void mellow_highlighter_set_shows_credits (MellowHighlighter *self, gboolean shows_credits);
void mellow_highlighter_set_dark (MellowHighlighter *self, gboolean dark);
void mellow_highlighter_set_high_contrast (MellowHighlighter *self, gboolean high_contrast);
void mellow_highlighter_set_current (MellowHighlighter *self, ProseSpan span);

G_END_DECLS
