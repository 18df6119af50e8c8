/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mellow_file_problem_show (GtkWidget *parent,
                               const char *heading,
                               GFile *file,
                               const char *problem);

G_END_DECLS
