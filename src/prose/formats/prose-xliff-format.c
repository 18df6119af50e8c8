/* SPDX-License-Identifier: GPL-3.0-or-later */

/* XLIFF files: each target is checked, each source is there to be compared. A block is a
 * unit with the white space behind it, or what lies between units. */

#include "formats/prose-xliff-format.h"

#include <string.h>

#include "formats/prose-language-code.h"
#include "formats/prose-markup.h"
#include "formats/prose-xliff-context.h"
#include "formats/prose-xliff-inline.h"
#include "text/prose-directive.h"

/* Text inside of code inside of text, and so on, is read so deep. */
#define MOST_SUBS_DEPTH 4

/* A block without a unit ends after so many bytes. */
#define LONGEST_EMPTY_BLOCK 512

/* --- blocks --- */

static guint
find_block_end (const char *text, gsize length, guint start, ProseFormatState *state)
{
  guint i = start;

  while (i < length && i < start + LONGEST_EMPTY_BLOCK) {
    ProseXmlToken token = prose_xml_token_read (text, length, i);

    if (prose_xliff_is_unit (&token, text))
      return i > start ? i : prose_xliff_unit_find_end (text, length, i);

    prose_xliff_context_apply (state, &token, text);
    i = token.span.end;
  }
  return i;
}

/* --- strings --- */

/* A string being read. */
typedef struct {
  const char *block;
  const ProseXliffUnit *unit;
  ProseSpan content;
  gboolean keeps_spaces;
  ProseCopy *copy;
  ProseSpan gap; /* white space that was read last */
  ProseXliffProtection protection;
  GArray *subs; /* of ProseSpan: strings inside of its code */
} Reading;

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Where nothing was read yet, or a line ended. */
static gboolean
begins_line (const ProseCopy *copy)
{
  guint length = prose_copy_get_length (copy);

  return length == 0 || prose_copy_get_text (copy)[length - 1] == '\n';
}

/* White space counts once, but where a line begins or ends not at all. */
static void
add_gap (Reading *self, ProseEscape escape)
{
  ProseSpan gap = self->gap;

  self->gap = (ProseSpan){ 0, 0 };
  if (prose_span_is_empty (gap) || begins_line (self->copy))
    return;
  if (prose_span_get_length (gap) == 1 && self->block[gap.start] == ' ')
    prose_copy_append (self->copy, self->block, gap, escape);
  else
    prose_copy_append_replaced (self->copy, " ", gap, escape);
}

static void
note_gap (Reading *self, ProseSpan gap)
{
  if (prose_span_is_empty (self->gap))
    self->gap = gap;
  else if (self->gap.end == gap.start)
    self->gap.end = gap.end;
}

static gboolean
counts_once (const Reading *self, guint i)
{
  return !self->keeps_spaces && is_space (self->block[i]);
}

/* How the file spells what is read, unless that is to stay. */
static ProseEscape
get_escape (const Reading *self, ProseEscape escape)
{
  return prose_xliff_protection_is_on (&self->protection) ? PROSE_ESCAPE_FIXED : escape;
}

static guint
read_reference (Reading *self, ProseSpan span)
{
  char result[PROSE_XML_REFERENCE_SIZE];
  guint n =
      prose_xml_reference_read (self->block + span.start, prose_span_get_length (span), result);

  if (n == 0)
    return span.start;

  add_gap (self, PROSE_ESCAPE_MARKUP);
  prose_copy_append_replaced (self->copy, result, (ProseSpan){ span.start, span.start + n },
                              get_escape (self, PROSE_ESCAPE_MARKUP));
  return span.start + n;
}

/* Whether words that stand as they are end at a place: where a reference may begin, and at
 * white space that is more than a space between two words. */
static gboolean
ends_words (const Reading *self, ProseSpan span, guint i, ProseEscape escape)
{
  if (escape == PROSE_ESCAPE_MARKUP && self->block[i] == '&')
    return TRUE;

  return counts_once (self, i) &&
         (self->block[i] != ' ' || i + 1 == span.end || is_space (self->block[i + 1]));
}

static void
read_text (Reading *self, ProseSpan span, ProseEscape escape)
{
  for (guint i = span.start; i < span.end;) {
    guint end = i;

    while (end < span.end && counts_once (self, end))
      end++;
    if (end > i) {
      note_gap (self, (ProseSpan){ i, end });
      i = end;
      continue;
    }
    if (escape == PROSE_ESCAPE_MARKUP && self->block[i] == '&')
      end = read_reference (self, (ProseSpan){ i, span.end });
    if (end == i) {
      for (end = i + 1; end < span.end && !ends_words (self, span, end, escape);)
        end++;
      add_gap (self, escape);
      prose_copy_append (self->copy, self->block, (ProseSpan){ i, end }, get_escape (self, escape));
    }
    i = end;
  }
}

