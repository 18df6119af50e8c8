/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Units of XLIFF, as OASIS describes them in XLIFF 1.2 and XLIFF 2.1. Elements are known by
 * their names without prefixes, for files choose those. What else stands in a unit has
 * sources and targets of its own (proposals, glossaries, older versions) and is passed over.
 */

#include "formats/prose-xliff-unit.h"

#include <string.h>

/* --- where units end --- */

/**
 * prose_xliff_is_unit:
 * @token: a token
 * @text: the text it was read from
 *
 * Returns: whether a unit starts there that has something inside
 */
gboolean
prose_xliff_is_unit (const ProseXmlToken *token, const char *text)
{
  static const char *const names[] = { "trans-unit", "unit", NULL };

  return token->kind == PROSE_XML_START_TAG && prose_xml_token_is_one_of (token, text, names);
}

/**
 * prose_xliff_is_around_units:
 * @token: a token
 * @text: the text it was read from
 *
 * Returns: whether it is a tag of what has units inside
 */
gboolean
prose_xliff_is_around_units (const ProseXmlToken *token, const char *text)
{
  static const char *const names[] = { "group", "body", "file", "xliff", NULL };

  return prose_xml_token_is_one_of (token, text, names);
}

static gboolean
ends_unit (const ProseXmlToken *token, const char *text)
{
  static const char *const names[] = { "trans-unit", "unit", NULL };

  return token->kind == PROSE_XML_END_TAG && prose_xml_token_is_one_of (token, text, names);
}

static guint
skip_blank (const char *text, gsize length, guint start)
{
  while (start < length && g_ascii_isspace (text[start]))
    start++;

  return start;
}

/**
 * prose_xliff_unit_find_end:
 * @text: an XLIFF file
 * @length: its length in bytes
 * @start: where a unit starts
 *
 * Returns: where it ends, with the white space behind it; one that is not ended ends where
 *   something begins that no unit can have inside
 */
guint
prose_xliff_unit_find_end (const char *text, gsize length, guint start)
{
  guint i = prose_xml_token_read (text, length, start).span.end;

  while (i < length) {
    ProseXmlToken token = prose_xml_token_read (text, length, i);

    if (ends_unit (&token, text))
      return skip_blank (text, length, token.span.end);
    if (prose_xliff_is_unit (&token, text) || prose_xliff_is_around_units (&token, text))
      return i;
    i = token.span.end;
  }
  return length;
}

/* --- strings --- */

gboolean
prose_xliff_string_is_there (const ProseXliffString *self)
{
  return !prose_span_is_empty (self->tag.span);
}

/* Elements that no string can have inside: where one stands, a string that is not ended
 * ends. */
static gboolean
ends_string (const ProseXmlToken *token, const char *text)
{
  static const char *const names[] = { "source", "seg-source", "target",     "segment", "ignorable",
                                       "notes",  "alt-trans",  "trans-unit", "unit",    NULL };

  return prose_xml_token_is_one_of (token, text, names);
}

/* Reads on behind the start tag of a string; returns where to go on. */
static guint
read_string (ProseXliffString *self, const ProseXmlToken *tag, const char *block, guint length)
{
  gboolean is_first = !prose_xliff_string_is_there (self);
  ProseSpan content = { tag->span.end, tag->span.end };
  guint i = tag->span.end;

  while (tag->kind == PROSE_XML_START_TAG && i < length) {
    ProseXmlToken token = prose_xml_token_read (block, length, i);

    if (ends_string (&token, block)) {
      if (token.kind == PROSE_XML_END_TAG)
        i = token.span.end;
      content.end = token.span.start;
      break;
    }
    i = content.end = token.span.end;
  }
  if (is_first)
    *self = (ProseXliffString){ *tag, content };
  return i;
}

/**
 * prose_xliff_skip_element:
 * @tag: the start tag of an element, or an empty one
 * @text: the text it was read from
 * @end: where the text ends
 * @content_end: (out): where its end tag starts
 *
 * Returns: where it ends, @end if it does not
 */
