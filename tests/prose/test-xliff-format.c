/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-xliff-format.h"

#include <string.h>

#include "format-fixture.h"
#include "prose-fixture.h"

#define assert_units(text, expected) assert_segments (&prose_xliff_format, text, expected)

/* A unit of XLIFF 1.2 that has a target. */
#define UNIT(target) "<trans-unit id=\"1\"><target>" target "</target></trans-unit>"
#define assert_target(target, expected) assert_units (UNIT (target), expected)

static void
test_version_1 (void)
{
  assert_units ("<trans-unit id='1'><source>Buy</source><target>Køb</target></trans-unit>",
                "any \"Buy\" 27-30 #1\nany \"Køb\" 47-51 #1");
  assert_units ("<file original='a.html' source-language='en-GB' target-language='da-DK'><body>"
                "<trans-unit id='1'><source>Buy</source><target>Køb</target></trans-unit></body>"
                "</file><trans-unit id='2'><source>a</source></trans-unit>",
                "any \"Buy\" 105-108 en #a.html#1\nany \"Køb\" 125-129 da #a.html#1\n"
                "any \"a\" 192-193 en #2");
  assert_units ("<trans-unit id='1'><source>a</source></trans-unit>", "any \"a\" 27-28 #1");
  assert_units ("<trans-unit id='1'><source>a</source><target/></trans-unit>",
                "any \"a\" 27-28 #1");
  assert_units ("", "");
}

static void
test_version_2 (void)
{
  assert_units ("<xliff srcLang='en' trgLang='de'><file id='f'><unit id='u'>"
                "<segment id='s1'><source>a</source><target>b</target></segment>"
                "<ignorable><source> x </source></ignorable>"
                "<segment><source>c</source></segment></unit></file></xliff>",
                "any \"a\" 84-85 en #f#u/s1\nany \"b\" 102-103 de #f#u/s1\n"
                "any \"c\" 182-183 en #f#u/2");
}

static void
test_prefixes (void)
{
  assert_units ("<x:trans-unit id='1'><x:source>a</x:source><x:target>b</x:target></x:trans-unit>",
                "any \"a\" 31-32 #1\nany \"b\" 53-54 #1");
}

static void
test_languages (void)
{
  assert_units ("<trans-unit id='1'><source xml:lang='en'>a</source>"
                "<target xml:lang=\"nb-NO\">b</target></trans-unit>",
                "any \"a\" 41-42 en #1\nany \"b\" 76-77 nb #1");
}

static void
test_what_is_no_copy (void)
{
  assert_units ("<trans-unit id='1'><seg-source>a</seg-source><note>Buy now</note>"
                "<alt-trans><source>b</source><target>c</target></alt-trans></trans-unit>",
                "");
  assert_units ("<unit id='1'><mtc:matches><mtc:match><source>b</source><target>c</target>"
                "</mtc:match></mtc:matches><notes><note>x</note></notes>"
                "<originalData><data id='1'>x</data></originalData>"
                "<segment><target>d</target></segment></unit>",
                "any \"d\" 195-196 #1");
  assert_units ("<source>a</source><target>b</target>", "");
}

static void
test_not_translated (void)
{
  assert_units ("<trans-unit translate='no'><target>a</target></trans-unit>", "");
  assert_units ("<group translate='no'><trans-unit id='1'><target>a</target></trans-unit>"
                "<trans-unit id='2' translate='yes'><target>b</target></trans-unit>"
                "<group><trans-unit><target>c</target></trans-unit></group></group>"
                "<trans-unit id='3'><target>d</target></trans-unit>",
                "any \"b\" 115-116 #2\nany \"d\" 231-232 #3");
}

static void
test_inline_tags (void)
{
  assert_target ("Kun <g id=\"1\">3</g> til<x id='2'/>bage", "any \"Kun 3 tilbage\" 27-65 #1");
  assert_target ("<bpt id='1'>&lt;b></bpt>Kun<ept id='1'>&lt;/b></ept> 3",
                 "any \"Kun 3\" 51-81 #1");
  assert_target ("a<ph id='1'>x<sub>y</sub></ph>b<it id='2' pos='open'>z</it>c",
                 "any \"abc\" 27-87 #1\nany \"y\" 45-46 #1/sub1");
  assert_target ("<mrk mtype='seg' mid='1'>Køb nu.</mrk> <mrk mtype='seg'>Spar.</mrk>",
                 "any \"Køb nu. Spar.\" 52-89 #1");
  assert_target ("<pc id='1'>a</pc><sc id='2'/>b<ec/><cp hex='0001'/><sm/><em/>",
                 "any \"ab\" 38-57 #1");
}

