/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-lexicon.h"

G_BEGIN_DECLS

gboolean prose_is_command (const char *word, ProseLexicon *lexicon);
char *prose_inflect (const char *text, const char *form, ProseLexicon *lexicon);
const char *prose_agree (const char *text, char *const *choices, ProseLexicon *lexicon);

G_END_DECLS
