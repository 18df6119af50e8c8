/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/prose-token.h"

G_BEGIN_DECLS

void prose_tokenize (const char *text, gsize length, GArray *tokens);

G_END_DECLS
