/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is open at a place of a page.
 *
 * A page is not kept as a tree: that would take memory without end, and an edit at its
 * start could change all of it. For each part that matters there is the element that has
 * opened it and how many elements inside are still open. Elements whose end tags may be
 * left out do not count, so that a page without them is read right; the others close
 * whatever was left open in them, so that a slip ends with the block around it.
 */

#include "formats/prose-html-context.h"

#include <string.h>

#include "formats/prose-front-matter.h"
#include "formats/prose-language-code.h"

#define ELEMENT_BITS 7
#define MOST_DEPTH 31

/* How many bits the depth of each part takes in a state. Headings are shallow; the inner
 * language is left out. */
static const guint depth_bits[PROSE_HTML_N_PARTS] = { 5, 3, 5, 5, 5, 0 };

/* --- states --- */

static guint
take_bits (guint64 *bits, guint n)
{
  guint value = *bits & ((1u << n) - 1);

  *bits >>= n;
  return value;
}

/* Puts a value below those that are there, the last one first. */
static void
put_bits (guint64 *bits, guint n, guint value)
{
  *bits = *bits << n | MIN (value, (1u << n) - 1);
}

/**
 * prose_html_context_load:
 * @state: the state of a format
 *
 * Returns: what is open there
 */
ProseHtmlContext
prose_html_context_load (const ProseFormatState *state)
{
  ProseHtmlContext self = { .language = state->language, .part_language = state->source_language };
  guint64 bits = state->open;

  self.has_begun = take_bits (&bits, 1);
  self.is_xml = take_bits (&bits, 1);
  self.is_link = take_bits (&bits, 1);
  self.keeps_spaces = take_bits (&bits, 1);
  self.drawing = take_bits (&bits, 2);
  for (guint part = 0; part < PROSE_HTML_INNER_LANGUAGE_PART; part++) {
    self.frames[part].element = take_bits (&bits, ELEMENT_BITS);
    self.frames[part].depth = take_bits (&bits, depth_bits[part]);
  }
  return self;
}

/**
 * prose_html_context_save:
 * @self: a context
 * @state: (out): the same as a state. A page is no translation: the language of the part
 *   takes the place of that of the source
 */
void
prose_html_context_save (const ProseHtmlContext *self, ProseFormatState *state)
{
  guint64 bits = 0;

  for (guint part = PROSE_HTML_INNER_LANGUAGE_PART; part-- > 0;) {
    put_bits (&bits, depth_bits[part], self->frames[part].depth);
    put_bits (&bits, ELEMENT_BITS, self->frames[part].element);
  }
  put_bits (&bits, 2, self->drawing);
  put_bits (&bits, 1, self->keeps_spaces);
  put_bits (&bits, 1, self->is_link);
  put_bits (&bits, 1, self->is_xml);
  put_bits (&bits, 1, self->has_begun);
  *state = (ProseFormatState){ bits, self->language, self->part_language };
}

/**
 * prose_html_context_begin:
 * @self: what is open where a block starts
 * @text: the text from there on
 * @length: its length in bytes
 *
 * Reads what only the start of a file can have.
 *
 * Returns: how much of it is front matter, which is a block of its own
 */
guint
prose_html_context_begin (ProseHtmlContext *self, const char *text, gsize length)
{
  guint front_matter;

  if (self->has_begun)
    return 0;

  self->has_begun = TRUE;
  self->is_xml = length > 5 && memcmp (text, "<?xml", 5) == 0;
  front_matter = prose_front_matter_find_end (text, length);
  self->language = prose_front_matter_find_language (text, front_matter);
  return front_matter;
}

/* --- attributes --- */

static gboolean
has_name (const char *text, const ProseHtmlAttribute *attribute, const char *name)
{
  gsize n = strlen (name);

  return prose_span_get_length (attribute->name) == n &&
         g_ascii_strncasecmp (text + attribute->name.start, name, n) == 0;
}

static gboolean
is_word (const char *word, gsize length, const char *const *words)
{
  for (; *words != NULL; words++)
    if (strlen (*words) == length && g_ascii_strncasecmp (word, *words, length) == 0)
      return TRUE;

  return FALSE;
}

/* Whether a class has one of the words as a part: "btn-primary" has "btn", and "btn__big"
 * has it, too. */
