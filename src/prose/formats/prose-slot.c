/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The places in a template that a program fills: `{{name}}`, `${name}`, `[[name]]`, and
 * its orders: `{% if … %}`. */

#define _GNU_SOURCE /* memmem */

#include "formats/prose-slot.h"

#include <string.h>

/* What is longer is text with braces. The limit keeps the search for an end short where
 * there are many beginnings. */
#define LONGEST_SLOT 500

typedef struct {
  const char *opening;
  const char *closing;
} Style;

static const Style styles[] = {
  { "{{{", "}}}" }, { "{{", "}}" }, { "{%", "%}" }, { "{#", "#}" }, { "${", "}" }, { "[[", "]]" },
};

static gboolean
has_at (const char *text, gsize length, guint position, const char *sign)
{
  gsize n = strlen (sign);

  return length - position >= n && memcmp (text + position, sign, n) == 0;
}

/* A tag is no part of a slot, "a < b" is. */
static gboolean
has_tag (const char *text, const char *end)
{
  for (; (text = memchr (text, '<', end - text)) != NULL; text++)
    if (text + 1 == end || g_ascii_isalpha (text[1]) || strchr ("/!?%", text[1]) != NULL)
      return TRUE;

  return FALSE;
}

static guint
find_closing (const char *text, gsize length, guint start, const char *closing)
{
  gsize window = MIN (length - start, LONGEST_SLOT);
  const char *found = memmem (text + start, window, closing, strlen (closing));

  return found != NULL && !has_tag (text + start, found) ? found - text + strlen (closing) : 0;
}

/**
 * prose_slot_find_end:
 * @text: a text
 * @length: its length in bytes
 * @start: a place in it
 *
 * Looks no further than to the next tag.
 *
 * Returns: where the slot ends that starts there; @start if none does
 */
guint
prose_slot_find_end (const char *text, gsize length, guint start)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++) {
    guint end;

    if (!has_at (text, length, start, styles[i].opening))
      continue;
    end = find_closing (text, length, start + strlen (styles[i].opening), styles[i].closing);
    if (end > 0)
      return end;
  }
  return start;
}

/* Words that begin orders of the template languages that write them in the same braces. */
static gboolean
is_order (const char *word, gsize length)
{
  static const char *const orders[] = { "if",    "else",   "end",      "range",  "with",
                                        "block", "define", "template", "include" };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (length == strlen (orders[i]) && memcmp (word, orders[i], length) == 0)
      return TRUE;

  return FALSE;
}

/**
 * prose_slot_is_shown:
 * @slot: a slot, with its signs
 * @length: its length in bytes
 *
 * Returns: whether the reader sees something in its place, as far as its signs tell
 */
gboolean
prose_slot_is_shown (const char *slot, gsize length)
{
  const char *end = slot + length;
  const char *p = slot + 2;
  const char *word;

  if (slot[0] == '{' && slot[1] != '{')
    return FALSE;
  if (slot[0] != '{')
    return TRUE;

  while (p < end && (g_ascii_isspace (*p) || *p == '{' || *p == '-' || *p == '~'))
    p++;
  if (p < end && strchr ("#/!^<>%", *p) != NULL)
    return FALSE;
  for (word = p; p < end && g_ascii_isalpha (*p);)
    p++;
  return !is_order (word, p - word);
}
