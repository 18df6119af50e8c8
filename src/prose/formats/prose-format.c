/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-format.h"

#include <string.h>

#include "formats/prose-docx.h"
#include "formats/prose-html-format.h"
#include "formats/prose-markdown-format.h"
#include "formats/prose-po-format.h"
#include "formats/prose-xliff-format.h"
#include "text/prose-paragraph.h"

/* --- plain text --- */

static guint
find_paragraph_end (const char *text, gsize length, guint start, ProseFormatState *state)
{
  return prose_paragraph_get_end (text, length, start);
}

static void
read_paragraph (const char *block, guint length, const ProseFormatState *state, GPtrArray *segments)
{
  ProseSegment *segment = prose_segment_new (PROSE_ZONE_ANY);

  prose_copy_append (segment->copy, block, (ProseSpan){ 0, length }, PROSE_ESCAPE_NONE);
  g_ptr_array_add (segments, segment);
}

static const ProseFormat text_format = {
  .name = "text",
  .suffixes = (const char *const[]){ ".txt", ".text", NULL },
  .find_block_end = find_paragraph_end,
  .read_block = read_paragraph,
};

/* --- all --- */

static const ProseFormat *const formats[] = {
  &text_format,       &prose_po_format,       &prose_xliff_format,
  &prose_html_format, &prose_markdown_format, &prose_docx_format,
};

/**
 * prose_format_get_text:
 *
 * Returns: plain text, whose paragraphs are copy as they stand
 */
const ProseFormat *
prose_format_get_text (void)
{
  return &text_format;
}

/**
 * prose_format_find:
 * @name: a name, as the command line has it
 *
 * Returns: (nullable): the format of that name
 */
const ProseFormat *
prose_format_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i]->name, name))
      return formats[i];

  return NULL;
}

static gboolean
has_suffix (const char *name, const char *suffix)
{
  gsize n = strlen (name), m = strlen (suffix);

  return n > m && g_ascii_strcasecmp (name + n - m, suffix) == 0;
}

/**
 * prose_format_of_file:
 * @name: the name of a file
 *
 * Returns: the format that its ending tells; plain text if it tells none
 */
const ProseFormat *
prose_format_of_file (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    for (guint k = 0; formats[i]->suffixes[k] != NULL; k++)
      if (has_suffix (name, formats[i]->suffixes[k]))
        return formats[i];

  return &text_format;
}

/**
 * prose_format_list_names:
 *
 * Returns: (transfer full) (array zero-terminated=1): the names of all formats
 */
char **
prose_format_list_names (void)
{
  char **names = g_new0 (char *, G_N_ELEMENTS (formats) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    names[i] = g_strdup (formats[i]->name);

  return names;
}

gboolean
prose_format_is_text (const ProseFormat *self)
{
  return self == &text_format;
}

gboolean
prose_format_state_equal (const ProseFormatState *a, const ProseFormatState *b)
{
  return a->open == b->open && a->language == b->language &&
         a->source_language == b->source_language;
}

/**
 * prose_format_read:
 * @self: a format
 * @text: a file's text, valid UTF-8
 * @length: its length in bytes
 *
 * Returns: (transfer full) (element-type ProseSegment): all its segments, with spans in
 *   bytes of @text
 */
GPtrArray *
prose_format_read (const ProseFormat *self, const char *text, gsize length)
{
  GPtrArray *segments = prose_segments_new ();
  ProseFormatState state = { 0 };

  for (guint start = 0; start < length;) {
    ProseFormatState before = state;
    guint end = self->find_block_end (text, length, start, &state);
    guint first = segments->len;

    self->read_block (text + start, end - start, &before, segments);
    prose_segments_sort (segments, first);
    for (guint i = first; i < segments->len; i++)
      prose_copy_shift (((ProseSegment *)segments->pdata[i])->copy, start);
    start = end;
  }
  return segments;
}
