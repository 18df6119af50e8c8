/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-html-format.h"

#include <string.h>

#include "format-fixture.h"
#include "prose-fixture.h"

#define assert_page(page, expected) assert_segments (&prose_html_format, page, expected)

static void
test_inline_elements (void)
{
  assert_page ("<p>Only <b>3</b> left</p>", "body \"Only 3 left\" 3-21");
  assert_page ("Ny<wbr>heds<em>brev</em>", "body \"Nyhedsbrev\" 0-19");
  assert_page ("<p>Buy <my-price>10</my-price> now", "body \"Buy 10 now\" 3-34");
  assert_page ("<p>One<br>\n  two</p>", "body \"One\\ntwo\" 3-16");
  assert_page ("<p>One<br><br></p>", "body \"One\" 3-6");
  assert_page ("<p>See <img src=a.png> here", "body \"See here\" 3-27");
}

static void
test_blocks (void)
{
  assert_page ("<ul><li>One<li>Two</ul>", "body \"One\" 8-11\nbody \"Two\" 15-18");
  assert_page ("<td>One</td><td>Two</td>", "body \"One\" 4-7\nbody \"Two\" 16-19");
  assert_page ("One<div>Two</div>Three",
               "body \"One\" 0-3\nbody \"Two\" 8-11\nbody \"Three\" 17-22");
  assert_page ("<p> &nbsp;\n</p>", "");
  assert_page ("", "");
}

static void
test_white_space (void)
{
  assert_page ("<p>\n  Only\n  3  left \n</p>", "body \"Only 3 left\" 6-20");
  assert_page ("<p>Only <b> 3</b>", "body \"Only 3\" 3-13");
  assert_page ("<p>Only<b> 3 </b> left", "body \"Only 3 left\" 3-22");
  assert_page ("<p>Only&#10;&Tab;3", "body \"Only 3\" 3-18");
  assert_page ("<pre>Roses\n  are red</pre><p>a\nb", "body \"Roses\\n  are red\" 5-20\n"
                                                     "body \"a b\" 29-32");
}

static void
test_entities (void)
{
  assert_page ("K&oslash;b", "body \"Køb\" 0-10");
  assert_page ("K&oslashb", "body \"Køb\" 0-9");
  assert_page ("&amp;lt;", "body \"&lt;\" 0-8");
  assert_page ("A &notit; B", "body \"A ¬it; B\" 0-11");
  assert_page ("A &notin; B", "body \"A ∉ B\" 0-11");
  assert_page ("R&D &x; & &#; &#x;", "body \"R&D &x; & &#; &#x;\" 0-18");
  assert_page ("&#8364;&#x20AC;&#128;", "body \"€€€\" 0-21");
  assert_page ("&#0;&#xd800;&#99999999999;", "body \"���\" 0-26");
  assert_page ("10&nbsp;kr.", "body \"10\xc2\xa0kr.\" 0-11");
}

static void
test_entities_in_attributes (void)
{
  assert_page ("<img alt='Q&amp;A'>", "body \"Q&A\" 10-17");
  assert_page ("<img alt='?a&copy=1'>", "body \"?a&copy=1\" 10-19");
  assert_page ("<img alt='&copy 2026'>", "body \"© 2026\" 10-20");
}

static void
test_attributes (void)
{
  assert_page ("<img alt=\"A lamp\" title='Warm' src=x>", "body \"A lamp\" 10-16\n"
                                                          "body \"Warm\" 25-29");
  assert_page ("<IMG ALT=Lamp>", "body \"Lamp\" 9-13");
  assert_page ("<input placeholder=\"Your mail\" value=x>", "body \"Your mail\" 20-29");
  assert_page ("<input type=submit value=\"Buy now\">", "button \"Buy now\" 26-33");
  assert_page ("<input type=button value=\"No, thanks\">", "decline \"No, thanks\" 26-36");
  assert_page ("<input type=hidden value=Buy alt=x title=y>", "");
  assert_page ("<option label=Red><optgroup label=Dark>",
               "body \"Red\" 14-17\nbody \"Dark\" 34-38");
  assert_page ("<a data-title=x href=y aria-label=\"Go on\">z</a>", "body \"Go on\" 35-40\n"
                                                                    "body \"z\" 42-43");
  assert_page ("Only <img alt=three> left", "body \"Only left\" 0-25\nbody \"three\" 14-19");
  assert_page ("<link title=Feed rel=x>", "");
}

