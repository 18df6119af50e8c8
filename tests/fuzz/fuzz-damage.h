/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GByteArray *fuzz_damage (GBytes *good, const guint8 *data, gsize size);

G_END_DECLS
