/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PO files: each translation is checked, each original is there to be compared. Tags
 * within are no copy, and neither is the sign that marks the key of a menu entry. */

#include "formats/prose-po-format.h"

#include <string.h>

#include "formats/prose-language-code.h"
#include "formats/prose-po-entry.h"

/* Labels with a key are short; in longer texts an underscore is something else. */
#define LONGEST_LABEL 60

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

/* --- what is no copy within a string --- */

static gboolean
is_letter_at (const char *text, guint i)
{
  return g_unichar_isalpha (g_utf8_get_char (text + i));
}

/* The length of the tag at i; 0 if there is none. */
static guint
get_tag_length (const char *text, guint i)
{
  const char *name = text + i + 1;
  const char *end;

  if (text[i] != '<')
    return 0;
  if (*name == '/')
    name++;
  if (!g_ascii_isalpha (*name))
    return 0;

  end = strpbrk (name, "<>");
  return end != NULL && *end == '>' ? end + 1 - (text + i) : 0;
}

static guint
count_signs (const char *text, char sign)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == sign;
  return n;
}

/* The sign that marks the key of a label, or NUL: GTK's _ or Qt's &. */
static char
find_key_sign (const char *text)
{
  if (strlen (text) > LONGEST_LABEL)
    return '\0';
  if (count_signs (text, '_') == 1)
    return '_';

  return count_signs (text, '&') == 1 ? '&' : '\0';
}

static gboolean
is_key_sign (const char *text, guint i, char sign)
{
  if (sign == '\0' || text[i] != sign || !is_letter_at (text, i + 1))
    return FALSE;

  return sign == '_' || i == 0 || text[i - 1] == ' ';
}

/* Appends a part of one copy to another. */
static void
append_part (ProseCopy *copy, const ProseCopy *from, const char *block, ProseSpan span)
{
  for (guint i = 0; i < prose_copy_get_n_runs (from); i++) {
    const ProseRun *run = prose_copy_get_run (from, i);
    guint end = i + 1 < prose_copy_get_n_runs (from) ? prose_copy_get_run (from, i + 1)->copy
                                                     : prose_copy_get_length (from);
    ProseSpan part = { MAX (run->copy, span.start), MIN (end, span.end) };
    g_autofree char *text = NULL;

    if (part.start >= part.end)
      continue;
    if (run->is_verbatim) {
      prose_copy_append (copy, block, prose_copy_to_source (from, part), run->escape);
      continue;
    }
    text = g_strndup (prose_copy_get_text (from) + run->copy, end - run->copy);
    prose_copy_append_replaced (copy, text, run->source, run->escape);
  }
}

/* Leaves out of a string what is no copy. */
static ProseCopy *
leave_markup_out (const ProseCopy *string, const char *block)
{
  const char *text = prose_copy_get_text (string);
  guint length = prose_copy_get_length (string);
  ProseCopy *copy = prose_copy_new ();
  char sign = find_key_sign (text);
  guint start = 0;

  for (guint i = 0; i < length;) {
    guint n = is_key_sign (text, i, sign) ? 1 : get_tag_length (text, i);

    if (n > 0) {
      append_part (copy, string, block, (ProseSpan){ start, i });
      start = i + n;
    }
    i += MAX (n, 1);
  }
  append_part (copy, string, block, (ProseSpan){ start, length });
  return copy;
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
  segment->copy = leave_markup_out (whole, block);
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

const ProseFormat prose_po_format = {
  .name = "po",
  .suffixes = (const char *const[]){ ".po", ".pot", NULL },
  .find_block_end = find_block_end,
  .read_block = read_block,
};
