/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-json-writer.h"

#include <math.h>

/* Control characters, and what some readers take for the end of a line. */
static gboolean
needs_number_escape (gunichar character)
{
  return character < 0x20 || (character >= 0x7f && character < 0xa0) || character == 0x2028 ||
         character == 0x2029;
}

static void
append_quoted (GString *text, const char *value)
{
  g_string_append_c (text, '"');
  for (const char *at = value; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar character = g_utf8_get_char (at);

    if (character == '\n')
      g_string_append (text, "\\n");
    else if (character == '"' || character == '\\')
      g_string_append_printf (text, "\\%c", (char)character);
    else if (needs_number_escape (character))
      g_string_append_printf (text, "\\u%04x", character);
    else
      g_string_append_len (text, at, g_utf8_next_char (at) - at);
  }
  g_string_append_c (text, '"');
}

/* Whatever comes before a value: the comma and, in an object, the name. */
static void
begin_value (MellowJsonWriter *self, const char *name)
{
  if (self->needs_comma)
    g_string_append_c (self->text, ',');
  if (name != NULL) {
    append_quoted (self->text, name);
    g_string_append_c (self->text, ':');
  }
  self->needs_comma = TRUE;
}

static void
open_bracket (MellowJsonWriter *self, const char *name, char bracket)
{
  begin_value (self, name);
  g_string_append_c (self->text, bracket);
  self->needs_comma = FALSE;
}

static void
close_bracket (MellowJsonWriter *self, char bracket)
{
  g_string_append_c (self->text, bracket);
  self->needs_comma = TRUE;
}

/**
 * mellow_json_begin_object:
 * @name: (nullable): its name, if it stands in an object
 */
void
mellow_json_begin_object (MellowJsonWriter *self, const char *name)
{
  open_bracket (self, name, '{');
}

/**
 * mellow_json_end_object:
 */
void
mellow_json_end_object (MellowJsonWriter *self)
{
  close_bracket (self, '}');
}

/**
 * mellow_json_begin_array:
 * @name: (nullable): its name, if it stands in an object
 */
void
mellow_json_begin_array (MellowJsonWriter *self, const char *name)
{
  open_bracket (self, name, '[');
}

/**
 * mellow_json_end_array:
 */
void
mellow_json_end_array (MellowJsonWriter *self)
{
  close_bracket (self, ']');
}

/**
 * mellow_json_add_string:
 * @name: (nullable): its name, if it stands in an object
 * @value: (nullable): valid UTF-8; %NULL writes `null`
 */
void
mellow_json_add_string (MellowJsonWriter *self, const char *name, const char *value)
{
  begin_value (self, name);
  if (value == NULL)
    g_string_append (self->text, "null");
  else
    append_quoted (self->text, value);
}

/**
 * mellow_json_add_integer:
 * @name: (nullable): its name, if it stands in an object
 */
void
mellow_json_add_integer (MellowJsonWriter *self, const char *name, gint64 value)
{
  begin_value (self, name);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

/**
 * mellow_json_add_boolean:
 * @name: (nullable): its name, if it stands in an object
 */
void
mellow_json_add_boolean (MellowJsonWriter *self, const char *name, gboolean value)
{
  begin_value (self, name);
  g_string_append (self->text, value ? "true" : "false");
}

/**
 * mellow_json_add_tenths:
 * @name: (nullable): its name, if it stands in an object
 * @value: written with one decimal, whatever the locale
 */
void
mellow_json_add_tenths (MellowJsonWriter *self, const char *name, double value)
{
  gint64 tenths = llround (value * 10);
  guint64 size = ABS (tenths);

  begin_value (self, name);
  g_string_append_printf (self->text, "%s%" G_GUINT64_FORMAT ".%" G_GUINT64_FORMAT,
                          tenths < 0 ? "-" : "", size / 10, size % 10);
}
