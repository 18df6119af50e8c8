/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void prose_fold (const char *text, gsize length, GString *folded);
char *prose_fold_word (const char *word);

G_END_DECLS
