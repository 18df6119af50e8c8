/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Markdown, as md4c reads it. The texts that md4c reports lie in the block that it was
 * given, so that the place of each is known; what lies between them is markup.
 */

#define _GNU_SOURCE /* memrchr */

#include "formats/prose-markdown-format.h"

#include <md4c.h>
#include <string.h>

#include "formats/prose-html-entity.h"
#include "formats/prose-html-format.h"
#include "formats/prose-markdown-block.h"
#include "formats/prose-slot.h"
#include "text/prose-directive.h"

/* Links refer to labels that other blocks define; so many of a block are followed, with so
 * many bytes each. */
#define MOST_LABELS 100
#define LONGEST_LABEL 200

/* A text being read. */
typedef struct {
  ProseSegment *segment; /* (nullable): before the first character */
  guint line_start;      /* of the copy, in bytes */
  gboolean is_link;      /* whether all of it is in a link */
  ProseSpan gap;         /* white space that counts if text follows */
  const char *gap_text;  /* what a reader sees of it */
} Text;

/* A block being read. */
typedef struct {
  GString *source; /* the block, and a definition of each label that it refers to */
  guint length;    /* of the block */
  GPtrArray *segments;
  Text text;
  Text around; /* what goes on after the description of an image */
  guint image_depth;
  guint link_depth;
  gboolean is_address; /* whether what is read is an address in angle brackets */
  guint heading_depth;
  guint code_depth;
  const char *inline_code; /* (nullable): the element of code that is open in the text */
  gboolean is_html;        /* whether a block of HTML is open */
  ProseSpan html;          /* as far as it was read */
  guint end;               /* of what was read last */
} Reading;

/* --- segments --- */

static gboolean
stands_alone (const char *line, gsize length)
{
  ProseZone zone = prose_zone_of_paragraph (line, length);

  return zone == PROSE_ZONE_BUTTON || zone == PROSE_ZONE_DECLINE || zone == PROSE_ZONE_SUBJECT;
}

static ProseCopy *
get_copy (Reading *self)
{
  Text *text = &self->text;

  if (text->segment == NULL) {
    text->segment =
        prose_segment_new (self->heading_depth > 0 ? PROSE_ZONE_HEADLINE : PROSE_ZONE_ANY);
    text->is_link = TRUE;
  }
  text->is_link &= self->link_depth > 0;
  return text->segment->copy;
}

/* Nothing but a link is the label of one that may decline an offer. */
static ProseZone
get_zone (const Text *text)
{
  const ProseCopy *copy = text->segment->copy;

  return text->is_link && text->segment->zone == PROSE_ZONE_ANY &&
                 prose_zone_declines (prose_copy_get_text (copy), prose_copy_get_length (copy))
             ? PROSE_ZONE_DECLINE
             : text->segment->zone;
}

static void
end_text (Reading *self)
{
  g_autoptr (ProseSegment) segment = self->text.segment;

  if (segment == NULL) {
    self->text = (Text){ 0 };
    return;
  }
  prose_copy_trim (segment->copy);
  segment->zone = get_zone (&self->text);
  self->text = (Text){ 0 };
  if (!prose_copy_is_blank (segment->copy))
    g_ptr_array_add (self->segments, g_steal_pointer (&segment));
}

/* --- white space --- */

static gboolean
is_blank_char (char c)
{
  return c == ' ' || c == '\t';
}

static gboolean
ends_line (char c)
{
  return c == '\n' || c == '\r';
}

static gboolean
ends_copy_line (const ProseCopy *copy)
{
  guint length = prose_copy_get_length (copy);

  return length == 0 || prose_copy_get_text (copy)[length - 1] == '\n';
}

/* Adds the white space that was read before the text at place. */
static void
add_gap (Reading *self, guint place)
{
  ProseCopy *copy = get_copy (self);
  Text *text = &self->text;
  ProseSpan gap = text->gap;

  text->gap = (ProseSpan){ 0, 0 };
  /* A `>` behind much white space quotes nothing. */
  gap.end = MIN (gap.end, place);
  if (prose_span_is_empty (gap) || ends_copy_line (copy))
    return;
  if (prose_span_get_length (gap) == 1 && self->source->str[gap.start] == *text->gap_text)
    prose_copy_append (copy, self->source->str, gap, PROSE_ESCAPE_MARKDOWN);
  else
    prose_copy_append_replaced (copy, text->gap_text, gap, PROSE_ESCAPE_MARKDOWN);
  if (ends_line (self->source->str[gap.start]) || *text->gap_text == '\n')
    text->line_start = prose_copy_get_length (copy);
}

/* The line end behind what was read last, with the signs that make it count, or not count:
 * spaces, a backslash, the indentation or the quotation marks of the next line. */
