/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef void (*MellowNameChosen) (gpointer user_data, const char *name);

/**
 * MellowRenamed:
 * @owner: the window that asked
 * @key: what it knows the thing by
 * @name: how that is to be called
 */
typedef void (*MellowRenamed) (GtkWidget *owner, GVariant *key, const char *name);

void mellow_name_flow_ask (GtkWindow *parent,
                           const char *heading,
                           const char *name,
                           const char *label,
                           MellowNameChosen chosen,
                           gpointer user_data,
                           GDestroyNotify destroy);

void mellow_name_flow_rename (
    GtkWidget *owner, const char *heading, const char *name, GVariant *key, MellowRenamed renamed);

G_END_DECLS
