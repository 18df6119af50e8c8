/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The text of a part of a Word document, in WordprocessingML (ECMA-376): runs of text in
 * paragraphs. What was deleted or moved away, what is hidden, codes of fields and what older
 * programs show in the place of a drawing are left out. A text box stands in a paragraph and
 * has paragraphs of its own, which come before that.
 */

#include "formats/prose-docx-text.h"

#include <string.h>

#include "formats/prose-xml-token.h"

/* --- headings --- */

static gboolean
names_heading (const char *name)
{
  return g_ascii_strncasecmp (name, "heading", 7) == 0 || g_ascii_strcasecmp (name, "title") == 0 ||
         g_ascii_strcasecmp (name, "titel") == 0;
}

/* What a tag of a style says. */
static void
read_style (const ProseXmlToken *token, const char *text, char **id, GHashTable *headings)
{
  g_autofree char *name = NULL;

  if (prose_xml_token_is (token, text, "style")) {
    g_free (*id);
    *id = prose_xml_token_dup_attribute (token, text, ":styleId");
  } else if (prose_xml_token_is (token, text, "name")) {
    name = prose_xml_token_dup_attribute (token, text, ":val");
    if (*id != NULL && name != NULL && names_heading (name))
      g_hash_table_add (headings, g_strdup (*id));
  }
}

/**
 * prose_docx_read_headings:
 * @styles: the part with the styles, valid UTF-8
 * @length: its length in bytes
 *
 * Styles have ids in the language of the program, but names in English.
 *
 * Returns: (transfer full): the ids of those that headings have
 */
GHashTable *
prose_docx_read_headings (const char *styles, gsize length)
{
  GHashTable *headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *id = NULL;

  for (guint i = 0; i < length;) {
    ProseXmlToken token = prose_xml_token_read (styles, length, i);

    if (prose_xml_token_opens (&token))
      read_style (&token, styles, &id, headings);
    i = token.span.end;
  }
  return headings;
}

/* --- paragraphs --- */

/* A paragraph being read. */
typedef struct {
  GString *text;
  gboolean is_heading;
} Paragraph;

