/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-history.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_TEXT_VIEW (mellow_text_view_get_type ())
G_DECLARE_FINAL_TYPE (MellowTextView, mellow_text_view, MELLOW, TEXT_VIEW, GtkSourceView)

void mellow_text_view_set_line_length (MellowTextView *self, int line_length);
void mellow_text_view_set_history (MellowTextView *self, MellowHistory *history);
void mellow_text_view_lay_out_anew (MellowTextView *self);
void mellow_text_view_show_cursor (MellowTextView *self);

G_END_DECLS
