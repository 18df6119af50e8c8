/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Word documents since 2007: a ZIP archive with the text in parts of XML. They are read as
 * plain text, with a blank line between paragraphs and `#` before headings.
 *
 * Archives come from anywhere: what they unpack to is limited, as a whole and by how much
 * larger it is than what it is packed in.
 */

#include "formats/prose-docx.h"

#include <string.h>
#include <zip.h>

#include "formats/prose-docx-text.h"
#include "text/prose-paragraph.h"

/* What all parts that are read may have together, in bytes. No book is so long. */
#define LARGEST_CONTENT (128u << 20)

/* Small parts may be packed well; in larger ones nobody writes the same so often. */
#define LARGEST_RATIO 200
#define SMALL_PART (1u << 20)

#define MAIN_PART "word/document.xml"

/* clang-format off */
G_DEFINE_QUARK (prose-docx-error-quark, prose_docx_error)
/* clang-format on */

/* --- the format --- */

static guint
find_block_end (const char *text, gsize length, guint start, ProseFormatState *state)
{
  return prose_paragraph_get_end (text, length, start);
}

static gboolean
is_blank (const char *text, guint length)
{
  while (length > 0 && g_ascii_isspace (*text))
    text++, length--;

  return length == 0;
}

static void
read_block (const char *block, guint length, const ProseFormatState *state, GPtrArray *segments)
{
  ProseSegment *segment;

  if (is_blank (block, length))
    return;

  segment = prose_segment_new (PROSE_ZONE_ANY);
  prose_copy_append (segment->copy, block, (ProseSpan){ 0, length }, PROSE_ESCAPE_NONE);
  g_ptr_array_add (segments, segment);
}

const ProseFormat prose_docx_format = {
  .name = "docx",
  .suffixes = (const char *const[]){ ".docx", ".docm", ".dotx", NULL },
  .find_block_end = find_block_end,
  .read_block = read_block,
};

/* --- the archive --- */

/* A document being read. */
typedef struct {
  zip_t *archive;
  guint64 left; /* how many bytes may still be unpacked */
  GError **error;
} Reading;

static gboolean
fail (Reading *self, ProseDocxError code, const char *message)
{
  if (self->error != NULL && *self->error == NULL)
    g_set_error_literal (self->error, PROSE_DOCX_ERROR, code, message);

  return FALSE;
}

static gboolean
check_size (Reading *self, const zip_stat_t *stat)
{
  if (stat->size > self->left ||
      (stat->size > SMALL_PART && stat->size / LARGEST_RATIO > stat->comp_size))
    return fail (self, PROSE_DOCX_ERROR_TOO_LARGE,
                 "this Word document unpacks to more than any text has");

  self->left -= stat->size;
  return TRUE;
}

/* Reads as many bytes as the archive says there are; it may lie. */
static char *
unpack (Reading *self, zip_uint64_t index, gsize size)
{
  zip_file_t *file = zip_fopen_index (self->archive, index, 0);
  g_autofree char *text = g_malloc (size + 1);
  zip_int64_t n = file != NULL ? zip_fread (file, text, size) : -1;
  gboolean is_whole =
      n == (zip_int64_t)size && (size == 0 || zip_fread (file, text + size, 1) == 0);

  if (file != NULL)
    zip_fclose (file);
  if (!is_whole) {
    fail (self, PROSE_DOCX_ERROR_DAMAGED, "this Word document is damaged");
    return NULL;
  }
  text[size] = '\0';
  return g_steal_pointer (&text);
}

static char *
to_utf8 (Reading *self, char *text, gsize *length)
{
  char *utf8 = text;

  if (*length >= 2 && (memcmp (text, "\xff\xfe", 2) == 0 || memcmp (text, "\xfe\xff", 2) == 0)) {
    utf8 = g_convert (text, *length, "UTF-8", "UTF-16", NULL, length, NULL);
    g_free (text);
  }
  if (utf8 != NULL && g_utf8_validate_len (utf8, *length, NULL))
    return utf8;

  fail (self, PROSE_DOCX_ERROR_DAMAGED, "this Word document is damaged: its text is no Unicode");
  g_free (utf8);
  return NULL;
}

/* The part at an index, as UTF-8. */
static char *
read_part_at (Reading *self, zip_uint64_t index, gsize *length)
{
  zip_stat_t stat;
  char *text;

  if (zip_stat_index (self->archive, index, 0, &stat) != 0 ||
      (stat.valid & (ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE)) != (ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE)) {
    fail (self, PROSE_DOCX_ERROR_DAMAGED, "this Word document is damaged");
    return NULL;
  }
  if (!check_size (self, &stat))
    return NULL;

  text = unpack (self, index, stat.size);
  *length = stat.size;
  return text != NULL ? to_utf8 (self, text, length) : NULL;
}

static zip_int64_t
find_part (Reading *self, const char *name)
{
  return zip_name_locate (self->archive, name, ZIP_FL_NOCASE);
}

/* --- the parts --- */

