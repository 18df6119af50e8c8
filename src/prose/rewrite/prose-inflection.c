/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Forms of what was captured, as far as the lexicon knows them. Of several words
 * the one that has the form is inflected: the first of "sign up", the last of
 * "new lamp". A compound goes as its last part does: "havesofa" as "sofa". */

#include "rewrite/prose-inflection.h"

#include <string.h>

#include "rewrite/prose-letter-case.h"
#include "text/prose-fold.h"

/* The last part of a compound has this many bytes at least; shorter ones are
 * endings as often as words. */
#define SHORTEST_PART 3

/* The form of a number that is not one. */
#define SEVERAL "several"

/**
 * prose_is_command:
 * @word: a word, folded
 * @lexicon: the lexicon of its language
 *
 * Returns: whether it tells the reader to do something; in a language whose lexicon
 *   has no imperative, the infinitive does
 */
gboolean
prose_is_command (const char *word, ProseLexicon *lexicon)
{
  gboolean has_own_form = prose_lexicon_get_form (lexicon, word, "imperative") != NULL;

  return prose_lexicon_is_form (lexicon, word, has_own_form ? "imperative" : "infinitive");
}

/* A form of the longest part at the end of the word that has one; prefix is what
 * stands before that part, in bytes. */
static const char *
find_form (ProseLexicon *lexicon, const char *folded, const char *form, gsize *prefix)
{
  for (const char *p = folded; strlen (p) >= SHORTEST_PART || p == folded;
       p = g_utf8_next_char (p)) {
    const char *found = prose_lexicon_get_form (lexicon, p, form);

    if (found != NULL) {
      *prefix = p - folded;
      return found;
    }
    if (*p == '\0')
      break;
  }
  return NULL;
}

/* Forms are written as the lexicon has them: what it knows is no name. */
static char *
inflect_word (const char *word, const char *form, ProseLexicon *lexicon, gboolean may_be_compound)
{
  g_autofree char *folded = prose_fold_word (word);
  gsize prefix = 0;
  const char *found = find_form (lexicon, folded, form, &prefix);
  g_autofree char *inflected = NULL;

  if (found == NULL || (prefix > 0 && !may_be_compound))
    return NULL;

  inflected = g_strdup_printf ("%.*s%s", (int)prefix, folded, found);
  if (prose_lexicon_capitalises_nouns (lexicon) && prose_lexicon_is_noun (lexicon, found))
    return prose_with_upper_start (inflected);

  return g_steal_pointer (&inflected);
}

/* The words of a text but for one of them, which is replaced. */
static char *
replace_word (char *const *words, guint place, const char *word)
{
  g_autoptr (GString) result = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (result, "%s%s", i > 0 ? " " : "", i == place ? word : words[i]);

  return g_string_free (g_steal_pointer (&result), FALSE);
}

/* The number one, in figures or as one of the words of the list `ones`. */
static gboolean
is_one (const char *word, ProseLexicon *lexicon)
{
  g_autofree char *folded = prose_fold_word (word);

  return g_str_equal (folded, "1") || prose_lexicon_list_has (lexicon, "ones", folded);
}

/**
 * prose_inflect:
 * @text: one word or several
 * @form: a form of the lexicon (`gerund`); or `several`, which a number has as it
 *   stands unless it is one
 * @lexicon: the lexicon
 *
 * Returns: (transfer full) (nullable): the text with that form, or %NULL if it
 *   is not known
 */
char *
prose_inflect (const char *text, const char *form, ProseLexicon *lexicon)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = g_strv_length (words);
  guint places[] = { 0, n - 1 };

  if (n == 0)
    return NULL;
  if (g_str_equal (form, SEVERAL))
    return is_one (words[0], lexicon) ? NULL : g_strdup (text);

  for (guint i = 0; i < (n > 1 ? 2 : 1); i++) {
    gboolean is_last = places[i] == n - 1;
    g_autofree char *inflected = inflect_word (words[places[i]], form, lexicon, is_last);

    if (inflected != NULL)
      return replace_word (words, places[i], inflected);
  }
  return NULL;
}

/* Whether the word is a plural, so far as the lexicon tells. */
static gboolean
is_plural (ProseLexicon *lexicon, const char *folded)
{
  static const char *const plurals[] = { "plural", "plural-definite", NULL };
  gsize prefix;

  for (guint i = 0; plurals[i] != NULL; i++) {
    const char *form = find_form (lexicon, folded, plurals[i], &prefix);

    if (form != NULL && g_str_equal (folded + prefix, form))
      return TRUE;
  }
  return FALSE;
}

/**
 * prose_agree:
 * @text: a noun, alone or as the last of several words
 * @choices: (array zero-terminated=1): what goes with it: for the common gender,
 *   the neuter and the plural; of two, for the two genders
 * @lexicon: the lexicon
 *
 * Returns: (nullable): the choice that agrees with the noun, or %NULL if the
 *   lexicon does not know it, or there is no such choice
 */
const char *
prose_agree (const char *text, char *const *choices, ProseLexicon *lexicon)
{
  const char *last = strrchr (text, ' ');
  g_autofree char *folded = prose_fold_word (last != NULL ? last + 1 : text);
  guint n = g_strv_length ((char **)choices);
  const char *gender;
  gsize prefix;

  if (is_plural (lexicon, folded))
    return n > 2 ? choices[2] : NULL;

  gender = find_form (lexicon, folded, "gender", &prefix);
  if (g_strcmp0 (gender, "neuter") == 0)
    return n > 1 ? choices[1] : NULL;

  return g_strcmp0 (gender, "common") == 0 ? choices[0] : NULL;
}
