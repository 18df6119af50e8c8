/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MELLOW_TYPE_APPEARANCE (mellow_appearance_get_type ())
G_DECLARE_FINAL_TYPE (MellowAppearance, mellow_appearance, MELLOW, APPEARANCE, GObject)

MellowAppearance *mellow_appearance_new (GSettings *settings);

G_END_DECLS