static void
test_head (void)
{
  assert_page ("<head><title>Lamps &amp; more</title>", "headline \"Lamps & more\" 13-29");
  assert_page ("<meta name=description content=\"All lamps\">", "description \"All lamps\" 32-41");
  assert_page ("<meta property='og:title' content='Lamps'>", "headline \"Lamps\" 35-40");
  assert_page ("<meta content=Lamps name=twitter:description>", "description \"Lamps\" 14-19");
  assert_page ("<meta name=keywords content=lamp>", "");
}

static void
test_zones (void)
{
  assert_page ("<h1>Lamps</h1>text", "headline \"Lamps\" 4-9\nbody \"text\" 14-18");
  assert_page ("<h2>A<small>b</small></h3>c", "headline \"Ab\" 4-13\nbody \"c\" 26-27");
  assert_page ("<details><summary>More</summary>Text", "headline \"More\" 18-22\n"
                                                       "body \"Text\" 32-36");
  assert_page ("Or <button>Buy</button> it", "body \"Or\" 0-2\nbutton \"Buy\" 11-14\n"
                                             "body \"it\" 24-26");
  assert_page ("See <a class=\"x btn-big\">Buy</a> <a href=x>this</a>",
               "body \"See\" 0-3\nbutton \"Buy\" 25-28\nbody \"this\" 43-47");
  assert_page ("<div role=button><div>Buy</div></div>x", "button \"Buy\" 22-25\nbody \"x\" 37-38");
  assert_page ("<button>Nej, jeg vil ej</button>", "decline \"Nej, jeg vil ej\" 8-23");
  assert_page ("<a href=x>No thanks</a>", "decline \"No thanks\" 10-19");
  assert_page ("<p>Yes? <a href=x>No thanks</a>", "body \"Yes? No thanks\" 3-27");
  assert_page ("<p><small>Terms</small></p>x", "fine-print \"Terms\" 10-15\nbody \"x\" 27-28");
  assert_page ("<footer><p>A<p>B</footer>C", "fine-print \"A\" 11-12\nfine-print \"B\" 15-16\n"
                                             "body \"C\" 25-26");
  assert_page ("<div class='box finePrint'><div>A</div><p>B</div>C",
               "fine-print \"A\" 32-33\nfine-print \"B\" 42-43\nbody \"C\" 49-50");
  assert_page ("<p class=terms>A<p>B", "fine-print \"A\" 15-16\nbody \"B\" 19-20");
  assert_page ("<li class=legal>A<li>B", "fine-print \"A\" 16-17\nbody \"B\" 21-22");
  assert_page ("<p class=determs>A", "body \"A\" 17-18");
  assert_page ("<div><small>A</div>B", "fine-print \"A\" 12-13\nbody \"B\" 19-20");
}

static void
test_languages (void)
{
  assert_page ("<html lang=da-DK><p>Hej", "body \"Hej\" 20-23 da");
  assert_page ("<html lang=da><p>Hej <i lang=fr>vous</i><p>du",
               "body \"Hej vous\" 17-36 da\nbody \"du\" 43-45 da");
  assert_page ("<p lang=de>Hallo</p>Hi", "body \"Hallo\" 11-16 de\nbody \"Hi\" 20-22");
  assert_page ("<div lang=de><p>Hallo<p lang=fr>Bon<p>Du</div>Hi",
               "body \"Hallo\" 16-21 de\nbody \"Bon\" 32-35 fr\nbody \"Du\" 38-40 de\n"
               "body \"Hi\" 46-48");
  assert_page ("<html lang=NO><p>Hei", "body \"Hei\" 17-20 nb");
  assert_page ("<html lang=x-klingon><p>Hei", "body \"Hei\" 24-27");
}

