/* SPDX-License-Identifier: GPL-3.0-or-later */

/* XML as far as it tells where things stand. Files that are being written are broken now and
 * then: a tag that does not end ends before the next `<`, which no tag may have inside; a
 * comment, an instruction or a CDATA section that does not end goes on to the end of the
 * text. So no byte is looked at again and again.
 *
 * Entities that a document type defines are left as they are written: nothing is expanded
 * and nothing is fetched.
 */

#define _GNU_SOURCE /* memmem */

#include "formats/prose-xml-token.h"

#include <string.h>

#include "formats/prose-tag-start.h"

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static gboolean
has_at (const char *text, gsize length, guint position, const char *sign)
{
  gsize n = strlen (sign);

  return length - position >= n && memcmp (text + position, sign, n) == 0;
}

/* Where a sign ends that stands at start or behind it, or the end of the text. */
static guint
find_after (const char *text, gsize length, guint start, const char *sign)
{
  const char *found =
      start < length ? memmem (text + start, length - start, sign, strlen (sign)) : NULL;

  return found != NULL ? found - text + strlen (sign) : length;
}

/* --- tags --- */

static gboolean
begins_name (char c)
{
  return g_ascii_isalpha (c) || c == '_' || c == ':' || (c & 0x80) != 0;
}

static gboolean
ends_name (char c)
{
  return is_space (c) || c == '/' || c == '>' || c == '=' || c == '<' || c == '"' || c == '\'';
}

static guint
find_name_end (const char *text, gsize length, guint start)
{
  while (start < length && !ends_name (text[start]))
    start++;

  return start;
}

/* The `>` of a tag, past values in quotes; where the tag breaks off otherwise. */
static guint
find_tag_end (const char *text, gsize length, guint start)
{
  char quote = '\0';
  guint i;

  for (i = start; i < length && text[i] != '<'; i++) {
    if (quote != '\0')
      quote = text[i] == quote ? '\0' : quote;
    else if (text[i] == '>')
      return i;
    else if (text[i] == '"' || text[i] == '\'')
      quote = text[i];
  }
  return i;
}

static ProseSpan
strip_prefix (const char *text, ProseSpan name)
{
  const char *colon = memchr (text + name.start, ':', prose_span_get_length (name));

  return colon != NULL ? (ProseSpan){ colon + 1 - text, name.end } : name;
}

static void
read_tag (ProseXmlToken *self, const char *text, gsize length, guint name)
{
  guint end = find_tag_end (text, length, name);

  self->attributes = find_name_end (text, end, name);
  self->name = strip_prefix (text, (ProseSpan){ name, self->attributes });
  if (end == length || text[end] != '>') {
    *self = (ProseXmlToken){ PROSE_XML_OTHER, { self->span.start, end } };
    return;
  }
  if (self->kind == PROSE_XML_START_TAG && text[end - 1] == '/')
    self->kind = PROSE_XML_EMPTY_TAG;
  self->span.end = end + 1;
}

/* --- what is no tag --- */

static void
read_cdata (ProseXmlToken *self, const char *text, gsize length)
{
  guint start = self->span.start + strlen ("<![CDATA[");
  guint end = find_after (text, length, start, "]]>");
  gboolean is_ended = end - start >= 3 && has_at (text, length, end - 3, "]]>");

  self->content = (ProseSpan){ start, is_ended ? end - 3 : end };
  self->span.end = end;
}

/* Where a document type ends, whose inner part has declarations in brackets. */
static guint
find_declaration_end (const char *text, gsize length, guint start)
{
  gboolean is_inside = FALSE;
  char quote = '\0';

  for (guint i = start; i < length; i++) {
    if (quote != '\0') {
      quote = text[i] == quote ? '\0' : quote;
    } else if (is_inside && has_at (text, length, i, "<!--")) {
      i = find_after (text, length, i + 4, "-->") - 1;
    } else if (is_inside && has_at (text, length, i, "<?")) {
      i = find_after (text, length, i + 2, "?>") - 1;
    } else if (text[i] == '"' || text[i] == '\'') {
      quote = text[i];
    } else if (text[i] == '[' || text[i] == ']') {
      is_inside = text[i] == '[';
    } else if (!is_inside && text[i] == '<') {
      return i;
    } else if (!is_inside && text[i] == '>') {
      return i + 1;
    }
  }
  return length;
}