static gboolean
has_word (const char *text, ProseSpan classes, const char *const *words)
{
  guint start = classes.start;

  for (guint i = classes.start; i <= classes.end; i++) {
    if (i < classes.end && g_ascii_isalnum (text[i]))
      continue;
    if (is_word (text + start, i - start, words))
      return TRUE;
    start = i + 1;
  }
  return FALSE;
}

/* "fine-print", "finePrint", "small_print": the words stand next to each other. */
static gboolean
has_print (const char *text, ProseSpan classes)
{
  static const char *const words[] = { "fine", "small" };

  for (guint i = classes.start; i + 5 <= classes.end; i++) {
    guint end = i;

    if (g_ascii_strncasecmp (text + i, "print", 5) != 0)
      continue;
    if (end > classes.start && strchr ("-_", text[end - 1]) != NULL)
      end--;
    for (guint k = 0; k < G_N_ELEMENTS (words); k++) {
      gsize n = strlen (words[k]);

      if (end - classes.start >= n && g_ascii_strncasecmp (text + end - n, words[k], n) == 0)
        return TRUE;
    }
  }
  return FALSE;
}

static const char *
read_language (const char *text, ProseSpan value)
{
  g_autofree char *name = g_strndup (text + value.start, prose_span_get_length (value));

  return prose_language_code_intern (name);
}

/* What a start tag says of its element. */
typedef struct {
  gboolean parts[PROSE_HTML_N_PARTS];
  const char *language;
} Claims;

static void
read_class (Claims *self, const char *text, ProseSpan value, const ProseHtmlElement *element)
{
  static const char *const buttons[] = { "btn", "button", "cta", NULL };
  static const char *const terms[] = { "fineprint", "smallprint", "terms", "disclaimer",
                                       "legal",     "footnote",   NULL };

  if (prose_html_element_is (element, "a") && has_word (text, value, buttons))
    self->parts[PROSE_HTML_BUTTON_PART] = TRUE;
  if (has_word (text, value, terms) || has_print (text, value))
    self->parts[PROSE_HTML_FINE_PRINT_PART] = TRUE;
}

static void
read_claims (Claims *self, const ProseHtmlToken *token, const char *text)
{
  static const char *const button[] = { "button", NULL };
  ProseHtmlAttribute attribute;
  guint position = token->attributes;

  while (prose_html_token_next_attribute (token, text, &position, &attribute)) {
    if (has_name (text, &attribute, "class"))
      read_class (self, text, attribute.value, &token->element);
    else if (has_name (text, &attribute, "role"))
      self->parts[PROSE_HTML_BUTTON_PART] |= has_word (text, attribute.value, button);
    else if (has_name (text, &attribute, "lang") || has_name (text, &attribute, "xml:lang"))
      self->language = read_language (text, attribute.value);
  }
}

static void
read_element (Claims *self, const ProseHtmlElement *element)
{
  self->parts[PROSE_HTML_BUTTON_PART] |= prose_html_element_is (element, "button");
  self->parts[PROSE_HTML_HEADLINE_PART] |= element->traits & PROSE_HTML_HEADING ||
                                           prose_html_element_is (element, "summary") ||
                                           prose_html_element_is (element, "legend");
  self->parts[PROSE_HTML_FINE_PRINT_PART] |=
      prose_html_element_is (element, "small") || prose_html_element_is (element, "footer");
  self->parts[PROSE_HTML_HIDDEN_PART] |= (element->traits & PROSE_HTML_NO_COPY) != 0;
}

/* --- tags --- */

static gboolean
is_open (const ProseHtmlFrame *frame)
{
  return frame->element != 0;
}

static gboolean
is_drawing (const ProseHtmlContext *self)
{
  guint id = self->frames[PROSE_HTML_HIDDEN_PART].element;

  return id != 0 && prose_html_element_get (id).traits & PROSE_HTML_FOREIGN;
}

/* Whether tags are those of a drawing or a formula. */
static gboolean
is_foreign (const ProseHtmlContext *self)
{
  return is_drawing (self) && self->drawing != PROSE_HTML_DRAWING_PAGE;
}

static void
close_part (ProseHtmlContext *self, ProseHtmlPart part)
{
  self->frames[part] = (ProseHtmlFrame){ 0 };
  if (part == PROSE_HTML_LANGUAGE_PART)
    self->part_language = NULL;
  else if (part == PROSE_HTML_INNER_LANGUAGE_PART)
    self->inner_language = NULL;
  else if (part == PROSE_HTML_HIDDEN_PART)
    self->drawing = PROSE_HTML_DRAWING;
}