/* A word ends where a line does. */
static void
test_line_ends (void)
{
  assert_target ("a<x id='1' ctype='lb'/>b", "any \"a\\nb\" 27-51 #1");
  assert_target ("a <ph id='1' subType=\"xlf:lb\"/> b", "any \"a\\nb\" 27-60 #1");
  assert_target ("a<ph id='1'>&lt;br/&gt;</ph>b", "any \"a\\nb\" 27-56 #1");
  assert_target ("a<ph id='1'><![CDATA[<BR>]]></ph>b<ph id='2'>&lt;brand/&gt;</ph>c",
                 "any \"a\\nbc\" 27-92 #1");
  assert_target ("a<x id='LINE_BREAK' equiv-text='&lt;br /&gt;'/><ph disp='\\n'/>",
                 "any \"a\" 27-28 #1");
  assert_target ("a<g ctype='lb'>b</g>&lt;br&gt;c&lt;/p&gt;&lt;p>d", "any \"ab\\nc\\nd\" 27-75 #1");
  assert_units ("<unit id='1'><originalData><data id='d'>&lt;br/></data><data id='e'>&lt;b></data>"
                "</originalData><segment><target>a<ph id='1' dataRef='d'/>b<ph id='2' dataRef='e'/>"
                "c</target></segment></unit>",
                "any \"a\\nbc\" 113-164 #1");
}

/* What an image shows, in the code of a page that a tag has inside. */
static void
test_texts_in_code (void)
{
  assert_units ("<trans-unit id='1'><source>a<ph id='1'>&lt;img alt='<sub>b</sub>' title='<sub>c"
                "</sub>'></ph></source><target>A<ph id='1'><sub>B</sub></ph></target></trans-unit>",
                "any \"a\" 27-28 #1\nany \"b\" 57-58 #1/sub1\nany \"c\" 78-79 #1/sub2\n"
                "any \"A\" 109-110 #1\nany \"B\" 126-127 #1/sub1");
  assert_target ("<bpt id='1'><sub>a<ph>x<sub>b &amp; <ept>y</ept>c</sub></ph></sub></bpt>d",
                 "any \"a\" 44-45 #1/sub1\nany \"b & c\" 55-76 #1/sub2\nany \"d\" 99-100 #1");
  assert_target ("a<ph><sub>b<ph><sub>c<ph><sub>d<ph><sub>e<ph><sub>f</sub></ph></sub></ph></sub>"
                 "</ph></sub></ph></sub></ph>",
                 "any \"a\" 27-28 #1\nany \"b\" 37-38 #1/sub1\nany \"c\" 47-48 #1/sub2\n"
                 "any \"d\" 57-58 #1/sub3\nany \"e\" 67-68 #1/sub4");
  assert_target ("a<ph><sub>b", "any \"a\" 27-28 #1\nany \"b\" 37-38 #1/sub1");
}

/* Puts words in the place of a part of a target; says what the file has there then. */
static char *
rewrite (const char *target, const char *part, const char *words)
{
  g_autofree char *text =
      g_strdup_printf ("<trans-unit id=\"1\"><target>%s</target></trans-unit>", target);
  g_autoptr (GPtrArray) segments = prose_format_read (&prose_xliff_format, text, strlen (text));
  const ProseCopy *copy = ((ProseSegment *)segments->pdata[0])->copy;
  const char *found = strstr (prose_copy_get_text (copy), part);
  guint start = found - prose_copy_get_text (copy);
  ProseSpan source;
  char *spelled =
      prose_copy_rewrite (copy, text, (ProseSpan){ start, start + strlen (part) }, words, &source);

  return spelled != NULL ? spelled : g_strdup ("withheld");
}

