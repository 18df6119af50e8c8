/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cuts Markdown into blocks that can be read by themselves.
 *
 * A block ends with the blank lines behind its text. A list goes on behind them if the next
 * line is indented or begins an item; fenced code, and HTML that has an end of its own, have
 * blank lines inside. The front matter at the start of a file is a block.
 */

#include "formats/prose-markdown-block.h"

#include <string.h>

#include "formats/prose-front-matter.h"
#include "formats/prose-html-element.h"

/* The state behind the first block: front matter cannot stand there. */
#define BEGUN 1

/* Items that lie deeper in each other are taken for parts of the deepest. */
#define MOST_ITEMS 8

static gboolean
is_blank_char (char c)
{
  return c == ' ' || c == '\t';
}

/* --- lines --- */

/* A line, without its line end. */
typedef struct {
  const char *text;
  guint length;
} Line;

static gboolean
ends_line (char c)
{
  return c == '\n' || c == '\r';
}

static Line
read_line (const char *text, gsize length, guint start, guint *next)
{
  guint end = start;

  while (end < length && !ends_line (text[end]))
    end++;
  *next = end;
  if (end < length)
    *next += text[end] == '\r' && end + 1 < length && text[end + 1] == '\n' ? 2 : 1;
  return (Line){ text + start, end - start };
}

/* Takes n bytes off the start. */
static Line
skip (Line line, guint n)
{
  return (Line){ line.text + n, line.length - n };
}

static guint
count_indent (Line line)
{
  guint n = 0;

  while (n < line.length && is_blank_char (line.text[n]))
    n++;

  return n;
}

/* How far the text of the line is moved in; a tab goes to the next fourth column. */
static guint
measure_indent (Line line)
{
  guint column = 0;

  for (guint n = 0; n < line.length && is_blank_char (line.text[n]); n++)
    column += line.text[n] == '\t' ? 4 - column % 4 : 1;

  return column;
}

static gboolean
is_blank (Line line)
{
  return count_indent (line) == line.length;
}

static gboolean
begins (Line line, const char *sign)
{
  gsize n = strlen (sign);

  return line.length >= n && g_ascii_strncasecmp (line.text, sign, n) == 0;
}

static gboolean
has (Line line, const char *sign)
{
  for (; line.length > 0; line = skip (line, 1))
    if (begins (line, sign))
      return TRUE;

  return FALSE;
}

/* How long the sign of an item is that the line begins with; 0 if it begins with none. */
static guint
count_item_sign (Line line)
{
  guint n = 0;

  while (n < line.length && n < 9 && g_ascii_isdigit (line.text[n]))
    n++;
  if (n == line.length || strchr (n > 0 ? ".)" : "-+*", line.text[n]) == NULL)
    return 0;
  n++;
  return n == line.length || is_blank_char (line.text[n]) ? n : 0;
}

/**
 * prose_markdown_is_front_matter:
 * @block: a block
 * @length: its length in bytes
 * @state: what is open where it starts
 *
 * Returns: whether it is the front matter of its file
 */
gboolean
prose_markdown_is_front_matter (const char *block, gsize length, const ProseFormatState *state)
{
  return state->open != BEGUN && prose_front_matter_find_end (block, length) > 0;
}

/* --- what has blank lines inside --- */

/* A block being cut. */
typedef struct {
  gboolean is_list;
  guint items[MOST_ITEMS]; /* how far the texts of the items are moved in that are open */
  guint n_items;
  char fence; /* the sign of the fence that is open, or NUL */
  guint fence_length;
  const char *closing; /* (nullable): what ends the HTML that is open */
  guint open_indent;   /* how far the item is moved in that either is in; 0 if it is in none */
  gboolean is_html;    /* whether HTML is open that a blank line ends */
  gboolean is_text;    /* whether a paragraph may be open */
} Cut;

static guint
count_fence (Line line)
{
  guint n = 0;

  if (line.length == 0 || (line.text[0] != '`' && line.text[0] != '~'))
    return 0;
  while (n < line.length && line.text[n] == line.text[0])
    n++;

  return n >= 3 ? n : 0;
}

static void
open_fence (Cut *self, Line line)
{
  guint n = count_fence (line);

  /* ```code``` stands in a line. */
  if (n == 0 || (line.text[0] == '`' && memchr (line.text + n, '`', line.length - n) != NULL))
    return;

  self->fence = line.text[0];
  self->fence_length = n;
}

static gboolean
closes_fence (const Cut *self, Line line)
{
  guint n = count_fence (line);

  return n >= self->fence_length && line.text[0] == self->fence && is_blank (skip (line, n));
}

/* Whether the name that a sign begins with ends with it, or, of an order, begins there. */
static gboolean
may_follow (Line rest, const char *sign)
{
  char next = rest.length > 0 ? rest.text[0] : ' ';

  if (g_str_equal (sign, "<!"))
    return g_ascii_isalpha (next);

  return !g_ascii_isalpha (sign[1]) || next == '>' || is_blank_char (next);
}

