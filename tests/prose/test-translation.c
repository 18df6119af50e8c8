/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-translation.h"

#include <string.h>

#include "format-fixture.h"
#include "formats/prose-po-format.h"
#include "formats/prose-xliff-format.h"
#include "prose-fixture.h"

/* --- what is read --- */

static const char *
get_state_name (ProseTranslationState state)
{
  static const char *const names[] = { "untranslated", "needs-review", "translated", "final",
                                       "locked" };

  return names[state];
}

static void
add_unit (GString *string, const ProseTranslationUnit *unit)
{
  g_string_append_printf (string, "%s%s %s", string->len > 0 ? "\n" : "", unit->id,
                          get_state_name (unit->state));
  if (unit->context != NULL)
    g_string_append_printf (string, " (%s)", unit->context);
  if (unit->note != NULL)
    g_string_append_printf (string, " [%s]", unit->note);
  if (unit->limit > 0)
    g_string_append_printf (string, " max %u", unit->limit);
  g_string_append_printf (string, " \"%s\"", prose_copy_get_text (unit->source));
  if (unit->source_plural != NULL)
    g_string_append_printf (string, " \"%s\"", prose_copy_get_text (unit->source_plural));
  for (guint i = 0; i < unit->targets->len; i++) {
    const ProseTranslationTarget *target = unit->targets->pdata[i];

    g_string_append_printf (string, " > \"%s\" %u-%u", prose_copy_get_text (target->copy),
                            target->content.start, target->content.end);
  }
}

/* A line for each unit: `id state (context) [note] max 20 "source" > "target" 20-26`. */
static char *
units_to_string (const ProseFormat *format, const char *text)
{
  g_autoptr (GPtrArray) units = prose_translation_read (format, text, strlen (text));
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < units->len; i++)
    add_unit (string, units->pdata[i]);

  return g_string_free (string, FALSE);
}

/* --- what is written --- */

/* The text with one target of its first unit written anew, or what is wrong. */
static char *
write_target (const ProseFormat *format, const char *text, guint n, const char *new_text)
{
  g_autoptr (GPtrArray) units = prose_translation_read (format, text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) string = g_string_new (text);
  g_autofree char *spelled = NULL;
  ProseSpan span;

  spelled = prose_translation_write_target (units->pdata[0], n, new_text, &span, &error);
  if (spelled == NULL) {
    g_assert_nonnull (error);
    return g_strdup (error->message);
  }
  g_string_erase (string, span.start, span.end - span.start);
  g_string_insert (string, span.start, spelled);
  return g_strdup (string->str);
}

#define assert_po(text, expected) assert_string (units_to_string (&prose_po_format, text), expected)
#define assert_xliff(text, expected)                                                               \
  assert_string (units_to_string (&prose_xliff_format, text), expected)
#define assert_po_written(text, n, new_text, expected)                                             \
  assert_string (write_target (&prose_po_format, text, n, new_text), expected)
#define assert_written(text, new_text, expected)                                                   \
  assert_string (write_target (&prose_xliff_format, text, 0, new_text), expected)

/* A unit of XLIFF 1.2. */
#define UNIT(content) "<trans-unit id=\"1\">" content "</trans-unit>"
#define BOTH(source, target) UNIT ("<source>" source "</source><target>" target "</target>")

/* --- PO --- */

static void
test_po (void)
{
  assert_po ("msgid \"a\"\nmsgstr \"b\"\n", "a translated \"a\" > \"b\" 18-19");
  assert_po ("msgid \"a\"\nmsgstr \"\"\n", "a untranslated \"a\" > \"\" 18-18");
  assert_po ("#, fuzzy, c-format\nmsgid \"a\"\nmsgstr \"b\"\n",
             "a needs-review \"a\" > \"b\" 37-38");
  assert_po ("# Kort.\n#. max-length: 20\n#: a.c:1\nmsgctxt \"till\"\nmsgid \"æ\"\nmsgstr \"b\"\n",
             "till\004æ translated (till) [Kort.\nmax-length: 20] max 20 \"æ\" > \"b\" 69-70");
  assert_po ("#. MAXLENGTH=12\r\nmsgid \"a\"\nmsgstr \"b\"\n",
             "a translated [MAXLENGTH=12] max 12 \"a\" > \"b\" 35-36");
  assert_po ("msgid \"day\"\nmsgid_plural \"days\"\nmsgstr[0] \"dag\"\nmsgstr[1] \"\"\n",
             "day untranslated \"day\" \"days\" > \"dag\" 43-46 > \"\" 59-59");
  assert_po ("msgid \"\"\nmsgstr \"Language: da\\n\"\n\n#~ msgid \"a\"\n#~ msgstr \"b\"\n", "");
  assert_po ("msgid \"a\"\n", "");
}