static void
test_what_stays (void)
{
  assert_string (rewrite ("Kun <mrk mtype='protected'>Act &amp; Now</mrk> nu", "Now", "Later"),
                 "withheld");
  assert_string (rewrite ("Kun <mrk mtype='protected'>Act Now</mrk> nu", "nu", "i dag"), "i dag");
  assert_string (rewrite ("<mrk translate='no'>a <mrk translate='yes'>b</mrk> c</mrk> d", "b", "x"),
                 "x");
  assert_string (rewrite ("<mrk translate='no'>a <mrk translate='yes'>b</mrk> c</mrk> d", "c", "x"),
                 "withheld");
  assert_string (rewrite ("a <sm id='1' translate='no'/>b<em startRef='1'/> c", "b", "x"),
                 "withheld");
  assert_string (rewrite ("a <sm id='1' translate='no'/>b<em startRef='1'/> c", "c", "x"), "x");
  assert_string (rewrite ("a<x ctype='lb'/>b", "a\nb", "c"), "withheld");
  assert_string (rewrite ("a<x ctype='lb'/>b", "a\nb", "c\nb"), "c<x ctype='lb'/>b");
  assert_string (rewrite ("Kun %d stk.", "Kun %d", "Få"), "withheld");
}

/* Deeper than what is kept of them. */
static void
test_nested_groups (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const guint n = 300;

  for (guint i = 0; i < n; i++)
    g_string_append (text, i == 2 ? "<group translate='no'>" : "<group>");
  g_string_append (text, UNIT ("a"));
  for (guint i = 0; i < n - 2; i++)
    g_string_append (text, "</group>");
  g_string_append (text, UNIT ("b"));
  for (guint i = 0; i < 2; i++)
    g_string_append (text, "</group>");

  check_format (&prose_xliff_format, text->str, text->len);
  assert_units ("<group><group translate='no'><group><group translate='yes'>" UNIT (
                    "a") "</group>" UNIT ("b") "</group></group>" UNIT ("c") "</group>",
                "any \"a\" 86-87 #1\nany \"c\" 210-211 #1");
}

static void
test_references_and_sections (void)
{
  assert_target ("R&amp;D &#230;&#xE5; &nbsp;&#1;&x", "any \"R&D æå &nbsp;&#1;&x\" 27-60 #1");
  assert_target ("a <![CDATA[< & ]]> c", "any \"a < & c\" 27-47 #1");
  assert_target ("a<!-- x -->b<?p <q> ?>c", "any \"abc\" 27-50 #1");
  assert_target ("a < b", "any \"a < b\" 27-32 #1");
}

/* A page's own tags, written as text. */
static void
test_escaped_markup (void)
{
  assert_target ("Kun &lt;b class=&quot;x&quot;&gt;3&lt;/b> til", "any \"Kun 3 til\" 27-72 #1");
  assert_target ("<![CDATA[<p>Kun <b>3</b></p>]]>", "any \"Kun 3\" 39-47 #1");
  assert_target ("&lt;br/&gt;", "");
  assert_target ("a&lt;br/&gt;b &lt;br&gt; &lt;br&gt;c", "any \"a\\nb \\n \\nc\" 27-63 #1");
  assert_target ("_Filer", "any \"Filer\" 28-33 #1");
  assert_target ("a &lt; b", "any \"a < b\" 27-35 #1");
}

static void
test_white_space (void)
{
  assert_target ("\n  Kun\n  3 \n", "any \"Kun 3\" 30-37 #1");
  assert_target (" &#10;a", "any \"a\" 33-34 #1");
  assert_units ("<trans-unit id='1' xml:space='preserve'><target>a\n  b</target></trans-unit>",
                "any \"a\\n  b\" 48-53 #1");
}

static void
test_zones (void)
{
  assert_units ("<trans-unit id='1' restype='button'><target>Køb</target></trans-unit>"
                "<trans-unit id='2' restype='x-html-h1'><target>a</target></trans-unit>",
                "button \"Køb\" 44-48 #1\nheadline \"a\" 117-118 #2");
  assert_units ("<unit id='1' fs:fs='h2'><segment><target>a</target></segment></unit>",
                "headline \"a\" 41-42 #1");
}

static void
test_directives (void)
{
  assert_units ("<!-- mellow off --><trans-unit id='1'><!-- mellow on --><target>a</target>"
                "</trans-unit><!-- x -->",
                "any \"<!-- mellow off -->\" 0-19\nany \"<!-- mellow on -->\" 38-56\n"
                "any \"a\" 64-65 #1");
  assert_target ("a <!-- mellow off --> b", "any \"a <!-- mellow off --> b\" 27-50 #1");
}

