/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-markdown-format.h"

#include <string.h>

#include "format-fixture.h"
#include "prose-fixture.h"

#define assert_file(text, expected) assert_segments (&prose_markdown_format, text, expected)

static void
test_paragraphs (void)
{
  assert_file ("Only 3 left.\n\nÆbler nu!\n", "any \"Only 3 left.\" 0-12\nany \"Æbler nu!\" 14-24");
  assert_file ("Only\n3  left", "any \"Only 3 left\" 0-12");
  assert_file ("Only\r\n3 left\r\n", "any \"Only 3 left\" 0-12");
  assert_file ("> Only\n> 3 left", "any \"Only 3 left\" 2-15");
  assert_file ("One  \ntwo\\\nthree", "any \"One\\ntwo\\nthree\" 0-16");
  assert_file ("One<br>two", "any \"One\\ntwo\" 0-10");
  assert_file ("", "");
  assert_file ("&nbsp;\n", "");
}

static void
test_headings (void)
{
  assert_file ("# Lamps #\ntext", "headline \"Lamps\" 2-7\nany \"text\" 10-14");
  assert_file ("Lamps\n=====\ntext", "headline \"Lamps\" 0-5\nany \"text\" 12-16");
  assert_file ("## Only *3* [left](x)", "headline \"Only 3 left\" 3-17");
}

static void
test_lists_and_tables (void)
{
  assert_file ("- One\n- Two\n  - Three\n\n  more\n", "any \"One\" 2-5\nany \"Two\" 8-11\n"
                                                      "any \"Three\" 16-21\nany \"more\" 25-29");
  assert_file ("1. [ ] One\n2) Two", "any \"One\" 7-10\nany \"Two\" 14-17");
  assert_file ("|A|B|\n|---|---|\n|c \\| d|e f|\n",
               "any \"A\" 1-2\nany \"B\" 3-4\nany \"c | d\" 17-23\n"
               "any \"e f\" 24-27");
}

static void
test_inline_markup (void)
{
  assert_file ("Only **3** _left_ ~~now~~", "any \"Only 3 left now\" 0-23");
  assert_file ("**a**\n**b**", "any \"a b\" 2-9");
  assert_file ("See [our *lamps*](x \"y\") now", "any \"See our lamps now\" 0-28");
  assert_file ("See [a][b] and [c][] now", "any \"See a and c now\" 0-24");
  assert_file ("See [a][b\nc]", "any \"See a\" 0-6");
  assert_file ("[b]: http://x.dk 'Title'\n\nText", "any \"Text\" 26-30");
  assert_file ("See ![a *lamp*](x) now", "any \"See now\" 0-22\nany \"a lamp\" 6-13");
  assert_file ("a\n![b](x)\nc", "any \"a c\" 0-11\nany \"b\" 4-5");
  assert_file ("A &amp; B &copy; &x;", "any \"A & B © &x;\" 0-20");
  assert_file ("10\\* \\[x\\] \\a", "any \"10* [x] \\a\" 0-13");
  assert_file ("Use `code` now", "any \"Use now\" 0-14");
  assert_file ("Press <kbd>a *b*</kbd> <code>c\n\nd", "any \"Press\" 0-5\nany \"d\" 32-33");
  assert_file ("Buy <b>now</b> <!-- x -->or not", "any \"Buy now or not\" 0-31");
}

static void
test_drafts (void)
{
  assert_file ("Subject: Last chance\nDear you", "any \"Subject: Last chance\" 0-20\n"
                                                 "any \"Dear you\" 21-29");
  assert_file ("Try it.\n[Buy now]\n[No thanks]\nBye",
               "any \"Try it.\" 0-7\nany \"[Buy now]\" 8-17\n"
               "any \"[No thanks]\" 18-29\nany \"Bye\" 30-33");
  assert_file ("[Buy now](x)\n[No thanks](y)\n[Later](z)",
               "any \"Buy now\" 1-8\ndecline \"No thanks\" 14-23\n"
               "any \"Later\" 29-34");
  assert_file ("See\n[our lamps](x)\nnow", "any \"See our lamps now\" 0-22");
  assert_file ("Hi {{ name }}, {% if x %}you{% endif %}{{< x >}}",
               "any \"Hi {{ name }}, you\" 0-28");
}

static void
test_what_is_no_copy (void)
{
  assert_file ("---\ntitle: Buy\n\nx: y\n---\n\nText", "any \"Text\" 26-30");
  assert_file ("---\ntitle: x\nlang: 'da-DK'\n---\nHej\n\n<p lang=en>Hi", "any \"Hej\" 31-34 da\n"
                                                                          "body \"Hi\" 47-49 en");
  assert_file ("+++\ntitle = 'Buy'\n+++\nText", "any \"Text\" 22-26");
  assert_file ("---\nText", "any \"Text\" 4-8");
  assert_file ("```\nBuy\n\nnow\n```\nText", "any \"Text\" 17-21");
  assert_file ("~~~ sh\nBuy\n\n```\n\n~~~~\nText", "any \"Text\" 22-26");
  assert_file ("- a\n\n  ```\n  Buy\n\n  now\n  ```\n- b", "any \"a\" 2-3\nany \"b\" 32-33");
  assert_file ("Text\n\n    Buy now\n\nText", "any \"Text\" 0-4\nany \"Text\" 19-23");
  assert_file ("<!-- Buy\n\nnow -->\n\nText", "any \"Text\" 19-23");
}

