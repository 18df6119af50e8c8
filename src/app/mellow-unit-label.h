/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-highlighter.h"

G_BEGIN_DECLS

void mellow_unit_label_show (GtkLabel *label,
                             MellowHighlighter *highlighter,
                             const char *text,
                             const GArray *marks);
void mellow_unit_label_follow_look (MellowHighlighter *highlighter,
                                    GCallback callback,
                                    gpointer object);

G_END_DECLS