static void
test_po_is_written (void)
{
  assert_po_written ("msgid \"a\"\nmsgstr \"\"\n", 0, "Køb \"nu\"",
                     "msgid \"a\"\nmsgstr \"Køb \\\"nu\\\"\"\n");
  assert_po_written ("msgid \"a\"\nmsgstr \"\"\n\"Kun \"\n\"tre\"\n\nmsgid \"b\"\n", 0, "Kun tre",
                     "msgid \"a\"\nmsgstr \"\"\n\"Kun \"\n\"tre\"\n\nmsgid \"b\"\n");
  assert_po_written ("msgid \"a\"\nmsgstr \"\"\n\"Kun \"\n\"tre\"\n\nmsgid \"b\"\n", 0, "Kun 3",
                     "msgid \"a\"\nmsgstr \"Kun 3\"\n\nmsgid \"b\"\n");
  assert_po_written ("msgid \"a\"\nmsgstr[0] \"x\"\nmsgstr[1] \"y\"\n", 1, "a\nb\n",
                     "msgid \"a\"\nmsgstr[0] \"x\"\nmsgstr[1] \"\"\n\"a\\n\"\n\"b\\n\"\n");
  assert_po_written ("msgid \"a\"\r\nmsgstr \"x\"\r\n", 0, "a\nb",
                     "msgid \"a\"\r\nmsgstr \"\"\r\n\"a\\n\"\r\n\"b\"\r\n");
  assert_po_written ("msgid \"a\"\nmsgstr \"x\"\n", 0, "a\n", "msgid \"a\"\nmsgstr \"a\\n\"\n");
  assert_po_written ("msgid \"a\"\nmsgstr \"x\"\n", 0, "", "msgid \"a\"\nmsgstr \"\"\n");
  assert_po_written ("msgid \"a\"\nmsgstr \"x", 0, "y", "msgid \"a\"\nmsgstr \"y\"");
}

/* --- XLIFF --- */

static void
test_xliff (void)
{
  assert_xliff (BOTH ("a", "b"), "1 translated \"a\" > \"b\" 45-46");
  assert_xliff (BOTH ("a", ""), "1 untranslated \"a\" > \"\" 45-45");
  assert_xliff (UNIT ("<source>a</source>"), "1 untranslated \"a\" > \"\" 37-37");
  assert_xliff (UNIT ("<source>a</source><target/>"), "1 untranslated \"a\" > \"\" 46-46");
  assert_xliff (UNIT ("<note>Short &amp; sweet</note><note>b</note><source>a</source>"),
                "1 untranslated [Short & sweet\nb] \"a\" > \"\" 81-81");
  assert_xliff ("<trans-unit id='1' resname='x' maxwidth='20' size-unit='char'><source>a</source>"
                "</trans-unit>",
                "1 untranslated (x) max 20 \"a\" > \"\" 80-80");
  assert_xliff ("<trans-unit id='1' maxwidth='20'><source>a</source></trans-unit>",
                "1 untranslated \"a\" > \"\" 51-51");
  assert_xliff ("<unit id='1' name='x' slr:sizeRestriction='1,9'><segment id='2'><source>a</source>"
                "</segment><segment id='3'><source>b</source></segment></unit>",
                "1/2 untranslated (x) max 9 \"a\" > \"\" 82-82\n"
                "1/3 untranslated (x) max 9 \"b\" > \"\" 126-126");
}

