/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check/prose-ignored-places.h"

#include "check/prose-paragraph-findings.h"
#include "check/prose-paragraph-text.h"

/* How much of the text before and behind what is cut anew is looked at for what
 * here-entries are known by, in bytes. */
#define AROUND 1024

/* What a reader sees of a part of the text, and of some more on both sides. */
static ProseReading *
read_around (ProseParagraphList *text, ProseSpan span)
{
  span.start -= MIN (span.start, AROUND);
  span.end = MIN (span.end + AROUND, prose_paragraph_list_get_sum (text, PROSE_PARAGRAPH_BYTES));
  return prose_paragraph_text_read (text, span);
}

/**
 * prose_ignored_places_follow_edit:
 * @list: what a text ignores
 * @text: its paragraphs, as they are after an edit
 * @deleted: what went, as it was before
 * @n_inserted: how many bytes came in its place
 * @cut: the paragraphs that were cut anew, as they are; what they say is known, but they need
 *   not be checked yet
 *
 * Moves what is ignored here along with the text.
 */
void
prose_ignored_places_follow_edit (ProseIgnoreList *list,
                                  ProseParagraphList *text,
                                  ProseSpan deleted,
                                  guint n_inserted,
                                  ProseSpan cut)
{
  ProseSpan edited = { MIN (deleted.start, cut.start), MAX (deleted.start + n_inserted, cut.end) };
  g_autoptr (ProseReading) reading = read_around (text, edited);

  prose_ignore_list_follow_edit (list, deleted, n_inserted, reading);
}

/**
 * prose_ignored_places_resolve:
 * @list: what a text ignores
 * @text: its paragraphs, which were checked
 *
 * Finds the places of what is ignored here and has none.
 *
 * Returns: whether some were found, so that the text has to be checked again
 */
gboolean
prose_ignored_places_resolve (ProseIgnoreList *list, ProseParagraphList *text)
{
  ProseSpan all = { 0, prose_paragraph_list_get_sum (text, PROSE_PARAGRAPH_BYTES) };
  g_autoptr (ProseReading) reading = prose_paragraph_text_read (text, all);
  g_autoptr (GArray) diagnostics = prose_paragraph_findings_dup (text, all, FALSE);

  return prose_ignore_list_resolve (list, reading, diagnostics);
}

/**
 * prose_ignored_places_create_entry:
 * @text: the paragraphs of a text
 * @level: how far it is to reach
 * @mark: a mark of the text
 *
 * Returns: (transfer full): the phrase of @mark, to be ignored
 */
ProseIgnoreEntry *
prose_ignored_places_create_entry (ProseParagraphList *text,
                                   ProseIgnoreLevel level,
                                   const ProseDiagnostic *mark)
{
  g_autoptr (ProseReading) reading = read_around (text, mark->span);
  ProseDiagnostic in_reading = *mark;
  ProseIgnoreEntry *entry;

  in_reading.span = prose_reading_from_source (reading, mark->span);
  entry = prose_ignore_entry_new_for_mark (level, prose_reading_get_text (reading),
                                           prose_reading_get_length (reading), &in_reading);
  if (level == PROSE_IGNORE_HERE) {
    entry->range = mark->span;
    entry->key->place = mark->span.start;
  }
  return entry;
}

/**
 * prose_ignored_places_find_entry:
 * @text: the paragraphs of a text, which were checked
 * @entry: something that was ignored here, and was taken out of the list
 *
 * Finds its place, if the text was edited since.
 */
void
prose_ignored_places_find_entry (ProseParagraphList *text, ProseIgnoreEntry *entry)
{
  g_autoptr (ProseIgnoreList) alone = prose_ignore_list_new ();
  g_autofree char *there = prose_paragraph_text_dup_copy (text, entry->range);

  if (entry->is_present && g_str_equal (there, entry->written))
    return;

  prose_ignore_list_add (alone, entry);
  prose_ignore_list_lose_places (alone);
  prose_ignored_places_resolve (alone, text);
}