static void
test_html (void)
{
  assert_file ("<div class=\"x\">\n<p>Only <b>3</b>\nleft</p>\n</div>\n\nText",
               "body \"Only 3 left\" 19-37\nany \"Text\" 50-54");
  assert_file ("<script>\na\n\nb</script>\n\n<img alt=\"A lamp\">", "body \"A lamp\" 34-40");
  assert_file ("<!-- mellow off -->\n\nBuy <!-- mellow on --> now",
               "body \"<!-- mellow off -->\" 0-19\nany \"Buy <!-- mellow on --> now\" 21-47");
}

static void
test_small_blocks (void)
{
  const char *text = "# One\n\nTwo\n\n- Three\n\n  Four\n\nFive";
  ProseFormatState state = { 0 };

  g_assert_cmpuint (prose_markdown_format.find_block_end (text, strlen (text), 0, &state), ==, 7);
  g_assert_cmpuint (prose_markdown_format.find_block_end (text, strlen (text), 7, &state), ==, 12);
  g_assert_cmpuint (prose_markdown_format.find_block_end (text, strlen (text), 12, &state), ==, 29);
}

static const char *const parts[] = {
  "Only 3 left",
  "Køb nu",
  "\n",
  "\n\n",
  "\r\n",
  "\r",
  "  \n",
  "\\\n",
  " ",
  "\t",
  "    ",
  "# ",
  "## ",
  "===\n",
  "---\n",
  "---\ntitle: x\n",
  "+++\n",
  "- ",
  "* ",
  "1. ",
  "> ",
  ">",
  "```\n",
  "~~~\n",
  "```",
  "`",
  "``",
  "*",
  "**",
  "_",
  "~~",
  "[",
  "]",
  "](x)",
  "][",
  "][]",
  "![",
  "[Buy now]",
  "[No thanks]\n",
  "Subject: x\n",
  "[x]: y\n",
  "&amp;",
  "&nbsp;",
  "&#8364;",
  "&",
  "\\",
  "\\*",
  "\\[",
  "<b>",
  "</b>",
  "<br>",
  "<div>\n",
  "</div>\n",
  "<p>",
  "<!--",
  "-->",
  "<!-- mellow off -->",
  "<script>",
  "</script>",
  "<pre>",
  "</pre>",
  "<?",
  "?>",
  "<![CDATA[",
  "]]>",
  "<http://x.dk>",
  "|a|b|\n|---|---|\n",
  "|",
  "{{ x }}",
  "{% if %}",
  "{%",
  "%}",
  "æ",
  "€",
  "!",
  ".",
  "<",
  ">",
};

static void
test_random_files (void)
{
  check_format_at_random (&prose_markdown_format, parts, G_N_ELEMENTS (parts), 20000);
}

/* The same work for each byte, whatever is left open. */
static void
test_long_files (void)
{
  static const char *const openings[] = {
    "[",     "![",  "*",      "**a",       "_a_",   "`",     "``a",      "<",
    "<!--",  "- ",  ">",      "> ",        "|a",    "a|b\n", "][",       "[a]",
    "[a](",  "\\",  "&",      "~~",        "# a\n", "- a\n", "1. a\n\n", "a\n",
    "a\n\n", "<a ", "[a][b]", "    - a\n", "<?",    "```\n", "[a]: b\n", "*a _b "
  };

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    gint64 start = g_get_monotonic_time ();

    while (text->len < 100000)
      g_string_append (text, openings[i]);
    check_format (&prose_markdown_format, text->str, text->len);
    g_test_message ("%s: %d ms", openings[i], (int)(g_get_monotonic_time () - start) / 1000);
  }
}

static void
test_corpus (void)
{
  g_autoptr (GPtrArray) names = list_format_corpus (&prose_markdown_format);

  g_assert_cmpuint (names->len, >=, 8);
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *text = read_format_corpus (names->pdata[i]);
    g_autofree char *valid = g_utf8_make_valid (text, -1);

    check_format (&prose_markdown_format, valid, strlen (valid));
    for (guint round = 0; round < 10; round++)
      check_format_rewrites (&prose_markdown_format, valid);
    for (guint cut = 0; cut < strlen (valid); cut += 37)
      if ((valid[cut] & 0xc0) != 0x80)
        check_format (&prose_markdown_format, valid, cut);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markdown-format/paragraphs", test_paragraphs);
  g_test_add_func ("/markdown-format/headings", test_headings);
  g_test_add_func ("/markdown-format/lists-and-tables", test_lists_and_tables);
  g_test_add_func ("/markdown-format/inline-markup", test_inline_markup);
  g_test_add_func ("/markdown-format/drafts", test_drafts);
  g_test_add_func ("/markdown-format/what-is-no-copy", test_what_is_no_copy);
  g_test_add_func ("/markdown-format/html", test_html);
  g_test_add_func ("/markdown-format/small-blocks", test_small_blocks);
  g_test_add_func ("/markdown-format/random-files", test_random_files);
  g_test_add_func ("/markdown-format/long-files", test_long_files);
  g_test_add_func ("/markdown-format/corpus", test_corpus);

  return g_test_run ();
}