#define SIZED "<unit id='1' slr:sizeRestriction='9'><segment><source>a</source></segment></unit>"

static void
test_limits (void)
{
  assert_xliff (
      "<trans-unit id='1' maxwidth='20' size-unit='glyph'><source>a</source></trans-unit>",
      "1 untranslated max 20 \"a\" > \"\" 69-69");
  assert_xliff ("<trans-unit id='1' maxwidth='20' size-unit='byte'><source>a</source></trans-unit>",
                "1 untranslated \"a\" > \"\" 68-68");
  assert_xliff ("<file><slr:profiles generalProfile='xliff:codepoints'/>" SIZED "</file>",
                "1 untranslated max 9 \"a\" > \"\" 119-119");
  assert_xliff ("<file><slr:profiles generalProfile='my:pixels'></slr:profiles>" SIZED
                "</file>" SIZED,
                "1 untranslated \"a\" > \"\" 126-126\n1 untranslated max 9 \"a\" > \"\" 214-214");
  assert_xliff (
      "<unit id='1' slr:sizeRestriction='9,*'><segment><source>a</source></segment></unit>",
      "1 untranslated \"a\" > \"\" 66-66");
}

static void
test_xliff_states (void)
{
  assert_xliff (
      "<trans-unit id='1' approved='yes'><source>a</source><target>b</target></trans-unit>",
      "1 final \"a\" > \"b\" 60-61");
  assert_xliff (UNIT ("<source>a</source><target state='needs-review-translation'>b</target>"),
                "1 needs-review \"a\" > \"b\" 78-79");
  assert_xliff (UNIT ("<source>a</source><target state='new'>b</target>"),
                "1 untranslated \"a\" > \"b\" 57-58");
  assert_xliff ("<unit id='1'><segment state='final'><source>a</source><target>b</target></segment>"
                "</unit>",
                "1 final \"a\" > \"b\" 62-63");
  assert_xliff ("<unit id='1'><segment state='translated' subState='shop:needs-proof'><source>a"
                "</source><target>b</target></segment></unit>",
                "1 needs-review \"a\" > \"b\" 95-96");
  assert_xliff ("<unit id='1'><segment state='translated' subState='shop:read'><source>a</source>"
                "<target>b</target></segment></unit>",
                "1 translated \"a\" > \"b\" 88-89");
  assert_xliff (UNIT ("<source>a</source><target state-qualifier='mt-suggestion'>b</target>"),
                "1 needs-review \"a\" > \"b\" 77-78");
  assert_xliff (UNIT ("<source>a</source><target state='final' state-qualifier='mt-suggestion'>b"
                      "</target>"),
                "1 final \"a\" > \"b\" 91-92");
  assert_xliff (UNIT ("<source>a</source><target state-qualifier='rejected-length'>b</target>"),
                "1 needs-review \"a\" > \"b\" 79-80");
  assert_xliff ("<unit id='1' translate='no'><segment><source>a</source></segment></unit>",
                "1 locked \"a\" > \"\" 55-55");
}

static void
test_tags (void)
{
  assert_xliff (BOTH ("<g id='1'>a</g><x id='2'/>", "<x id='2'/><g id='1'>b</g>"),
                "1 translated \"{1}a{2}{3}\" > \"{3}{1}b{2}\" 70-96");
  assert_xliff (BOTH ("<bpt id='1'>&lt;b></bpt>a", "<ph id='9'>c</ph>b<!-- c -->"),
                "1 translated \"{1}a\" > \"{2}b{3}\" 69-97");
  assert_xliff (BOTH ("<x/>a<x/>", "<x/><x/>b"), "1 translated \"{1}a{2}\" > \"{1}{2}b\" 53-62");
  assert_xliff (BOTH ("{1} &amp; {0}<x id='1'/>", "{2}<x id='1'/>"),
                "1 translated \"{1} & {0}{3}\" > \"{2}{3}\" 68-82");
  assert_xliff (BOTH ("&firm; a", "<![CDATA[<b>]]>&firm;"),
                "1 translated \"{1} a\" > \"<b>{1}\" 52-73");
}

