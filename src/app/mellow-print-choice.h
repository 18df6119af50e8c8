/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mellow_print_choice_restore (GtkPrintOperation *operation);
void mellow_print_choice_keep (GtkPrintOperation *operation);

G_END_DECLS
