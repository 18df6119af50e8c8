/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MELLOW_TYPE_APPLICATION (mellow_application_get_type ())
G_DECLARE_FINAL_TYPE (MellowApplication, mellow_application, MELLOW, APPLICATION, AdwApplication)

MellowApplication *mellow_application_new (GApplicationFlags flags);

G_END_DECLS
