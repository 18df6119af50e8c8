/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "mellow-comparison.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_COMPARISON_ROW (mellow_comparison_row_get_type ())
G_DECLARE_FINAL_TYPE (MellowComparisonRow, mellow_comparison_row, MELLOW, COMPARISON_ROW, GtkWidget)

GtkWidget *mellow_comparison_row_new (void);
void mellow_comparison_row_show (MellowComparisonRow *self,
                                 const MellowComparison *comparison,
                                 guint alignment);

G_END_DECLS
