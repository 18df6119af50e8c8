/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "mellow-speller.h"

G_BEGIN_DECLS

void mellow_spelling_menu_fill (GMenu *suggestions,
                                GMenu *ways,
                                MellowSpeller *speller,
                                const MellowSpelledWord *word);

G_END_DECLS