static void
paragraph_free (Paragraph *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

/* A part being read. */
typedef struct {
  const char *part;
  gsize length;
  GHashTable *headings;
  GPtrArray *open;       /* of Paragraph, the innermost last */
  GPtrArray *paragraphs; /* of strings */
  gboolean is_in_run;
  gboolean is_hidden;
} Reading;

static Paragraph *
get_paragraph (Reading *self)
{
  return self->open->len > 0 ? self->open->pdata[self->open->len - 1] : NULL;
}

static void
begin_paragraph (Reading *self)
{
  Paragraph *paragraph = g_new0 (Paragraph, 1);

  paragraph->text = g_string_new (NULL);
  g_ptr_array_add (self->open, paragraph);
}

/* Line ends inside would end a heading, and blank lines a paragraph. */
static void
tidy_lines (GString *text, gboolean is_heading)
{
  gsize n = 0;

  for (gsize i = 0; i < text->len; i++) {
    char c = text->str[i];

    if (c == '\n' && is_heading)
      c = ' ';
    if (c == '\n' && (n == 0 || text->str[n - 1] == '\n'))
      continue;
    text->str[n++] = c;
  }
  g_string_truncate (text, n);
}

static void
end_paragraph (Reading *self)
{
  Paragraph *paragraph = get_paragraph (self);

  if (paragraph == NULL)
    return;

  tidy_lines (paragraph->text, paragraph->is_heading);
  g_strstrip (paragraph->text->str);
  if (*paragraph->text->str != '\0')
    g_ptr_array_add (self->paragraphs,
                     g_strconcat (paragraph->is_heading ? "# " : "", paragraph->text->str, NULL));
  g_ptr_array_set_size (self->open, self->open->len - 1);
}

static void
append (Reading *self, const char *text, gsize length)
{
  Paragraph *paragraph = get_paragraph (self);

  if (paragraph != NULL && !self->is_hidden)
    g_string_append_len (paragraph->text, text, length);
}

/* Appends the text between tags, where line ends are no more than spaces. */
static void
append_text (Reading *self, ProseSpan span)
{
  for (guint i = span.start; i < span.end;) {
    const char *p = self->part + i;
    char result[PROSE_XML_REFERENCE_SIZE];
    guint n = *p == '&' ? prose_xml_reference_read (p, span.end - i, result) : 0;

    if (n > 0)
      append (self, result, strlen (result));
    else if (*p == '\n' || *p == '\r')
      append (self, " ", 1);
    else
      append (self, p, 1);
    i += MAX (n, 1);
  }
}

/* Reads a text up to its end tag. Returns where to go on. */
static guint
read_text (Reading *self, const ProseXmlToken *tag)
{
  guint i = tag->span.end;

  while (tag->kind == PROSE_XML_START_TAG && i < self->length) {
    ProseXmlToken token = prose_xml_token_read (self->part, self->length, i);

    if (token.kind == PROSE_XML_TEXT)
      append_text (self, token.span);
    else if (token.kind == PROSE_XML_CDATA)
      append (self, self->part + token.content.start, prose_span_get_length (token.content));
    else if (token.kind == PROSE_XML_END_TAG || token.kind == PROSE_XML_START_TAG)
      return token.kind == PROSE_XML_END_TAG ? token.span.end : token.span.start;
    i = token.span.end;
  }
  return i;
}

/* Goes past an element and all that is inside. */
static guint
skip_element (Reading *self, const ProseXmlToken *tag)
{
  g_autofree char *name =
      g_strndup (self->part + tag->name.start, prose_span_get_length (tag->name));
  guint depth = 1;
  guint i = tag->span.end;

  while (tag->kind == PROSE_XML_START_TAG && i < self->length && depth > 0) {
    ProseXmlToken token = prose_xml_token_read (self->part, self->length, i);

    if (prose_xml_token_is (&token, self->part, name)) {
      depth += token.kind == PROSE_XML_START_TAG;
      depth -= token.kind == PROSE_XML_END_TAG;
    }
    i = token.span.end;
  }
  return i;
}

/* A property that is there counts, unless it says that it does not. */
static gboolean
is_on (Reading *self, const ProseXmlToken *tag)
{
  return !prose_xml_token_has (tag, self->part, ":val", "0") &&
         !prose_xml_token_has (tag, self->part, ":val", "false");
}

static void
read_style_of_paragraph (Reading *self, const ProseXmlToken *tag)
{
  g_autofree char *style = prose_xml_token_dup_attribute (tag, self->part, ":val");
  Paragraph *paragraph = get_paragraph (self);

  if (paragraph != NULL && style != NULL)
    paragraph->is_heading = g_hash_table_contains (self->headings, style) || names_heading (style);
}

/* Reads what a tag begins. Returns where to go on. */
static guint
read_element (Reading *self, const ProseXmlToken *tag)
{
  static const char *const skipped[] = { "del", "moveFrom", "Fallback", "tabs", NULL };
  const char *part = self->part;

  if (prose_xml_token_is_one_of (tag, part, skipped))
    return skip_element (self, tag);
  if (prose_xml_token_is (tag, part, "t"))
    return read_text (self, tag);

  if (prose_xml_token_is (tag, part, "p") && tag->kind == PROSE_XML_START_TAG)
    begin_paragraph (self);
  else if (prose_xml_token_is (tag, part, "pStyle"))
    read_style_of_paragraph (self, tag);
  else if (prose_xml_token_is (tag, part, "r"))
    self->is_in_run = tag->kind == PROSE_XML_START_TAG;
  else if (prose_xml_token_is (tag, part, "vanish") && self->is_in_run)
    self->is_hidden = is_on (self, tag);
  else if (prose_xml_token_is (tag, part, "tab") && self->is_in_run)
    append (self, "\t", 1);
  else if (prose_xml_token_is (tag, part, "br") || prose_xml_token_is (tag, part, "cr"))
    append (self, "\n", 1);
  else if (prose_xml_token_is (tag, part, "noBreakHyphen"))
    append (self, "\u2011", strlen ("\u2011"));
  return tag->span.end;
}

static void
end_element (Reading *self, const ProseXmlToken *tag)
{
  if (prose_xml_token_is (tag, self->part, "p")) {
    end_paragraph (self);
  } else if (prose_xml_token_is (tag, self->part, "r")) {
    self->is_in_run = self->is_hidden = FALSE;
  }
}

/**
 * prose_docx_read_paragraphs:
 * @part: a part with text, valid UTF-8
 * @length: its length in bytes
 * @headings: the ids of the styles that headings have
 * @paragraphs: (element-type utf8): where its paragraphs are added
 */
void
prose_docx_read_paragraphs (const char *part,
                            gsize length,
                            GHashTable *headings,
                            GPtrArray *paragraphs)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func ((GDestroyNotify)paragraph_free);
  Reading reading = {
    .part = part, .length = length, .headings = headings, .open = open, .paragraphs = paragraphs
  };

  for (guint i = 0; i < length;) {
    ProseXmlToken token = prose_xml_token_read (part, length, i);

    if (token.kind == PROSE_XML_END_TAG)
      end_element (&reading, &token);
    i = prose_xml_token_opens (&token) ? read_element (&reading, &token) : token.span.end;
  }
  while (open->len > 0)
    end_paragraph (&reading);
}
