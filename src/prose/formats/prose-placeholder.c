/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a program fills in or reads in a text that is translated: `%d`, `%1$s`, `%(name)s`,
 * `%1`, `{name}`, `{{name}}`, `${name}`, `%{name}`, tags, and the sign before the letter
 * that is the key of a menu entry.
 */

#include "formats/prose-placeholder.h"

#include <string.h>

/* Labels with a key are short; in longer texts an underscore is something else. */
#define LONGEST_LABEL 60

/* What is longer is text with braces. The limit keeps searches short. */
#define LONGEST_PLACEHOLDER 300

/* One in a text. Two with the same key are the same. */
typedef struct {
  ProseSpan span;
  char *key;
} Placeholder;

static void
placeholder_clear (Placeholder *self)
{
  g_free (self->key);
}

static char *
dup_span (const char *text, ProseSpan span)
{
  return g_strndup (text + span.start, prose_span_get_length (span));
}

/* --- where they end; 0 where there is none --- */

static guint
find_sign (const char *text, guint start, char sign)
{
  for (guint i = start; i < start + LONGEST_PLACEHOLDER && text[i] != '\0'; i++)
    if (text[i] == sign)
      return i;

  return 0;
}

static guint
skip (const char *text, guint i, const char *signs)
{
  return i + strspn (text + i, signs);
}

/* What stands behind the flags of `%5.2f`; a space is no flag here, for "50 % sale". */
static guint
find_conversion_end (const char *text, guint i)
{
  i = skip (text, i, "-+#0'");
  i = skip (text, i, "0123456789*");
  if (text[i] == '.')
    i = skip (text, i + 1, "0123456789*");
  i = skip (text, i, "hlLqjzt");

  return text[i] != '\0' && strchr ("diouxXeEfFgGaAcspnm@", text[i]) != NULL ? i + 1 : 0;
}

static guint
find_percent_end (const char *text, guint start)
{
  guint digits_end = skip (text, start + 1, "0123456789");
  guint end;

  if (text[start + 1] == '(') {
    end = find_sign (text, start, ')');
    return end > 0 ? find_conversion_end (text, end + 1) : 0;
  }
  if (text[start + 1] == '{') {
    end = find_sign (text, start, '}');
    return end > 0 ? end + 1 : 0;
  }
  if (digits_end > start + 1 && text[digits_end] == '$')
    return find_conversion_end (text, digits_end + 1);

  end = find_conversion_end (text, start + 1);
  if (end == 0 && digits_end > start + 1)
    return digits_end;

  return end;
}

static gboolean
joins_name (char c)
{
  return g_ascii_isalnum (c) || strchr ("_.-$@", c) != NULL || (c & 0x80) != 0;
}

static guint
find_name_end (const char *text, guint i)
{
  while (text[i] != '\0' && joins_name (text[i]))
    i++;

  return i;
}

/* `{name}`, `{name:.2f}`; of `{n, plural, one {…}}` what stands before the comma. */
static guint
find_brace_end (const char *text, guint start)
{
  guint name_end = find_name_end (text, start + 1);
  guint end;

  if (name_end == start + 1)
    return 0;
  if (text[name_end] == '}')
    return name_end + 1;
  if (text[name_end] == '\0' || strchr (":!,", text[name_end]) == NULL)
    return 0;

  end = find_sign (text, name_end, '}');
  if (end == 0)
    return 0;
  return memchr (text + name_end, '{', end - name_end) != NULL ? name_end : end + 1;
}

static guint
find_double_brace_end (const char *text, guint start)
{
  guint end = find_sign (text, start + 2, '}');

  if (end == 0 || text[end + 1] != '}')
    return 0;

  return text[start + 2] == '{' && text[end + 2] == '}' ? end + 3 : end + 2;
}

static guint
find_tag_end (const char *text, guint start)
{
  guint name = start + 1 + (text[start + 1] == '/');
  guint name_end = name;
  guint end;

  while (g_ascii_isalnum (text[name_end]) || text[name_end] == '-' || text[name_end] == ':')
    name_end++;
  if (!g_ascii_isalpha (text[name]) || text[name_end] == '\0' ||
      strchr (" \t\n/>", text[name_end]) == NULL)
    return 0;

  end = find_sign (text, name_end, '>');
  return end > 0 && memchr (text + name_end, '<', end - name_end) == NULL ? end + 1 : 0;
}

