/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-dictionary.h"

G_BEGIN_DECLS

#define MELLOW_TYPE_DICTIONARIES (mellow_dictionaries_get_type ())
G_DECLARE_FINAL_TYPE (MellowDictionaries, mellow_dictionaries, MELLOW, DICTIONARIES, GObject)

MellowDictionaries *mellow_dictionaries_get_default (void);
MellowDictionaries *mellow_dictionaries_new (void);
MellowDictionary *mellow_dictionaries_get (MellowDictionaries *self, const char *language);
char *mellow_dictionaries_dup_package (MellowDictionaries *self, const char *language);

const char *mellow_dictionaries_get_english_variant (MellowDictionaries *self);
void mellow_dictionaries_set_english_variant (MellowDictionaries *self, const char *variant);

G_END_DECLS
