/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mellow_spelling_language_choose_variant (const char *language, const char *const *locales);
char *mellow_spelling_language_get_package (const char *variant);
const char *mellow_spelling_language_get_name (const char *code);

G_END_DECLS
