/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MellowJsonWriter:
 * @text: what was written so far
 * @needs_comma: whether another value stands before the next one
 *
 * Writes JSON, compact, in the order of the calls. Not JSON-GLib, because its
 * generator spells 12.3 as 12.300000000000001 and leaves line separators
 * (U+0085, U+2028, U+2029) unescaped, on which readers of JSON Lines stumble.
 */
typedef struct {
  GString *text;
  gboolean needs_comma;
} MellowJsonWriter;

void mellow_json_begin_object (MellowJsonWriter *self, const char *name);
void mellow_json_end_object (MellowJsonWriter *self);
void mellow_json_begin_array (MellowJsonWriter *self, const char *name);
void mellow_json_end_array (MellowJsonWriter *self);
void mellow_json_add_string (MellowJsonWriter *self, const char *name, const char *value);
void mellow_json_add_integer (MellowJsonWriter *self, const char *name, gint64 value);
void mellow_json_add_boolean (MellowJsonWriter *self, const char *name, gboolean value);
void mellow_json_add_tenths (MellowJsonWriter *self, const char *name, double value);

G_END_DECLS