/**
 * prose_placeholder_find_end:
 * @text: a text as it is translated
 * @start: a place in it
 *
 * Returns: where the placeholder ends that begins there; 0 if none does
 */
guint
prose_placeholder_find_end (const char *text, guint start)
{
  guint end;

  switch (text[start]) {
  case '%':
    return text[start + 1] == '%' ? 0 : find_percent_end (text, start);
  case '$':
    end = text[start + 1] == '{' ? find_sign (text, start, '}') : 0;
    return end > 0 ? end + 1 : 0;
  case '{':
    return text[start + 1] == '{' ? find_double_brace_end (text, start)
                                  : find_brace_end (text, start);
  case '<':
    return find_tag_end (text, start);
  default:
    return 0;
  }
}

/* --- all of a text --- */

/* A tag by its name alone: what its attributes say may be translated. */
static char *
make_key (const char *text, ProseSpan span)
{
  guint n;

  if (text[span.start] != '<')
    return dup_span (text, span);

  n = strcspn (text + span.start + 1, " \t\n>");
  if (n > 1 && text[span.start + n] == '/')
    n--;
  return g_strdup_printf ("<%.*s>", (int)n, text + span.start + 1);
}

static GArray *
find_all (const char *text)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Placeholder));

  g_array_set_clear_func (all, (GDestroyNotify)placeholder_clear);
  for (guint i = 0; text[i] != '\0';) {
    guint end = prose_placeholder_find_end (text, i);

    if (end > i) {
      Placeholder placeholder = { { i, end }, make_key (text, (ProseSpan){ i, end }) };

      g_array_append_val (all, placeholder);
      i = end;
    } else {
      i += text[i] == '%' && text[i + 1] == '%' ? 2 : 1;
    }
  }
  return all;
}

static Placeholder *
get (GArray *all, guint i)
{
  return &g_array_index (all, Placeholder, i);
}

/**
 * prose_placeholders_list:
 * @text: a text as it is translated
 *
 * Returns: (transfer full): the placeholders it has, in order, each as often as it is there
 */
GStrv
prose_placeholders_list (const char *text)
{
  g_autoptr (GArray) all = find_all (text);
  GStrv list = g_new0 (char *, all->len + 1);

  for (guint i = 0; i < all->len; i++)
    list[i] = g_strdup (get (all, i)->key);

  return list;
}

/* --- positions --- */

/* What of `%2$s` counts its position. */
static guint
get_position_length (const char *key)
{
  guint n = *key == '%' ? strspn (key + 1, "0123456789") : 0;

  return n > 0 && key[n + 1] == '$' ? n + 1 : 0;
}

static gboolean
has_positions (GArray *all)
{
  for (guint i = 0; i < all->len; i++)
    if (get_position_length (get (all, i)->key) > 0)
      return TRUE;

  return FALSE;
}

/* A translation may have another order, and then counts; the source need not. */
static void
leave_positions_out (GArray *all)
{
  for (guint i = 0; i < all->len; i++) {
    char *key = get (all, i)->key;
    guint n = get_position_length (key);

    memmove (key + 1, key + 1 + n, strlen (key + 1 + n) + 1);
  }
}

/* --- the key of a menu entry --- */

static gboolean
is_inside (GArray *all, guint *next, guint place)
{
  while (*next < all->len && get (all, *next)->span.end <= place)
    (*next)++;

  return *next < all->len && get (all, *next)->span.start <= place;
}

static gboolean
begins_word (const char *text, guint i)
{
  return i == 0 || text[i - 1] == ' ' || text[i - 1] == '(';
}

/* `&amp;` is none. */
static gboolean
is_entity (const char *text)
{
  guint n = 1;

  while (g_ascii_isalnum (text[n]))
    n++;

  return text[n] == ';';
}

/* How often a sign may mark a key; the place of the last in place. Outside of words only, if
 * is_strict: "R&D" has no key. */
