/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The English indefinite article, by the sound of the word after it. */

#include "rewrite/prose-article.h"

#include <string.h>

/* Written with a vowel, spoken with a consonant. */
static const char *const consonant_sounds[] = { "uni", "use", "usu", "uti",  "ura",
                                                "eu",  "ewe", "one", "once", NULL };

/* Written with a consonant, spoken with a vowel; and "un-" before an i. */
static const char *const vowel_sounds[] = { "hour", "honest", "honour",  "honor", "heir",
                                            "unin", "unim",   "unident", NULL };

/* The letters whose names begin with a vowel. */
#define VOWEL_NAMES "AEFHILMNORSX"

/* A word in capitals of at most as many is spelled out. */
#define LONGEST_SPELLED 3

static gboolean
begins_with_any (const char *word, const char *const *beginnings)
{
  for (guint i = 0; beginnings[i] != NULL; i++)
    if (g_ascii_strncasecmp (word, beginnings[i], strlen (beginnings[i])) == 0)
      return TRUE;

  return FALSE;
}

/* Eight, eighty and so on; and eleven or eighteen, also of thousands. */
static gboolean
number_begins_with_vowel_sound (const char *word)
{
  guint n_digits = 0;

  for (const char *p = word; g_ascii_isdigit (*p) || (*p == ',' && g_ascii_isdigit (p[1])); p++)
    n_digits += *p != ',';

  return word[0] == '8' ||
         (word[0] == '1' && (word[1] == '1' || word[1] == '8') && n_digits % 3 == 2);
}

/* How many capitals word begins with, 0 if lower case follows. */
static gsize
count_capitals (const char *word)
{
  gsize n = 0;

  while (g_ascii_isupper (word[n]))
    n++;

  return g_ascii_islower (word[n]) ? 0 : n;
}

/* The word that the article at p belongs to, behind quotation marks. */
static const char *
find_word (const char *p)
{
  while (*p != '\0' && !g_unichar_isalnum (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

static gboolean
begins_with_vowel_sound (const char *word)
{
  gsize n_capitals = count_capitals (word);

  if (g_ascii_isdigit (*word))
    return number_begins_with_vowel_sound (word);
  if (n_capitals >= 2 && n_capitals <= LONGEST_SPELLED)
    return strchr (VOWEL_NAMES, *word) != NULL;
  if (begins_with_any (word, vowel_sounds))
    return TRUE;

  return strchr ("aeiouAEIOU", *word) != NULL && !begins_with_any (word, consonant_sounds);
}

/* A capital A inside of a sentence is a name, as in "vitamin A". */
static gboolean
may_begin_article (const GString *text, gsize i)
{
  if (i > 0 && text->str[i - 1] != ' ')
    return FALSE;

  return text->str[i] == 'a' ||
         (text->str[i] == 'A' && (i < 2 || strchr (".!?", text->str[i - 2]) != NULL));
}

/* How long the article at p is, which begins as one; 0 if it is none. */
static gsize
get_article_length (const char *p)
{
  if (p[1] == ' ')
    return 1;

  return g_ascii_tolower (p[1]) == 'n' && p[2] == ' ' ? 2 : 0;
}

/**
 * prose_correct_articles:
 * @text: English text
 *
 * Makes every "a" and "an" of @text fit the word after it, if that begins with
 * a letter or digit of ASCII.
 */
void
prose_correct_articles (GString *text)
{
  for (gsize i = 0; i < text->len; i++) {
    gsize n = may_begin_article (text, i) ? get_article_length (text->str + i) : 0;
    const char *word;
    gboolean vowel;

    if (n == 0)
      continue;
    word = find_word (text->str + i + n);
    if (!g_ascii_isalnum (*word))
      continue;
    vowel = begins_with_vowel_sound (word);
    if (vowel && n == 1)
      g_string_insert_c (text, i + 1, 'n');
    else if (!vowel && n == 2)
      g_string_erase (text, i + 1, 1);
  }
}