guint
prose_xliff_skip_element (const ProseXmlToken *tag, const char *text, guint end, guint *content_end)
{
  guint depth = 1;
  guint i = tag->span.end;
  guint n = prose_span_get_length (tag->name);

  *content_end = i;
  if (tag->kind != PROSE_XML_START_TAG)
    return i;

  while (i < end) {
    ProseXmlToken token = prose_xml_token_read (text, end, i);

    *content_end = token.span.start;
    i = token.span.end;
    if (prose_span_get_length (token.name) != n ||
        memcmp (text + token.name.start, text + tag->name.start, n) != 0)
      continue;
    depth += token.kind == PROSE_XML_START_TAG;
    depth -= token.kind == PROSE_XML_END_TAG;
    if (depth == 0)
      return i;
  }
  *content_end = end;
  return end;
}

/**
 * prose_xliff_find_atom_end:
 * @token: a token inside of a string
 * @text: the text it was read from
 * @end: where the string ends
 *
 * Returns: where the token ends, with all that is inside if it is an element that has code
 *   inside instead of text
 */
guint
prose_xliff_find_atom_end (const ProseXmlToken *token, const char *text, guint end)
{
  static const char *const names[] = { "bpt", "ept", "ph", "it", NULL };
  guint content_end;

  if (token->kind != PROSE_XML_START_TAG || !prose_xml_token_is_one_of (token, text, names))
    return token->span.end;

  return prose_xliff_skip_element (token, text, end, &content_end);
}

/* --- what code stands for --- */

/* Whether a name begins a text, which goes on with something else. */
static gboolean
has_name (const char *text, gsize length, const char *name)
{
  gsize n = strlen (name);

  return length >= n && g_ascii_strncasecmp (text, name, n) == 0 &&
         (length == n || !g_ascii_isalnum (text[n]));
}

/**
 * prose_xliff_is_line_end_code:
 * @text: a text
 * @code: where code of a page stands in it, as the file spells it
 *
 * Returns: whether it ends a line: `&lt;br/&gt;`, `\n`
 */
gboolean
prose_xliff_is_line_end_code (const char *text, ProseSpan code)
{
  static const char *const signs[] = { "<![CDATA[<", "&lt;", "&#60;", "<", NULL };
  const char *p = text + code.start, *end = text + code.end;

  while (p < end && g_ascii_isspace (*p))
    p++;
  if (has_name (p, end - p, "\\n") || has_name (p, end - p, "&#10;") ||
      has_name (p, end - p, "&#xA;"))
    return TRUE;

  for (guint i = 0; signs[i] != NULL; i++) {
    gsize n = strlen (signs[i]);

    if ((gsize)(end - p) > n && memcmp (p, signs[i], n) == 0)
      return has_name (p + n, end - p - n, "br");
  }
  return FALSE;
}

/**
 * prose_xliff_unit_is_line_end:
 * @self: a unit
 * @data: the id of code that it keeps apart
 *
 * Returns: whether that ends a line
 */
gboolean
prose_xliff_unit_is_line_end (const ProseXliffUnit *self, const char *data)
{
  return self->line_ends != NULL && g_hash_table_contains (self->line_ends, data);
}

/* --- units --- */

static void
part_free (ProseXliffPart *self)
{
  g_free (self->id);
  g_free (self->state);
  g_free (self->detail);
  g_free (self);
}

static ProseXliffPart *
add_part (ProseXliffUnit *self)
{
  ProseXliffPart *part = g_new0 (ProseXliffPart, 1);

  g_ptr_array_add (self->parts, part);
  return part;
}

/* The part that a string belongs to: in XLIFF 1.2 there is one, without a tag. */
static ProseXliffPart *
get_part (ProseXliffUnit *self)
{
  if (self->parts->len == 0)
    return add_part (self);

  return self->parts->pdata[self->parts->len - 1];
}

static void
begin_segment (ProseXliffUnit *self, const ProseXmlToken *tag, const char *block)
{
  ProseXliffPart *part = add_part (self);

  part->id = prose_xml_token_dup_attribute (tag, block, "id");
  if (part->id == NULL && self->parts->len > 1)
    part->id = g_strdup_printf ("%u", self->parts->len);
  part->state = prose_xml_token_dup_attribute (tag, block, "state");
  part->detail = prose_xml_token_dup_attribute (tag, block, "subState");
}