static void
test_what_is_no_copy (void)
{
  assert_page ("A<script>if (a<b) '<p>x</p>'</script>B", "body \"AB\" 0-38");
  assert_page ("A<script><!-- <script> </script> x --></script>B", "body \"AB\" 0-48");
  assert_page ("<style>p { }</style>A", "body \"A\" 20-21");
  assert_page ("Use <code>code</code> now", "body \"Use now\" 0-25");
  assert_page ("<pre><code>x = 1\n</code></pre>A", "body \"A\" 30-31");
  assert_page ("<math><mi>x</mi></math>A<noscript>No</noscript>B", "body \"AB\" 23-48");
  assert_page ("A<!-- B -->C<!>D<!-->E<!--->F<?x >G<!--H--!>I</ j>K", "body \"ACDEFGIK\" 0-51");
  assert_page ("<!DOCTYPE html>A", "body \"A\" 15-16");
  assert_page ("<template><p>Later</template>", "body \"Later\" 13-18");
  assert_page ("<p hidden>Later", "body \"Later\" 10-15");
}

static void
test_drawings (void)
{
  assert_page ("<a><svg aria-label=Cart><title>Star</title><path d=x /></svg> Buy</a>",
               "body \"Cart\" 19-23\nbody \"Star\" 31-35\nbody \"Buy\" 62-65");
  assert_page ("Only <svg><g>x</g><text>3 <tspan>of</tspan></text></svg> left",
               "body \"Only left\" 0-61\nbody \"3 of\" 24-35");
  assert_page ("<svg><text><![CDATA[a<b]]></text></svg>", "body \"a<b\" 20-23");
  assert_page ("<svg><style>x</style><p>A", "body \"A\" 24-25");
  assert_page ("<svg/>A<svg><path/></svg>B", "body \"AB\" 6-26");
}

static void
test_slots (void)
{
  assert_page ("Hi {{ name }}, only <b>{{n}}</b>", "body \"Hi {{ name }}, only {{n}}\" 0-28");
  assert_page ("Hi {% if x %}you{% endif %}", "body \"Hi you\" 0-16");
  assert_page ("{{#each a}}${b}{{/each}} [[c]]", "body \"${b} [[c]]\" 11-30");
  assert_page ("<?php echo '<p>' ?>A<%= x > y %>B", "body \"AB\" 19-33");
  assert_page ("<title><?php t() ?> x</title>", "headline \"x\" 20-21");
  assert_page ("<a href=\"<?php u(\"x\") ?>\" title='{{ t }}'>A</a>", "body \"{{ t }}\" 33-40\n"
                                                                      "body \"A\" 42-43");
  assert_page ("a {{ b <p>c }}", "body \"a {{ b\" 0-6\nbody \"c }}\" 10-14");
}

/* What is written for a rewrite, with where it goes; "" if it is withheld. */
static char *
rewrite (const char *page, ProseSpan span, const char *replacement)
{
  g_autoptr (GPtrArray) segments = prose_format_read (&prose_html_format, page, strlen (page));
  const ProseSegment *segment = segments->pdata[0];
  g_autofree char *come = NULL;
  ProseSpan source;

  come = prose_copy_rewrite (segment->copy, page, span, replacement, &source);
  return come != NULL ? g_strdup_printf ("%s %u-%u", come, source.start, source.end)
                      : g_strdup ("");
}