static ProseSpan
find_line_end (const Reading *self)
{
  const char *text = self->source->str;
  ProseSpan span = { self->end, self->end };

  while (span.start < self->length && !ends_line (text[span.start]))
    span.start++;
  span.end = span.start;
  while (span.end < self->length && ends_line (text[span.end]))
    span.end++;
  while (span.end < self->length && strchr (" \t>", text[span.end]) != NULL)
    span.end++;
  if (span.start > self->end && text[span.start - 1] == '\\')
    span.start--;
  while (span.start > self->end && is_blank_char (text[span.start - 1]))
    span.start--;
  return span;
}

static ProseSpan
get_line (const Reading *self, guint start)
{
  ProseSpan line = { start, start };

  while (line.end < self->length && !ends_line (self->source->str[line.end]))
    line.end++;
  while (line.end > start && is_blank_char (self->source->str[line.end - 1]))
    line.end--;
  return line;
}

static gboolean
is_link_alone (const Reading *self, ProseSpan line)
{
  const char *text = self->source->str;

  return line.end > line.start && text[line.start] == '[' && text[line.end - 1] == ')';
}

/* Whether a text ends where a line does: labels below each other are no sentence. */
static gboolean
ends_by_line (const Reading *self, ProseSpan next)
{
  const Text *text = &self->text;
  const char *copy = prose_copy_get_text (text->segment->copy);

  if (text->segment->zone != PROSE_ZONE_ANY || self->image_depth > 0)
    return FALSE;
  if (stands_alone (self->source->str + next.start, prose_span_get_length (next)))
    return TRUE;

  return text->line_start == 0 &&
         (stands_alone (copy, strlen (copy)) || (text->is_link && is_link_alone (self, next)));
}

static void
read_line_end (Reading *self, const char *line_end)
{
  ProseSpan span = find_line_end (self);

  if (self->text.segment == NULL)
    return;
  if (ends_by_line (self, get_line (self, span.end))) {
    end_text (self);
    return;
  }
  self->text.gap = span;
  self->text.gap_text = line_end;
}

/* --- text --- */

/* Whether a text in a link is a label by which the link is known (`[label][]`, `[label]`):
 * changed, it would be none. */
static gboolean
is_label (const Reading *self, ProseSpan span)
{
  const char *text = self->source->str;
  guint limit = MIN (self->length, span.end + LONGEST_LABEL);
  guint i = span.end;

  if (self->link_depth == 0 && self->image_depth == 0)
    return FALSE;
  while (i < limit && text[i] != ']')
    i++;
  if (i + 2 >= self->length || i == limit)
    return TRUE;

  return text[i + 1] != '(' && (text[i + 1] != '[' || text[i + 2] == ']');
}

static void
add_verbatim (Reading *self, ProseSpan span, ProseEscape escape)
{
  add_gap (self, span.start);
  if (self->is_address || is_label (self, span))
    escape = PROSE_ESCAPE_FIXED;
  prose_copy_append (get_copy (self), self->source->str, span, escape);
  self->end = span.end;
}

static void
add_replaced (Reading *self, const char *text, ProseSpan span)
{
  add_gap (self, span.start);
  prose_copy_append_replaced (get_copy (self), text, span, PROSE_ESCAPE_MARKDOWN);
  self->end = span.end;
}

/* Whether the text at a place begins with a sign behind a backslash, which was left out. */
static gboolean
is_escaped (const Reading *self, guint place)
{
  return place > self->end && self->source->str[place - 1] == '\\' &&
         g_ascii_ispunct (self->source->str[place]);
}

static guint
find_words_end (const Reading *self, ProseSpan span)
{
  const char *text = self->source->str;
  guint i = span.start;

  for (; i < span.end; i++) {
    if (is_blank_char (text[i]) &&
        (text[i] == '\t' || i + 1 == span.end || is_blank_char (text[i + 1])))
      break;
    if (text[i] == '{' && i > span.start)
      break;
  }
  return i;
}

static guint
skip_blanks (Reading *self, ProseSpan span)
{
  guint end = span.start;

  while (end < span.end && is_blank_char (self->source->str[end]))
    end++;
  if (end > span.start && self->text.segment != NULL && prose_span_is_empty (self->text.gap)) {
    self->text.gap = (ProseSpan){ span.start, end };
    self->text.gap_text = " ";
  }
  return end;
}

/* Reads the slot of a template. Returns where it ends; where it would start if there is
 * none. */
static guint
read_slot (Reading *self, ProseSpan span)
{
  const char *text = self->source->str;
  guint end = span.start;

  if (text[span.start] == '{')
    end = prose_slot_find_end (text, span.end, span.start);
  if (end > span.start && prose_slot_is_shown (text + span.start, end - span.start))
    add_verbatim (self, (ProseSpan){ span.start, end }, PROSE_ESCAPE_FIXED);
  return end;
}

