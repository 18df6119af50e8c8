/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/prose-lexicon.h"

G_BEGIN_DECLS

gboolean prose_starts_upper (const char *text);
gboolean prose_is_in_capitals (const char *text, gsize length);
gboolean prose_is_in_title_case (const char *text, gsize length);
char *prose_with_upper_start (const char *text);
char *prose_with_lower_start (const char *text);
char *prose_to_title_case (const char *text);
char *prose_to_calm_case (const char *text, ProseLexicon *lexicon);

G_END_DECLS