static void
test_xliff_is_written (void)
{
  assert_written (BOTH ("a", "b"), "R&D <æ>", BOTH ("a", "R&amp;D &lt;æ&gt;"));
  assert_written (BOTH ("a", "<![CDATA[b]]>"), "b", BOTH ("a", "<![CDATA[b]]>"));
  assert_written (BOTH ("a", "<![CDATA[b]]>"), "c", BOTH ("a", "c"));
  assert_written (UNIT ("<source>a</source>"), "b", BOTH ("a", "b"));
  assert_written (UNIT ("<source>a</source>"), "", UNIT ("<source>a</source>"));
  assert_written (UNIT ("\r\n  <x:source>a</x:source>\r\n  <note/>"), "b",
                  UNIT ("\r\n  <x:source>a</x:source>\r\n  <x:target>b</x:target>\r\n  <note/>"));
  assert_written (UNIT ("<source>a</source><target state='new' />"), "b",
                  UNIT ("<source>a</source><target state='new'>b</target>"));
  assert_written (UNIT ("<source>a</source><seg-source><mrk mid='0'>a</mrk></seg-source>"),
                  "{1}b{2}",
                  UNIT ("<source>a</source><seg-source><mrk mid='0'>a</mrk></seg-source>"
                        "<target><mrk mid='0'>b</mrk></target>"));
}

static void
test_tags_are_written (void)
{
#define TAGS "<g id='1'>a</g><x id='2'/>"

  assert_written (BOTH (TAGS, ""), "{3}{1}b{2}", BOTH (TAGS, "<x id='2'/><g id='1'>b</g>"));
  assert_written (BOTH (TAGS, "<g id='1' c='d'>b</g><x id='2'/>"), "b{1}{2}{3}{4}",
                  BOTH (TAGS, "b<g id='1' c='d'></g><x id='2'/>{4}"));
  assert_written (BOTH (TAGS, "b"), "", BOTH (TAGS, ""));
  assert_written (BOTH (TAGS, ""), "{1}b{2}", "{3} (<x id='2'/>) is missing");
  assert_written (BOTH (TAGS, ""), "{1}b{2}{3}{3}", "{3} (<x id='2'/>) is there twice");
  assert_written (BOTH (TAGS, ""), "{2}b{1}{3}",
                  "{2} (</g>) has to stand behind the tag that it closes, with no other tag half "
                  "inside");
  assert_written (BOTH ("a", "<x id='1'/>b"), "c", BOTH ("a", "c"));
  assert_written (BOTH ("a", "<mrk mid='1'>b</mrk>"), "c", "{1} (<mrk mid='1'>) is missing");
  assert_written (BOTH ("<sc id='1'/>a<pc id='2'>b<ec startRef='1'/></pc>", ""), "{1}{2}x{3}y{4}",
                  BOTH ("<sc id='1'/>a<pc id='2'>b<ec startRef='1'/></pc>",
                        "<sc id='1'/><pc id='2'>x<ec startRef='1'/>y</pc>"));
  assert_written (BOTH ("<sc id='1'/>a<ec startRef='1'/>", ""), "{2}x{1}",
                  "{2} (<ec startRef='1'/>) has to stand behind the tag that it belongs to");
  assert_written (BOTH ("<bpt id='1'>x</bpt>a<ept id='1'>y</ept>", ""), "{2}x{1}",
                  "{2} (<ept id='1'>y</ept>) has to stand behind the tag that it belongs to");
  assert_written (
      BOTH ("<ec startRef='1' isolated='yes'/>a", ""), "x{1}",
      BOTH ("<ec startRef='1' isolated='yes'/>a", "x<ec startRef='1' isolated='yes'/>"));
  assert_written (BOTH ("a", "b"), "\x01", "XML cannot have the character U+0001");
}

/* --- all --- */

static void
test_source_of_plural (void)
{
  const char *text = "msgid \"day\"\nmsgid_plural \"days\"\nmsgstr[0] \"a\"\nmsgstr[1] \"b\"\n";
  g_autoptr (GPtrArray) units = prose_translation_read (&prose_po_format, text, strlen (text));
  const ProseTranslationUnit *unit = units->pdata[0];

  g_assert_cmpstr (prose_translation_unit_get_source (unit, 0), ==, "day");
  g_assert_cmpstr (prose_translation_unit_get_source (unit, 1), ==, "days");
  g_assert_cmpstr (prose_translation_unit_get_target (unit, 1), ==, "b");
}