static guint
count_keys (const char *text, GArray *all, char sign, gboolean is_strict, guint *place)
{
  guint n = 0, next = 0;

  for (guint i = 0; text[i] != '\0'; i++) {
    if (text[i] != sign || is_inside (all, &next, i) ||
        !g_unichar_isalnum (g_utf8_get_char (text + i + 1)))
      continue;
    if (sign == '&' && (is_entity (text + i) || (is_strict && !begins_word (text, i))))
      continue;
    *place = i;
    n++;
  }
  return n;
}

static void
add_fault (GPtrArray *faults,
           ProsePlaceholderFaultKind kind,
           const char *placeholder,
           ProseSpan span)
{
  ProsePlaceholderFault *fault = g_new0 (ProsePlaceholderFault, 1);

  fault->kind = kind;
  fault->placeholder = g_strdup (placeholder);
  fault->span = span;
  g_ptr_array_add (faults, fault);
}

static void
compare_keys (const char *source,
              GArray *in_source,
              const char *target,
              GArray *in_target,
              char sign,
              GPtrArray *faults)
{
  const char name[] = { sign, '\0' };
  guint place = 0;
  guint n;

  if (strlen (source) > LONGEST_LABEL)
    return;

  n = count_keys (source, in_source, sign, TRUE, &place);
  if (n == 1 && count_keys (target, in_target, sign, FALSE, &place) == 0)
    add_fault (faults, PROSE_PLACEHOLDER_MISSING, name, (ProseSpan){ 0, 0 });
  if (n == 0 && strlen (target) <= LONGEST_LABEL &&
      count_keys (target, in_target, sign, TRUE, &place) == 1)
    add_fault (faults, PROSE_PLACEHOLDER_SURPLUS, name, (ProseSpan){ place, place + 1 });
}

/* --- comparing --- */

static void
fault_free (ProsePlaceholderFault *self)
{
  g_free (self->placeholder);
  g_free (self);
}

static void
count (GHashTable *counts, const char *key, int n)
{
  int before = GPOINTER_TO_INT (g_hash_table_lookup (counts, key));

  g_hash_table_insert (counts, (gpointer)key, GINT_TO_POINTER (before + n));
}

/* Takes one off what there is of a key; whether there was any. */
static gboolean
take (GHashTable *counts, const char *key)
{
  if (GPOINTER_TO_INT (g_hash_table_lookup (counts, key)) <= 0)
    return FALSE;

  count (counts, key, -1);
  return TRUE;
}

static GHashTable *
count_all (GArray *all)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < all->len; i++)
    count (counts, get (all, i)->key, 1);

  return counts;
}

/* What is in one list and not in the other. */
static void
add_faults (GArray *all, GArray *others, ProsePlaceholderFaultKind kind, GPtrArray *faults)
{
  g_autoptr (GHashTable) counts = count_all (others);

  for (guint i = 0; i < all->len; i++)
    if (!take (counts, get (all, i)->key))
      add_fault (faults, kind, get (all, i)->key,
                 kind == PROSE_PLACEHOLDER_SURPLUS ? get (all, i)->span : (ProseSpan){ 0, 0 });
}

/**
 * prose_placeholders_compare:
 * @source: a text
 * @target: its translation
 *
 * Returns: (transfer full) (element-type ProsePlaceholderFault): what is missing in
 *   @target, and what it has too much; empty if all is well
 */
GPtrArray *
prose_placeholders_compare (const char *source, const char *target)
{
  g_autoptr (GArray) in_source = find_all (source);
  g_autoptr (GArray) in_target = find_all (target);
  GPtrArray *faults = g_ptr_array_new_with_free_func ((GDestroyNotify)fault_free);

  if (has_positions (in_source) != has_positions (in_target)) {
    leave_positions_out (in_source);
    leave_positions_out (in_target);
  }
  add_faults (in_source, in_target, PROSE_PLACEHOLDER_MISSING, faults);
  add_faults (in_target, in_source, PROSE_PLACEHOLDER_SURPLUS, faults);
  compare_keys (source, in_source, target, in_target, '_', faults);
  compare_keys (source, in_source, target, in_target, '&', faults);
  return faults;
}
