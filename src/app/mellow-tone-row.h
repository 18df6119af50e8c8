/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>
#include <prose.h>

G_BEGIN_DECLS

#define MELLOW_TYPE_TONE_ROW (mellow_tone_row_get_type ())
G_DECLARE_FINAL_TYPE (MellowToneRow, mellow_tone_row, MELLOW, TONE_ROW, GtkListBoxRow)

MellowToneRow *mellow_tone_row_new (const char *title, const char *aside, const char *caption);
void mellow_tone_row_set_place (MellowToneRow *self, ProseSpan place);
ProseSpan mellow_tone_row_get_place (MellowToneRow *self);

G_END_DECLS