static gboolean
is_one_of (const ProseHtmlElement *element, const char *const *names)
{
  for (; *names != NULL; names++)
    if (prose_html_element_is (element, *names))
      return TRUE;

  return FALSE;
}

/* Whether an element that may end without a tag ends where another one starts. */
static gboolean
ends_by_start (const ProseHtmlElement *self, const ProseHtmlElement *next)
{
  static const char *const cells[] = { "td", "th", NULL };
  static const char *const terms[] = { "dt", "dd", NULL };
  static const char *const same[] = { "li", "option", "tr", "a", "button", NULL };

  if (self->traits & PROSE_HTML_HEADING)
    return (next->traits & PROSE_HTML_HEADING) != 0;
  if (prose_html_element_is (self, "p"))
    return (next->traits & PROSE_HTML_CLOSES_P) != 0;
  if (is_one_of (self, cells))
    return is_one_of (next, cells) || prose_html_element_is (next, "tr");
  if (is_one_of (self, terms))
    return is_one_of (next, terms);

  return self->id == next->id && is_one_of (self, same);
}

static void
close_by_start (ProseHtmlContext *self, const ProseHtmlElement *element)
{
  if (is_foreign (self) && element->traits & PROSE_HTML_BREAKS_OUT)
    close_part (self, PROSE_HTML_HIDDEN_PART);

  for (guint part = 0; part < PROSE_HTML_N_PARTS; part++) {
    ProseHtmlFrame *frame = &self->frames[part];
    ProseHtmlElement opened = prose_html_element_get (frame->element);

    if (is_open (frame) && frame->depth == 0 && ends_by_start (&opened, element))
      close_part (self, part);
  }
}

static gboolean
counts (const ProseHtmlFrame *frame, const ProseHtmlElement *element)
{
  return element->traits & PROSE_HTML_CONTAINER || element->id == frame->element;
}

static void
count_start (ProseHtmlContext *self, const ProseHtmlElement *element)
{
  for (guint part = 0; part < PROSE_HTML_N_PARTS; part++) {
    ProseHtmlFrame *frame = &self->frames[part];

    if (is_open (frame) && counts (frame, element))
      frame->depth = MIN (frame->depth + 1u, MOST_DEPTH);
  }
}

static void
open_part (ProseHtmlContext *self, ProseHtmlPart part, const ProseHtmlElement *element)
{
  if (!is_open (&self->frames[part]))
    self->frames[part] = (ProseHtmlFrame){ element->id, 0 };
}

/* The language of a part lasts as long as its element. */
static void
open_language (ProseHtmlContext *self, const char *language, const ProseHtmlElement *element)
{
  if (prose_html_element_is (element, "html") || prose_html_element_is (element, "body")) {
    self->language = language;
  } else if (language == prose_html_context_get_language (self)) {
    return;
  } else if (!is_open (&self->frames[PROSE_HTML_LANGUAGE_PART])) {
    open_part (self, PROSE_HTML_LANGUAGE_PART, element);
    self->part_language = language;
  } else if (!is_open (&self->frames[PROSE_HTML_INNER_LANGUAGE_PART])) {
    open_part (self, PROSE_HTML_INNER_LANGUAGE_PART, element);
    self->inner_language = language;
  }
}

static void
open_in_drawing (ProseHtmlContext *self, const ProseHtmlElement *element)
{
  static const char *const pages[] = { "title", "desc", "foreignobject", NULL };

  if (self->drawing != PROSE_HTML_DRAWING || !is_drawing (self))
    return;
  if (prose_html_element_is (element, "text"))
    self->drawing = PROSE_HTML_DRAWING_TEXT;
  else if (is_one_of (element, pages))
    self->drawing = PROSE_HTML_DRAWING_PAGE;
}

