/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages of HTML. A block ends before a tag that no text goes across, once there was
 * something in it: a paragraph, a heading, a cell is one block, with the tags before it.
 */

#include "formats/prose-html-format.h"

#include <string.h>

#include "formats/prose-html-charset.h"
#include "formats/prose-html-text.h"
#include "text/prose-directive.h"

/* A block of tags without text ends after so many bytes. */
#define LONGEST_EMPTY_BLOCK 512

/* --- blocks --- */

static gboolean
is_blank (const char *text, ProseSpan span)
{
  while (span.start < span.end && g_ascii_isspace (text[span.start]))
    span.start++;

  return prose_span_is_empty (span);
}

/* Whether a token is more than a tag around blocks. */
static gboolean
has_content (const ProseHtmlToken *token, const char *text)
{
  switch (token->kind) {
  case PROSE_HTML_TEXT:
    return !is_blank (text, token->span);
  case PROSE_HTML_START_TAG:
    return !(token->element.traits & PROSE_HTML_BLOCK) || !is_blank (text, token->content);
  case PROSE_HTML_END_TAG:
    return !(token->element.traits & PROSE_HTML_BLOCK);
  case PROSE_HTML_CDATA:
    return TRUE;
  case PROSE_HTML_COMMENT:
  case PROSE_HTML_OTHER:
  default:
    return FALSE;
  }
}

static guint
find_block_end (const char *text, gsize length, guint start, ProseFormatState *state)
{
  ProseHtmlContext context = prose_html_context_load (state);
  guint front_matter = prose_html_context_begin (&context, text + start, length - start);
  gboolean is_full = FALSE;
  guint i = start + front_matter;

  while (i < length && front_matter == 0) {
    ProseHtmlToken token =
        prose_html_token_read (text, length, i, prose_html_context_get_rules (&context));

    is_full |= i >= start + LONGEST_EMPTY_BLOCK;
    if (is_full && i > start && prose_html_context_ends_text (&context, &token))
      break;
    prose_html_context_apply (&context, &token, text);
    is_full |= has_content (&token, text);
    i = token.next;
  }
  prose_html_context_save (&context, state);
  return i;
}

/* --- reading --- */

/* A block being read. */
typedef struct {
  const char *block;
  guint length;
  ProseHtmlContext context;
  ProseHtmlText text;
  ProseHtmlText around; /* what text goes on after the text of a drawing */
  GPtrArray *segments;
} Reading;

static void
end_text (Reading *self)
{
  ProseSegment *segment = prose_html_text_end (&self->text, &self->context);

  if (segment != NULL)
    g_ptr_array_add (self->segments, segment);
}

static void
begin_inside (Reading *self)
{
  self->around = self->text;
  self->text = (ProseHtmlText){ 0 };
}

static void
end_inside (Reading *self)
{
  end_text (self);
  self->text = self->around;
  self->around = (ProseHtmlText){ 0 };
}

static void
end_all (Reading *self)
{
  end_text (self);
  if (self->around.segment != NULL)
    end_inside (self);
  end_text (self);
}

/* --- attributes --- */

/* What of a start tag tells which of its attributes are copy. */
typedef struct {
  const ProseHtmlElement *element;
  ProseSpan type; /* of an input */
  ProseSpan name; /* of a description of the page */
} Owner;

static gboolean
has (const char *text, ProseSpan span, const char *word)
{
  gsize n = strlen (word);

  return prose_span_get_length (span) == n && g_ascii_strncasecmp (text + span.start, word, n) == 0;
}

static gboolean
has_one_of (const char *text, ProseSpan span, const char *const *words)
{
  for (; *words != NULL; words++)
    if (has (text, span, *words))
      return TRUE;

  return FALSE;
}