static void
test_placeholders (void)
{
  const char *text = "msgid \"%d of {name}\"\nmsgstr \"%d\"\n";
  g_autoptr (GPtrArray) units = prose_translation_read (&prose_po_format, text, strlen (text));
  const ProseTranslationUnit *unit = units->pdata[0];
  g_autoptr (GPtrArray) faults = prose_translation_check_placeholders (
      prose_translation_unit_get_source (unit, 0), prose_translation_unit_get_target (unit, 0));

  g_assert_cmpstr (unit->placeholders[1], ==, "{name}");
  g_assert_cmpuint (faults->len, ==, 1);
}

/* Whatever is written is read again, and nothing else has changed. */
static void
check_writing (const ProseFormat *format, const char *text)
{
  g_autoptr (GPtrArray) units = prose_translation_read (format, text, strlen (text));

  for (guint i = 0; i < units->len; i++) {
    const ProseTranslationUnit *unit = units->pdata[i];

    for (guint n = 0; n < unit->targets->len; n++) {
      const char *before = prose_translation_unit_get_target (unit, n);
      g_autofree char *new_text = g_strconcat ("<ny> & \"", before, "\"\nx", NULL);
      g_autofree char *same = NULL;
      g_autofree char *spelled = NULL;
      g_autoptr (GString) edited = g_string_new (text);
      g_autoptr (GPtrArray) again = NULL;
      ProseSpan span;

      same = prose_translation_write_target (unit, n, before, &span, NULL);
      g_assert_cmpuint (strlen (same), ==, span.end - span.start);
      g_assert_true (memcmp (same, text + span.start, span.end - span.start) == 0);

      spelled = prose_translation_write_target (unit, n, new_text, &span, NULL);
      if (spelled == NULL)
        continue;
      g_string_erase (edited, span.start, span.end - span.start);
      g_string_insert (edited, span.start, spelled);
      again = prose_translation_read (format, edited->str, edited->len);
      g_assert_cmpuint (again->len, ==, units->len);
      for (guint k = 0; k < again->len; k++) {
        const ProseTranslationUnit *other = units->pdata[k];

        for (guint m = 0; m < other->targets->len; m++)
          g_assert_cmpstr (prose_translation_unit_get_target (again->pdata[k], m), ==,
                           k == i && m == n ? new_text
                                            : prose_translation_unit_get_target (other, m));
      }
    }
  }
}

static void
check_corpus (const ProseFormat *format)
{
  g_autoptr (GPtrArray) names = list_format_corpus (format);

  for (guint i = 0; i < names->len; i++) {
    g_autofree char *text = read_format_corpus (names->pdata[i]);

    if (g_utf8_validate (text, -1, NULL) && !g_str_has_prefix (names->pdata[i], "broken"))
      check_writing (format, text);
  }
}

/* --- mending --- */

static char *
mend (const ProseFormat *format, const char *text, const char *new_text)
{
  g_autoptr (GPtrArray) units = prose_translation_read (format, text, strlen (text));

  return prose_translation_mend_target (units->pdata[0], new_text);
}

#define TAGGED                                                                                     \
  "<trans-unit id=\"a\"><source>Only <g id=\"1\">3 <x id=\"2\"/></g> left<x id=\"3\"/></source>"   \
  "<target>Kun <g id=\"1\">3 <x id=\"2\"/></g><x id=\"3\"/></target></trans-unit>"

#define assert_mended(text, expected)                                                              \
  assert_string (mend (&prose_xliff_format, TAGGED, text), expected)