/* HTML whose end is told by more than a blank line. */
static void
open_html (Cut *self, Line line)
{
  static const char *const signs[][2] = {
    { "<!--", "-->" },
    { "<?", "?>" },
    { "<![CDATA[", "]]>" },
    { "<script", "</script>" },
    { "<pre", "</pre>" },
    { "<style", "</style>" },
    { "<textarea", "</textarea>" },
    { "<!", ">" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
    Line rest;

    if (!begins (line, signs[i][0]))
      continue;
    rest = skip (line, strlen (signs[i][0]));
    if (!may_follow (rest, signs[i][0]))
      continue;
    if (!has (i == 0 ? skip (line, 2) : rest, signs[i][1]))
      self->closing = signs[i][1];
    return;
  }
}

/* Ends the items that a line is not moved in far enough for. */
static void
end_items (Cut *self, guint indent)
{
  while (self->n_items > 0 && self->items[self->n_items - 1] > indent)
    self->n_items--;
}

/* Takes the signs of items off the line. */
static Line
read_items (Cut *self, Line line, guint *indent)
{
  guint n;

  while ((n = count_item_sign (line)) > 0) {
    Line rest = skip (line, n);
    guint more = measure_indent (rest);

    /* An empty item ends no paragraph. */
    if (is_blank (rest) && self->is_text && self->n_items == 0)
      break;
    end_items (self, *indent);
    self->is_list = TRUE;
    /* Behind more white space than that, code begins. */
    *indent += n + (more <= 4 && !is_blank (rest) ? more : 1);
    if (self->n_items < MOST_ITEMS)
      self->items[self->n_items++] = *indent;
    line = skip (rest, count_indent (rest));
  }
  return line;
}

/* How far the item is moved in that a line belongs to; 0 if it belongs to none. */
static guint
find_item (const Cut *self, guint indent)
{
  guint n = self->n_items;

  while (n > 0 && self->items[n - 1] > indent)
    n--;

  return n > 0 ? self->items[n - 1] : 0;
}

/* Whether a line begins HTML that goes on to the next blank line: with a tag of a block, or
 * with any tag that has the line for itself. */
static gboolean
begins_html (const Cut *self, Line line)
{
  guint start = begins (line, "</") ? 2 : 1;
  const char *end = memchr (line.text, '>', line.length);
  guint n = start;

  while (n < line.length && g_ascii_isalnum (line.text[n]))
    n++;
  if (!begins (line, "<") || n == start)
    return FALSE;
  if (prose_html_element_find (line.text + start, n - start).traits & PROSE_HTML_BLOCK)
    return TRUE;

  return !self->is_text && end != NULL && strchr (" \t/>", line.text[n]) != NULL &&
         is_blank (skip (line, end + 1 - line.text));
}

/* Reads a line of what is open. Whether it is one. */
static gboolean
add_inner_line (Cut *self, Line line, guint indent)
{
  if (self->closing == NULL && self->fence == '\0')
    return FALSE;
  if (indent < self->open_indent) {
    /* What is not moved in ends the item, and all that is in it. */
    self->closing = NULL;
    self->fence = '\0';
    end_items (self, indent);
    return FALSE;
  }

  if (self->closing != NULL && has (line, self->closing))
    self->closing = NULL;
  else if (self->closing == NULL && (indent <= 3 || self->is_list) && closes_fence (self, line))
    self->fence = '\0';
  return TRUE;
}

static void
add_line (Cut *self, Line line)
{
  guint indent = measure_indent (line);

  line = skip (line, count_indent (line));
  if (add_inner_line (self, line, indent) || (indent > 3 && !self->is_list))
    return;

  self->is_html &= indent >= self->open_indent;
  /* A paragraph of an item may go on without being moved in. */
  if (!self->is_text || begins (line, "#"))
    end_items (self, indent);
  line = read_items (self, line, &indent);
  if (self->is_html)
    return;
  self->open_indent = find_item (self, indent);
  open_fence (self, line);
  if (self->fence == '\0')
    open_html (self, line);
  self->is_html = self->fence == '\0' && self->closing == NULL && begins_html (self, line);
  self->is_text =
      self->fence == '\0' && self->closing == NULL && !self->is_html && !begins (line, "#");
}

/* Whether a block that has been cut so far ends before a line that stands behind a blank
 * one. */
static gboolean
ends_before (const Cut *self, Line line)
{
  gboolean is_open = self->closing != NULL || self->fence != '\0';

  if (self->is_list && (is_blank_char (line.text[0]) || count_item_sign (line) > 0))
    return FALSE;

  return !is_open || self->open_indent > 0;
}

/**
 * prose_markdown_find_block_end:
 * @text: a file
 * @length: its length in bytes
 * @start: where a block starts
 * @state: what is open there
 *
 * Returns: where the block ends
 */
guint
prose_markdown_find_block_end (const char *text, gsize length, guint start, ProseFormatState *state)
{
  guint front_matter =
      state->open != BEGUN ? prose_front_matter_find_end (text + start, length - start) : 0;
  gboolean was_blank = FALSE;
  Cut cut = { 0 };
  guint next;

  state->open = BEGUN;
  if (front_matter > 0) {
    state->language = prose_front_matter_find_language (text + start, front_matter);
    return start + front_matter;
  }

  for (guint i = start; i < length; i = next) {
    Line line = read_line (text, length, i, &next);

    if (is_blank (line)) {
      was_blank = TRUE;
      cut.is_html = cut.is_text = FALSE;
      continue;
    }
    if (was_blank && ends_before (&cut, line))
      return i;
    was_blank = FALSE;
    add_line (&cut, line);
  }
  return length;
}
