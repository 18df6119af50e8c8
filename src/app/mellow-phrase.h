/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <prose.h>

G_BEGIN_DECLS

char *mellow_phrase_quote (const char *phrase);
char *mellow_phrase_quote_short (const char *phrase);
char *mellow_phrase_join (const char *what, const char *of);
gboolean mellow_phrase_is_quoted (const char *text, ProseSpan phrase);

G_END_DECLS