static Owner
read_owner (const Reading *self, const ProseHtmlToken *token)
{
  static const char *const names[] = { "name", "property", NULL };
  Owner owner = { .element = &token->element };
  ProseHtmlAttribute attribute;
  guint position = token->attributes;

  while (prose_html_token_next_attribute (token, self->block, &position, &attribute)) {
    if (has (self->block, attribute.name, "type"))
      owner.type = attribute.value;
    else if (has_one_of (self->block, attribute.name, names))
      owner.name = attribute.value;
  }
  return owner;
}

static gboolean
is_meta_title (const Reading *self, const Owner *owner)
{
  static const char *const titles[] = { "og:title", "twitter:title", NULL };

  return has_one_of (self->block, owner->name, titles);
}

static gboolean
is_meta_description (const Reading *self, const Owner *owner)
{
  static const char *const descriptions[] = { "description", "og:description",
                                              "twitter:description", NULL };

  return has_one_of (self->block, owner->name, descriptions);
}

static gboolean
is_input_button (const Reading *self, const Owner *owner)
{
  static const char *const types[] = { "submit", "button", "reset", NULL };

  return prose_html_element_is (owner->element, "input") &&
         has_one_of (self->block, owner->type, types);
}

static gboolean
has_titles (const ProseHtmlElement *element)
{
  static const char *const without[] = { "link", "meta", "style", "script" };

  for (guint i = 0; i < G_N_ELEMENTS (without); i++)
    if (prose_html_element_is (element, without[i]))
      return FALSE;

  return TRUE;
}

static gboolean
has_label (const ProseHtmlElement *element)
{
  return prose_html_element_is (element, "option") || prose_html_element_is (element, "optgroup") ||
         prose_html_element_is (element, "track");
}

static gboolean
is_attribute_copy (const Reading *self, const Owner *owner, const ProseHtmlAttribute *attribute)
{
  static const char *const always[] = { "alt", "placeholder", "aria-label", "aria-description",
                                        NULL };
  const ProseHtmlElement *element = owner->element;

  if (prose_html_element_is (element, "meta"))
    return has (self->block, attribute->name, "content") &&
           (is_meta_title (self, owner) || is_meta_description (self, owner));
  if (prose_html_element_is (element, "input") && has (self->block, owner->type, "hidden"))
    return FALSE;

  return has_one_of (self->block, attribute->name, always) ||
         (has (self->block, attribute->name, "title") && has_titles (element)) ||
         (has (self->block, attribute->name, "label") && has_label (element)) ||
         (has (self->block, attribute->name, "value") && is_input_button (self, owner));
}

static ProseZone
get_attribute_zone (const Reading *self, const Owner *owner, const ProseSegment *segment)
{
  const ProseCopy *copy = segment->copy;

  if (prose_html_element_is (owner->element, "meta"))
    return is_meta_title (self, owner) ? PROSE_ZONE_HEADLINE : PROSE_ZONE_DESCRIPTION;
  if (!is_input_button (self, owner))
    return segment->zone;

  return prose_zone_declines (prose_copy_get_text (copy), prose_copy_get_length (copy))
             ? PROSE_ZONE_DECLINE
             : PROSE_ZONE_BUTTON;
}

static ProseEscape
get_escape (const ProseHtmlAttribute *attribute)
{
  switch (attribute->quote) {
  case '"':
    return PROSE_ESCAPE_DOUBLE_QUOTED;
  case '\'':
    return PROSE_ESCAPE_SINGLE_QUOTED;
  default:
    return PROSE_ESCAPE_UNQUOTED;
  }
}

static void
read_attribute (Reading *self, const Owner *owner, const ProseHtmlAttribute *attribute)
{
  ProseHtmlText text = { 0 };
  ProseSegment *segment;

  prose_html_text_add (&text, self->block, attribute->value, get_escape (attribute),
                       &self->context);
  segment = prose_html_text_end (&text, &self->context);
  if (segment == NULL)
    return;

  segment->zone = get_attribute_zone (self, owner, segment);
  g_ptr_array_add (self->segments, segment);
}

