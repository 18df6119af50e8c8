/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MELLOW_TYPE_DAY (mellow_day_get_type ())
G_DECLARE_FINAL_TYPE (MellowDay, mellow_day, MELLOW, DAY, GObject)

MellowDay *mellow_day_get_default (void);
const char *mellow_day_get_date (MellowDay *self);
void mellow_day_set_date (MellowDay *self, const char *date);

G_END_DECLS
