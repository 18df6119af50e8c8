/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PROSE_HTML_ENTITY_SIZE:
 *
 * How many bytes what a character reference stands for can have, with a NUL at its end.
 */
#define PROSE_HTML_ENTITY_SIZE 8

guint prose_html_entity_read (const char *text,
                              gsize length,
                              gboolean is_in_attribute,
                              char result[PROSE_HTML_ENTITY_SIZE]);

G_END_DECLS