/* A program fills them: what is written around them may change, they may not. */
static void
test_rewriting_around_slots (void)
{
  const char *page = "<p>Hi {{ name }}, buy now";

  assert_string (rewrite (page, (ProseSpan){ 15, 22 }, "have a look"), "have a look 18-25");
  assert_string (rewrite (page, (ProseSpan){ 0, 13 }, "Hello {{ name }}"), "Hello {{ name }} 3-16");
  assert_string (rewrite (page, (ProseSpan){ 0, 13 }, "Hi {{ first }}"), "");
  assert_string (rewrite (page, (ProseSpan){ 0, 13 }, "Hi"), "");
  assert_string (rewrite (page, (ProseSpan){ 13, 13 }, "!"), "! 16-16");
}

static void
test_directives (void)
{
  assert_page ("<!-- mellow off --><p>A", "body \"<!-- mellow off -->\" 0-19\nbody \"A\" 22-23");
  assert_page ("<p>A <!-- mellow on --> B", "body \"A <!-- mellow on --> B\" 3-25");
  assert_page ("<p>A <!-- mellow says --> B", "body \"A B\" 3-27");
}

static void
test_broken_pages (void)
{
  assert_page ("a < b <", "body \"a < b <\" 0-7");
  assert_page ("a <b", "body \"a\" 0-1");
  assert_page ("a <p title=\"b", "body \"a\" 0-1");
  assert_page ("a <!-- b", "body \"a\" 0-1");
  assert_page ("<title>a", "headline \"a\" 7-8");
  assert_page ("</p></div></h1>a", "body \"a\" 15-16");
  assert_page ("<p =x title = y z=>a", "body \"y\" 14-15\nbody \"a\" 19-20");
  assert_page ("<h1>a<h2>b</h2>c", "headline \"a\" 4-5\nheadline \"b\" 9-10\nbody \"c\" 15-16");
}

static void
test_starts_of_files (void)
{
  assert_page ("<?xml version='1.0'?><script src=x /><title/><p>A<a id=x />B<![CDATA[<C>]]>",
               "body \"AB<C>\" 48-72");
  assert_page ("<?xml?><script>a<b</script>A", "body \"A\" 27-28");
  assert_page ("<title>x</title><?xml?><script/>A</script>B",
               "headline \"x\" 7-8\nbody \"B\" 42-43");
  assert_page ("---\ntitle: Buy\n\n---\n<p>A", "body \"A\" 23-24");
  assert_page ("---\nlanguage: sv\n---\n<p>A", "body \"A\" 24-25 sv");
  assert_page ("---\nBuy", "body \"--- Buy\" 0-7");
}

/* An edit that opens something has no effect behind the block around it. */
static void
test_small_blocks (void)
{
  const char *page = "<ul><li>One</li>\n<li>Two</li></ul><p>Three";
  ProseFormatState state = { 0 };

  g_assert_cmpuint (prose_html_format.find_block_end (page, strlen (page), 0, &state), ==, 11);
  g_assert_cmpuint (prose_html_format.find_block_end (page, strlen (page), 11, &state), ==, 24);
  g_assert_cmpuint (prose_html_format.find_block_end (page, strlen (page), 24, &state), ==, 42);
}

