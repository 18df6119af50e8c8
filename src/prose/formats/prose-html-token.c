/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The HTML standard's tokenizer, as far as it tells where things stand. Code of templates
 * (`<?php … ?>`, `<% … %>`) is known beside it, for it may have quotes and signs in the
 * middle of a tag.
 *
 * What is not ended goes on to the end of the text, and no search is given up, so that no
 * byte is looked at again and again.
 */

#define _GNU_SOURCE /* memmem */

#include "formats/prose-html-token.h"

#include <string.h>

#include "formats/prose-slot.h"
#include "formats/prose-tag-start.h"

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

static gboolean
ends_name (char c)
{
  return is_space (c) || c == '/' || c == '>';
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

/* --- code of templates --- */

static gboolean
begins_php (const char *text, gsize length, guint start)
{
  if (start + 2 >= length)
    return start + 2 == length;

  return text[start + 2] == '=' || is_space (text[start + 2]) ||
         (length - start >= 5 && g_ascii_strncasecmp (text + start + 2, "php", 3) == 0);
}

/**
 * prose_html_find_code_end:
 * @text: a page
 * @length: its length in bytes
 * @start: a place in it
 *
 * Returns: where the code of a template ends that starts there; @start if none does
 */
guint
prose_html_find_code_end (const char *text, gsize length, guint start)
{
  if (has_at (text, length, start, "<%"))
    return find_after (text, length, start + 2, "%>");
  if (has_at (text, length, start, "<?") && begins_php (text, length, start))
    return find_after (text, length, start + 2, "?>");

  return start;
}

/* What stands in a tag in the place of anything: code, or a slot. */
static guint
skip_template (const char *text, gsize length, guint position)
{
  switch (text[position]) {
  case '<':
    return prose_html_find_code_end (text, length, position);
  case '{':
    return prose_slot_find_end (text, length, position);
  default:
    return position;
  }
}

/* --- attributes --- */

static guint
skip_spaces (const char *text, gsize length, guint position)
{
  while (position < length && is_space (text[position]))
    position++;

  return position;
}

static guint
find_quote (const char *text, gsize length, guint position, char quote)
{
  while (position < length && text[position] != quote) {
    guint end = skip_template (text, length, position);

    position = end > position ? end : position + 1;
  }
  return position;
}

static guint
find_value_end (const char *text, gsize length, guint position)
{
  while (position < length && !is_space (text[position]) && text[position] != '>') {
    guint end = skip_template (text, length, position);

    position = end > position ? end : position + 1;
  }
  return position;
}

/* Reads a value behind its `=`. */
static guint
read_value (const char *text, gsize length, guint position, ProseHtmlAttribute *attribute)
{
  char first = position < length ? text[position] : '\0';

  if (first == '"' || first == '\'') {
    attribute->quote = first;
    attribute->value.start = position + 1;
    attribute->value.end = find_quote (text, length, position + 1, first);
    return MIN (attribute->value.end + 1, length);
  }
  attribute->value.start = position;
  attribute->value.end = find_value_end (text, length, position);
  return attribute->value.end;
}

static guint
find_name_end (const char *text, gsize length, guint position)
{
  guint start = position;

  while (position < length && !ends_name (text[position]) &&
         (text[position] != '=' || position == start)) {
    guint end = skip_template (text, length, position);

    position = end > position ? end : position + 1;
  }
  return position;
}

/* Reads the attribute behind position; its name is empty where the tag ends. Returns where
 * it ends. */
static guint
read_attribute (const char *text, gsize length, guint position, ProseHtmlAttribute *attribute)
{
  guint after;

  while (position < length && (is_space (text[position]) || text[position] == '/'))
    position++;
  attribute->name = (ProseSpan){ position, find_name_end (text, length, position) };
  attribute->value = (ProseSpan){ attribute->name.end, attribute->name.end };
  attribute->quote = '\0';

  after = skip_spaces (text, length, attribute->name.end);
  if (prose_span_is_empty (attribute->name) || after == length || text[after] != '=')
    return attribute->name.end;
  return read_value (text, length, skip_spaces (text, length, after + 1), attribute);
}

/**
 * prose_html_token_next_attribute:
 * @self: a start tag
 * @text: the text it was read from
 * @position: (inout): where to read on; starts as the member `attributes`
 * @attribute: (out): the attribute
 *
 * Returns: whether there was one more
 */
gboolean
prose_html_token_next_attribute (const ProseHtmlToken *self,
                                 const char *text,
                                 guint *position,
                                 ProseHtmlAttribute *attribute)
{
  *position = read_attribute (text, self->span.end - 1, *position, attribute);
  return !prose_span_is_empty (attribute->name);
}

/* --- elements without tags --- */

static gboolean
has_name_at (const char *text, gsize length, guint position, const char *name)
{
  gsize n = strlen (name);

  return length - position > n && g_ascii_strncasecmp (text + position, name, n) == 0 &&
         ends_name (text[position + n]);
}

static gboolean
has_end_tag_at (const char *text, gsize length, guint position, const char *name)
{
  return has_at (text, length, position, "</") && has_name_at (text, length, position + 2, name);
}

static guint
find_end_tag (const char *text, gsize length, guint start, const char *name)
{
  const char *p = text + start, *end = text + length;

  while (p < end && (p = memchr (p, '<', end - p)) != NULL) {
    if (has_end_tag_at (text, length, p - text, name))
      return p - text;
    p++;
  }
  return length;
}

/* A script in a script: `<!-- <script> … </script> -->`, as old pages have it. */
static guint
find_script_end (const char *text, gsize length, guint start)
{
  gboolean is_comment = FALSE, is_inside = FALSE;

  for (guint i = start; i < length; i++) {
    if (text[i] == '-' && is_comment && has_at (text, length, i, "-->")) {
      is_comment = is_inside = FALSE;
    } else if (text[i] != '<') {
      continue;
    } else if (has_at (text, length, i, "<!--")) {
      is_comment = TRUE;
      i++;
    } else if (is_comment && has_name_at (text, length, i + 1, "script")) {
      is_inside = TRUE;
    } else if (has_end_tag_at (text, length, i, "script")) {
      if (!is_inside)
        return i;
      is_inside = FALSE;
    }
  }
  return length;
}

static guint
find_content_end (const char *text, gsize length, guint start, const ProseHtmlElement *element)
{
  if (!(element->traits & (PROSE_HTML_RAW | PROSE_HTML_ESCAPABLE)))
    return start;
  if (prose_html_element_is (element, "plaintext"))
    return length;
  if (prose_html_element_is (element, "script"))
    return find_script_end (text, length, start);

  return find_end_tag (text, length, start, element->name);
}

/* --- tags --- */

static guint
find_tag_name_end (const char *text, gsize length, guint start)
{
  while (start < length && !ends_name (text[start]))
    start++;

  return start;
}

/* Where the `>` stands, or the end of the text. */
static guint
find_attributes_end (const char *text, gsize length, guint position)
{
  ProseHtmlAttribute attribute;

  do
    position = read_attribute (text, length, position, &attribute);
  while (!prose_span_is_empty (attribute.name));

  return position;
}

/* Whether what is in the element may have no tags. */
static gboolean
may_have_content (const ProseHtmlToken *self, ProseHtmlRules rules)
{
  return rules == PROSE_HTML_PAGE_RULES ||
         (rules == PROSE_HTML_XML_RULES && !self->is_self_closing);
}

static void
read_tag (ProseHtmlToken *self, const char *text, gsize length, guint name, ProseHtmlRules rules)
{
  guint position;

  self->attributes = find_tag_name_end (text, length, name);
  self->element = prose_html_element_find (text + name, self->attributes - name);
  position = find_attributes_end (text, length, self->attributes);
  if (position == length) {
    *self = (ProseHtmlToken){ PROSE_HTML_OTHER, { self->span.start, length }, .next = length };
    return;
  }
  self->is_self_closing = text[position - 1] == '/';
  self->span.end = self->next = position + 1;
  self->content = (ProseSpan){ self->next, self->next };
  if (self->kind == PROSE_HTML_START_TAG && may_have_content (self, rules))
    self->next = self->content.end = find_content_end (text, length, self->next, &self->element);
}

/* --- what is no tag --- */

static guint
find_comment_end (const char *text, gsize length, guint start)
{
  guint i = start + strlen ("<!--");

  if (has_at (text, length, i, ">"))
    return i + 1;
  if (has_at (text, length, i, "->"))
    return i + 2;

  while ((i = find_after (text, length, i, "--")) < length) {
    while (i < length && text[i] == '-')
      i++;
    if (has_at (text, length, i, ">"))
      return i + 1;
    if (has_at (text, length, i, "!>"))
      return i + 2;
  }
  return length;
}

static void
read_cdata (ProseHtmlToken *self, const char *text, gsize length)
{
  guint start = self->span.start + strlen ("<![CDATA[");
  guint end = find_after (text, length, start, "]]>");
  gboolean is_ended = end - start >= 3 && has_at (text, length, end - 3, "]]>");

  self->content = (ProseSpan){ start, is_ended ? end - 3 : end };
  self->span.end = self->next = end;
}

static void
read_other (ProseHtmlToken *self, const char *text, gsize length, ProseHtmlRules rules)
{
  guint start = self->span.start;
  guint code_end = prose_html_find_code_end (text, length, start);

  if (code_end > start) {
    self->kind = PROSE_HTML_OTHER;
    self->span.end = self->next = code_end;
  } else if (has_at (text, length, start, "<!--")) {
    self->kind = PROSE_HTML_COMMENT;
    self->span.end = self->next = find_comment_end (text, length, start);
  } else if (rules != PROSE_HTML_PAGE_RULES && has_at (text, length, start, "<![CDATA[")) {
    self->kind = PROSE_HTML_CDATA;
    read_cdata (self, text, length);
  } else {
    self->kind = PROSE_HTML_OTHER;
    self->span.end = self->next = find_after (text, length, start + 2, ">");
  }
}

/* --- all --- */

/* Whether the `<` at a place begins anything but text. */
static gboolean
begins_markup (const char *text, gsize length, guint position)
{
  char next = position + 1 < length ? text[position + 1] : '\0';

  if (next == '/')
    return position + 2 < length;

  return g_ascii_isalpha (next) || next == '!' || next == '?' || next == '%';
}

/**
 * prose_html_token_read:
 * @text: a page
 * @length: its length in bytes
 * @start: where to read, before the end
 * @rules: by which rules tags are read there
 *
 * Returns: the token that starts there
 */
ProseHtmlToken
prose_html_token_read (const char *text, gsize length, guint start, ProseHtmlRules rules)
{
  ProseHtmlToken self = { PROSE_HTML_TEXT, { start, start }, .element = { .name = "" } };
  gboolean is_end = start + 1 < length && text[start + 1] == '/';

  if (text[start] != '<' || !begins_markup (text, length, start)) {
    self.span.end = self.next = prose_find_tag_start (text, length, start + 1, begins_markup);
  } else if (g_ascii_isalpha (text[start + 1 + is_end])) {
    self.kind = is_end ? PROSE_HTML_END_TAG : PROSE_HTML_START_TAG;
    read_tag (&self, text, length, start + 1 + is_end, rules);
  } else {
    read_other (&self, text, length, rules);
  }
  return self;
}

gboolean
prose_html_token_is_tag (const ProseHtmlToken *self)
{
  return self->kind == PROSE_HTML_START_TAG || self->kind == PROSE_HTML_END_TAG;
}
