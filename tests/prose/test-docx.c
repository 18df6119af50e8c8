/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-docx.h"

#include <string.h>
#include <zip.h>

#include "formats/prose-document.h"
#include "prose-fixture.h"

/* --- documents, made here --- */

static void
add_part (zip_t *archive, const char *name, const char *content)
{
  zip_source_t *source = zip_source_buffer (archive, content, strlen (content), 0);

  g_assert_cmpint (zip_file_add (archive, name, source, 0), >=, 0);
}

/* The bytes of an archive of parts, each a name and a content. */
static GBytes *
pack (const char *const *parts)
{
  zip_error_t error;
  zip_source_t *target;
  zip_t *archive;
  zip_stat_t stat;
  char *data;

  zip_error_init (&error);
  target = zip_source_buffer_create (NULL, 0, 0, &error);
  archive = zip_open_from_source (target, ZIP_CREATE | ZIP_TRUNCATE, &error);
  g_assert_nonnull (archive);
  zip_source_keep (target);
  for (; *parts != NULL; parts += 2)
    add_part (archive, parts[0], parts[1]);
  g_assert_cmpint (zip_close (archive), ==, 0);

  zip_source_stat (target, &stat);
  zip_source_open (target);
  data = g_malloc (stat.size);
  g_assert_cmpint (zip_source_read (target, data, stat.size), ==, stat.size);
  zip_source_close (target);
  zip_source_free (target);
  return g_bytes_new_take (data, stat.size);
}

static char *
read_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  char *text = prose_docx_read (bytes, &error);

  if (text == NULL)
    return g_strdup (error->message);
  g_assert_no_error (error);
  return text;
}

static char *
read_body (const char *body)
{
  const char *const parts[] = { "word/document.xml", body, NULL };
  g_autoptr (GBytes) bytes = pack (parts);

  return read_bytes (bytes);
}

#define assert_body(body, expected) assert_string (read_body (body), expected)
#define R(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define P(runs) "<w:p>" runs "</w:p>"

/* --- what is read --- */

static void
test_paragraphs (void)
{
  assert_body ("", "");
  assert_body (P (R ("Køb n") R ("u &amp; spar")) P ("") P (R ("Eller vent.")),
               "Køb nu & spar\n\nEller vent.\n");
  assert_body ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:br/><w:t>c</w:t></w:r></w:p>",
               "a\tb\nc\n");
  assert_body (P ("<w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>" R ("a")
                      R ("\nb") "<w:hyperlink>" R (" c") "</w:hyperlink>"),
               "a b c\n");
}

static void
test_headings (void)
{
  assert_body (P ("<w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>" R ("Sit") R (" down"))
                   P (R ("a")),
               "# Sit down\n\na\n");
  assert_body (P ("<w:pPr><w:pStyle w:val=\"Titel\"/></w:pPr><w:r><w:t>Sid</w:t><w:br/>"
                  "<w:t>ned</w:t></w:r>"),
               "# Sid ned\n");
  assert_body (P ("<w:pPr><w:pStyle w:val=\"Overskrift1\"/></w:pPr>" R ("a")), "a\n");
}

/* Ids are Danish here, names are not. */
static void
test_styles (void)
{
  const char *const parts[] = {
    "word/styles.xml",
    "<w:styles><w:style w:styleId='Overskrift1'><w:name w:val='heading 1'/></w:style>"
    "<w:style w:styleId='Brodtekst'><w:name w:val='Body Text'/></w:style></w:styles>",
    "word/document.xml",
    P ("<w:pPr><w:pStyle w:val='Overskrift1'/></w:pPr>" R ("a"))
        P ("<w:pPr><w:pStyle w:val='Brodtekst'/></w:pPr>" R ("b")),
    NULL,
  };
  g_autoptr (GBytes) bytes = pack (parts);

  assert_string (read_bytes (bytes), "# a\n\nb\n");
}

static void
test_what_is_no_copy (void)
{
  assert_body (P (R ("a") "<w:del><w:r><w:delText>b</w:delText></w:r></w:del>"
                          "<w:moveFrom>" R ("c") "</w:moveFrom><w:ins>" R ("d") "</w:ins>"),
               "ad\n");
  assert_body (P ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r>"
                  "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>b</w:t></w:r>"),
               "b\n");
  assert_body (P ("<w:r><w:instrText>PAGE</w:instrText></w:r>" R ("a")), "a\n");
}

static void
test_text_box (void)
{
  assert_body (
      P (R ("a") "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" P (
          R ("b")) "</w:txbxContent></mc:Choice><mc:Fallback>" P (R ("b")) "</mc:Fallback></"
                                                                           "mc:AlternateContent></"
                                                                           "w:r>" R ("c")),
      "b\n\nac\n");
}

