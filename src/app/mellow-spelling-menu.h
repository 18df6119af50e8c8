/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "mellow-spelled-word.h"

G_BEGIN_DECLS

void mellow_spelling_menu_fill (GMenu *suggestions,
                                GMenu *ways,
                                MellowDictionaries *dictionaries,
                                const MellowSpelledWord *word);

G_END_DECLS
