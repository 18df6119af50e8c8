/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/prose-language-code.h"

#include <string.h>

/**
 * prose_language_code_intern:
 * @name: (nullable): how a file names a language: `da`, `da_DK`, `da-DK`, `nb_NO@x`
 *
 * Norwegian is Bokmål unless it says otherwise.
 *
 * Returns: (transfer none) (nullable): the language alone, as rules are known by, interned;
 *   %NULL if @name names none
 */
const char *
prose_language_code_intern (const char *name)
{
  gsize n =
      name != NULL ? strspn (name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") : 0;
  g_autofree char *code = NULL;

  if (n < 2 || n > 3 || (name[n] != '\0' && strchr ("-_.@", name[n]) == NULL))
    return NULL;

  code = g_ascii_strdown (name, n);
  return g_str_equal (code, "no") ? g_intern_static_string ("nb") : g_intern_string (code);
}