static void
read_other (ProseXmlToken *self, const char *text, gsize length)
{
  guint start = self->span.start;

  self->kind = PROSE_XML_OTHER;
  if (has_at (text, length, start, "<!--")) {
    self->kind = PROSE_XML_COMMENT;
    self->span.end = find_after (text, length, start + 4, "-->");
  } else if (has_at (text, length, start, "<![CDATA[")) {
    self->kind = PROSE_XML_CDATA;
    read_cdata (self, text, length);
  } else if (has_at (text, length, start, "<?")) {
    self->span.end = find_after (text, length, start + 2, "?>");
  } else {
    self->span.end = find_declaration_end (text, length, start + 2);
  }
}

/* --- all --- */

/* Whether the `<` at a place begins anything but text. */
static gboolean
begins_markup (const char *text, gsize length, guint position)
{
  char next = position + 1 < length ? text[position + 1] : '\0';

  return begins_name (next) || next == '/' || next == '!' || next == '?';
}

/**
 * prose_xml_token_read:
 * @text: an XML file, valid UTF-8
 * @length: its length in bytes
 * @start: where to read, before the end
 *
 * Returns: the token that starts there
 */
ProseXmlToken
prose_xml_token_read (const char *text, gsize length, guint start)
{
  ProseXmlToken self = { PROSE_XML_TEXT, { start, start } };

  if (text[start] != '<' || !begins_markup (text, length, start)) {
    self.span.end = prose_find_tag_start (text, length, start + 1, begins_markup);
  } else if (text[start + 1] == '/') {
    self.kind = PROSE_XML_END_TAG;
    read_tag (&self, text, length, start + 2);
  } else if (begins_name (text[start + 1])) {
    self.kind = PROSE_XML_START_TAG;
    read_tag (&self, text, length, start + 1);
  } else {
    read_other (&self, text, length);
  }
  return self;
}

static gboolean
is_word (const char *text, ProseSpan span, const char *word)
{
  gsize n = strlen (word);

  return prose_span_get_length (span) == n && memcmp (text + span.start, word, n) == 0;
}

/**
 * prose_xml_token_is:
 * @self: a token
 * @text: the text it was read from
 * @name: the name of an element, without a prefix
 *
 * Returns: whether it is a tag of that element
 */
gboolean
prose_xml_token_is (const ProseXmlToken *self, const char *text, const char *name)
{
  return is_word (text, self->name, name);
}

gboolean
prose_xml_token_is_one_of (const ProseXmlToken *self, const char *text, const char *const *names)
{
  for (; *names != NULL; names++)
    if (prose_xml_token_is (self, text, *names))
      return TRUE;

  return FALSE;
}

/* Whether an element starts with it, be it empty. */
gboolean
prose_xml_token_opens (const ProseXmlToken *self)
{
  return self->kind == PROSE_XML_START_TAG || self->kind == PROSE_XML_EMPTY_TAG;
}

/* --- attributes --- */

/* Reads the attribute behind position, and where it ends; FALSE where the tag does. */
static gboolean
next_attribute (
    const ProseXmlToken *self, const char *text, guint *position, ProseSpan *name, ProseSpan *value)
{
  guint end = self->span.end - 1;
  guint i = *position;

  while (i < end && ends_name (text[i]))
    i++;
  if (i >= end)
    return FALSE;

  *name = (ProseSpan){ i, find_name_end (text, end, i) };
  for (i = name->end; i < end && is_space (text[i]);)
    i++;
  *value = (ProseSpan){ i, i };
  if (i < end && text[i] == '=') {
    for (i++; i < end && is_space (text[i]);)
      i++;
    if (i < end && (text[i] == '"' || text[i] == '\'')) {
      const char *quote = memchr (text + i + 1, text[i], end - i - 1);

      *value = (ProseSpan){ i + 1, quote != NULL ? quote - text : end };
      i = MIN (value->end + 1, end);
    }
  }
  *position = i;
  return TRUE;
}

