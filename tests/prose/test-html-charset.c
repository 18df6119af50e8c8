/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-html-charset.h"

#include <string.h>

#include "formats/prose-document.h"
#include "formats/prose-format.h"

static gboolean
names_windows_1252 (const char *page)
{
  ProseEncoding encoding = PROSE_ENCODING_UTF8;

  return prose_html_find_charset (page, strlen (page), &encoding) &&
         encoding == PROSE_ENCODING_WINDOWS_1252;
}

static void
test_charsets (void)
{
  g_assert_true (names_windows_1252 ("<meta charset=iso-8859-1>"));
  g_assert_true (names_windows_1252 ("<!-- <p> --><html><META CHARSET='Windows-1252'/>"));
  g_assert_true (names_windows_1252 (
      "<meta content=\"text/html; charset=latin1\" http-equiv=\"Content-Type\">"));
  g_assert_true (names_windows_1252 ("\xe6\xf8<p \xe5><meta charset=iso-8859-1>"));
}

static void
test_others (void)
{
  g_assert_false (names_windows_1252 (""));
  g_assert_false (names_windows_1252 ("<meta charset=utf-8>"));
  g_assert_false (names_windows_1252 ("<meta charset=shift_jis>"));
  g_assert_false (names_windows_1252 ("<!-- <meta charset=latin1> -->"));
  g_assert_false (names_windows_1252 ("<script><meta charset=latin1></script>"));
  g_assert_false (names_windows_1252 ("<meta name=x content='charset=latin1'>"));
  g_assert_false (names_windows_1252 ("<meta charset=\"latin1"));
}

/* --- of files --- */

static ProseDocument *
read_page (const char *data, gsize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  return prose_document_new_from_file (bytes, prose_format_find ("html"), error);
}

static void
assert_reads (const char *page, ProseEncoding encoding, const char *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page));
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseDocument) document = read_page (page, strlen (page), &error);
  g_autoptr (GBytes) saved = NULL;
  gsize length;
  const char *text;

  g_assert_no_error (error);
  text = prose_document_get_text (document, &length);
  g_assert_cmpint (prose_document_get_encoding (document), ==, encoding);
  g_assert_cmpstr (text, ==, expected);
  saved = prose_document_encode (text, length, encoding);
  g_assert_true (g_bytes_equal (saved, bytes));
}

static void
test_files (void)
{
  assert_reads ("<meta charset=latin1>K\xf8\x62 \x96 \x81", PROSE_ENCODING_WINDOWS_1252,
                "<meta charset=latin1>Køb – \xc2\x81");
  assert_reads ("<meta charset=latin1>Køb", PROSE_ENCODING_UTF8, "<meta charset=latin1>Køb");
  assert_reads ("\xef\xbb\xbf<meta charset=latin1>Køb", PROSE_ENCODING_UTF8_BOM,
                "<meta charset=latin1>Køb");
}

static void
test_no_guess (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_page ("<p>K\xf8\x62", 6, &error));
  g_assert_error (error, PROSE_DOCUMENT_ERROR, PROSE_DOCUMENT_ERROR_ENCODING);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html-charset/charsets", test_charsets);
  g_test_add_func ("/html-charset/others", test_others);
  g_test_add_func ("/html-charset/files", test_files);
  g_test_add_func ("/html-charset/no-guess", test_no_guess);

  return g_test_run ();
}