static void
read_attributes (Reading *self, const ProseHtmlToken *token)
{
  Owner owner = read_owner (self, token);
  ProseHtmlAttribute attribute;
  guint position = token->attributes;

  while (prose_html_token_next_attribute (token, self->block, &position, &attribute))
    if (is_attribute_copy (self, &owner, &attribute))
      read_attribute (self, &owner, &attribute);
}

/* --- tokens --- */

/* The text of a title or a field, which stands apart. */
static void
read_content (Reading *self, const ProseHtmlToken *token)
{
  ProseHtmlContext context = self->context;

  if (prose_html_element_is (&token->element, "title"))
    context.frames[PROSE_HTML_HEADLINE_PART].element = token->element.id;
  else
    context.keeps_spaces = TRUE;
  prose_html_text_add (&self->text, self->block, token->content, PROSE_ESCAPE_MARKUP, &context);
  end_text (self);
}

/* A link that looks like a button ends the text around it, as a button does. */
static void
read_tag (Reading *self, const ProseHtmlToken *token)
{
  gboolean was_copy = prose_html_context_is_copy (&self->context);
  gboolean was_button = prose_html_context_has (&self->context, PROSE_HTML_BUTTON_PART);
  ProseHtmlDrawing drawing = self->context.drawing;

  if (prose_html_context_ends_text (&self->context, token))
    end_all (self);
  else if (prose_html_element_is (&token->element, "br") && was_copy)
    prose_html_text_add_line_end (&self->text, token->span);

  prose_html_context_apply (&self->context, token, self->block);
  if (prose_html_context_has (&self->context, PROSE_HTML_BUTTON_PART) != was_button)
    end_text (self);
  if (drawing == PROSE_HTML_DRAWING && self->context.drawing != PROSE_HTML_DRAWING)
    begin_inside (self);
  else if (drawing != PROSE_HTML_DRAWING && self->context.drawing == PROSE_HTML_DRAWING)
    end_inside (self);

  if (token->kind == PROSE_HTML_START_TAG && was_copy)
    read_attributes (self, token);
  if (token->element.traits & PROSE_HTML_ESCAPABLE && was_copy)
    read_content (self, token);
}

static void
read_token (Reading *self, const ProseHtmlToken *token)
{
  switch (token->kind) {
  case PROSE_HTML_TEXT:
    if (prose_html_context_is_copy (&self->context))
      prose_html_text_add (&self->text, self->block, token->span, PROSE_ESCAPE_MARKUP,
                           &self->context);
    return;
  case PROSE_HTML_CDATA:
    if (prose_html_context_is_copy (&self->context))
      prose_html_text_add (&self->text, self->block, token->content, PROSE_ESCAPE_CDATA,
                           &self->context);
    return;
  case PROSE_HTML_COMMENT:
    if (prose_directive_is_one (self->block + token->span.start,
                                prose_span_get_length (token->span)))
      prose_html_text_add_comment (&self->text, self->block, token->span, &self->context);
    return;
  case PROSE_HTML_START_TAG:
  case PROSE_HTML_END_TAG:
    read_tag (self, token);
    return;
  case PROSE_HTML_OTHER:
  default:
    return;
  }
}

static void
read_block (const char *block, guint length, const ProseFormatState *state, GPtrArray *segments)
{
  Reading reading = { .block = block, .length = length, .segments = segments };

  reading.context = prose_html_context_load (state);
  if (prose_html_context_begin (&reading.context, block, length) > 0)
    return;

  for (guint i = 0; i < length;) {
    ProseHtmlToken token =
        prose_html_token_read (block, length, i, prose_html_context_get_rules (&reading.context));

    read_token (&reading, &token);
    i = token.next;
  }
  end_all (&reading);
}

const ProseFormat prose_html_format = {
  .name = "html",
  .suffixes = (const char *const[]){ ".html", ".htm", ".xhtml", NULL },
  .find_block_end = find_block_end,
  .read_block = read_block,
  .find_encoding = prose_html_find_charset,
};
