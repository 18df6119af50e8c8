/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the context menu offers for a word. Its actions are in the group
 * `spelling`; an entry that only tells something has one that does not exist.
 */

#include "mellow-spelling-menu.h"

#include <glib/gi18n.h>

#include "mellow-spelling-language.h"

#define NO_ACTION "spelling.nothing"

static void
append_suggestions (GMenu *menu, MellowDictionary *dictionary, const char *word)
{
  g_auto (GStrv) suggestions = mellow_dictionary_suggest (dictionary, word);

  for (guint i = 0; suggestions[i] != NULL; i++) {
    g_autoptr (GMenuItem) item = g_menu_item_new (suggestions[i], NULL);

    g_menu_item_set_action_and_target (item, "spelling.correct", "s", suggestions[i]);
    g_menu_append_item (menu, item);
  }
  if (suggestions[0] == NULL)
    g_menu_append (menu, _ ("No Suggestions"), NO_ACTION);
}

static void
append_way (GMenu *menu, const char *format, const char *word, const char *action)
{
  g_autofree char *label = g_strdup_printf (format, word);

  g_menu_append (menu, label, action);
}

static void
append_missing (GMenu *menu, MellowDictionaries *dictionaries, const char *language)
{
  g_autofree char *package = mellow_dictionaries_dup_package (dictionaries, language);
  g_autofree char *label = g_strdup_printf (_ ("To Check Spelling in %s, Install %s"),
                                            mellow_spelling_language_get_name (language), package);

  g_menu_append (menu, label, NO_ACTION);
}

static gboolean
is_missing (MellowDictionaries *dictionaries, const char *language)
{
  return language != NULL &&
         mellow_dictionary_get_state (mellow_dictionaries_get (dictionaries, language)) ==
             MELLOW_DICTIONARY_MISSING;
}

/**
 * mellow_spelling_menu_fill:
 * @suggestions: a menu for other words
 * @ways: a menu for what else can be done
 * @dictionaries: the dictionaries that the text goes by
 * @word: a word of it
 *
 * Makes the menus what can be done about the spelling of @word; nothing if it is
 * right.
 */
void
mellow_spelling_menu_fill (GMenu *suggestions,
                           GMenu *ways,
                           MellowDictionaries *dictionaries,
                           const MellowSpelledWord *word)
{
  g_menu_remove_all (suggestions);
  g_menu_remove_all (ways);
  switch (word->spelling) {
  case MELLOW_SPELLING_WRONG:
    append_suggestions (suggestions, mellow_dictionaries_get (dictionaries, word->language),
                        word->text);
    append_way (ways, _ ("Add “%s” to _My Dictionary"), word->text, "spelling.add");
    append_way (ways, _ ("Accept “%s” _in This Document"), word->text, "spelling.accept");
    break;
  case MELLOW_SPELLING_OWN:
    append_way (ways, _ ("Take “%s” out of _My Dictionary"), word->text, "spelling.remove");
    break;
  case MELLOW_SPELLING_ACCEPTED:
    append_way (ways, _ ("No Longer Accept “%s” _in This Document"), word->text, "spelling.refuse");
    break;
  case MELLOW_SPELLING_UNKNOWN:
    if (is_missing (dictionaries, word->language))
      append_missing (ways, dictionaries, word->language);
    break;
  case MELLOW_SPELLING_RIGHT:
  default:
    break;
  }
}
