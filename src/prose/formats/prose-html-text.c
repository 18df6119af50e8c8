/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-html-text.h"

#include <string.h>

#include "formats/prose-html-entity.h"
#include "formats/prose-slot.h"

/* --- what it is --- */

static guint
get_parts (const ProseHtmlContext *context)
{
  guint parts = 0;

  for (guint part = 0; part < PROSE_HTML_LANGUAGE_PART; part++)
    if (prose_html_context_has (context, part))
      parts |= 1u << part;

  return parts;
}

static void
note_context (ProseHtmlText *self, const ProseHtmlContext *context)
{
  const char *language = prose_html_context_get_language (context);
  guint parts = get_parts (context);

  if (self->segment == NULL) {
    self->segment = prose_segment_new (PROSE_ZONE_BODY);
    self->parts = parts;
    self->is_link = context->is_link;
    self->language = language;
    return;
  }
  self->parts &= parts;
  self->is_link &= context->is_link;
  self->is_mixed |= self->language != language;
}

static gboolean
has_part (const ProseHtmlText *self, ProseHtmlPart part)
{
  return self->parts >> part & 1;
}

static ProseZone
get_zone (const ProseHtmlText *self)
{
  const ProseCopy *copy = self->segment->copy;
  gboolean is_button = has_part (self, PROSE_HTML_BUTTON_PART);

  if ((is_button || self->is_link) &&
      prose_zone_declines (prose_copy_get_text (copy), prose_copy_get_length (copy)))
    return PROSE_ZONE_DECLINE;
  if (is_button)
    return PROSE_ZONE_BUTTON;
  if (has_part (self, PROSE_HTML_HEADLINE_PART))
    return PROSE_ZONE_HEADLINE;

  return has_part (self, PROSE_HTML_FINE_PRINT_PART) ? PROSE_ZONE_FINE_PRINT : PROSE_ZONE_BODY;
}

/* --- characters --- */

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

static gboolean
ends_line (const ProseCopy *copy)
{
  guint length = prose_copy_get_length (copy);

  return length > 0 && prose_copy_get_text (copy)[length - 1] == '\n';
}

/* White space counts once, and not where a line starts. */
static void
add_gap (ProseHtmlText *self, const char *block, ProseEscape escape)
{
  ProseSpan gap = self->gap;

  self->gap = (ProseSpan){ 0, 0 };
  if (prose_span_is_empty (gap) || ends_line (self->segment->copy))
    return;
  if (prose_span_get_length (gap) == 1 && block[gap.start] == ' ')
    prose_copy_append (self->segment->copy, block, gap, escape);
  else
    prose_copy_append_replaced (self->segment->copy, " ", gap, escape);
}

static void
note_gap (ProseHtmlText *self, ProseSpan gap)
{
  if (self->segment == NULL || prose_span_is_empty (gap))
    return;
  if (prose_span_is_empty (self->gap) || self->gap.end == gap.start)
    self->gap =
        (ProseSpan){ prose_span_is_empty (self->gap) ? gap.start : self->gap.start, gap.end };
}

/* What a text is read by. */
typedef struct {
  ProseHtmlText *text;
  const char *block;
  ProseSpan span;
  ProseEscape escape;
  const ProseHtmlContext *context;
} Reading;

static gboolean
is_in_attribute (const Reading *self)
{
  return self->escape == PROSE_ESCAPE_DOUBLE_QUOTED || self->escape == PROSE_ESCAPE_SINGLE_QUOTED ||
         self->escape == PROSE_ESCAPE_UNQUOTED;
}

static gboolean
keeps_spaces (const Reading *self)
{
  return self->context->keeps_spaces && !is_in_attribute (self);
}

static void
add_verbatim (Reading *self, ProseSpan span, ProseEscape escape)
{
  note_context (self->text, self->context);
  add_gap (self->text, self->block, self->escape);
  prose_copy_append (self->text->segment->copy, self->block, span, escape);
}

/* Where words end that stand as they are: at a sign that may mean something, and at white
 * space that is more than a space between two words. */
static guint
find_words_end (const Reading *self, guint start)
{
  const char *signs = self->escape == PROSE_ESCAPE_CDATA ? "" : "&{$[<";
  gboolean keeps = keeps_spaces (self);
  guint i = start;

  for (; i < self->span.end; i++) {
    char c = self->block[i];

    if (g_ascii_isalnum (c) || c & 0x80)
      continue;
    if (is_space (c) && !keeps &&
        (c != ' ' || i + 1 == self->span.end || is_space (self->block[i + 1])))
      return i;
    if (strchr (signs, c) != NULL)
      return i;
  }
  return i;
}

