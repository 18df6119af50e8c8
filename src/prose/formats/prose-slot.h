/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint prose_slot_find_end (const char *text, gsize length, guint start);
gboolean prose_slot_is_shown (const char *slot, gsize length);

G_END_DECLS