static const char *const parts[] = {
  "<p>",
  "</p>",
  "<h1>",
  "</h2>",
  "<b>",
  "</b>",
  "<div class=terms>",
  "<div>",
  "</div>",
  "<li>",
  "<a class=btn>",
  "<a>",
  "</a>",
  "<button>",
  "</button>",
  "<small>",
  "</small>",
  "<br>",
  "<html lang=da>",
  "<p lang=\"de\">",
  "<i lang='fr'>",
  "</i>",
  "<svg>",
  "</svg>",
  "<title>",
  "</title>",
  "<text>",
  "</text>",
  "<path/>",
  "<script>",
  "</script>",
  "<!--",
  "-->",
  "--!>",
  "<![CDATA[",
  "]]>",
  "<img alt=\"",
  "\">",
  "<input type=submit value='",
  "'>",
  "{{ a }}",
  "{{",
  "}}",
  "{%",
  "%}",
  "${x}",
  "[[",
  "]]",
  "<?php",
  "?>",
  "<%",
  "%>",
  "&amp;",
  "&copy",
  "&#8364;",
  "&#x",
  "&",
  ";",
  "<",
  ">",
  "/",
  "=",
  "\"",
  "'",
  "!",
  "-",
  "Køb nu",
  "Only 3 left",
  " ",
  "\n  ",
  "æ",
  "No thanks",
  "€",
  "<!-- mellow off -->",
  "<pre>",
  "</pre>",
  "<code>",
  "</code>",
  "<textarea>",
  "</textarea>",
  "<td>",
  "</table>",
  "<ul>",
  "</ul>",
  "\r\n",
  "<meta name=description content=x>",
  "<foreignObject>",
  "<?xml ?>",
  "---\ntitle: x\n",
  "---\n",
  "<x-y>",
  "<summary>",
  "<footer>",
  "</footer>",
  "\xe2\x80\xa9",
};

static void
test_random_pages (void)
{
  check_format_at_random (&prose_html_format, parts, G_N_ELEMENTS (parts), 20000);
}

/* The same work for each byte, whatever is left open. */
static void
test_long_pages (void)
{
  static const char *const openings[] = { "<",           "</",   "<!--",    "<!",       "&",
                                          "{{",          "<p ",  "<b>",     "<div>",    "<svg>",
                                          "<a title=\"", "${",   "<title>", "<script>", "&#",
                                          "</p>",        "<a =", "<!-",     "--",       "<p>a",
                                          "<![CDATA[",   "<%" };

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++) {
    g_autoptr (GString) page = g_string_new (NULL);

    while (page->len < 200000)
      g_string_append (page, openings[i]);
    check_format (&prose_html_format, page->str, page->len);
  }
}

static void
test_corpus (void)
{
  g_autoptr (GPtrArray) names = list_format_corpus (&prose_html_format);

  g_assert_cmpuint (names->len, >=, 12);
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *page = read_format_corpus (names->pdata[i]);
    g_autofree char *valid = g_utf8_make_valid (page, -1);

    check_format (&prose_html_format, valid, strlen (valid));
    for (guint round = 0; round < 10; round++)
      check_format_rewrites (&prose_html_format, valid);
    for (guint cut = 0; cut < strlen (valid); cut += 97)
      if ((valid[cut] & 0xc0) != 0x80)
        check_format (&prose_html_format, valid, cut);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html-format/inline-elements", test_inline_elements);
  g_test_add_func ("/html-format/blocks", test_blocks);
  g_test_add_func ("/html-format/white-space", test_white_space);
  g_test_add_func ("/html-format/entities", test_entities);
  g_test_add_func ("/html-format/entities-in-attributes", test_entities_in_attributes);
  g_test_add_func ("/html-format/attributes", test_attributes);
  g_test_add_func ("/html-format/head", test_head);
  g_test_add_func ("/html-format/zones", test_zones);
  g_test_add_func ("/html-format/languages", test_languages);
  g_test_add_func ("/html-format/what-is-no-copy", test_what_is_no_copy);
  g_test_add_func ("/html-format/drawings", test_drawings);
  g_test_add_func ("/html-format/slots", test_slots);
  g_test_add_func ("/html-format/rewriting-around-slots", test_rewriting_around_slots);
  g_test_add_func ("/html-format/directives", test_directives);
  g_test_add_func ("/html-format/broken-pages", test_broken_pages);
  g_test_add_func ("/html-format/starts-of-files", test_starts_of_files);
  g_test_add_func ("/html-format/small-blocks", test_small_blocks);
  g_test_add_func ("/html-format/random-pages", test_random_pages);
  g_test_add_func ("/html-format/long-pages", test_long_pages);
  g_test_add_func ("/html-format/corpus", test_corpus);

  return g_test_run ();
}