/* The styles of headings; a document need not have any. NULL if they cannot be read. */
static GHashTable *
read_styles (Reading *self)
{
  zip_int64_t index = find_part (self, "word/styles.xml");
  gsize length;
  g_autofree char *styles = NULL;

  if (index < 0)
    return prose_docx_read_headings ("", 0);

  styles = read_part_at (self, index, &length);
  return styles != NULL ? prose_docx_read_headings (styles, length) : NULL;
}

static gboolean
read_paragraphs (Reading *self, zip_uint64_t index, GHashTable *headings, GPtrArray *paragraphs)
{
  gsize length;
  g_autofree char *part = read_part_at (self, index, &length);

  if (part == NULL)
    return FALSE;

  prose_docx_read_paragraphs (part, length, headings, paragraphs);
  return TRUE;
}

/* Moves what paragraphs do not have yet, each once. */
static void
take_new (GPtrArray *paragraphs, GPtrArray *from)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < from->len; i++) {
    if (g_hash_table_contains (known, from->pdata[i]))
      continue;
    g_hash_table_add (known, from->pdata[i]);
    g_ptr_array_add (paragraphs, g_steal_pointer (&from->pdata[i]));
  }
}

/* Reads the parts that are named so, with a number behind. Pages of one document may have
 * the same head: it is read once. */
static gboolean
read_all (Reading *self, const char *prefix, GHashTable *headings, GPtrArray *paragraphs)
{
  zip_int64_t n = zip_get_num_entries (self->archive, 0);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);

  for (zip_int64_t i = 0; i < n; i++) {
    const char *name = zip_get_name (self->archive, i, 0);

    if (name != NULL && g_str_has_prefix (name, prefix) && g_str_has_suffix (name, ".xml") &&
        !read_paragraphs (self, i, headings, all))
      return FALSE;
  }
  take_new (paragraphs, all);
  return TRUE;
}

static char *
join (GPtrArray *paragraphs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < paragraphs->len; i++) {
    g_string_append (text, i > 0 ? "\n" : "");
    g_string_append (text, paragraphs->pdata[i]);
    g_string_append_c (text, '\n');
  }
  return g_string_free (text, FALSE);
}

static char *
read_text (Reading *self)
{
  zip_int64_t body = find_part (self, MAIN_PART);
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) headings = NULL;

  if (body < 0)
    body = find_part (self, "word/document2.xml");
  if (body < 0) {
    fail (self, PROSE_DOCX_ERROR_OTHER, "this is an archive, but no Word document");
    return NULL;
  }
  headings = read_styles (self);
  if (headings == NULL || !read_all (self, "word/header", headings, paragraphs) ||
      !read_paragraphs (self, body, headings, paragraphs) ||
      !read_all (self, "word/footnotes", headings, paragraphs) ||
      !read_all (self, "word/endnotes", headings, paragraphs) ||
      !read_all (self, "word/footer", headings, paragraphs))
    return NULL;

  return join (paragraphs);
}

/* --- all --- */

static gboolean
begins_with (const char *data, gsize length, const char *sign, gsize n)
{
  return length >= n && memcmp (data, sign, n) == 0;
}

/**
 * prose_docx_is_archive:
 * @data: the bytes of a file
 * @length: how many there are
 *
 * Returns: whether they are an archive, as Word documents are and no text is; or one that is
 *   encrypted
 */
gboolean
prose_docx_is_archive (const char *data, gsize length)
{
  return begins_with (data, length, "PK\3\4", 4) ||
         begins_with (data, length, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
}

static zip_t *
open_archive (GBytes *bytes)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  zip_error_t error;
  zip_source_t *source;
  zip_t *archive = NULL;

  zip_error_init (&error);
  source = zip_source_buffer_create (data, length, 0, &error);
  if (source != NULL)
    archive = zip_open_from_source (source, ZIP_RDONLY, &error);
  if (source != NULL && archive == NULL)
    zip_source_free (source);
  zip_error_fini (&error);
  return archive;
}

/**
 * prose_docx_read:
 * @bytes: the content of a file
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the text of a Word document, %NULL with an error of
 *   %PROSE_DOCX_ERROR
 */
char *
prose_docx_read (GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  Reading reading = { .left = LARGEST_CONTENT, .error = error };
  char *text;

  if (!begins_with (data, length, "PK\3\4", 4)) {
    gboolean is_old = prose_docx_is_archive (data, length);

    fail (&reading, is_old ? PROSE_DOCX_ERROR_ENCRYPTED : PROSE_DOCX_ERROR_OTHER,
          is_old ? "this document is encrypted, or of a Word before 2007; save it without a "
                   "password as .docx"
                 : "this is no Word document, whatever its name says");
    return NULL;
  }

  reading.archive = open_archive (bytes);
  if (reading.archive == NULL) {
    fail (&reading, PROSE_DOCX_ERROR_DAMAGED, "this archive is damaged");
    return NULL;
  }
  text = read_text (&reading);
  zip_discard (reading.archive);
  return text;
}
