/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/prose-directive.h"

#include <string.h>

#define OPENING "<!--"
#define CLOSING "-->"
#define NAME "mellow"

/* How many rules and families may be muted at once, and how long their names
 * are at most, in bytes. There are no more families, and what is longer is no
 * rule; without a limit a text could ask for time and memory without end. */
#define MOST_NAMES 32
#define LONGEST_NAME 64

static void
directive_clear (ProseDirective *self)
{
  g_strfreev (self->names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ProseDirective, directive_clear)

/**
 * prose_directives_new:
 *
 * Returns: (transfer full) (element-type ProseDirective): an empty array that
 *   owns its directives
 */
GArray *
prose_directives_new (void)
{
  GArray *directives = g_array_new (FALSE, FALSE, sizeof (ProseDirective));

  g_array_set_clear_func (directives, (GDestroyNotify)directive_clear);
  return directives;
}

/* The words of a comment, without what only separates them. */
static GStrv
split_words (const char *text, gsize length)
{
  g_autofree char *inside = g_strndup (text, length);
  g_auto (GStrv) parts = g_strsplit_set (inside, " \t\r\n,", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);

  return g_strv_builder_end (words);
}

/* A long comment need not be taken apart to see that it is about something else. */
static gboolean
begins_with_name (const char *text, gsize length)
{
  while (length > 0 && (g_ascii_isspace (*text) || *text == ','))
    text++, length--;

  return length > strlen (NAME) && memcmp (text, NAME, strlen (NAME)) == 0;
}

/* Reads the words between the signs of a comment; FALSE if they are not for us. */
static gboolean
read_directive (const char *text, gsize length, ProseDirective *directive)
{
  g_auto (GStrv) words = NULL;
  guint n;

  if (!begins_with_name (text, length))
    return FALSE;

  words = split_words (text, length);
  n = g_strv_length (words);
  if (n < 2 || !g_str_equal (words[0], NAME))
    return FALSE;
  if (!g_str_equal (words[1], "off") && !g_str_equal (words[1], "on"))
    return FALSE;

  directive->mutes = g_str_equal (words[1], "off");
  directive->names = n > 2 ? g_strdupv (words + 2) : NULL;
  return TRUE;
}

/**
 * prose_find_directives:
 * @text: a text; need not end in NUL
 * @length: its length in bytes
 * @directives: (element-type ProseDirective): where its directives are appended
 */
void
prose_find_directives (const char *text, gsize length, GArray *directives)
{
  const char *end = text + length;
  const char *p = memchr (text, OPENING[0], length);

  while (p != NULL && (p = g_strstr_len (p, end - p, OPENING)) != NULL) {
    const char *inside = p + strlen (OPENING);
    const char *closing = g_strstr_len (inside, end - inside, CLOSING);
    ProseDirective directive = { .span.start = p - text };

    if (closing == NULL)
      return;
    directive.span.end = closing + strlen (CLOSING) - text;
    if (read_directive (inside, closing - inside, &directive))
      g_array_append_val (directives, directive);
    p = closing;
  }
}

/**
 * prose_directive_is_one:
 * @comment: a comment with its signs; need not end in NUL
 * @length: its length in bytes
 *
 * Returns: whether it is a directive, and nothing else
 */
gboolean
prose_directive_is_one (const char *comment, gsize length)
{
  gsize signs = strlen (OPENING) + strlen (CLOSING);
  g_auto (ProseDirective) directive = { 0 };

  return length >= signs && memcmp (comment, OPENING, strlen (OPENING)) == 0 &&
         g_strstr_len (comment, length, CLOSING) == comment + length - strlen (CLOSING) &&
         read_directive (comment + strlen (OPENING), length - signs, &directive);
}

/* --- what is muted --- */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The names of muted, as an array; those of all are not known. */
static GPtrArray *
list_names (const char *muted)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) words = g_strsplit (muted != NULL ? muted : "", " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (names, g_strdup (words[i]));

  return names;
}

static const char *
join_names (GPtrArray *names, GStringChunk *chunk)
{
  g_autoptr (GString) muted = g_string_new (" ");

  if (names->len == 0)
    return NULL;

  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (muted, "%s ", (char *)names->pdata[i]);
  return g_string_chunk_insert_const (chunk, muted->str);
}

static gboolean
may_add (GPtrArray *names, const char *name)
{
  return names->len < MOST_NAMES && strlen (name) <= LONGEST_NAME;
}

/**
 * prose_directive_apply:
 * @self: a directive
 * @muted: (nullable): what is muted before it
 * @chunk: where the strings are kept
 *
 * Returns: (nullable): what is muted after it
 */
const char *
prose_directive_apply (const ProseDirective *self, const char *muted, GStringChunk *chunk)
{
  g_autoptr (GPtrArray) names = NULL;

  if (self->names == NULL)
    return self->mutes ? g_string_chunk_insert_const (chunk, PROSE_MUTED_ALL) : NULL;
  /* All but some cannot be said: the end of all ends it. */
  if (muted != NULL && g_str_equal (muted, PROSE_MUTED_ALL))
    return muted;

  names = list_names (muted);
  for (guint i = 0; self->names[i] != NULL; i++) {
    guint place;
    gboolean listed = g_ptr_array_find_with_equal_func (names, self->names[i], g_str_equal, &place);

    if (self->mutes && !listed && may_add (names, self->names[i]))
      g_ptr_array_add (names, g_strdup (self->names[i]));
    else if (!self->mutes && listed)
      g_ptr_array_remove_index (names, place);
  }
  return join_names (names, chunk);
}

/**
 * prose_muted_has:
 * @muted: (nullable): what is muted
 * @rule: the id of a rule (`scarcity.only-n-left`)
 *
 * Returns: whether the rule, or its family, is muted
 */
gboolean
prose_muted_has (const char *muted, const char *rule)
{
  g_autofree char *as_rule = NULL;
  g_autofree char *as_family = NULL;

  if (muted == NULL)
    return FALSE;
  if (g_str_equal (muted, PROSE_MUTED_ALL))
    return TRUE;

  as_rule = g_strdup_printf (" %s ", rule);
  as_family = g_strdup_printf (" %.*s ", (int)strcspn (rule, "."), rule);
  return strstr (muted, as_rule) != NULL || strstr (muted, as_family) != NULL;
}
