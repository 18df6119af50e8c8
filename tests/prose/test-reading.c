/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-reading.h"

#include <string.h>

#include "formats/prose-format.h"
#include "prose-fixture.h"

#define PAGE                                                                                       \
  "<title>Oak</title><p title=\"A &amp; b\">One <b>two</b> <img alt=\"a tree\"> three</p><p>Four"

static ProseReading *
read_page (const char *page)
{
  g_autoptr (GPtrArray) segments =
      prose_format_read (prose_format_find ("html"), page, strlen (page));
  ProseReading *reading = prose_reading_new ();

  prose_reading_append_segments (reading, segments, 0);
  return reading;
}

static ProseSpan
find_in (const char *text, const char *part)
{
  guint start = strstr (text, part) - text;

  return (ProseSpan){ start, start + strlen (part) };
}

/* What stands in the page for words of the reading, and the words for that again. */
static void
assert_place (const char *words, const char *source)
{
  g_autoptr (ProseReading) reading = read_page (PAGE);
  const char *text = prose_reading_get_text (reading);
  ProseSpan there = prose_reading_to_source (reading, find_in (text, words));
  ProseSpan back = prose_reading_from_source (reading, there);

  assert_string (g_strndup (PAGE + there.start, prose_span_get_length (there)), source);
  assert_string (g_strndup (text + back.start, prose_span_get_length (back)), words);
}

static void
test_a_page_as_plain_text (void)
{
  g_autoptr (ProseReading) reading = read_page (PAGE);

  g_assert_cmpstr (prose_reading_get_text (reading), ==,
                   "Oak\n\nA & b\n\nOne two three\n\na tree\n\nFour");
}

static void
test_there_and_back (void)
{
  assert_place ("Oak", "Oak");
  assert_place ("A & b", "A &amp; b");
  assert_place ("One two", "One <b>two");
  assert_place ("two three", "two</b> <img alt=\"a tree\"> three");
  assert_place ("a tree", "a tree");
  assert_place ("Four", "Four");
}

/* Between two segments, in a tag, behind the end. */
static void
test_places_that_are_not_read (void)
{
  g_autoptr (ProseReading) reading = read_page (PAGE);
  guint length = strlen (PAGE);
  ProseSpan all = prose_reading_from_source (reading, (ProseSpan){ 0, length });
  guint tag = strstr (PAGE, "<p title") - PAGE;

  g_assert_cmpuint (all.start, ==, 0);
  g_assert_cmpuint (all.end, ==, prose_reading_get_length (reading));
  g_assert_cmpuint (prose_reading_from_source (reading, (ProseSpan){ tag, tag }).start, ==, 5);
  all = prose_reading_from_source (reading, (ProseSpan){ length + 9, length + 9 });
  g_assert_cmpuint (all.start, ==, prose_reading_get_length (reading));
}

static void
test_plain_text_as_it_stands (void)
{
  g_autoptr (ProseReading) reading = prose_reading_new ();
  ProseSpan span;

  prose_reading_append_text (reading, "Act now", (ProseSpan){ 10, 17 });
  span = prose_reading_to_source (reading, (ProseSpan){ 4, 7 });
  g_assert_cmpuint (span.start, ==, 14);
  g_assert_cmpuint (span.end, ==, 17);
  span = prose_reading_from_source (reading, (ProseSpan){ 0, 14 });
  g_assert_cmpuint (span.start, ==, 0);
  g_assert_cmpuint (span.end, ==, 4);
}

static void
test_nothing (void)
{
  g_autoptr (ProseReading) reading = read_page ("<hr>");
  ProseSpan span = prose_reading_from_source (reading, (ProseSpan){ 0, 4 });

  g_assert_cmpstr (prose_reading_get_text (reading), ==, "");
  g_assert_true (prose_span_is_empty (span));
  g_assert_true (prose_span_is_empty (prose_reading_to_source (reading, span)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reading/a-page-as-plain-text", test_a_page_as_plain_text);
  g_test_add_func ("/reading/there-and-back", test_there_and_back);
  g_test_add_func ("/reading/places-that-are-not-read", test_places_that_are_not_read);
  g_test_add_func ("/reading/plain-text-as-it-stands", test_plain_text_as_it_stands);
  g_test_add_func ("/reading/nothing", test_nothing);

  return g_test_run ();
}