static void
apply_start (ProseHtmlContext *self, const ProseHtmlToken *token, const char *text)
{
  const ProseHtmlElement *element = &token->element;
  gboolean may_be_empty = self->is_xml || is_foreign (self) || element->traits & PROSE_HTML_FOREIGN;
  Claims claims = { 0 };

  close_by_start (self, element);
  if (element->traits & PROSE_HTML_VOID || (may_be_empty && token->is_self_closing))
    return;

  count_start (self, element);
  open_in_drawing (self, element);
  read_element (&claims, element);
  read_claims (&claims, token, text);
  for (guint part = 0; part < PROSE_HTML_LANGUAGE_PART; part++)
    if (claims.parts[part])
      open_part (self, part, element);
  if (claims.language != NULL)
    open_language (self, claims.language, element);

  self->keeps_spaces |=
      prose_html_element_is (element, "pre") || prose_html_element_is (element, "listing");
  self->is_link |= prose_html_element_is (element, "a");
}

static void
close_by_end (ProseHtmlContext *self, ProseHtmlPart part, const ProseHtmlElement *element)
{
  ProseHtmlFrame *frame = &self->frames[part];

  if (!is_open (frame))
    return;
  if (element->traits & PROSE_HTML_HEADING &&
      prose_html_element_get (frame->element).traits & PROSE_HTML_HEADING)
    close_part (self, part);
  else if (counts (frame, element) && frame->depth > 0)
    frame->depth--;
  else if (counts (frame, element))
    close_part (self, part);
}

static void
apply_end (ProseHtmlContext *self, const ProseHtmlElement *element)
{
  static const char *const texts[] = { "text", "title", "desc", "foreignobject", NULL };

  if (is_foreign (self) && element->traits & PROSE_HTML_BREAKS_OUT)
    close_part (self, PROSE_HTML_HIDDEN_PART);
  for (guint part = 0; part < PROSE_HTML_N_PARTS; part++)
    close_by_end (self, part, element);
  if (self->drawing != PROSE_HTML_DRAWING && is_one_of (element, texts))
    self->drawing = PROSE_HTML_DRAWING;

  if (prose_html_element_is (element, "pre") || prose_html_element_is (element, "listing"))
    self->keeps_spaces = FALSE;
  if (prose_html_element_is (element, "a"))
    self->is_link = FALSE;
}

/**
 * prose_html_context_apply:
 * @self: what is open before a token
 * @token: the token
 * @text: the text it was read from
 *
 * Makes it what is open behind the token.
 */
void
prose_html_context_apply (ProseHtmlContext *self, const ProseHtmlToken *token, const char *text)
{
  if (token->kind == PROSE_HTML_START_TAG)
    apply_start (self, token, text);
  else if (token->kind == PROSE_HTML_END_TAG)
    apply_end (self, &token->element);
}

/* --- questions --- */

/**
 * prose_html_context_get_rules:
 * @self: a context
 *
 * Returns: how tags are to be read there
 */
ProseHtmlRules
prose_html_context_get_rules (const ProseHtmlContext *self)
{
  if (is_foreign (self))
    return PROSE_HTML_FOREIGN_RULES;

  return self->is_xml ? PROSE_HTML_XML_RULES : PROSE_HTML_PAGE_RULES;
}

gboolean
prose_html_context_has (const ProseHtmlContext *self, ProseHtmlPart part)
{
  return is_open (&self->frames[part]);
}

/**
 * prose_html_context_is_copy:
 * @self: a context
 *
 * Returns: whether a text is copy there
 */
gboolean
prose_html_context_is_copy (const ProseHtmlContext *self)
{
  return !prose_html_context_has (self, PROSE_HTML_HIDDEN_PART) ||
         self->drawing != PROSE_HTML_DRAWING;
}

/**
 * prose_html_context_ends_text:
 * @self: what is open before a tag
 * @token: a token
 *
 * Returns: whether it is a tag that no text goes across
 */
gboolean
prose_html_context_ends_text (const ProseHtmlContext *self, const ProseHtmlToken *token)
{
  if (!prose_html_token_is_tag (token) || !(token->element.traits & PROSE_HTML_BLOCK))
    return FALSE;
  if (is_foreign (self))
    return (token->element.traits & PROSE_HTML_BREAKS_OUT) != 0;

  /* The title of a drawing is none of the page. */
  return !is_drawing (self) || !prose_html_element_is (&token->element, "title");
}

/**
 * prose_html_context_get_language:
 * @self: a context
 *
 * Returns: (nullable): the language of a text there, if the page tells it
 */
const char *
prose_html_context_get_language (const ProseHtmlContext *self)
{
  if (self->inner_language != NULL)
    return self->inner_language;

  return self->part_language != NULL ? self->part_language : self->language;
}