/* Reads a string if the tag is one of one. Returns where to go on, 0 if it is not. */
static guint
read_any_string (ProseXliffUnit *self, const ProseXmlToken *tag, const char *block, guint length)
{
  ProseXliffPart *part;

  if (prose_xml_token_is (tag, block, "source")) {
    part = get_part (self);
    return read_string (&part->source, tag, block, length);
  }
  if (prose_xml_token_is (tag, block, "seg-source")) {
    part = get_part (self);
    return read_string (&part->seg_source, tag, block, length);
  }
  if (prose_xml_token_is (tag, block, "target")) {
    part = get_part (self);
    if (part->state == NULL)
      part->state = prose_xml_token_dup_attribute (tag, block, "state");
    if (part->detail == NULL)
      part->detail = prose_xml_token_dup_attribute (tag, block, "state-qualifier");
    return read_string (&part->target, tag, block, length);
  }
  return 0;
}

static guint
read_note (ProseXliffUnit *self, const ProseXmlToken *tag, const char *block, guint length)
{
  ProseSpan content = { tag->span.end, tag->span.end };
  guint next = prose_xliff_skip_element (tag, block, length, &content.end);

  g_array_append_val (self->notes, content);
  return next;
}

/* `<data id="d1">&lt;br/&gt;</data>`, to which tags in the strings refer. */
static guint
read_data (ProseXliffUnit *self, const ProseXmlToken *tag, const char *block, guint length)
{
  ProseSpan content = { tag->span.end, tag->span.end };
  guint next = prose_xliff_skip_element (tag, block, length, &content.end);
  char *id = prose_xliff_is_line_end_code (block, content)
                 ? prose_xml_token_dup_attribute (tag, block, "id")
                 : NULL;

  if (id != NULL && self->line_ends == NULL)
    self->line_ends = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (id != NULL)
    g_hash_table_add (self->line_ends, id);
  return next;
}

/* Reads what a tag begins. Returns where to go on. */
static guint
read_element (ProseXliffUnit *self, const ProseXmlToken *tag, const char *block, guint length)
{
  guint next = read_any_string (self, tag, block, length);
  guint content_end;

  if (next > 0)
    return next;
  if (prose_xml_token_is (tag, block, "note"))
    return read_note (self, tag, block, length);
  if (prose_xml_token_is (tag, block, "data"))
    return read_data (self, tag, block, length);
  if (prose_xml_token_is (tag, block, "notes") || prose_xml_token_is (tag, block, "originalData"))
    return tag->span.end;
  if (prose_xml_token_is (tag, block, "segment")) {
    begin_segment (self, tag, block);
    return tag->span.end;
  }
  return prose_xliff_skip_element (tag, block, length, &content_end);
}

/**
 * prose_xliff_unit_read:
 * @block: the bytes of a unit, valid UTF-8, beginning with its start tag
 * @length: their number
 *
 * Returns: (transfer full): where its parts stand
 */
ProseXliffUnit *
prose_xliff_unit_read (const char *block, guint length)
{
  ProseXliffUnit *self = g_new0 (ProseXliffUnit, 1);

  self->tag = prose_xml_token_read (block, length, 0);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify)part_free);
  self->notes = g_array_new (FALSE, FALSE, sizeof (ProseSpan));
  self->comments = g_array_new (FALSE, FALSE, sizeof (ProseSpan));
  for (guint i = self->tag.span.end; i < length;) {
    ProseXmlToken token = prose_xml_token_read (block, length, i);

    if (token.kind == PROSE_XML_COMMENT)
      g_array_append_val (self->comments, token.span);
    i = prose_xml_token_opens (&token) ? read_element (self, &token, block, length)
                                       : token.span.end;
  }
  return self;
}

void
prose_xliff_unit_free (ProseXliffUnit *self)
{
  g_ptr_array_unref (self->parts);
  g_array_unref (self->notes);
  g_array_unref (self->comments);
  g_clear_pointer (&self->line_ends, g_hash_table_unref);
  g_free (self);
}
