/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes a good database; called once. */
typedef GBytes *(*FuzzBuild) (void);

GByteArray *fuzz_damage (FuzzBuild build, const guint8 *data, gsize size);

G_END_DECLS
