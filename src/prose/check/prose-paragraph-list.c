/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check/prose-paragraph-list.h"

#include <string.h>

#include "text/prose-paragraph.h"

/* A block is cut in two when it grows beyond this many paragraphs. A text of
 * 10 MB then has some hundred blocks of some hundred paragraphs. */
#define LARGEST_BLOCK 256

/* Paragraphs in a row, and what they amount to. */
typedef struct {
  GPtrArray *paragraphs; /* of ProseParagraph, never empty */
  guint sums[PROSE_PARAGRAPH_N_UNITS];
} Block;

struct _ProseParagraphList {
  GArray *blocks; /* of Block */
};

/* --- paragraphs --- */

/**
 * prose_paragraph_new:
 * @text: its text, line ends included
 * @length: its length in bytes
 *
 * Returns: (transfer full): a paragraph that was not checked yet
 */
ProseParagraph *
prose_paragraph_new (const char *text, guint length)
{
  ProseParagraph *self = g_new0 (ProseParagraph, 1);

  self->text = g_strndup (text, length);
  self->length = length;
  for (guint start = 0; start < length;) {
    ProseSpan line = prose_next_line (text, length, start, &start);

    self->n_breaks += line.end < start;
  }
  return self;
}

void
prose_paragraph_free (ProseParagraph *self)
{
  g_free (self->text);
  g_clear_pointer (&self->diagnostics, g_array_unref);
  g_clear_pointer (&self->credits, g_array_unref);
  g_clear_pointer (&self->ignored, g_ptr_array_unref);
  g_clear_pointer (&self->segments, g_ptr_array_unref);
  g_free (self);
}

static guint
get_amount (const ProseParagraph *self, ProseParagraphUnit unit)
{
  switch (unit) {
  case PROSE_PARAGRAPH_BYTES:
    return self->length;
  case PROSE_PARAGRAPH_BREAKS:
    return self->n_breaks;
  case PROSE_PARAGRAPH_DIAGNOSTICS:
    return self->diagnostics != NULL ? self->diagnostics->len : 0;
  case PROSE_PARAGRAPH_COUNT:
  default:
    return 1;
  }
}

/* --- blocks --- */

static Block *
get_block (ProseParagraphList *self, guint i)
{
  return &g_array_index (self->blocks, Block, i);
}

static void
block_clear (Block *self)
{
  g_ptr_array_unref (self->paragraphs);
}

static Block
block_new (void)
{
  return (Block){ .paragraphs =
                      g_ptr_array_new_with_free_func ((GDestroyNotify)prose_paragraph_free) };
}

static void
block_recount (Block *self)
{
  memset (self->sums, 0, sizeof self->sums);
  for (guint i = 0; i < self->paragraphs->len; i++)
    for (guint unit = 0; unit < PROSE_PARAGRAPH_N_UNITS; unit++)
      self->sums[unit] += get_amount (self->paragraphs->pdata[i], unit);
}

/* Cuts a block that has grown too large into blocks of half the size, so that
 * each has room to grow. */
static void
split_block (ProseParagraphList *self, guint i)
{
  while (get_block (self, i)->paragraphs->len > LARGEST_BLOCK) {
    GPtrArray *paragraphs = get_block (self, i)->paragraphs;
    Block tail = block_new ();
    guint from = paragraphs->len - LARGEST_BLOCK / 2;

    for (guint j = from; j < paragraphs->len; j++)
      g_ptr_array_add (tail.paragraphs, g_steal_pointer (&paragraphs->pdata[j]));
    paragraphs->len = from;
    block_recount (&tail);
    g_array_insert_val (self->blocks, i + 1, tail);
  }
  block_recount (get_block (self, i));
}

/* --- the list --- */

ProseParagraphList *
prose_paragraph_list_new (void)
{
  ProseParagraphList *self = g_new0 (ProseParagraphList, 1);

  self->blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  g_array_set_clear_func (self->blocks, (GDestroyNotify)block_clear);

  return self;
}

void
prose_paragraph_list_free (ProseParagraphList *self)
{
  g_array_unref (self->blocks);
  g_free (self);
}

/**
 * prose_paragraph_list_get_sum:
 * @self: a list
 * @unit: what to count
 *
 * Returns: how many the whole list has
 */
guint
prose_paragraph_list_get_sum (ProseParagraphList *self, ProseParagraphUnit unit)
{
  guint sum = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    sum += get_block (self, i)->sums[unit];

  return sum;
}

static void
add_amounts (ProseParagraphPlace *place, const ProseParagraph *paragraph)
{
  for (guint unit = 0; unit < PROSE_PARAGRAPH_N_UNITS; unit++)
    place->before[unit] += get_amount (paragraph, unit);
}

