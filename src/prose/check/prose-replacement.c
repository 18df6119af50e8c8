/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an edit replaces. Whether a paragraph of plain text ends after a line depends on
 * that line and the next only, so one paragraph before the edit and one after it are
 * enough to cut right. In other formats, whose blocks are the paragraphs here, an edit may
 * reach further, such as one that opens a comment: more is cut anew until a cut is where
 * one was before, with the same things open.
 */

#include "check/prose-replacement.h"

#include <string.h>

/**
 * prose_replacement_gather:
 * @paragraphs: the paragraphs of a text
 * @span: what is edited, in bytes of the text
 * @text: (transfer none): an empty string
 *
 * Gathers the paragraphs from the one before @span to the one after it, and what they
 * say in @text, where it is edited then.
 *
 * Returns: what is replaced
 */
ProseReplacement
prose_replacement_gather (ProseParagraphList *paragraphs, ProseSpan span, GString *text)
{
  ProseReplacement replacement = { .text = text };
  ProseParagraphPlace place, last;
  guint n;

  if (prose_paragraph_list_get_sum (paragraphs, PROSE_PARAGRAPH_COUNT) == 0)
    return replacement;

  place = prose_paragraph_list_find (paragraphs, PROSE_PARAGRAPH_BYTES, span.start);
  last = prose_paragraph_list_find (paragraphs, PROSE_PARAGRAPH_BYTES, span.end);
  if (place.before[PROSE_PARAGRAPH_COUNT] > 0)
    place = prose_paragraph_list_find (paragraphs, PROSE_PARAGRAPH_COUNT,
                                       place.before[PROSE_PARAGRAPH_COUNT] - 1);

  replacement.state = prose_paragraph_list_get (paragraphs, &place)->state;
  replacement.first = place.before[PROSE_PARAGRAPH_COUNT];
  replacement.start = place.before[PROSE_PARAGRAPH_BYTES];
  replacement.position = place.before[PROSE_PARAGRAPH_DIAGNOSTICS];
  n = last.before[PROSE_PARAGRAPH_COUNT] + 2 - replacement.first;
  do {
    const ProseParagraph *paragraph = prose_paragraph_list_get (paragraphs, &place);

    g_string_append_len (text, paragraph->text, paragraph->length);
    replacement.n_old++;
  } while (replacement.n_old < n && prose_paragraph_list_next (paragraphs, &place));

  return replacement;
}

static const ProseParagraph *
get_paragraph (ProseParagraphList *paragraphs, guint number)
{
  ProseParagraphPlace place = prose_paragraph_list_find (paragraphs, PROSE_PARAGRAPH_COUNT, number);

  return prose_paragraph_list_get (paragraphs, &place);
}

static GPtrArray *
cut (const ProseReplacement *self, const ProseFormat *format)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_paragraph_free);
  const GString *text = self->text;
  ProseFormatState state = self->state;

  for (guint start = 0; start < text->len;) {
    ProseFormatState before = state;
    guint end = format->find_block_end (text->str, text->len, start, &state);
    ProseParagraph *piece = prose_paragraph_new (text->str + start, end - start);

    piece->state = before;
    g_ptr_array_add (pieces, piece);
    start = end;
  }
  return pieces;
}

/* How many of the pieces lie before a place where one starts under the same state as the
 * paragraph does that started there; G_MAXUINT if none starts there so. */
static guint
count_pieces_until (GPtrArray *pieces, guint place, const ProseParagraph *paragraph)
{
  guint start = 0;

  for (guint i = 0; i < pieces->len && start <= place; i++) {
    const ProseParagraph *piece = pieces->pdata[i];

    if (start == place)
      return prose_format_state_equal (&piece->state, &paragraph->state) ? i : G_MAXUINT;
    start += piece->length;
  }
  return G_MAXUINT;
}

/* Takes up to n paragraphs behind those that are replaced along. */
static void
take_in_more (ProseReplacement *self, ProseParagraphList *paragraphs, guint n)
{
  ProseParagraphPlace place =
      prose_paragraph_list_find (paragraphs, PROSE_PARAGRAPH_COUNT, self->first + self->n_old);

  do {
    const ProseParagraph *paragraph = prose_paragraph_list_get (paragraphs, &place);

    g_string_append_len (self->text, paragraph->text, paragraph->length);
    self->n_old++;
  } while (--n > 0 && prose_paragraph_list_next (paragraphs, &place));
}

/**
 * prose_replacement_cut:
 * @self: what is replaced, its text as it is to be
 * @paragraphs: the paragraphs that have it
 * @format: what cuts a text
 *
 * Cuts the text anew, and more behind it, until the last of the old paragraphs starts
 * where a piece does: that one stays then.
 *
 * Returns: (transfer full) (element-type ProseParagraph): the pieces
 */
GPtrArray *
prose_replacement_cut (ProseReplacement *self,
                       ProseParagraphList *paragraphs,
                       const ProseFormat *format)
{
  for (guint n_more = 2;; n_more *= 2) {
    g_autoptr (GPtrArray) pieces = cut (self, format);
    guint n_end = self->first + self->n_old;
    const ProseParagraph *last;
    guint n;

    if (prose_format_is_text (format) ||
        n_end == prose_paragraph_list_get_sum (paragraphs, PROSE_PARAGRAPH_COUNT))
      return g_steal_pointer (&pieces);

    last = get_paragraph (paragraphs, n_end - 1);
    n = count_pieces_until (pieces, self->text->len - last->length, last);
    if (n != G_MAXUINT) {
      g_ptr_array_set_size (pieces, n);
      self->n_old--;
      return g_steal_pointer (&pieces);
    }
    take_in_more (self, paragraphs, n_more);
  }
}

static gboolean
is_same (const ProseParagraph *a, const ProseParagraph *b)
{
  return a->length == b->length && memcmp (a->text, b->text, a->length) == 0 &&
         prose_format_state_equal (&a->state, &b->state);
}

/**
 * prose_replacement_keep_unchanged:
 * @self: what is replaced
 * @paragraphs: the paragraphs that have it
 * @pieces: (element-type ProseParagraph): what it was cut into
 *
 * Leaves out the paragraphs at both ends that came out as they were.
 */
void
prose_replacement_keep_unchanged (ProseReplacement *self,
                                  ProseParagraphList *paragraphs,
                                  GPtrArray *pieces)
{
  guint n_kept = 0;

  while (self->n_old > 0 && n_kept < pieces->len) {
    const ProseParagraph *old = get_paragraph (paragraphs, self->first);

    if (!is_same (old, pieces->pdata[n_kept]))
      break;
    self->start += old->length;
    self->position += old->diagnostics != NULL ? old->diagnostics->len : 0;
    self->first++;
    self->n_old--;
    n_kept++;
  }
  if (n_kept > 0)
    g_ptr_array_remove_range (pieces, 0, n_kept);

  while (self->n_old > 0 && pieces->len > 0 &&
         is_same (get_paragraph (paragraphs, self->first + self->n_old - 1),
                  pieces->pdata[pieces->len - 1])) {
    self->n_old--;
    g_ptr_array_set_size (pieces, pieces->len - 1);
  }
}
