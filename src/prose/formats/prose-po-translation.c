/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Entries of PO files as units of translation. */

#include "formats/prose-po-translation.h"

#include <string.h>

#include "formats/prose-escape.h"
#include "formats/prose-po-format.h"
#include "text/prose-paragraph.h"

/* --- comments --- */

/* What a comment for translators says, behind `# ` or `#. `; FALSE for another line. */
static gboolean
find_comment (const char *block, ProseSpan line, ProseSpan *comment)
{
  guint i = line.start;

  while (i < line.end && (block[i] == ' ' || block[i] == '\t'))
    i++;
  if (i == line.end || block[i] != '#')
    return FALSE;
  i++;
  if (i < line.end && block[i] == '.')
    i++;
  else if (i < line.end && block[i] != ' ')
    return FALSE;
  if (i < line.end && block[i] == ' ')
    i++;

  *comment = (ProseSpan){ i, line.end };
  return TRUE;
}

static char *
dup_note (const char *block, guint length)
{
  GString *note = g_string_new (NULL);
  guint next = 0;

  while (next < length) {
    ProseSpan line = prose_next_line (block, length, next, &next);
    ProseSpan comment;

    if (!find_comment (block, line, &comment))
      continue;
    if (note->len > 0)
      g_string_append_c (note, '\n');
    g_string_append_len (note, block + comment.start, prose_span_get_length (comment));
    while (note->len > 0 && note->str[note->len - 1] == '\r')
      g_string_truncate (note, note->len - 1);
  }
  return g_string_free (note, note->len == 0);
}

/* The number behind `max-length:`, `maxlength=`, `Max length: `. */
static guint
find_limit (const char *note)
{
  g_autofree char *lower = note != NULL ? g_ascii_strdown (note, -1) : NULL;
  const char *p = lower;

  while (p != NULL && (p = strstr (p, "max")) != NULL) {
    p += strlen ("max");
    if (*p != '\0' && strchr ("-_ ", *p) != NULL)
      p++;
    if (!g_str_has_prefix (p, "length"))
      continue;
    p += strlen ("length");
    p += strspn (p, " :=");
    if (g_ascii_isdigit (*p))
      return MIN (g_ascii_strtoull (p, NULL, 10), G_MAXUINT);
  }
  return 0;
}

/* --- strings --- */

static ProseCopy *
read_string (const ProsePoEntry *entry, const char *keyword, const char *block)
{
  const ProsePoString *string = prose_po_entry_get_string (entry, keyword);

  return string != NULL ? prose_po_string_read (string, block) : NULL;
}

static ProseSpan
get_line (const ProsePoString *string, guint i)
{
  return g_array_index (string->lines, ProseSpan, i);
}

static void
add_target (ProseTranslationUnit *unit,
            const ProsePoString *string,
            const char *block,
            guint length)
{
  ProseTranslationTarget *target =
      prose_translation_unit_add_target (unit, prose_po_string_read (string, block));
  guint start = get_line (string, 0).start;
  guint end = get_line (string, string->lines->len - 1).end;

  target->content = (ProseSpan){ start, end };
  target->place = (ProseSpan){ start - 1, end < length && block[end] == '"' ? end + 1 : end };
  target->spelled = g_strndup (block + target->place.start, prose_span_get_length (target->place));
}

static void
add_targets (ProseTranslationUnit *unit, const ProsePoEntry *entry, const char *block, guint length)
{
  for (guint i = 0; i < entry->strings->len; i++) {
    const ProsePoString *string = entry->strings->pdata[i];

    if (g_str_equal (string->keyword, "msgstr") && string->lines->len > 0)
      add_target (unit, string, block, length);
  }
}

static ProseTranslationState
get_state (const ProseTranslationUnit *unit, const ProsePoEntry *entry)
{
  for (guint i = 0; i < unit->targets->len; i++)
    if (*prose_translation_unit_get_target (unit, i) == '\0')
      return PROSE_TRANSLATION_UNTRANSLATED;

  return entry->is_fuzzy ? PROSE_TRANSLATION_NEEDS_REVIEW : PROSE_TRANSLATION_TRANSLATED;
}

/* --- all --- */

/* Appends the unit of an entry; a header, or what has nothing to translate, is none. */
void
prose_po_translation_read_block (const char *block,
                                 guint length,
                                 const ProseFormatState *state,
                                 GPtrArray *units)
{
  g_autoptr (ProsePoEntry) entry = prose_po_entry_read (block, length);
  g_autoptr (ProseTranslationUnit) unit = NULL;
  g_autoptr (ProseCopy) context = NULL;

  if (prose_po_entry_is_header (entry) || prose_po_entry_get_string (entry, "msgid") == NULL)
    return;

  unit = prose_translation_unit_new (PROSE_ESCAPE_STRING);
  add_targets (unit, entry, block, length);
  if (unit->targets->len == 0)
    return;

  context = read_string (entry, "msgctxt", block);
  unit->id = prose_po_format_dup_id (entry, block);
  unit->context = context != NULL ? g_strdup (prose_copy_get_text (context)) : NULL;
  unit->note = dup_note (block, length);
  unit->source = read_string (entry, "msgid", block);
  unit->source_plural = read_string (entry, "msgid_plural", block);
  unit->state = get_state (unit, entry);
  unit->limit = find_limit (unit->note);
  if (g_strstr_len (block, length, "\r\n") != NULL)
    unit->line_end = "\r\n";
  g_ptr_array_add (units, g_steal_pointer (&unit));
}

/**
 * prose_po_translation_spell:
 * @unit: a unit
 * @text: what a target is to say
 *
 * Returns: (transfer full): how gettext writes it: on one line; what has line ends inside
 *   is cut behind them, after an empty first line
 */
char *
prose_po_translation_spell (const ProseTranslationUnit *unit, const char *text)
{
  GString *spelled = g_string_new ("\"");
  const char *end = strchr (text, '\n');

  if (end != NULL && end[1] != '\0')
    g_string_append_printf (spelled, "\"%s\"", unit->line_end);

  while (*text != '\0') {
    gsize n = end != NULL ? (gsize)(end + 1 - text) : strlen (text);
    g_autofree char *line = g_strndup (text, n);

    prose_escape_append (spelled, line, PROSE_ESCAPE_STRING);
    text += n;
    end = strchr (text, '\n');
    if (*text != '\0')
      g_string_append_printf (spelled, "\"%s\"", unit->line_end);
  }
  g_string_append_c (spelled, '"');
  return g_string_free (spelled, FALSE);
}
