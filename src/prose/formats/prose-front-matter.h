/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint prose_front_matter_find_end (const char *text, gsize length);
const char *prose_front_matter_find_language (const char *text, gsize length);

G_END_DECLS
