/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/prose-fold.h"

#include <string.h>

/* The lead byte of the first combining marks, U+0300. Below it every letter is
 * one code point. */
#define FIRST_COMBINING_LEAD 0xcc

/* The plain character for c: one apostrophe, one hyphen, one quotation mark. */
static gunichar
unify (gunichar c)
{
  switch (c) {
  case 0x2018: /* ‘ */
  case 0x2019: /* ’ */
  case 0x201a: /* ‚ */
  case 0x02bc: /* ʼ */
  case 0x00b4: /* ´ */
  case '`':
    return '\'';
  case 0x2010: /* ‐ */
  case 0x2011: /* non-breaking hyphen */
  case 0x2012: /* ‒ */
  case 0x2013: /* – */
  case 0x2014: /* — */
  case 0x2015: /* ― */
  case 0x2212: /* − */
    return '-';
  case 0x201c: /* “ */
  case 0x201d: /* ” */
  case 0x201e: /* „ */
  case 0x00ab: /* « */
  case 0x00bb: /* » */
    return '"';
  default:
    return g_unichar_tolower (c);
  }
}

static void
fold_unicode (const char *text, gsize length, GString *folded)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == 0x00ad || c == 0x200b) /* soft hyphen, zero width space */
      continue;
    if (c == 0x2026) /* … */
      g_string_append (folded, "...");
    else
      g_string_append_unichar (folded, unify (c));
  }
}

/**
 * prose_fold:
 * @text: valid UTF-8, one token of a text
 * @length: its length in bytes
 * @folded: where the result is put, in place of what was there
 *
 * The form in which words are compared: lower case, composed, without soft
 * hyphens, with one kind of apostrophe, hyphen and quotation mark.
 */
void
prose_fold (const char *text, gsize length, GString *folded)
{
  gboolean ascii = TRUE;
  gboolean composed = TRUE;

  g_string_truncate (folded, 0);
  for (gsize i = 0; i < length; i++) {
    ascii &= (guchar)text[i] < 0x80;
    composed &= (guchar)text[i] < FIRST_COMBINING_LEAD;
  }

  if (ascii) {
    g_string_append_len (folded, text, length);
    g_string_ascii_down (folded);
    if (memchr (folded->str, '`', folded->len) != NULL)
      g_string_replace (folded, "`", "'", 0);
    return;
  }

  fold_unicode (text, length, folded);
  if (!composed) {
    g_autofree char *normal = g_utf8_normalize (folded->str, folded->len, G_NORMALIZE_NFC);

    g_string_assign (folded, normal);
  }
}

/**
 * prose_fold_word:
 * @word: valid UTF-8, one token of a text
 *
 * Returns: (transfer full): the form in which words are compared
 */
char *
prose_fold_word (const char *word)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  prose_fold (word, strlen (word), folded);
  return g_string_free (g_steal_pointer (&folded), FALSE);
}
