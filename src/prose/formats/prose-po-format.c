/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PO files: each translation is checked, each original is there to be compared. Tags
 * within are no copy, and neither is the sign that marks the key of a menu entry. */

#include "formats/prose-po-format.h"

#include <string.h>

#include "formats/prose-language-code.h"
#include "formats/prose-markup.h"
#include "formats/prose-po-entry.h"

static guint
find_block_end (const char *text, gsize length, guint start, ProseFormatState *state)
{
  guint end = prose_po_entry_find_end (text, length, start);
  g_autofree char *block = NULL;
  g_autoptr (ProsePoEntry) entry = NULL;
  g_autofree char *language = NULL;

  /* Only the first entry is a header, but comments may make a block of their own. */
  if (state->language != NULL || g_strstr_len (text + start, end - start, "Language:") == NULL)
    return end;

  block = g_strndup (text + start, end - start);
  entry = prose_po_entry_read (block, end - start);
  if (prose_po_entry_is_header (entry)) {
    language = prose_po_entry_dup_header (entry, block, "Language");
    state->language = prose_language_code_intern (language);
  }
  return end;
}

/* --- segments --- */

static void
add_segment (GPtrArray *segments,
             const ProsePoString *string,
             const char *block,
             const ProseFormatState *state,
             const char *id)
{
  g_autoptr (ProseCopy) whole = prose_po_string_read (string, block);
  gboolean is_target = g_str_equal (string->keyword, "msgstr");
  ProseSegment *segment;

  if (prose_copy_is_blank (whole))
    return;

  segment = prose_segment_new (PROSE_ZONE_ANY);
  prose_copy_free (segment->copy);
  segment->copy = prose_markup_leave_out (whole, block);
  prose_copy_trim (segment->copy);
  segment->role = is_target ? PROSE_SEGMENT_COPY : PROSE_SEGMENT_SOURCE;
  segment->language = is_target ? state->language : state->source_language;
  segment->id = g_strdup (id);
  if (prose_copy_is_blank (segment->copy))
    prose_segment_free (segment);
  else
    g_ptr_array_add (segments, segment);
}

static char *
dup_string (const ProsePoEntry *entry, const char *keyword, const char *block)
{
  const ProsePoString *string = prose_po_entry_get_string (entry, keyword);
  g_autoptr (ProseCopy) copy = string != NULL ? prose_po_string_read (string, block) : NULL;

  return copy != NULL ? g_strdup (prose_copy_get_text (copy)) : NULL;
}

/**
 * prose_po_format_dup_id:
 * @entry: an entry
 * @block: its bytes
 *
 * Returns: (transfer full): what the entry is known by: the original, and before it the
 *   context with an EOT behind, as gettext joins them
 */
char *
prose_po_format_dup_id (const ProsePoEntry *entry, const char *block)
{
  g_autofree char *context = dup_string (entry, "msgctxt", block);
  g_autofree char *source = dup_string (entry, "msgid", block);

  if (context == NULL)
    return g_steal_pointer (&source);

  return g_strconcat (context, "\004", source, NULL);
}

static void
read_block (const char *block, guint length, const ProseFormatState *state, GPtrArray *segments)
{
  g_autoptr (ProsePoEntry) entry = prose_po_entry_read (block, length);
  g_autofree char *id = NULL;

  if (prose_po_entry_is_header (entry))
    return;

  id = prose_po_format_dup_id (entry, block);
  for (guint i = 0; i < entry->strings->len; i++) {
    const ProsePoString *string = entry->strings->pdata[i];

    if (!g_str_equal (string->keyword, "msgctxt"))
      add_segment (segments, string, block, state, id);
  }
}

/* --- encoding --- */

/* The header is the first entry, behind comments. */
#define LONGEST_HEADER 16384

/* Where a sign ends that stands in some bytes; NULL if it does not. */
static const char *
find_after (const char *data, const char *end, const char *sign)
{
  gsize n = strlen (sign);

  for (const char *p = data; p != NULL && end - p >= (gssize)n; p++)
    if (g_ascii_strncasecmp (p, sign, n) == 0)
      return p + n;

  return NULL;
}

/* `"Content-Type: text/plain; charset=ISO-8859-1\n"` */
static gboolean
find_encoding (const char *data, gsize length, ProseEncoding *encoding)
{
  const char *end = data + MIN (length, LONGEST_HEADER);
  const char *type = find_after (data, end, "\"Content-Type:");
  const char *line_end = type != NULL ? memchr (type, '\n', end - type) : NULL;
  const char *name = line_end != NULL ? find_after (type, line_end, "charset=") : NULL;
  g_autofree char *charset = NULL;
  gsize n = 0;

  if (name == NULL)
    return FALSE;

  while (name + n < line_end && (g_ascii_isalnum (name[n]) || name[n] == '-' || name[n] == '_'))
    n++;
  charset = g_strndup (name, n);
  return prose_encoding_find_charset (charset, encoding);
}

const ProseFormat prose_po_format = {
  .name = "po",
  .suffixes = (const char *const[]){ ".po", ".pot", NULL },
  .find_block_end = find_block_end,
  .read_block = read_block,
  .find_encoding = find_encoding,
};
