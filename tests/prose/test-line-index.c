/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/prose-line-index.h"

#include <string.h>

#include "prose-fixture.h"

/* Where needle stands in text: `line:column byte utf16`. */
static char *
locate (const char *text, const char *needle)
{
  g_autoptr (ProseLineIndex) index = prose_line_index_new (text, strlen (text));
  ProsePosition place = prose_line_index_locate (index, strstr (text, needle) - text);

  return g_strdup_printf ("%u:%u %u %u", place.line, place.column, place.byte, place.utf16);
}

static char *
locate_end (const char *text)
{
  g_autoptr (ProseLineIndex) index = prose_line_index_new (text, strlen (text));
  ProsePosition place = prose_line_index_locate (index, strlen (text));

  return g_strdup_printf ("%u:%u %u %u", place.line, place.column, place.byte, place.utf16);
}

static void
test_lines_and_columns (void)
{
  assert_string (locate ("buy now\nor later\n", "buy"), "1:1 0 0");
  assert_string (locate ("buy now\nor later\n", "now"), "1:5 4 4");
  assert_string (locate ("buy now\nor later\n", "later"), "2:4 11 11");
}

static void
test_columns_are_characters (void)
{
  assert_string (locate ("Æbler: køb nu", "nu"), "1:12 13 11");
  assert_string (locate ("til\nØl 😀 nu", "nu"), "2:6 13 10");
}

static void
test_emoji_are_two_units_of_utf16 (void)
{
  assert_string (locate ("😀x", "x"), "1:2 4 2");
  assert_string (locate ("😀😀\n😀x", "x"), "2:2 13 7");
}

static void
test_line_ends (void)
{
  assert_string (locate ("a\r\nx", "x"), "2:1 3 3");
  assert_string (locate ("a\rx", "x"), "2:1 2 2");
  assert_string (locate ("a\u2029x", "x"), "2:1 4 2");
  assert_string (locate ("a\n\rx", "x"), "3:1 3 3");
  assert_string (locate ("a\u2028x", "x"), "1:3 4 2");
}

/* Between \r and \n, and on a line end, a place still belongs to its line. */
static void
test_on_a_line_end (void)
{
  assert_string (locate ("ab\r\nc", "\n"), "1:4 3 3");
  assert_string (locate ("ab\nc", "\n"), "1:3 2 2");
}

static void
test_end_of_text (void)
{
  assert_string (locate_end (""), "1:1 0 0");
  assert_string (locate_end ("nu"), "1:3 2 2");
  assert_string (locate_end ("nu\n"), "2:1 3 3");
  assert_string (locate_end ("ål\r\n\r\n"), "3:1 7 6");
}

static void
test_each_place_of_a_long_text (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (ProseLineIndex) index = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append (text, "æ😀x\r\n");
  index = prose_line_index_new (text->str, text->len);

  for (guint i = 0; i < 100; i++) {
    ProsePosition place = prose_line_index_locate (index, i * 9 + 6);

    g_assert_cmpuint (place.line, ==, i + 1);
    g_assert_cmpuint (place.column, ==, 3);
    g_assert_cmpuint (place.utf16, ==, i * 6 + 3);
  }
}

/* Of a file that is no UTF-8 the good beginning is looked at; what follows it may
 * look like the middle of a character. */
static void
test_bytes_behind_the_text (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 255; i++)
    g_string_append_c (text, 'a');
  g_string_append (text, "é");

  for (guint n = 0; n < 3; n++) {
    guint length = text->len;
    g_autofree char *behind = g_strconcat (text->str, "\x80\x80\x80\x80", NULL);
    g_autoptr (ProseLineIndex) index = prose_line_index_new (behind, length);
    ProsePosition place = prose_line_index_locate (index, length);

    g_assert_cmpuint (place.byte, ==, length);
    g_assert_cmpuint (place.column, ==, g_utf8_strlen (text->str, -1) + 1);
    g_string_append (text, "é");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/line-index/lines-and-columns", test_lines_and_columns);
  g_test_add_func ("/line-index/columns-are-characters", test_columns_are_characters);
  g_test_add_func ("/line-index/emoji-are-two-units-of-utf16", test_emoji_are_two_units_of_utf16);
  g_test_add_func ("/line-index/line-ends", test_line_ends);
  g_test_add_func ("/line-index/on-a-line-end", test_on_a_line_end);
  g_test_add_func ("/line-index/end-of-text", test_end_of_text);
  g_test_add_func ("/line-index/each-place-of-a-long-text", test_each_place_of_a_long_text);
  g_test_add_func ("/line-index/bytes-behind-the-text", test_bytes_behind_the_text);

  return g_test_run ();
}
