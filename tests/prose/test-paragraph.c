/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/prose-paragraph.h"

#include <string.h>

#include "prose-fixture.h"

/* Makes line ends visible: "↵" for \n, "↩" for \r, "¶" for U+2029. */
static void
append_visible (GString *string, const char *text, ProseSpan span)
{
  for (const char *p = text + span.start; p < text + span.end; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == '\n')
      g_string_append (string, "↵");
    else if (c == '\r')
      g_string_append (string, "↩");
    else
      g_string_append_unichar (string, c == 0x2029 ? 0xb6 : c);
  }
}

static char *
lines_to_string (const char *text)
{
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint start = 0; start < strlen (text);) {
    ProseSpan line = prose_next_line (text, strlen (text), start, &start);

    if (string->len > 0)
      g_string_append (string, " | ");
    append_visible (string, text, line);
  }
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static char *
paragraphs_to_string (const char *text)
{
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint start = 0; start < strlen (text);) {
    guint end = prose_paragraph_get_end (text, strlen (text), start);

    g_assert_cmpuint (end, >, start);
    if (string->len > 0)
      g_string_append (string, " | ");
    append_visible (string, text, (ProseSpan){ start, end });
    start = end;
  }
  return g_string_free (g_steal_pointer (&string), FALSE);
}

#define assert_paragraphs(text, expected) assert_string (paragraphs_to_string (text), expected)

static void
test_line_ends (void)
{
  assert_string (lines_to_string ("a\nb\r\nc\rd\u2029e"), "a | b | c | d | e");
  assert_string (lines_to_string ("æ\r\r\nå\n"), "æ |  | å");
  assert_string (lines_to_string ("no end"), "no end");
}

/* What GtkTextBuffer does not end a line at, either. */
static void
test_no_line_ends (void)
{
  assert_string (lines_to_string ("a\u2028b\xc2\x85"
                                  "c\vd\fe\u2030f"),
                 "a\u2028b\xc2\x85"
                 "c\vd\fe\u2030f");
}

static void
test_short_lines_stand_alone (void)
{
  assert_paragraphs ("Our new sofa\nBuy it now\n", "Our new sofa↵ | Buy it now↵");
  assert_paragraphs ("Æblegrød\r\nKøb nu\r\n", "Æblegrød↩↵ | Køb nu↩↵");
  assert_paragraphs ("One\rTwo\u2029Three", "One↩ | Two¶ | Three");
}

static void
test_wrapped_lines_go_on (void)
{
  assert_paragraphs ("This line was wrapped by a mail program at Monday\nNoon.",
                     "This line was wrapped by a mail program at Monday↵Noon.");
  assert_paragraphs ("This line ends as sentences end, so it is its own one.\nNoon.",
                     "This line ends as sentences end, so it is its own one.↵ | Noon.");
  assert_paragraphs ("This line says what comes in the lines after it:\nNoon.",
                     "This line says what comes in the lines after it:↵ | Noon.");
  assert_paragraphs ("Short, but\nit goes on", "Short, but↵it goes on");
  assert_paragraphs ("Kort, men\nøllet er koldt", "Kort, men↵øllet er koldt");
  assert_paragraphs ("Short.\nit goes on", "Short.↵it goes on");
}

static void
test_wrapping_is_counted_in_bytes_from_45 (void)
{
  assert_paragraphs ("Aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd eeee\nNoon",
                     "Aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd eeee↵ | Noon");
  assert_paragraphs ("Aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd eeeee\nNoon",
                     "Aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd eeeee↵Noon");
}

static void
test_blank_lines_part (void)
{
  assert_paragraphs ("it goes\n\non", "it goes↵ | ↵ | on");
  assert_paragraphs ("it goes\n \t\non", "it goes↵ |  \t↵ | on");
  assert_paragraphs ("\n\n", "↵ | ↵");
}

static void
test_items_open_paragraphs (void)
{
  assert_paragraphs (
      "a list\n- one\n* two\n+ three\n• four\n– five\n1. six\n12) seven",
      "a list↵ | - one↵ | * two↵ | + three↵ | • four↵ | – five↵ | 1. six↵ | 12) seven");
  assert_paragraphs ("a text\n> quoted\n# heading\nit goes on",
                     "a text↵ | > quoted↵ | # heading↵ | it goes on");
}

static void
test_what_only_looks_like_an_item (void)
{
  assert_paragraphs ("we count to\n1.5 or\n-ish", "we count to↵ | 1.5 or↵ | -ish");
  assert_paragraphs ("this long line is about a number that is wrapped to\n1.5 or\n12",
                     "this long line is about a number that is wrapped to↵1.5 or↵ | 12");
}

static void
test_empty_text (void)
{
  assert_paragraphs ("", "");
  g_assert_cmpuint (prose_paragraph_get_end ("", 0, 0), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paragraph/line-ends", test_line_ends);
  g_test_add_func ("/paragraph/no-line-ends", test_no_line_ends);
  g_test_add_func ("/paragraph/short-lines-stand-alone", test_short_lines_stand_alone);
  g_test_add_func ("/paragraph/wrapped-lines-go-on", test_wrapped_lines_go_on);
  g_test_add_func ("/paragraph/wrapping-is-counted-in-bytes-from-45",
                   test_wrapping_is_counted_in_bytes_from_45);
  g_test_add_func ("/paragraph/blank-lines-part", test_blank_lines_part);
  g_test_add_func ("/paragraph/items-open-paragraphs", test_items_open_paragraphs);
  g_test_add_func ("/paragraph/what-only-looks-like-an-item", test_what_only_looks_like_an_item);
  g_test_add_func ("/paragraph/empty-text", test_empty_text);

  return g_test_run ();
}
