/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any text as a JSON string: in one line, and read back as it was. */

#include "fuzz-target.h"

#include <string.h>

#include "mellow-json-writer.h"

static gunichar
read_escape (const char **p)
{
  static const char letters[] = "bfnrt\"\\/";
  static const char meanings[] = "\b\f\n\r\t\"\\/";
  char c = *(*p)++;
  const char *letter = strchr (letters, c);
  gunichar character = 0;

  if (c == 'u') {
    for (guint i = 0; i < 4; i++, (*p)++) {
      g_assert_true (g_ascii_isxdigit (**p));
      character = character << 4 | g_ascii_xdigit_value (**p);
    }
    return character;
  }
  g_assert_true (c != '\0' && letter != NULL);
  return meanings[letter - letters];
}

/* Reads a string, and what comes after its closing quotation mark is left. */
static char *
read_string (const char **p)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_true (*(*p)++ == '"');
  while (**p != '"') {
    gunichar c = g_utf8_get_char (*p);

    g_assert_true (c >= 0x20 && c != 0x85 && c != 0x2028 && c != 0x2029);
    *p = g_utf8_next_char (*p);
    g_string_append_unichar (text, c == '\\' ? read_escape (p) : c);
  }
  (*p)++;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = fuzz_dup_text (data, size);
  g_autoptr (GString) output = g_string_new (NULL);
  MellowJsonWriter writer = { .text = output };
  g_autofree char *found = NULL;
  const char *p;

  mellow_json_begin_object (&writer, NULL);
  mellow_json_add_string (&writer, "text", text);
  mellow_json_end_object (&writer);

  g_assert_true (g_str_has_prefix (output->str, "{\"text\":"));
  p = output->str + strlen ("{\"text\":");
  p += strspn (p, " ");
  found = read_string (&p);
  g_assert_cmpstr (found, ==, text);
  g_assert_cmpstr (p, ==, "}");
  return 0;
}