/* A name that begins with a colon may have any prefix, or none. */
static gboolean
is_attribute (const char *text, ProseSpan span, const char *name)
{
  return *name == ':' ? is_word (text, strip_prefix (text, span), name + 1)
                      : is_word (text, span, name);
}

/**
 * prose_xml_token_find_attribute:
 * @self: a token
 * @text: the text it was read from
 * @name: the name of an attribute; one that begins with a colon may have any prefix
 * @value: (out): where its value stands, without quotes
 *
 * Returns: whether it is a tag that has the attribute
 */
gboolean
prose_xml_token_find_attribute (const ProseXmlToken *self,
                                const char *text,
                                const char *name,
                                ProseSpan *value)
{
  guint position = self->attributes;
  ProseSpan found;

  if (prose_span_is_empty (self->name))
    return FALSE;

  while (next_attribute (self, text, &position, &found, value))
    if (is_attribute (text, found, name))
      return TRUE;

  return FALSE;
}

/**
 * prose_xml_token_dup_attribute:
 * @self: a token
 * @text: the text it was read from
 * @name: the name of an attribute; one that begins with a colon may have any prefix
 *
 * Returns: (transfer full) (nullable): its value, with references read
 */
char *
prose_xml_token_dup_attribute (const ProseXmlToken *self, const char *text, const char *name)
{
  ProseSpan span;
  GString *value;

  if (!prose_xml_token_find_attribute (self, text, name, &span))
    return NULL;

  value = g_string_sized_new (prose_span_get_length (span));
  for (guint i = span.start; i < span.end;) {
    char result[PROSE_XML_REFERENCE_SIZE];
    guint n = text[i] == '&' ? prose_xml_reference_read (text + i, span.end - i, result) : 0;

    if (n > 0)
      g_string_append (value, result);
    else
      g_string_append_c (value, text[i]);
    i += MAX (n, 1);
  }
  return g_string_free (value, FALSE);
}

/* Whether an attribute has a value. */
gboolean
prose_xml_token_has (const ProseXmlToken *self,
                     const char *text,
                     const char *name,
                     const char *value)
{
  ProseSpan span;

  return prose_xml_token_find_attribute (self, text, name, &span) && is_word (text, span, value);
}

/* --- references --- */

static gboolean
is_character (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xd7ff) ||
         (c >= 0xe000 && c <= 0xfffd) || (c >= 0x10000 && c <= 0x10ffff);
}

static guint
read_number (const char *text, gsize length, char *result)
{
  gboolean is_hex = length > 2 && text[2] == 'x';
  guint start = is_hex ? 3 : 2;
  gunichar c = 0;
  guint i = start;

  for (; i < length && (is_hex ? g_ascii_isxdigit (text[i]) : g_ascii_isdigit (text[i])); i++)
    c = MIN (c * (is_hex ? 16 : 10) + g_ascii_xdigit_value (text[i]), 0x110000);
  if (i == start || i == length || text[i] != ';' || !is_character (c))
    return 0;

  result[g_unichar_to_utf8 (c, result)] = '\0';
  return i + 1;
}

/**
 * prose_xml_reference_read:
 * @text: a text that begins with `&`
 * @length: its length in bytes
 * @result: (out): what it stands for
 *
 * Reads a character by its number, or one of the five that XML has names for.
 *
 * Returns: its length in bytes, 0 if it is neither
 */
guint
prose_xml_reference_read (const char *text, gsize length, char result[PROSE_XML_REFERENCE_SIZE])
{
  static const struct {
    const char *name;
    const char *text;
  } entities[] = {
    { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }, { "&apos;", "'" },
  };

  if (length > 1 && text[1] == '#')
    return read_number (text, length, result);

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (has_at (text, length, 0, entities[i].name)) {
      g_strlcpy (result, entities[i].text, PROSE_XML_REFERENCE_SIZE);
      return strlen (entities[i].name);
    }

  return 0;
}
