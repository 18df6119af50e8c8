/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-document.h"

#include <string.h>

#include "prose-fixture.h"

/* A file's content from a literal, NUL bytes included. */
#define FILE_OF(literal) g_bytes_new_static (literal, sizeof literal - 1)

static ProseDocument *
read_file (GBytes *bytes)
{
  g_autoptr (GBytes) file = bytes;
  g_autoptr (GError) error = NULL;
  ProseDocument *document = prose_document_new_from_bytes (file, &error);

  g_assert_no_error (error);
  return document;
}

static void
assert_reads (GBytes *file, ProseEncoding encoding, const char *expected)
{
  g_autoptr (ProseDocument) document = read_file (file);
  gsize length;

  g_assert_cmpstr (prose_document_get_text (document, &length), ==, expected);
  g_assert_cmpuint (length, ==, strlen (expected));
  g_assert_cmpint (prose_document_get_encoding (document), ==, encoding);
}

static void
assert_refuses (GBytes *bytes, ProseDocumentError code, const char *message)
{
  g_autoptr (GBytes) file = bytes;
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseDocument) document = prose_document_new_from_bytes (file, &error);

  g_assert_null (document);
  assert_failure (error, PROSE_DOCUMENT_ERROR, (int)code, message);
}

/* Reading a file and saving it without an edit gives the same bytes. */
static void
assert_survives (GBytes *bytes)
{
  g_autoptr (GBytes) file = bytes;
  g_autoptr (ProseDocument) document = read_file (g_bytes_ref (file));
  gsize length;
  const char *text = prose_document_get_text (document, &length);
  g_autoptr (GBytes) saved =
      prose_document_encode (text, length, prose_document_get_encoding (document));

  g_assert_cmpmem (g_bytes_get_data (saved, NULL), g_bytes_get_size (saved),
                   g_bytes_get_data (file, NULL), g_bytes_get_size (file));
}

static void
test_utf8 (void)
{
  assert_reads (FILE_OF ("Køb nu 😀\n"), PROSE_ENCODING_UTF8, "Køb nu 😀\n");
  assert_reads (FILE_OF ("no final line end"), PROSE_ENCODING_UTF8, "no final line end");
}

static void
test_byte_order_mark (void)
{
  assert_reads (FILE_OF ("\xef\xbb\xbfKøb nu"), PROSE_ENCODING_UTF8_BOM, "Køb nu");
  assert_reads (FILE_OF ("\xef\xbb\xbf"), PROSE_ENCODING_UTF8_BOM, "");
  assert_reads (FILE_OF ("nu\xef\xbb\xbf"), PROSE_ENCODING_UTF8, "nu\ufeff");
}

static void
test_utf16 (void)
{
  assert_reads (FILE_OF ("\xff\xfeK\0\xf8\0b\0"), PROSE_ENCODING_UTF16_LE, "Køb");
  assert_reads (FILE_OF ("\xfe\xff\0K\0\xf8\0b"), PROSE_ENCODING_UTF16_BE, "Køb");
  assert_reads (FILE_OF ("\xff\xfe\x3d\xd8\x00\xde"), PROSE_ENCODING_UTF16_LE, "😀");
  assert_reads (FILE_OF ("\xff\xfe"), PROSE_ENCODING_UTF16_LE, "");
}

static void
test_line_ends_stay (void)
{
  assert_reads (FILE_OF ("a\r\nb\rc\n"), PROSE_ENCODING_UTF8, "a\r\nb\rc\n");
}

static void
test_empty_file (void)
{
  assert_reads (FILE_OF (""), PROSE_ENCODING_UTF8, "");
  assert_reads (g_bytes_new (NULL, 0), PROSE_ENCODING_UTF8, "");
}

static void
test_what_is_saved_is_what_was_read (void)
{
  assert_survives (FILE_OF (""));
  assert_survives (FILE_OF ("Køb\r\nnu"));
  assert_survives (FILE_OF ("mixed\n \r\n \r"));
  assert_survives (FILE_OF ("\xef\xbb\xbfKøb nu\n"));
  assert_survives (FILE_OF ("\xef\xbb\xbf"));
  assert_survives (FILE_OF ("\xff\xfeK\0\xf8\0b\0\r\0\n\0\x3d\xd8\x00\xde"));
  assert_survives (FILE_OF ("\xfe\xff\0K\0\xf8\0b\0\r\0\n\xd8\x3d\xde\x00"));
  assert_survives (FILE_OF ("\xff\xfe"));
}

