/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The languages that the engine tells apart, as dictionaries name them. */

#include "mellow-spelling-language.h"

#include <glib/gi18n.h>
#include <string.h>

/* Language and country, the Debian package with its dictionary where that is not
 * named after the code, and the name for the user. */
static const struct {
  const char *variant;
  const char *package;
  const char *name;
} languages[] = {
  { "en_US", NULL, N_ ("English") },          { "en_GB", NULL, N_ ("English") },
  { "da_DK", "hunspell-da", N_ ("Danish") },  { "nb_NO", "hunspell-no", N_ ("Norwegian") },
  { "sv_SE", "hunspell-sv", N_ ("Swedish") }, { "de_DE", NULL, N_ ("German") },
  { "fr_FR", "hunspell-fr", N_ ("French") },  { "es_ES", "hunspell-es", N_ ("Spanish") },
  { "nl_NL", "hunspell-nl", N_ ("Dutch") },   { "it_IT", "hunspell-it", N_ ("Italian") },
  { "pt_PT", NULL, N_ ("Portuguese") },       { "fi_FI", "libenchant-2-voikko", N_ ("Finnish") },
  { "pl_PL", "hunspell-pl", N_ ("Polish") },  { "cs_CZ", "hunspell-cs", N_ ("Czech") },
  { "tr_TR", "hunspell-tr", N_ ("Turkish") }, { "ro_RO", "hunspell-ro", N_ ("Romanian") },
};

/* The length of the language in a code such as "da_DK" or "da". */
static gsize
measure_language (const char *code)
{
  return strcspn (code, "_-.@");
}

static gboolean
is_same_language (const char *a, const char *b)
{
  gsize length = measure_language (a);

  return length == measure_language (b) && strncmp (a, b, length) == 0;
}

/* Without encoding and modifier: "de_AT" of "de_AT.UTF-8@euro". */
static char *
dup_variant (const char *locale)
{
  return g_strndup (locale, strcspn (locale, ".@"));
}

static gboolean
is_plain_locale (const char *locale)
{
  return g_str_equal (locale, "C") || g_str_has_prefix (locale, "C.") ||
         g_str_equal (locale, "POSIX");
}

static const char *
find_usual_variant (const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (is_same_language (languages[i].variant, language))
      return languages[i].variant;

  return language;
}

/**
 * mellow_spelling_language_choose_variant:
 * @language: a language, such as `en`
 * @locales: the locales that the user prefers, the first one most
 *
 * Chooses the variant that the user's locale has. To someone of another language
 * English is the British one, which Europe is taught.
 *
 * Returns: (transfer full): language and country, such as `en_GB`
 */
char *
mellow_spelling_language_choose_variant (const char *language, const char *const *locales)
{
  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (locales != NULL, NULL);

  for (guint i = 0; locales[i] != NULL; i++)
    if (is_same_language (locales[i], language) && strchr (locales[i], '_') != NULL)
      return dup_variant (locales[i]);

  if (g_str_equal (language, "en") && locales[0] != NULL && !is_plain_locale (locales[0]))
    return g_strdup ("en_GB");

  return g_strdup (find_usual_variant (language));
}

/**
 * mellow_spelling_language_get_package:
 * @variant: language and country, such as `en_GB`
 *
 * Returns: (transfer full): the Debian package that has a dictionary for it
 */
char *
mellow_spelling_language_get_package (const char *variant)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (variant != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (is_same_language (languages[i].variant, variant) && languages[i].package != NULL)
      return g_strdup (languages[i].package);

  lower = g_ascii_strdown (variant, -1);
  return g_strdelimit (g_strconcat ("hunspell-", lower, NULL), "_", '-');
}

/**
 * mellow_spelling_language_get_name:
 * @code: a language, with or without a country
 *
 * Returns: (transfer none): its name for the user, to stand in a sentence
 */
const char *
mellow_spelling_language_get_name (const char *code)
{
  g_return_val_if_fail (code != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (is_same_language (languages[i].variant, code))
      return _ (languages[i].name);

  return code;
}
