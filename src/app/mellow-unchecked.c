/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mellow-unchecked.h"

#include <glib/gi18n.h>

#include "mellow-language.h"

/* So many languages are named; texts have no more, but for lists of languages. */
#define MOST_NAMED 3

static char *
describe_language (const ProseUncheckedLanguage *unchecked)
{
  guint n = unchecked->n_paragraphs;
  g_autofree char *name = NULL;

  if (unchecked->language == NULL)
    return g_strdup_printf (ngettext ("%u paragraph in an unknown language is not checked",
                                      "%u paragraphs in an unknown language are not checked", n),
                            n);

  name = mellow_language_describe (unchecked->language);
  /* Translators: %s is the name of a language as the system has it, such as "Polish". */
  return g_strdup_printf (
      ngettext ("%u paragraph in %s is not checked", "%u paragraphs in %s are not checked", n), n,
      name);
}

static char *
describe_rest (const GArray *languages)
{
  guint n = 0;

  for (guint i = MOST_NAMED; i < languages->len; i++)
    n += g_array_index (languages, ProseUncheckedLanguage, i).n_paragraphs;

  return g_strdup_printf (ngettext ("%u paragraph in another language is not checked",
                                    "%u paragraphs in other languages are not checked", n),
                          n);
}

/**
 * mellow_unchecked_describe:
 * @languages: (element-type ProseUncheckedLanguage): the languages of what was not checked
 *
 * Returns: (transfer full) (nullable): a line that says how much is not checked, %NULL if all is
 */
char *
mellow_unchecked_describe (const GArray *languages)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < MIN (languages->len, MOST_NAMED + 1); i++) {
    g_autofree char *part =
        i < MOST_NAMED ? describe_language (&g_array_index (languages, ProseUncheckedLanguage, i))
                       : describe_rest (languages);

    g_string_append_printf (line, "%s%s", i > 0 ? " · " : "", part);
  }
  return g_string_free (line, line->len == 0);
}
