/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ProseBeginsMarkup:
 * @text: a text
 * @length: its length in bytes
 * @place: where a `<` stands in it
 *
 * Returns: whether that begins anything but text, which HTML and XML see otherwise
 */
typedef gboolean (*ProseBeginsMarkup) (const char *text, gsize length, guint place);

guint prose_find_tag_start (const char *text,
                            gsize length,
                            guint start,
                            ProseBeginsMarkup begins_markup);

G_END_DECLS
