/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Entries of PO files, as the GNU gettext manual describes them ("The Format of PO
 * Files"): comments, then a keyword and a string for each part of the entry; a string may
 * be cut into lines, each in quotes of its own. Lines that are none of this are skipped.
 */

#include "formats/prose-po-entry.h"

#include <string.h>

#include "text/prose-paragraph.h"

#define OBSOLETE "#~"

static ProseSpan
strip_start (const char *text, ProseSpan line)
{
  while (line.start < line.end && (text[line.start] == ' ' || text[line.start] == '\t'))
    line.start++;

  return line;
}

static gboolean
begins_with (const char *text, ProseSpan line, const char *word)
{
  gsize n = strlen (word);

  return prose_span_get_length (line) >= n && memcmp (text + line.start, word, n) == 0;
}

/* --- where entries end --- */

/* What a line is to the entry that it may belong to. */
typedef enum {
  LINE_BLANK,
  LINE_COMMENT,
  LINE_SOURCE, /* msgctxt or msgid: what an entry begins with */
  LINE_TARGET, /* msgstr */
  LINE_OTHER,  /* a string goes on; or what is none of this */
} LineKind;

static LineKind
get_line_kind (const char *text, ProseSpan line)
{
  line = strip_start (text, line);
  if (prose_span_is_empty (line))
    return LINE_BLANK;
  if (text[line.start] == '#')
    return begins_with (text, line, OBSOLETE) ? LINE_OTHER : LINE_COMMENT;
  if (begins_with (text, line, "msgstr"))
    return LINE_TARGET;
  if (begins_with (text, line, "msgid_plural"))
    return LINE_OTHER;

  return begins_with (text, line, "msgid") || begins_with (text, line, "msgctxt") ? LINE_SOURCE
                                                                                  : LINE_OTHER;
}

/**
 * prose_po_entry_find_end:
 * @text: a PO file, valid UTF-8
 * @length: its length in bytes
 * @start: where an entry starts
 *
 * Returns: where it ends, with the blank lines behind it, in bytes
 */
guint
prose_po_entry_find_end (const char *text, gsize length, guint start)
{
  gboolean has_target = FALSE, is_over = FALSE;
  guint next = start;

  while (next < length) {
    guint line_start = next;
    LineKind kind = get_line_kind (text, prose_next_line (text, length, line_start, &next));

    if (kind != LINE_BLANK && is_over)
      return line_start;
    if (has_target && (kind == LINE_COMMENT || kind == LINE_SOURCE))
      return line_start;
    has_target |= kind == LINE_TARGET;
    is_over |= kind == LINE_BLANK && line_start > start;
  }
  return length;
}

/* --- strings --- */

static ProsePoString *
string_new (const char *keyword, guint plural)
{
  ProsePoString *self = g_new0 (ProsePoString, 1);

  self->keyword = keyword;
  self->plural = plural;
  self->lines = g_array_new (FALSE, FALSE, sizeof (ProseSpan));
  return self;
}

static void
string_free (ProsePoString *self)
{
  g_array_unref (self->lines);
  g_free (self);
}

/* Where a string that starts behind a quote ends; the end of the line if it does not. */
static guint
find_quote (const char *text, ProseSpan line)
{
  guint i = line.start;

  while (i < line.end && text[i] != '"')
    i += text[i] == '\\' && i + 1 < line.end ? 2 : 1;

  return i;
}

/* Adds what the line has in quotes. */
static void
add_line (ProsePoString *self, const char *block, ProseSpan line)
{
  const char *quote = memchr (block + line.start, '"', prose_span_get_length (line));
  ProseSpan inside;

  if (quote == NULL)
    return;

  inside.start = quote + 1 - block;
  inside.end = find_quote (block, (ProseSpan){ inside.start, line.end });
  g_array_append_val (self->lines, inside);
}

/* --- entries --- */

static const char *const keywords[] = { "msgctxt", "msgid_plural", "msgid", "msgstr" };

/* The number of `[2]`; 0 if there is none. */
static guint
read_plural (const char *block, ProseSpan span)
{
  guint n = 0;

  if (prose_span_is_empty (span) || block[span.start] != '[')
    return 0;
  for (guint i = span.start + 1; i < span.end && g_ascii_isdigit (block[i]); i++)
    n = n * 10 + g_ascii_digit_value (block[i]);

  return n;
}

/* The string that a line begins; NULL if it begins none. */
static ProsePoString *
begin_string (const char *block, ProseSpan line)
{
  for (guint i = 0; i < G_N_ELEMENTS (keywords); i++) {
    guint behind = line.start + strlen (keywords[i]);

    if (begins_with (block, line, keywords[i]))
      return string_new (g_intern_static_string (keywords[i]),
                         read_plural (block, (ProseSpan){ behind, line.end }));
  }
  return NULL;
}

static void
read_comment (ProsePoEntry *self, const char *block, ProseSpan line)
{
  g_autofree char *comment = NULL;

  if (!begins_with (block, line, "#,"))
    return;

  comment = g_strndup (block + line.start, prose_span_get_length (line));
  self->is_fuzzy |= strstr (comment, "fuzzy") != NULL;
}

/**
 * prose_po_entry_read:
 * @block: the bytes of an entry, valid UTF-8, ending in NUL
 * @length: their number
 *
 * Returns: (transfer full): where its parts stand
 */
ProsePoEntry *
prose_po_entry_read (const char *block, guint length)
{
  ProsePoEntry *self = g_new0 (ProsePoEntry, 1);
  ProsePoString *last = NULL;
  guint next = 0;

  self->strings = g_ptr_array_new_with_free_func ((GDestroyNotify)string_free);
  while (next < length) {
    ProseSpan line = strip_start (block, prose_next_line (block, length, next, &next));
    ProsePoString *begun;

    if (prose_span_is_empty (line))
      continue;
    if (block[line.start] == '#') {
      read_comment (self, block, line);
      last = NULL;
      continue;
    }
    begun = begin_string (block, line);
    if (begun != NULL)
      g_ptr_array_add (self->strings, last = begun);
    if (last != NULL)
      add_line (last, block, line);
  }
  return self;
}

void
prose_po_entry_free (ProsePoEntry *self)
{
  g_ptr_array_unref (self->strings);
  g_free (self);
}

/**
 * prose_po_entry_get_string:
 * @self: an entry
 * @keyword: one of its keywords
 *
 * Returns: (nullable): the first string of that keyword
 */
const ProsePoString *
prose_po_entry_get_string (const ProsePoEntry *self, const char *keyword)
{
  for (guint i = 0; i < self->strings->len; i++) {
    const ProsePoString *string = self->strings->pdata[i];

    if (g_str_equal (string->keyword, keyword))
      return string;
  }
  return NULL;
}

static gboolean
is_empty (const ProsePoString *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (!prose_span_is_empty (g_array_index (self->lines, ProseSpan, i)))
      return FALSE;

  return TRUE;
}

/**
 * prose_po_entry_is_header:
 * @self: an entry
 *
 * Returns: whether it translates nothing, and so tells of the file
 */
gboolean
prose_po_entry_is_header (const ProsePoEntry *self)
{
  const ProsePoString *source = prose_po_entry_get_string (self, "msgid");

  return source != NULL && is_empty (source) && prose_po_entry_get_string (self, "msgctxt") == NULL;
}

/**
 * prose_po_entry_dup_header:
 * @self: a header
 * @block: its bytes
 * @name: a field, as `Language`
 *
 * Returns: (transfer full) (nullable): what it tells there
 */
char *
prose_po_entry_dup_header (const ProsePoEntry *self, const char *block, const char *name)
{
  const ProsePoString *target = prose_po_entry_get_string (self, "msgstr");
  g_autoptr (ProseCopy) copy = target != NULL ? prose_po_string_read (target, block) : NULL;
  g_auto (GStrv) fields = copy != NULL ? g_strsplit (prose_copy_get_text (copy), "\n", -1) : NULL;
  gsize n = strlen (name);

  for (guint i = 0; fields != NULL && fields[i] != NULL; i++)
    if (g_ascii_strncasecmp (fields[i], name, n) == 0 && fields[i][n] == ':')
      return g_strstrip (g_strdup (fields[i] + n + 1));

  return NULL;
}

/* --- what a reader sees --- */

/* What an escape stands for that begins at the backslash, and how long it is; NULL for
 * one that stands for itself. Those by number are left alone: nobody writes copy so. */
static const char *
find_escape (char c)
{
  static const struct {
    char c;
    const char *text;
  } escapes[] = { { 'n', "\n" },  { 't', "\t" }, { 'r', "\r" }, { '"', "\"" },
                  { '\\', "\\" }, { 'f', "\f" }, { 'v', "\v" } };

  for (guint i = 0; i < G_N_ELEMENTS (escapes); i++)
    if (escapes[i].c == c)
      return escapes[i].text;

  return NULL;
}

/* Appends what stands from start to end, escapes read. */
static void
append_line (ProseCopy *copy, const char *block, ProseSpan line)
{
  guint start = line.start;

  for (guint i = line.start; i + 1 < line.end; i++) {
    const char *text = block[i] == '\\' ? find_escape (block[i + 1]) : NULL;

    if (text == NULL)
      continue;
    prose_copy_append (copy, block, (ProseSpan){ start, i }, PROSE_ESCAPE_STRING);
    prose_copy_append_replaced (copy, text, (ProseSpan){ i, i + 2 }, PROSE_ESCAPE_STRING);
    start = i + 2;
    i++;
  }
  prose_copy_append (copy, block, (ProseSpan){ start, line.end }, PROSE_ESCAPE_STRING);
}

/**
 * prose_po_string_read:
 * @self: a string
 * @block: the bytes of its entry
 *
 * Returns: (transfer full): what it says, as it is meant: with escapes read and its lines
 *   joined
 */
ProseCopy *
prose_po_string_read (const ProsePoString *self, const char *block)
{
  ProseCopy *copy = prose_copy_new ();

  for (guint i = 0; i < self->lines->len; i++)
    append_line (copy, block, g_array_index (self->lines, ProseSpan, i));

  return copy;
}