static void
test_what_cannot_be_written_is_mended (void)
{
  assert_mended ("Kun {1}3 {2}{3} tilbage{4}", "Kun {1}3 {2}{3} tilbage{4}");
  assert_mended ("Æ", "Æ{1}{3}{2}{4}");
  assert_mended ("", "");
  assert_mended ("Kun {1}3 {2}{3}{4}{2} igen", "Kun {1}3 {2}{3}{4} igen");
  assert_mended ("Kun {3}3{1}", "Kun 3{1}{3}{2}{4}");
  assert_mended ("Kun {1}3", "Kun {1}3{3}{2}{4}");
  assert_mended ("Kun {1}3 {{2}{2}2}{3}{4}", "Kun {1}3 {{2}2}{3}{4}");
  assert_mended ("{5} {1 {}\001{1}{3}{2}{4}", "{5} {1 {}{1}{3}{2}{4}");
  assert_string (mend (&prose_po_format, "msgid \"Only {1}\"\nmsgstr \"\"\n", "Kun\001"),
                 "Kun\001");
}

static char *
make_random_text (void)
{
  static const char *const pieces[] = { "{1}", "{2}", "{3}", "{4}", "{5}",  "{",
                                        "}",   "1",   "æ",   " ",   "\001", "{01}" };
  GString *text = g_string_new (NULL);

  for (int i = g_test_rand_int_range (0, 12); i > 0; i--)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

  return g_string_free (text, FALSE);
}

static void
check_mending (const ProseTranslationUnit *unit)
{
  g_autofree char *text = make_random_text ();
  g_autofree char *mended = prose_translation_mend_target (unit, text);
  g_autofree char *twice = prose_translation_mend_target (unit, mended);
  g_autofree char *spelled = NULL, *plain = NULL;
  g_autoptr (GError) error = NULL;
  ProseSpan span;

  spelled = prose_translation_write_target (unit, 0, mended, &span, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (twice, ==, mended);
  plain = prose_translation_write_target (unit, 0, text, &span, NULL);
  if (plain != NULL)
    g_assert_cmpstr (plain, ==, spelled);
}

static void
test_whatever_is_mended_can_be_written (void)
{
  g_autoptr (GPtrArray) units =
      prose_translation_read (&prose_xliff_format, TAGGED, strlen (TAGGED));

  for (int i = 0; i < 20000; i++)
    check_mending (units->pdata[0]);
}

static void
test_corpus (void)
{
  check_corpus (&prose_po_format);
  check_corpus (&prose_xliff_format);
}

static char *
make_file (const char *unit, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, unit, i);

  return g_string_free (text, FALSE);
}

static void
check_many_units (const ProseFormat *format, const char *unit)
{
  g_autofree char *text = make_file (unit, 10000);
  g_autoptr (GPtrArray) units = prose_translation_read (format, text, strlen (text));

  g_assert_cmpuint (units->len, ==, 10000);
}

static void
test_many_units (void)
{
  check_many_units (&prose_po_format,
                    "#. Kort\nmsgid \"Only %u left\"\nmsgstr \"Kun få tilbage\"\n\n");
  check_many_units (&prose_xliff_format,
                    "<trans-unit id=\"%u\"><source>Only <g id=\"1\">3</g> left</source>"
                    "<target>Kun <g id=\"1\">3</g> tilbage</target></trans-unit>\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/translation/po", test_po);
  g_test_add_func ("/translation/po-is-written", test_po_is_written);
  g_test_add_func ("/translation/xliff", test_xliff);
  g_test_add_func ("/translation/limits", test_limits);
  g_test_add_func ("/translation/xliff-states", test_xliff_states);
  g_test_add_func ("/translation/tags", test_tags);
  g_test_add_func ("/translation/xliff-is-written", test_xliff_is_written);
  g_test_add_func ("/translation/tags-are-written", test_tags_are_written);
  g_test_add_func ("/translation/what-cannot-be-written-is-mended",
                   test_what_cannot_be_written_is_mended);
  g_test_add_func ("/translation/whatever-is-mended-can-be-written",
                   test_whatever_is_mended_can_be_written);
  g_test_add_func ("/translation/source-of-plural", test_source_of_plural);
  g_test_add_func ("/translation/placeholders", test_placeholders);
  g_test_add_func ("/translation/corpus", test_corpus);
  g_test_add_func ("/translation/many-units", test_many_units);

  return g_test_run ();
}
