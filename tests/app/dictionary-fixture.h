/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-dictionaries.h"

G_BEGIN_DECLS

void set_up_dictionaries (void);
void remove_dictionaries (void);
void forget_own_words (void);
char *dup_own_words (const char *code);
void wait_for_dictionary (MellowDictionary *dictionary);

G_END_DECLS