static void
read_words (Reading *self, ProseSpan span)
{
  while (span.start < span.end) {
    guint end = skip_blanks (self, span);

    if (end == span.start)
      end = read_slot (self, span);
    if (end == span.start) {
      end = find_words_end (self, span);
      add_verbatim (self, (ProseSpan){ span.start, end }, PROSE_ESCAPE_MARKDOWN);
    }
    span.start = self->end = end;
  }
}

/* `<a@b.dk>` */
static gboolean
is_address (const Reading *self, ProseSpan span)
{
  const char *text = self->source->str;

  return self->link_depth > 0 && span.start > self->end && text[span.start - 1] == '<' &&
         span.end < self->length && text[span.end] == '>';
}

static void
read_text (Reading *self, ProseSpan span)
{
  self->is_address = is_address (self, span);
  if (is_escaped (self, span.start)) {
    char sign[2] = { self->source->str[span.start], '\0' };

    add_replaced (self, sign, (ProseSpan){ span.start - 1, span.start + 1 });
    span.start++;
  }
  read_words (self, span);
  self->is_address = FALSE;
}

static void
read_entity (Reading *self, ProseSpan span)
{
  char result[PROSE_HTML_ENTITY_SIZE];
  guint n = prose_html_entity_read (self->source->str + span.start, prose_span_get_length (span),
                                    FALSE, result);

  if (n == prose_span_get_length (span))
    add_replaced (self, result, span);
  else
    read_words (self, span);
}

/* --- HTML --- */

static gboolean
is_tag (const Reading *self, ProseSpan span, const char *name)
{
  gsize n = strlen (name);
  const char *tag = self->source->str + span.start;

  return prose_span_get_length (span) > n + 1 && tag[0] == '<' &&
         g_ascii_strncasecmp (tag + 1, name, n) == 0 && !g_ascii_isalnum (tag[n + 1]);
}

/* Code between tags is left out, as in pages. */
static void
follow_inline_code (Reading *self, ProseSpan span)
{
  static const char *const names[] = { "code", "kbd", "samp" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *end_tag = g_strconcat ("/", names[i], NULL);

    if (is_tag (self, span, names[i]) && self->inline_code == NULL)
      self->inline_code = names[i];
    else if (is_tag (self, span, end_tag) && self->inline_code == names[i])
      self->inline_code = NULL;
  }
}

/* A tag in a text: of all only a line end and what speaks to the checker is seen. */
static void
read_inline_html (Reading *self, ProseSpan span)
{
  ProseSegment *segment = self->text.segment;

  follow_inline_code (self, span);
  if (is_tag (self, span, "br") && segment != NULL) {
    self->text.gap = (ProseSpan){ 0, 0 };
    prose_copy_append_replaced (segment->copy, "\n", span, PROSE_ESCAPE_MARKDOWN);
    self->text.line_start = prose_copy_get_length (segment->copy);
  } else if (prose_directive_is_one (self->source->str + span.start,
                                     prose_span_get_length (span))) {
    add_verbatim (self, span, PROSE_ESCAPE_FIXED);
  }
  self->end = span.end;
}

/* Reads a block of HTML as a page. */
static void
end_html (Reading *self)
{
  ProseFormatState state = { 0 };
  guint first = self->segments->len;

  if (prose_span_is_empty (self->html))
    return;

  prose_html_format.read_block (self->source->str + self->html.start,
                                prose_span_get_length (self->html), &state, self->segments);
  for (guint i = first; i < self->segments->len; i++)
    prose_copy_shift (((ProseSegment *)self->segments->pdata[i])->copy, self->html.start);
  self->html = (ProseSpan){ 0, 0 };
}

/* md4c reports it line by line; lines of a quotation have signs between them. */
static void
read_html (Reading *self, ProseSpan span)
{
  guint end = self->html.end;

  while (end < span.start && g_ascii_isspace (self->source->str[end]))
    end++;
  if (prose_span_is_empty (self->html) || end != span.start) {
    end_html (self);
    self->html.start = span.start;
  }
  self->html.end = self->end = span.end;
}

/* --- what md4c reports --- */

static void
end_block (Reading *self)
{
  self->inline_code = NULL;
  end_text (self);
  end_html (self);
}

static int
enter_block (MD_BLOCKTYPE type, void *detail, void *user_data)
{
  Reading *self = user_data;

  end_block (self);
  self->heading_depth += type == MD_BLOCK_H;
  self->code_depth += type == MD_BLOCK_CODE;
  self->is_html = type == MD_BLOCK_HTML;
  return 0;
}

