/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MellowDictionaryState:
 * @MELLOW_DICTIONARY_LOADING: it is being looked for
 * @MELLOW_DICTIONARY_READY: it can be asked
 * @MELLOW_DICTIONARY_MISSING: none is installed
 */
typedef enum {
  MELLOW_DICTIONARY_LOADING,
  MELLOW_DICTIONARY_READY,
  MELLOW_DICTIONARY_MISSING,
} MellowDictionaryState;

#define MELLOW_TYPE_DICTIONARY (mellow_dictionary_get_type ())
G_DECLARE_FINAL_TYPE (MellowDictionary, mellow_dictionary, MELLOW, DICTIONARY, GObject)

MellowDictionary *mellow_dictionary_new (const char *code, gboolean take_any);
MellowDictionaryState mellow_dictionary_get_state (MellowDictionary *self);
const char *mellow_dictionary_get_code (MellowDictionary *self);

gboolean mellow_dictionary_knows (MellowDictionary *self, const char *word);
GStrv mellow_dictionary_suggest (MellowDictionary *self, const char *word);

gboolean mellow_dictionary_has_own_word (MellowDictionary *self, const char *word);
gboolean mellow_dictionary_add_word (MellowDictionary *self, const char *word);
void mellow_dictionary_remove_word (MellowDictionary *self, const char *word);

G_END_DECLS