static gboolean
is_directive (const char *block, ProseSpan comment)
{
  return prose_directive_is_one (block + comment.start, prose_span_get_length (comment));
}

static void
read_comment (Reading *self, ProseSpan comment)
{
  if (!is_directive (self->block, comment))
    return;

  add_gap (self, PROSE_ESCAPE_MARKUP);
  prose_copy_append (self->copy, self->block, comment, PROSE_ESCAPE_MARKUP);
}

static void
add_line_end (Reading *self, ProseSpan tag)
{
  self->gap = (ProseSpan){ 0, 0 };
  if (prose_copy_get_length (self->copy) > 0)
    prose_copy_append_replaced (self->copy, "\n", tag, PROSE_ESCAPE_FIXED);
}

/* Reads a tag, which ends with the code that is inside. */
static void
read_tag (Reading *self, const ProseXmlToken *tag, guint end)
{
  prose_xliff_protection_pass (&self->protection, tag, self->block);
  if (prose_xliff_ends_line (tag, self->block, end, self->unit))
    add_line_end (self, (ProseSpan){ tag->span.start, end });
  if (end > tag->span.end)
    prose_xliff_find_subs (self->block, (ProseSpan){ tag->span.end, end }, self->subs);
}

static void
read_content (Reading *self)
{
  for (guint i = self->content.start; i < self->content.end;) {
    ProseXmlToken token = prose_xml_token_read (self->block, self->content.end, i);

    i = prose_xliff_find_atom_end (&token, self->block, self->content.end);
    if (token.kind == PROSE_XML_TEXT)
      read_text (self, token.span, PROSE_ESCAPE_MARKUP);
    else if (token.kind == PROSE_XML_CDATA)
      read_text (self, token.content, PROSE_ESCAPE_CDATA);
    else if (token.kind == PROSE_XML_COMMENT)
      read_comment (self, token.span);
    else
      read_tag (self, &token, i);
  }
}

/* --- segments --- */

/* What an element of a page is called, in XLIFF 1.2 or in XLIFF 2. */
static char *
dup_element (const ProseXliffUnit *unit, const char *block)
{
  g_autofree char *type = prose_xml_token_dup_attribute (&unit->tag, block, "restype");

  if (type == NULL)
    return prose_xml_token_dup_attribute (&unit->tag, block, ":fs");

  return g_strdup (g_str_has_prefix (type, "x-html-") ? type + strlen ("x-html-") : type);
}

static ProseZone
get_zone (const ProseXliffUnit *unit, const char *block)
{
  static const char *const headlines[] = { "heading", "title", "h1", "h2", "h3", NULL };
  g_autofree char *element = dup_element (unit, block);

  if (element == NULL)
    return PROSE_ZONE_ANY;
  if (g_str_equal (element, "button"))
    return PROSE_ZONE_BUTTON;

  return g_strv_contains (headlines, element) ? PROSE_ZONE_HEADLINE : PROSE_ZONE_ANY;
}

static void
set_zone (ProseSegment *self, const ProseXliffUnit *unit, const char *block)
{
  self->zone = get_zone (unit, block);
  if (self->zone == PROSE_ZONE_BUTTON &&
      prose_zone_declines (prose_copy_get_text (self->copy), prose_copy_get_length (self->copy)))
    self->zone = PROSE_ZONE_DECLINE;
}

static const char *
find_language (const ProseXliffString *string, const char *block, const char *language)
{
  g_autofree char *name = prose_xml_token_dup_attribute (&string->tag, block, "xml:lang");
  const char *own = prose_language_code_intern (name);

  return own != NULL ? own : language;
}

static gboolean
keeps_spaces (const ProseXliffUnit *unit, const ProseXliffString *string, const char *block)
{
  return prose_xml_token_has (&string->tag, block, "xml:space", "preserve") ||
         (prose_xml_token_has (&unit->tag, block, "xml:space", "preserve") &&
          !prose_xml_token_has (&string->tag, block, "xml:space", "default"));
}

/* Tags of a page that are written as text: `&lt;b&gt;`. */
static void
leave_markup_out (ProseSegment *segment, const char *block)
{
  ProseCopy *copy = prose_markup_leave_out (segment->copy, block);

  prose_copy_free (segment->copy);
  segment->copy = copy;
  prose_copy_trim (copy);
}

/* What all texts of a string have in common. */
typedef struct {
  GPtrArray *segments;
  const ProseXliffUnit *unit;
  const char *block;
  ProseSegmentRole role;
  const char *language;
  const char *id;
  gboolean keeps_spaces;
} Adding;

/* Adds the text of a string, or of a part of its code, whose number is in its id then.
 * Appends where its own code has text. */
