/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-translation.h"

#include <string.h>

#include "formats/prose-po-format.h"
#include "formats/prose-po-translation.h"
#include "formats/prose-xliff-format.h"
#include "formats/prose-xliff-translation.h"

/* How units are read of a block. */
typedef void (*ReadBlock) (const char *block,
                           guint length,
                           const ProseFormatState *state,
                           GPtrArray *units);

static ReadBlock
find_reader (const ProseFormat *format)
{
  if (format == &prose_po_format)
    return prose_po_translation_read_block;
  if (format == &prose_xliff_format)
    return prose_xliff_translation_read_block;

  return NULL;
}

/**
 * prose_translation_has_units:
 * @format: a format
 *
 * Returns: whether files of it have translations
 */
gboolean
prose_translation_has_units (const ProseFormat *format)
{
  return find_reader (format) != NULL;
}

static void
finish_units (GPtrArray *units, guint first, ProseSpan block, const ProseFormatState *state)
{
  for (guint i = first; i < units->len; i++) {
    ProseTranslationUnit *unit = units->pdata[i];

    unit->span = block;
    unit->source_language = state->source_language;
    unit->language = state->language;
    prose_translation_unit_finish (unit, block.start);
  }
}

/**
 * prose_translation_read_block:
 * @format: a format that has units
 * @block: one of its blocks, valid UTF-8 that ends in NUL
 * @length: its length in bytes
 * @state: what it is read by
 *
 * Returns: (transfer full) (element-type ProseTranslationUnit): what is translated in it, with
 *   spans in bytes of the block
 */
GPtrArray *
prose_translation_read_block (const ProseFormat *format,
                              const char *block,
                              guint length,
                              const ProseFormatState *state)
{
  GPtrArray *units = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_translation_unit_free);
  ReadBlock read_block = find_reader (format);

  g_return_val_if_fail (read_block != NULL, units);

  read_block (block, length, state, units);
  finish_units (units, 0, (ProseSpan){ 0, length }, state);
  return units;
}

/**
 * prose_translation_read:
 * @format: a format that has units
 * @text: a file's text, valid UTF-8 that ends in NUL
 * @length: its length in bytes
 *
 * Returns: (transfer full) (element-type ProseTranslationUnit): what is translated in it, in
 *   the order of the file
 */
GPtrArray *
prose_translation_read (const ProseFormat *format, const char *text, gsize length)
{
  GPtrArray *units = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_translation_unit_free);
  ReadBlock read_block = find_reader (format);
  ProseFormatState state = { 0 };

  g_return_val_if_fail (read_block != NULL, units);

  for (guint start = 0; start < length;) {
    ProseFormatState before = state;
    guint end = format->find_block_end (text, length, start, &state);
    guint first = units->len;

    read_block (text + start, end - start, &before, units);
    finish_units (units, first, (ProseSpan){ start, end }, &before);
    start = end;
  }
  return units;
}

/**
 * prose_translation_write_target:
 * @unit: a unit
 * @n: which of its targets
 * @text: what that is to say, with tags as `{1}`
 * @span: (out): what to replace in the text that the unit was read from
 * @error: return location for a #GError
 *
 * Works out what to write, so that nothing changes but that target. Its state stays as it
 * is. What says already what it is to say stays as it is written.
 *
 * Returns: (transfer full): what to write in the place of @span; %NULL with an error of
 *   %PROSE_TRANSLATION_ERROR if the text cannot be written
 */
char *
prose_translation_write_target (
    const ProseTranslationUnit *unit, guint n, const char *text, ProseSpan *span, GError **error)
{
  const ProseTranslationTarget *target;

  g_return_val_if_fail (n < unit->targets->len, NULL);

  target = unit->targets->pdata[n];
  *span = target->place;
  if (g_str_equal (prose_copy_get_text (target->copy), text))
    return g_strdup (target->spelled);

  return unit->escape == PROSE_ESCAPE_STRING
             ? prose_po_translation_spell (unit, text)
             : prose_xliff_translation_spell (unit, target, text, error);
}

/**
 * prose_translation_check_placeholders:
 * @source: an original
 * @target: its translation
 *
 * Returns: (transfer full) (element-type ProsePlaceholderFault): what placeholders are
 *   missing in @target, or too much
 */
GPtrArray *
prose_translation_check_placeholders (const char *source, const char *target)
{
  return prose_placeholders_compare (source, target);
}
