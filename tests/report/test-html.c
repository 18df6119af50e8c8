/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-html.h"

#include <string.h>

#include "prose-fixture.h"

static char *
escape (const char *text, gssize length)
{
  GString *html = g_string_new (NULL);

  mellow_html_add_text (html, text, length);
  return g_string_free (html, FALSE);
}

static void
test_text (void)
{
  assert_string (escape ("Æble 🍎\tså", -1), "Æble 🍎\tså");
  assert_string (escape ("<a href=\"x\">'&amp;'", -1),
                 "&lt;a href=&quot;x&quot;&gt;&#39;&amp;amp;&#39;");
  assert_string (escape ("abc", 2), "ab");
  assert_string (escape ("", -1), "");
}

static void
test_line_ends (void)
{
  assert_string (escape ("a\r\nb\rc\n\r", -1), "a\nb\nc\n\n");
  /* A part that ends between the two is a part of the text all the same. */
  assert_string (escape ("a\r\nb", 2), "a\n");
}

static void
test_what_a_page_may_not_hold (void)
{
  assert_string (escape ("a\x01\x1b[1m\x7f\xc2\x85z", -1), "a��[1m��z");
}

static void
test_elements (void)
{
  g_autoptr (GString) html = g_string_new (NULL);

  mellow_html_add_element (html, "h2", "Salt & <b>");
  mellow_html_add_element (html, "p class=\"quiet\"", NULL);
  g_assert_cmpstr (html->str, ==, "<h2>Salt &amp; &lt;b&gt;</h2>\n<p class=\"quiet\"></p>\n");
}

static void
test_pages (void)
{
  g_autoptr (GString) html = g_string_new (NULL);

  mellow_html_begin_page (html, "da", "Æbler </title><script>", "b{color:red}");
  mellow_html_end_page (html);
  g_assert_true (g_str_has_prefix (html->str, "<!DOCTYPE html>\n<html lang=\"da\">\n"));
  g_assert_nonnull (strstr (html->str, "<title>Æbler &lt;/title&gt;&lt;script&gt;</title>"));
  g_assert_nonnull (strstr (html->str, "b{color:red}</style>\n</head>\n</html>\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html/text", test_text);
  g_test_add_func ("/html/line-ends", test_line_ends);
  g_test_add_func ("/html/what-a-page-may-not-hold", test_what_a_page_may_not_hold);
  g_test_add_func ("/html/elements", test_elements);

  g_test_add_func ("/html/pages", test_pages);

  return g_test_run ();
}