static guint
find_spaces_end (const Reading *self, guint start)
{
  while (start < self->span.end && is_space (self->block[start]))
    start++;

  return start;
}

/* Reads the character reference at a place. Returns where it ends, or the place. */
static guint
read_entity (Reading *self, guint start)
{
  char result[PROSE_HTML_ENTITY_SIZE];
  guint n = prose_html_entity_read (self->block + start, self->span.end - start,
                                    is_in_attribute (self), result);
  ProseSpan span = { start, start + n };

  if (n == 0)
    return start;
  if (is_space (*result) && !keeps_spaces (self)) {
    note_gap (self->text, span);
    return span.end;
  }
  note_context (self->text, self->context);
  add_gap (self->text, self->block, self->escape);
  prose_copy_append_replaced (self->text->segment->copy, result, span, self->escape);
  return span.end;
}

static guint
read_slot (Reading *self, guint start)
{
  guint end = prose_slot_find_end (self->block, self->span.end, start);

  if (end > start && prose_slot_is_shown (self->block + start, end - start))
    add_verbatim (self, (ProseSpan){ start, end }, PROSE_ESCAPE_FIXED);

  return end;
}

/* Reads what a sign begins. Returns where it ends; the place of the sign if that stands for
 * itself. */
static guint
read_sign (Reading *self, guint start)
{
  if (self->escape == PROSE_ESCAPE_CDATA)
    return start;

  switch (self->block[start]) {
  case '&':
    return read_entity (self, start);
  case '{':
  case '$':
  case '[':
    return read_slot (self, start);
  case '<':
    return prose_html_find_code_end (self->block, self->span.end, start);
  default:
    return start;
  }
}

/**
 * prose_html_text_add:
 * @self: a text
 * @block: the block of the page that it is read from
 * @span: what comes next of it
 * @escape: how the page spells it
 * @context: what is open there
 */
void
prose_html_text_add (ProseHtmlText *self,
                     const char *block,
                     ProseSpan span,
                     ProseEscape escape,
                     const ProseHtmlContext *context)
{
  Reading reading = { self, block, span, escape, context };

  for (guint i = span.start; i < span.end;) {
    guint end = keeps_spaces (&reading) ? i : find_spaces_end (&reading, i);

    if (end > i) {
      note_gap (self, (ProseSpan){ i, end });
      i = end;
      continue;
    }
    end = read_sign (&reading, i);
    if (end == i) {
      end = MAX (find_words_end (&reading, i), i + 1);
      add_verbatim (&reading, (ProseSpan){ i, end }, escape);
    }
    i = end;
  }
}

/**
 * prose_html_text_add_line_end:
 * @self: a text
 * @tag: the tag that ends the line
 */
void
prose_html_text_add_line_end (ProseHtmlText *self, ProseSpan tag)
{
  self->gap = (ProseSpan){ 0, 0 };
  if (self->segment != NULL)
    prose_copy_append_replaced (self->segment->copy, "\n", tag, PROSE_ESCAPE_MARKUP);
}

/**
 * prose_html_text_add_comment:
 * @self: a text
 * @block: the block of the page that it is read from
 * @comment: a comment that the checker is to see
 * @context: what is open there
 */
void
prose_html_text_add_comment (ProseHtmlText *self,
                             const char *block,
                             ProseSpan comment,
                             const ProseHtmlContext *context)
{
  Reading reading = { self, block, comment, PROSE_ESCAPE_MARKUP, context };

  add_verbatim (&reading, comment, PROSE_ESCAPE_FIXED);
}

/**
 * prose_html_text_end:
 * @self: a text; nothing is read of the next one then
 * @context: what is open where it ends
 *
 * Returns: (transfer full) (nullable): the text as a segment, if there is any
 */
ProseSegment *
prose_html_text_end (ProseHtmlText *self, const ProseHtmlContext *context)
{
  g_autoptr (ProseSegment) segment = self->segment;

  if (segment != NULL) {
    prose_copy_trim (segment->copy);
    segment->zone = get_zone (self);
    segment->language = self->language;
    if (self->is_mixed)
      segment->language =
          context->part_language != NULL ? context->part_language : context->language;
  }
  *self = (ProseHtmlText){ 0 };
  return segment != NULL && !prose_copy_is_blank (segment->copy) ? g_steal_pointer (&segment)
                                                                 : NULL;
}
