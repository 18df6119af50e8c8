/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a list can be narrowed to: a menu of it, with how many each is, in a button that
 * names what is chosen. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mellow_choice_append (
    GMenu *menu, const char *title, guint n, const char *action, GVariant *target);
void mellow_choice_show (GtkMenuButton *button,
                         GtkLabel *label,
                         const char *what,
                         const char *choice);

G_END_DECLS
