/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "mellow-mark.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_SUGGESTION_ROW (mellow_suggestion_row_get_type ())
G_DECLARE_FINAL_TYPE (MellowSuggestionRow, mellow_suggestion_row, MELLOW, SUGGESTION_ROW, GtkWidget)

GtkWidget *mellow_suggestion_row_new (void);
MellowMark *mellow_suggestion_row_get_mark (MellowSuggestionRow *self);
void mellow_suggestion_row_set_mark (MellowSuggestionRow *self, MellowMark *mark);
void mellow_suggestion_row_set_aside (MellowSuggestionRow *self, const char *text);
gboolean mellow_suggestion_row_get_expanded (MellowSuggestionRow *self);
void mellow_suggestion_row_set_expanded (MellowSuggestionRow *self, gboolean expanded);

G_END_DECLS
