/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files of several packs: YAML documents, parted by lines of “---”. YAML lets such
 * a line, and one of “...”, stand nowhere else, so that lines are all that has to
 * be looked at, and a pack goes through a file and back without a byte changed. */

#include "rules/prose-pack-file.h"

#include <string.h>

#include "rules/prose-yaml.h"

/* A file of a language has some thirty. */
#define MOST_PACKS 256

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef struct {
  GPtrArray *parts;
  GString *text; /* of the pack so far */
  guint first_line;
  gboolean has_content; /* more than comments */
} Splitter;

void
prose_pack_part_free (ProsePackPart *self)
{
  g_free (self->text);
  g_free (self);
}

/* Whether a line is one of three signs, by itself or with a space after them. */
static gboolean
is_marker (const char *line, gsize length, const char *marker)
{
  return length >= 3 && strncmp (line, marker, 3) == 0 &&
         (length == 3 || strchr (" \t\r\n", line[3]) != NULL);
}

static gboolean
is_content (const char *line, gsize length)
{
  gsize n = strspn (line, " \t\r\n");

  return n < length && line[n] != '#';
}

static void
end_part (Splitter *self)
{
  ProsePackPart *part;

  if (!self->has_content)
    return;

  part = g_new0 (ProsePackPart, 1);
  part->text = g_strdup (self->text->str);
  part->line = self->first_line;
  g_ptr_array_add (self->parts, part);
  g_string_truncate (self->text, 0);
  self->has_content = FALSE;
}

static void
add_line (Splitter *self, guint number, const char *line, gsize length)
{
  if (self->text->len == 0)
    self->first_line = number;
  g_string_append_len (self->text, line, length);
  self->has_content = self->has_content || is_content (line, length);
}

/* A marker that stands by itself is left out, but for one below comments, which
 * stays as an empty line; of any other the rest of the line is kept in place. */
static void
add_marker (Splitter *self, guint number, const char *line, gsize length)
{
  g_autofree char *rest = g_strdup_printf ("   %.*s", (int)(length - 3), line + 3);

  end_part (self);
  if (strspn (rest, " \t\r\n") < length)
    add_line (self, number, rest, length);
  else if (self->text->len > 0)
    add_line (self, number, "\n", 1);
}

/* A pack begins without them, as it may come to stand anywhere in a file. */
static const char *
skip_byte_order_marks (const char *text)
{
  while (g_str_has_prefix (text, BYTE_ORDER_MARK))
    text += strlen (BYTE_ORDER_MARK);

  return text;
}

static void
split_lines (Splitter *self, const char *text)
{
  guint number = 0;

  for (const char *line = text; *line != '\0'; number++) {
    const char *newline = strchr (line, '\n');
    gsize length;

    if (self->text->len == 0)
      line = skip_byte_order_marks (line);
    length = newline != NULL ? (gsize)(newline + 1 - line) : strlen (line);
    if (is_marker (line, length, "---"))
      add_marker (self, number, line, length);
    else if (is_marker (line, length, "..."))
      end_part (self);
    else
      add_line (self, number, line, length);
    line += length;
  }
  end_part (self);
}

static gboolean
check_encoding (const char *name, const char *data, gsize length, GError **error)
{
  const char *end;
  guint line = 1;

  if (g_utf8_validate_len (data, length, &end))
    return TRUE;

  for (const char *p = data; p < end; p++)
    line += *p == '\n';
  g_set_error (error, PROSE_YAML_ERROR, PROSE_YAML_ERROR_SYNTAX,
               "%s:%u:1: this line is not UTF-8; save the file as UTF-8 and try again", name, line);
  return FALSE;
}

/**
 * prose_pack_file_split:
 * @name: the file's name, for messages
 * @data: its content
 * @length: its length in bytes
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type ProsePackPart): the packs of a file,
 *   at least one; none of them is looked into. %NULL with an error of
 *   %PROSE_YAML_ERROR if it is no file of packs
 */
GPtrArray *
prose_pack_file_split (const char *name, const char *data, gsize length, GError **error)
{
  g_autoptr (GPtrArray) parts =
      g_ptr_array_new_with_free_func ((GDestroyNotify)prose_pack_part_free);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *whole = NULL;
  Splitter splitter = { parts, text };

  if (!check_encoding (name, data, length, error))
    return NULL;

  whole = g_strndup (data, length);
  split_lines (&splitter, whole);
  if (parts->len > 0 && parts->len <= MOST_PACKS)
    return g_steal_pointer (&parts);

  g_set_error (error, PROSE_YAML_ERROR, PROSE_YAML_ERROR_CONTENT,
               parts->len == 0 ? "%s:1:1: there is no pack in this file"
                               : "%s:1:1: there are more than %u packs in this file",
               name, MOST_PACKS);
  return NULL;
}

/**
 * prose_pack_file_join:
 * @texts: (array zero-terminated=1): packs, none of which holds a line of “---”
 *
 * Returns: (transfer full): a file of them, empty for none
 */
char *
prose_pack_file_join (const char *const *texts)
{
  g_autoptr (GString) file = g_string_new (NULL);

  for (guint i = 0; texts[i] != NULL; i++) {
    if (i > 0)
      g_string_append (file, "---\n");
    g_string_append (file, texts[i]);
    if (!g_str_has_suffix (texts[i], "\n"))
      g_string_append_c (file, '\n');
  }
  return g_string_free (g_steal_pointer (&file), FALSE);
}