static void
test_broken_files (void)
{
  assert_target ("a<b c='d", "any \"a\" 27-28 #1");
  assert_units ("<trans-unit id='1'><target>a<trans-unit id='2'><target>b",
                "any \"a\" 27-28 #1\nany \"b\" 55-56 #2");
  assert_units ("<trans-unit id='1'><source>a<target>b</target></trans-unit>",
                "any \"a\" 27-28 #1\nany \"b\" 36-37 #1");
  assert_units ("<trans-unit id='1'><target>a <![CDATA[b", "any \"a b\" 27-39 #1");
  assert_units ("<!DOCTYPE x [<!ENTITY a '<trans-unit><target>a</target>'>]>" UNIT ("&a;"),
                "any \"&a;\" 86-89 #1");
}

static void
test_encodings (void)
{
  static const char page[] = "<?xml version='1.0' encoding=\"ISO-8859-1\"?><x/>";
  ProseEncoding encoding;

  g_assert_true (prose_xliff_format.find_encoding (page, strlen (page), &encoding));
  g_assert_cmpint (encoding, ==, PROSE_ENCODING_ISO_8859_1);
  g_assert_false (prose_xliff_format.find_encoding ("<?xml encoding='x'?>", 20, &encoding));
  g_assert_false (prose_xliff_format.find_encoding ("", 0, &encoding));
}

static void
test_random_files (void)
{
  static const char *const parts[] = {
    "<trans-unit id='1'>",
    "</trans-unit>",
    "<unit id='u' translate=\"no\">",
    "</unit>",
    "<segment>",
    "</segment>",
    "<source>",
    "</source>",
    "<target>",
    "</target>",
    "<target/>",
    "<group translate='no'>",
    "</group>",
    "<file original='x' target-language='da'>",
    "</file>",
    "<alt-trans>",
    "</alt-trans>",
    "<g id='1'>",
    "</g>",
    "<ph>",
    "<sub>",
    "</sub>",
    "<mrk translate='no'>",
    "</mrk>",
    "<x ctype='lb'/>",
    "</ph>",
    "<x/>",
    "<!--",
    "-->",
    "<!-- mellow off -->",
    "<![CDATA[",
    "]]>",
    "<?",
    "?>",
    "<!DOCTYPE x [",
    "]>",
    "<",
    ">",
    "/",
    "&",
    "&amp;",
    "&#x41;",
    ";",
    "'",
    "\"",
    " ",
    "\r\n",
    "Act now ",
    "æ",
    "😀",
    "                                                                                           ",
  };

  check_format_at_random (&prose_xliff_format, parts, G_N_ELEMENTS (parts), 1500);
}

static void
test_corpus (void)
{
  g_autoptr (GPtrArray) names = list_format_corpus (&prose_xliff_format);

  g_assert_cmpuint (names->len, >=, 8);
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *text = read_format_corpus (names->pdata[i]);

    if (!g_utf8_validate (text, -1, NULL))
      continue;
    for (guint cut = 0; cut <= strlen (text); cut += 13)
      if ((text[cut] & 0xc0) != 0x80)
        check_format (&prose_xliff_format, text, cut);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/xliff-format/version-1", test_version_1);
  g_test_add_func ("/xliff-format/version-2", test_version_2);
  g_test_add_func ("/xliff-format/prefixes", test_prefixes);
  g_test_add_func ("/xliff-format/languages", test_languages);
  g_test_add_func ("/xliff-format/what-is-no-copy", test_what_is_no_copy);
  g_test_add_func ("/xliff-format/not-translated", test_not_translated);
  g_test_add_func ("/xliff-format/inline-tags", test_inline_tags);
  g_test_add_func ("/xliff-format/line-ends", test_line_ends);
  g_test_add_func ("/xliff-format/texts-in-code", test_texts_in_code);
  g_test_add_func ("/xliff-format/what-stays", test_what_stays);
  g_test_add_func ("/xliff-format/nested-groups", test_nested_groups);
  g_test_add_func ("/xliff-format/references-and-sections", test_references_and_sections);
  g_test_add_func ("/xliff-format/escaped-markup", test_escaped_markup);
  g_test_add_func ("/xliff-format/white-space", test_white_space);
  g_test_add_func ("/xliff-format/zones", test_zones);
  g_test_add_func ("/xliff-format/directives", test_directives);
  g_test_add_func ("/xliff-format/broken-files", test_broken_files);
  g_test_add_func ("/xliff-format/encodings", test_encodings);
  g_test_add_func ("/xliff-format/random-files", test_random_files);
  g_test_add_func ("/xliff-format/corpus", test_corpus);

  return g_test_run ();
}
