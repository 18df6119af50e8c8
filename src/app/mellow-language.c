/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-language.h"

#include <glib/gi18n.h>
#include <unicode/uloc.h>

/* The languages Mellow has rules or templates for. */
static const struct {
  const char *code;
  const char *name;
} languages[] = {
  { "en", N_ ("English") }, { "da", N_ ("Danish") },           { "de", N_ ("German") },
  { "sv", N_ ("Swedish") }, { "nb", N_ ("Norwegian Bokmål") }, { "fr", N_ ("French") },
  { "es", N_ ("Spanish") },
};

/**
 * mellow_language_get_own:
 *
 * Returns: the code of the language that the window is in; English if Mellow has none
 *   that the user reads
 */
const char *
mellow_language_get_own (void)
{
  const char *const *own = g_get_language_names ();

  for (guint i = 0; own[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
      if (g_str_equal (own[i], languages[j].code))
        return languages[j].code;

  return "en";
}

/**
 * mellow_language_get_name:
 * @code: the code of a language
 *
 * Returns: (transfer none): its name for the user; the code itself if we know none
 */
const char *
mellow_language_get_name (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i].code, code))
      return _ (languages[i].name);

  return code;
}

/**
 * mellow_language_describe:
 * @code: the code of any language
 *
 * Returns: (transfer full): its name as it stands in a sentence of the user's language; the
 *   code itself if it has none
 */
char *
mellow_language_describe (const char *code)
{
  const char *own = g_get_language_names ()[0];
  UErrorCode status = U_ZERO_ERROR;
  UChar name[64];
  int n = uloc_getDisplayLanguage (code, g_str_equal (own, "C") ? "en" : own, name,
                                   G_N_ELEMENTS (name), &status);
  char *text = U_SUCCESS (status) && n > 0
                   ? g_utf16_to_utf8 ((const gunichar2 *)name, n, NULL, NULL, NULL)
                   : NULL;

  return text != NULL ? text : g_strdup (code);
}

/**
 * mellow_language_create_names:
 * @codes: (element-type utf8): codes of languages
 *
 * Returns: (transfer full): their names, for a list to choose from
 */
GListModel *
mellow_language_create_names (GPtrArray *codes)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < codes->len; i++)
    gtk_string_list_append (names, mellow_language_get_name (codes->pdata[i]));

  return G_LIST_MODEL (names);
}

/**
 * mellow_language_find_own:
 * @codes: (element-type utf8): codes of languages
 *
 * Returns: the place of the language that the user reads best; English, or the
 *   first, if it is none of them
 */
guint
mellow_language_find_own (GPtrArray *codes)
{
  const char *const *own = g_get_language_names ();
  guint found;

  for (guint i = 0; own[i] != NULL; i++)
    if (g_ptr_array_find_with_equal_func (codes, own[i], g_str_equal, &found))
      return found;

  return g_ptr_array_find_with_equal_func (codes, "en", g_str_equal, &found) ? found : 0;
}
