/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-po-format.h"

#include <string.h>

#include "format-fixture.h"
#include "prose-fixture.h"

#define assert_entries(text, expected) assert_segments (&prose_po_format, text, expected)

static void
test_entries (void)
{
  assert_entries ("msgid \"Buy\"\nmsgstr \"Køb\"\n",
                  "any \"Buy\" 7-10 #Buy\nany \"Køb\" 20-24 #Buy");
  assert_entries ("msgid \"Buy\"\nmsgstr \"\"\n", "any \"Buy\" 7-10 #Buy");
  assert_entries ("msgctxt \"till\"\nmsgid \"a\"\nmsgstr \"b\"",
                  "any \"a\" 22-23 #till\004a\nany \"b\" 33-34 #till\004a");
  assert_entries ("", "");
}

/* Without a blank line between them. */
static void
test_dense_entries (void)
{
  assert_entries ("msgid \"a\"\nmsgstr \"b\"\nmsgid \"c\"\nmsgstr \"d\"\n# x\nmsgid \"e\"\n",
                  "any \"a\" 7-8 #a\nany \"b\" 18-19 #a\nany \"c\" 28-29 #c\nany \"d\" 39-40 #c\n"
                  "any \"e\" 53-54 #e");
}

static void
test_plurals (void)
{
  assert_entries ("msgid \"day\"\nmsgid_plural \"days\"\nmsgstr[0] \"dag\"\nmsgstr[1] \"dage\"\n",
                  "any \"day\" 7-10 #day\nany \"days\" 26-30 #day\nany \"dag\" 43-46 #day\n"
                  "any \"dage\" 59-63 #day");
}

static void
test_lines_and_escapes (void)
{
  assert_entries ("msgid \"a\"\nmsgstr \"\"\n  \"Kun \"\n\"3 \\\"til\\\"\\n\"\n\"bage\"\n",
                  "any \"a\" 7-8 #a\nany \"Kun 3 \"til\"\\nbage\" 23-48 #a");
  assert_entries ("msgid \"\\t\\\\x\"\nmsgstr \"\"\n", "any \"\\x\" 9-12 #\t\\x");
}

static void
test_header (void)
{
  assert_entries ("msgid \"\"\nmsgstr \"\"\n\"Language: da_DK\\n\"\n\nmsgid \"a\"\nmsgstr \"b\"\n",
                  "any \"a\" 47-48 #a\nany \"b\" 58-59 da #a");
  assert_entries ("msgid \"\"\nmsgstr \"Language: no\\n\"\nmsgid \"a\"\nmsgstr \"b\"\n",
                  "any \"a\" 40-41 #a\nany \"b\" 51-52 nb #a");
  assert_entries ("msgid \"\"\nmsgstr \"Language: \\n\"\nmsgid \"a\"\nmsgstr \"b\"\n",
                  "any \"a\" 38-39 #a\nany \"b\" 49-50 #a");
}

static void
test_what_is_no_copy (void)
{
  assert_entries ("# Buy now\n#~ msgid \"Buy\"\n#~ msgstr \"Buy now\"\n", "");
  assert_entries ("msgid \"a\"\nmsgstr \"Kun <b class='x'>3</b> < 4\"\n",
                  "any \"a\" 7-8 #a\nany \"Kun 3 < 4\" 18-44 #a");
  assert_entries ("msgid \"a\"\nmsgstr \"<p>Kun 3</p><p>Køb<br/>nu</p>\"\n",
                  "any \"a\" 7-8 #a\nany \"Kun 3\\nKøb\\nnu\" 21-44 #a");
  assert_entries ("msgid \"_File\"\nmsgstr \"Fi_l\"\n",
                  "any \"File\" 8-12 #_File\nany \"Fil\" 22-26 #_File");
  assert_entries ("msgid \"&Open\"\nmsgstr \"R&D\"\n",
                  "any \"Open\" 8-12 #&Open\nany \"R&D\" 22-25 #&Open");
  assert_entries ("msgid \"a_b_c\"\nmsgstr \"\"\n", "any \"a_b_c\" 7-12 #a_b_c");
}

/* The underscore of a name is no key. */
static void
test_placeholders (void)
{
  assert_entries ("msgid \"Hi {first_name}\"\nmsgstr \"_Hej %(first_name)s\"\n",
                  "any \"Hi {first_name}\" 7-22 #Hi {first_name}\n"
                  "any \"Hej %(first_name)s\" 33-51 #Hi {first_name}");
}

