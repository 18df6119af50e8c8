/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is no copy in a string that is translated, once its file's own escapes are read: tags,
 * and the sign before the letter that is the key of a menu entry. What a program fills in is
 * read as it stands, and stays; where a tag ends a line, a line ends. */

#include "formats/prose-markup.h"

#include <string.h>

#include "formats/prose-html-element.h"
#include "formats/prose-placeholder.h"

/* Labels with a key are short; in longer texts an underscore is something else. */
#define LONGEST_LABEL 60

static gboolean
is_letter_at (const char *text, guint i)
{
  return g_unichar_isalpha (g_utf8_get_char (text + i));
}

/* The length of the tag at i; 0 if there is none. */
static guint
get_tag_length (const char *text, guint i)
{
  const char *name = text + i + 1;
  const char *end;

  if (text[i] != '<')
    return 0;
  if (*name == '/')
    name++;
  if (!g_ascii_isalpha (*name))
    return 0;

  end = strpbrk (name, "<>");
  return end != NULL && *end == '>' ? end + 1 - (text + i) : 0;
}

/* How often a sign stands outside of placeholders. */
static guint
count_signs (const char *text, char sign)
{
  guint n = 0;

  for (guint i = 0; text[i] != '\0';) {
    guint end = prose_placeholder_find_end (text, i);

    n += end == 0 && text[i] == sign;
    i = MAX (end, i + 1);
  }
  return n;
}

/* The sign that marks the key of a label, or NUL: GTK's _ or Qt's &. */
static char
find_key_sign (const char *text)
{
  if (strlen (text) > LONGEST_LABEL)
    return '\0';
  if (count_signs (text, '_') == 1)
    return '_';

  return count_signs (text, '&') == 1 ? '&' : '\0';
}

/* `&name;`, which is read by another program. */
static gboolean
is_entity (const char *text)
{
  guint n = 1;

  while (g_ascii_isalnum (text[n]))
    n++;

  return text[n] == ';';
}

static gboolean
is_key_sign (const char *text, guint i, char sign)
{
  if (sign == '\0' || text[i] != sign || !is_letter_at (text, i + 1))
    return FALSE;

  return sign == '_' || ((i == 0 || text[i - 1] == ' ') && !is_entity (text + i));
}

/* A string being copied, run by run. */
typedef struct {
  const ProseCopy *string;
  const char *block;
  ProseCopy *copy;
  guint next; /* the first run that may not be over */
} Copying;

/* Whether a tag has other text before it than behind it. */
static gboolean
ends_line (const char *text, guint i)
{
  const char *name = text + i + 1 + (text[i + 1] == '/');
  ProseHtmlElement element = prose_html_element_find (name, strcspn (name, " \t\r\n/>"));

  return element.traits & PROSE_HTML_BLOCK || prose_html_element_is (&element, "br");
}

static guint
get_run_end (const ProseCopy *self, guint i)
{
  return i + 1 < prose_copy_get_n_runs (self) ? prose_copy_get_run (self, i + 1)->copy
                                              : prose_copy_get_length (self);
}

static void
append_run (Copying *self, guint i, ProseSpan part, gboolean is_fixed)
{
  const ProseRun *run = prose_copy_get_run (self->string, i);
  ProseEscape escape = is_fixed ? PROSE_ESCAPE_FIXED : run->escape;
  g_autofree char *text = NULL;

  if (run->is_verbatim) {
    prose_copy_append (self->copy, self->block, prose_copy_to_source (self->string, part), escape);
    return;
  }
  text = g_strndup (prose_copy_get_text (self->string) + run->copy,
                    get_run_end (self->string, i) - run->copy);
  prose_copy_append_replaced (self->copy, text, run->source, escape);
}

/* Appends a part of the string, behind what was appended before. */
static void
append_part (Copying *self, ProseSpan span, gboolean is_fixed)
{
  for (guint i = self->next; i < prose_copy_get_n_runs (self->string); i++) {
    guint start = prose_copy_get_run (self->string, i)->copy;
    guint end = get_run_end (self->string, i);
    ProseSpan part = { MAX (start, span.start), MIN (end, span.end) };

    if (start >= span.end)
      return;
    if (part.start < part.end)
      append_run (self, i, part, is_fixed);
    if (end <= span.end)
      self->next = i + 1;
  }
}

static void
append_line_end (Copying *self, ProseSpan tag)
{
  guint length = prose_copy_get_length (self->copy);

  if (length > 0 && prose_copy_get_text (self->copy)[length - 1] != '\n')
    prose_copy_append_replaced (self->copy, "\n", prose_copy_to_source (self->string, tag),
                                PROSE_ESCAPE_FIXED);
}

/**
 * prose_markup_leave_out:
 * @string: what a string says
 * @block: the bytes that it was read from
 *
 * Returns: (transfer full): what a reader sees of it
 */
ProseCopy *
prose_markup_leave_out (const ProseCopy *string, const char *block)
{
  const char *text = prose_copy_get_text (string);
  guint length = prose_copy_get_length (string);
  Copying copying = { string, block, prose_copy_new (), 0 };
  char sign = find_key_sign (text);
  guint start = 0;

  for (guint i = 0; i < length;) {
    guint gone = is_key_sign (text, i, sign) ? 1 : get_tag_length (text, i);
    guint end = gone > 0 ? i + gone : prose_placeholder_find_end (text, i);

    if (end > i) {
      append_part (&copying, (ProseSpan){ start, i }, FALSE);
      if (gone == 0)
        append_part (&copying, (ProseSpan){ i, end }, TRUE);
      else if (text[i] == '<' && ends_line (text, i))
        append_line_end (&copying, (ProseSpan){ i, end });
      start = end;
    }
    i = MAX (end, i + 1);
  }
  append_part (&copying, (ProseSpan){ start, length }, FALSE);
  return copying.copy;
}