static void
test_bad_utf8 (void)
{
  assert_refuses (FILE_OF ("K\xf8"
                           "b nu"),
                  PROSE_DOCUMENT_ERROR_ENCODING,
                  "1:2: not valid UTF-8 from here; save the file as UTF-8 and try again");
  assert_refuses (FILE_OF ("første\r\nandet 😀 \x80"), PROSE_DOCUMENT_ERROR_ENCODING,
                  "2:9: not valid UTF-8 from here; save the file as UTF-8 and try again");
  assert_refuses (FILE_OF ("\xef\xbb\xbfnu\n\xe2\x82"), PROSE_DOCUMENT_ERROR_ENCODING,
                  "2:1: not valid UTF-8 from here; save the file as UTF-8 and try again");
  assert_refuses (FILE_OF ("\xed\xa0\x80"), PROSE_DOCUMENT_ERROR_ENCODING,
                  "1:1: not valid UTF-8 from here; save the file as UTF-8 and try again");
}

static void
test_bad_utf16 (void)
{
  assert_refuses (FILE_OF ("\xff\xfeK\0\xf8"), PROSE_DOCUMENT_ERROR_ENCODING,
                  "it begins as UTF-16 and goes on as something else");
  assert_refuses (FILE_OF ("\xfe\xff\xd8\x3d\0K"), PROSE_DOCUMENT_ERROR_ENCODING,
                  "it begins as UTF-16 and goes on as something else");
}

static void
test_binary (void)
{
  assert_refuses (FILE_OF ("GIF89a\0\xff\x80"), PROSE_DOCUMENT_ERROR_BINARY,
                  "this is not a text: it holds a NUL byte");
  assert_refuses (FILE_OF ("nu\0"), PROSE_DOCUMENT_ERROR_BINARY,
                  "this is not a text: it holds a NUL byte");
  assert_refuses (FILE_OF ("\xff\xfeK\0\0\0"), PROSE_DOCUMENT_ERROR_BINARY,
                  "this is not a text: it holds a NUL byte");
}

/* --- encodings that someone has named --- */

static ProseDocument *
read_single_bytes (GBytes *bytes, ProseEncoding encoding)
{
  g_autoptr (GBytes) file = bytes;
  g_autoptr (GError) error = NULL;
  ProseDocument *document = prose_document_new_from_single_bytes (file, encoding, &error);

  g_assert_no_error (error);
  g_assert_cmpint (prose_document_get_encoding (document), ==, encoding);
  return document;
}

static void
assert_reads_as (GBytes *bytes, ProseEncoding encoding, const char *expected)
{
  g_autoptr (ProseDocument) document = read_single_bytes (bytes, encoding);

  g_assert_cmpstr (prose_document_get_text (document, NULL), ==, expected);
}

static void
test_single_bytes (void)
{
  assert_reads_as (FILE_OF ("K\xf8\x62 \x80 5"), PROSE_ENCODING_WINDOWS_1252, "Køb € 5");
  assert_reads_as (FILE_OF ("\x93nu\x94 \x96\r\n"), PROSE_ENCODING_WINDOWS_1252, "“nu” –\r\n");
  assert_reads_as (FILE_OF ("K\xf8\x62 \x80"), PROSE_ENCODING_ISO_8859_1, "Køb \xc2\x80");
  assert_reads_as (FILE_OF ("\xbd\xb5uvre \xa4"), PROSE_ENCODING_ISO_8859_15, "œµuvre €");
  assert_reads_as (FILE_OF (""), PROSE_ENCODING_ISO_8859_1, "");
}

/* Also the bytes that Windows-1252 leaves free. */
static void
assert_every_byte_survives (ProseEncoding encoding)
{
  g_autoptr (ProseDocument) document = NULL;
  g_autoptr (GBytes) saved = NULL;
  guint8 all[255];
  const char *text;
  gsize length;

  for (guint i = 0; i < sizeof all; i++)
    all[i] = i + 1;

  document = read_single_bytes (g_bytes_new (all, sizeof all), encoding);
  text = prose_document_get_text (document, &length);
  g_assert_true (g_utf8_validate (text, length, NULL));
  g_assert_null (prose_document_find_unencodable (text, length, encoding));
  saved = prose_document_encode (text, length, encoding);
  g_assert_cmpmem (g_bytes_get_data (saved, NULL), g_bytes_get_size (saved), all, sizeof all);
}

static void
test_every_single_byte_survives (void)
{
  assert_every_byte_survives (PROSE_ENCODING_WINDOWS_1252);
  assert_every_byte_survives (PROSE_ENCODING_ISO_8859_1);
  assert_every_byte_survives (PROSE_ENCODING_ISO_8859_15);
}

static void
assert_unencodable (const char *text, ProseEncoding encoding, int offset)
{
  const char *found = prose_document_find_unencodable (text, strlen (text), encoding);

  g_assert_cmpint (found != NULL ? found - text : -1, ==, offset);
}

