/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A phrase of a text as it is named to the writer, and whether somebody else says it. */

#include "mellow-phrase.h"

#include <glib/gi18n.h>
#include <string.h>

/* How much of a phrase a menu or a passing notice has room for, in characters. */
#define SHORT 28

static char *
quote (char *phrase)
{
  /* Translators: %s is a phrase; use the quotation marks of your language. */
  return g_strdup_printf (_ ("“%s”"), g_strdelimit (phrase, "\r\n\t", ' '));
}

/**
 * mellow_phrase_quote:
 * @phrase: a phrase; it may run over line ends
 *
 * Returns: (transfer full): the phrase in quotation marks, on one line
 */
char *
mellow_phrase_quote (const char *phrase)
{
  g_autofree char *line = NULL;

  g_return_val_if_fail (phrase != NULL, NULL);

  line = g_strdup (phrase);
  return quote (line);
}

/**
 * mellow_phrase_quote_short:
 * @phrase: a phrase; it may run over line ends
 *
 * Returns: (transfer full): the phrase in quotation marks, its middle left out if it
 *   is long
 */
char *
mellow_phrase_quote_short (const char *phrase)
{
  g_autofree char *start = NULL, *end = NULL, *line = NULL;
  glong n;

  g_return_val_if_fail (phrase != NULL, NULL);

  n = g_utf8_strlen (phrase, -1);
  if (n <= SHORT)
    return mellow_phrase_quote (phrase);

  start = g_utf8_substring (phrase, 0, SHORT / 2);
  end = g_utf8_substring (phrase, n - SHORT / 2 + 1, n);
  line = g_strconcat (g_strchomp (start), "…", g_strchug (end), NULL);
  return quote (line);
}

/**
 * mellow_phrase_join:
 * @what: what something is
 * @of: what it is of, or what it says
 *
 * Returns: (transfer full): both, as in “Severity: Pressure”
 */
char *
mellow_phrase_join (const char *what, const char *of)
{
  g_return_val_if_fail (what != NULL, NULL);
  g_return_val_if_fail (of != NULL, NULL);

  /* Translators: what something is, and what it is of or what it says: “Severity: Pressure”. */
  return g_strdup_printf (_ ("%s: %s"), what, of);
}

/* --- whose words it is --- */

/* Inches are written with the same sign. */
static gboolean
is_quotation_mark (const char *text, const char *p)
{
  switch (g_utf8_get_char (p)) {
  case '"':
    return p == text || !g_ascii_isdigit (p[-1]);
  case 0x201c: /* “ */
  case 0x201d: /* ” */
  case 0x201e: /* „ */
  case 0x00ab: /* « */
  case 0x00bb: /* » */
    return TRUE;
  default:
    return FALSE;
  }
}

static guint
count_quotation_marks (const char *text, guint start, guint end)
{
  guint n = 0;

  for (const char *p = text + start; p < text + end; p = g_utf8_next_char (p))
    n += is_quotation_mark (text, p);

  return n;
}

/**
 * mellow_phrase_is_quoted:
 * @text: a paragraph
 * @phrase: a part of it
 *
 * Languages open and close quotations with each other's marks, so what counts is
 * that one is open.
 *
 * Returns: whether @phrase stands inside of a quotation
 */
gboolean
mellow_phrase_is_quoted (const char *text, ProseSpan phrase)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (phrase.end <= strlen (text), FALSE);

  return count_quotation_marks (text, 0, phrase.start) % 2 == 1 &&
         count_quotation_marks (text, phrase.end, strlen (text)) > 0;
}
