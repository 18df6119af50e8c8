/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentence case, Title Case and CAPITALS. */

#include "rewrite/prose-letter-case.h"

#include <string.h>

#include "text/prose-fold.h"

/* In Title Case a word of fewer letters stays small inside, "Take a Look at the
 * Lamp", and so do these, which headlines in English know. */
#define FEWEST_LETTERS_OF_A_TITLE_WORD 3

static const char *const small_words[] = { "the", "and", "for", "but", "nor", "per", "via" };

static gboolean
is_small (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (small_words); i++)
    if (g_ascii_strcasecmp (word, small_words[i]) == 0)
      return TRUE;

  return g_utf8_strlen (word, -1) < FEWEST_LETTERS_OF_A_TITLE_WORD;
}

gboolean
prose_starts_upper (const char *text)
{
  return g_unichar_isupper (g_utf8_get_char (text));
}

/**
 * prose_is_in_capitals:
 * @text: a text
 * @length: its length in bytes
 *
 * Returns: whether it has two letters or more, and all are capitals
 */
gboolean
prose_is_in_capitals (const char *text, gsize length)
{
  guint n_upper = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_islower (c))
      return FALSE;
    n_upper += g_unichar_isupper (c) != 0;
  }
  return n_upper >= 2;
}

/**
 * prose_is_in_title_case:
 * @text: a text
 * @length: its length in bytes
 *
 * Returns: whether three words or more after the first begin with a capital, and
 *   of the others only the small ones do not
 */
gboolean
prose_is_in_title_case (const char *text, gsize length)
{
  g_autofree char *copy = g_strndup (text, length);
  g_auto (GStrv) words = g_strsplit (copy, " ", -1);
  guint n_upper = 0;

  if (prose_is_in_capitals (text, length))
    return FALSE;

  for (guint i = 0; words[i] != NULL; i++) {
    if (g_unichar_islower (g_utf8_get_char (words[i])) && !is_small (words[i]))
      return FALSE;
    n_upper += i > 0 && prose_starts_upper (words[i]);
  }
  return n_upper >= 3;
}

static char *
with_start (const char *text, gunichar (*convert) (gunichar))
{
  g_autoptr (GString) result = g_string_new (NULL);

  if (*text == '\0')
    return g_strdup ("");

  g_string_append_unichar (result, convert (g_utf8_get_char (text)));
  g_string_append (result, g_utf8_next_char (text));
  return g_string_free (g_steal_pointer (&result), FALSE);
}

char *
prose_with_upper_start (const char *text)
{
  return with_start (text, g_unichar_toupper);
}

char *
prose_with_lower_start (const char *text)
{
  return with_start (text, g_unichar_tolower);
}

/**
 * prose_to_title_case:
 * @text: a text
 *
 * Returns: (transfer full): the text with a capital at each word that is not
 *   small, and at the first
 */
char *
prose_to_title_case (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++) {
    char *word = words[i];

    if (i > 0 && is_small (word))
      continue;
    words[i] = prose_with_upper_start (word);
    g_free (word);
  }
  return g_strjoinv (" ", words);
}

static gboolean
is_letter (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return g_unichar_isalnum (c) || c == '\'' || c == 0x2019;
}

/* A small word as it is written inside of a sentence. */
static char *
with_own_capitals (const char *word, ProseLexicon *lexicon)
{
  g_autofree char *folded = prose_fold_word (word);

  if (prose_lexicon_list_has (lexicon, "initials", folded))
    return g_utf8_strup (word, -1);

  if (prose_lexicon_list_has (lexicon, "names", folded) ||
      !prose_lexicon_is_small (lexicon, folded))
    return prose_with_upper_start (word);

  return g_strdup (word);
}

/**
 * prose_to_calm_case:
 * @text: a text in capitals
 * @lexicon: the lexicon of its language, whose lists `names` and `initials` have
 *   the words that keep one capital, or all
 *
 * Returns: (transfer full): the text in small letters
 */
char *
prose_to_calm_case (const char *text, ProseLexicon *lexicon)
{
  g_autoptr (GString) calm = g_string_new (NULL);
  g_autofree char *small = g_utf8_strdown (text, -1);

  for (const char *p = small; *p != '\0';) {
    const char *end = p;
    g_autofree char *word = NULL;
    g_autofree char *written = NULL;

    while (*end != '\0' && is_letter (end))
      end = g_utf8_next_char (end);
    if (end == p)
      end = g_utf8_next_char (end);
    word = g_strndup (p, end - p);
    written = with_own_capitals (word, lexicon);
    g_string_append (calm, written);
    p = end;
  }
  return g_string_free (g_steal_pointer (&calm), FALSE);
}