static int
leave_block (MD_BLOCKTYPE type, void *detail, void *user_data)
{
  Reading *self = user_data;

  end_block (self);
  self->heading_depth -= type == MD_BLOCK_H;
  self->code_depth -= type == MD_BLOCK_CODE;
  self->is_html = FALSE;
  return 0;
}

static int
enter_span (MD_SPANTYPE type, void *detail, void *user_data)
{
  Reading *self = user_data;

  self->link_depth += type == MD_SPAN_A;
  if (type == MD_SPAN_IMG && self->image_depth++ == 0) {
    self->around = self->text;
    self->text = (Text){ 0 };
  }
  return 0;
}

static int
leave_span (MD_SPANTYPE type, void *detail, void *user_data)
{
  Reading *self = user_data;

  self->link_depth -= type == MD_SPAN_A;
  if (type == MD_SPAN_IMG && --self->image_depth == 0) {
    end_text (self);
    self->text = self->around;
    self->around = (Text){ 0 };
  }
  return 0;
}

/* What md4c made up itself, and what belongs to the definitions, lies outside the block. */
static gboolean
find_span (const Reading *self, const MD_CHAR *text, MD_SIZE size, ProseSpan *span)
{
  const char *start = self->source->str;

  if (text < start || text + size > start + self->length || size == 0)
    return FALSE;

  *span = (ProseSpan){ text - start, text - start + size };
  return span->start >= self->end;
}

static int
add_text (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user_data)
{
  Reading *self = user_data;
  ProseSpan span;

  if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR)
    read_line_end (self, type == MD_TEXT_BR ? "\n" : " ");
  else if (self->code_depth > 0 || !find_span (self, text, size, &span))
    return 0;
  else if (self->inline_code != NULL && type != MD_TEXT_HTML)
    self->end = span.end;
  else if (type == MD_TEXT_NORMAL)
    read_text (self, span);
  else if (type == MD_TEXT_ENTITY)
    read_entity (self, span);
  else if (type == MD_TEXT_HTML && self->is_html)
    read_html (self, span);
  else if (type == MD_TEXT_HTML)
    read_inline_html (self, span);
  else
    self->end = span.end;
  return 0;
}

/* --- labels --- */

/* A label may go on in the next line; to a definition a space is the same. A note (`[^1]`)
 * is none. */
static void
define (Reading *self, const char *label, gsize length)
{
  if (length == 0 || length > LONGEST_LABEL || *label == '^')
    return;

  g_string_append (self->source, "\n\n[");
  for (gsize i = 0; i < length; i++)
    g_string_append_c (self->source, ends_line (label[i]) ? ' ' : label[i]);
  g_string_append (self->source, "]: x\n");
}

/* Defines the labels of links (`[text][label]`, `[label][]`), which may be defined anywhere
 * in the file: without a definition they would be no links. */
static void
define_labels (Reading *self, const char *block)
{
  const char *end = block + self->length;
  const char *p = block;

  for (guint n = 0; n < MOST_LABELS && (p = g_strstr_len (p, end - p, "][")) != NULL; n++) {
    const char *label = p + 2;
    const char *label_end = memchr (label, ']', end - label);
    const char *opening = label_end == label ? memrchr (block, '[', p - block) : NULL;

    if (label_end == NULL)
      return;
    if (p > block && p[-1] == '\\') {
      p = label;
      continue;
    }
    if (opening != NULL)
      define (self, opening + 1, p - opening - 1);
    else
      define (self, label, label_end - label);
    p = label;
  }
}

/* --- all --- */

/* The language of the file, where HTML inside tells no other. */
static void
set_language (ProseSegment *segment, const char *language)
{
  if (segment->language == NULL)
    segment->language = language;
}

static void
read_block (const char *block, guint length, const ProseFormatState *state, GPtrArray *segments)
{
  static const MD_PARSER parser = {
    .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS,
    .enter_block = enter_block,
    .leave_block = leave_block,
    .enter_span = enter_span,
    .leave_span = leave_span,
    .text = add_text,
  };
  g_autoptr (GString) source = NULL;
  Reading self = { .length = length, .segments = segments };
  guint first = segments->len;

  if (prose_markdown_is_front_matter (block, length, state))
    return;

  source = g_string_new_len (block, length);
  self.source = source;
  define_labels (&self, block);
  md_parse (source->str, source->len, &parser, &self);
  end_block (&self);
  for (guint i = first; i < segments->len; i++)
    set_language (segments->pdata[i], state->language);
}

const ProseFormat prose_markdown_format = {
  .name = "markdown",
  .suffixes = (const char *const[]){ ".md", ".markdown", ".mdown", NULL },
  .find_block_end = prose_markdown_find_block_end,
  .read_block = read_block,
};