static void
add_text (const Adding *self, ProseSpan content, guint number, GArray *subs)
{
  g_autoptr (ProseSegment) segment = prose_segment_new (PROSE_ZONE_ANY);
  Reading reading = { .block = self->block,
                      .unit = self->unit,
                      .content = content,
                      .keeps_spaces = self->keeps_spaces,
                      .copy = segment->copy,
                      .subs = subs };

  read_content (&reading);
  leave_markup_out (segment, self->block);
  if (prose_copy_is_blank (segment->copy))
    return;

  segment->role = self->role;
  segment->language = self->language;
  segment->id = number == 0 ? g_strdup (self->id) : g_strdup_printf ("%s/sub%u", self->id, number);
  segment->is_in_code = number > 0;
  if (number == 0)
    set_zone (segment, self->unit, self->block);
  g_ptr_array_add (self->segments, g_steal_pointer (&segment));
}

static void
add_string (GPtrArray *segments,
            const ProseXliffUnit *unit,
            const ProseXliffString *string,
            const char *block,
            ProseSegmentRole role,
            const char *language,
            const char *id)
{
  g_autoptr (GArray) subs = g_array_new (FALSE, FALSE, sizeof (ProseSpan));
  Adding adding = { .segments = segments,
                    .unit = unit,
                    .block = block,
                    .role = role,
                    .language = find_language (string, block, language),
                    .id = id,
                    .keeps_spaces = keeps_spaces (unit, string, block) };
  guint i = 0;

  add_text (&adding, string->content, 0, subs);
  for (guint depth = 0; depth < MOST_SUBS_DEPTH && i < subs->len; depth++)
    for (guint end = subs->len; i < end; i++)
      add_text (&adding, g_array_index (subs, ProseSpan, i), i + 1, subs);
}

static void
add_part (GPtrArray *segments,
          const ProseXliffUnit *unit,
          const ProseXliffPart *part,
          const char *block,
          const ProseFormatState *state)
{
  g_autofree char *id = prose_xliff_context_dup_id (state, unit, part, block);

  add_string (segments, unit, &part->source, block, PROSE_SEGMENT_SOURCE, state->source_language,
              id);
  add_string (segments, unit, &part->target, block, PROSE_SEGMENT_COPY, state->language, id);
}

/* A comment that the checker is to see. */
static void
add_comment (GPtrArray *segments, const char *block, ProseSpan comment)
{
  ProseSegment *segment;

  if (!is_directive (block, comment))
    return;

  segment = prose_segment_new (PROSE_ZONE_ANY);
  prose_copy_append (segment->copy, block, comment, PROSE_ESCAPE_MARKUP);
  g_ptr_array_add (segments, segment);
}

static void
read_unit (const char *block, guint length, const ProseFormatState *state, GPtrArray *segments)
{
  g_autoptr (ProseXliffUnit) unit = prose_xliff_unit_read (block, length);
  guint first = segments->len;

  if (prose_xliff_context_is_translated (state, unit, block))
    for (guint i = 0; i < unit->parts->len; i++)
      add_part (segments, unit, unit->parts->pdata[i], block, state);
  for (guint i = 0; i < unit->comments->len; i++)
    add_comment (segments, block, g_array_index (unit->comments, ProseSpan, i));
  prose_segments_sort (segments, first);
}

static void
read_block (const char *block, guint length, const ProseFormatState *state, GPtrArray *segments)
{
  for (guint i = 0; i < length;) {
    ProseXmlToken token = prose_xml_token_read (block, length, i);

    if (i == 0 && prose_xliff_is_unit (&token, block)) {
      read_unit (block, length, state, segments);
      return;
    }
    if (token.kind == PROSE_XML_COMMENT)
      add_comment (segments, block, token.span);
    i = token.span.end;
  }
}

/* --- encoding --- */

/* Where the declaration has to be: at the start. */
#define LONGEST_DECLARATION 200

static gboolean
find_encoding (const char *data, gsize length, ProseEncoding *encoding)
{
  /* It is written like a start tag. */
  gsize n = MIN (length, LONGEST_DECLARATION);
  const char *end = n > 5 && memcmp (data, "<?xml", 5) == 0 ? memchr (data, '>', n) : NULL;
  ProseXmlToken tag = { .attributes = strlen ("<?xml"), .name = { 2, 5 } };
  g_autofree char *name = NULL;

  if (end == NULL)
    return FALSE;

  tag.span = (ProseSpan){ 0, end - data };
  name = prose_xml_token_dup_attribute (&tag, data, "encoding");
  return name != NULL && prose_encoding_find_charset (name, encoding);
}

const ProseFormat prose_xliff_format = {
  .name = "xliff",
  .suffixes = (const char *const[]){ ".xlf", ".xliff", ".sdlxliff", NULL },
  .find_block_end = find_block_end,
  .read_block = read_block,
  .find_encoding = find_encoding,
};
