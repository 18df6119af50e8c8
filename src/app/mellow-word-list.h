/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MELLOW_TYPE_WORD_LIST (mellow_word_list_get_type ())
G_DECLARE_FINAL_TYPE (MellowWordList, mellow_word_list, MELLOW, WORD_LIST, GObject)

MellowWordList *mellow_word_list_new (void);
gboolean mellow_word_list_has (MellowWordList *self, const char *word);
void mellow_word_list_add (MellowWordList *self, const char *word);
void mellow_word_list_remove (MellowWordList *self, const char *word);
GStrv mellow_word_list_dup_words (MellowWordList *self);
void mellow_word_list_set_words (MellowWordList *self, const char *const *words);

G_END_DECLS