/* The block that the value lies in; the last one for what lies behind all. */
static void
find_block (ProseParagraphList *self,
            ProseParagraphUnit unit,
            guint value,
            ProseParagraphPlace *place)
{
  for (; place->block + 1 < self->blocks->len; place->block++) {
    const Block *block = get_block (self, place->block);

    if (place->before[unit] + block->sums[unit] > value)
      return;
    for (guint i = 0; i < PROSE_PARAGRAPH_N_UNITS; i++)
      place->before[i] += block->sums[i];
  }
}

/**
 * prose_paragraph_list_find:
 * @self: a list that is not empty
 * @unit: what to count in
 * @value: how many of them come before the place that is looked for
 *
 * Returns: the paragraph that place lies in; the last one if it lies behind all
 */
ProseParagraphPlace
prose_paragraph_list_find (ProseParagraphList *self, ProseParagraphUnit unit, guint value)
{
  ProseParagraphPlace place = { 0 };
  const GPtrArray *paragraphs;

  g_return_val_if_fail (self->blocks->len > 0, place);

  find_block (self, unit, value, &place);
  paragraphs = get_block (self, place.block)->paragraphs;
  for (; place.item + 1 < paragraphs->len; place.item++) {
    const ProseParagraph *paragraph = paragraphs->pdata[place.item];

    if (place.before[unit] + get_amount (paragraph, unit) > value)
      break;
    add_amounts (&place, paragraph);
  }
  return place;
}

ProseParagraph *
prose_paragraph_list_get (ProseParagraphList *self, const ProseParagraphPlace *place)
{
  return get_block (self, place->block)->paragraphs->pdata[place->item];
}

/**
 * prose_paragraph_list_next:
 * @self: a list
 * @place: (inout): a place in it
 *
 * Moves @place to the next paragraph.
 *
 * Returns: whether there is one; if not, @place stays
 */
gboolean
prose_paragraph_list_next (ProseParagraphList *self, ProseParagraphPlace *place)
{
  gboolean ends_block = place->item + 1 == get_block (self, place->block)->paragraphs->len;

  if (ends_block && place->block + 1 == self->blocks->len)
    return FALSE;

  add_amounts (place, prose_paragraph_list_get (self, place));
  place->block += ends_block;
  place->item = ends_block ? 0 : place->item + 1;
  return TRUE;
}

/**
 * prose_paragraph_list_insert:
 * @self: a list
 * @number: before which paragraph; their number for the end
 * @paragraphs: (element-type ProseParagraph): what to insert; the list takes them
 *   over and leaves the array empty
 */
void
prose_paragraph_list_insert (ProseParagraphList *self, guint number, GPtrArray *paragraphs)
{
  ProseParagraphPlace place;
  GPtrArray *into;
  guint at;

  if (paragraphs->len == 0)
    return;
  if (self->blocks->len == 0) {
    Block first = block_new ();

    g_array_append_val (self->blocks, first);
    place = (ProseParagraphPlace){ 0 };
  } else {
    place = prose_paragraph_list_find (self, PROSE_PARAGRAPH_COUNT, number);
  }

  into = get_block (self, place.block)->paragraphs;
  at = MIN (number - place.before[PROSE_PARAGRAPH_COUNT] + place.item, into->len);
  g_ptr_array_set_size (into, into->len + paragraphs->len);
  memmove (into->pdata + at + paragraphs->len, into->pdata + at,
           (into->len - paragraphs->len - at) * sizeof (gpointer));
  memcpy (into->pdata + at, paragraphs->pdata, paragraphs->len * sizeof (gpointer));
  paragraphs->len = 0;
  split_block (self, place.block);
}

/**
 * prose_paragraph_list_remove:
 * @self: a list
 * @number: the first paragraph to go
 * @n: how many
 *
 * Returns: (transfer full) (element-type ProseParagraph): those that went
 */
GPtrArray *
prose_paragraph_list_remove (ProseParagraphList *self, guint number, guint n)
{
  GPtrArray *removed = g_ptr_array_new_with_free_func ((GDestroyNotify)prose_paragraph_free);

  while (removed->len < n) {
    ProseParagraphPlace place = prose_paragraph_list_find (self, PROSE_PARAGRAPH_COUNT, number);
    Block *block = get_block (self, place.block);
    guint n_here = MIN (n - removed->len, block->paragraphs->len - place.item);

    for (guint i = 0; i < n_here; i++)
      g_ptr_array_add (removed, g_steal_pointer (&block->paragraphs->pdata[place.item + i]));
    memmove (block->paragraphs->pdata + place.item, block->paragraphs->pdata + place.item + n_here,
             (block->paragraphs->len - place.item - n_here) * sizeof (gpointer));
    block->paragraphs->len -= n_here;
    if (block->paragraphs->len == 0)
      g_array_remove_index (self->blocks, place.block);
    else
      block_recount (block);
  }
  return removed;
}

/**
 * prose_paragraph_list_recount:
 * @self: a list
 * @place: a paragraph of it
 *
 * Brings the sums up to date after what was found in the paragraph has changed.
 */
void
prose_paragraph_list_recount (ProseParagraphList *self, const ProseParagraphPlace *place)
{
  block_recount (get_block (self, place->block));
}
