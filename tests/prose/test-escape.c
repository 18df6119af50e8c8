/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-escape.h"

#include "prose-fixture.h"

/* NULL if it cannot be said. */
static char *
escape (const char *copy, ProseEscape how)
{
  g_autoptr (GString) source = g_string_new (NULL);

  if (!prose_escape_append (source, copy, how)) {
    g_assert_cmpuint (source->len, ==, 0);
    return NULL;
  }
  return g_string_free (g_steal_pointer (&source), FALSE);
}

static void
test_markup (void)
{
  assert_string (escape ("Børn & “leg” <3 \"x\" 'y' >", PROSE_ESCAPE_MARKUP),
                 "Børn &amp; “leg” &lt;3 \"x\" 'y' >");
  assert_string (escape ("a \"b\" 'c' & <", PROSE_ESCAPE_DOUBLE_QUOTED),
                 "a &quot;b&quot; 'c' &amp; &lt;");
  assert_string (escape ("a \"b\" 'c'", PROSE_ESCAPE_SINGLE_QUOTED), "a \"b\" &#39;c&#39;");
  assert_string (escape ("a & b < c", PROSE_ESCAPE_CDATA), "a & b < c");
  assert_string (escape ("", PROSE_ESCAPE_MARKUP), "");
}

static void
test_strings (void)
{
  assert_string (escape ("\"Æ\"\\n\n\t\r", PROSE_ESCAPE_STRING), "\\\"Æ\\\"\\\\n\\n\\t\\r");
}

static void
test_markdown (void)
{
  assert_string (escape ("*a* _b_ [c] `d` <e> \\ æ!", PROSE_ESCAPE_MARKDOWN),
                 "\\*a\\* \\_b\\_ \\[c\\] \\`d\\` \\<e> \\\\ æ!");
  assert_string (escape ("a|b ~c~", PROSE_ESCAPE_MARKDOWN), "a\\|b \\~c\\~");
  assert_string (escape ("Q&A &amp; &#38; & &;", PROSE_ESCAPE_MARKDOWN),
                 "Q&A \\&amp; \\&#38; & &;");
}

static void
test_plain (void)
{
  assert_string (escape ("a & <b> \"c\" \\", PROSE_ESCAPE_NONE), "a & <b> \"c\" \\");
}

static void
test_what_cannot_be_said (void)
{
  g_assert_null (escape ("two words", PROSE_ESCAPE_UNQUOTED));
  assert_string (escape ("ét", PROSE_ESCAPE_UNQUOTED), "ét");
  g_assert_null (escape ("a]]>b", PROSE_ESCAPE_CDATA));
  g_assert_null (escape ("a", PROSE_ESCAPE_FIXED));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/escape/markup", test_markup);
  g_test_add_func ("/escape/strings", test_strings);
  g_test_add_func ("/escape/markdown", test_markdown);
  g_test_add_func ("/escape/plain", test_plain);
  g_test_add_func ("/escape/what-cannot-be-said", test_what_cannot_be_said);

  return g_test_run ();
}