static void
test_heads_and_notes (void)
{
  const char *const parts[] = {
    "word/document.xml",
    P (R ("Body")),
    "word/footer1.xml",
    P (R ("Foot")),
    "word/header1.xml",
    P (R ("Head")),
    "word/header2.xml",
    P (R ("Head")),
    "word/footnotes.xml",
    P (R ("Note")),
    "word/comments.xml",
    P (R ("Comment")),
    NULL,
  };
  g_autoptr (GBytes) bytes = pack (parts);

  assert_string (read_bytes (bytes), "Head\n\nBody\n\nNote\n\nFoot\n");
}

/* --- what is none --- */

#define assert_bytes(data, length, expected)                                                       \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GBytes) bytes_ = g_bytes_new_static (data, length);                                 \
    assert_string (read_bytes (bytes_), expected);                                                 \
  }                                                                                                \
  G_STMT_END

static void
test_what_is_none (void)
{
  const char *const parts[] = { "content.xml", "<x/>", NULL };
  const char *const bad_parts[] = { "word/document.xml", P (R ("a")), "word/styles.xml", "\xff",
                                    NULL };
  g_autoptr (GBytes) archive = pack (parts);
  g_autoptr (GBytes) bad_styles = pack (bad_parts);

  assert_bytes ("", 0, "this is no Word document, whatever its name says");
  assert_bytes ("Køb nu", 7, "this is no Word document, whatever its name says");
  assert_bytes ("PK\3\4 and nothing", 16, "this archive is damaged");
  assert_bytes ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", 12,
                "this document is encrypted, or of a Word before 2007; save it without a password "
                "as .docx");
  assert_string (read_bytes (archive), "this is an archive, but no Word document");
  assert_string (read_bytes (bad_styles), "this Word document is damaged: its text is no Unicode");
  assert_body ("\xff <w:p>", "this Word document is damaged: its text is no Unicode");
  assert_body (P (R ("a")) "<w:p><w:r><w:t>b", "a\n\nb\n");
}

static void
test_bomb (void)
{
  g_autofree char *zeros = g_strnfill (64 << 20, ' ');

  assert_body (zeros, "this Word document unpacks to more than any text has");
}

/* Whatever is damaged, there is a text or an error. */
static void
test_damage (void)
{
  const char *const parts[] = { "word/document.xml", P (R ("Køb nu")), NULL };
  g_autoptr (GBytes) bytes = pack (parts);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (guint i = 0; i < 3000; i++) {
    g_autofree char *damaged = g_memdup2 (data, length);
    gsize n = g_test_rand_bit () ? length : (gsize)g_test_rand_int_range (1, length);
    g_autoptr (GBytes) given = NULL;
    g_autofree char *text = NULL;

    damaged[g_test_rand_int_range (0, length)] = g_test_rand_int_range (0, 256);
    given = g_bytes_new (damaged, n);
    text = read_bytes (given);
    g_assert_true (g_utf8_validate (text, -1, NULL));
  }
}

/* --- as a document --- */

static void
test_document (void)
{
  const char *const parts[] = {
    "word/document.xml",
    P ("<w:pPr><w:pStyle w:val='Heading1'/></w:pPr>" R ("Sid ned")) P (R ("Bliv siddende.")),
    NULL,
  };
  g_autoptr (GBytes) bytes = pack (parts);
  g_autoptr (GError) error = NULL;
  g_autoptr (ProseDocument) document =
      prose_document_new_from_file (bytes, prose_format_get_text (), &error);
  GPtrArray *segments;

  g_assert_no_error (error);
  g_assert_true (prose_document_is_imported (document));
  g_assert_cmpstr (prose_document_get_format (document)->name, ==, "docx");
  segments = prose_document_get_segments (document);
  g_assert_cmpuint (segments->len, ==, 2);
}

static void
test_no_document (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Køb nu", 7);
  g_autoptr (GError) error = NULL;

  g_assert_null (prose_document_new_from_file (bytes, prose_format_of_file ("a.DOCX"), &error));
  g_assert_error (error, PROSE_DOCX_ERROR, PROSE_DOCX_ERROR_OTHER);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/docx/paragraphs", test_paragraphs);
  g_test_add_func ("/docx/headings", test_headings);
  g_test_add_func ("/docx/styles", test_styles);
  g_test_add_func ("/docx/what-is-no-copy", test_what_is_no_copy);
  g_test_add_func ("/docx/text-box", test_text_box);
  g_test_add_func ("/docx/heads-and-notes", test_heads_and_notes);
  g_test_add_func ("/docx/what-is-none", test_what_is_none);
  g_test_add_func ("/docx/bomb", test_bomb);
  g_test_add_func ("/docx/damage", test_damage);
  g_test_add_func ("/docx/document", test_document);
  g_test_add_func ("/docx/no-document", test_no_document);

  return g_test_run ();
}
