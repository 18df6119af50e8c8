/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *mellow_input_read (const char *name, GError **error);

G_END_DECLS