/* Puts words in the place of a part of the translation; says what the file has there then. */
static char *
rewrite (const char *target, const char *part, const char *words)
{
  g_autofree char *text = g_strdup_printf ("msgid \"a\"\nmsgstr \"%s\"\n", target);
  g_autoptr (GPtrArray) segments = prose_format_read (&prose_po_format, text, strlen (text));
  const ProseCopy *copy = ((ProseSegment *)segments->pdata[1])->copy;
  const char *found = strstr (prose_copy_get_text (copy), part);
  guint start = found - prose_copy_get_text (copy);
  ProseSpan source;
  char *spelled =
      prose_copy_rewrite (copy, text, (ProseSpan){ start, start + strlen (part) }, words, &source);

  return spelled != NULL ? spelled : g_strdup ("withheld");
}

/* What a program fills in stays. */
static void
test_placeholders_stay (void)
{
  assert_string (rewrite ("Kun %d tilbage", "Kun %d", "Ca. %d"), "Ca. %d");
  assert_string (rewrite ("Kun %d tilbage", "Kun %d", "Kun få"), "withheld");
  assert_string (rewrite ("Hej {{ navn }}", "navn", "ven"), "withheld");
  assert_string (rewrite ("Kun 20 %", "20 %", "20 % \"nu\""), "20 % \\\"nu\\\"");
}

#define HEADER(charset)                                                                            \
  "# K\xf8\x62\nmsgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=" charset "\\n\"\n"

static void
test_encodings (void)
{
  ProseEncoding encoding;

  g_assert_true (prose_po_format.find_encoding (HEADER ("iso-8859-15"),
                                                strlen (HEADER ("iso-8859-15")), &encoding));
  g_assert_cmpint (encoding, ==, PROSE_ENCODING_ISO_8859_15);
  g_assert_false (
      prose_po_format.find_encoding (HEADER ("KOI8-R"), strlen (HEADER ("KOI8-R")), &encoding));
  g_assert_false (prose_po_format.find_encoding (HEADER (""), strlen (HEADER ("")), &encoding));
  g_assert_false (prose_po_format.find_encoding ("\"Content-Type: charset=", 23, &encoding));
  g_assert_false (prose_po_format.find_encoding ("", 0, &encoding));
}

static void
test_broken_files (void)
{
  assert_entries ("msgid \"a\nmsgstr \"b", "any \"a\" 7-8 #a\nany \"b\" 17-18 #a");
  assert_entries ("\"stray\"\nmsgid\nmsgstr[x] \"b\"\n", "");
  assert_entries ("msgstr \"b\\", "any \"b\\\" 8-10");
}

static void
test_random_files (void)
{
  static const char *const parts[] = {
    "msgid ",
    "msgstr ",
    "msgstr[1] ",
    "msgid_plural ",
    "msgctxt ",
    "\"",
    "\"\n",
    "\"a\"",
    "\n",
    "\n\n",
    "\\",
    "\\n",
    "\\\"",
    "#",
    "#~ ",
    "#, fuzzy\n",
    "<b>",
    "</b>",
    "<",
    "_",
    "&",
    "æ",
    "😀",
    "Language: da\\n",
    "msgid \"\"\nmsgstr \"Language: sv\\n\"\n",
    "Act now ",
    " ",
    "\r\n",
  };

  check_format_at_random (&prose_po_format, parts, G_N_ELEMENTS (parts), 400);
}

static void
test_corpus (void)
{
  g_autoptr (GPtrArray) names = list_format_corpus (&prose_po_format);

  g_assert_cmpuint (names->len, >=, 5);
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *text = read_format_corpus (names->pdata[i]);

    if (!g_utf8_validate (text, -1, NULL))
      continue;
    for (guint cut = 0; cut <= strlen (text); cut += 13)
      if ((text[cut] & 0xc0) != 0x80)
        check_format (&prose_po_format, text, cut);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/po-format/entries", test_entries);
  g_test_add_func ("/po-format/dense-entries", test_dense_entries);
  g_test_add_func ("/po-format/plurals", test_plurals);
  g_test_add_func ("/po-format/lines-and-escapes", test_lines_and_escapes);
  g_test_add_func ("/po-format/header", test_header);
  g_test_add_func ("/po-format/what-is-no-copy", test_what_is_no_copy);
  g_test_add_func ("/po-format/placeholders", test_placeholders);
  g_test_add_func ("/po-format/placeholders-stay", test_placeholders_stay);
  g_test_add_func ("/po-format/encodings", test_encodings);
  g_test_add_func ("/po-format/broken-files", test_broken_files);
  g_test_add_func ("/po-format/random-files", test_random_files);
  g_test_add_func ("/po-format/corpus", test_corpus);

  return g_test_run ();
}