static void
test_unencodable (void)
{
  assert_unencodable ("Køb € 5 – “nu”", PROSE_ENCODING_WINDOWS_1252, -1);
  assert_unencodable ("Køb → nu", PROSE_ENCODING_WINDOWS_1252, strlen ("Køb "));
  assert_unencodable ("Køb \xc2\x80", PROSE_ENCODING_WINDOWS_1252, strlen ("Køb "));
  assert_unencodable ("Køb € 5", PROSE_ENCODING_ISO_8859_1, strlen ("Køb "));
  assert_unencodable ("Køb \xc2\x80", PROSE_ENCODING_ISO_8859_1, -1);
  assert_unencodable ("Køb € 5", PROSE_ENCODING_ISO_8859_15, -1);
  assert_unencodable ("Køb ¤ 5", PROSE_ENCODING_ISO_8859_15, strlen ("Køb "));
  assert_unencodable ("→ 😀", PROSE_ENCODING_UTF8, -1);
  assert_unencodable ("→ 😀", PROSE_ENCODING_UTF16_LE, -1);
}

static void
test_single_bytes_of_no_text (void)
{
  g_autoptr (GBytes) file = FILE_OF ("GIF89a\0\xff");
  g_autoptr (GError) error = NULL;

  g_assert_null (prose_document_new_from_single_bytes (file, PROSE_ENCODING_ISO_8859_1, &error));
  assert_failure (error, PROSE_DOCUMENT_ERROR, PROSE_DOCUMENT_ERROR_BINARY,
                  "this is not a text: it holds a NUL byte");
}

static void
test_names_of_encodings (void)
{
  ProseEncoding found;

  for (ProseEncoding i = PROSE_ENCODING_UTF8; i <= PROSE_ENCODING_ISO_8859_15; i++) {
    g_assert_true (prose_encoding_find (prose_encoding_get_name (i), &found));
    g_assert_cmpint (found, ==, i);
  }
  g_assert_false (prose_encoding_find ("EBCDIC", &found));
}

/* Only the size is looked at, so the bytes need not be there. */
static void
test_too_large (void)
{
  assert_refuses (g_bytes_new_static ("x", (1u << 30) + 1), PROSE_DOCUMENT_ERROR_TOO_LARGE,
                  "it is larger than 1 GiB");
}

static void
test_from_text (void)
{
  g_autoptr (ProseDocument) whole = prose_document_new ("Køb nu", -1);
  g_autoptr (ProseDocument) part = prose_document_new ("Køb nu", 4);
  g_autoptr (ProseDocument) shared = prose_document_ref (part);

  g_assert_cmpstr (prose_document_get_text (whole, NULL), ==, "Køb nu");
  g_assert_cmpstr (prose_document_get_text (part, NULL), ==, "Køb");
  g_assert_true (shared == part);
  g_assert_cmpint (prose_document_get_encoding (part), ==, PROSE_ENCODING_UTF8);
  g_assert_cmpstr (prose_document_get_format (part)->name, ==, "text");
}

/* Whatever the bytes are, they are read as they are or refused; and what is
 * read can be saved again. */
static void
test_random_bytes (void)
{
  static const char bytes[] = "aø\xc3\xb8\xff\xfe\xef\xbb\xbf\0\r\n\xf0\x9f\x98\x80";

  for (guint i = 0; i < 20000; i++) {
    g_autoptr (GByteArray) array = g_byte_array_new ();
    g_autoptr (ProseDocument) document = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) file = NULL;

    for (int n = g_test_rand_int_range (0, 8); n > 0; n--)
      g_byte_array_append (array,
                           (const guint8 *)bytes + g_test_rand_int_range (0, sizeof bytes - 1), 1);
    file = g_byte_array_free_to_bytes (g_steal_pointer (&array));

    document = prose_document_new_from_bytes (file, &error);
    g_assert_true ((document == NULL) == (error != NULL));
    if (document == NULL)
      continue;
    g_assert_true (g_utf8_validate (prose_document_get_text (document, NULL), -1, NULL));
    assert_survives (g_bytes_ref (file));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/utf8", test_utf8);
  g_test_add_func ("/document/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/document/utf16", test_utf16);
  g_test_add_func ("/document/line-ends-stay", test_line_ends_stay);
  g_test_add_func ("/document/empty-file", test_empty_file);
  g_test_add_func ("/document/what-is-saved-is-what-was-read", test_what_is_saved_is_what_was_read);
  g_test_add_func ("/document/bad-utf8", test_bad_utf8);
  g_test_add_func ("/document/bad-utf16", test_bad_utf16);
  g_test_add_func ("/document/binary", test_binary);
  g_test_add_func ("/document/too-large", test_too_large);
  g_test_add_func ("/document/single-bytes", test_single_bytes);
  g_test_add_func ("/document/every-single-byte-survives", test_every_single_byte_survives);
  g_test_add_func ("/document/unencodable", test_unencodable);
  g_test_add_func ("/document/single-bytes-of-no-text", test_single_bytes_of_no_text);
  g_test_add_func ("/document/names-of-encodings", test_names_of_encodings);
  g_test_add_func ("/document/from-text", test_from_text);
  g_test_add_func ("/document/random-bytes", test_random_bytes);

  return g_test_run ();
}
